//! Bukti: where in the inbox a fact stands, and what is written there.

use crate::finding::{Place, without_nik};
use crate::model::asal_sel::AsalSel;
use crate::model::cells::Kind;
use crate::model::jabatan::name_key;
use crate::model::needs::{PostId, SumberRiil};
use crate::model::telaah::Fakta;
use crate::pipeline::Outcome;
use crate::schema;

/// One value that a rule looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bukti {
    /// The header of the column, or what it is in words.
    pub apa: String,
    /// As typed; empty where the cell is empty or there is none.
    pub isi: String,
    /// `None` where no cell holds it.
    pub sel: Option<Place>,
}

/// Columns whose content nobody else needs to read: reasons are personal, and so is who is married to whom.
const TERTUTUP: [&str; 4] = ["nip_pasangan", "perlindungan", "alasan", "keberatan"];

impl From<AsalSel> for Bukti {
    fn from(cell: AsalSel) -> Bukti {
        // Of a spouse even whether one is recorded is nobody's business.
        let hidden = TERTUTUP.contains(&cell.name) && (cell.name == "nip_pasangan" || !cell.text.is_empty());
        let isi = if hidden { "isi tidak ditampilkan".to_string() } else { without_nik(&cell.text).into_owned() };
        Bukti { apa: cell.header, isi, sel: Some(cell.place) }
    }
}

/// The cells of a fact; `rows` are the person's, the one that counts in front.
pub(super) fn of(outcome: &Outcome, rows: &[Place], fakta: Fakta) -> Vec<Bukti> {
    match fakta {
        Fakta::Pegawai(columns) => of_pegawai(outcome, rows, columns),
        Fakta::Unit(unit, columns) => {
            let unit = outcome.roster.unit(unit);
            let cells = outcome.tables.cells_of(&unit.place, columns);
            if cells.is_empty() {
                return vec![Bukti {
                    apa: "data unit".into(),
                    isi: unit.nama.to_string(),
                    sel: Some(unit.place.clone()),
                }];
            }
            cells.into_iter().map(Bukti::from).collect()
        }
        Fakta::Kebutuhan(post) => vec![of_need(outcome, post)],
        Fakta::Riil(post) => vec![of_riil(outcome, post)],
        Fakta::Formasi(post, columns) => of_formasi(outcome, post, columns),
        Fakta::Pengaturan(key) => {
            vec![Bukti { apa: format!("pengaturan {key} di mutasi.toml"), isi: String::new(), sel: None }]
        }
    }
}

/// Every filled cell of the person's rows. What the rows do not say the NIP tells, where it can.
fn of_pegawai(outcome: &Outcome, rows: &[Place], columns: &[&str]) -> Vec<Bukti> {
    let (own, nip) = match columns {
        [own @ .., "nip"] if !own.is_empty() => (own, &["nip"][..]),
        own => (own, &[][..]),
    };
    let of = |columns: &[&str]| -> Vec<AsalSel> {
        let cells = rows.iter().flat_map(|row| outcome.tables.cells_of(row, columns)).collect::<Vec<_>>();
        let filled: Vec<AsalSel> = cells.iter().filter(|cell| !cell.text.is_empty()).cloned().collect();
        if filled.is_empty() { cells.into_iter().take(1).collect() } else { filled }
    };
    let said = of(own);
    if said.iter().any(|cell| !cell.text.is_empty()) {
        return said.into_iter().map(Bukti::from).collect();
    }
    let told: Vec<Bukti> = of(nip).into_iter().map(Bukti::from).collect();
    if !told.is_empty() || !said.is_empty() {
        return if told.is_empty() { said.into_iter().map(Bukti::from).collect() } else { told };
    }
    let title = own.iter().find_map(|name| {
        let kinds = std::iter::once(Kind::Pegawai).chain(Kind::ADDING);
        kinds.filter_map(|kind| schema::of(kind).column(name)).next()
    });
    let apa = title.map_or("data pegawai", |column| column.title);
    vec![Bukti { apa: format!("kolom {apa} tidak ada"), isi: String::new(), sel: None }]
}

fn of_need(outcome: &Outcome, post: PostId) -> Bukti {
    let post = outcome.needs.post(post);
    let unit = &outcome.roster.unit(post.unit).nama;
    let apa = format!("kebutuhan {} di {unit}", post.jabatan_label());
    match &post.kebutuhan {
        Some(need) => Bukti { apa, isi: without_nik(&need.uraian).into_owned(), sel: need.place.clone() },
        None => Bukti { apa: format!("{apa} belum diketahui"), isi: String::new(), sel: None },
    }
}

/// The cells of the official need of a post.
fn of_formasi(outcome: &Outcome, post: PostId, columns: &[&str]) -> Vec<Bukti> {
    let of = outcome.needs.post(post);
    let row = outcome.roster.formasi.iter().find(|row| {
        row.unit == of.unit && name_key(&row.jabatan.nama) == name_key(&of.jabatan) && row.jabatan.jenjang == of.jenjang
    });
    let cells = row.map(|row| outcome.tables.cells_of(&row.place, columns)).unwrap_or_default();
    if cells.is_empty() { vec![of_need(outcome, post)] } else { cells.into_iter().map(Bukti::from).collect() }
}

fn of_riil(outcome: &Outcome, post: PostId) -> Bukti {
    let post = outcome.needs.post(post);
    let unit = outcome.roster.unit(post.unit);
    let (isi, sel) = match post.sumber_riil {
        SumberRiil::Pegawai => (format!("{} orang menurut data pegawai", post.riil), None),
        SumberRiil::DataUnit => (format!("{} orang menurut data unit", post.riil), Some(unit.place.clone())),
    };
    Bukti { apa: format!("isi jabatan {} di {}", post.jabatan_label(), unit.nama), isi, sel }
}
