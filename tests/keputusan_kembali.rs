//! Decisions that come back wrong, beside others, or in a workbook that somebody changed: none is lost, none is believed that
//! should not be, and each is told.

#[path = "support/kembali.rs"]
mod kembali;
#[path = "support/putusan.rs"]
mod putusan;
mod read_kit;
#[path = "support/tools.rs"]
#[allow(dead_code, reason = "of the tools this file needs the commands only")]
mod tools;

use kembali::*;
use mutasi::finding::Finding;
use mutasi::model::keputusan::HasilKeputusan;
use mutasi::pipeline::Outcome;
use putusan::*;
use read_kit::{C::*, *};

const HEADER: &[C] = &[T("NIP"), T("NAMA"), T("KEPUTUSAN"), T("TUJUAN"), T("ALASAN"), T("PEJABAT")];
const NAMA_HASIL: &str = "hasil-mutasi-2026-11.xlsx";

/// A row of a workbook of decisions about one of the people of a school.
fn row(folder: &Folder, at: usize, cells: [&'static str; 4]) -> Vec<C> {
    let (nip, nama) = people_of("SD Negeri 1 Bangko", folder).swap_remove(at);
    [leaked(nip), leaked(nama)].into_iter().chain(cells.map(T)).collect()
}

fn put(folder: &Folder, name: &str, rows: &[Vec<C>]) {
    let rows: Vec<&[C]> = std::iter::once(HEADER).chain(rows.iter().map(Vec::as_slice)).collect();
    folder.put(name, &xlsx(&rows));
}

/// The rows of the next sheet with something decided: decision, target, reason, and what became of it.
fn decisions(folder: &Folder) -> Vec<[String; 4]> {
    let rows = sheet(&file(folder, HASIL));
    let filled = rows.into_iter().filter(|row| !row[7].is_empty());
    filled.map(|row| [7, 8, 11, 14].map(|col| row[col].clone())).collect()
}

fn terbit(outcome: &Outcome) -> usize {
    outcome.roster.keputusan.terbit.as_ref().map_or(0, |terbit| terbit.tujuan.len())
}

#[test]
fn a_wrong_decision_stays_on_the_sheet_with_what_is_wrong_until_it_is_right() {
    let folder = folder();
    let wrong = [
        row(&folder, 0, ["Tunda", "", "", "Bupati"]),
        row(&folder, 1, ["Larang", "SD Negeri 2 Jangkatt", "sakit", "Bupati"]),
        row(&folder, 2, ["Mungkin", "", "sakit", "Bupati"]),
    ];
    put(&folder, "keputusan.xlsx", &wrong);
    let outcome = run(&folder);
    assert!(outcome.roster.keputusan.list.is_empty());
    let carried = decisions(&folder);
    let kept: Vec<[&str; 3]> = carried.iter().map(|[what, to, why, _]| [&**what, &**to, &**why]).collect();
    let written = [["Tunda", "", ""], ["Larang", "SD Negeri 2 Jangkatt", "sakit"], ["Mungkin", "", "sakit"]];
    assert_eq!(kept, written);
    for ([.., hasil], code) in carried.iter().zip(["D-331", "D-332", "D-330"]) {
        assert!(hasil.starts_with("Belum dipakai: ") && hasil.contains(code), "{hasil}");
    }
    let record: serde_json::Value = serde_json::from_slice(&file(&folder, RENCANA)).unwrap();
    assert_eq!(record["keputusan"].as_array().unwrap().len(), 3);

    // Beside the file it stood in first each is still there once; without that file too.
    folder.put(NAMA_HASIL, &file(&folder, HASIL));
    run(&folder);
    assert_eq!(decisions(&folder), carried);
    fs_err::remove_file(folder.root().join(NOVEMBER).join("keputusan.xlsx")).unwrap();
    folder.put(NAMA_HASIL, &file(&folder, HASIL));
    run(&folder);
    assert_eq!(decisions(&folder), carried);
}

#[test]
fn a_wrong_decision_on_a_proposed_move_stays_in_its_row() {
    let folder = folder();
    run(&folder);
    let hasil = file(&folder, HASIL);
    let proposed = sheet(&hasil).swap_remove(0);
    folder.put(NAMA_HASIL, &typed(&hasil, PART, &[("H5", "Tolak"), ("M5", "Bupati")]));
    let outcome = run(&folder);
    assert!(outcome.roster.keputusan.list.is_empty());
    let next = sheet(&file(&folder, HASIL));
    assert_eq!(next.len(), 3, "no second row for it: {next:?}");
    let same = next.iter().find(|row| row[1] == proposed[1]).expect("the move is still proposed");
    assert_eq!((&same[5], &*same[7], &*same[12]), (&proposed[5], "Tolak", "Bupati"));
    assert_eq!(same[14], "Belum dipakai: alasannya kosong (D-331)");
}

#[test]
fn a_unit_confirmed_in_the_result_workbook_makes_its_decision_hold() {
    if !tools::have_openpyxl() {
        return;
    }
    let folder = folder();
    put(&folder, "keputusan.xlsx", &[row(&folder, 1, ["Larang", "SD Negeri 2 Jangkatt", "sakit", "Bupati"])]);
    run(&folder);
    // The result workbook with the answer takes the place of the workbook with the decision.
    let path = folder.put(NAMA_HASIL, &file(&folder, HASIL));
    fs_err::remove_file(folder.root().join(NOVEMBER).join("keputusan.xlsx")).unwrap();
    let script = "sheet = book['Perlu Konfirmasi']\n\
        sheet['J5'] = sheet['G5'].value\n\
        sheet['K5'] = 'Rina Marlina'\n\
        sheet['L5'] = datetime.date(2026, 11, 21)";
    tools::edited_by_openpyxl(&path, script);
    let outcome = run(&folder);
    let [only] = &outcome.roster.keputusan.list[..] else { panic!("{}", render_all(&outcome.findings)) };
    let unit = only.tujuan.as_ref().map(|tujuan| &*outcome.roster.unit(tujuan.unit).nama);
    assert_eq!(unit, Some("SD Negeri 2 Jangkat"));
    assert_eq!(decisions(&folder).len(), 1);
}

#[test]
fn of_two_that_disagree_the_earlier_one_is_shown_as_replaced_and_never_comes_back_by_itself() {
    let folder = folder();
    put(&folder, "a keputusan.xlsx", &[row(&folder, 0, ["Tunda", "", "diklat", "Kepala BKPSDM"])]);
    put(&folder, "b keputusan.xlsx", &[row(&folder, 0, ["Tetapkan ke", "SD Negeri 2 Jangkat", "perlu", "Bupati"])]);
    let first = run(&folder);
    assert_eq!(told(&first, "D-335").len(), 1);
    let carried = decisions(&folder);
    assert_eq!(carried.len(), 2, "{carried:?}");
    assert_eq!(carried[1][0], "Digantikan (Tunda)");
    assert_eq!(carried[1][3], "Digantikan oleh “Tetapkan ke” (Bupati: perlu)");
    for name in ["a keputusan.xlsx", "b keputusan.xlsx"] {
        fs_err::remove_file(folder.root().join(NOVEMBER).join(name)).unwrap();
    }
    folder.put(NAMA_HASIL, &file(&folder, HASIL));
    let second = run(&folder);
    assert!(told(&second, "D-335").is_empty(), "{}", render_all(&second.findings));
    assert_eq!(second.plan.keputusan, [HasilKeputusan::Dipenuhi]);
    assert_eq!(decisions(&folder), carried);
}

/// The result workbook changed by openpyxl, or `None` where there is none.
fn changed(script: &str) -> Option<(Folder, Outcome)> {
    if !tools::have_openpyxl() {
        return None;
    }
    let folder = folder();
    let before = run(&folder);
    let path = folder.put(NAMA_HASIL, &file(&folder, HASIL));
    tools::edited_by_openpyxl(&path, &format!("sheet = book['Keputusan']\nsheet.protection.sheet = False\n{script}"));
    Some((folder, before))
}

#[test]
fn a_locked_cell_that_was_changed_is_told_and_not_believed() {
    let Some((folder, before)) = changed("sheet['F5'] = 'SD Negeri 1 Bangko'\nsheet['C6'] = 'ORANG LAIN'") else {
        return;
    };
    let outcome = run(&folder);
    insta::assert_snapshot!("D-344", render_all(&told(&outcome, "D-344")));
    assert_eq!((moves(&outcome), terbit(&outcome)), (moves(&before), 3));
    assert!(told(&outcome, "D-341").is_empty());
}

#[test]
fn a_decision_in_a_row_that_was_made_another_persons_is_nobodys() {
    let other = "198601012015011099";
    let script =
        format!("sheet['B5'] = '{other}'\nsheet['H5'] = 'Tolak'\nsheet['L5'] = 'sakit'\nsheet['M5'] = 'Bupati'");
    let Some((folder, before)) = changed(&script) else { return };
    let outcome = run(&folder);
    let [one] = &told(&outcome, "D-344")[..] else { panic!("{}", render_all(&outcome.findings)) };
    assert!(one.problem.ends_with("keputusan di baris ini tidak dipakai"), "{}", one.problem);
    assert!(outcome.roster.keputusan.list.is_empty());
    assert_eq!(moves(&outcome), moves(&before));
}

#[test]
fn a_move_written_into_a_blank_row_and_a_deleted_row_change_no_published_plan() {
    let Some((folder, before)) = changed("sheet['F12'] = 'SD Negeri 3 Tabir'\nsheet.delete_rows(5)") else { return };
    let outcome = run(&folder);
    let told: Vec<String> = told(&outcome, "D-344").into_iter().map(|finding| finding.problem.to_string()).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().any(|told| told.starts_with("1 baris tidak ada lagi di lembar “Keputusan”")), "{told:?}");
    assert_eq!((moves(&outcome), terbit(&outcome)), (moves(&before), 3));
}

