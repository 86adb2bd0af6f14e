//! The sizes of class groups and schools (domain R27): numbers of A-146, by the kind of school.

use super::Law;
use crate::model::unit::{BentukPendidikan, Layanan, Sekolah};

/// What class groups of a kind of school keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatasRombel {
    /// The kind as people call it: `SD`, `SMPLB`, `Paket B`.
    pub nama: &'static str,
    /// Most pupils of a rombel; `None` where no regulation we read says so.
    pub murid: Option<i64>,
    /// Fewest and most rombel of a school.
    pub rombel: Option<(i64, i64)>,
}

impl BatasRombel {
    /// `28 murid tiap rombel dan 6 sampai 24 rombel`.
    pub fn in_words(&self) -> String {
        let murid = self.murid.map(|most| format!("{most} murid tiap rombel"));
        let rombel = self.rombel.map(|(least, most)| format!("{least} sampai {most} rombel"));
        murid.into_iter().chain(rombel).collect::<Vec<_>>().join(" dan ")
    }
}

impl Law {
    /// The limits of a school; `None` where they differ within its kind and the workbook does not tell which: an SLB of
    /// several levels, a PKBM.
    pub fn batas_rombel(&self, sekolah: &Sekolah) -> Option<BatasRombel> {
        let (nama, murid, rombel) = keys(sekolah)?;
        let number = |key: String| self.parameter("A-146", &key);
        Some(BatasRombel {
            nama,
            murid: murid.map(|of| number(format!("murid_{of}"))),
            rombel: rombel.map(|of| (number(format!("rombel_min_{of}")), number(format!("rombel_maks_{of}")))),
        })
    }
}

/// How the kind is called, and the ends of the keys of its two limits.
fn keys(sekolah: &Sekolah) -> Option<(&'static str, Option<&'static str>, Option<&'static str>)> {
    let both = |of| (sekolah.bentuk.label(), Some(of), Some(of));
    match (sekolah.bentuk, sekolah.layanan) {
        (BentukPendidikan::Tk, _) => Some(both("tk")),
        (BentukPendidikan::Sd, _) => Some(both("sd")),
        (BentukPendidikan::Smp, _) => Some(both("smp")),
        (BentukPendidikan::Sma, _) => Some(both("sma")),
        (BentukPendidikan::Smk, _) => Some(both("smk")),
        (BentukPendidikan::Slb | BentukPendidikan::Nonformal, layanan) => {
            let layanan = layanan?;
            let (murid, rombel) = match layanan {
                Layanan::Sdlb => (Some("sdlb"), Some("sdlb")),
                Layanan::Smplb => (Some("smplb"), None),
                Layanan::Smalb => (Some("smalb"), None),
                Layanan::PaketA => (Some("paket_a"), Some("kesetaraan")),
                Layanan::PaketB => (Some("paket_b"), Some("kesetaraan")),
                Layanan::PaketC => (Some("paket_c"), Some("kesetaraan")),
                Layanan::Kesetaraan => (None, Some("kesetaraan")),
            };
            Some((layanan.label(), murid, rombel))
        }
    }
}
