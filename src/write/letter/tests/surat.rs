//! All ten papers: their parts, what stays out of which, and the styles an office chooses.

use super::faults::with_petikan;
use super::papers::region_in_full;
use super::*;

/// Each paper, and what it says, in order.
const PARTS: [(&str, &str); 8] = [
    (
        "sk-perorangan/001",
        "KEPUTUSAN BUPATI MERANGIN | Menimbang : | Mengingat : | MEMUTUSKAN: | KESATU : | Unit Kerja Baru | KEDUA : | \
         Ditetapkan di Bangko | Tembusan | Pegawai Negeri Sipil yang bersangkutan; | Arsip.",
    ),
    (
        "spmt/001",
        "PEMERINTAH KABUPATEN MERANGIN | SURAT PERNYATAAN MELAKSANAKAN TUGAS | Yang bertanda tangan | menyatakan dengan \
         sesungguhnya bahwa | berdasarkan Keputusan | telah nyata melaksanakan tugas sebagai | sumpah jabatan | Tembusan",
    ),
    (
        "pemberitahuan/001",
        "BADAN KEPEGAWAIAN | Hal : Pemberitahuan rencana mutasi | Kepada Yth. | Alasan | Yang perlu dipersiapkan | \
         Keberatan dan pertanyaan",
    ),
    (
        "nota-dinas",
        "NOTA DINAS | Kepada Yth. : Bupati Merangin | Melalui : Sekretaris Daerah | 1. Dasar | Jabatan Fungsional. | \
         2. Hasil analisis | Guru Kelas | 3. Usulan | 4. Pertimbangan | Mohon arahan",
    ),
    (
        "berita-acara",
        "RAPAT TIM PENILAI KINERJA | Pada hari ini | 1. Yang hadir | Ketua | 2. Dasar | 3. Pembahasan | 4. Penutup",
    ),
    ("persetujuan-melepas/001", "SURAT PERSETUJUAN MELEPAS | menyetujui pemindahan pegawai | 8 orang"),
    (
        "rencana-mutasi",
        "RENCANA MUTASI PEGAWAI | 2. Tujuan | 5. Kriteria dan bobot | 6. Daftar rencana | 7. Waktu pelaksanaan | \
         8. Keberatan | 9. Evaluasi | 1 Maret 2027 | 1 Desember 2027",
    ),
    ("daftar-periksa/001", "DAFTAR PERIKSA MUTASI | SKP dua tahun terakhir | Persiapan pegawai"),
];

#[test]
fn every_paper_has_its_parts_in_order() {
    let noted = made(&all_papers(fixture::region()), &OfficeFiles::new());
    assert_eq!(noted.findings, []);
    for (path, parts) in PARTS {
        let Some(text) = text_of(paper(&noted, path)) else { return };
        let mut from = 0;
        for part in parts.split(" | ") {
            let found = text[from..].find(part);
            from +=
                found.unwrap_or_else(|| panic!("{path}: “{part}” is missing after: {}", &text[from..])) + part.len();
        }
    }
}

#[test]
fn reasons_stay_out_of_decrees_and_other_people_out_of_letters_to_one() {
    let mut region = fixture::region();
    for step in &mut region.plan.moves {
        step.alasan = "Dibandingkan calon berikutnya (TETANGGA LAIN), rencana ini unggul.".into();
    }
    let noted = made(&all_papers(region), &OfficeFiles::new());
    for artifact in &noted.value {
        let Some(text) = text_of(&artifact.bytes) else { return };
        // The meeting has both units in figures before it; how the choice was made is for the nota dinas.
        let told = artifact.path.contains("nota-dinas");
        assert_eq!(text.contains("TETANGGA LAIN"), told, "{}", artifact.path);
    }
    let region = fixture::region();
    let Some(plan) = text_of(paper(&noted, "rencana-mutasi")) else { return };
    for step in &region.plan.moves {
        let nip = region.roster.pegawai(step.pegawai).nip;
        assert!(
            !plan.contains(&nip.spaced()) && !plan.contains(nip.digits()),
            "the staff's edition shows no whole NIP"
        );
        assert!(plan.contains(&nip.masked()), "{plan}");
    }
}

#[test]
fn a_pppk_is_told_and_stands_in_no_decree() {
    let mut region = all_papers(fixture::region());
    let pegawai = region.plan.moves[0].pegawai;
    region.roster.pegawai[pegawai.0 as usize].status = StatusAsn::Pppk;
    let noted = made(&region, &OfficeFiles::new());
    let nip = region.roster.pegawai(pegawai).nip;
    let of: Vec<&str> =
        noted.value.iter().map(|a| a.path.as_str()).filter(|path| path.contains(nip.digits())).collect();
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
    let Some(nota) = text_of(paper(&noted, "nota-dinas")) else { return };
    assert!(nota.contains(&nip.spaced()) && nota.contains("Nomor 49 Tahun 2018"), "{nota}");
}

#[test]
fn the_older_style_begins_with_pertama_numbers_by_year_and_lies_on_a4() {
    let mut region = region_in_full();
    let sk = &mut region.settings.sk;
    (sk.gaya_nomor, sk.nomor) = (crate::settings::surat::GayaNomor::Tahun, "361".into());
    sk.sebutan_diktum = crate::settings::surat::SebutanDiktum::Pertama;
    sk.kertas = "A4".into();
    let noted = made(&region, &with_lambang());
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
    let mut region = fixture::region();
    region.settings.sk.lampiran_kolom = [
        "nama",
        "nip",
        "pangkat",
        "ttl",
        "pendidikan",
        "jabatan_lama",
        "unit_lama",
        "jabatan_baru",
        "unit_baru",
        "eselon",
        "tunjangan",
        "ket",
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
        assert!(info.lines().any(|line| line.contains("size:  935.4") && line.contains(" x 609.4")), "{info}");
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
