//! What each cell of a header means: a column of the schema, the same again, or nothing to us.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::header::Header;
use crate::model::cells::Kind;
use crate::model::jabatan::name_key;
use crate::model::kamus::Kamus;
use crate::schema::{self, SENSITIVE, Schema, UNUSED};

/// What a header cell turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Holds this column of the schema.
    Column(usize),
    /// Has the same header as another cell, by its index, which is read instead.
    Twin(usize),
    /// Means the same as another cell, by its index, which is read instead.
    Synonym(usize),
    /// Known and of no use; read past without a word.
    Unused,
    /// Personal data that is never read; the annotated copy leaves it blank.
    Sensitive,
    Unknown,
}

/// A header that is claimed: which column it means and how good a name for it it is.
#[derive(Clone, Copy)]
struct Claim {
    header: usize,
    column: usize,
    rank: usize,
}

/// Rank of a header that only its left neighbour explains: behind every header that says so itself.
const BESIDE: usize = 1_000;

/// What a key is known as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    /// A column of the schema and the key's place among its names.
    Column(usize, usize),
    Unused,
    Sensitive,
}

/// What a key is known as under every kind of table: looked up once, since a header is read as each of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dikenal {
    columns: Option<&'static Columns>,
    unread: Option<Known>,
    /// Whether one of its words says that it is personal.
    sensitive: bool,
}

impl Dikenal {
    pub fn of(key: &str) -> Dikenal {
        let is_year =
            |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit());
        // Also with a year behind it: `PROYEKSI 2027`.
        let of_year = || key.rsplit_once(' ').filter(|(_, year)| is_year(year)).and_then(|(rest, _)| unread_of(rest));
        let unread = unread_of(key).or_else(of_year);
        let sensitive = unread.is_none() && schema::has_sensitive_word(key);
        Dikenal { columns: index().get(key), unread, sensitive }
    }

    fn under(self, schema: &Schema) -> Option<Known> {
        let of = |kind: Kind| self.columns.and_then(|columns| columns[kind as usize]);
        if let Some((column, rank)) = of(schema.kind) {
            return Some(Known::Column(column, rank));
        }
        // Lists of people repeat what the personnel workbook tells: jabatan, golongan, unit.
        let repeated = || Kind::ADDING.contains(&schema.kind) && of(Kind::Pegawai).is_some();
        let told = self.unread.or_else(|| repeated().then_some(Known::Unused));
        told.or_else(|| self.sensitive.then_some(Known::Sensitive))
    }
}

fn known(schema: &Schema, key: &str) -> Option<Known> {
    Dikenal::of(key).under(schema)
}

fn unread_of(key: &str) -> Option<Known> {
    unread().get(key).copied()
}

fn unread() -> &'static HashMap<&'static str, Known> {
    static UNREAD: OnceLock<HashMap<&'static str, Known>> = OnceLock::new();
    let unused = || std::iter::once("").chain(UNUSED.iter().copied()).map(|key| (key, Known::Unused));
    UNREAD.get_or_init(|| unused().chain(SENSITIVE.iter().map(|key| (*key, Known::Sensitive))).collect())
}

/// Whether a key is known to any kind of table.
pub(super) fn is_known(key: &str) -> bool {
    index().contains_key(key) || unread().contains_key(key)
}

/// What each header means under a schema, one meaning a header.
pub(super) fn meanings(schema: &'static Schema, headers: &[Header], kamus: &Kamus) -> Vec<Meaning> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut meanings = Vec::with_capacity(headers.len());
    let mut left = String::new();
    for (at, header) in headers.iter().enumerate() {
        let claimed = claims.last().filter(|claim| claim.header + 1 == at).map(|claim| claim.column);
        let (found, key) = match bare(schema, headers, header, &left) {
            Some((found, key)) => (Some(found), key),
            None => {
                let found =
                    of_rekap(schema, header).or_else(|| header.dikenal.iter().find_map(|key| key.under(schema)));
                let found = found.or_else(|| tmt_of(schema, header, claimed?));
                let found = found.or_else(|| of_peta(schema, headers, header));
                (found.or_else(|| confirmed(schema, header, kamus)), header.key().to_string())
            }
        };
        left = key;
        match found {
            Some(Known::Column(column, rank)) => claims.push(Claim { header: at, column, rank }),
            Some(Known::Unused | Known::Sensitive) | None => {}
        }
        meanings.push(match found {
            Some(Known::Unused) => Meaning::Unused,
            Some(Known::Sensitive) => Meaning::Sensitive,
            Some(Known::Column(..)) | None => Meaning::Unknown,
        });
    }
    for column in 0..schema.columns.len() {
        settle(schema, headers, &claims, column, &mut meanings);
    }
    claim_skp_years(schema, headers, &mut meanings);
    meanings
}

