//! Reads a jabatan as printed: acting prefixes off, name and jenjang apart, kind known (domain §3.3 D22, §3.6).

use super::jenis::{self, Tertulis};
use super::{Jabatan, JenisJabatan, Jenjang, Petunjuk, name_key};

/// Jenjang as words at the end of a name, the longest first. The last column says whether the words mean a jenjang
/// by themselves, or only in a jabatan fungsional (`Guru Muda`, but not `Taruna Muda` of a pelaksana).
const JENJANG: [(&[&str], Jenjang, bool); 17] = [
    (&["AHLI", "PERTAMA"], Jenjang::AhliPertama, true),
    (&["AHLI", "MUDA"], Jenjang::AhliMuda, true),
    (&["AHLI", "MADYA"], Jenjang::AhliMadya, true),
    (&["AHLI", "UTAMA"], Jenjang::AhliUtama, true),
    (&["PELAKSANA", "LANJUTAN"], Jenjang::Mahir, true),
    (&["PELAKSANA", "PEMULA"], Jenjang::Pemula, true),
    (&["TERAMPIL", "PELAKSANA", "LANJUTAN"], Jenjang::Mahir, true),
    (&["TERAMPIL", "PELAKSANA", "PEMULA"], Jenjang::Pemula, true),
    (&["PEMULA"], Jenjang::Pemula, true),
    (&["TERAMPIL"], Jenjang::Terampil, true),
    (&["MAHIR"], Jenjang::Mahir, true),
    (&["PENYELIA"], Jenjang::Penyelia, true),
    (&["PERTAMA"], Jenjang::AhliPertama, false),
    (&["MUDA"], Jenjang::AhliMuda, false),
    (&["MADYA"], Jenjang::AhliMadya, false),
    (&["UTAMA"], Jenjang::AhliUtama, false),
    (&["PELAKSANA"], Jenjang::Terampil, false),
];

/// First words after which `Pelaksana` names no jenjang.
const BUKAN_FUNGSIONAL: [&str; 6] = ["TENAGA", "PETUGAS", "STAF", "PEGAWAI", "UNSUR", "PENGADMINISTRASI"];

/// One name for the teacher posts that the formula of need knows, by the keys they are printed with.
pub const NAMA_BAKU: [(&str, &[&str]); 16] = [
    ("Guru Kelas", &["GURU KELAS", "GURU KELAS SD"]),
    (
        "Guru PAI",
        &[
            "GURU PAI",
            "GURU AGAMA ISLAM",
            "GURU PENDIDIKAN AGAMA ISLAM",
            "GURU PENDIDIKAN AGAMA ISLAM PAI",
            "GURU PENDIDIKAN AGAMA ISLAM DAN BUDI PEKERTI",
        ],
    ),
    (
        "Guru PJOK",
        &[
            "GURU PJOK",
            "GURU PENJAS",
            "GURU PENJASORKES",
            "GURU PENJAS ORKES",
            "GURU PENDIDIKAN JASMANI DAN OLAHRAGA",
            "GURU PENDIDIKAN JASMANI OLAHRAGA KESEHATAN",
            "GURU PENJASKES",
            "GURU PENDIDIKAN JASMANI",
            "GURU PENDIDIKAN JASMANI OLAHRAGA DAN KESEHATAN",
            "GURU PENDIDIKAN JASMANI OLAH RAGA DAN KESEHATAN",
            "GURU PENDIDIKAN JASMANI DAN KESEHATAN",
        ],
    ),
    ("Guru TK", &["GURU TK", "GURU KELAS TK", "GURU TAMAN KANAK KANAK", "GURU PAUD"]),
    ("Kepala Sekolah", &["KEPALA SEKOLAH", "KEPSEK"]),
    (
        "Guru Pendidikan Pancasila dan Kewarganegaraan",
        &[
            "GURU PENDIDIKAN PANCASILA DAN KEWARGANEGARAAN",
            "GURU PPKN",
            "GURU PKN",
            "GURU PENDIDIKAN PANCASILA",
            "GURU PENDIDIKAN KEWARGANEGARAAN",
        ],
    ),
    ("Guru Bahasa Indonesia", &["GURU BAHASA INDONESIA", "GURU B INDONESIA"]),
    ("Guru Matematika", &["GURU MATEMATIKA", "GURU MTK"]),
    ("Guru Ilmu Pengetahuan Alam", &["GURU ILMU PENGETAHUAN ALAM", "GURU IPA", "GURU ILMU PENGETAHUAN ALAM IPA"]),
    ("Guru Ilmu Pengetahuan Sosial", &["GURU ILMU PENGETAHUAN SOSIAL", "GURU IPS", "GURU ILMU PENGETAHUAN SOSIAL IPS"]),
    ("Guru Bahasa Inggris", &["GURU BAHASA INGGRIS", "GURU B INGGRIS"]),
    ("Guru Seni Budaya", &["GURU SENI BUDAYA", "GURU SENI", "GURU SENI BUDAYA DAN KETERAMPILAN"]),
    ("Guru Prakarya", &["GURU PRAKARYA", "GURU PRAKARYA DAN KEWIRAUSAHAAN"]),
    ("Guru Informatika", &["GURU INFORMATIKA"]),
    (
        "Guru Bimbingan dan Konseling",
        &["GURU BIMBINGAN DAN KONSELING", "GURU BIMBINGAN KONSELING", "GURU BK", "GURU BP BK"],
    ),
    ("Guru Pendamping Khusus", &["GURU PENDAMPING KHUSUS", "GURU PEMBIMBING KHUSUS", "GURU GPK"]),
];

