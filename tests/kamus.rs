//! Kamus koreksi from folder in to folder out: a near name is asked about, the answer comes back, is remembered with who
//! and when, and holds from then on.

#[path = "support/kembali.rs"]
mod kembali;
mod read_kit;
#[path = "support/tools.rs"]
#[allow(dead_code, reason = "of the tools this file needs the commands only")]
mod tools;

use std::collections::BTreeMap;

use calamine::{Data, Reader, Xlsx};
use jiff::civil::date;
use kembali::*;
use mutasi::model::tanggal::Periode;
use mutasi::pipeline::{self, Options, Outcome, Silent};
use read_kit::{C::*, *};

const SCHOOLS: &[&[C]] = &[
    JUDUL_SEKOLAH,
    &sd_negeri("SD Negeri 12 Bangko", "10501012", 8.0, "Bangko"),
    &sd_negeri("SD Negeri 2 Jangkat", "10501002", 8.0, "Jangkat"),
];

const NEEDS: &[&[C]] = &[
    &[T("JABATAN"), T("UNIT KERJA"), T("KEBUTUHAN")],
    &[T("Perawat Terampil"), T("Puskesmas Bangko"), N(3.0)],
    &[T("Guru Kelas"), T("SD Negeri 12 Bangko"), N(6.0)],
];

/// Two people at a school that is misspelt, a nurse whose jabatan is, and a column whose header is.
const PEOPLE: &[&[C]] = &[
    &[T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA"), T("TMT JABATN")],
    &[
        T("198601012015011001"),
        T("BUDI SANTOSO"),
        T("Guru Ahli Muda - Guru Kelas"),
        T("SDN 12 Bagko"),
        T("1 Juli 2020"),
    ],
    &[
        T("198601012015012002"),
        T("SITI AMINAH"),
        T("Guru Ahli Muda - Guru Kelas"),
        T("SD NEGERI 12 BAGKO"),
        T("1 Juli 2021"),
    ],
    &[T("199001022015032003"), T("DEWI LESTARI"), T("Prawat Terampil"), T("Puskesmas Bangko"), T("1 Juli 2022")],
];

/// A working folder of Kab. Merangin, whose kecamatan are known.
fn merangin() -> Folder {
    let folder = Folder::new();
    fs_err::write(folder.root().join("mutasi.toml"), "[daerah]\nkode_wilayah = \"15.02\"\n").unwrap();
    folder
}

fn folder() -> Folder {
    merangin()
        .with("pegawai.xlsx", &xlsx(PEOPLE))
        .with("sekolah.xlsx", &xlsx(SCHOOLS))
        .with("kebutuhan.xlsx", &xlsx(NEEDS))
}

fn check(folder: &Folder) -> Outcome {
    pipeline::check(folder.root(), november(false), &Silent).unwrap()
}

fn run(folder: &Folder) -> Outcome {
    pipeline::run(folder.root(), november(false), &Silent).unwrap()
}

const KONFIRMASI: &str = "keluar/2026-11/periksa/perlu-konfirmasi-2026-11.xlsx";
/// Where the result workbook asks: its eleventh sheet.
const TANYA: &str = "sheet12.xml";
const KAMUS: &str = "kamus/kamus.xlsx";

/// The rows of a sheet as texts, empty ones left out.
fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let text = |cell: &Data| match cell {
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    };
    let rows = range.rows().map(|row| row.iter().map(text).collect::<Vec<_>>());
    rows.filter(|row| row.iter().any(|text| !text.is_empty())).collect()
}

/// The rows under the header of a sheet of the kamus.
fn kamus(folder: &Folder, sheet: &str) -> Vec<Vec<String>> {
    let rows = rows(&file(folder, KAMUS), sheet);
    let header = rows.iter().position(|row| row.contains(&"Tertulis".to_string())).unwrap();
    rows[header + 1..].to_vec()
}

const SEKOLAH: &str = "SD Negeri 12 Bangko · kode 10501012 · Kec. Bangko";

/// The first three questions of `folder()`: the unit, the jabatan, the header, each answered with its candidate.
fn answered(workbook: &[u8], part: &str) -> Vec<u8> {
    let choices = [SEKOLAH, "Perawat · Fungsional", "TMT JABATAN · data pegawai"];
    let mut cells = Vec::new();
    for (row, choice) in (5..).zip(choices) {
        cells.push((format!("J{row}"), choice));
        cells.push((format!("K{row}"), "Rina Marlina"));
        cells.push((format!("L{row}"), "21 November 2026"));
    }
    let cells: Vec<(&str, &str)> = cells.iter().map(|(cell, text)| (cell.as_str(), *text)).collect();
    typed(workbook, part, &cells)
}

fn codes(outcome: &Outcome) -> Vec<&'static str> {
    outcome.findings.iter().map(|finding| finding.kode.code).collect()
}

