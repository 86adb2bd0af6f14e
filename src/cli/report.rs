//! What the terminal says after a run: the month in a few lines, then what needs mending first.

use std::fmt::Write as _;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use serde_json::json;

use super::{berkas, temuan};
use crate::PROGRAM;
use crate::finding::{Finding, Severity};
use crate::model::angka::ribuan;
use crate::model::batasan::Batasan;
use crate::model::cells::Kind;
use crate::model::kamus;
use crate::model::keputusan::{HasilKeputusan, Sebab};
use crate::model::needs::Needs;
use crate::model::perubahan::JenisPerubahan;
use crate::model::plan::Plan;
use crate::model::riwayat::TanpaPembanding;
use crate::model::skenario::Skenario;
use crate::model::tanggal::{Periode, tanggal_in_words};
use crate::pipeline::{Exit, Outcome, Surat, Tumpukan};

/// Columns of the narrowest terminal we write for.
const WIDTH: usize = 80;
/// Width of the labels at the left.
const LABEL: usize = 12;
/// Width of the names of outputs.
const OUTPUT: usize = 30;

/// The whole report of a run or check.
pub fn outcome(outcome: &Outcome, folder: &Path, planned: bool, dry_run: bool) -> String {
    let mut out = String::new();
    let bold = Style::new().bold();
    let daerah = outcome.settings.daerah.full_name();
    let _ = writeln!(out, "{bold}{PROGRAM} · {daerah} · {}{bold:#}\n", outcome.roster.periode.in_words());
    for (label, text) in facts(outcome, planned) {
        paragraph(&mut out, &format!("{label:LABEL$}"), &text);
    }
    temuan::shown(&mut out, outcome, rest_is_in(planned, dry_run));
    if dry_run {
        let _ = writeln!(out, "\nTidak ada yang ditulis (--dry-run).");
    } else {
        outputs(&mut out, outcome, folder, planned);
    }
    out
}

/// Where the findings are that the terminal leaves out.
fn rest_is_in(planned: bool, dry_run: bool) -> &'static str {
    match (planned, dry_run) {
        (_, true) => "pakai --json untuk melihat semuanya",
        (true, false) => "lihat lembar Temuan",
        (false, false) => "lihat salinan bertanda di periksa/, atau pakai --json",
    }
}

/// Label and sentence of each line above the findings.
fn facts(outcome: &Outcome, planned: bool) -> Vec<(&'static str, String)> {
    let mut lines = vec![("Dibaca", berkas::used(outcome))];
    lines.extend(berkas::copies(outcome).map(|text| ("Salinan", text)));
    lines.push(("Pegawai", pegawai_line(outcome)));
    lines.extend(other_rows(outcome).map(|text| ("Data lain", text)));
    lines.extend([
        ("Temuan", findings_line(&outcome.findings)),
        ("Perubahan", changes_line(outcome)),
        ("Kebutuhan", needs_line(&outcome.needs)),
    ]);
    lines.extend(law_line(outcome).map(|line| ("Aturan", line)));
    lines.extend(asked_line(outcome, planned).map(|line| ("Konfirmasi", line)));
    if planned && outcome.plan.certificate.holds() {
        let plan = &outcome.plan;
        lines.push((
            "Rencana",
            format!(
                "{} perpindahan; kekurangan {} → {} orang ({})",
                ribuan(plan.moves.len() as i64),
                ribuan(plan.kurang_before.into()),
                ribuan(plan.kurang_after.into()),
                fewest(plan)
            ),
        ));
        lines.extend(decisions_line(outcome).map(|line| ("Keputusan", line)));
        let pairs = ribuan(plan.certificate.pairs as i64);
        let batasan = plan.batasan.as_ref();
        lines.extend(batasan.map(|batasan| ("Batas", format!("{} {}", batasan.kalimat.join(" "), batasan.bukti))));
        let proven = batasan.is_none_or(Batasan::proven) && !plan.totals.kurang_merata;
        let proven = if proven { "terbukti terbaik" } else { "terbukti menepati batas" };
        lines.push((
            "Sertifikat",
            format!("{proven}; {} pemeriksaan lulus atas {pairs} pasangan", plan.certificate.checks.len()),
        ));
    }
    lines.extend(outcome.skenario.iter().map(skenario));
    lines
}

