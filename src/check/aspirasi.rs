//! Rows of the aspirasi workbooks: what people wish of a move.

use serde::Deserialize;
use validator::Validate;

use super::cell::NipTeks;
use super::orang::{AspirasiDraft, BarisDaftar, Isi, Orang};
use super::reading::Run;
use super::report::{RowPlace, terbaca};
use super::row::{Field, FromCell, Problem, Teks};
use crate::finding::catalogue;
use crate::model::aspirasi::Aspirasi;
use crate::model::cells::CellKind;
use crate::model::jabatan::name_key;

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct AspirasiRow {
    #[validate(custom(function = terbaca))]
    nip: Field<NipTeks>,
    #[validate(custom(function = terbaca))]
    nama: Field<Teks>,
    #[validate(custom(function = terbaca))]
    minat: Field<Teks>,
    #[validate(custom(function = terbaca))]
    usulan_1: Field<Teks>,
    #[validate(custom(function = terbaca))]
    usulan_2: Field<Teks>,
    #[validate(custom(function = terbaca))]
    usulan_3: Field<Teks>,
    #[validate(custom(function = terbaca))]
    bersedia: Field<Bersedia>,
    #[validate(custom(function = terbaca))]
    alasan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    keberatan: Field<Teks>,
}

/// Yes or no to being moved.
#[derive(Debug)]
struct Bersedia(bool);

impl FromCell for Bersedia {
    fn from_cell(_: CellKind, text: &str) -> (Option<Bersedia>, Option<Problem>) {
        match name_key(text).as_str() {
            "YA" | "Y" | "V" | "BERSEDIA" | "SIAP" | "SETUJU" | "YA BERSEDIA" | "TRUE" => (Some(Bersedia(true)), None),
            "TIDAK" | "T" | "TDK" | "TIDAK BERSEDIA" | "BELUM BERSEDIA" | "TIDAK SETUJU" | "KEBERATAN" | "FALSE" => {
                (Some(Bersedia(false)), None)
            }
            _ => {
                let problem = format!("kesediaan “{text}” tidak dikenal");
                (None, Some(Problem::new(&catalogue::BERSEDIA_ASING, problem)))
            }
        }
    }
}

impl BarisDaftar for AspirasiRow {
    fn identity(&mut self) -> (&mut Field<NipTeks>, &mut Field<Teks>) {
        (&mut self.nip, &mut self.nama)
    }

    fn isi(self, orang: &Orang, place: &RowPlace, _: &mut Run) -> Isi {
        let wishes = [("usulan_1", &self.usulan_1), ("usulan_2", &self.usulan_2), ("usulan_3", &self.usulan_3)];
        let wished = wishes.into_iter().filter_map(|(name, field)| Some((field.text()?.to_string(), place.at(name))));
        let usulan = wished.collect();
        let says_something = |field: &Field<Teks>| field.text().is_some_and(|text| name_key(text) != "TIDAK");
        let aspirasi = Aspirasi {
            minat: self.minat.text().map(str::to_string),
            usulan: Vec::new(),
            bersedia: self.bersedia.value.map(|bersedia| bersedia.0),
            beralasan: says_something(&self.alasan),
            keberatan: says_something(&self.keberatan),
            place: orang.place.clone(),
        };
        Isi::Aspirasi(AspirasiDraft { usulan, aspirasi })
    }
}
