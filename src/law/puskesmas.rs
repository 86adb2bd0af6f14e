//! The least staff of a puskesmas by profession, from the dated table `puskesmas.toml` (domain §2.3).

use serde::Deserialize;

use super::since;
use super::ubahan::{Lama, Salah};
use crate::model::puskesmas::KategoriPuskesmas;
use crate::model::tanggal::Sejak;

/// The kinds of its area, as the table calls them.
const KATEGORI: [&str; 3] = ["perkotaan", "perdesaan", "terpencil"];

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

impl MinimumPuskesmas {
    /// As the table calls the professions.
    pub(super) fn names(&self) -> Vec<String> {
        self.tenaga.iter().map(|tenaga| tenaga.nama.clone()).collect()
    }

    /// Profession, kind of area, and the least numbers without and with beds.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &'static str, [u32; 2])> {
        self.tenaga.iter().flat_map(|tenaga| {
            let each = [tenaga.perkotaan, tenaga.perdesaan, tenaga.terpencil];
            KATEGORI.into_iter().zip(each).map(|(kategori, pair)| (tenaga.nama.as_str(), kategori, pair))
        })
    }

    /// Puts the two least numbers of a profession, `5, 8`, in place of the pack's.
    pub(super) fn ubah(&mut self, nama: &str, kategori: &str, nilai: &str) -> Result<Lama, Salah> {
        const MOST: u32 = 999;
        let known = self.names();
        let at = known.iter().position(|own| own == nama).ok_or(Salah::Asing(known))?;
        let tenaga = &mut self.tenaga[at];
        let pair = match kategori {
            "perkotaan" => &mut tenaga.perkotaan,
            "perdesaan" => &mut tenaga.perdesaan,
            "terpencil" => &mut tenaga.terpencil,
            _ => return Err(Salah::Asing(KATEGORI.map(str::to_string).to_vec())),
        };
        let read = nilai.split_once(',').and_then(|(biasa, inap)| {
            let number = |text: &str| text.trim().parse::<u32>().ok().filter(|number| *number <= MOST);
            Some([number(biasa)?, number(inap)?])
        });
        let words = |[biasa, inap]: [u32; 2]| format!("{biasa}, {inap}");
        let read = read.ok_or_else(|| {
            let harus = "dua bilangan: non rawat inap dan rawat inap, misalnya [5, 8]".into();
            Salah::Nilai(harus, format!("[{}]", words(*pair)))
        })?;
        let [biasa, inap] = std::mem::replace(pair, read);
        let lama = Lama { bawaan: words([biasa, inap]), nilai: words(read), dasar: self.dasar.clone() };
        const CHANGED: &str = "; sebagian diubah daerah";
        if read != [biasa, inap] && !self.dasar.ends_with(CHANGED) {
            self.dasar.push_str(CHANGED);
        }
        Ok(Lama { dasar: lama.dasar.trim_end_matches(CHANGED).to_string(), ..lama })
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

/// Names of the jabatan that the newest version knows, each with whether it is the same everywhere.
pub fn names() -> Vec<(String, bool)> {
    let newest = versions().into_iter().max_by_key(|versi| versi.sejak.map(|sejak| sejak.first_day()));
    let tenaga = newest.into_iter().flat_map(|versi| versi.tenaga);
    tenaga.flat_map(|tenaga| tenaga.jabatan.into_iter().map(move |nama| (nama, tenaga.tetap))).collect()
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
