//! Decisions of leadership from folder in to folder out: the sheet *Keputusan* goes out, comes back filled in, is followed,
//! and the rest of the published plan stays as it was.

#[path = "support/kembali.rs"]
mod kembali;
#[path = "support/putusan.rs"]
mod putusan;
mod read_kit;
#[path = "support/tools.rs"]
#[allow(dead_code, reason = "of the tools this file needs the commands only")]
mod tools;

use kembali::*;
use mutasi::model::keputusan::HasilKeputusan;
use mutasi::model::tanggal::Periode;
use mutasi::pipeline::{self, Options, Silent};
use putusan::*;
use read_kit::{C::*, *};

#[test]
fn a_refusal_comes_back_is_followed_and_stands_in_the_next_sheet() {
    let folder = folder();
    let first = run(&folder);
    assert_eq!(first.plan.moves.len(), 3);
    let proposed = sheet(&file(&folder, HASIL));
    assert_eq!(proposed.len(), 3, "{proposed:?}");
    let nip = proposed[0][1].replace(' ', "");
    let refused = decided(&file(&folder, HASIL), 0, &[("H", "Tolak")]);
    folder.put("hasil-mutasi-2026-11.xlsx", &refused);
    let second = run(&folder);
    assert_eq!(told(&second, "D-340")[0].problem, "1 keputusan terisi, rencana terbit 3 perpindahan");
    assert_eq!(second.plan.keputusan, [HasilKeputusan::Dipenuhi]);
    assert!(!moves(&second).contains_key(&nip) || moves(&second)[&nip] != moves(&first)[&nip]);
    let kept = moves(&first).iter().filter(|(nip, unit)| moves(&second).get(*nip) == Some(unit)).count();
    assert_eq!(kept, 2, "the other two of the published plan stay as they were");

    let next = sheet(&file(&folder, HASIL));
    let carried = next.iter().find(|row| row[7] == "Tolak").expect("the refusal is carried");
    assert_eq!((carried[1].replace(' ', ""), &*carried[5]), (nip, ""));
    assert_eq!(carried[8], proposed[0][5], "its target is written out");
    assert_eq!((&*carried[11], &*carried[12], &*carried[14]), ("orang tua sakit", "Kepala BKPSDM", "Dipenuhi"));

    // The new workbook takes the place of the old one: nothing changes any more.
    folder.put("hasil-mutasi-2026-11.xlsx", &file(&folder, HASIL));
    let third = run(&folder);
    assert_eq!(moves(&third), moves(&second));
    let before = (file(&folder, HASIL), file(&folder, RENCANA));
    let fourth = run(&folder);
    assert_eq!(moves(&fourth), moves(&second));
    assert!(before == (file(&folder, HASIL), file(&folder, RENCANA)), "the same folder, the same bytes");
    let audited = pipeline::audit::audit(folder.root(), november(false), &Silent).unwrap();
    assert!(audited.holds(), "{:#?}", audited.checks);
}

#[test]
fn an_untouched_result_workbook_changes_no_move() {
    let folder = folder();
    let first = run(&folder);
    folder.put("hasil-mutasi-2026-11.xlsx", &file(&folder, HASIL));
    let second = run(&folder);
    assert_eq!(moves(&second), moves(&first));
    assert_eq!(second.roster.pegawai.len(), first.roster.pegawai.len(), "its other sheets are no data");
    assert!(second.plan.keputusan.is_empty());
}

