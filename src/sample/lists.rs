//! The workbooks beside the personnel files: wishes, marks, punishments, puskesmas and surveys.

use crate::model::artifact::{PlainCell, PlainSheet, PlainWorkbook};
use crate::model::cells::Kind;
use crate::model::kinerja::Predikat;
use crate::model::status::TingkatHukdis;
use crate::model::wilayah::Wilayah;
use crate::sample::Wanted;
use crate::sample::columns::{date, number, text};
use crate::sample::names::with_titles;
use crate::sample::people::Person;
use crate::sample::rng::Rng;
use crate::sample::sheets::{headers, path};
use crate::sample::units::{SampleUnit, Tempat, Zone};
use crate::schema;

/// Most rows of a list, however big the region: a sample is to be looked at.
const MOST: usize = 40;

/// The region that the lists are about.
pub(super) struct Region<'a> {
    pub wanted: &'a Wanted,
    pub wilayah: &'a Wilayah,
    pub tempat: &'a [Tempat],
    pub units: &'a [SampleUnit],
    pub people: &'a [Person],
}

impl Region<'_> {
    /// A workbook for each kind of list.
    pub fn lists(&self, rng: &Rng) -> Vec<PlainWorkbook> {
        vec![
            self.workbook("puskesmas", "Profil Puskesmas", headers(PUSKESMAS), self.puskesmas(&mut rng.fork(1))),
            self.workbook(
                "aspirasi-pegawai",
                "Aspirasi",
                titles(Kind::Aspirasi, ASPIRASI),
                self.aspirasi(&mut rng.fork(2)),
            ),
            self.penilaian(&mut rng.fork(3)),
            self.workbook("hukuman-disiplin", "Hukuman Disiplin", titles(Kind::Hukdis, HUKDIS), self.hukdis()),
            self.workbook("survei-kepuasan", "SKM", titles(Kind::Survei, SURVEI), self.survei(&mut rng.fork(4))),
        ]
    }

    fn workbook(&self, file: &str, sheet: &str, headers: Vec<String>, rows: Vec<Vec<PlainCell>>) -> PlainWorkbook {
        let sheet = PlainSheet { name: sheet.into(), titles: Vec::new(), headers, rows };
        PlainWorkbook { path: path(self.wanted, file), sheets: vec![sheet] }
    }

    fn year(&self) -> i16 {
        self.wanted.periode.first_day().year()
    }

    /// The annual report: every puskesmas near the seat of its kecamatan.
    fn puskesmas(&self, rng: &mut Rng) -> Vec<Vec<PlainCell>> {
        let all = self.units.iter().filter(|unit| unit.jenis == "Puskesmas");
        let row = |(index, unit): (usize, &SampleUnit)| {
            let tempat = &self.tempat[unit.tempat];
            let kategori = match tempat.zone {
                Zone::Kota => "Perkotaan",
                Zone::Tengah => "Perdesaan",
                Zone::Terpencil => "Terpencil",
            };
            let seat = self.wilayah.by_name(&tempat.nama).map(|id| self.wilayah.get(id));
            let point = seat.map(|seat| {
                let mut near = |degrees: f64| degrees + f64::from(rng.between(-150, 150)) / 10_000.0;
                format!("{:.5}, {:.5}", near(seat.lat), near(seat.lon))
            });
            vec![
                number(index as i32 + 1),
                text(&unit.kode),
                text(&unit.nama),
                text(&tempat.nama),
                text(rng.weighted(&[("Dasar", 1), ("Madya", 3), ("Utama", 4), ("Paripurna", 2)])),
                text(&point.unwrap_or_default()),
                text(kategori),
                text(if rng.chance(400) { "Rawat Inap" } else { "Non Rawat Inap" }),
                number(rng.between(18, 240)),
                number(rng.between(4_000, 38_000)),
            ]
        };
        all.enumerate().map(row).collect()
    }

    /// A few wishes: units of the same field, dearest first.
    fn aspirasi(&self, rng: &mut Rng) -> Vec<Vec<PlainCell>> {
        let mut rows: Vec<Vec<PlainCell>> = Vec::new();
        for person in self.people {
            if rows.len() == MOST || !rng.chance(50) {
                continue;
            }
            let own = &self.units[person.unit];
            let same = |unit: &&SampleUnit| unit.jenis == own.jenis && unit.nama != own.nama;
            let near: Vec<&SampleUnit> = self.units.iter().filter(same).collect();
            let willing = rng.chance(750);
            let wishes = if near.is_empty() || !willing { 0 } else { rng.between(1, 2) };
            let mut usulan = [""; 3];
            for wish in usulan.iter_mut().take(wishes as usize) {
                *wish = &rng.pick(&near).nama;
            }
            if usulan[0] == usulan[1] {
                usulan[1] = "";
            }
            let alasan =
                if wishes > 0 { *rng.pick(&["Lebih dekat dengan rumah", "Ingin pengalaman baru"]) } else { "" };
            let keberatan = if willing { "" } else { *rng.pick(&["Merawat orang tua", "Anak masih balita"]) };
            let mut row = vec![number(rows.len() as i32 + 1), text(&person.nip), text(&full_name(person))];
            row.extend(usulan.map(text));
            row.extend([if willing { "Ya" } else { "Tidak" }, alasan, keberatan].map(text));
            rows.push(row);
        }
        rows
    }

    /// Marks of last year and the year three years ago, and an assessment for some.
    fn penilaian(&self, rng: &mut Rng) -> PlainWorkbook {
        let older = format!("SKP {}", self.year() - 3);
        let last = format!("SKP {}", self.year() - 1);
        // A year of its own for each column of marks.
        let mut titles = titles(Kind::Penilaian, PENILAIAN);
        titles.splice(3..3, [older, last]);
        let mut rows: Vec<Vec<PlainCell>> = Vec::new();
        for person in self.people {
            let Some(predikat) = person.skp[1].filter(|_| rows.len() < MOST && rng.chance(120)) else { continue };
            let mut row = vec![number(rows.len() as i32 + 1), text(&person.nip), text(&full_name(person))];
            row.extend([text(person.skp[0].map_or("", |_| "Baik")), text(predikat.label())]);
            let jpm = rng.between(6_200, 9_600);
            let potential = rng.between(0, 2);
            let achieved = match predikat {
                Predikat::SangatBaik => 2,
                Predikat::Baik => 1,
                Predikat::ButuhPerbaikan | Predikat::Kurang | Predikat::SangatKurang => 0,
            };
            row.push(PlainCell::Number(f64::from(jpm) / 100.0));
            row.push(number(rng.between(60, 95)));
            row.push(number(KOTAK[potential as usize][achieved]));
            rows.push(row);
        }
        self.workbook("penilaian-kinerja", "Penilaian", titles, rows)
    }

    /// The punishments that the personnel files tell too.
    fn hukdis(&self) -> Vec<Vec<PlainCell>> {
        let punished = self.people.iter().filter_map(|person| Some((person, person.hukdis?)));
        let row = |(index, (person, (tingkat, from, to))): (usize, (&Person, _))| {
            let (label, jenis) = match tingkat {
                TingkatHukdis::Ringan => ("Ringan", "Teguran tertulis"),
                TingkatHukdis::Sedang => ("Sedang", "Pemotongan tunjangan kinerja 25% selama 12 bulan"),
                TingkatHukdis::Berat => ("Berat", "Penurunan jabatan setingkat lebih rendah selama 12 bulan"),
            };
            let mut row = vec![number(index as i32 + 1), text(&person.nip), text(&full_name(person))];
            row.extend([text(label), text(jenis), date(Some(from)), date(Some(to))]);
            row
        };
        punished.take(MOST).enumerate().map(row).collect()
    }

    /// Two half-years of the puskesmas and offices.
    fn survei(&self, rng: &mut Rng) -> Vec<Vec<PlainCell>> {
        let asked =
            self.units.iter().filter(|unit| unit.sekolah.is_none() && unit.jenis != "Sekretariat").take(MOST / 2);
        let mut rows: Vec<Vec<PlainCell>> = Vec::new();
        for unit in asked {
            let base = rng.between(7_000, 9_200);
            for (half, year) in [("II", self.year() - 1), ("I", self.year())] {
                rows.push(vec![
                    number(rows.len() as i32 + 1),
                    text(&unit.nama),
                    text(&format!("Semester {half} {year}")),
                    PlainCell::Number(f64::from(base + rng.between(-150, 300)) / 100.0),
                    number(rng.between(60, 240)),
                ]);
            }
        }
        rows
    }
}