/// Where people are: name and unit.
fn places(outcome: &Outcome) -> BTreeMap<String, String> {
    let roster = &outcome.roster;
    roster.pegawai.iter().map(|p| (p.nama.as_str().to_string(), roster.unit(p.unit).nama.to_string())).collect()
}

#[test]
fn near_names_are_asked_about_once_each_with_their_candidates() {
    let folder = folder();
    let outcome = check(&folder);
    assert!(codes(&outcome).contains(&"D-108"), "{}", render_all(&outcome.findings));
    assert!(told(&outcome, "D-108")[0].remedy.contains("Perlu Konfirmasi"));
    let rows = rows(&file(&folder, KONFIRMASI), "Perlu Konfirmasi");
    let header = rows.iter().position(|row| row[0] == "No").unwrap();
    let asked: Vec<String> = rows[header + 1..].iter().map(|row| row.join("|")).collect();
    assert_eq!(
        asked,
        [
            format!("1|Unit kerja|SDN 12 Bagko|2|pegawai.xlsx › Data › D2|Buka salinan|{SEKOLAH}||||||"),
            "2|Jabatan|Prawat|1|pegawai.xlsx › Data › C4|Buka salinan|Perawat · Fungsional||||||".to_string(),
            "3|Judul kolom|TMT JABATN|1|pegawai.xlsx › Data › E1|Buka salinan|TMT JABATAN · data pegawai||||||"
                .to_string(),
        ]
    );
}

#[test]
fn only_the_cells_to_fill_can_be_changed_and_each_row_has_its_own_choices() {
    let folder = folder();
    run(&folder);
    let xml = String::from_utf8(part(&file(&folder, HASIL), &format!("xl/worksheets/{TANYA}"))).unwrap();
    assert!(xml.contains("<sheetProtection ") && !xml.contains("password") && !xml.contains("hashValue"));
    assert!(xml.contains("'_pilihan'!$A$2:$B$2"), "a dropdown of the candidates and the refusal");
    let styles = String::from_utf8(part(&file(&folder, HASIL), "xl/styles.xml")).unwrap();
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    let locked = |cell: &str| {
        let style = xml.split_once(&format!("<c r=\"{cell}\" s=\"")).unwrap().1.split_once('"').unwrap().0;
        !formats[style.parse::<usize>().unwrap()].contains("locked=\"0\"")
    };
    let row: Vec<bool> = ["A5", "C5", "G5", "I5", "J5", "K5", "L5", "M5"].map(locked).to_vec();
    assert_eq!(row, [true, true, true, true, false, false, false, false]);
}

#[test]
fn the_unit_of_a_need_is_asked_about_too_and_a_refusal_makes_it_a_unit_of_its_own() {
    let needs: &[&[C]] = &[NEEDS[0], &[T("Guru Kelas"), T("SDN 12 Bagko"), N(6.0)]];
    let folder = folder().with("kebutuhan.xlsx", &xlsx(needs));
    let outcome = check(&folder);
    assert_eq!(outcome.roster.formasi.len(), 0);
    assert_eq!(outcome.roster.pertanyaan[0].kali, 3, "one need and two people");
    let asked = file(&folder, KONFIRMASI);
    let answer = |choice| typed(&asked, "sheet1.xml", &[("J5", choice), ("K5", "Rina Marlina"), ("L5", "21-11-2026")]);
    folder.put("jawaban.xlsx", &answer(SEKOLAH));
    let outcome = check(&folder);
    assert_eq!(&*outcome.roster.unit(outcome.roster.formasi[0].unit).nama, "SD Negeri 12 Bangko");
    fs_err::remove_file(folder.root().join(KAMUS)).unwrap();
    folder.put("jawaban.xlsx", &answer("Bukan salah satunya"));
    let outcome = check(&folder);
    assert_eq!(&*outcome.roster.unit(outcome.roster.formasi[0].unit).nama, "SDN 12 Bagko");
    assert!(codes(&outcome).contains(&"D-126"), "{}", render_all(&outcome.findings));
}

