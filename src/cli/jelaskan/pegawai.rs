//! A person: who, what the plan says, and every rule with both sides of its comparison and the cells they stand in.

use std::fmt::Write as _;

use super::{harga, heading, line, place, temuan};
use crate::cli::report::block;
use crate::finding::Place;
use crate::model::angka::jauh;
use crate::model::plan::{AsalJarak, Move};
use crate::model::telaah::{Akibat, Nilai, Telaah};
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
    let putusan = &about.putusan;
    if let Some(mutasi) = planned {
        moves(out, outcome, mutasi);
    }
    line(out, "Rencana", putusan.tetap.as_deref().unwrap_or_default());
    line(out, if about.asked { "Ke sana?" } else { "Tempat lain" }, putusan.lain.as_deref().unwrap_or_default());
    putusan.cadangan.iter().for_each(|of| line(out, "Pengganti", of));
    if let Some(harga) = &putusan.harga {
        harga::shown(out, if putusan.lain.is_some() { "Harganya" } else { "Yang dilepas" }, harga);
    }
    if !about.temuan.is_empty() {
        out.push('\n');
        heading(out, &format!("Temuan pada barisnya ({})", about.temuan.len()));
        temuan(out, outcome, &about.temuan);
    }
    match putusan.tujuan {
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
    let mut shown = Shown::default();
    for daftar in Daftar::ALL {
        group(out, outcome, about, daftar, &mut shown);
    }
}

/// The lists of rules, what a reader wants to know first in front.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Daftar {
    TidakTerpenuhi,
    /// Met or not, it speaks for moving and holds nobody back.
    Dianjurkan,
    TidakDapatDinilai,
    Terpenuhi,
    TanpaTujuan,
    Dimatikan,
}

impl Daftar {
    const ALL: [Daftar; 6] = [
        Daftar::TidakTerpenuhi,
        Daftar::Dianjurkan,
        Daftar::TidakDapatDinilai,
        Daftar::Terpenuhi,
        Daftar::TanpaTujuan,
        Daftar::Dimatikan,
    ];

    fn of(telaah: &Telaah) -> Daftar {
        match (telaah.nilai, telaah.akibat) {
            (_, Akibat::Dimatikan) => Daftar::Dimatikan,
            (_, Akibat::Dianjurkan) => Daftar::Dianjurkan,
            (Some(Nilai::TidakTerpenuhi), _) => Daftar::TidakTerpenuhi,
            (Some(Nilai::TidakDapatDinilai), _) => Daftar::TidakDapatDinilai,
            (Some(Nilai::Terpenuhi), _) => Daftar::Terpenuhi,
            (None, _) => Daftar::TanpaTujuan,
        }
    }

    fn label(self) -> &'static str {
        match self {
            Daftar::TidakTerpenuhi => "Tidak terpenuhi",
            Daftar::Dianjurkan => Akibat::Dianjurkan.label(),
            Daftar::TidakDapatDinilai => "Tidak dapat dinilai",
            Daftar::Terpenuhi => "Terpenuhi",
            Daftar::TanpaTujuan => "Baru dapat diperiksa terhadap tempat tujuan",
            Daftar::Dimatikan => "Dimatikan, tidak diperiksa",
        }
    }
}

/// What follows from an answer, where something does: beside the sentence.
fn akibat(telaah: &Telaah) -> &'static str {
    match telaah.akibat {
        Akibat::Menahan => "menahan perpindahan: ",
        Akibat::Catatan if telaah.nilai == Some(Nilai::Terpenuhi) => "dengan catatan: ",
        Akibat::Catatan => "tidak menahan, perlu dilihat: ",
        Akibat::Dianjurkan | Akibat::TidakAda | Akibat::TidakDinilai | Akibat::TanpaTujuan | Akibat::Dimatikan => "",
    }
}

/// Evidence already printed, in order: each is printed once and named by its number afterwards.
#[derive(Default)]
struct Shown(Vec<String>);