/// The box by potential, then by achievement (domain §1.3).
const KOTAK: [[i32; 3]; 3] = [[1, 2, 4], [3, 5, 7], [6, 8, 9]];

const PUSKESMAS: &[&str] = &[
    "No",
    "Kode Registrasi",
    "Nama Puskesmas",
    "Kecamatan",
    "Akreditasi",
    "Titik Koordinat",
    "Kategori Karakteristik Wilayah",
    "Kemampuan Penyelenggaraan",
    "Luas Wilayah",
    "Jumlah Penduduk",
];
const ASPIRASI: &[&str] = &["nip", "nama", "usulan_1", "usulan_2", "usulan_3", "bersedia", "alasan", "keberatan"];
const PENILAIAN: &[&str] = &["nip", "nama", "jpm", "asesmen", "kotak"];
const HUKDIS: &[&str] = &["nip", "nama", "tingkat", "jenis", "mulai", "akhir"];
const SURVEI: &[&str] = &["unit", "periode", "ikm", "responden"];

/// The number of a row, then columns of the schema as it titles them.
fn titles(kind: Kind, columns: &[&str]) -> Vec<String> {
    let title = |name: &&str| schema::of(kind).column(name).expect("the lists name columns of their schema").title;
    std::iter::once("NO").chain(columns.iter().map(title)).map(str::to_string).collect()
}

fn full_name(person: &Person) -> String {
    with_titles(&person.gelar_depan, &person.nama, person.study.gelar_belakang)
}
