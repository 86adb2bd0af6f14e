//! ABK: need from volume × norma waktu (domain §2.1). Fractions of a jabatan are summed before they are rounded.

use std::collections::BTreeSet;

use crate::law::Law;
use crate::model::angka::ribuan;
use crate::model::beban::{SatuanWaktu, Takaran, Tugas};
use crate::model::pecahan::Pecahan;

/// Waktu kerja efektif of each time, in minutes.
pub struct Wke<'a> {
    pub law: &'a Law,
    pub tahun: i64,
}

impl Wke<'_> {
    pub fn menit(&self, satuan: SatuanWaktu) -> i64 {
        match satuan {
            SatuanWaktu::Tahun => self.tahun,
            SatuanWaktu::Bulan => self.law.angka("wke_menit_per_bulan").nilai,
            SatuanWaktu::Minggu => self.law.angka("wke_menit_per_minggu").nilai,
            SatuanWaktu::Hari => self.law.angka("wke_menit_per_hari").nilai,
            SatuanWaktu::Jam => self.law.angka("wke_menit_per_jam").nilai,
        }
    }

    /// The share of one person's time that so many minutes take.
    pub fn share(&self, menit: Pecahan, satuan: SatuanWaktu) -> Option<Pecahan> {
        menit.over(Pecahan::new(u128::try_from(self.menit(satuan)).ok()?, 1)?)
    }
}

/// A need and how it was made; `None` where the numbers are too large to be true.
pub fn keb(tugas: &[Tugas], wke: &Wke<'_>) -> Option<(Pecahan, String)> {
    let (mut keb, mut wpt, mut times) = (Pecahan::NOL, Pecahan::NOL, BTreeSet::new());
    for tugas in tugas {
        let Tugas::Pokok { volume, satuan, takaran: Takaran::Norma(norma) } = *tugas else { return None };
        let menit = volume.times(norma)?;
        keb = keb.plus(wke.share(menit, satuan)?)?;
        wpt = wpt.plus(menit)?;
        times.insert(satuan);
    }
    let exact = keb.in_words(2);
    let rounded = keb.half_up();
    let of = |satuan: &SatuanWaktu| format!("{} menit {}", ribuan(wke.menit(*satuan)), satuan.label());
    let uraian = match times.first().filter(|_| times.len() == 1) {
        Some(satuan) => format!("WPT {} menit ÷ WKE {} = {exact} → {rounded}", wpt.in_words(0), of(satuan)),
        None => {
            let all: Vec<String> = times.iter().rev().map(of).collect();
            format!("jumlah volume × norma waktu ÷ WKE ({}) = {exact} → {rounded}", all.join(", "))
        }
    };
    Some((keb, uraian))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;

    fn tugas(rows: &[(u32, u32, SatuanWaktu)]) -> Vec<Tugas> {
        let one = |(volume, norma, satuan): &(u32, u32, SatuanWaktu)| Tugas::Pokok {
            volume: Pecahan::whole(*volume),
            satuan: *satuan,
            takaran: Takaran::Norma(Pecahan::whole(*norma)),
        };
        rows.iter().map(one).collect()
    }

    #[test]
    fn worked_example_of_a_pengelola_kepegawaian_holds_to_the_digit() {
        use SatuanWaktu::Tahun;
        let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
        let rows = tugas(&[(1_200, 30, Tahun), (2_400, 20, Tahun), (240, 60, Tahun)]);
        let (keb_new, uraian) = keb(&rows, &Wke { law: &law, tahun: 75_000 }).unwrap();
        assert_eq!((keb_new.half_up(), &*uraian), (1, "WPT 98.400 menit ÷ WKE 75.000 menit per tahun = 1,31 → 1"));
        let (keb_old, uraian) = keb(&rows, &Wke { law: &law, tahun: 72_000 }).unwrap();
        assert_eq!((keb_old.half_up(), &*uraian), (1, "WPT 98.400 menit ÷ WKE 72.000 menit per tahun = 1,37 → 1"));
    }

    #[test]
    fn real_rows_are_divided_by_the_time_they_are_counted_over() {
        let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
        let wke = Wke { law: &law, tahun: 72_000 };
        let of = |row| keb(&tugas(&[row]), &wke).unwrap().0.in_words(4);
        assert_eq!(of((35, 7, SatuanWaktu::Bulan)), "0,0408");
        assert_eq!(of((45, 1, SatuanWaktu::Tahun)), "0,0006");
    }

    #[test]
    fn fractions_of_a_jabatan_are_summed_before_they_are_rounded() {
        use SatuanWaktu::{Bulan, Hari};
        let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
        let wke = Wke { law: &law, tahun: 75_000 };
        // 0,4 and 0,4 each round to nobody; together they are 0,8.
        let (keb, uraian) = keb(&tugas(&[(80, 30, Bulan), (4, 30, Hari)]), &wke).unwrap();
        assert_eq!(keb.half_up(), 1);
        assert_eq!(uraian, "jumlah volume × norma waktu ÷ WKE (6.000 menit per bulan, 300 menit per hari) = 0,80 → 1");
    }

    #[test]
    fn the_times_of_hour_day_week_month_and_year_agree() {
        let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
        let wke = Wke { law: &law, tahun: 72_000 };
        let [tahun, bulan, minggu, hari, jam] = SatuanWaktu::ALL.map(|satuan| wke.menit(satuan));
        // Five hours a day, five days a week, 240 days a year: 1.200 hours.
        assert_eq!((5 * jam, 5 * hari, 240 * hari, 12 * bulan), (hari, minggu, tahun, tahun));
        assert_eq!([tahun, bulan, minggu, hari, jam], [72_000, 6_000, 1_500, 300, 60]);
    }
}
