//! The letters as a whole: what the papers say, and that they are sound PDF. Here what these tests share.

mod faults;
mod pages;
mod papers;
mod rupa;
mod sound;
mod surat;
#[path = "../../../../tests/support/tools.rs"]
#[allow(dead_code, reason = "the tests of whole folders use the rest")]
mod tools;

use std::path::PathBuf;
use std::process::Command;

use super::desk::pictures;
use super::layout::{Fault, Item, Page};
use super::pdf::Meta;
use super::text::Shaper;
use super::*;
use crate::finding::Place;
use crate::model::cells::Tables;
use crate::model::fixture::Region;
use crate::model::keputusan::{HasilKeputusan, Keputusan, Tindakan};
use crate::model::nama::Nama;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::riwayat::Riwayat;
use crate::model::status::StatusAsn;
use crate::model::unit::UnitId;

/// The papers of a region. Everybody has one kind of decree only: where both are asked for, the letters are made once with
/// each.
pub(super) fn made(region: &Region, office: &OfficeFiles) -> Noted<Vec<Artifact>> {
    let mut settings = region.settings.clone();
    if !settings.surat.wants("sk-perorangan") || settings.surat.only_own_decrees() {
        return made_with(region, &settings, office);
    }
    settings.surat.jenis.retain(|nama| nama != "sk-perorangan");
    let mut all = made_with(region, &settings, office);
    settings.surat.jenis = vec!["sk-perorangan".into()];
    settings.sk.nomor.clear();
    let own = made_with(region, &settings, office);
    all.value.extend(own.value);
    all.findings.extend(own.findings.into_iter().filter(|finding| finding.kode.code != "S-118"));
    told_once(&mut all.findings);
    all
}

fn made_with(region: &Region, settings: &Settings, office: &OfficeFiles) -> Noted<Vec<Artifact>> {
    let tables = Tables {
        periode: region.roster.periode,
        sources: Vec::new(),
        tables: Vec::new(),
        kamus: Default::default(),
        tanya: Default::default(),
    };
    let results = Results {
        settings,
        law: &region.law,
        tables: &tables,
        roster: &region.roster,
        riwayat: &Riwayat::default(),
        needs: &region.needs,
        plan: &region.plan,
        keadilan: None,
        skenario: &[],
        findings: &[],
    };
    let noted = letters(&results, office, &Default::default(), &|_, _| {});
    Noted { value: noted.value.surat.into_iter().map(|letter| letter.artifact).collect(), findings: noted.findings }
}

/// An office with a coat of arms of its own.
fn with_lambang() -> OfficeFiles {
    let shield = include_bytes!("../../../../templates/lambang.png").to_vec();
    OfficeFiles::from([("lambang.png".to_string(), shield)])
}

/// The fixture, of which most tests look at the decree and its petikan alone.
pub(super) mod fixture {
    pub use crate::model::fixture::{Region, guru_kelas, pegawai};

    pub fn region() -> Region {
        let mut region = crate::model::fixture::region();
        region.settings.surat.jenis = vec!["sk-kolektif".into(), "petikan".into()];
        region
    }
}

/// The fixture with this many guru kelas moving from Bangko to Jangkat.
fn region_of(moves: u32) -> Region {
    let mut region = fixture::region();
    let pattern = region.plan.moves[0].clone();
    region.roster.pegawai = (0..moves).map(|n| fixture::pegawai(n, UnitId(0), fixture::guru_kelas())).collect();
    region.needs.post_of = vec![Some(PostId(0)); moves as usize];
    region.plan.moves = (0..moves).map(|n| fixture_move(&pattern, n)).collect();
    region
}

fn fixture_move(pattern: &crate::model::plan::Move, n: u32) -> crate::model::plan::Move {
    let (from, to) = (PostId(0), PostId(1));
    crate::model::plan::Move { pegawai: PegawaiId(n), from, to, lain: None, ..pattern.clone() }
}

fn rename(region: &mut Region, index: usize, nama: &str) {
    region.roster.pegawai[index].nama = Nama::new(nama, "SITI").expect("a name");
}

