//! Every column we know, by kind of workbook: name, printed title, aliases, meaning, example.
//! From here come reading, blank workbooks and the README tables.

pub mod aspirasi;
pub mod beban;
pub mod bentuk;
pub mod hukdis;
pub mod kebutuhan;
pub mod pegawai;
pub mod penilaian;
pub mod puskesmas;
pub mod sekolah;
pub mod survei;
pub mod unit;
mod values;

use crate::model::cells::Kind;

pub use values::Values;

/// How much a table needs a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Without it the sheet is not this kind of table.
    Required,
    /// Speaks for this kind of table.
    Typical,
    /// Read where present.
    Optional,
}

/// One column of one kind of workbook.
#[derive(Debug)]
pub struct Column {
    /// Canonical name, as in the row structs of `check`: `tmt_jabatan`.
    pub name: &'static str,
    /// Title in the blank workbook, and the first known header: `TMT JABATAN`.
    pub title: &'static str,
    /// Other headers in the wild.
    pub aliases: &'static [&'static str],
    pub weight: Weight,
    /// What it means and how to fill it, in Indonesian.
    pub meaning: &'static str,
    pub example: &'static str,
    /// What a blank workbook asks for in its cells.
    pub values: Values,
    /// Whether a row without it cannot be used. A column may be needed in each row without telling the kind of table.
    pub must: bool,
    /// Whether its example goes with those of the other columns; `III.a` does not go with a teacher.
    pub in_example: bool,
    /// Whether a blank workbook asks for it; else it is only read where an export has it.
    pub asked: bool,
    /// Whether it says more than any other column what a sheet is: hardly any other kind of table has one.
    pub telling: bool,
}

/// One kind of workbook.
#[derive(Debug)]
pub struct Schema {
    pub kind: Kind,
    pub columns: &'static [Column],
}

/// One entry of a schema, in the order people read it.
const fn column(
    name: &'static str,
    title: &'static str,
    aliases: &'static [&'static str],
    weight: Weight,
    meaning: &'static str,
    example: &'static str,
) -> Column {
    let must = matches!(weight, Weight::Required);
    Column {
        name,
        title,
        aliases,
        weight,
        meaning,
        example,
        values: Values::Text,
        must,
        in_example: true,
        asked: true,
        telling: false,
    }
}

impl Column {
    /// With what belongs into its cells.
    const fn of(self, values: Values) -> Column {
        Column { values, ..self }
    }

    /// Needed in each row.
    const fn must(self) -> Column {
        Column { must: true, ..self }
    }

    /// With an example that stands for itself.
    const fn aside(self) -> Column {
        Column { in_example: false, ..self }
    }

    /// Read where an export has it, but asked of nobody. Such columns stand behind all others of their kind.
    const fn unasked(self) -> Column {
        Column { asked: false, in_example: false, ..self }
    }

    /// One that says what a sheet is.
    const fn telling(self) -> Column {
        Column { telling: true, ..self }
    }

    /// Whether it is read though it is personal: what stands in it reaches no output.
    pub fn is_private(&self) -> bool {
        self.title == NIP_PASANGAN
    }

    /// Every header this column is known by, the best first, as `header_key` gives them.
    pub fn keys(&self) -> impl Iterator<Item = String> {
        std::iter::once(self.title).chain(self.aliases.iter().copied()).map(header_key)
    }
}

impl Schema {
    /// The columns that a blank workbook asks for.
    pub fn asked(&self) -> &'static [Column] {
        let asked = self.columns.iter().take_while(|column| column.asked).count();
        &self.columns[..asked]
    }

    /// The column with this canonical name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// Names of the NIP column in lists about people that the personnel workbook knows already.
