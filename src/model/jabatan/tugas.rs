//! What a jabatan or an extra duty makes of a person in the unit: its head, a deputy, or neither.

use super::name_key;

/// Kind of duty. One reading serves every rule and count that asks who leads a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JenisTugas {
    KepalaSekolah,
    KepalaPuskesmas,
    /// Head of any other unit: camat, lurah, kepala dinas, kepala UPTD.
    KepalaUnit,
    Wakil,
    /// Everything else, also who leads a part of a unit only: kepala seksi, kepala perpustakaan, kepala laboratorium.
    Lain,
}

/// A duty as it was read from its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tugas {
    pub jenis: JenisTugas,
    /// Whether it is held for the time being: Plt, Plh, Pj, Pjs. The post itself is then open.
    pub sementara: bool,
}

impl Tugas {
    /// Reads `Kepala Sekolah`, `Ka. Puskesmas Bangko`, `Plt. Kepala SD Negeri 1`, `Guru / Kepsek`.
    pub fn parse(text: &str) -> Tugas {
        let mut read = Tugas { jenis: JenisTugas::Lain, sementara: false };
        // Rules ask it of everybody again and again, and of nearly everybody no word tells anything.
        if !name_key(text).split(' ').any(tells) {
            return read;
        }
        for key in keys(text) {
            read.sementara |= key.split(' ').any(|word| SEMENTARA.contains(&word)) || key.contains("PELAKSANA TUGAS");
            let first = duties(&key).map(one).min_by_key(|jenis| *jenis as u8);
            read.jenis = first.filter(|jenis| (*jenis as u8) < read.jenis as u8).unwrap_or(read.jenis);
        }
        read
    }

    /// The duties that stand in one text, each by its key: `WALI KELAS` and `GURU PIKET` of `Wali Kelas, Guru Piket`.
    pub fn each(text: &str) -> Vec<String> {
        keys(text).flat_map(|key| duties(&key).map(str::to_string).collect::<Vec<_>>()).collect()
    }

    /// Whether whoever has it leads the whole unit, also for the time being.
    pub fn leads_unit(self) -> bool {
        match self.jenis {
            JenisTugas::KepalaSekolah | JenisTugas::KepalaPuskesmas | JenisTugas::KepalaUnit => true,
            JenisTugas::Wakil | JenisTugas::Lain => false,
        }
    }

    /// The head of a school who was appointed to it, not one who acts for a time.
    pub fn is_kepala_sekolah(self) -> bool {
        self.jenis == JenisTugas::KepalaSekolah && !self.sementara
    }
}

/// Whether a word may make a duty anything but `Lain`, or held for the time being.
fn tells(word: &str) -> bool {
    Kata::of(word).is_some() || SEMENTARA.contains(&word) || word == "PELAKSANA"
}

/// The parts of a text that signs part, by their keys.
fn keys(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(['/', ',', ';', '(', ')', '+', '&']);
    let dashed = parts.flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – "));
    dashed.flat_map(|part| part.split(" — ")).map(name_key)
}

/// The duties that `dan` joins in one of them.
fn duties(key: &str) -> impl Iterator<Item = &str> {
    key.split(" DAN ")
}

const SEMENTARA: [&str; 5] = ["PLT", "PLH", "PJ", "PJS", "PENJABAT"];
const KEPALA: [&str; 3] = ["KEPALA", "KA", "KEP"];
const WAKIL: [&str; 5] = ["WAKIL", "WAKA", "WAKASEK", "WAKEPSEK", "WADIR"];
const UPT: [&str; 4] = ["UPT", "UPTD", "UPTB", "BLUD"];

/// First words of what the head of a school heads, letters only: `SDN 1`, `SATUAN PENDIDIKAN`.
const SEKOLAH: [&str; 23] = [
    "SEKOLAH", "SD", "SDN", "SDS", "SMP", "SMPN", "SMPS", "SMA", "SMAN", "SMK", "SMKN", "SLB", "SLBN", "TK", "TKN",
    "PAUD", "KB", "SKB", "MI", "MIN", "MTS", "MAN", "MADRASAH",
];

/// First words of what the head of another unit heads.
const UNIT: [&str; 16] = [
    "DINAS",
    "BADAN",
    "KANTOR",
    "BALAI",
    "KECAMATAN",
    "KELURAHAN",
    "SATPOL",
    "RSUD",
    "RUMAH",
    "PELAKSANA",
    "SEKRETARIAT",
    "INSPEKTORAT",
    "UPTK",
    "KLINIK",
    "LABKESDA",
    "DESA",
];

/// The duty of one part of a text, by its key.
fn one(key: &str) -> JenisTugas {
    let key = key.rsplit_once("SEBAGAI ").map_or(key, |(_, duty)| duty);
    let mut words = key.split(' ').peekable();
    let is_title = |word: &&str| SEMENTARA.contains(word) || ["PELAKSANA", "TUGAS", "HARIAN", "GURU"].contains(word);
    while words.next_if(is_title).is_some() {}
    let Some(first) = words.next() else { return JenisTugas::Lain };
    let rest: Vec<&str> = words.collect();
    match Kata::of(first) {
        Some(Kata::Selalu(jenis)) => jenis,
        Some(Kata::Inspektur) if rest.is_empty() || rest[0] == "DAERAH" => JenisTugas::KepalaUnit,
        Some(Kata::Sekretaris) if ["DAERAH", "DPRD"].contains(&rest.first().copied().unwrap_or_default()) => {
            JenisTugas::KepalaUnit
        }
        Some(Kata::Kepala) => headed(&rest, first == "KEPALA"),
        Some(Kata::Inspektur | Kata::Sekretaris) | None => JenisTugas::Lain,
    }
}

