//! Projection: who reaches the pension age within the horizon (design §4, domain §1.3).

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::law::Law;
use crate::law::bup::pension_day;
use crate::model::jabatan::Jabatan;
use crate::model::needs::Pensiun;
use crate::model::roster::Roster;
use crate::settings::Settings;

/// For each person of the roster whether the pension falls on a day up to `horizon_bulan` months after the moves take
/// effect. Nobody is projected where the horizon is zero.
pub fn retirements(roster: &Roster, law: &Law, settings: &Settings) -> Vec<Option<Pensiun>> {
    let months = settings.kebutuhan.horizon_bulan;
    let last = roster.tanggal_efektif.checked_add(months.months()).unwrap_or(Date::MAX);
    if months == 0 {
        return Vec::new();
    }
    roster.pegawai.iter().map(|pegawai| retires(pegawai.tgl_lahir, &pegawai.jabatan, last, law)).collect()
}

/// Certain where even the highest pension age the jabatan may have is reached.
fn retires(tgl_lahir: Date, jabatan: &Jabatan, last: Date, law: &Law) -> Option<Pensiun> {
    let (low, high) = law.bup_years(jabatan);
    if pension_day(tgl_lahir, high) <= last {
        return Some(Pensiun::Pasti);
    }
    (pension_day(tgl_lahir, low) <= last).then_some(Pensiun::Mungkin)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;
    use crate::model::jabatan::Petunjuk;

    #[test]
    fn the_pension_starts_the_month_after_the_age_and_counts_on_the_last_day_of_the_horizon() {
        let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
        let last = date(2027, 12, 1);
        let ask = |jabatan: &str, born: Date| {
            let jabatan = Jabatan::parse(jabatan, Petunjuk { jenis: None, eselon: None }).expect("a jabatan");
            retires(born, &jabatan, last, &law)
        };
        // Teachers go at 60: born in November 1967 on the first of December 2027, born in December a month later.
        assert_eq!(ask("Guru Kelas Ahli Muda", date(1967, 11, 30)), Some(Pensiun::Pasti));
        assert_eq!(ask("Guru Kelas Ahli Muda", date(1967, 12, 1)), None);
        // 58 for pelaksana, 60 for ahli madya.
        assert_eq!(ask("Pengadministrasi Perkantoran", date(1969, 11, 30)), Some(Pensiun::Pasti));
        assert_eq!(ask("Perawat Ahli Madya", date(1969, 11, 30)), None);
        // A jabatan fungsional without jenjang may end at 58 or at 65.
        let unknown = Jabatan { jenis: crate::model::jabatan::JenisJabatan::Fungsional, ..jabatan("Perawat") };
        assert_eq!(retires(date(1969, 11, 30), &unknown, last, &law), Some(Pensiun::Mungkin));
        assert_eq!(retires(date(1962, 11, 30), &unknown, last, &law), Some(Pensiun::Pasti));
    }

    fn jabatan(text: &str) -> Jabatan {
        Jabatan::parse(text, Petunjuk { jenis: None, eselon: None }).expect("a jabatan")
    }
}
