//! Rows of the penilaian workbooks: SKP of one or several years, and assessment.

use jiff::civil::Date;
use serde::Deserialize;
use validator::Validate;

use super::cell::{Bilangan, NipTeks};
use super::keahlian::daftar_keahlian;
use super::orang::{BarisDaftar, Isi, Orang, PenilaianDraft};
use super::pegawai::facts::year_in;
use super::reading::Run;
use super::report::{RowPlace, terbaca};
use super::row::{Field, FromCell, Problem, Teks};
use crate::finding::{Finding, Place, catalogue};
use crate::law::skp::SkalaSkp;
use crate::model::angka::{Nilai, hundredths};
use crate::model::cells::{CellKind, Kind, Table};
use crate::model::jabatan::name_key;
use crate::model::kinerja::{AngkaSkp, Asesmen, Ekspektasi, Kotak, Predikat, Skp};
use crate::model::kompetensi::KOMPETENSI;

/// D-139 for a table that nowhere tells the year of its SKP.
pub fn assumed_year(table: &Table, sheet: &Place, tanggal_efektif: Date) -> Option<Finding> {
    let column = |name: &str| table.columns.iter().find(|column| column.name == name);
    if table.kind != Kind::Penilaian
        || table.rows.is_empty()
        || column("tahun").is_some()
        || table.title_tahun.is_some()
    {
        return None;
    }
    let skp = column("skp_1").or_else(|| column("nilai_skp")).filter(|skp| year_in(&skp.header).is_none())?;
    let problem = format!("tahun pada kolom {} tidak disebut, dianggap {}", skp.header, last_year(tanggal_efektif));
    Some(Finding::new(&catalogue::TAHUN_SKP_DIANGGAP, sheet.at(table.header_row, skp.col), &*skp.header, problem))
}

/// The last full year before the moves would take effect.
fn last_year(tanggal_efektif: Date) -> i16 {
    tanggal_efektif.year() - 1
}

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct PenilaianRow {
    #[validate(custom(function = terbaca))]
    nip: Field<NipTeks>,
    #[validate(custom(function = terbaca))]
    nama: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tahun: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    skp_1: Field<Predikat>,
    #[validate(custom(function = terbaca))]
    skp_2: Field<Predikat>,
    #[validate(custom(function = terbaca))]
    skp_3: Field<Predikat>,
    #[validate(custom(function = terbaca))]
    nilai_skp: Field<Predikat>,
    #[validate(custom(function = terbaca))]
    jpm: Field<Jpm>,
    #[validate(custom(function = terbaca))]
    asesmen: Field<Nilai>,
    #[validate(custom(function = terbaca))]
    kotak: Field<Kotak>,
    #[validate(custom(function = terbaca))]
    hasil_kerja: Field<Ekspektasi>,
    #[validate(custom(function = terbaca))]
    perilaku: Field<Ekspektasi>,
    #[validate(custom(function = terbaca))]
    nilai_kompetensi: Field<Nilai>,
    #[validate(custom(function = terbaca))]
    nilai_integritas: Field<Nilai>,
    #[validate(custom(function = terbaca))]
    nilai_dedikasi: Field<Nilai>,
    #[validate(custom(function = terbaca))]
    keahlian: Field<Teks>,
    #[validate(custom(function = terbaca))]
    level_integritas: Field<LevelAtauNilai>,
    #[validate(custom(function = terbaca))]
    level_kerja_sama: Field<Level>,
    #[validate(custom(function = terbaca))]
    level_komunikasi: Field<Level>,
    #[validate(custom(function = terbaca))]
    level_orientasi_hasil: Field<Level>,
    #[validate(custom(function = terbaca))]
    level_pelayanan_publik: Field<Level>,
    #[validate(custom(function = terbaca))]
    level_pengembangan_diri: Field<Level>,
    #[validate(custom(function = terbaca))]
    level_mengelola_perubahan: Field<Level>,
    #[validate(custom(function = terbaca))]
    level_pengambilan_keputusan: Field<Level>,
    #[validate(custom(function = terbaca))]
    level_perekat_bangsa: Field<Level>,
}

/// Takes a figure in place of a predicate by the scales of the law.
pub fn read_figure(field: &mut Field<Predikat>, typed: &str, skala: SkalaSkp) {
    if !field.is_unreadable() {
        return;
    }
    // The year of the figure is told with it later; the predicate does not hang on it.
    if let Some(angka) = skala.read(0, typed) {
        *field = Field { value: Some(angka.predikat), problem: None, kind: field.kind };
    }
}

/// Level of a kompetensi, 1 to 5.
#[derive(Debug)]
struct Level(u8);

