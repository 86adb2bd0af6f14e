//! Every code about decisions of leadership, provoked by a small folder; its exact text is a snapshot.

mod read_kit;

use mutasi::pipeline::{self, Outcome, Silent};
use read_kit::{C::*, *};

const SCHOOLS: &[&[C]] = &[
    JUDUL_SEKOLAH,
    &sd_negeri("SD Negeri 1 Bangko", "10501001", 8.0, "Bangko"),
    &[T("SD Negeri 2 Jangkat"), T("10501002"), T("SD"), T("Negeri"), N(60.0), N(2.0), N(1.0), T("Jangkat")],
];

const KEBUTUHAN: &[&[C]] = &[
    &[T("JABATAN"), T("UNIT KERJA"), T("KEBUTUHAN")],
    &[T("Guru Kelas"), T("SD Negeri 1 Bangko"), N(6.0)],
    &[T("Guru Kelas"), T("SD Negeri 2 Jangkat"), N(2.0)],
];

const BANGKO: &str = "SD Negeri 1 Bangko";
const JANGKAT: &str = "SD Negeri 2 Jangkat";

/// NIP, name and unit: eight where six are needed, one where two are.
const PEOPLE: [(&str, &str, &str); 9] = [
    ("198601012015012001", "SITI AMINAH", BANGKO),
    ("198602012015011002", "BUDI SANTOSO", BANGKO),
    ("198603012015012003", "RINA MARLINA", BANGKO),
    ("198604012015011004", "JOKO SUSILO", BANGKO),
    ("198605012015012005", "DEWI LESTARI", JANGKAT),
    ("198606012015012006", "MAYA SARI", BANGKO),
    ("198607012015011007", "ANDI WIJAYA", BANGKO),
    ("198608012015012008", "LINA HARTATI", BANGKO),
    ("198609012015011009", "TONI SAPUTRA", BANGKO),
];

fn folder() -> Folder {
    let header = ["NIP", "NAMA", "JABATAN", "UNIT KERJA", "TMT JABATAN", "TMT UNIT", "GOLONGAN"].map(T);
    let mut rows = vec![header.to_vec()];
    for (nip, nama, unit) in PEOPLE {
        // Who is in Jangkat came lately, and may not move yet.
        let since = if unit == JANGKAT { "1 Juli 2026" } else { "1 Juli 2015" };
        let of = ["Guru Ahli Pertama - Guru Kelas", unit, since, since, "III/b"].map(T);
        rows.push([T(nip), T(nama)].into_iter().chain(of).collect());
    }
    let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
    let folder = Folder::new()
        .with("pegawai.xlsx", &xlsx(&rows))
        .with("sekolah.xlsx", &xlsx(SCHOOLS))
        .with("kebutuhan.xlsx", &xlsx(KEBUTUHAN));
    fs_err::write(folder.root().join("mutasi.toml"), "[daerah]\nkode_wilayah = \"15.02\"\n").unwrap();
    folder
}

const HEADER: &[C] =
    &[T("NIP"), T("NAMA"), T("KEPUTUSAN"), T("TUJUAN"), T("JABATAN TUJUAN"), T("ATURAN"), T("ALASAN"), T("PEJABAT")];