impl Jabatan {
    /// Reads `Guru Ahli Pertama - Guru Kelas`, `Perawat Pelaksana Lanjutan`, `Plt. Kepala Seksi Kurikulum`.
    /// `None` when nothing is left of the name.
    pub fn parse(text: &str, petunjuk: Petunjuk) -> Option<Jabatan> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let words = without_acting(&words);
        if !words.iter().any(|word| word.chars().any(char::is_alphanumeric)) {
            return None;
        }
        let printed = words.join(" ");
        if let Some(nama) = leader(&name_key(&printed)) {
            return Some(Jabatan { nama: nama.into(), jenjang: None, jenis: JenisJabatan::Fungsional });
        }
        let written = petunjuk.jenis.and_then(jenis::tertulis);
        let (nama, jenjang) = match written {
            Some(Tertulis::Jenis(JenisJabatan::Fungsional)) => name_and_jenjang(&printed, true),
            None => name_and_jenjang(&printed, false),
            Some(_) => (printed, None),
        };
        let key = name_key(&nama);
        let jenis = match written {
            Some(Tertulis::Jenis(jenis)) => jenis,
            _ if jenjang.is_some() => JenisJabatan::Fungsional,
            _ => {
                let told = petunjuk.eselon.and_then(jenis::of_eselon).or_else(|| jenis::of_name(&key));
                let unknown = if written.is_some() { JenisJabatan::Pengawas } else { kind_without_sign(&key) };
                told.unwrap_or(unknown)
            }
        };
        Some(Jabatan { nama: standard_name(nama).into(), jenjang, jenis })
    }
}

impl Jabatan {
    /// The jabatan of a teacher of this subject: `PAI` is `Guru PAI`, `Guru Kelas SD/MI` is `Guru Kelas`. `None` where
    /// several are named.
    pub fn of_mapel(mapel: &str) -> Option<Jabatan> {
        let key = name_key(mapel);
        let named = if key.starts_with("GURU") { mapel.trim().to_string() } else { format!("Guru {}", mapel.trim()) };
        let whole = standard(&name_key(&named)).map(str::to_string);
        let class = || key.contains("GURU KELAS").then(|| "Guru Kelas".to_string());
        let several = mapel.contains([',', ';', '/', '&', '+']);
        let nama = whole.or_else(class).or_else(|| (!several && !key.is_empty()).then_some(named))?;
        Some(Jabatan { nama: nama.into(), jenjang: None, jenis: JenisJabatan::Fungsional })
    }

    /// Whether it is a teacher's whose subject it does not tell.
    pub fn is_plain_teacher(&self) -> bool {
        name_key(&self.nama) == "GURU"
    }
}

/// A teacher is always fungsional, also where the jenjang is not printed.
fn kind_without_sign(key: &str) -> JenisJabatan {
    if key.starts_with("GURU ") || key == "GURU" { JenisJabatan::Fungsional } else { JenisJabatan::Pelaksana }
}

