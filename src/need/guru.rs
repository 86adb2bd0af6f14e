//! Teachers of TK and SD from the number of rombel (domain §2.2). Dapodik's export tells the rombel of all grades
//! together, so the figures are estimates (perkiraan).

use crate::finding::{Finding, Place, catalogue};
use crate::law::Law;
use crate::model::needs::{Kebutuhan, SumberKebutuhan};
use crate::model::unit::{BentukPendidikan, Sekolah, Unit};

/// How the teachers of a school are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cara {
    /// A post for each subject.
    PerMapel,
    /// Someone is just "Guru": one post for all teachers but the head.
    TanpaMapel,
}

/// What the formula says of one school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolNeed {
    posts: Vec<Figure>,
    rombel: u32,
    place: Option<Place>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Figure {
    jabatan: &'static str,
    lo: u32,
    hi: u32,
    sumber: SumberKebutuhan,
    uraian: String,
}

/// The formula posts of a TK or SD with rombel; `None` where the formula is unknown or has nothing to go by.
pub fn school_need(sekolah: &Sekolah, law: &Law) -> Option<SchoolNeed> {
    let rombel = sekolah.rombel.filter(|rombel| *rombel > 0)?;
    let mut posts = match sekolah.bentuk {
        BentukPendidikan::Tk => vec![per_rombel("Guru TK", "guru", rombel, law.angka("guru_per_rombel_tk").nilai)],
        BentukPendidikan::Sd => {
            let kelas = law.angka("guru_kelas_per_rombel_sd").nilai;
            vec![
                per_rombel("Guru Kelas", "guru kelas", rombel, kelas),
                per_hours("Guru PAI", rombel, law.angka("jam_pai_sd").nilai, law),
                per_hours("Guru PJOK", rombel, law.angka("jam_pjok_sd").nilai, law),
            ]
        }
        BentukPendidikan::Smp
        | BentukPendidikan::Sma
        | BentukPendidikan::Smk
        | BentukPendidikan::Slb
        | BentukPendidikan::Nonformal => return None,
    };
    let heads = law.angka("kepala_sekolah_per_sekolah").nilai as u32;
    posts.push(Figure {
        jabatan: "Kepala Sekolah",
        lo: heads,
        hi: heads,
        sumber: SumberKebutuhan::Rumus,
        uraian: format!("{heads} tiap sekolah"),
    });
    Some(SchoolNeed { posts, rombel, place: sekolah.rombel_place.clone() })
}

/// `8 rombel × 1 guru kelas`.
fn per_rombel(jabatan: &'static str, name: &str, rombel: u32, each: i64) -> Figure {
    let need = rombel * each as u32;
    let uraian = format!("{rombel} rombel × {each} {name}");
    Figure { jabatan, lo: need, hi: need, sumber: SumberKebutuhan::Perkiraan, uraian }
}

/// `4 jam × 8 rombel ÷ 24 jam = 1,33 → 1`.
fn per_hours(jabatan: &'static str, rombel: u32, hours: i64, law: &Law) -> Figure {
    let full = law.angka("jam_mengajar_minimal").nilai;
    let (lo, hi) = round_teachers(hours * i64::from(rombel), full, law.angka("zona_abu_perseratus").nilai);
    let exact = in_hundredths(hours * i64::from(rombel), full);
    let range = if lo == hi { lo.to_string() } else { format!("{lo} sampai {hi}") };
    let uraian = format!("{hours} jam × {rombel} rombel ÷ {full} jam = {},{:02} → {range}", exact / 100, exact % 100);
    Figure { jabatan, lo, hi, sumber: SumberKebutuhan::Perkiraan, uraian }
}

/// The rounding rule for x = hours ÷ full hours, exact in integers: at least one, else down; from the grey zone's
/// start (1,67, compared with x rounded half up to two decimals, as the rule states its bands) to below 2 one or two.
fn round_teachers(hours: i64, full: i64, grey_from: i64) -> (u32, u32) {
    let lo = (hours / full).max(1);
    let grey = in_hundredths(hours, full) >= grey_from && hours < 2 * full;
    (lo as u32, if grey { 2 } else { lo as u32 })
}

