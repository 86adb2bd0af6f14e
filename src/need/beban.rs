//! Need from workload: the rows of each jabatan together, by ABK or, in the words of ABK-Kes, by that method.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::abk::{self, Wke};
use super::abkkes;
use super::banding::Meja;
use super::wajar;
use crate::finding::{Finding, Noted, Place, catalogue};
use crate::law::Law;
use crate::model::angka::ribuan;
use crate::model::beban::{BarisBeban, Kurang, SatuanWaktu, Tugas};
use crate::model::jabatan::{Jenjang, name_key};
use crate::model::needs::{Kebutuhan, Ragu, SebabRagu, SumberKebutuhan};
use crate::model::roster::Roster;
use crate::model::unit::UnitId;
use crate::settings::Settings;

/// The rows of one unit.
pub fn of_unit(roster: &Roster, unit: UnitId) -> &[BarisBeban] {
    let start = roster.beban.partition_point(|row| row.unit < unit);
    let end = roster.beban.partition_point(|row| row.unit <= unit);
    &roster.beban[start..end]
}

/// Weighs every jabatan of a unit whose rows are whole; D-165 for the others, whose need is not known by any other way:
/// the keys of those that no official figure states, each with the row to be put right.
pub fn weigh(meja: &mut Meja<'_>, law: &Law, settings: &Settings, id: UnitId) -> Noted<Vec<(String, Ragu)>> {
    let mut by_nama: BTreeMap<String, BTreeMap<Option<Jenjang>, Vec<&BarisBeban>>> = BTreeMap::new();
    for row in of_unit(meja.roster, id) {
        let of_nama = by_nama.entry(name_key(&row.jabatan.nama)).or_default();
        of_nama.entry(row.jabatan.jenjang).or_default().push(row);
    }
    let (mut findings, mut ragu) = (Vec::new(), Vec::new());
    for (key, by_jenjang) in &by_nama {
        match by_jenjang
            .iter()
            .map(|(jenjang, rows)| Some((*jenjang, of_jabatan(rows, law, settings)?)))
            .collect::<Option<Vec<_>>>()
        {
            Some(figures) => {
                for (rows, (_, figure)) in by_jenjang.values().zip(&figures) {
                    findings.extend(doubt(meja.roster, id, rows, figure, law, settings));
                }
                findings.extend(place(meja, id, &by_jenjang.values().flatten().copied().collect::<Vec<_>>(), figures))
            }
            None => {
                findings.extend(by_jenjang.values().flat_map(|rows| incomplete(meja.roster, rows, law, settings)));
                let stated = !meja.book.named(id, key).is_empty();
                let rows = by_jenjang.values().flatten();
                let faulty = rows.clone().find(|row| row.tugas.is_err()).or(rows.clone().next());
                let why = |row: &&BarisBeban| (key.clone(), Ragu::new(SebabRagu::Beban, row.place.clone()));
                ragu.extend(faulty.filter(|_| !stated).map(why));
            }
        }
    }
    Noted { value: ragu, findings }
}

/// The time of a year that counts for these rows, and the method.
fn wke<'a>(rows: &[&BarisBeban], law: &'a Law, settings: &Settings) -> (Wke<'a>, bool) {
    let abk_kes = rows.iter().any(|row| row.abk_kes);
    let tahun = if abk_kes { law.angka("wkt_menit_per_tahun").nilai } else { settings.kebutuhan.wke_menit_per_tahun };
    (Wke { law, tahun }, abk_kes)
}

/// The figure of one jabatan; `None` where a row lacks something: half a workload is no workload.
fn of_jabatan(rows: &[&BarisBeban], law: &Law, settings: &Settings) -> Option<Kebutuhan> {
    let tugas: Vec<Tugas> = rows.iter().map(|row| row.tugas.clone().ok()).collect::<Option<_>>()?;
    let (wke, abk_kes) = wke(rows, law, settings);
    let (keb, uraian) = if abk_kes { abkkes::keb(&tugas, &wke) } else { abk::keb(&tugas, &wke) }?;
    let need = keb.half_up();
    Some(Kebutuhan {
        lo: need,
        hi: need,
        sumber: SumberKebutuhan::BebanKerja,
        lain: Vec::new(),
        uraian: format!("{}: {uraian}", if abk_kes { "ABK-Kes" } else { "ABK" }),
        place: rows.first().map(|row| row.place.clone()),
    })
}

/// K-111 at the row that alone asks for most people.
fn doubt(
    roster: &Roster,
    id: UnitId,
    rows: &[&BarisBeban],
    figure: &Kebutuhan,
    law: &Law,
    settings: &Settings,
) -> Option<Finding> {
    let alone = |row: &&&BarisBeban| of_jabatan(&[**row], law, settings).map(|own| own.lo);
    let row = rows.iter().rev().max_by_key(alone)?;
    wajar::doubt(roster, settings, (id, &row.jabatan.to_string()), figure, &row.place)
}

