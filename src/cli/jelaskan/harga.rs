//! A price in the terminal: each goal and what becomes of it, and the points part by part with their sum.

use super::LABEL;
use crate::cli::report::block;
use crate::model::angka::ribuan;
use crate::model::plan::MeritPart;
use crate::model::telaah::Harga;

/// Width of the points, with sign and thousands.
const POINTS: usize = 7;

/// What another plan costs beside the one made.
pub(super) fn shown(out: &mut String, label: &str, harga: &Harga) {
    let opening = format!("dibanding rencana ini, menurut urutan tujuannya{}:", harga.syarat);
    block(out, &format!("{label:LABEL$}"), LABEL, &opening);
    for (number, name, words) in &harga.tujuan {
        block(out, &format!("{:LABEL$}tujuan {number}, ", ""), LABEL + 4, &format!("{name}: {words}"));
    }
    if harga.bagian.is_empty() {
        return;
    }
    block(out, &" ".repeat(LABEL), LABEL, "Poin kecocokan rencana ini dikurangi poin susunan itu:");
    for part in &harga.bagian {
        points(out, part.code, part.points, part.title);
    }
    points(out, "jumlah", harga.jumlah, "");
}

/// The points of a move, objective by objective, with their sum.
pub(super) fn merit(out: &mut String, label: &str, parts: &[MeritPart]) {
    let sum: i64 = parts.iter().map(|part| part.points).sum();
    block(out, &format!("{label:LABEL$}"), LABEL, &format!("{} poin, jumlah dari:", ribuan(sum)));
    for part in parts {
        points(out, part.code, part.points, &part.sentence);
    }
}

fn points(out: &mut String, code: &str, points: i64, text: &str) {
    let head = format!("{:LABEL$}{code:6}{:>POINTS$}", "", ribuan(points));
    if text.is_empty() {
        out.push_str(&head);
        out.push('\n');
    } else {
        block(out, &(head + "  "), LABEL + 6 + POINTS + 2, text);
    }
}