const NIP: &[&str] = &["NIP BARU", "NIP/NI PPPK", "NIPPPK", "NI PPPK", "N I P", "NOMOR INDUK PEGAWAI", "NIP PEGAWAI"];
const MEANING_NIP: &str = "NIP atau NI PPPK seperti di data pegawai, 18 angka, sebagai teks.";
/// Names of the name column in such lists.
const NAMA: &[&str] = &["NAMA LENGKAP", "NAMA PEGAWAI", "NAMA PNS", "NAMA ASN", "NAMA/NIP", "NIP/NAMA", "NAMA DAN NIP"];
const MEANING_NAMA: &str = "Nama pegawai; dicocokkan dengan data pegawai.";
/// Names of the columns of coordinates, in units of every kind.
const LINTANG: &[&str] = &["LATITUDE", "LAT", "GARIS LINTANG", "LINTANG DERAJAT"];
const BUJUR: &[&str] = &["LONGITUDE", "LONG", "LON", "LNG", "GARIS BUJUR", "BUJUR DERAJAT"];
const MEANING_LINTANG: &str = "Lintang dalam derajat; lintang selatan bertanda minus. Dipakai menghitung jarak.";
const MEANING_BUJUR: &str = "Bujur dalam derajat. Dipakai menghitung jarak.";

/// The schema of a kind of table.
pub fn of(kind: Kind) -> &'static Schema {
    match kind {
        Kind::Pegawai => &pegawai::SCHEMA,
        Kind::Kebutuhan => &kebutuhan::SCHEMA,
        Kind::Sekolah => &sekolah::SCHEMA,
        Kind::Unit => &unit::SCHEMA,
        Kind::Puskesmas => &puskesmas::SCHEMA,
        Kind::Aspirasi => &aspirasi::SCHEMA,
        Kind::Penilaian => &penilaian::SCHEMA,
        Kind::Hukdis => &hukdis::SCHEMA,
        Kind::Survei => &survei::SCHEMA,
        Kind::Beban => &beban::SCHEMA,
    }
}

/// Title of the one sensitive column that is read, for the rules on conflict of interest (domain R04); like every other
/// sensitive one it is never copied to an output.
pub const NIP_PASANGAN: &str = "NIP SUAMI/ISTRI";

/// Headers of columns that are never read and never copied to an output: NIK, religion, health, marital status and
/// family, bank, tax and insurance numbers (design §8, UU 27/2022).
///
/// Addresses, telephone numbers and mail addresses are not among them. They are not read either, and reach no result
/// and no letter; but the annotated copy is the office's own workbook, meant to be corrected by calling people and to
/// replace the source, so it keeps what is needed for that.
pub const SENSITIVE: &[&str] = &[
    "NIK",
    "NO NIK",
    "NOMOR NIK",
    "NIK KTP",
    "NO KTP",
    "NOMOR KTP",
    "KTP",
    "NOMOR INDUK KEPENDUDUKAN",
    "AGAMA",
    "AGAMA ID",
    "AGAMA NAMA",
    // health
    "GOLONGAN DARAH",
    "GOL DARAH",
    "DISABILITAS",
    "JENIS DISABILITAS",
    "STATUS KESEHATAN",
    "KONDISI KESEHATAN",
    "RIWAYAT KESEHATAN",
    "RIWAYAT PENYAKIT",
    "PENYAKIT",
    // marital status, and what tells it
    "STATUS PERKAWINAN",
    "STATUS PERNIKAHAN",
    "STATUS KAWIN",
    "STATUS NIKAH",
    "PERKAWINAN",
    "KAWIN",
    "JENIS KAWIN",
    "JENIS KAWIN ID",
    "JENIS KAWIN NAMA",
    "NAMA SUAMI ISTRI",
    "NIP SUAMI ISTRI",
    "NIP PASANGAN",
    "PEKERJAAN SUAMI ISTRI",
    "KARIS KARSU",
    "NO KARIS KARSU",
    "NAMA IBU KANDUNG",
    "NO KK",
    "NOMOR KK",
    "KARTU KELUARGA",
    "NO KARTU KELUARGA",
    "NOMOR KARTU KELUARGA",
    // bank, insurance, tax
    "BANK",
    "NAMA BANK",
    "NO REKENING",
    "NOMOR REKENING",
    "NO REKENING BANK",
    "NOMOR REKENING BANK",
    "REKENING",
    "REKENING BANK",
    "REKENING ATAS NAMA",
    "BPJS",
    "NO BPJS",
    "NOMOR BPJS",
    "BPJS KESEHATAN",
    "NO BPJS KESEHATAN",
    "NPWP",
    "NO NPWP",
    "NOMOR NPWP",
    "NPWP NOMOR",
    "NAMA WAJIB PAJAK",
];