/// What the first word of a duty tells.
enum Kata {
    /// The same whatever stands behind it.
    Selalu(JenisTugas),
    Inspektur,
    Sekretaris,
    Kepala,
}

impl Kata {
    fn of(word: &str) -> Option<Kata> {
        match word {
            "KEPSEK" | "KASEK" => Some(Kata::Selalu(JenisTugas::KepalaSekolah)),
            "KAPUS" | "KAPUSKESMAS" => Some(Kata::Selalu(JenisTugas::KepalaPuskesmas)),
            "CAMAT" | "LURAH" | "DIREKTUR" => Some(Kata::Selalu(JenisTugas::KepalaUnit)),
            "INSPEKTUR" => Some(Kata::Inspektur),
            "SEKRETARIS" => Some(Kata::Sekretaris),
            word if WAKIL.contains(&word) => Some(Kata::Selalu(JenisTugas::Wakil)),
            word if KEPALA.contains(&word) => Some(Kata::Kepala),
            _ => None,
        }
    }
}

/// What stands behind `Kepala`. Alone it tells of no part, so it is the unit.
fn headed(rest: &[&str], in_full: bool) -> JenisTugas {
    let letters = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_digit()).to_string();
    let Some(first) = rest.first().map(|word| letters(word)) else {
        return if in_full { JenisTugas::KepalaUnit } else { JenisTugas::Lain };
    };
    match (first.as_str(), rest.get(1).copied().unwrap_or_default()) {
        ("PUSKESMAS" | "PKM", "PEMBANTU" | "KELILING") => JenisTugas::Lain,
        ("PUSKESMAS" | "PKM", _) => JenisTugas::KepalaPuskesmas,
        ("TAMAN", "KANAK") | ("SATUAN", "PENDIDIKAN") => JenisTugas::KepalaSekolah,
        ("SATUAN", "POLISI") | ("UNIT", "PELAKSANA") => JenisTugas::KepalaUnit,
        (upt, _) if UPT.contains(&upt) => match headed(&rest[1..], true) {
            JenisTugas::Lain => JenisTugas::KepalaUnit,
            known => known,
        },
        (school, _) if SEKOLAH.contains(&school) => JenisTugas::KepalaSekolah,
        (unit, _) if UNIT.contains(&unit) => JenisTugas::KepalaUnit,
        _ => JenisTugas::Lain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duty_leads_the_unit_only_where_it_leads_all_of_it() {
        use JenisTugas::*;
        let cases = [
            ("Kepala Sekolah", KepalaSekolah),
            ("Kepsek", KepalaSekolah),
            ("KEPSEK SDN 1 Bangko", KepalaSekolah),
            ("Ka. Sekolah", KepalaSekolah),
            ("Ka.Sekolah", KepalaSekolah),
            ("Plt. Kepala Sekolah", KepalaSekolah),
            ("Pelaksana Tugas Kepala Sekolah", KepalaSekolah),
            ("Kepala Sekolah (Plt)", KepalaSekolah),
            ("Kepala SD Negeri 1 Bangko", KepalaSekolah),
            ("Kepala SDN2 Bangko", KepalaSekolah),
            ("Kepala Taman Kanak-Kanak Pembina", KepalaSekolah),
            ("Kepala UPTD SD Negeri 1 Bangko", KepalaSekolah),
            ("Guru Kelas / Kepala Sekolah", KepalaSekolah),
            ("Guru yang diberi tugas sebagai Kepala Sekolah", KepalaSekolah),
            ("Kepala Perpustakaan, Kepala Sekolah", KepalaSekolah),
            ("Kepala Puskesmas Bangko", KepalaPuskesmas),
            ("Ka. UPTD Puskesmas Bangko", KepalaPuskesmas),
            ("Kapus", KepalaPuskesmas),
            ("Camat Bangko", KepalaUnit),
            ("Kepala Dinas Pendidikan", KepalaUnit),
            ("Kepala Satuan Polisi Pamong Praja", KepalaUnit),
            ("Kepala UPTD", KepalaUnit),
            ("Wakil Kepala Sekolah", Wakil),
            ("Waka Kurikulum", Wakil),
            ("Kepala Perpustakaan", Lain),
            ("Kepala Perpustakaan Sekolah", Lain),
            ("Ka. Laboratorium", Lain),
            ("Kepala Bengkel", Lain),
            ("Kepala Program Keahlian", Lain),
            ("Kepala Tata Usaha", Lain),
            ("Kepala Seksi Kurikulum", Lain),
            ("Kepala Bidang Pembinaan SD", Lain),
            ("Kepala Subbagian Umum", Lain),
            ("Kepala Puskesmas Pembantu", Lain),
            ("Sekretaris Camat", Lain),
            ("Mantan Kepala Sekolah", Lain),
            ("Wali Kelas", Lain),
            ("", Lain),
        ];
        for (text, jenis) in cases {
            assert_eq!(Tugas::parse(text).jenis, jenis, "{text}");
        }
    }

    #[test]
    fn who_acts_for_a_time_leads_the_unit_but_does_not_fill_its_post() {
        for text in ["Plt. Kepala Sekolah", "Kepala Sekolah (Plh)", "Pelaksana Tugas Kepala Sekolah"] {
            assert!(Tugas::parse(text).leads_unit() && !Tugas::parse(text).is_kepala_sekolah(), "{text}");
        }
    }
}
