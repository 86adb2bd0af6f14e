//! The workbooks of a sample region: personnel files, the Dapodik export, need, units.

use std::collections::BTreeMap;

use crate::model::artifact::{PlainCell, PlainSheet, PlainWorkbook};
use crate::model::jabatan::JenisJabatan;
use crate::model::pendidikan::TingkatPendidikan;
use crate::sample::Wanted;
use crate::sample::columns::{self, Column, Row, number, text};
use crate::sample::jabatan::JabatanKind;
use crate::sample::offices;
use crate::sample::people::Person;
use crate::sample::schools::KEPALA_SEKOLAH;
use crate::sample::units::{Bidang, SampleUnit, Tempat};

/// A personnel file of a real office rarely holds more rows than this.
const ROWS_PER_FILE: usize = 5_000;

/// Columns a sheet was made from, beside the sheet: what `dirt` needs to know.
pub(super) struct Made {
    pub workbook: PlainWorkbook,
    /// For each sheet of the workbook its personnel columns; `None` for other kinds.
    pub columns: Option<&'static [Column]>,
}

/// Where a month's workbooks are dropped: `masuk/2026-11/`.
pub(super) fn path(wanted: &Wanted, name: &str) -> String {
    format!("masuk/{}/{name}.xlsx", wanted.periode)
}

/// The personnel workbooks of one field, split so that each is of a size people really send.
pub(super) fn personnel(
    wanted: &Wanted,
    name: &str,
    columns: &'static [Column],
    titles: &[String],
    people: &[(&Person, &SampleUnit)],
) -> Vec<Made> {
    let files = people.len().div_ceil(ROWS_PER_FILE).max(1);
    let rows_per_file = people.len().div_ceil(files).max(1);
    let named = |index: usize| match files {
        1 => path(wanted, name),
        _ => path(wanted, &format!("{name}-{}", index + 1)),
    };
    let headers = columns::headers(columns, wanted.periode.first_day().year());
    let file = |(index, people): (usize, &[(&Person, &SampleUnit)])| {
        let row = |(number, (person, unit)): (usize, &(&Person, &SampleUnit))| {
            let row = Row { number: number + 1, person, unit };
            columns.iter().map(|column| (column.cell)(&row)).collect()
        };
        let rows = people.iter().enumerate().map(row).collect();
        let titles = titles.to_vec();
        let sheet = PlainSheet { name: "Data Pegawai".into(), titles, headers: headers.clone(), rows };
        Made { workbook: PlainWorkbook { path: named(index), sheets: vec![sheet] }, columns: Some(columns) }
    };
    people.chunks(rows_per_file).enumerate().map(file).collect()
}

pub(super) fn headers(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_string()).collect()
}

/// The Dapodik progress export, headers exactly as it prints them.
pub(super) fn sekolah(wanted: &Wanted, tempat: &[Tempat], units: &[SampleUnit]) -> Made {
    let year = wanted.periode.first_day().year();
    let row = |(index, unit): (usize, &SampleUnit)| {
        let school = unit.sekolah.as_ref()?;
        let guru = unit.people() as u32 + school.guru_lain;
        let npsn = unit.kode.parse::<f64>().map_or_else(|_| text(&unit.kode), PlainCell::Number);
        let whole = |value: u32| number(value as i32);
        Some(vec![
            npsn,
            text(school.bentuk.label()),
            text(if school.negeri { "Negeri" } else { "Swasta" }),
            text(&format!(
                "{:02} Okt {year} {:02}:{:02}:{:02}",
                index % 28 + 1,
                index % 11 + 7,
                index % 60,
                index % 59
            )),
            whole(index as u32 % 25 + 1),
            whole(school.pd),
            whole(school.rombel),
            whole(guru),
            whole(school.rombel / 6),
            whole(school.rombel + 1),
            whole(u32::from(school.rombel > 9)),
            whole(1),
            number(i32::from(year)),
            text(&tempat[unit.tempat].nama),
        ])
    };
    let schools = units.iter().enumerate().filter_map(|item| Some((item.1, row(item)?)));
    let rows = schools
        .enumerate()
        .map(|(index, (unit, rest))| [number(index as i32 + 1), text(&unit.nama)].into_iter().chain(rest).collect())
        .collect();
    let sheet = PlainSheet {
        name: "Sheet1".into(),
        titles: Vec::new(),
        headers: headers(&[
            "No",
            "Nama Sekolah",
            "NPSN",
            "BP",
            "Status",
            "Last Sync",
            "Jml Sync",
            "PD",
            "Rombel",
            "Guru",
            "Pegawai",
            "R. Kelas",
            "R. Lab",
            "R. Perpus",
            "Tahun",
            "Kecamatan",
        ]),
        rows,
    };
    Made { workbook: PlainWorkbook { path: path(wanted, "sekolah"), sheets: vec![sheet] }, columns: None }
}

