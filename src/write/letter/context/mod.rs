//! What templates can say: the values of `{{…}}` (names after domain §4.7). Here is what stands on every paper.

mod bobot;
mod lampiran;
mod laporan;
mod orang;
mod rapat;
mod tembusan;

use jiff::civil::Date;
use serde::Serialize;

use crate::finding::{Finding, Place, catalogue};
use crate::law::mengingat::{Menyangkut, mengingat};
use crate::model::bernomor::Nomor;
use crate::model::tanggal::tanggal_in_words;
use crate::model::terbilang::angka_terbilang;
use crate::settings::surat::GayaNomor;
use crate::settings::{FILE, Settings};
use crate::write::letter::wording::{Placeholders, diktum_ordinal, pejabat_in_text};

use tembusan::{tembusan, with_person};

pub use lampiran::{Lampiran, column_numbers};
pub use laporan::{Jabatan, Kriteria, Laporan, Tahap, Umum, laporan, sample_laporan, umum};
pub use orang::{Catatan, Keadaan, Kepala, Orang, Usul, moved, sapaan};

/// What a draft prints where number, date or name are not given yet.
pub const DOTS: &str = "..............................";
/// The same for a word within a sentence.
pub const FEW_DOTS: &str = "..........";

/// What stands on every letter of a run.
#[derive(Clone, Debug, Serialize)]
pub struct Common {
    pub kop: Kop,
    pub kertas: Kertas,
    pub sk: Sk,
    pub menimbang: Vec<String>,
    pub menimbang_perorangan: Vec<String>,
    pub mengingat: Vec<String>,
    pub memperhatikan: Vec<String>,
    pub diktum: Vec<Diktum>,
    pub penandatangan: Penandatangan,
    pub pengesah: Penandatangan,
    pub kepala: Penandatangan,
    pub tembusan: Vec<String>,
    /// The same of a decree on one person, who gets a copy.
    pub tembusan_perorangan: Vec<String>,
    pub surat: Surat,
}

/// The head of the letter.
#[derive(Clone, Debug, Serialize)]
pub struct Kop {
    /// File name of the picture; empty for none.
    pub lambang: String,
    /// `BUPATI MERANGIN`.
    pub jabatan: String,
    /// The same in running text: `Bupati Merangin`.
    pub pejabat: String,
    /// `JAMBI`; empty for a province.
    pub provinsi: String,
    /// `KABUPATEN MERANGIN`, and in running text.
    pub daerah: String,
    pub daerah_teks: String,
    /// The personnel office in capitals, and its address; the picture of its letters.
    pub instansi: String,
    pub alamat: String,
    pub lambang_daerah: String,
}

/// Paper of decrees and of other letters: `F4`, `A4`.
#[derive(Clone, Debug, Serialize)]
pub struct Kertas {
    pub sk: String,
    pub surat: String,
}

/// The decree itself.
#[derive(Clone, Debug, Serialize)]
pub struct Sk {
    /// `800.1.3.3/217/BKPSDM/2026` or `361 TAHUN 2026`; dots while it is a draft.
    pub nomor: String,
    /// The same with its word: `NOMOR : …` or `NOMOR … TAHUN …`.
    pub nomor_lengkap: String,
    /// Number and date within a sentence: `361 Tahun 2026`; few dots while it is a draft.
    pub nomor_teks: String,
    pub tanggal_teks: String,
    /// Upper case.
    pub tentang: String,
    /// As the settings write it.
    pub judul: String,
    pub tanggal: String,
    pub tempat: String,
    pub tmt: String,
    /// For the helpers of dates: `2026-12-01`.
    pub tmt_iso: String,
    /// Grey word behind the pages; empty for none.
    pub status: String,
    /// Whether leadership approved what it says, and number and date are given.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// Whether leadership approved what it says.
    pub disetujui: bool,
    /// What stands where an electronic signature goes; empty on a draft.
    pub tanda_tte: String,
    pub frasa_rahmat: bool,
    /// `KESATU` or `PERTAMA`.
    pub kesatu: String,
}

