//! `mutasi explain`: what the terminal says of a person, a unit and a rule, from a small folder.

mod read_kit;

use assert_cmd::Command;
use mutasi::place::rules::RULES;
use read_kit::{C::*, *};

/// In a special area, where an SD has at least four teachers.
const SCHOOLS: &[&[C]] = &[
    &[
        T("NAMA SEKOLAH"),
        T("NPSN"),
        T("BENTUK"),
        T("STATUS"),
        T("PD"),
        T("ROMBEL"),
        T("GURU"),
        T("KECAMATAN"),
        T("DAERAH KHUSUS"),
    ],
    &[T("SD Negeri 1 Bangko"), T("10501001"), T("SD"), T("Negeri"), N(80.0), N(3.0), N(5.0), T("Bangko"), T("Ya")],
    &[T("SD Negeri 2 Jangkat"), T("10501002"), T("SD"), T("Negeri"), N(90.0), N(4.0), N(1.0), T("Jangkat"), T("Ya")],
    &[T("SD Negeri 3 Tabir"), T("10501003"), T("SD"), T("Negeri"), N(60.0), N(2.0), N(2.0), T("Tabir"), T("Ya")],
];

macro_rules! guru {
    ($nip:literal, $nama:literal, $unit:literal, $tmt:expr, $duty:literal) => {
        &[
            T($nip),
            T($nama),
            T("III/b"),
            T("Guru Kelas Ahli Pertama"),
            T($duty),
            T($unit),
            T("1 Juli 2015"),
            $tmt,
            T("S-1 Pendidikan Guru Sekolah Dasar"),
            T("PNS"),
        ]
    };
}

/// Five class teachers where three are needed, one where four are, two where two are; one of the five is new, one
/// leads a school, and one row cannot be read. A teacher of PAI keeps the first school at its least number.
const PEOPLE: &[&[C]] = &[
    &[
        T("NIP"),
        T("NAMA"),
        T("GOLONGAN"),
        T("JABATAN"),
        T("TUGAS TAMBAHAN"),
        T("UNIT KERJA"),
        T("TMT JABATAN"),
        T("TMT UNIT"),
        T("PENDIDIKAN"),
        T("STATUS ASN"),
    ],
    guru!("198601012010011001", "BUDI SANTOSO, S.Pd.", "SD Negeri 1 Bangko", D(2014, 7, 1), ""),
    guru!("198602022010012002", "SITI AMINAH, S.Pd.", "SD Negeri 1 Bangko", D(2018, 7, 1), ""),
    guru!("198603032010012003", "RINA MARLINA, S.Pd.", "SD Negeri 1 Bangko", D(2019, 7, 1), ""),
    guru!("198604042010011004", "AHMAD FAUZI, S.Pd.", "SD Negeri 1 Bangko", D(2025, 7, 1), ""),
    guru!("198605052010012005", "DEWI LESTARI, S.Pd.", "SD Negeri 1 Bangko", T(""), ""),
    guru!("198606062010011006", "JOKO SUSILO, S.Pd.", "SD Negeri 1 Bangko", D(2016, 7, 1), "Kepala Sekolah"),
    guru!("198607072010012007", "DEWI ANGGRAINI, S.Pd.", "SD Negeri 2 Jangkat", D(2012, 7, 1), ""),
    guru!("198608082010012008", "NUR HAYATI, S.Pd.", "SD Negeri 3 Tabir", D(2017, 7, 1), ""),
    guru!("198609092010011009", "TONI HARTONO, S.Pd.", "SD Negeri 3 Tabir", D(2017, 7, 1), ""),
    guru!("198610102010012010", "LINA SARI, S.Pd.", "SD Negeri 9 Entah Mana", D(2017, 7, 1), ""),
    &[
        T("198611112010012011"),
        T("MARIA ULFA, S.Pd."),
        T("III/b"),
        T("Guru PAI Ahli Pertama"),
        T(""),
        T("SD Negeri 1 Bangko"),
        T("1 Juli 2015"),
        D(2017, 7, 1),
        T("S-1 Pendidikan Agama Islam"),
        T("PNS"),
    ],
];