/// Words of which one is enough, wherever it stands in a header: offices write `NIK/No KTP`, `Nama Istri`, `No Rek`.
const SENSITIVE_WORDS: &[&str] = &[
    "NIK",
    "KTP",
    "KK",
    "AGAMA",
    "KEPERCAYAAN",
    "REKENING",
    "REK",
    "BPJS",
    "NPWP",
    "SUAMI",
    "ISTRI",
    "PASANGAN",
    "KAWIN",
    "NIKAH",
    "PERKAWINAN",
    "PERNIKAHAN",
    "PENYAKIT",
    "SAKIT",
    "DISABILITAS",
    "TANGGUNGAN",
    "KARIS",
    "KARSU",
];

/// Letters of the longest of them.
const LONGEST_SENSITIVE: usize = {
    let (mut longest, mut at) = (0, 0);
    while at < SENSITIVE_WORDS.len() {
        let length = SENSITIVE_WORDS[at].len();
        longest = if length > longest { length } else { longest };
        at += 1;
    }
    longest
};

/// With one of these beside it the word is about a subject that is taught.
const TAUGHT: &[&str] = &["GURU", "MAPEL", "PELAJARAN", "PENDIDIKAN", "PENGAWAS", "PENYULUH"];

/// Whether a header, as compared, stands over personal data: it is listed, or one of its words tells.
pub fn is_sensitive(key: &str) -> bool {
    if SENSITIVE.contains(&key) {
        return true;
    }
    if UNUSED.contains(&key) {
        return false;
    }
    has_sensitive_word(key)
}

/// The same of a header that is listed neither as personal nor as of no use.
pub fn has_sensitive_word(key: &str) -> bool {
    let tells = |word: &str| word.len() <= LONGEST_SENSITIVE && SENSITIVE_WORDS.contains(&word);
    // `N I K` is one word.
    let letters = key.split(' ').all(|word| word.len() == 1);
    let joined = || tells(&key.split(' ').collect::<String>());
    let taught = || key.split(' ').any(|word| TAUGHT.contains(&word));
    (letters && joined()) || (key.split(' ').any(tells) && !taught())
}