/// The daftar kebutuhan jabatan: a sheet for the puskesmas, one for schools with subject teachers, one for the offices.
pub(super) fn kebutuhan(wanted: &Wanted, units: &[SampleUnit]) -> Made {
    let of = |wanted: fn(&SampleUnit) -> bool| units.iter().filter(move |unit| wanted(unit));
    let health = of(|unit| unit.bidang == Bidang::Kesehatan);
    let school = of(|unit| unit.sekolah.is_some());
    let office = of(|unit| unit.bidang != Bidang::Kesehatan && unit.sekolah.is_none());
    let sheets = [
        need_sheet(wanted, "Dinas Kesehatan", Some(offices::DINAS_KESEHATAN), health),
        need_sheet(wanted, "Dinas Pendidikan", Some(offices::DINAS_PENDIDIKAN), school),
        need_sheet(wanted, "Perangkat Daerah", None, office),
    ];
    let sheets = sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    Made { workbook: PlainWorkbook { path: path(wanted, "kebutuhan-jabatan"), sheets }, columns: None }
}

fn need_sheet<'a>(
    wanted: &Wanted,
    name: &str,
    skpd: Option<&str>,
    units: impl Iterator<Item = &'a SampleUnit>,
) -> PlainSheet {
    let mut rows: Vec<Vec<PlainCell>> = Vec::new();
    for unit in units {
        // A jabatan stands once for a unit, however many posts of the sample it is made of.
        let mut lines: BTreeMap<&str, (&JabatanKind, u32, u32)> = BTreeMap::new();
        for post in unit.posts.iter().filter(|post| post.official) {
            let nama = post.tugas_tambahan.filter(|duty| *duty == KEPALA_SEKOLAH).unwrap_or(post.jabatan.nama);
            let line = lines.entry(nama).or_insert((post.jabatan, 0, 0));
            line.1 += post.need;
            line.2 += post.present;
        }
        for (nama, (jabatan, abk, riil)) in lines {
            let kualifikasi = kualifikasi(jabatan);
            rows.push(need_row([nama, &unit.nama, &kualifikasi], rows.len() + 1, abk as i32, riil as i32));
        }
    }
    let titles = [Some("DAFTAR KEBUTUHAN JABATAN".to_string()), skpd.map(str::to_uppercase)]
        .into_iter()
        .flatten()
        .chain([
            format!("PEMERINTAH {}", wanted.daerah.full_name().to_uppercase()),
            format!("PERIODE {}", wanted.periode.in_words().to_uppercase()),
        ])
        .collect();
    let names = ["NO", "NAMA JABATAN", "NAMA UNIT KERJA", "KUALIFIKASI PENDIDIKAN", "ABK", "RIIL", "STATUS", "+/-"];
    PlainSheet { name: name.to_string(), titles, headers: headers(&names), rows }
}

fn need_row(texts: [&str; 3], no: usize, abk: i32, riil: i32) -> Vec<PlainCell> {
    let status = match riil.cmp(&abk) {
        std::cmp::Ordering::Less => "Kurang",
        std::cmp::Ordering::Equal => "OK",
        std::cmp::Ordering::Greater => "Lebih",
    };
    vec![
        number(no as i32),
        text(texts[0]),
        text(texts[1]),
        text(texts[2]),
        number(abk),
        number(riil),
        text(status),
        number(riil - abk),
    ]
}

/// `D-III Keperawatan atau Profesi Ners`, as a post's qualification is printed.
fn kualifikasi(jabatan: &JabatanKind) -> String {
    if jabatan.studies.iter().all(|study| study.tingkat == TingkatPendidikan::Slta) {
        return "SLTA/sederajat".to_string();
    }
    let mut names: Vec<String> = Vec::new();
    for study in jabatan.studies {
        let name = format!("{} {}", study.tingkat.label(), study.jurusan);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let relevant = if jabatan.jenis == JenisJabatan::Pelaksana { " atau bidang lain yang relevan" } else { "" };
    names.join(" atau ") + relevant
}

/// Units that are no schools, with their parent and kecamatan.
pub(super) fn unit(wanted: &Wanted, tempat: &[Tempat], units: &[SampleUnit]) -> Made {
    let row = |unit: &SampleUnit| {
        let cells = [&unit.kode, &unit.nama, unit.jenis, &unit.induk, &tempat[unit.tempat].nama];
        cells.map(text).to_vec()
    };
    let sheet = PlainSheet {
        name: "Unit Kerja".into(),
        titles: Vec::new(),
        headers: headers(&["KODE UNIT", "NAMA UNIT", "JENIS UNIT", "INDUK", "KECAMATAN"]),
        rows: units.iter().filter(|unit| unit.sekolah.is_none()).map(row).collect(),
    };
    Made { workbook: PlainWorkbook { path: path(wanted, "unit"), sheets: vec![sheet] }, columns: None }
}
