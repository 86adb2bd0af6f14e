//! Every code about decisions of leadership, provoked by a small folder; its exact text is a snapshot.

mod read_kit;

use mutasi::pipeline::{self, Outcome, Silent};
use read_kit::{C::*, *};

const SCHOOLS: &[&[C]] = &[
    &[T("NAMA SEKOLAH"), T("NPSN"), T("BENTUK"), T("STATUS"), T("PD"), T("ROMBEL"), T("GURU"), T("KECAMATAN")],
    &[T("SD Negeri 1 Bangko"), T("10501001"), T("SD"), T("Negeri"), N(150.0), N(6.0), N(8.0), T("Bangko")],
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
fn snapshot(code: &str, folder: &Folder) {
    let findings: Vec<_> = run(folder).findings.into_iter().filter(|finding| finding.kode.code == code).collect();
    assert!(!findings.is_empty(), "nothing provoked {code}");
    insta::assert_snapshot!(code, render_all(&findings));
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
        &[(0, ["Kecualikan aturan", "", "", "A-999", WHY, WHO]), (1, ["Kecualikan aturan", "", "", "A-111", WHY, WHO])],
    );
}

#[test]
fn a_person_whom_nobody_knows_is_told() {
    let row: &[C] =
        &[T("198610012015012010"), T("TIDAK ADA ORANGNYA"), T("Tunda"), T(""), T(""), T(""), T(WHY), T(WHO)];
    snapshot("D-131", &folder().with("keputusan.xlsx", &xlsx(&[HEADER, row])));
}

#[test]
fn of_two_that_contradict_each_other_the_later_one_holds_and_both_are_told() {
    let folder = folder()
        .with("a keputusan.xlsx", &workbook(&[(0, ["Tetapkan ke", JANGKAT, "", "", WHY, WHO])]))
        .with("b keputusan.xlsx", &workbook(&[(0, ["Tunda", "", "", "", "sedang diklat", "Sekretaris Daerah"])]));
    snapshot("D-335", &folder);
    let outcome = run(&folder);
    let [only] = &outcome.roster.keputusan.list[..] else { panic!("one holds") };
    assert_eq!(only.pejabat, "Sekretaris Daerah");
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
