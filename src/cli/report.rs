//! What the terminal says after a run: the month in a few lines, then what needs mending first.

use std::fmt::Write as _;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use serde_json::json;

use crate::PROGRAM;
use crate::finding::{Finding, Severity};
use crate::model::needs::Needs;
use crate::model::tanggal::Periode;
use crate::pipeline::Outcome;

/// Columns of the narrowest terminal we write for.
const WIDTH: usize = 80;
/// Width of the labels at the left.
const LABEL: usize = 12;
/// Findings shown in the terminal; the rest is in the workbook.
const SHOWN: usize = 10;

/// The whole report of a run or check.
pub fn outcome(outcome: &Outcome, folder: &Path, planned: bool, dry_run: bool) -> String {
    let mut out = String::new();
    let bold = Style::new().bold();
    let daerah = outcome.settings.daerah.full_name();
    let _ = writeln!(out, "{bold}{PROGRAM} · {daerah} · {}{bold:#}\n", outcome.roster.periode.in_words());
    for (label, text) in facts(outcome, planned) {
        paragraph(&mut out, &format!("{label:LABEL$}"), &text);
    }
    findings(&mut out, outcome);
    if dry_run {
        let _ = writeln!(out, "\nTidak ada yang ditulis (--dry-run).");
    } else {
        outputs(&mut out, outcome, folder, planned);
    }
    out
}

/// Label and sentence of each line above the findings.
fn facts(outcome: &Outcome, planned: bool) -> Vec<(&'static str, String)> {
    let (tables, roster) = (&outcome.tables, &outcome.roster);
    let used = tables.sources.iter().filter(|source| source.used).count();
    let mut lines = vec![
        (
            "Dibaca",
            format!("{used} dari {} berkas; {} unit kerja", tables.sources.len(), number(roster.units.len() as i64)),
        ),
        ("Pegawai", pegawai_line(outcome)),
        ("Temuan", findings_line(&outcome.findings)),
        ("Kebutuhan", needs_line(&outcome.needs)),
    ];
    if planned {
        let plan = &outcome.plan;
        lines.push((
            "Rencana",
            format!(
                "{} perpindahan; kekurangan {} → {} orang (paling sedikit yang mungkin {})",
                number(plan.moves.len() as i64),
                number(plan.kurang_before.into()),
                number(plan.kurang_after.into()),
                number(plan.kurang_reachable.into())
            ),
        ));
        let pairs = number(plan.certificate.pairs as i64);
        lines.push((
            "Sertifikat",
            format!("terbukti terbaik; {} pemeriksaan lulus atas {pairs} pasangan", plan.certificate.checks.len()),
        ));
    }
    lines
}

fn pegawai_line(outcome: &Outcome) -> String {
    let rows = outcome.roster.rows_pegawai;
    let (read, used) = (number(rows.read as i64), number(rows.used as i64));
    if rows.read == rows.used {
        format!("{used} orang, semua dipakai")
    } else {
        format!("{used} dari {read} baris dipakai; {} perlu diperbaiki", number((rows.read - rows.used) as i64))
    }
}

fn findings_line(findings: &[Finding]) -> String {
    let count = |severity| number(findings.iter().filter(|f| f.severity() == severity).count() as i64);
    format!(
        "{} galat, {} peringatan, {} diperbaiki, {} info",
        count(Severity::Galat),
        count(Severity::Peringatan),
        count(Severity::Diperbaiki),
        count(Severity::Info)
    )
}

fn needs_line(needs: &Needs) -> String {
    let gaps: Vec<i64> = needs.posts.iter().filter_map(|post| post.gap()).collect();
    let short = gaps.iter().filter(|gap| **gap < 0);
    let over = gaps.iter().filter(|gap| **gap > 0);
    format!(
        "kurang {} orang di {} jabatan, lebih {} orang di {} jabatan",
        number(-short.clone().sum::<i64>()),
        number(short.count() as i64),
        number(over.clone().sum::<i64>()),
        number(over.count() as i64)
    )
}

/// The first findings that need mending, gravest first.
fn findings(out: &mut String, outcome: &Outcome) {
    let mut grave: Vec<&Finding> =
        outcome.findings.iter().filter(|f| matches!(f.severity(), Severity::Galat | Severity::Peringatan)).collect();
    grave.sort_by_key(|finding| finding.severity());
    if grave.is_empty() {
        return;
    }
    let _ = writeln!(out);
    for finding in grave.iter().take(SHOWN) {
        let colour = match finding.severity() {
            Severity::Galat => AnsiColor::Red,
            Severity::Peringatan | Severity::Diperbaiki | Severity::Info => AnsiColor::Yellow,
        };
        let style = colour.on_default().bold();
        let head = format!("{}   {}", finding.place, finding.problem);
        let label = format!("{style}{:7}{style:#}", finding.kode.code);
        block(out, &label, 7, &head);
        block(out, "       ", 7, &finding.remedy);
    }
    if grave.len() > SHOWN {
        let _ =
            writeln!(out, "       … dan {} temuan lain, lihat lembar Temuan.", number((grave.len() - SHOWN) as i64));
    }
}