/// A decision: number of the person, decision, target, jabatan, rule, reason, official.
type Row = (usize, [&'static str; 6]);

fn workbook(decisions: &[Row]) -> Vec<u8> {
    let row = |(person, cells): &Row| -> Vec<C> {
        let (nip, nama, _) = PEOPLE[*person];
        [nip, nama].into_iter().chain(*cells).map(T).collect()
    };
    let rows: Vec<Vec<C>> = decisions.iter().map(row).collect();
    let rows: Vec<&[C]> = std::iter::once(HEADER).chain(rows.iter().map(Vec::as_slice)).collect();
    xlsx(&rows)
}

fn run(folder: &Folder) -> Outcome {
    let outcome = pipeline::run(folder.root(), november(true), &Silent).unwrap();
    assert!(outcome.plan.certificate.holds());
    outcome
}

/// The findings with this code, as the terminal shows them, against their snapshot.
fn snapshot(name: &str, folder: &Folder) {
    let code = &name[.."D-335".len()];
    let findings: Vec<_> = run(folder).findings.into_iter().filter(|finding| finding.kode.code == code).collect();
    assert!(!findings.is_empty(), "nothing provoked {code}");
    insta::assert_snapshot!(name, render_all(&findings));
}

fn told(code: &str, decisions: &[Row]) {
    snapshot(code, &folder().with("keputusan.xlsx", &workbook(decisions)));
}

const WHY: &str = "orang tua sakit";
const WHO: &str = "Kepala BKPSDM";

#[test]
fn a_word_that_is_no_decision_is_told() {
    told("D-330", &[(0, ["Mungkin", JANGKAT, "", "", WHY, WHO])]);
}

#[test]
fn what_a_decision_lacks_is_told_with_its_cell() {
    told(
        "D-331",
        &[
            (0, ["Tunda", "", "", "", "", WHO]),
            (1, ["Tunda", "", "", "", WHY, ""]),
            (2, ["Tetapkan ke", "", "", "", WHY, WHO]),
            (3, ["Kecualikan aturan", "", "", "", WHY, WHO]),
            (4, ["", "", "", "", WHY, WHO]),
            (0, ["Kecualikan aturan", "", "", "A-109", WHY, WHO]),
        ],
    );
}

#[test]
fn units_jabatan_and_rules_that_nobody_knows_are_told() {
    told("D-332", &[(0, ["Larang", "SD Negeri 2 Jangkatt", "", "", WHY, WHO])]);
    told("D-333", &[(0, ["Tetapkan ke", JANGKAT, "Pranata Komputer", "", WHY, WHO])]);
    told(
        "D-334",
        &[
            (0, ["Kecualikan aturan", "", "", "A-999", WHY, WHO]),
            (1, ["Kecualikan aturan", "", "", "A-111", WHY, WHO]),
            (2, ["Kecualikan aturan", "", "", "A-150", WHY, WHO]),
        ],
    );
}

#[test]
fn a_person_whom_nobody_knows_is_told() {
    let row: &[C] =
        &[T("198610012015012010"), T("TIDAK ADA ORANGNYA"), T("Tunda"), T(""), T(""), T(""), T(WHY), T(WHO)];
    snapshot("D-131", &folder().with("keputusan.xlsx", &xlsx(&[HEADER, row])));
}

#[test]
fn the_name_of_another_person_beside_a_nip_is_told_and_the_row_is_not_followed() {
    // The NIP of the first with the name of the second, of nobody, and with ways to write the first's own.
    let row = |nama: &'static str| [T(PEOPLE[0].0), T(nama), T("Tunda"), T(""), T(""), T(""), T(WHY), T(WHO)];
    let of = |nama: &'static str| folder().with("keputusan.xlsx", &xlsx(&[HEADER, &row(nama)]));
    let both = [row("BUDI SANTOSO"), row("RATNA DEWI")];
    let folder = folder().with("keputusan.xlsx", &xlsx(&[HEADER, &both[0], &both[1]]));
    snapshot("D-341", &folder);
    assert!(run(&folder).roster.keputusan.list.is_empty());
    for nama in ["Hj. Siti Aminah, S.Pd.", "SITI AMINNAH", "S. Aminah", ""] {
        let outcome = run(&of(nama));
        assert_eq!(outcome.roster.keputusan.list.len(), 1, "{nama}: {}", render_all(&outcome.findings));
    }
}

#[test]
fn the_kode_of_another_unit_beside_a_name_is_told_and_a_kode_alone_is_read() {
    let of =
        |tujuan: &'static str| folder().with("keputusan.xlsx", &workbook(&[(0, ["Larang", tujuan, "", "", WHY, WHO])]));
    let folder = of("SD Negeri 1 Bangko · kode 10501002");
    snapshot("D-342", &folder);
    assert!(run(&folder).roster.keputusan.list.is_empty());
    for tujuan in ["10501002", "NPSN 10501002", "SD Negeri 2 Jangkat · kode 10501002", "SDN 2 Jangkat"] {
        let outcome = run(&of(tujuan));
        let [only] = &outcome.roster.keputusan.list[..] else { panic!("{tujuan}: {}", render_all(&outcome.findings)) };
        let unit = only.tujuan.as_ref().map(|tujuan| &*outcome.roster.unit(tujuan.unit).nama);
        assert_eq!(unit, Some("SD Negeri 2 Jangkat"), "{tujuan}");
    }
}

/// A decision with the date as it is typed.
fn dated(tanggal: C) -> Outcome {
    let (nip, nama, _) = PEOPLE[0];
    let header: Vec<C> = HEADER.iter().copied().chain([T("TANGGAL")]).collect();
    let row = [T(nip), T(nama), T("Tunda"), T(""), T(""), T(""), T(WHY), T(WHO), tanggal];
    run(&folder().with("keputusan.xlsx", &xlsx(&[&header, &row])))
}

#[test]
fn a_day_to_come_is_told_and_a_year_of_two_digits_is_read_aloud() {
    let outcome = dated(D(2027, 11, 21));
    let told: Vec<_> = outcome.findings.iter().filter(|finding| finding.kode.code == "D-343").cloned().collect();
    insta::assert_snapshot!("D-343", render_all(&told));
    assert_eq!(outcome.roster.keputusan.list.len(), 1, "the decision itself is followed");
    let outcome = dated(T("20/11/26"));
    assert_eq!(outcome.roster.keputusan.list[0].tanggal, Some(jiff::civil::date(2026, 11, 20)));
    let read =
        outcome.findings.iter().find(|finding| finding.kode.code == "D-121").expect("it is said how it was read");
    assert_eq!(read.problem, "tanggal “20/11/26” dibaca 20 November 2026");
    // Not this century's twenty-sixth day: nobody can tell, so it is asked for.
    let outcome = dated(T("26-11-20"));
    assert_eq!(outcome.roster.keputusan.list[0].tanggal, None);
    assert!(outcome.findings.iter().any(|finding| finding.kode.code == "D-105"), "{}", render_all(&outcome.findings));
}

#[test]
fn somebody_who_is_there_but_not_planned_is_told_so_and_why() {
    let folder = folder();
    let header = ["NIP", "NAMA", "JABATAN", "UNIT KERJA", "TMT JABATAN", "TMT UNIT", "GOLONGAN"].map(T);
    let since = "1 Juli 2015";
    let row = |at: usize, unit: &'static str| {
        let (nip, nama, _) = PEOPLE[at];
        [T(nip), T(nama), T("Guru Ahli Pertama - Guru Kelas"), T(unit), T(since), T(since), T("III/b")]
    };
    let rows = [row(0, "SD Negeri 1 Bangkoo"), row(1, BANGKO)];
    folder.put("pegawai.xlsx", &xlsx(&[&header, &rows[0], &rows[1]]));
    folder.put("keputusan.xlsx", &workbook(&[(0, ["Tunda", "", "", "", WHY, WHO])]));
    let outcome = run(&folder);
    let told = outcome.findings.iter().find(|finding| finding.kode.code == "D-331").expect("told");
    assert!(told.problem.contains("ada di data pegawai (baris 2 lembar Data berkas pegawai.xlsx)"), "{}", told.problem);
    assert!(told.problem.contains("unit"), "{}", told.problem);
}

#[test]
fn a_jabatan_with_its_jenjang_is_known_and_a_misspelt_one_is_offered() {
    let of = |jabatan: &'static str| {
        run(&folder().with("keputusan.xlsx", &workbook(&[(0, ["Tetapkan ke", JANGKAT, jabatan, "", WHY, WHO])])))
    };
    for jabatan in ["Guru Kelas Ahli Muda", "Guru Ahli Pertama - Guru Kelas", "Guru Kelas"] {
        let outcome = of(jabatan);
        assert_eq!(outcome.plan.keputusan[0].in_words(), "Dipenuhi", "{jabatan}: {}", render_all(&outcome.findings));
    }
    let misspelt = of("Gru Kelas").plan.keputusan[0].in_words();
    assert!(misspelt.ends_with("Mungkin maksud Anda “Guru Kelas”?"), "{misspelt}");
}

