//! Which field of study fits which jabatan: the embedded table, a folder's own rows over it, and how both are read.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::jabatan::name_key;
pub use crate::model::kualifikasi::Kesesuaian;
use crate::model::pendidikan::{Pendidikan, TingkatPendidikan};
use crate::model::unit::{BentukPendidikan, JenisUnit};

const TABLE: &str = include_str!("linearitas.toml");

/// A folder's own rows, as `init` writes them out: a heading and remarks only.
pub const BLANK: &str = include_str!("linearitas.csv");

/// Name of a folder's own table.
pub const FILE: &str = "linearitas.csv";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    tenaga_kesehatan: Vec<String>,
    jabatan: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    nama: String,
    #[serde(default)]
    bentuk: Vec<String>,
    #[serde(default)]
    tingkat: Option<String>,
    #[serde(default)]
    diatur: bool,
    linear: Vec<String>,
    serumpun: Vec<String>,
    #[serde(default)]
    bukan: Vec<String>,
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baris {
    nama: String,
    bentuk: Vec<String>,
    tingkat: Option<TingkatPendidikan>,
    diatur: bool,
    linear: Vec<String>,
    serumpun: Vec<String>,
    bukan: Vec<String>,
    /// Adds its fields to those of the built-in lines instead of taking their place.
    tambah: bool,
}

impl Baris {
    /// Whether the line is about this jabatan in this kind of unit.
    pub fn covers(&self, jabatan: &str, jenis: JenisUnit) -> bool {
        self.covers_key(&name_key(jabatan), jenis)
    }

    /// The same of a jabatan by the key of its name.
    pub fn covers_key(&self, key: &str, jenis: JenisUnit) -> bool {
        let bentuk = match jenis {
            JenisUnit::Sekolah(bentuk) => Some(bentuk.label()),
            JenisUnit::Puskesmas | JenisUnit::Lain => None,
        };
        let fits_bentuk = || self.bentuk.is_empty() || bentuk.is_some_and(|b| self.bentuk.iter().any(|own| own == b));
        self.nama == key && fits_bentuk()
    }

    /// Whether the profession's qualification is regulated (domain R22).
    pub fn diatur(&self) -> bool {
        self.diatur
    }

    /// The lowest level of education the jabatan asks for.
    pub fn tingkat(&self) -> Option<TingkatPendidikan> {
        self.tingkat
    }

    /// How a field of study, as printed without its level, fits.
    pub fn judge(&self, jurusan: &str) -> Kesesuaian {
        let padded = format!(" {} ", name_key(jurusan));
        let found = |fields: &[String]| fields.iter().any(|field| padded.contains(&format!(" {field} ")));
        if found(&self.bukan) {
            Kesesuaian::Tidak
        } else if found(&self.linear) {
            Kesesuaian::Linear
        } else if found(&self.serumpun) {
            Kesesuaian::Serumpun
        } else {
            Kesesuaian::Tidak
        }
    }

    /// How an education fits, its level counted in; `None` where the level is enough and the field is not known.
    pub fn judge_education(&self, pendidikan: &Pendidikan) -> Option<Kesesuaian> {
        if self.tingkat.is_some_and(|least| pendidikan.tingkat < least) {
            return Some(Kesesuaian::Tidak);
        }
        pendidikan.jurusan.as_deref().map(|jurusan| self.judge(jurusan))
    }
}

/// Whether a jabatan, by the key of its name, is one of health workers (STR and SIP, domain R30).
pub fn is_tenaga_kesehatan(key: &str) -> bool {
    static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let file: File = toml::from_str(TABLE).expect("linearitas.toml is well formed");
        file.tenaga_kesehatan.iter().map(|name| name_key(name)).collect()
    });
    KEYS.iter().any(|own| own == key)
}

