//! D-109, D-124 of rows whose table has no column for jabatan or unit: no word of the rows whose person another table
//! knows better, and one for the sheet instead of one for each row that is left.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::draft::{Draft, PegawaiDraft, TabelDraft};
use crate::finding::{Finding, Kode, Place, catalogue};
use crate::model::angka::ribuan;
use crate::model::cells::Kind;
use crate::model::kamus::{JenisKamus, Tanya};
use crate::model::nip::Nip;
use crate::schema;

/// A fact that each row needs.
struct Fakta {
    kode: &'static Kode,
    /// The columns that may tell it, the one to add first.
    columns: &'static [&'static str],
    known: fn(&PegawaiDraft) -> bool,
}

const FAKTA: [Fakta; 2] = [
    Fakta {
        kode: &catalogue::JABATAN_KOSONG,
        columns: &["jabatan", "jft", "jfu", "jenis_ptk"],
        known: |person| person.jabatan.is_some(),
    },
    Fakta {
        kode: &catalogue::NAMA_UNIT_KOSONG,
        columns: &["unit", "kode_unit"],
        known: |person| person.unit_id.is_some() || person.unit.nama.is_some() || person.unit.kode.is_some(),
    },
];

/// File, sheet and row of a person's row.
type Baris = (Arc<str>, Option<Arc<str>>, u32);

fn baris(place: &Place) -> Option<Baris> {
    Some((place.file.clone(), place.sheet.clone(), place.cell?.row))
}

/// Whose each row is that lacks such a fact, as long as every row stands for itself.
pub struct Pemilik(HashMap<Baris, Nip>);

impl Pemilik {
    pub fn of(draft: &Draft) -> Pemilik {
        let lacks = |row: &&PegawaiDraft| FAKTA.iter().any(|fakta| !(fakta.known)(row));
        let rows = draft.pegawai.iter().filter(lacks);
        Pemilik(rows.filter_map(|row| Some((baris(&row.place)?, row.nip?))).collect())
    }

    /// Takes the findings out that another table of the month answers, and gathers those of one sheet, once the rows
    /// about one person are merged.
    pub fn settle(self, draft: &Draft, tanya: &Tanya, findings: &mut Vec<Finding>) {
        for fakta in &FAKTA {
            self.settle_fact(fakta, draft, tanya, findings);
        }
    }

    fn settle_fact(&self, fakta: &Fakta, draft: &Draft, tanya: &Tanya, findings: &mut Vec<Finding>) {
        let owners: HashSet<Nip> = self.0.values().copied().collect();
        let people = draft.pegawai.iter().filter_map(|person| Some((person.nip?, person)));
        let known: HashMap<Nip, bool> =
            people.filter(|(nip, _)| owners.contains(nip)).map(|(nip, person)| (nip, (fakta.known)(person))).collect();
        let mut lacking: BTreeMap<usize, usize> = BTreeMap::new();
        findings.retain(|finding| {
            if finding.kode != fakta.kode || !finding.value.is_empty() {
                return true;
            }
            let nip = baris(&finding.place).and_then(|row| self.0.get(&row));
            if nip.is_some_and(|nip| known.get(nip) == Some(&true)) {
                return false;
            }
            let Some(at) = tabel_of(draft, &finding.place).filter(|at| fakta.is_absent(&draft.tabel[*at])) else {
                return true;
            };
            *lacking.entry(at).or_default() += 1;
            false
        });
        findings.extend(lacking.into_iter().map(|(at, rows)| fakta.of_sheet(&draft.tabel[at], rows, tanya)));
    }
}

/// The table in which a cell lies: of several on one sheet the last that begins above it.
fn tabel_of(draft: &Draft, place: &Place) -> Option<usize> {
    let row = place.cell?.row;
    let holds = |tabel: &TabelDraft| {
        tabel.sheet.file == place.file && tabel.sheet.sheet == place.sheet && tabel.header_row < row
    };
    let tables = draft.tabel.iter().enumerate().filter(|(_, tabel)| holds(tabel));
    tables.max_by_key(|(_, tabel)| tabel.header_row).map(|(at, _)| at)
}

impl Fakta {
    /// Whether this is a table of people with none of the columns.
    fn is_absent(&self, tabel: &TabelDraft) -> bool {
        tabel.kind == Kind::Pegawai && !tabel.columns.iter().any(|column| self.columns.contains(&column.name))
    }

    /// The finding for all rows of a sheet, at its header.
    fn of_sheet(&self, tabel: &TabelDraft, rows: usize, tanya: &Tanya) -> Finding {
        let title = schema::of(Kind::Pegawai).column(self.columns[0]).map_or("", |column| column.title);
        let place = tabel.sheet.at(tabel.header_row, tabel.columns.first().map_or(0, |column| column.col));
        let problem =
            format!("lembar ini tidak memuat kolom {title}; {} barisnya tidak menyebutnya", ribuan(rows as i64));
        let finding = Finding::new(self.kode, place, "", problem);
        let near = tanya.iter().find(|asked| {
            let here = asked.contoh.file == tabel.sheet.file && asked.contoh.sheet == tabel.sheet.sheet;
            asked.jenis == JenisKamus::Judul && here && asked.calon.iter().any(|calon| calon.nama == title)
        });
        match near {
            Some(asked) => finding.with_remedy(format!(
                "Mungkin maksud kolom “{}” adalah “{title}”? Ubah judulnya, atau pilih di lembar Perlu Konfirmasi.",
                asked.tertulis
            )),
            None => {
                finding.with_remedy(format!("Tambahkan kolom {title} dan isi di setiap baris, lalu jalankan lagi."))
            }
        }
    }
}