/// `hours ÷ full` in hundredths, half up.
fn in_hundredths(hours: i64, full: i64) -> i64 {
    (200 * hours + full) / (2 * full)
}

impl SchoolNeed {
    /// The posts and their figures.
    pub fn posts(&self, cara: Cara) -> Vec<(&'static str, Kebutuhan)> {
        let single = |figure: &Figure| (figure.jabatan, self.kebutuhan(figure));
        match cara {
            Cara::PerMapel => self.posts.iter().map(single).collect(),
            Cara::TanpaMapel => {
                let (heads, teachers): (Vec<&Figure>, Vec<&Figure>) =
                    self.posts.iter().partition(|figure| figure.jabatan == "Kepala Sekolah");
                let all = ("Guru", self.sum(&teachers));
                std::iter::once(all).chain(heads.into_iter().map(single)).collect()
            }
        }
    }

    /// All teachers and the head in one figure (domain §6): the unit workbook counts them together.
    pub fn whole_school(&self) -> Kebutuhan {
        self.sum(&self.posts.iter().collect::<Vec<_>>())
    }

    fn kebutuhan(&self, figure: &Figure) -> Kebutuhan {
        Kebutuhan {
            lo: figure.lo,
            hi: figure.hi,
            sumber: figure.sumber,
            lain: None,
            uraian: figure.uraian.clone(),
            place: self.place.clone(),
        }
    }

    /// `8 Guru Kelas + 1 Guru PAI + 1 Guru PJOK untuk 8 rombel`.
    fn sum(&self, figures: &[&Figure]) -> Kebutuhan {
        let part = |figure: &&Figure| match figure.lo == figure.hi {
            true => format!("{} {}", figure.lo, figure.jabatan),
            false => format!("{} sampai {} {}", figure.lo, figure.hi, figure.jabatan),
        };
        let parts: Vec<String> = figures.iter().map(part).collect();
        Kebutuhan {
            lo: figures.iter().map(|figure| figure.lo).sum(),
            hi: figures.iter().map(|figure| figure.hi).sum(),
            sumber: SumberKebutuhan::Perkiraan,
            lain: None,
            uraian: format!("{} untuk {} rombel", parts.join(" + "), self.rombel),
            place: self.place.clone(),
        }
    }
}

/// K-102: one finding for a school, naming the posts whose need is a range.
pub fn grey_zone(unit: &Unit, need: &SchoolNeed) -> Option<Finding> {
    let grey: Vec<&Figure> = need.posts.iter().filter(|figure| figure.lo != figure.hi).collect();
    let first = grey.first()?;
    let names: Vec<&str> = grey.iter().map(|figure| figure.jabatan).collect();
    let problem = format!("kebutuhan {} di {} berupa rentang: {}", names.join(" dan "), unit.nama, first.uraian);
    let place = need.place.clone().unwrap_or_else(|| unit.place.clone());
    Some(Finding::new(&catalogue::ZONA_ABU, place, need.rombel.to_string(), problem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_follows_the_bands_of_the_rule() {
        for (rombel, expected) in [
            (1, (1, 1)),
            (5, (1, 1)),
            (6, (1, 1)),
            (8, (1, 1)),
            (9, (1, 1)),
            (10, (1, 2)),
            (11, (1, 2)),
            (12, (2, 2)),
            (17, (2, 2)),
            (18, (3, 3)),
            (24, (4, 4)),
        ] {
            assert_eq!(round_teachers(4 * rombel, 24, 167), expected, "{rombel} rombel");
        }
        // 1,66 is rounded down, 1,67 is grey: 166/100 and 167/100.
        assert_eq!(round_teachers(166, 100, 167), (1, 1));
        assert_eq!(round_teachers(167, 100, 167), (1, 2));
        assert_eq!(round_teachers(199, 100, 167), (1, 2));
        assert_eq!(round_teachers(200, 100, 167), (2, 2));
    }
}
