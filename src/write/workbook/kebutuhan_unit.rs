//! Sheet *Kebutuhan Unit*: need against presence for every post, and where each figure comes from.

use rust_xlsxwriter::{Color, ConditionalFormatDataBar, XlsxError};

use super::figures::{after, kecamatan};
use super::leaf::Leaf;
use super::style::{ABU, ABU_TUA, BIRU, Look};
use super::table::{Column, Heading, List, MAX_ROWS, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::model::angka::ribuan;
use crate::model::needs::{AngkaLain, JumlahPensiun, Kebutuhan, Post, PostId, SumberRiil};
use crate::write::Results;

pub(super) const SHEET: Sheet = Sheet { title: "Kebutuhan Unit", size: Size::Large, write };

const COLUMNS: &[Column] = &[
    column("No", 6.0, Look::Center),
    column("OPD", 24.0, Look::Wrap),
    column("Unit", 26.0, Look::Wrap),
    column("Kecamatan", 14.5, Look::Wrap),
    column("Jabatan", 23.5, Look::Wrap),
    column("Kebutuhan", 10.5, Look::Whole),
    column("s.d.", 6.0, Look::Whole),
    column("Riil", 7.0, Look::Whole),
    column("Selisih sebelum", 11.0, Look::Signed),
    column("Keadaan sebelum", 16.5, Look::Center),
    column("Riil sesudah", 8.5, Look::Whole),
    column("Selisih sesudah", 11.0, Look::Signed),
    column("Keadaan sesudah", 16.5, Look::Center),
    column("Pensiun", 9.0, Look::Center),
    column("Selisih proyeksi", 10.0, Look::Signed),
    column("Rasio beban sebelum", 9.0, Look::Ratio),
    column("Rasio beban sesudah", 9.0, Look::Ratio),
    column("Sumber kebutuhan", 12.0, Look::Center),
    column("Uraian kebutuhan", 64.0, Look::Wrap),
    column("Angka sumber lain", 56.0, Look::Wrap),
    column("Sumber riil", 16.0, Look::Wrap),
    column("Sel sumber", 48.0, Look::Wrap),
];

/// The last column that goes on paper; what follows helps at the screen.
const LAST_PRINTED: u16 = 17;

/// Columns with data bars.
const BARS: [u16; 2] = [8, 11];

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let months = page.results.settings.kebutuhan.horizon_bulan;
    let projection = match months {
        0 => String::new(),
        _ => format!(" Pensiun: dalam {months} bulan; proyeksi = sesudah mutasi tanpa mereka."),
    };
    let note = format!(
        "Selisih = riil − kebutuhan; minus berarti kurang. Rasio beban = kebutuhan : riil.{projection} Uraian dan sel sumber di kolom kanan tidak dicetak. {}",
        counted(page.results)
    );
    let heading = Heading { title: "Kebutuhan Unit", note: &note, back: Some(ringkasan::SHEET.title), frozen: 3 };
    let needs = page.results.needs;
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    list.print_up_to(LAST_PRINTED);
    let pensiun = retirements(page.results);
    for (number, id) in (1usize..).zip(needs.post_ids().take(MAX_ROWS)) {
        list.row(row(page, number, id, pensiun.get(id.0 as usize).copied()))?;
    }
    if needs.posts.is_empty() {
        list.remark("Tidak ada jabatan yang terbaca.")?;
        return list.close();
    }
    let (first, last) = (list.first_row(), list.next_row() - 1);
    let bar = ConditionalFormatDataBar::new()
        .set_fill_color(BIRU_BAR)
        .set_border_color(BIRU)
        .set_negative_fill_color(ABU)
        .set_negative_border_color(ABU_TUA)
        .set_solid_fill(true);
    for col in BARS {
        list.sheet.add_conditional_format(first, col, last, col, &bar)?;
    }
    list.filter(last)?;
    list.close()
}

/// Light enough for the figure on top of it.
const BIRU_BAR: Color = Color::RGB(0xA9C6E3);

/// How the people of this sheet add up from those who were read, and which units have no post here.
fn counted(results: &Results<'_>) -> String {
    let (roster, needs) = (results.roster, results.needs);
    let riil: u32 = needs.posts.iter().map(|post| post.riil).sum();
    let of_units: u32 =
        needs.posts.iter().filter(|post| post.sumber_riil == SumberRiil::DataUnit).map(|post| post.riil).sum();
    let unread: u32 = needs.posts.iter().map(|post| post.tak_terbaca).sum();
    let absent = needs.fills.iter().filter(|fills| !**fills).count();
    let elsewhere = needs.fills.iter().zip(&needs.post_of).filter(|(fills, post)| **fills && post.is_none()).count();
    let parts = [
        (
            absent as i64,
            "tidak sedang mengisi jabatannya (misalnya cuti di luar tanggungan negara atau tugas belajar)",
            '−',
        ),
        (elsewhere as i64, "jabatannya tidak ada di daftar ini", '−'),
        (i64::from(unread), "baris bermasalah yang orangnya tetap dihitung hadir", '+'),
        (i64::from(of_units), "orang menurut data unit", '+'),
    ];
    let parts: String = parts
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, what, sign)| format!(" {sign} {} {what}", ribuan(*count)))
        .collect();
    let used = ribuan(roster.pegawai.len() as i64);
    let known: u32 = needs.posts.iter().filter(|post| post.kebutuhan.is_some()).map(|post| post.riil).sum();
    let known = match known == riil {
        true => String::new(),
        false => format!(
            " {} di antaranya pada jabatan yang kebutuhannya diketahui; hanya itu yang dihitung di lembar Beban Unit.",
            ribuan(known.into())
        ),
    };
    let riil = ribuan(riil.into());
    format!("Riil seluruhnya {riil} orang = {used} pegawai dipakai{parts}.{known}{}", without_posts(results))
}

