//! How the papers fill their pages: nothing alone on a page that should not be, and no page too many.

use super::*;

/// Every paper, and the words with which its end begins: signature or Tembusan.
const ENDS: [(&str, &[&str]); 10] = [
    ("sk-kolektif", &["Ditetapkan di", "BUPATI MERANGIN,", "Tembusan"]),
    ("petikan/", &["Ditetapkan di", "Petikan sesuai"]),
    ("sk-perorangan/", &["Ditetapkan di", "BUPATI MERANGIN,", "Tembusan"]),
    ("spmt/", &["......, ", "Kepala SD", "Tembusan"]),
    ("pemberitahuan/", &["Kepala Badan", "Tembusan"]),
    ("nota-dinas", &["Kepala Badan", "Tembusan"]),
    ("berita-acara", &["4. Penutup", "NAMA DAN KEDUDUKAN"]),
    ("persetujuan-melepas/", &["......, ", "Kepala SD"]),
    ("rencana-mutasi", &["Bangko, ....", "Kepala Badan"]),
    ("daftar-periksa/", &["......, ", "Pemeriksa,"]),
];

/// The lines of each page without what stands in the margins.
fn pages_of(bytes: &[u8]) -> Option<Vec<Vec<String>>> {
    let text = tool("pdftotext", &["-layout"], bytes, &["-"])?;
    let margin = |line: &str| line.starts_with("Halaman ") || (line.starts_with("- ") && line.ends_with(" -"));
    let lines = |page: &str| -> Vec<String> {
        page.lines().map(str::trim).filter(|line| !line.is_empty() && !margin(line)).map(str::to_string).collect()
    };
    Some(text.split('\u{c}').map(lines).filter(|lines| !lines.is_empty()).collect())
}

/// Every text a little longer with each step: the letters to one person, or the papers on the whole plan.
fn awkward(step: usize, of_a_person: bool) -> Region {
    let mut region = all_papers(region_of(if of_a_person { 1 } else { 1 + step as u32 / 2 }));
    let (sk, surat) = (&mut region.settings.sk, &mut region.settings.surat);
    surat.jenis.retain(|nama| ENDS.iter().any(|(path, _)| path.strip_suffix('/') == Some(nama)) == of_a_person);
    sk.mengingat_tambahan = (0..step).map(|n| format!("Peraturan Daerah Nomor {n} Tahun 2016;")).collect();
    let kertas = if step.is_multiple_of(2) { "F4" } else { "A4" };
    (sk.kertas, surat.kertas) = (kertas.into(), kertas.into());
    surat.nota_tembusan = vec!["Inspektur;".into(), "Arsip.".into()];
    surat.tpk = vec!["; ; Anggota".into(); 3 + step % 5];
    region.roster.units[1].nama = format!("SD Negeri 7 {}", "Sungai Manau ".repeat(step / 2)).trim().into();
    region
}

#[test]
fn no_page_of_any_paper_holds_a_signature_or_tembusan_alone() {
    for (step, of_a_person) in (0..20).flat_map(|step| [(step, true), (step, false)]) {
        let noted = made(&awkward(step, of_a_person), &OfficeFiles::new());
        for (path, ends) in ENDS.into_iter().filter(|(path, _)| path.ends_with('/') == of_a_person) {
            let Some(pages) = pages_of(paper(&noted, path)) else { return };
            for page in pages {
                let ending = |line: &String| ends.iter().any(|words| line.contains(words));
                let Some(at) = page.iter().position(ending) else { continue };
                assert!(at >= 2, "{path}, step {step}: only {at} lines before the end: {page:#?}");
            }
        }
    }
}

fn pages(bytes: &[u8]) -> usize {
    lopdf::Document::load_mem(bytes).expect("our own file").get_pages().len()
}

/// Long names everywhere, signed on behalf of the bupati.
fn wordy(kertas: &str) -> Region {
    let mut region = all_papers(region_of(3));
    let sk = &mut region.settings.sk;
    (sk.kertas, region.settings.surat.kertas) = (kertas.into(), kertas.into());
    sk.penandatangan_jabatan =
        "KEPALA BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA KABUPATEN MERANGIN".into();
    sk.nama_pejabat = "Prof. Dr. Ir. H. MUHAMMAD SYUKURUDDIN HASIBUAN, S.H., M.Si., M.M., Ph.D.".into();
    sk.penandatangan_pangkat = "Pembina Utama Muda".into();
    sk.penandatangan_nip = "19690904 199610 1 001".into();
    sk.petikan_jabatan = "KEPALA BIDANG MUTASI, PROMOSI DAN PENGEMBANGAN APARATUR".into();
    sk.petikan_nip = "19700101 199503 2 002".into();
    sk.frasa_rahmat = true;
    rename(&mut region, 0, "Dr. Hj. SITI NURHALIZAH RAMADHANI, S.Pd., M.Pd.");
    region.roster.units[1].nama = "UPTD Satuan Pendidikan SD Negeri 214/VI Sungai Manau Ulu".into();
    region
}