impl FromCell for Level {
    const NOL_KOSONG: bool = false;

    fn from_cell(_: CellKind, text: &str) -> (Option<Level>, Option<Problem>) {
        let key = name_key(text);
        let digits = key.strip_prefix("LEVEL ").unwrap_or(&key);
        match digits.parse().ok().filter(|level| (1..=5).contains(level)) {
            Some(level) => (Some(Level(level)), None),
            None => {
                let problem = format!("level kompetensi “{text}” tidak di antara 1 dan 5");
                (None, Some(Problem::new(&catalogue::LEVEL_ASING, problem)))
            }
        }
    }
}

/// What stands under a bare `INTEGRITAS`: the level of that kompetensi, 1 to 5, or a mark up to 100.
#[derive(Clone, Copy, Debug)]
enum LevelAtauNilai {
    Level(u8),
    Nilai(Nilai),
}

impl FromCell for LevelAtauNilai {
    const NOL_KOSONG: bool = false;

    fn from_cell(kind: CellKind, text: &str) -> (Option<LevelAtauNilai>, Option<Problem>) {
        match (Level::from_cell(kind, text), Nilai::parse(text)) {
            ((Some(level), _), _) => (Some(LevelAtauNilai::Level(level.0)), None),
            ((None, _), Some(nilai)) => (Some(LevelAtauNilai::Nilai(nilai)), None),
            ((None, problem), None) => (None, problem),
        }
    }
}

impl FromCell for Ekspektasi {
    fn from_cell(_: CellKind, text: &str) -> (Option<Ekspektasi>, Option<Problem>) {
        match Ekspektasi::parse(text) {
            Some(ekspektasi) => (Some(ekspektasi), None),
            None => {
                let problem = format!("penilaian “{text}” bukan di atas, sesuai, atau di bawah ekspektasi");
                (None, Some(Problem::new(&catalogue::EKSPEKTASI_ASING, problem)))
            }
        }
    }
}

/// Job person match, in percent. A cell in Excel's percent format holds a share of 1.
#[derive(Debug)]
struct Jpm(Nilai);

impl FromCell for Jpm {
    fn from_cell(kind: CellKind, text: &str) -> (Option<Jpm>, Option<Problem>) {
        match hundredths(text) {
            Some(share @ ..=100) if kind == CellKind::Number => {
                let exact = text.parse::<f64>().map_or(share * 100, |value| (value * 10_000.0).round() as u32);
                (Nilai::of_hundredths(exact).map(Jpm), None)
            }
            Some(_) | None => {
                let (nilai, problem) = Nilai::from_cell(kind, text);
                (nilai.map(Jpm), problem)
            }
        }
    }
}

impl FromCell for Nilai {
    const NOL_KOSONG: bool = false;

    fn from_cell(_: CellKind, text: &str) -> (Option<Nilai>, Option<Problem>) {
        match Nilai::parse(text) {
            Some(nilai) => (Some(nilai), None),
            None => {
                let problem = format!("nilai “{text}” tidak di antara 0 dan 100");
                (None, Some(Problem::new(&catalogue::NILAI_ASING, problem)))
            }
        }
    }
}

impl FromCell for Kotak {
    fn from_cell(_: CellKind, text: &str) -> (Option<Kotak>, Option<Problem>) {
        match Kotak::parse(text) {
            Some(kotak) => (Some(kotak), None),
            None => {
                let problem = format!("kotak talenta “{text}” tidak di antara 1 dan 9");
                (None, Some(Problem::new(&catalogue::KOTAK_ASING, problem)))
            }
        }
    }
}

impl BarisDaftar for PenilaianRow {
    fn identity(&mut self) -> (&mut Field<NipTeks>, &mut Field<Teks>) {
        (&mut self.nip, &mut self.nama)
    }

    fn interpret(&mut self, place: &RowPlace, run: &Run) {
        let columns = [
            (&mut self.skp_1, "skp_1"),
            (&mut self.skp_2, "skp_2"),
            (&mut self.skp_3, "skp_3"),
            (&mut self.nilai_skp, "nilai_skp"),
        ];
        columns.into_iter().for_each(|(field, name)| read_figure(field, place.typed(name), run.skala));
        self.compare_with_matrix();
    }

    fn isi(self, orang: &Orang, place: &RowPlace, run: &mut Run) -> Isi {
        let skp = self.skp(place, run);
        let asesmen = self.asesmen(orang.place.clone());
        let assessed = !asesmen.is_empty();
        let angka = self.angka(place, run);
        Isi::Penilaian(PenilaianDraft { skp, angka, asesmen: assessed.then_some(asesmen) })
    }
}

