//! Sheet *Skenario*, where a run was asked for any: the plan beside plans under other settings.

use rust_xlsxwriter::XlsxError;

use super::keadilan::{Lembar, NAMES};
use super::keadilan_kurva::{HEADS, figures};
use super::leaf::Leaf;
use super::style::Look;
use super::table::row_points;
use super::{Page, Sheet, Size, text};
use crate::model::angka::ribuan;
use crate::model::skenario::{PindahLain, Skenario, Tujuan};

pub(super) const SHEET: Sheet = Sheet { title: "Skenario", size: Size::Small, write };

/// People listed under one scenario; the counts tell of all.
const PALING_BANYAK: usize = 2_000;

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let note = "Rencana bila pengaturannya lain, dari data yang sama. Rencana yang diusulkan tetap yang di lembar Rencana Mutasi.";
    let mut out = Lembar::open(sheet, &page.style, (SHEET.title, note))?;
    out.header("Rencana", &HEADS, "")?;
    if let Some(keadilan) = page.results.keadilan {
        out.line("Tanpa mutasi", &figures(&keadilan.sebelum.ukuran), None)?;
        out.line("Rencana yang diusulkan", &figures(&keadilan.rencana.ukuran), None)?;
    }
    for own in page.results.skenario {
        out.line(&own.nama, &figures(&own.ukuran), None)?;
    }
    out.note("Keterisian 10% terbawah: sepersepuluh jabatan terisi tidak lebih dari ini.")?;
    page.results.skenario.iter().try_for_each(|own| one(page, &mut out, own))?;
    out.close()
}

fn one(page: &Page<'_>, out: &mut Lembar<'_>, own: &Skenario) -> Result<(), XlsxError> {
    out.section(&format!("Skenario {}", own.nama))?;
    for setelan in &own.setelan {
        out.note(&format!("{}: {} pada rencana, {} pada skenario", setelan.kunci, setelan.rencana, setelan.skenario))?;
    }
    let [plan, scenario, elsewhere] = own.counts().map(|count| ribuan(count as i64));
    let proven = if own.terbukti { "terbukti terbaik menurut pengaturannya" } else { "belum terbukti terbaik" };
    let least = ribuan(own.kurang_terkecil as i64);
    let least = match &own.terhalang {
        Some(by) => format!("tanpa {by} kekurangannya dapat menjadi {least} orang"),
        None => format!("kekurangan paling sedikit yang dapat dicapainya {least} orang"),
    };
    out.note(&format!(
        "Skenario ini {proven}; {least}. Hanya pindah pada rencana: {plan} \
         orang; hanya pada skenario: {scenario} orang; pada keduanya, ke tempat yang lain: {elsewhere} orang."
    ))?;
    if own.lain.is_empty() {
        return Ok(());
    }
    people_header(page, out)?;
    own.lain.iter().take(PALING_BANYAK).try_for_each(|other| person(page, out, other))?;
    match own.lain.len().saturating_sub(PALING_BANYAK) {
        0 => Ok(()),
        more => out.note(&format!("… dan {} orang lain", ribuan(more as i64))),
    }
}

/// Columns of a person: name, NIP over two, the place under the plan over two, the place under the scenario over three.
const SPANS: [(u16, u16); 3] = [(1, 2), (3, 4), (5, 7)];

fn people_header(page: &Page<'_>, out: &mut Lembar<'_>) -> Result<(), XlsxError> {
    let style = &page.style.header;
    text::put(out.sheet, out.row, 0, "Nama", style)?;
    for (span, title) in SPANS.into_iter().zip(["NIP", "Ke, pada rencana", "Ke, pada skenario"]) {
        out.across(span, title, style)?;
    }
    out.sheet.set_repeat_rows(out.row, out.row)?;
    out.row += 1;
    Ok(())
}

fn person(page: &Page<'_>, out: &mut Lembar<'_>, other: &PindahLain) -> Result<(), XlsxError> {
    let pegawai = page.results.roster.pegawai(other.pegawai);
    let place = |to: &Option<Tujuan>| match to {
        Some(to) => format!("{} – {}", page.results.roster.unit(to.unit).nama, to.jabatan),
        None => "tetap".into(),
    };
    let (wrap, told) =
        (page.style.of(Look::Wrap), [pegawai.nip.spaced(), place(&other.rencana), place(&other.skenario)]);
    text::put(out.sheet, out.row, 0, pegawai.nama.as_str(), wrap)?;
    let mut lines = text::lines(pegawai.nama.as_str(), NAMES);
    for (span, words) in SPANS.into_iter().zip(&told) {
        lines = lines.max(out.across(span, words, wrap)?);
    }
    out.sheet.set_row_height(out.row, row_points(lines))?;
    out.row += 1;
    Ok(())
}
