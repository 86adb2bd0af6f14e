//! Whole folders of two months: the same person in several lists, and what changed since the month before.

mod read_kit;
mod support;

use mutasi::finding::Noted;
use mutasi::model::bentuk::Bentuk;
use mutasi::model::cells::{Kind, Tables};
use mutasi::model::pegawai::Pegawai;
use mutasi::model::perubahan::{JenisPerubahan, Ubahan};
use mutasi::model::riwayat::TanpaPembanding;
use mutasi::model::roster::Roster;
use mutasi::model::tanggal::Periode;
use mutasi::pipeline::{self, Options, Outcome, Silent};
use proptest::prelude::*;
use read_kit::{C, Folder, xlsx};
use support::{EFEKTIF, Row, checked, guru, rendered, row, sd, tables, with};

fn outcome(folder: &Folder) -> Outcome {
    pipeline::check(folder.root(), Options { periode: None, dry_run: true, today: EFEKTIF, tanggal: None }, &Silent)
        .unwrap()
}

/// Lists of people in these shapes, in path order, and a school.
fn lists(given: &[(Bentuk, Vec<Row>)]) -> Tables {
    let people = given.iter().map(|(_, rows)| (Kind::Pegawai, rows.clone()));
    let mut tables = tables(people.chain([(Kind::Sekolah, vec![sd()])]).collect());
    for (table, (bentuk, _)) in tables.tables.iter_mut().zip(given) {
        table.bentuk = *bentuk;
    }
    tables
}

fn one(noted: &Noted<Roster>) -> &Pegawai {
    assert_eq!(noted.value.pegawai.len(), 1, "{}", rendered(&noted.findings));
    &noted.value.pegawai[0]
}

fn codes(noted: &Noted<Roster>) -> Vec<&str> {
    noted.findings.iter().map(|finding| finding.kode.code).collect()
}

fn golongan(pegawai: &Pegawai) -> String {
    pegawai.golongan.unwrap().to_string()
}

#[test]
fn the_more_authoritative_list_counts_whichever_stands_first() {
    let (siasn, duk) = (with(&guru(), &[("golongan", "III/c")]), with(&guru(), &[("golongan", "III/b")]));
    for (first, second) in [(Bentuk::Siasn, Bentuk::Duk), (Bentuk::Duk, Bentuk::Siasn)] {
        let row = |bentuk| vec![if bentuk == Bentuk::Siasn { siasn.clone() } else { duk.clone() }];
        let noted = checked(&lists(&[(first, row(first)), (second, row(second))]));
        assert_eq!(golongan(one(&noted)), "III/c", "{first:?} first");
        let conflict = noted.findings.iter().find(|finding| finding.kode.code == "D-320").unwrap();
        let losing = if first == Bentuk::Duk { "pegawai.xlsx" } else { "pegawai-2.xlsx" };
        assert!(conflict.place.file.ends_with(losing), "the cell that does not count is marked");
        assert!(conflict.problem.contains("ekspor SIASN didahulukan dari DUK"), "{}", conflict.problem);
    }
}

#[test]
fn a_newer_period_counts_before_a_better_shape() {
    let mut tables = lists(&[
        (Bentuk::Siasn, vec![with(&guru(), &[("golongan", "III/b")])]),
        (Bentuk::Nominatif, vec![with(&guru(), &[("golongan", "III/c")])]),
    ]);
    tables.tables[0].periode = Periode::new(2026, 10);
    let noted = checked(&tables);
    assert_eq!(golongan(one(&noted)), "III/c");
    let text = rendered(&noted.findings);
    assert!(text.contains("karena datanya lebih baru (November 2026, bukan Oktober 2026)"), "{text}");
}