#[test]
fn unit_and_jabatan_of_one_need_are_asked_about_together() {
    let needs: &[&[C]] = &[NEEDS[0], &[T("Guru Klas"), T("SDN 12 Bagko"), N(6.0)]];
    let people: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA")],
        &[T("198601012015011001"), T("BUDI SANTOSO"), T("Guru Kelas Ahli Muda"), T("SD Negeri 12 Bangko")],
    ];
    let folder = folder().with("pegawai.xlsx", &xlsx(people)).with("kebutuhan.xlsx", &xlsx(needs));
    let outcome = check(&folder);
    let asked: Vec<&str> = outcome.roster.pertanyaan.iter().map(|asked| &*asked.tertulis).collect();
    assert_eq!(asked, ["SDN 12 Bagko", "Guru Klas"], "{}", render_all(&outcome.findings));
    assert!(told(&outcome, "D-157")[0].problem.contains("pegawai unit yang mungkin dimaksud memegang “Guru Kelas”"));
    let post = outcome.needs.posts.iter().find(|post| &*post.jabatan == "Guru Kelas").unwrap();
    assert!(post.kebutuhan.is_none(), "the need of the school stays open: {post:?}");
    let mut cells = Vec::new();
    for (row, choice) in [(5, SEKOLAH), (6, "Guru Kelas · Fungsional")] {
        cells.extend([(format!("J{row}"), choice), (format!("K{row}"), "Rina"), (format!("L{row}"), "21-11-2026")]);
    }
    folder.put("jawaban.xlsx", &typed(&file(&folder, KONFIRMASI), "sheet1.xml", &cells));
    let outcome = check(&folder);
    let need = &outcome.roster.formasi[0];
    assert_eq!((&*outcome.roster.unit(need.unit).nama, &*need.jabatan.nama), ("SD Negeri 12 Bangko", "Guru Kelas"));
    assert!(outcome.roster.pertanyaan.is_empty() && !codes(&outcome).contains(&"D-157"));
}

/// An official jabatan that nobody holds, beside class teachers whose need only the formula tells.
const MUATAN_LOKAL: &[&[C]] = &[NEEDS[0], &[T("Guru Muatan Lokal"), T("SD Negeri 12 Bangko"), N(1.0)]];

#[test]
fn an_official_jabatan_that_nobody_holds_is_one_of_its_own_once_people_say_so() {
    let people: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA")],
        &[T("198601012015011001"), T("BUDI SANTOSO"), T("Guru Kelas Ahli Muda"), T("SD Negeri 12 Bangko")],
    ];
    let folder = folder().with("pegawai.xlsx", &xlsx(people)).with("kebutuhan.xlsx", &xlsx(MUATAN_LOKAL));
    let need = |outcome: &Outcome, nama: &str| {
        let post = outcome.needs.posts.iter().find(|post| &*post.jabatan == nama).unwrap_or_else(|| panic!("{nama}"));
        post.kebutuhan.as_ref().map(|need| (need.lo, need.hi))
    };
    let before = check(&folder);
    assert_eq!(told(&before, "D-157").len(), 1, "{}", render_all(&before.findings));
    assert_eq!(need(&before, "Guru Kelas"), None);
    let answer = [("J5", "Bukan salah satunya"), ("K5", "Rina Marlina"), ("L5", "21-11-2026")];
    folder.put("jawaban.xlsx", &typed(&file(&folder, KONFIRMASI), "sheet1.xml", &answer));
    let after = check(&folder);
    assert!(!codes(&after).contains(&"D-157"), "{}", render_all(&after.findings));
    assert!(after.roster.pertanyaan.is_empty());
    assert_eq!(kamus(&folder, "Jabatan")[0][..2], ["Guru Muatan Lokal", "Bukan salah satunya"]);
    assert_eq!((need(&after, "Guru Kelas"), need(&after, "Guru Muatan Lokal")), (Some((6, 6)), Some((1, 1))));
    // The answer is in the kamus now, and holds without the workbook.
    fs_err::remove_file(folder.root().join("masuk/2026-11/jawaban.xlsx")).unwrap();
    assert_eq!(need(&check(&folder), "Guru Kelas"), Some((6, 6)));
}

#[test]
fn an_answer_counts_in_the_run_it_comes_back_in_and_is_remembered() {
    let folder = folder();
    check(&folder);
    folder.put("perlu-konfirmasi-2026-11.xlsx", &answered(&file(&folder, KONFIRMASI), "sheet1.xml"));
    let outcome = run(&folder);
    for code in ["D-108", "D-151", "D-152", "D-154", "K-106"] {
        assert!(!codes(&outcome).contains(&code), "{}", render_all(&outcome.findings));
    }
    assert_eq!(places(&outcome)["SITI AMINAH"], "SD Negeri 12 Bangko");
    let dewi = outcome.roster.pegawai.iter().find(|p| p.nama.as_str() == "DEWI LESTARI").unwrap();
    assert_eq!(dewi.jabatan.to_string(), "Perawat Terampil");
    assert_eq!(dewi.tmt_jabatan, Some(date(2022, 7, 1)), "the header counts in this run too");
    assert_eq!(told(&outcome, "D-150").len(), 4, "two people's unit, one jabatan, one header");
    assert!(outcome.roster.pertanyaan.is_empty());
    assert_eq!(outcome.outputs.last().map(String::as_str), Some(KAMUS));
    let from = "masuk/2026-11/perlu-konfirmasi-2026-11.xlsx";
    assert_eq!(
        kamus(&folder, "Unit"),
        [["SDN 12 Bagko", "SD Negeri 12 Bangko", "10501012", "Rina Marlina", "2026-11-21", from]]
    );
    assert_eq!(kamus(&folder, "Jabatan"), [["Prawat", "Perawat", "", "Rina Marlina", "2026-11-21", from]]);
    assert_eq!(
        kamus(&folder, "Judul Kolom"),
        [["TMT JABATN", "TMT JABATAN", "pegawai", "Rina Marlina", "2026-11-21", from]]
    );
    // The returned workbook is gone the month after, and the kamus still holds.
    fs_err::remove_file(folder.root().join(from)).unwrap();
    let later = check(&folder);
    assert_eq!(places(&later), places(&outcome));
    assert_eq!(told(&later, "D-150"), told(&outcome, "D-150"));
}

