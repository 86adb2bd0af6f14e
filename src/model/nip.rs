//! NIP and NI PPPK: the 18 digits that name a civil servant.

mod awalan;
mod clean;

use std::fmt;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::model::status::JenisKelamin;

pub use awalan::AwalanNip;
pub use clean::{CleanNip, clean_nip, split_nip};

/// Nomor Induk Pegawai: 18 digits `YYYYMMDD YYYYMM S NNN` = birth date, TMT CPNS (year and month),
/// sex (1 male, 2 female), serial. Source: Perka BKN 22/2007 and 43/2007 (domain §3.4).
/// In an NI PPPK the month part is 13 or more (seen: 21, 24).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nip([u8; 18]);

/// Which of the two 18-digit numbers it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JenisNip {
    Pns,
    Pppk,
}

/// Why a text is no NIP. Each has its own finding code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NipProblem {
    Empty,
    /// Not exactly 18 digits; holds the count found.
    Digits(usize),
    /// Looks like an old 9-digit NIP or a SIASN identifier.
    OtherNumber,
    BirthDate,
    Appointment,
    Sex,
    /// Serial 000: the number once went through a spreadsheet's 15 digits.
    SerialZero,
}

impl Nip {
    /// Reads 18 digits, with or without the official spacing; other signs are the caller's to strip.
    /// Birth year must be 1940 or later and lie at least 17 years before `today`;
    /// the appointment year 1960 to the year of `today` (domain §3.4).
    pub fn parse(text: &str, today: Date) -> Result<Nip, NipProblem> {
        let (mut digits, mut count) = ([0; 18], 0);
        for byte in text.bytes().filter(|b| !b.is_ascii_whitespace()) {
            if !byte.is_ascii_digit() {
                return Err(NipProblem::OtherNumber);
            }
            if let Some(digit) = digits.get_mut(count) {
                *digit = byte;
            }
            count += 1;
        }
        let nip = match count {
            0 => return Err(NipProblem::Empty),
            18 => Nip(digits),
            9 => return Err(NipProblem::OtherNumber),
            _ => return Err(NipProblem::Digits(count)),
        };
        nip.judge(today)?;
        Ok(nip)
    }

    fn judge(&self, today: Date) -> Result<(), NipProblem> {
        let birth = self.birth_date_checked().ok_or(NipProblem::BirthDate)?;
        if birth.year() < 1940 || birth.year() > today.year() - 17 {
            return Err(NipProblem::BirthDate);
        }
        let (year, month) = (self.number(8..12), self.number(12..14));
        if !(1960..=today.year() as u32).contains(&year) || month == 0 {
            return Err(NipProblem::Appointment);
        }
        if !matches!(self.0[14], b'1' | b'2') {
            return Err(NipProblem::Sex);
        }
        if self.number(15..18) == 0 {
            return Err(NipProblem::SerialZero);
        }
        Ok(())
    }

    fn number(&self, range: std::ops::Range<usize>) -> u32 {
        self.0[range].iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'))
    }

    fn birth_date_checked(&self) -> Option<Date> {
        Date::new(self.number(0..4) as i16, self.number(4..6) as i8, self.number(6..8) as i8).ok()
    }

    pub fn tgl_lahir(&self) -> Date {
        self.birth_date_checked().expect("parse accepts only a valid birth date")
    }

    pub fn jenis(&self) -> JenisNip {
        if self.number(12..14) <= 12 { JenisNip::Pns } else { JenisNip::Pppk }
    }

    /// First day of the month of TMT CPNS; `None` for an NI PPPK, which tells only the year.
    pub fn tmt_cpns(&self) -> Option<Date> {
        match self.jenis() {
            JenisNip::Pns => Date::new(self.number(8..12) as i16, self.number(12..14) as i8, 1).ok(),
            JenisNip::Pppk => None,
        }
    }

    pub fn jenis_kelamin(&self) -> JenisKelamin {
        if self.0[14] == b'1' { JenisKelamin::LakiLaki } else { JenisKelamin::Perempuan }
    }

    /// The 18 digits without spaces.
    pub fn digits(&self) -> &str {
        std::str::from_utf8(&self.0).expect("parse accepts only digits")
    }

    /// As decrees print it: `19860101 201501 1 001`.
    pub fn spaced(&self) -> String {
        let d = self.digits();
        format!("{} {} {} {}", &d[..8], &d[8..14], &d[14..15], &d[15..])
    }

    /// The first 15 digits: birth, appointment and sex, without the serial.
    pub fn awalan(&self) -> AwalanNip {
        AwalanNip::of(self)
    }

    /// For editions that must not show the whole number: `******** 201203 * ***`. The month of appointment stays: it tells
    /// people of one name apart, and each knows his own, while the serial is `001` for nearly everybody and the birthday
    /// is nobody else's concern.
    pub fn masked(&self) -> String {
        let d = self.digits();
        format!("******** {} * ***", &d[8..14])
    }
}

impl fmt::Display for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits())
    }
}

impl fmt::Debug for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nip({})", self.digits())
    }
}

impl Serialize for Nip {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.digits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 1);

    #[test]
    fn a_pns_number_tells_birth_appointment_and_sex() {
        let nip = Nip::parse("19860101 201501 1 001", TODAY).unwrap();
        assert_eq!(nip.tgl_lahir(), date(1986, 1, 1));
        assert_eq!(nip.tmt_cpns(), Some(date(2015, 1, 1)));
        assert_eq!(nip.jenis_kelamin(), JenisKelamin::LakiLaki);
        assert_eq!(nip.spaced(), "19860101 201501 1 001");
    }

    #[test]
    fn a_pppk_number_is_told_by_its_month_part() {
        let nip = Nip::parse("199001022023212001", TODAY).unwrap();
        assert_eq!(nip.jenis(), JenisNip::Pppk);
        assert_eq!(nip.tmt_cpns(), None);
    }

    #[test]
    fn each_damage_has_its_own_name() {
        for (text, problem) in [
            ("", NipProblem::Empty),
            ("130123456", NipProblem::OtherNumber),
            ("A8ACA7397AE91A8BE040640A040269BB", NipProblem::OtherNumber),
            ("19860101201501100", NipProblem::Digits(17)),
            ("198602302015011001", NipProblem::BirthDate),
            ("201201012015011001", NipProblem::BirthDate),
            ("198601011955011001", NipProblem::Appointment),
            ("198601012015001001", NipProblem::Appointment),
            ("198601012015013001", NipProblem::Sex),
            ("198601012015011000", NipProblem::SerialZero),
        ] {
            assert_eq!(Nip::parse(text, TODAY), Err(problem), "{text}");
        }
    }
}
