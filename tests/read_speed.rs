//! How long reading takes beside the bare cell stream of calamine. Run by hand:
//! `cargo test --release --test read_speed -- --ignored --nocapture`.

mod read_kit;

use std::io::Cursor;
use std::time::{Duration, Instant};

use read_kit::Folder;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

const ROWS: u32 = 20_000;
/// 21 known columns and 14 unknown ones, 35 in all.
const HEADERS: [&str; 21] = [
    "NIP",
    "NAMA",
    "GELAR DEPAN",
    "GELAR BELAKANG",
    "TEMPAT LAHIR",
    "TANGGAL LAHIR",
    "JENIS KELAMIN",
    "STATUS ASN",
    "KEDUDUKAN HUKUM",
    "GOLONGAN",
    "PANGKAT",
    "TMT GOLONGAN",
    "JENIS JABATAN",
    "JABATAN",
    "ESELON",
    "TMT JABATAN",
    "KODE UNIT",
    "UNIT KERJA",
    "UNIT INDUK",
    "TINGKAT PENDIDIKAN",
    "PENDIDIKAN NAMA",
];

fn region() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("dd-mm-yyyy");
    let sheet = workbook.add_worksheet();
    for col in 0..35u16 {
        let header = HEADERS.get(usize::from(col)).map_or(format!("LAIN {col}"), |header| (*header).to_string());
        sheet.write_string(0, col, header).unwrap();
        for row in 1..=ROWS {
            match col {
                0 => sheet.write_string(row, col, format!("1986010120150{:05}", row)),
                5 | 11 | 15 => {
                    let day = ExcelDateTime::from_serial_datetime(f64::from(30_000 + row % 9_000)).unwrap();
                    sheet.write_datetime_with_format(row, col, day, &date)
                }
                16 | 25 | 30 => sheet.write_number(row, col, f64::from(10_500_000 + row % 1200)),
                _ => sheet.write_string(row, col, format!("Isi kolom {col} nomor {}", row % 700)),
            }
            .unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// The least processor time of five runs: other work on the machine does not count.
fn best_of_five(mut work: impl FnMut()) -> Duration {
    let times = (0..5).map(|_| {
        let (start, wall) = (processor_time(), Instant::now());
        work();
        processor_time().zip(start).map_or(wall.elapsed(), |(end, start)| end - start)
    });
    times.min().expect("five runs")
}

/// What Linux has counted for this process, user and system, in hundredths of a second.
fn processor_time() -> Option<Duration> {
    let stat = fs_err::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let ticks: u64 = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}

#[test]
#[ignore = "measures time; run alone, in release"]
fn reading_takes_at_most_half_again_what_the_bare_stream_takes() {
    use calamine::{Reader, Xlsx};
    let bytes = region();
    let folder = Folder::new().with("pegawai.xlsx", &bytes);
    let bare = best_of_five(|| {
        let mut book = Xlsx::new(Cursor::new(&bytes)).unwrap();
        let mut reader = book.worksheet_cells_reader("Sheet1").unwrap();
        let mut cells = 0;
        while reader.next_cell().unwrap().is_some() {
            cells += 1;
        }
        assert_eq!(cells, 35 * (ROWS + 1));
    });
    let ours = best_of_five(|| {
        let noted = folder.read();
        assert_eq!(noted.value.tables[0].rows.len(), ROWS as usize);
    });
    let ratio = ours.as_secs_f64() / bare.as_secs_f64();
    println!("{} kB: bare {bare:?}, ours {ours:?}, ratio {ratio:.2}", bytes.len() / 1024);
    assert!(ratio <= 1.5, "ratio {ratio:.2}");
}