/// A Debian tool over the bytes of a letter; `None`, loudly, where it is not installed (and never in CI).
fn tool(name: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> Option<String> {
    tools::have(name).then(|| run(name, before, bytes, after))
}

fn run(name: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file: PathBuf = folder.path().join("surat.pdf");
    std::fs::write(&file, bytes).expect("the temporary folder can be written");
    let output = Command::new(name).args(before).arg(&file).args(after).output().expect("the tool was there just now");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    format!("{text}{}", String::from_utf8_lossy(&output.stderr))
}

/// The pages of a naskah, with the placeholder shield.
fn laid_out(source: &str) -> Vec<Page> {
    try_layout(source).expect("everything is there")
}

fn try_layout(source: &str) -> Result<Vec<Page>, Vec<layout::Found>> {
    let naskah = naskah::parse(source).expect("the test's naskah is right");
    layout::layout(&mut Shaper::new(), &pictures(&OfficeFiles::new()), &naskah)
}

/// A naskah as a PDF.
fn printed(source: &str) -> Vec<u8> {
    let meta = Meta {
        title: "Uji <coba> & “kutip”".into(),
        author: "Pemerintah Kabupaten Merangin".into(),
        subject: "Pemindahan".into(),
        created: jiff::civil::date(2026, 11, 1),
        source: source.into(),
    };
    let pages = laid_out(source);
    pdf::write(&Shaper::new(), &pages, &pictures(&OfficeFiles::new()), &meta, &mut Default::default())
}

/// The lines of text of each page.
fn lines_of(pages: &[Page]) -> Vec<Vec<String>> {
    let line = |item: &Item| match item {
        Item::Text { pieces, .. } => Some(pieces.iter().map(|p| &*p.word.text).collect::<Vec<_>>().join(" ")),
        _ => None,
    };
    pages.iter().map(|page| page.items.iter().filter_map(line).collect()).collect()
}

fn page_lines(source: &str) -> Vec<Vec<String>> {
    lines_of(&laid_out(source))
}

/// Text as laid out, spaces and line breaks as one space.
fn text_of(bytes: &[u8]) -> Option<String> {
    let text = tool("pdftotext", &["-layout"], bytes, &["-"])?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The signs of a letter in the order of its columns, without spaces.
fn letters_of(bytes: &[u8]) -> Option<String> {
    let text = tool("pdftotext", &["-raw"], bytes, &["-"])?;
    Some(text.split_whitespace().collect())
}

/// Every paper there is, of these people.
fn all_papers(mut region: Region) -> Region {
    region.settings.surat.jenis = crate::settings::surat::JENIS.map(str::to_string).to_vec();
    region
}

fn paper<'a>(noted: &'a Noted<Vec<Artifact>>, path: &str) -> &'a [u8] {
    let found = noted.value.iter().find(|artifact| artifact.path.contains(path));
    &found.unwrap_or_else(|| panic!("no {path}: {:?}", noted.findings)).bytes
}

/// Leadership approves every move.
pub(super) fn approve(region: &mut Region) {
    let decided = |step: &crate::model::plan::Move| Keputusan {
        nip: region.roster.pegawai(step.pegawai).nip,
        tindakan: Tindakan::Setuju,
        tujuan: None,
        aturan: None,
        alasan: "sesuai kebutuhan".into(),
        pejabat: "Gubernur".into(),
        tanggal: None,
        tanggal_asing: None,
        asal: Place::file("keputusan.xlsx"),
    };
    region.roster.keputusan.list = region.plan.moves.iter().map(decided).collect();
    region.plan.keputusan = vec![HasilKeputusan::Dipenuhi; region.plan.moves.len()];
}

pub(super) fn snapshot(code: &str, findings: &[Finding]) {
    let text: Vec<String> = findings
        .iter()
        .map(|f| {
            format!(
                "{}  {}  {}\n       {}\n       {}",
                f.kode.code,
                f.place,
                f.subject.as_ref().map_or("-".to_string(), ToString::to_string),
                f.problem,
                f.remedy
            )
        })
        .collect();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../../tests/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(code, text.join("\n")));
}