/// A `TMT`, `NIP`, `ID` or `NAMA` that stands more than once (a `TMT` also once) is about its left neighbour, where
/// that makes a known header. A weaker claim than any header that says so itself.
fn bare(schema: &Schema, headers: &[Header], header: &Header, left: &str) -> Option<(Known, String)> {
    let meant = schema::beside(left, header.key())?;
    let often = || headers.iter().filter(|other| other.key() == header.key()).count() > 1;
    if header.key() != "TMT" && !often() {
        return None;
    }
    meant.into_iter().find_map(|key| {
        let known = match known(schema, &key)? {
            Known::Column(column, _) => Known::Column(column, BESIDE),
            unread @ (Known::Unused | Known::Sensitive) => unread,
        };
        Some((known, key))
    })
}

/// The column that people have said a header means: the last choice, so that every name we know comes before it, and
/// what is sensitive or of no use to us stays so, whatever anyone writes into the kamus.
fn confirmed(schema: &Schema, header: &Header, kamus: &Kamus) -> Option<Known> {
    let entri = kamus.judul(schema.kind, header.key())?;
    let title = entri.dimaksud.as_deref()?;
    let column = schema.columns.iter().position(|column| column.title == title)?;
    Some(Known::Column(column, usize::MAX))
}

/// Gives a column to the best header that claims it, and says what the others are.
fn settle(schema: &Schema, headers: &[Header], claims: &[Claim], column: usize, meanings: &mut [Meaning]) {
    let mut claimants: Vec<&Claim> = claims.iter().filter(|claim| claim.column == column).collect();
    claimants.sort_by_key(|claim| (claim.rank, claim.header));
    let Some((winner, losers)) = claimants.split_first() else { return };
    meanings[winner.header] = Meaning::Column(column);
    for loser in losers {
        let (key, whole) = (headers[loser.header].key(), &headers[loser.header].keys[0]);
        let other = spill(schema, column, key).filter(|&other| {
            claims.iter().all(|claim| claim.column != other) && !meanings.contains(&Meaning::Column(other))
        });
        meanings[loser.header] = match other {
            Some(other) => Meaning::Column(other),
            None if *whole == headers[winner.header].keys[0] && winner.rank < BESIDE => Meaning::Twin(winner.header),
            None => Meaning::Synonym(winner.header),
        };
    }
}

/// A sub-column of the formulir rekap OPD, whose headings come in many words: `JUMLAH PNS (RIIL)` over `Es. III`.
fn of_rekap(schema: &Schema, header: &Header) -> Option<Known> {
    if schema.kind != Kind::Kebutuhan {
        return None;
    }
    let last = header.keys.last()?;
    let above = header.key().strip_suffix(last.as_str())?.trim_end();
    let name = schema::kebutuhan::rekap_column(above, last)?;
    let column = schema.columns.iter().position(|column| column.name == name)?;
    Some(Known::Column(column, 0))
}

/// The letters of a peta jabatan, where both are there: `B` for the people in place, `K` for the need.
fn of_peta(schema: &Schema, headers: &[Header], header: &Header) -> Option<Known> {
    let last = |header: &Header| header.keys.last().cloned().unwrap_or_default();
    let both = || ["B", "K"].iter().all(|letter| headers.iter().any(|other| last(other) == *letter));
    if schema.kind != Kind::Kebutuhan {
        return None;
    }
    let name = match last(header).as_str() {
        "B" if both() => "riil",
        "K" if both() => "kebutuhan",
        _ => return None,
    };
    let column = schema.columns.iter().position(|column| column.name == name)?;
    Some(Known::Column(column, BESIDE + 2))
}

