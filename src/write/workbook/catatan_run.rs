//! Sheet *Catatan Run*: what went in, with which settings, and what the audit says of what came out.

use jiff::civil::Date;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::kalimat::certificate_in_words;
use super::style::Look;
use super::table::{Column, Heading, List, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::PROGRAM;
use crate::law::Law;
use crate::model::angka::ribuan;
use crate::model::cells::{Format, Kind, Source};
use crate::model::plan::LEVEL_NAMES;
use crate::model::roster::RowCount;
use crate::model::tanggal::tanggal_in_words;

pub(super) const SHEET: Sheet = Sheet { title: "Catatan Run", size: Size::Small, write };

const COLUMNS: &[Column] = &[
    column("Hal", 52.0, Look::Wrap),
    column("Isi", 20.0, Look::Wrap),
    column("Ukuran (byte)", 16.0, Look::Whole),
    column("Keterangan", 78.0, Look::Wrap),
];

fn write(page: &Page<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let heading = Heading {
        title: "Catatan Run",
        note: "Jejak perhitungan: masukan yang sama dengan pengaturan dan versi program yang sama selalu memberi hasil yang sama.",
        back: Some(ringkasan::SHEET.title),
        frozen: 0,
    };
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    run(page, &mut list)?;
    certificate(page, &mut list)?;
    sources(page, &mut list)?;
    settings(page, &mut list)?;
    list.close()
}

/// A row of name and content.
fn fact(list: &mut List<'_>, name: &str, content: String, remark: &str) -> Result<(), XlsxError> {
    list.row(vec![name.into(), content.into(), Value::Empty, remark.into()])
}

fn run(page: &Page<'_>, list: &mut List<'_>) -> Result<(), XlsxError> {
    let roster = page.results.roster;
    fact(list, "Program", PROGRAM.into(), "")?;
    fact(list, "Daerah", page.results.settings.daerah.full_name(), "")?;
    fact(list, "Periode", roster.periode.in_words(), "")?;
    let remark = "usia dan masa jabatan dihitung sampai tanggal ini";
    fact(list, "Tanggal efektif mutasi", tanggal_in_words(roster.tanggal_efektif), remark)?;
    let law = page.results.law;
    let remark = law_remark(law, roster.tanggal_efektif);
    fact(list, "Aturan yang berlaku pada", tanggal_in_words(law.tanggal), &remark)?;
    for kind in Kind::ALL {
        let rows = roster.rows.of(kind);
        fact(list, &format!("Baris {} dibaca", kind.label()), ribuan(rows.read as i64), &used(rows))?;
    }
    if roster.non_asn > 0 {
        let remark = "pegawai non-ASN tanpa NIP tidak dihitung; tidak termasuk baris pegawai di atas";
        fact(list, "Baris non-ASN", ribuan(roster.non_asn as i64), remark)?;
    }
    if roster.digabung > 0 {
        let remark = "orang yang sama di lembar lain; setiap isian yang berbeda ada di Temuan";
        fact(list, "Baris pegawai yang digabung", ribuan(roster.digabung as i64), remark)?;
    }
    Ok(())
}

/// Why the rules of that day hold, and which of them are younger.
fn law_remark(law: &Law, efektif: Date) -> String {
    let why = match law.tanggal == efektif {
        true => "tanggal efektif mutasi",
        false => "diminta dengan --tanggal; usia dan masa jabatan tetap dihitung sampai tanggal efektif",
    };
    match law.younger() {
        0 => why.to_string(),
        count => format!("{why}; {count} aturan baru ada sesudah tanggal ini dan dipakai menurut versi tertuanya"),
    }
}

fn used(rows: RowCount) -> String {
    let left = rows.read.saturating_sub(rows.used);
    format!("{} dipakai, {} tidak dipakai", ribuan(rows.used as i64), ribuan(left as i64))
}

fn certificate(page: &Page<'_>, list: &mut List<'_>) -> Result<(), XlsxError> {
    let certificate = &page.results.plan.certificate;
    list.section("Pemeriksaan ulang rencana", &[(0, "Pemeriksaan"), (1, "Hasil"), (3, "Keterangan")])?;
    for check in &certificate.checks {
        let verdict = match check.passed {
            true => Value::Marked(Look::Baik, "LULUS".into()),
            false => Value::Marked(Look::Buruk, "GAGAL".into()),
        };
        list.row(vec![check.title.into(), verdict, Value::Empty, check.detail.as_str().into()])?;
    }
    for (level, (name, _)) in LEVEL_NAMES.iter().enumerate() {
        let (plan, bound) = (certificate.primal[level], certificate.dual[level]);
        let before = ribuan(page.results.plan.status_quo[level]);
        let remark = if plan == bound { "sama: terbukti terbaik" } else { "berbeda: belum terbukti terbaik" };
        let values = format!("tanpa mutasi {before}, rencana {}, batas {}", ribuan(plan), ribuan(bound));
        list.row(vec![
            format!("Nilai tujuan {name} (makin kecil makin baik)").into(),
            Value::Empty,
            Value::Empty,
            format!("{values} – {remark}").into(),
        ])?;
    }
    fact(list, "Pasangan pegawai–jabatan yang ikut dihitung", ribuan(certificate.pairs as i64), "")?;
    fact(list, "Dalam kata-kata", String::new(), &certificate_in_words(page))
}

fn sources(page: &Page<'_>, list: &mut List<'_>) -> Result<(), XlsxError> {
    list.section("Berkas masukan", &[(0, "Berkas"), (1, "Dipakai?"), (2, "Ukuran (byte)"), (3, "SHA-256")])?;
    for source in &page.results.tables.sources {
        source_row(list, source)?;
    }
    let Some(lalu) = page.results.riwayat.lalu() else { return Ok(()) };
    let titles = [(0, "Berkas"), (1, "Dipakai?"), (2, "Ukuran (byte)"), (3, "SHA-256")];
    list.section(&format!("Berkas {} yang dibandingkan", lalu.periode.in_words()), &titles)?;
    lalu.sources.iter().try_for_each(|source| source_row(list, source))
}

fn source_row(list: &mut List<'_>, source: &Source) -> Result<(), XlsxError> {
    let used = match (source.used, source.format) {
        (true, _) => Value::Marked(Look::Baik, "Ya".into()),
        (false, Format::Unknown) => Value::Marked(Look::Samar, "Tidak, bukan buku kerja".into()),
        (false, _) => Value::Marked(Look::Samar, "Tidak".into()),
    };
    let size = Value::Number(source.bytes as f64);
    list.row(vec![(&*source.path).into(), used, size, source.sha256.as_str().into()])
}

fn settings(page: &Page<'_>, list: &mut List<'_>) -> Result<(), XlsxError> {
    let settings = page.results.settings;
    list.section("Pengaturan yang berlaku (mutasi.toml)", &[(0, "Kunci"), (1, "Nilai"), (3, "Keterangan")])?;
    for (key, value) in settings.bobot.entries() {
        fact(list, &format!("bobot.{key}"), ribuan(value), "")?;
    }
    if !settings.strategis.prioritas.is_empty() {
        fact(list, "strategis.prioritas", String::new(), &settings.strategis.prioritas.join("; "))?;
    }
    for (code, change) in &settings.aturan {
        let mut parts: Vec<String> =
            change.tingkat.iter().map(|tingkat| format!("tingkat = {}", tingkat.label())).collect();
        parts.extend(change.parameter.iter().map(|(key, value)| format!("{key} = {value}")));
        fact(list, &format!("aturan.{code}"), parts.join("; "), "diubah daerah")?;
    }
    for own in &settings.aturan_daerah {
        let content = format!("{}; {}; tingkat = {}", own.jenis.nama(), own.parameter(), own.tingkat.label());
        fact(list, &format!("aturan_daerah {}", own.kode), content, "aturan daerah sendiri")?;
    }
    let head = &settings.kepala_daerah;
    fact(list, "kepala_daerah.status", head.status.clone(), "")?;
    for (key, date) in [
        ("kepala_daerah.pelantikan", head.pelantikan),
        ("kepala_daerah.penetapan_paslon", head.penetapan_paslon),
        ("kepala_daerah.akhir_masa_jabatan", head.akhir_masa_jabatan),
    ] {
        fact(list, key, date.map_or("tidak diisi".into(), tanggal_in_words), "")?;
    }
    fact(list, "kepala_daerah.persetujuan_mendagri", head.persetujuan().unwrap_or("tidak ada").to_string(), "")?;
    let compared = if settings.data.bandingkan_bulan_lalu { "Ya" } else { "Tidak" };
    fact(list, "data.bandingkan_bulan_lalu", compared.into(), "perubahan dan mutu dibanding bulan sebelumnya")?;
    let copied = if settings.privasi.salin_kolom_pribadi { "Ya" } else { "Tidak" };
    fact(
        list,
        "privasi.salin_kolom_pribadi",
        copied.into(),
        "NIK, agama, rekening, dan sejenisnya di salinan beranotasi",
    )?;
    fact(list, "batas.berkas_mb", ribuan(settings.batas.berkas_mb as i64), "")?;
    fact(list, "batas.isi_mb", ribuan(settings.batas.isi_mb as i64), "")?;
    fact(list, "batas.sel_per_lembar", ribuan(settings.batas.sel_per_lembar as i64), "")
}
