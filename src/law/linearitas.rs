//! Which field of study fits which jabatan: the embedded table and how it is read.

use serde::Deserialize;

use crate::model::jabatan::name_key;
use crate::model::unit::JenisUnit;

const TABLE: &str = include_str!("linearitas.toml");

/// How a field of study fits a jabatan (domain §1.5). Ordering: the better fit is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kesesuaian {
    Tidak,
    Serumpun,
    Linear,
}

impl Kesesuaian {
    pub fn label(self) -> &'static str {
        match self {
            Kesesuaian::Tidak => "tidak linear",
            Kesesuaian::Serumpun => "serumpun",
            Kesesuaian::Linear => "linear",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    jabatan: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    nama: String,
    #[serde(default)]
    bentuk: Vec<String>,
    linear: Vec<String>,
    serumpun: Vec<String>,
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Baris {
    nama: String,
    bentuk: Vec<String>,
    linear: Vec<String>,
    serumpun: Vec<String>,
}

impl Baris {
    /// Whether the line is about this jabatan in this kind of unit.
    pub fn covers(&self, jabatan: &str, jenis: JenisUnit) -> bool {
        let bentuk = match jenis {
            JenisUnit::Sekolah(bentuk) => Some(bentuk.label()),
            JenisUnit::Puskesmas | JenisUnit::Lain => None,
        };
        let fits_bentuk = || self.bentuk.is_empty() || bentuk.is_some_and(|b| self.bentuk.iter().any(|own| own == b));
        self.nama == name_key(jabatan) && fits_bentuk()
    }

    /// How a field of study, as printed without its level, fits.
    pub fn judge(&self, jurusan: &str) -> Kesesuaian {
        let padded = format!(" {} ", name_key(jurusan));
        let found = |fields: &[String]| fields.iter().any(|field| padded.contains(&format!(" {field} ")));
        if found(&self.linear) {
            Kesesuaian::Linear
        } else if found(&self.serumpun) {
            Kesesuaian::Serumpun
        } else {
            Kesesuaian::Tidak
        }
    }
}

/// The whole table.
pub fn table() -> Vec<Baris> {
    let file: File = toml::from_str(TABLE).expect("linearitas.toml is well formed");
    let keys = |names: Vec<String>| names.iter().map(|name| name_key(name)).collect();
    let line = |entry: Entry| Baris {
        nama: name_key(&entry.nama),
        bentuk: entry.bentuk,
        linear: keys(entry.linear),
        serumpun: keys(entry.serumpun),
    };
    file.jabatan.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::unit::BentukPendidikan;

    #[test]
    fn the_same_field_may_fit_sd_and_not_tk() {
        let table = table();
        let judge = |bentuk, jurusan: &str| {
            let line = table.iter().find(|line| line.covers("Guru kelas", JenisUnit::Sekolah(bentuk)));
            line.map(|line| line.judge(jurusan))
        };
        assert_eq!(judge(BentukPendidikan::Sd, "PGSD"), Some(Kesesuaian::Linear));
        assert_eq!(judge(BentukPendidikan::Tk, "PGSD"), Some(Kesesuaian::Tidak));
        assert_eq!(judge(BentukPendidikan::Tk, "Pendidikan Guru Sekolah Dasar"), Some(Kesesuaian::Serumpun));
        assert_eq!(judge(BentukPendidikan::Sma, "PGSD"), None);
    }

    #[test]
    fn fields_match_by_whole_words() {
        let table = table();
        let bidan = table.iter().find(|line| line.covers("Bidan", JenisUnit::Puskesmas)).expect("listed");
        assert_eq!(bidan.judge("Ilmu Kebidanan"), Kesesuaian::Linear);
        assert_eq!(bidan.judge("Perbidanan"), Kesesuaian::Tidak);
    }
}