#[test]
fn shape_and_period_are_told_by_headers_and_title_rows() {
    let siasn: &[&[C]] = &[
        &[
            C::T("PNS ID"),
            C::T("NIP BARU"),
            C::T("NAMA"),
            C::T("JABATAN NAMA"),
            C::T("UNOR NAMA"),
            C::T("GOL AKHIR NAMA"),
        ],
        &[C::T("A8ACA739"), C::T("198601012015012001"), C::T("SITI AMINAH"), C::T(GURU), C::T(SD1), C::T("III/c")],
    ];
    let header = [C::T("NAMA"), C::T("NIP BARU"), C::T("GOLRU"), C::T("TMT GOLRU"), C::T("JABATAN"), C::T("SATKER")];
    let duk = |golru| {
        [C::T("SITI AMINAH"), C::T("198601012015012001"), C::T(golru), C::T("01-04-2018"), C::T(GURU), C::T(SD1)]
    };
    let (old, new) = (duk("III/b"), duk("III/d"));
    let old: &[&[C]] = &[&[C::T("KEADAAN BULAN OKTOBER 2026")], &header, &old];
    let new: &[&[C]] = &[&[C::T("KEADAAN BULAN NOVEMBER 2026")], &header, &new];
    let folder = Folder::new().with("a.xlsx", &xlsx(old)).with("b.xlsx", &xlsx(new)).with("c.xlsx", &xlsx(siasn));
    let outcome = outcome(&folder);
    let shapes: Vec<_> = outcome.roster.tabel.iter().map(|table| table.bentuk).collect();
    assert_eq!(shapes, [Bentuk::Duk, Bentuk::Duk, Bentuk::Siasn]);
    // SIASN before the DUK of the same month, that before the older one.
    assert_eq!(golongan(&outcome.roster.pegawai[0]), "III/c");
    let text = rendered(&outcome.findings);
    assert!(
        text.contains(
            "a.xlsx › Data › C3   berbeda dengan c.xlsx › Data: golongan III/b (C3) di sini, III/c (F2) di sana"
        ),
        "{text}"
    );
}

#[test]
fn equal_lists_count_by_their_path() {
    let noted = checked(&lists(&[
        (Bentuk::Nominatif, vec![with(&guru(), &[("golongan", "III/b")])]),
        (Bentuk::Nominatif, vec![with(&guru(), &[("golongan", "III/c")])]),
    ]));
    assert_eq!(golongan(one(&noted)), "III/b");
    assert!(one(&noted).place.file.ends_with("pegawai.xlsx"), "the NIP cell is that of the row that counts");
}

#[test]
fn what_the_first_lacks_the_next_gives_without_a_fault() {
    let siasn = with(&guru(), &[("golongan", "III/c"), ("skp_1", "Baik")]);
    let duk = with(&guru(), &[("tmt_jabatan", "01-07-2019"), ("pendidikan", "S-1 PGSD")]);
    let gtk = with(&guru(), &[("tugas_tambahan", "Kepala Sekolah"), ("kecamatan", "Bangko")]);
    let noted = checked(&lists(&[(Bentuk::Gtk, vec![gtk]), (Bentuk::Duk, vec![duk]), (Bentuk::Siasn, vec![siasn])]));
    let person = one(&noted);
    assert_eq!(golongan(person), "III/c");
    assert!(person.tmt_jabatan.is_some() && person.pendidikan.is_some() && person.domisili.is_some());
    assert_eq!(person.tugas_tambahan.as_deref(), Some("Kepala Sekolah"));
    assert!(codes(&noted).iter().all(|code| ["D-321", "D-322"].contains(code)), "{}", rendered(&noted.findings));
    let rows = noted.value.rows.of(mutasi::model::cells::Kind::Pegawai);
    assert_eq!((rows.read, rows.used, noted.value.digabung), (3, 3, 2));
    assert!(noted.value.tabel.iter().all(|table| table.rows.read == table.rows.used));
}

#[test]
fn a_tmt_is_never_taken_from_a_row_that_dates_something_else() {
    let siasn = with(&guru(), &[("golongan", "III/c")]);
    let duk = with(
        &guru(),
        &[
            ("golongan", "III/b"),
            ("tmt_gol", "01-04-2018"),
            ("jabatan", "Pengelola Kepegawaian"),
            ("tmt_jabatan", "01-07-2012"),
        ],
    );
    let noted = checked(&lists(&[(Bentuk::Siasn, vec![siasn]), (Bentuk::Duk, vec![duk])]));
    assert_eq!((one(&noted).tmt_gol, one(&noted).tmt_jabatan), (None, None));
    // Both contradictions of the pair of rows are one finding.
    assert_eq!(codes(&noted).iter().filter(|code| **code == "D-320").count(), 1);
}

