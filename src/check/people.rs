//! People of one table, put by row after row: what else was read of them is kept once for all or let go.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::draft::PegawaiDraft;
use super::reading::{RowDraft, RowReading};
use crate::finding::{Finding, Place};
use crate::model::cells::RawRow;
use crate::model::wilayah::KecamatanId;

/// What was read of the people of a table.
#[derive(Debug, Default)]
pub struct Orang {
    /// In the order of the rows.
    pub rows: Vec<PegawaiDraft>,
    /// Findings of the rows, but of those that may be read again.
    pub findings: Vec<Finding>,
    /// Rows with what is left of a damaged NIP, by their number in `rows`: they may be read again with a whole one.
    pub rusak: BTreeMap<usize, Rusak>,
    /// The names of kecamatan, each with the first cell it stands in, in the order in which they came.
    pub kecamatan: Vec<(Arc<str>, Place)>,
    /// For each of `rows` the number of its kecamatan there.
    of_kecamatan: Vec<Option<u32>>,
    /// How many rows say something.
    pub read: usize,
    /// Rows about people who are no civil servants.
    pub non_asn: usize,
}

/// A row with a damaged NIP.
#[derive(Debug)]
pub struct Rusak {
    pub row: RawRow,
    pub findings: Vec<Finding>,
}

impl Orang {
    /// Makes room for so many people.
    pub fn reserve(&mut self, people: usize) {
        self.rows.reserve_exact(people);
        self.of_kecamatan.reserve_exact(people);
    }

    /// Takes the next row in.
    pub fn take(&mut self, row: &RawRow, reading: RowReading) {
        let RowReading { draft, findings, kecamatan } = reading;
        let person = match draft {
            RowDraft::Pegawai(person) => person,
            RowDraft::NonAsn => {
                self.non_asn += 1;
                return self.findings.extend(findings);
            }
            RowDraft::Empty
            | RowDraft::Unusable
            | RowDraft::Formasi(_)
            | RowDraft::BebanLepas(_)
            | RowDraft::Unit(_)
            | RowDraft::Daftar(_)
            | RowDraft::Survei(_) => return self.findings.extend(findings),
        };
        self.read += 1;
        match person.awalan() {
            Some(_) => drop(self.rusak.insert(self.rows.len(), Rusak { row: row.by_itself(), findings })),
            None => self.findings.extend(findings),
        }
        let kecamatan = kecamatan.map(|(name, place)| self.kecamatan_number(name, place));
        self.of_kecamatan.push(kecamatan);
        self.rows.push(person);
    }

    /// Names are few, and neighbours often have the same.
    fn kecamatan_number(&mut self, name: Arc<str>, place: Place) -> u32 {
        let known = self.kecamatan.iter().rposition(|(known, _)| *known == name);
        let number = known.unwrap_or(self.kecamatan.len());
        if known.is_none() {
            self.kecamatan.push((name, place));
        }
        number as u32
    }

    /// The people and the findings, each person with the kecamatan of the home among those that were looked up.
    pub fn into_people(self, found: &[Option<KecamatanId>]) -> (Vec<PegawaiDraft>, Vec<Finding>) {
        let Orang { mut rows, mut findings, rusak, of_kecamatan, .. } = self;
        for (person, kecamatan) in rows.iter_mut().zip(of_kecamatan) {
            person.facts.domisili = kecamatan.and_then(|number| found[number as usize]);
        }
        findings.extend(rusak.into_values().flat_map(|rusak| rusak.findings));
        (rows, findings)
    }
}