/// One diktum: `KESATU` and its text.
#[derive(Clone, Debug, Serialize)]
pub struct Diktum {
    pub ke: String,
    pub isi: String,
}

/// Who signs. `a_n` is empty when the pejabat signs in person; then rank and NIP are left out, as decrees of heads
/// of regions do (domain §4.2 row 15).
#[derive(Clone, Debug, Serialize)]
pub struct Penandatangan {
    pub a_n: String,
    pub jabatan: String,
    pub nama: String,
    pub pangkat: String,
    pub nip: String,
}

/// What the office's letters share.
#[derive(Clone, Debug, Serialize)]
pub struct Surat {
    /// Grey word behind the pages of what is no decree.
    pub status: String,
    /// `Biasa`.
    pub sifat: String,
    /// Whom to ask; the office where nobody is named.
    pub kontak: String,
    /// `14 (empat belas)`, or dots.
    pub keberatan_hari: String,
    /// Which plan this was made from, for a code to scan.
    pub rekam: String,
    /// Year of the decree.
    pub tahun: String,
}

/// Whether a decree is still to be decided, or says only what leadership approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terbit {
    Draf,
    Disetujui,
}

/// Builds what all letters of one decree share. The findings name texts of the settings with a placeholder that is not
/// known. `tmt` is the effective date.
pub fn common(
    settings: &Settings,
    tmt: Date,
    terbit: Terbit,
    nomor: Option<&Nomor>,
    menyangkut: Menyangkut,
    rekam: &str,
) -> Result<Common, Vec<Finding>> {
    let sk = &settings.sk;
    let mut texts = Texts::new(settings, tmt);
    let diktum = texts.list("sk.diktum", &sk.diktum).into_iter().enumerate();
    let own = texts.list("sk.mengingat", &sk.mengingat);
    let added = texts.list("sk.mengingat_tambahan", &sk.mengingat_tambahan);
    let judul = texts.one("sk.tentang", &sk.tentang);
    let tembusan = tembusan(settings, texts.list("sk.tembusan", &sk.tembusan));
    let common = Common {
        kop: kop(settings),
        kertas: Kertas { sk: sk.kertas.clone(), surat: settings.surat.kertas.clone() },
        sk: decree(settings, judul, tmt, terbit, nomor),
        menimbang: texts.list("sk.menimbang", &sk.menimbang),
        menimbang_perorangan: texts.list("sk.menimbang_perorangan", &sk.menimbang_perorangan),
        mengingat: if own.is_empty() { mengingat(menyangkut, &added) } else { own },
        memperhatikan: texts.list("sk.memperhatikan", &sk.memperhatikan),
        diktum: diktum.map(|(at, isi)| Diktum { ke: diktum_ordinal(sk.sebutan_diktum, at + 1), isi }).collect(),
        penandatangan: penandatangan(settings),
        pengesah: Penandatangan {
            a_n: sk.pejabat.clone(),
            jabatan: sk.petikan_jabatan.clone(),
            nama: or_dots(&sk.petikan_nama),
            pangkat: sk.petikan_pangkat.clone(),
            nip: grouped_nip(&sk.petikan_nip),
        },
        kepala: kepala(settings),
        tembusan_perorangan: with_person(&tembusan),
        tembusan,
        surat: Surat { rekam: rekam.into(), ..surat(settings, tmt, terbit) },
    };
    if texts.findings.is_empty() { Ok(common) } else { Err(texts.findings) }
}

/// The texts of the settings, with placeholders filled.
pub(super) struct Texts {
    placeholders: Placeholders,
    pub findings: Vec<Finding>,
}

impl Texts {
    pub fn new(settings: &Settings, tmt: Date) -> Texts {
        Texts { placeholders: Placeholders::new(settings, &tanggal_in_words(tmt)), findings: Vec::new() }
    }

