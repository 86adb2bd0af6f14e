//! Units of an export that lists posts under posts (MenPAN: Nomor, Parent Nomor): the unit of a post is that of the
//! nearest post above it that names one (domain §3.2).

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::draft::{FormasiDraft, UnitRef};
use crate::finding::{Finding, Place, catalogue};
use crate::model::cells::{RawRow, Table};
use crate::model::jabatan::name_key;
use crate::model::unit::unit_key;

/// A unit as the posts above tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitAtas {
    pub kode: Option<Arc<str>>,
    pub nama: Arc<str>,
}

/// The unit of each row that names none itself, by the row's number in the sheet.
#[derive(Debug, Default)]
pub struct Susunan {
    units: HashMap<u32, UnitAtas>,
    /// Whether the table lists posts under posts at all.
    pub ada: bool,
}

/// Units named in one sentence; of more only the count is told.
const NAMA_DISEBUT: usize = 5;

impl Susunan {
    pub fn of(table: &Table) -> Susunan {
        let col = |name: &str| table.columns.iter().find(|column| column.name == name).map(|column| column.col);
        let (Some(nomor), Some(parent)) = (col("nomor"), col("parent_nomor")) else { return Susunan::default() };
        let text = |row: usize, col: u32| text(&table.rows[row], Some(col));
        let by_nomor: HashMap<&str, usize> =
            (0..table.rows.len()).rev().filter_map(|row| Some((text(row, nomor)?, row))).collect();
        let above = |row: usize| by_nomor.get(text(row, parent)?).copied().filter(|above| *above != row);
        let columns = ["npsn", "unit", "sekolah", "faskes", "jabatan"].map(col);
        let own: Vec<Option<UnitAtas>> = table.rows.iter().map(|row| named(row, columns)).collect();
        let mut units = HashMap::new();
        for (at, row) in table.rows.iter().enumerate() {
            // A circle of posts above each other ends after as many steps as there are rows.
            let mut here = Some(at);
            let path = std::iter::from_fn(|| {
                let now = here?;
                here = above(now);
                Some(now)
            });
            let unit = path.take(DEEPEST).find_map(|at| own[at].clone());
            units.extend(unit.map(|unit| (row.row, unit)));
        }
        Susunan { units, ada: true }
    }

    pub fn unit(&self, row: u32) -> Option<&UnitAtas> {
        self.units.get(&row)
    }

