//! The rows of the sheet *Keputusan*: proposed moves, what was decided about them, and all other decisions.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{KEPUTUSAN, NIP, unit_text};
use crate::model::keputusan::{
    HasilKeputusan, Keputusan, KeputusanTersisih, Sebab, Tertulis, Tindakan, TujuanKeputusan,
};
use crate::model::nip::Nip;
use crate::model::plan::Move;
use crate::write::Results;
use crate::write::workbook::per_opd::per_opd;
use crate::write::workbook::table::Value;

/// A row of the sheet and its first cell to fill.
pub(super) struct Line<'a> {
    pub(super) values: Vec<Value<'a>>,
    pub(super) open_from: u16,
}

/// Every proposed move in the order of *Rencana Mutasi*, with what was decided about it; then all other decisions, those that are
/// not followed last.
pub(super) fn lines<'a>(results: &Results<'a>) -> Vec<Line<'a>> {
    let tersisih = &results.roster.keputusan.tersisih;
    let (on_moves, others) = placed(results);
    let mut lines = Vec::new();
    let mut add = |values: Vec<Value<'a>>, open_from| {
        let number = Value::from(lines.len() + 1);
        lines.push(Line { values: std::iter::once(number).chain(values).collect(), open_from });
    };
    let mut shown = BTreeSet::new();
    for at in per_opd(results).iter().flat_map(|group| &group.moves) {
        let (step, decided) = (&results.plan.moves[*at], on_moves[*at]);
        let about = |own: &KeputusanTersisih| decided.is_none() && is_about(results, own, step);
        let wrong = tersisih.iter().position(about);
        shown.extend(wrong);
        add(proposal(results, step, decided, wrong.map(|at| &tersisih[at])), KEPUTUSAN);
    }
    for nomor in others {
        add(decision(results, nomor), KEPUTUSAN);
    }
    let left = || tersisih.iter().enumerate().filter(|(at, _)| !shown.contains(at)).map(|(_, own)| own);
    let is_wrong = |own: &&KeputusanTersisih| matches!(own.sebab, Sebab::Salah(_));
    for own in left().filter(is_wrong).chain(left().filter(|own| !is_wrong(own))) {
        add(aside(results, own), NIP);
    }
    lines
}

/// Whether a wrong decision is about this very move.
fn is_about(results: &Results<'_>, own: &KeputusanTersisih, step: &Move) -> bool {
    let of_person = own.nip == Some(results.roster.pegawai(step.pegawai).nip);
    of_person && matches!(own.sebab, Sebab::Salah(_)) && {
        let to = results.needs.post(step.to);
        own.tertulis.ke == unit_text(results, to.unit) && own.tertulis.ke_jabatan == to.jabatan_label()
    }
}

/// For each move the decision that it fulfils, and all other decisions.
fn placed(results: &Results<'_>) -> (Vec<Option<usize>>, Vec<usize>) {
    let (list, plan) = (&results.roster.keputusan.list, results.plan);
    let fulfils = |step: &Move| {
        let nip = results.roster.pegawai(step.pegawai).nip;
        list.iter().enumerate().position(|(nomor, own)| {
            own.nip == nip && own.tindakan.is_force() && plan.keputusan.get(nomor) == Some(&HasilKeputusan::Dipenuhi)
        })
    };
    let on_moves: Vec<Option<usize>> = plan.moves.iter().map(fulfils).collect();
    let others = (0..list.len()).filter(|nomor| !on_moves.contains(&Some(*nomor))).collect();
    (on_moves, others)
}

/// A proposed move, with the decision that it fulfils, or a wrong one about it.
fn proposal<'a>(
    results: &Results<'a>,
    step: &Move,
    decided: Option<usize>,
    wrong: Option<&KeputusanTersisih>,
) -> Vec<Value<'a>> {
    let pegawai = results.roster.pegawai(step.pegawai);
    let (from, to) = (results.needs.post(step.from), results.needs.post(step.to));
    let mut values = vec![
        pegawai.nip.spaced().into(),
        pegawai.nama.as_str().into(),
        pegawai.jabatan.to_string().into(),
        (&*results.roster.unit(from.unit).nama).into(),
        unit_text(results, to.unit).into(),
        to.jabatan_label().into(),
    ];
    if let Some(wrong) = wrong {
        let own = &wrong.tertulis;
        values.extend(written(own, &own.keputusan, (&own.tujuan, &own.jabatan)));
        values.push(wrong.sebab.in_words().into());
        return values;
    }
    let own = decided.map(|nomor| &results.roster.keputusan.list[nomor]);
    // Of an approval the proposal itself is the target.
    let own_target = own.filter(|own| own.tindakan != Tindakan::Setuju).and_then(|own| own.tujuan.as_ref());
    values.extend(said(results, own, own_target));
    values.push(decided.map(|nomor| with_notes(results.plan.keputusan[nomor].in_words(), step)).into());
    values
}

