//! What templates can say: the values of `{{…}}` (names after domain §4.7). Here is what stands on every paper.

mod bobot;
mod kantor;
mod kebutuhan;
mod lampiran;
mod laporan;
mod orang;
mod rapat;
mod rencana;
mod sk;
mod teks;
mod tembusan;

use jiff::civil::Date;
use serde::Serialize;

use crate::law::mengingat::{Menyangkut, mengingat};
use crate::model::bernomor::Nomor;
use crate::settings::Settings;
use crate::write::letter::wording::{diktum_ordinal, pejabat_in_text};

use kantor::{kepala, kop, penandatangan, surat};
use sk::decree;
use tembusan::{tembusan, with_person};

pub use kantor::{Kertas, Kop, Penandatangan, Surat};
pub use kebutuhan::Jabatan;
pub use lampiran::{Lampiran, column_numbers};
pub use laporan::{Laporan, laporan, sample_laporan};
pub use orang::{Asal, Catatan, Keadaan, Kepala, Orang, Usul, moved, sapaan};
pub use rencana::{Kriteria, Tahap, Umum, umum};
pub use sk::{Sk, numbered};
pub use teks::{Rusak, Texts, judul_lain};

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

/// One diktum: `KESATU` and its text.
#[derive(Clone, Debug, Serialize)]
pub struct Diktum {
    pub ke: String,
    pub isi: String,
}

/// Whether a decree is still to be decided, or says only what leadership approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terbit {
    Draf,
    Disetujui,
}

/// Builds what all letters of one decree share. `tmt` is the effective date.
pub fn common(
    settings: &Settings,
    tmt: Date,
    terbit: Terbit,
    nomor: Option<&Nomor>,
    menyangkut: Menyangkut,
    rekam: &str,
) -> (Common, Rusak) {
    let sk = &settings.sk;
    let mut texts = Texts::new(settings, tmt);
    let diktum = texts.list("sk.diktum", &sk.diktum).into_iter().enumerate();
    let own = texts.list("sk.mengingat", &sk.mengingat);
    let added = texts.list("sk.mengingat_tambahan", &sk.mengingat_tambahan);
    let judul = texts.title();
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
    (common, texts.rusak)
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