#[test]
fn the_result_workbook_comes_back_as_confirmations_and_never_as_data() {
    let folder = folder();
    let before = run(&folder);
    let hasil = answered(&file(&folder, HASIL), TANYA);
    folder.put("masuk/hasil-mutasi-2026-11.xlsx", &hasil);
    let after = run(&folder);
    assert_eq!(after.roster.units, before.roster.units);
    assert_eq!(after.roster.pegawai.len(), before.roster.pegawai.len() + 2);
    assert_eq!(after.tables.tables.len(), before.tables.tables.len());
    let problem = &told(&after, "B-36")[0].problem;
    assert_eq!(
        problem,
        "dari berkas ini dibaca lembar “Perlu Konfirmasi” (3 pilihan lengkap); isinya yang lain tidak dibaca sebagai data"
    );
    assert_eq!(kamus(&folder, "Unit").len(), 1);
    // A program may drop the mark: the sheets still tell whose it is.
    let unmarked = edited(&hasil, "docProps/custom.xml", |xml| xml.replace(">hasil<", ">lain<"));
    folder.put("masuk/hasil-mutasi-2026-11.xlsx", &unmarked);
    assert_eq!(run(&folder).tables.tables.len(), before.tables.tables.len());
}

#[test]
fn a_second_run_on_the_same_inputs_writes_the_same_bytes() {
    let folder = folder();
    // The month before is compared with: it too must be read by what came back this month.
    for (name, rows) in [("pegawai", PEOPLE), ("sekolah", SCHOOLS), ("kebutuhan", NEEDS)] {
        folder.put(&format!("masuk/2026-10/{name}.xlsx"), &xlsx(rows));
    }
    check(&folder);
    folder.put("jawaban.xlsx", &answered(&file(&folder, KONFIRMASI), "sheet1.xml"));
    run(&folder);
    let first = tree(folder.root());
    let outcome = run(&folder);
    assert!(!outcome.outputs.iter().any(|path| path == KAMUS), "nothing new is nothing written");
    assert!(first.contains_key(KAMUS));
    let second = tree(folder.root());
    for (path, bytes) in &first {
        assert!(second[path] == *bytes, "{path} differs");
    }
    assert_eq!(first.len(), second.len());
    // The same answers make the same kamus, byte for byte.
    fs_err::remove_file(folder.root().join(KAMUS)).unwrap();
    run(&folder);
    assert!(file(&folder, KAMUS) == first[KAMUS]);
    let record: serde_json::Value = serde_json::from_slice(&second["keluar/2026-11/catatan.json"]).unwrap();
    assert!(record["pengaturan_dan_templat"][KAMUS].is_string(), "the record names the kamus by content");
}

#[test]
fn a_dry_run_uses_the_answer_and_keeps_nothing() {
    let folder = folder();
    check(&folder);
    folder.put("jawaban.xlsx", &answered(&file(&folder, KONFIRMASI), "sheet1.xml"));
    let before = tree(folder.root());
    let outcome = pipeline::run(folder.root(), november(true), &Silent).unwrap();
    assert!(!codes(&outcome).contains(&"D-108"));
    assert_eq!(tree(folder.root()), before);
}

#[test]
fn a_refusal_is_remembered_and_not_asked_again() {
    let folder = folder();
    check(&folder);
    let answer = [("J5", "Bukan salah satunya"), ("K5", "Rina Marlina"), ("L5", "21-11-2026")];
    folder.put("jawaban.xlsx", &typed(&file(&folder, KONFIRMASI), "sheet1.xml", &answer));
    let outcome = check(&folder);
    assert_eq!(kamus(&folder, "Unit")[0][1], "Bukan salah satunya");
    let asked: Vec<&str> = outcome.roster.pertanyaan.iter().map(|asked| &*asked.tertulis).collect();
    assert_eq!(asked, ["Prawat", "TMT JABATN"]);
    let unknown = &told(&outcome, "D-108")[0];
    assert!(!unknown.problem.contains("Mungkin maksud Anda"), "{}", unknown.problem);
    assert!(outcome.roster.tak_pasti.is_empty(), "nobody is at a unit that was said not to be meant");
}

