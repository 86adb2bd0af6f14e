//! Rows that were read, before units are put together and double rows sorted out.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::orang::DaftarDraft;
use super::survei::SurveiDraft;
use crate::finding::{Finding, Place, Subjek};
use crate::model::beban::{Kurang, Tugas};
use crate::model::bentuk::Bentuk;
use crate::model::bersama::Bersama;
use crate::model::cells::{ColumnMap, Kind};
use crate::model::golongan::Golongan;
use crate::model::jabatan::Jabatan;
use crate::model::jarang::{Jarang, Kosong};
use crate::model::keputusan::DaftarKeputusan;
use crate::model::kinerja::Skp;
use crate::model::koordinat::Koordinat;
use crate::model::nama::Nama;
use crate::model::needs::Ragu;
use crate::model::nip::{AwalanNip, Nip};
use crate::model::pecahan::Pecahan;
use crate::model::pegawai::{FaktaJarang, Instansi};
use crate::model::pendidikan::Pendidikan;
use crate::model::profesi::ProfesiOrang;
use crate::model::puskesmas::Puskesmas;
use crate::model::roster::{Jejak, RowCount, TabelBaris};
use crate::model::status::{JenisKelamin, KedudukanHukum, StatusAsn};
use crate::model::tanggal::Periode;
use crate::model::unit::{JenisUnit, Sekolah, UnitId};
use crate::model::wilayah::{KecamatanId, Wilayah};

/// Everything read from the tables of a period.
#[derive(Debug, Default)]
pub struct Draft {
    /// In the order of `Tables::tables`.
    pub tabel: Vec<TabelDraft>,
    pub wilayah: Arc<Wilayah>,
    pub pegawai: Vec<PegawaiDraft>,
    pub sekolah: Vec<UnitDraft>,
    pub unit: Vec<UnitDraft>,
    pub formasi: Vec<FormasiDraft>,
    pub puskesmas: Vec<UnitDraft>,
    /// Needs that only a heading tells the unit of: that, the key of the jabatan, and the doubt.
    pub menunggu: Vec<(UnitRef, String, Ragu)>,
    /// Needs whose unit is asked about, with the units they may mean.
    pub menunggu_unit: Vec<(FormasiDraft, Vec<UnitId>)>,
    /// Rows of workload of which nobody can tell whose they are.
    pub beban_lepas: Vec<BebanLepas>,
    pub survei: Vec<SurveiDraft>,
    /// Rows that add to a person, in their order.
    pub daftar: Vec<DaftarDraft>,
    /// What leadership has said, with the units as numbered while they are put together.
    pub keputusan: DaftarKeputusan,
    /// Rows about people who are no civil servants.
    pub non_asn: usize,
    /// As `Roster::jabatan_mungkin`.
    pub jabatan_mungkin: BTreeMap<UnitId, BTreeMap<String, Vec<String>>>,
    /// As `Roster::jabatan_ditanya`.
    pub jabatan_ditanya: BTreeMap<UnitId, BTreeSet<String>>,
    /// As `Roster::kebutuhan_ragu`.
    pub kebutuhan_ragu: BTreeMap<(UnitId, String), Ragu>,
}

impl Draft {
    /// Every need with its unit, or the units that it may mean.
    pub fn needs_with_units(&self) -> impl Iterator<Item = (&FormasiDraft, &[UnitId])> {
        let settled = self.formasi.iter().map(|row| (row, row.unit_id.as_slice()));
        settled.chain(self.menunggu_unit.iter().map(|(row, units)| (row, &units[..])))
    }

    /// Where units of a table of this kind belong.
    pub fn units_of(&mut self, kind: Kind) -> &mut Vec<UnitDraft> {
        match kind {
            Kind::Sekolah => &mut self.sekolah,
            Kind::Puskesmas => &mut self.puskesmas,
            Kind::Unit
            | Kind::Pegawai
            | Kind::Kebutuhan
            | Kind::Aspirasi
            | Kind::Penilaian
            | Kind::Hukdis
            | Kind::Survei
            | Kind::Beban
            | Kind::Keputusan => &mut self.unit,
        }
    }
}

