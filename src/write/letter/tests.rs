//! The letters as a whole: what the papers say, and that they are sound PDF.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use super::*;
use crate::model::cells::Tables;
use crate::finding::Place;
use crate::model::fixture::{self, Region, region as fixture_region};
use crate::model::keputusan::{HasilKeputusan, Keputusan, Tindakan};
use crate::model::nama::Nama;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::riwayat::Riwayat;
use crate::model::status::StatusAsn;
use crate::model::unit::UnitId;
use crate::write::letter::text::Shaper;

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
    let noted = letters(&results, office, &|_, _| {});
    Noted { value: noted.value.into_iter().map(|letter| letter.artifact).collect(), findings: noted.findings }
}

/// The decree and its petikan alone, as most tests look at.
fn decree_only(mut region: Region) -> Region {
    region.settings.surat.jenis = vec!["sk-kolektif".into(), "petikan".into()];
    region
}

fn region() -> Region {
    decree_only(fixture_region())
}

/// The fixture with this many guru kelas moving from Bangko to Jangkat.
fn region_of(moves: u32) -> Region {
    let mut region = region();
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

/// The signs of a letter in the order of its columns, without spaces.
fn letters_of(bytes: &[u8]) -> Option<String> {
    let text = tool("pdftotext", &["-raw"], bytes, &["-"])?;
    Some(text.split_whitespace().collect())
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
    let region = region();
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
    let mut region = region();
    region.plan.moves.clear();
    let noted = made(&region, &OfficeFiles::new());
    assert!(noted.value.is_empty() && noted.findings.is_empty());
}

#[test]
fn the_decree_says_its_parts_in_the_order_of_decrees() {
    let noted = made(&region(), &OfficeFiles::new());
    let Some(text) = text_of(&noted.value[0].bytes) else { return };
    let parts = [
        "BUPATI MERANGIN PROVINSI JAMBI KEPUTUSAN BUPATI MERANGIN NOMOR : ......",
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
    for pegawai in &region().plan.moves {
        let region = region();
        assert!(text.contains(&region.roster.pegawai(pegawai.pegawai).nip.spaced()), "an NIP is broken or missing");
    }
    assert!(!text.contains("masa jabatan 10 tahun"), "the reason of a move stays out of the SK");
    assert!(!text.contains('{'), "a placeholder is left");
}

#[test]
fn a_petikan_names_the_person_and_fits_one_page() {
    let region = region();
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
    let lampiran: Vec<&String> = pages.iter().filter(|page| page.contains("TEMPAT TUGAS")).collect();
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
    let noted = made(&region(), &OfficeFiles::new());
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
    let noted = made(&region(), &OfficeFiles::new());
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
    let noted = made(&region(), &OfficeFiles::new());
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
        let Some(text) = letters_of(&artifact.bytes) else { return };
        assert!(text.contains("A|B**@HALAMAN_X_{{NAMA}}\\A:B"), "{text}");
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
    let mut region = region();
    let pegawai = region.plan.moves[0].pegawai;
    region.roster.pegawai[pegawai.0 as usize].status = StatusAsn::Pppk;
    let noted = made(&region, &OfficeFiles::new());
    assert_eq!(noted.value.len(), 4);
    snapshot("S-103", &noted.findings);
}

#[test]
fn a_person_without_golongan_is_told_before_the_decree_prints_a_dash() {
    let mut region = region();
    let pegawai = region.plan.moves[1].pegawai;
    region.roster.pegawai[pegawai.0 as usize].golongan = None;
    let noted = made(&region, &OfficeFiles::new());
    assert_eq!(noted.value.len(), 5, "the letters are drafts and are made all the same");
    snapshot("S-104", &noted.findings);
}

#[test]
fn a_sign_the_font_lacks_stops_the_letter_and_names_the_person() {
    let mut region = region();
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
    made(&region(), &office)
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
        ("{{terbilng 5}}\n", "perintah {{terbilng …}} tidak dikenal. Mungkin maksud Anda “terbilang”?"),
        ("Nama\n{{terbilang pegawai.unit_baru}}\n", "baris 2: perintah {{terbilang …}} memerlukan bilangan bulat"),
        ("{{tanggal sk.tmtiso}}\n", "isian {{sk.tmtiso}} tidak ada. Mungkin maksud Anda “sk.tmt_iso”?"),
        ("{{tanggal}}\n", "perintah {{tanggal}} belum diberi tanggal seperti 2026-12-01"),
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
    let mut region = region();
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
    let noted = made(&region(), &office);
    assert!(noted.findings.iter().all(|f| f.problem.contains("gambar “lambang.png”")), "{:?}", noted.findings);
    let Some(text) = text_of(&noted.value[0].bytes) else { return };
    assert!(text.starts_with("Surat 1980"), "{text}");
}

/// Leadership approves every move.
fn approve(region: &mut Region) {
    let decided = |step: &crate::model::plan::Move| Keputusan {
        nip: region.roster.pegawai(step.pegawai).nip,
        tindakan: Tindakan::Setuju,
        tujuan: None,
        aturan: None,
        alasan: "sesuai kebutuhan".into(),
        pejabat: "Gubernur".into(),
        tanggal: None,
        asal: Place::file("keputusan.xlsx"),
    };
    region.roster.keputusan.list = region.plan.moves.iter().map(decided).collect();
    region.plan.keputusan = vec![HasilKeputusan::Dipenuhi; region.plan.moves.len()];
}

/// The fixture with every setting of the decree filled in, signed on behalf of a governor, and every move approved.
fn region_in_full() -> Region {
    let mut region = region_of(7);
    approve(&mut region);
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
        "GUBERNUR GORONTALO KEPUTUSAN GUBERNUR GORONTALO NOMOR : 800.1.3.3/217/BKD/2026",
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

/// Every paper there is, of these people.
fn all_papers(mut region: Region) -> Region {
    region.settings.surat.jenis = crate::settings::surat::JENIS.map(str::to_string).to_vec();
    region
}

fn paper<'a>(noted: &'a Noted<Vec<Artifact>>, path: &str) -> &'a [u8] {
    let found = noted.value.iter().find(|artifact| artifact.path.contains(path));
    &found.unwrap_or_else(|| panic!("no {path}: {:?}", noted.findings)).bytes
}

#[test]
fn every_paper_has_its_parts_in_order() {
    let noted = made(&all_papers(fixture_region()), &OfficeFiles::new());
    assert_eq!(noted.findings, []);
    let papers: [(&str, &[&str]); 8] = [
        ("sk-perorangan/001", &["KEPUTUSAN BUPATI MERANGIN", "Menimbang :", "Mengingat :", "MEMUTUSKAN:", "KESATU :",
            "Unit Kerja Baru", "KEDUA :", "Ditetapkan di Bangko", "Tembusan"]),
        ("spmt/001", &["PEMERINTAH KABUPATEN MERANGIN", "SURAT PERNYATAAN MELAKSANAKAN TUGAS", "Yang bertanda tangan",
            "menyatakan dengan sesungguhnya bahwa", "berdasarkan Keputusan", "telah nyata melaksanakan tugas sebagai",
            "sumpah jabatan", "Tembusan"]),
        ("pemberitahuan/001", &["BADAN KEPEGAWAIAN", "Hal : Pemberitahuan rencana mutasi", "Kepada Yth.", "Alasan",
            "Yang perlu dipersiapkan", "Keberatan dan pertanyaan"]),
        ("nota-dinas", &["NOTA DINAS", "Kepada Yth. : Bupati Merangin", "Melalui : Sekretaris Daerah", "1. Dasar",
            "2. Hasil analisis", "Guru Kelas", "3. Usulan", "4. Pertimbangan", "Mohon arahan"]),
        ("berita-acara", &["RAPAT TIM PENILAI KINERJA", "Pada hari ini", "1. Yang hadir", "Ketua", "2. Dasar",
            "3. Pembahasan", "4. Penutup"]),
        ("persetujuan-melepas/001", &["SURAT PERSETUJUAN MELEPAS", "menyetujui pemindahan pegawai", "8 orang"]),
        ("rencana-mutasi", &["RENCANA MUTASI PEGAWAI", "2. Tujuan", "5. Kriteria dan bobot", "6. Daftar rencana",
            "7. Waktu pelaksanaan", "8. Keberatan", "9. Evaluasi", "1 Maret 2027", "1 Desember 2027"]),
        ("daftar-periksa/001", &["DAFTAR PERIKSA MUTASI", "SKP dua tahun terakhir", "Persiapan pegawai"]),
    ];
    for (path, parts) in papers {
        let Some(text) = text_of(paper(&noted, path)) else { return };
        let mut from = 0;
        for part in parts {
            let found = text[from..].find(part);
            from += found.unwrap_or_else(|| panic!("{path}: “{part}” is missing after: {}", &text[from..])) + part.len();
        }
    }
}

#[test]
fn reasons_stay_out_of_decrees_and_other_people_out_of_letters_to_one() {
    let mut region = fixture_region();
    for step in &mut region.plan.moves {
        step.alasan = "Dibandingkan calon berikutnya (TETANGGA LAIN), rencana ini unggul.".into();
    }
    let noted = made(&all_papers(region), &OfficeFiles::new());
    for artifact in &noted.value {
        let Some(text) = text_of(&artifact.bytes) else { return };
        let leaders = artifact.path.contains("nota-dinas") || artifact.path.contains("berita-acara");
        assert_eq!(text.contains("TETANGGA LAIN"), leaders, "{}", artifact.path);
    }
    let region = fixture_region();
    let Some(plan) = text_of(paper(&noted, "rencana-mutasi")) else { return };
    for step in &region.plan.moves {
        let nip = region.roster.pegawai(step.pegawai).nip;
        assert!(!plan.contains(&nip.spaced()) && !plan.contains(nip.digits()), "the staff's edition shows no whole NIP");
        assert!(plan.contains(&nip.masked()), "{plan}");
    }
}

#[test]
fn a_pppk_is_told_and_stands_in_no_decree() {
    let mut region = all_papers(fixture_region());
    let pegawai = region.plan.moves[0].pegawai;
    region.roster.pegawai[pegawai.0 as usize].status = StatusAsn::Pppk;
    let noted = made(&region, &OfficeFiles::new());
    let nip = region.roster.pegawai(pegawai).nip;
    let of: Vec<&str> = noted.value.iter().map(|a| a.path.as_str()).filter(|path| path.contains(nip.digits())).collect();
    assert_eq!(
        of,
        [
            format!("surat/pemberitahuan/004-{nip}.pdf"),
            format!("surat/persetujuan-melepas/004-{nip}.pdf"),
            format!("surat/daftar-periksa/004-{nip}.pdf")
        ]
    );
    let Some(decree) = text_of(paper(&noted, "sk-kolektif")) else { return };
    assert!(!decree.contains(&nip.spaced()) && !decree.contains("Nomor 49 Tahun 2018"), "{decree}");
    let nota = text_of(paper(&noted, "nota-dinas")).unwrap();
    assert!(nota.contains(&nip.spaced()) && nota.contains("Nomor 49 Tahun 2018"), "{nota}");
}

#[test]
fn the_older_style_begins_with_pertama_numbers_by_year_and_lies_on_a4() {
    let mut region = region_in_full();
    let sk = &mut region.settings.sk;
    (sk.gaya_nomor, sk.nomor) = (crate::settings::surat::GayaNomor::Tahun, "361".into());
    sk.sebutan_diktum = crate::settings::surat::SebutanDiktum::Pertama;
    sk.kertas = "A4".into();
    let noted = made(&region, &OfficeFiles::new());
    assert_eq!(noted.findings, []);
    if let Some(info) = tool("pdfinfo", &[], paper(&noted, "sk-kolektif"), &[]) {
        assert!(info.contains("595.2") && info.contains("A4"), "{info}");
    }
    let Some(text) = text_of(paper(&noted, "sk-kolektif")) else { return };
    assert!(text.contains("NOMOR 361 TAHUN 2026") && text.contains("PERTAMA : Memindahkan"), "{text}");
    assert!(text.contains("dalam Diktum PERTAMA melaksanakan") && !text.contains("KESATU"), "{text}");
}

#[test]
fn a_long_lampiran_lies_across_and_the_diktum_names_its_columns() {
    let mut region = region();
    region.settings.sk.lampiran_kolom = [
        "nama", "nip", "pangkat", "ttl", "pendidikan", "jabatan_lama", "unit_lama", "jabatan_baru", "unit_baru",
        "eselon", "tunjangan", "ket",
    ]
    .map(str::to_string)
    .to_vec();
    let noted = made(&region, &OfficeFiles::new());
    assert_eq!(noted.findings, []);
    let Some(text) = text_of(paper(&noted, "sk-kolektif")) else { return };
    assert!(text.contains("sebagaimana tersebut dalam kolom 7 dan 8 ke"), "{text}");
    assert!(text.contains("1 2 3 4 5 6 7 8 9 10 11 12 13"), "{text}");
    let nip = region.roster.pegawai(region.plan.moves[0].pegawai).nip;
    assert!(text.contains(&nip.spaced()), "{text}");
    if let Some(info) = tool("pdfinfo", &["-f", "1", "-l", "9"], paper(&noted, "sk-kolektif"), &[]) {
        assert!(info.lines().any(|line| line.contains("size: 935.4") && line.contains(" x 609.4")), "{info}");
    }
}

#[test]
fn a_templates_own_words_for_numbers_and_dates() {
    let noted = with_petikan(
        "@kiri\n{{terbilang 2025}} / {{angka 12500}} / {{tanggal sk.tmt_iso}} / {{hari sk.tmt_iso}} / {{diktum 12}} / \
         {{nip \"198505122010011004\"}} / {{besar sk.tempat}} / {{tanggal_terbilang \"2025-07-01\"}}\n",
    );
    assert_eq!(noted.findings, []);
    let Some(text) = text_of(paper(&noted, "petikan")) else { return };
    assert!(
        text.starts_with(
            "dua ribu dua puluh lima / 12.500 / 1 Desember 2026 / Selasa / KEDUA BELAS / 19850512 201001 1 004 / BANGKO \
             / Selasa tanggal satu bulan Juli tahun dua ribu dua puluh lima"
        ),
        "{text}"
    );
}

#[test]
fn a_template_of_windows_is_read_and_told() {
    let office = OfficeFiles::from([("petikan.hbs".into(), b"@kiri\nSurat \x96 caf\xe9 {{pegawai.nip}}\n".to_vec())]);
    let noted = made(&region(), &office);
    snapshot("S-112", &noted.findings);
    let Some(text) = text_of(paper(&noted, "petikan")) else { return };
    assert!(text.starts_with("Surat – café 1980"), "{text}");
    let office = OfficeFiles::from([("petikan.hbs".into(), b"PK\x03\x04\0\0".to_vec())]);
    let noted = made(&region(), &office);
    assert_eq!((noted.value.len(), noted.findings.len()), (1, 1), "the decree is made all the same");
    assert!(noted.findings[0].problem.contains("bukan teks"), "{:?}", noted.findings);
}

#[test]
fn a_fault_in_a_shared_part_is_told_at_the_part() {
    let office = OfficeFiles::from([("tanda-tangan-sk.hbs".into(), b"a.n.\n{{penandatangan.nma}}\n".to_vec())]);
    let noted = made(&region(), &office);
    let told: Vec<&str> = noted.findings.iter().map(|finding| finding.problem.as_str()).collect();
    assert!(told[0].contains("tanda-tangan-sk.hbs, baris 2") && told[0].contains("penandatangan.nama"), "{told:?}");
    assert_eq!(noted.value.len(), 4, "the petikan have a signature of their own");
    let office = OfficeFiles::from([("tanda-tangan-sk.hbs".into(), b"{{#if sk.final}}\n".to_vec())]);
    let noted = made(&region(), &office);
    assert_eq!(noted.findings.len(), 1, "{:?}", noted.findings);
    assert!(noted.findings[0].place.to_string().contains("tanda-tangan-sk.hbs"));
}

#[test]
fn an_absurdly_long_name_is_printed_to_its_end_in_every_paper() {
    let mut region = all_papers(region_of(2));
    // The longest text a cell of Excel can hold.
    let long = format!("{}AKHIR", "SITI AMINAH ".repeat(2700));
    rename(&mut region, 0, &long);
    let noted = made(&region, &OfficeFiles::new());
    assert_eq!(noted.findings, []);
    for path in ["sk-kolektif", "petikan/00", "pemberitahuan/00"] {
        let own = noted.value.iter().filter(|artifact| artifact.path.contains(path));
        let texts: Vec<String> = own.filter_map(|artifact| text_of(&artifact.bytes)).collect();
        assert!(texts.is_empty() || texts.iter().any(|text| text.matches("SITI").count() >= 2700), "{path}");
    }
}

#[test]
fn markup_in_a_name_is_printed_as_it_is_in_every_paper() {
    let mut region = all_papers(region_of(2));
    let odd = "A | B ** @HALAMAN _X_ {{NAMA}} \\ A : B";
    rename(&mut region, 0, odd);
    let noted = made(&region, &OfficeFiles::new());
    assert_eq!(noted.findings, []);
    let nip = region.roster.pegawai[0].nip;
    for artifact in noted.value.iter().filter(|artifact| artifact.path.contains(nip.digits())) {
        let Some(text) = letters_of(&artifact.bytes) else { return };
        assert!(text.contains(&odd.replace(' ', "")), "{}: {text}", artifact.path);
    }
}

#[test]
fn a_picture_that_is_missing_stops_the_letters_that_show_it_and_no_other() {
    let mut region = all_papers(fixture_region());
    region.settings.sk.lambang = "garuda.png".into();
    let noted = made(&region, &OfficeFiles::new());
    assert!(noted.findings.iter().all(|f| f.problem.contains("gambar “garuda.png” tidak ada")), "{:?}", noted.findings);
    assert_eq!(noted.findings.len(), 3, "told once for each template: {:?}", noted.findings);
    assert!(noted.value.iter().any(|artifact| artifact.path == "surat/nota-dinas.pdf"));
    assert!(!noted.value.iter().any(|artifact| artifact.path.contains("petikan")));
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