#[test]
fn of_two_that_contradict_each_other_the_later_one_holds_and_both_are_told() {
    let folder = folder()
        .with("a keputusan.xlsx", &workbook(&[(0, ["Tetapkan ke", JANGKAT, "", "", WHY, WHO])]))
        .with("b keputusan.xlsx", &workbook(&[(0, ["Tunda", "", "", "", "sedang diklat", "Sekretaris Daerah"])]));
    snapshot("D-335-berkas", &folder);
    let outcome = run(&folder);
    let [only] = &outcome.roster.keputusan.list[..] else { panic!("one holds") };
    assert_eq!(only.pejabat, "Sekretaris Daerah");
}

/// Two decisions on one person that contradict each other, in one workbook, with their dates.
fn two_dated(first: C, second: C) -> Folder {
    let (nip, nama, _) = PEOPLE[0];
    let header: Vec<C> = HEADER.iter().copied().chain([T("TANGGAL")]).collect();
    let row = |cells: [&'static str; 6], tanggal| -> Vec<C> {
        [nip, nama].into_iter().chain(cells).map(T).chain([tanggal]).collect()
    };
    let forced = row(["Tetapkan ke", JANGKAT, "", "", WHY, WHO], first);
    let held = row(["Tunda", "", "", "", "sedang diklat", "Sekretaris Daerah"], second);
    folder().with("keputusan.xlsx", &xlsx(&[&header, &forced, &held]))
}