/// What was written, grouped as a person looks for it.
fn outputs(out: &mut String, outcome: &Outcome, folder: &Path, planned: bool) {
    let base = format!("keluar/{}/", outcome.roster.periode);
    let names: Vec<&str> = outcome.outputs.iter().filter_map(|path| path.strip_prefix(base.as_str())).collect();
    if !planned {
        let kept = "hasil lain bulan ini tidak diubah";
        let _ = match names.len() {
            0 => writeln!(out, "\nTidak ada sel yang perlu ditandai; {kept}."),
            copies => writeln!(
                out,
                "\nHasil di {}\n  {:30} {copies} salinan bertanda untuk diperbaiki;\n  {:30} {kept}",
                folder.join(&base).display(),
                "periksa/",
                ""
            ),
        };
        return;
    }
    let _ = writeln!(out, "\nHasil di {}", folder.join(&base).display());
    let count = |prefix: &str| names.iter().filter(|name| name.starts_with(prefix)).count();
    for name in names.iter().filter(|name| name.starts_with("hasil-")) {
        let _ = writeln!(out, "  {name:30} buka ini lebih dahulu");
    }
    let copies = count("periksa/");
    if copies > 0 {
        let _ = writeln!(out, "  {:30} {copies} salinan bertanda untuk diperbaiki", "periksa/");
    }
    let petikan = count("surat/petikan/");
    if count("surat/") > 0 {
        let _ = writeln!(out, "  {:30} draf SK kolektif dan {petikan} petikan", "surat/");
    }
    if names.contains(&"rencana.json") {
        let _ = writeln!(out, "  {:30} rencana dan catatan untuk audit", "rencana.json, catatan.json");
    }
}

/// The outcome for other programs.
pub fn json(outcome: &Outcome) -> anyhow::Result<String> {
    let rows = outcome.roster.rows_pegawai;
    let value = json!({
        "program": PROGRAM,
        "periode": outcome.roster.periode,
        "kode_keluar": outcome.exit() as u8,
        "berkas": outcome.tables.sources.iter().map(|source| json!({
            "berkas": &*source.path, "sha256": source.sha256, "dipakai": source.used,
        })).collect::<Vec<_>>(),
        "pegawai": { "dibaca": rows.read, "dipakai": rows.used },
        "unit": outcome.roster.units.len(),
        "perpindahan": outcome.plan.moves.len(),
        "kurang": { "sebelum": outcome.plan.kurang_before, "sesudah": outcome.plan.kurang_after },
        "temuan": outcome.findings,
        "hasil": outcome.outputs,
    });
    Ok(serde_json::to_string_pretty(&value)?)
}

/// What `init` and `sample` say.
pub fn folder_made(folder: &Path, written: &[String], periode: Periode) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "Folder kerja {} siap:", folder.display());
    for path in written {
        let _ = writeln!(out, "  {path}");
    }
    let _ = writeln!(out, "\nLangkah berikutnya:");
    let filled = written.iter().any(|path| path.starts_with("masuk/"));
    if !filled {
        let _ = writeln!(out, "  1. sesuaikan mutasi.toml dengan daerah Anda");
        let _ = writeln!(out, "  2. taruh buku kerja bulan ini di masuk/{periode}/");
    }
    let _ = writeln!(out, "  {} mutasi run {}", if filled { " " } else { "3." }, folder.display());
    out
}

/// A failure that stopped the program, with its causes.
pub fn failure(error: &anyhow::Error) -> String {
    let style = AnsiColor::Red.on_default().bold();
    let causes = error.chain().map(ToString::to_string).collect::<Vec<_>>().join(": ");
    format!("{style}mutasi berhenti:{style:#} {causes}")
}

/// A number with a point for thousands, as Indonesian prints it.
fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            out.push('.');
        }
        out.push(digit);
    }
    if value < 0 { format!("−{out}") } else { out }
}

fn paragraph(out: &mut String, label: &str, text: &str) {
    block(out, label, LABEL, text);
}

/// Text wrapped at the terminal's width, hanging behind a label that is `indent` columns wide on screen.
fn block(out: &mut String, label: &str, indent: usize, text: &str) {
    let mut line = String::new();
    let mut first = true;
    let mut flush = |line: &mut String| {
        let head = if std::mem::take(&mut first) { label.to_string() } else { " ".repeat(indent) };
        let _ = writeln!(out, "{head}{line}");
        line.clear();
    };
    for word in text.split(' ') {
        let wide = line.chars().count() + 1 + word.chars().count() > WIDTH - indent;
        if wide && !line.is_empty() {
            flush(&mut line);
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    flush(&mut line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_in_indonesian() {
        for (value, text) in [(0, "0"), (999, "999"), (1_250, "1.250"), (1_234_567, "1.234.567"), (-12_000, "−12.000")]
        {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn long_text_hangs_within_eighty_columns() {
        let mut out = String::new();
        block(&mut out, "D-104  ", 7, &"kata ".repeat(60));
        assert!(out.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(out.lines().skip(1).all(|line| line.starts_with("       ")));
    }
}
