//! What must hold of every need of a school, whatever its numbers.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};

use super::guru::{Cara, school_need};
use super::spm::least_teachers;
use crate::law::Law;
use crate::model::unit::{BentukPendidikan, Sekolah};
use crate::settings::Settings;

fn school(bentuk: BentukPendidikan, rombel: u32, pd: u32) -> Sekolah {
    Sekolah {
        npsn: None,
        bentuk,
        layanan: None,
        negeri: true,
        rombel: Some(rombel),
        rombel_tingkat: Vec::new(),
        inklusi: Some(true),
        daerah_khusus: None,
        pd: Some(pd),
        guru: None,
        rombel_place: None,
    }
}

/// Schools of every kind whose need is computed, SMA by hours of the office that differ by grade.
fn kinds() -> (Settings, [BentukPendidikan; 4]) {
    let text = "[kebutuhan]\njam_pelajaran = [\"SMA: Guru Fisika = 0 5 4\", \"SMA: Guru Kimia = 3\"]\n";
    let kinds = [BentukPendidikan::Tk, BentukPendidikan::Sd, BentukPendidikan::Smp, BentukPendidikan::Sma];
    (Settings::parse(text).unwrap().value, kinds)
}

/// Fewest and most of each post, and of all together.
fn figures(sekolah: &Sekolah, law: &Law, settings: &Settings) -> BTreeMap<String, (u32, u32)> {
    let need = school_need(sekolah, law, settings).expect("a school with rombel and hours");
    let whole = need.whole_school();
    let posts = need.posts(Cara::PerMapel).into_iter().map(|(names, need)| (names[0].to_string(), (need.lo, need.hi)));
    posts.chain([("semua".to_string(), (whole.lo, whole.hi))]).collect()
}

#[test]
fn a_school_with_more_rombel_or_pupils_never_needs_fewer_teachers() {
    let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
    let (settings, kinds) = kinds();
    for bentuk in kinds {
        for (rombel, pd) in (1..=40).flat_map(|rombel| [1, 149, 150, 224, 225, 226, 449, 450].map(|pd| (rombel, pd))) {
            let smaller = figures(&school(bentuk, rombel, pd), &law, &settings);
            for larger in [school(bentuk, rombel + 1, pd), school(bentuk, rombel, pd + 1)] {
                let larger_need = figures(&larger, &law, &settings);
                for (post, (lo, hi)) in &smaller {
                    let (more_lo, more_hi) = larger_need[post];
                    assert!(lo <= &more_lo && hi <= &more_hi, "{bentuk:?} {post}: {lo} to {hi}, then {larger:?}");
                    assert!(lo <= hi && more_lo <= more_hi, "{bentuk:?} {post}: {lo} to {hi}");
                }
            }
        }
    }
}

#[test]
fn one_more_rombel_in_any_grade_never_needs_fewer_teachers() {
    let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
    let (settings, _) = kinds();
    let with = |grades: [u32; 3]| Sekolah {
        rombel_tingkat: (10..).zip(grades).collect(),
        ..school(BentukPendidikan::Sma, grades.iter().sum(), 300)
    };
    for (a, b) in (1..=12).flat_map(|a| (1..=12).map(move |b| (a, b))) {
        let smaller = figures(&with([a, b, 3]), &law, &settings);
        for larger in [[a + 1, b, 3], [a, b + 1, 3], [a, b, 4]] {
            let larger = figures(&with(larger), &law, &settings);
            assert!(smaller.iter().all(|(post, (lo, hi))| *lo <= larger[post].0 && *hi <= larger[post].1), "{a} {b}");
        }
    }
}

/// Numbers of the law, a greater value of each, and the posts whose need rests on it.
const RESTS_ON: [(&str, i64, &[&str]); 10] = [
    ("guru_kelas_per_rombel_sd", 2, &["SD Guru Kelas"]),
    ("jam_pai_sd", 8, &["SD Guru PAI"]),
    ("jam_pjok_sd", 8, &["SD Guru PJOK"]),
    ("jam_matematika_smp", 10, &["SMP Guru Matematika"]),
    ("jam_prakarya_smp", 8, &["SMP Guru Prakarya"]),
    ("bk_peserta_didik_maksimal", 450, &["SMP Guru Bimbingan dan Konseling"]),
    ("rombel_per_guru_pendamping", 12, &["SD Guru Pendamping Khusus"]),
    ("spm_guru_sd", 7, &["SD minimum"]),
    ("guru_per_rombel_tk", 2, &["TK Guru TK"]),
    ("wkt_menit_per_tahun", 75_000, &[]),
];

/// Every figure of one SD, one SMP and one TK of twelve rombel.
fn all_figures(law: &Law) -> BTreeMap<String, (u32, u32)> {
    let mut all = BTreeMap::new();
    for (name, bentuk) in [("SD", BentukPendidikan::Sd), ("SMP", BentukPendidikan::Smp), ("TK", BentukPendidikan::Tk)] {
        let sekolah = school(bentuk, 12, 450);
        let mut posts = figures(&sekolah, law, &Settings::default());
        posts.remove("semua");
        all.extend(posts.into_iter().map(|(post, need)| (format!("{name} {post}"), need)));
        all.extend(least_teachers(&sekolah, law).map(|least| (format!("{name} minimum"), (least, least))));
    }
    all
}

#[test]
fn a_day_across_a_since_changes_only_the_need_that_rests_on_the_number() {
    let (eve, day): (Date, Date) = (date(2027, 6, 30), date(2027, 7, 1));
    for (kunci, nilai, expected) in RESTS_ON {
        let version =
            format!("[[angka]]\nkunci = \"{kunci}\"\nsejak = \"2027-07-01\"\nnilai = {nilai}\ndasar = \"baru\"\n");
        let at = |tanggal| all_figures(&Law::with_versions(&version, tanggal));
        assert_eq!(at(eve), all_figures(&Law::at(eve, &BTreeMap::new())), "{kunci} before its day");
        let (before, after) = (at(eve), at(day));
        let changed: BTreeSet<&str> =
            before.iter().filter(|(post, need)| after[*post] != **need).map(|(post, _)| post.as_str()).collect();
        assert_eq!(changed, expected.iter().copied().collect(), "{kunci}");
    }
}
