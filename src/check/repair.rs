//! NIP that a spreadsheet cut to 15 digits, repaired from another file or from the month before (design §3, domain §3.3
//! D1): only from one NIP with the same 15 digits and the same name, never otherwise.

use std::collections::HashMap;
use std::sync::Arc;

use super::draft::file_name;
use super::reading::{RowDraft, TableReading};
use super::row::Problem;
use crate::finding::{Finding, Place, catalogue};
use crate::model::nip::{AwalanNip, Nip};
use crate::model::riwayat::BulanLalu;

/// What a damaged NIP and a whole one have in common: 15 digits and the key of the name.
type Trace = (AwalanNip, String);

/// A row that cannot be used for its NIP alone, by its table and its place there.
struct Damaged {
    table: usize,
    row: usize,
    file: Arc<str>,
    trace: Trace,
    /// Whether it is a row of a list, that adds to a person of the personnel workbook. There a person may have
    /// several rows, and nobody can be there who is not in the personnel workbook.
    adds: bool,
}

/// The one NIP that fits.
#[derive(Clone)]
struct Found {
    nip: Nip,
    /// The cell it stands in.
    place: Place,
    /// Whether the damaged row's own file holds it too: then that row may be somebody else with the same 15 digits.
    in_own_file: bool,
}

/// Takes the NIP of another file where only one fits, and offers it where it is not certain.
pub fn repair(readings: &mut [TableReading], lalu: Option<&BulanLalu>) {
    let damaged = damaged(readings);
    if damaged.is_empty() {
        return;
    }
    let whole = whole(readings, lalu, &damaged);
    let found: Vec<Option<Found>> = damaged.iter().map(|row| fitting(row, &whole)).collect();
    let mut claims: HashMap<(&str, Nip), usize> = HashMap::new();
    for (row, found) in damaged.iter().zip(&found) {
        if let Some(found) = found {
            *claims.entry((&row.file, found.nip)).or_default() += 1;
        }
    }
    for (row, found) in damaged.iter().zip(&found) {
        let Some(found) = found else { continue };
        // Two rows of one file that fit one NIP may be two persons of one name and birthday.
        let alone = claims[&(&*row.file, found.nip)] == 1;
        let reading = &mut readings[row.table];
        if row.adds || (alone && !found.in_own_file) {
            reading.read_again(row.row, found.nip, note(row, found));
        } else {
            let findings = match reading.orang.rusak.get_mut(&row.row) {
                Some(rusak) => &mut rusak.findings,
                None => &mut reading.rows[row.row].findings,
            };
            offer(findings, found);
        }
    }
}

fn damaged(readings: &[TableReading]) -> Vec<Damaged> {
    let of_table = |(table, reading)| {
        let reading: &TableReading = reading;
        let people = reading.orang.rusak.keys().filter_map(move |&row| {
            let person = &reading.orang.rows[row];
            let trace = (person.awalan()?, person.nama_key()?.to_string());
            Some(Damaged { table, row, file: person.place.file.clone(), trace, adds: false })
        });
        people.chain(reading.rows.iter().enumerate().filter_map(move |(row, reading)| {
            let (trace, place) = trace(&reading.draft)?;
            Some(Damaged { table, row, file: place.file.clone(), trace, adds: true })
        }))
    };
    readings.iter().enumerate().flat_map(of_table).collect()
}

/// What a row of a list with a damaged NIP still tells of its person, with the NIP cell.
fn trace(draft: &RowDraft) -> Option<(Trace, &Place)> {
    match draft {
        RowDraft::Daftar(row) => {
            let key = row.orang.nama.as_ref()?.key().to_string();
            Some(((row.orang.awalan?, key), &row.orang.place))
        }
        RowDraft::Pegawai(_)
        | RowDraft::Empty
        | RowDraft::Unusable
        | RowDraft::NonAsn
        | RowDraft::Formasi(_)
        | RowDraft::BebanLepas(_)
        | RowDraft::Unit(_)
        | RowDraft::Survei(_) => None,
    }
}

/// Rows with a whole NIP, by the traces that are looked for: this month's in their order, then last month's.
fn whole<'d>(
    readings: &[TableReading],
    lalu: Option<&BulanLalu>,
    damaged: &'d [Damaged],
) -> HashMap<&'d Trace, Vec<(Nip, Place)>> {
    let mut whole: HashMap<&Trace, Vec<(Nip, Place)>> = damaged.iter().map(|row| (&row.trace, Vec::new())).collect();
    for person in readings.iter().flat_map(|reading| &reading.orang.rows) {
        let (Some(nip), Some(key)) = (person.nip, person.nama_key()) else { continue };
        if let Some(rows) = whole.get_mut(&(nip.awalan(), key.to_string())) {
            rows.push((nip, person.place.clone()));
        }
    }
    for (nip, orang) in lalu.iter().flat_map(|lalu| &lalu.orang) {
        if let Some(rows) = whole.get_mut(&(nip.awalan(), orang.nama.key().to_string())) {
            rows.push((*nip, orang.place.clone()));
        }
    }
    whole
}

/// The NIP that fits, if no other one does. Several rows may carry it.
fn fitting(row: &Damaged, whole: &HashMap<&Trace, Vec<(Nip, Place)>>) -> Option<Found> {
    let rows = &whole[&row.trace];
    let (nip, place) = rows.first()?;
    let in_own_file = rows.iter().any(|(_, place)| place.file == row.file);
    let only = rows.iter().all(|(other, _)| other == nip);
    only.then(|| Found { nip: *nip, place: place.clone(), in_own_file })
}

/// D-128.
fn note(row: &Damaged, found: &Found) -> Problem {
    let text = format!(
        "NIP rusak, hanya {} yang dapat dipercaya; dipulihkan menjadi {} menurut {}, yang 15 angka pertama dan namanya \
         sama",
        row.trace.0,
        found.nip,
        name(&found.place, &row.file)
    );
    Problem::new(&catalogue::NIP_DIPULIHKAN, text).with_usulan(found.nip.digits())
}

/// Names the NIP in the remedy of what was found in the NIP cell.
fn offer(findings: &mut [Finding], found: &Found) {
    let about_nip = [&catalogue::NIP_ANGKA, &catalogue::NIP_URUT_NOL];
    for finding in findings.iter_mut().filter(|finding| about_nip.contains(&finding.kode)) {
        let remedy = finding.remedy.trim_end_matches('.');
        finding.remedy =
            format!("{remedy}; usulan dari {}: {}.", name(&found.place, &finding.place.file), found.nip).into();
        finding.usulan = Some(found.nip.digits().to_string());
    }
}

/// `pegawai.xlsx › Data › B17`; with its folders where it lies in others, as last month's files do.
fn name(there: &Place, here: &str) -> String {
    let folder = |path: &str| path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_string());
    let same_folder = folder(&there.file) == folder(here);
    let file = if same_folder { file_name(there) } else { &there.file };
    there.in_file(file).to_string()
}