/// The fewest places that can be left short, and what keeps the plan from it.
fn fewest(plan: &Plan) -> String {
    let fewest = ribuan(plan.kurang_reachable.into());
    match plan.held_short_by() {
        Some(by) => format!("tanpa {by} dapat menjadi {fewest}"),
        None => format!("paling sedikit yang mungkin {fewest}"),
    }
}

/// A plan under other settings, in figures; whom it places elsewhere stands in the workbook.
fn skenario(own: &Skenario) -> (&'static str, String) {
    let (moves, short) = (ribuan(own.ukuran.pindah.into()), ribuan(own.ukuran.kurang as i64));
    let other = ribuan(own.lain.len() as i64);
    let line = format!(
        "{}: {moves} perpindahan, kekurangan {short} orang; {other} orang di tempat lain (lembar Skenario)",
        own.nama
    );
    ("Skenario", line)
}

fn pegawai_line(outcome: &Outcome) -> String {
    let roster = &outcome.roster;
    let rows = roster.rows.of(Kind::Pegawai);
    let (read, used) = (ribuan(rows.read as i64), ribuan(rows.used as i64));
    let people = ribuan(roster.pegawai.len() as i64);
    let told = if rows.read == 0 {
        "tidak ada data pegawai yang terbaca".into()
    } else if rows.read > rows.used {
        format!("{used} dari {read} baris dipakai; {} perlu diperbaiki", ribuan((rows.read - rows.used) as i64))
    } else if rows.read > roster.pegawai.len() {
        format!("{people} orang dari {read} baris, semua dipakai")
    } else {
        format!("{people} orang, semua dipakai")
    };
    // Their rows are used, but an unreadable list keeps them where they are.
    let kept = match rows.used.saturating_sub(roster.digabung + roster.pegawai.len()) {
        0 => String::new(),
        count => format!("; {} orang ditahan karena daftar lain tidak terbaca", ribuan(count as i64)),
    };
    match roster.non_asn {
        0 => told + &kept,
        count => format!("{told}{kept}; {} baris non-ASN tidak dihitung", ribuan(count as i64)),
    }
}

/// What changed since the month before, in counts; why there is nothing to compare where there is none.
fn changes_line(outcome: &Outcome) -> String {
    match (&outcome.riwayat.perubahan, &outcome.riwayat.lalu) {
        (Some(perubahan), _) => perubahan.in_words(),
        (None, Ok(lalu)) => format!("tidak dibandingkan dengan {}", lalu.periode.in_words()),
        (None, Err(TanpaPembanding::Dimatikan)) => "perbandingan dengan bulan lalu dimatikan di pengaturan".into(),
        (None, Err(TanpaPembanding::TidakAda)) => "belum ada data bulan sebelumnya untuk dibandingkan".into(),
        (None, Err(TanpaPembanding::TidakTerbaca(lalu))) => {
            format!("data {} tidak terbaca, tidak dibandingkan", lalu.in_words())
        }
    }
}

