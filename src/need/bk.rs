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
    let exact = |each: u32| hundredths_in_words(super::pembulatan::in_hundredths(pd.into(), each.into()));
    let (fewest, highest) = (exact(most), exact(least));
    let pupils = ribuan(pd.into());
    let uraian = format!("{pupils} peserta didik ÷ ({most} sampai {least}) = {fewest} sampai {highest} → {range}");
    Some(Figure::new("Guru Bimbingan dan Konseling", (lo, hi), SumberKebutuhan::Rumus, uraian))
}

/// Fewest where each has as many pupils as one may, most where each has as few as one should.
fn round(pd: u32, least: u32, most: u32) -> (u32, u32) {
    let lo = pd.div_ceil(most);
    (lo, lo.max(pd / least))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counsellor_has_150_to_225_pupils() {
        for (pd, expected) in
            [(40, (1, 1)), (150, (1, 1)), (225, (1, 1)), (226, (2, 2)), (300, (2, 2)), (450, (2, 3)), (600, (3, 4))]
        {
            assert_eq!(round(pd, 150, 225), expected, "{pd}");
        }
    }
}
