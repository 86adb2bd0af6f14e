//! The synthetic region: the same for a seed, valid when clean, spoiled only where it says so, uneven as real ones are.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::io::Write as _;

use calamine::{Data, DataType, Reader, Xlsx};
use jiff::civil::Date;
use mutasi::model::artifact::{PlainCell, PlainSheet, PlainWorkbook};
use mutasi::model::nip::Nip;
use mutasi::model::unit::BentukPendidikan;
use mutasi::sample::{SchoolSeat, Wanted, people_onto, region, region_and_dirt};
use mutasi::settings::Daerah;
use mutasi::write::workbook::plain;

const TODAY: Date = Date::constant(2026, 11, 1);

fn clean(people: usize) -> Wanted {
    Wanted { people, dirt_permille: 0, ..Wanted::default() }
}

/// Sheets with a column of this header, with the column.
fn sheets_with<'a>(workbooks: &'a [PlainWorkbook], header: &str) -> Vec<(&'a PlainSheet, usize)> {
    let sheets = workbooks.iter().flat_map(|workbook| &workbook.sheets);
    sheets.filter_map(|sheet| Some((sheet, sheet.headers.iter().position(|h| h == header)?))).collect()
}

fn text(cell: &PlainCell) -> &str {
    match cell {
        PlainCell::Text(text) => text,
        other => panic!("a text was expected, not {other:?}"),
    }
}

fn whole(cell: &PlainCell) -> u32 {
    match cell {
        PlainCell::Number(number) => *number as u32,
        other => panic!("a number was expected, not {other:?}"),
    }
}

fn nips(workbooks: &[PlainWorkbook]) -> Vec<String> {
    let sheets = sheets_with(workbooks, "NIP BARU");
    sheets.iter().flat_map(|(sheet, col)| sheet.rows.iter().map(|row| text(&row[*col]).to_string())).collect()
}

#[test]
fn a_seed_always_gives_the_same_bytes_and_another_seed_others() {
    let bytes = |wanted: &Wanted| -> Vec<Vec<u8>> {
        region(wanted).iter().map(|workbook| plain(workbook).expect("a sample fits into Excel").bytes).collect()
    };
    let wanted = Wanted { people: 300, ..Wanted::default() };
    assert!(bytes(&wanted) == bytes(&wanted), "the same seed gave two regions");
    assert!(bytes(&wanted) != bytes(&Wanted { seed: 2, ..wanted }), "two seeds gave one region");
}

#[test]
fn every_nip_of_a_clean_region_is_valid_and_given_once() {
    let nips = nips(&region(&clean(3_000)));
    for nip in &nips {
        assert!(Nip::parse(nip, TODAY).is_ok(), "{nip}");
    }
    assert_eq!(nips.iter().collect::<BTreeSet<_>>().len(), nips.len());
}

#[test]
fn there_are_about_as_many_people_as_wanted() {
    for people in [100, 2_000, 20_000] {
        let made = nips(&region(&clean(people))).len();
        assert!(made.abs_diff(people) <= 60, "{made} people where {people} were wanted");
    }
}

#[test]
fn a_big_region_has_many_units_and_files_of_a_size_people_send() {
    let workbooks = region(&clean(20_000));
    let rows = |header: &str| sheets_with(&workbooks, header).iter().map(|(sheet, _)| sheet.rows.len()).sum::<usize>();
    let units = rows("NPSN") + rows("KODE UNIT");
    assert!((1_000..1_500).contains(&units), "{units} units");
    for (sheet, _) in sheets_with(&workbooks, "NIP BARU") {
        assert!(sheet.rows.len() <= 5_000, "{} rows", sheet.rows.len());
    }
    assert!(workbooks.iter().all(|workbook| workbook.path.starts_with("masuk/2026-11/")));
    let paths: BTreeSet<_> = workbooks.iter().map(|workbook| &workbook.path).collect();
    assert_eq!(paths.len(), workbooks.len());
}

