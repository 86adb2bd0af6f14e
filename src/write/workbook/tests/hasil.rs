//! The result workbook.

use calamine::{Data, Reader, SheetVisible};

use super::*;
use crate::finding::catalogue;
use crate::model::fixture;

const SHEETS: [&str; 16] = [
    "Ringkasan",
    "Rencana Mutasi",
    "Keputusan",
    "Arus Mutasi",
    "Kebutuhan Unit",
    "Beban Unit",
    "Tidak Terpenuhi",
    "Calon",
    "Rotasi",
    "Keadilan",
    "Temuan",
    "Perlu Konfirmasi",
    "Mutu Data",
    "Aturan",
    "Bobot",
    "Catatan Run",
];

#[test]
fn sheets_stand_in_the_order_a_leader_reads_and_chart_data_is_hidden() {
    let hasil = hasil_of(&fixture::region(), &[]);
    assert_eq!(hasil.path, "hasil-mutasi-2026-11.xlsx");
    let book = open(&hasil);
    let visible = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    assert_eq!(visible.map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), SHEETS);
    assert_eq!(book.sheet_names().last().map(String::as_str), Some("_data"));
}

#[test]
fn the_month_stands_in_figures_on_ringkasan() {
    let words = all_text(&sheet(&hasil_of(&fixture::region(), &besar::findings()), "Ringkasan"));
    for expected in [
        "Ringkasan Pemerataan Pegawai – Kabupaten Merangin – November 2026",
        "4 orang diusulkan pindah mulai 1 Desember 2026; kekurangan turun dari 6 menjadi 2 orang.",
        "6 → 2",
        "66%",
        "15 galat, 15 peringatan, 30 lain",
        "Calon dibutuhkan di tempat lain",
        "1 dari 1 pemeriksaan LULUS",
        "2. Kekurangan terisi paling merata (orang kurang)",
        "Nilai kecocokan membandingkan tempat baru tiap orang yang pindah dengan tempat lamanya, dalam poin; yang tetap bernilai 0.",
    ] {
        assert!(words.contains(expected), "“{expected}” is not on Ringkasan:\n{words}");
    }
}

#[test]
fn native_charts_draw_from_the_hidden_sheet_and_the_heat_table_stands_beside_them() {
    let hasil = hasil_of(&besar::region(), &[]);
    for number in 1..=3 {
        let chart = part(&hasil, &format!("xl/charts/chart{number}.xml"));
        assert!(chart.contains("_data!"), "chart {number} is missing or draws from elsewhere");
    }
    assert_eq!(part(&hasil, "xl/charts/chart4.xml"), "");
    assert!(part(&hasil, "xl/styles.xml").contains("FF7FA8D1"), "the most people are on the darkest cell");
    let words = all_text(&sheet(&hasil, "Ringkasan"));
    assert!(words.contains("Perpindahan antar-") && words.contains("Jumlah masuk"), "{words}");
}

#[test]
fn figures_on_ringkasan_lead_to_the_rows_behind_them() {
    let region = fixture::region();
    let hasil = hasil_of(&region, &[]);
    let xml = xml_of(&hasil, "Ringkasan");
    for (sheet, row) in [("Rencana Mutasi", 5), ("Rencana Mutasi", 6), ("Tidak Terpenuhi", 5), ("Tidak Terpenuhi", 6)] {
        assert!(xml.contains(&format!("location=\"'{sheet}'!A{row}\"")), "nothing leads to {sheet} row {row}");
    }
    // The heat table's only figure leads to the first of its people.
    assert_eq!(text(&sheet(&hasil, "Rencana Mutasi"), 5, 0), "1");
}

#[test]
fn a_move_is_one_row_with_both_sides_and_its_price() {
    let region = fixture::region();
    let range = sheet(&hasil_of(&region, &[]), "Rencana Mutasi");
    let of_kesehatan = |step: &&crate::model::plan::Move| {
        let unit = region.roster.unit(region.roster.pegawai(step.pegawai).unit);
        &**unit.opd() == "Dinas Kesehatan"
    };
    let first = region.plan.moves.iter().find(of_kesehatan).unwrap();
    let pegawai = region.roster.pegawai(first.pegawai);
    assert_eq!(text(&range, 4, 0), "Dinas Kesehatan: 2 orang diusulkan pindah");
    assert_eq!(text(&range, 4, 15), "Dinas Kesehatan", "a filter keeps the group's own row");
    assert_eq!((text(&range, 5, 0), text(&range, 5, 1)), ("1".into(), pegawai.nama.as_str().into()));
    assert_eq!(range.get_value((5, 2)), Some(&Data::String(pegawai.nip.spaced())));
    let target = region.needs.post(first.to);
    assert_eq!(text(&range, 5, 5), &*region.roster.unit(pegawai.unit).nama);
    assert_eq!(text(&range, 5, 6), &*region.roster.unit(target.unit).nama);
    assert_eq!((text(&range, 5, 7), range.get_value((5, 8))), (String::new(), Some(&Data::Float(77.6))));
    assert_eq!(text(&range, 5, 10), first.alasan);
    assert!(text(&range, 5, 11).contains('('), "the runner-up with NIP");
    assert_eq!(text(&range, 5, 12), first.jika_ditolak);
    assert_eq!(text(&range, 5, 13), "A-103: lebih dari 5 tahun di unit yang sama");
    assert_eq!(text(&range, 5, 14), "horizontal");
    assert_eq!((text(&range, 5, 19), text(&range, 5, 20)), ("3".into(), "1".into()));
    assert_eq!(text(&range, 7, 0), "Dinas Pendidikan dan Kebudayaan: 2 orang diusulkan pindah");
    assert_eq!(range.end(), Some((9, 24)), "two groups, four moves and nothing under them");
}

