//! Rows of all tables, read side by side and kept in their order.

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::aspirasi::AspirasiRow;
use super::beban::{BebanRow, WaktuKerja, filled_down};
use super::draft::{BebanLepas, FormasiDraft, PegawaiDraft, UnitDraft};
use super::hukdis::HukdisRow;
use super::kebutuhan::{KebutuhanRow, Sekitar};
use super::keputusan::KeputusanRow;
use super::memo::{Memo, Memos};
use super::orang::{BarisDaftar, DaftarDraft};
use super::pegawai::PegawaiRow;
use super::penilaian::PenilaianRow;
use super::people::Orang;
use super::puskesmas::PuskesmasRow;
use super::report::RowPlace;
use super::row::{Problem, RowReader};
use super::sekolah::SekolahRow;
use super::survei::{SurveiDraft, SurveiRow};
use super::susunan::Susunan;
use super::unit::UnitRow;
use crate::finding::{Finding, Place};
use crate::law::Law;
use crate::law::skp::SkalaSkp;
use crate::model::cells::{Gathering, Kind, RawRow, Table, Tables};
use crate::model::nip::Nip;

/// What the reading of one row carries along. Every row has its own, so that no row waits for another.
pub struct Run<'m> {
    pub tanggal_efektif: Date,
    pub waktu_kerja: WaktuKerja,
    /// By which a figure is a predicate of performance.
    pub skala: SkalaSkp,
    pub findings: Vec<Finding>,
    /// The kecamatan the row names and its cell. It is looked up when the rows are joined, in their order.
    pub kecamatan: Option<(Arc<str>, Place)>,
    pub memo: &'m mut Memo,
}

impl Run<'_> {
    pub fn ask_kecamatan(&mut self, text: Option<&str>, place: impl FnOnce() -> Place) {
        self.kecamatan = text.map(|text| (self.memo.shared(text), place()));
    }
}

/// What one row is.
#[derive(Debug)]
pub enum RowDraft {
    /// It says nothing.
    Empty,
    /// It cannot be used; its findings say why.
    Unusable,
    /// A person who is no ASN and has no NIP.
    NonAsn,
    Pegawai(PegawaiDraft),
    Formasi(Vec<FormasiDraft>),
    BebanLepas(BebanLepas),
    Unit(Box<UnitDraft>),
    /// A row that adds to a person of the personnel workbook.
    Daftar(DaftarDraft),
    Survei(SurveiDraft),
}

impl RowDraft {
    fn unit(draft: UnitDraft) -> RowDraft {
        RowDraft::Unit(Box::new(draft))
    }
}

/// One row, read.
#[derive(Debug)]
pub struct RowReading {
    pub draft: RowDraft,
    pub findings: Vec<Finding>,
    pub kecamatan: Option<(Arc<str>, Place)>,
}

/// One table, read: a reading for each of its rows. People are put by themselves, without what only their reading needs.
pub struct TableReading<'t> {
    pub table: &'t Table,
    pub sheet: Place,
    /// Of a table of people none.
    pub rows: Vec<RowReading>,
    pub orang: Orang,
    /// Rows of the table that are kept, where the others are let go once they are read.
    pub kept: Vec<RawRow>,
    /// How many rows the table has.
    pub count: usize,
    /// Units that the posts above tell.
    pub susunan: Susunan,
    reader: RowReader<'t>,
    tanggal_efektif: Date,
    waktu_kerja: WaktuKerja,
    skala: SkalaSkp,
}

/// Fewest rows that one thread takes at a time: a memo pays by what comes again.
const AT_A_TIME: usize = 256;
/// People that are read before they are put by and their rows let go.
const PEOPLE_AT_A_TIME: usize = 16 * AT_A_TIME;