/// Without `Plt.`, `Plh.`, `Pj.`, `Pjs.` in front.
fn without_acting<'a, 'b>(words: &'b [&'a str]) -> &'b [&'a str] {
    let acting = |word: &str| matches!(name_key(word).as_str(), "PLT" | "PLH" | "PJ" | "PJS");
    let start = words.iter().position(|word| !acting(word)).unwrap_or(words.len());
    &words[start..]
}

/// Heads of schools and puskesmas are fungsional with an extra duty, whatever their unit's name adds.
fn leader(key: &str) -> Option<&'static str> {
    let mut rest = key.strip_prefix("KEPALA ")?;
    for word in ["UPTD ", "UPT "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    match rest.split(' ').next()? {
        "SEKOLAH" | "SD" | "SDN" | "SMP" | "SMPN" | "TK" | "TKN" => Some("Kepala Sekolah"),
        "PUSKESMAS" | "PKM" => Some("Kepala Puskesmas"),
        _ => None,
    }
}

/// Parts `Guru Ahli Pertama - Guru Kelas`, `Guru Pertama (Guru Kelas)` and `Guru Kelas Ahli Pertama`.
fn name_and_jenjang(printed: &str, fungsional: bool) -> (String, Option<Jenjang>) {
    let (head, tail) = split_tail(printed);
    let (base, jenjang) = take_jenjang(head, fungsional);
    let Some(tail) = tail else { return (base, jenjang) };
    let (detail, tail_jenjang) = take_jenjang(tail, fungsional);
    match (jenjang, tail_jenjang) {
        (None, Some(jenjang)) if detail.is_empty() => (base, Some(jenjang)),
        (None, Some(jenjang)) => (format!("{base} - {detail}"), Some(jenjang)),
        (Some(jenjang), _) => (join_detail(base, detail), Some(jenjang)),
        (None, None) => (printed.to_string(), None),
    }
}

/// `Guru`, `Guru Kelas` is `Guru Kelas`; `Guru`, `Matematika` is `Guru Matematika`; `Perawat`, `Ruang IGD` is `Perawat`.
fn join_detail(base: String, detail: String) -> String {
    let (base_key, detail_key) = (name_key(&base), name_key(&detail));
    if detail_key.is_empty() {
        base
    } else if detail_key.starts_with(&base_key) || detail_key == "KEPALA SEKOLAH" {
        detail
    } else if base_key == "GURU" {
        format!("{base} {detail}")
    } else {
        base
    }
}

/// What stands before and after ` - `, a comma, or in parentheses at the end.
fn split_tail(text: &str) -> (&str, Option<&str>) {
    for sign in [" - ", " – ", " — ", " / ", ", "] {
        if let Some((head, tail)) = text.split_once(sign) {
            return (head.trim(), Some(tail.trim()));
        }
    }
    match text.strip_suffix(')').and_then(|open| open.split_once('(')) {
        Some((head, tail)) if !head.trim().is_empty() => (head.trim(), Some(tail.trim())),
        _ => (text, None),
    }
}

/// Takes the jenjang out of a name: at its end, or, where the words are plain, anywhere.
fn take_jenjang(text: &str, fungsional: bool) -> (String, Option<Jenjang>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let keys: Vec<String> = words.iter().map(|word| name_key(word)).collect();
    let mut best: Option<(usize, usize, Jenjang)> = None;
    for (pattern, jenjang, plain) in JENJANG {
        let width = pattern.len();
        let Some(last) = keys.len().checked_sub(width) else { continue };
        let two_words = width >= 2 && plain;
        let starts = if two_words { 0..=last } else { last..=last };
        let found = starts.rev().find(|&start| (0..width).all(|i| keys[start + i] == pattern[i]));
        let Some(start) = found else { continue };
        let meant = plain || fungsional || jenjang_by_use(&keys[..start], jenjang);
        if meant && best.is_none_or(|(_, longest, _)| width > longest) {
            best = Some((start, width, jenjang));
        }
    }
    let Some((start, width, jenjang)) = best else { return (text.to_string(), None) };
    let rest: Vec<&str> = words[..start].iter().chain(&words[start + width..]).copied().collect();
    (rest.join(" "), Some(jenjang))
}

/// Whether an old one-word jenjang may be one here: some name stands before it, and not that of a pelaksana.
fn jenjang_by_use(before: &[String], jenjang: Jenjang) -> bool {
    let Some(first) = before.first() else { return false };
    jenjang != Jenjang::Terampil || !BUKAN_FUNGSIONAL.contains(&first.as_str())
}

