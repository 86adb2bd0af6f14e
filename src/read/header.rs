//! Which row is the header, and of what kind of table.

use std::collections::BTreeMap;

use super::meaning::{Meaning, is_known, meanings};
use crate::model::cells::{CellKind, Kind};
use crate::model::jabatan::name_key;
use crate::model::kamus::Kamus;
use crate::schema::kebutuhan::{is_rekap_kebutuhan, is_rekap_riil};
use crate::schema::{self, Column, NAMA_DAN_NIP, Schema, Weight, header_key};

/// The first rows of a sheet, as far as the header is sought.
pub(super) type Head = BTreeMap<u32, Vec<HeadCell>>;

/// One cell of the first rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeadCell {
    pub col: u32,
    pub kind: CellKind,
    pub text: Box<str>,
}

/// A cell of the header: what is printed, and the keys it may be known by, the likeliest first.
#[derive(Debug)]
pub(super) struct Header {
    pub row: u32,
    pub col: u32,
    /// As printed; the rows of a heading joined by a space.
    pub printed: String,
    /// With what stands in parentheses first, then without; then without the headings above, one after the other.
    pub keys: Vec<String>,
    /// Whether it stands in a lower row under an empty cell.
    under_empty: bool,
}

/// One way to read the first rows: this row (and perhaps the next) is the header of this kind of table.
#[derive(Debug)]
pub(super) struct Reading {
    pub schema: &'static Schema,
    pub first_row: u32,
    pub last_row: u32,
    pub headers: Vec<Header>,
    /// One for each header.
    pub meanings: Vec<Meaning>,
    pub score: u32,
}

impl Reading {
    /// Whether the schema's column was found.
    pub fn has(&self, column: usize) -> bool {
        let name = self.schema.columns[column].name;
        self.meanings.contains(&Meaning::Column(column))
            || (name == "nip" && self.nama_and_nip().is_some())
            || (name == "kebutuhan" && self.schema.kind == Kind::Kebutuhan && self.is_rekap())
    }

    /// Whether need is told for each eselon and jenjang, as in the formulir rekap OPD.
    pub fn is_rekap(&self) -> bool {
        let is_need = |meaning: &Meaning| match meaning {
            Meaning::Column(at) => is_rekap_kebutuhan(self.schema.columns[*at].name),
            Meaning::Twin(_) | Meaning::Synonym(_) | Meaning::Unused | Meaning::Sensitive | Meaning::Unknown => false,
        };
        self.meanings.iter().any(is_need)
    }

    /// The column that holds name and NIP in one cell, where the NIP has no column of its own.
    pub fn nama_and_nip(&self) -> Option<&Header> {
        let named = |name: &str| {
            let found = self.headers.iter().zip(&self.meanings);
            let mut found = found.filter(move |(_, meaning)| match meaning {
                Meaning::Column(at) => self.schema.columns[*at].name == name,
                Meaning::Twin(_) | Meaning::Synonym(_) | Meaning::Unused | Meaning::Sensitive | Meaning::Unknown => {
                    false
                }
            });
            found.next().map(|(header, _)| header)
        };
        let both = named("nama").filter(|header| header.keys.iter().any(|key| NAMA_DAN_NIP.contains(&key.as_str())))?;
        named("nip").is_none().then_some(both)
    }

