//! Rows that name somebody of whom no person was made: which they are, what is wrong with them, and what they count for.

use std::collections::BTreeSet;

use crate::finding::{Finding, Place, Severity, Subjek, catalogue, without_nik};
use crate::model::asal_sel::BarisOrang;
use crate::model::cells::Kind;
use crate::model::nama::Nama;
use crate::model::nip::Nip;
use crate::model::pegawai::Pegawai;
use crate::model::status::StatusAsn;
use crate::pipeline::Outcome;

/// Such a row, with what is to be done about it.
pub struct TakTerpakai {
    pub kind: Kind,
    /// The NIP cell.
    pub place: Place,
    /// Name, NIP, jabatan and unit with their headers, as typed.
    pub isi: Vec<(String, String)>,
    /// What was found in the row, or of this person in another list.
    pub temuan: Vec<Finding>,
    pub dihitung: Dihitung,
}

/// What a row counts for although it makes no person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dihitung {
    /// As one who is present in the unit.
    DiUnit,
    /// As one who may be in either of several units.
    Mungkin,
    /// Not a civil servant.
    BukanAsn,
    /// A list beside the table of people, which does not have this person.
    DiDaftarSaja,
    /// The same, but the table of people has somebody of that name: the NIP in the list may be what is wrong.
    DiDaftarNipLain,
    Tidak,
}

/// The rows for which `fits` holds and of which nobody in the roster was made. In the order of the tables; rows of lists
/// only where no table of people has one.
pub(super) fn rows(outcome: &Outcome, fits: impl Fn(&BarisOrang) -> bool) -> Vec<BarisOrang> {
    let all = outcome.tables.baris_orang().filter(|row| fits(row) && !is_used(outcome, row));
    let (people, lists): (Vec<BarisOrang>, Vec<BarisOrang>) = all.partition(|row| row.kind == Kind::Pegawai);
    if people.is_empty() { lists } else { people }
}

/// Whether somebody of the roster was made of this row, or of another row that tells the same name and NIP. Two spellings
/// of a name are one person where nothing grave was found in the NIP cell.
fn is_used(outcome: &Outcome, row: &BarisOrang) -> bool {
    let roster = &outcome.roster;
    let same_name = |pegawai: &Pegawai| key(&row.nama).is_none_or(|key| pegawai.nama.key() == key);
    let grave = |finding: &Finding| finding.place == row.place && finding.severity() == Severity::Galat;
    let of_row = |pegawai: &Pegawai| {
        let digits = pegawai.nip.digits();
        let same_nip = if row.terpotong { digits.starts_with(&row.nip) } else { digits == row.nip };
        pegawai.place == row.place || (same_nip && (same_name(pegawai) || !outcome.findings.iter().any(grave)))
    };
    let known = Nip::parse(&row.nip, roster.tanggal_efektif).ok();
    match known.map(|nip| roster.pegawai.binary_search_by_key(&nip, |pegawai| pegawai.nip)) {
        Some(Ok(at)) => of_row(&roster.pegawai[at]),
        Some(Err(_)) => false,
        None => roster.pegawai.iter().any(of_row),
    }
}

/// A row with all there is to say about it.
pub(super) fn told(outcome: &Outcome, row: &BarisOrang) -> TakTerpakai {
    let cells = ["nama", "nip", "jabatan", "unit"].iter().flat_map(|name| outcome.tables.cells_of(&row.place, &[name]));
    // A column of name and NIP in one cell is known by either.
    let mut seen = BTreeSet::new();
    let cells = cells.filter(|cell| seen.insert((cell.header.clone(), cell.text.clone())));
    let filled = cells.filter(|cell| !cell.text.is_empty()).map(|cell| {
        let isi = if cell.name == "nip" && row.terpotong { format!("{}…", row.nip) } else { cell.text };
        (cell.header, without_nik(&isi).into_owned())
    });
    let own = |place: &Place| (place.file.clone(), place.sheet.clone(), place.cell.map(|cell| cell.row));
    let named = key(&row.nama);
    let about = |finding: &&Finding| {
        let same = |nip: &str| !row.terpotong && nip == row.nip;
        let punished = *finding.kode == catalogue::HUKDIS_TANPA_NIP;
        own(&finding.place) == own(&row.place)
            || (punished && named.is_some() && finding.subject.as_ref().and_then(Subjek::nama).and_then(key) == named)
            || finding.subject.as_ref().is_some_and(|subject| subject.nip().is_some_and(same))
    };
    TakTerpakai {
        kind: row.kind,
        place: row.place.clone(),
        isi: filled.collect(),
        temuan: outcome.findings.iter().filter(about).cloned().collect(),
        dihitung: dihitung(outcome, row),
    }
}

fn dihitung(outcome: &Outcome, row: &BarisOrang) -> Dihitung {
    let roster = &outcome.roster;
    let here = |place: &Place| {
        let at = |place: &Place| place.cell.map(|cell| cell.row);
        (&place.file, &place.sheet, at(place)) == (&row.place.file, &row.place.sheet, at(&row.place))
    };
    let status = outcome.tables.cells_of(&row.place, &["status_asn"]);
    let non_asn = status.iter().any(|cell| StatusAsn::parse(&cell.text) == Some(StatusAsn::NonAsn));
    let known = || {
        let Some(named) = key(&row.nama) else { return false };
        let mut rows = outcome.tables.baris_orang().take_while(|other| other.kind == Kind::Pegawai);
        rows.any(|other| key(&other.nama).is_some_and(|key| key == named))
    };
    if row.kind != Kind::Pegawai {
        if known() { Dihitung::DiDaftarNipLain } else { Dihitung::DiDaftarSaja }
    } else if roster.tak_terbaca.iter().any(|known| here(&known.place)) {
        Dihitung::DiUnit
    } else if roster.tak_pasti.iter().any(|known| here(&known.place)) {
        Dihitung::Mungkin
    } else if non_asn {
        Dihitung::BukanAsn
    } else {
        Dihitung::Tidak
    }
}

/// The letters of a name without titles.
pub(super) fn key(nama: &str) -> Option<String> {
    Nama::parse(nama, None, None).map(|nama| nama.key().to_string())
}
