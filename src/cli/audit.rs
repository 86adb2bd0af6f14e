//! What the terminal says of a plan that was checked again.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::report::block;
use super::temuan;
use crate::PROGRAM;
use crate::model::plan::AuditCheck;
use crate::pipeline::audit::Audited;

/// Width of the answer at the left of each check.
const LABEL: usize = 7;
/// Letters that are named; the rest are counted.
const NAMED: usize = 5;

/// Each check with its figures, then the answer.
pub fn report(audited: &Audited) -> String {
    let mut out = String::new();
    let bold = Style::new().bold();
    let daerah = audited.outcome.settings.daerah.full_name();
    let _ = writeln!(out, "{bold}{PROGRAM} · {daerah} · {}{bold:#}", audited.outcome.roster.periode.in_words());
    let day = crate::model::tanggal::tanggal_in_words(audited.outcome.law.tanggal);
    block(&mut out, "", 0, &format!("Pemeriksaan ulang {}, aturan per {day}", audited.rencana));
    out.push('\n');
    temuan::settings(&mut out, &audited.outcome.findings);
    audited.checks.iter().for_each(|check| one(&mut out, check));
    letters(&mut out, &audited.bernomor);
    out.push('\n');
    block(&mut out, "", 0, &answer(audited));
    out
}

fn one(out: &mut String, check: &AuditCheck) {
    let mut lines = String::new();
    let label = if check.passed { "lulus" } else { "GAGAL" };
    block(&mut lines, &format!("{label:LABEL$}"), LABEL, check.title);
    block(&mut lines, &" ".repeat(LABEL), LABEL, &check.detail);
    if check.passed {
        out.push_str(&lines);
        return;
    }
    let red = Style::new().fg_color(Some(AnsiColor::Red.into()));
    for line in lines.lines() {
        let _ = writeln!(out, "{red}{line}{red:#}");
    }
}

/// Papers of numbered decrees that are not as they were made.
fn letters(out: &mut String, changed: &[String]) {
    if changed.is_empty() {
        return;
    }
    let yellow = Style::new().fg_color(Some(AnsiColor::Yellow.into()));
    let mut lines = String::new();
    let indent = " ".repeat(LABEL);
    block(
        &mut lines,
        &format!("{:LABEL$}", "catat"),
        LABEL,
        "Surat Keputusan bernomor ditandatangani, diubah, atau dipindahkan di luar program",
    );
    let named = changed.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    let more = match changed.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(", dan {more} lainnya"),
    };
    block(
        &mut lines,
        &indent,
        LABEL,
        &format!("{named}{more}. Wajar jika sudah ditandatangani; jika tidak, pakai salinan aslinya."),
    );
    for line in lines.lines() {
        let _ = writeln!(out, "{yellow}{line}{yellow:#}");
    }
}

fn answer(audited: &Audited) -> String {
    let all = audited.checks.len();
    match audited.checks.iter().filter(|check| !check.passed).count() {
        0 => format!("Rencana ini sah: {all} dari {all} pemeriksaan lulus."),
        _ if audited.plan_holds() => {
            "Rencana ini sah, tetapi buku kerja atau surat di folder keluar tidak lagi seperti yang \
                                      ditulis. Buat lagi dengan mutasi jalankan, atau kembalikan berkas yang berubah."
                .into()
        }
        failed => format!(
            "Rencana ini tidak dapat dipertanggungjawabkan: {failed} dari {all} pemeriksaan gagal. Susun lagi dengan \
             mutasi jalankan, atau kembalikan berkas yang berubah."
        ),
    }
}
