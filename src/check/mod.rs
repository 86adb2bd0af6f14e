//! Checking: free text becomes facts, and every fault is reported with its cell.

mod aspirasi;
mod attach;
mod beban;
mod book;
mod cell;
mod draft;
mod hukdis;
mod jabatan_asing;
mod jabatan_dekat;
mod kamus;
mod keahlian;
mod kebutuhan;
mod kelompok;
mod koordinat;
mod lengkap;
mod memo;
mod merge;
mod orang;
mod pegawai;
mod penilaian;
mod person;
mod puskesmas;
mod reading;
mod rekap;
mod repair;
mod report;
mod resolve;
mod row;
mod rules;
mod sekolah;
mod survei;
mod susunan;
mod tanpa_kolom;
mod unit;
mod unit_asing;
mod unit_dekat;
mod units;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

pub use self::kelompok::units_of_groups;

use self::book::KecamatanBook;
use self::draft::{Draft, FormasiDraft, TabelDraft, UnitDraft, UnitRef};
use self::kamus::Konfirmasi;
use self::reading::{RowDraft, TableReading};
use self::rules::{RULES, Saat};
use self::susunan::Susunan;
use self::tanpa_kolom::Pemilik;
use crate::finding::{Finding, Noted, Place, catalogue};
use crate::law::Law;
use crate::model::cells::{Kind, Table, Tables};
use crate::model::riwayat::BulanLalu;
use crate::model::roster::{Roster, RowCount};
use crate::model::tanggal::Periode;
use crate::model::wilayah::Wilayah;

/// Turns tables into the roster. Never fails: a row that cannot be used is a finding, and its person still counts
/// as present where unit and jabatan are readable. Whole NIP of the month before help to repair damaged ones.
///
/// Numbers of the law that reading needs are those of that day, as no folder has changed them.
pub fn roster(
    tables: &Tables,
    tanggal_efektif: Date,
    wilayah: Arc<Wilayah>,
    lalu: Option<&BulanLalu>,
) -> Noted<Roster> {
    roster_under(&Law::at(tanggal_efektif, &BTreeMap::new()), tables, tanggal_efektif, wilayah, lalu)
}

