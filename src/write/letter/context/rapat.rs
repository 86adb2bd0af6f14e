//! The meeting of the Tim Penilai Kinerja: who is there, and what it has before it of each person.

use serde::Serialize;

use super::orang::{Keadaan, Orang, Usul};
use super::{FEW_DOTS, or_dots, or_few_dots, unbroken};
use crate::model::keputusan::{Keputusan, Tindakan};
use crate::model::terbilang::tanggal_terbilang;
use crate::settings::Settings;
use crate::settings::surat::member;
use crate::write::Results;

/// The meeting of the Tim Penilai Kinerja.
#[derive(Clone, Debug, Serialize)]
pub struct Rapat {
    pub nomor: String,
    /// `Selasa tanggal satu bulan Juli tahun dua ribu dua puluh lima`; dots until the day is given.
    pub hari: String,
    pub tempat: String,
    pub anggota: Vec<Anggota>,
    pub pembahasan: Vec<Pembahasan>,
}

/// A member of the team.
#[derive(Clone, Debug, Serialize)]
pub struct Anggota {
    pub nomor: usize,
    pub nama: String,
    pub jabatan: String,
    pub kedudukan: String,
}

/// What the meeting says of one person.
#[derive(Clone, Debug, Serialize)]
pub struct Pembahasan {
    pub nomor: usize,
    pub nama: String,
    pub nip: String,
    pub usulan: String,
    pub catatan: String,
    /// `Disetujui`, `Ditolak`, where the team decided; dots until it has, whatever others decide.
    pub hasil: String,
    pub alasan: String,
}

/// A proposal that leadership did not follow: postponed, refused, or against what it bars.
#[derive(Clone, Debug, Serialize)]
pub struct Tertahan {
    pub nomor: usize,
    pub nama: String,
    pub nip: String,
    pub jabatan_lama: String,
    pub unit_lama: String,
    /// Where it would have gone; empty where nothing tells.
    pub unit_baru: String,
    /// `ditunda`, `ditolak`, `dilarang`.
    pub hasil: String,
    /// Who decided, and why.
    pub oleh: String,
    /// Whether the Tim Penilai Kinerja did.
    #[serde(skip)]
    pub tpk: bool,
}

/// What the plan and leadership's decisions give the meeting.
pub fn rapat(results: &Results<'_>, orang: &[Orang], tertahan: &[Tertahan]) -> Rapat {
    let pembahasan = numbered(orang.iter().map(proposed).chain(tertahan.iter().map(declined)).collect());
    Rapat { pembahasan, ..meeting(results.settings) }
}

/// The rows numbered from one.
pub fn numbered(mut rows: Vec<Pembahasan>) -> Vec<Pembahasan> {
    rows.iter_mut().zip(1..).for_each(|(row, nomor)| row.nomor = nomor);
    rows
}

/// What of the meeting the settings tell.
pub fn meeting(settings: &Settings) -> Rapat {
    let surat = &settings.surat;
    Rapat {
        nomor: or_dots(&surat.rapat_nomor),
        hari: surat.rapat_tanggal.map_or_else(
            || format!("{FEW_DOTS} tanggal {FEW_DOTS} bulan {FEW_DOTS} tahun {FEW_DOTS}"),
            tanggal_terbilang,
        ),
        tempat: or_few_dots(&surat.rapat_tempat),
        anggota: members(settings),
        pembahasan: Vec::new(),
    }
}

fn members(settings: &Settings) -> Vec<Anggota> {
    let list = settings.surat.tpk.iter().filter_map(|text| member(text)).zip(1..);
    list.map(|([nama, jabatan, kedudukan], nomor)| Anggota {
        nomor,
        nama: or_dots(nama),
        jabatan: or_dots(jabatan),
        kedudukan: kedudukan.to_string(),
    })
    .collect()
}

/// A proposal of the plan; whether it is approved stands there once leadership has said so.
pub fn proposed(orang: &Orang) -> Pembahasan {
    let approved = !orang.usul.tpk.is_empty();
    Pembahasan {
        nomor: 0,
        nama: orang.nama_bergelar.clone(),
        nip: orang.nip_spasi.clone(),
        usulan: usulan(orang),
        catatan: remarks(&orang.usul),
        hasil: if approved { "Disetujui".into() } else { FEW_DOTS.into() },
        alasan: if approved { orang.usul.oleh.clone() } else { String::new() },
    }
}