/// Headers that offices and exports are known to have and that mean nothing to this program (domain §3.1, §3.2).
/// They are read past without a word. `NIP LAMA`, `PNS ID` and `ID` stand here so that they never become a `nip`.
pub const UNUSED: &[&str] = &[
    // numbering, remarks, and what an annotated copy adds
    "NO",
    "NO URUT",
    "NOMOR",
    "NOMOR URUT",
    "URUT",
    "KET",
    "KETERANGAN",
    "MASALAH",
    // SIASN
    "ID",
    "PNS ID",
    "NIP LAMA",
    "TEMPAT LAHIR ID",
    "NOMOR HP",
    "NOMOR TELPON",
    "EMAIL",
    "EMAIL GOV",
    "ALAMAT",
    "JENIS PEGAWAI ID",
    "KEDUDUKAN HUKUM ID",
    "KARTU PEGAWAI",
    "KARTU ASN VIRTUAL",
    "NOMOR SK CPNS",
    "TGL SK CPNS",
    "NOMOR SK PNS",
    "TGL SK PNS",
    "GOLONGAN AWAL ID",
    "GOLONGAN AWAL NAMA",
    "GOL AWAL ID",
    "GOLONGAN ID",
    "MK TAHUN",
    "MK BULAN",
    "JENIS JABATAN ID",
    "ESELON ID",
    "JABATAN ID",
    "JFT ID",
    "JFU ID",
    "TK PENDIDIKAN ID",
    "TINGKAT PENDIDIKAN ID",
    "PENDIDIKAN ID",
    "TANGGAL LULUS",
    "TAHUN LULUS",
    "NAMA SEKOLAH",
    "KPKN ID",
    "KPKN NAMA",
    "LOKASI KERJA ID",
    "LOKASI KERJA NAMA",
    "SATUAN KERJA INDUK ID",
    "SATUAN KERJA KERJA ID",
    "IS VALID NIK",
    "FLAG IKD",
    // DUK and nominatif
    "THN",
    "BLN",
    "THN PENDIDIKAN",
    "THN LULUS",
    "TMT PENSIUN",
    "TGL PENSIUN",
    "BUP",
    "BUP TH",
    "TGL BUP",
    "MASA KERJA",
    "MASA KERJA THN",
    "MASA KERJA TAHUN",
    "MASA KERJA BLN",
    "MASA KERJA BULAN",
    "MASA KERJA GOLONGAN",
    "MKG",
    "CPNS",
    "PNS",
    "DOMISILI",
    // competence, training, wishes and teaching load: of use in workbooks of their own only
    "JPM",
    "NILAI ASESMEN",
    "KOTAK TALENTA",
    "BOX",
    "KOMPETENSI",
    "DIKLAT",
    "DIKLAT PIM",
    "DIKLAT PKA",
    "DIKLAT PKP",
    "DIKLAT PIM PKA PKP",
    "DIKLAT TEKNIS",
    "JAM PELAJARAN",
    "JP",
    "MINAT",
    "USULAN UNIT 1",
    "USULAN UNIT 2",
    "USULAN UNIT 3",
    "BERSEDIA DIPINDAH",
    "ALASAN",
    "KEBERATAN",
    "MENGAJAR",
    "JAM TUGAS TAMBAHAN",
    "NRG",
    // peta jabatan and daftar kebutuhan: the difference is computed anew, usulan and proyeksi are not planned with
    "KURANG LEBIH",
    "STATUS",
    "BEZETTING CPNS",
    "BEZETTING PNS",
    "BEZETTING PPPK",
    "USULAN",
    "USULAN CPNS",
    "USULAN PNS",
    "USULAN PPPK",
    "USULAN JML",
    "USULAN JUMLAH",
    "PROYEKSI",
    "PEGAWAI YANG DIBUTUHKAN",
    // MenPAN: formasi export
    "KODE",
    "TIPE OPD",
    "STRUKTUR JABATAN ID",
    "POSISI ID",
    "JFU JFT ID",
    "FASKES ID",
    // Dapodik: daftar GTK
    "NUPTK",
    "ALAMAT JALAN",
    "RT",
    "RW",
    "NAMA DUSUN",
    "DESA KELURAHAN",
    "KODE POS",
    "TELEPON",
    "HP",
    "SK CPNS",
    "TANGGAL CPNS",
    "SK PENGANGKATAN",
    "LEMBAGA PENGANGKATAN",
    "SUMBER GAJI",
    "SUDAH LISENSI KEPALA SEKOLAH",
    "PERNAH DIKLAT KEPENGAWASAN",
    "KEAHLIAN BRAILLE",
    "KEAHLIAN BAHASA ISYARAT",
    "KEWARGANEGARAAN",
    "KARPEG",
    // contact: how offices head what SIASN and Dapodik call otherwise
    "NO HP",
    "NO HP WA",
    "NOMOR HP WA",
    "NO WA",
    "NOMOR WA",
    "HP WA",
    "NO TELP",
    "NO TELEPON",
    "NOMOR TELEPON",
    "TELP",
    "E MAIL",
    "ALAMAT EMAIL",
    "ALAMAT RUMAH",
    "ALAMAT LENGKAP",
    "ALAMAT TEMPAT TINGGAL",
    "ALAMAT DOMISILI",
    "RT RW",
    "DUSUN",
    "DESA",
    "KELURAHAN",
    "KODEPOS",
    "LINTANG",
    "BUJUR",
    "NUKS",
    // lists of punishments, of wishes, of surveys
    "NO SK",
    "NOMOR SK",
    "TGL SK",
    "TANGGAL SK",
    "PEJABAT PENETAP",
    "TANGGAL PENGISIAN",
    "TANDA TANGAN",
    "MUTU",
    "MUTU PELAYANAN",
    "KINERJA UNIT PELAYANAN",
    // Dapodik: progress
    "LAST SYNC",
    "JML SYNC",
    "R KELAS",
    "R LAB",
    "R PERPUS",
];

