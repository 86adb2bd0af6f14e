//! Kompetensi: the levels an assessment gives, and how far they meet what a post demands.

use crate::model::angka::Nilai;

/// The eight managerial kompetensi and the social-cultural one (PermenPANRB 38/2017, domain §1.3), as they are printed.
pub const KOMPETENSI: [&str; 9] = [
    "Integritas",
    "Kerja Sama",
    "Komunikasi",
    "Orientasi pada Hasil",
    "Pelayanan Publik",
    "Pengembangan Diri dan Orang Lain",
    "Mengelola Perubahan",
    "Pengambilan Keputusan",
    "Perekat Bangsa",
];

/// Level reached in each kompetensi, 1 to 5, in the order of [`KOMPETENSI`].
pub type Levels = [Option<u8>; KOMPETENSI.len()];

/// Job person match in percent, where every kompetensi has its level and the post demands `wanted` of each:
/// Σ min(level, wanted) / Σ wanted, half up; without the cap a level counts in full, and the whole up to 100.
pub fn jpm(levels: &Levels, wanted: u8, capped: bool) -> Option<Nilai> {
    let mut reached = 0;
    for level in levels {
        let level = u32::from((*level)?);
        reached += if capped { level.min(wanted.into()) } else { level };
    }
    let demanded = u32::from(wanted) * levels.len() as u32;
    let share = (reached * 20_000 + demanded).checked_div(2 * demanded)?;
    Nilai::of_hundredths(share.min(10_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_count_up_to_what_the_post_demands() {
        let mut levels: Levels = [Some(3); 9];
        assert_eq!(jpm(&levels, 3, true).map(Nilai::hundredths), Some(10_000));
        (levels[0], levels[1]) = (Some(1), Some(5));
        // 7 × 3 + 1 + 3 of 27, and with the 5 in full 27 of 27.
        assert_eq!(jpm(&levels, 3, true).map(Nilai::hundredths), Some(9_259));
        assert_eq!(jpm(&levels, 3, false).map(Nilai::hundredths), Some(10_000));
        levels[8] = None;
        assert_eq!(jpm(&levels, 3, true), None, "a gap is not a level");
        assert_eq!(jpm(&[Some(3); 9], 0, true), None, "nobody laid down what the post demands");
    }
}
