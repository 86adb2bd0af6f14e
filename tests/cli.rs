//! What the terminal says to someone who types a command wrongly, or asks for help: Indonesian throughout.

use assert_cmd::Command;

fn mutasi(arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::cargo_bin("mutasi").expect("the binary of this package");
    let output = command.args(arguments).output().expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout) + &text(&output.stderr))
}

const HELP: [&[&str]; 7] = [
    &[],
    &["--help"],
    &["init", "-h"],
    &["run", "--bantuan"],
    &["periksa", "--help"],
    &["sample", "--help"],
    &["audit", "--help"],
];

#[test]
fn help_speaks_indonesian() {
    for arguments in HELP {
        let (_, text) = mutasi(arguments);
        assert!(text.contains("Pemakaian: mutasi"), "{arguments:?}: {text}");
        for english in ["Usage", "Options", "OPTIONS", "Arguments", "Commands", "Print ", "Possible", "default:"] {
            assert!(!text.contains(english), "{arguments:?} says “{english}”: {text}");
        }
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{arguments:?}: {text}");
    }
}

#[test]
fn a_wrong_argument_is_named_with_what_to_write() {
    let cases: [(&[&str], &str); 9] = [
        (&["rum", "."], "perintah “rum” tidak dikenal\nMungkin maksud Anda: run"),
        (&["xyz"], "perintah “xyz” tidak dikenal\nKetik mutasi --bantuan"),
        (&["run"], "<FOLDER> belum disebut"),
        (&["run", "a", "b"], "“b” tidak dikenal di sini"),
        (&["run", "a", "--dry-rum"], "“--dry-rum” tidak dikenal di sini\nMungkin maksud Anda: --dry-run"),
        (&["run", "a", "--periode", "2026-13"], "“2026-13” tidak dapat dipakai untuk --periode <TAHUN-BULAN>; tulis"),
        (&["run", "a", "--periode"], "--periode <TAHUN-BULAN> belum diisi"),
        (&["check", "a", "--periode", "2026-11", "--periode", "2026-12"], "--periode <TAHUN-BULAN> disebut dua kali"),
        (&["sample", "a", "--pegawai", "banyak"], "“banyak” tidak dapat dipakai untuk --pegawai <JUMLAH>; tulis bil"),
    ];
    for (arguments, wanted) in cases {
        let (code, text) = mutasi(arguments);
        assert_eq!(code, Some(3), "{arguments:?}");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{arguments:?}: {text}");
        let joined = text.replace('\n', " ");
        let wanted = format!("mutasi berhenti: {wanted}").replace('\n', " ");
        assert!(joined.starts_with(&wanted), "{arguments:?}: {text}");
    }
    let (_, text) = mutasi(&["run", "a", "--tanggal", "kapan saja"]);
    assert_eq!(
        text.lines().next(),
        Some("mutasi berhenti: “kapan saja” tidak dapat dipakai untuk --tanggal <TANGGAL>;"),
        "{text}"
    );
}