    /// Required columns that are not there; for a table that has them all but nothing else, the typical ones.
    pub fn lacking(&self) -> Vec<&'static Column> {
        let missing = |weight| {
            let all = self.schema.columns.iter().enumerate().filter(move |(_, column)| column.weight == weight);
            all.filter(|(at, _)| !self.has(*at)).map(|(_, column)| column)
        };
        let required: Vec<_> = missing(Weight::Required).collect();
        if !required.is_empty() || self.found(Weight::Typical) > 0 || self.tells() {
            return required;
        }
        missing(Weight::Typical).collect()
    }

    /// Whether a column was found that says by itself what the sheet is.
    fn tells(&self) -> bool {
        self.schema.columns.iter().enumerate().any(|(at, column)| column.telling && self.has(at))
    }

    /// How many columns of this weight were found.
    pub fn found(&self, weight: Weight) -> usize {
        self.schema.columns.iter().enumerate().filter(|(at, column)| column.weight == weight && self.has(*at)).count()
    }

    /// Whether it can be used: every required column and at least one typical one.
    pub fn is_table(&self) -> bool {
        self.lacking().is_empty()
    }

    /// Whether so much is there that a column was forgotten rather than the sheet being something else.
    pub fn is_nearly(&self) -> bool {
        let columns = self.meanings.iter().filter(|m| matches!(m, Meaning::Column(_))).count();
        !self.is_table() && columns >= 4 && self.found(Weight::Required) > 0
    }

    /// The known header that an unknown one resembles most, with the cell that already holds its column if one does.
    pub fn near(&self, header: &Header) -> Option<(&'static Column, Option<&Header>)> {
        let (.., at) = self.alike(header).into_iter().next()?;
        Some((&self.schema.columns[at], self.holder(at)))
    }

    /// The cell of the header that holds a column of the schema.
    fn holder(&self, column: usize) -> Option<&Header> {
        let at = self.meanings.iter().position(|meaning| *meaning == Meaning::Column(column))?;
        self.headers.get(at)
    }

    /// The columns that an unknown header resembles, among those that were not found; the nearest first.
    pub fn nearest(&self, header: &Header) -> Vec<&'static Column> {
        let missing = self.alike(header).into_iter().filter(|(_, taken, _)| !taken);
        missing.map(|(.., at)| &self.schema.columns[at]).collect()
    }

    /// The columns that an unknown header resembles, each with its distance and whether it was found; the most alike
    /// first, and of these those that were not found.
    fn alike(&self, header: &Header) -> Vec<(usize, bool, usize)> {
        let key = header.key();
        let asked = self.schema.columns.iter().enumerate().filter(|(_, column)| column.asked);
        let alike = asked.filter_map(|(at, column)| {
            let distance = column.keys().filter_map(|known| likeness(key, &known)).min()?;
            Some((distance, self.has(at), at))
        });
        let mut alike: Vec<_> = alike.collect();
        alike.sort_unstable();
        alike
    }
}

/// How many letters two headers differ by, if it is at most a quarter of the known one's. Texts whose lengths alone
/// differ by more are not compared: a hostile header may be as long as a cell can be.
fn likeness(key: &str, known: &str) -> Option<usize> {
    let most = known.len() / 4;
    if key.len().abs_diff(known.len()) > most {
        return None;
    }
    let distance = strsim::damerau_levenshtein(key, known);
    (distance <= most).then_some(distance)
}

impl Header {
    /// What is printed, without what stands in parentheses.
    pub fn key(&self) -> &str {
        self.keys.get(1).map_or("", String::as_str)
    }
}

/// A header reaches over so many rows at most.
const MOST_ROWS: u32 = 3;

/// The likeliest reading of the first rows; `None` when no header of any kind is among them.
/// The heaviest kind wins over a complete one,
/// so that a list of people without NIP is not taken for a list of units.
pub(super) fn find(head: &Head, kamus: &Kamus) -> Option<Reading> {
    let known: BTreeMap<u32, usize> = head.iter().map(|(&row, cells)| (row, known_in(cells, kamus))).collect();
    let mut readings: Vec<Reading> = Vec::new();
    for &row in head.keys() {
        for height in 1..=MOST_ROWS {
            let rows: Vec<(u32, &[HeadCell])> =
                head.range(row..row + height).map(|(&row, cells)| (row, cells.as_slice())).collect();
            // Rows without two known words between them are no header: that spares trying each row of data.
            if rows.len() < height as usize || rows.iter().map(|(row, _)| known[row]).sum::<usize>() < 2 {
                continue;
            }
            readings.extend(likeliest(row, stacked(&rows), kamus));
        }
    }
    // Of two tables one below the other the upper one comes first, though the lower one may score more. A line of
    // titles may pass for a small table; it scores less than half.
    let most = readings.iter().map(|reading| reading.score).max()?;
    let upper = readings.iter().find(|reading| reading.is_table() && reading.score * 2 >= most);
    let rows = upper.map_or(0..=u32::MAX, |upper| upper.first_row..=upper.last_row + 1);
    readings.retain(|reading| rows.contains(&reading.first_row));
    // Of equals the first counts.
    readings.into_iter().rev().max_by_key(Reading::rank)
}

/// How many cells are words of headers, known to us or confirmed by the office.
fn known_in(cells: &[HeadCell], kamus: &Kamus) -> usize {
    let confirmed = |key: &str| Kind::ALL.iter().any(|kind| kamus.judul(*kind, key).is_some());
    let known = |cell: &&HeadCell| {
        let key = header_key(&cell.text);
        is_known(&key) || (!kamus.is_empty() && confirmed(&key))
    };
    texts(cells).filter(known).count()
}