#[test]
fn approvals_and_forces_are_told_with_who_decided() {
    let folder = folder();
    run(&folder);
    let hasil = file(&folder, HASIL);
    // Of the three proposals one to Jangkat, so that there is room in Tabir.
    let to_jangkat = sheet(&hasil).iter().position(|row| row[5].contains("Jangkat")).unwrap();
    let approved = decided(&hasil, to_jangkat, &[("H", "Setuju")]);
    // A blank row, under the three proposals, for somebody whom the plan leaves where he is.
    let stays = people_of("SD Negeri 1 Bangko", &folder);
    let (nip, nama) =
        stays.iter().find(|(nip, _)| sheet(&hasil).iter().all(|row| row[1].replace(' ', "") != *nip)).unwrap();
    let (nip, nama): (&'static str, &'static str) = (leak(nip), leak(nama));
    let both = decided(&approved, 3, &[("B", nip), ("C", nama), ("H", "Tetapkan ke"), ("I", "SD Negeri 3 Tabir")]);
    folder.put("hasil-mutasi-2026-11.xlsx", &both);
    let outcome = run(&folder);
    assert_eq!(
        outcome.plan.keputusan,
        [HasilKeputusan::Dipenuhi, HasilKeputusan::Dipenuhi],
        "{}",
        render_all(&outcome.findings)
    );
    assert_eq!(moves(&outcome)[nip], "SD Negeri 3 Tabir");
    let reasons: Vec<&str> = outcome.plan.moves.iter().map(|step| step.alasan.as_str()).collect();
    assert!(
        reasons.iter().any(|why| why.starts_with("Disetujui oleh Kepala BKPSDM: orang tua sakit. ")),
        "{reasons:?}"
    );
    assert!(
        reasons.iter().any(|why| why.starts_with("Ditetapkan oleh Kepala BKPSDM: orang tua sakit. ")),
        "{reasons:?}"
    );
    let record: serde_json::Value = serde_json::from_slice(&file(&folder, RENCANA)).unwrap();
    assert_eq!(record["keputusan"].as_array().unwrap().len(), 2);
    let next = sheet(&file(&folder, HASIL));
    assert_eq!(next.iter().filter(|row| row[14] == "Dipenuhi").count(), 2);
}

#[test]
fn a_force_to_a_full_post_is_named_with_the_count() {
    let folder = folder();
    let header: &[C] = &[T("NIP"), T("NAMA"), T("KEPUTUSAN"), T("TUJUAN"), T("ALASAN"), T("PEJABAT")];
    let row = |(nip, nama): (String, String)| {
        vec![leaked(nip), leaked(nama), T("Tetapkan ke"), T("SD Negeri 3 Tabir"), T("permintaan"), T("Bupati")]
    };
    let rows: Vec<Vec<C>> = people_of("SD Negeri 1 Bangko", &folder).into_iter().take(2).map(row).collect();
    folder.put("keputusan.xlsx", &xlsx(&[header, &rows[0], &rows[1]]));
    let outcome = run(&folder);
    let [failed] = &told(&outcome, "D-337")[..] else { panic!("{}", render_all(&outcome.findings)) };
    let told = "“Tetapkan ke” (Bupati: permintaan): Guru Kelas di SD Negeri 3 Tabir sudah penuh: 6 dari 6; Guru \
                Kelas di SD Negeri 1 Bangko tidak boleh kurang dari 6 orang dan berisi 6; didahulukan keputusan lain: \
                “Tetapkan ke” untuk ";
    assert_eq!((failed.problem.starts_with(told), outcome.plan.total[0]), (true, 1), "{}", failed.problem);
}

#[test]
fn only_the_cells_to_fill_can_be_changed() {
    let folder = folder();
    run(&folder);
    let bytes = file(&folder, HASIL);
    let xml = text_part(&bytes, &format!("xl/worksheets/{PART}"));
    assert!(xml.contains("<sheetProtection ") && !xml.contains("password") && !xml.contains("hashValue"));
    assert!(xml.contains("\"Setuju,Tolak,Tetapkan ke,Larang,Tunda,Kecualikan aturan\""));
    assert!(xml.contains("'_unit'!$A$1:$A$3") || xml.contains("_unit!$A$1:$A$3"), "a dropdown of the units");
    let styles = text_part(&bytes, "xl/styles.xml");
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    let locked = |cell: &str| {
        let style = xml.split_once(&format!("<c r=\"{cell}\" s=\"")).unwrap().1.split_once('"').unwrap().0;
        !formats[style.parse::<usize>().unwrap()].contains("locked=\"0\"")
    };
    let open = |cells: &[&str]| cells.iter().map(|cell| !locked(cell)).collect::<Vec<_>>();
    assert_eq!(
        open(&["A5", "B5", "C5", "F5", "H5", "I5", "J5", "K5", "L5", "M5", "N5", "O5"]),
        [false, false, false, false, true, true, true, true, true, true, true, false]
    );
    assert_eq!(open(&["A9", "B9", "C9", "D9", "H9", "N9", "O9"]), [false, true, true, false, true, true, false]);
}