/// `32 baris aspirasi, 15 baris survei kepuasan (1 tidak dipakai)`; `None` where there are no such tables.
fn other_rows(outcome: &Outcome) -> Option<String> {
    let kinds = [Kind::Puskesmas, Kind::Aspirasi, Kind::Penilaian, Kind::Hukdis, Kind::Survei, Kind::Beban];
    let told = kinds.into_iter().filter_map(|kind| {
        let rows = outcome.roster.rows.of(kind);
        let left = match rows.read - rows.used {
            0 => String::new(),
            left => format!(" ({} tidak dipakai)", ribuan(left as i64)),
        };
        (rows.read > 0).then(|| format!("{} baris {}{left}", ribuan(rows.read as i64), kind.label()))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(", "))
}

fn findings_line(findings: &[Finding]) -> String {
    let count = |severity| ribuan(findings.iter().filter(|f| f.severity() == severity).count() as i64);
    format!(
        "{} galat, {} peringatan, {} diperbaiki, {} info",
        count(Severity::Galat),
        count(Severity::Peringatan),
        count(Severity::Diperbaiki),
        count(Severity::Info)
    )
}

/// As of which day the rules hold, where that is another than the day the moves take effect or older than some of them.
fn law_line(outcome: &Outcome) -> Option<String> {
    let (law, efektif) = (&outcome.law, outcome.roster.tanggal_efektif);
    let asked = law.tanggal != efektif;
    let other = if asked { format!(", bukan {}", tanggal_in_words(efektif)) } else { String::new() };
    let younger = law.younger_in_words();
    let told = younger.as_ref().map(|told| format!("; {told}")).unwrap_or_default();
    (asked || younger.is_some()).then(|| format!("yang berlaku {}{other}{told}", tanggal_in_words(law.tanggal)))
}

/// What became of the decisions of leadership, and how far the plan is from the published one; nothing where nobody has
/// decided anything.
fn decisions_line(outcome: &Outcome) -> Option<String> {
    let plan = &outcome.plan;
    let count = |wanted: fn(&HasilKeputusan) -> bool| plan.keputusan.iter().filter(|hasil| wanted(hasil)).count();
    let changed = plan
        .terbit
        .as_ref()
        .map_or(String::new(), |terbit| format!("; {} perubahan dari rencana terbit", ribuan(terbit.berubah() as i64)));
    let tersisih = &outcome.roster.keputusan.tersisih;
    let replaced = tersisih.iter().filter(|own| matches!(own.sebab, Sebab::Digantikan(_))).count();
    let told = if replaced > 0 { format!(", {} digantikan", ribuan(replaced as i64)) } else { String::new() };
    let unused = count(|hasil| matches!(hasil, HasilKeputusan::TujuanTakDikenal(_))) + tersisih.len() - replaced;
    (!plan.keputusan.is_empty() || !tersisih.is_empty()).then(|| {
        format!(
            "{} dipenuhi, {} tidak dapat dipenuhi, {} tanpa pengaruh, {} tidak dipakai{told}{changed}",
            ribuan(count(|hasil| matches!(hasil, HasilKeputusan::Dipenuhi)) as i64),
            ribuan(count(|hasil| matches!(hasil, HasilKeputusan::TidakTerpenuhi(_))) as i64),
            ribuan(count(|hasil| matches!(hasil, HasilKeputusan::TanpaPengaruh(_))) as i64),
            ribuan(unused as i64),
        )
    })
}

/// How many names wait for a person's choice, and where; nothing where none does.
fn asked_line(outcome: &Outcome, planned: bool) -> Option<String> {
    let asked = outcome.roster.pertanyaan.len();
    let place = match planned {
        true => "pilih di lembar Perlu Konfirmasi".to_string(),
        false => format!("pilih di periksa/{}", asked_file(outcome)),
    };
    (asked > 0).then(|| format!("{} nama mirip menunggu pilihan Anda; {place}", ribuan(asked as i64)))
}

fn asked_file(outcome: &Outcome) -> String {
    format!("perlu-konfirmasi-{}.xlsx", outcome.roster.periode)
}

fn needs_line(needs: &Needs) -> String {
    let gaps: Vec<i64> = needs.posts.iter().filter_map(|post| post.gap()).collect();
    let short = gaps.iter().filter(|gap| **gap < 0);
    let over = gaps.iter().filter(|gap| **gap > 0);
    format!(
        "kurang {} orang di {} jabatan, lebih {} orang di {} jabatan",
        ribuan(-short.clone().sum::<i64>()),
        ribuan(short.count() as i64),
        ribuan(over.clone().sum::<i64>()),
        ribuan(over.count() as i64)
    )
}

/// What was written, grouped as a person looks for it.
fn outputs(out: &mut String, outcome: &Outcome, folder: &Path, planned: bool) {
    let base = format!("keluar/{}/", outcome.roster.periode);
    let asked = format!("periksa/{}", asked_file(outcome));
    let names = outcome.outputs.iter().filter_map(|path| path.strip_prefix(base.as_str()));
    let names: Vec<&str> = names.filter(|name| *name != asked).collect();
    if outcome.outputs.iter().any(|path| path == kamus::FILE) {
        let _ = writeln!(out, "\nKonfirmasi baru disimpan di {}", folder.join(kamus::FILE).display());
    }
    if outcome.exit() == Exit::NothingUsed {
        let _ = writeln!(out, "\nTidak ada yang dapat dipakai, jadi rencana tidak disusun.");
    }
    if !planned {
        let kept = "hasil lain bulan ini tidak diubah";
        if names.is_empty() {
            let _ = writeln!(out, "\nTidak ada sel yang perlu ditandai; {kept}.");
            return;
        }
        let _ = writeln!(out, "\nHasil di {}", folder.join(&base).display());
        output(out, "periksa/", &format!("{} salinan bertanda untuk diperbaiki;", names.len()));
        output(out, "", kept);
        return;
    }
    if names.is_empty() {
        let _ = writeln!(out, "\nTidak ada yang ditulis; hasil sebelumnya, bila ada, tidak diubah.");
        return;
    }
    let _ = writeln!(out, "\nHasil di {}", folder.join(&base).display());
    let count = |prefix: &str| names.iter().filter(|name| name.starts_with(prefix)).count();
    for name in names.iter().filter(|name| name.starts_with("hasil-")) {
        output(out, name, "buka ini lebih dahulu");
    }
    for name in names.iter().filter(|name| name.starts_with("edisi-pegawai-")) {
        output(out, name, "untuk diumumkan kepada pegawai");
    }
    let copies = count("periksa/");
    if copies > 0 {
        output(out, "periksa/", &format!("{copies} salinan bertanda untuk diperbaiki"));
    }
    if let Some(letters) = letters(&outcome.surat, &outcome.findings) {
        output(out, "surat/", &letters);
    }
    for (name, what) in piles(&outcome.surat) {
        output(out, name, &what);
    }
    if names.contains(&"rencana.json") {
        output(out, "rencana.json, catatan.json", "rencana dan catatan untuk audit");
    }
}

/// What was written under a name, and what it is.
fn output(out: &mut String, name: &str, what: &str) {
    block(out, &format!("  {name:OUTPUT$} "), OUTPUT + 3, what);
}

/// What letters there are, and whether some could not be made; `None` where there was nothing to write them about.
fn letters(surat: &Surat, findings: &[Finding]) -> Option<String> {
    let is_fault = |finding: &Finding| finding.kode.code.starts_with('S') && finding.severity() == Severity::Galat;
    let faults = findings.iter().any(is_fault);
    let made = in_short(surat);
    match (made.is_empty(), faults) {
        (true, false) => None,
        (true, true) => Some("tidak ada surat yang dapat dibuat; lihat temuan berkode S".into()),
        (false, faults) => Some(if faults { made + "; lihat temuan berkode S" } else { made }),
    }
}

/// The letters in short: decrees with their number apart from drafts. Empty where there are none.
pub(super) fn in_short(surat: &Surat) -> String {
    let mut parts = Vec::new();
    let people = |count: usize| format!("{} orang", ribuan(count as i64));
    match &surat.bernomor[..] {
        [] => {}
        [(nomor, orang)] => parts.push(format!("SK bernomor {nomor} ({})", people(*orang))),
        several => {
            let all = several.iter().map(|(_, orang)| orang).sum();
            parts.push(format!("{} SK bernomor ({})", several.len(), people(all)));
        }
    }
    if surat.milik_bernomor > 0 {
        parts.push(format!("{} surat yang menyertainya", ribuan(surat.milik_bernomor as i64)));
    }
    match (surat.draf_keputusan, surat.draf_petikan) {
        // Those kept may be among them.
        (0, 0) if surat.lain == 0 || surat.dipertahankan > 0 => {}
        (0, 0) if !surat.bernomor.is_empty() || surat.disetujui.surat > 0 => {}
        (0, 0) => parts.push("tanpa SK kolektif dan petikan".into()),
        (0, petikan) => parts.push(format!("draf {petikan} petikan, tanpa SK kolektif")),
        (_, 0) => parts.push("draf SK kolektif, tanpa petikan".into()),
        (_, petikan) => parts.push(format!("draf SK kolektif dan {petikan} petikan")),
    }
    if surat.lain > 0 {
        parts.push(format!("{} surat lain", ribuan(surat.lain as i64)));
    }
    if surat.gabungan > 0 {
        parts.push(format!("{} berkas gabungan untuk dicetak", ribuan(surat.gabungan as i64)));
    }
    if surat.dipertahankan > 0 {
        parts.push(format!("{} surat lama dipertahankan", ribuan(surat.dipertahankan as i64)));
    }
    parts.join(", ")
}

/// The folders of drafts, and of whom they are: once some are approved, those who wait for a number lie apart from those on
/// whom nobody has decided.
pub(super) fn piles(surat: &Surat) -> Vec<(&'static str, String)> {
    let told = |own: Tumpukan, what: &str| {
        format!("{} orang {what}; {} surat", ribuan(own.orang as i64), ribuan(own.surat as i64))
    };
    let all = [
        ("surat/draf/disetujui/", surat.disetujui, "disetujui, menunggu nomor Keputusan"),
        ("surat/draf/", surat.draf, "belum diputuskan"),
    ];
    all.into_iter().filter(|(_, own, _)| own.surat > 0).map(|(name, own, what)| (name, told(own, what))).collect()
}

/// The outcome for other programs.
pub fn json(outcome: &Outcome) -> anyhow::Result<String> {
    let rows = outcome.roster.rows.of(Kind::Pegawai);
    let value = json!({
        "program": PROGRAM,
        "periode": outcome.roster.periode,
        "kode_keluar": outcome.exit() as u8,
        "berkas": outcome.tables.sources.iter().map(|source| json!({
            "berkas": &*source.path, "sha256": source.sha256, "dipakai": source.used,
        })).collect::<Vec<_>>(),
        "pegawai": { "dibaca": rows.read, "dipakai": rows.used },
        "unit": outcome.roster.units.len(),
        "perubahan": outcome.riwayat.perubahan.as_ref().map(|perubahan| json!({
            "dibanding": perubahan.lalu,
            "jumlah": JenisPerubahan::ALL.iter()
                .map(|&jenis| (jenis.label(), perubahan.count(jenis)))
                .collect::<std::collections::BTreeMap<_, _>>(),
        })),
        "aturan_per": outcome.law.tanggal,
        "perpindahan": outcome.plan.moves.len(),
        "perlu_konfirmasi": outcome.roster.pertanyaan.len(),
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
    let _ = writeln!(out, "  {} mutasi jalankan {}", if filled { " " } else { "3." }, folder.display());
    out
}

/// A failure that stopped the program, with its causes.
pub fn failure(error: &anyhow::Error) -> String {
    const STOPPED: &str = "mutasi berhenti:";
    let style = AnsiColor::Red.on_default().bold();
    let mut out = String::new();
    block(&mut out, "", 0, &format!("{STOPPED} {}", causes(error)));
    out.trim_end().replacen(STOPPED, &format!("{style}{STOPPED}{style:#}"), 1)
}

/// The same for other programs.
pub fn failure_json(error: &anyhow::Error) -> String {
    let value = json!({ "program": PROGRAM, "kode_keluar": Exit::CannotRun as u8, "galat": causes(error) });
    format!("{value:#}")
}

fn causes(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

fn paragraph(out: &mut String, label: &str, text: &str) {
    block(out, label, LABEL, text);
}

/// Text wrapped at the terminal's width, hanging behind a label that is `indent` columns wide on screen.
pub(super) fn block(out: &mut String, label: &str, indent: usize, text: &str) {
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
    fn the_next_step_is_named_as_the_readme_names_it() {
        let told =
            |written: &[String]| folder_made(Path::new("kerja"), written, Periode::new(2026, 11).expect("a month"));
        assert!(told(&[]).contains("3. mutasi jalankan kerja"));
        assert!(told(&["masuk/2026-11/unit.xlsx".into()]).contains("mutasi jalankan kerja"));
    }

    #[test]
    fn why_the_program_stopped_and_what_letters_lack_stand_in_eighty_columns() {
        let narrow = |text: &str| text.lines().all(|line| line.chars().count() <= WIDTH);
        let told = failure(&anyhow::anyhow!("tidak dapat menulis hasil ({})", "berkas sedang dibuka, ".repeat(8)));
        let plain = anstream::adapter::strip_str(&told).to_string();
        assert!(plain.starts_with("mutasi berhenti: tidak dapat") && narrow(&plain), "{plain}");
        let mut out = String::new();
        output(
            &mut out,
            "surat/",
            "draf SK kolektif dan 8 petikan; lihat temuan berkode S, dan 12 petikan tidak dibuat",
        );
        assert!(narrow(&out) && out.lines().count() == 2, "{out}");
    }

    #[test]
    fn numbered_decrees_are_told_apart_from_drafts() {
        let none = Surat::default();
        assert_eq!(in_short(&none), "");
        let drafts = Surat { draf_keputusan: 1, draf_petikan: 19, lain: 3, ..Surat::default() };
        assert_eq!(in_short(&drafts), "draf SK kolektif dan 19 petikan, 3 surat lain");
        let numbered = Surat { bernomor: vec![("361 TAHUN 2026".into(), 4)], milik_bernomor: 8, ..drafts.clone() };
        assert_eq!(
            in_short(&numbered),
            "SK bernomor 361 TAHUN 2026 (4 orang), 8 surat yang menyertainya, draf SK kolektif dan 19 petikan, 3 surat lain"
        );
        let bernomor = vec![("361 TAHUN 2026".into(), 4), ("377 TAHUN 2026".into(), 2)];
        let two = Surat { bernomor, dipertahankan: 1, ..Surat::default() };
        assert_eq!(in_short(&two), "2 SK bernomor (6 orang), 1 surat lama dipertahankan");
        assert_eq!(in_short(&Surat { lain: 2, ..Surat::default() }), "tanpa SK kolektif dan petikan, 2 surat lain");
        let kept = Surat { lain: 2, dipertahankan: 20, ..Surat::default() };
        assert_eq!(in_short(&kept), "2 surat lain, 20 surat lama dipertahankan");
    }

    #[test]
    fn whoever_waits_for_a_number_is_told_apart_from_whoever_is_not_decided_on() {
        assert_eq!(piles(&Surat { lain: 3, ..Surat::default() }), []);
        let (disetujui, draf) = (Tumpukan { orang: 2, surat: 6 }, Tumpukan { orang: 15, surat: 16 });
        let told = piles(&Surat { disetujui, draf, ..Surat::default() });
        let [(first, waits), (second, open)] = &told[..] else { panic!("{told:?}") };
        assert_eq!(
            (*first, waits.as_str()),
            ("surat/draf/disetujui/", "2 orang disetujui, menunggu nomor Keputusan; 6 surat")
        );
        assert_eq!((*second, open.as_str()), ("surat/draf/", "15 orang belum diputuskan; 16 surat"));
    }

    #[test]
    fn long_text_hangs_within_eighty_columns() {
        let mut out = String::new();
        block(&mut out, "D-104  ", 7, &"kata ".repeat(60));
        assert!(out.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(out.lines().skip(1).all(|line| line.starts_with("       ")));
    }
}