/// One spelling for the teachers: `Guru Mata Pelajaran PJOK SD` is `Guru PJOK`, `Guru Kelas IV` is `Guru Kelas`.
fn standard_name(nama: String) -> String {
    let nama = without_mapel(nama);
    standard(&name_key(&nama)).map_or(nama, str::to_string)
}

/// The one spelling of a teacher's jabatan that the formula knows, by any of its keys.
fn standard(key: &str) -> Option<&'static str> {
    let school = [" SD", " SMP", " SEKOLAH DASAR"].iter().find_map(|school| key.strip_suffix(school));
    let known = |key: &str| NAMA_BAKU.iter().find(|(_, keys)| keys.contains(&key)).map(|(standard, _)| *standard);
    known(key).or_else(|| known(school?)).or_else(|| teaches_one_class(key).then_some("Guru Kelas"))
}

/// `Guru Mata Pelajaran Matematika` is `Guru Matematika`, `Guru Mapel` alone `Guru`.
fn without_mapel(nama: String) -> String {
    let words: Vec<&str> = nama.split_whitespace().collect();
    let keys: Vec<String> = words.iter().take(3).map(|word| name_key(word)).collect();
    let filler = match keys.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["GURU", "MATA", "PELAJARAN"] | ["GURU", "BIDANG", "STUDI"] => 2,
        ["GURU", "MAPEL", ..] => 1,
        _ => return nama,
    };
    match &words[1 + filler..] {
        [] => words[0].to_string(),
        subject => format!("{} {}", words[0], subject.join(" ")),
    }
}

