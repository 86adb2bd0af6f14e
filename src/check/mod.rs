//! Checking: free text becomes facts, and every fault is reported with its cell.

mod book;
mod cell;
mod draft;
mod kebutuhan;
mod pegawai;
mod report;
mod resolve;
mod row;
mod rules;
mod sekolah;
mod unit;
mod units;

use std::sync::Arc;

use jiff::civil::Date;

use self::book::KecamatanBook;
use self::draft::Draft;
use self::kebutuhan::KebutuhanRow;
use self::pegawai::PegawaiRow;
use self::report::RowPlace;
use self::row::RowReader;
use self::rules::{RULES, Saat};
use self::sekolah::SekolahRow;
use self::unit::UnitRow;
use crate::finding::{Finding, Noted, Place, catalogue};
use crate::model::cells::{Kind, Table, Tables};
use crate::model::roster::Roster;
use crate::model::wilayah::Wilayah;

/// What one run of the stage carries along.
struct Run<'a> {
    tanggal_efektif: Date,
    kecamatan: KecamatanBook<'a>,
    findings: Vec<Finding>,
}

/// Turns tables into the roster. Never fails: a row that cannot be used is a finding, and its person still counts
/// as present where unit and jabatan are readable.
pub fn roster(tables: &Tables, tanggal_efektif: Date, wilayah: Arc<Wilayah>) -> Noted<Roster> {
    let mut run = Run { tanggal_efektif, kecamatan: KecamatanBook::new(&wilayah), findings: Vec::new() };
    let mut draft = Draft::default();
    for table in &tables.tables {
        read_table(tables, table, &mut draft, &mut run);
    }
    let Run { kecamatan, mut findings, .. } = run;
    findings.extend(kecamatan.into_findings());

    ask_rules(Saat::Terbaca, &mut draft, &mut findings);
    let units = resolve::units(&mut draft, &mut findings);
    ask_rules(Saat::Terhubung, &mut draft, &mut findings);
    let value = resolve::into_roster(draft, units, tables.periode, tanggal_efektif, wilayah);
    findings.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.problem.cmp(&b.problem)));
    Noted { value, findings }
}

fn ask_rules(saat: Saat, draft: &mut Draft, findings: &mut Vec<Finding>) {
    for rule in RULES.iter().filter(|rule| rule.saat == saat) {
        (rule.judge)(draft, findings);
    }
}

fn read_table(tables: &Tables, table: &Table, draft: &mut Draft, run: &mut Run) {
    let reader = RowReader::new(table);
    let sheet = tables.place(table);
    if table.rows.is_empty() {
        run.findings.push(empty_finding(sheet.clone(), table.kind));
    }
    let mut non_asn = 0;
    for row in &table.rows {
        let mut place = RowPlace { sheet: &sheet, reader: &reader, row, subject: None };
        match table.kind {
            Kind::Pegawai => {
                let person: PegawaiRow = reader.read(row);
                if person.is_empty() {
                    continue;
                }
                draft.rows_pegawai.read += 1;
                if person.is_non_asn_without_nip() {
                    draft.rows_pegawai.used += 1;
                    non_asn += 1;
                } else {
                    draft.pegawai.push(person.into_draft(&mut place, run));
                }
            }
            Kind::Kebutuhan => {
                let need: KebutuhanRow = reader.read(row);
                if !need.is_empty() {
                    draft.rows_kebutuhan.read += 1;
                    draft.formasi.extend(need.into_draft(table.title_unit.as_deref(), &mut place, run));
                }
            }
            Kind::Sekolah => {
                let school: SekolahRow = reader.read(row);
                if !school.is_empty() {
                    draft.rows_sekolah.read += 1;
                    draft.sekolah.extend(school.into_draft(&mut place, run));
                }
            }
            Kind::Unit => {
                let unit: UnitRow = reader.read(row);
                if !unit.is_empty() {
                    draft.rows_unit.read += 1;
                    draft.unit.extend(unit.into_draft(&mut place, run));
                }
            }
        }
    }
    if non_asn > 0 {
        run.findings.push(non_asn_finding(sheet, non_asn));
    }
}

/// A blank workbook that nobody has filled in yet is no fault, but its office would wait for results.
fn empty_finding(sheet: Place, kind: Kind) -> Finding {
    let problem = format!("lembar data {} ini belum berisi satu baris pun", kind.label());
    Finding::new(&catalogue::LEMBAR_KOSONG, sheet, "", problem)
}

fn non_asn_finding(sheet: Place, count: usize) -> Finding {
    let problem = format!("{count} baris pegawai non-ASN tanpa NIP tidak dihitung");
    Finding::new(&catalogue::NON_ASN, sheet, "", problem)
}