#[test]
fn columns_that_are_gone_are_told_with_what_follows() {
    let Some((folder, before)) = changed("sheet.delete_cols(6, 2)\nsheet.delete_cols(12)") else { return };
    let outcome = run(&folder);
    insta::assert_snapshot!("D-345", render_all(&told(&outcome, "D-345")));
    assert_eq!((moves(&outcome), terbit(&outcome)), (moves(&before), 3));
    let Some((folder, _)) = changed("sheet['H5'] = 'Tunda'\nsheet.delete_cols(12)") else { return };
    let outcome = run(&folder);
    let told = &told(&outcome, "D-345")[0].problem;
    assert_eq!(told, "lembar “Keputusan” tidak memuat kolom ALASAN; tidak satu pun keputusannya dipakai");
    assert!(outcome.roster.keputusan.terbit.is_none());
}

/// What D-346 says of the result workbook changed by openpyxl; nothing but findings may come of it.
fn told_of_results(script: &str) -> Option<Vec<Finding>> {
    let (folder, before) = changed(script)?;
    let outcome = run(&folder);
    assert_eq!((moves(&outcome), terbit(&outcome)), (moves(&before), 3));
    assert!(told(&outcome, "D-344").is_empty());
    Some(told(&outcome, "D-346"))
}

#[test]
fn a_changed_cell_of_a_sheet_of_results_is_told_and_not_believed() {
    let script = "book['Rencana Mutasi']['F6'] = 'SD Negeri 1 Bangko'\n\
        book['Rencana Mutasi']['A6'] = None\n\
        book['Kebutuhan Unit']['F5'] = 99\n\
        book['Kebutuhan Unit'].append(['SD Negeri 9 Bangko', 'Guru Kelas'])\n\
        book['Ringkasan']['A1'] = 'Semua baik'\n\
        book['Aturan'].delete_rows(6)\n\
        [setattr(cell, 'value', 'x') for row in book['Catatan Run']['A5:D9'] for cell in row]";
    let Some(told) = told_of_results(script) else { return };
    insta::assert_snapshot!("D-346", render_all(&told));
}

