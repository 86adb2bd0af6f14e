//! Guru bimbingan dan konseling by the number of pupils (domain §2.2).

use super::guru::Figure;
use crate::law::Law;
use crate::model::angka::{hundredths_in_words, ribuan};
use crate::model::needs::SumberKebutuhan;
use crate::model::unit::Sekolah;

/// The post of BK; `None` where the pupils are not told (D-167).
pub fn figure(sekolah: &Sekolah, law: &Law) -> Option<Figure> {
    let pd = sekolah.pd.filter(|pd| *pd > 0)?;
    let least = law.angka("bk_peserta_didik_minimal").nilai as u32;
    let most = law.angka("bk_peserta_didik_maksimal").nilai as u32;
    let (lo, hi) = round(pd, least, most);
    let range = if lo == hi { lo.to_string() } else { format!("{lo} sampai {hi}") };
    let exact = hundredths_in_words(super::pembulatan::in_hundredths(pd.into(), least.into()));
    let uraian = format!("{} peserta didik ÷ {least} = {exact} → {range}", ribuan(pd.into()));
    Some(Figure::new("Guru Bimbingan dan Konseling", (lo, hi), SumberKebutuhan::Rumus, uraian))
}

/// Down to a whole number, at least one; where each would then have more pupils than one may, one more is as right.
fn round(pd: u32, least: u32, most: u32) -> (u32, u32) {
    let lo = (pd / least).max(1);
    (lo, if pd > lo * most { lo + 1 } else { lo })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counsellor_has_150_to_225_pupils() {
        for (pd, expected) in
            [(40, (1, 1)), (150, (1, 1)), (225, (1, 1)), (226, (1, 2)), (299, (1, 2)), (300, (2, 2)), (600, (4, 4))]
        {
            assert_eq!(round(pd, 150, 225), expected, "{pd}");
        }
    }
}