fn folder() -> Folder {
    let folder = Folder::new().with("pegawai.xlsx", &xlsx(PEOPLE)).with("sekolah.xlsx", &xlsx(SCHOOLS));
    let settings = "[daerah]\nnama = \"Merangin\"\nkode_wilayah = \"15.02\"\n\n[aturan.A-102]\ntingkat = \"info\"\n";
    fs_err::write(folder.root().join("mutasi.toml"), settings).unwrap();
    folder
}

/// What the terminal says, the exit code, and which of the two outputs it stands in.
fn told(folder: &Folder, args: &[&str]) -> (String, i32, bool) {
    let run = Command::cargo_bin("mutasi").unwrap().arg("explain").arg(folder.root()).args(args).output().unwrap();
    let (out, err) = (String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap());
    let text = if out.is_empty() { err } else { out.clone() };
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(!text.contains('\u{1b}'), "no colours where nobody looks: {text}");
    (text, run.status.code().unwrap(), !out.is_empty())
}

/// The answer about a person, cut to what does not change with every rule that is added: who, the plan, and the rules
/// with these codes.
fn person(folder: &Folder, args: &[&str], codes: &[&str]) -> String {
    let (text, code, _) = told(folder, args);
    assert_eq!(code, 1, "one row is left out: {text}");
    for rule in RULES {
        let named = text.lines().filter(|line| line.starts_with(rule.code)).count();
        assert_eq!(named, 1, "{} is told once: {text}", rule.code);
    }
    let (head, rules) = text.split_once("\nAturan, ").expect("the rules follow");
    let (target, rules) = rules.split_once(":\n").expect("the target of the rules is told");
    let mut kept = String::new();
    let mut wanted = false;
    for line in rules.lines() {
        if !line.starts_with(' ') {
            wanted = codes.iter().any(|code| line.starts_with(code));
        }
        let is_heading = !line.starts_with(' ') && !line.is_empty() && !line.starts_with("A-");
        if is_heading {
            let (heading, _) = line.rsplit_once(" (").expect("a heading counts its rules");
            kept.push_str(&format!("{heading}\n"));
        } else if wanted {
            kept.push_str(&format!("{}\n", without_numbers(line)));
        }
    }
    format!("{head}\nAturan, {target}:\n{kept}")
}

/// A line of sources without their numbers, which change with every rule that is added.
fn without_numbers(line: &str) -> String {
    let words = |rest: &str| {
        let word =
            |word: &str| if word.starts_with('[') && word.ends_with(']') { "[n]".into() } else { word.to_string() };
        rest.split(' ').map(word).collect::<Vec<_>>().join(" ")
    };
    let text = line.trim_start();
    let indent = (line.len() - text.len()).min(11);
    format!("{}{}", " ".repeat(indent), words(text))
}

#[test]
fn one_who_moves_is_told_why_and_by_which_cells() {
    insta::assert_snapshot!("explain-pindah", person(&folder(), &["198601012010011001"], &["A-101", "A-109", "A-110"]));
}

#[test]
fn one_who_stays_is_told_what_the_move_would_cost() {
    insta::assert_snapshot!("explain-tetap", person(&folder(), &["NUR", "HAYATI"], &["A-101", "A-111"]));
}

#[test]
fn one_who_is_blocked_is_told_by_which_rule() {
    insta::assert_snapshot!("explain-tertahan", person(&folder(), &["ahmad fauzi"], &["A-101"]));
    insta::assert_snapshot!("explain-tertahan-pimpinan", person(&folder(), &["198606062010011006"], &["A-108"]));
}

#[test]
fn the_rules_may_be_asked_about_another_unit_and_jabatan() {
    let args = ["198601012010011001", "--ke", "10501003", "--jabatan", "guru pjok"];
    insta::assert_snapshot!("explain-ke", person(&folder(), &args, &["A-109", "A-114"]));
    let (text, code, _) = told(&folder(), &["198601012010011001", "--ke", "10501003", "--jabatan", "Perawat"]);
    assert_eq!(code, 3);
    insta::assert_snapshot!("explain-ke-jabatan-asing", text);
    let (text, code, _) = told(&folder(), &["198601012010011001", "--ke", "SDN 1 Bangko"]);
    assert_eq!(code, 3);
    assert!(text.contains("sudah bertugas di SD Negeri 1 Bangko"), "{text}");
}

