//! Sheet *Calon*: who could hold each post that stays short or that the plan fills, what it would take, and who just fails.

use rust_xlsxwriter::XlsxError;

use super::figures::kecamatan;
use super::leaf::Leaf;
use super::style::Look;
use super::table::{Column, Heading, List, MAX_ROWS, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::model::angka::ribuan;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::RuleNote;
use crate::model::susunan::CalonJabatan;

pub(super) const SHEET: Sheet = Sheet { title: "Calon", size: Size::Large, write };

const COLUMNS: &[Column] = &[
    column("Unit", 24.0, Look::Wrap),
    column("Jabatan", 18.0, Look::Wrap),
    column("Kecamatan", 14.0, Look::Wrap),
    column("Masih kurang", 8.0, Look::Count),
    column("Kedudukan", 15.0, Look::Wrap),
    column("Nama", 26.0, Look::Wrap),
    column("NIP", 21.5, Look::Text),
    column("Gol.", 6.0, Look::Center),
    column("Unit sekarang", 24.0, Look::Wrap),
    column("Yang berubah bila dipilih, atau syarat yang belum terpenuhi", 64.0, Look::Wrap),
];

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let heading = Heading {
        title: "Calon",
        note: "Untuk tiap jabatan yang masih kurang, lalu yang terisi oleh rencana: yang terpilih, calon lain dari yang paling ringan akibatnya bagi rencana, dan yang hampir memenuhi syarat. Tidak ada nilai gabungan; urutan tujuan di lembar Aturan.",
        back: Some(ringkasan::SHEET.title),
        frozen: 2,
    };
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    let rows = page.results.plan.calon.iter().flat_map(|calon| of_post(page, calon));
    for row in rows.take(MAX_ROWS) {
        list.row(row)?;
    }
    if page.results.plan.calon.is_empty() {
        list.remark("Tidak ada jabatan yang kurang atau terisi oleh rencana.")?;
    } else {
        list.filter(list.next_row() - 1)?;
    }
    list.close()
}

/// The rows of a post, one a person; a post without any candidate has one that says so.
fn of_post<'a>(page: &'a Page<'_>, calon: &'a CalonJabatan) -> Vec<Vec<Value<'a>>> {
    let chosen = calon.terpilih.iter().map(|id| {
        row(
            page,
            calon,
            "terpilih".into(),
            Some(*id),
            "Terpilih dalam rencana; alasannya di lembar Rencana Mutasi.".into(),
        )
    });
    let ranked = (1..).zip(&calon.calon).map(|(rank, each)| {
        row(page, calon, format!("calon {rank}").into(), Some(each.pegawai), each.kalimat.as_str().into())
    });
    let nearly = calon
        .hampir
        .iter()
        .map(|each| row(page, calon, "hampir memenuhi".into(), Some(each.pegawai), notes(&each.aturan).into()));
    let stuck = (calon.tertahan > 0).then(|| {
        let told = tertahan(calon.tertahan, !calon.calon.is_empty());
        row(page, calon, "belum dapat dilepas".into(), None, told.into())
    });
    let mut rows: Vec<Vec<Value>> = chosen.chain(ranked).chain(stuck).chain(nearly).collect();
    if rows.is_empty() {
        let nobody = "Tidak ada pegawai lain pada jabatan ini di daerah.";
        rows.push(row(page, calon, Value::Empty, None, nobody.into()));
    }
    rows
}

fn row<'a>(
    page: &'a Page<'_>,
    calon: &CalonJabatan,
    kedudukan: Value<'a>,
    id: Option<PegawaiId>,
    uraian: Value<'a>,
) -> Vec<Value<'a>> {
    let results = page.results;
    let post = results.needs.post(calon.post);
    let unit = results.roster.unit(post.unit);
    let pegawai = id.map(|id| results.roster.pegawai(id));
    vec![
        (&*unit.nama).into(),
        post.jabatan_label().into(),
        kecamatan(results, unit).into(),
        calon.kurang.into(),
        kedudukan,
        pegawai.map(|pegawai| pegawai.nama.as_str()).into(),
        pegawai.map(|pegawai| pegawai.nip.spaced()).into(),
        pegawai.and_then(|pegawai| pegawai.golongan).map(|golongan| golongan.to_string()).into(),
        pegawai.map(|pegawai| &*results.roster.unit(pegawai.unit).nama).into(),
        uraian,
    ]
}

/// That some pass every rule and no plan can send them.
fn tertahan(count: u32, others: bool) -> String {
    let lain = if others { " lain" } else { "" };
    format!(
        "{} orang{lain} memenuhi semua aturan, tetapi belum dapat dilepas: unitnya sendiri, atau unit penggantinya, menjadi \
         lebih kurang daripada sekarang.",
        ribuan(count.into())
    )
}

/// `A-101: masa di unit 1 tahun, syarat paling singkat 2 tahun`, one rule a line.
fn notes(notes: &[RuleNote]) -> String {
    notes.iter().map(|note| format!("{}: {}", note.code, note.sentence)).collect::<Vec<_>>().join("\n")
}