#[test]
fn sheets_of_results_may_be_sorted_and_deleted() {
    let script = "rows = list(book['Aturan'].iter_rows(min_row=5, max_row=20, values_only=True))\n\
        [setattr(book['Aturan'].cell(5 + at, 1 + col), 'value', value) for at, row in enumerate(reversed(rows)) for col, value in enumerate(row)]\n\
        del book['Bobot']";
    let Some(told) = told_of_results(script) else { return };
    assert!(told.is_empty(), "{}", render_all(&told));
}

#[test]
fn a_workbook_that_libreoffice_saved_again_is_still_as_it_was_written() {
    if !tools::have("soffice") {
        return;
    }
    // As the program itself reads an .ods: by a child, which hands over each sheet once, in their order.
    mutasi::read::read_in_children(env!("CARGO_BIN_EXE_mutasi").into());
    let folder = folder();
    run(&folder);
    let changed = edited(&file(&folder, HASIL), "sharedStrings.xml", |xml| xml);
    tools::each_saved("hasil-mutasi-2026-11", &changed, &["xlsx", "ods"], |ending, name, saved| {
        let path = folder.put(name, saved);
        let outcome = run(&folder);
        assert_eq!(told(&outcome, "B-36").len(), 1, "{ending}: {}", render_all(&outcome.findings));
        for code in ["D-344", "D-345", "D-346"] {
            assert!(told(&outcome, code).is_empty(), "{ending}: {}", render_all(&told(&outcome, code)));
        }
        assert_eq!(terbit(&outcome), 3, "{ending}");
        fs_err::remove_file(path).unwrap();
    });
}

