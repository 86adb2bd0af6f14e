//! Sheet *Rencana Mutasi*: one row a move, grouped by OPD.

use rust_xlsxwriter::XlsxError;

use super::figures::{after, kecamatan, kurang};
use super::leaf::Leaf;
use super::style::Look;
use super::table::{Column, Heading, List, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::model::angka::ribuan;
use crate::model::plan::{AsalJarak, MeritPart, Move};
use crate::model::terbit::{Banding, BandingTerbit};

pub(super) const SHEET: Sheet = Sheet { title: "Rencana Mutasi", size: Size::Large, write };

const COLUMNS: &[Column] = &[
    column("No", 4.5, Look::Center),
    column("Nama", 17.0, Look::Wrap),
    column("NIP", 20.5, Look::Text),
    column("Gol.", 6.0, Look::Center),
    column("Jabatan", 16.0, Look::Wrap),
    column("Unit lama", 16.0, Look::Wrap),
    column("Unit baru", 16.0, Look::Wrap),
    column("Jarak lama (km)", 7.0, Look::Km),
    column("Jarak baru (km)", 7.0, Look::Km),
    column("Usulan pegawai", 13.5, Look::Wrap),
    column("Alasan", 44.0, Look::Wrap),
    column("Pengganti bila tidak disetujui", 16.0, Look::Wrap),
    column("Bila tidak disetujui", 31.0, Look::Wrap),
    column("Peringatan", 18.0, Look::Wrap),
    column("Jenis perpindahan", 14.0, Look::Wrap),
    column("OPD", 26.0, Look::Wrap),
    column("Ke OPD", 26.0, Look::Wrap),
    column("Kecamatan lama", 13.0, Look::Wrap),
    column("Kecamatan baru", 13.0, Look::Wrap),
    column("Kurang di tujuan, sebelum", 9.0, Look::Count),
    column("Kurang di tujuan, sesudah", 9.0, Look::Count),
    column("Jarak dihitung dari", 13.0, Look::Wrap),
    column("Poin kecocokan", 11.0, Look::Whole),
    column("Bagian poin", 52.0, Look::Wrap),
    column("Tidak dapat dinilai", 52.0, Look::Wrap),
];

/// The last column that goes on paper; what follows helps at the screen.
const LAST_PRINTED: u16 = 13;

/// Where a filter finds the group of a row.
const OPD: u16 = 15;

/// Where a published plan is known one column more goes on paper, behind the others; two long ones give it their room, so that
/// print is as large.
const TERBIT: usize = LAST_PRINTED as usize + 1;
const COLUMNS_TERBIT: &[Column] =
    &with::<{ COLUMNS.len() + 1 }>(column("Dibanding rencana terbit", 12.0, Look::Wrap), [(10, 7.0), (12, 5.0)]);

/// The columns with this one at its place and these others narrower.
const fn with<const N: usize>(own: Column, narrower: [(usize, f64); 2]) -> [Column; N] {
    let mut columns = [own; N];
    let mut at = 0;
    while at < COLUMNS.len() {
        columns[at + (at >= TERBIT) as usize] = COLUMNS[at];
        at += 1;
    }
    columns[narrower[0].0].width -= narrower[0].1;
    columns[narrower[1].0].width -= narrower[1].1;
    columns
}

/// Titles over those who are no longer proposed, by their columns in the list above them.
const TIDAK_LAGI: &[(u16, &str)] =
    &[(0, "No"), (1, "Nama"), (2, "NIP"), (3, "Gol."), (4, "Jabatan"), (5, "Unit"), (6, "Semula ke"), (10, "Sebabnya")];

/// The objective that knows what a person asked for.
const USULAN: &str = "O-111";

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let plan = page.results.plan;
    let heading = Heading {
        title: "Rencana Mutasi",
        note: "Usulan, bukan keputusan; putuskan di lembar Keputusan, nomornya sama. Menurut OPD asal, di dalamnya urut DUK. Tanpa alamat rumah, jarak baru dihitung dari unit lama. Kolom Jenis perpindahan dan sesudahnya tidak dicetak.",
        back: Some(ringkasan::SHEET.title),
        frozen: 3,
    };
    let terbit = plan.terbit.as_ref();
    let more = u16::from(terbit.is_some());
    let columns = if terbit.is_some() { COLUMNS_TERBIT } else { COLUMNS };
    let mut list = List::open(sheet, &page.style, &heading, columns)?;
    list.print_up_to(LAST_PRINTED + more);
    let mut number = 0usize;
    for group in &page.groups {
        list.band(&group.in_words(), (OPD + more, group.opd))?;
        for at in &group.moves {
            number += 1;
            debug_assert_eq!(list.next_row(), page.rows[*at], "links lead to this row");
            let mut values = row(page, number, &plan.moves[*at]);
            let own = terbit.and_then(|terbit| terbit.langkah.get(*at));
            own.into_iter().for_each(|own| values.insert(TERBIT, beside(page, own)));
            list.row(values)?;
        }
    }
    if plan.moves.is_empty() {
        list.remark("Tidak ada perpindahan yang diusulkan.")?;
    } else {
        list.filter(list.next_row() - 1)?;
    }
    terbit.into_iter().try_for_each(|terbit| no_longer(page, &mut list, terbit, columns.len()))?;
    list.close()
}