fn text_part(bytes: &[u8], name: &str) -> String {
    use std::io::Read;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_workbook_of_another_month_decides_nothing() {
    let folder = folder();
    run(&folder);
    let refused = decided(&file(&folder, HASIL), 0, &[("H", "Tolak")]);
    for name in ["pegawai.xlsx", "sekolah.xlsx", "kebutuhan.xlsx"] {
        folder.put(&format!("masuk/2026-12/{name}"), &file(&folder, &format!("{NOVEMBER}/{name}")));
    }
    folder.put("masuk/2026-12/hasil-mutasi-2026-11.xlsx", &refused);
    let december = Options { periode: Periode::new(2026, 12), ..november(false) };
    let outcome = pipeline::run(folder.root(), december, &Silent).unwrap();
    assert_eq!(told(&outcome, "D-338").len(), 1, "{}", render_all(&outcome.findings));
    assert!(outcome.roster.keputusan.list.is_empty() && outcome.roster.keputusan.terbit.is_none());
}

#[test]
fn decisions_saved_by_libreoffice_are_followed() {
    if !tools::have("soffice") {
        return;
    }
    let folder = folder();
    let first = run(&folder);
    let work = tempfile::tempdir().unwrap();
    let from = work.path().join("hasil-mutasi-2026-11.xlsx");
    fs_err::write(&from, decided(&file(&folder, HASIL), 0, &[("H", "Tolak"), ("N", "21-11-2026")])).unwrap();
    for ending in ["xlsx", "ods"] {
        let saved = tools::saved_by_libreoffice(work.path(), &from, ending);
        let name = format!("hasil-mutasi-2026-11.{ending}");
        folder.put(&name, &fs_err::read(saved).unwrap());
        let outcome = run(&folder);
        assert_eq!(outcome.plan.keputusan, [HasilKeputusan::Dipenuhi], "{ending}: {}", render_all(&outcome.findings));
        let terbit = outcome.roster.keputusan.terbit.as_ref().expect("the published plan");
        assert_eq!(terbit.tujuan.len(), first.plan.moves.len());
        assert_eq!(outcome.roster.keputusan.list[0].tanggal, Some(jiff::civil::date(2026, 11, 21)));
        fs_err::remove_file(folder.root().join(NOVEMBER).join(&name)).unwrap();
    }
}

#[test]
fn decisions_typed_and_saved_by_openpyxl_are_followed() {
    if !tools::have_openpyxl() {
        return;
    }
    let folder = folder();
    run(&folder);
    let path = folder.put("hasil-mutasi-2026-11.xlsx", &file(&folder, HASIL));
    let script = "sheet = book['Keputusan']\n\
        sheet['H5'] = 'Tunda'\n\
        sheet['L5'] = 'sedang diklat'\n\
        sheet['M5'] = 'Sekretaris Daerah'\n\
        sheet['N5'] = datetime.date(2026, 11, 21)";
    tools::edited_by_openpyxl(&path, script);
    let outcome = run(&folder);
    assert_eq!(outcome.plan.keputusan, [HasilKeputusan::Dipenuhi], "{}", render_all(&outcome.findings));
    assert_eq!(outcome.roster.keputusan.list[0].pejabat, "Sekretaris Daerah");
}