    /// `key` as `mutasi.toml` names it, `sk.tentang`.
    pub fn one(&mut self, key: &str, text: &str) -> String {
        self.placeholders.fill(text).unwrap_or_else(|unknown| {
            let problem = format!("teks {key} memuat {{{unknown}}} yang tidak dikenal");
            let remedy = format!("Di mutasi.toml pakai salah satu dari {}.", self.placeholders.names());
            let finding = Finding::new(&catalogue::TEMPLAT_SALAH, Place::file(FILE), format!("{{{unknown}}}"), problem);
            self.findings.push(finding.with_remedy(remedy));
            String::new()
        })
    }

    pub fn list(&mut self, key: &str, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.one(key, text)).collect()
    }
}

fn kop(settings: &Settings) -> Kop {
    let (daerah, surat) = (&settings.daerah, &settings.surat);
    Kop {
        lambang: settings.sk.lambang.trim().to_string(),
        jabatan: settings.sk.pejabat.clone(),
        pejabat: pejabat_in_text(&settings.sk.pejabat, daerah),
        provinsi: if daerah.is_province() { String::new() } else { daerah.provinsi.to_uppercase() },
        daerah: daerah.full_name().to_uppercase(),
        daerah_teks: daerah.full_name(),
        instansi: surat.instansi.trim().to_uppercase(),
        alamat: surat.alamat.trim().to_string(),
        lambang_daerah: surat.lambang.trim().to_string(),
    }
}

/// Number and date stand on a decree only once leadership approved what it says and both are given (issue: before that
/// everything is a draft); the grey word goes only then.
fn decree(settings: &Settings, judul: String, tmt: Date, terbit: Terbit, nomor: Option<&Nomor>) -> Sk {
    let sk = &settings.sk;
    let blank = Sk {
        nomor: String::new(),
        nomor_lengkap: String::new(),
        nomor_teks: String::new(),
        tanggal_teks: String::new(),
        tentang: judul.to_uppercase(),
        judul,
        tanggal: String::new(),
        tempat: settings.daerah.ibu_kota.clone(),
        tmt: tanggal_in_words(tmt),
        tmt_iso: tmt.to_string(),
        status: String::new(),
        is_final: false,
        disetujui: terbit == Terbit::Disetujui,
        tanda_tte: String::new(),
        frasa_rahmat: sk.frasa_rahmat,
        kesatu: diktum_ordinal(sk.sebutan_diktum, 1),
    };
    numbered(settings, &blank, nomor)
}

/// The same decree with this number and date; without one they are dots, and it is a draft.
pub fn numbered(settings: &Settings, sk: &Sk, nomor: Option<&Nomor>) -> Sk {
    let Some(nomor) = nomor else { return without_number(settings, sk) };
    let tanggal = tanggal_in_words(nomor.tanggal);
    Sk {
        nomor: nomor.nomor.clone(),
        nomor_lengkap: nomor.lengkap.clone(),
        nomor_teks: in_sentence(&nomor.nomor),
        tanggal_teks: tanggal.clone(),
        tanggal,
        status: settings.surat.watermark_konsep.trim().to_string(),
        is_final: true,
        tanda_tte: settings.sk.tanda_tte.trim().to_string(),
        ..sk.clone()
    }
}

fn without_number(settings: &Settings, sk: &Sk) -> Sk {
    let (nomor, nomor_lengkap) = match settings.sk.gaya_nomor {
        GayaNomor::Klasifikasi => (DOTS.to_string(), format!("NOMOR : {DOTS}")),
        GayaNomor::Tahun => {
            let blank = format!("{FEW_DOTS} TAHUN {FEW_DOTS}");
            (blank.clone(), format!("NOMOR {blank}"))
        }
    };
    Sk {
        // A long row of dots would break the lines around it.
        nomor_teks: match settings.sk.gaya_nomor {
            GayaNomor::Klasifikasi => FEW_DOTS.into(),
            GayaNomor::Tahun => in_sentence(&nomor),
        },
        tanggal_teks: FEW_DOTS.into(),
        nomor,
        nomor_lengkap,
        tanggal: DOTS.into(),
        status: draft_word(settings),
        is_final: false,
        tanda_tte: String::new(),
        ..sk.clone()
    }
}

