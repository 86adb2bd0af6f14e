//! A NIK typed where none belongs, and a reason for protection, reach no output (design §8).

mod read_kit;

use std::io::Read;

use assert_cmd::Command;
use mutasi::model::cells::Kind;
use mutasi::schema;
use read_kit::Folder;
use rust_xlsxwriter::Workbook;

const NIK: &str = "1502014508900003";

/// The same as a person may type it.
const IN_GROUPS: [&str; 2] = ["15.0201.450890.0003", "1502 0145-0890 0003"];

/// A workbook of every column of a kind with its example, and a second row where a NIK stands behind each text.
fn book(kind: Kind, own: &[(&str, &str)], with_nik: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (col, column) in schema::of(kind).columns.iter().enumerate() {
        let col = col as u16;
        let told = own.iter().find(|(name, _)| *name == column.name).map(|(_, text)| *text);
        let exact = ["nip", "nama", "unit", "jabatan", "npsn", "kode_unit"].contains(&column.name);
        let text = match told {
            Some(text) => text.to_string(),
            None if exact || !with_nik => column.example.to_string(),
            None => format!("{} {NIK}", column.example),
        };
        sheet.write_string(0, col, column.title).unwrap();
        sheet.write_string(1, col, text).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn folder() -> Folder {
    const GURU: [(&str, &str); 4] = [
        ("nip", "198601012010011001"),
        ("nama", "BUDI SANTOSO 1502014508900003"),
        ("jabatan", "Guru Kelas Ahli Pertama"),
        ("unit", "SD Negeri 1 Bangko"),
    ];
    let folder = Folder::new();
    for kind in [Kind::Pegawai].into_iter().chain(Kind::ADDING).chain([Kind::Kebutuhan, Kind::Unit, Kind::Puskesmas]) {
        folder.put(&format!("{kind:?}.xlsx").to_lowercase(), &book(kind, &GURU, true));
    }
    let schools = [("unit", "SD Negeri 1 Bangko"), ("npsn", "10501001")];
    folder.put("sekolah.xlsx", &book(Kind::Sekolah, &schools, false));
    let other = [("unit", "SD Negeri 2 Jangkat"), ("npsn", "10501002")];
    folder.put("sekolah-2.xlsx", &book(Kind::Sekolah, &other, false));
    let certified = [
        ("nip", "198602022010012002"),
        ("nama", "SITI AMINAH, S.Pd."),
        ("jabatan", "Guru Kelas Ahli Pertama"),
        ("unit", "SD Negeri 1 Bangko"),
        ("sertifikat", "Guru Kelas 1502014508900003"),
    ];
    folder.put("pegawai-2.xlsx", &book(Kind::Pegawai, &certified, false));
    fs_err::write(folder.root().join("mutasi.toml"), "[daerah]\nnama = \"Merangin\"\nkode_wilayah = \"15.02\"\n")
        .unwrap();
    folder
}

/// What can be read in an output: the parts of a workbook, or the file itself.
fn readable(bytes: &[u8]) -> String {
    let Ok(mut zip) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut all = String::new();
    for at in 0..zip.len() {
        let mut part = Vec::new();
        zip.by_index(at).unwrap().read_to_end(&mut part).unwrap();
        all += &String::from_utf8_lossy(&part);
    }
    all
}

/// Whether an output shows the NIK, in whatever groups.
fn shows_nik(bytes: &[u8]) -> bool {
    let text = readable(bytes);
    [NIK, "1.502014508900003"].iter().chain(&IN_GROUPS).any(|nik| text.contains(nik))
}

fn files(under: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs_err::read_dir(under).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

#[test]
fn a_reason_for_protection_reaches_no_output() {
    let folder = folder();
    let ill = [("nip", "198603032010012003"), ("nama", "RINA MARLINA, S.Pd."), ("perlindungan", "Hamil 7 bulan")];
    folder.put("pegawai-3.xlsx", &book(Kind::Pegawai, &ill, false));
    let run = Command::cargo_bin("mutasi").unwrap().arg("run").arg(folder.root()).output().unwrap();
    let mut explained = Command::cargo_bin("mutasi").unwrap();
    let explained = explained.arg("explain").arg(folder.root()).arg("198603032010012003").output().unwrap();
    let mut outputs = Vec::new();
    files(&folder.root().join("keluar"), &mut outputs);
    let mut told = vec![("run".to_string(), [run.stdout, run.stderr].concat()), ("explain".into(), explained.stdout)];
    told.extend(outputs.iter().map(|path| (path.display().to_string(), fs_err::read(path).unwrap())));
    assert!(told.iter().any(|(_, bytes)| readable(bytes).contains("D-180")));
    for (name, bytes) in told {
        assert!(!readable(&bytes).contains("Hamil"), "{name}");
    }
}

/// A workbook of a kind with its examples, and for each column that says who or where a row in which it holds a NIK and
/// nothing else: once as text, once as a number.
fn book_of_niks(kind: Kind) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let columns = schema::of(kind).columns;
    let hit = |name: &str| ["nip", "nama", "jabatan", "unit", "unit_induk", "npsn", "kode_unit"].contains(&name);
    let at_fault: Vec<usize> = (0..columns.len()).filter(|&at| hit(columns[at].name)).collect();
    let rows = at_fault.iter().flat_map(|&at| [(at, false), (at, true)]);
    for (row, (fault, number)) in (1u32..).zip(rows) {
        for (col, column) in columns.iter().enumerate() {
            sheet.write_string(0, col as u16, column.title).unwrap();
            let own = match column.name {
                "nip" => format!("1986010{}201001100{row}", row % 9 + 1),
                "nama" => format!("BUDI {}", ["SANTOSO", "HARTONO", "WIBOWO"][row as usize % 3]),
                "unit" => "SD Negeri 1 Bangko".to_string(),
                "jabatan" => "Guru Kelas Ahli Pertama".to_string(),
                "npsn" => "10501001".to_string(),
                _ => column.example.to_string(),
            };
            match (col == fault, number) {
                (true, true) => sheet.write_number(row, col as u16, NIK.parse::<f64>().unwrap()).unwrap(),
                (true, false) => sheet.write_string(row, col as u16, NIK).unwrap(),
                (false, _) => sheet.write_string(row, col as u16, own).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_nik_in_the_place_of_a_name_or_number_reaches_no_output_of_any_kind_of_list() {
    for kind in Kind::ALL {
        let folder = folder();
        folder.put("nik.xlsx", &book_of_niks(kind));
        let mutasi = || Command::cargo_bin("mutasi").unwrap();
        let mut told = Vec::new();
        for args in [&["run"][..], &["run", "--dry-run", "--json"], &["periksa"]] {
            let run = mutasi().arg(args[0]).arg(folder.root()).args(&args[1..]).output().unwrap();
            assert!(run.status.code().is_some_and(|code| code <= 1), "{kind:?} {args:?} {:?}", run.status);
            told.push((args.join(" "), [run.stdout, run.stderr].concat()));
            let mut outputs = Vec::new();
            files(&folder.root().join("keluar"), &mut outputs);
            told.extend(outputs.iter().map(|path| (path.display().to_string(), fs_err::read(path).unwrap())));
        }
        let holding: Vec<&str> =
            told.iter().filter(|(_, bytes)| shows_nik(bytes)).map(|(name, _)| name.as_str()).collect();
        assert!(holding.is_empty(), "{kind:?}: {holding:#?}");
        // Letters are packed; what they say comes from the roster alone.
        assert!(!format!("{:?}", folder.check().roster).contains(NIK), "{kind:?}");
    }
}

#[test]
fn a_nik_in_any_column_reaches_no_output() {
    let folder = folder();
    let mutasi = || Command::cargo_bin("mutasi").unwrap();
    let mut told = Vec::new();
    for args in [&["run"][..], &["run", "--dry-run", "--json"], &["periksa"]] {
        let run = mutasi().arg(args[0]).arg(folder.root()).args(&args[1..]).output().unwrap();
        told.push((args.join(" "), [run.stdout, run.stderr].concat()));
    }
    for who in ["198601012010011001", "198602022010012002", "SD Negeri 1 Bangko"] {
        for to in [&[][..], &["--ke", "SD Negeri 2 Jangkat"]] {
            let run = mutasi().arg("explain").arg(folder.root()).arg(who).args(to).output().unwrap();
            told.push((format!("explain {who} {to:?}"), [run.stdout, run.stderr].concat()));
        }
    }
    assert!(told.iter().any(|(_, text)| String::from_utf8_lossy(text).contains("A-136")), "a rule is told");
    let mut outputs = Vec::new();
    files(&folder.root().join("keluar"), &mut outputs);
    assert!(outputs.len() > 4, "{outputs:?}");
    told.extend(outputs.iter().map(|path| (path.display().to_string(), fs_err::read(path).unwrap())));
    let holding: Vec<&str> = told.iter().filter(|(_, bytes)| shows_nik(bytes)).map(|(name, _)| name.as_str()).collect();
    assert!(holding.is_empty(), "{holding:#?}");
}

#[test]
fn a_nik_in_groups_reaches_no_output() {
    let folder = folder();
    for (at, nik) in IN_GROUPS.iter().enumerate() {
        let guru = format!("Guru {nik}");
        let own = [("nip", "198604042010011004"), ("nama", *nik), ("jabatan", &guru), ("unit", "SD Negeri 1 Bangko")];
        folder.put(&format!("pegawai-{}.xlsx", at + 4), &book(Kind::Pegawai, &own, false));
        let own = [("nip", *nik), ("nama", "RINA"), ("jabatan", &guru), ("unit", "SD Negeri 1 Bangko")];
        folder.put(&format!("pegawai-{}.xlsx", at + 6), &book(Kind::Pegawai, &own, false));
        let own = [("unit", "SD Negeri 1 Bangko"), ("jabatan", &*guru)];
        folder.put(&format!("kebutuhan-{}.xlsx", at + 4), &book(Kind::Kebutuhan, &own, false));
    }
    let run = Command::cargo_bin("mutasi").unwrap().arg("run").arg(folder.root()).output().unwrap();
    assert!(run.status.code().is_some_and(|code| code <= 1), "{:?}", run.status);
    let mut outputs = Vec::new();
    files(&folder.root().join("keluar"), &mut outputs);
    let mut told = vec![("run".to_string(), [run.stdout, run.stderr].concat())];
    told.extend(outputs.iter().map(|path| (path.display().to_string(), fs_err::read(path).unwrap())));
    assert!(told.iter().any(|(_, bytes)| readable(bytes).contains("Guru NIK tidak disalin")), "the jabatan is told");
    let of_nip = "sel NIP berisi NIK (16 angka), seharusnya NIP 18 angka";
    assert!(told.iter().any(|(_, bytes)| readable(bytes).contains(of_nip)), "whose number stands there is told");
    let holding: Vec<&str> = told.iter().filter(|(_, bytes)| shows_nik(bytes)).map(|(name, _)| name.as_str()).collect();
    assert!(holding.is_empty(), "{holding:#?}");
}