/// A bare `TMT` behind a column of another name: behind ESELON it is that of the jabatan.
fn tmt_of(schema: &Schema, header: &Header, left: usize) -> Option<Known> {
    if header.keys.last()? != "TMT" {
        return None;
    }
    let name = match schema.columns[left].name {
        "golongan" | "pangkat" => "tmt_gol",
        "jabatan" | "jft" | "jfu" | "eselon" => "tmt_jabatan",
        "unit" => "tmt_unit",
        _ => return None,
    };
    let column = schema.columns.iter().position(|column| column.name == name)?;
    Some(Known::Column(column, BESIDE + 1))
}

/// Where a header goes when a better one has its column: with both OPD and UNIT KERJA the OPD is the unit above,
/// with both PENDIDIKAN and JURUSAN the former is the level.
fn spill(schema: &Schema, column: usize, key: &str) -> Option<usize> {
    let other = match (schema.columns[column].name, key) {
        ("unit", "OPD" | "SKPD" | "INSTANSI" | "SATKER" | "SATUAN KERJA") => "unit_induk",
        ("pendidikan", "PENDIDIKAN" | "PEND" | "PENDIDIKAN TERAKHIR" | "PEND TERAKHIR") => "tingkat_pendidikan",
        _ => return None,
    };
    schema.columns.iter().position(|column| column.name == other)
}

/// `SKP 2025` and `SKP 2024`: the newest year is `skp_1`, the one before it `skp_2`; years for which the schema has no column are
/// not read.
fn claim_skp_years(schema: &Schema, headers: &[Header], meanings: &mut [Meaning]) {
    let Some(first) = schema.columns.iter().position(|column| column.name == "skp_1") else { return };
    let mut years: Vec<(u16, usize)> = headers
        .iter()
        .enumerate()
        .filter_map(|(at, header)| Some((skp_year(schema, first, &header.printed)?, at)))
        .collect();
    years.sort_by_key(|&(year, at)| (std::cmp::Reverse(year), at));
    years.iter().for_each(|&(_, at)| meanings[at] = Meaning::Unused);
    for (order, &(_, at)) in years.iter().enumerate() {
        let column = first + order;
        let is_skp = schema.columns.get(column).is_some_and(|column| column.name.starts_with("skp_"));
        if is_skp && !meanings.contains(&Meaning::Column(column)) {
            meanings[at] = Meaning::Column(column);
        }
    }
}

/// The year in a header that without it is one of the names of the SKP column.
fn skp_year(schema: &Schema, skp: usize, printed: &str) -> Option<u16> {
    // Most headers tell no year, and this is asked of each as often as it is read.
    if !printed.contains("20") {
        return None;
    }
    let words = name_key(printed);
    let (years, rest): (Vec<&str>, Vec<&str>) =
        words.split(' ').filter(|word| *word != "TAHUN").partition(|w| w.len() == 4 && w.parse::<u16>().is_ok());
    let [year] = years.as_slice() else { return None };
    let rest = rest.join(" ");
    let names = [Some(&schema.columns[skp]), schema.column("nilai_skp")];
    let is_skp = names.into_iter().flatten().any(|column| column.keys().any(|key| key == rest));
    is_skp.then(|| year.parse().ok()).flatten()
}

/// Of a header its column under each kind of table, and its place among that column's names.
type Columns = [Option<(usize, usize)>; Kind::ALL.len()];

/// Every header of every kind.
fn index() -> &'static HashMap<String, Columns> {
    static INDEX: OnceLock<HashMap<String, Columns>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index: HashMap<String, Columns> = HashMap::new();
        for kind in Kind::ALL {
            for (at, column) in schema::of(kind).columns.iter().enumerate() {
                for (rank, key) in column.keys().enumerate() {
                    index.entry(key).or_default()[kind as usize] = Some((at, rank));
                }
            }
        }
        index
    })
}

#[cfg(test)]
mod tests;