#[test]
fn a_jabatan_that_says_less_is_completed_and_contradicts_nothing() {
    for (first, second) in [("Guru Ahli Muda", "Guru Kelas"), ("Guru Kelas", "Guru Ahli Muda")] {
        let siasn = with(&guru(), &[("jabatan", first)]);
        let duk = with(&guru(), &[("jabatan", second), ("tmt_jabatan", "01-07-2019")]);
        let noted = checked(&lists(&[(Bentuk::Siasn, vec![siasn]), (Bentuk::Duk, vec![duk])]));
        assert_eq!(one(&noted).jabatan.to_string(), "Guru Kelas Ahli Muda");
        assert!(one(&noted).tmt_jabatan.is_some());
        assert!(!codes(&noted).contains(&"D-320"), "{}", rendered(&noted.findings));
    }
}

#[test]
fn the_nip_is_no_witness_against_a_row() {
    // The NIP tells birth and sex where no row does; it never contradicts or fills.
    let noted = checked(&lists(&[
        (Bentuk::Siasn, vec![with(&guru(), &[("jenis_kelamin", "~")])]),
        (Bentuk::Duk, vec![with(&guru(), &[("tgl_lahir", "02-01-1986")])]),
    ]));
    assert_eq!(one(&noted).tgl_lahir.to_string(), "1986-01-02");
    assert!(!codes(&noted).contains(&"D-320"), "{}", rendered(&noted.findings));
}

#[test]
fn a_standing_nobody_can_read_keeps_the_person_where_she_is() {
    let unreadable = with(&guru(), &[("kedudukan_hukum", "CLTNN")]);
    let silent = checked(&lists(&[(Bentuk::Siasn, vec![unreadable.clone()]), (Bentuk::Duk, vec![guru()])]));
    assert_eq!((silent.value.pegawai.len(), silent.value.tak_terbaca.len()), (0, 1));
    let told = with(&guru(), &[("kedudukan_hukum", "CLTN")]);
    let told = checked(&lists(&[(Bentuk::Siasn, vec![unreadable]), (Bentuk::Duk, vec![told])]));
    assert_eq!(one(&told).kedudukan.label(), "CLTN");
}

#[test]
fn a_row_repaired_from_its_twin_is_merged_with_it_and_no_duplicate() {
    let cut = with(&guru(), &[("nip", "=1.98601012015012e17"), ("golongan", "III/c")]);
    let noted = checked(&lists(&[(Bentuk::Siasn, vec![cut]), (Bentuk::Nominatif, vec![guru()])]));
    assert_eq!(golongan(one(&noted)), "III/c");
    assert_eq!(codes(&noted).iter().filter(|code| **code != "D-322").collect::<Vec<_>>(), [&"D-128"]);
}

#[test]
fn a_row_without_nip_never_makes_one_person_two() {
    let short = with(&guru(), &[("nip", "19860101201501200")]);
    // The same damage in two lists: one person at work, on rows that cannot be used.
    let twice = checked(&lists(&[(Bentuk::Siasn, vec![short.clone()]), (Bentuk::Duk, vec![short.clone()])]));
    assert_eq!((twice.value.tak_terbaca.len(), twice.value.tak_pasti.len()), (1, 0));
    assert_eq!(codes(&twice).iter().filter(|code| **code == "D-103").count(), 2, "each cell is reported");
    // Whole in another list: perhaps the same person, so perhaps one more.
    let whole = checked(&lists(&[(Bentuk::Siasn, vec![short.clone()]), (Bentuk::Duk, vec![guru()])]));
    assert_eq!((whole.value.pegawai.len(), whole.value.tak_terbaca.len(), whole.value.tak_pasti.len()), (1, 0, 1));
    // Beside her in the same list it is somebody else.
    let beside = checked(&lists(&[(Bentuk::Siasn, vec![guru(), short])]));
    assert_eq!((beside.value.pegawai.len(), beside.value.tak_terbaca.len()), (1, 1));
}

