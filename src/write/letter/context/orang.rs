//! People on the papers: those who move, in the order of the lampiran, and what is to be said of each move.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{FEW_DOTS, or_dots, unbroken};
use crate::finding::{Finding, Place, Subjek, catalogue};
use crate::law::linearitas::is_tenaga_kesehatan;
use crate::model::angka::{METER_PER_KM, km};
use crate::model::jabatan::{Jabatan, JenisJabatan, name_key};
use crate::model::needs::{Post, PostId};
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::plan::{AsalJarak, Jarak, Move};
use crate::model::status::{JenisKelamin, StatusAsn};
use crate::model::tanggal::tanggal_in_words;
use crate::model::unit::{Unit, UnitId};
use crate::write::Results;

/// One moved person. The reason of the move is left out on purpose: it belongs into the nota dinas, not the SK; see
/// [`Usul`].
#[derive(Clone, Debug, Default, Serialize)]
pub struct Orang {
    /// Number in the lampiran, from one.
    pub no: usize,
    /// In capitals, titles in their own case.
    pub nama_bergelar: String,
    /// `Sdr.` or `Sdri.`, and `Saudara` or `Saudari`, by what the data tell.
    pub sapaan: String,
    pub saudara: String,
    pub nip: String,
    /// As printed, with spaces that do not break.
    pub nip_spasi: String,
    /// For papers that everybody may read: only the year of birth and the last three digits.
    pub nip_samar: String,
    /// `PNS`, `PPPK`.
    pub status: String,
    pub pangkat: String,
    pub gol: String,
    pub ttl: String,
    pub pendidikan: String,
    pub eselon: String,
    pub jabatan_lama: String,
    pub unit_lama: String,
    /// Name of the OPD above it; empty where there is none.
    pub induk_lama: String,
    pub jabatan_baru: String,
    pub unit_baru: String,
    pub induk_baru: String,
    /// Kind of the move: `horizontal`, `vertikal (promosi)`.
    pub jenis_perpindahan: String,
    /// Remarks: an empty column for the office.
    pub ket: String,
    #[serde(skip)]
    pub pns: bool,
    /// Whether a jabatan fungsional is concerned.
    #[serde(skip)]
    pub jf: bool,
    #[serde(skip)]
    pub usul: Usul,
    /// Where the words come from; nothing for made-up people.
    #[serde(skip)]
    pub asal: Option<Asal>,
}

/// What papers other than the decree may tell of a move.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Usul {
    /// As the result workbook tells it. It may name other people, so it is for leadership only.
    pub alasan: String,
    pub peringatan: Vec<Catatan>,
    /// `77,6 km dari unit kerja lama, diukur lurus`; empty where it is not known.
    pub jarak: String,
    /// The posts before and after.
    pub asal: Keadaan,
    pub tujuan: Keadaan,
    /// Since when the person has been in the old unit; empty where it is not known.
    pub sejak: String,
    /// What is to be seen to before and after the move.
    pub persiapan: Vec<String>,
    /// `SKP 2025 Baik`; empty where nothing is known.
    pub skp: String,
    pub kepala_lama: Kepala,
    pub kepala_baru: Kepala,
    /// What leadership decided, `Setuju`, and who; empty while nothing is.
    pub putusan: String,
    pub oleh: String,
    /// The same, where it was the Tim Penilai Kinerja that decided; else empty.
    pub tpk: String,
    /// When, where the sheet tells it.
    #[serde(skip)]
    pub diputuskan: Option<Date>,
}

/// What a rule remarks.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Catatan {
    pub kode: String,
    pub uraian: String,
}

/// A post in figures.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Keadaan {
    pub jabatan: String,
    /// `6`, `1 sampai 2`; empty where it is not known.
    pub kebutuhan: String,
    pub ada: u32,
    /// More than needed, or fewer; both 0 where the need is not known.
    pub lebih: u32,
    pub kurang: u32,
    pub sesudah: u32,
}

