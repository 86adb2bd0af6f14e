//! The roster: every fact of a period, parsed. The first type without free-text guesses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::finding::Place;
use crate::model::beban::BarisBeban;
use crate::model::bentuk::Bentuk;
use crate::model::bersama::Bersama;
use crate::model::cells::Kind;
use crate::model::daftar_unit::DaftarUnit;
use crate::model::formasi::Formasi;
use crate::model::jabatan::Jabatan;
use crate::model::kamus::Pertanyaan;
use crate::model::keputusan::DaftarKeputusan;
use crate::model::needs::Ragu;
use crate::model::nip::{AwalanNip, Nip};
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::tanggal::Periode;
use crate::model::total::Lingkup;
use crate::model::unit::{Unit, UnitId};
use crate::model::wilayah::Wilayah;

/// Someone whose row could not be used as a person, but who is present at work and fills a post.
/// Counting them keeps a faulty cell from making a unit look emptier than it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakTerbaca {
    pub unit: UnitId,
    pub jabatan: Bersama<Jabatan>,
    pub tugas_tambahan: Option<Arc<str>>,
    pub place: Place,
}

/// Someone at work of whom it is not certain where: the name of the unit is that of several units, or only near to
/// the name of one, or the NIP is also another person's, or two rows of one
/// rank name different units. Each unit named here may have one person more than it seems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakPasti {
    pub units: Vec<UnitId>,
    pub jabatan: Bersama<Jabatan>,
    pub tugas_tambahan: Option<Arc<str>>,
    pub place: Place,
}

/// Someone on a row that no person could be made of, known by what could be read: without it a faulty cell would look
/// like somebody who left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jejak {
    pub nip: Option<Nip>,
    pub awalan: Option<AwalanNip>,
    pub nama_key: Option<String>,
    /// The NIP cell.
    pub place: Place,
}

/// One table of the inbox and what became of its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabelBaris {
    /// File and sheet.
    pub sheet: Place,
    pub kind: Kind,
    pub bentuk: Bentuk,
    pub rows: RowCount,
}

/// How many rows of a kind of table were read and how many are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCount {
    pub read: usize,
    pub used: usize,
}

/// The row counts of every kind of table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows(BTreeMap<Kind, RowCount>);

impl Rows {
    /// The sums over these tables.
    pub fn of_tables(tabel: &[TabelBaris]) -> Rows {
        let mut sums = Rows::default();
        for table in tabel {
            let sum = sums.of_mut(table.kind);
            sum.read += table.rows.read;
            sum.used += table.rows.used;
        }
        sums
    }

    /// Nothing read and nothing used where there was no such table.
    pub fn of(&self, kind: Kind) -> RowCount {
        self.0.get(&kind).copied().unwrap_or_default()
    }

    pub fn of_mut(&mut self, kind: Kind) -> &mut RowCount {
        self.0.entry(kind).or_default()
    }
}

/// All facts of one period.
#[derive(Clone, Debug)]
pub struct Roster {
    pub periode: Periode,
    /// The day from which moves would take effect; ages and terms are counted to it.
    pub tanggal_efektif: Date,
    pub wilayah: Arc<Wilayah>,
    /// In kode, then name order.
    pub units: DaftarUnit,
    /// In unit, then jabatan order.
    pub formasi: Vec<Formasi>,
    /// In unit, then jabatan order.
    pub beban: Vec<BarisBeban>,
    /// In NIP order.
    pub pegawai: Vec<Pegawai>,
    pub tak_terbaca: Vec<TakTerbaca>,
    pub tak_pasti: Vec<TakPasti>,
    /// By unit, then the key of a jabatan that people there hold: the keys of the needs of that unit that may be meant
    /// by it. The name is misspelt on one side or the other, and nobody has said yet which is meant.
    pub jabatan_mungkin: BTreeMap<UnitId, BTreeMap<String, Vec<String>>>,
    /// By unit the keys of jabatan that people there hold and that are asked about (D-157): until somebody answers, such
    /// a name is no jabatan of the unit.
    pub jabatan_ditanya: BTreeMap<UnitId, BTreeSet<String>>,
    /// Posts by unit and key of the jabatan whose official need nobody can tell: its figure cannot be read, or stands under
    /// a name of a jabatan or unit that is most likely misspelt.
    pub kebutuhan_ragu: BTreeMap<(UnitId, String), Ragu>,
    pub jejak: Vec<Jejak>,
    /// In the order of `Tables::tables`.
    pub tabel: Vec<TabelBaris>,
    /// Rows merged into that of the same person in another table.
    pub digabung: usize,
    /// Rows about people who are no civil servants; they are in no count of rows.
    pub non_asn: usize,
    /// The sums of `tabel`.
    pub rows: Rows,
    /// Names that are near to known ones, for a person to confirm what they mean.
    pub pertanyaan: Vec<Pertanyaan>,
    /// What leadership has decided, and the published plan.
    pub keputusan: DaftarKeputusan,
}

impl Roster {
    /// The name of the unit, of its OPD, or of its kecamatan, where that is known.
    pub fn nama_lingkup(&self, lingkup: Lingkup, unit: UnitId) -> Option<&str> {
        let own = self.unit(unit);
        match lingkup {
            Lingkup::Unit => Some(&*own.nama),
            Lingkup::Opd => Some(&**own.opd()),
            Lingkup::Kecamatan => own.kecamatan.map(|id| self.wilayah.get(id).nama.as_str()),
        }
    }

    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.0 as usize]
    }

    /// Whether the name of a jabatan, by key, is asked about in this unit.
    pub fn asks_jabatan(&self, unit: UnitId, key: &str) -> bool {
        self.jabatan_ditanya.get(&unit).is_some_and(|names| names.contains(key))
    }

    pub fn pegawai(&self, id: PegawaiId) -> &Pegawai {
        &self.pegawai[id.0 as usize]
    }

    pub fn pegawai_ids(&self) -> impl Iterator<Item = PegawaiId> + use<> {
        (0..self.pegawai.len() as u32).map(PegawaiId)
    }

    pub fn unit_ids(&self) -> impl Iterator<Item = UnitId> + use<> {
        (0..self.units.len() as u32).map(UnitId)
    }

    /// The order of a lampiran (DUK, domain §3.1): golongan, TMT golongan, TMT jabatan, TMT CPNS, age, then NIP.
    pub fn duk_order(&self, a: PegawaiId, b: PegawaiId) -> std::cmp::Ordering {
        let (a, b) = (self.pegawai(a), self.pegawai(b));
        let known_first = |a: Option<Date>, b: Option<Date>| match (a, b) {
            (Some(a), Some(b)) => a.cmp(&b),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => std::cmp::Ordering::Equal,
        };
        b.golongan
            .cmp(&a.golongan)
            .then_with(|| known_first(a.tmt_gol, b.tmt_gol))
            .then_with(|| known_first(a.tmt_jabatan, b.tmt_jabatan))
            .then_with(|| known_first(a.tmt_cpns, b.tmt_cpns))
            .then_with(|| a.tgl_lahir.cmp(&b.tgl_lahir))
            .then_with(|| a.nip.cmp(&b.nip))
    }
}
