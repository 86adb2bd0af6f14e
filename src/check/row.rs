//! A row as serde sees it: our own small deserializer over raw cells, and fields that never fail, so that every
//! fault of a row is found in one pass.

use std::borrow::Cow;

use serde::de::value::{BorrowedStrDeserializer, Error, U32Deserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, forward_to_deserialize_any};

use crate::finding::{Kode, NIK_TIDAK_DISALIN, catalogue, is_nik, without_nik};
use crate::model::cells::{CellKind, Cells, RawCell, RawRow, Table};

/// What is wrong with a value (or was put right in it), before it has a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub kode: &'static Kode,
    /// One Indonesian sentence.
    pub text: String,
    /// A remedy that fits this value better than the catalogue's.
    pub remedy: Option<Cow<'static, str>>,
    /// The value as it should be written in the cell, where it is known.
    pub usulan: Option<Box<str>>,
}

impl Problem {
    pub fn new(kode: &'static Kode, text: impl Into<String>) -> Problem {
        Problem { kode, text: text.into(), remedy: None, usulan: None }
    }

    pub fn with_remedy(self, remedy: impl Into<Cow<'static, str>>) -> Problem {
        Problem { remedy: Some(remedy.into()), ..self }
    }

    pub fn with_usulan(self, usulan: impl Into<Box<str>>) -> Problem {
        Problem { usulan: Some(usulan.into()), ..self }
    }
}

/// One cell of a known column: its value if it could be read, and its problem if there is one.
/// A missing cell has neither value nor problem; a value that was interpreted has both.
#[derive(Clone, Debug)]
pub struct Field<T> {
    pub value: Option<T>,
    /// Boxed, since hardly any cell has one and a row has dozens of fields.
    pub problem: Option<Box<Problem>>,
    /// `None` when there is no such cell.
    pub kind: Option<CellKind>,
}

impl<T> Default for Field<T> {
    fn default() -> Field<T> {
        Field { value: None, problem: None, kind: None }
    }
}

impl<T> Field<T> {
    /// Whether the cell says nothing at all.
    pub fn is_missing(&self) -> bool {
        self.value.is_none() && self.problem.is_none()
    }

    /// Says what is wrong with the cell, in place of what was said before.
    pub fn fault(&mut self, problem: Problem) {
        self.problem = Some(Box::new(problem));
    }

    /// Whether the cell says something that could not be used.
    pub fn is_unreadable(&self) -> bool {
        self.value.is_none() && self.problem.is_some()
    }
}

impl Field<Teks> {
    pub fn text(&self) -> Option<&str> {
        self.value.as_ref().map(|teks| teks.0.as_str())
    }
}

/// The validator copies values into its errors; what a person typed is not to travel there.
impl<T> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

/// A value made from one cell.
pub trait FromCell: Sized {
    /// Whether a lone `0` means that nothing was filled in (domain D21): true where no number is expected.
    const NOL_KOSONG: bool = true;
    /// Whether the column has words of its own for a NIK in it.
    const NIK_SENDIRI: bool = false;

    /// The value, and a problem if there is none or if it took an interpretation. Neither: the cell is empty.
    fn from_cell(kind: CellKind, text: &str) -> (Option<Self>, Option<Problem>);
}

/// Free text without surrounding spaces, the apostrophe of SIASN exports, and any NIK: what is read here reaches outputs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Teks(pub String);

impl FromCell for Teks {
    fn from_cell(_: CellKind, text: &str) -> (Option<Teks>, Option<Problem>) {
        let text = single_spaced(text.trim_start_matches('\''));
        let kept = match without_nik(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(masked) => masked,
        };
        // Nothing but a NIK, or its remark in a copy of ours that came back: no unit and no jabatan is called so.
        match kept == NIK_TIDAK_DISALIN {
            true => (None, Some(Problem::new(&catalogue::NIK_SALAH_TEMPAT, ISI_NIK))),
            false => (Some(Teks(kept)), None),
        }
    }
}

/// What is said of a cell with a NIK and nothing else.
const ISI_NIK: &str = "sel ini berisi NIK, yang tidak dibaca";

/// Whether a cell holds nothing but a NIK, or the remark that stands for one in a copy of ours that came back.
fn is_only_nik(text: &str, only_remark: bool) -> bool {
    let text = text.trim_start_matches('\'');
    let remark = || text.bytes().filter(|b| *b != b' ').eq(NIK_TIDAK_DISALIN.bytes().filter(|b| *b != b' '));
    match text.as_bytes() {
        [b'0'..=b'9', ..] => !only_remark && is_nik(text),
        [b'N', b'I', b'K', ..] => remark(),
        _ => false,
    }
}