/// Who leads a unit; dots where the data do not tell exactly one.
#[derive(Clone, Debug, Serialize)]
pub struct Kepala {
    pub nama: String,
    pub nip: String,
    pub pangkat: String,
    pub gol: String,
    pub jabatan: String,
}

impl Default for Kepala {
    fn default() -> Kepala {
        let dots = || or_dots("");
        Kepala { nama: dots(), nip: dots(), pangkat: dots(), gol: FEW_DOTS.into(), jabatan: dots() }
    }
}

/// Where a person's words on the letter come from, for findings.
#[derive(Clone, Debug)]
pub struct Asal {
    pub subjek: Option<Subjek>,
    pub pegawai: Place,
    pub lama: Place,
    pub baru: Place,
}

/// The moved people: PNS in lampiran order, then the others, of whom no SK of PNS may speak; not numbered yet. And a
/// finding for each of whom a decree says less than it should, or nothing.
pub fn moved(results: &Results<'_>) -> (Vec<Orang>, Vec<Finding>) {
    let heads = Heads::of(results);
    let (mut orang, mut findings) = (Vec::new(), Vec::new());
    for a_move in &results.plan.moves {
        let pegawai = results.roster.pegawai(a_move.pegawai);
        orang.push(one_moved(results, &heads, a_move));
        if pegawai.status != StatusAsn::Pns {
            let status = pegawai.status.label();
            let problem = format!("pegawai berstatus {status}, sedangkan draf SK ini hanya untuk PNS");
            let finding = Finding::new(&catalogue::BUKAN_PNS, pegawai.place.clone(), status, problem);
            findings.push(finding.about(pegawai.subjek()));
        } else if pegawai.golongan.is_none() {
            let problem = "golongan tidak diketahui, sehingga pangkat pada draf SK tercetak “–”";
            let finding = Finding::new(&catalogue::PANGKAT_KOSONG, pegawai.place.clone(), "", problem);
            findings.push(finding.about(pegawai.subjek()));
        }
    }
    orang.sort_by_key(|orang: &Orang| !orang.pns);
    (orang, findings)
}

fn one_moved(results: &Results<'_>, heads: &Heads, a_move: &Move) -> Orang {
    let pegawai = results.roster.pegawai(a_move.pegawai);
    let post = results.needs.post(a_move.to);
    let (lama, baru) = (results.roster.unit(pegawai.unit), results.roster.unit(post.unit));
    let (pangkat, gol) = rank(pegawai);
    Orang {
        no: 0,
        nama_bergelar: pegawai.nama.in_decree(),
        sapaan: sapaan(pegawai.jenis_kelamin).0.into(),
        saudara: sapaan(pegawai.jenis_kelamin).1.into(),
        nip: pegawai.nip.digits().to_string(),
        nip_spasi: unbroken(&pegawai.nip.spaced()),
        nip_samar: pegawai.nip.masked(),
        status: pegawai.status.label().to_string(),
        pangkat,
        gol,
        ttl: born(pegawai),
        pendidikan: pegawai.pendidikan.as_ref().map_or_else(|| "–".into(), |own| own.to_string()),
        eselon: pegawai.profesi.eselon.map_or_else(|| "–".into(), |eselon| eselon.to_string()),
        jabatan_lama: pegawai.jabatan.to_string(),
        unit_lama: lama.nama.to_string(),
        induk_lama: induk(lama),
        jabatan_baru: jabatan_baru(post, &pegawai.jabatan),
        unit_baru: baru.nama.to_string(),
        induk_baru: induk(baru),
        jenis_perpindahan: a_move.jenis.label(),
        ket: String::new(),
        pns: pegawai.status == StatusAsn::Pns,
        jf: post.jenjang.is_some() || pegawai.jabatan.jenis == JenisJabatan::Fungsional,
        usul: usul(results, heads, a_move),
        asal: Some(Asal {
            subjek: pegawai.subjek(),
            pegawai: pegawai.place.clone(),
            lama: lama.place.clone(),
            baru: baru.place.clone(),
        }),
    }
}

