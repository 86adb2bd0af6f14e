//! Checking: free text becomes facts, and every fault is reported with its cell.

mod angka_asing;
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
mod keputusan;
mod koordinat;
mod lengkap;
mod memo;
mod merge;
mod nama_dekat;
mod orang;
mod pegawai;
mod penilaian;
mod people;
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
use self::draft::{Draft, FormasiDraft, PegawaiDraft, TabelDraft, UnitDraft, UnitRef};
use self::kamus::Konfirmasi;
use self::reading::{RowDraft, TableReading};
use self::rules::{RULES, Saat};
use self::susunan::Susunan;
use self::tanpa_kolom::Pemilik;
use crate::finding::{Finding, Noted, Place, catalogue};
use crate::law::Law;
use crate::model::cells::{Kind, RawRow, Table, Tables};
use crate::model::riwayat::BulanLalu;
use crate::model::roster::{Roster, RowCount};
use crate::model::tanggal::Periode;
use crate::model::wilayah::{KecamatanId, Wilayah};

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
    checked(law, tables, Vec::new(), tanggal_efektif, wilayah, lalu).0
}

/// The same, while rows are let go: those of people as soon as they are read, all others in the end. Of a large region
/// the rows and what is made of them are never whole in memory together.
pub fn roster_letting_rows_go(
    law: &Law,
    tables: &mut Tables,
    tanggal_efektif: Date,
    wilayah: Arc<Wilayah>,
    lalu: Option<&BulanLalu>,
) -> Noted<Roster> {
    let of_people =
        |table: &mut Table| if table.kind == Kind::Pegawai { std::mem::take(&mut table.rows) } else { Vec::new() };
    let people = tables.tables.iter_mut().map(of_people).collect();
    let (roster, kept) = checked(law, tables, people, tanggal_efektif, wilayah, lalu);
    for (table, rows) in tables.tables.iter_mut().zip(kept).filter(|(table, _)| table.kind == Kind::Pegawai) {
        table.rows = rows;
    }
    tables.let_rows_go();
    roster
}

/// The roster, and the rows that are kept of each table of `people`.
fn checked(
    law: &Law,
    tables: &Tables,
    people: Vec<Vec<RawRow>>,
    tanggal_efektif: Date,
    wilayah: Arc<Wilayah>,
    lalu: Option<&BulanLalu>,
) -> (Noted<Roster>, Vec<Vec<RawRow>>) {
    // What its month tells has come to pass, however early the moves are to take effect (P-105).
    let terbaru = tables.periode.next().first_day().max(tanggal_efektif);
    let mut readings = reading::read(law, tables, people, terbaru);
    let kept = readings.iter_mut().map(|reading| std::mem::take(&mut reading.kept)).collect();
    repair::repair(&mut readings, lalu);
    let assumed = readings.iter().filter_map(|read| penilaian::assumed_year(read.table, &read.sheet, terbaru));
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
    attach::attach(law, &mut draft, &mut units, &mut konfirmasi, tanggal_efektif, &mut findings);
    let pertanyaan = konfirmasi.into_pertanyaan();
    let value = resolve::into_roster(draft, units, tables.periode, tanggal_efektif, wilayah, pertanyaan);
    findings.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.problem.cmp(&b.problem)));
    (Noted { value, findings }, kept)
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
    let mut people = People { left: readings.iter().map(|reading| reading.orang.rows.len()).sum(), rows: Vec::new() };
    for TableReading { table, sheet, rows, orang, count, susunan, .. } in readings {
        let mut formasi = Vec::new();
        let (mut read, non_asn) = (orang.read, orang.non_asn);
        let found: Vec<_> = orang.kecamatan.iter().map(|(text, place)| book.find(text, place.clone())).collect();
        let (orang, told) = orang.into_people(&found);
        findings.extend(told);
        let kecamatan_of_unit = table.whole_unit().and(table.title_kecamatan.as_deref());
        let kecamatan_of_unit = kecamatan_of_unit.and_then(|nama| wilayah.by_name(nama));
        people.add(orang, draft.tabel.len(), kecamatan_of_unit);
        for row in rows {
            findings.extend(row.findings);
            let kecamatan = row.kecamatan.and_then(|(text, place)| book.find(&text, place));
            // Who is no civil servant is neither left out nor used: D-125 tells how many there are.
            read += usize::from(!matches!(row.draft, RowDraft::Empty));
            match row.draft {
                // People are put by themselves.
                RowDraft::Empty | RowDraft::Unusable | RowDraft::NonAsn | RowDraft::Pegawai(_) => {}
                RowDraft::Formasi(needs) => formasi.extend(
                    needs.into_iter().map(|need| FormasiDraft { unit: UnitRef { kecamatan, ..need.unit }, ..need }),
                ),
                RowDraft::BebanLepas(row) => draft.beban_lepas.push(row),
                RowDraft::Unit(unit) => {
                    let units = draft.units_of(table.kind);
                    units.push(UnitDraft { kecamatan, ..*unit });
                }
                RowDraft::Daftar(row) => draft.daftar.push(row),
                RowDraft::Survei(row) => draft.survei.push(row),
            }
        }
        draft.menunggu.extend(kelompok::needs_under_headings(table, &sheet));
        draft.formasi.extend(needs_of(table, &sheet, &susunan, formasi, &mut findings));
        draft.tabel.push(tabel_draft(table, sheet.clone(), periode, read));
        if count == 0 {
            findings.push(empty_finding(sheet.clone(), table.kind));
        }
        if non_asn > 0 {
            draft.non_asn += non_asn;
            findings.push(non_asn_finding(sheet, non_asn));
        }
    }
    findings.extend(book.into_findings());
    draft.pegawai = people.rows;
    (draft, findings)
}