#[test]
fn a_unit_is_told_post_by_post() {
    let (text, code, _) = told(&folder(), &["sdn 2 jangkat"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!("explain-unit", text);
    assert_eq!(told(&folder(), &["10501002"]).0, text, "also by NPSN");
}

#[test]
fn a_rule_is_told_with_what_the_folder_changed_and_how_often_it_bit() {
    let (text, _, _) = told(&folder(), &["--aturan", "A-102"]);
    insta::assert_snapshot!("explain-aturan", text);
    assert_eq!(told(&folder(), &["--rule", "a-102"]).0, text);
    for rule in RULES {
        let (text, ..) = told(&folder(), &["--rule", rule.code]);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&text).contains(&words(rule.title)), "{}: {text}", rule.code);
        for example in rule.examples {
            assert!(words(&text).contains(&words(example.sentence)), "{}: {text}", rule.code);
        }
    }
}

/// The same folder with three more rows: a namesake, a row of which the NIP lost a digit, and one that a row above
/// already has.
fn folder_with_doubtful_rows() -> Folder {
    let mut people = PEOPLE.to_vec();
    let more: [&[C]; 3] = [
        guru!("197501012000031001", "BUDI SANTOSO, S.Pd.", "SD Negeri 3 Tabir", D(2017, 7, 1), ""),
        guru!("19770202200103100", "RUDI HARTONO, S.Pd.", "SD Negeri 3 Tabir", D(2017, 7, 1), ""),
        guru!("198608082010012008", "MEGA PUTRI, S.Pd.", "SD Negeri 3 Tabir", D(2017, 7, 1), ""),
    ];
    people.extend(more);
    let folder = folder();
    folder.with("pegawai.xlsx", &xlsx(&people))
}

#[test]
fn a_row_that_was_left_out_is_found_by_name_and_by_its_faulty_nip() {
    let folder = folder_with_doubtful_rows();
    let (by_nip, code, on_stdout) = told(&folder, &["19770202200103100"]);
    assert_eq!((code, on_stdout), (1, true), "{by_nip}");
    insta::assert_snapshot!("explain-nip-kurang-angka", by_nip);
    assert_eq!(told(&folder, &["rudi hartono"]).0, by_nip);
    let (typed, code, _) = told(&folder, &["197702022001031001"]);
    assert_eq!(code, 3);
    assert!(typed.contains("19770202200103100  RUDI HARTONO"), "the mended NIP offers the row: {typed}");
    let (twice, ..) = told(&folder, &["Mega Putri"]);
    assert!(twice.contains("pegawai.xlsx › Data › A15") && twice.contains("D-302"), "{twice}");
    let (list, ..) = told(&folder, &["RUDI HARTONA"]);
    assert!(list.contains("baris yang tidak dapat dipakai"), "{list}");
}

#[test]
fn namesakes_are_listed_with_nip_and_unit() {
    let (text, code, on_stdout) = told(&folder_with_doubtful_rows(), &["BUDI SANTOSO"]);
    assert_eq!((code, on_stdout), (3, false));
    insta::assert_snapshot!("explain-senama", text);
}

#[test]
fn arguments_that_say_nothing_about_the_answer_are_told() {
    let (unit, code, _) = told(&folder(), &["10501002", "--ke", "10501003", "--jabatan", "Guru PAI"]);
    assert_eq!(code, 1);
    assert!(unit.contains("--ke dan --jabatan tidak dipakai"), "{unit}");
    let (row, ..) = told(&folder(), &["198610102010012010", "--ke", "10501003"]);
    assert!(row.contains("--ke tidak dipakai"), "{row}");
}

#[test]
fn the_day_of_the_law_is_told() {
    let usual = told(&folder(), &["10501002"]).0;
    assert!(usual.contains("Aturan yang dipakai: yang berlaku 1 Desember 2026"), "{usual}");
    let older = told(&folder(), &["10501002", "--tanggal", "2024-03-01"]).0;
    assert!(older.contains("Aturan yang dipakai: yang berlaku 1 Maret 2024"), "{older}");
}