/// How a letter addresses the person, short and in full.
pub fn sapaan(jenis_kelamin: JenisKelamin) -> (&'static str, &'static str) {
    match jenis_kelamin {
        JenisKelamin::LakiLaki => ("Sdr.", "Saudara"),
        JenisKelamin::Perempuan => ("Sdri.", "Saudari"),
    }
}

fn usul(results: &Results<'_>, heads: &Heads, a_move: &Move) -> Usul {
    let pegawai = results.roster.pegawai(a_move.pegawai);
    let putusan = results.decision_on(a_move);
    let note = |note: &crate::model::plan::RuleNote| Catatan { kode: note.code.into(), uraian: note.sentence.clone() };
    Usul {
        alasan: a_move.alasan.clone(),
        peringatan: a_move.warnings.iter().map(note).collect(),
        jarak: a_move.jarak.map(jarak).unwrap_or_default(),
        asal: keadaan(results, a_move.from),
        tujuan: keadaan(results, a_move.to),
        sejak: pegawai.tmt_unit.map(tanggal_in_words).unwrap_or_default(),
        persiapan: persiapan(pegawai),
        skp: pegawai
            .skp
            .iter()
            .take(2)
            .map(|skp| format!("{} {}", skp.tahun, skp.predikat.label()))
            .collect::<Vec<_>>()
            .join(", "),
        kepala_lama: heads.kepala(results, pegawai.unit),
        kepala_baru: heads.kepala(results, results.needs.post(a_move.to).unit),
        putusan: putusan.map(|own| own.tindakan.label().to_string()).unwrap_or_default(),
        oleh: putusan.map(|own| own.oleh()).unwrap_or_default(),
        tpk: putusan.filter(|own| own.is_of_team()).map(|own| own.tindakan.label().to_string()).unwrap_or_default(),
        diputuskan: putusan.and_then(|own| own.tanggal),
    }
}

/// How far the new unit is, and from where that is counted: a letter is read by people who do not know our tables.
fn jarak(jarak: Jarak) -> String {
    let dari = match jarak.asal {
        AsalJarak::Domisili => "kecamatan tempat tinggal",
        AsalJarak::UnitLama => "unit kerja lama",
    };
    match (jarak.baru_m, jarak.asal) {
        (0, AsalJarak::Domisili) => "dalam kecamatan tempat tinggal".into(),
        (0, AsalJarak::UnitLama) => format!("dalam kecamatan yang sama dengan {dari}"),
        (metres, _) if metres < METER_PER_KM / 10 => format!("kurang dari 0,1 km dari {dari}"),
        (metres, _) => format!("{} dari {dari}, diukur lurus", km(metres)),
    }
}

fn keadaan(results: &Results<'_>, id: PostId) -> Keadaan {
    let post = results.needs.post(id);
    Keadaan {
        jabatan: post.jabatan_label(),
        kebutuhan: post.kebutuhan.as_ref().map(|need| need.angka()).unwrap_or_default(),
        ada: post.riil,
        lebih: post.gap().unwrap_or(0).max(0) as u32,
        kurang: (-post.gap().unwrap_or(0)).max(0) as u32,
        sesudah: results.plan.posts.get(id.0 as usize).map_or(post.riil, |outcome| outcome.after),
    }
}

/// What a person of this jabatan has to see to (domain R30, R47; SIASN of §1.1 A1).
fn persiapan(pegawai: &Pegawai) -> Vec<String> {
    let mut list = vec!["menyelesaikan dan menyerahterimakan tugas di unit kerja lama;".to_string()];
    if is_tenaga_kesehatan(&name_key(&pegawai.jabatan.nama)) {
        list.push("mengurus Surat Izin Praktik (SIP) untuk tempat tugas yang baru;".into());
    }
    if pegawai.jabatan.jenis != JenisJabatan::Pelaksana {
        list.push("mengikuti pelantikan atau pengambilan sumpah jabatan bila dipersyaratkan;".into());
    }
    list.push("memastikan data kepegawaian pada SIASN sudah mutakhir.".into());
    list
}

