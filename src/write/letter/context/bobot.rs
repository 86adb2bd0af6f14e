//! Weights in plain words: what staff read on the published plan is no key of a settings file.

/// Key of `[bobot]`, the words before its number and those after it.
const KATA: &[(&str, &str, &str)] = &[
    ("linear", "pendidikan linear", "poin"),
    ("serumpun", "serumpun", "poin"),
    ("kinerja_per_tingkat", "tiap tingkat predikat di atas atau di bawah Baik", "poin"),
    ("jarak_per_km", "tiap km lebih dekat atau lebih jauh", "poin"),
    ("jarak_bebas_km", "di luar", "km pertama"),
    ("rotasi_per_tahun", "tiap tahun melewati batas rotasi", "poin"),
    ("rotasi_maks", "paling banyak", "poin"),
    ("kompetensi_per_persen", "tiap persen JPM di atas atau di bawah batas memenuhi syarat", "poin"),
    ("pengalaman_per_tahun", "tiap tahun dalam jabatan", "poin"),
    ("pengalaman_maks_tahun", "paling lama", "tahun"),
    ("keahlian", "tiap keahlian khusus yang diminta jabatan", "poin"),
    ("kid_per_poin", "tiap angka nilai gabungan di atas atau di bawah acuan", "poin"),
    ("kid_acuan", "acuan", ""),
    ("kid_kompetensi", "bagian kompetensi", ""),
    ("kid_integritas", "bagian integritas", ""),
    ("kid_dedikasi", "bagian dedikasi", ""),
    ("potensial_per_tingkat", "potensial tinggi atau rendah", "poin"),
    ("strategis_per_poin", "tiap angka bobot strategis jabatan", "poin"),
    ("usulan_1", "usulan pertama", "poin"),
    ("usulan_2", "usulan kedua", "poin"),
    ("usulan_3", "usulan ketiga", "poin"),
    ("bersedia", "bersedia dipindah", "poin"),
    ("tidak_bersedia", "tidak bersedia, mengurangi", "poin"),
    ("keberlanjutan_per_tahun", "tiap tahun yang kurang dari batas rotasi, mengurangi", "poin"),
];

/// `linear = 400; serumpun = 200` as `pendidikan linear 400 poin; serumpun 200 poin`. What is no such list stays as it is.
pub fn in_words(bobot: &str) -> String {
    let one = |part: &str| {
        let known = part.split_once(" = ").and_then(|(key, number)| {
            let (_, before, after) = KATA.iter().find(|(own, ..)| *own == key.trim())?;
            Some(format!("{before} {number} {after}").trim().to_string())
        });
        known.unwrap_or_else(|| part.to_string())
    };
    bobot.split("; ").map(one).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn every_weight_of_a_criterion_has_its_words() {
        // Of the rest none is a weight: it says how many colleagues stand for one who is not known.
        let keys = Settings::default().bobot.entries().into_iter().map(|(key, _)| key);
        let keys: Vec<&str> = keys.filter(|key| *key != "pembanding_min").collect();
        assert_eq!(KATA.iter().map(|(key, ..)| *key).collect::<Vec<_>>(), keys);
        assert_eq!(in_words("linear = 400; serumpun = 200"), "pendidikan linear 400 poin; serumpun 200 poin");
        assert_eq!(
            in_words("jarak_per_km = 14; jarak_bebas_km = 3"),
            "tiap km lebih dekat atau lebih jauh 14 poin; di luar 3 km pertama"
        );
        assert_eq!(in_words("menurut pedoman"), "menurut pedoman");
    }
}
