//! Bad templates, bad values: a clear message or a correct letter.

use super::*;

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
        ("\n@gambar logo.png tinggi 20\n", "baris 2: gambar “logo.png” tidak ada"),
        (
            "@tabel 12k\n| {{pegawai.nip_spasi}} |\n",
            "baris 1: kolom terlalu sempit untuk teks yang tidak boleh terpotong",
        ),
        ("@tengh\n", "baris 1: perintah @tengh tidak dikenal. Mungkin maksud Anda @tengah?; tertulis: “@tengh”"),
        ("{{#if pegawai.nip}}\n@ukuran {{sk.tempat}}\n{{/if}}\n", "baris 2: “Bangko” bukan angka"),
        ("{{#if pegawai.nip}}\n@ukuran {{sk.tmt}}\n{{/if}}\n", "tertulis: “@ukuran {{sk.tmt}}”"),
        ("@tabel 10t\n| {{pegawai.nip}}\n@utuh\n", "baris 3: @utuh ini tidak ditutup"),
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
