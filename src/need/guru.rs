//! Teachers of TK, SD, SMP, and of SMA and SMK where the office tells the hours (domain §2.2). Dapodik's export tells
//! the rombel of all grades together; then the figures are estimates (perkiraan).

use std::sync::Arc;

use super::gpk;
use super::jam::{self, Jam};
use super::pembulatan::{in_hundredths, round_teachers};
use crate::finding::{Finding, Place, catalogue};
use crate::law::Law;
use crate::model::angka::hundredths_in_words;
use crate::model::needs::{Kebutuhan, SumberKebutuhan};
use crate::model::unit::{BentukPendidikan, Sekolah, Unit};
use crate::settings::Settings;

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

/// A post of the formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The names the post may have, the usual one first: the hours of Prakarya may be taught as Informatika.
    pub jabatan: Vec<Arc<str>>,
    pub lo: u32,
    pub hi: u32,
    pub sumber: SumberKebutuhan,
    pub uraian: String,
    /// Whether it is the head, who is no class or subject teacher.
    pub kepala: bool,
}

impl Figure {
    pub fn new(jabatan: &str, (lo, hi): (u32, u32), sumber: SumberKebutuhan, uraian: String) -> Figure {
        Figure { jabatan: vec![jabatan.into()], lo, hi, sumber, uraian, kepala: false }
    }

    fn name(&self) -> &str {
        &self.jabatan[0]
    }
}

/// The formula posts of a school with rombel; `None` where the hours are unknown or there is nothing to go by.
pub fn school_need(sekolah: &Sekolah, law: &Law, settings: &Settings) -> Option<SchoolNeed> {
    let rombel = Rombel::of(sekolah)?;
    let hours = jam::of(sekolah.bentuk, law, settings);
    let by_hours = |jam: &Jam| rombel.by_hours(jam, law);
    let mut posts = match sekolah.bentuk {
        BentukPendidikan::Tk => vec![rombel.each("Guru TK", "guru", law.angka("guru_per_rombel_tk").nilai)],
        BentukPendidikan::Sd => {
            let kelas = rombel.each("Guru Kelas", "guru kelas", law.angka("guru_kelas_per_rombel_sd").nilai);
            std::iter::once(kelas).chain(hours.iter().map(by_hours).map(one_religion)).collect()
        }
        BentukPendidikan::Smp | BentukPendidikan::Sma | BentukPendidikan::Smk if !hours.is_empty() => {
            hours.iter().map(by_hours).chain(super::bk::figure(sekolah, law)).collect()
        }
        BentukPendidikan::Smp
        | BentukPendidikan::Sma
        | BentukPendidikan::Smk
        | BentukPendidikan::Slb
        | BentukPendidikan::Nonformal => return None,
    };
    posts.extend(gpk::figure(sekolah, rombel.semua, law));
    let heads = law.angka("kepala_sekolah_per_sekolah").nilai as u32;
    let head = Figure::new("Kepala Sekolah", (heads, heads), SumberKebutuhan::Rumus, format!("{heads} tiap sekolah"));
    posts.push(Figure { kepala: true, ..head });
    Some(SchoolNeed { posts, rombel: rombel.semua, place: sekolah.rombel_place.clone() })
}

/// One teacher of each religion is asked for, but nobody tells how many pupils are of which.
fn one_religion(figure: Figure) -> Figure {
    if figure.name() != "Guru PAI" {
        return figure;
    }
    Figure { uraian: format!("{}; guru agama lain tidak dihitung", figure.uraian), ..figure }
}

/// The rombel of a school, all together and, where they agree with that, by grade.
struct Rombel<'a> {
    semua: u32,
    tingkat: &'a [(u8, u32)],
}

