//! Sheet *Beban Unit*: workload ratio and class of every unit, before and after the plan.

use rust_xlsxwriter::XlsxError;

use super::figures::{after, kecamatan};
use super::leaf::Leaf;
use super::style::Look;
use super::table::{Column, Heading, List, MAX_ROWS, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::law::Law;
use crate::model::angka::ribuan;
use crate::model::rasio::{BatasKelas, BebanUnit, KelasBeban, Sebaran, of_units, sebaran};
use crate::model::unit::UnitId;
use crate::write::Results;

pub(super) const SHEET: Sheet = Sheet { title: "Beban Unit", size: Size::Large, write };

/// So many names are listed before the rest is counted: the sentence stands on one line.
const UNIT_DISEBUT: usize = 3;

/// Rows of the table of the spread, with its titles.
const SPREAD_ROWS: usize = 11;

const COLUMNS: &[Column] = &[
    column("No", 6.0, Look::Center),
    column("OPD", 28.0, Look::Wrap),
    column("Unit", 34.0, Look::Wrap),
    column("Kecamatan", 18.0, Look::Wrap),
    column("Kebutuhan", 11.0, Look::Whole),
    column("Riil", 8.0, Look::Whole),
    column("Rasio beban sebelum", 10.5, Look::Ratio),
    column("Kelas sebelum", 10.0, Look::Center),
    column("Riil sesudah", 9.0, Look::Whole),
    column("Rasio beban sesudah", 10.5, Look::Ratio),
    column("Kelas sesudah", 10.0, Look::Center),
    column("Di bawah batas minimum (sebelum)", 38.0, Look::Wrap),
];

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let results = page.results;
    let (before, later) = both(results);
    let batas = batas(results.law);
    let spread = sebaran(&before, &later);
    let note = format!(
        "Rasio beban = kebutuhan : riil jabatan yang kebutuhannya diketahui. Kelas A di atas {}, B mulai {}, C mulai {}, D mulai {}, E di bawahnya ({}).",
        in_hundredths(batas.penuh),
        in_hundredths(batas.b),
        in_hundredths(batas.c),
        in_hundredths(batas.d),
        regulation(results.law)
    );
    let heading = Heading { title: SHEET.title, note: &note, back: Some(ringkasan::SHEET.title), frozen: 3 };
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    if before.is_empty() {
        list.remark("Tidak ada unit yang kebutuhannya diketahui.")?;
        return list.close();
    }
    for (number, (unit, later)) in (1usize..).zip(before.iter().zip(&later)).take(MAX_ROWS) {
        list.row(row(page, number, (unit, later), batas))?;
    }
    list.filter(list.next_row() - 1)?;
    if let Some(words) = not_listed(results, before.len()) {
        list.remark(&words)?;
    }
    if let Some((before, after)) = spread {
        spread_table(&mut list, before, after, results.roster.units.len())?;
    }
    list.close()
}

/// Which of the units that *Ringkasan* counts are not listed, and why.
fn not_listed(results: &Results<'_>, listed: usize) -> Option<String> {
    let units = results.roster.units.len();
    let known = |id: &UnitId| results.needs.of_unit(*id).any(|post| post.kebutuhan.is_some());
    let mut names = results.roster.unit_ids().filter(|id| !known(id)).map(|id| &*results.roster.unit(id).nama);
    let count = units.checked_sub(listed).filter(|count| *count > 0)?;
    let first: Vec<&str> = names.by_ref().take(UNIT_DISEBUT).collect();
    let more = match count - first.len() {
        0 => String::new(),
        more => format!(", dan {} unit lain", ribuan(more as i64)),
    };
    Some(format!(
        "{} dari {} unit tercantum; {} tidak, karena kebutuhannya belum diketahui: {}{more}.",
        ribuan(listed as i64),
        ribuan(units as i64),
        ribuan(count as i64),
        first.join(", ")
    ))
}

/// The units now, and as the plan leaves them.
pub(super) fn both(results: &Results<'_>) -> (Vec<BebanUnit>, Vec<BebanUnit>) {
    let now = of_units(results.needs, |id| results.needs.post(id).riil);
    (now, of_units(results.needs, |id| after(results, id)))
}