    /// D-140, where a post took its unit from those above it.
    pub fn finding(&self, sheet: &Place, taken: &[&FormasiDraft]) -> Option<Finding> {
        let mut names: Vec<&str> = taken.iter().filter_map(|need| need.unit.nama.as_deref()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        let first = names.first()?;
        let named = names[..names.len().min(NAMA_DISEBUT)].join(", ");
        let more = match names.len().saturating_sub(NAMA_DISEBUT) {
            0 => String::new(),
            more => format!(", dan {more} unit lain"),
        };
        let problem = format!("unit {count} baris diambil dari jabatan di atasnya (Parent Nomor): {named}{more}");
        Some(Finding::new(&catalogue::UNIT_DARI_SUSUNAN, sheet.clone(), *first, problem))
    }
}

/// No organisation is as deep.
const DEEPEST: usize = 40;

/// The unit a row names in a column of its own, else the one its post leads.
fn named(row: &RawRow, columns: [Option<u32>; 5]) -> Option<UnitAtas> {
    let [npsn, unit, sekolah, faskes, jabatan] = columns.map(|col| text(row, col));
    let kode: Option<Arc<str>> = npsn.map(Into::into);
    let nama = [unit, sekolah, faskes, npsn].into_iter().flatten().next();
    match nama {
        Some(nama) => Some(UnitAtas { kode, nama: nama.into() }),
        None => Some(UnitAtas { kode: None, nama: led_by(jabatan?)?.into() }),
    }
}

fn text(row: &RawRow, col: Option<u32>) -> Option<&str> {
    let text = row.cell(col?)?.text.trim();
    (!text.is_empty() && !matches!(text, "-" | "0") && !text.eq_ignore_ascii_case("null")).then_some(text)
}

/// The unit that the holder of a post leads: `Kepala Dinas Kesehatan` leads `Dinas Kesehatan`, `Camat Bangko` leads
/// `Kecamatan Bangko`. The head of a bidang, bagian or seksi leads a part of a unit.
fn led_by(jabatan: &str) -> Option<String> {
    const UNITS: [&str; 17] = [
        "DINAS",
        "BADAN",
        "KANTOR",
        "SATUAN",
        "INSPEKTORAT",
        "SEKRETARIAT",
        "RUMAH",
        "RSUD",
        "PUSKESMAS",
        "UPTD",
        "UPT",
        "SD",
        "SDN",
        "SMP",
        "SMPN",
        "TK",
        "SEKOLAH",
    ];
    let words: Vec<&str> = jabatan.split_whitespace().collect();
    let (first, rest) = words.split_first()?;
    let rest_text = rest.join(" ");
    let head = rest.first().map(|word| name_key(word)).unwrap_or_default();
    match name_key(first).as_str() {
        "KEPALA" | "DIREKTUR" if rest.len() > 1 && UNITS.contains(&head.as_str()) => Some(rest_text),
        "CAMAT" if !rest.is_empty() => Some(format!("Kecamatan {rest_text}")),
        "LURAH" if !rest.is_empty() => Some(format!("Kelurahan {rest_text}")),
        "INSPEKTUR" if rest.is_empty() => Some("Inspektorat".to_string()),
        "INSPEKTUR" if head == "DAERAH" => Some(format!("Inspektorat {rest_text}")),
        "SEKRETARIS" if head == "DAERAH" || head == "DPRD" => Some(format!("Sekretariat {rest_text}")),
        _ => None,
    }
}

/// Adds up rows of one post in one unit: below each seksi an export states its posts anew.
pub fn add_up(needs: Vec<FormasiDraft>) -> Vec<FormasiDraft> {
    let mut by_post: BTreeMap<_, usize> = BTreeMap::new();
    let mut sums: Vec<FormasiDraft> = Vec::new();
    for need in needs {
        let unit = unit_name(&need.unit);
        let post = (unit, name_key(&need.jabatan.nama), need.jabatan.jenjang);
        let Some(&at) = by_post.get(&post) else {
            by_post.insert(post, sums.len());
            sums.push(need);
            continue;
        };
        let sum = &mut sums[at];
        sum.kebutuhan = sum.kebutuhan.zip(need.kebutuhan).map(|(sum, own)| sum + own);
        sum.riil = match (sum.riil, need.riil) {
            (Some(one), Some(other)) => Some(one + other),
            (one, other) => one.or(other),
        };
        sum.baris += need.baris;
    }
    sums
}

fn unit_name(unit: &UnitRef) -> String {
    unit.nama.as_deref().or(unit.kode.as_deref()).map(unit_key).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_tells_the_unit_he_leads_and_not_its_parts() {
        for (jabatan, unit) in [
            ("Kepala Dinas Kesehatan", Some("Dinas Kesehatan")),
            ("Kepala UPTD Puskesmas Bangko", Some("UPTD Puskesmas Bangko")),
            ("Kepala SD Negeri 1 Bangko", Some("SD Negeri 1 Bangko")),
            ("Camat Bangko", Some("Kecamatan Bangko")),
            ("Lurah Pasar Atas", Some("Kelurahan Pasar Atas")),
            ("Direktur RSUD Kolonel Abundjani", Some("RSUD Kolonel Abundjani")),
            ("Inspektur", Some("Inspektorat")),
            ("Sekretaris Daerah", Some("Sekretariat Daerah")),
            ("Kepala Bidang Mutasi", None),
            ("Kepala Seksi Kurikulum", None),
            ("Sekretaris Dinas", None),
            ("Kepala Puskesmas", None),
            ("Kepala Sekolah", None),
            ("Perawat Terampil", None),
        ] {
            assert_eq!(led_by(jabatan).as_deref(), unit, "{jabatan}");
        }
    }
}