#[test]
fn a_choice_without_who_and_when_is_not_taken() {
    let folder = folder();
    check(&folder);
    let cells = [("J5", SEKOLAH), ("K5", "Rina Marlina"), ("J6", "Perawat · Fungsional"), ("L6", "21-11-2026")];
    folder.put("jawaban.xlsx", &typed(&file(&folder, KONFIRMASI), "sheet1.xml", &cells));
    let outcome = check(&folder);
    let cells: Vec<String> = told(&outcome, "D-151").iter().map(|f| f.place.cell.unwrap().to_string()).collect();
    assert_eq!(cells, ["L5", "K6"], "each finding says which cell to fill");
    assert!(!folder.root().join(KAMUS).exists());
    assert!(codes(&outcome).contains(&"D-108"));
    assert!(outcome.outputs.iter().all(|path| !path.contains("jawaban")), "a returned workbook gets no copy");
}

#[test]
fn contradicting_answers_are_told_and_none_is_taken() {
    let folder = folder();
    check(&folder);
    let asked = file(&folder, KONFIRMASI);
    let answer = |choice| typed(&asked, "sheet1.xml", &[("J5", choice), ("K5", "Rina Marlina"), ("L5", "21-11-2026")]);
    folder.put("a.xlsx", &answer(SEKOLAH));
    folder.put("b.xlsx", &answer("Bukan salah satunya"));
    let outcome = check(&folder);
    assert_eq!(told(&outcome, "D-154").len(), 2);
    assert!(!folder.root().join(KAMUS).exists());
    // One of them is taken away: the other counts.
    fs_err::remove_file(folder.root().join("masuk/2026-11/b.xlsx")).unwrap();
    assert!(told(&check(&folder), "D-154").is_empty());
    assert_eq!(kamus(&folder, "Unit")[0][2], "10501012");
    // What the kamus says stands against a later answer.
    folder.put("b.xlsx", &answer("Bukan salah satunya"));
    let outcome = check(&folder);
    assert_eq!(told(&outcome, "D-154").len(), 1, "{}", render_all(&outcome.findings));
    assert_eq!(places(&outcome)["SITI AMINAH"], "SD Negeri 12 Bangko");
}

/// A kamus as people may write it: their own headers in order, a column and a sheet of theirs beside.
fn own_kamus(rows: &[&[C]]) -> Vec<u8> {
    book(&[("Unit", rows), ("Catatan kami", &[&[T("Rapat")], &[T("Senin")]])])
}

const HEADER: &[C] = &[
    T("Tertulis"),
    T("Dimaksud"),
    T("Kode"),
    T("Dikonfirmasi Oleh"),
    T("Tanggal"),
    T("Dari Berkas"),
    T("Catatan kami"),
];

fn put_kamus(folder: &Folder, bytes: &[u8]) {
    fs_err::create_dir_all(folder.root().join("kamus")).unwrap();
    fs_err::write(folder.root().join(KAMUS), bytes).unwrap();
}

#[test]
fn rows_written_changed_and_deleted_by_hand_are_honoured() {
    let folder = folder();
    let own: &[C] =
        &[T("SDN 12 Bagko"), T("SD Negeri 2 Jangkat"), T(""), T("Kabid Mutasi"), D(2026, 11, 20), T(""), T("lisan")];
    let faulty: &[C] = &[T("SDN 9"), T(""), T(""), T("Kabid Mutasi"), D(2026, 11, 20)];
    put_kamus(&folder, &own_kamus(&[HEADER, own, faulty]));
    let before = file(&folder, KAMUS);
    let outcome = check(&folder);
    assert_eq!(places(&outcome)["SITI AMINAH"], "SD Negeri 2 Jangkat");
    assert_eq!(file(&folder, KAMUS), before, "nothing new: the file stays as people left it");
    assert_eq!(told(&outcome, "D-153")[0].place.to_string(), "kamus/kamus.xlsx › Unit › B3");

    // A confirmation is added: what people wrote stays, the faulty row and their column and sheet among it.
    let cells = [("J5", "Perawat · Fungsional"), ("K5", "Rina Marlina"), ("L5", "21-11-2026")];
    folder.put("jawaban.xlsx", &typed(&file(&folder, KONFIRMASI), "sheet1.xml", &cells));
    let outcome = check(&folder);
    let unit = kamus(&folder, "Unit");
    assert_eq!(unit[0], ["SDN 12 Bagko", "SD Negeri 2 Jangkat", "", "Kabid Mutasi", "2026-11-20", "", "lisan"]);
    assert_eq!(unit[1][0], "SDN 9");
    assert_eq!(rows(&file(&folder, KAMUS), "Catatan kami"), [["Rapat"], ["Senin"]]);
    assert_eq!(kamus(&folder, "Jabatan")[0][0], "Prawat");
    assert_eq!(told(&outcome, "D-153")[0].place.to_string(), "kamus/kamus.xlsx › Unit › B6");

    // The row is deleted: the workbook that brought it still lies in the inbox and does not bring it again.
    let kept = rows(&file(&folder, KAMUS), "Riwayat");
    assert_eq!(kept.len(), 4, "title, note, header, one confirmation");
    put_kamus(&folder, &without_row(&file(&folder, KAMUS), "Prawat"));
    let outcome = check(&folder);
    assert!(kamus(&folder, "Jabatan").is_empty());
    assert_eq!(outcome.roster.pertanyaan[0].tertulis, "Prawat", "it is asked again");
}