/// The whole table: a folder's own rows in front of the built-in ones, of which the first that covers a post counts.
pub fn table(own: &[Baris]) -> Vec<Baris> {
    static BUILT_IN: LazyLock<Vec<Baris>> = LazyLock::new(|| {
        let file: File = toml::from_str(TABLE).expect("linearitas.toml is well formed");
        file.jabatan.into_iter().map(line).collect()
    });
    let mut built_in = BUILT_IN.clone();
    let mut table = Vec::new();
    for row in own {
        let meant = |line: &&mut Baris| {
            line.nama == row.nama && (row.bentuk.is_empty() || line.bentuk.iter().any(|b| row.bentuk.contains(b)))
        };
        let mut extended = false;
        for line in built_in.iter_mut().filter(meant).filter(|_| row.tambah) {
            line.linear.extend(row.linear.iter().cloned());
            line.serumpun.extend(row.serumpun.iter().cloned());
            line.tingkat = row.tingkat.or(line.tingkat);
            extended = true;
        }
        if !extended {
            table.push(row.clone());
        }
    }
    table.extend(built_in);
    table
}

fn line(entry: Entry) -> Baris {
    let keys = |names: Vec<String>| names.iter().map(|name| name_key(name)).collect();
    let level = |text: &String| level(text).expect("linearitas.toml names levels of education");
    Baris {
        nama: name_key(&entry.nama),
        bentuk: entry.bentuk,
        tingkat: entry.tingkat.as_ref().map(level),
        diatur: entry.diatur,
        linear: keys(entry.linear),
        serumpun: keys(entry.serumpun),
        bukan: keys(entry.bukan),
        tambah: false,
    }
}

fn level(text: &str) -> Option<TingkatPendidikan> {
    Pendidikan::parse(Some(text), None).map(|pendidikan| pendidikan.tingkat)
}

/// A line of a folder's table that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarisSalah {
    /// Counted from one.
    pub baris: usize,
    /// What is wrong with it, in Indonesian.
    pub sebab: String,
    /// Whether it is the heading, without which no line can be read.
    pub judul: bool,
}

/// What a folder's table holds: its rows, and the lines that are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Isi {
    pub rows: Vec<Baris>,
    pub salah: Vec<BarisSalah>,
}

/// Reads a folder's rows: `jabatan;bentuk;tingkat;diatur;linear;serumpun` under one heading, fields parted by `/`, as
/// Excel saves them (`;` or `,` between the columns). A `+` in front of the linear fields adds to the built-in line.
/// Lines that begin with `#` are remarks. A line that is no such row is left out and told.
pub fn rows(csv: &str) -> Isi {
    let mut isi = Isi::default();
    let mut separator = None;
    for (index, text) in csv.trim_start_matches('\u{feff}').lines().enumerate() {
        let wrong = |sebab: String, judul: bool| BarisSalah { baris: index + 1, sebab, judul };
        let bare = text.trim().trim_start_matches('"');
        if bare.starts_with('#') || bare.trim_matches([';', ',', ' ', '"']).is_empty() {
            continue;
        }
        let Some(sign) = separator else {
            separator = heading(bare);
            if separator.is_none() {
                return Isi { salah: vec![wrong(format!("judulnya bukan {HEADING}"), true)], ..isi };
            }
            continue;
        };
        match row(text, sign) {
            Ok(row) => isi.rows.push(row),
            Err(sebab) => isi.salah.push(wrong(sebab, false)),
        }
    }
    isi
}

const HEADING: &str = "jabatan;bentuk;tingkat;diatur;linear;serumpun";

/// The sign between the columns of the heading.
fn heading(text: &str) -> Option<char> {
    let known: Vec<String> = HEADING.split(';').map(name_key).collect();
    [';', ',', '\t'].into_iter().find(|sign| {
        let names: Vec<String> = text.split(*sign).map(name_key).filter(|name| !name.is_empty()).collect();
        names == known
    })
}

