//! The level or programme within SLB and non-formal schools.

use super::BentukPendidikan;
use crate::model::jabatan::name_key;

/// What an SLB or a non-formal school offers, where the workbook tells: each has limits of its own for its class groups
/// (domain R27).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layanan {
    Sdlb,
    Smplb,
    Smalb,
    PaketA,
    PaketB,
    PaketC,
    /// Paket A to C together, or one of them that is not said.
    Kesetaraan,
}

impl Layanan {
    pub const ALL: [Layanan; 7] = [
        Layanan::Sdlb,
        Layanan::Smplb,
        Layanan::Smalb,
        Layanan::PaketA,
        Layanan::PaketB,
        Layanan::PaketC,
        Layanan::Kesetaraan,
    ];

    pub fn label(self) -> &'static str {
        match self {
            Layanan::Sdlb => "SDLB",
            Layanan::Smplb => "SMPLB",
            Layanan::Smalb => "SMALB",
            Layanan::PaketA => "Paket A",
            Layanan::PaketB => "Paket B",
            Layanan::PaketC => "Paket C",
            Layanan::Kesetaraan => "Kesetaraan",
        }
    }

    pub fn bentuk(self) -> BentukPendidikan {
        match self {
            Layanan::Sdlb | Layanan::Smplb | Layanan::Smalb => BentukPendidikan::Slb,
            Layanan::PaketA | Layanan::PaketB | Layanan::PaketC | Layanan::Kesetaraan => BentukPendidikan::Nonformal,
        }
    }

    /// Reads `SDLB`, `SMLB`, `Paket B`, `Kesetaraan` in column BP.
    pub fn parse(text: &str) -> Option<Layanan> {
        match name_key(text).as_str() {
            "SDLB" => Some(Layanan::Sdlb),
            "SMPLB" => Some(Layanan::Smplb),
            "SMALB" | "SMLB" => Some(Layanan::Smalb),
            "PAKET A" => Some(Layanan::PaketA),
            "PAKET B" => Some(Layanan::PaketB),
            "PAKET C" => Some(Layanan::PaketC),
            "KESETARAAN" | "PENDIDIKAN KESETARAAN" => Some(Layanan::Kesetaraan),
            _ => None,
        }
    }

    /// What the first word of a school's name tells: `SDLB Negeri Bangko`.
    pub fn of_name(text: &str) -> Option<Layanan> {
        let key = name_key(text);
        let word = key.split(' ').next().unwrap_or_default();
        Layanan::parse(word.strip_suffix('N').unwrap_or(word)).filter(|own| own.bentuk() == BentukPendidikan::Slb)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_programme_is_read_by_its_label_and_belongs_to_its_bentuk() {
        for layanan in Layanan::ALL {
            assert_eq!(Layanan::parse(layanan.label()), Some(layanan));
            assert_eq!(BentukPendidikan::parse(layanan.label()), Some(layanan.bentuk()), "{layanan:?}");
        }
        assert_eq!((Layanan::parse("SLB"), Layanan::parse("PKBM")), (None, None), "which of them is not said");
    }

    #[test]
    fn a_name_tells_the_level_of_an_slb_only() {
        assert_eq!(Layanan::of_name("SDLB Negeri Bangko"), Some(Layanan::Sdlb));
        assert_eq!(Layanan::of_name("SMALBN 1 Bangko"), Some(Layanan::Smalb));
        assert_eq!(Layanan::of_name("SLB Negeri Bangko"), None);
        assert_eq!(Layanan::of_name("Paket A"), None);
    }
}
