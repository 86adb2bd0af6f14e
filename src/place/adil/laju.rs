//! Whom the plan moves without a wish of their own, by sex, golongan and age: reported, never scored.

use std::collections::BTreeMap;

use crate::model::adil::{Bagian, Kelompok, Laju};
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::status::JenisKelamin;
use crate::place::adil::hitung::bagian;
use crate::place::adil::ukuran::{Tempat, tanpa_usulan};
use crate::place::facts::Facts;

/// People a group needs for its share to be compared: of fewer, one more or less turns the comparison.
const PALING_SEDIKIT: u32 = 30;

/// Years in which the bands of age begin.
const PITA: [i32; 4] = [0, 30, 40, 50];

/// The three traits, each with its groups; `movable` are those who may move.
pub fn laju(facts: &Facts, movable: &[PegawaiId], tempat: &Tempat) -> Vec<Laju> {
    let by = |menurut, group: &dyn Fn(&Pegawai) -> Option<(usize, String)>| {
        let mut groups: BTreeMap<(usize, String), Kelompok> = BTreeMap::new();
        let mut tidak_diketahui = 0;
        for &id in movable {
            let Some(key) = group(facts.roster.pegawai(id)) else {
                tidak_diketahui += 1;
                continue;
            };
            let empty = || Kelompok { nama: key.1.clone(), boleh_pindah: 0, pindah: 0, tanpa_usulan: 0 };
            let own = groups.entry(key.clone()).or_insert_with(empty);
            own.boleh_pindah += 1;
            if let Some(to) = tempat.get(&id) {
                own.pindah += 1;
                own.tanpa_usulan += u32::from(tanpa_usulan(facts, id, *to));
            }
        }
        let kelompok: Vec<Kelompok> = groups.into_values().collect();
        Laju { menurut, rasio: rasio(&kelompok), kelompok, tidak_diketahui }
    };
    let today = facts.roster.tanggal_efektif;
    vec![
        by("Jenis kelamin", &|own| {
            Some(match own.jenis_kelamin {
                JenisKelamin::LakiLaki => (0, "Laki-laki".into()),
                JenisKelamin::Perempuan => (1, "Perempuan".into()),
            })
        }),
        by("Golongan", &golongan),
        by("Umur", &|own| {
            let birthday_to_come = (today.month(), today.day()) < (own.tgl_lahir.month(), own.tgl_lahir.day());
            let years = i32::from(today.year() - own.tgl_lahir.year()) - i32::from(birthday_to_come);
            let band = PITA.iter().rposition(|from| *from <= years).unwrap_or(0);
            let words = match (PITA[band], PITA.get(band + 1)) {
                (0, Some(next)) => format!("di bawah {next} tahun"),
                (from, Some(next)) => format!("{from} sampai {} tahun", next - 1),
                (from, None) => format!("{from} tahun ke atas"),
            };
            Some((band, words))
        }),
    ]
}

/// The grade without its step: `III`; all PPPK are one group. `None` where it is not known.
fn golongan(own: &Pegawai) -> Option<(usize, String)> {
    own.golongan.map(|golongan| match golongan.is_pppk() {
        true => (1, "PPPK".into()),
        false => {
            let text = golongan.to_string();
            (0, text.split('/').next().unwrap_or(&text).to_string())
        }
    })
}

/// The four-fifths comparison of a burden: the lowest ÷ the highest share of those moved without a wish.
fn rasio(kelompok: &[Kelompok]) -> Option<Bagian> {
    let large: Vec<&Kelompok> = kelompok.iter().filter(|own| own.boleh_pindah >= PALING_SEDIKIT).collect();
    let share = |own: &&&Kelompok| (u64::from(own.tanpa_usulan) << 32) / u64::from(own.boleh_pindah);
    let (low, high) = (large.iter().min_by_key(share)?, large.iter().max_by_key(share)?);
    // low.a / low.n ÷ (high.a / high.n), in whole numbers.
    let part = u64::from(low.tanpa_usulan) * u64::from(high.boleh_pindah);
    let whole = u64::from(high.tanpa_usulan) * u64::from(low.boleh_pindah);
    (large.len() > 1 && whole > 0).then(|| bagian(part, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(boleh_pindah: u32, tanpa_usulan: u32) -> Kelompok {
        Kelompok { nama: String::new(), boleh_pindah, pindah: tanpa_usulan, tanpa_usulan }
    }

    #[test]
    fn four_fifths_compare_the_lowest_share_with_the_highest() {
        // 4 of 100 and 5 of 100; 3 of 60 is 5 of 100.
        assert_eq!(rasio(&[group(100, 4), group(60, 3)]), Some(8_000));
        assert_eq!(rasio(&[group(100, 0), group(60, 3)]), Some(0));
        assert_eq!(rasio(&[group(100, 4), group(29, 29)]), None, "a small group is not compared");
        assert_eq!(rasio(&[group(100, 0), group(60, 0)]), None);
    }
}