#[test]
fn a_source_is_printed_once_and_named_by_its_number_afterwards() {
    let (text, ..) = told(&folder(), &["198601012010011001"]);
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cell = "TMT UNIT “1 Juli 2014” – pegawai.xlsx › Data › H2";
    assert_eq!(joined.matches(cell).count(), 1, "{text}");
    assert!(joined.contains("lihat ["), "{text}");
}

#[test]
fn the_points_of_a_move_and_of_its_price_are_shown_with_their_sum() {
    let (text, ..) = told(&folder(), &["198601012010011001"]);
    let number = |text: &str| text.replace('.', "").replace('−', "-").parse::<i64>().ok();
    let points = |line: &str| {
        let mut words = line.split_whitespace();
        let code = words.next()?;
        Some((code.to_string(), number(words.next()?)?))
    };
    let (head, price) = text.split_once("Yang dilepas").expect("a move has a price");
    let sum = |part: &str| -> i64 {
        part.lines().filter_map(points).filter(|(code, _)| code.starts_with("O-")).map(|(_, points)| points).sum()
    };
    assert!(head.contains("Kecocokan     −703 poin"), "{head}");
    assert_eq!(sum(head), -703, "{head}");
    let total = price.lines().filter_map(points).find(|(code, _)| code == "jumlah").expect("a sum").1;
    assert_eq!((sum(price), total), (160, 160), "{price}");
    assert!(price.contains("tujuan 5, kecocokan: turun 160 poin"), "{price}");
}

#[test]
fn what_is_not_known_or_not_certain_gets_offers() {
    for (name, args) in [
        ("explain-nip-asing", &["198601012010011002"][..]),
        ("explain-nama-ganda", &["dewi"]),
        ("explain-nama-mirip", &["Budi Santosa"]),
        ("explain-aturan-asing", &["--aturan", "Z-1"]),
    ] {
        let (text, code, on_stdout) = told(&folder(), args);
        assert_eq!((code, on_stdout), (3, false), "{text}");
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn a_row_that_could_not_be_used_is_told_with_its_faults() {
    let (text, code, _) = told(&folder(), &["198610102010012010"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!("explain-tak-terpakai", text);
}

#[test]
fn nothing_is_written() {
    let folder = folder();
    told(&folder, &["198601012010011001"]);
    let names = |path: &std::path::Path| -> Vec<String> {
        let entries = fs_err::read_dir(path).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    assert_eq!(names(folder.root()), ["masuk", "mutasi.toml"]);
    assert_eq!(names(&folder.root().join(NOVEMBER)), ["pegawai.xlsx", "sekolah.xlsx"]);
}

#[test]
fn a_nik_and_an_old_nip_are_asked_about_without_a_nik_in_the_answer() {
    const NIK: &str = "1502011203920001";
    let mut people = PEOPLE.to_vec();
    let more: [&[C]; 2] = [
        guru!("131234567", "RUDI HARTONO, S.Pd.", "SD Negeri 3 Tabir", D(2017, 7, 1), ""),
        guru!("199203122015011010", "1502011203920001", "SD Negeri 3 Tabir", D(2017, 7, 1), ""),
    ];
    people.extend(more);
    let list: &[&[C]] =
        &[&[T("NIP"), T("NAMA"), T("MINAT")], &[T(NIK), T("NUR HAYATI, S.Pd."), T("mengajar di Jangkat")]];
    let folder = folder().with("pegawai.xlsx", &xlsx(&people)).with("aspirasi.xlsx", &xlsx(list));
    let (old, code, _) = told(&folder, &["131234567"]);
    assert_eq!(code, 1, "the row with the old NIP is found: {old}");
    assert!(old.contains("RUDI HARTONO") && old.contains("D-120") && !old.contains(NIK), "{old}");
    let (near, code, _) = told(&folder, &["131234568"]);
    assert_eq!(code, 3);
    assert!(!near.contains(NIK) && !near.contains("baris yang tidak dapat dipakai"), "{near}");
    let (listed, ..) = told(&folder, &[NIK]);
    assert!(listed.contains("NUR HAYATI") && !listed.contains(NIK), "{listed}");
    assert!(listed.contains("perbaiki NIP"), "{listed}");
    assert!(!listed.contains("Tambahkan orang ini") && !listed.contains("tidak ada di data pegawai"), "{listed}");
}