#[test]
fn a_row_whose_kode_is_of_another_unit_than_it_names_is_told_and_not_used() {
    let folder = folder();
    let row = |dimaksud, kode| [T("SDN 12 Bagko"), T(dimaksud), T(kode), T("Kabid Mutasi"), D(2026, 11, 20)];
    put_kamus(&folder, &own_kamus(&[HEADER, &row("SD Negeri 2 Jangkat", "10501012")]));
    let outcome = check(&folder);
    let told = told(&outcome, "D-153");
    assert_eq!(told.len(), 1, "once, not for each person: {}", render_all(&outcome.findings));
    assert_eq!(told[0].place.to_string(), "kamus/kamus.xlsx › Unit › B2");
    assert!(told[0].problem.contains("SD Negeri 12 Bangko"), "{}", told[0].problem);
    assert!(!places(&outcome).contains_key("SITI AMINAH"));
    // The same unit, only spelled otherwise, contradicts nothing.
    put_kamus(&folder, &own_kamus(&[HEADER, &row("SDN 12 Bangkoo", "10501012")]));
    let outcome = check(&folder);
    assert_eq!(places(&outcome)["SITI AMINAH"], "SD Negeri 12 Bangko", "{}", render_all(&outcome.findings));
}

#[test]
fn a_choice_dated_years_ahead_is_not_taken_and_one_made_late_is() {
    for (date, taken) in [("21 November 2036", false), ("21 Maret 2027", true)] {
        let folder = folder();
        check(&folder);
        let cells = [("J5", SEKOLAH), ("K5", "Rina Marlina"), ("L5", date)];
        folder.put("jawaban.xlsx", &typed(&file(&folder, KONFIRMASI), "sheet1.xml", &cells));
        let outcome = check(&folder);
        assert_eq!((told(&outcome, "D-151").is_empty(), folder.root().join(KAMUS).exists()), (taken, taken), "{date}");
    }
}

/// The kamus without the row of the sheet *Jabatan* that says this, as a person deletes it.
fn without_row(bytes: &[u8], tertulis: &str) -> Vec<u8> {
    let index = {
        let xml = String::from_utf8(part(bytes, "xl/sharedStrings.xml")).unwrap();
        xml.split("<si>").skip(1).position(|si| si.contains(&format!(">{tertulis}<"))).unwrap()
    };
    edited(bytes, "sheet2.xml", |xml| {
        let at = xml.find(&format!("<v>{index}</v>")).unwrap();
        let start = xml[..at].rfind("<row ").unwrap();
        let end = at + xml[at..].find("</row>").unwrap() + "</row>".len();
        format!("{}{}", &xml[..start], &xml[end..])
    })
}

fn part(bytes: &[u8], name: &str) -> Vec<u8> {
    use std::io::Read;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let mut data = Vec::new();
    archive.by_name(name).unwrap().read_to_end(&mut data).unwrap();
    data
}

#[test]
fn an_exact_name_counts_before_the_kamus() {
    let folder = folder();
    let row: &[C] = &[T("SD Negeri 12 Bangko"), T("SD Negeri 2 Jangkat"), T("10501002"), T("Kabid"), D(2026, 11, 20)];
    put_kamus(&folder, &own_kamus(&[HEADER, row]));
    let exact: &[&[C]] = &[
        PEOPLE[0],
        &[
            T("198601012015011001"),
            T("BUDI SANTOSO"),
            T("Guru Ahli Muda - Guru Kelas"),
            T("SDN 12 Bangko"),
            T("1 Juli 2020"),
        ],
    ];
    folder.put("pegawai.xlsx", &xlsx(exact));
    let outcome = check(&folder);
    assert_eq!(places(&outcome)["BUDI SANTOSO"], "SD Negeri 12 Bangko");
    assert!(told(&outcome, "D-150").is_empty());
}

