//! Headers of columns: those that people have confirmed, and those to ask about.

use crate::finding::{Finding, Place, catalogue};
use crate::model::cells::Kind;
use crate::model::kamus::{Calon, JenisKamus, Kamus, MOST_CALON, Tanya};
use crate::read::header::{Header, Reading};
use crate::read::meaning::Meaning;
use crate::schema::Column;

/// What a header is told apart by in the words of a candidate: `data pegawai`.
const DATA: &str = "data ";

/// What is confirmed of headers, and what this file asks.
pub(in crate::read) struct Judul<'k> {
    pub kamus: &'k Kamus,
    pub tanya: Tanya,
}

impl<'k> Judul<'k> {
    pub fn new(kamus: &'k Kamus) -> Judul<'k> {
        Judul { kamus, tanya: Tanya::default() }
    }

    /// Asks about every unknown header of a sheet that is near to a column the sheet lacks.
    pub fn ask(&mut self, reading: &Reading, place: &Place) {
        for (header, meaning) in reading.headers.iter().zip(&reading.meanings) {
            let (key, kind) = (header.key(), reading.schema.kind);
            if *meaning != Meaning::Unknown || self.kamus.judul(kind, key).is_some() {
                continue;
            }
            let here = place.at(header.row, header.col);
            let calon =
                || reading.nearest(header).into_iter().take(MOST_CALON).map(|column| calon(kind, column)).collect();
            self.tanya.ask(JenisKamus::Judul, Kamus::kunci_judul(kind, key), &header.printed, &here, calon);
        }
    }

    /// Asks about a sheet that is no table as it stands, where answers could make it one: a column was forgotten or
    /// every column it lacks is near to one of its headers. Other sheets are asked nothing.
    pub fn ask_of_no_table(&mut self, reading: &Reading, place: &Place) {
        let unknown =
            reading.headers.iter().zip(&reading.meanings).filter(|(_, meaning)| **meaning == Meaning::Unknown);
        let near: Vec<_> = unknown.flat_map(|(header, _)| reading.nearest(header)).map(|column| column.name).collect();
        if reading.is_nearly() || reading.lacking().iter().all(|column| near.contains(&column.name)) {
            self.ask(reading, place);
        }
    }

    /// The nearest known column, unless people have said that it is not meant.
    pub fn near(&self, reading: &Reading, header: &Header) -> Option<&'static Column> {
        let refused = self.kamus.judul(reading.schema.kind, header.key()).is_some();
        if refused { None } else { reading.nearest(header).into_iter().next() }
    }

    /// D-150 for every header that is read as people have confirmed it.
    pub fn told(&self, reading: &Reading, place: &Place, findings: &mut Vec<Finding>) {
        if self.kamus.is_empty() {
            return;
        }
        for (header, meaning) in reading.headers.iter().zip(&reading.meanings) {
            let Meaning::Column(at) = meaning else { continue };
            let column = &reading.schema.columns[*at];
            let known = |key: &String| column.keys().any(|known| known == *key);
            if header.keys.iter().any(known) {
                continue;
            }
            let Some(entri) = self.kamus.judul(reading.schema.kind, header.key()) else { continue };
            if entri.dimaksud.as_deref() == Some(column.title) {
                let problem = format!("judul kolom “{}” dibaca “{}” {}", header.printed, column.title, entri.sumber());
                let here = place.at(header.row, header.col);
                let finding = Finding::new(&catalogue::DARI_KAMUS, here, &*header.printed, problem);
                findings.push(finding.with_usulan(column.title));
            }
        }
    }
}

fn calon(kind: Kind, column: &Column) -> Calon {
    Calon { nama: column.title.to_string(), kode: None, keterangan: Some(format!("{DATA}{}", kind.label())) }
}

/// The kind of table that a choice is about: `JABATAN · data pegawai`.
pub(super) fn kind_of_choice(teks: &str) -> Option<Kind> {
    let label = teks.rsplit(" · ").next()?.trim().strip_prefix(DATA)?;
    kind_of_label(label)
}

pub(super) fn kind_of_label(label: &str) -> Option<Kind> {
    let label = label.trim();
    Kind::ALL.iter().copied().find(|kind| kind.label().eq_ignore_ascii_case(label))
}
