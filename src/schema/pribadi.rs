//! Columns of personal data: never read into the model, never copied to an output.

use super::key::beside;
use super::unused::UNUSED;

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