#[test]
fn rencana_and_keputusan_number_the_same_people() {
    let hasil = hasil_of(&besar::region(), &[]);
    let people = |name: &str, nip: u32| {
        let range = sheet(&hasil, name);
        let rows = 4..range.end().unwrap().0 + 1;
        let numbered = rows.filter(|row| matches!(range.get_value((*row, 0)), Some(Data::Float(_))));
        numbered.map(|row| (text(&range, row, 0), text(&range, row, nip))).collect::<Vec<_>>()
    };
    let (rencana, keputusan) = (people("Rencana Mutasi", 2), people("Keputusan", 1));
    assert!(rencana.len() > 4);
    assert_eq!(rencana, keputusan);
}

#[test]
fn a_wish_of_the_person_stands_beside_the_move() {
    let mut region = fixture::region();
    let mut part = region.plan.moves[0].merit[0].clone();
    (part.code, part.sentence) = ("O-111", "unit baru adalah usulan ke-1 pegawai".into());
    region.plan.moves[0].merit.push(part);
    let words = all_text(&sheet(&hasil_of(&region, &[]), "Rencana Mutasi"));
    assert!(words.lines().any(|line| line == "unit baru adalah usulan ke-1 pegawai"), "{words}");
}

#[test]
fn a_post_says_its_state_in_words_before_and_after() {
    let range = sheet(&hasil_of(&besar::region(), &[]), "Kebutuhan Unit");
    let row = |unit: &str| (4..44).find(|row| text(&range, *row, 2) == unit).unwrap();
    let unknown = row("SD Negeri 21 Bangko");
    assert_eq!(text(&range, unknown, 12), "Tidak diketahui");
    assert_eq!(range.get_value((unknown, 5)), Some(&Data::Empty));
    let grey = row("SD Negeri 1 Bangko");
    assert_eq!((text(&range, grey, 5), text(&range, grey, 6)), ("5".into(), "6".into()));
    assert_eq!((text(&range, grey, 8), text(&range, grey, 9)), ("-4".into(), "Kurang".into()));
    assert_eq!(text(&range, grey, 19), "rumus: 9 (9 rombel × 1 guru kelas)");
    assert_eq!(text(&range, row("SD Negeri 6 Bangko"), 20), "data pegawai (1 baris bermasalah)");
}

#[test]
fn the_heat_table_counts_every_move_once() {
    let range = sheet(&hasil_of(&fixture::region(), &[]), "Arus Mutasi");
    let row = |at: u32| (0..4).map(|col| text(&range, at, col)).collect::<Vec<_>>();
    assert_eq!(row(3), ["Dari ↓   ke →", "Bangko", "Jangkat", "Jumlah keluar"]);
    assert_eq!(row(4), ["Bangko", "", "4", "4"]);
    assert_eq!(row(5), ["Jangkat", "", "", "0"]);
    assert_eq!(row(6), ["Jumlah masuk", "0", "4", "4"]);
}

#[test]
fn many_groups_stand_together_in_the_heat_table() {
    let region = besar::region();
    let range = sheet(&hasil_of(&region, &[]), "Arus Mutasi");
    let (rows, cols) = range.get_size();
    assert!(rows <= 25 && cols <= 22, "{rows} × {cols}");
    let total = text(&range, rows as u32 - 1, cols as u32 - 1);
    assert_eq!(total, region.plan.moves.len().to_string());
}

#[test]
fn levels_are_told_in_people_and_points_and_raw_only_in_the_record() {
    let mut region = fixture::region();
    region.plan.status_quo = [0, -29_799, 0, 0, 0, 0];
    region.plan.total = [0, -30_163, 4, 0, 816, 7_000_000_000];
    let hasil = hasil_of(&region, &[]);
    for name in ["Ringkasan", "Aturan", "Catatan Run"] {
        let words = all_text(&sheet(&hasil, name));
        assert!(words.contains("−816"), "{name}:\n{words}");
        assert!(!words.contains("30.163") && !words.contains("7.000.000.000"), "{name}:\n{words}");
    }
    assert!(all_text(&sheet(&hasil, "Catatan Run")).contains("Tujuan ke-2: Kekurangan terisi paling merata"));
}

