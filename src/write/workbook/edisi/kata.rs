//! Rules in plain words: what staff read of a rule is no key of a settings file.

/// A severity, what it is called here, and what that means.
const TINGKAT: &[(&str, &str, &str)] = &[
    ("blokir", "wajib", "perpindahan yang tidak memenuhinya tidak dapat diusulkan"),
    ("peringatan", "dengan catatan", "dapat diusulkan, dengan catatan untuk pimpinan"),
    ("info", "untuk diketahui", "hanya ditampilkan"),
];

/// Key of a rule's number, the words before the number and those after it.
const ANGKA: &[(&str, &str, &str)] = &[
    ("masa_jabatan_min_bulan", "paling singkat", "bulan"),
    ("masa_jabatan_maks_bulan", "paling lama", "bulan"),
    ("blokir_bulan", "tidak dipindahkan bila tinggal", "bulan atau kurang"),
    ("peringatan_bulan", "diberi catatan dalam jangka", "bulan"),
    ("pengali_jarak", "jarak baginya dihitung", "kali"),
    ("sebelum_penetapan_bulan", "", "bulan sebelum penetapan"),
    ("sesudah_pelantikan_bulan", "", "bulan sesudah pelantikan"),
    ("masa_jpt_min_bulan", "paling singkat", "bulan"),
    ("tahun", "", "tahun terakhir"),
    ("jam_min", "paling sedikit", "jam"),
    ("jam_maks", "paling banyak", "jam"),
    ("setara_pimpinan", "tugas pimpinan setara", "jam"),
    ("setara_wali_kelas", "tugas wali kelas setara", "jam"),
    ("setara_pembina", "tugas pembina setara", "jam"),
    ("setara_piket", "tugas piket setara", "jam"),
    ("setara_lain_maks", "tugas lain setara paling banyak", "jam"),
    ("golongan_di_bawah", "paling jauh", "golongan di bawah"),
    ("usia_maks_jpt", "usia paling tinggi", "tahun"),
    ("rotasi_min_bulan", "paling cepat sesudah", "bulan"),
    ("periode_bulan", "satu periode", "bulan"),
    ("periode_maks", "paling banyak", "periode"),
    ("tahun_kinerja", "kinerja", "tahun terakhir"),
    ("usia_maks", "usia paling tinggi", "tahun"),
    ("pppk_masa_tahun", "masa kerja PPPK paling singkat", "tahun"),
    ("manajerial_tahun", "pengalaman manajerial paling singkat", "tahun"),
    ("jarak_pasangan_km", "paling jauh", "km"),
];

/// Groups of such keys that end with a kind of school.
const PER_BENTUK: [(&str, &str); 3] = [
    ("murid_", "murid tiap rombel paling banyak"),
    ("rombel_min_", "rombel paling sedikit"),
    ("rombel_maks_", "rombel paling banyak"),
];

/// How a rule binds and with which numbers: `wajib: paling singkat 24 bulan`.
pub(super) fn sifat(tingkat: &str, parameter: &str) -> String {
    let own = TINGKAT.iter().find(|(key, ..)| *key == tingkat).map_or(tingkat, |(_, own, _)| own);
    let numbers: Vec<String> = parameter.split("; ").filter(|part| !part.is_empty()).map(number).collect();
    if numbers.is_empty() { own.to_string() } else { format!("{own}: {}", numbers.join("; ")) }
}

/// What the words of `sifat` mean.
pub(super) fn arti() -> String {
    TINGKAT.iter().map(|(_, own, means)| format!("{own}: {means}")).collect::<Vec<_>>().join("; ") + "."
}

/// `masa_jabatan_min_bulan = 24` as `paling singkat 24 bulan`. What is no such number stays, without its underscores.
fn number(part: &str) -> String {
    let known = part.split_once(" = ").and_then(|(key, number)| {
        let own = ANGKA.iter().find(|(own, ..)| *own == key);
        let own = own.map(|(_, before, after)| format!("{before} {number} {after}").trim().to_string());
        own.or_else(|| per_bentuk(key, number))
    });
    known.unwrap_or_else(|| part.replace('_', " ").replace(" = ", " "))
}

/// `murid_sd = 28` as `murid tiap rombel paling banyak 28 (SD)`.
fn per_bentuk(key: &str, number: &str) -> Option<String> {
    let (kind, words) = PER_BENTUK.iter().find_map(|(prefix, words)| Some((key.strip_prefix(prefix)?, words)))?;
    let kind = match kind {
        "kesetaraan" => "pendidikan kesetaraan".to_string(),
        kind => match kind.strip_prefix("paket_") {
            Some(paket) => format!("Paket {}", paket.to_uppercase()),
            None => kind.to_uppercase(),
        },
    };
    Some(format!("{words} {number} ({kind})"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    #[test]
    fn every_number_of_a_rule_has_its_words() {
        let law = fixture::region().law;
        for code in law.codes() {
            for key in law.rule(code).parameter.keys() {
                let told = number(&format!("{key} = 7"));
                assert_ne!(told, format!("{} 7", key.replace('_', " ")), "{code} has no words for it");
            }
        }
    }

    #[test]
    fn a_rule_is_told_without_keys() {
        let told = sifat("blokir", "blokir_bulan = 12; peringatan_bulan = 24");
        assert_eq!(
            told,
            "wajib: tidak dipindahkan bila tinggal 12 bulan atau kurang; diberi catatan dalam jangka 24 bulan"
        );
        assert_eq!(sifat("peringatan", ""), "dengan catatan");
        assert_eq!(number("murid_paket_a = 20"), "murid tiap rombel paling banyak 20 (Paket A)");
        assert_eq!(number("rombel_min_sd = 6"), "rombel paling sedikit 6 (SD)");
    }
}