/// Headers of a column that holds name and NIP in one cell (domain §3.3, D3).
pub const NAMA_DAN_NIP: [&str; 3] = ["NAMA NIP", "NIP NAMA", "NAMA DAN NIP"];

/// A header as compared: upper case, parentheses and punctuation away, single spaces (domain §3.1).
pub fn header_key(text: &str) -> String {
    let mut depth = 0u32;
    let outside: String = text
        .chars()
        .filter(|&c| match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    let key = crate::model::jabatan::name_key(&undotted(&outside));
    // The Dutch word for the people in place is spelt in every way.
    match key.split(' ').find(|word| BEZETTING.contains(word)) {
        Some(word) => key.replace(word, "BEZETTING"),
        None => key,
    }
}

/// Single letters parted by full stops are one word: `T.M.T. GOL` is `TMT GOL`.
fn undotted(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let letter = |at: usize| letters.get(at).is_some_and(|c| c.is_alphabetic());
    let single = |at: usize| letter(at) && !letter(at + 1) && (at == 0 || !letter(at - 1));
    let parts = |at: usize| letters[at] == '.' && at > 0 && single(at - 1) && single(at + 1);
    (0..letters.len()).filter(|&at| !parts(at)).map(|at| letters[at]).collect()
}

const BEZETTING: [&str; 5] = ["BEZZETING", "BEZETING", "BEZZETTING", "BESETTING", "BEZITTING"];

/// Words that name nothing by themselves where they stand more than once in a header: of what, the cell to their left
/// tells (domain §3.1).
const BARE: [&str; 4] = ["TMT", "NIP", "ID", "NAMA"];

/// The keys that a bare `TMT`, `NIP`, `ID` or `NAMA` may stand for behind the header `left`, the likeliest first:
/// behind `NAMA SUAMI ISTRI` an `NIP` is the `NIP SUAMI ISTRI`. None for any other word.
pub fn beside(left: &str, key: &str) -> Option<[String; 2]> {
    let word = BARE.iter().find(|word| **word == key)?;
    let mut stem = left;
    for other in BARE {
        stem = stem.strip_suffix(other).and_then(|stem| stem.strip_suffix(' ')).unwrap_or(stem);
        stem = stem.strip_prefix(other).and_then(|stem| stem.strip_prefix(' ')).unwrap_or(stem);
    }
    (!stem.is_empty() && !BARE.contains(&stem)).then(|| [format!("{stem} {word}"), format!("{word} {stem}")])
}

/// Which cells of a header row, given as keys from left to right, stand over personal data (`SENSITIVE`).
pub fn sensitive(keys: &[String]) -> Vec<bool> {
    let mut left = String::new();
    let mut found = Vec::with_capacity(keys.len());
    for key in keys {
        let known = is_sensitive;
        let repeated = keys.iter().filter(|other| *other == key).count() > 1;
        let meant =
            beside(&left, key).filter(|_| repeated).and_then(|meant| meant.into_iter().find(|key| known(key.as_str())));
        left = meant.unwrap_or_else(|| key.clone());
        found.push(known(&left));
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn canonical_names_are_unique_within_a_kind() {
        for kind in Kind::ALL {
            let names: BTreeSet<_> = of(kind).columns.iter().map(|column| column.name).collect();
            assert_eq!(names.len(), of(kind).columns.len(), "{kind:?}");
            assert_eq!(of(kind).kind, kind);
        }
    }

    #[test]
    fn a_header_means_one_column_of_a_kind() {
        for kind in Kind::ALL {
            let mut owner = BTreeMap::new();
            for column in of(kind).columns {
                for key in column.keys() {
                    assert!(!key.is_empty(), "{kind:?} {}", column.name);
                    let before = owner.insert(key.clone(), column.name);
                    assert_eq!(before, None, "{kind:?}: header {key} stands twice");
                }
            }
        }
    }

    #[test]
    fn of_sensitive_columns_only_the_nip_of_a_spouse_is_read() {
        for kind in Kind::ALL {
            for column in of(kind).columns {
                let read_for_kinship = column.is_private();
                for key in column.keys() {
                    assert_eq!(is_sensitive(&key), read_for_kinship, "{kind:?} {key}");
                }
            }
        }
    }

    #[test]
    fn personal_data_is_known_by_one_word_of_its_header() {
        for header in [
            "N I K",
            "NIK/No KTP",
            "AGAMA/KEPERCAYAAN",
            "Nama Istri",
            "No. Rek",
            "Riwayat Sakit",
            "Tanggungan",
            "No.KK",
        ] {
            assert!(is_sensitive(&header_key(header)), "{header}");
        }
        for header in ["Guru Agama Islam", "IS VALID NIK", "NIP", "Kekurangan", "Alamat", "Mapel Agama", "Unit Kerja"] {
            assert!(!is_sensitive(&header_key(header)), "{header}");
        }
    }

    #[test]
    fn what_is_sensitive_is_not_listed_as_merely_unused() {
        for header in SENSITIVE {
            assert!(!UNUSED.contains(header), "{header}");
        }
        // The annotated copy is the office's own: it keeps how to reach people.
        for contact in
            ["NOMOR HP", "HP", "TELEPON", "NOMOR TELPON", "EMAIL", "ALAMAT", "ALAMAT JALAN", "RT", "RW", "KODE POS"]
        {
            assert!(UNUSED.contains(&contact) && !SENSITIVE.contains(&contact), "{contact}");
        }
    }

    #[test]
    fn other_numbers_are_never_taken_for_a_nip() {
        let nip = of(Kind::Pegawai).column("nip").expect("pegawai has a nip");
        for header in ["PNS ID", "ID", "NIP LAMA"] {
            assert!(nip.keys().all(|key| key != header), "{header}");
            assert!(UNUSED.contains(&header), "{header}");
        }
    }

    #[test]
    fn lists_of_headers_are_written_as_they_are_compared() {
        for header in UNUSED.iter().chain(SENSITIVE) {
            assert_eq!(header_key(header), *header);
        }
    }

    #[test]
    fn a_bare_word_is_about_what_stands_left_of_it() {
        assert_eq!(beside("AGAMA ID", "NAMA").unwrap()[0], "AGAMA NAMA");
        assert_eq!(beside("GOLONGAN NAMA", "TMT").unwrap()[1], "TMT GOLONGAN");
        assert_eq!((beside("NO", "NAMA LENGKAP"), beside("ID", "NIP")), (None, None));
        let keys = ["NIP", "NAMA", "AGAMA ID", "NAMA", "NAMA SUAMI ISTRI", "NIP", "JABATAN"].map(str::to_string);
        assert_eq!(sensitive(&keys), [false, false, true, true, true, true, false]);
    }

    #[test]
    fn columns_that_nobody_is_asked_for_stand_behind_all_others() {
        for kind in Kind::ALL {
            let schema = of(kind);
            assert!(schema.columns[schema.asked().len()..].iter().all(|column| !column.asked), "{kind:?}");
        }
    }

    #[test]
    fn a_header_key_drops_brackets_signs_and_line_breaks() {
        assert_eq!(header_key("Nama Lengkap(Dengan Gelar)"), "NAMA LENGKAP");
        assert_eq!(header_key(" Gol./\nRuang "), "GOL RUANG");
        assert_eq!(header_key("N I P."), "N I P");
    }
}
