//! What templates can say: the values of `{{…}}`, made from the results (names after domain §4.7).

use serde::Serialize;

use crate::finding::{Finding, Place, catalogue};
use crate::model::jabatan::Jabatan;
use crate::model::needs::Post;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::Move;
use crate::model::status::StatusAsn;
use crate::model::tanggal::tanggal_in_words;
use crate::model::unit::{Unit, UnitId};
use crate::settings::{FILE, Settings};
use crate::write::Results;
use crate::write::letter::wording::{Placeholders, diktum_ordinal, pejabat_in_text};

/// What a draft prints where number, date or name are not given yet.
const DOTS: &str = "..............................";

/// What stands on every letter of a run.
#[derive(Debug, Serialize)]
pub struct Common {
    pub kop: Kop,
    pub sk: Sk,
    pub menimbang: Vec<String>,
    pub mengingat: Vec<String>,
    pub memperhatikan: Vec<String>,
    pub diktum: Vec<Diktum>,
    pub penandatangan: Penandatangan,
    pub pengesah: Pengesah,
    pub tembusan: Vec<String>,
}

/// The head of the letter.
#[derive(Debug, Serialize)]
pub struct Kop {
    /// File name of the picture; empty for none.
    pub lambang: String,
    /// `BUPATI MERANGIN`.
    pub jabatan: String,
    /// `JAMBI`; empty for a province.
    pub provinsi: String,
    /// `KABUPATEN MERANGIN`.
    pub daerah: String,
}

/// The decree itself.
#[derive(Debug, Serialize)]
pub struct Sk {
    pub nomor: String,
    /// Upper case.
    pub tentang: String,
    pub tanggal: String,
    pub tempat: String,
    pub tmt: String,
    /// Always `DRAF`: the program drafts, people decide.
    pub status: &'static str,
    pub frasa_rahmat: bool,
}

/// One diktum: `KESATU` and its text.
#[derive(Debug, Serialize)]
pub struct Diktum {
    pub ke: String,
    pub isi: String,
}

/// Who signs. `a_n` is empty when the pejabat signs in person; then rank and NIP are left out, as decrees of heads
/// of regions do (domain §4.2 row 15).
#[derive(Debug, Serialize)]
pub struct Penandatangan {
    pub a_n: String,
    pub jabatan: String,
    pub nama: String,
    pub pangkat: String,
    pub nip: String,
}

/// Who certifies a petikan.
#[derive(Debug, Serialize)]
pub struct Pengesah {
    pub a_n: String,
    pub jabatan: String,
    pub nama: String,
    pub pangkat: String,
    pub nip: String,
}

/// One moved person. The reason of the move is left out on purpose: it belongs into the nota dinas, not the SK.
#[derive(Debug, Serialize)]
pub struct Orang {
    /// Number in the lampiran, from one.
    pub no: usize,
    pub nama_bergelar: String,
    pub nip: String,
    /// As printed, with spaces that do not break.
    pub nip_spasi: String,
    pub pangkat: String,
    pub gol: String,
    pub jabatan_lama: String,
    pub unit_lama: String,
    /// Name of the OPD above; empty where there is none.
    pub induk_lama: String,
    pub jabatan_baru: String,
    pub unit_baru: String,
    pub induk_baru: String,
    /// Kind of the move: `horizontal`, `vertikal (promosi)`.
    pub jenis_perpindahan: String,
    /// Remarks: an empty column for the office.
    pub ket: String,
    #[serde(skip)]
    pub source: Source,
}

/// Where a person's words on the letter come from, for findings.
#[derive(Debug)]
pub struct Source {
    pub pegawai: PegawaiId,
    pub lama: UnitId,
    pub baru: UnitId,
}

/// Everything a collective decree prints.
#[derive(Serialize)]
pub struct Kolektif<'a> {
    #[serde(flatten)]
    pub common: &'a Common,
    pub lampiran: Lampiran,
    pub pegawai: &'a [Orang],
}

/// The annex.
#[derive(Serialize)]
pub struct Lampiran {
    /// People in it.
    pub jumlah: usize,
}

/// Everything a petikan prints.
#[derive(Serialize)]
pub struct PetikanOf<'a> {
    #[serde(flatten)]
    pub common: &'a Common,
    pub petikan: Petikan,
    pub pegawai: &'a Orang,
}

/// The petikan itself.
#[derive(Serialize)]
pub struct Petikan {
    pub nomor_urut: usize,
}

/// Builds what all letters share. The findings name texts of the settings with a placeholder that is not known.
pub fn common(results: &Results<'_>) -> Result<Common, Vec<Finding>> {
    let settings = results.settings;
    let sk = &settings.sk;
    let tmt = tanggal_in_words(results.roster.tanggal_efektif);
    let mut texts = Texts { placeholders: Placeholders::new(settings, &tmt), findings: Vec::new() };
    let diktum = texts.list("diktum", &sk.diktum).into_iter().enumerate();
    let common = Common {
        kop: kop(settings),
        sk: Sk {
            nomor: or_dots(&sk.nomor),
            tentang: texts.one("tentang", &sk.tentang).to_uppercase(),
            tanggal: sk.tanggal.map_or_else(|| DOTS.into(), tanggal_in_words),
            tempat: settings.daerah.ibu_kota.clone(),
            tmt: tmt.clone(),
            status: "DRAF",
            frasa_rahmat: sk.frasa_rahmat,
        },
        menimbang: texts.list("menimbang", &sk.menimbang),
        mengingat: texts.list("mengingat", &sk.mengingat),
        memperhatikan: texts.list("memperhatikan", &sk.memperhatikan),
        diktum: diktum.map(|(at, isi)| Diktum { ke: diktum_ordinal(at + 1), isi }).collect(),
        penandatangan: penandatangan(settings),
        pengesah: Pengesah {
            a_n: sk.pejabat.clone(),
            jabatan: sk.petikan_jabatan.clone(),
            nama: or_dots(&sk.petikan_nama),
            pangkat: sk.petikan_pangkat.clone(),
            nip: unbroken(&sk.petikan_nip),
        },
        tembusan: texts.list("tembusan", &sk.tembusan),
    };
    if texts.findings.is_empty() { Ok(common) } else { Err(texts.findings) }
}