impl Reading {
    /// At equal score a row of subheadings belongs to the header, and any other second row (a title above it,
    /// data below it) does not.
    fn rank(&self) -> (u32, bool, u8) {
        let shape = match (self.headers.iter().any(|header| header.row > self.first_row), self.has_subheadings()) {
            (true, true) => 2,
            (false, _) => 1,
            (true, false) => 0,
        };
        (self.score, self.is_table(), shape)
    }

    /// Whether the second row is one of subheadings and not of data: some of them stand under an empty cell,
    /// none under a required column.
    fn has_subheadings(&self) -> bool {
        let required = |meaning: &Meaning| match meaning {
            Meaning::Column(at) => self.schema.columns[*at].weight == Weight::Required,
            Meaning::Twin(_) | Meaning::Synonym(_) | Meaning::Unused | Meaning::Sensitive | Meaning::Unknown => false,
        };
        let below = |header: &Header| header.row > self.first_row;
        self.headers.iter().any(|header| header.under_empty)
            && !self.headers.iter().zip(&self.meanings).any(|(header, meaning)| below(header) && required(meaning))
    }
}

fn likeliest(row: u32, headers: Vec<Header>, kamus: &Kamus) -> Option<Reading> {
    let last_row = headers.iter().map(|header| header.row).max()?;
    let best = Kind::ALL
        .iter()
        .map(|&kind| {
            let schema = schema::of(kind);
            let meanings = meanings(schema, &headers, kamus);
            let score = score(schema, &meanings);
            Reading { schema, first_row: row, last_row, headers: Vec::new(), meanings, score }
        })
        .filter(|reading| reading.meanings.iter().filter(|m| matches!(m, Meaning::Column(_))).count() >= 2)
        .max_by_key(|reading| (reading.score, reading.is_table(), std::cmp::Reverse(reading.schema.kind)))?;
    Some(Reading { headers, ..best })
}

/// What a telling column weighs: more than the columns about jabatan and unit that lists of people repeat.
const TELLING: u32 = 10;

fn score(schema: &Schema, meanings: &[Meaning]) -> u32 {
    let weight = |meaning: &Meaning| match meaning {
        Meaning::Column(at) => {
            let column = &schema.columns[*at];
            let usual = match column.weight {
                Weight::Required => 5,
                Weight::Typical => 3,
                Weight::Optional => 1,
            };
            if column.telling { TELLING } else { usual }
        }
        Meaning::Twin(_) | Meaning::Synonym(_) | Meaning::Unused | Meaning::Sensitive | Meaning::Unknown => 0,
    };
    // The sub-columns of a rekap are together what a column of need or presence is alone.
    let has_level = |is_level: fn(&str) -> bool| {
        let is_level = |meaning: &Meaning| matches!(meaning, Meaning::Column(at) if is_level(schema.columns[*at].name));
        schema.kind == Kind::Kebutuhan && meanings.iter().any(is_level)
    };
    let levels = 5 * u32::from(has_level(is_rekap_kebutuhan)) + 3 * u32::from(has_level(is_rekap_riil));
    meanings.iter().map(weight).sum::<u32>() + levels
}

/// Joins the rows of a header from above to below: `Bezetting` over `PNS` is `Bezetting PNS`. A heading reaches to the
/// right over cells that are empty in its row and filled below, until another heading begins in its row or in one
/// above. (Merged regions stand behind all cells of a sheet; by then its rows are read, and this tells the same.)
pub(super) fn stacked(rows: &[(u32, &[HeadCell])]) -> Vec<Header> {
    let mut cells: BTreeMap<u32, Vec<(usize, &HeadCell)>> = BTreeMap::new();
    for (level, (_, row)) in rows.iter().enumerate() {
        row.iter().filter(|cell| cell.kind == CellKind::Text || (level > 0 && is_year(cell))).for_each(|cell| {
            cells.entry(cell.col).or_default().push((level, cell));
        });
    }
    let mut headings: Vec<Option<&str>> = vec![None; rows.len()];
    let mut headers = Vec::new();
    for (col, own) in cells {
        for (level, cell) in &own {
            headings[*level..].fill(None);
            headings[*level] = Some(&cell.text);
        }
        let Some(&(deepest, _)) = own.last() else { continue };
        let above: Vec<&str> = headings[..=deepest].iter().flatten().copied().collect();
        headers.push(Header { under_empty: own.len() < deepest + 1, ..header(rows[deepest].0, col, &above) });
    }
    drop_appended(&mut headers);
    headers
}

