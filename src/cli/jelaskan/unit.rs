//! A unit: each post with its need, its people, who comes and goes, and why a place stays open.

use std::fmt::Write as _;

use super::{heading, line, place};
use crate::model::angka::ribuan;
use crate::model::jabatan::name_key;
use crate::model::needs::{Kebutuhan, Post, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::susunan::CalonJabatan;
use crate::model::unit::UnitId;
use crate::pipeline::Outcome;
use crate::pipeline::explain::AboutUnit;

/// So many names of a post are listed before the rest is counted.
const NAMED: usize = 10;

pub(super) fn shown(out: &mut String, outcome: &Outcome, about: &AboutUnit) {
    let id = about.id;
    let (roster, needs) = (&outcome.roster, &outcome.needs);
    let unit = roster.unit(id);
    heading(out, &unit.nama);
    line(out, "Kode", unit.kode.as_deref().unwrap_or_default());
    line(out, "OPD", unit.induk.as_deref().unwrap_or_default());
    line(out, "Kecamatan", unit.kecamatan.map_or("", |id| &roster.wilayah.get(id).nama));
    line(out, "Dibaca dari", &place(outcome, &unit.place));
    let posts: Vec<PostId> = needs.post_ids().filter(|post| needs.post(*post).unit == id).collect();
    if posts.is_empty() {
        let _ = writeln!(out, "\nTidak ada jabatan unit ini di data bulan ini.");
    }
    asked(out, outcome, id);
    for post in posts {
        out.push('\n');
        of_post(out, outcome, post);
        outcome.plan.calon.iter().filter(|calon| calon.post == post).for_each(|calon| candidates(out, outcome, calon));
    }
}

fn of_post(out: &mut String, outcome: &Outcome, id: PostId) {
    let post = outcome.needs.post(id);
    heading(out, &post.jabatan_label());
    let after = outcome.plan.posts.get(id.0 as usize).map_or(post.riil, |outcome| outcome.after);
    match &post.kebutuhan {
        Some(need) => {
            line(out, "Kebutuhan", &need_in_words(outcome, need));
            let told = |present: u32| format!("{} orang, {}", ribuan(present.into()), gap(post, present));
            line(out, "Sekarang", &format!("{} (menurut {})", told(post.riil), post.sumber_riil.label()));
            line(out, "Rencana", &told(after));
        }
        None => {
            line(out, "Kebutuhan", "belum diketahui, jadi tidak ada yang dipindahkan ke sini atau dari sini");
            line(
                out,
                "Sekarang",
                &format!("{} orang (menurut {})", ribuan(post.riil.into()), post.sumber_riil.label()),
            );
        }
    }
    people(out, outcome, id);
    for mutasi in outcome.plan.moves.iter().filter(|mutasi| mutasi.from == id) {
        let to = outcome.needs.post(mutasi.to);
        line(out, "Keluar", &format!("{} ke {}", name(outcome, mutasi.pegawai), outcome.roster.unit(to.unit).nama));
        line(out, "  Alasan", &mutasi.alasan);
    }
    for mutasi in outcome.plan.moves.iter().filter(|mutasi| mutasi.to == id) {
        let from = outcome.needs.post(mutasi.from);
        line(out, "Masuk", &format!("{} dari {}", name(outcome, mutasi.pegawai), outcome.roster.unit(from.unit).nama));
        line(out, "  Alasan", &mutasi.alasan);
    }
    for open in outcome.plan.unfilled.iter().filter(|open| open.post == id) {
        line(out, "Tetap kosong", &format!("{} tempat. {}", ribuan(open.kurang.into()), open.alasan));
        line(out, "Saran", &open.saran);
        line(out, "Ditambah satu", &open.harga_lagi);
    }
}

/// Who else could come and what would change, and who just fails; those who are chosen stand above.
fn candidates(out: &mut String, outcome: &Outcome, calon: &CalonJabatan) {
    let from = |id: PegawaiId| {
        let unit = &outcome.roster.unit(outcome.roster.pegawai(id).unit).nama;
        format!("{} dari {unit}", name(outcome, id))
    };
    for each in &calon.calon {
        line(out, "Dapat datang", &format!("{}: {}", from(each.pegawai), each.kalimat));
    }
    if calon.tertahan > 0 {
        let count = ribuan(calon.tertahan.into());
        let told =
            format!("{count} orang memenuhi semua aturan, tetapi unitnya menjadi lebih kurang daripada sekarang");
        line(out, "Belum dilepas", &told);
    }
    for each in &calon.hampir {
        let notes = each.aturan.iter().map(|note| format!("{} ({})", note.code, note.sentence));
        line(out, "Hampir", &format!("{}: {}", from(each.pegawai), notes.collect::<Vec<_>>().join("; ")));
    }
}

/// `6 (resmi): 6 rombel × 1 guru kelas; sekolah.xlsx › Sheet1 › I7`.
fn need_in_words(outcome: &Outcome, need: &Kebutuhan) -> String {
    let figure = need.angka();
    let other = need.lain.iter().map(|lain| format!("; menurut {} {}", lain.sumber.label(), lain.uraian));
    let other: String = other.collect();
    let at = need.place.as_ref().map(|at| format!(" – {}", place(outcome, at)));
    let at = at.unwrap_or_default();
    format!("{figure} orang ({}): {}{other}{at}", need.sumber.label(), need.uraian)
}

fn gap(post: &Post, present: u32) -> String {
    match post.gap_of(present) {
        Some(gap) if gap < 0 => format!("kurang {}", ribuan(-gap)),
        Some(gap) if gap > 0 => format!("lebih {}", ribuan(gap)),
        Some(_) => "sesuai".into(),
        None => "kebutuhan belum diketahui".into(),
    }
}

/// People who count in no post: the name of their jabatan is asked about.
fn asked(out: &mut String, outcome: &Outcome, id: UnitId) {
    let (roster, needs) = (&outcome.roster, &outcome.needs);
    let of_unit = roster.pegawai_ids().filter(|pegawai| roster.pegawai(*pegawai).unit == id);
    let waiting = of_unit.filter(|pegawai| {
        let key = name_key(&roster.pegawai(*pegawai).jabatan.nama);
        needs.post_of[pegawai.0 as usize].is_none() && roster.asks_jabatan(id, &key)
    });
    let mut names: Vec<String> = waiting.map(|id| roster.pegawai(id).label()).collect();
    if names.is_empty() {
        return;
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(format!("dan {} orang lain", ribuan(more as i64)));
    }
    out.push('\n');
    line(out, "Ditanyakan", &format!("{}; nama jabatannya menunggu jawaban di Perlu Konfirmasi", names.join(", ")));
}

/// The holders by name, and rows that could not be used.
fn people(out: &mut String, outcome: &Outcome, id: PostId) {
    let holders: Vec<PegawaiId> =
        outcome.roster.pegawai_ids().filter(|pegawai| outcome.needs.post_of[pegawai.0 as usize] == Some(id)).collect();
    let told = |pegawai: &PegawaiId| {
        let absent = if outcome.needs.fills[pegawai.0 as usize] { "" } else { " (tidak dihitung mengisi)" };
        format!("{}{absent}", outcome.roster.pegawai(*pegawai).nama.as_str())
    };
    let mut names: Vec<String> = holders.iter().take(NAMED).map(told).collect();
    if holders.len() > NAMED {
        names.push(format!("dan {} orang lain", ribuan((holders.len() - NAMED) as i64)));
    }
    let unread = outcome.needs.post(id).tak_terbaca;
    if unread > 0 {
        names.push(format!("{} baris yang perlu diperbaiki", ribuan(unread.into())));
    }
    line(out, "Pegawai", &names.join("; "));
}

fn name(outcome: &Outcome, id: PegawaiId) -> String {
    outcome.roster.pegawai(id).label()
}