/// A table that rows were read from: what tells which of two rows about a person counts.
#[derive(Debug)]
pub struct TabelDraft {
    /// File and sheet.
    pub sheet: Place,
    pub kind: Kind,
    pub bentuk: Bentuk,
    pub periode: Periode,
    pub columns: Vec<ColumnMap>,
    /// The last row of the header, from zero.
    pub header_row: u32,
    /// How many of its rows were read and how many are used: the only such count, which every sum is made from.
    pub rows: RowCount,
}

impl TabelDraft {
    pub fn into_baris(self) -> TabelBaris {
        let TabelDraft { sheet, kind, bentuk, rows, .. } = self;
        TabelBaris { sheet, kind, bentuk, rows }
    }
}

/// Counts how many rows of the tables of these kinds are used: those that stand at these places, so many at each.
/// Tables of one sheet share them, the first one first.
pub fn count_used<'p>(tabel: &mut [TabelDraft], kinds: &[Kind], places: impl Iterator<Item = (&'p Place, usize)>) {
    let mut counts: HashMap<(&Arc<str>, Option<&Arc<str>>), usize> = HashMap::new();
    for (place, rows) in places {
        *counts.entry((&place.file, place.sheet.as_ref())).or_default() += rows;
    }
    for table in tabel.iter_mut().filter(|table| kinds.contains(&table.kind)) {
        let Some(left) = counts.get_mut(&(&table.sheet.file, table.sheet.sheet.as_ref())) else { continue };
        table.rows.used = table.rows.read.min(*left);
        *left -= table.rows.used;
    }
}

/// How a row names its unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct UnitRef {
    pub kode: Option<Arc<str>>,
    pub nama: Option<Arc<str>>,
    pub induk: Option<Arc<str>>,
    pub kecamatan: Option<KecamatanId>,
}

/// A row about a person. There may be hundreds of thousands: what few of them have is put aside.
#[derive(Debug)]
pub struct PegawaiDraft {
    /// Index into `Draft::tabel`.
    pub tabel: usize,
    pub facts: PersonFacts,
    pub jabatan: Option<Bersama<Jabatan>>,
    /// The columns of the cells that name the jabatan and the unit.
    pub jabatan_col: u32,
    pub unit_col: u32,
    pub unit: Bersama<UnitRef>,
    /// Filled once the units are known.
    pub unit_id: Option<UnitId>,
    /// The NIP cell.
    pub place: Place,
    /// The NIP, where it could be read, also if the row cannot be used, and as long as it is this person's.
    pub nip: Option<Nip>,
    /// Whether the row itself tells the name of the facts.
    pub nama_baris: bool,
    pub seldom: Jarang<SeldomDraft>,
}

/// What few rows have while they are sorted out.
#[derive(Debug, Default, PartialEq)]
pub struct SeldomDraft {
    /// Tables of the rows about the same person that were merged into this one.
    pub gabungan: Vec<usize>,
    /// Units in which the person may work, where it is not certain that it is this row's unit.
    pub mungkin_di: Vec<UnitId>,
    pub nip_rusak: Option<NipRusak>,
    /// The NIP that the row itself tells, where it is another person's.
    pub nip_orang_lain: Option<Nip>,
}

impl Kosong for SeldomDraft {
    const KOSONG: &'static SeldomDraft =
        &SeldomDraft { gabungan: Vec::new(), mungkin_di: Vec::new(), nip_rusak: None, nip_orang_lain: None };
}

/// What stands in the place of an NIP that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NipRusak {
    /// As typed in the NIP's own cell.
    pub tertulis: Option<Box<str>>,
    /// What is left of an NIP that a spreadsheet damaged.
    pub awalan: Option<AwalanNip>,
}

