//! How a decree words things: placeholders of the settings, ordinals, names of offices in running text.

use crate::settings::{Daerah, Settings};

/// What the placeholders of the settings' texts stand for.
pub struct Placeholders {
    values: [(&'static str, String); 5],
}

impl Placeholders {
    /// `tmt` is the effective date in words.
    pub fn new(settings: &Settings, tmt: &str) -> Placeholders {
        let daerah = &settings.daerah;
        Placeholders {
            values: [
                ("daerah", daerah.full_name()),
                ("pejabat", pejabat_in_text(&settings.sk.pejabat, daerah)),
                ("provinsi", daerah.provinsi.clone()),
                ("ibu_kota", daerah.ibu_kota.clone()),
                ("tmt", tmt.to_string()),
            ],
        }
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

/// Ordinal of a diktum, from one: `KESATU`, `KEDUA`, … `KEDUA BELAS`, `KEDUA PULUH SATU` (domain §4.6).
pub fn diktum_ordinal(number: usize) -> String {
    format!("KE{}", terbilang(number).to_uppercase())
}

/// A number from 1 to 99 in words; larger ones stay digits, no decree has as many diktum.
fn terbilang(number: usize) -> String {
    const ONES: [&str; 10] = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
    match number {
        1..=9 => ONES[number].into(),
        10 => "sepuluh".into(),
        11 => "sebelas".into(),
        12..=19 => format!("{} belas", ONES[number - 10]),
        20..=99 => format!("{} puluh {}", ONES[number / 10], ONES[number % 10]).trim_end().into(),
        _ => format!("-{number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_follow_the_table_of_decrees() {
        let words = [1, 2, 9, 10, 11, 12, 21].map(diktum_ordinal);
        assert_eq!(
            words,
            ["KESATU", "KEDUA", "KESEMBILAN", "KESEPULUH", "KESEBELAS", "KEDUA BELAS", "KEDUA PULUH SATU"]
        );
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
    fn offices_are_written_small_in_running_text() {
        let daerah = |nama: &str| Daerah { nama: nama.into(), ..Settings::default().daerah };
        assert_eq!(pejabat_in_text("BUPATI MERANGIN", &daerah("Merangin")), "Bupati Merangin");
        assert_eq!(pejabat_in_text("WALI KOTA BINJAI", &daerah("Binjai")), "Wali Kota Binjai");
        assert_eq!(pejabat_in_text("GUBERNUR DKI JAKARTA", &daerah("DKI Jakarta")), "Gubernur DKI Jakarta");
    }
}
