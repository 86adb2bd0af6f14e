//! Sheet *Catatan Run*: what went in, with which settings, and what the audit says of what came out.

use jiff::civil::Date;
use rust_xlsxwriter::XlsxError;

use super::kalimat::{certificate_in_words, first_in_words, levels, totals_in_words};
use super::leaf::Leaf;
use super::style::Look;
use super::table::{Column, Heading, List, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::PROGRAM;
use crate::law::{Law, linearitas};
use crate::model::angka::ribuan;
use crate::model::cells::{Format, Kind, Source};
use crate::model::plan::Tujuan;
use crate::model::roster::RowCount;
use crate::model::tanggal::tanggal_in_words;
use crate::settings::FILE;

pub(super) const SHEET: Sheet = Sheet { title: "Catatan Run", size: Size::Small, write };

const COLUMNS: &[Column] = &[
    column("Hal", 52.0, Look::Wrap),
    column("Isi", 20.0, Look::Wrap),
    column("Ukuran (byte)", 16.0, Look::Whole),
    column("Keterangan", 78.0, Look::Wrap),
];

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let heading = Heading {
        title: "Catatan Perhitungan",
        note: "Jejak perhitungan: masukan yang sama dengan pengaturan dan versi program yang sama selalu memberi hasil yang sama.",
        back: Some(ringkasan::SHEET.title),
        frozen: 0,
    };
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    run(page, &mut list)?;
    list.filter(list.next_row() - 1)?;
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
    law.younger_in_words().map_or(why.to_string(), |told| format!("{why}; {told}"))
}

fn used(rows: RowCount) -> String {
    let left = rows.read.saturating_sub(rows.used);
    format!("{} dipakai, {} tidak dipakai", ribuan(rows.used as i64), ribuan(left as i64))
}

fn certificate(page: &Page<'_>, list: &mut List<'_>) -> Result<(), XlsxError> {
    let certificate = &page.results.plan.certificate;
    list.section_on_new_page("Pemeriksaan ulang rencana", &[(0, "Pemeriksaan"), (1, "Hasil"), (3, "Keterangan")])?;
    for check in &certificate.checks {
        let verdict = match check.passed {
            true => Value::Marked(Look::Baik, "LULUS".into()),
            false => Value::Marked(Look::Buruk, "GAGAL".into()),
        };
        list.row(vec![check.title.into(), verdict, Value::Empty, check.detail.as_str().into()])?;
    }
    for (number, told) in (1..).zip(levels(page)) {
        // The figures behind are in catatan.json.
        let (slot, goal, before, after) = (told.level.slot, told.sentence, told.before, told.after);
        let proven = certificate.primal[slot] == certificate.dual[slot];
        let by_prices = told.level.tujuan == Some(Tujuan::Keterisian) && page.results.plan.totals.kurang_merata;
        let verdict = match (proven, by_prices, &page.results.plan.batasan) {
            (true, false, None) => "terbukti terbaik",
            (true, false, Some(_)) => "terbukti terbaik dalam batas rencana",
            (true, true, None) => "terbukti terbaik menurut harga tempat",
            (true, true, Some(_)) => "terbukti terbaik menurut harga tempat dalam batas rencana",
            (false, ..) => "belum terbukti terbaik",
        };
        let bound = if proven { "sama dengan" } else { "berbeda dari" };
        list.row(vec![
            format!("Tujuan ke-{number}: {goal}").into(),
            verdict.into(),
            Value::Empty,
            format!("tanpa mutasi {before}, rencana {after}; nilai rencana {bound} batas terbaik yang mungkin").into(),
        ])?;
    }
    let batasan = page.results.plan.batasan.as_ref();
    if let Some(batasan) = batasan {
        fact(list, "Batas atas rencana", batasan.kalimat.join(" "), &batasan.bukti)?;
    }
    if let Some(words) = first_in_words(page) {
        fact(list, "Yang didahulukan", String::new(), &words)?;
    }
    if let Some(words) = totals_in_words(page) {
        fact(list, "Batas total", String::new(), &words)?;
    }
    fact(list, "Pasangan pegawai–jabatan yang ikut dihitung", ribuan(certificate.pairs as i64), "")?;
    fact(list, "Dalam kata-kata", String::new(), &certificate_in_words(page))
}