/// Reads every row of every table. `people` are the rows of tables of people that are let go once they are read, by table;
/// such a table has none itself.
pub fn read<'t>(
    law: &Law,
    tables: &'t Tables,
    people: Vec<Vec<RawRow>>,
    tanggal_efektif: Date,
) -> Vec<TableReading<'t>> {
    let (waktu_kerja, skala) = (WaktuKerja::of(law), law.skala_skp());
    let memos = Memos::default();
    let read_table = |(table, people): (_, Vec<RawRow>)| {
        let (reader, sheet) = (RowReader::new(table), tables.place(table));
        let susunan = Susunan::of(table);
        let (rows, kept, count) = (Vec::new(), Vec::new(), table.rows.len() + people.len());
        let orang = Orang::default();
        let mut reading = TableReading {
            table,
            sheet,
            rows,
            orang,
            kept,
            count,
            susunan,
            reader,
            tanggal_efektif,
            waktu_kerja,
            skala,
        };
        if table.kind == Kind::Pegawai {
            reading.read_people(people, &memos);
            return reading;
        }
        let filled = if table.kind == Kind::Beban { filled_down(table) } else { Vec::new() };
        let rows = if table.kind == Kind::Beban { &filled } else { &table.rows };
        let rows = rows.par_iter().with_min_len(AT_A_TIME);
        reading.rows = rows.map_init(|| memos.lend(), |memo, row| reading.read_row(row, None, memo)).collect();
        reading
    };
    let people = people.into_iter().chain(std::iter::repeat_with(Vec::new)).take(tables.tables.len());
    tables.tables.par_iter().zip(people.collect::<Vec<_>>()).map(read_table).collect()
}