/// What a move is beside the published plan.
fn beside(page: &Page<'_>, own: &Banding) -> Value<'static> {
    match own {
        Banding::Tetap => "Tetap".into(),
        Banding::Berubah(unit) => {
            let semula = &page.results.roster.unit(*unit).nama;
            Value::Marked(Look::Awas, format!("Berubah: semula ke {semula}").into())
        }
        Banding::BerubahJabatan => Value::Marked(Look::Awas, "Berubah: semula jabatan lain".into()),
        Banding::Baru => Value::Marked(Look::Awas, "Baru".into()),
    }
}

/// Those whom the published plan moved and this one does not, each with the cause.
fn no_longer(page: &Page<'_>, list: &mut List<'_>, terbit: &BandingTerbit, columns: usize) -> Result<(), XlsxError> {
    if terbit.tidak_lagi.is_empty() {
        return Ok(());
    }
    let roster = page.results.roster;
    list.appendix("Tidak lagi diusulkan dibanding rencana terbit", TIDAK_LAGI)?;
    for (number, own) in (1usize..).zip(&terbit.tidak_lagi) {
        let pegawai = own.pegawai.map(|id| roster.pegawai(id));
        let mut values: Vec<Value<'_>> = vec![
            number.into(),
            pegawai.map(|pegawai| pegawai.nama.as_str()).into(),
            own.nip.spaced().into(),
            pegawai.and_then(|pegawai| pegawai.golongan).map(|golongan| golongan.to_string()).into(),
            pegawai.map(|pegawai| pegawai.jabatan.to_string()).into(),
            pegawai.map(|pegawai| &*roster.unit(pegawai.unit).nama).into(),
            (&*roster.unit(own.unit).nama).into(),
        ];
        values.resize_with(columns, || Value::Empty);
        values[usize::from(TIDAK_LAGI[TIDAK_LAGI.len() - 1].0)] = own.alasan.as_str().into();
        list.row(values)?;
    }
    Ok(())
}

fn row<'a>(page: &'a Page<'_>, number: usize, each: &'a Move) -> Vec<Value<'a>> {
    let results = page.results;
    let pegawai = results.roster.pegawai(each.pegawai);
    let (from, to) = (results.needs.post(each.from), results.needs.post(each.to));
    let (old, new) = (results.roster.unit(from.unit), results.roster.unit(to.unit));
    let km = |metres: i64| metres as f64 / 1000.0;
    let (lama, baru, asal) = match each.jarak {
        Some(jarak) => {
            // From the old unit itself there is no old way.
            let lama = match jarak.asal {
                AsalJarak::Domisili => Value::Number(km(jarak.lama_m)),
                AsalJarak::UnitLama => Value::Empty,
            };
            (lama, Value::Number(km(jarak.baru_m)), asal(jarak.asal).into())
        }
        None => (Value::Empty, Value::Empty, Value::from("tidak diketahui")),
    };
    let usulan = each.merit.iter().find(|part| part.code == USULAN);
    let jabatan = if from.jabatan == to.jabatan {
        pegawai.jabatan.to_string()
    } else {
        format!("{} → {}", pegawai.jabatan, to.jabatan_label())
    };
    let warnings: Vec<String> = each.warnings.iter().map(|note| format!("{}: {}", note.code, note.sentence)).collect();
    let runner_up = each.pengganti().map(|id| results.roster.pegawai(id));
    vec![
        number.into(),
        pegawai.nama.as_str().into(),
        pegawai.nip.spaced().into(),
        pegawai.golongan.map(|golongan| golongan.to_string()).into(),
        jabatan.into(),
        (&*old.nama).into(),
        (&*new.nama).into(),
        lama,
        baru,
        usulan.map(|part| part.sentence.as_str()).into(),
        each.alasan.as_str().into(),
        runner_up
            .map_or("Tidak ada".to_string(), |other| format!("{} ({})", other.nama.as_str(), other.nip.spaced()))
            .into(),
        each.jika_ditolak.as_str().into(),
        if warnings.is_empty() { Value::Empty } else { Value::Marked(Look::Awas, warnings.join("\n").into()) },
        each.jenis.label().into(),
        (&**old.opd()).into(),
        (&**new.opd()).into(),
        kecamatan(results, old).into(),
        kecamatan(results, new).into(),
        kurang(to, to.riil).into(),
        kurang(to, after(results, each.to)).into(),
        asal,
        Value::Number(each.merit.iter().map(|part| part.points).sum::<i64>() as f64),
        parts(each, true).into(),
        parts(each, false).into(),
    ]
}

/// The parts of the merit that were judged and weigh something, or those that could not be judged, one a line.
fn parts(each: &Move, judged: bool) -> String {
    let wanted = each.merit.iter().filter(|part| part.judged == judged && (!judged || part.points != 0));
    let line = |part: &MeritPart| format!("{} {}: {}", part.code, signed(part.points), part.sentence);
    wanted.map(line).collect::<Vec<_>>().join("\n")
}

/// `+40`, `−12`.
fn signed(points: i64) -> String {
    let plus = if points > 0 { "+" } else { "" };
    format!("{plus}{}", ribuan(points))
}

fn asal(asal: AsalJarak) -> &'static str {
    match asal {
        AsalJarak::Domisili => "rumah",
        AsalJarak::UnitLama => "unit lama",
    }
}