fn row(text: &str, sign: char) -> Result<Baris, String> {
    let cells: Vec<&str> = text.split(sign).map(|cell| cell.trim().trim_matches('"').trim()).collect();
    let width = || format!("berisi {} kolom, seharusnya 6", cells.len());
    let [jabatan, bentuk, tingkat, diatur, linear, serumpun, rest @ ..] = &cells[..] else { return Err(width()) };
    if rest.iter().any(|cell| !cell.is_empty()) {
        return Err(width());
    }
    let read = Baris {
        nama: name_key(jabatan),
        bentuk: kinds_of_school(bentuk)?,
        tingkat: least_level(tingkat)?,
        diatur: yes(diatur)?,
        linear: list(linear),
        serumpun: list(serumpun),
        bukan: Vec::new(),
        tambah: linear.starts_with('+') || serumpun.starts_with('+'),
    };
    if read.nama.is_empty() {
        return Err("kolom jabatan kosong".into());
    }
    if read.linear.is_empty() && read.serumpun.is_empty() && read.tingkat.is_none() {
        return Err("kolom tingkat, linear, dan serumpun kosong semua".into());
    }
    Ok(read)
}

fn list(text: &str) -> Vec<String> {
    text.trim_start_matches('+').split('/').map(name_key).filter(|key| !key.is_empty()).collect()
}

fn kinds_of_school(text: &str) -> Result<Vec<String>, String> {
    let known = |key: String| {
        let bentuk = BentukPendidikan::ALL.into_iter().find(|bentuk| name_key(bentuk.label()) == key);
        bentuk.map(|bentuk| bentuk.label().to_string()).ok_or_else(|| format!("bentuk “{text}” tidak dikenal"))
    };
    list(text).into_iter().map(known).collect()
}

fn least_level(text: &str) -> Result<Option<TingkatPendidikan>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    level(text).map(Some).ok_or_else(|| format!("tingkat “{text}” tidak dikenal"))
}

