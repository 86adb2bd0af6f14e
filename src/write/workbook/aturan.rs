//! Sheet *Aturan*: every rule of the run, with its basis and how often it bit, and the order of goals.

use rust_xlsxwriter::XlsxError;

use super::kalimat::{first_in_words, levels as in_words, totals_in_words};
use super::leaf::Leaf;
use super::style::Look;
use super::table::{Column, Heading, List, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::model::plan::RuleTally;
use crate::model::tanggal::{Sejak, tanggal_in_words};

pub(super) const SHEET: Sheet = Sheet { title: "Aturan", size: Size::Small, write };

const COLUMNS: &[Column] = &[
    column("Kode", 9.0, Look::Center),
    column("Aturan", 46.0, Look::Wrap),
    column("Dasar", 38.0, Look::Wrap),
    column("Tingkat", 14.0, Look::Center),
    column("Parameter", 32.0, Look::Wrap),
    column("Berlaku sejak", 15.0, Look::Center),
    column("Diubah daerah?", 14.0, Look::Center),
    column("Pegawai tertahan", 11.0, Look::Whole),
    column("Pasangan ditolak", 12.0, Look::Whole),
    column("Usulan dengan peringatan", 12.5, Look::Whole),
    column("Usulan dianjurkan", 11.5, Look::Whole),
];

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let law = page.results.law;
    let younger = law.younger_in_words().map(|told| format!(" {told}.")).unwrap_or_default();
    let note = format!(
        "Aturan yang berlaku pada {}.{younger} Tingkat dan angka dapat diubah di mutasi.toml; setiap perubahan ditandai di sini.",
        tanggal_in_words(law.tanggal)
    );
    let heading = Heading { title: "Aturan", note: &note, back: Some(ringkasan::SHEET.title), frozen: 0 };
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    for rule in &page.results.plan.rules {
        list.row(rule_row(rule))?;
    }
    if !page.results.plan.rules.is_empty() {
        list.filter(list.next_row() - 1)?;
        ARTI.iter().try_for_each(|words| list.remark(words))?;
    }
    changed_numbers(page, &mut list)?;
    levels(page, &mut list)?;
    list.close()
}

/// Numbers and tables of regulations that the folder has its own of.
fn changed_numbers(page: &Page<'_>, list: &mut List<'_>) -> Result<(), XlsxError> {
    let changed = page.results.law.diubah();
    if changed.is_empty() {
        return Ok(());
    }
    let titles =
        [(0, "Aturan"), (1, "Kunci di mutasi.toml"), (2, "Dasar bawaannya"), (3, "Bawaan"), (4, "Yang berlaku")];
    list.appendix("Angka dan tabel peraturan yang diubah daerah", &titles)?;
    for own in changed {
        list.row(padded(vec![
            own.aturan.unwrap_or("–").into(),
            own.kunci.as_str().into(),
            own.dasar.as_str().into(),
            own.bawaan.as_str().into(),
            Value::Marked(Look::Peringatan, own.nilai.as_str().into()),
        ]))?;
    }
    Ok(())
}

/// What the last four columns count.
const ARTI: [&str; 4] = [
    "Pegawai tertahan: pegawai yang oleh aturan ini tidak dapat dipindahkan ke mana pun; seorang dapat ditahan beberapa aturan dan dihitung pada setiap aturan itu.",
    "Pasangan ditolak: pasangan pegawai yang tidak tertahan dengan jabatan di unit lain yang ditutup aturan ini baginya; satu pasangan dapat ditutup beberapa aturan.",
    "Usulan dengan peringatan: perpindahan dalam rencana yang lolos aturan ini dengan catatan atau peringatan.",
    "Usulan dianjurkan: perpindahan dalam rencana yang dianjurkan aturan ini, misalnya karena batas rotasi terlewati.",
];

fn rule_row(rule: &RuleTally) -> Vec<Value<'_>> {
    let changed = match (rule.diubah, rule.daerah) {
        (true, _) => Value::Marked(Look::Peringatan, "Ya".into()),
        (false, true) => Value::Marked(Look::Peringatan, "Aturan daerah".into()),
        (false, false) => "Tidak".into(),
    };
    let bawaan = rule.bawaan.iter().map(|bawaan| format!("(bawaan: {bawaan})"));
    let parameter = Some(rule.parameter.clone()).filter(|text| !text.is_empty()).into_iter().chain(bawaan);
    vec![
        rule.code.into(),
        rule.title_now().into(),
        rule.basis.as_str().into(),
        rule.tingkat.into(),
        per_line(&parameter.collect::<Vec<_>>().join(" ")).into(),
        rule.sejak.map_or(undated(rule).to_string(), Sejak::in_words).into(),
        changed,
        rule.people.into(),
        Value::Number(rule.pairs as f64),
        rule.warned_moves.into(),
        rule.urged_moves.into(),
    ]
}

/// Many numbers stand each in a line of its own; a few fit beside each other.
fn per_line(parameter: &str) -> String {
    const FEW: usize = 3;
    if parameter.matches("; ").count() < FEW { parameter.to_string() } else { parameter.replace("; ", "\n") }
}

/// What stands in the place of a date.
fn undated(rule: &RuleTally) -> &'static str {
    if rule.daerah { "tidak ditulis" } else { "pilihan kantor" }
}

/// Rows that the order of goals takes with its titles, at most.
const GOALS: usize = 12;

fn levels(page: &Page<'_>, list: &mut List<'_>) -> Result<(), XlsxError> {
    let titles = [(0, "Urutan"), (1, "Tujuan"), (2, "Nama singkat"), (3, "Tanpa mutasi"), (4, "Rencana")];
    list.keep_together(GOALS, &[])?;
    list.appendix("Urutan tujuan: yang atas selalu menang atas yang bawah", &titles)?;
    for (number, told) in (1_u32..).zip(in_words(page)) {
        let [before, after] = [told.before, told.after].map(|figure| Value::Marked(Look::Center, figure.into()));
        let (number, sentence, name) = (Value::from(number), told.sentence.into(), told.level.nama.into());
        list.row(padded(vec![number, sentence, name, before, after]))?;
    }
    let remarks = first_in_words(page).into_iter().chain(totals_in_words(page));
    remarks.into_iter().try_for_each(|words| list.remark(&words))
}

/// The row with empty cells up to the last column.
fn padded(mut row: Vec<Value<'_>>) -> Vec<Value<'_>> {
    row.resize_with(COLUMNS.len(), || Value::Empty);
    row
}