/// A number as running text writes it: the word for the year is no capitals there.
fn in_sentence(nomor: &str) -> String {
    nomor.replace(" TAHUN ", " Tahun ")
}

/// A draft is never without its word.
fn draft_word(settings: &Settings) -> String {
    let own = settings.surat.watermark_draf.trim();
    if own.is_empty() { "DRAF".into() } else { own.into() }
}

fn surat(settings: &Settings, tmt: Date, terbit: Terbit) -> Surat {
    let surat = &settings.surat;
    let own =
        |text: &str, other: &str| if text.trim().is_empty() { other.to_string() } else { text.trim().to_string() };
    Surat {
        status: match terbit {
            Terbit::Draf => draft_word(settings),
            Terbit::Disetujui => own(&surat.watermark_konsep, ""),
        },
        sifat: surat.nota_sifat.trim().to_string(),
        kontak: own(&surat.kontak, &surat.instansi),
        keberatan_hari: match u64::try_from(surat.keberatan_hari) {
            Ok(0) | Err(_) => FEW_DOTS.into(),
            Ok(days) => angka_terbilang(days),
        },
        rekam: String::new(),
        tahun: settings.sk.tanggal.unwrap_or(tmt).year().to_string(),
    }
}

fn penandatangan(settings: &Settings) -> Penandatangan {
    let sk = &settings.sk;
    let in_person = sk.penandatangan_jabatan.trim().is_empty();
    let unless_in_person = |text: String| if in_person { String::new() } else { text };
    Penandatangan {
        a_n: unless_in_person(sk.pejabat.clone()),
        jabatan: if in_person { sk.pejabat.clone() } else { sk.penandatangan_jabatan.clone() },
        nama: or_dots(&sk.nama_pejabat),
        pangkat: unless_in_person(sk.penandatangan_pangkat.clone()),
        nip: unless_in_person(grouped_nip(&sk.penandatangan_nip)),
    }
}

/// The head of the personnel office.
fn kepala(settings: &Settings) -> Penandatangan {
    let surat = &settings.surat;
    Penandatangan {
        a_n: String::new(),
        jabatan: surat.kepala_jabatan.trim().to_string(),
        nama: or_dots(&surat.kepala_nama),
        pangkat: surat.kepala_pangkat.trim().to_string(),
        nip: grouped_nip(&surat.kepala_nip),
    }
}

/// The same within a sentence.
pub(super) fn or_few_dots(text: &str) -> String {
    if text.trim().is_empty() { FEW_DOTS.into() } else { text.trim().into() }
}

pub(super) fn or_dots(text: &str) -> String {
    if text.trim().is_empty() { DOTS.into() } else { text.trim().into() }
}

/// The same text with spaces and slashes at which no line breaks: an NIP or a golongan.
pub(super) fn unbroken(text: &str) -> String {
    text.trim().replace(' ', "\u{a0}").replace('/', "/\u{2060}")
}

/// An NIP in its groups, however it was typed: `19850512 201001 1 004`. What has no 18 digits stays as it is.
pub fn grouped_nip(text: &str) -> String {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    match digits.len() == 18 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        true => unbroken(&format!("{} {} {} {}", &digits[..8], &digits[8..14], &digits[14..15], &digits[15..])),
        false => unbroken(text),
    }
}

/// Title of the decree for the PDF's properties: `Keputusan Bupati Merangin`.
pub fn decree_title(settings: &Settings) -> String {
    format!("Keputusan {}", pejabat_in_text(&settings.sk.pejabat, &settings.daerah))
}
