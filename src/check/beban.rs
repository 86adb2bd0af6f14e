//! Rows of workload: one task of a jabatan each. What a row lacks is kept, so that the jabatan is not weighed by half.

use serde::Deserialize;
use validator::Validate;

use super::angka_asing;
use super::draft::{BebanDraft, BebanLepas, FormasiDraft, UnitRef};
use super::reading::Run;
use super::report::{RowPlace, terbaca, told_by_read};
use super::row::{Field, FromCell, Problem, Teks};
use super::unit::require_name;
use crate::finding::catalogue;
use crate::law::Law;
use crate::model::angka::hundredths;
use crate::model::beban::{Kurang, SatuanWaktu, Takaran, Tugas};
use crate::model::cells::{CellKind, RawCell, RawRow, Table};
use crate::model::jabatan::{Petunjuk, name_key};
use crate::model::pecahan::Pecahan;

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct BebanRow {
    #[validate(custom(function = terbaca))]
    jabatan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    kode_unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tugas: Field<Teks>,
    #[validate(custom(function = terbaca))]
    jenis_tugas: Field<JenisTugas>,
    #[validate(custom(function = terbaca))]
    volume: Field<Banyak>,
    #[validate(custom(function = terbaca))]
    satuan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    norma: Field<Banyak>,
    #[validate(custom(function = terbaca))]
    sbk: Field<Banyak>,
    #[validate(custom(function = terbaca))]
    ftp: Field<Banyak>,
    #[validate(custom(function = terbaca))]
    waktu_efektif: Field<Banyak>,
    #[validate(custom(function = terbaca))]
    induk: Field<Teks>,
}

/// A number from zero with up to two decimals.
#[derive(Clone, Copy, Debug)]
struct Banyak(Pecahan);

impl FromCell for Banyak {
    const NOL_KOSONG: bool = false;

