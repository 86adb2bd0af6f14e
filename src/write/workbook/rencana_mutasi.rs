//! Sheet *Rencana Mutasi*: one row a move, grouped by OPD.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::figures::{after, kecamatan, kurang};
use super::style::Look;
use super::table::{Column, Heading, List, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::model::angka::ribuan;
use crate::model::plan::{AsalJarak, MeritPart, Move};

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
    column("Usulan pegawai", 13.0, Look::Wrap),
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

/// The objective that knows what a person asked for.
const USULAN: &str = "O-111";

fn write(page: &Page<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let plan = page.results.plan;
    let heading = Heading {
        title: "Rencana Mutasi",
        note: "Usulan, bukan keputusan; putuskan di lembar Keputusan, nomornya sama. Menurut OPD asal, di dalamnya urut DUK. Tanpa alamat rumah, jarak baru dihitung dari unit lama. Kolom Jenis perpindahan dan sesudahnya tidak dicetak.",
        back: Some(ringkasan::SHEET.title),
        frozen: 3,
    };
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    list.print_up_to(LAST_PRINTED);
    let mut number = 0usize;
    for group in &page.groups {
        list.band(&group.in_words(), (OPD, group.opd))?;
        for at in &group.moves {
            number += 1;
            debug_assert_eq!(list.next_row(), page.rows[*at], "links lead to this row");
            list.row(row(page, number, &plan.moves[*at]))?;
        }
    }
    if plan.moves.is_empty() {
        list.remark("Tidak ada perpindahan yang diusulkan.")?;
    } else {
        list.filter(list.next_row() - 1)?;
    }
    list.close()
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
