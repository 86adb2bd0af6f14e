//! Whom a row is about, as far as it could be read.

use std::fmt;

/// A person of a finding, `SITI AMINAH, S.Pd. (198501012010012001)`. At least one of the two is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subjek {
    nama: Option<String>,
    nip: Option<String>,
}

impl Subjek {
    /// `None` where neither could be read.
    pub fn of(nama: Option<&str>, nip: Option<impl fmt::Display>) -> Option<Subjek> {
        let subjek = Subjek { nama: nama.map(str::to_string), nip: nip.map(|nip| nip.to_string()) };
        (subjek.nama.is_some() || subjek.nip.is_some()).then_some(subjek)
    }

    /// The name with its titles, as in the sources.
    pub fn nama(&self) -> Option<&str> {
        self.nama.as_deref()
    }

    /// 18 digits of a valid NIP.
    pub fn nip(&self) -> Option<&str> {
        self.nip.as_deref()
    }
}

impl fmt::Display for Subjek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.nama, &self.nip) {
            (Some(nama), Some(nip)) => write!(f, "{nama} ({nip})"),
            (Some(one), None) | (None, Some(one)) => f.write_str(one),
            (None, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_told_by_what_is_known_of_them() {
        let told = |nama, nip: Option<&str>| Subjek::of(nama, nip).map(|subjek| subjek.to_string());
        assert_eq!(told(Some("SITI"), Some("198501012010012001")).as_deref(), Some("SITI (198501012010012001)"));
        assert_eq!(told(Some("SITI"), None).as_deref(), Some("SITI"));
        assert_eq!(told(None, Some("198501012010012001")).as_deref(), Some("198501012010012001"));
        assert_eq!(told(None, None), None);
    }
}