#[test]
fn a_finding_leads_to_its_cell_in_the_annotated_copy() {
    let hasil = hasil_of(&fixture::region(), &[finding(&catalogue::GOLONGAN_ASING, "C12", "V/z")]);
    let range = sheet(&hasil, "Temuan");
    let row: Vec<String> = (0..11).map(|col| text(&range, 4, col)).collect();
    assert_eq!(row[1..8], ["GALAT", "D-104", PEGAWAI, "Data", "C12", "SITI AMINAH", "V/z"]);
    assert_eq!(row[10], "Buka salinan");
    assert!(xml_of(&hasil, "Temuan").contains("location=\"'Data'!C12\""));
    // Excel and LibreOffice both go to the cell by file and location; the path begins where the workbook lies.
    let links = part(&hasil, "xl/worksheets/_rels/sheet11.xml.rels");
    assert!(links.contains("Target=\"periksa/pegawai-periksa.xlsx\""), "{links}");
}

#[test]
fn a_finding_of_a_file_without_copy_has_no_link() {
    let hasil = hasil_of(&fixture::region(), &[finding(&catalogue::ZONA_ABU, "C12", "7")]);
    assert_eq!(text(&sheet(&hasil, "Temuan"), 4, 10), "");
}

#[test]
fn no_text_becomes_a_formula_on_any_sheet() {
    let mut region = fixture::region();
    for (index, text) in ["=1+1", "+62812", "-5", "@SUM(A1)", "\t=A1", "\r=A1"].into_iter().enumerate() {
        region.plan.moves[index % 4].alasan = text.into();
        region.plan.unfilled[index % 2].saran = text.into();
        region.roster.units[index % 4].nama = text.into();
    }
    let values = ["=cmd|' /C calc'!A0", "+1", "-1", "@x"];
    let findings: Vec<Finding> = values.map(|value| finding(&catalogue::GOLONGAN_ASING, "C12", value)).to_vec();
    let hasil = hasil_of(&region, &findings);
    let mut book = open(&hasil);
    for name in SHEETS {
        let formulas = book.worksheet_formula(name).unwrap();
        assert!(formulas.used_cells().next().is_none(), "{name} holds a formula");
    }
    assert_eq!(text(&sheet(&hasil, "Temuan"), 4, 7), "=cmd|' /C calc'!A0");
    assert!(part(&hasil, "xl/styles.xml").contains("quotePrefix=\"1\""), "F2 and Enter would make a formula");
}

#[test]
fn a_nik_typed_into_another_column_is_not_shown() {
    let hasil = hasil_of(&fixture::region(), &[finding(&catalogue::NIP_BUKAN_NIP, "B3", "1502014508900003")]);
    let words = all_text(&sheet(&hasil, "Temuan"));
    assert!(words.contains("NIK tidak disalin"));
    assert!(!words.contains("1502014508900003"), "also not in the sentence that quotes it");
}

#[test]
fn the_same_results_give_the_same_bytes_in_whatever_order_sheets_are_written() {
    let (region, findings) = (besar::region(), besar::findings());
    let once = hasil_of(&region, &findings);
    assert!(once.bytes == hasil_of(&region, &findings).bytes);
    let backwards = with_results(&region, &findings, |results| {
        super::super::made(results, |tasks, write| tasks.into_iter().rev().map(write).collect()).unwrap()
    });
    assert!(once.bytes == backwards.bytes, "a format was numbered by the sheet that was written first");
}

#[test]
fn cells_of_large_sheets_have_the_look_of_their_column_and_the_sheet_is_plain_below_them() {
    let (region, findings) = (besar::region(), besar::findings());
    let hasil = hasil_of(&region, &findings);
    for name in ["Kebutuhan Unit", "Rencana Mutasi", "Temuan", "Calon"] {
        let xml = xml_of(&hasil, name);
        let (columns, rows) = xml.split_once("<sheetData>").unwrap();
        assert!(!columns.split("<cols>").nth(1).unwrap().contains("style="), "{name} is lined to its very end");
        let plain: Vec<&str> =
            rows.split("<c ").skip(1).filter(|cell| !cell.split('>').next().unwrap().contains(" s=")).collect();
        assert!(plain.is_empty(), "{name} has cells without a look: {:?}", plain.first());
    }
}

#[test]
fn properties_name_the_government_and_the_period_not_the_clock() {
    let hasil = hasil_of(&fixture::region(), &[]);
    let core = part(&hasil, "docProps/core.xml");
    assert!(core.contains("Pemerintah Kabupaten Merangin"), "{core}");
    assert!(core.contains("2026-11-01T00:00:00Z"), "{core}");
}