/// From where to where; a jabatan that stays the same is named once.
fn usulan(orang: &Orang) -> String {
    let Orang { jabatan_lama, unit_lama, jabatan_baru, unit_baru, .. } = orang;
    let same = jabatan_lama == jabatan_baru;
    let baru = if same { "jabatan yang sama" } else { jabatan_baru };
    format!("{jabatan_lama} pada {unit_lama} ke {baru} pada {unit_baru}")
}

/// What the meeting weighs: both units in figures, how long the person has been there, and what to look out for. How the
/// plan came to its choice stands in the nota dinas.
fn remarks(usul: &Usul) -> String {
    let figures = |unit: &str, own: &Keadaan| match own.kebutuhan.as_str() {
        "" => format!("{unit}: ada \u{2060}{}, kebutuhan belum diketahui.", own.ada),
        need => format!("{unit}: ada \u{2060}{}, kebutuhan \u{2060}{need}.", own.ada),
    };
    let mut told = vec![figures("Unit asal", &usul.asal), figures("Unit tujuan", &usul.tujuan)];
    if !usul.sejak.is_empty() {
        told.push(format!("Bertugas di unit asal sejak {}.", usul.sejak));
    }
    let notes: Vec<&str> = usul.peringatan.iter().map(|note| note.uraian.as_str()).collect();
    if !notes.is_empty() {
        told.push(format!("Perlu diperhatikan: {}.", notes.join("; ")));
    }
    told.join(" ")
}

/// The proposals of the published plan that leadership did not follow, in the order of its decisions.
pub fn tertahan(results: &Results<'_>) -> Vec<Tertahan> {
    let rows = results.roster.keputusan.list.iter().filter_map(|own| held(results, own)).zip(1..);
    rows.map(|(row, nomor)| Tertahan { nomor, ..row }).collect()
}

fn held(results: &Results<'_>, own: &Keputusan) -> Option<Tertahan> {
    let hasil = match own.tindakan {
        Tindakan::Tolak => "ditolak",
        Tindakan::Larang => "dilarang",
        Tindakan::Tunda => "ditunda",
        Tindakan::Setuju | Tindakan::Tetapkan | Tindakan::Kecualikan => return None,
    };
    let roster = results.roster;
    let pegawai = roster.pegawai.iter().find(|pegawai| pegawai.nip == own.nip)?;
    // A decision to postpone names no place; the plan that leadership had before it does.
    let terbit = || roster.keputusan.terbit.as_ref().and_then(|terbit| terbit.tujuan.get(&own.nip));
    let tujuan = own.tujuan.as_ref().or_else(terbit);
    Some(Tertahan {
        nomor: 0,
        nama: pegawai.nama.in_decree(),
        nip: unbroken(&pegawai.nip.spaced()),
        jabatan_lama: pegawai.jabatan.to_string(),
        unit_lama: roster.unit(pegawai.unit).nama.to_string(),
        unit_baru: tujuan.map(|tujuan| roster.unit(tujuan.unit).nama.to_string()).unwrap_or_default(),
        hasil: hasil.into(),
        oleh: own.oleh(),
        tpk: own.is_of_team(),
    })
}

/// The same before the meeting: what others decided of it is a remark.
fn declined(own: &Tertahan) -> Pembahasan {
    let Tertahan { jabatan_lama, unit_lama, unit_baru, hasil, oleh, .. } = own;
    let usulan = match unit_baru.is_empty() {
        false => format!("{jabatan_lama} pada {unit_lama} ke {unit_baru}"),
        true => format!("{jabatan_lama} pada {unit_lama}; usulan perpindahannya {hasil}"),
    };
    let (catatan, said, alasan) = match own.tpk {
        true => ("Usulan sebelumnya.".to_string(), first_upper(hasil), oleh.clone()),
        false => (format!("Usulan sebelumnya, {hasil} oleh {oleh}."), FEW_DOTS.to_string(), String::new()),
    };
    Pembahasan { nomor: 0, nama: own.nama.clone(), nip: own.nip.clone(), usulan, catatan, hasil: said, alasan }
}

fn first_upper(word: &str) -> String {
    let mut signs = word.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