impl PegawaiDraft {
    /// The cell that names the jabatan.
    pub fn jabatan_place(&self) -> Place {
        self.in_row(self.jabatan_col)
    }

    /// The cell that names the unit.
    pub fn unit_place(&self) -> Place {
        self.in_row(self.unit_col)
    }

    fn in_row(&self, col: u32) -> Place {
        self.place.cell.map_or_else(|| self.place.clone(), |cell| self.place.at(cell.row, col))
    }

    /// The name that the row itself tells.
    pub fn nama(&self) -> Option<&Nama> {
        self.facts.nama.as_ref().filter(|_| self.nama_baris)
    }

    /// The key of that name, also if the row cannot be used.
    pub fn nama_key(&self) -> Option<&str> {
        self.nama().map(Nama::key)
    }

    /// Whom the row is about.
    pub fn subject(&self) -> Option<Subjek> {
        Subjek::of(self.nama().map(Nama::as_str), self.nip_baris())
    }

    /// The NIP that the row itself tells.
    fn nip_baris(&self) -> Option<Nip> {
        self.nip.or(self.seldom.nip_orang_lain)
    }

    /// Takes away the NIP that is another person's.
    pub fn lose_nip(&mut self) {
        if let Some(nip) = self.nip.take() {
            self.seldom.nip_orang_lain = Some(nip);
        }
    }

    /// Adds units in which the person may work.
    pub fn may_be_in(&mut self, units: impl IntoIterator<Item = UnitId>) {
        for unit in units {
            self.seldom.mungkin_di.push(unit);
        }
    }

    /// Those units, which the row no longer has then.
    pub fn take_mungkin_di(&mut self) -> Vec<UnitId> {
        if self.seldom.mungkin_di.is_empty() { Vec::new() } else { std::mem::take(&mut self.seldom.mungkin_di) }
    }

    /// What is left of an NIP that a spreadsheet damaged.
    pub fn awalan(&self) -> Option<AwalanNip> {
        self.seldom.nip_rusak.as_ref()?.awalan
    }

    /// Whether the person is at work and so fills a post, even if the row cannot be used.
    pub fn present(&self) -> bool {
        self.facts.kedudukan.is_none_or(KedudukanHukum::fills_post) && self.facts.status != Some(StatusAsn::NonAsn)
    }

    /// What is left of the person where none can be made of the row.
    pub fn jejak(&self) -> Jejak {
        let place = self.place.clone();
        Jejak { nip: self.nip, awalan: self.awalan(), nama_key: self.nama_key().map(str::to_string), place }
    }

    /// Whether a person can be made of the row. A standing or a punishment that cannot be read keeps the person where
    /// he or she is: taking it for none could move someone who may not move.
    pub fn usable(&self) -> bool {
        let facts = &self.facts;
        let unreadable = facts.kedudukan_tak_terbaca || facts.hukdis_tak_terbaca;
        self.nip.is_some() && facts.nama.is_some() && !unreadable
    }
}

/// What a row itself says of a person, apart from NIP, unit and jabatan; `None` where it says nothing. What the NIP
/// tells in its place is filled in when the person is made, so that it never stands against another row's word.
#[derive(Clone, Debug, Default)]
pub struct PersonFacts {
    pub nama: Option<Nama>,
    pub jenis_kelamin: Option<JenisKelamin>,
    pub tempat_lahir: Option<Arc<str>>,
    pub tgl_lahir: Option<Date>,
    pub status: Option<StatusAsn>,
    pub kedudukan: Option<KedudukanHukum>,
    pub kedudukan_tak_terbaca: bool,
    pub golongan: Option<Golongan>,
    pub tmt_gol: Option<Date>,
    pub tmt_cpns: Option<Date>,
    pub tmt_jabatan: Option<Date>,
    pub tmt_unit: Option<Date>,
    pub pendidikan: Option<Bersama<Pendidikan>>,
    /// As `Pegawai::jenis_tertulis`.
    pub jenis_tertulis: bool,
    pub profesi: ProfesiOrang,
    pub skp: Bersama<Vec<Skp>>,
    pub hukdis_tak_terbaca: bool,
    pub domisili: Option<KecamatanId>,
    pub perlindungan: Option<bool>,
    pub instansi: Option<Bersama<Instansi>>,
    /// Of its figures of SKP one counts where its predicate is that of the year.
    pub jarang: Jarang<FaktaJarang>,
}