#[test]
fn catatan_run_shows_sources_and_a_failed_check() {
    let mut region = fixture::region();
    region.plan.certificate.checks[0].passed = false;
    let hasil = hasil_of(&region, &[]);
    let words = all_text(&sheet(&hasil, "Catatan Run"));
    for expected in ["GAGAL", PEGAWAI, "abababab", "1 Desember 2026", "Pengaturan lain memakai bawaan"] {
        assert!(words.contains(expected), "“{expected}” is not on Catatan Run");
    }
    assert!(all_text(&sheet(&hasil, "Ringkasan")).contains("1 dari 1 pemeriksaan GAGAL"));
}

#[test]
fn a_month_without_anything_still_has_its_sheets() {
    let mut region = fixture::region();
    region.plan = Default::default();
    region.needs = Default::default();
    let hasil = hasil_of(&region, &[]);
    assert!(all_text(&sheet(&hasil, "Ringkasan")).contains("BELUM diperiksa ulang"));
    assert!(all_text(&sheet(&hasil, "Rencana Mutasi")).contains("Tidak ada perpindahan"));
    assert!(all_text(&sheet(&hasil, "Arus Mutasi")).contains("Tidak ada perpindahan"));
}

#[test]
fn links_stop_before_excel_has_to_repair_the_sheet_and_rows_do_not() {
    let many = finding(&catalogue::GOLONGAN_ASING, "C12", "V/z");
    let hasil = hasil_of(&fixture::region(), &vec![many; 65_100]);
    // One more is the way back to Ringkasan.
    assert_eq!(xml_of(&hasil, "Temuan").matches("<hyperlink ").count(), 65_001);
    assert_eq!(text(&sheet(&hasil, "Temuan"), 4 + 65_099, 10), "Buka salinan");
}

#[test]
fn what_a_folder_changed_is_told_with_its_default() {
    let mut region = fixture::region();
    let text = "[bobot]\nlinear = 500\n[aturan.A-101]\nmasa_jabatan_min_bulan = 36\n[angka]\nbup_guru = 61\n\
                [[aturan_daerah]]\nkode = \"L-01\"\nkalimat = \"Pegawai lama\"\ndasar = \"Perbup\"\njenis = \
                \"masa_kerja_minimal\"\nbulan = 24\ntingkat = \"blokir\"\nsejak = \"2030\"\n";
    region.settings = crate::settings::Settings::parse(text).unwrap().value;
    region.law = region.settings.law(fixture::EFEKTIF);
    let hasil = hasil_of(&region, &[]);
    let words = all_text(&sheet(&hasil, "Catatan Run"));
    for told in
        ["bobot.linear", "bawaan: 400", "aturan.A-101.masa_jabatan_min_bulan", "bawaan: 24", "berlaku mulai 2030"]
    {
        assert!(words.contains(told), "“{told}” is not on Catatan Run:\n{words}");
    }
    let words = all_text(&sheet(&hasil, "Aturan"));
    for told in ["Angka dan tabel peraturan yang diubah daerah", "angka.bup_guru", "UU 14/2005", "61"] {
        assert!(words.contains(told), "“{told}” is not on Aturan:\n{words}");
    }
}

#[test]
fn rules_younger_than_the_day_asked_for_are_told() {
    let mut region = fixture::region();
    region.law = region.settings.law(jiff::civil::date(2010, 1, 1));
    let hasil = hasil_of(&region, &[]);
    for name in ["Aturan", "Catatan Run"] {
        let words = all_text(&sheet(&hasil, name));
        assert!(words.contains("dipakai menurut versi tertuanya"), "{name}:\n{words}");
    }
}

#[test]
fn beban_unit_says_which_of_the_units_of_ringkasan_it_leaves_out_and_why() {
    let all = fixture::region();
    let mut region = fixture::region();
    let unit = region.needs.posts[0].unit;
    region.needs.posts.iter_mut().filter(|post| post.unit == unit).for_each(|post| post.kebutuhan = None);
    let words = |region| all_text(&sheet(&hasil_of(region, &[]), "Beban Unit"));
    let units = all.roster.units.len();
    let known = |region: &fixture::Region| {
        let has = |id| region.needs.of_unit(id).any(|post| post.kebutuhan.is_some());
        region.roster.unit_ids().filter(|id| has(*id)).count()
    };
    assert_eq!(known(&region), known(&all) - 1);
    let line = format!("{} dari {units} unit tercantum; {} tidak", known(&region), units - known(&region));
    let told = words(&region);
    assert!(told.contains(&line) && told.contains(&*region.roster.unit(unit).nama), "{told}");
    assert_eq!(words(&all).contains("unit tercantum"), known(&all) < units);
}