fn moves(out: &mut String, outcome: &Outcome, mutasi: &Move) {
    let (from, to) = (outcome.needs.post(mutasi.from), outcome.needs.post(mutasi.to));
    let unit = |post: &crate::model::needs::Post| outcome.roster.unit(post.unit).nama.to_string();
    let far = mutasi.jarak.map(|jarak| match jarak.asal {
        AsalJarak::Domisili => format!("; dari rumah {} menjadi {}", jauh(jarak.lama_m), jauh(jarak.baru_m)),
        AsalJarak::UnitLama => format!("; {} dari unit lama", jauh(jarak.baru_m)),
    });
    let far = far.unwrap_or_default();
    line(out, "Rencana", &format!("Pindah dari {} ke {} sebagai {}{far}", unit(from), unit(to), to.jabatan_label()));
    line(out, "Alasan", &mutasi.alasan);
    line(out, "Jika batal", &mutasi.jika_ditolak);
    harga::merit(out, "Kecocokan", &mutasi.merit);
}

/// The rules of one list, under their heading; in the first list those that hold a move back first.
fn group(out: &mut String, outcome: &Outcome, about: &AboutPegawai, daftar: Daftar, shown: &mut Shown) {
    let mut rules: Vec<&(Telaah, Vec<Bukti>)> =
        about.aturan.iter().filter(|(telaah, _)| Daftar::of(telaah) == daftar).collect();
    if rules.is_empty() {
        return;
    }
    rules.sort_by_key(|(telaah, _)| telaah.akibat);
    out.push('\n');
    heading(out, &format!("{} ({})", daftar.label(), rules.len()));
    for (telaah, bukti) in rules {
        rule(out, outcome, telaah, bukti, shown);
    }
}

fn rule(out: &mut String, outcome: &Outcome, telaah: &Telaah, bukti: &[Bukti], shown: &mut Shown) {
    block(out, &format!("{:CODE$}", telaah.code), CODE, &telaah.title);
    if telaah.sentence.is_empty() {
        return;
    }
    let indent = " ".repeat(CODE);
    block(out, &indent, CODE, &format!("{}{}", akibat(telaah), telaah.sentence));
    let mut known: Vec<String> = Vec::new();
    for source in sources(outcome, bukti) {
        let number = match shown.0.iter().position(|other| *other == source) {
            Some(at) => {
                known.push(format!("[{}]", at + 1));
                continue;
            }
            None => {
                shown.0.push(source.clone());
                shown.0.len()
            }
        };
        let mark = format!("{indent}[{number}] ");
        let width = mark.chars().count();
        block(out, &mark, width, &source);
    }
    if !known.is_empty() {
        block(out, &indent, CODE, &format!("lihat {}", known.join(" ")));
    }
}

/// Each value with the cells it stands in; cells of one sheet that say the same stand together.
fn sources(outcome: &Outcome, bukti: &[Bukti]) -> Vec<String> {
    let mut merged: Vec<(&Bukti, Vec<&Place>)> = Vec::new();
    for one in bukti {
        let sheet = |place: &Place| (place.file.clone(), place.sheet.clone());
        let alike = |other: &Bukti| {
            (&other.apa, &other.isi, other.sel.as_ref().map(sheet)) == (&one.apa, &one.isi, one.sel.as_ref().map(sheet))
        };
        match merged.iter_mut().find(|(other, _)| alike(other)) {
            Some((_, cells)) => cells.extend(one.sel.iter().filter(|cell| !cells.contains(cell)).collect::<Vec<_>>()),
            None => merged.push((one, one.sel.iter().collect())),
        }
    }
    merged.iter().map(|(bukti, cells)| source(outcome, bukti, cells)).collect()
}

/// `TMT UNIT “1 Juli 2016” – pegawai.xlsx › Data › U81, U90`.
fn source(outcome: &Outcome, bukti: &Bukti, cells: &[&Place]) -> String {
    let isi = match (bukti.isi.is_empty(), &bukti.sel) {
        (false, _) => format!(" “{}”", bukti.isi),
        (true, Some(_)) => " kosong".to_string(),
        (true, None) => String::new(),
    };
    let at = cells.first().map(|cell| format!(" – {}", place(outcome, cell))).unwrap_or_default();
    let more = cells.iter().skip(1).filter_map(|cell| cell.cell).map(|cell| format!(", {cell}"));
    format!("{}{isi}{at}{}", bukti.apa, more.collect::<String>())
}