fn sources(page: &Page<'_>, list: &mut List<'_>) -> Result<(), XlsxError> {
    list.section_on_new_page(
        "Berkas masukan",
        &[(0, "Berkas"), (1, "Dipakai?"), (2, "Ukuran (byte)"), (3, "SHA-256")],
    )?;
    let tables = page.results.tables;
    for (at, source) in tables.sources.iter().enumerate() {
        source_row(list, source, tables.takes_from(at))?;
    }
    let Some(lalu) = page.results.riwayat.lalu() else { return Ok(()) };
    let titles = [(0, "Berkas"), (1, "Dipakai?"), (2, "Ukuran (byte)"), (3, "SHA-256")];
    list.section(&format!("Berkas {} yang dibandingkan", lalu.periode.in_words()), &titles)?;
    lalu.sources.iter().try_for_each(|source| source_row(list, source, source.used))
}

/// `taken` also of a result workbook of which decisions or confirmations are used: it is no source of data.
fn source_row(list: &mut List<'_>, source: &Source, taken: bool) -> Result<(), XlsxError> {
    let used = match (source.used, source.format) {
        (true, _) => Value::Marked(Look::Baik, "Ya".into()),
        (false, _) if taken => Value::Marked(Look::Baik, "Ya, keputusan dan konfirmasinya".into()),
        (false, Format::Unknown) => Value::Marked(Look::Samar, "Tidak, bukan buku kerja".into()),
        (false, _) => Value::Marked(Look::Samar, "Tidak".into()),
    };
    let size = Value::Number(source.bytes as f64);
    list.row(vec![(&*source.path).into(), used, size, source.sha256.as_str().into()])
}

/// What differs from the defaults, each with where it was set; the weights in force stand on the sheet *Bobot*.
fn settings(page: &Page<'_>, list: &mut List<'_>) -> Result<(), XlsxError> {
    let (settings, law) = (page.results.settings, page.results.law);
    let title = "Pengaturan folder ini yang berbeda dari bawaan";
    list.section(title, &[(0, "Kunci"), (1, "Nilai"), (3, "Sumber dan bawaannya")])?;
    let start = list.next_row();
    let from = |bawaan: &str| format!("{FILE}; bawaan: {bawaan}");
    for own in &settings.beda {
        fact(list, &own.kunci, own.nilai.clone(), &from(&own.bawaan))?;
    }
    for code in settings.aturan.keys() {
        let rule = law.rule(code);
        let Some(bawaan) = &rule.bawaan else { continue };
        let changed = rule.parameter.iter().filter(|(key, value)| bawaan.parameter.get(*key) != Some(value));
        for (key, value) in changed {
            let pack = bawaan.parameter.get(key).map_or("tidak ada".to_string(), i64::to_string);
            fact(list, &format!("aturan.{code}.{key}"), value.to_string(), &from(&pack))?;
        }
        if rule.tingkat != bawaan.tingkat {
            let key = format!("aturan.{code}.tingkat");
            fact(list, &key, rule.tingkat.label().into(), &from(bawaan.tingkat.label()))?;
        }
    }
    for own in law.diubah() {
        fact(list, &own.kunci, own.nilai.clone(), &format!("{}, {}", from(&own.bawaan), own.dasar))?;
    }
    for own in &settings.aturan_daerah {
        let content = format!("{}; {}; tingkat = {}", own.jenis.nama(), own.parameter(), own.tingkat.label());
        let begins = law.waits(own.kode).map(|sejak| format!("; berlaku mulai {}", sejak.in_words()));
        let remark = format!("{FILE}, aturan daerah sendiri{}", begins.unwrap_or_default());
        fact(list, &format!("aturan_daerah {}", own.kode), content, &remark)?;
    }
    if !settings.linearitas.is_empty() {
        let rows = format!("{} baris", ribuan(settings.linearitas.len() as i64));
        fact(list, "linearitas", rows, &format!("{}; selebihnya tabel bawaan", linearitas::FILE))?;
    }
    if list.next_row() == start {
        fact(list, "Tidak ada", String::new(), "")?;
    }
    let rest = format!("Pengaturan lain memakai bawaan {PROGRAM}; bobot yang berlaku ada di lembar Bobot.");
    list.remark(&rest)
}