#[test]
fn a_result_workbook_is_a_file_that_was_read() {
    let folder = folder();
    run(&folder);
    folder.put(NAMA_HASIL, &decided(&file(&folder, HASIL), 0, &[("H", "Tolak")]));
    let outcome = run(&folder);
    let at = outcome.tables.sources.iter().position(|source| source.path.ends_with(NAMA_HASIL)).unwrap();
    assert!(outcome.tables.takes_from(at));
    let [one] = &told(&outcome, "B-36")[..] else { panic!("{}", render_all(&outcome.findings)) };
    let taken = "lembar “Keputusan” (1 keputusan terisi, rencana terbit 3 perpindahan)";
    assert!(one.problem.contains(taken), "{}", one.problem);
}

#[test]
fn a_move_that_bends_a_rule_says_which() {
    let folder = folder();
    let (nip, nama) = people_of("SD Negeri 3 Tabir", &folder).swap_remove(0);
    let header: Vec<C> = HEADER.iter().copied().chain([T("ATURAN")]).collect();
    let of = |what, to, rule| -> Vec<C> {
        [leaked(nip.clone()), leaked(nama.clone())]
            .into_iter()
            .chain([what, to, "perlu", "Bupati", rule].map(T))
            .collect()
    };
    let rows = [of("Tetapkan ke", "SD Negeri 2 Jangkat", ""), of("Kecualikan aturan", "", "A-101")];
    folder.put("keputusan.xlsx", &xlsx(&[&header, &rows[0], &rows[1]]));
    let outcome = run(&folder);
    let step = outcome.plan.moves.iter().find(|step| outcome.roster.pegawai(step.pegawai).nip.digits() == nip);
    let why = &step.unwrap_or_else(|| panic!("{}", render_all(&outcome.findings))).alasan;
    assert!(why.contains("Semua aturan wajib terpenuhi, kecuali yang dikecualikan pimpinan: A-101 ("), "{why}");
}