fn yes(text: &str) -> Result<bool, String> {
    match name_key(text).as_str() {
        "YA" => Ok(true),
        "TIDAK" | "" => Ok(false),
        _ => Err(format!("diatur “{text}” seharusnya Ya, Tidak, atau kosong")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(table: &[Baris], jabatan: &str, jenis: JenisUnit, jurusan: &str) -> Option<Kesesuaian> {
        table.iter().find(|line| line.covers(jabatan, jenis)).map(|line| line.judge(jurusan))
    }

    const SD: JenisUnit = JenisUnit::Sekolah(BentukPendidikan::Sd);
    const TK: JenisUnit = JenisUnit::Sekolah(BentukPendidikan::Tk);

    #[test]
    fn the_same_field_may_fit_sd_and_not_tk() {
        let table = table(&[]);
        let judge = |bentuk, jurusan: &str| fit(&table, "Guru kelas", JenisUnit::Sekolah(bentuk), jurusan);
        assert_eq!(judge(BentukPendidikan::Sd, "PGSD"), Some(Kesesuaian::Linear));
        assert_eq!(judge(BentukPendidikan::Tk, "PGSD"), Some(Kesesuaian::Tidak));
        assert_eq!(judge(BentukPendidikan::Tk, "Pendidikan Guru Sekolah Dasar"), Some(Kesesuaian::Serumpun));
        assert_eq!(judge(BentukPendidikan::Sma, "PGSD"), None);
    }

    #[test]
    fn fields_match_by_whole_words_and_a_dentist_is_no_physician() {
        let table = table(&[]);
        let judge = |jabatan, jurusan| fit(&table, jabatan, JenisUnit::Puskesmas, jurusan);
        assert_eq!(judge("Bidan", "Ilmu Kebidanan"), Some(Kesesuaian::Linear));
        assert_eq!(judge("Bidan", "Perbidanan"), Some(Kesesuaian::Tidak));
        assert_eq!(judge("Dokter", "Kedokteran Umum"), Some(Kesesuaian::Linear));
        assert_eq!(judge("Dokter", "Profesi Dokter Gigi"), Some(Kesesuaian::Tidak));
        assert_eq!(judge("Dokter Gigi", "Profesi Dokter Gigi"), Some(Kesesuaian::Linear));
    }

    #[test]
    fn every_health_worker_of_the_minima_of_a_puskesmas_is_one_here_too() {
        for (nama, _) in crate::law::puskesmas::names().into_iter().filter(|(_, tetap)| *tetap) {
            assert!(is_tenaga_kesehatan(&name_key(&nama)), "{nama}");
        }
        let table = table(&[]);
        let judge = |jabatan, jurusan| fit(&table, jabatan, JenisUnit::Puskesmas, jurusan);
        for jabatan in ["Dokter", "Dokter Umum", "Dokter Layanan Primer"] {
            assert_eq!(judge(jabatan, "Profesi Dokter"), Some(Kesesuaian::Linear), "{jabatan}");
        }
        assert_eq!(judge("Perawat", "Keperawatan Gigi"), Some(Kesesuaian::Tidak));
    }

    #[test]
    fn a_level_below_the_least_is_no_fit_and_an_unknown_field_no_answer() {
        let table = table(&[]);
        let perawat = table.iter().find(|line| line.covers("Perawat", JenisUnit::Puskesmas)).unwrap();
        let judge = |text| perawat.judge_education(&Pendidikan::parse(None, Some(text)).unwrap());
        assert_eq!(judge("D-III Keperawatan"), Some(Kesesuaian::Linear));
        assert_eq!(judge("SPK"), Some(Kesesuaian::Tidak));
        assert_eq!(judge("S-1"), None);
        assert!(perawat.diatur());
    }

    #[test]
    fn a_folders_row_replaces_adds_to_or_extends_the_table() {
        let csv = "jabatan;bentuk;tingkat;diatur;linear;serumpun\n# catatan\nGuru Kelas;SD;;Ya;+Pendidikan IPA;\n\
                   Guru TIK;;S-1;Ya;Teknik Informatika/Sistem Informasi;Teknik\nBidan;;D-IV;Ya;Kebidanan;\n;;;;;\n";
        let isi = rows(csv);
        assert_eq!(isi.salah, []);
        let table = table(&isi.rows);
        assert_eq!(fit(&table, "Guru Kelas", SD, "Pendidikan IPA"), Some(Kesesuaian::Linear));
        assert_eq!(fit(&table, "Guru Kelas", SD, "PGSD"), Some(Kesesuaian::Linear), "the built-in fields stay");
        assert_eq!(fit(&table, "Guru Kelas", TK, "Pendidikan IPA"), Some(Kesesuaian::Serumpun));
        assert_eq!(fit(&table, "Guru TIK", SD, "Sistem Informasi"), Some(Kesesuaian::Linear));
        assert_eq!(fit(&table, "Bidan", JenisUnit::Puskesmas, "Bidan"), Some(Kesesuaian::Tidak), "replaced");
    }

    #[test]
    fn excel_may_save_the_table_in_its_own_way_and_a_faulty_line_is_named() {
        let head = "\u{feff}Jabatan,Bentuk,Tingkat,Diatur,Linear,Serumpun\r\n";
        assert_eq!(rows(&format!("{head}\"Guru TIK\",SD/SMP,,,Informatika,\r\n")).rows.len(), 1);
        assert_eq!(rows(BLANK), Isi::default());
        for (line, sebab) in [
            ("Guru TIK,SD", "berisi 2 kolom, seharusnya 6"),
            ("Guru TIK,,,,A,B,C", "berisi 7 kolom, seharusnya 6"),
            ("Guru TIK,Kampus,,,Informatika,", "bentuk “Kampus” tidak dikenal"),
            ("Guru,,,,,", "kolom tingkat, linear, dan serumpun kosong semua"),
            (",,,,A,", "kolom jabatan kosong"),
            ("A,,,mungkin,B,", "diatur “mungkin” seharusnya Ya, Tidak, atau kosong"),
            ("A,,X,,B,", "tingkat “X” tidak dikenal"),
        ] {
            let wrong = BarisSalah { baris: 2, sebab: sebab.into(), judul: false };
            let isi = rows(&format!("{head}{line}\nGuru TIK,,,,Informatika,\n"));
            assert_eq!((isi.rows.len(), isi.salah), (1, vec![wrong]), "{line}: the other lines hold");
        }
        let isi = rows("Guru;SD\nGuru TIK;;;;Informatika;\n");
        let sebab = format!("judulnya bukan {HEADING}");
        assert_eq!(isi, Isi { rows: Vec::new(), salah: vec![BarisSalah { baris: 1, sebab, judul: true }] });
    }
}
