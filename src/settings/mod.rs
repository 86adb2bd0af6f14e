//! What an office may set: `defaults.toml` under the folder's `mutasi.toml`.

mod akibat;
mod beda;
mod bobot;
mod daerah;
mod jam;
mod lay;
mod paket;
mod rencana;
mod skenario;
pub mod surat;
mod waktu;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use toml::{Table, Value};

use self::lay::{Lay, STATUS_KEPALA_DAERAH, line_of};
use crate::finding::{Cell, Finding, Noted, Place, catalogue};
use crate::law::daerah::AturanDaerah;
use crate::law::linearitas::Baris;
use crate::law::ubahan::Ubahan;
use crate::law::{Law, Override};

pub use beda::Beda;
pub use bobot::{Bobot, Kompetensi, Strategis};
pub use jam::JamPelajaran;
pub use rencana::{Perbandingan, Rencana};
pub use skenario::Skenario;
pub use surat::{Sk, Surat};

/// The commented defaults; `init` writes them out as `mutasi.toml`.
pub const DEFAULTS: &str = include_str!("defaults.toml");

/// Name of the settings file in a working folder.
pub const FILE: &str = "mutasi.toml";

/// All settings of a run.
#[derive(Clone, Debug, Deserialize)]
pub struct Settings {
    pub daerah: Daerah,
    pub waktu: Waktu,
    pub kepala_daerah: KepalaDaerah,
    #[serde(skip)]
    pub aturan: BTreeMap<String, Override>,
    /// Numbers and tables of the law in place of the pack's.
    #[serde(skip)]
    pub ubahan: Ubahan,
    /// In order of their codes.
    #[serde(skip)]
    pub aturan_daerah: Vec<AturanDaerah>,
    /// The folder's own rows of the table of linearity; they stand in a file of their own.
    #[serde(skip)]
    pub linearitas: Vec<Baris>,
    /// Every other setting that differs from the defaults.
    #[serde(skip)]
    pub beda: Vec<Beda>,
    pub kebutuhan: Kebutuhan,
    pub rencana: Rencana,
    pub rotasi: Rotasi,
    pub bobot: Bobot,
    pub kompetensi: Kompetensi,
    pub strategis: Strategis,
    pub sk: Sk,
    pub surat: Surat,
    pub baca: Baca,
    pub data: Data,
    pub privasi: Privasi,
    pub batas: Batas,
}

/// The settings file is no TOML from this line on, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "mutasi.toml baris {line} tidak terbaca; periksa tanda kutip dan tanda sama dengan pada baris itu, lalu jalankan lagi"
)]
pub struct NotToml {
    pub line: u32,
}

/// The region.
#[derive(Clone, Debug, Deserialize)]
pub struct Daerah {
    pub nama: String,
    /// `Kabupaten`, `Kota` or `Provinsi`.
    pub sebutan: String,
    pub provinsi: String,
    pub kode_wilayah: String,
    pub ibu_kota: String,
}

impl Daerah {
    /// `Kabupaten Merangin`.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.sebutan, self.nama)
    }

    /// Who decides, as a decree prints it: `BUPATI MERANGIN`, `WALI KOTA BINJAI`, `GUBERNUR GORONTALO`.
    pub fn pejabat(&self) -> String {
        let title = match self.sebutan.trim().to_lowercase().as_str() {
            "provinsi" => "GUBERNUR",
            "kota" => "WALI KOTA",
            _ => "BUPATI",
        };
        format!("{title} {}", self.nama.to_uppercase())
    }

    /// Whether the office is a province: then SMA, SMK and SLB are its schools, else TK, SD and SMP (domain §0.5).
    pub fn is_province(&self) -> bool {
        self.sebutan.trim().eq_ignore_ascii_case("provinsi")
    }
}

/// Dates of the run.
#[derive(Clone, Debug, Deserialize)]
pub struct Waktu {
    #[serde(deserialize_with = "optional_date")]
    pub tanggal_efektif: Option<Date>,
}