#[test]
fn unit_names_are_unique_and_every_person_works_in_a_listed_one() {
    let workbooks = region(&clean(20_000));
    let column = |header: &str| -> Vec<String> {
        let sheets = sheets_with(&workbooks, header);
        sheets.iter().flat_map(|(sheet, col)| sheet.rows.iter().map(|row| text(&row[*col]).to_string())).collect()
    };
    let listed = [column("Nama Sekolah"), column("NAMA UNIT")].concat();
    let units: BTreeSet<&String> = listed.iter().collect();
    assert_eq!(units.len(), listed.len());
    for name in [column("UNIT KERJA"), column("SATKER"), column("NAMA UNIT KERJA")].concat() {
        assert!(units.contains(&name), "{name}");
    }
}

/// Domain §6: need of an SD Negeri is rombel, PAI and PJOK, and its head.
fn sd_need(rombel: u32) -> u32 {
    rombel + 2 * (rombel * 4 / 24).max(1) + 1
}

#[test]
fn primary_schools_are_uneven_and_short_on_the_whole() {
    let workbooks = region(&clean(5_000));
    let (sheet, _) = sheets_with(&workbooks, "NPSN")[0];
    let (mut surplus, mut shortage) = (BTreeMap::new(), BTreeMap::new());
    for row in &sheet.rows {
        let (bp, status, kecamatan) = (text(&row[3]), text(&row[4]), text(&row[15]));
        if bp != "SD" || status != "Negeri" {
            continue;
        }
        let gap = i64::from(whole(&row[9])) - i64::from(sd_need(whole(&row[8])));
        let side = if gap > 0 { &mut surplus } else { &mut shortage };
        *side.entry(kecamatan).or_insert(0) += gap.abs();
    }
    let (over, under): (i64, i64) = (surplus.values().sum(), shortage.values().sum());
    assert!(over >= 20 && 2 * under > 3 * over, "{over} too many, {under} too few");
    assert!(surplus.contains_key("Bangko") && !surplus.contains_key("Jangkat Timur"), "{surplus:?}");
    assert!(shortage.contains_key("Jangkat Timur"), "{shortage:?}");
}

#[test]
fn present_figures_of_the_need_workbook_are_the_people_of_the_personnel_workbooks() {
    let workbooks = region(&clean(2_000));
    let mut present: BTreeMap<(String, String), u32> = BTreeMap::new();
    for header in ["UNIT KERJA", "SATKER"] {
        for (sheet, unit) in sheets_with(&workbooks, header) {
            let jabatan = sheet.headers.iter().position(|h| h == "JABATAN").expect("every shape has its jabatan");
            let tugas = sheet.headers.iter().position(|h| h == "TUGAS TAMBAHAN");
            for row in &sheet.rows {
                let head = tugas.is_some_and(|col| row[col] == PlainCell::Text("Kepala Sekolah".into()));
                let name = if head { "Kepala Sekolah" } else { text(&row[jabatan]) };
                let name = ["Ahli Pertama", "Ahli Muda", "Ahli Madya", "Terampil", "Mahir", "Penyelia"]
                    .iter()
                    .find_map(|jenjang| name.strip_suffix(jenjang))
                    .unwrap_or(name);
                *present.entry((text(&row[unit]).to_string(), name.trim().to_string())).or_default() += 1;
            }
        }
    }
    let (mut lebih, mut kurang) = (0, 0);
    for (sheet, _) in sheets_with(&workbooks, "ABK") {
        for row in &sheet.rows {
            let key = (text(&row[2]).to_string(), text(&row[1]).to_string());
            assert_eq!(whole(&row[5]), present.get(&key).copied().unwrap_or(0), "{key:?}");
            lebih += u32::from(text(&row[6]) == "Lebih");
            kurang += u32::from(text(&row[6]) == "Kurang");
        }
    }
    assert!(lebih > 10 && kurang > lebih, "{lebih} lebih, {kurang} kurang");
}

