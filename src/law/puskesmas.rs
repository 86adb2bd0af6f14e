//! The least staff of a puskesmas by profession, from the dated table `puskesmas.toml` (domain §2.3).

use serde::Deserialize;

use super::since;
use crate::model::puskesmas::KategoriPuskesmas;
use crate::model::tanggal::Sejak;

const TABLE: &str = include_str!("puskesmas.toml");

/// One version of the table.
#[derive(Clone, Debug)]
pub struct MinimumPuskesmas {
    pub sejak: Option<Sejak>,
    pub dasar: String,
    pub tenaga: Vec<Tenaga>,
}

/// The least number of one profession.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tenaga {
    /// As the table calls it: `tenaga gizi`.
    pub nama: String,
    /// Names of the jabatan that count for it, the usual one first.
    pub jabatan: Vec<String>,
    /// Whether those names are the same everywhere, so that nobody of such a name means nobody of the profession.
    #[serde(default = "yes")]
    pub tetap: bool,
    perkotaan: [u32; 2],
    perdesaan: [u32; 2],
    terpencil: [u32; 2],
}

impl Tenaga {
    /// The least number in a puskesmas of this kind.
    pub fn minimum(&self, kategori: KategoriPuskesmas, rawat_inap: bool) -> u32 {
        let of_kategori = match kategori {
            KategoriPuskesmas::Perkotaan => self.perkotaan,
            KategoriPuskesmas::Perdesaan => self.perdesaan,
            KategoriPuskesmas::Terpencil | KategoriPuskesmas::SangatTerpencil => self.terpencil,
        };
        of_kategori[usize::from(rawat_inap)]
    }
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    versi: Vec<Versi>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Versi {
    sejak: Option<String>,
    dasar: String,
    tenaga: Vec<Tenaga>,
}

/// Every version of the table.
pub fn versions() -> Vec<MinimumPuskesmas> {
    let file: File = toml::from_str(TABLE).expect("puskesmas.toml is well formed");
    let versi =
        |Versi { sejak, dasar, tenaga }: Versi| MinimumPuskesmas { sejak: since(sejak.as_deref()), dasar, tenaga };
    file.versi.into_iter().map(versi).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;
    use crate::law::Law;

    #[test]
    fn the_minima_of_a_puskesmas_sum_to_the_totals_of_the_source() {
        let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
        for (kategori, totals) in [
            (KategoriPuskesmas::Perkotaan, [22, 31]),
            (KategoriPuskesmas::Perdesaan, [19, 27]),
            (KategoriPuskesmas::Terpencil, [19, 27]),
            (KategoriPuskesmas::SangatTerpencil, [19, 27]),
        ] {
            let sum = |rawat_inap| {
                law.minimum_puskesmas().tenaga.iter().map(|tenaga| tenaga.minimum(kategori, rawat_inap)).sum::<u32>()
            };
            assert_eq!([sum(false), sum(true)], totals, "{kategori:?}");
        }
    }
}
