//! Scales of figures in place of a performance predicate (domain §1.3), by the numbers of `angka.toml`.

use super::Law;
use crate::model::kinerja::{AngkaSkp, Predikat};

/// The scales by which a figure is a predicate, the older and narrower first.
#[derive(Clone, Copy, Debug)]
pub struct SkalaSkp([Skala; 2]);

/// One scale: its end, and from which figure each predicate holds; what is below them all is the lowest.
#[derive(Clone, Copy, Debug)]
struct Skala {
    terbesar: i64,
    mulai: [(Predikat, Option<i64>); 4],
}

impl Law {
    pub fn skala_skp(&self) -> SkalaSkp {
        let number = |kunci| self.angka(kunci).nilai;
        SkalaSkp([
            Skala {
                terbesar: number("skp_2013_terbesar"),
                mulai: [
                    (Predikat::SangatBaik, Some(number("skp_2013_sangat_baik"))),
                    (Predikat::Baik, Some(number("skp_2013_baik"))),
                    (Predikat::ButuhPerbaikan, Some(number("skp_2013_cukup"))),
                    (Predikat::Kurang, Some(number("skp_2013_kurang"))),
                ],
            },
            // Where its lower predicates begin is not known, and not needed: such figures are taken for the older scale.
            Skala {
                terbesar: number("skp_2019_terbesar"),
                mulai: [
                    (Predikat::SangatBaik, Some(number("skp_2019_sangat_baik"))),
                    (Predikat::Baik, Some(number("skp_2019_baik"))),
                    (Predikat::ButuhPerbaikan, None),
                    (Predikat::Kurang, None),
                ],
            },
        ])
    }
}

impl SkalaSkp {
    /// Reads `85,2`, `112` of a year; `None` for words and for what lies beyond every scale. Only a figure above the end
    /// of the older scale tells the newer one; below it the two cannot be told apart, and the older one is taken.
    pub fn read(&self, tahun: i16, text: &str) -> Option<AngkaSkp> {
        let text = text.split('(').next().unwrap_or(text).trim();
        let value: f64 = text.replace(',', ".").parse().ok()?;
        let skala = self.0.iter().find(|skala| (0.0..=skala.terbesar as f64).contains(&value))?;
        let hundredths = (value * 100.0 + 1e-6).floor() as i64;
        let reached = skala.mulai.iter().find(|(_, least)| least.is_some_and(|least| hundredths >= least * 100));
        let predikat = reached.map_or(Predikat::SangatKurang, |(predikat, _)| *predikat);
        Some(AngkaSkp { tahun, perseratus: hundredths as u16, skala: skala.terbesar as u8, predikat })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;

    fn skala() -> SkalaSkp {
        Law::at(date(2026, 12, 1), &BTreeMap::new()).skala_skp()
    }

    #[test]
    fn figures_of_both_old_scales_are_predicates() {
        for (texts, predikat) in [
            (&["91", "100", "95,5", "110", "120"][..], Predikat::SangatBaik),
            (&["76", "90", "90,99", "85.25", "100,01", "109,99"], Predikat::Baik),
            (&["61", "75", "75,99 (Cukup)"], Predikat::ButuhPerbaikan),
            (&["51", "60"], Predikat::Kurang),
            (&["50", "0"], Predikat::SangatKurang),
        ] {
            for text in texts {
                assert_eq!(skala().read(2020, text).map(|angka| angka.predikat), Some(predikat), "{text}");
            }
        }
        for text in ["", "Baik", "120,01", "-1", "NaN", "A"] {
            assert_eq!(skala().read(2020, text), None, "{text}");
        }
    }

    #[test]
    fn a_figure_keeps_its_year_and_scale() {
        let told = |text| skala().read(2020, text).map(|angka| (angka.tahun, angka.to_string(), angka.predikat));
        assert_eq!(told("85,2"), Some((2020, "85,2 pada skala sampai 100".into(), Predikat::Baik)));
        assert_eq!(told("112"), Some((2020, "112 pada skala sampai 120".into(), Predikat::SangatBaik)));
        assert_eq!(told("100,05"), Some((2020, "100,05 pada skala sampai 120".into(), Predikat::Baik)));
    }
}
