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
    let mut region = fixture::region();
    let index = region.plan.moves[0].pegawai.0 as usize;
    rename(&mut region, index, "SITI 中 AMINAH, S.Pd.");
    let noted = made(&region, &OfficeFiles::new());
    let paths: Vec<&str> = noted.value.iter().map(|artifact| artifact.path.as_str()).collect();
    assert_eq!(paths.len(), 3, "the other petikan are made: {paths:?}");
    assert!(!paths.contains(&"surat/sk-kolektif.pdf"));
    snapshot("S-101", &noted.findings);
}

pub(super) fn with_petikan(template: &str) -> Noted<Vec<Artifact>> {
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
        ("Nama\n{{#if pegawai.nip}}\n", "petikan.hbs, baris 2: {{#if …}} tidak ditutup"),
        ("Nama\n{{#each diktum}}\n{{/if}}\n", "petikan.hbs, baris 3: {{/if}} menutup {{#each …}} dari baris 2"),
        ("Nama\n{{/each}}\n", "petikan.hbs, baris 2: {{/each}} tidak mempunyai {{#each …}} di atasnya"),
        (
            "{{!-- catatan --}}\n{{#each diktum}}\n{{ke}}\n{{/each}}\n@tabel 10t 20k\n| {{pegawai.no}} |\n",
            "petikan.hbs, baris 6: tabel ini mempunyai 2 kolom",
        ),
        ("@tengah\n{{> kop}}\n", "sisipan {{> kop}} tidak ada"),
        ("\n@gambar logo.png tinggi 20\n", "baris 2: gambar “logo.png” tidak ada"),
        (
            "@tabel 12k 12k 12k 12k\n| {{nip pegawai.nip}} | {{nip pegawai.nip}} | {{nip pegawai.nip}} | {{nip pegawai.nip}} |\n",
            "baris 1: kolom terlalu sempit untuk teks yang tidak boleh terpotong",
        ),
        ("@tengh\n", "baris 1: perintah @tengh tidak dikenal. Mungkin maksud Anda @tengah?; tertulis: “@tengh”"),
        ("{{#if pegawai.nip}}\n@ukuran {{sk.tempat}}\n{{/if}}\n", "baris 2: “Bangko” bukan angka"),
        ("{{#if pegawai.nip}}\n@ukuran {{sk.tmt}}\n{{/if}}\n", "tertulis: “@ukuran {{sk.tmt}}”"),
        ("@tabel 10t\n| {{pegawai.nip}}\n@utuh\n", "baris 3: @utuh ini tidak ditutup"),
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
fn a_template_without_a_word_writes_no_letter() {
    for empty in ["", "\n\n", "{{!-- nanti --}}\n", "@halaman F4 tegak tepi 20 20 20 20\n@watermark DRAF\n"] {
        let noted = with_petikan(empty);
        assert_eq!(noted.value.len(), 1, "the decree itself is made: {empty:?}");
        // A last @halaman with nothing after it is doubted as well.
        let faults = noted.findings.iter().filter(|finding| finding.kode.code == "S-102");
        let told: Vec<&str> = faults.map(|finding| finding.problem.as_str()).collect();
        let words = "templat petikan.hbs: templat tidak memuat tulisan apa pun, sehingga suratnya kosong";
        assert_eq!(told, [format!("{words}; tidak dibuat: 4 surat di surat/petikan")]);
    }
}

#[test]
fn a_template_without_an_end_stops_its_letters_and_not_the_program() {
    let of = |files: &[(&str, String)]| {
        let office = files.iter().map(|(name, text)| (name.to_string(), text.clone().into_bytes())).collect();
        made(&fixture::region(), &office)
    };
    let noted = with_petikan("Surat\n{{> petikan}}\n");
    snapshot("S-102-lingkar", &noted.findings);
    assert_eq!(noted.value.len(), 1, "the decree itself is made");
    let round = of(&[("kop-sk.hbs", "{{> kop-surat}}\n".into()), ("kop-surat.hbs", "{{> kop-sk}}\n".into())]);
    assert!(round.findings.iter().all(|f| f.problem.contains("berputar tanpa akhir")), "{:#?}", round.findings);
    assert_eq!(round.value.len(), 4, "petikan have a heading of their own");
    let hidden = of(&[
        ("petikan.hbs", "Surat\n{{> bagian}}\n".into()),
        ("bagian.hbs", "{{> (lookup sk \"tempat\")}}\n".into()),
        ("Bangko.hbs", "{{> bagian}}\n".into()),
    ]);
    assert!(hidden.findings[0].problem.contains("harus menyebut nama templatnya"), "{:#?}", hidden.findings);
    let deep = with_petikan(&"{{#if pegawai.nip}}\n".repeat(30_000));
    assert!(deep.findings[0].problem.contains("lebih dari 60 lapis"), "{:#?}", deep.findings);
}

#[test]
fn a_template_that_says_far_too_much_is_stopped() {
    let ten = |part: &str| format!("{{{{> {part}}}}}\n").repeat(10);
    let mut office = OfficeFiles::from([("petikan.hbs".to_string(), ten("a1").into_bytes())]);
    for at in 1..9 {
        office.insert(format!("a{at}.hbs"), ten(&format!("a{}", at + 1)).into_bytes());
    }
    office.insert("a9.hbs".into(), "Surat yang tidak pernah selesai. ".repeat(20).into_bytes());
    let noted = made(&fixture::region(), &office);
    assert_eq!((noted.value.len(), noted.findings.len()), (1, 1), "{:#?}", noted.findings);
    assert!(noted.findings[0].problem.contains("isi surat melampaui 4.080.000 huruf"), "{}", noted.findings[0].problem);
}

#[test]
fn a_doubtful_line_of_a_template_is_told_and_the_letter_made() {
    let noted = with_petikan(
        "@daftar kiri label 30\nNama : {{pegawai.nama_bergelar}}\nNIP {{pegawai.nip}}\n@tengah\n{sk.tentang}\n\
         @halaman F4 tegak\n",
    );
    assert_eq!(noted.value.len(), 5, "the petikan are made all the same");
    snapshot("S-130", &noted.findings);
}

#[test]
fn an_unknown_placeholder_in_the_settings_stops_the_letters_that_print_the_text_and_no_other() {
    let written = |change: fn(&mut crate::settings::Settings), problem: &str| {
        let mut region = fixture::region();
        region.settings.surat.jenis.extend(["nota-dinas", "rencana-mutasi", "spmt"].map(str::to_string));
        change(&mut region.settings);
        let noted = made(&region, &OfficeFiles::new());
        let told: Vec<&str> = noted.findings.iter().map(|finding| finding.problem.as_str()).collect();
        assert_eq!(told, [problem]);
        let paths = noted.value.iter().map(|artifact| artifact.path.trim_start_matches("surat/"));
        paths.map(|path| path.split(['/', '.']).next().unwrap().to_string()).collect::<std::collections::BTreeSet<_>>()
    };
    let all = |paths: &[&str]| paths.iter().map(|path| path.to_string()).collect::<std::collections::BTreeSet<_>>();
    let decree = "tidak dibuat: surat/sk-kolektif.pdf, 4 surat di surat/petikan";
    assert_eq!(
        written(
            |own| own.sk.diktum[1] = "Biaya {dinas}.".into(),
            &format!("teks sk.diktum memuat {{dinas}} yang tidak dikenal; {decree}")
        ),
        all(&["nota-dinas", "rencana-mutasi", "spmt"])
    );
    // Menimbang names the title, and so does the SPMT.
    let title = format!("teks sk.tentang memuat {{salah}} yang tidak dikenal; {decree}, 4 surat di surat/spmt");
    assert_eq!(written(|own| own.sk.tentang = "Mutasi {salah}".into(), &title), all(&["nota-dinas", "rencana-mutasi"]));
    let nota = "teks surat.nota_kepada memuat {bupati} yang tidak dikenal; tidak dibuat: surat/nota-dinas.pdf";
    assert_eq!(
        written(|own| own.surat.nota_kepada = "{bupati}".into(), nota),
        all(&["petikan", "rencana-mutasi", "sk-kolektif", "spmt"])
    );
    // What nobody prints is told all the same.
    let none = "teks sk.menimbang_perorangan memuat {x} yang tidak dikenal";
    let set = |own: &mut crate::settings::Settings| own.sk.menimbang_perorangan[0] = "bahwa {x};".into();
    assert_eq!(written(set, none), all(&["nota-dinas", "petikan", "rencana-mutasi", "sk-kolektif", "spmt"]));
}

#[test]
fn the_offices_own_template_and_picture_win_and_may_come_from_notepad() {
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("Surat {{pegawai.nip}}\r\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let office = OfficeFiles::from([("petikan.hbs".into(), utf16), ("lambang.png".into(), b"bukan gambar".to_vec())]);
    let noted = made(&fixture::region(), &office);
    assert!(
        noted.findings.iter().all(|f| f.kode.code == "S-136" && f.problem.contains("sk.lambang = \"lambang.png\"")),
        "{:?}",
        noted.findings
    );
    let Some(text) = text_of(&noted.value[0].bytes) else { return };
    assert!(text.starts_with("Surat 1980"), "{text}");
}

#[test]
fn a_template_of_windows_is_read_and_told() {
    let office = OfficeFiles::from([("petikan.hbs".into(), b"@kiri\nSurat \x96 caf\xe9 {{pegawai.nip}}\n".to_vec())]);
    let noted = made(&fixture::region(), &office);
    snapshot("S-112", &noted.findings);
    let Some(text) = text_of(paper(&noted, "petikan")) else { return };
    assert!(text.starts_with("Surat – café 1980"), "{text}");
    let office = OfficeFiles::from([("petikan.hbs".into(), b"PK\x03\x04\0\0".to_vec())]);
    let noted = made(&fixture::region(), &office);
    assert_eq!((noted.value.len(), noted.findings.len()), (1, 1), "the decree is made all the same");
    assert!(noted.findings[0].problem.contains("bukan teks"), "{:?}", noted.findings);
}

#[test]
fn a_fault_in_a_shared_part_is_told_at_the_part() {
    let office = OfficeFiles::from([("tanda-tangan-sk.hbs".into(), b"a.n.\n{{penandatangan.nma}}\n".to_vec())]);
    let noted = made(&fixture::region(), &office);
    let told: Vec<&str> = noted.findings.iter().map(|finding| finding.problem.as_str()).collect();
    assert!(told[0].contains("tanda-tangan-sk.hbs, baris 2") && told[0].contains("penandatangan.nama"), "{told:?}");
    assert_eq!(noted.value.len(), 4, "the petikan have a signature of their own");
    let office = OfficeFiles::from([("tanda-tangan-sk.hbs".into(), b"{{#if sk.final}}\n".to_vec())]);
    let noted = made(&fixture::region(), &office);
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
    let mut region = all_papers(fixture::region());
    region.settings.sk.lambang = "garuda.png".into();
    let noted = made(&region, &OfficeFiles::new());
    // These letters are made twice here, once with each kind of decree.
    assert_eq!(noted.findings.len(), 2, "{:?}", noted.findings);
    snapshot("S-136", &noted.findings[..1]);
    assert!(noted.value.iter().any(|artifact| artifact.path == "surat/nota-dinas.pdf"));
    assert!(!noted.value.iter().any(|artifact| artifact.path.contains("petikan")));
}

#[test]
fn a_reason_with_another_title_is_told() {
    let mut region = fixture::region();
    region.settings.sk.tentang = "Penataan Guru".into();
    assert_eq!(made(&region, &OfficeFiles::new()).findings, [], "the built-in reasons name the title as it is");
    region.settings.sk.menimbang[2] = "bahwa perlu menetapkan Keputusan {pejabat} tentang Pemindahan Guru;".into();
    snapshot("S-137", &made(&region, &OfficeFiles::new()).findings);
}

#[test]
fn a_numbered_decree_with_the_grey_shield_is_told() {
    let mut region = fixture::region();
    approve(&mut region);
    let sk = &mut region.settings.sk;
    (sk.nomor, sk.tanggal) = ("800.1.3.3/217/BKPSDM/2026".into(), Some(jiff::civil::date(2026, 11, 20)));
    sk.nama_pejabat = "H. MUHAMMAD SYUKUR".into();
    snapshot("S-138", &made(&region, &OfficeFiles::new()).findings);
    let office = with_lambang();
    assert_eq!(made(&region, &office).findings, [], "the office put its own there");
    region.settings.surat.watermark_konsep.clear();
    let told = made(&region, &office).findings;
    assert!(told[0].kode.code == "S-116" && told[0].problem.starts_with("sk.petikan_nama kosong"), "{told:?}");
}

#[test]
fn loops_within_loops_that_print_nothing_come_to_an_end() {
    let within = |depth: usize| {
        format!("@tengah\nSURAT\n{}{}", "{{#each @root.diktum}}\n".repeat(depth), "{{/each}}\n".repeat(depth))
    };
    let noted = with_petikan(&within(30));
    assert_eq!(noted.findings.len(), 1, "{:?}", noted.findings);
    let told = &noted.findings[0].problem;
    assert!(told.starts_with("templat petikan.hbs, baris ") && told.contains("melampaui 22.000 kali"), "{told}");
    assert_eq!(with_petikan(&within(3)).findings, []);
    // Parts that put in parts twice each.
    let mut office: OfficeFiles = (0..40)
        .map(|n| (format!("p{n}.hbs"), format!("{{{{> p{}}}}}{{{{> p{}}}}}", n + 1, n + 1).into_bytes()))
        .collect();
    office.insert("p40.hbs".into(), b"{{#if sk.final}}x{{/if}}".to_vec());
    office.insert("petikan.hbs".into(), b"@tengah\nSURAT\n{{> p0}}\n".to_vec());
    let noted = made(&fixture::region(), &office);
    assert!(noted.findings.iter().any(|f| f.problem.contains("melampaui 2")), "{:?}", noted.findings);
    assert_eq!(noted.value.len(), 1, "the decree itself is made");
}

#[test]
fn three_braces_let_no_name_become_markup() {
    let mut region = fixture::region();
    rename(&mut region, 0, "A **B** | @HALAMAN");
    let office =
        OfficeFiles::from([("petikan.hbs".into(), b"@kiri\n{{{pegawai.nama_bergelar}}} {{&pegawai.nip}}\n".to_vec())]);
    let noted = made(&region, &office);
    assert_eq!(noted.findings, []);
    let texts: Vec<String> = noted.value.iter().filter_map(|own| text_of(&own.bytes)).collect();
    assert!(texts.is_empty() || texts.iter().any(|text| text.starts_with("A **B** | @HALAMAN")), "{texts:?}");
}

#[test]
fn what_is_no_list_and_what_is_no_command_is_told_as_such() {
    let told = |source: &str| with_petikan(source).findings[0].problem.to_string();
    let each = told("@tengah\nSURAT\n{{#each pegawai.nip}}\na\n{{/each}}\n");
    assert!(each.contains("isian {{pegawai.nip}} bukan daftar"), "{each}");
    let command = told("@tengah\n{{#jika pegawai.nip}}\nSURAT\n{{/jika}}\n");
    assert!(command.contains("{{jika …}} tidak dikenal; yang ada: terbilang, angka"), "{command}");
    let open = told("@tengah\nSURAT {{pegawai.nip\nx\n");
    assert!(open.contains("baris 2: kurung {{ pada baris ini tidak ditutup"), "{open}");
}