#[test]
fn two_rows_of_one_sheet_stay_a_fault_and_two_names_too() {
    let twice = checked(&lists(&[(Bentuk::Siasn, vec![guru(), guru()]), (Bentuk::Duk, vec![guru()])]));
    assert!(codes(&twice).contains(&"D-301"), "{}", rendered(&twice.findings));
    assert_eq!(one(&twice).place.cell.unwrap().row, 1);
    let named = with(&guru(), &[("nama", "RINA MARLINA")]);
    let named = checked(&lists(&[(Bentuk::Duk, vec![named]), (Bentuk::Siasn, vec![guru()])]));
    assert_eq!(one(&named).nama.as_str(), "SITI AMINAH, S.Pd.", "the SIASN export counts");
    assert!(codes(&named).contains(&"D-302"), "{}", rendered(&named.findings));
    assert_eq!(named.value.tak_pasti.len(), 1, "the other may be somebody else at work");
}

#[test]
fn titles_that_contradict_are_told_and_missing_ones_are_not() {
    let told = |nama: &str| {
        let other = with(&guru(), &[("nama", nama)]);
        let noted = checked(&lists(&[(Bentuk::Siasn, vec![guru()]), (Bentuk::Duk, vec![other])]));
        assert_eq!(one(&noted).nama.as_str(), "SITI AMINAH, S.Pd.");
        codes(&noted).contains(&"D-320")
    };
    assert!(told("Siti Aminah, S.Pd., M.Pd."));
    assert!(!told("Siti Aminah"));
    assert!(!told("Siti Aminah, S. Pd"));
}

/// Facts that the lists of the property may state.
fn stated() -> impl Strategy<Value = Vec<Row>> {
    let row = (
        (0usize..4, 0usize..4),
        prop::sample::select(vec!["", "III/a", "III/b", "III/c"]),
        prop::sample::select(vec!["", "01-04-2018", "01-04-2022"]),
        prop::sample::select(vec!["", "S-1 PGSD", "S-1", "D-II PGSD"]),
        prop::sample::select(vec!["Guru Ahli Pertama - Guru Kelas", "Guru Kelas", "Guru PJOK Ahli Muda"]),
        prop::sample::select(vec!["", "Aktif", "CLTN", "entah"]),
    );
    let row = row.prop_map(|((who, nip), golongan, tmt, pendidikan, jabatan, kedudukan)| {
        // Whole, with a digit missing, as Excel cuts it, and none at all.
        let nip = match nip {
            0 | 1 => format!("19860101201501200{}", who + 1),
            2 => format!("1986010120150120{}", who + 1),
            _ => "=1.98601012015012e17".into(),
        };
        let nama = ["SITI AMINAH", "RINA MARLINA", "DEWI LESTARI", "YOSI PERMATASARI"][who];
        let mut row = with(&guru(), &[("nip", &nip), ("nama", nama), ("jabatan", jabatan)]);
        for (name, text) in
            [("golongan", golongan), ("tmt_gol", tmt), ("pendidikan", pendidikan), ("kedudukan_hukum", kedudukan)]
        {
            if !text.is_empty() {
                row.push((name, text.to_string()));
            }
        }
        row
    });
    prop::collection::vec(row, 1..6)
}

