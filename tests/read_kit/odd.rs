//! Files that no library of ours writes: a tiny xlsb, and the frame of an OLE2 file.

use super::zipped;

/// One cell of an xlsb sheet.
pub enum X {
    Text(&'static str),
    Number(f64),
    /// An index into the table of shared strings, which is absent.
    Shared(u32),
    /// An error code.
    Error(u8),
}

/// An xlsb of one visible sheet `Data` (MS-XLSB 2.1).
pub fn xlsb(rows: &[&[X]]) -> Vec<u8> {
    xlsb_hiding(rows, None, None)
}

/// The same with a row and a column hidden.
pub fn xlsb_hiding(rows: &[&[X]], hidden_row: Option<u32>, hidden_col: Option<u32>) -> Vec<u8> {
    let mut bundle = [0u32, 1].iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
    bundle.extend(wide("rId1"));
    bundle.extend(wide("Data"));
    let mut workbook = record(0x9C, &bundle);
    workbook.extend(record(0x90, &[]));
    workbook.extend(record(0x9D, &[]));

    let mut sheet = record(0x94, &[0; 16]);
    if let Some(col) = hidden_col {
        // First and last column, width, format, flags.
        let columns = [col, col, 0x900, 0].iter().flat_map(|n| n.to_le_bytes()).chain([1, 0]).collect::<Vec<u8>>();
        sheet.extend([record(0x186, &[]), record(0x3C, &columns), record(0x187, &[])].concat());
    }
    sheet.extend(record(0x91, &[]));
    for (row, cells) in (0u32..).zip(rows) {
        // Format, height, and four bytes of flags and spans.
        let hidden = if hidden_row == Some(row) { 0x10 } else { 0 };
        let shape = [0, 0, 0, 0, 0x2C, 1, 0, hidden, 0, 0, 0, 0, 0];
        sheet.extend(record(0x00, &[&row.to_le_bytes()[..], &shape].concat()));
        for (col, cell) in (0u32..).zip(*cells) {
            let mut data = col.to_le_bytes().to_vec();
            data.extend([0; 4]);
            let kind = match cell {
                X::Text(text) => {
                    data.extend(wide(text));
                    0x06
                }
                X::Number(number) => {
                    data.extend(number.to_le_bytes());
                    0x05
                }
                X::Shared(index) => {
                    data.extend(index.to_le_bytes());
                    0x07
                }
                X::Error(code) => {
                    data.push(*code);
                    0x03
                }
            };
            sheet.extend(record(kind, &data));
        }
    }
    sheet.extend(record(0x92, &[]));
    let rels = br#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>"#;
    zipped(&[
        ("xl/_rels/workbook.bin.rels", rels),
        ("xl/workbook.bin", &workbook),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut out = if kind < 0x80 { vec![kind as u8] } else { vec![(kind & 0x7F) as u8 | 0x80, (kind >> 7) as u8] };
    let mut length = data.len();
    while length >= 0x80 {
        out.push((length & 0x7F) as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
    out.extend(data);
    out
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut out = (units.len() as u32).to_le_bytes().to_vec();
    out.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    out
}

/// An OLE2 file whose directory names these streams (MS-CFB): header, one sector of table, one of directory.
/// `next` is what follows the directory sector in the table: 0xFFFFFFFE ends it, 1 makes it a circle.
pub fn ole(names: &[&str], next: u32) -> Vec<u8> {
    let mut header = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    header.resize(512, 0);
    header[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    let mut put = |at: usize, word: u32| header[at..at + 4].copy_from_slice(&word.to_le_bytes());
    put(44, 1);
    put(48, 1);
    put(60, 0xFFFF_FFFE);
    put(68, 0xFFFF_FFFE);
    put(76, 0);
    (1..109).for_each(|slot| put(76 + slot * 4, 0xFFFF_FFFF));
    let mut table: Vec<u8> = [0xFFFF_FFFD, next].iter().flat_map(|word: &u32| word.to_le_bytes()).collect();
    table.resize(512, 0xFF);
    let mut directory = Vec::new();
    for name in ["Root Entry"].iter().chain(names).take(4) {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = entry.len() as u16 + 2;
        entry.resize(128, 0);
        entry[64..66].copy_from_slice(&length.to_le_bytes());
        directory.extend(entry);
    }
    directory.resize(512, 0);
    [header, table, directory].concat()
}

/// One cell of an xls: row, column, and a number or a text.
pub enum Biff {
    Number(u16, u16, f64),
    Text(u16, u16, &'static str),
}

/// An xls of one sheet `Data` (MS-XLS 2.4): the frame of an OLE2 file around a stream `Workbook`.
pub fn xls(cells: &[Biff]) -> Vec<u8> {
    let record = |id: u16, data: &[u8]| [&id.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
    let begin = |kind: u16| record(0x0809, &[&[0, 6][..], &kind.to_le_bytes(), &[0; 12]].concat());
    let end = record(0x000A, &[]);
    let globals = begin(5);
    let sheet_at = (globals.len() + 4 + 12 + end.len()) as u32;
    let name = [&sheet_at.to_le_bytes()[..], &[0, 0, 4, 0], b"Data"].concat();
    let mut stream = [globals, record(0x0085, &name), end.clone(), begin(0x10)].concat();
    for cell in cells {
        let at = |row: u16, col: u16| [row, col, 0].into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        stream.extend(match cell {
            Biff::Number(row, col, number) => record(0x0203, &[&at(*row, *col)[..], &number.to_le_bytes()].concat()),
            Biff::Text(row, col, text) => {
                let length = (text.len() as u16).to_le_bytes();
                record(0x0204, &[&at(*row, *col)[..], &length, &[0], text.as_bytes()].concat())
            }
        });
    }
    stream.extend(end);
    // Shorter streams are kept elsewhere.
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = (stream.len() / 512) as u32;
    let mut file = ole(&["Workbook"], 0xFFFF_FFFE);
    let put = |file: &mut Vec<u8>, at: usize, word: u32| file[at..at + 4].copy_from_slice(&word.to_le_bytes());
    put(&mut file, 56, 4096);
    for sector in 2..2 + sectors {
        let next = if sector + 1 < 2 + sectors { sector + 1 } else { 0xFFFF_FFFE };
        put(&mut file, 512 + sector as usize * 4, next);
    }
    let root = 1024;
    file[root + 66] = 5;
    put(&mut file, root + 116, 0xFFFF_FFFE);
    let entry = root + 128;
    file[entry + 66] = 2;
    put(&mut file, entry + 116, 2);
    put(&mut file, entry + 120, stream.len() as u32);
    file.extend(stream);
    file
}

/// An ods whose content is this.
pub fn ods(content: &str) -> Vec<u8> {
    let mime = "application/vnd.oasis.opendocument.spreadsheet";
    let manifest = "<manifest:manifest><manifest:file-entry manifest:full-path=\"/\"/></manifest:manifest>";
    zipped(&[
        ("mimetype", mime.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}