/// How need is weighed.
#[derive(Clone, Debug, Deserialize)]
pub struct Kebutuhan {
    /// Waktu kerja efektif of a year, in minutes; more than zero.
    pub wke_menit_per_tahun: i64,
    /// Retirements are projected so many months ahead; zero for none.
    pub horizon_bulan: i64,
    /// People in one post of one unit beyond which a need is doubted; zero for never.
    pub wajar_paling_banyak: i64,
    /// Pupils of a rombel, in percent of the most there may be, from which on the count of rombel is not believed; zero
    /// for always believed.
    pub murid_rombel_wajar_perseratus: i64,
    pub jam_pelajaran: Vec<JamPelajaran>,
}

/// What of the head of the region and of elections bears on who may be moved (domain R33, R34, §1.1 A7).
#[derive(Clone, Debug, Deserialize)]
pub struct KepalaDaerah {
    /// `definitif`, `Pj`, `Pjs`, `Plt` or `Plh`.
    pub status: String,
    #[serde(deserialize_with = "optional_date")]
    pub pelantikan: Option<Date>,
    /// When the candidates of the next election are (or were) declared.
    #[serde(deserialize_with = "optional_date")]
    pub penetapan_paslon: Option<Date>,
    /// End of the term in office, with which the window of an election closes.
    #[serde(deserialize_with = "optional_date")]
    pub akhir_masa_jabatan: Option<Date>,
    /// Number and date of the written approval of the Minister of Home Affairs; empty: there is none.
    pub persetujuan_mendagri: String,
}

impl KepalaDaerah {
    /// Whether the head holds the office in full, not for another.
    pub fn is_definitif(&self) -> bool {
        self.status.trim().eq_ignore_ascii_case(STATUS_KEPALA_DAERAH[0])
    }

    /// The Minister's approval as written; `None`: there is none.
    pub fn persetujuan(&self) -> Option<&str> {
        Some(self.persetujuan_mendagri.trim()).filter(|text| !text.is_empty())
    }
}

/// The list of those due for rotation (domain R44).
#[derive(Clone, Debug, Deserialize)]
pub struct Rotasi {
    /// Who reaches the limit of rotation within so many months is listed too.
    pub mendekati_bulan: u32,
}

/// How tables are read.
#[derive(Clone, Debug, Deserialize)]
pub struct Baca {
    /// Whether the heading of a group is the unit of the rows below it that name none (domain §3.3, D9).
    pub unit_dari_baris_kelompok: bool,
    pub lembar_tersembunyi: LembarTersembunyi,
}

/// What is done with a sheet that somebody has hidden (domain §3.3, D10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LembarTersembunyi {
    /// Named and not read: an old list is hidden more often than one that counts.
    Sebut,
    /// Read as any other, and named.
    Baca,
}

/// As `mutasi.toml` writes it.
const LEMBAR_TERSEMBUNYI: [&str; 2] = ["sebut", "baca"];

/// What is made of the inbox's data.
#[derive(Clone, Debug, Deserialize)]
pub struct Data {
    /// Whether the month before is read too, to show what changed.
    pub bandingkan_bulan_lalu: bool,
}

/// Personal data.
#[derive(Clone, Debug, Deserialize)]
pub struct Privasi {
    pub salin_kolom_pribadi: bool,
}

/// Safe limits of reading one file.
#[derive(Clone, Debug, Deserialize)]
pub struct Batas {
    pub berkas_mb: u64,
    pub isi_mb: u64,
    pub sel_per_lembar: u64,
    /// For the texts and cells of one file.
    pub memori_mb: u64,
    /// Processor time for one file; where the system tells none of it, time on the clock with ten times the allowance.
    pub detik_per_berkas: u64,
}

fn optional_date<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Option<Date>, D::Error> {
    let text = String::deserialize(input)?;
    if text.trim().is_empty() {
        return Ok(None);
    }
    text.trim().parse().map(Some).map_err(|_| serde::de::Error::custom("tanggal ditulis TAHUN-BULAN-HARI"))
}