/// Everything of the persons but where they stand.
fn facts(roster: &Roster) -> String {
    let place = mutasi::finding::Place::file("");
    let people = roster.pegawai.iter().map(|pegawai| Pegawai { place: place.clone(), ..pegawai.clone() });
    format!("{:#?}", people.collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_same_file_dropped_twice_changes_nothing_but_findings(a in stated(), b in stated()) {
        let (siasn, duk) = ((Bentuk::Siasn, a), (Bentuk::Duk, b));
        let once = checked(&lists(&[siasn.clone(), duk.clone()]));
        let twice = checked(&lists(&[siasn.clone(), duk.clone(), siasn, duk]));
        prop_assert_eq!(facts(&once.value), facts(&twice.value));
        prop_assert_eq!(once.value.tak_terbaca.len(), twice.value.tak_terbaca.len());
        prop_assert_eq!(once.value.tak_pasti.len(), twice.value.tak_pasti.len());
    }

    #[test]
    fn where_shapes_differ_the_order_of_files_and_rows_changes_nothing(a in stated(), b in stated(), c in stated()) {
        // One row a person: of two rows of one sheet the first counts, by design.
        let unique = |mut rows: Vec<Row>| {
            rows.sort();
            rows.dedup_by_key(|row| row[0].1.clone());
            rows
        };
        let (a, b, c) = (unique(a), unique(b), unique(c));
        let back = |rows: &Vec<Row>| rows.iter().rev().cloned().collect::<Vec<_>>();
        let there = checked(&lists(&[(Bentuk::Siasn, a.clone()), (Bentuk::Duk, b.clone()), (Bentuk::Gtk, c.clone())]));
        let again = checked(&lists(&[(Bentuk::Gtk, back(&c)), (Bentuk::Siasn, back(&a)), (Bentuk::Duk, back(&b))]));
        prop_assert_eq!(facts(&there.value), facts(&again.value));
    }
}

const HEADER: &[C] = &[
    C::T("NIP"),
    C::T("NAMA"),
    C::T("JABATAN"),
    C::T("UNIT KERJA"),
    C::T("GOLONGAN"),
    C::T("KEDUDUKAN HUKUM"),
    C::T("TMT JABATAN"),
];

/// A person's row: NIP, name, jabatan, unit, golongan, standing.
fn person(cells: [&'static str; 6]) -> [C; 7] {
    let [nip, nama, jabatan, unit, golongan, kedudukan] = cells.map(C::T);
    [nip, nama, jabatan, unit, golongan, kedudukan, C::T("01-07-2019")]
}

fn list(people: &[[C; 7]]) -> Vec<u8> {
    let mut rows: Vec<&[C]> = vec![HEADER];
    rows.extend(people.iter().map(|row| &row[..]));
    xlsx(&rows)
}

const GURU: &str = "Guru Kelas Ahli Pertama";
const SD1: &str = "SD Negeri 1 Bangko";
const SD2: &str = "SD Negeri 2 Bangko";

fn siti() -> [C; 7] {
    person(["198601012015012001", "SITI AMINAH", GURU, SD1, "III/b", "Aktif"])
}

/// Two months: what stood in October, what stands in November.
fn two_months(october: &[[C; 7]], november: &[[C; 7]]) -> Outcome {
    let folder = Folder::new().with("pegawai.xlsx", &list(november));
    folder.put("masuk/2026-10/pegawai.xlsx", &list(october));
    outcome(&folder)
}

fn changes(outcome: &Outcome) -> &[Ubahan] {
    &outcome.riwayat.perubahan.as_ref().expect("there is a month before").daftar
}

#[test]
fn whoever_came_left_or_changed_is_told_with_both_places() {
    let rina = |unit, jabatan, golongan, kedudukan| {
        person(["198703022010012002", "RINA MARLINA", jabatan, unit, golongan, kedudukan])
    };
    let dewi = person(["199001022026102001", "DEWI LESTARI", GURU, SD1, "III/a", "Aktif"]);
    let joko = person(["199203042018011001", "JOKO SUSILO", GURU, SD2, "III/a", "Aktif"]);
    let outcome = two_months(
        &[siti(), rina(SD1, GURU, "III/b", "Aktif"), joko],
        &[siti(), rina(SD2, "Guru Kelas Ahli Muda", "III/c", "Tugas Belajar"), dewi],
    );
    let told: Vec<_> = changes(&outcome)
        .iter()
        .map(|it| (it.jenis, it.nama.as_str(), it.lama.as_deref(), it.baru.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (JenisPerubahan::Muncul, "DEWI LESTARI", None, Some("Guru Kelas Ahli Pertama")),
            (JenisPerubahan::Keluar, "JOKO SUSILO", Some("Guru Kelas Ahli Pertama"), None),
            (JenisPerubahan::Unit, "RINA MARLINA", Some(SD1), Some(SD2)),
            (JenisPerubahan::Jabatan, "RINA MARLINA", Some("Guru Kelas Ahli Pertama"), Some("Guru Kelas Ahli Muda")),
            (JenisPerubahan::Golongan, "RINA MARLINA", Some("III/b"), Some("III/c")),
            (JenisPerubahan::Kedudukan, "RINA MARLINA", Some("Aktif"), Some("Tugas Belajar")),
        ]
    );
    let moved = &changes(&outcome)[2];
    assert_eq!(moved.tempat_lama.as_ref().unwrap().to_string(), "masuk/2026-10/pegawai.xlsx › Data › A3");
    assert_eq!(moved.tempat_baru.as_ref().unwrap().to_string(), "masuk/2026-11/pegawai.xlsx › Data › A3");
    assert_eq!(changes(&outcome)[0].keterangan, "baru diangkat, TMT 1 Oktober 2026");
    let words = outcome.riwayat.perubahan.as_ref().unwrap().in_words();
    assert!(words.starts_with("dibanding Oktober 2026: 1 baru muncul, 1 tidak ada lagi, 1 unit berubah"), "{words}");
    // Last month's findings stay in last month.
    assert!(outcome.findings.iter().all(|finding| !finding.place.file.contains("2026-10")));
}

#[test]
fn the_likely_reason_of_a_leaver_is_told() {
    let retired = person(["196610051990011001", "BUDI SANTOSO", "Guru Kelas Ahli Muda", SD1, "IV/a", "Aktif"]);
    let away = person(["198804052011011004", "AHMAD FAUZI", GURU, SD1, "III/b", "Mutasi"]);
    let alone = person(["198905062012011005", "JOKO SUSILO", GURU, SD2, "III/b", "Aktif"]);
    let retyped = person(["199106072014011006", "DANI PRATAMA", GURU, SD1, "III/b", "Aktif"]);
    let corrected = person(["199106072014011007", "DANI PRATAMA", GURU, SD1, "III/b", "Aktif"]);
    let outcome = two_months(&[siti(), retired, away, alone, retyped], &[siti(), corrected]);
    let reason = |nama: &str| {
        let gone = |it: &&Ubahan| it.jenis == JenisPerubahan::Keluar && it.nama == nama;
        changes(&outcome).iter().find(gone).unwrap().keterangan.as_str()
    };
    assert_eq!(reason("BUDI SANTOSO"), "mencapai BUP 60 tahun, pensiun mulai 1 November 2026");
    assert_eq!(reason("AHMAD FAUZI"), "bulan lalu berkedudukan Mutasi");
    assert!(reason("JOKO SUSILO").starts_with("tidak ada seorang pun dari unit ini"), "{}", reason("JOKO SUSILO"));
    assert!(reason("DANI PRATAMA").contains("NIP 199106072014011007 bulan ini; mungkin NIP diperbaiki"));
}

#[test]
fn somebody_on_a_row_that_cannot_be_used_has_not_left() {
    let spoiled = person(["19860101201501200", "SITI AMINAH", GURU, SD1, "III/b", "Aktif"]);
    let rina = person(["198703022010012002", "RINA MARLINA", GURU, SD1, "III/b", "Aktif"]);
    let there = two_months(&[siti(), rina], &[spoiled, rina]);
    assert_eq!(changes(&there).iter().map(|it| it.jenis).collect::<Vec<_>>(), [JenisPerubahan::BelumPasti]);
    assert_eq!(changes(&there)[0].tempat_baru.as_ref().unwrap().to_string(), "masuk/2026-11/pegawai.xlsx › Data › A2");
    let back = two_months(&[spoiled, rina], &[siti(), rina]);
    assert_eq!(changes(&back).iter().map(|it| it.jenis).collect::<Vec<_>>(), [JenisPerubahan::BelumPasti]);
}

#[test]
fn a_unit_spelled_otherwise_is_no_move() {
    let now =
        person(["198601012015012001", "SITI AMINAH", "Guru Ahli Pertama - Guru Kelas", "SDN 1 Bangko", "III-b", ""]);
    assert_eq!(changes(&two_months(&[siti()], &[now])), []);
}

#[test]
fn a_month_that_tells_kode_and_one_that_does_not_know_the_same_units() {
    let other = person(["199001022015032003", "DEWI LESTARI", GURU, SD1, "III/b", "Aktif"]);
    let gone = person(["199102032016041004", "BUDI SANTOSO", GURU, SD1, "III/b", "Aktif"]);
    let header = [C::T("KODE UNIT"), C::T("NAMA UNIT"), C::T("JENIS UNIT"), C::T("KECAMATAN")];
    let unit = [C::T("P01"), C::T(SD1), C::T("Sekolah"), C::T("Bangko")];
    let folder = Folder::new().with("pegawai.xlsx", &list(&[siti(), other]));
    folder.put("masuk/2026-11/unit.xlsx", &xlsx(&[&header, &unit]));
    folder.put("masuk/2026-10/pegawai.xlsx", &list(&[siti(), gone]));
    let outcome = outcome(&folder);
    let told: Vec<_> = changes(&outcome).iter().map(|it| (it.jenis, &*it.keterangan)).collect();
    let unknown = "sebabnya tidak diketahui; pastikan barisnya tidak terhapus";
    assert_eq!(told, [(JenisPerubahan::Muncul, ""), (JenisPerubahan::Keluar, unknown)]);
}

#[test]
fn a_jabatan_that_says_less_has_not_changed() {
    let [nip, nama, _, unit, golongan, kedudukan, tmt] = siti();
    let bare = [nip, nama, C::T("Guru Kelas"), unit, golongan, kedudukan, tmt];
    assert_eq!(changes(&two_months(&[siti()], &[bare])), []);
}

/// People by the kode of their unit, beside a list of units.
fn with_kode(folder: &Folder, month: &str, kode: &'static str, units: &[&'static str]) {
    let [nip, nama, jabatan, ..] = siti();
    let header: &[C] = &[C::T("NIP"), C::T("NAMA"), C::T("JABATAN"), C::T("KODE UNIT")];
    folder.put(&format!("masuk/{month}/pegawai.xlsx"), &xlsx(&[header, &[nip, nama, jabatan, C::T(kode)]]));
    let header = [C::T("KODE UNIT"), C::T("NAMA UNIT"), C::T("JENIS UNIT"), C::T("KECAMATAN")];
    let units: Vec<[C; 4]> =
        units.iter().map(|kode| [C::T(kode), C::T("Puskesmas Bangko"), C::T("Puskesmas"), C::T("Bangko")]).collect();
    let rows: Vec<&[C]> = std::iter::once(&header[..]).chain(units.iter().map(|row| &row[..])).collect();
    folder.put(&format!("masuk/{month}/unit.xlsx"), &xlsx(&rows));
}

#[test]
fn a_renumbered_unit_is_no_move_but_another_of_the_same_name_is() {
    let folder = Folder::new();
    with_kode(&folder, "2026-10", "P01", &["P01"]);
    with_kode(&folder, "2026-11", "B01", &["B01"]);
    assert_eq!(changes(&outcome(&folder)), []);
    let folder = Folder::new();
    with_kode(&folder, "2026-10", "P01", &["P01", "P02"]);
    with_kode(&folder, "2026-11", "P02", &["P01", "P02"]);
    let outcome = outcome(&folder);
    let told: Vec<_> = changes(&outcome).iter().map(|it| (it.jenis, it.lama.as_deref(), it.baru.as_deref())).collect();
    assert_eq!(told, [(JenisPerubahan::Unit, Some("Puskesmas Bangko (P01)"), Some("Puskesmas Bangko (P02)"))]);
}

#[test]
fn a_whole_nip_of_last_month_restores_a_damaged_one() {
    let mut damaged = siti();
    damaged[0] = C::N(1.98601012015012e17);
    let outcome = two_months(&[siti()], &[damaged]);
    assert_eq!(outcome.roster.pegawai[0].nip.digits(), "198601012015012001");
    let text = rendered(&outcome.findings);
    assert!(text.contains("menurut masuk/2026-10/pegawai.xlsx › Data › A2"), "{text}");
    assert_eq!(changes(&outcome), []);
    // Somebody else of that name and birthday last month, and it is nobody's.
    let twin = person(["198601012015012002", "SITI AMINAH", GURU, SD2, "III/b", "Aktif"]);
    let outcome = two_months(&[siti(), twin], &[damaged]);
    assert!(outcome.findings.iter().any(|finding| finding.kode.code == "D-102"));
}

#[test]
fn last_month_fills_no_gap_of_this_month() {
    let silent = person(["198601012015012001", "SITI AMINAH", GURU, SD1, "", ""]);
    let outcome = two_months(&[siti()], &[silent]);
    assert_eq!(outcome.roster.pegawai[0].golongan, None);
    let change = &changes(&outcome)[0];
    assert_eq!((change.lama.as_deref(), change.baru.as_deref()), (Some("III/b"), None));
}

#[test]
fn a_first_month_and_a_comparison_switched_off_say_so() {
    let first = outcome(&Folder::new().with("pegawai.xlsx", &list(&[siti()])));
    assert_eq!(first.riwayat.lalu.as_ref().err(), Some(&TanpaPembanding::TidakAda));
    assert!(first.riwayat.perubahan.is_none());
    assert_eq!(first.riwayat.mutu.orang, 1);
    let folder = Folder::new().with("pegawai.xlsx", &list(&[siti()]));
    folder.put("masuk/2026-10/pegawai.xlsx", &list(&[siti()]));
    fs_err::write(folder.root().join("mutasi.toml"), "[data]\nbandingkan_bulan_lalu = false\n").unwrap();
    let off = outcome(&folder);
    let reason = off.riwayat.lalu.unwrap_err();
    assert_eq!(reason, TanpaPembanding::Dimatikan);
    let sentence = reason.in_words();
    assert!(sentence.contains("data.bandingkan_bulan_lalu"), "{sentence}");
}

#[test]
fn the_newest_earlier_month_is_the_one_compared_and_is_recorded() {
    let folder = Folder::new().with("pegawai.xlsx", &list(&[siti()]));
    folder.put("masuk/2026-08/pegawai.xlsx", &list(&[]));
    folder.put("masuk/2026-09/pegawai.xlsx", &list(&[siti()]));
    folder.put("masuk/2026-12/pegawai.xlsx", &list(&[siti()]));
    let options = Options { periode: Periode::new(2026, 11), dry_run: true, today: EFEKTIF, tanggal: None };
    let outcome = pipeline::check(folder.root(), options, &Silent).unwrap();
    let lalu = outcome.riwayat.lalu().unwrap();
    assert_eq!(lalu.periode.to_string(), "2026-09");
    assert_eq!(lalu.sources.iter().map(|source| &*source.path).collect::<Vec<_>>(), ["masuk/2026-09/pegawai.xlsx"]);
}

#[test]
fn two_months_give_the_same_bytes_again_and_both_sheets() {
    let folder = Folder::new().with("pegawai.xlsx", &list(&[siti()]));
    let gone = person(["198703022010012002", "RINA MARLINA", GURU, SD2, "III/b", "Aktif"]);
    folder.put("masuk/2026-10/pegawai.xlsx", &list(&[siti(), gone]));
    let options = Options { periode: None, dry_run: false, today: EFEKTIF, tanggal: None };
    let written = || {
        pipeline::run(folder.root(), options, &Silent).unwrap();
        let out = folder.root().join("keluar/2026-11");
        ["hasil-mutasi-2026-11.xlsx", "catatan.json"].map(|name| fs_err::read(out.join(name)).unwrap())
    };
    let first = written();
    assert!(first == written(), "the second run wrote other bytes");
    let record: serde_json::Value = serde_json::from_slice(&first[1]).unwrap();
    assert_eq!(record["bulan_lalu"]["masukan"][0]["berkas"], "masuk/2026-10/pegawai.xlsx");
    assert_eq!(record["perubahan"]["Tidak ada lagi"], 1);
}

#[test]
fn a_row_of_a_list_that_nobody_is_found_for_counts_as_unused() {
    let punished = |nip| row(&[("nip", nip), ("nama", "SITI AMINAH"), ("tingkat", "Ringan"), ("mulai", "01-03-2026")]);
    let rows = vec![punished("198601012015012001"), punished("198703022010012002")];
    let people = (Kind::Pegawai, vec![guru()]);
    let noted = checked(&tables(vec![people, (Kind::Hukdis, rows), (Kind::Sekolah, vec![sd()])]));
    let table = noted.value.tabel.iter().find(|table| table.kind == Kind::Hukdis).unwrap();
    assert_eq!((table.rows.read, table.rows.used), (2, 1), "{}", rendered(&noted.findings));
}

#[test]
fn completeness_counts_facts_and_puts_the_worst_unit_first() {
    let bare = person(["198703022010012002", "RINA MARLINA", GURU, SD2, "", ""]);
    let outcome = two_months(&[siti()], &[siti(), bare]);
    let mutu = &outcome.riwayat.mutu;
    assert_eq!((mutu.orang, mutu.terisi[0], mutu.terisi[2]), (2, 1, 2), "golongan of one, TMT jabatan of both");
    assert_eq!(mutu.units.iter().map(|unit| &*unit.nama).collect::<Vec<_>>(), [SD2, SD1]);
    assert_eq!(mutu.tabel[0].rows.read, 2);
}
