//! Sheet *Rotasi*: who has been in one unit longer than the limit of rotation, who soon will be, and what the plan does.

use jiff::civil::Date;
use rust_xlsxwriter::XlsxError;

use super::figures::kecamatan;
use super::leaf::Leaf;
use super::link::anchor;
use super::style::Look;
use super::table::{Column, Heading, List, MAX_ROWS, Value, column};
use super::{Page, Sheet, Size, rencana_mutasi, ringkasan};
use crate::law::Tingkat;
use crate::model::angka::ribuan;
use crate::model::pegawai::PegawaiId;
use crate::model::tanggal::{months_after, months_between, months_in_words, tanggal_in_words};

pub(super) const SHEET: Sheet = Sheet { title: "Rotasi", size: Size::Large, write };

/// The rule that knows the limit (domain R01, R44).
const ATURAN: &str = "A-102";
const BATAS: &str = "masa_jabatan_maks_bulan";

const COLUMNS: &[Column] = &[
    column("No", 5.5, Look::Center),
    column("OPD", 18.0, Look::Wrap),
    column("Unit", 21.0, Look::Wrap),
    column("Nama", 20.0, Look::Wrap),
    column("NIP", 20.5, Look::Text),
    column("Gol.", 6.0, Look::Center),
    column("Jabatan", 18.0, Look::Wrap),
    column("Kecamatan", 12.5, Look::Wrap),
    column("TMT unit", 18.0, Look::Date),
    column("Masa di unit", 13.0, Look::Wrap),
    column("Batas tercapai", 18.0, Look::Date),
    column("Bulan melewati batas", 10.0, Look::Signed),
    column("Keadaan", 12.5, Look::Center),
    column("Dalam rencana ini", 38.0, Look::Wrap),
    column("Buka", 12.0, Look::Center),
];

/// The last column that goes on paper; a link helps at the screen.
const LAST_PRINTED: u16 = 13;

/// Someone on the list.
struct Orang {
    id: PegawaiId,
    tmt: Date,
    months: i32,
}

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let limit = page.results.law.parameter(ATURAN, BATAS) as i32;
    let people = people(page, limit);
    let note = note(page, &people, limit);
    let heading = Heading { title: SHEET.title, note: &note, back: Some(ringkasan::SHEET.title), frozen: 4 };
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    list.print_up_to(LAST_PRINTED);
    let moves = moves(page);
    for (number, own) in (1usize..).zip(people.iter().take(MAX_ROWS)) {
        list.row(row(page, number, own, limit, moves[own.id.0 as usize]))?;
    }
    if people.is_empty() {
        list.remark("Tidak ada pegawai yang melewati atau mendekati batas rotasi.")?;
    } else {
        list.filter(list.next_row() - 1)?;
    }
    list.close()
}

/// Those at work whose time in the unit is known and long enough, the longest first.
fn people(page: &Page<'_>, limit: i32) -> Vec<Orang> {
    let (roster, needs) = (page.results.roster, page.results.needs);
    let near = page.results.settings.rotasi.mendekati_bulan as i32;
    let at_work = |id: &PegawaiId| needs.fills.get(id.0 as usize).copied().unwrap_or(true);
    let long = |id: PegawaiId| {
        let tmt = roster.pegawai(id).tmt_unit?;
        let months = months_between(tmt, roster.tanggal_efektif);
        (months > limit - near).then_some(Orang { id, tmt, months })
    };
    let mut people: Vec<Orang> = roster.pegawai_ids().filter(at_work).filter_map(long).collect();
    people.sort_by(|a, b| a.tmt.cmp(&b.tmt).then_with(|| roster.duk_order(a.id, b.id)));
    people
}

fn note(page: &Page<'_>, people: &[Orang], limit: i32) -> String {
    let (roster, law) = (page.results.roster, page.results.law);
    let over = people.iter().filter(|own| own.months > limit).count();
    let [over, near] = [over, people.len() - over].map(|count| ribuan(count as i64));
    let unknown = roster.pegawai.iter().filter(|pegawai| pegawai.tmt_unit.is_none()).count();
    let unknown = match unknown {
        0 => String::new(),
        some => format!(" {} pegawai tanpa TMT unit tidak dapat dinilai.", ribuan(some as i64)),
    };
    let off = match law.rule(ATURAN).tingkat {
        Tingkat::Mati => format!(" Aturan {ATURAN} dimatikan di mutasi.toml; daftar ini hanya untuk diketahui."),
        Tingkat::Blokir | Tingkat::Peringatan | Tingkat::Info => String::new(),
    };
    format!(
        "Masa di unit yang sama pada {}, yang terlama di atas: {over} orang melewati batas {} (aturan {ATURAN}), {near} \
         mencapainya dalam {}.{unknown}{off}",
        tanggal_in_words(roster.tanggal_efektif),
        months_in_words(limit),
        months_in_words(page.results.settings.rotasi.mendekati_bulan as i32),
    )
}

/// The move of each person, by index.
fn moves(page: &Page<'_>) -> Vec<Option<usize>> {
    let mut moves = vec![None; page.results.roster.pegawai.len()];
    for (at, each) in page.results.plan.moves.iter().enumerate() {
        moves[each.pegawai.0 as usize] = Some(at);
    }
    moves
}

fn row<'a>(page: &'a Page<'_>, number: usize, own: &Orang, limit: i32, step: Option<usize>) -> Vec<Value<'a>> {
    let results = page.results;
    let pegawai = results.roster.pegawai(own.id);
    let unit = results.roster.unit(pegawai.unit);
    let (look, word) = if own.months > limit { (Look::Lebih, "Terlewati") } else { (Look::Center, "Mendekati") };
    vec![
        number.into(),
        (&**unit.opd()).into(),
        (&*unit.nama).into(),
        pegawai.nama.as_str().into(),
        pegawai.nip.spaced().into(),
        pegawai.golongan.map(|golongan| golongan.to_string()).into(),
        pegawai.jabatan.to_string().into(),
        kecamatan(results, unit).into(),
        own.tmt.into(),
        months_in_words(own.months.max(0)).into(),
        months_after(own.tmt, limit.into()).into(),
        Value::Number(f64::from(own.months - limit)),
        Value::Marked(look, word.into()),
        outcome(page, own.id, step).into(),
        step.map_or(Value::Empty, |at| link(page, at)),
    ]
}

/// Where the plan sends the person, or what keeps him or her.
fn outcome(page: &Page<'_>, id: PegawaiId, step: Option<usize>) -> String {
    let (results, plan) = (page.results, page.results.plan);
    if let Some(at) = step {
        let to = results.needs.post(plan.moves[at].to);
        return format!("Diusulkan pindah ke {}", results.roster.unit(to.unit).nama);
    }
    let Some(person) = plan.people.get(id.0 as usize) else { return "Tetap".into() };
    let held: Vec<String> = person.blocked.iter().map(|note| format!("{} ({})", note.code, note.sentence)).collect();
    match (held.is_empty(), &person.tetap) {
        (false, _) => format!("Tetap: ditahan aturan {}", held.join(" dan ")),
        (true, Some(why)) => why.to_string(),
        (true, None) => "Tetap".into(),
    }
}

/// To the row of the move.
fn link(page: &Page<'_>, at: usize) -> Value<'static> {
    let cell = format!("A{}", page.rows[at] + 1);
    Value::Link("Rencana »".into(), format!("internal:{}", anchor(rencana_mutasi::SHEET.title, &cell)))
}
