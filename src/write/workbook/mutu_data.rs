//! Sheet *Mutu Data*: how complete the data are by fact, file and unit, how many faults they have, and whether that is
//! better or worse than the month before.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, ConditionalFormatDataBar, ConditionalFormatType, XlsxError};

use super::leaf::Leaf;
use super::style::{BIRU, Look};
use super::table::{Column, Heading, List, MAX_ROWS, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::finding::{Finding, Severity};
use crate::model::angka::ribuan;
use crate::model::cells::Kind;
use crate::model::mutu::{ISIAN, Mutu, MutuUnit, SEVERITIES, permil};
use crate::model::roster::TabelBaris;
use crate::model::tanggal::Periode;

pub(super) const SHEET: Sheet = Sheet { title: "Mutu Data", size: Size::Large, write };

const COLUMNS: &[Column] = &[
    column("Isian pegawai", 64.0, Look::Wrap),
    column("Terisi", 15.0, Look::Whole),
    column("Pegawai", 15.0, Look::Whole),
    column("Kelengkapan", 16.0, Look::Persen),
    column("Bulan lalu", 12.0, Look::Persen),
    column("Arah", 21.0, Look::Center),
    column("Gunanya", 60.0, Look::Wrap),
];

/// Column with data bars.
const BARS: u16 = 3;
const BIRU_BAR: Color = Color::RGB(0xA9C6E3);

/// So many gaps of a unit are named.
const GAPS_NAMED: usize = 4;

/// Rows kept for the parts above the units, so that all of the sheet fits.
const ABOVE_UNITS: usize = 10_000;

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let riwayat = page.results.riwayat;
    let (now, before) = (&riwayat.mutu, riwayat.lalu().map(|lalu| &lalu.mutu));
    let months = match &riwayat.lalu {
        Ok(lalu) => format!("Arah dibanding {}: ▲ naik, ▼ turun, = tetap.", lalu.periode.in_words()),
        Err(reason) => reason.in_words(),
    };
    let note = format!(
        "Seberapa lengkap data bulan ini; sel yang kosong tidak menggagalkan apa pun, tetapi mengurangi yang dapat dinilai. {months}"
    );
    let heading = Heading { title: SHEET.title, note: &note, back: Some(ringkasan::SHEET.title), frozen: 1 };
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    facts(&mut list, now, before)?;
    faults(&mut list, now, before)?;
    list.remark(&later(now, page.results.findings))?;
    files(&mut list, now, before, page.results.roster.periode, riwayat.lalu().map(|lalu| lalu.periode))?;
    let below = list.next_row();
    units(&mut list, now, before)?;
    // Title and header of the longest table stand under an empty row.
    list.filter_from(below + 3)?;
    list.close()
}

/// Completeness by fact.
fn facts(list: &mut List<'_>, now: &Mutu, before: Option<&Mutu>) -> Result<(), XlsxError> {
    let first = list.next_row();
    for (at, isian) in ISIAN.iter().enumerate() {
        let share = |mutu: &Mutu| permil(mutu.terisi[at], mutu.orang);
        let trend = before.filter(|before| before.orang > 0).map(share);
        let mut row = shares(now.terisi[at], now.orang, trend);
        row.insert(0, isian.label.into());
        row.push(isian.guna.into());
        list.row(row)?;
    }
    bars(list, first)
}

/// Findings by severity; more of them is worse.
fn faults(list: &mut List<'_>, now: &Mutu, before: Option<&Mutu>) -> Result<(), XlsxError> {
    let titles = [(0, "Tingkat"), (1, "Bulan ini"), (2, "Bulan lalu"), (5, "Arah"), (6, "Artinya")];
    list.section("Temuan saat membaca dan memeriksa", &titles)?;
    for (at, severity) in SEVERITIES.into_iter().enumerate() {
        let count = now.temuan[at];
        let old = before.map(|before| before.temuan[at]);
        list.row(vec![
            severity.label().into(),
            count.into(),
            old.into(),
            Value::Empty,
            Value::Empty,
            direction(old, count, |difference| ribuan(difference as i64), false),
            meaning(severity).into(),
        ])?;
    }
    Ok(())
}

/// What the lists of all findings count beside these: what was found after reading and checking says nothing of the
/// data, and there is none of it for last month.
fn later(now: &Mutu, findings: &[Finding]) -> String {
    let all = |severity| findings.iter().filter(|finding| finding.severity() == severity).count();
    let counts = |count: &dyn Fn(usize, Severity) -> usize| {
        let told = |(at, severity): (usize, Severity)| {
            format!("{} {}", ribuan(count(at, severity) as i64), severity.label().to_lowercase())
        };
        SEVERITIES.into_iter().enumerate().map(told).collect::<Vec<_>>().join(", ")
    };
    format!(
        "Lembar Ringkasan dan Temuan menghitung juga temuan tentang pengaturan, kebutuhan, dan surat ({}); jumlahnya {}.",
        counts(&|at, severity| all(severity).saturating_sub(now.temuan[at])),
        counts(&|_, severity| all(severity))
    )
}

fn meaning(severity: Severity) -> &'static str {
    match severity {
        Severity::Galat => "nilai, dan mungkin barisnya, tidak dapat dipakai",
        Severity::Peringatan => "dipakai, tetapi perlu dilihat",
        Severity::Diperbaiki => "dipakai sesudah dirapikan; nilai lamanya disebut",
        Severity::Info => "cukup diketahui",
    }
}