/// Units that stand on *Ringkasan* and not here.
fn without_posts(results: &Results<'_>) -> String {
    let empty: Vec<&str> = (results.roster.unit_ids())
        .filter(|id| results.needs.ids_of_unit(*id).next().is_none())
        .map(|id| &*results.roster.unit(id).nama)
        .collect();
    let more = match empty.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(", dan {} lagi", ribuan(more as i64)),
    };
    match empty.is_empty() {
        true => String::new(),
        false => format!(
            " {} dari {} unit tidak ada di daftar ini karena tidak ada pegawai atau kebutuhan yang terbaca padanya: {}{more}.",
            ribuan(empty.len() as i64),
            ribuan(results.roster.units.len() as i64),
            empty[..empty.len().min(NAMED)].join(", ")
        ),
    }
}

/// Units named in the sentence.
const NAMED: usize = 3;

/// How many retire from each post within the horizon, as the plan leaves them; empty where nothing is projected.
fn retirements(results: &Results<'_>) -> Vec<JumlahPensiun> {
    let needs = results.needs;
    if needs.pensiun.is_empty() {
        return Vec::new();
    }
    let mut counts = needs.pensiun_by_post();
    for each in &results.plan.moves {
        let Some(pensiun) = needs.pensiun.get(each.pegawai.0 as usize).copied().flatten() else { continue };
        counts[each.from.0 as usize].take(pensiun);
        counts[each.to.0 as usize].add(pensiun);
    }
    counts
}

fn row<'a>(page: &'a Page<'_>, number: usize, id: PostId, pensiun: Option<JumlahPensiun>) -> Vec<Value<'a>> {
    let results = page.results;
    let post = results.needs.post(id);
    let unit = results.roster.unit(post.unit);
    let need = post.kebutuhan.as_deref();
    let later = after(results, id);
    vec![
        number.into(),
        (&**unit.opd()).into(),
        (&*unit.nama).into(),
        kecamatan(results, unit).into(),
        post.jabatan_label().into(),
        need.map(|need| need.lo).into(),
        need.filter(|need| need.hi != need.lo).map(|need| need.hi).into(),
        post.riil.into(),
        post.gap().into(),
        keadaan(post, post.riil),
        later.into(),
        post.gap_of(later).into(),
        keadaan(post, later),
        pensiun.filter(|count| *count != JumlahPensiun::default()).map(JumlahPensiun::in_words).into(),
        pensiun.and_then(|count| post.gap_of(later.saturating_sub(count.pasti))).into(),
        rasio(need, post.riil),
        rasio(need, later),
        need.map(|need| need.sumber.label()).into(),
        uraian(page, id),
        need.and_then(lain).into(),
        sumber_riil(post).into(),
        source_cell(page, id),
    ]
}

/// The state of a post in a word, so that nobody has to read colours.
fn keadaan(post: &Post, present: u32) -> Value<'static> {
    let (look, word) = match post.gap_of(present) {
        None => (Look::Samar, "Tidak diketahui"),
        Some(gap) if gap < 0 => (Look::Buruk, "Kurang"),
        Some(gap) if gap > 0 => (Look::Lebih, "Lebih"),
        Some(_) => (Look::Baik, "Sesuai"),
    };
    Value::Marked(look, word.into())
}

/// `kebutuhan : riil` (domain §2.1); nobody present has no ratio, however great the load.
fn rasio(need: Option<&Kebutuhan>, present: u32) -> Value<'static> {
    match need {
        Some(need) if present > 0 => Value::Number(f64::from(need.lo) / f64::from(present)),
        Some(need) if need.lo > 0 => Value::Marked(Look::Samar, "kosong".into()),
        _ => Value::Empty,
    }
}

/// The figures of other sources that differ, each with how it was made.
fn lain(need: &Kebutuhan) -> Option<String> {
    let other = |lain: &AngkaLain| format!("{}: {} ({})", lain.sumber.label(), lain.angka(), lain.uraian);
    let all: Vec<String> = need.lain.iter().map(other).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

fn sumber_riil(post: &Post) -> String {
    match post.tak_terbaca {
        0 => post.sumber_riil.label().to_string(),
        rows => format!("{} ({rows} baris bermasalah)", post.sumber_riil.label()),
    }
}

/// How the figure was made; of an unknown one, why nobody can tell it.
fn uraian<'a>(page: &'a Page<'_>, id: PostId) -> Value<'a> {
    let needs = page.results.needs;
    match (&needs.post(id).kebutuhan, needs.ragu.get(&id)) {
        (Some(need), _) => need.uraian.as_str().into(),
        (None, Some(ragu)) => format!("belum diketahui: {}", ragu.in_words()).into(),
        (None, None) => Value::Empty,
    }
}

/// Where the figure stands, or what keeps it from being known, with a link where an annotated copy shows it.
fn source_cell<'a>(page: &'a Page<'_>, id: PostId) -> Value<'a> {
    let needs = page.results.needs;
    let place = match &needs.post(id).kebutuhan {
        Some(need) => need.place.as_ref(),
        None => needs.ragu.get(&id).map(|ragu| &ragu.place),
    };
    let Some(place) = place else { return Value::Empty };
    match page.copies.url(place) {
        Some(url) => Value::Link(place.to_string().into(), url),
        None => place.to_string().into(),
    }
}