/// A row about a school or another unit.
#[derive(Debug)]
pub struct UnitDraft {
    pub kode: Option<Arc<str>>,
    pub nama: Arc<str>,
    pub key: String,
    pub jenis: JenisUnit,
    pub sekolah: Option<Sekolah>,
    pub puskesmas: Option<Puskesmas>,
    pub koordinat: Option<Koordinat>,
    pub induk: Option<Arc<str>>,
    pub kecamatan: Option<KecamatanId>,
    /// The year the row is of, where it tells.
    pub tahun: Option<u32>,
    /// The name cell.
    pub place: Place,
    /// The cell of kode or NPSN; the name cell where there is none.
    pub kode_place: Place,
}

/// A row of official need.
#[derive(Debug)]
pub struct FormasiDraft {
    pub unit: UnitRef,
    /// Filled once the units are known.
    pub unit_id: Option<UnitId>,
    pub unit_place: Place,
    pub jabatan: Jabatan,
    /// Whether a column tells the kind of the jabatan.
    pub jenis_tertulis: bool,
    /// `None` where the figure cannot be read.
    pub kebutuhan: Option<u32>,
    pub riil: Option<u32>,
    pub kelas_jabatan: Option<u8>,
    pub kualifikasi: Option<String>,
    pub strategis: Option<u8>,
    pub keahlian: Vec<Arc<str>>,
    /// The cell of the need figure.
    pub place: Place,
    /// So many rows of the source it stands for: several where an export states one post row by row, none where one
    /// row states several posts and another of them counts it.
    pub baris: usize,
    /// The task, where the row is one of workload and no official figure.
    pub beban: Option<Box<BebanDraft>>,
}

/// What a row of workload says of its task.
#[derive(Clone, Debug)]
pub struct BebanDraft {
    pub tugas: Result<Tugas, Kurang>,
    pub abk_kes: bool,
    pub waktu_efektif: Option<Pecahan>,
}

/// A row of workload that names no jabatan or no unit: whatever it may belong to is weighed by half without it.
#[derive(Debug)]
pub struct BebanLepas {
    pub unit: Option<UnitRef>,
    /// The key of the jabatan.
    pub jabatan: Option<String>,
    /// The cell that lacks the name.
    pub place: Place,
}

/// Takes every row for which `twin` names an earlier row out of the list, with a finding for each.
pub fn drop_twins<T>(
    rows: &mut Vec<T>,
    findings: &mut Vec<Finding>,
    mut twin: impl FnMut(&[T], &T) -> Option<Finding>,
) {
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows.drain(..) {
        match twin(&kept, &row) {
            Some(finding) => findings.push(finding),
            None => kept.push(row),
        }
    }
    *rows = kept;
}

/// `baris 12`, with file and sheet where they differ from those of `here`.
pub fn row_name(there: &Place, here: &Place) -> String {
    let row = there.cell.map_or(String::new(), |cell| format!("baris {}", cell.row + 1));
    if there.file == here.file && there.sheet == here.sheet {
        return row;
    }
    let file = file_name(there);
    match &there.sheet {
        Some(sheet) => format!("{row} lembar {sheet} berkas {file}"),
        None => format!("berkas {file}"),
    }
}

/// The file without its folders: `pegawai.xlsx`.
pub fn file_name(place: &Place) -> &str {
    place.file.rsplit('/').next().unwrap_or(&place.file)
}