/// What became of a decision, with what its move asks leadership to look at.
fn with_notes(hasil: String, step: &Move) -> String {
    let notes: Vec<&str> = step.warnings.iter().map(|note| note.sentence.as_str()).collect();
    if notes.is_empty() { hasil } else { format!("{hasil}. Perhatikan: {}", notes.join("; ")) }
}

/// A decision about somebody whom the plan does not move so.
fn decision<'a>(results: &Results<'a>, nomor: usize) -> Vec<Value<'a>> {
    let own = &results.roster.keputusan.list[nomor];
    let mut values = vec![own.nip.spaced().into()];
    values.extend(at_home(results, Some(own.nip), ""));
    values.extend(said(results, Some(own), own.tujuan.as_ref()));
    values.push(results.plan.keputusan.get(nomor).map(HasilKeputusan::in_words).into());
    values
}

/// A decision that is not followed, as it was written. One about a proposed move names its place: the plan may be
/// another one by now.
fn aside<'a>(results: &Results<'a>, own: &KeputusanTersisih) -> Vec<Value<'a>> {
    let wrote = &own.tertulis;
    let mut values = vec![own.nip.as_ref().map_or_else(|| wrote.nip.clone(), Nip::spaced).into()];
    values.extend(at_home(results, own.nip, &wrote.nama));
    let tindakan = Tindakan::parse(&wrote.keputusan);
    let of_move = tindakan.is_none_or(|tindakan| matches!(tindakan, Tindakan::Setuju | Tindakan::Tolak));
    let tempat = if of_move { wrote.tempat() } else { (&*wrote.tujuan, &*wrote.jabatan) };
    let replaced = matches!(own.sebab, Sebab::Digantikan(_));
    let label = tindakan.filter(|_| replaced).map_or_else(|| wrote.keputusan.clone(), Tindakan::label_digantikan);
    values.extend(written(wrote, &label, tempat));
    values.push(own.sebab.in_words().into());
    values
}

/// Name, jabatan and unit of somebody, and no move; the name as written of somebody unknown.
fn at_home<'a>(results: &Results<'a>, nip: Option<Nip>, nama: &str) -> [Value<'a>; 5] {
    let person = nip.and_then(|nip| results.roster.pegawai.iter().find(|pegawai| pegawai.nip == nip));
    [
        person.map_or(nama, |pegawai| pegawai.nama.as_str()).to_string().into(),
        person.map(|pegawai| pegawai.jabatan.to_string()).into(),
        person.map(|pegawai| results.roster.unit(pegawai.unit).nama.to_string()).into(),
        Value::Empty,
        Value::Empty,
    ]
}

/// The cells to fill, word for word but for a date, which Excel may have kept as a number.
fn written<'a>(own: &Tertulis, label: &str, (tujuan, jabatan): (&str, &str)) -> [Value<'a>; 7] {
    let tanggal = own.tanggal.parse::<Date>().map_or_else(|_| own.tanggal.clone(), in_sheet);
    [label, tujuan, jabatan, &own.aturan, &own.alasan, &own.pejabat, &tanggal].map(|text| text.to_string().into())
}

/// The cells to fill, as they were filled.
fn said<'a>(results: &Results<'a>, own: Option<&Keputusan>, tujuan: Option<&TujuanKeputusan>) -> [Value<'a>; 7] {
    [
        own.map(|own| own.tindakan.label().to_string()).into(),
        tujuan.map(|tujuan| unit_text(results, tujuan.unit)).into(),
        tujuan.and_then(|tujuan| tujuan.jabatan.clone()).into(),
        own.and_then(|own| own.aturan.clone()).into(),
        own.map(|own| own.alasan.clone()).into(),
        own.map(|own| own.pejabat.clone()).into(),
        own.and_then(tanggal).into(),
    ]
}

fn tanggal(own: &Keputusan) -> Option<String> {
    own.tanggal.map(in_sheet).or_else(|| own.tanggal_asing.clone())
}

fn in_sheet(day: Date) -> String {
    day.strftime("%d-%m-%Y").to_string()
}
