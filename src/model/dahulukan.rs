//! Dahulukan: kinds of shortage that come before the even share of all others.

/// A kind of empty place that is filled before others, whatever the ratios are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dahulukan {
    /// A place below the least number that a regulation asks for.
    Minimum,
    /// A place in a remote unit.
    Terpencil,
}

impl Dahulukan {
    pub const ALL: [Dahulukan; 2] = [Dahulukan::Minimum, Dahulukan::Terpencil];

    /// As settings and records name it.
    pub fn nama(self) -> &'static str {
        match self {
            Dahulukan::Minimum => "minimum",
            Dahulukan::Terpencil => "terpencil",
        }
    }

    /// The same in few words.
    pub fn singkat(self) -> &'static str {
        match self {
            Dahulukan::Minimum => "di bawah minimum",
            Dahulukan::Terpencil => "unit terpencil",
        }
    }

    /// Which places these are, for leaders.
    pub fn kalimat(self) -> &'static str {
        match self {
            Dahulukan::Minimum => "tempat di bawah jumlah minimum menurut peraturan",
            Dahulukan::Terpencil => "tempat di unit terpencil",
        }
    }

    /// The kinds that these names tell, in their order.
    ///
    /// # Errors
    /// What is wrong with them, in Indonesian.
    pub fn parse<T: AsRef<str>>(names: &[T]) -> Result<Vec<Dahulukan>, String> {
        let mut kinds = Vec::new();
        for name in names.iter().map(AsRef::as_ref) {
            let kind = Dahulukan::ALL.into_iter().find(|kind| kind.nama().eq_ignore_ascii_case(name.trim()));
            let kind = kind.ok_or_else(|| format!("“{name}” tidak dikenal"))?;
            if kinds.contains(&kind) {
                return Err(format!("“{}” tertulis dua kali", kind.nama()));
            }
            kinds.push(kind);
        }
        Ok(kinds)
    }
}

/// A kind that leads in this run, and what becomes of its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Didahulukan {
    pub apa: Dahulukan,
    /// Posts that have such places.
    pub jabatan: u32,
    /// Such places that are empty before and after the plan.
    pub kurang_before: u32,
    pub kurang_after: u32,
}
