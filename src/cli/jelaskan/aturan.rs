//! A rule: what it says, on what it rests, how it holds in this folder, how often it bit, and where its line is.

use std::fmt::Write as _;

use super::{heading, line};
use crate::cli::report::block;
use crate::model::angka::ribuan;
use crate::model::tanggal::Sejak;
use crate::model::telaah::{Akibat, Kasus};
use crate::pipeline::Outcome;
use crate::pipeline::explain::AboutAturan;

pub(super) fn shown(out: &mut String, outcome: &Outcome, about: &AboutAturan) {
    let tally = &about.tally;
    heading(out, &format!("{}  {}", tally.code, tally.title_now()));
    line(out, "Dasar", &tally.basis);
    line(out, "Tingkat", tally.tingkat);
    line(out, "Angka", &tally.parameter);
    line(out, "Sejak", &tally.sejak.map_or("pilihan kantor".to_string(), Sejak::in_words));
    let changed = match (&tally.bawaan, tally.daerah) {
        (Some(bawaan), _) => format!("ya, oleh mutasi.toml folder ini; bawaannya {bawaan}"),
        (None, true) => "aturan daerah sendiri, ditulis di mutasi.toml folder ini".into(),
        (None, false) => "tidak".into(),
    };
    line(out, "Diubah", &changed);
    line(out, "Kali ini", &bitten(about));
    if !about.kasus.is_empty() {
        let _ = writeln!(out, "\nKejadian dalam data bulan ini (paling banyak tiga):");
    }
    for kasus in &about.kasus {
        block(out, "  ", 4, &case(outcome, kasus));
    }
    if !about.contoh.is_empty() {
        out.push('\n');
        let made_for = about
            .contoh_untuk
            .as_ref()
            .map(|numbers| format!(", dibuat untuk angka bawaan {numbers}; yang berlaku di sini tertulis pada Angka"));
        block(out, "", 0, &format!("Contoh di kedua sisi batasnya{}:", made_for.unwrap_or_default()));
    }
    for (answer, sentence) in &about.contoh {
        block(out, "  ", 4, &format!("{answer}: {sentence}"));
    }
}

/// Who, where to, and what the rule said.
fn case(outcome: &Outcome, kasus: &Kasus) -> String {
    let pegawai = outcome.roster.pegawai(kasus.pegawai);
    let unit = |unit| &outcome.roster.unit(unit).nama;
    let ke = kasus.ke.map(|to| {
        let post = outcome.needs.post(to);
        format!(" ke {} sebagai {}", unit(post.unit), post.jabatan_label())
    });
    let effect = match kasus.akibat {
        Akibat::Menahan => "ditahan",
        Akibat::Catatan => "diberi catatan",
        Akibat::Dianjurkan => "dianjurkan pindah",
        Akibat::TidakDinilai => "tidak dapat dinilai",
        Akibat::TidakAda | Akibat::TanpaTujuan | Akibat::Dimatikan => "terpenuhi",
    };
    let ke = ke.unwrap_or_default();
    format!("{}, {}{ke}: {effect}; {}", pegawai.label(), unit(pegawai.unit), kasus.sentence)
}

/// The counts of the sheet *Aturan*, in words.
fn bitten(about: &AboutAturan) -> String {
    let tally = &about.tally;
    let counts = [
        (u64::from(tally.people), "pegawai tertahan di tempatnya"),
        (tally.pairs, "pasangan pegawai dan tempat ditolak"),
        (u64::from(tally.warned_moves), "usulan perpindahan membawa catatannya"),
        (u64::from(tally.urged_moves), "usulan perpindahan dianjurkannya"),
    ];
    counts.map(|(count, what)| format!("{} {what}", ribuan(count as i64))).join("; ")
}
