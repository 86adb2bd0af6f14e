//! The day the moves take effect, beside the month whose data are read.

use jiff::civil::Date;

use super::{FILE, Waktu};
use crate::finding::{Finding, Place, catalogue};
use crate::model::roster::Roster;
use crate::model::tanggal::{Periode, tanggal_in_words};

const KEY: &str = "tanggal_efektif";

impl Waktu {
    /// P-105 where the day lies before the month, or before the newest TMT that its data may hold: what is younger
    /// counts as not come to pass, so that one old line in the settings spoils every length of service. `text` is the
    /// file of the settings.
    pub fn too_early(&self, text: &str, roster: &Roster) -> Option<Finding> {
        let (efektif, periode) = (self.tanggal_efektif?, roster.periode);
        let usual = periode.next().first_day();
        let newest = newest_tmt(roster, usual);
        if efektif >= periode.first_day() && newest.is_none_or(|newest| newest <= efektif) {
            return None;
        }
        let newest = newest.filter(|newest| *newest > efektif);
        let newest = newest.map(|newest| format!(" (TMT terbaru {})", tanggal_in_words(newest))).unwrap_or_default();
        let day = tanggal_in_words(efektif);
        let problem = format!(
            "waktu.{KEY} {day} mendahului data {}{newest}; yang terjadi sesudah tanggal itu dianggap belum ada, dan \
             masa jabatan serta usia dihitung sampai tanggal itu",
            periode.in_words()
        );
        let remedy = remedy(usual, periode);
        Some(Finding::new(&catalogue::EFEKTIF_LEWAT, place(text), efektif.to_string(), problem).with_remedy(remedy))
    }
}

fn remedy(usual: Date, periode: Periode) -> String {
    format!(
        "Kosongkan {KEY} di mutasi.toml agar {} yang dipakai, atau tulis tanggal sesudah {}.",
        tanggal_in_words(usual),
        periode.in_words()
    )
}

/// The newest TMT of the month's data; what lies behind the usual day is a fault of its own (D-207).
fn newest_tmt(roster: &Roster, usual: Date) -> Option<Date> {
    let all = roster.pegawai.iter().flat_map(|pegawai| [pegawai.tmt_gol, pegawai.tmt_jabatan, pegawai.tmt_unit]);
    all.flatten().filter(|tmt| *tmt <= usual).max()
}

fn place(text: &str) -> Place {
    let file = Place::file(FILE);
    let line = text.lines().position(|line| line.trim_start().trim_start_matches("waktu.").starts_with(KEY));
    line.map_or(file.clone(), |line| file.at(line as u32, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;
    use crate::settings::Settings;

    #[test]
    fn a_day_before_the_month_or_its_newest_tmt_is_told() {
        let mut roster = fixture::region().roster;
        let told = |text: &str, roster: &Roster| {
            Settings::parse(text).unwrap().value.waktu.too_early(text, roster).map(|finding| finding.problem)
        };
        let (first, usual) = (roster.periode.first_day(), roster.periode.next().first_day());
        let before = first.yesterday().unwrap();
        let line = |day: Date| format!("[waktu]\ntanggal_efektif = \"{day}\"\n");
        for pegawai in &mut roster.pegawai {
            (pegawai.tmt_gol, pegawai.tmt_jabatan, pegawai.tmt_unit) = (None, None, None);
        }
        assert_eq!(told("", &roster), None, "the usual day follows the month");
        assert_eq!(told(&line(first), &roster), None);
        assert!(told(&line(before), &roster).is_some());
        roster.pegawai[0].tmt_unit = Some(first.tomorrow().unwrap());
        assert!(told(&line(first), &roster).unwrap().contains("TMT terbaru 2 "), "{:?}", told(&line(first), &roster));
        assert_eq!(told(&line(usual), &roster), None);
    }
}
