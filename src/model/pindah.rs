//! The kind of a move: horizontal, vertical or diagonal, and whether it is a promotion or a demotion.

/// How the new jabatan stands to the old one (PermenPANRB 22/2021, domain R15), by kelas and jenis jabatan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BentukPindah {
    /// Within one group of jabatan, at the same level.
    Horizontal,
    /// Within one group of jabatan, to another level.
    Vertikal,
    /// Into another group: pimpinan tinggi, administrasi, fungsional.
    Diagonal,
    /// Nothing tells the level, so that it may be horizontal or vertical.
    BelumDitentukan,
}

/// Up, down or level (domain R14: a higher jenjang or kelas is a promotion; R45: a lower kelas is a demotion).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arah {
    Setara,
    Promosi,
    Demosi,
    /// Neither kelas nor jenjang nor eselon tells.
    TidakDiketahui,
}

/// The kind of one move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JenisPindah {
    pub bentuk: BentukPindah,
    pub arah: Arah,
}

impl BentukPindah {
    pub fn label(self) -> &'static str {
        match self {
            BentukPindah::Horizontal => "horizontal",
            BentukPindah::Vertikal => "vertikal",
            BentukPindah::Diagonal => "diagonal",
            BentukPindah::BelumDitentukan => "belum dapat ditentukan",
        }
    }
}

impl Arah {
    pub fn label(self) -> &'static str {
        match self {
            Arah::Setara => "setara",
            Arah::Promosi => "promosi",
            Arah::Demosi => "demosi",
            Arah::TidakDiketahui => "tidak diketahui",
        }
    }
}

impl JenisPindah {
    /// As printed in the plan: `horizontal`, `vertikal (promosi)`, `diagonal (kesetaraan belum diketahui)`,
    /// `belum dapat ditentukan (kesetaraan belum diketahui)`.
    pub fn label(self) -> String {
        let bentuk = self.bentuk.label();
        match self.arah {
            Arah::Setara => bentuk.to_string(),
            Arah::Promosi | Arah::Demosi => format!("{bentuk} ({})", self.arah.label()),
            Arah::TidakDiketahui => format!("{bentuk} (kesetaraan belum diketahui)"),
        }
    }
}
