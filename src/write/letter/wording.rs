//! How a decree words things: placeholders of the settings, ordinals, names of offices in running text.

use std::collections::BTreeSet;

use super::context::column_numbers;
use crate::model::terbilang::ke;
use crate::settings::surat::SebutanDiktum;
use crate::settings::{Daerah, Settings};

/// What the placeholders of the settings' texts stand for.
pub struct Placeholders {
    values: Vec<(&'static str, String)>,
    /// The title of the decree, filled; `Err` as of [`Placeholders::fill`].
    pub tentang: Result<String, String>,
}

impl Placeholders {
    /// `tmt` is the effective date in words.
    pub fn new(settings: &Settings, tmt: &str) -> Placeholders {
        let daerah = &settings.daerah;
        let values = vec![
            ("daerah", daerah.full_name()),
            ("pejabat", pejabat_in_text(&settings.sk.pejabat, daerah)),
            ("provinsi", daerah.provinsi.clone()),
            ("ibu_kota", daerah.ibu_kota.clone()),
            ("tmt", tmt.to_string()),
            ("kesatu", diktum_ordinal(settings.sk.sebutan_diktum, 1)),
            ("kolom_nama", column_numbers(settings, &["nama_nip", "nama"])),
            ("kolom_lama", column_numbers(settings, &["lama", "jabatan_lama", "unit_lama"])),
            ("kolom_baru", column_numbers(settings, &["baru", "jabatan_baru", "unit_baru"])),
        ];
        let mut own = Placeholders { values, tentang: Ok(String::new()) };
        // The title may name all of them but itself.
        own.tentang = own.fill(&settings.sk.tentang);
        let title = own.tentang.clone().unwrap_or_else(|_| rusak(TENTANG));
        own.values.push(("tentang", title));
        own
    }

    /// Replaces `{daerah}` and the others. `Err` holds the first placeholder that is not known, without braces.
    pub fn fill(&self, text: &str) -> Result<String, String> {
        let mut out = String::with_capacity(text.len() + 32);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                return Err(after.chars().take(20).collect());
            };
            let known = self.values.iter().find(|(key, _)| *key == name.trim());
            out.push_str(&known.ok_or_else(|| name.to_string())?.1);
            rest = tail;
        }
        out.push_str(rest);
        Ok(out)
    }

    /// The names that can be used, for the remedy: `{daerah}, {pejabat}, …`.
    pub fn names(&self) -> String {
        self.values.iter().map(|(name, _)| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
    }
}

/// The key of the title.
pub const TENTANG: &str = "sk.tentang";

/// A sign for private use around the key of a text that cannot be filled; no template or value prints it. Of those that are
/// taken out of every value it is none.
const RUSAK: char = '\u{f8f0}';

/// What stands in place of a text of the settings that cannot be filled: whoever prints it does not get far.
pub fn rusak(key: &str) -> String {
    format!("{RUSAK}{key}{RUSAK}")
}

/// The keys of such texts within a letter as it is filled in: titles in capitals, values with backslashes.
pub fn rusak_in(text: &str) -> BTreeSet<String> {
    text.split(RUSAK).skip(1).step_by(2).map(|key| key.replace('\\', "").to_lowercase()).collect()
}

/// `BUPATI MERANGIN` as running text writes it: `Bupati Merangin`. The region keeps its own spelling (`DKI Jakarta`).
pub fn pejabat_in_text(pejabat: &str, daerah: &Daerah) -> String {
    let upper = daerah.nama.to_uppercase();
    match pejabat.trim().strip_suffix(&upper) {
        Some(office) if !upper.is_empty() => format!("{}{}", title_case(office), daerah.nama),
        _ => title_case(pejabat.trim()),
    }
}

fn title_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        if begins {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        begins = !c.is_alphanumeric();
    }
    out
}

/// Ordinal of a diktum, from one: `KESATU` or, as older decrees begin, `PERTAMA`, then `KEDUA`, … (domain §4.6).
pub fn diktum_ordinal(sebutan: SebutanDiktum, number: usize) -> String {
    match (sebutan, number) {
        (SebutanDiktum::Pertama, 1) => "PERTAMA".into(),
        (SebutanDiktum::Pertama | SebutanDiktum::Kesatu, _) => ke(number as u64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_diktum_is_called_as_the_office_calls_it() {
        let of = |sebutan| [1, 2, 12].map(|number| diktum_ordinal(sebutan, number));
        assert_eq!(of(SebutanDiktum::Kesatu), ["KESATU", "KEDUA", "KEDUA BELAS"]);
        assert_eq!(of(SebutanDiktum::Pertama), ["PERTAMA", "KEDUA", "KEDUA BELAS"]);
    }

    #[test]
    fn an_unknown_placeholder_is_named() {
        let settings = Settings::default();
        let known = Placeholders::new(&settings, "1 Desember 2026");
        assert_eq!(known.fill("mulai {tmt}."), Ok("mulai 1 Desember 2026.".into()));
        assert_eq!(known.fill("Bupati {nama}"), Err("nama".into()));
        assert_eq!(known.fill("Bupati {nama"), Err("nama".into()));
    }

    #[test]
    fn the_title_is_a_placeholder_like_others_and_names_itself_nowhere() {
        let mut settings = Settings::default();
        settings.sk.tentang = "Penempatan di {daerah}".into();
        let of = |settings: &Settings| Placeholders::new(settings, "1 Desember 2026").fill("tentang {tentang};");
        let daerah = settings.daerah.full_name();
        assert_eq!(of(&settings), Ok(format!("tentang Penempatan di {daerah};")));
        settings.sk.tentang = "Perubahan {tentang}".into();
        assert_eq!(Placeholders::new(&settings, "").tentang, Err("tentang".into()));
        let text = of(&settings).unwrap().to_uppercase();
        assert_eq!(rusak_in(&text).into_iter().collect::<Vec<_>>(), [TENTANG], "whoever prints it is told of it");
    }

    #[test]
    fn offices_are_written_small_in_running_text() {
        let daerah = |nama: &str| Daerah { nama: nama.into(), ..Settings::default().daerah };
        assert_eq!(pejabat_in_text("BUPATI MERANGIN", &daerah("Merangin")), "Bupati Merangin");
        assert_eq!(pejabat_in_text("WALI KOTA BINJAI", &daerah("Binjai")), "Wali Kota Binjai");
        assert_eq!(pejabat_in_text("GUBERNUR DKI JAKARTA", &daerah("DKI Jakarta")), "Gubernur DKI Jakarta");
    }
}
