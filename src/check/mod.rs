//! Checking: free text becomes facts, and every fault is reported with its cell.

mod book;
mod cell;
mod draft;
mod kamus;
mod kebutuhan;
mod memo;
mod pegawai;
mod reading;
mod repair;
mod report;
mod resolve;
mod row;
mod rules;
mod sekolah;
mod unit;
mod unit_asing;
mod units;

use std::sync::Arc;

use jiff::civil::Date;

use self::book::KecamatanBook;
use self::draft::{Draft, UnitDraft};
use self::kamus::Konfirmasi;
use self::reading::{RowDraft, TableReading};
use self::rules::{RULES, Saat};
use crate::finding::{Finding, Noted, Place, catalogue};
use crate::model::cells::{Kind, Tables};
use crate::model::roster::Roster;
use crate::model::wilayah::Wilayah;

/// Turns tables into the roster. Never fails: a row that cannot be used is a finding, and its person still counts
/// as present where unit and jabatan are readable.
pub fn roster(tables: &Tables, tanggal_efektif: Date, wilayah: Arc<Wilayah>) -> Noted<Roster> {
    let mut readings = reading::read(tables, tanggal_efektif);
    repair::repair(&mut readings);
    let (mut draft, mut findings) = join(readings, &wilayah);

    ask_rules(Saat::Terbaca, &mut draft, &mut findings);
    let mut konfirmasi = Konfirmasi::new(&tables.kamus, &tables.tanya, &wilayah);
    let units = resolve::units(&mut draft, &mut konfirmasi, &mut findings);
    konfirmasi.jabatan(&mut draft, &units, &mut findings);
    let pertanyaan = konfirmasi.into_pertanyaan();
    ask_rules(Saat::Terhubung, &mut draft, &mut findings);
    let value = resolve::into_roster(draft, units, tables.periode, tanggal_efektif, wilayah, pertanyaan);
    findings.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.problem.cmp(&b.problem)));
    Noted { value, findings }
}

fn ask_rules(saat: Saat, draft: &mut Draft, findings: &mut Vec<Finding>) {
    for rule in RULES.iter().filter(|rule| rule.saat == saat) {
        (rule.judge)(draft, findings);
    }
}

/// Joins the rows of all tables in their order, and looks up the kecamatan they name.
fn join(readings: Vec<TableReading>, wilayah: &Wilayah) -> (Draft, Vec<Finding>) {
    let mut draft = Draft::default();
    let mut findings = Vec::new();
    let mut book = KecamatanBook::new(wilayah);
    for TableReading { table, sheet, rows, .. } in readings {
        let (mut read, mut non_asn) = (0, 0);
        for row in rows {
            findings.extend(row.findings);
            let kecamatan = row.kecamatan.and_then(|(text, place)| book.find(&text, place));
            read += usize::from(!matches!(row.draft, RowDraft::Empty));
            match row.draft {
                RowDraft::Empty | RowDraft::Unusable => {}
                RowDraft::NonAsn => non_asn += 1,
                RowDraft::Pegawai(mut person) => {
                    if let Some(facts) = &mut person.facts {
                        facts.domisili = kecamatan;
                    }
                    draft.pegawai.push(person);
                }
                RowDraft::Formasi(mut need) => {
                    need.unit.kecamatan = kecamatan;
                    draft.formasi.push(need);
                }
                RowDraft::Unit(unit) => {
                    let units = if table.kind == Kind::Sekolah { &mut draft.sekolah } else { &mut draft.unit };
                    units.push(UnitDraft { kecamatan, ..unit });
                }
            }
        }
        draft.rows(table.kind).read += read;
        if table.rows.is_empty() {
            findings.push(empty_finding(sheet.clone(), table.kind));
        }
        if non_asn > 0 {
            draft.rows_pegawai.used += non_asn;
            findings.push(non_asn_finding(sheet, non_asn));
        }
    }
    findings.extend(book.into_findings());
    (draft, findings)
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