#[test]
fn of_two_that_contradict_each_other_the_one_with_the_later_date_holds_wherever_it_stands() {
    let holds = |folder: &Folder| {
        let outcome = run(folder);
        let [only] = &outcome.roster.keputusan.list[..] else { panic!("one holds") };
        assert_eq!(outcome.roster.keputusan.tersisih.len(), 1, "the other one stays on the sheet");
        only.pejabat.clone()
    };
    let upper = two_dated(D(2026, 11, 20), D(2026, 11, 3));
    snapshot("D-335", &upper);
    assert_eq!(holds(&upper), WHO, "the upper row has the later date");
    assert_eq!(holds(&two_dated(D(2026, 11, 3), D(2026, 11, 20))), "Sekretaris Daerah");
    // Equal or absent dates, and one that is yet to come, leave it to the rows.
    for first in [D(2026, 11, 3), T(""), D(2027, 11, 3)] {
        assert_eq!(holds(&two_dated(first, D(2026, 11, 3))), "Sekretaris Daerah");
    }
}

#[test]
fn decisions_without_effect_are_told() {
    told(
        "D-336",
        &[
            (0, ["Tolak", "", "", "", WHY, WHO]),
            (1, ["Kecualikan aturan", "", "", "A-112", WHY, WHO]),
            (2, ["Larang", BANGKO, "", "", WHY, WHO]),
            (4, ["Tunda", "", "", "", WHY, WHO]),
        ],
    );
}

#[test]
fn forces_that_cannot_be_followed_are_named_with_the_rule_or_the_count() {
    told(
        "D-337",
        &[
            (4, ["Tetapkan ke", BANGKO, "", "", WHY, WHO]),
            (0, ["Tetapkan ke", JANGKAT, "", "", WHY, WHO]),
            (1, ["Tetapkan ke", JANGKAT, "", "", WHY, WHO]),
        ],
    );
}

#[test]
fn a_force_that_a_limit_stops_names_the_limit_and_its_number() {
    let folder = folder().with(
        "keputusan.xlsx",
        &workbook(&[(0, ["Tetapkan ke", JANGKAT, "", "", WHY, WHO]), (1, ["Tetapkan ke", JANGKAT, "", "", WHY, WHO])]),
    );
    let settings = "[daerah]\nkode_wilayah = \"15.02\"\n[rencana]\npaling_banyak_masuk_per_unit = 1\n";
    fs_err::write(folder.root().join("mutasi.toml"), settings).unwrap();
    // Room for both, so that nothing but the limit stands against the second one.
    let wide: &[&[C]] = &[KEBUTUHAN[0], KEBUTUHAN[1], &[T("Guru Kelas"), T(JANGKAT), N(4.0)]];
    folder.put("kebutuhan.xlsx", &xlsx(wide));
    let findings = run(&folder).findings.into_iter().filter(|finding| finding.kode.code == "D-337");
    insta::assert_snapshot!("D-337-batas", render_all(&findings.collect::<Vec<_>>()));
}

#[test]
fn the_sheet_of_another_month_and_a_second_one_are_told() {
    let folder = folder();
    pipeline::run(folder.root(), november(false), &Silent).unwrap();
    let hasil = fs_err::read(folder.root().join("keluar/2026-11/hasil-mutasi-2026-11.xlsx")).unwrap();
    let october = edited(&hasil, "sharedStrings.xml", |xml| {
        xml.replace("atas rencana bulan November 2026", "atas rencana bulan Oktober 2026")
    });
    folder.put("hasil.xlsx", &october);
    snapshot("D-338", &folder);
    folder.put("hasil.xlsx", &hasil);
    snapshot("D-340", &folder);
    folder.put("hasil lain.xlsx", &hasil);
    snapshot("D-339", &folder);
}
