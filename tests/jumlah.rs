//! What a run says of its rows and files: every count from one source, and an exit code that follows from it.

mod read_kit;

use mutasi::model::cells::Kind;
use mutasi::pipeline::{self, Exit, Outcome, Silent};
use read_kit::{C::*, *};

/// Two teachers of one school.
const PEOPLE: [&[C]; 3] = [
    &[T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA"), T("GOLONGAN")],
    &[T("198601012015011001"), T("BUDI SANTOSO"), T("Guru Kelas Ahli Muda"), T("SD Negeri 1 Bangko"), T("III/c")],
    &[T("199001022015032003"), T("DEWI LESTARI"), T("Guru Kelas Ahli Muda"), T("SD Negeri 1 Bangko"), T("III/b")],
];

fn checked(files: &[(&'static str, Vec<u8>)]) -> Outcome {
    let folder = Folder::new();
    for (name, bytes) in files {
        folder.put(&format!("masuk/2026-11/{name}"), bytes);
    }
    pipeline::check(folder.root(), november(true), &Silent).unwrap()
}

fn people(rows: &[&[C]]) -> Vec<u8> {
    xlsx(rows)
}

fn rows(outcome: &Outcome, kind: Kind) -> (usize, usize) {
    let rows = outcome.roster.rows.of(kind);
    let tables = outcome.roster.tabel.iter().filter(|table| table.kind == kind);
    let by_table = tables.fold((0, 0), |sum, table| (sum.0 + table.rows.used, sum.1 + table.rows.read));
    assert_eq!((rows.used, rows.read), by_table, "{kind:?}");
    by_table
}

#[test]
fn a_faulty_cell_of_a_row_that_is_used_leaves_nothing_out() {
    let mut faulty = PEOPLE[1].to_vec();
    faulty[4] = T("III/x");
    let outcome = checked(&[("pegawai.xlsx", people(&[PEOPLE[0], &faulty, PEOPLE[2]]))]);
    assert!(outcome.findings.iter().any(|finding| finding.kode.code == "D-104"));
    assert_eq!((outcome.exit(), rows(&outcome, Kind::Pegawai)), (Exit::AllUsed, (2, 2)));
}

#[test]
fn a_row_or_a_file_that_is_not_used_is_left_out() {
    let mut faulty = PEOPLE[1].to_vec();
    faulty[0] = T("1986");
    let outcome = checked(&[("pegawai.xlsx", people(&[PEOPLE[0], &faulty, PEOPLE[2]]))]);
    assert_eq!((outcome.exit(), rows(&outcome, Kind::Pegawai)), (Exit::SomeLeftOut, (1, 2)));
    let noted = xlsx(&[&[T("rapat")], &[T("Senin")]]);
    let outcome = checked(&[("pegawai.xlsx", people(&PEOPLE)), ("catatan.xlsx", noted)]);
    assert_eq!(outcome.exit(), Exit::SomeLeftOut);
    assert_eq!(checked(&[("pegawai.xlsx", people(&PEOPLE))]).exit(), Exit::AllUsed);
}

#[test]
fn the_fault_of_a_list_is_counted_at_the_list_alone() {
    let hukdis: [&[C]; 3] = [
        &[T("NIP"), T("NAMA"), T("TINGKAT HUKUMAN"), T("TMT MULAI"), T("TMT AKHIR")],
        &[T("198601012015011001"), T("BUDI SANTOSO"), T("Berat sekali"), T("1 Januari 2026"), T("1 Januari 2027")],
        &[T("199001022015032003"), T("DEWI LESTARI"), T("Ringan"), T("1 Januari 2026"), T("1 Juli 2026")],
    ];
    let outcome = checked(&[("pegawai.xlsx", people(&PEOPLE)), ("hukdis.xlsx", people(&hukdis))]);
    assert_eq!(rows(&outcome, Kind::Hukdis), (1, 2));
    assert_eq!(rows(&outcome, Kind::Pegawai), (2, 2));
    assert_eq!((outcome.roster.pegawai.len(), outcome.exit()), (1, Exit::SomeLeftOut));
}

#[test]
fn who_is_no_civil_servant_is_in_no_count_of_rows() {
    let head: &[C] = &[T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA"), T("STATUS KEPEGAWAIAN")];
    let row = |of: &[C], status| [&of[..4], &[T(status)][..]].concat();
    let honorer: &[C] = &[T("-"), T("RINA"), T("Guru Kelas"), T("SD Negeri 1 Bangko"), T("Honorer")];
    let (one, two) = (row(PEOPLE[1], "PNS"), row(PEOPLE[2], "PNS"));
    let outcome = checked(&[("pegawai.xlsx", people(&[head, &one, &two, honorer]))]);
    assert_eq!((outcome.roster.non_asn, rows(&outcome, Kind::Pegawai)), (1, (2, 2)));
    assert_eq!(outcome.exit(), Exit::AllUsed);
}
