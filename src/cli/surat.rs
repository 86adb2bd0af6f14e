//! What the terminal says of letters that were written by themselves.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anstyle::{AnsiColor, Style};

use super::report::{block, in_short, piles};
use crate::PROGRAM;
use crate::finding::Severity;
use crate::model::angka::ribuan;
use crate::pipeline::surat::Letters;

/// Width of the codes at the left.
const LABEL: usize = 7;

/// What is wrong with letters, then what was written where.
pub fn report(letters: &Letters, folder: &Path, dry_run: bool) -> String {
    let mut out = String::new();
    let bold = Style::new().bold();
    let _ = writeln!(out, "{bold}{PROGRAM} · surat{bold:#}\n");
    for finding in &letters.findings {
        let colour = if finding.severity() == Severity::Galat { AnsiColor::Red } else { AnsiColor::Yellow };
        let style = colour.on_default().bold();
        block(&mut out, &format!("{style}{:LABEL$}{style:#}", finding.kode.code), LABEL, &finding.place.to_string());
        block(&mut out, &" ".repeat(LABEL), LABEL, &finding.problem);
        block(&mut out, &" ".repeat(LABEL), LABEL, &finding.remedy);
    }
    if !letters.findings.is_empty() {
        out.push('\n');
    }
    match (letters.outputs.is_empty(), dry_run) {
        (true, _) if letters.kept > 0 => out.push_str("Tidak ada surat yang ditulis; yang lama tidak diubah.\n"),
        (true, _) => out.push_str("Tidak ada surat yang dibuat.\n"),
        (false, true) => out.push_str("Surat dapat dibuat; tidak ada yang ditulis (--dry-run).\n"),
        (false, false) => written(&mut out, letters, folder),
    }
    let siap = letters.kept.saturating_sub(letters.surat.dipertahankan);
    if siap > 0 && !dry_run {
        let told = format!("{} surat Keputusan yang siap ditandatangani tidak ditulis ulang", ribuan(siap as i64));
        block(&mut out, "        ", 8, &told);
    }
    let short = in_short(&letters.surat);
    if !short.is_empty() {
        block(&mut out, "Isinya  ", 8, &short);
    }
    for (name, what) in piles(&letters.surat) {
        block(&mut out, "        ", 8, &format!("{name} {what}"));
    }
    out
}

/// How many letters lie in each folder, or the one there is.
fn written(out: &mut String, letters: &Letters, folder: &Path) {
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    for path in &letters.outputs {
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        *folders.entry(parent).or_default() += 1;
    }
    if let [only] = &letters.outputs[..] {
        block(out, "Ditulis ", 8, &folder.join(only).display().to_string());
        return;
    }
    for (name, count) in folders {
        block(out, "Ditulis ", 8, &format!("{} surat di {}", ribuan(count as i64), folder.join(name).display()));
    }
}