impl Rombel<'_> {
    fn of(sekolah: &Sekolah) -> Option<Rombel<'_>> {
        let semua = sekolah.rombel.filter(|rombel| *rombel > 0)?;
        let exact = sekolah.rombel_tingkat.iter().map(|(_, rombel)| rombel).sum::<u32>() == semua;
        Some(Rombel { semua, tingkat: if exact { &sekolah.rombel_tingkat } else { &[] } })
    }

    /// Domain §2.2: with only the sum of all grades a figure is an estimate.
    fn sumber(&self) -> SumberKebutuhan {
        if self.tingkat.is_empty() { SumberKebutuhan::Perkiraan } else { SumberKebutuhan::Rumus }
    }

    /// `8 rombel × 1 guru kelas`.
    fn each(&self, jabatan: &str, name: &str, each: i64) -> Figure {
        let need = self.semua * each as u32;
        Figure::new(jabatan, (need, need), self.sumber(), format!("{} rombel × {each} {name}", self.semua))
    }

    /// `4 jam × 8 rombel ÷ 24 jam = 1,33 → 1`, where the hours differ by grade `(4 × 5 + 5 × 4) jam ÷ 24 jam = …`.
    fn by_hours(&self, jam: &Jam, law: &Law) -> Figure {
        let full = law.angka("jam_mengajar_minimal").nilai;
        let grey = law.angka("zona_abu_perseratus").nilai;
        let semua = i64::from(self.semua);
        let figure = |(lo, hi): (u32, u32), uraian: String| {
            let range = if lo == hi { lo.to_string() } else { format!("{lo} sampai {hi}") };
            let mut figure = Figure::new(&jam.jabatan[0], (lo, hi), self.sumber(), format!("{uraian} → {range}"));
            figure.jabatan.clone_from(&jam.jabatan);
            figure
        };
        let exact = |hours: i64| hundredths_in_words(in_hundredths(hours, full));
        if let Some(hours) = jam.same() {
            let all = hours * semua;
            let words = format!("{hours} jam × {semua} rombel ÷ {full} jam = {}", exact(all));
            return figure(round_teachers(all, full, grey), words);
        }
        if self.tingkat.is_empty() {
            // Which grades have how many rombel is not known, so the need lies between the fewest and the most hours.
            let (least, most) = (jam.least() * semua, jam.most() * semua);
            let bounds = (round_teachers(least, full, grey).0, round_teachers(most, full, grey).1);
            let words = format!(
                "{} sampai {} jam × {semua} rombel ÷ {full} jam = {} sampai {}",
                jam.least(),
                jam.most(),
                exact(least),
                exact(most)
            );
            return figure(bounds, words);
        }
        let by_grade = |(grade, rombel): &(u8, u32)| (jam.in_grade(*grade), i64::from(*rombel));
        let terms: Vec<(i64, i64)> = self.tingkat.iter().map(by_grade).collect();
        let sum: i64 = terms.iter().map(|(hours, rombel)| hours * rombel).sum();
        let words: Vec<String> = terms.iter().map(|(hours, rombel)| format!("{hours} × {rombel}")).collect();
        let words = format!("({}) jam ÷ {full} jam = {}", words.join(" + "), exact(sum));
        figure(round_teachers(sum, full, grey), words)
    }
}

impl SchoolNeed {
    /// The names each post may have, and its figure.
    pub fn posts(&self, cara: Cara) -> Vec<(Vec<Arc<str>>, Kebutuhan)> {
        let single = |figure: &Figure| (figure.jabatan.clone(), self.kebutuhan(figure));
        match cara {
            Cara::PerMapel => self.posts.iter().map(single).collect(),
            Cara::TanpaMapel => {
                let (heads, teachers): (Vec<&Figure>, Vec<&Figure>) =
                    self.posts.iter().partition(|figure| figure.kepala);
                let all = (vec!["Guru".into()], self.sum(&teachers));
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
            lain: Vec::new(),
            uraian: figure.uraian.clone(),
            place: self.place.clone(),
        }
    }

    /// `8 Guru Kelas + 1 Guru PAI + 1 Guru PJOK untuk 8 rombel`.
    fn sum(&self, figures: &[&Figure]) -> Kebutuhan {
        let part = |figure: &&Figure| match figure.lo == figure.hi {
            true => format!("{} {}", figure.lo, figure.name()),
            false => format!("{} sampai {} {}", figure.lo, figure.hi, figure.name()),
        };
        let parts: Vec<String> = figures.iter().map(part).collect();
        let sumber = figures.iter().map(|figure| figure.sumber).max();
        Kebutuhan {
            lo: figures.iter().map(|figure| figure.lo).sum(),
            hi: figures.iter().map(|figure| figure.hi).sum(),
            sumber: sumber.unwrap_or(SumberKebutuhan::Perkiraan),
            lain: Vec::new(),
            uraian: format!("{} untuk {} rombel", parts.join(" + "), self.rombel),
            place: self.place.clone(),
        }
    }
}

/// K-102: one finding for a school, naming the posts whose need is a range and that no source before the formula states.
pub fn grey_zone(unit: &Unit, need: &SchoolNeed, stated: impl Fn(&str) -> bool) -> Option<Finding> {
    let open = |figure: &&Figure| figure.lo != figure.hi && !figure.jabatan.iter().any(|name| stated(name));
    let grey: Vec<&Figure> = need.posts.iter().filter(open).collect();
    let first = grey.first()?;
    let names: Vec<&str> = grey.iter().map(|figure| figure.name()).collect();
    let names = match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} dan {last}", rest.join(", ")),
        _ => names.join(""),
    };
    let problem = format!("kebutuhan {names} di {} berupa rentang: {}", unit.nama, first.uraian);
    let place = need.place.clone().unwrap_or_else(|| unit.place.clone());
    Some(Finding::new(&catalogue::ZONA_ABU, place, need.rombel.to_string(), problem))
}