    fn from_cell(kind: CellKind, text: &str) -> (Option<Banyak>, Option<Problem>) {
        let plain = text.trim().trim_end_matches(['%', ' ']);
        let thousands = || {
            let groups: Vec<&str> = plain.split('.').collect();
            let grouped = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3) && groups[0].len() <= 3;
            (kind == CellKind::Text && grouped).then(|| groups.concat())
        };
        let number = match kind {
            CellKind::Number | CellKind::Text => hundredths(thousands().as_deref().unwrap_or(plain)),
            CellKind::Date | CellKind::Boolean | CellKind::Error | CellKind::Unevaluated => None,
        };
        match number.and_then(|number| Pecahan::new(number.into(), 100)) {
            Some(value) => (Some(Banyak(value)), None),
            None => (None, Some(angka_asing::problem(kind, text, false))),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum JenisTugas {
    Pokok,
    Penunjang,
}

impl FromCell for JenisTugas {
    fn from_cell(_: CellKind, text: &str) -> (Option<JenisTugas>, Option<Problem>) {
        let key = name_key(text);
        match key.strip_prefix("TUGAS ").unwrap_or(&key) {
            "POKOK" | "UTAMA" => (Some(JenisTugas::Pokok), None),
            "PENUNJANG" | "TAMBAHAN" => (Some(JenisTugas::Penunjang), None),
            _ => {
                let problem = format!("jenis tugas “{text}” bukan Pokok atau Penunjang");
                let problem = Problem::new(&catalogue::BEBAN_TAK_LENGKAP, problem);
                (None, Some(problem.with_remedy("Tulis Pokok atau Penunjang.")))
            }
        }
    }
}

/// Minutes that the law counts to an hour, a day, a week and a month of work (domain §2.1).
#[derive(Clone, Copy, Debug, Default)]
pub struct WaktuKerja {
    jam: i64,
    hari: i64,
    minggu: i64,
    bulan: i64,
}

impl WaktuKerja {
    pub fn of(law: &Law) -> WaktuKerja {
        let minutes = |kunci: &str| law.angka(kunci).nilai;
        WaktuKerja {
            jam: minutes("wke_menit_per_jam"),
            hari: minutes("wke_menit_per_hari"),
            minggu: minutes("wke_menit_per_minggu"),
            bulan: minutes("wke_menit_per_bulan"),
        }
    }

    /// The unit whose minutes these are. A year has less than twelve months of work, but never less than ten.
    fn satuan(self, minutes: i64) -> Option<SatuanWaktu> {
        let known = [
            (self.jam, SatuanWaktu::Jam),
            (self.hari, SatuanWaktu::Hari),
            (self.minggu, SatuanWaktu::Minggu),
            (self.bulan, SatuanWaktu::Bulan),
        ];
        let same = known.into_iter().find(|(own, _)| *own == minutes).map(|(_, satuan)| satuan);
        same.or_else(|| (minutes >= 10 * self.bulan).then_some(SatuanWaktu::Tahun))
    }
}

impl BebanRow {
    /// Whether the row says nothing of a task.
    pub fn is_empty(&self) -> bool {
        let fields = [&self.volume, &self.norma, &self.sbk, &self.ftp];
        fields.iter().all(|field| field.is_missing()) && self.tugas.is_missing()
    }

    /// The task; of a row that names no jabatan or no unit what is known of whose it is.
    pub fn into_draft(
        mut self,
        whole_unit: Option<&str>,
        place: &mut RowPlace,
        run: &mut Run,
    ) -> Result<FormasiDraft, BebanLepas> {
        let petunjuk = Petunjuk { jenis: None, eselon: None };
        let jabatan = self.jabatan.text().and_then(|text| run.memo.jabatan(text, petunjuk));
        if jabatan.is_none() && self.jabatan.problem.is_none() {
            self.jabatan.fault(Problem::new(&catalogue::JABATAN_KOSONG, "nama jabatan kosong"));
        }
        let nama = self.unit.text().or(whole_unit).or(self.induk.text()).map(str::to_string);
        let kode = self.kode_unit.text().map(str::to_string);
        if nama.is_none() && kode.is_none() {
            require_name(&mut self.unit);
        }
        let (tugas, column) = match self.tugas(run.waktu_kerja) {
            Ok(tugas) => (Ok(tugas), "volume"),
            Err((column, kurang)) => (Err(kurang), column),
        };
        self.tell_minutes(place.typed("norma"), run.waktu_kerja);
        if tugas == Err(Kurang::TakTerbaca) {
            self.tell_consequence(column);
        }
        self.tell_what_is_lost(jabatan.is_some(), nama.is_some() || kode.is_some());
        if let Err(errors) = self.validate() {
            run.findings.extend(place.findings(&errors));
        }
        let unit = UnitRef {
            kode: kode.as_deref().map(Into::into),
            nama: nama.as_deref().map(Into::into),
            induk: self.induk.text().filter(|induk| Some(*induk) != nama.as_deref()).map(Into::into),
            kecamatan: None,
        };
        let named = unit.nama.is_some() || unit.kode.is_some();
        let Some(jabatan) = jabatan.as_deref().filter(|_| named).cloned() else {
            let place = place.at(if named { "jabatan" } else { "unit" });
            let jabatan = jabatan.map(|jabatan| name_key(&jabatan.nama));
            return Err(BebanLepas { unit: named.then_some(unit), jabatan, place });
        };
        let abk_kes = self.jenis_tugas.value.is_some() || self.sbk.value.is_some() || self.ftp.value.is_some();
        let waktu_efektif = self.waktu_efektif.value.map(|waktu| waktu.0);
        Ok(FormasiDraft {
            unit,
            unit_id: None,
            unit_place: place.at(if self.unit.is_missing() { "jabatan" } else { "unit" }),
            jabatan,
            jenis_tertulis: false,
            kebutuhan: None,
            riil: None,
            kelas_jabatan: None,
            kualifikasi: None,
            strategis: None,
            keahlian: Vec::new(),
            place: place.at(column),
            baris: 1,
            beban: Some(Box::new(BebanDraft { tugas, abk_kes, waktu_efektif })),
        })
    }

    /// What to type where a number of minutes cannot be read.
    fn tell_minutes(&mut self, typed: &str, waktu_kerja: WaktuKerja) {
        if let (Some(kind), Some(problem)) = (self.norma.kind, &mut self.norma.problem)
            && problem.kode == &catalogue::ANGKA_ASING
        {
            **problem = angka_asing::of_minutes(kind, typed, waktu_kerja.jam);
        }
    }

    /// Says at the cell that could not be read what comes of it: one fault is told once.
    fn tell_consequence(&mut self, column: &str) {
        let problem = match column {
            "volume" => &mut self.volume.problem,
            "norma" => &mut self.norma.problem,
            "sbk" => &mut self.sbk.problem,
            "ftp" => &mut self.ftp.problem,
            "jenis_tugas" => &mut self.jenis_tugas.problem,
            _ => return,
        };
        if let Some(problem) = problem {
            problem.text.push_str("; beban kerja jabatan ini tidak dihitung");
        }
    }

    /// Says at the cell that lacks the name of a jabatan or unit what comes of it.
    fn tell_what_is_lost(&mut self, jabatan: bool, unit: bool) {
        let (field, text) = match (jabatan, unit) {
            (true, true) => return,
            (false, true) => {
                (&mut self.jabatan, "; beban kerja jabatan lain di unit itu tidak dihitung sampai sel ini diisi")
            }
            (true, false) => {
                (&mut self.unit, "; beban kerja jabatan itu di semua unit tidak dihitung sampai sel ini diisi")
            }
            (false, false) => (&mut self.unit, "; beban kerja di lembar ini tidak dihitung sampai sel ini diisi"),
        };
        if let Some(problem) = &mut field.problem {
            problem.text.push_str(text);
        }
    }

    /// The task, or the column that lacks something and what.
    fn tugas(&self, waktu_kerja: WaktuKerja) -> Result<Tugas, (&'static str, Kurang)> {
        let of = |field: &Field<Banyak>| field.value.map(|value| value.0);
        let told = |column: &'static str, what: &str, field: &Field<Banyak>| {
            of(field).ok_or_else(|| (column, field.kurang(what)))
        };
        if self.jenis_tugas.is_unreadable() {
            return Err(("jenis_tugas", self.jenis_tugas.kurang("jenis tugas")));
        }
        if of(&self.volume).is_none() && of(&self.ftp).is_some() {
            return told("ftp", "FTP", &self.ftp).map(Tugas::Ftp);
        }
        let volume = told("volume", "volume", &self.volume)?;
        let satuan = self.satuan(waktu_kerja)?;
        if self.jenis_tugas.value == Some(JenisTugas::Penunjang) {
            let norma = above_zero(told("norma", "norma waktu", &self.norma)?)?;
            return Ok(Tugas::Penunjang { volume, satuan, norma });
        }
        let takaran = match of(&self.sbk).filter(|_| !self.sbk.is_unreadable()) {
            Some(sbk) if sbk > Pecahan::NOL => Takaran::Sbk(sbk),
            Some(_) => return Err(("sbk", Kurang::Isi("standar beban kerja nol".into()))),
            None if self.sbk.is_unreadable() && self.norma.is_missing() => {
                return Err(("sbk", self.sbk.kurang("standar beban kerja")));
            }
            None => Takaran::Norma(above_zero(told("norma", "norma waktu", &self.norma)?)?),
        };
        Ok(Tugas::Pokok { volume, satuan, takaran })
    }

    /// As told; else as the waktu kerja efektif of the row tells; in ABK-Kes a year.
    fn satuan(&self, waktu_kerja: WaktuKerja) -> Result<SatuanWaktu, (&'static str, Kurang)> {
        if let Some(text) = self.satuan.text() {
            let strange = || Kurang::Isi(format!("satuan waktu “{text}” tidak dikenal"));
            return SatuanWaktu::parse(text).ok_or_else(|| ("satuan", strange()));
        }
        let minutes = self.waktu_efektif.value.map(|waktu| i64::from(waktu.0.floor()));
        match minutes.and_then(|minutes| waktu_kerja.satuan(minutes)) {
            Some(satuan) => Ok(satuan),
            None if self.jenis_tugas.value.is_some() || self.sbk.value.is_some() => Ok(SatuanWaktu::Tahun),
            None => Err(("satuan", Kurang::Isi("satuan waktu kosong".into()))),
        }
    }
}

/// Nothing takes no time: a norma waktu of zero is one that nobody has filled in, and would make a need of nobody.
fn above_zero(norma: Pecahan) -> Result<Pecahan, (&'static str, Kurang)> {
    (norma > Pecahan::NOL).then_some(norma).ok_or_else(|| ("norma", Kurang::Isi("norma waktu nol".into())))
}

impl<T> Field<T> {
    /// Why a cell without value is of no use. `read` tells of an Excel error without saying what comes of it.
    fn kurang(&self, what: &str) -> Kurang {
        match &self.problem {
            None => Kurang::Isi(format!("{what} kosong")),
            Some(problem) if told_by_read(problem.kode.code) => Kurang::Isi(format!("{what} tidak terbaca")),
            Some(_) => Kurang::TakTerbaca,
        }
    }
}

/// The rows of a table with the unit and jabatan of the row above where they are blank: such forms name the jabatan
/// once, above its tasks.
pub fn filled_down(table: &Table) -> Vec<RawRow> {
    let col = |name: &str| table.columns.iter().find(|column| column.name == name).map(|column| column.col);
    let columns: Vec<u32> = ["unit", "kode_unit", "jabatan"].into_iter().filter_map(col).collect();
    let mut above: Vec<Option<RawCell<'_>>> = vec![None; columns.len()];
    let mut rows = Vec::with_capacity(table.rows.len());
    for source in &table.rows {
        let mut row = source.clone();
        for (&col, above) in columns.iter().zip(&mut above) {
            match (source.cell(col).filter(|cell| !cell.text.trim().is_empty()), *above) {
                (Some(own), _) => *above = Some(own),
                (None, Some(above)) => row.put(above),
                (None, None) => {}
            }
        }
        rows.push(row);
    }
    rows
}
