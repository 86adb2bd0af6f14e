//! That the letters are sound PDF: fonts, archival form, size, the same bytes every time.
//!
//! Which test or comment covers which of the thirteen pitfalls of writing PDF through printpdf 0.12:
//!
//! 1. its subsetting does nothing: `fonts_are_embedded_and_subset_and_the_file_is_sound`
//! 2. `Tw` has no effect on embedded fonts: `justified_lines_end_at_the_margin_in_the_file_itself`, `pdf/ops.rs::text_items`
//! 3. `/W` is truncated: the same test, and `Face::width_1000`
//! 4. `Td` is relative, text outside a section vanishes: `what_is_laid_out_can_be_copied_sign_by_sign`
//! 5. names and /ID from a counter of the process: `a_letter_alone_has_the_bytes_it_has_among_others`
//! 6. pictures packed anew, or as JPEG: `pictures_keep_their_dots`
//! 7. glyphs one by one cost time, ligatures must be off: `text.rs::kerning_is_on_and_ligatures_are_off`,
//!    `what_is_laid_out_can_be_copied_sign_by_sign` (words written glyph by glyph too)
//! 8. `lopdf` packs at its slowest: comment in `pdf/packer.rs`; `benches/letters.rs` measures
//! 9. version 1.3 and a key of PDF/X: `letters_are_archival_and_in_indonesian`
//! 10. strict handlebars and its HTML escapes: `a_name_full_of_markup_is_printed_as_it_is`,
//!     `faults.rs::every_fault_of_a_template_names_its_line`
//! 11. printpdf's own HTML route: not used (`layout/mod.rs`)
//! 12. features of `flate2` hold for the whole tree: comment in `Cargo.toml`
//! 13. lines may break after `-` and `/`: `faults.rs::a_long_name_and_a_long_unit_wrap_and_lose_nothing`,
//!     `pages.rs::an_nip_is_never_torn_and_a_column_too_narrow_for_it_is_told`

use super::*;

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
    // A draft names the plan it is from, and these are two plans.
    for region in [&mut among, &mut alone] {
        approve(region);
        (region.settings.sk.nomor, region.settings.sk.tanggal) = ("1".into(), Some(jiff::civil::date(2026, 11, 9)));
        region.settings.sk.nama_pejabat = "H. MUHAMMAD SYUKUR".into();
        region.settings.sk.petikan_nama = "Dra. SITI MARYAM, M.Pd.".into();
        region.settings.surat.watermark_konsep = String::new();
    }
    let last = |noted: Noted<Vec<Artifact>>| noted.value.into_iter().find(|a| a.path.contains("/001-")).unwrap().bytes;
    assert!(last(made(&among, &OfficeFiles::new())) == last(made(&alone, &OfficeFiles::new())));
}

/// Every order at once, with signs that are kerned, composed, or beyond ASCII.
const EVERYTHING: &str = "@halaman F4 tegak tepi 25 25 30 30\n@watermark DRAF\n@kaki tengah Halaman {hal} dari {jumlah}\n\
    @qr tinggi 20 kaki isi mutasi 2026-11\n@kop lambang.png tinggi 20 ukuran 12 14\nPEMERINTAH\n**DINAS**\n@garis ganda\n\
    @penanda Bagian <satu> & dua\n@paragraf masuk 10\nSudéwa Łucja Đào AVATAR Tata “kutip” – efisien, S.Pd. e\u{301}\n\
    @judul Judul _miring_\n@daftar\na. satu [...] 12\n   1) dua\n      (a) tiga\n@huruf Arial\n@tengah\n__garis__ **tebal**\n\
    @tabel 20t 40k 40n\n| NO | A | < |\n| ^ | B | C |\n|---\n| 1 | Barang/Jasa | Undang-Undang |\n\
    @grafik label 40\n| Unit | Ada | Butuh |\n|---\n| SD | 1 | 2 |\n";

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn what_is_laid_out_can_be_copied_sign_by_sign() {
    let laid_out = lines_of(&laid_out(EVERYTHING)).concat().concat();
    let Some(text) = tool("pdftotext", &["-raw"], &printed(EVERYTHING), &["-"]) else { return };
    let expected = laid_out.replace("e\u{301}", "é");
    assert_eq!(without_spaces(&text), without_spaces(&expected));
    assert!(text.contains("Sudéwa Łucja Đào AVATAR Tata “kutip” – efisien, S.Pd. é"), "words stay apart: {text}");
}