/// The people of all tables, while they are put together.
struct People {
    /// So many are to come.
    left: usize,
    rows: Vec<PegawaiDraft>,
}

impl People {
    /// Adds those of one table. Where no other has any, they stay where they are.
    fn add(&mut self, mut orang: Vec<PegawaiDraft>, tabel: usize, kecamatan_of_unit: Option<KecamatanId>) {
        for person in &mut orang {
            person.tabel = tabel;
            if kecamatan_of_unit.is_some() {
                person.unit.kecamatan = kecamatan_of_unit;
            }
        }
        if self.rows.is_empty() && orang.len() == self.left {
            self.rows = orang;
        } else {
            self.rows.reserve_exact(self.left);
            self.left -= orang.len();
            self.rows.append(&mut orang);
        }
    }
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
        findings.push(without_unit(table, sheet));
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

/// D-142. The rows may stand under headings that name the units.
fn without_unit(table: &Table, sheet: &Place) -> Finding {
    let place = sheet.at(table.header_row, table.columns.first().map_or(0, |column| column.col));
    let rows = table.rows.len();
    let finding = |problem: String| Finding::new(&catalogue::KEBUTUHAN_TANPA_UNIT, place, "", problem);
    match table.groups.first() {
        Some((_, heading)) => finding(format!(
            "{rows} baris kebutuhan jabatan ini tidak menyebut unitnya; di atasnya ada judul kelompok, misalnya “{heading}”. \
             Kebutuhan jabatan itu di unit yang bernama sama dianggap belum diketahui"
        ))
        .with_remedy(
            "Jika judul kelompok itu nama unit, tulis unit_dari_baris_kelompok = true di bawah [baca] pada mutasi.toml; \
             jika bukan, tambahkan kolom NAMA UNIT KERJA.",
        ),
        None => finding(format!(
            "{rows} baris kebutuhan jabatan ini tidak menyebut unitnya dan tidak dipakai; kebutuhan yang dapat dihitung \
             dari sumber lain, misalnya rombel, tetap dihitung"
        )),
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