impl Default for Settings {
    fn default() -> Settings {
        toml::from_str(DEFAULTS).expect("defaults.toml holds every key with its right type")
    }
}

impl Settings {
    /// The law of a day with everything the folder has its own of.
    pub fn law(&self, tanggal: Date) -> Law {
        Law::at(tanggal, &self.aturan).with_ubahan(&self.ubahan).with_daerah(&self.aturan_daerah)
    }

    /// Reads a folder's `mutasi.toml` over the defaults. Unknown keys and unusable values become findings
    /// at their line, and the default holds.
    ///
    /// # Errors
    /// Text that is no TOML: then nothing of it can be trusted, and a run must not go on with the defaults.
    pub fn parse(text: &str) -> Result<Noted<Settings>, NotToml> {
        let user: Table = text.parse().map_err(|error: toml::de::Error| NotToml {
            line: error.span().map_or(1, |span| line_of(text, span.start) + 1),
        })?;
        Ok(Settings::of_table(text, &user))
    }

    /// The same of a table already read; `text` tells the lines.
    fn of_table(text: &str, user: &Table) -> Noted<Settings> {
        let place = Place::file(FILE);
        let mut findings = Vec::new();
        let mut merged: Table = DEFAULTS.parse().expect("defaults.toml is well formed");
        let mut lay = Lay { text, place: &place, findings: &mut findings, salah: Vec::new() };
        let (aturan, ubahan) = paket::read(&mut lay, user);
        let aturan_daerah = daerah::read(&mut lay, user.get(daerah::KEY));
        lay.table(&mut merged, user, "");
        let beda = beda::of(&DEFAULTS.parse().expect("defaults.toml is well formed"), &merged);
        let merged: Settings = merged.try_into().expect("every value was tried before it was laid");
        let mut value = Settings { aturan, ubahan, aturan_daerah, beda, ..merged };
        let rows = user.get("sk").and_then(|sk| sk.get("nomor_perorangan")).and_then(Value::as_array);
        let rows = rows.into_iter().flatten().filter_map(Value::as_str);
        value.sk.nomor_keliru = rows.filter(|row| surat::own_number(row).is_none()).filter_map(surat::nip_of).collect();
        // A row of that list stops its own person only.
        let whole = |key: &&String| {
            let list = user.get("sk").and_then(|sk| sk.get("nomor_perorangan")).is_some_and(Value::is_array);
            key.starts_with("sk.") && !(list && *key == "sk.nomor_perorangan")
        };
        value.sk.tak_terbaca = lay.salah.iter().filter(whole).cloned().collect();
        akibat::judge(&mut lay, &mut value);
        value.ask_for_the_region(&place, &mut findings);
        Noted { value, findings }
    }

    /// P-103 while the region still has the names of the defaults: they would stand in every decree.
    fn ask_for_the_region(&self, place: &Place, findings: &mut Vec<Finding>) {
        let (ours, defaults) = (&self.daerah, Settings::default().daerah);
        let pairs = [
            ("daerah.nama", ours.nama == defaults.nama),
            ("daerah.provinsi", ours.provinsi == defaults.provinsi),
            ("daerah.ibu_kota", ours.ibu_kota == defaults.ibu_kota),
            ("sk.pejabat", self.sk.pejabat == Settings::default().sk.pejabat),
        ];
        let missing: Vec<&str> = pairs.iter().filter(|(_, same)| *same).map(|(key, _)| *key).collect();
        if !missing.is_empty() {
            let problem = format!("belum diisi: {}", missing.join(", "));
            findings.push(Finding::new(&catalogue::DAERAH_KOSONG, place.clone(), "", problem));
        }
    }
}