/// The texts of the settings, with placeholders filled.
struct Texts {
    placeholders: Placeholders,
    findings: Vec<Finding>,
}

impl Texts {
    fn one(&mut self, key: &str, text: &str) -> String {
        self.placeholders.fill(text).unwrap_or_else(|unknown| {
            let problem = format!("teks sk.{key} memuat {{{unknown}}} yang tidak dikenal");
            let remedy = format!("Di mutasi.toml pakai salah satu dari {}.", self.placeholders.names());
            let finding = Finding::new(&catalogue::TEMPLAT_SALAH, Place::file(FILE), format!("{{{unknown}}}"), problem);
            self.findings.push(finding.with_remedy(remedy));
            String::new()
        })
    }

    fn list(&mut self, key: &str, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.one(key, text)).collect()
    }
}

fn kop(settings: &Settings) -> Kop {
    let daerah = &settings.daerah;
    Kop {
        lambang: settings.sk.lambang.trim().to_string(),
        jabatan: settings.sk.pejabat.clone(),
        provinsi: if daerah.is_province() { String::new() } else { daerah.provinsi.to_uppercase() },
        daerah: daerah.full_name().to_uppercase(),
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
        nip: unless_in_person(unbroken(&sk.penandatangan_nip)),
    }
}

/// The moved people in lampiran order, numbered; and a finding for each move that no SK of PNS may carry.
pub fn moved(results: &Results<'_>) -> (Vec<Orang>, Vec<Finding>) {
    let (mut orang, mut findings) = (Vec::new(), Vec::new());
    for a_move in &results.plan.moves {
        let pegawai = results.roster.pegawai(a_move.pegawai);
        if pegawai.status == StatusAsn::Pns {
            orang.push(one_moved(results, a_move, orang.len() + 1));
            if pegawai.golongan.is_none() {
                let problem = "golongan tidak diketahui, sehingga pangkat pada draf SK tercetak “–”";
                let finding = Finding::new(&catalogue::PANGKAT_KOSONG, pegawai.place.clone(), "", problem);
                findings.push(finding.about(pegawai.subjek()));
            }
        } else {
            let status = pegawai.status.label();
            let problem = format!("pegawai berstatus {status}, sedangkan draf SK ini hanya untuk PNS");
            let finding = Finding::new(&catalogue::BUKAN_PNS, pegawai.place.clone(), status, problem);
            findings.push(finding.about(pegawai.subjek()));
        }
    }
    (orang, findings)
}

fn one_moved(results: &Results<'_>, a_move: &Move, no: usize) -> Orang {
    let pegawai = results.roster.pegawai(a_move.pegawai);
    let post = results.needs.post(a_move.to);
    let (lama, baru) = (results.roster.unit(pegawai.unit), results.roster.unit(post.unit));
    Orang {
        no,
        nama_bergelar: pegawai.nama.as_str().to_string(),
        nip: pegawai.nip.digits().to_string(),
        nip_spasi: unbroken(&pegawai.nip.spaced()),
        pangkat: pegawai.golongan.and_then(|golongan| golongan.pangkat()).unwrap_or("–").to_string(),
        gol: pegawai.golongan.map_or_else(|| "–".into(), |golongan| unbroken(&golongan.to_string())),
        jabatan_lama: pegawai.jabatan.to_string(),
        unit_lama: lama.nama.to_string(),
        induk_lama: induk(lama),
        jabatan_baru: jabatan_baru(post, &pegawai.jabatan),
        unit_baru: baru.nama.to_string(),
        induk_baru: induk(baru),
        jenis_perpindahan: a_move.jenis.label(),
        ket: String::new(),
        source: Source { pegawai: a_move.pegawai, lama: pegawai.unit, baru: post.unit },
    }
}

fn induk(unit: &Unit) -> String {
    unit.induk.as_deref().filter(|induk| **induk != *unit.nama).unwrap_or_default().to_string()
}

/// The post's jabatan; where the need is not stated by jenjang, the person keeps the own one: a school's post may be
/// called just “Guru”, and a move changes the place, not the jabatan.
fn jabatan_baru(post: &Post, own: &Jabatan) -> String {
    match post.jenjang {
        None => own.to_string(),
        Some(_) => post.jabatan_label(),
    }
}

fn or_dots(text: &str) -> String {
    if text.trim().is_empty() { DOTS.into() } else { text.trim().into() }
}

/// The same text with spaces and slashes at which no line breaks: an NIP or a golongan.
fn unbroken(text: &str) -> String {
    text.trim().replace(' ', "\u{a0}").replace('/', "/\u{2060}")
}

/// Title of the decree for the PDF's properties: `Keputusan Bupati Merangin …`.
pub fn decree_title(settings: &Settings) -> String {
    format!("Keputusan {}", pejabat_in_text(&settings.sk.pejabat, &settings.daerah))
}