/// `GURU KELAS IV`, `GURU KELAS 4 B`: a class teacher, named with the class of this year.
fn teaches_one_class(key: &str) -> bool {
    let class = |word: &str| {
        let number = word.trim_end_matches(['A', 'B', 'C', 'D']);
        matches!(number, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "1" | "2" | "3" | "4" | "5" | "6")
    };
    key.strip_prefix("GURU KELAS ").is_some_and(|rest| rest.split(' ').all(class))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (String, Option<Jenjang>, JenisJabatan) {
        let jabatan = Jabatan::parse(text, Petunjuk::default()).unwrap();
        (jabatan.nama.to_string(), jabatan.jenjang, jabatan.jenis)
    }

    #[test]
    fn spellings_of_one_jabatan_fungsional_are_one() {
        let f = JenisJabatan::Fungsional;
        for (texts, nama, jenjang) in [
            (
                &[
                    "Guru Ahli Pertama - Guru Kelas",
                    "Guru Kelas Ahli Pertama",
                    "Guru Pertama (Guru Kelas)",
                    "GURU KELAS AHLI PERTAMA",
                    "Guru Ahli Pertama – Guru Kelas",
                    "Ahli Pertama Guru Kelas",
                ][..],
                "Guru Kelas",
                Jenjang::AhliPertama,
            ),
            (&["Guru Madya", "Guru Ahli Madya"], "Guru", Jenjang::AhliMadya),
            (&["Guru Ahli Muda - Matematika", "Guru Matematika Ahli Muda"], "Guru Matematika", Jenjang::AhliMuda),
            (
                &[
                    "Perawat Pelaksana Lanjutan",
                    "Perawat Mahir",
                    "Perawat - Mahir",
                    "Perawat Terampil Pelaksana Lanjutan",
                ],
                "Perawat",
                Jenjang::Mahir,
            ),
            (&["Perawat Pelaksana", "Perawat Terampil"], "Perawat", Jenjang::Terampil),
            (&["Perawat Pelaksana Pemula", "Perawat Pemula"], "Perawat", Jenjang::Pemula),
            (&["Bidan Penyelia"], "Bidan", Jenjang::Penyelia),
            (&["Dokter Ahli Pertama - Dokter Umum"], "Dokter Umum", Jenjang::AhliPertama),
            (
                &[
                    "Guru Ahli Muda - Pendidikan Agama Islam",
                    "Guru Agama Islam Muda",
                    "Guru Pendidikan Agama Islam Ahli Muda",
                    "Guru Pendidikan Agama Islam dan Budi Pekerti Ahli Muda",
                    "GURU AHLI MUDA - GURU MATA PELAJARAN PAI",
                    "Guru PAI SD Ahli Muda",
                ],
                "Guru PAI",
                Jenjang::AhliMuda,
            ),
            (
                &[
                    "Guru Ahli Muda - Guru Pendidikan Jasmani, Olahraga, dan Kesehatan",
                    "Guru Pendidikan Jasmani Olahraga dan Kesehatan Ahli Muda",
                    "Guru Pendidikan Jasmani, Olahraga dan Kesehatan Ahli Muda",
                    "Guru Muda (Guru Mapel PJOK)",
                    "Guru Penjas Orkes Muda",
                ],
                "Guru PJOK",
                Jenjang::AhliMuda,
            ),
            (
                &["Guru Kelas IV Ahli Muda", "Guru Ahli Muda - Guru Kelas 4B", "Guru Kelas VI A Muda"],
                "Guru Kelas",
                Jenjang::AhliMuda,
            ),
            (&["Guru Mata Pelajaran Matematika Ahli Muda"], "Guru Matematika", Jenjang::AhliMuda),
        ] {
            for text in texts {
                assert_eq!(parse(text), (nama.to_string(), Some(jenjang), f), "{text}");
            }
        }
    }

    #[test]
    fn kinds_are_told_by_name_where_no_column_tells_them() {
        for (text, nama, jenis) in [
            ("Kepala Dinas Kesehatan", "Kepala Dinas Kesehatan", JenisJabatan::Jpt),
            ("Plt. Sekretaris Dinas", "Sekretaris Dinas", JenisJabatan::Administrator),
            ("Camat Bangko", "Camat Bangko", JenisJabatan::Administrator),
            ("Kabid Pembinaan SD", "Kabid Pembinaan SD", JenisJabatan::Administrator),
            ("Plh. Kasi Kurikulum", "Kasi Kurikulum", JenisJabatan::Pengawas),
            ("Kasubbag Umum", "Kasubbag Umum", JenisJabatan::Pengawas),
            ("Lurah Pematang Kandis", "Lurah Pematang Kandis", JenisJabatan::Pengawas),
            ("Kepala Sekolah", "Kepala Sekolah", JenisJabatan::Fungsional),
            ("Kepala SD Negeri 1 Bangko", "Kepala Sekolah", JenisJabatan::Fungsional),
            ("Pj. Kepala UPTD Puskesmas Bangko", "Kepala Puskesmas", JenisJabatan::Fungsional),
            ("Pengelola Kepegawaian", "Pengelola Kepegawaian", JenisJabatan::Pelaksana),
            ("Tenaga Pelaksana", "Tenaga Pelaksana", JenisJabatan::Pelaksana),
            ("Pelaksana", "Pelaksana", JenisJabatan::Pelaksana),
            ("Guru", "Guru", JenisJabatan::Fungsional),
        ] {
            assert_eq!(parse(text), (nama.to_string(), None, jenis), "{text}");
        }
    }

    #[test]
    fn columns_of_kind_and_eselon_count_before_the_name() {
        let parse = |text, jenis, eselon| Jabatan::parse(text, Petunjuk { jenis, eselon }).unwrap().jenis;
        assert_eq!(parse("Analis Hukum", Some("JFT"), None), JenisJabatan::Fungsional);
        assert_eq!(parse("Analis Hukum", Some("Fungsional Umum"), None), JenisJabatan::Pelaksana);
        for (eselon, jenis) in [
            ("II.b", JenisJabatan::Jpt),
            ("IIB", JenisJabatan::Jpt),
            ("2b", JenisJabatan::Jpt),
            ("III/a", JenisJabatan::Administrator),
            ("IV.a", JenisJabatan::Pengawas),
        ] {
            assert_eq!(parse("Direktur", Some("Struktural"), Some(eselon)), jenis, "{eselon}");
        }
        assert_eq!(parse("Direktur", Some("Struktural"), None), JenisJabatan::Pengawas);
        let pelaksana = Jabatan::parse("Pengemudi Utama", Petunjuk { jenis: Some("JFU"), eselon: None }).unwrap();
        assert_eq!((&*pelaksana.nama, pelaksana.jenjang), ("Pengemudi Utama", None));
    }

    #[test]
    fn nothing_left_is_no_jabatan() {
        for text in ["", "Plt.", " - "] {
            assert_eq!(Jabatan::parse(text, Petunjuk::default()), None, "{text}");
        }
    }
}