/// The same under the law of a run.
pub fn roster_under(
    law: &Law,
    tables: &Tables,
    tanggal_efektif: Date,
    wilayah: Arc<Wilayah>,
    lalu: Option<&BulanLalu>,
) -> Noted<Roster> {
    let mut readings = reading::read(law, tables, tanggal_efektif);
    repair::repair(&mut readings, lalu);
    let assumed = readings.iter().filter_map(|read| penilaian::assumed_year(read.table, &read.sheet, tanggal_efektif));
    let assumed: Vec<Finding> = assumed.collect();
    let (mut draft, mut findings) = join(readings, tables.periode, wilayah.clone());
    findings.extend(assumed);

    ask_rules(Saat::Terbaca, &mut draft, &mut findings);
    let mut konfirmasi = Konfirmasi::new(&tables.kamus, &tables.tanya, &wilayah);
    let mut units = resolve::units(&mut draft, &mut konfirmasi, &mut findings);
    konfirmasi.jabatan(&mut draft, &units, &mut findings);
    let pemilik = Pemilik::of(&draft);
    ask_rules(Saat::Terhubung, &mut draft, &mut findings);
    resolve::count_people(&mut draft);
    pemilik.settle(&draft, &tables.tanya, &mut findings);
    jabatan_asing::judge(&mut draft, &units, &konfirmasi, &mut findings);
    attach::attach(&mut draft, &mut units, &mut konfirmasi, tanggal_efektif, &mut findings);
    let pertanyaan = konfirmasi.into_pertanyaan();
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
fn join(readings: Vec<TableReading>, periode: Periode, wilayah: Arc<Wilayah>) -> (Draft, Vec<Finding>) {
    let mut draft = Draft { wilayah: wilayah.clone(), ..Draft::default() };
    let mut findings = Vec::new();
    let mut book = KecamatanBook::new(&wilayah);
    for TableReading { table, sheet, rows, susunan, .. } in readings {
        let mut formasi = Vec::new();
        if table.kind == Kind::Pegawai {
            draft.pegawai.reserve(rows.len());
        }
        let (mut read, mut non_asn) = (0, 0);
        let tabel = draft.tabel.len();
        let kecamatan_of_unit = table.whole_unit().and(table.title_kecamatan.as_deref());
        let kecamatan_of_unit = kecamatan_of_unit.and_then(|nama| wilayah.by_name(nama));
        for row in rows {
            findings.extend(row.findings);
            let kecamatan = row.kecamatan.and_then(|(text, place)| book.find(&text, place));
            // Who is no civil servant is neither left out nor used: D-125 tells how many there are.
            read += usize::from(!matches!(row.draft, RowDraft::Empty | RowDraft::NonAsn));
            match row.draft {
                RowDraft::Empty | RowDraft::Unusable => {}
                RowDraft::NonAsn => non_asn += 1,
                RowDraft::Pegawai(mut person) => {
                    person.tabel = tabel;
                    person.facts.domisili = kecamatan;
                    person.unit.kecamatan = kecamatan_of_unit;
                    draft.pegawai.push(person);
                }
                RowDraft::Formasi(needs) => formasi.extend(
                    needs.into_iter().map(|need| FormasiDraft { unit: UnitRef { kecamatan, ..need.unit }, ..need }),
                ),
                RowDraft::Unit(unit) => {
                    let units = draft.units_of(table.kind);
                    units.push(UnitDraft { kecamatan, ..*unit });
                }
                RowDraft::Daftar(row) => draft.daftar.push(row),
                RowDraft::Survei(row) => draft.survei.push(row),
            }
        }
        draft.formasi.extend(needs_of(table, &sheet, &susunan, formasi, &mut findings));
        draft.tabel.push(tabel_draft(table, sheet.clone(), periode, read));
        if table.rows.is_empty() {
            findings.push(empty_finding(sheet.clone(), table.kind));
        }
        if non_asn > 0 {
            draft.non_asn += non_asn;
            findings.push(non_asn_finding(sheet, non_asn));
        }
    }
    findings.extend(book.into_findings());
    (draft, findings)
}

/// A table as the checks know it, of which so many rows say something.
fn tabel_draft(table: &Table, sheet: Place, periode: Periode, read: usize) -> TabelDraft {
    TabelDraft {
        sheet,
        kind: table.kind,
        bentuk: table.bentuk,
        periode: table.periode.unwrap_or(periode),
        columns: table.columns.clone(),
        header_row: table.header_row,
        rows: RowCount { read, used: 0 },
    }
}

/// The needs of one table, with what is to be said of their units.
fn needs_of(
    table: &Table,
    sheet: &Place,
    susunan: &Susunan,
    needs: Vec<FormasiDraft>,
    findings: &mut Vec<Finding>,
) -> Vec<FormasiDraft> {
    if table.kind == Kind::Kebutuhan && !table.rows.is_empty() && !kebutuhan::tells_unit(table) {
        let problem = format!("{} baris kebutuhan jabatan ini tidak menyebut unitnya", table.rows.len());
        let place = sheet.at(table.header_row, table.columns.first().map_or(0, |column| column.col));
        findings.push(Finding::new(&catalogue::KEBUTUHAN_TANPA_UNIT, place, "", problem));
    }
    if !susunan.ada {
        return needs;
    }
    let jabatan = table.columns.iter().find(|column| column.name == "jabatan").map(|column| column.col);
    let taken: Vec<&FormasiDraft> =
        needs.iter().filter(|need| need.unit_place.cell.map(|cell| cell.col) == jabatan).collect();
    findings.extend(susunan.finding(sheet, &taken));
    susunan::add_up(needs)
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