/// Shows the figures beside the official one of that name, of all jenjang together; else makes the posts.
fn place(
    meja: &mut Meja<'_>,
    id: UnitId,
    rows: &[&BarisBeban],
    figures: Vec<(Option<Jenjang>, Kebutuhan)>,
) -> Option<Finding> {
    let nama: Arc<str> = rows.first()?.jabatan.nama.clone();
    if !meja.book.names(id, &nama) {
        // Where nobody says how many are present, nothing can be short.
        for (jenjang, figure) in figures.into_iter().filter(|_| meja.people.has(id)) {
            meja.book.add(id, nama.clone(), jenjang, Some(figure));
        }
        return None;
    }
    let words: Vec<&str> = figures.iter().map(|(_, figure)| figure.uraian.as_str()).collect();
    let sum = Kebutuhan {
        lo: figures.iter().map(|(_, figure)| figure.lo).sum(),
        hi: figures.iter().map(|(_, figure)| figure.hi).sum(),
        uraian: words.join("; "),
        ..figures.first()?.1.clone()
    };
    meja.compare(id, &nama, sum)
}

/// D-165 for every row that cannot be used: at the cell that lacks something, with what it lacks. A cell that could not
/// be read has its finding already, which says so too.
fn incomplete(roster: &Roster, rows: &[&BarisBeban], law: &Law, settings: &Settings) -> Vec<Finding> {
    let tell = |row: &BarisBeban, what: &str| {
        let unit = &roster.unit(row.unit).nama;
        let problem = format!("{what}; beban kerja {} di {unit} tidak dihitung", row.jabatan);
        Finding::new(&catalogue::BEBAN_TAK_LENGKAP, row.place.clone(), &*row.jabatan.nama, problem)
    };
    let lacking = rows.iter().filter_map(|row| match row.tugas.as_ref().err()? {
        Kurang::Isi(what) => Some(tell(row, what)),
        Kurang::TakTerbaca => None,
    });
    let lacking: Vec<Finding> = lacking.collect();
    match rows.first() {
        Some(first) if rows.iter().all(|row| row.tugas.is_ok()) && of_jabatan(rows, law, settings).is_none() => {
            let what = "tugas penunjang menghabiskan seluruh waktu kerja, atau angkanya terlalu besar";
            vec![tell(first, what)]
        }
        _ => lacking,
    }
}

/// D-166: files that state another waktu kerja efektif than the one in force, once for each file and figure.
pub fn other_times(roster: &Roster, law: &Law, settings: &Settings) -> Vec<Finding> {
    let mut by_jabatan: BTreeMap<(UnitId, String), Vec<&BarisBeban>> = BTreeMap::new();
    for row in &roster.beban {
        by_jabatan.entry((row.unit, name_key(&row.jabatan.nama))).or_default().push(row);
    }
    // By file, words and remedy: how many rows, the first of them, and its figure.
    type Told = BTreeMap<(Arc<str>, String, String), (usize, Place, String)>;
    let mut told = Told::new();
    for rows in by_jabatan.values() {
        let (wke, abk_kes) = wke(rows, law, settings);
        for row in rows {
            let satuan = match row.tugas {
                Ok(Tugas::Pokok { satuan, .. } | Tugas::Penunjang { satuan, .. }) => satuan,
                Ok(Tugas::Ftp(_)) => SatuanWaktu::Tahun,
                Err(_) => continue,
            };
            let used = wke.menit(satuan);
            let Some(stated) = row.waktu_efektif.filter(|stated| i64::from(stated.half_up()) != used) else { continue };
            let words = format!("{} menit {}", stated.in_words(0), satuan.label());
            let words = format!("{words}, sedangkan yang dipakai menghitung {} menit", ribuan(used));
            let remedy = source_of(satuan, abk_kes, law);
            let entry = (0, row.place.clone(), stated.in_words(0));
            told.entry((row.place.file.clone(), words, remedy)).or_insert(entry).0 += 1;
        }
    }
    let finding = |((_, words, remedy), (count, place, stated))| {
        let problem = format!("{count} baris menyebut waktu kerja efektif {words}");
        Finding::new(&catalogue::WAKTU_KERJA_BEDA, place, stated, problem).with_remedy(remedy)
    };
    told.into_iter().map(finding).collect::<Vec<Finding>>()
}

/// What to do about another time: only that of a year, and only in ABK, is an office's to set.
fn source_of(satuan: SatuanWaktu, abk_kes: bool, law: &Law) -> String {
    let kunci = match (satuan, abk_kes) {
        (SatuanWaktu::Tahun, false) => {
            return "Jika angka di berkas yang berlaku di daerah ini, tulis angka itu pada kebutuhan.wke_menit_per_tahun \
                    di mutasi.toml; jika tidak, perbaiki angka di berkas."
                .into();
        }
        (SatuanWaktu::Tahun, true) => "wkt_menit_per_tahun",
        (SatuanWaktu::Bulan, _) => "wke_menit_per_bulan",
        (SatuanWaktu::Minggu, _) => "wke_menit_per_minggu",
        (SatuanWaktu::Hari, _) => "wke_menit_per_hari",
        (SatuanWaktu::Jam, _) => "wke_menit_per_jam",
    };
    let dasar = &law.angka(kunci).dasar;
    format!("Perbaiki angka atau satuan waktunya di berkas; yang dipakai menurut {dasar}.")
}