impl PenilaianRow {
    /// What the row tells beside predicates.
    fn asesmen(&self, place: Place) -> Asesmen {
        let (level_integritas, nilai_integritas) = match self.level_integritas.value {
            Some(LevelAtauNilai::Level(level)) => (Some(level), None),
            Some(LevelAtauNilai::Nilai(nilai)) => (None, Some(nilai)),
            None => (None, None),
        };
        let others = [
            &self.level_kerja_sama,
            &self.level_komunikasi,
            &self.level_orientasi_hasil,
            &self.level_pelayanan_publik,
            &self.level_pengembangan_diri,
            &self.level_mengelola_perubahan,
            &self.level_pengambilan_keputusan,
            &self.level_perekat_bangsa,
        ];
        let mut level = [level_integritas; KOMPETENSI.len()];
        for (own, field) in level.iter_mut().skip(1).zip(others) {
            *own = field.value.as_ref().map(|level| level.0);
        }
        Asesmen {
            jpm: self.jpm.value.as_ref().map(|jpm| jpm.0),
            nilai: self.asesmen.value,
            kotak: self.kotak.value,
            kompetensi: self.nilai_kompetensi.value,
            integritas: self.nilai_integritas.value.or(nilai_integritas),
            dedikasi: self.nilai_dedikasi.value,
            level,
            keahlian: daftar_keahlian(self.keahlian.text()),
            place,
        }
    }

    /// The predicate of the matrix, where both hasil kerja and perilaku kerja are told.
    fn by_matrix(&self) -> Option<Predikat> {
        Some(Predikat::of_matrix(self.hasil_kerja.value?, self.perilaku.value?))
    }

    /// D-173 where another predicate is written than the matrix gives.
    fn compare_with_matrix(&mut self) {
        let (Some(computed), Some(written)) = (self.by_matrix(), self.skp_1.value) else { return };
        if computed == written || self.skp_1.problem.is_some() {
            return;
        }
        let label = |ekspektasi: Option<Ekspektasi>| ekspektasi.map(Ekspektasi::label).unwrap_or_default();
        let problem = format!(
            "predikat tertulis {}, sedangkan hasil kerja {} dan perilaku {} berarti {}; yang tertulis dipakai",
            written.label(),
            label(self.hasil_kerja.value),
            label(self.perilaku.value),
            computed.label()
        );
        self.skp_1.fault(Problem::new(&catalogue::PREDIKAT_BUKAN_MATRIKS, problem));
    }

    /// The year stands in the header (`SKP 2025`), else in the column of years, else in the title, else it is the last full year; each
    /// further column without a year is the one before. The matrix counts where there is no predicate, the figure where there
    /// is neither.
    fn skp(&self, place: &RowPlace, run: &Run) -> Vec<(Skp, Place)> {
        let newest = self.newest(place, run);
        let matrix = self.by_matrix().filter(|_| self.skp_1.value.is_none());
        let figure = self.nilai_skp.value.filter(|_| self.skp_1.value.is_none());
        let columns = [
            ("skp_1", self.skp_1.value, 0),
            ("hasil_kerja", matrix, 0),
            ("nilai_skp", figure, 0),
            ("skp_2", self.skp_2.value, 1),
            ("skp_3", self.skp_3.value, 2),
        ];
        let mut skp: Vec<(Skp, Place)> = Vec::new();
        for (name, predikat, years_ago) in columns {
            let Some(predikat) = predikat else { continue };
            let tahun = place.reader.header(name).and_then(year_in).unwrap_or(newest - years_ago);
            if !skp.iter().any(|(other, _)| other.tahun == tahun) {
                skp.push((Skp { tahun, predikat }, place.at(name)));
            }
        }
        skp.sort_by_key(|(skp, _)| std::cmp::Reverse(skp.tahun));
        skp
    }

    /// The year of the columns that name none.
    fn newest(&self, place: &RowPlace, run: &Run) -> i16 {
        let told = self.tahun.value.and_then(|tahun| i16::try_from(tahun.0).ok());
        told.or(place.table().title_tahun).unwrap_or(last_year(run.tanggal_efektif))
    }

    /// The figures that predicates were read from.
    fn angka(&self, place: &RowPlace, run: &Run) -> Vec<AngkaSkp> {
        let newest = self.newest(place, run);
        let columns = [("skp_1", 0), ("nilai_skp", 0), ("skp_2", 1), ("skp_3", 2)];
        let figure = |(name, years_ago): (&str, i16)| {
            let tahun = place.reader.header(name).and_then(year_in).unwrap_or(newest - years_ago);
            run.skala.read(tahun, place.typed(name))
        };
        columns.into_iter().filter_map(figure).collect()
    }
}