#[test]
fn every_order_gives_a_sound_archival_file() {
    let bytes = printed(EVERYTHING);
    if let Some(report) = tool("qpdf", &["--check"], &bytes, &[]) {
        assert!(report.contains("No syntax or stream encoding errors found"), "{report}");
        assert!(!report.contains("WARNING"), "{report}");
    }
    if let Some(fonts) = tool("pdffonts", &[], &bytes, &[]) {
        assert!(fonts.lines().skip(2).all(|row| row.contains(" yes yes yes ")), "{fonts}");
    }
    if let Some(info) = tool("pdfinfo", &[], &bytes, &[]) {
        for part in ["Uji <coba> & “kutip”", "Pemerintah Kabupaten Merangin", "Pemindahan"] {
            assert!(info.contains(part), "“{part}” is missing in {info}");
        }
    }
}

#[test]
fn a_validator_finds_nothing_against_the_archival_form() {
    if !tools::have_module("pdf_oxide") {
        return;
    }
    let script = "import sys, pdf_oxide; print(pdf_oxide.PdfDocument(sys.argv[1]).validate_pdf_a('2u'))";
    let region = fixture::region();
    let letters = made(&region, &OfficeFiles::new()).value;
    let all = letters.iter().take(2).map(|artifact| artifact.bytes.clone()).chain([printed(EVERYTHING)]);
    for bytes in all {
        let verdict = run("python3", &["-c", script], &bytes, &[]);
        assert!(verdict.contains("'valid': True"), "{verdict}");
    }
}

#[test]
fn bookmarks_name_their_parts_in_order() {
    let document = lopdf::Document::load_mem(&printed(EVERYTHING)).unwrap();
    let outlines = document.catalog().unwrap().get(b"Outlines").and_then(lopdf::Object::as_reference).unwrap();
    let list = document.get_dictionary(outlines).unwrap();
    let mut titles = Vec::new();
    let mut next = list.get(b"First").and_then(lopdf::Object::as_reference).ok();
    while let Some(id) = next {
        let entry = document.get_dictionary(id).unwrap();
        let bytes = entry.get(b"Title").unwrap().as_str().unwrap();
        let units: Vec<u16> = bytes[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        titles.push(String::from_utf16(&units).unwrap());
        next = entry.get(b"Next").and_then(lopdf::Object::as_reference).ok();
    }
    assert_eq!(titles, ["Bagian <satu> & dua", "Judul miring"]);
}

#[test]
fn justified_lines_end_at_the_margin_in_the_file_itself() {
    let words = "Keputusan Bupati Merangin tentang Pemindahan Pegawai AVATAR Tata Wiyata ".repeat(12);
    for font in ["Bookman", "Arial"] {
        let source = format!("@halaman F4 tegak tepi 25 25 30 30\n@huruf {font}\n@ukuran 12\n{words}\n");
        let Some(boxes) = tool("pdftotext", &["-bbox-layout"], &printed(&source), &["/dev/stdout"]) else { return };
        let right = (215.0 - 25.0) * layout::MM;
        let ends: Vec<f32> = boxes
            .lines()
            .filter(|line| line.trim_start().starts_with("<line "))
            .filter_map(|line| line.split("xMax=\"").nth(1)?.split('"').next()?.parse().ok())
            .collect();
        assert!(ends.len() > 8, "{boxes}");
        // What the viewer's pen reaches, from /W and the offsets, not what the layout meant.
        for end in &ends[..ends.len() - 1] {
            assert!((end - right).abs() < 0.6, "{font}: a line ends at {end}, not {right}");
        }
    }
}

#[test]
fn pictures_keep_their_dots() {
    let document = lopdf::Document::load_mem(&printed(EVERYTHING)).unwrap();
    let pictures: Vec<&lopdf::Stream> = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter(|stream| {
            stream.dict.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|name| name == b"Image")
        })
        .collect();
    assert_eq!(pictures.len(), 2, "the shield and the code, once each");
    for picture in pictures {
        assert_eq!(picture.dict.get(b"Filter").and_then(lopdf::Object::as_name).unwrap(), b"FlateDecode");
    }
}

#[test]
fn a_code_can_be_read_back() {
    if !tools::have_module("zxingcpp") || !tools::have("pdftoppm") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (pdf, png) = (folder.path().join("surat.pdf"), folder.path().join("surat"));
    std::fs::write(&pdf, printed(EVERYTHING)).unwrap();
    let done = Command::new("pdftoppm").args(["-r", "150", "-png", "-singlefile"]).arg(&pdf).arg(&png).status();
    assert!(done.unwrap().success());
    let script = "import sys, zxingcpp; from PIL import Image; \
                  print([c.text for c in zxingcpp.read_barcodes(Image.open(sys.argv[1]))])";
    let read = Command::new("python3").args(["-c", script]).arg(png.with_extension("png")).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&read.stdout).trim(), "['mutasi 2026-11']");
}