fn batas(law: &Law) -> BatasKelas {
    let number = |kunci: &str| law.angka(kunci).nilai.unsigned_abs();
    BatasKelas {
        penuh: number("beban_penuh_perseratus"),
        b: number("beban_kelas_b_perseratus"),
        c: number("beban_kelas_c_perseratus"),
        d: number("beban_kelas_d_perseratus"),
    }
}

/// `Permendagri 12/2008`: the citation without what it says.
fn regulation(law: &Law) -> &str {
    let dasar = &law.angka("beban_penuh_perseratus").dasar;
    dasar.split(':').next().unwrap_or(dasar)
}

fn row<'a>(
    page: &'a Page<'_>,
    number: usize,
    (now, later): (&BebanUnit, &BebanUnit),
    batas: BatasKelas,
) -> Vec<Value<'a>> {
    let results = page.results;
    let unit = results.roster.unit(now.unit);
    let notes = results.needs.catatan.get(&now.unit).map(|notes| notes.join("; "));
    vec![
        number.into(),
        (&**unit.opd()).into(),
        (&*unit.nama).into(),
        kecamatan(results, unit).into(),
        Value::Number(now.kebutuhan as f64),
        Value::Number(now.riil as f64),
        rasio(now),
        kelas(now, batas),
        Value::Number(later.riil as f64),
        rasio(later),
        kelas(later, batas),
        notes.into(),
    ]
}

fn rasio(unit: &BebanUnit) -> Value<'static> {
    match unit.ratio() {
        Some(millionths) => Value::Number(millionths as f64 / 1e6),
        None if unit.kebutuhan > 0 => Value::Marked(Look::Samar, "kosong".into()),
        None => Value::Empty,
    }
}

/// The class, marked where people have too much or too little to do.
fn kelas(unit: &BebanUnit, batas: BatasKelas) -> Value<'static> {
    let Some(kelas) = unit.kelas(batas) else { return Value::Empty };
    let look = match kelas {
        KelasBeban::A => Look::Buruk,
        KelasBeban::B => Look::Baik,
        KelasBeban::C => Look::Center,
        KelasBeban::D | KelasBeban::E => Look::Lebih,
    };
    Value::Marked(look, kelas.label().into())
}

/// Of all these units, those whose need is known and that have people.
fn spread_table(list: &mut List<'_>, before: Sebaran, after: Sebaran, all: usize) -> Result<(), XlsxError> {
    let [counted, all] = [before.unit, all].map(|count| ribuan(count as i64));
    let title =
        format!("Sebaran rasio beban: {counted} dari {all} unit, yaitu yang kebutuhannya diketahui dan ada pegawainya");
    list.keep_together(SPREAD_ROWS, &[])?;
    list.appendix(&title, &[(0, "Ukuran"), (6, "Sebelum"), (9, "Sesudah"), (11, "Arti")])?;
    let hundredths = |number: u64| Value::Number(number as f64 / 100.0);
    let thousandths = |number: u64| Value::Number(number as f64 / 1000.0);
    let lines = [
        ("Rasio terendah", hundredths(before.terendah), hundredths(after.terendah), "unit dengan beban paling ringan"),
        (
            "Rasio tertinggi",
            hundredths(before.tertinggi),
            hundredths(after.tertinggi),
            "unit dengan beban paling berat",
        ),
        (
            "Selisih tertinggi dan terendah",
            hundredths(before.rentang()),
            hundredths(after.rentang()),
            "makin kecil makin merata",
        ),
        (
            "Koefisien variasi (CV)",
            thousandths(before.cv),
            thousandths(after.cv),
            "simpangan baku dibagi rata-rata; makin kecil makin merata",
        ),
        (
            "Indeks ketimpangan (Gini)",
            thousandths(before.gini),
            thousandths(after.gini),
            "0 berarti semua unit sama bebannya",
        ),
    ];
    for (name, before, after, meaning) in lines {
        let mut values: Vec<Value<'_>> = COLUMNS.iter().map(|_| Value::Empty).collect();
        values[0] = name.into();
        values[6] = before;
        values[9] = after;
        values[11] = meaning.into();
        list.row(values)?;
    }
    Ok(())
}

/// `1,00`.
fn in_hundredths(number: u64) -> String {
    crate::model::angka::hundredths_in_words(number as i64)
}
