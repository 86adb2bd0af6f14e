//! Weekly hours of each subject: the law's table, or the office's own (domain §2.2: per curriculum, a setting).

use std::sync::Arc;

use crate::law::Law;
use crate::model::unit::BentukPendidikan;
use crate::settings::Settings;

/// Hours a week of one subject, and the names its teachers may have, the usual one first.
pub struct Jam {
    pub jabatan: Vec<Arc<str>>,
    /// One figure for every grade, or one for each from `first`.
    hours: Vec<i64>,
    first: u8,
}

/// Subjects of the law's table: names of the jabatan, and the key of the hours.
type Mapel = (&'static [&'static str], &'static str);

const SD: [Mapel; 2] = [(&["Guru PAI"], "jam_pai_sd"), (&["Guru PJOK"], "jam_pjok_sd")];

const SMP: [Mapel; 10] = [
    (&["Guru PAI"], "jam_pai_smp"),
    (&["Guru Pendidikan Pancasila dan Kewarganegaraan"], "jam_ppkn_smp"),
    (&["Guru Bahasa Indonesia"], "jam_bahasa_indonesia_smp"),
    (&["Guru Matematika"], "jam_matematika_smp"),
    (&["Guru Ilmu Pengetahuan Alam"], "jam_ipa_smp"),
    (&["Guru Ilmu Pengetahuan Sosial"], "jam_ips_smp"),
    (&["Guru Bahasa Inggris"], "jam_bahasa_inggris_smp"),
    (&["Guru Seni Budaya"], "jam_seni_smp"),
    (&["Guru PJOK"], "jam_pjok_smp"),
    (&["Guru Prakarya", "Guru Informatika"], "jam_prakarya_smp"),
];

/// The subjects of a kind of school; none where nobody tells their hours. One line of the office's own for this kind
/// takes the place of the whole table.
pub fn of(bentuk: BentukPendidikan, law: &Law, settings: &Settings) -> Vec<Jam> {
    let first = first_grade(bentuk);
    let own = settings.kebutuhan.jam_pelajaran.iter().filter(|line| line.bentuk == bentuk);
    let own: Vec<Jam> =
        own.map(|line| Jam { jabatan: vec![line.jabatan.clone()], hours: line.jam.clone(), first }).collect();
    if !own.is_empty() {
        return own;
    }
    let table: &[Mapel] = match bentuk {
        BentukPendidikan::Sd => &SD,
        BentukPendidikan::Smp => &SMP,
        BentukPendidikan::Tk
        | BentukPendidikan::Sma
        | BentukPendidikan::Smk
        | BentukPendidikan::Slb
        | BentukPendidikan::Nonformal => &[],
    };
    let jam = |(names, key): &Mapel| Jam {
        jabatan: names.iter().map(|name| Arc::from(*name)).collect(),
        hours: vec![law.angka(key).nilai],
        first,
    };
    table.iter().map(jam).collect()
}

fn first_grade(bentuk: BentukPendidikan) -> u8 {
    match bentuk {
        BentukPendidikan::Smp => 7,
        BentukPendidikan::Sma | BentukPendidikan::Smk => 10,
        BentukPendidikan::Tk | BentukPendidikan::Sd | BentukPendidikan::Slb | BentukPendidikan::Nonformal => 1,
    }
}

impl Jam {
    /// The hours, where every grade has the same.
    pub fn same(&self) -> Option<i64> {
        (self.least() == self.most()).then(|| self.least())
    }

    pub fn least(&self) -> i64 {
        self.hours.iter().copied().min().unwrap_or(0)
    }

    pub fn most(&self) -> i64 {
        self.hours.iter().copied().max().unwrap_or(0)
    }

    /// A grade beyond the list has none of the subject.
    pub fn in_grade(&self, grade: u8) -> i64 {
        let at = grade.checked_sub(self.first).map(usize::from);
        at.and_then(|at| self.hours.get(at)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_hours_of_a_week_sum_to_those_of_the_curriculum() {
        let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
        let smp = of(BentukPendidikan::Smp, &law, &Settings::default());
        assert_eq!(smp.iter().filter_map(Jam::same).sum::<i64>(), 38);
    }

    #[test]
    fn the_offices_own_hours_take_the_place_of_the_whole_table() {
        let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
        let text = "[kebutuhan]\njam_pelajaran = [\"SMA: Guru Fisika = 0 5 4\", \"SMP: Guru Matematika = 4\"]\n";
        let settings = Settings::parse(text).unwrap().value;
        let sma = of(BentukPendidikan::Sma, &law, &settings);
        assert_eq!((sma.len(), &*sma[0].jabatan[0], sma[0].same()), (1, "Guru Fisika", None));
        assert_eq!([9, 10, 11, 12, 13].map(|grade| sma[0].in_grade(grade)), [0, 0, 5, 4, 0]);
        assert_eq!(of(BentukPendidikan::Smp, &law, &settings).len(), 1);
        assert_eq!(of(BentukPendidikan::Sd, &law, &settings).len(), 2);
    }
}
