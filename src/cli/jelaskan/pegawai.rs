//! A person: who, what the plan says, and every rule with both sides of its comparison and the cells they stand in.

use std::fmt::Write as _;

use super::{heading, line, place};
use crate::cli::report::block;
use crate::model::angka::{km, ribuan};
use crate::model::plan::{AsalJarak, MeritPart, Move};
use crate::model::telaah::{Akibat, Telaah};
use crate::pipeline::Outcome;
use crate::pipeline::explain::{AboutPegawai, Bukti};

/// Width of the codes at the left.
const CODE: usize = 7;

pub(super) fn shown(out: &mut String, outcome: &Outcome, about: &AboutPegawai) {
    let (roster, needs) = (&outcome.roster, &outcome.needs);
    let pegawai = roster.pegawai(about.id);
    heading(out, pegawai.nama.as_str());
    line(out, "NIP", pegawai.nip.digits());
    let duty = pegawai.tugas_tambahan.as_ref().map(|duty| format!(", {duty}")).unwrap_or_default();
    line(out, "Jabatan", &format!("{}{duty}", pegawai.jabatan));
    line(out, "Unit", &roster.unit(pegawai.unit).nama);
    line(out, "Dibaca dari", &place(outcome, &pegawai.place));
    out.push('\n');
    let planned = outcome.plan.moves.iter().find(|mutasi| mutasi.pegawai == about.id);
    if let Some(mutasi) = planned {
        moves(out, outcome, mutasi);
    }
    if let Some(why) = &about.tetap {
        let label = if planned.is_some() { "Ke sana?" } else { "Rencana" };
        line(out, label, why);
    }
    match about.to {
        Some(to) => {
            let post = needs.post(to);
            let of = match (planned.is_some_and(|mutasi| mutasi.to == to), about.asked) {
                (true, _) => "tempat menurut rencana",
                (false, true) => "tempat yang Anda sebut",
                (false, false) => "tempat lain yang paling mungkin",
            };
            out.push('\n');
            let unit = &roster.unit(post.unit).nama;
            block(out, "", 0, &format!("Aturan, dengan tujuan {unit} sebagai {} ({of}):", post.jabatan_label()));
        }
        None => {
            let _ = writeln!(out, "\nAturan, tanpa tempat tujuan:");
        }
    }
    for akibat in Akibat::ALL {
        group(out, outcome, about, akibat);
    }
}

fn moves(out: &mut String, outcome: &Outcome, mutasi: &Move) {
    let (from, to) = (outcome.needs.post(mutasi.from), outcome.needs.post(mutasi.to));
    let unit = |post: &crate::model::needs::Post| outcome.roster.unit(post.unit).nama.to_string();
    let far = mutasi.jarak.map(|jarak| match jarak.asal {
        AsalJarak::Domisili => format!("; dari rumah {} menjadi {}", km(jarak.lama_m), km(jarak.baru_m)),
        AsalJarak::UnitLama => format!("; {} dari unit lama", km(jarak.baru_m)),
    });
    let far = far.unwrap_or_default();
    line(out, "Rencana", &format!("pindah dari {} ke {} sebagai {}{far}", unit(from), unit(to), to.jabatan_label()));
    line(out, "Alasan", &mutasi.alasan);
    line(out, "Jika ditolak", &mutasi.jika_ditolak);
    let parts: Vec<String> = mutasi.merit.iter().map(merit).collect();
    line(out, "Kecocokan", &parts.join("; "));
}

/// `O-103 −212 poin: jarak unit lama ke unit baru 77,6 km`.
fn merit(part: &MeritPart) -> String {
    format!("{} {} poin: {}", part.code, ribuan(part.points), part.sentence)
}

/// The rules of one consequence, under their heading.
fn group(out: &mut String, outcome: &Outcome, about: &AboutPegawai, akibat: Akibat) {
    let rules = || about.aturan.iter().filter(|(telaah, _)| telaah.akibat == akibat);
    if rules().next().is_none() {
        return;
    }
    out.push('\n');
    heading(out, &format!("{} ({})", akibat.label(), rules().count()));
    for (telaah, bukti) in rules() {
        rule(out, outcome, telaah, bukti);
    }
}

fn rule(out: &mut String, outcome: &Outcome, telaah: &Telaah, bukti: &[Bukti]) {
    block(out, &format!("{:CODE$}", telaah.code), CODE, &telaah.title);
    if telaah.jawaban.is_empty() {
        return;
    }
    // Only where the answer does not say it is the severity worth a word.
    let tingkat = if telaah.akibat == Akibat::Catatan { format!(" ({})", telaah.tingkat) } else { String::new() };
    let indent = " ".repeat(CODE);
    block(out, &indent, CODE, &format!("{}{tingkat}: {}", telaah.jawaban, telaah.sentence));
    for bukti in bukti {
        block(out, &format!("{indent}· "), CODE + 2, &source(outcome, bukti));
    }
}

/// `TMT UNIT “1 Juli 2016” – pegawai.xlsx › Data › U81`.
fn source(outcome: &Outcome, bukti: &Bukti) -> String {
    let isi = match (bukti.isi.is_empty(), &bukti.sel) {
        (false, _) => format!(" “{}”", bukti.isi),
        (true, Some(_)) => " kosong".to_string(),
        (true, None) => String::new(),
    };
    let at = bukti.sel.as_ref().map(|sel| format!(" – {}", place(outcome, sel))).unwrap_or_default();
    format!("{}{isi}{at}", bukti.apa)
}