#[test]
fn a_kamus_that_cannot_be_read_is_told_and_not_overwritten() {
    let folder = folder();
    check(&folder);
    put_kamus(&folder, b"bukan buku kerja");
    folder.put("jawaban.xlsx", &answered(&file(&folder, KONFIRMASI), "sheet1.xml"));
    let outcome = run(&folder);
    assert_eq!(told(&outcome, "B-35").len(), 1);
    assert_eq!(file(&folder, KAMUS), b"bukan buku kerja");
    assert!(!codes(&outcome).contains(&"D-108"), "what came back this month counts all the same");
    // One that is larger than anyone's kamus is not even opened.
    fs_err::write(folder.root().join("mutasi.toml"), "[batas]\nberkas_mb = 1\n").unwrap();
    put_kamus(&folder, &vec![b'x'; 2 * 1024 * 1024]);
    assert_eq!(told(&run(&folder), "B-35").len(), 1);
    assert_eq!(file(&folder, KAMUS).len(), 2 * 1024 * 1024);
}

#[test]
fn a_confirmed_required_header_makes_the_sheet_a_table() {
    let people: &[&[C]] = &[
        &[T("NIP"), T("NAMMA"), T("JABATAN"), T("UNIT KERJA"), T("GOLONGAN")],
        &[T("198601012015011001"), T("BUDI SANTOSO"), T("Guru Kelas"), T("SDN 12 Bangko"), T("III/d")],
    ];
    let folder = folder().with("pegawai.xlsx", &xlsx(people));
    let outcome = check(&folder);
    assert!(codes(&outcome).contains(&"B-11"), "{}", render_all(&outcome.findings));
    let cells = [("J5", "NAMA · data pegawai"), ("K5", "Rina Marlina"), ("L5", "21-11-2026")];
    folder.put("jawaban.xlsx", &typed(&file(&folder, KONFIRMASI), "sheet1.xml", &cells));
    let outcome = check(&folder);
    assert!(!codes(&outcome).contains(&"B-11"), "{}", render_all(&outcome.findings));
    assert_eq!(places(&outcome)["BUDI SANTOSO"], "SD Negeri 12 Bangko");
}

#[test]
fn a_sheet_whose_required_headers_are_all_misspelt_is_asked_about_and_any_other_sheet_is_not() {
    let people: &[&[C]] = &[
        &[T("NIP BARUU"), T("NAMMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")],
        &[T("198601012015011001"), T("BUDI SANTOSO"), T("III/d"), T("Guru Kelas"), T("SDN 12 Bangko")],
    ];
    let notes: &[&[C]] = &[&[T("TANGGAL"), T("JABATN"), T("UNIT KERJA")], &[T("1 Juli"), T("rapat"), T("Dinas")]];
    let folder = folder().with("pegawai.xlsx", &book(&[("Data", people), ("Rapat", notes)]));
    let outcome = check(&folder);
    let asked: Vec<&str> = outcome.roster.pertanyaan.iter().map(|asked| &*asked.tertulis).collect();
    assert_eq!(asked, ["NAMMA", "NIP BARUU"]);
    // With nothing else in the inbox the whole job has nothing to go by, and asks all the same.
    for name in ["sekolah.xlsx", "kebutuhan.xlsx"] {
        fs_err::remove_file(folder.root().join(NOVEMBER).join(name)).unwrap();
    }
    fs_err::remove_file(folder.root().join(KONFIRMASI)).unwrap();
    let outcome = run(&folder);
    assert_eq!((outcome.exit() as u8, &*outcome.outputs), (2, &[KONFIRMASI.to_string()][..]));
    assert_eq!(rows(&file(&folder, KONFIRMASI), "Perlu Konfirmasi").len(), 5, "title, note, header, two questions");
}

#[test]
fn units_of_one_name_are_told_apart_by_a_choice() {
    let schools: &[&[C]] = &[
        SCHOOLS[0],
        &sd_negeri("SD Negeri 1 Pasar", "10501011", 8.0, "Bangko"),
        &sd_negeri("SD Negeri 1 Pasar", "10501021", 8.0, "Jangkat"),
    ];
    let people: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA")],
        &[T("198601012015011001"), T("BUDI SANTOSO"), T("Guru Kelas"), T("SDN 1 Pasar")],
    ];
    let folder = merangin().with("pegawai.xlsx", &xlsx(people)).with("sekolah.xlsx", &xlsx(schools));
    let outcome = check(&folder);
    assert_eq!(outcome.roster.tak_pasti[0].units.len(), 2);
    let choice = "SD Negeri 1 Pasar · kode 10501021 · Kec. Jangkat";
    let cells = [("J5", choice), ("K5", "Rina Marlina"), ("L5", "21-11-2026")];
    folder.put("jawaban.xlsx", &typed(&file(&folder, KONFIRMASI), "sheet1.xml", &cells));
    let outcome = check(&folder);
    assert!(outcome.roster.tak_pasti.is_empty());
    let unit = outcome.roster.unit(outcome.roster.pegawai[0].unit);
    assert_eq!(unit.kode.as_deref(), Some("10501021"));
}