/// The words with one space between them.
fn single_spaced(text: &str) -> String {
    // Nearly every text has them already; a line break or a second space is the exception.
    let plain = |pair: &[u8]| pair != b"  " && (b' '..0x7F).contains(&pair[1]);
    let is_ends = |byte: Option<&u8>| byte.is_none_or(|byte| (b'!'..0x7F).contains(byte));
    let bytes = text.as_bytes();
    if is_ends(bytes.first()) && is_ends(bytes.last()) && bytes.windows(2).all(plain) {
        return text.to_string();
    }
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// A cell as it travels through serde: an enum whose variant is the kind, so that a number stays a number. Variants
/// stand in the order of `CellKind`, by whose number they are told apart.
#[derive(Deserialize)]
enum Sel<'a> {
    Text(&'a str),
    Number(&'a str),
    Date(&'a str),
    Boolean(&'a str),
    Error(&'a str),
    Unevaluated(&'a str),
}

impl<'de, T: FromCell> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Field<T>, D::Error> {
        let (kind, raw) = match Sel::deserialize(deserializer)? {
            Sel::Text(raw) => (CellKind::Text, raw),
            Sel::Number(raw) => (CellKind::Number, raw),
            Sel::Date(raw) => (CellKind::Date, raw),
            Sel::Boolean(raw) => (CellKind::Boolean, raw),
            Sel::Error(raw) => (CellKind::Error, raw),
            Sel::Unevaluated(raw) => (CellKind::Unevaluated, raw),
        };
        Ok(field(kind, raw))
    }
}

/// What a cell of this kind and text says.
pub fn field<T: FromCell>(kind: CellKind, raw: &str) -> Field<T> {
    use crate::finding::catalogue::{RUMUS_TANPA_HASIL, SEL_GALAT};
    let (value, problem) = match kind {
        CellKind::Error => (None, Some(Problem::new(&SEL_GALAT, format!("sel berisi galat Excel {raw}")))),
        CellKind::Unevaluated => {
            (None, Some(Problem::new(&RUMUS_TANPA_HASIL, "rumus belum dihitung, hasilnya tidak tersimpan di berkas")))
        }
        CellKind::Text | CellKind::Number | CellKind::Date | CellKind::Boolean => {
            let trimmed = raw.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'));
            if is_blank(trimmed, T::NOL_KOSONG) {
                (None, None)
            } else if is_only_nik(trimmed, T::NIK_SENDIRI) {
                (None, Some(Problem::new(&catalogue::NIK_SALAH_TEMPAT, ISI_NIK)))
            } else {
                T::from_cell(kind, trimmed)
            }
        }
    };
    Field { value, problem: problem.map(Box::new), kind: Some(kind) }
}

/// The ways to write nothing (domain D21).
fn is_blank(text: &str, zero_is_blank: bool) -> bool {
    const KOSONG: [&str; 9] = ["NULL", "NIHIL", "NIL", "N/A", "#N/A", "TIDAK ADA", "BELUM ADA", "KOSONG", "NONE"];
    const LONGEST: usize = 13;
    let signs = |c: char| matches!(c, '-' | '–' | '—' | '.' | '\'' | ' ');
    if text.len() > LONGEST {
        return text.chars().all(signs);
    }
    let word = text.trim_matches(['(', ')', '.', ' ', '[', ']']);
    text.chars().all(signs)
        || (zero_is_blank && text == "0")
        || KOSONG.iter().any(|empty| empty.eq_ignore_ascii_case(word))
}

/// Reads the rows of one table into a row struct whose fields carry the canonical column names.
pub struct RowReader<'t> {
    /// Canonical name by sheet column.
    names: Vec<Option<&'static str>>,
    table: &'t Table,
}

impl<'t> RowReader<'t> {
    /// Of two columns with one name the first counts; of two names for one column, too.
    pub fn new(table: &'t Table) -> RowReader<'t> {
        let width = table.columns.iter().map(|column| column.col as usize + 1).max().unwrap_or(0);
        let mut names: Vec<Option<&'static str>> = vec![None; width];
        let mut known: Vec<&'static str> = Vec::new();
        for column in &table.columns {
            let name = &mut names[column.col as usize];
            if name.is_none() && !known.contains(&column.name) {
                *name = Some(column.name);
                known.push(column.name);
            }
        }
        RowReader { names, table }
    }

    pub fn read<R: DeserializeOwned>(&self, row: &RawRow) -> R {
        let cells = RowDeserializer { names: &self.names, cells: row.cells(), value: None };
        R::deserialize(cells).expect("fields accept every cell, and each column comes once")
    }

    pub fn table(&self) -> &'t Table {
        self.table
    }

    /// The sheet column of a canonical column.
    pub fn col(&self, name: &str) -> Option<u32> {
        self.table.columns.iter().find(|column| column.name == name).map(|column| column.col)
    }

    /// The header as printed over a canonical column.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.table.columns.iter().find(|column| column.name == name).map(|column| &*column.header)
    }
}

struct RowDeserializer<'de> {
    names: &'de [Option<&'static str>],
    cells: Cells<'de>,
    value: Option<RawCell<'de>>,
}