#[test]
fn letters_to_one_person_fill_one_page_and_a_decree_on_one_person_two() {
    for kertas in ["F4", "A4"] {
        let noted = made(&wordy(kertas), &OfficeFiles::new());
        assert_eq!(noted.findings, []);
        for (path, most) in [
            ("petikan/", 1),
            ("spmt/", 1),
            ("pemberitahuan/", 1),
            ("persetujuan-melepas/", 1),
            ("daftar-periksa/", 1),
            ("sk-perorangan/", if kertas == "F4" { 2 } else { 3 }),
        ] {
            for own in noted.value.iter().filter(|artifact| artifact.path.contains(path)) {
                assert!(pages(&own.bytes) <= most, "{} on {kertas}: {} pages", own.path, pages(&own.bytes));
            }
        }
    }
    let usual = made(&all_papers(region_of(1)), &OfficeFiles::new());
    assert_eq!(pages(paper(&usual, "sk-perorangan/")), 2);
}

#[test]
fn the_person_of_a_petikan_stands_on_one_page() {
    for step in 0..20 {
        let mut region = all_papers(region_of(1));
        region.settings.sk.kertas = "A4".into();
        region.settings.sk.tentang = "Pemindahan dan Penempatan Pegawai ".repeat(step * 4 + 1);
        region.roster.units[0].nama = "SD Negeri 1 Bangko ".repeat(step + 1).trim().into();
        let noted = made(&region, &OfficeFiles::new());
        for path in ["petikan/", "sk-perorangan/"] {
            let Some(pages) = pages_of(paper(&noted, path)) else { return };
            let on = |words: &str| pages.iter().position(|page| page.iter().any(|line| line.contains(words)));
            assert_eq!(on("Pangkat/Gol. Ruang"), on("Unit Kerja Baru"), "{path}, step {step}");
        }
    }
}

#[test]
fn the_titles_of_a_long_lampiran_are_not_torn_on_any_paper() {
    for (kertas, arah) in [("F4", "mendatar"), ("A4", "mendatar"), ("Legal", "mendatar"), ("F4", "tegak")] {
        let mut region = fixture::region();
        let sk = &mut region.settings.sk;
        sk.kertas = kertas.into();
        let all = crate::settings::surat::KOLOM.into_iter().filter(|nama| !["nama_nip", "lama", "baru"].contains(nama));
        // Upright there is room for eight.
        let upright = arah == "tegak";
        sk.lampiran_kolom =
            all.map(str::to_string).filter(|nama| !upright || !nama.contains("unit") && nama != "ttl").collect();
        sk.lampiran_arah =
            if upright { crate::settings::surat::Arah::Tegak } else { crate::settings::surat::Arah::Mendatar };
        let noted = made(&region, &OfficeFiles::new());
        assert_eq!(noted.findings, []);
        let Some(text) = text_of(paper(&noted, "sk-kolektif")) else { return };
        for word in ["PENDIDIKAN", "TUNJANGAN", "ESELON", "GOLONGAN", "JABATAN"] {
            let lampiran = &text[text.find("DAFTAR NAMA").unwrap()..];
            assert!(lampiran.contains(word), "{kertas} {arah}: {word} is torn: {lampiran}");
        }
    }
}

