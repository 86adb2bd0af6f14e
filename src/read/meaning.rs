//! What each cell of a header means: a column of the schema, the same again, or nothing to us.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::header::Header;
use crate::model::cells::Kind;
use crate::model::jabatan::name_key;
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
pub(super) fn meanings(schema: &'static Schema, headers: &[Header]) -> Vec<Meaning> {
    let mut claims: Vec<Claim> = Vec::new();
    for (at, header) in headers.iter().enumerate() {
        let left = at.checked_sub(1).and_then(|left| claims.iter().find(|claim| claim.header == left));
        let found = header.keys.iter().find_map(|key| index(schema.kind).get(key.as_str()).copied());
        let found = found.filter(|_| !belongs_left(schema, headers, at));
        let found = found.or_else(|| bare_tmt(schema, header, left.map(|claim| claim.column)));
        claims.extend(found.map(|(column, rank)| Claim { header: at, column, rank }));
    }
    let mut meanings: Vec<Meaning> = (0..headers.len()).map(|at| plain(schema, headers, at)).collect();
    for column in 0..schema.columns.len() {
        settle(schema, headers, &claims, column, &mut meanings);
    }
    claim_skp_years(schema, headers, &mut meanings);
    meanings
}

/// Lists of people repeat what the personnel workbook tells: jabatan, golongan, unit.
fn plain(schema: &Schema, headers: &[Header], at: usize) -> Meaning {
    let repeats = Kind::ADDING.contains(&schema.kind);
    let known = |key: &String| {
        key.is_empty()
            || UNUSED.contains(&key.as_str())
            || SENSITIVE.contains(&key.as_str())
            || (repeats && index(Kind::Pegawai).contains_key(key))
    };
    if headers[at].keys.iter().any(known) || belongs_left(schema, headers, at) {
        Meaning::Unused
    } else {
        Meaning::Unknown
    }
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

/// Whether a bare `TMT` belongs to a column that only the personnel workbook has: in a list of punishments the one
/// right of GOLONGAN is not the day the punishment began.
fn belongs_left(schema: &Schema, headers: &[Header], at: usize) -> bool {
    let known = |kind: Kind, header: &Header| header.keys.iter().any(|key| index(kind).contains_key(key));
    let is_tmt = headers[at].keys.last().is_some_and(|key| key == "TMT");
    let left = at.checked_sub(1).and_then(|left| headers.get(left)).filter(|_| is_tmt);
    Kind::ADDING.contains(&schema.kind)
        && left.is_some_and(|left| known(Kind::Pegawai, left) && !known(schema.kind, left))
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
    let words = name_key(printed);
    let (years, rest): (Vec<&str>, Vec<&str>) =
        words.split(' ').filter(|word| *word != "TAHUN").partition(|w| w.len() == 4 && w.parse::<u16>().is_ok());
    let [year] = years.as_slice() else { return None };
    let rest = rest.join(" ");
    let names = [Some(&schema.columns[skp]), schema.column("nilai_skp")];
    let is_skp = names.into_iter().flatten().any(|column| column.keys().any(|key| key == rest));
    is_skp.then(|| year.parse().ok()).flatten()
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
