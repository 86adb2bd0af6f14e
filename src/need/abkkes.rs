//! ABK-Kes, the WISN method for health workers (domain §2.3): main tasks by their standard, supporting ones by their
//! share of the time.

use super::abk::Wke;
use crate::model::angka::ribuan;
use crate::model::beban::{SatuanWaktu, Takaran, Tugas};
use crate::model::pecahan::Pecahan;

/// A need and how it was made; `None` where supporting tasks take the whole time, or numbers are too large to be true.
pub fn keb(tugas: &[Tugas], wkt: &Wke<'_>) -> Option<(Pecahan, String)> {
    let (mut jkt, mut ftp) = (Pecahan::NOL, Pecahan::NOL);
    for tugas in tugas {
        match *tugas {
            Tugas::Pokok { volume, satuan, takaran } => jkt = jkt.plus(people(volume, satuan, takaran, wkt)?)?,
            Tugas::Penunjang { volume, satuan, norma } => ftp = ftp.plus(wkt.share(volume.times(norma)?, satuan)?)?,
            Tugas::Ftp(percent) => ftp = ftp.plus(percent.over(Pecahan::whole(100))?)?,
        }
    }
    let stp = stp(ftp)?;
    let keb = jkt.times(stp)?;
    let percent = ftp.times(Pecahan::whole(100))?.short();
    let uraian = format!(
        "JKT {} × STP {} (FTP {percent} %, WKT {} menit) = {} → {}",
        jkt.in_words(2),
        stp.in_words(2),
        ribuan(wkt.tahun),
        keb.in_words(2),
        keb.half_up()
    );
    Some((keb, uraian))
}

/// Capaian ÷ SBK, where SBK = WKT ÷ norma waktu.
fn people(volume: Pecahan, satuan: SatuanWaktu, takaran: Takaran, wkt: &Wke<'_>) -> Option<Pecahan> {
    match takaran {
        Takaran::Norma(norma) => wkt.share(volume.times(norma)?, satuan),
        Takaran::Sbk(sbk) => {
            // A standard is of a year; a volume of a month counts as many times as months go into the year's time.
            let times = Pecahan::new(u128::try_from(wkt.tahun).ok()?, u128::try_from(wkt.menit(satuan)).ok()?)?;
            volume.times(times)?.over(sbk)
        }
    }
}

/// Standar tugas penunjang: 1 ÷ (1 − FTP).
fn stp(ftp: Pecahan) -> Option<Pecahan> {
    Pecahan::whole(1).over(Pecahan::whole(1).minus(ftp)?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;
    use crate::law::Law;

    fn with<T>(ask: impl FnOnce(&Wke<'_>) -> T) -> T {
        let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
        ask(&Wke { law: &law, tahun: law.angka("wkt_menit_per_tahun").nilai })
    }

    fn capaian(capaian: u32, takaran: Takaran) -> Tugas {
        Tugas::Pokok { volume: Pecahan::whole(capaian), satuan: SatuanWaktu::Tahun, takaran }
    }

    #[test]
    fn worked_example_1_a_bidan_holds_to_the_digit() {
        let sbk = |sbk| Takaran::Sbk(Pecahan::whole(sbk));
        let rows: Vec<(u32, u32, &str)> = vec![
            (845, 2_400, "0,35"),
            (197, 120, "1,64"),
            (342, 1_200, "0,29"),
            (326, 1_200, "0,27"),
            (35, 1_200, "0,03"),
            (31, 1_200, "0,03"),
            (456, 2_400, "0,19"),
        ];
        with(|wkt| {
            let mut jkt = Pecahan::NOL;
            for (units, standard, printed) in &rows {
                let one = people(Pecahan::whole(*units), SatuanWaktu::Tahun, sbk(*standard), wkt).unwrap();
                assert_eq!(one.in_words(2), *printed, "{units}/{standard}");
                jkt = jkt.plus(one).unwrap();
            }
            assert_eq!(jkt.in_words(2), "2,80");
            // The source states STP 1,21 without its supporting tasks.
            let keb = jkt.times(Pecahan::new(121, 100).unwrap()).unwrap();
            assert_eq!((keb.in_words(2).as_str(), keb.half_up()), ("3,38", 3));
        });
    }

    #[test]
    fn worked_example_2_a_perekam_medis_holds_to_the_digit() {
        let norma = |menit| Takaran::Norma(Pecahan::whole(menit));
        with(|wkt| {
            let sbk = |menit| Pecahan::whole(72_000).over(Pecahan::whole(menit)).unwrap();
            assert_eq!((sbk(5), sbk(3)), (Pecahan::whole(14_400), Pecahan::whole(24_000)));
            let rows = [capaian(15_800, norma(3)), capaian(45_000, norma(5)), Tugas::Ftp(Pecahan::whole(4))];
            let (need, uraian) = keb(&rows, wkt).unwrap();
            assert_eq!(uraian, "JKT 3,78 × STP 1,04 (FTP 4 %, WKT 72.000 menit) = 3,94 → 4");
            assert_eq!((need.in_words(1).as_str(), need.half_up()), ("3,9", 4));
            // The same told by the standards, and by minutes of supporting tasks: 2.880 of 72.000 are 4 %.
            let minutes =
                Tugas::Penunjang { volume: Pecahan::whole(48), satuan: SatuanWaktu::Tahun, norma: Pecahan::whole(60) };
            let rows = [capaian(15_800, Takaran::Sbk(sbk(3))), capaian(45_000, Takaran::Sbk(sbk(5))), minutes];
            assert_eq!(keb(&rows, wkt), Some((need, uraian)));
        });
    }

    #[test]
    fn needs_are_rounded_half_up_as_in_the_source() {
        for (hundredths, need) in [(338, 3), (392, 4), (349, 3), (350, 4)] {
            assert_eq!(Pecahan::new(hundredths, 100).unwrap().half_up(), need, "{hundredths}");
        }
    }

    #[test]
    fn eighty_patients_a_day_of_whom_one_doctor_sees_25_need_3_2_doctors() {
        with(|wkt| {
            // The standard is of a year: 25 on each of its 240 days.
            let sbk = Takaran::Sbk(Pecahan::whole(25 * 240));
            let doctors = people(Pecahan::whole(80), SatuanWaktu::Hari, sbk, wkt).unwrap();
            assert_eq!(doctors.in_words(1), "3,2");
        });
    }

    #[test]
    fn the_time_of_a_year_is_its_days_without_leave_times_its_hours() {
        let law = Law::at(date(2026, 12, 1), &BTreeMap::new());
        let of = |key: &str| law.angka(key).nilai;
        let away = of("wkt_cuti") + of("wkt_libur") + of("wkt_pelatihan") + of("wkt_tidak_hadir");
        let days = [of("wkt_hari_5") - away, of("wkt_hari_6") - away];
        assert_eq!(days, [212, 264]);
        // 5,25 and 4,375 effective hours a day.
        assert_eq!([days[0] * 5_250 / 1_000, days[1] * 4_375 / 1_000], [1_113, 1_155]);
        assert_eq!(of("wkt_menit_per_tahun"), 1_200 * 60);
    }

    #[test]
    fn supporting_tasks_that_take_all_the_time_leave_no_need_to_tell() {
        with(|wkt| assert_eq!(keb(&[Tugas::Ftp(Pecahan::whole(100))], wkt), None));
    }
}