/// Who leads each unit, where the data tell exactly one who does not move.
struct Heads(BTreeMap<UnitId, Option<PegawaiId>>);

impl Heads {
    fn of(results: &Results<'_>) -> Heads {
        let moving: std::collections::BTreeSet<PegawaiId> =
            results.plan.moves.iter().map(|step| step.pegawai).collect();
        let mut heads: BTreeMap<UnitId, Option<PegawaiId>> = BTreeMap::new();
        let roster = results.roster;
        for id in roster.pegawai_ids().filter(|id| roster.pegawai(*id).leads_unit()) {
            let one = (!moving.contains(&id)).then_some(id);
            heads.entry(roster.pegawai(id).unit).and_modify(|head| *head = None).or_insert(one);
        }
        Heads(heads)
    }

    fn kepala(&self, results: &Results<'_>, unit: UnitId) -> Kepala {
        let nama = &results.roster.unit(unit).nama;
        let Some(Some(id)) = self.0.get(&unit) else {
            return Kepala { jabatan: head_of(nama), ..Kepala::default() };
        };
        let head = results.roster.pegawai(*id);
        let (pangkat, gol) = rank(head);
        Kepala { nama: head.nama.in_decree(), nip: unbroken(&head.nip.spaced()), pangkat, gol, jabatan: head_of(nama) }
    }
}

/// How the head of a unit is called: `Kepala SD Negeri 1 Bangko`, `Camat Bangko`, `Lurah Pasar Atas`.
fn head_of(unit: &str) -> String {
    let own = [("Kecamatan ", "Camat"), ("Kelurahan ", "Lurah"), ("Sekretariat ", "Sekretaris")];
    let called = own.iter().find_map(|(begins, title)| Some(format!("{title} {}", unit.strip_prefix(begins)?)));
    called.unwrap_or_else(|| format!("Kepala {unit}"))
}

/// Pangkat and golongan as printed; a dash for what is not known, and a PPPK has no pangkat.
fn rank(pegawai: &Pegawai) -> (String, String) {
    let pangkat = pegawai.golongan.and_then(|golongan| golongan.pangkat()).unwrap_or("–");
    (pangkat.to_string(), pegawai.golongan.map_or_else(|| "–".into(), |golongan| unbroken(&golongan.to_string())))
}

/// `Bangko, 1 Januari 1980`; without the place where it is not known.
fn born(pegawai: &Pegawai) -> String {
    let day = tanggal_in_words(pegawai.tgl_lahir);
    pegawai.tempat_lahir.as_ref().map_or_else(|| day.clone(), |place| format!("{place}, {day}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_unit_has_its_own_title() {
        let called =
            ["SD Negeri 1 Bangko", "Kecamatan Bangko", "Kelurahan Pasar Atas", "Sekretariat Daerah"].map(head_of);
        assert_eq!(called, ["Kepala SD Negeri 1 Bangko", "Camat Bangko", "Lurah Pasar Atas", "Sekretaris Daerah"]);
    }

    #[test]
    fn a_way_says_from_where_it_is_counted_and_none_is_within_the_kecamatan() {
        let told = |asal, baru_m| jarak(Jarak { asal, lama_m: 0, baru_m });
        assert_eq!(told(AsalJarak::Domisili, 47_200), "47,2 km dari kecamatan tempat tinggal, diukur lurus");
        assert_eq!(told(AsalJarak::UnitLama, 77_600), "77,6 km dari unit kerja lama, diukur lurus");
        assert_eq!(told(AsalJarak::UnitLama, 40), "kurang dari 0,1 km dari unit kerja lama");
        assert_eq!(told(AsalJarak::Domisili, 0), "dalam kecamatan tempat tinggal");
        assert_eq!(told(AsalJarak::UnitLama, 0), "dalam kecamatan yang sama dengan unit kerja lama");
    }
}
