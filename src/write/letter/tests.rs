//! The letters as a whole: what the papers say, and that they are sound PDF.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use super::*;
use crate::model::cells::Tables;
use crate::model::fixture::{self, Region};
use crate::model::nama::Nama;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::riwayat::Riwayat;
use crate::model::status::StatusAsn;
use crate::model::unit::UnitId;

fn made(region: &Region, office: &OfficeFiles) -> Noted<Vec<Artifact>> {
    let tables = Tables {
        periode: region.roster.periode,
        sources: Vec::new(),
        tables: Vec::new(),
        kamus: Default::default(),
        tanya: Default::default(),
    };
    let results = Results {
        settings: &region.settings,
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
    letters(&results, office, &|_, _| {})
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

/// A Debian tool over the bytes of a letter; `None`, loudly, where it is not installed.
fn tool(name: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file: PathBuf = folder.path().join("surat.pdf");
    std::fs::write(&file, bytes).expect("the temporary folder can be written");
    match Command::new(name).args(before).arg(&file).args(after).output() {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            Some(format!("{text}{}", String::from_utf8_lossy(&output.stderr)))
        }
        Err(_) => {
            let _ = writeln!(std::io::stderr(), "SKIPPED: {name} is not installed");
            None
        }
    }
}

/// Text as laid out, spaces and line breaks as one space.
fn text_of(bytes: &[u8]) -> Option<String> {
    let text = tool("pdftotext", &["-layout"], bytes, &["-"])?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn snapshot(code: &str, findings: &[Finding]) {
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
    settings.set_snapshot_path("../../../tests/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(code, text.join("\n")));
}

#[test]
fn one_decree_and_one_petikan_for_each_moved_person() {
    let region = fixture::region();
    let noted = made(&region, &OfficeFiles::new());
    assert_eq!(noted.findings, []);
    let paths: Vec<&str> = noted.value.iter().map(|artifact| artifact.path.as_str()).collect();
    let nips: Vec<String> =
        region.plan.moves.iter().map(|m| region.roster.pegawai(m.pegawai).nip.to_string()).collect();
    let mut expected = vec!["surat/sk-kolektif.pdf".to_string()];
    expected.extend(nips.iter().enumerate().map(|(at, nip)| format!("surat/petikan/{:03}-{nip}.pdf", at + 1)));
    assert_eq!(paths, expected);
}

#[test]
fn without_moves_there_are_no_letters() {
    let mut region = fixture::region();
    region.plan.moves.clear();
    let noted = made(&region, &OfficeFiles::new());
    assert!(noted.value.is_empty() && noted.findings.is_empty());
}

#[test]
fn the_decree_says_its_parts_in_the_order_of_decrees() {
    let noted = made(&fixture::region(), &OfficeFiles::new());
    let Some(text) = text_of(&noted.value[0].bytes) else { return };
    let parts = [
        "BUPATI MERANGIN PROVINSI JAMBI KEPUTUSAN BUPATI MERANGIN NOMOR ......",
        "TENTANG PEMINDAHAN DAN PENEMPATAN PEGAWAI NEGERI SIPIL",
        "BUPATI MERANGIN, Menimbang : a. bahwa dalam rangka",
        "Keputusan Bupati Merangin tentang",
        "Mengingat : 1. Undang-Undang Nomor 23",
        "MEMUTUSKAN: Menetapkan : KEPUTUSAN BUPATI MERANGIN TENTANG",
        "KESATU :",
        "KEDUA :",
        "KETIGA : Terhitung mulai tanggal 1 Desember 2026",
        "KEEMPAT :",
        "Ditetapkan di Bangko pada tanggal ......",
        "Tembusan disampaikan kepada Yth.: 1. Gubernur Jambi;",
        "LAMPIRAN KEPUTUSAN BUPATI MERANGIN NOMOR : ......",
        "TANGGAL : ......",
        "DAFTAR NAMA PEGAWAI NEGERI SIPIL YANG DIPINDAHKAN DAN DITEMPATKAN",
        "1 2 3 4 5 6",
    ];
    let mut from = 0;
    for part in parts {
        let found = text[from..].find(part);
        from += found.unwrap_or_else(|| panic!("“{part}” is missing after: {}", &text[from..])) + part.len();
    }
    for pegawai in &fixture::region().plan.moves {
        let region = fixture::region();
        assert!(text.contains(&region.roster.pegawai(pegawai.pegawai).nip.spaced()), "an NIP is broken or missing");
    }
    assert!(!text.contains("masa jabatan 10 tahun"), "the reason of a move stays out of the SK");
    assert!(!text.contains('{'), "a placeholder is left");
}

#[test]
fn a_petikan_names_the_person_and_fits_one_page() {
    let region = fixture::region();
    let noted = made(&region, &OfficeFiles::new());
    let pegawai = region.roster.pegawai(region.plan.moves[0].pegawai);
    let Some(text) = text_of(&noted.value[1].bytes) else { return };
    for part in [
        "PETIKAN KEPUTUSAN BUPATI MERANGIN",
        "Menimbang : dst.;",
        "Mengingat : dst.;",
        &format!("Nama : {}", pegawai.nama.as_str()),
        &format!("NIP : {}", pegawai.nip.spaced()),
        "Nomor urut lampiran : 1",
        "Petikan sesuai dengan aslinya",
        "SEKRETARIS DAERAH,",
    ] {
        assert!(text.contains(part), "“{part}” is missing in: {text}");
    }
    let Some(info) = tool("pdfinfo", &[], &noted.value[1].bytes, &[]) else { return };
    assert!(info.lines().any(|line| line.starts_with("Pages:") && line.ends_with(" 1")), "{info}");
}

#[test]
fn a_long_lampiran_repeats_its_header_and_numbers_on_each_page_and_signs_once() {
    let noted = made(&region_of(60), &OfficeFiles::new());
    assert_eq!(noted.findings, []);
    let Some(text) = tool("pdftotext", &["-layout"], &noted.value[0].bytes, &["-"]) else { return };
    let pages: Vec<String> =
        text.split('\u{c}').map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let lampiran: Vec<&String> = pages.iter().filter(|page| page.contains("NAMA PANGKAT")).collect();
    assert!(lampiran.len() >= 3, "60 rows take several pages, found {}", lampiran.len());
    for page in &lampiran {
        assert!(page.contains("1 2 3 4 5 6"), "{page}");
    }
    let signed = lampiran.iter().filter(|page| page.contains("BUPATI MERANGIN,")).count();
    assert_eq!(signed, 1, "the signature stands at the end only");
    for no in 1..=60 {
        assert!(lampiran.iter().any(|page| page.contains(&format!(" {no} "))), "row {no} is missing");
    }
}

#[test]
fn fonts_are_embedded_and_subset_and_the_file_is_sound() {
    let noted = made(&fixture::region(), &OfficeFiles::new());
    for artifact in &noted.value[..2] {
        if let Some(fonts) = tool("pdffonts", &[], &artifact.bytes, &[]) {
            let rows: Vec<&str> = fonts.lines().skip(2).collect();
            assert!(!rows.is_empty(), "{fonts}");
            for row in rows {
                assert!(row.contains(" yes yes yes "), "embedded, subset, with Unicode: {row}");
            }
        }
        if let Some(report) = tool("qpdf", &["--check"], &artifact.bytes, &[]) {
            assert!(report.contains("No syntax or stream encoding errors found"), "{report}");
            assert!(!report.contains("WARNING"), "{report}");
        }
    }
}

#[test]
fn letters_are_archival_and_in_indonesian() {
    let noted = made(&fixture::region(), &OfficeFiles::new());
    let document = lopdf::Document::load_mem(&noted.value[0].bytes).unwrap();
    assert_eq!(document.version, "1.7");
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"id-ID");
    assert!(catalog.has(b"OutputIntents"));
    let xmp = catalog.get(b"Metadata").and_then(lopdf::Object::as_reference).unwrap();
    let xmp = &document.get_object(xmp).unwrap().as_stream().unwrap().content;
    assert!(String::from_utf8_lossy(xmp).contains("<pdfaid:part>2</pdfaid:part>"));
    assert!(document.trailer.has(b"ID"));
}

#[test]
fn a_petikan_is_small() {
    let noted = made(&fixture::region(), &OfficeFiles::new());
    for petikan in &noted.value[1..] {
        assert!(petikan.bytes.len() < 30_000, "{} bytes", petikan.bytes.len());
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_with_any_number_of_threads() {
    let region = region_of(70);
    let bytes = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let noted = pool.install(|| made(&region, &OfficeFiles::new()));
        noted.value.into_iter().map(|artifact| (artifact.path, artifact.bytes)).collect::<Vec<_>>()
    };
    let one = bytes(1);
    assert!(one == bytes(1), "two runs differ");
    assert!(one == bytes(2), "one and two threads differ");
}

#[test]
fn a_letter_alone_has_the_bytes_it_has_among_others() {
    let mut among = region_of(3);
    rename(&mut among, 0, "SITI ŁUCJA ĐÀO, S.Pd.");
    let mut alone = region_of(3);
    rename(&mut alone, 0, "SITI ŁUCJA ĐÀO, S.Pd.");
    alone.plan.moves.remove(1);
    let last = |noted: Noted<Vec<Artifact>>| noted.value.into_iter().find(|a| a.path.contains("/001-")).unwrap().bytes;
    assert!(last(made(&among, &OfficeFiles::new())) == last(made(&alone, &OfficeFiles::new())));
}

#[test]
fn a_name_full_of_markup_is_printed_as_it_is() {
    let mut region = region_of(2);
    rename(&mut region, 0, "a | b ** @halaman _x_ {{nama}} \\ a : b");
    let noted = made(&region, &OfficeFiles::new());
    assert_eq!(noted.findings, []);
    for artifact in &noted.value[..2] {
        let Some(text) = text_of(&artifact.bytes) else { return };
        assert!(text.contains("a | b ** @halaman _x_ {{nama}} \\ a : b"), "{text}");
    }
}

#[test]
fn a_long_name_and_a_long_unit_wrap_and_lose_nothing() {
    let mut region = region_of(2);
    let long =
        "Prof. Dr. Drs. H. RADEN MAS PANJI SURYANINGRAT KUSUMAWARDHANA PRAWIRODIHARDJO SASTRANEGARA, S.Pd., M.Pd., Gr.";
    rename(&mut region, 0, long);
    region.roster.units[1].nama = "Sekolah Dasar Negeri Satu Atap Terpencil ".repeat(12).trim().into();
    let noted = made(&region, &OfficeFiles::new());
    assert_eq!(noted.findings, []);
    let text = tool("pdftotext", &["-raw"], &noted.value[0].bytes, &["-"]);
    let Some(text) = text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")) else { return };
    assert!(text.contains(long), "{text}");
    assert_eq!(text.matches("Terpencil").count(), 24);
}

#[test]
fn a_pppk_never_stands_in_the_decree() {
    let mut region = fixture::region();
    let pegawai = region.plan.moves[0].pegawai;
    region.roster.pegawai[pegawai.0 as usize].status = StatusAsn::Pppk;
    let noted = made(&region, &OfficeFiles::new());
    assert_eq!(noted.value.len(), 4);
    snapshot("S-103", &noted.findings);
}

#[test]
fn a_person_without_golongan_is_told_before_the_decree_prints_a_dash() {
    let mut region = fixture::region();
    let pegawai = region.plan.moves[1].pegawai;
    region.roster.pegawai[pegawai.0 as usize].golongan = None;
    let noted = made(&region, &OfficeFiles::new());
    assert_eq!(noted.value.len(), 5, "the letters are drafts and are made all the same");
    snapshot("S-104", &noted.findings);
}

#[test]
fn a_sign_the_font_lacks_stops_the_letter_and_names_the_person() {
    let mut region = fixture::region();
    let index = region.plan.moves[0].pegawai.0 as usize;
    rename(&mut region, index, "SITI 中 AMINAH, S.Pd.");
    let noted = made(&region, &OfficeFiles::new());
    let paths: Vec<&str> = noted.value.iter().map(|artifact| artifact.path.as_str()).collect();
    assert_eq!(paths.len(), 3, "the other petikan are made: {paths:?}");
    assert!(!paths.contains(&"surat/sk-kolektif.pdf"));
    snapshot("S-101", &noted.findings);
}

fn with_petikan(template: &str) -> Noted<Vec<Artifact>> {
    let office = OfficeFiles::from([("petikan.hbs".to_string(), template.as_bytes().to_vec())]);
    made(&fixture::region(), &office)
}

#[test]
fn a_field_that_does_not_exist_is_told_once_with_its_line() {
    let noted = with_petikan("@tengah\nPETIKAN\n\nNama {{pegawai.nama_bergela}}\n");
    assert_eq!(noted.value.len(), 1, "the decree itself is made");
    snapshot("S-102", &noted.findings);
}

#[test]
fn every_fault_of_a_template_names_its_line() {
    for (template, words) in [
        ("Nama\n{{#if pegawai.nip}}\n", "petikan.hbs, baris"),
        ("Nama\n{{#each diktum}}\n{{/if}}\n", "petikan.hbs, baris"),
        (
            "{{!-- catatan --}}\n{{#each diktum}}\n{{ke}}\n{{/each}}\n@tabel 10t 20k\n| {{pegawai.no}} |\n",
            "petikan.hbs, baris 6: tabel ini mempunyai 2 kolom",
        ),
        ("@tengah\n{{> kop}}\n", "sisipan {{> kop}} tidak ada"),
        ("@gambar logo.png tinggi 20\n", "gambar “logo.png” tidak ada"),
        ("@tabel 12k\n| {{pegawai.nip_spasi}} |\n", "terlalu sempit"),
        ("@tengh\n", "baris 1: perintah @tengh tidak dikenal"),
    ] {
        let noted = with_petikan(template);
        assert_eq!(
            noted.findings.iter().filter(|f| f.problem.contains(words)).count(),
            noted.findings.len(),
            "{:#?}",
            noted.findings
        );
        assert_eq!(noted.findings.len(), 1, "told once: {template}");
        assert_eq!(noted.value.len(), 1, "the decree itself is made");
        assert_eq!(noted.findings[0].kode.code, "S-102");
    }
}

#[test]
fn an_unknown_placeholder_in_the_settings_stops_the_letters() {
    let mut region = fixture::region();
    region.settings.sk.diktum[1] = "Biaya {dinas}.".into();
    let noted = made(&region, &OfficeFiles::new());
    assert!(noted.value.is_empty());
    assert!(noted.findings[0].problem.contains("teks sk.diktum memuat {dinas}"), "{:?}", noted.findings);
}

#[test]
fn the_offices_own_template_and_picture_win_and_may_come_from_notepad() {
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("Surat {{pegawai.nip}}\r\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let office = OfficeFiles::from([("petikan.hbs".into(), utf16), ("lambang.png".into(), b"bukan gambar".to_vec())]);
    let noted = made(&fixture::region(), &office);
    assert!(noted.findings.iter().all(|f| f.problem.contains("gambar “lambang.png”")), "{:?}", noted.findings);
    let Some(text) = text_of(&noted.value[0].bytes) else { return };
    assert!(text.starts_with("Surat 1980"), "{text}");
}

/// The fixture with every setting of the decree filled in, signed on behalf of a governor.
fn region_in_full() -> Region {
    let mut region = region_of(7);
    let (daerah, sk) = (&mut region.settings.daerah, &mut region.settings.sk);
    (daerah.nama, daerah.sebutan) = ("Gorontalo".into(), "Provinsi".into());
    sk.pejabat = "GUBERNUR GORONTALO".into();
    sk.nomor = "800.1.3.3/217/BKD/2026".into();
    sk.tanggal = Some(jiff::civil::date(2026, 11, 9));
    sk.penandatangan_jabatan = "SEKRETARIS DAERAH".into();
    sk.nama_pejabat = "Dr. H. ACHMAD FAÏZAL SUDÉWA, S.H., M.Si.".into();
    sk.penandatangan_pangkat = "Pembina Utama Madya".into();
    sk.penandatangan_nip = "19690904 199610 1 001".into();
    sk.petikan_nama = "Dra. SITI MARYAM, M.Pd.".into();
    sk.petikan_pangkat = "Pembina Tingkat I".into();
    sk.petikan_nip = "19700101 199503 2 002".into();
    sk.frasa_rahmat = true;
    sk.memperhatikan = vec!["Berita Acara Rapat Tim Penilai Kinerja tanggal 2 November 2026;".into()];
    region
}

#[test]
fn a_decree_in_full_shows_every_setting_and_no_dotted_line() {
    let noted = made(&region_in_full(), &OfficeFiles::new());
    assert_eq!(noted.findings, []);
    let Some(decree) = text_of(&noted.value[0].bytes) else { return };
    for part in [
        "GUBERNUR GORONTALO KEPUTUSAN GUBERNUR GORONTALO NOMOR 800.1.3.3/217/BKD/2026",
        "DENGAN RAHMAT TUHAN YANG MAHA ESA",
        "Memperhatikan : 1. Berita Acara",
        "pada tanggal 9 November 2026 a.n. GUBERNUR GORONTALO SEKRETARIS DAERAH, Dr. H. ACHMAD FAÏZAL SUDÉWA, S.H., \
         M.Si. Pembina Utama Madya NIP. 19690904 199610 1 001",
        "PEMERINTAH PROVINSI GORONTALO",
    ] {
        assert!(decree.contains(part), "“{part}” is missing in: {decree}");
    }
    assert!(!decree.contains("PROVINSI JAMBI"), "a province has no province above it");
    let Some(petikan) = text_of(&noted.value[1].bytes) else { return };
    assert!(petikan.contains("NIP. 19700101 199503 2 002 NIP. 19690904 199610 1 001"), "{petikan}");
    for text in [decree, petikan] {
        assert!(!text.contains("....."), "{text}");
    }
}

/// The lines of each page as text.
fn page_lines(source: &str) -> Vec<Vec<String>> {
    let blocks = naskah::parse(source).expect("the test's naskah is right");
    let pages = layout::layout(&mut Shaper::new(), &BTreeMap::new(), &blocks).expect("nothing is missing");
    let line = |item: &layout::Item| match item {
        layout::Item::Text { pieces, .. } => Some(pieces.iter().map(|p| &*p.word.text).collect::<Vec<_>>().join(" ")),
        _ => None,
    };
    pages.iter().map(|page| page.items.iter().filter_map(line).collect()).collect()
}

#[test]
fn a_signature_stays_whole_and_is_never_alone_on_a_page() {
    let mut pushed = 0;
    for count in 28..42 {
        let body = "Satu baris.\n\n".repeat(count);
        let pages =
            page_lines(&format!("@halaman F4 tegak tepi 25 25 30 30\n{body}@kanan 80\nBUPATI,\n\n\nNAMA\nNIP\n"));
        let last = pages.last().unwrap();
        let at = last.iter().position(|line| line == "BUPATI,").expect("the signature is on the last page");
        assert_eq!(&last[at..], ["BUPATI,", "NAMA", "NIP"], "{count}");
        assert!(at >= 2, "{count} lines: {at} before the signature");
        pushed += usize::from(at == 2);
    }
    assert!(pushed > 0, "the signature was never pushed over");
}

#[test]
fn no_first_or_last_line_of_a_paragraph_stands_alone() {
    let paragraph = (0..90).map(|n| format!("kata{n}")).collect::<Vec<_>>().join(" ");
    for before in 30..60 {
        let filler = "@kiri\n".to_string() + &"baris\n".repeat(before);
        let pages = page_lines(&format!("@halaman F4 tegak tepi 25 25 30 30\n{filler}@paragraf\n{paragraph}\n"));
        for page in &pages {
            let lines = page.iter().filter(|line| line.starts_with("kata")).count();
            assert!(lines != 1, "{before} lines before: {pages:?}");
        }
    }
}

#[test]
fn a_table_row_longer_than_a_page_goes_on_overleaf() {
    let cell = (0..1500).map(|n| format!("kata{n}")).collect::<Vec<_>>().join(" ");
    let pages =
        page_lines(&format!("@halaman A4 tegak tepi 20 20 20 20\n@tabel 30k 30k\n| A | B |\n|---\n| {cell} | x |\n"));
    assert!(pages.len() > 1);
    let words: usize =
        pages.iter().flatten().map(|line| line.split(' ').filter(|w| w.starts_with("kata")).count()).sum();
    assert_eq!(words, 1500);
    assert!(pages.iter().all(|page| page[0] == "A"), "the header comes again");
}

/// Writes the fixture's letters for the eye: `MUTASI_LETTERS=folder cargo test --lib letters_for_the_eye`.
#[test]
fn letters_for_the_eye() {
    let Some(folder) = std::env::var_os("MUTASI_LETTERS") else { return };
    let started = std::time::Instant::now();
    let count: u32 = std::env::var("MUTASI_MOVES").ok().and_then(|n| n.parse().ok()).unwrap_or(60);
    let noted = made(&region_of(count), &OfficeFiles::new());
    eprintln!("{} letters in {:?}, {:?}", noted.value.len(), started.elapsed(), noted.findings.first());
    let full = made(&region_in_full(), &OfficeFiles::new());
    for artifact in full.value.iter().take(2) {
        let name = format!("lengkap_{}", artifact.path.replace('/', "_"));
        std::fs::write(PathBuf::from(&folder).join(name), &artifact.bytes).unwrap();
    }
    for artifact in noted.value.iter().take(3) {
        std::fs::write(PathBuf::from(&folder).join(artifact.path.replace('/', "_")), &artifact.bytes).unwrap();
    }
}
