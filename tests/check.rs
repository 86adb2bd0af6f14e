//! From tables to the roster: what is joined, what is derived, what is kept when a row is faulty.

mod support;

use jiff::civil::date;
use mutasi::model::cells::Kind;
use mutasi::model::golongan::Golongan;
use mutasi::model::jabatan::JenisJabatan;
use mutasi::model::kinerja::{Predikat, Skp};
use mutasi::model::pegawai::Pegawai;
use mutasi::model::status::{KedudukanHukum, StatusAsn};
use mutasi::model::unit::{BentukPendidikan, JenisUnit};
use support::{Row, checked, guru, rendered, row, sd, tables, with};

/// The one person of a month with this row, and the findings.
fn person(changes: &[(&'static str, &str)]) -> (Pegawai, String) {
    let noted = checked(&tables(vec![(Kind::Pegawai, vec![with(&guru(), changes)]), (Kind::Sekolah, vec![sd()])]));
    let text = rendered(&noted.findings);
    let mut people = noted.value.pegawai;
    assert_eq!(people.len(), 1, "{text}");
    (people.remove(0), text)
}

#[test]
fn units_of_all_workbooks_are_joined_by_kode_then_by_name() {
    let unit = row(&[
        ("kode_unit", "U-77"),
        ("unit", "UPTD SDN 01 BANGKO"),
        ("induk", "Dinas Pendidikan dan Kebudayaan"),
        ("kecamatan", "Jangkat"),
    ]);
    let need =
        row(&[("jabatan", "Perawat"), ("unit", "PKM Bangko"), ("kebutuhan", "=5"), ("induk", "Dinas Kesehatan")]);
    let by_kode = with(&guru(), &[("unit", "entah apa"), ("kode_unit", "u-77")]);
    let nurse =
        with(&guru(), &[("nip", "198703022010012002"), ("jabatan", "Perawat"), ("unit", "UPTD Puskesmas Bangko")]);
    let noted = checked(&tables(vec![
        (Kind::Kebutuhan, vec![need]),
        (Kind::Pegawai, vec![by_kode, nurse]),
        (Kind::Sekolah, vec![sd()]),
        (Kind::Unit, vec![unit]),
    ]));
    assert!(rendered(&noted.findings).contains("1 unit hanya disebut di data kebutuhan jabatan: PKM Bangko"));
    let roster = noted.value;
    let units: Vec<_> = roster.units.iter().map(|unit| (&*unit.nama, unit.jenis, unit.opd().to_string())).collect();
    assert_eq!(
        units,
        [
            (
                "SD Negeri 1 Bangko",
                JenisUnit::Sekolah(BentukPendidikan::Sd),
                "Dinas Pendidikan dan Kebudayaan".to_string()
            ),
            ("PKM Bangko", JenisUnit::Puskesmas, "Dinas Kesehatan".to_string()),
        ]
    );
    // The school's own kecamatan counts before that of the unit workbook.
    let kecamatan = roster.units[0].kecamatan.map(|id| roster.wilayah.get(id).nama.clone());
    assert_eq!(kecamatan.as_deref(), Some("Bangko"));
    let unit_of: Vec<u32> = roster.pegawai.iter().map(|pegawai| pegawai.unit.0).collect();
    assert_eq!(unit_of, [0, 1]);
}

#[test]
fn units_are_made_from_people_only_when_no_other_workbook_names_any() {
    let people = || vec![guru(), with(&guru(), &[("nip", "198703022010012002"), ("unit", "SDN 2 Jangkat")])];
    let alone = checked(&tables(vec![(Kind::Pegawai, people())])).value;
    assert_eq!((alone.units.len(), alone.pegawai.len()), (2, 2));
    let with_schools = checked(&tables(vec![(Kind::Pegawai, people()), (Kind::Sekolah, vec![sd()])])).value;
    assert_eq!((with_schools.units.len(), with_schools.pegawai.len()), (1, 1));
}

#[test]
fn a_misspelt_unit_of_need_makes_no_unit_but_an_offer() {
    let need = |unit| row(&[("jabatan", "Perawat"), ("unit", unit), ("kebutuhan", "=5")]);
    let unit = row(&[("unit", "Puskesmas Tabir Barat"), ("kecamatan", "Bangko")]);
    let needs = || vec![need("Psukesmas Tabir Barat"), need("UPTD PKM Tabir Barat"), need("Puskesmas Jangkat")];
    let noted = checked(&tables(vec![(Kind::Kebutuhan, needs()), (Kind::Unit, vec![unit])]));
    let units: Vec<&str> = noted.value.units.iter().map(|unit| &*unit.nama).collect();
    assert_eq!(units, ["Puskesmas Jangkat", "Puskesmas Tabir Barat"]);
    assert_eq!((noted.value.formasi.len(), noted.value.rows.of(Kind::Kebutuhan).used), (2, 2));
    let text = rendered(&noted.findings);
    assert!(text.contains("D-108  masuk/2026-11/kebutuhan.xlsx › Data › B2"), "{text}");
    assert!(text.contains("Mungkin maksud Anda “Puskesmas Tabir Barat”?"), "{text}");
    assert!(text.contains("1 unit hanya disebut di data kebutuhan jabatan: Puskesmas Jangkat"), "{text}");
    // Where no other workbook lists units, the need workbook does.
    let alone = checked(&tables(vec![(Kind::Kebutuhan, needs())]));
    assert_eq!((alone.value.units.len(), rendered(&alone.findings)), (3, String::new()));
}

#[test]
fn schools_of_one_name_are_kept_apart_and_a_person_who_names_neither_is_reported() {
    let twin = with(&sd(), &[("npsn", "10501002"), ("kecamatan", "Jangkat")]);
    let noted = checked(&tables(vec![(Kind::Pegawai, vec![guru()]), (Kind::Sekolah, vec![sd(), twin])]));
    assert_eq!((noted.value.units.len(), noted.value.pegawai.len()), (2, 0));
    let text = rendered(&noted.findings);
    assert!(text.contains("nama unit “SD Negeri 1 Bangko” dipakai 2 unit") && text.contains("NPSN"), "{text}");
}

#[test]
fn a_person_whose_row_is_unusable_still_counts_as_present() {
    for (changes, present) in [
        (&[("nip", "=1.98601012015012e17")][..], 1),
        (&[("nama", "~")], 1),
        (&[("kedudukan_hukum", "Rajin")], 1),
        (&[("hukdis_tingkat", "pernah")], 1),
        (&[("nip", "-"), ("kedudukan_hukum", "Pensiun")], 0),
        (&[("nip", "-"), ("unit", "SD Negeri 99 Bangko")], 0),
        (&[("nip", "-"), ("jabatan", "-")], 0),
    ] {
        let rows = vec![with(&guru(), changes)];
        let roster = checked(&tables(vec![(Kind::Pegawai, rows), (Kind::Sekolah, vec![sd()])])).value;
        assert_eq!((roster.pegawai.len(), roster.tak_terbaca.len()), (0, present), "{changes:?}");
        assert_eq!((roster.rows.of(Kind::Pegawai).read, roster.rows.of(Kind::Pegawai).used), (1, 0), "{changes:?}");
    }
}

#[test]
fn what_is_not_said_is_taken_from_the_nip_and_never_guessed() {
    let (pegawai, text) = person(&[("jenis_kelamin", "~")]);
    assert_eq!(text, "");
    assert_eq!((pegawai.tgl_lahir, pegawai.tmt_cpns), (date(1986, 1, 1), Some(date(2015, 1, 1))));
    assert_eq!((pegawai.status, pegawai.kedudukan), (StatusAsn::Pns, KedudukanHukum::Aktif));
    assert_eq!((pegawai.golongan, pegawai.tmt_jabatan, pegawai.hukdis), (None, None, None));
    let (pegawai, _) = person(&[("nip", "199001022023212001"), ("jenis_kelamin", "~")]);
    assert_eq!((pegawai.status, pegawai.tmt_cpns), (StatusAsn::Pppk, None));
}

#[test]
fn an_unreadable_optional_cell_leaves_nothing_behind_but_its_finding() {
    let (pegawai, text) =
        person(&[("golongan", "V/z"), ("tmt_jabatan", "besok"), ("pendidikan", "PGSD"), ("skp_1", "Bagus")]);
    assert_eq!((pegawai.golongan, pegawai.tmt_jabatan, pegawai.pendidikan, pegawai.skp.len()), (None, None, None, 0));
    assert_eq!(text.lines().count(), 8, "{text}");
}

#[test]
fn a_roman_number_alone_is_a_golongan_of_pppk_only() {
    let (pegawai, text) = person(&[("nip", "199001022023212001"), ("golongan", "IX")]);
    assert_eq!((pegawai.golongan, &*text), (Golongan::pppk(9), ""));
    let (pegawai, text) = person(&[("golongan", "IV")]);
    assert_eq!(pegawai.golongan, None);
    assert!(text.contains("golongan “IV” tanpa huruf ruang bukan golongan PNS"), "{text}");
    let (pegawai, text) = person(&[("golongan", "IV"), ("pangkat", "A")]);
    assert_eq!((pegawai.golongan, &*text), (Golongan::pns(4, 1), ""));
    let (pegawai, text) = person(&[("golongan", "=31")]);
    assert_eq!((pegawai.golongan, &*text), (Golongan::pns(3, 1), ""));
    let (pegawai, _) = person(&[("golongan", "-"), ("pangkat", "Penata Tk. I")]);
    assert_eq!(pegawai.golongan, Golongan::pns(3, 4));
}

#[test]
fn name_and_nip_in_one_cell_are_two_facts() {
    let (pegawai, text) = person(&[("nip", "~"), ("nama", "SITI AMINAH, S.Pd.\nNIP. 19860101 201501 2 001")]);
    assert_eq!((pegawai.nip.digits(), pegawai.nama.as_str(), &*text), ("198601012015012001", "SITI AMINAH, S.Pd.", ""));
    let (pegawai, _) = person(&[("nama", "SITI AMINAH, S.Pd.\n198601012015012001")]);
    assert_eq!((pegawai.nip.digits(), pegawai.nama.as_str()), ("198601012015012001", "SITI AMINAH, S.Pd."));
    let cut = with(&guru(), &[("nip", "~"), ("nama", "SITI AMINAH\nNIP. 19860101 201501")]);
    let noted = checked(&tables(vec![(Kind::Pegawai, vec![cut]), (Kind::Sekolah, vec![sd()])]));
    assert!(rendered(&noted.findings).contains("NIP “19860101201501” berisi 14 angka"));
}

#[test]
fn place_and_date_of_birth_and_golongan_and_ruang_may_be_apart_or_together() {
    let (pegawai, text) = person(&[("tgl_lahir", "Bangko, 1 Januari 1986"), ("golongan", "III"), ("pangkat", "b")]);
    assert_eq!((text.as_str(), pegawai.tempat_lahir.as_deref()), ("", Some("Bangko")));
    assert_eq!(pegawai.golongan, Golongan::pns(3, 2));
}

#[test]
fn a_date_of_zeros_says_nothing_and_is_no_fault() {
    let (pegawai, text) =
        person(&[("tmt_jabatan", "00-00-0000"), ("tmt_gol", "0000-00-00"), ("tgl_lahir", "00/00/0000")]);
    assert_eq!((text.as_str(), pegawai.tmt_jabatan, pegawai.tmt_gol), ("", None, None));
}

#[test]
fn the_first_of_two_rows_counts() {
    let second = with(&guru(), &[("nama", "RINA MARLINA")]);
    let school = with(&sd(), &[("unit", "SD Negeri 9 Bangko"), ("rombel", "=9")]);
    let need = row(&[("jabatan", "Perawat"), ("unit", "Puskesmas Bangko"), ("kebutuhan", "=5")]);
    let roster = checked(&tables(vec![
        (Kind::Kebutuhan, vec![need.clone(), with(&need, &[("unit", "PKM Bangko"), ("kebutuhan", "=7")])]),
        (Kind::Pegawai, vec![guru(), second]),
        (Kind::Sekolah, vec![sd(), school]),
    ]))
    .value;
    assert_eq!((roster.pegawai.len(), roster.pegawai[0].nama.as_str()), (1, "SITI AMINAH, S.Pd."));
    assert_eq!((roster.units.len(), &*roster.units[0].nama), (2, "SD Negeri 1 Bangko"));
    assert_eq!((roster.formasi.len(), roster.formasi[0].kebutuhan), (1, 5));
    assert_eq!(
        (roster.rows.of(Kind::Pegawai).used, roster.rows.of(Kind::Sekolah).used, roster.rows.of(Kind::Kebutuhan).used),
        (1, 1, 1)
    );
}

#[test]
fn of_two_rows_of_one_person_the_usable_one_counts_and_only_it() {
    let school = with(&sd(), &[("npsn", "10501002"), ("unit", "SD Negeri 9 Bangko")]);
    for (first, codes) in [
        (&[("hukdis_tingkat", "pernah")][..], &["D-114"][..]),
        (&[("unit", "SDN 1 Bangkoo")], &["D-108"]),
        (&[("kedudukan_hukum", "Rajin"), ("unit", "SD Negeri 9 Bangko")], &["D-111"]),
    ] {
        let people = vec![with(&guru(), first), guru()];
        let noted = checked(&tables(vec![(Kind::Pegawai, people), (Kind::Sekolah, vec![sd(), school.clone()])]));
        let roster = &noted.value;
        let counts = (roster.pegawai.len(), roster.tak_terbaca.len(), roster.tak_pasti.len());
        assert_eq!(counts, (1, 0, 0), "{first:?}");
        assert_eq!(&*roster.unit(roster.pegawai[0].unit).nama, "SD Negeri 1 Bangko");
        let found: Vec<_> = noted.findings.iter().map(|finding| finding.kode.code).collect();
        assert_eq!(found, codes);
    }
}

#[test]
fn another_name_on_the_same_nip_is_somebody_who_may_be_there() {
    let second = with(&guru(), &[("nama", "RINA MARLINA")]);
    let roster = checked(&tables(vec![(Kind::Pegawai, vec![guru(), second]), (Kind::Sekolah, vec![sd()])])).value;
    assert_eq!((roster.pegawai.len(), roster.tak_terbaca.len(), roster.tak_pasti.len()), (1, 0, 1));
}

#[test]
fn years_of_performance_stand_in_the_header_or_count_back_from_the_moves() {
    let (pegawai, _) = person(&[("skp_1", "Baik"), ("skp_2", "=93.5")]);
    let skp = |tahun, predikat| Skp { tahun, predikat };
    assert_eq!(*pegawai.skp, [skp(2025, Predikat::Baik), skp(2024, Predikat::SangatBaik)]);
    let mut tables = tables(vec![(Kind::Pegawai, vec![with(&guru(), &[("skp_1", "Baik"), ("skp_2", "Cukup")])])]);
    for column in &mut tables.tables[0].columns {
        match column.name {
            "skp_1" => column.header = "SKP 2023".into(),
            "skp_2" => column.header = "PREDIKAT KINERJA 2024".into(),
            _ => {}
        }
    }
    let pegawai = checked(&tables).value.pegawai.remove(0);
    assert_eq!(*pegawai.skp, [skp(2024, Predikat::ButuhPerbaikan), skp(2023, Predikat::Baik)]);
}

#[test]
fn jabatan_is_taken_from_the_first_filled_of_its_three_columns() {
    let jabatan = |changes: &[(&'static str, &str)]| {
        let (pegawai, _) = person(changes);
        (pegawai.jabatan.to_string(), pegawai.jabatan.jenis)
    };
    let (f, p) = (JenisJabatan::Fungsional, JenisJabatan::Pelaksana);
    assert_eq!(jabatan(&[("jabatan", "-"), ("jft", "Arsiparis")]), ("Arsiparis".into(), f));
    assert_eq!(jabatan(&[("jabatan", "~"), ("jft", "-"), ("jfu", "Pengemudi")]), ("Pengemudi".into(), p));
    assert_eq!(jabatan(&[("jft", "Arsiparis")]), ("Guru Kelas Ahli Pertama".into(), f));
}

#[test]
fn need_without_a_unit_column_belongs_to_the_skpd_in_the_title() {
    let mut tables =
        tables(vec![(Kind::Kebutuhan, vec![row(&[("jabatan", "Analis Kepegawaian"), ("kebutuhan", "=3.5")])])]);
    tables.tables[0].title_unit = Some("BKPSDM".into());
    let noted = checked(&tables);
    let formasi = &noted.value.formasi[0];
    assert_eq!((formasi.kebutuhan, &*noted.value.unit(formasi.unit).nama), (4, "BKPSDM"));
    assert!(rendered(&noted.findings).contains("kebutuhan 3,5 dibulatkan menjadi 4"));
    // With a column of units an empty cell is a forgotten one.
    let of = |unit| row(&[("jabatan", "Bidan"), ("unit", unit), ("kebutuhan", "=3")]);
    let mut tables = support::tables(vec![(Kind::Kebutuhan, vec![of("Puskesmas Bangko"), of("-")])]);
    tables.tables[0].title_unit = Some("DINAS KESEHATAN".into());
    let noted = checked(&tables);
    assert_eq!((noted.value.formasi.len(), noted.value.units.len()), (1, 1));
    assert_eq!(noted.value.units[0].induk.as_deref(), Some("DINAS KESEHATAN"));
    assert_eq!(noted.findings[0].kode.code, "D-124");
}

#[test]
fn rows_in_another_order_make_the_same_roster() {
    let people: Vec<Row> =
        (1..=9).map(|n| with(&guru(), &[("nip", &format!("19860{n}012015012001")), ("jenis_kelamin", "P")])).collect();
    let schools: Vec<Row> = (1..=3)
        .map(|n| with(&sd(), &[("npsn", &format!("1050100{n}")), ("unit", &format!("SD Negeri {n} Bangko"))]))
        .collect();
    let roster = |people: Vec<Row>, schools: Vec<Row>| {
        let roster = checked(&tables(vec![(Kind::Pegawai, people), (Kind::Sekolah, schools)])).value;
        let units: Vec<String> = roster.units.iter().map(|unit| unit.nama.to_string()).collect();
        let people: Vec<_> = roster.pegawai.iter().map(|pegawai| (pegawai.nip, pegawai.unit)).collect();
        (units, people)
    };
    let (mut other_people, mut other_schools) = (people.clone(), schools.clone());
    other_people.reverse();
    other_schools.reverse();
    assert_eq!(roster(people, schools), roster(other_people, other_schools));
}

#[test]
fn whose_a_person_is_and_where_at_work_is_told_by_both_columns_or_not_at_all() {
    let instansi = |changes: &[(&'static str, &str)]| {
        let told = person(changes).0.instansi;
        told.map(|instansi| (instansi.induk.to_string(), instansi.kerja.to_string(), instansi.is_one()))
    };
    let names = [("instansi_induk", "Kementerian Agama"), ("instansi_kerja", "Pemerintah Kab. Merangin")];
    let codes = [("instansi_induk_id", "7001"), ("instansi_kerja_id", "7001")];
    let told = |induk: &str, kerja: &str, one| Some((induk.to_string(), kerja.to_string(), one));
    assert_eq!(instansi(&names), told("Kementerian Agama", "Pemerintah Kab. Merangin", false));
    assert_eq!(instansi(&[names, codes].concat()), told("Kementerian Agama", "Pemerintah Kab. Merangin", false));
    assert_eq!(instansi(&codes), told("7001", "7001", true));
    assert_eq!(instansi(&names[..1]), None);
    assert_eq!(instansi(&[("instansi_induk", "-"), ("instansi_kerja", "-")]), None);
}

#[test]
fn a_protective_flag_is_kept_without_the_reason_that_was_typed() {
    let flag = |text: &str| person(&[("perlindungan", text)]).0;
    for (text, set) in
        [("Ya", true), ("Tidak", false), ("hamil 7 bulan", true), ("Belum", false), ("tidak perlu", false)]
    {
        let pegawai = flag(text);
        assert_eq!(pegawai.perlindungan, set, "{text}");
        assert!(!format!("{pegawai:?}").contains("hamil"), "the reason is nowhere in what is known of a person");
    }
}