impl<'de> Deserializer<'de> for RowDeserializer<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> MapAccess<'de> for RowDeserializer<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        for cell in self.cells.by_ref() {
            let name = self.names.get(cell.col as usize).copied().flatten();
            let Some(name) = name else { continue };
            self.value = Some(cell);
            return seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let cell = self.value.take().expect("serde asks for a value after its key");
        seed.deserialize(CellDeserializer { cell })
    }
}

struct CellDeserializer<'de> {
    cell: RawCell<'de>,
}

impl<'de> Deserializer<'de> for CellDeserializer<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> EnumAccess<'de> for CellDeserializer<'de> {
    type Error = Error;
    type Variant = CellDeserializer<'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self::Variant), Error> {
        let kind: U32Deserializer<Error> = (self.cell.kind as u32).into_deserializer();
        Ok((seed.deserialize(kind)?, self))
    }
}

impl<'de> VariantAccess<'de> for CellDeserializer<'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(BorrowedStrDeserializer::new(self.cell.text))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.cell.text)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.cell.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::catalogue;
    use crate::model::cells::ColumnMap;

    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Row {
        nama: Field<Teks>,
        unit: Field<Teks>,
    }

    fn read(kind: CellKind, text: &str) -> Row {
        let columns = vec![
            ColumnMap { col: 2, name: "nama", header: "NAMA".into() },
            ColumnMap { col: 3, name: "asing", header: "?".into() },
            ColumnMap { col: 5, name: "nama", header: "NAMA".into() },
        ];
        let cell = |col, kind, text| RawCell { col, kind, text };
        let cells = vec![
            cell(1, CellKind::Text, "1"),
            cell(2, kind, text),
            cell(3, CellKind::Text, "x"),
            cell(5, CellKind::Text, "kolom kedua"),
        ];
        let table = Table::bare("Data", crate::model::cells::Kind::Pegawai, 0, columns, Vec::new());
        RowReader::new(&table).read(&RawRow::of(1, cells))
    }

    #[test]
    fn fields_are_filled_by_column_name_and_absent_columns_are_missing() {
        let row = read(CellKind::Text, " 'SITI\u{a0} AMINAH ");
        assert_eq!(row.nama.text(), Some("SITI AMINAH"));
        assert_eq!(row.nama.kind, Some(CellKind::Text));
        assert!(row.unit.is_missing() && row.unit.kind.is_none());
    }

    #[test]
    fn a_cell_arrives_as_the_kind_it_is() {
        use CellKind::*;
        for kind in [Text, Number, Date, Boolean, Error, Unevaluated] {
            assert_eq!(read(kind, "x").nama.kind, Some(kind));
        }
    }

    #[test]
    fn a_nik_in_any_column_is_told_in_the_same_words() {
        use crate::check::cell::{Bilangan, NipTeks, Tanggal};
        fn told<T: FromCell>(text: &str) -> Option<(&'static str, String)> {
            let cell = field::<T>(CellKind::Text, text);
            assert!(cell.value.is_none());
            cell.problem.map(|problem| (problem.kode.code, problem.text))
        }
        let same = Some(("D-182", ISI_NIK.to_string()));
        for text in ["1502014508900003", "'1502014508900003", NIK_TIDAK_DISALIN] {
            assert_eq!(told::<Tanggal>(text), same, "{text}");
            assert_eq!(told::<Bilangan>(text), same, "{text}");
            assert_eq!(told::<Teks>(text), same, "{text}");
        }
        assert_eq!(told::<NipTeks>(NIK_TIDAK_DISALIN), same);
        assert_eq!(told::<NipTeks>("NIKtidakdisalin"), same);
    }

    #[test]
    fn blanks_are_missing_and_excel_errors_are_missing_with_a_problem() {
        for blank in ["", " ", "-", "--", "0", "NULL", "nihil", "N/A", "Tidak ada", "belum ada"] {
            assert!(read(CellKind::Text, blank).nama.is_missing(), "{blank}");
        }
        let error = read(CellKind::Error, "#REF!").nama;
        assert!(error.is_unreadable());
        assert_eq!(error.problem.map(|problem| problem.kode), Some(&catalogue::SEL_GALAT));
        let formula = read(CellKind::Unevaluated, "A1+1").nama;
        assert_eq!(formula.problem.map(|problem| problem.kode), Some(&catalogue::RUMUS_TANPA_HASIL));
    }
}