/// Lines are shown as cells of column A in findings; this names them for text files.
pub fn line_number(cell: Cell) -> u32 {
    cell.row + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Tingkat;

    fn parse(text: &str) -> Noted<Settings> {
        Settings::parse(text).unwrap()
    }

    #[test]
    fn an_unknown_key_is_reported_with_the_nearest_known_one() {
        let noted = parse("[daerah]\nnama = \"Merangin\"\nsebutann = \"Kabupaten\"\n");
        assert_eq!(noted.value.daerah.nama, "Merangin");
        assert_eq!(noted.findings.len(), 2, "and the rest of the region is asked for");
        let finding = &noted.findings[0];
        assert_eq!(finding.kode.code, "P-101");
        assert!(finding.problem.contains("Mungkin maksud Anda “sebutan”?"), "{}", finding.problem);
        assert_eq!(finding.place.cell.map(line_number), Some(3));
    }

    #[test]
    fn the_line_of_a_key_is_that_of_the_whole_key_in_its_section() {
        let text = "[sk]\nnama_pejabat = \"X\"\nnama = \"Y\"\n\n[waktu]\nnama = \"Z\"\n";
        let found = parse(text).findings.into_iter().filter(|finding| finding.kode.code == "P-101");
        let lines: Vec<_> = found.map(|finding| (finding.value, finding.place.cell.map(line_number))).collect();
        assert_eq!(lines, [("nama".into(), Some(3)), ("nama".into(), Some(6))], "nama_pejabat is another key");
    }

    #[test]
    fn a_number_of_a_rule_that_stays_off_does_nothing_and_is_told() {
        let code = |text: &str| parse(text).findings.iter().map(|finding| finding.kode.code).collect::<Vec<_>>();
        let number = "[aturan.A-153]\njarak_pasangan_km = 20\n";
        assert!(code(number).contains(&"P-106"));
        assert!(!code(&format!("{number}tingkat = \"blokir\"\n")).contains(&"P-106"));
        assert!(!code("[aturan.A-101]\nmasa_jabatan_min_bulan = 6\n").contains(&"P-106"), "that rule is on");
    }

    #[test]
    fn a_hidden_sheet_is_named_or_read_and_nothing_else() {
        assert_eq!(Settings::default().baca.lembar_tersembunyi, LembarTersembunyi::Sebut);
        let noted = parse("[baca]\nlembar_tersembunyi = \"baca\"\n");
        assert_eq!(noted.value.baca.lembar_tersembunyi, LembarTersembunyi::Baca);
        for same in ["BACA", " Baca "] {
            let noted = parse(&format!("[baca]\nlembar_tersembunyi = \"{same}\"\n"));
            assert_eq!(noted.value.baca.lembar_tersembunyi, LembarTersembunyi::Baca, "{same}");
        }
        for other in ["lewati", "tidak dibaca"] {
            let noted = parse(&format!("[baca]\nlembar_tersembunyi = \"{other}\"\n"));
            assert_eq!(noted.value.baca.lembar_tersembunyi, LembarTersembunyi::Sebut);
            assert!(noted.findings[0].problem.contains("salah satu dari sebut, baca"), "{}", noted.findings[0].problem);
        }
    }

    #[test]
    fn words_are_read_in_small_letters_and_capitals_and_a_typing_error_names_the_near_one() {
        let noted = parse(
            "[daerah]\nsebutan = \"kota\"\n[sk]\nsebutan_diktum = \"Pertama\"\nkertas = \"a4\"\nlampiran_kolom = [\"NAMA\"]\n\
             [surat]\njenis = [\"SK-Kolektif\", \"petikn\"]\n",
        );
        let settings = &noted.value;
        assert_eq!((settings.daerah.sebutan.as_str(), settings.sk.kertas.as_str()), ("Kota", "A4"));
        assert_eq!(settings.sk.sebutan_diktum, surat::SebutanDiktum::Pertama);
        assert_eq!(
            (&settings.sk.lampiran_kolom[..], &settings.surat.jenis[..]),
            (&["nama".into()][..], &["sk-kolektif".into()][..])
        );
        let told: Vec<&str> =
            noted.findings.iter().filter(|f| f.kode.code == "P-102").map(|f| f.problem.as_str()).collect();
        let ends = "baris ini tidak dipakai, baris lain tetap berlaku. Mungkin maksud Anda “petikan”?";
        assert!(told.len() == 1 && told[0].ends_with(ends), "{told:?}");
    }

    #[test]
    fn an_unusable_value_leaves_the_default() {
        let noted = parse("[bobot]\nlinear = \"banyak\"\nrotasi_maks = 100\n");
        assert_eq!(noted.value.bobot.linear, Settings::default().bobot.linear);
        assert_eq!(noted.value.bobot.rotasi_maks, 100);
        assert_eq!(noted.findings[0].kode.code, "P-102");
    }

    #[test]
    fn numbers_that_would_burst_a_sum_are_refused() {
        let huge = i64::MAX;
        let text = format!(
            "[bobot]\njarak_per_km = {huge}\n[batas]\nisi_mb = {huge}\n[aturan.A-101]\nmasa_jabatan_min_bulan = {huge}\n"
        );
        let noted = parse(&text);
        assert_eq!(noted.findings.iter().filter(|f| f.kode.code == "P-102").count(), 3, "{:?}", noted.findings);
        assert_eq!(noted.value.bobot.jarak_per_km, Settings::default().bobot.jarak_per_km);
        assert_eq!(noted.value.batas.isi_mb, Settings::default().batas.isi_mb);
        assert!(noted.value.aturan["A-101"].parameter.is_empty());
    }

    #[test]
    fn a_region_is_a_kabupaten_a_kota_or_a_provinsi() {
        assert!(parse("[daerah]\nsebutan = \"kota\"\n").findings.iter().all(|finding| finding.kode.code == "P-103"));
        let noted = parse("[daerah]\nsebutan = \"Kab.\"\n");
        assert_eq!(
            noted.findings[0].problem,
            "nilai daerah.sebutan = \"Kab.\" harus salah satu dari Kabupaten, Kota, Provinsi; yang berlaku: \"Kabupaten\""
        );
    }

    #[test]
    fn an_approval_without_a_number_is_none() {
        for word in ["belum ada", "ya", "-"] {
            let noted = parse(&format!("[kepala_daerah]\nstatus = \"Plt\"\npersetujuan_mendagri = \"{word}\"\n"));
            assert_eq!(noted.value.kepala_daerah.persetujuan(), None, "{word}");
            assert_eq!(noted.findings[0].kode.code, "P-102");
            assert_eq!(
                noted.findings[0].problem,
                format!(
                    "nilai kepala_daerah.persetujuan_mendagri = \"{word}\" harus nomor dan tanggal surat \
                     persetujuannya, atau dikosongkan (\"\") selama belum ada; yang berlaku: \"\""
                )
            );
        }
        let noted = parse("[kepala_daerah]\npersetujuan_mendagri = \"100.2.2.6/1/SJ tanggal 2 Juni 2026\"\n");
        assert!(noted.value.kepala_daerah.persetujuan().is_some());
        assert!(noted.findings.iter().all(|finding| finding.kode.code == "P-103"), "{:?}", noted.findings);
    }

    #[test]
    fn a_rule_is_overridden_by_its_code() {
        let noted = parse("[aturan.A-101]\ntingkat = \"peringatan\"\nmasa_jabatan_min_bulan = 6\n");
        assert!(noted.findings.iter().all(|finding| finding.kode.code == "P-103"), "{:?}", noted.findings);
        let change = &noted.value.aturan["A-101"];
        assert_eq!(change.tingkat, Some(Tingkat::Peringatan));
        assert_eq!(change.parameter["masa_jabatan_min_bulan"], 6);
    }

    #[test]
    fn text_that_is_no_toml_names_its_line() {
        assert_eq!(Settings::parse("[daerah]\nnama = Merangin\n").unwrap_err().line, 2);
    }

    #[test]
    fn a_table_where_a_value_belongs_is_reported() {
        let noted = parse("bobot = 3\n[sk.nomor]\nx = 1\n");
        assert_eq!(noted.findings.iter().filter(|finding| finding.kode.code == "P-102").count(), 2);
    }
}