#[test]
fn a_berita_acara_of_many_is_short_and_says_each_thing_once() {
    let mut region = all_papers(region_of(19));
    for step in &mut region.plan.moves {
        step.alasan = "Semua aturan wajib terpenuhi. Rencana ini unggul 46 poin kecocokan.".into();
    }
    let noted = made(&region, &OfficeFiles::new());
    let bytes = paper(&noted, "berita-acara");
    assert!(pages(bytes) <= 4, "{} pages", pages(bytes));
    let Some(text) = text_of(bytes) else { return };
    assert!(!text.contains("poin") && !text.contains("wajib terpenuhi"), "{text}");
    approve(&mut region);
    let noted = made(&region, &OfficeFiles::new());
    let Some(text) = letters_of(paper(&noted, "berita-acara")) else { return };
    assert_eq!(text.matches("Gubernur:sesuaikebutuhan").count(), 0, "what the governor decided is no word of the team");
    let list = text_of(paper(&noted, "daftar-periksa")).unwrap();
    assert!(!list.contains("Setuju"), "{list}");
    region.roster.keputusan.list.iter_mut().for_each(|own| own.pejabat = "Tim Penilai Kinerja".into());
    let noted = made(&region, &OfficeFiles::new());
    let text = letters_of(paper(&noted, "berita-acara")).unwrap();
    assert_eq!(text.matches("Disetujui").count(), 19, "{text}");
    assert!(text_of(paper(&noted, "daftar-periksa")).unwrap().contains("Kinerja Setuju"));
}

#[test]
fn a_nota_dinas_reports_what_is_decided_and_names_who_was_held_back() {
    let mut region = all_papers(fixture::region());
    let told = |region: &fixture::Region| text_of(paper(&made(region, &OfficeFiles::new()), "nota-dinas"));
    let Some(asked) = told(&region) else { return };
    assert!(
        asked.contains("Kami mengusulkan 4 perpindahan sebagai berikut:") && asked.contains("Mohon arahan"),
        "{asked}"
    );
    approve(&mut region);
    let reported = told(&region).unwrap();
    assert!(reported.contains("Pimpinan telah menyetujui 4 perpindahan"), "{reported}");
    assert!(!reported.contains("usul") && !reported.contains("Mohon"), "{reported}");
    // One is not decided on, and one stays whom the published plan would send to Jangkat.
    let mut held = region.roster.keputusan.list.pop().unwrap();
    let step = region.plan.moves.remove(2);
    held.nip = region.roster.pegawai(step.pegawai).nip;
    (held.tindakan, held.alasan) = (Tindakan::Tunda, "orang tua sakit".into());
    region.roster.keputusan.list.retain(|own| own.nip != held.nip);
    region.roster.keputusan.list.push(held);
    region.plan.keputusan.truncate(region.roster.keputusan.list.len());
    let some = told(&region).unwrap();
    assert!(some.contains("2 telah disetujui dan 1 menunggu keputusan"), "{some}");
    assert!(
        some.contains("Usulan yang tidak dilanjutkan") && some.contains("ditunda oleh Gubernur: orang tua sakit."),
        "{some}"
    );
    let minutes = letters_of(paper(&made(&region, &OfficeFiles::new()), "berita-acara")).unwrap();
    assert!(
        minutes.contains("usulanperpindahannyaditunda"),
        "a line without a place says what became of it: {minutes}"
    );
}

#[test]
fn a_governor_gets_no_copy_of_his_own_decree_and_a_person_does() {
    let mut region = super::papers::region_in_full();
    region.settings.surat.jenis = vec!["sk-kolektif".into(), "sk-perorangan".into()];
    let noted = made(&region, &OfficeFiles::new());
    let Some(text) = text_of(paper(&noted, "sk-kolektif")) else { return };
    assert!(text.contains("Yth.: 1. Kepala Kantor Regional"), "{text}");
    let Some(text) = text_of(paper(&noted, "sk-perorangan")) else { return };
    assert!(text.contains("5. Pegawai Negeri Sipil yang bersangkutan; 6. Arsip."), "{text}");
}

#[test]
fn a_woman_is_addressed_as_one_and_a_petikan_has_the_phrase_of_its_decree() {
    let mut region = all_papers(fixture::region());
    region.settings.sk.frasa_rahmat = true;
    let noted = made(&region, &OfficeFiles::new());
    for step in &region.plan.moves {
        let pegawai = region.roster.pegawai(step.pegawai);
        let own =
            noted.value.iter().find(|a| a.path.contains("pemberitahuan") && a.path.contains(pegawai.nip.digits()));
        let Some(text) = text_of(&own.unwrap().bytes) else { return };
        let (short, full) = super::context::sapaan(pegawai.jenis_kelamin);
        assert!(text.contains(&format!("Kepada Yth. {short} ")) && text.contains(&format!("bahwa {full} ")), "{text}");
    }
    let Some(petikan) = text_of(paper(&noted, "petikan/")) else { return };
    assert!(petikan.contains("DENGAN RAHMAT TUHAN YANG MAHA ESA"), "{petikan}");
}