impl TableReading<'_> {
    /// Reads people some thousands at a time, so that their rows can go before the next ones come.
    fn read_people(&mut self, rows: Vec<RawRow>, memos: &Memos) {
        let table = self.table;
        self.orang.reserve(self.count);
        let mut rest = rows.into_iter();
        let mut given = table.rows.chunks(PEOPLE_AT_A_TIME);
        loop {
            let taken: Vec<RawRow> = rest.by_ref().take(PEOPLE_AT_A_TIME).collect();
            let chunk = if taken.is_empty() { given.next().unwrap_or_default() } else { &taken };
            if chunk.is_empty() {
                return;
            }
            let read = chunk.par_iter().with_min_len(AT_A_TIME);
            let read: Vec<RowReading> =
                read.map_init(|| memos.lend(), |memo, row| self.read_row(row, None, memo)).collect();
            chunk.iter().zip(read).for_each(|(row, reading)| self.orang.take(row, reading));
            let is_last = rest.len() == 0;
            let last = taken.len().checked_sub(1).filter(|_| is_last);
            let kept = taken.into_iter().enumerate();
            let kept = kept.filter(|(at, row)| Some(*at) == last || row.tells_more_than_its_cells());
            self.kept.extend(Gathering::part(kept.map(|(_, row)| row)));
        }
    }

    /// Reads a person's row again, with this NIP in place of its own, and `note` to say so. Of a table of people it is
    /// the number of the person, and only damaged rows are there to be read again.
    pub fn read_again(&mut self, index: usize, nip: Nip, note: Problem) {
        let row = match self.orang.rusak.get(&index) {
            Some(rusak) => &rusak.row,
            None => &self.table.rows[index],
        };
        let reading = self.read_row(row, Some((nip, note)), &mut Memo::default());
        match (self.orang.rusak.get_mut(&index), reading.draft) {
            (Some(rusak), RowDraft::Pegawai(person)) => {
                rusak.findings = reading.findings;
                self.orang.rows[index] = person;
            }
            (_, draft) => self.rows[index] = RowReading { draft, ..reading },
        }
    }

    fn read_row(&self, row: &RawRow, nip: Option<(Nip, Problem)>, memo: &mut Memo) -> RowReading {
        let mut place = RowPlace { sheet: &self.sheet, reader: &self.reader, row, subject: None };
        let (tanggal_efektif, waktu_kerja, skala) = (self.tanggal_efektif, self.waktu_kerja, self.skala);
        let mut run = Run { tanggal_efektif, waktu_kerja, skala, findings: Vec::new(), kecamatan: None, memo };
        let draft = self.draft(row, nip, &mut place, &mut run);
        RowReading { draft, findings: run.findings, kecamatan: run.kecamatan }
    }

    fn draft(&self, row: &RawRow, nip: Option<(Nip, Problem)>, place: &mut RowPlace, run: &mut Run) -> RowDraft {
        match self.table.kind {
            Kind::Pegawai => {
                let mut person: PegawaiRow = self.reader.read(row);
                if person.is_empty() {
                    return RowDraft::Empty;
                }
                if person.is_non_asn_without_nip() {
                    return RowDraft::NonAsn;
                }
                if let Some((nip, note)) = nip {
                    person.take_nip(nip, note);
                }
                RowDraft::Pegawai(person.into_draft(self.table.whole_unit(), place, run))
            }
            Kind::Kebutuhan => {
                let need: KebutuhanRow = self.reader.read(row);
                if need.is_empty() {
                    return RowDraft::Empty;
                }
                let around =
                    Sekitar { title_unit: self.table.title_unit.as_deref(), susunan: self.susunan.unit(row.row) };
                let drafts = need.into_drafts(&around, place, run);
                if drafts.is_empty() { RowDraft::Unusable } else { RowDraft::Formasi(drafts) }
            }
            Kind::Sekolah => {
                let school: SekolahRow = self.reader.read(row);
                if school.is_empty() {
                    return RowDraft::Empty;
                }
                school.into_draft(place, run).map_or(RowDraft::Unusable, RowDraft::unit)
            }
            Kind::Unit => {
                let unit: UnitRow = self.reader.read(row);
                if unit.is_empty() {
                    return RowDraft::Empty;
                }
                unit.into_draft(place, run).map_or(RowDraft::Unusable, RowDraft::unit)
            }
            Kind::Beban => {
                let task: BebanRow = self.reader.read(row);
                if task.is_empty() {
                    return RowDraft::Empty;
                }
                match task.into_draft(self.table.whole_unit(), place, run) {
                    Ok(draft) => RowDraft::Formasi(vec![draft]),
                    Err(lepas) => RowDraft::BebanLepas(lepas),
                }
            }
            Kind::Puskesmas | Kind::Survei => self.unit_draft(row, place, run),
            Kind::Aspirasi | Kind::Penilaian | Kind::Hukdis | Kind::Keputusan => self.list_draft(row, nip, place, run),
        }
    }

    /// A row that says something of a unit.
    fn unit_draft(&self, row: &RawRow, place: &mut RowPlace, run: &mut Run) -> RowDraft {
        if self.table.kind == Kind::Survei {
            let survei: SurveiRow = self.reader.read(row);
            if survei.is_empty() {
                return RowDraft::Empty;
            }
            return survei.into_draft(place, run).map_or(RowDraft::Unusable, RowDraft::Survei);
        }
        let puskesmas: PuskesmasRow = self.reader.read(row);
        if puskesmas.is_empty() {
            return RowDraft::Empty;
        }
        puskesmas.into_draft(place, run).map_or(RowDraft::Unusable, RowDraft::unit)
    }

    /// A row of a list that adds to a person.
    fn list_draft(&self, row: &RawRow, nip: Option<(Nip, Problem)>, place: &mut RowPlace, run: &mut Run) -> RowDraft {
        let draft = match self.table.kind {
            Kind::Aspirasi => self.reader.read::<AspirasiRow>(row).into_draft(nip, place, run),
            Kind::Penilaian => self.reader.read::<PenilaianRow>(row).into_draft(nip, place, run),
            Kind::Hukdis => self.reader.read::<HukdisRow>(row).into_draft(nip, place, run),
            Kind::Keputusan => self.reader.read::<KeputusanRow>(row).into_draft(nip, place, run),
            Kind::Pegawai
            | Kind::Kebutuhan
            | Kind::Sekolah
            | Kind::Unit
            | Kind::Puskesmas
            | Kind::Survei
            | Kind::Beban => None,
        };
        draft.map_or(RowDraft::Empty, RowDraft::Daftar)
    }
}
