//! Who a row of a list is about: the rows that add something to people the personnel workbook knows.

use jiff::civil::Date;
use validator::Validate;

use super::cell::NipTeks;
use super::pegawai::identity::{part_name_and_nip, read_nip};
use super::reading::Run;
use super::report::RowPlace;
use super::row::{Field, Problem, Teks};
use crate::finding::{Place, Subjek, catalogue};
use crate::model::aspirasi::Aspirasi;
use crate::model::keputusan::{Tertulis, Tindakan};
use crate::model::kinerja::{AngkaSkp, Asesmen, Skp};
use crate::model::nama::Nama;
use crate::model::nip::{AwalanNip, Nip};
use crate::model::status::HukumanDisiplin;

/// A row that adds to a person.
#[derive(Debug)]
pub struct DaftarDraft {
    pub orang: Orang,
    pub isi: Isi,
}

/// What such a row adds.
#[derive(Debug)]
pub enum Isi {
    Aspirasi(AspirasiDraft),
    Penilaian(PenilaianDraft),
    Hukdis(HukdisDraft),
    Keputusan(Box<KeputusanDraft>),
}

/// Wishes, before their units are known.
#[derive(Debug)]
pub struct AspirasiDraft {
    /// The names of the units wished for, the dearest first, with their cells.
    pub usulan: Vec<(String, Place)>,
    /// Without units.
    pub aspirasi: Aspirasi,
}

/// Marks of a person.
#[derive(Debug)]
pub struct PenilaianDraft {
    /// With the cell of each, the newest first.
    pub skp: Vec<(Skp, Place)>,
    /// Figures behind some of them.
    pub angka: Vec<AngkaSkp>,
    pub asesmen: Option<Asesmen>,
}

/// A punishment; `None` when the row cannot be read: that is not the same as no punishment.
#[derive(Debug)]
pub struct HukdisDraft {
    pub hukdis: Option<HukumanDisiplin>,
    /// The cell of the grade.
    pub place: Place,
}

/// A decision about a person, before units and rules are known.
#[derive(Debug)]
pub struct KeputusanDraft {
    /// `None` where a proposed move was not decided upon.
    pub tindakan: Option<Tindakan>,
    /// Whether something it needs is missing or cannot be read.
    pub unusable: bool,
    /// Whether it is one that a later decision took the place of, as a result workbook carries it.
    pub digantikan: bool,
    pub tujuan: Option<Sebutan>,
    /// The move of the published plan, in a result workbook that came back.
    pub ke: Option<Sebutan>,
    pub aturan: Option<String>,
    pub aturan_place: Place,
    pub alasan: String,
    pub pejabat: String,
    pub tanggal: Option<Date>,
    /// The cells word for word.
    pub tertulis: Tertulis,
    /// The cell of the decision.
    pub place: Place,
}

impl KeputusanDraft {
    /// Whether it is only a proposed move, which nobody has decided upon.
    pub fn is_only_proposed(&self) -> bool {
        self.tindakan.is_none() && !self.unusable && !self.digantikan
    }
}

/// A unit, perhaps with a jabatan, as a decision names it.
#[derive(Debug)]
pub struct Sebutan {
    pub nama: String,
    pub kode: Option<String>,
    pub jabatan: Option<String>,
    pub place: Place,
}

/// A person as a row of a list names one.
#[derive(Debug)]
pub struct Orang {
    pub nip: Option<Nip>,
    /// What is left of an NIP that a spreadsheet damaged.
    pub awalan: Option<AwalanNip>,
    pub nama: Option<Nama>,
    /// The NIP cell.
    pub place: Place,
    pub subject: Option<Subjek>,
}

/// A row of a list that adds to people, one `Orang` each.
pub trait BarisDaftar: Validate + Sized {
    /// The cells that name the person.
    fn identity(&mut self) -> (&mut Field<NipTeks>, &mut Field<Teks>);

    /// Whether the row says something though it names nobody.
    fn says_more(&self) -> bool {
        false
    }

    /// Reads what takes more than one cell, before the row is judged.
    fn interpret(&mut self, _place: &RowPlace, _run: &Run) {}

    /// What the row adds.
    fn isi(self, orang: &Orang, place: &RowPlace, run: &mut Run) -> Isi;

    /// `None` where the row says nothing of a person.
    fn into_draft(mut self, given: Option<(Nip, Problem)>, place: &mut RowPlace, run: &mut Run) -> Option<DaftarDraft> {
        let says_more = self.says_more();
        let (nip, nama) = self.identity();
        if nip.is_missing() && nama.is_missing() && !says_more {
            return None;
        }
        let orang = Orang::read(nip, nama, given, place, run);
        self.interpret(place, run);
        if let Err(errors) = self.validate() {
            run.findings.extend(place.findings(&errors));
        }
        let isi = self.isi(&orang, place, run);
        Some(DaftarDraft { orang, isi })
    }
}

impl Orang {
    /// Reads NIP and name, which may stand in one cell, and makes the person the subject of the row's findings.
    /// `given` is an NIP another file tells in place of a damaged one, with the note that says so.
    pub fn read(
        nip: &mut Field<NipTeks>,
        nama: &mut Field<Teks>,
        given: Option<(Nip, Problem)>,
        place: &mut RowPlace,
        run: &Run,
    ) -> Orang {
        part_name_and_nip(nama, nip, place);
        let (read, awalan) = match given {
            Some((given, note)) => {
                nip.fault(note);
                (Some(given), None)
            }
            None => read_nip(nip, run.tanggal_efektif, place),
        };
        let read_nama = nama.text().and_then(|text| Nama::parse(text, None, None));
        if read.is_none() && read_nama.is_none() && nama.problem.is_none() {
            nama.fault(Problem::new(&catalogue::NAMA_KOSONG, "nama kosong"));
        }
        place.subject = Subjek::of(read_nama.as_ref().map(Nama::as_str), read);
        Orang { nip: read, awalan, nama: read_nama, place: place.at("nip"), subject: place.subject.clone() }
    }
}