#[test]
fn dirt_is_just_where_the_record_says() {
    let wanted = Wanted { people: 1_500, ..Wanted::default() };
    let (clean, dirty) = (region(&Wanted { dirt_permille: 0, ..wanted.clone() }), region_and_dirt(&wanted));
    let recorded: BTreeSet<_> = dirty.dirt.iter().map(|d| (d.path.as_str(), d.sheet.as_str(), d.row, d.col)).collect();
    let mut cells = 0;
    for (before, after) in clean.iter().zip(&dirty.workbooks) {
        assert_eq!(before.path, after.path);
        for (before, sheet) in before.sheets.iter().zip(&after.sheets) {
            // The row of column numbers pushes the people down by one.
            let down = sheet.rows.len().min(usize::from(sheet.headers.iter().any(|h| h == "NIP BARU")));
            for (row, cols) in before.rows.iter().enumerate() {
                for (col, value) in cols.iter().enumerate() {
                    let place = ((sheet.titles.len() + 1 + row + down) as u32, col as u32);
                    let noted = recorded.contains(&(&*after.path, &*sheet.name, place.0, place.1));
                    let spoiled = sheet.rows[row + down][col] != *value;
                    assert_eq!(spoiled, noted, "{} {} {place:?}: {value:?}", after.path, sheet.name);
                    cells += 1;
                }
            }
        }
    }
    let permille = dirty.dirt.len() * 1000 / cells;
    assert!((12..=24).contains(&permille), "{permille} of 1,000 cells are dirty");
    let shapes: BTreeSet<_> = dirty.dirt.iter().map(|dirt| dirt.shape).collect();
    let wanted_shapes = ["D1", "D13", "D14", "D15", "D16", "D2", "D21", "D22", "D4", "D7", "D8"];
    assert_eq!(shapes.into_iter().collect::<Vec<_>>(), wanted_shapes);
}

fn seat(nama: &str, rombel: u32, guru: u32) -> SchoolSeat {
    SchoolSeat {
        nama: nama.into(),
        npsn: "99000001".into(),
        bentuk: BentukPendidikan::Sd,
        kecamatan: "Martapura".into(),
        rombel: Some(rombel),
        guru: Some(guru),
    }
}

#[test]
fn given_schools_get_exactly_their_number_of_teachers_head_first() {
    let schools = [seat("SDN A 1", 6, 2), seat("SDN B 2", 12, 20), seat("SDN C 3", 6, 0)];
    let workbooks = people_onto(&schools, &clean(0));
    let (sheet, unit) = sheets_with(&workbooks, "UNIT KERJA")[0];
    let column = |header: &str| sheet.headers.iter().position(|h| h == header).expect("a column of the sample");
    let (jabatan, tugas) = (column("JABATAN"), column("TUGAS TAMBAHAN"));
    let of =
        |school: &str| -> Vec<&Vec<PlainCell>> { sheet.rows.iter().filter(|row| text(&row[unit]) == school).collect() };
    for school in &schools {
        let people = of(&school.nama);
        assert_eq!(Some(people.len() as u32), school.guru, "{}", school.nama);
        for (place, row) in people.iter().enumerate() {
            assert_eq!(row[tugas] == PlainCell::Text("Kepala Sekolah".into()), place == 0);
        }
    }
    let holders = |name: &str| of("SDN B 2").iter().filter(|row| text(&row[jabatan]).starts_with(name)).count();
    let kinds = ["Guru PAI", "Guru PJOK", "Guru Kelas"].map(holders);
    assert_eq!(kinds, [2, 2, 16]);
    assert!(text(&of("SDN A 1")[1][jabatan]).starts_with("Guru PAI"));
}

