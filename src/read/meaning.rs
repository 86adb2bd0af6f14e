//! What each cell of a header means: a column of the schema, the same again, or nothing to us.

use std::collections::{BTreeMap, HashMap};
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
    /// Known and of no use, or sensitive; read past without a word.
    Unused,
    Unknown,
}

/// A header that is claimed: which column it means and how good a name for it it is.
#[derive(Clone, Copy)]
struct Claim {
    header: usize,
    column: usize,
    rank: usize,
}

/// What each header means under a schema, one meaning a header.
pub(super) fn meanings(schema: &'static Schema, headers: &[Header], kamus: &Kamus) -> Vec<Meaning> {
    let mut claims: Vec<Claim> = Vec::new();
    for (at, header) in headers.iter().enumerate() {
        let left = at.checked_sub(1).and_then(|left| claims.iter().find(|claim| claim.header == left));
        let found = header.keys.iter().find_map(|key| index(schema.kind).get(key.as_str()).copied());
        let found = found.or_else(|| bare_tmt(schema, header, left.map(|claim| claim.column)));
        let found = found.or_else(|| confirmed(schema, header, kamus));
        claims.extend(found.map(|(column, rank)| Claim { header: at, column, rank }));
    }
    let mut meanings: Vec<Meaning> = headers.iter().map(plain).collect();
    for column in 0..schema.columns.len() {
        settle(schema, headers, &claims, column, &mut meanings);
    }
    claim_skp_years(schema, headers, &mut meanings);
    meanings
}

/// The column that people have said a header means: the last choice, so that every name we know comes before it.
fn confirmed(schema: &Schema, header: &Header, kamus: &Kamus) -> Option<(usize, usize)> {
    let entri = kamus.judul(schema.kind, header.keys.first()?)?;
    let title = entri.dimaksud.as_deref()?;
    let column = schema.columns.iter().position(|column| column.title == title)?;
    // What is sensitive or of no use to us stays so, whatever anyone writes into the kamus.
    (plain(header) == Meaning::Unknown).then_some((column, usize::MAX))
}

fn plain(header: &Header) -> Meaning {
    let known = |key: &String| key.is_empty() || UNUSED.contains(&key.as_str()) || SENSITIVE.contains(&key.as_str());
    if header.keys.iter().any(known) { Meaning::Unused } else { Meaning::Unknown }
}

/// Gives a column to the best header that claims it, and says what the others are.
fn settle(schema: &Schema, headers: &[Header], claims: &[Claim], column: usize, meanings: &mut [Meaning]) {
    let mut claimants: Vec<&Claim> = claims.iter().filter(|claim| claim.column == column).collect();
    claimants.sort_by_key(|claim| (claim.rank, claim.header));
    let Some((winner, losers)) = claimants.split_first() else { return };
    meanings[winner.header] = Meaning::Column(column);
    for loser in losers {
        let key = &headers[loser.header].keys[0];
        let other = spill(schema, column, key).filter(|&other| {
            claims.iter().all(|claim| claim.column != other) && !meanings.contains(&Meaning::Column(other))
        });
        meanings[loser.header] = match other {
            Some(other) => Meaning::Column(other),
            None if *key == headers[winner.header].keys[0] => Meaning::Twin(winner.header),
            None => Meaning::Synonym(winner.header),
        };
    }
}

/// A bare `TMT` means what its left neighbour is about (domain §3.1): golongan, jabatan or unit.
fn bare_tmt(schema: &Schema, header: &Header, left: Option<usize>) -> Option<(usize, usize)> {
    if header.keys.last()? != "TMT" {
        return None;
    }
    let name = match schema.columns[left?].name {
        "golongan" | "pangkat" => "tmt_gol",
        "jabatan" | "jft" | "jfu" | "eselon" => "tmt_jabatan",
        "unit" => "tmt_unit",
        _ => return None,
    };
    let column = schema.columns.iter().position(|column| column.name == name)?;
    Some((column, usize::MAX))
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

/// `SKP 2025` and `SKP 2024`: the newest year is `skp_1`, the one before it `skp_2`, older ones are not read.
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
        if order < 2 && !meanings.contains(&Meaning::Column(column)) {
            meanings[at] = Meaning::Column(column);
        }
    }
}

/// The year in a header that without it is one of the names of the SKP column.
fn skp_year(schema: &Schema, skp: usize, printed: &str) -> Option<u16> {
    let words = name_key(printed);
    let (years, rest): (Vec<&str>, Vec<&str>) =
        words.split(' ').filter(|word| *word != "TAHUN").partition(|w| w.len() == 4 && w.parse::<u16>().is_ok());
    let [year] = years.as_slice() else { return None };
    let rest = rest.join(" ");
    schema.columns[skp].keys().any(|key| key == rest).then(|| year.parse().ok()).flatten()
}

/// Every header of a kind: its column and its place among that column's names.
type Index = HashMap<String, (usize, usize)>;

fn index(kind: Kind) -> &'static Index {
    static INDEX: OnceLock<BTreeMap<Kind, Index>> = OnceLock::new();
    let of = |kind: &Kind| {
        let columns = schema::of(*kind).columns.iter().enumerate();
        columns.flat_map(|(at, column)| column.keys().enumerate().map(move |(rank, key)| (key, (at, rank)))).collect()
    };
    &INDEX.get_or_init(|| Kind::ALL.iter().map(|kind| (*kind, of(kind))).collect())[&kind]
}
