//! Guru pendamping khusus of inclusive primary schools (domain §2.2).

use super::guru::Figure;
use crate::law::Law;
use crate::model::angka::hundredths_in_words;
use crate::model::needs::SumberKebutuhan;
use crate::model::unit::{BentukPendidikan, Sekolah};

/// The post, where the school is an inclusive SD. The source gives no rounding, so a part of a teacher is a range:
/// short below the whole number under it, too many above the one over it.
pub fn figure(sekolah: &Sekolah, rombel: u32, law: &Law) -> Option<Figure> {
    if sekolah.bentuk != BentukPendidikan::Sd || sekolah.inklusi != Some(true) {
        return None;
    }
    let each = law.angka("rombel_per_guru_pendamping").nilai as u32;
    let lo = (rombel / each).max(1);
    let hi = rombel.div_ceil(each).max(1);
    let range = if lo == hi { lo.to_string() } else { format!("{lo} sampai {hi}") };
    let exact = hundredths_in_words(super::pembulatan::in_hundredths(rombel.into(), each.into()));
    let uraian = format!("sekolah inklusi: {rombel} rombel ÷ {each} = {exact} → {range}");
    Some(Figure::new("Guru Pendamping Khusus", (lo, hi), SumberKebutuhan::Rumus, uraian))
}