#[test]
fn odd_regions_are_made_too() {
    let daerah = |nama: &str, sebutan: &str, kode: &str, ibu_kota: &str| Daerah {
        nama: nama.into(),
        sebutan: sebutan.into(),
        provinsi: "Contoh".into(),
        kode_wilayah: kode.into(),
        ibu_kota: ibu_kota.into(),
    };
    use BentukPendidikan::{Sma, Smk};
    for (daerah, bentuk) in [
        (daerah("Surakarta", "Kota", "33.72", "Surakarta"), Wanted::default().bentuk),
        (daerah("Gorontalo", "Provinsi", "75", "Gorontalo"), vec![Sma, Smk]),
        (daerah("Entah", "Kabupaten", "", "Entah"), Vec::new()),
    ] {
        let wanted = Wanted { daerah, bentuk, people: 40, ..Wanted::default() };
        let workbooks = region(&wanted);
        assert!(workbooks.len() >= 3, "{}: {}", wanted.daerah.nama, workbooks.len());
        for workbook in &workbooks {
            plain(workbook).expect("a sample fits into Excel");
        }
    }
    assert!(region(&clean(0)).is_empty(), "no people, no workbooks");
}

#[test]
fn a_plain_workbook_opens_with_its_texts_dates_and_numbers() {
    let workbooks = region(&clean(400));
    let duk = workbooks.iter().find(|workbook| workbook.path.contains("duk")).expect("the offices come as a DUK");
    let bytes = plain(duk).expect("a sample fits into Excel").bytes;
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("calamine opens it");
    let range = file.worksheet_range("Data Pegawai").expect("the sheet has its name");
    let sheet = &duk.sheets[0];
    assert_eq!(range.height(), sheet.titles.len() + 1 + sheet.rows.len());
    assert_eq!(range.get_value((0, 0)), Some(&Data::String(sheet.titles[0].clone())));
    for (col, header) in sheet.headers.iter().enumerate() {
        assert_eq!(range.get_value((3, col as u32)), Some(&Data::String(header.clone())));
    }
    for (row, cells) in (4..).zip(&sheet.rows) {
        for (col, cell) in (0..).zip(cells) {
            let found = range.get_value((row, col)).unwrap_or(&Data::Empty);
            let same = match cell {
                PlainCell::Empty => *found == Data::Empty,
                PlainCell::Text(text) => *found == Data::String(text.clone()),
                PlainCell::Number(number) => *found == Data::Float(*number),
                PlainCell::Date(date) => match found {
                    Data::DateTime(found) => {
                        let (year, month, day, ..) = found.to_ymd_hms_milli();
                        Date::new(year as i16, month as i8, day as i8).ok() == Some(*date)
                    }
                    _ => false,
                },
            };
            assert!(same, "row {row} column {col}: {cell:?} came back as {found:?}");
        }
    }
}

/// The first row of each NPSN of a Dapodik export, SD Negeri only.
fn real_schools(bytes: Vec<u8>) -> Vec<SchoolSeat> {
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("the export opens");
    let range = file.worksheet_range("Sheet1").expect("the export has one sheet");
    let mut seen = BTreeSet::new();
    let whole = |cell: &Data| cell.as_i64().map(|number| number as u32);
    let seat = |row: &[Data]| SchoolSeat {
        nama: row[1].to_string(),
        npsn: row[2].to_string(),
        bentuk: BentukPendidikan::Sd,
        kecamatan: row[15].to_string(),
        rombel: whole(&row[8]),
        guru: whole(&row[9]),
    };
    let state = range.rows().skip(1).filter(|row| row[3] == "SD" && row[4] == "Negeri");
    state.map(seat).filter(|seat| seen.insert(seat.npsn.clone())).collect()
}

#[test]
fn a_real_kabupaten_is_staffed_to_its_own_totals() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/real/sekolah-kab-banjar-2024.xlsx");
    let Ok(bytes) = std::fs::read(path) else {
        let _ = writeln!(std::io::stderr(), "SKIPPED: the Dapodik export of Kab. Banjar is not beside the project");
        return;
    };
    let schools = real_schools(bytes);
    let guru: u32 = schools.iter().filter_map(|school| school.guru).sum();
    assert!(schools.len() > 300 && guru > 2_000, "{} schools, {guru} teachers", schools.len());
    let nips = nips(&people_onto(&schools, &clean(0)));
    assert_eq!(nips.len() as u32, guru);
    assert_eq!(nips.iter().collect::<BTreeSet<_>>().len(), nips.len());
}