/// Rows read and used of each sheet; last month's is the sheet of the same file and sheet name.
fn files(
    list: &mut List<'_>,
    now: &Mutu,
    before: Option<&Mutu>,
    periode: Periode,
    lalu: Option<Periode>,
) -> Result<(), XlsxError> {
    let titles = [
        (0, "Berkas › lembar"),
        (1, "Baris dipakai"),
        (2, "Baris dibaca"),
        (3, "Bagian dipakai"),
        (4, "Bulan lalu"),
        (5, "Arah"),
        (6, "Isinya"),
    ];
    list.section("Baris menurut berkas", &titles)?;
    let name = |table: &TabelBaris, periode: Periode| {
        let text = table.sheet.to_string();
        let prefix = format!("masuk/{periode}/");
        text.strip_prefix(&prefix).map(str::to_string).unwrap_or(text)
    };
    let share = |table: &TabelBaris| permil(table.rows.used, table.rows.read);
    let known: BTreeMap<String, usize> = match (before, lalu) {
        (Some(before), Some(lalu)) => before.tabel.iter().map(|table| (name(table, lalu), share(table))).collect(),
        (None, _) | (_, None) => BTreeMap::new(),
    };
    let first = list.next_row();
    for table in now.tabel.iter().take(ABOVE_UNITS / 2) {
        let name = name(table, periode);
        let content = match table.kind {
            Kind::Pegawai => format!("pegawai: {}", table.bentuk.label()),
            other => other.label().to_string(),
        };
        let mut row = shares(table.rows.used, table.rows.read, known.get(&name).copied());
        row.insert(0, name.into());
        row.push(content.into());
        list.row(row)?;
    }
    bars(list, first)
}

/// Completeness of each unit over all facts, the worst first.
fn units(list: &mut List<'_>, now: &Mutu, before: Option<&Mutu>) -> Result<(), XlsxError> {
    let titles = [
        (0, "Unit kerja"),
        (1, "Isian terisi"),
        (2, "Seharusnya"),
        (3, "Kelengkapan"),
        (4, "Bulan lalu"),
        (5, "Arah"),
        (6, "Yang paling banyak kosong"),
    ];
    list.section_on_new_page("Kelengkapan menurut unit, yang paling kurang lengkap lebih dahulu", &titles)?;
    let known: BTreeMap<&str, usize> =
        before.iter().flat_map(|before| &before.units).map(|unit| (unit.kunci.as_str(), unit.permil())).collect();
    let first = list.next_row();
    for unit in now.units.iter().take(MAX_ROWS - ABOVE_UNITS) {
        let filled = unit.terisi.iter().sum();
        let mut row = shares(filled, unit.orang * ISIAN.len(), known.get(unit.kunci.as_str()).copied());
        let name =
            if unit.opd == unit.nama { unit.nama.to_string() } else { format!("{} – {}", unit.nama, unit.opd) };
        row.insert(0, name.into());
        row.push(gaps(unit).into());
        list.row(row)?;
    }
    bars(list, first)
}

/// `12 pegawai; kosong: TMT unit 12, SKP 8`.
fn gaps(unit: &MutuUnit) -> String {
    let missing = ISIAN.iter().zip(unit.terisi).map(|(isian, filled)| (unit.orang - filled, isian.label));
    let mut missing: Vec<(usize, &str)> = missing.filter(|(count, _)| *count > 0).collect();
    missing.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let more = missing.len().saturating_sub(GAPS_NAMED);
    let named: Vec<String> =
        missing.iter().take(GAPS_NAMED).map(|(count, label)| format!("{label} {}", ribuan(*count as i64))).collect();
    let people = format!("{} pegawai", ribuan(unit.orang as i64));
    match (named.is_empty(), more) {
        (true, _) => format!("{people}; lengkap"),
        (false, 0) => format!("{people}; kosong: {}", named.join(", ")),
        (false, more) => format!("{people}; kosong: {}, dan {more} isian lain", named.join(", ")),
    }
}

/// Part, whole, share, last month's share, direction.
fn shares(part: usize, whole: usize, before: Option<usize>) -> Vec<Value<'static>> {
    let share = |permil: usize| Value::Number(permil as f64 / 1000.0);
    let now = permil(part, whole);
    let points = |difference: usize| format!("{},{} poin", difference / 10, difference % 10);
    vec![
        part.into(),
        whole.into(),
        if whole == 0 { Value::Empty } else { share(now) },
        before.map_or(Value::Empty, share),
        if whole == 0 { Value::Empty } else { direction(before, now, points, true) },
    ]
}

/// Which way a figure went, by sign and word: it must be read without colours. `good` says whether more is better.
fn direction(before: Option<usize>, now: usize, shown: impl Fn(usize) -> String, good: bool) -> Value<'static> {
    let Some(before) = before else { return Value::Empty };
    let difference = shown(now.abs_diff(before));
    let better = if good { Look::Baik } else { Look::Lebih };
    let worse = if good { Look::Lebih } else { Look::Baik };
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => Value::Marked(better, format!("▲ naik {difference}").into()),
        std::cmp::Ordering::Less => Value::Marked(worse, format!("▼ turun {difference}").into()),
        std::cmp::Ordering::Equal => Value::Marked(Look::Samar, "= tetap".into()),
    }
}

/// Bars from nothing to complete, over the rows since `first`.
fn bars(list: &mut List<'_>, first: u32) -> Result<(), XlsxError> {
    let Some(last) = list.next_row().checked_sub(1).filter(|last| *last >= first) else { return Ok(()) };
    let bar = ConditionalFormatDataBar::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, 1)
        .set_fill_color(BIRU_BAR)
        .set_border_color(BIRU)
        .set_solid_fill(true);
    list.sheet.add_conditional_format(first, BARS, last, BARS, &bar)?;
    Ok(())
}