#[test]
fn answers_saved_by_libreoffice_are_taken() {
    if !tools::have("soffice") {
        return;
    }
    let folder = folder();
    run(&folder);
    let answers = answered(&file(&folder, HASIL), TANYA);
    tools::each_saved("hasil-mutasi-2026-11", &answers, &["xlsx", "ods", "xls"], |ending, name, saved| {
        let path = folder.put(name, saved);
        let outcome = check(&folder);
        assert_eq!(outcome.tables.tables.len(), 3, "{ending}: nothing of it is data");
        fs_err::remove_file(path).unwrap();
        if ending == "xls" {
            // The old format carries the mark, and is asked for in the new one.
            assert_eq!(told(&outcome, "B-37").len(), 1, "{}", render_all(&outcome.findings));
            return;
        }
        assert!(!codes(&outcome).contains(&"D-108"), "{ending}: {}", render_all(&outcome.findings));
        assert_eq!(kamus(&folder, "Unit")[0][4], "2026-11-21");
        tools::each_saved("kamus", &file(&folder, KAMUS), &["xlsx"], |_, _, saved| put_kamus(&folder, saved));
        let later = check(&folder);
        assert_eq!(told(&later, "D-150"), told(&outcome, "D-150"), "the kamus too may be saved by LibreOffice");
        fs_err::remove_file(folder.root().join(KAMUS)).unwrap();
    });
}

#[test]
fn answers_typed_and_saved_by_openpyxl_are_taken() {
    if !tools::have_openpyxl() {
        return;
    }
    let folder = folder();
    run(&folder);
    let path = folder.put("hasil-mutasi-2026-11.xlsx", &file(&folder, HASIL));
    let script = "sheet = book['Perlu Konfirmasi']\n\
        sheet['J5'] = sheet['G5'].value\n\
        sheet['K5'] = 'Rina Marlina'\n\
        sheet['L5'] = datetime.date(2026, 11, 21)";
    tools::edited_by_openpyxl(&path, script);
    let outcome = run(&folder);
    assert_eq!(outcome.tables.tables.len(), 3);
    assert!(!codes(&outcome).contains(&"D-108"), "{}", render_all(&outcome.findings));
    assert_eq!(
        kamus(&folder, "Unit")[0][..5],
        ["SDN 12 Bagko", "SD Negeri 12 Bangko", "10501012", "Rina Marlina", "2026-11-21"]
    );
}

#[test]
fn answers_that_come_back_a_month_late_are_taken() {
    let folder = folder();
    check(&folder);
    let answers = answered(&file(&folder, KONFIRMASI), "sheet1.xml");
    folder.put("masuk/perlu-konfirmasi-2026-11.xlsx", &answers);
    folder.put("masuk/2026-12/pegawai.xlsx", &xlsx(PEOPLE));
    let december = Options { periode: Periode::new(2026, 12), ..november(false) };
    let outcome = pipeline::check(folder.root(), december, &Silent).unwrap();
    let paths: Vec<&str> = outcome.tables.sources.iter().map(|source| &*source.path).collect();
    assert_eq!(paths, ["masuk/2026-12/pegawai.xlsx"], "it is no file of this month");
    assert_eq!(kamus(&folder, "Unit").len(), 1);
    // Without any list of units the people's own words make the units, and the kamus makes one of two spellings.
    let units: Vec<&str> = outcome.roster.units.iter().map(|unit| &*unit.nama).collect();
    assert_eq!(units, ["SD Negeri 12 Bangko", "Puskesmas Bangko"]);
}

#[test]
fn a_workbook_of_ours_alone_is_no_month() {
    let folder = folder();
    run(&folder);
    let other = merangin().with("hasil.xlsx", &file(&folder, HASIL));
    let outcome = run(&other);
    assert!(codes(&outcome).contains(&"B-16"), "{}", render_all(&outcome.findings));
    assert_eq!(outcome.exit() as u8, 2);
}

#[test]
fn a_sheet_put_into_a_workbook_of_the_office_is_taken_and_the_rest_is_data() {
    let folder = folder();
    let asked: &[&[C]] = &[
        &[T("Jenis"), T("Tertulis"), T("Calon 1"), T("Pilihan"), T("Dikonfirmasi oleh"), T("Tanggal")],
        &[T("Unit kerja"), T("SDN 12 Bagko"), T(SEKOLAH), T(SEKOLAH), T("Rina Marlina"), D(2026, 11, 21)],
    ];
    folder.put("pegawai.xlsx", &book(&[("Data", PEOPLE), ("Perlu Konfirmasi", asked)]));
    let outcome = check(&folder);
    assert_eq!(places(&outcome)["SITI AMINAH"], "SD Negeri 12 Bangko");
}
