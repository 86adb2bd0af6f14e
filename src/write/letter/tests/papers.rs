//! What the papers say.

use super::*;

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

/// The fixture with every setting of the decree filled in, signed on behalf of a governor, and every move approved.
pub(super) fn region_in_full() -> Region {
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
    let noted = made(&region_in_full(), &with_lambang());
    assert_eq!(noted.findings, []);
    let Some(decree) = text_of(&noted.value[0].bytes) else { return };
    for part in [
        "GUBERNUR GORONTALO KEPUTUSAN GUBERNUR GORONTALO NOMOR : 800.1.3.3/217/BKD/2026",
        "DENGAN RAHMAT TUHAN YANG MAHA ESA",
        "Memperhatikan : Berita Acara",
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