/// A year under a heading may be stored as a number: `SKP` over `2025`.
fn is_year(cell: &HeadCell) -> bool {
    cell.kind == CellKind::Number && cell.text.len() == 4 && cell.text.starts_with("20")
}

fn texts(cells: &[HeadCell]) -> impl Iterator<Item = &HeadCell> {
    cells.iter().filter(|cell| cell.kind == CellKind::Text)
}

/// A header known by the whole of what is printed, else by less and less of it.
fn header(row: u32, col: u32, headings: &[&str]) -> Header {
    let printed = squeeze(&headings.join(" "));
    let mut keys = vec![name_key(&printed)];
    for from in 0..headings.len() {
        keys.push(header_key(&headings[from..].join(" ")));
        if let [above @ .., last] = &headings[from..]
            && let Some(meant) = schema::beside(&header_key(&above.join(" ")), &header_key(last))
        {
            keys.extend(meant);
        }
    }
    Header { row, col, printed, keys, under_empty: false }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Forgets the columns STATUS and MASALAH that an annotated copy appends behind the last column.
fn drop_appended(headers: &mut Vec<Header>) {
    headers.sort_by_key(|header| header.col);
    if let [.., status, masalah] = headers.as_slice()
        && status.key() == "STATUS"
        && masalah.key() == "MASALAH"
    {
        headers.truncate(headers.len() - 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kamus::{Entri, JenisKamus};

    fn row(texts: &[&str]) -> Vec<HeadCell> {
        let cells = texts.iter().enumerate().filter(|(_, text)| !text.is_empty());
        cells.map(|(col, text)| HeadCell { col: col as u32, kind: CellKind::Text, text: (*text).into() }).collect()
    }

    fn read(rows: &[&[&str]]) -> Reading {
        let head = rows.iter().enumerate().map(|(at, texts)| (at as u32, row(texts))).collect();
        find(&head, &Kamus::default()).expect("a header is among the rows")
    }

    fn names(reading: &Reading) -> Vec<&'static str> {
        let name = |meaning: &Meaning| match meaning {
            Meaning::Column(at) => reading.schema.columns[*at].name,
            Meaning::Twin(_) => "=",
            Meaning::Synonym(_) => "~",
            Meaning::Unused | Meaning::Sensitive => "-",
            Meaning::Unknown => "?",
        };
        reading.meanings.iter().map(name).collect()
    }

    #[test]
    fn a_duk_header_is_found_under_its_titles() {
        let reading = read(&[
            &["DAFTAR URUT KEPANGKATAN"],
            &["PEMERINTAH KABUPATEN MERANGIN"],
            &["NO", "NAMA", "NIP LAMA", "NIP BARU", "FORMATTED NIP", "GOLRU", "TMT GOLRU", "SATKER", "JABATAN", "KET"],
        ]);
        assert_eq!((reading.schema.kind, reading.last_row), (Kind::Pegawai, 2));
        assert_eq!(names(&reading), ["-", "nama", "-", "nip", "~", "golongan", "tmt_gol", "unit", "jabatan", "-"]);
    }

    #[test]
    fn a_bare_tmt_is_what_stands_left_of_it() {
        let reading = read(&[&["NIP", "NAMA", "GOL", "TMT", "JABATAN", "TMT", "UNIT KERJA", "TMT", "ALAMAT", "TMT"]]);
        assert_eq!(names(&reading)[3], "tmt_gol");
        assert_eq!(names(&reading)[5], "tmt_jabatan");
        assert_eq!(names(&reading)[7], "tmt_unit");
        assert_eq!(names(&reading)[9], "?");
    }

    #[test]
    fn headings_over_two_rows_are_joined() {
        let reading = read(&[
            &["No", "Jabatan", "Kategori", "Unit Kerja", "ABK", "Bezzeting", "", "", "Usulan", "", "Kurang/Lebih"],
            &["", "", "", "", "", "CPNS", "PNS", "JML", "CPNS", "JML", ""],
        ]);
        assert_eq!((reading.schema.kind, reading.first_row, reading.last_row), (Kind::Kebutuhan, 0, 1));
        let expected = ["-", "jabatan", "jenis_jabatan", "unit", "kebutuhan", "-", "-", "riil", "-", "-", "-"];
        assert_eq!(names(&reading), expected);
        assert_eq!(reading.headers[7].printed, "Bezzeting JML");
    }

    #[test]
    fn a_data_row_below_is_no_second_header_row() {
        let reading =
            read(&[&["NIP", "NAMA", "GOL", "JABATAN", "UNIT KERJA"], &["", "BUDI", "III/a", "GURU", "SDN 1"]]);
        assert_eq!(reading.last_row, 0);
    }

    #[test]
    fn the_newest_skp_comes_first_whatever_the_order() {
        let reading = read(&[&["NIP", "NAMA", "JABATAN", "SKP (2023)", "SKP (2025)", "PREDIKAT KINERJA TAHUN 2024"]]);
        assert_eq!(names(&reading)[3..], ["-", "skp_1", "skp_2"]);
        assert_eq!(names(&read(&[&["NIP", "NAMA", "JABATAN", "SKP"]]))[3], "skp_1");
    }

    #[test]
    fn the_same_header_twice_is_a_twin_and_another_name_a_synonym() {
        let reading = read(&[&["NIP", "NIP", "NAMA", "NAMA LENGKAP", "JABATAN"]]);
        assert_eq!(names(&reading), ["nip", "=", "nama", "~", "jabatan"]);
    }

    #[test]
    fn a_second_choice_goes_to_the_column_it_means_beside_the_first() {
        let reading = read(&[&["NIP", "NAMA", "OPD", "UNIT KERJA", "PENDIDIKAN", "JURUSAN"]]);
        assert_eq!(names(&reading), ["nip", "nama", "unit_induk", "unit", "tingkat_pendidikan", "pendidikan"]);
        assert_eq!(names(&read(&[&["NIP", "NAMA", "OPD", "PENDIDIKAN"]]))[2..], ["unit", "pendidikan"]);
    }

    #[test]
    fn people_without_nip_are_not_taken_for_units() {
        let reading = read(&[&["NO", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA", "KECAMATAN"]]);
        assert_eq!(reading.schema.kind, Kind::Pegawai);
        assert!(!reading.is_table() && reading.is_nearly());
        let reading = read(&[&["KODE UNIT", "UNIT KERJA", "UNIT INDUK", "KECAMATAN"]]);
        assert_eq!((reading.schema.kind, reading.is_table()), (Kind::Unit, true));
    }

    #[test]
    fn the_columns_of_an_annotated_copy_are_forgotten() {
        let reading = read(&[&["Nama Sekolah", "NPSN", "Status", "Rombel", "STATUS", "MASALAH"]]);
        assert_eq!(names(&reading), ["unit", "npsn", "status", "rombel"]);
    }

    #[test]
    fn a_header_of_confirmed_words_is_found_also_with_parentheses() {
        let mut kamus = Kamus::default();
        for (key, title) in [("NOPEG", "NIP"), ("NM", "NAMA"), ("JBTN", "JABATAN")] {
            let entri = Entri {
                tertulis: key.into(),
                dimaksud: Some(title.into()),
                kode: None,
                oleh: "Siti Aminah".into(),
                tanggal: jiff::civil::date(2026, 11, 1),
                place: crate::finding::Place::file("kamus/kamus.xlsx"),
            };
            kamus.insert(JenisKamus::Judul, Kamus::kunci_judul(Kind::Pegawai, key), entri);
        }
        let head = Head::from([(0, row(&["DAFTAR PEGAWAI"])), (1, row(&["NOPEG (18 angka)", "NM", "JBTN"]))]);
        let reading = find(&head, &kamus).expect("the confirmed words make a header");
        assert_eq!((reading.last_row, names(&reading)), (1, vec!["nip", "nama", "jabatan"]));
        assert!(find(&head, &Kamus::default()).is_none());
    }

    #[test]
    fn a_misspelt_header_is_told_with_the_known_one() {
        let reading = read(&[&["NIP", "NAMA", "GOLONGAN", "JABTAN", "NAMMA"]]);
        assert_eq!(names(&reading)[3..], ["?", "?"]);
        let near =
            |at: usize| reading.near(&reading.headers[at]).map(|(column, taken)| (column.title, taken.map(|h| h.col)));
        assert_eq!(near(3), Some(("JABATAN", None)));
        assert_eq!(near(4), Some(("NAMA", Some(1))));
    }
}
