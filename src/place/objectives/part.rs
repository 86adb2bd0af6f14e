//! The answer of an objective, and what it says where something is missing.

use crate::place::facts::{Pair, Say};
use crate::place::marks::{Fact, Mark};

/// Points with both sides of the comparison in words (empty when words were not wanted).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    pub points: i64,
    /// Whether they come from the person's own facts. Else something is missing, and the sentence says what and what
    /// it counts as.
    pub judged: bool,
    pub sentence: String,
}

impl Points {
    pub fn judged(points: i64, say: Say, sentence: impl FnOnce() -> String) -> Points {
        Points { points, judged: true, sentence: say.words(sentence) }
    }

    /// `what` is missing; the points are those of the middle one of so many colleagues, `None` where there is none.
    pub fn missing(usual: Option<(i64, u32)>, say: Say, what: &str) -> Points {
        let (points, of) = usual.unwrap_or_default();
        Points { points, judged: false, sentence: say.words(|| in_words(what, of)) }
    }
}

impl Points {
    /// `what` is missing, and known of fewer than `least` colleagues; the points are those of the middle one of them.
    fn few(points: i64, say: Say, what: &str, of: u32, least: i64) -> Points {
        let words = || {
            format!(
                "tidak dapat dinilai (belum cukup pembanding: {what} hanya diketahui pada {of} rekan sejabatan, paling \
                 sedikit {least}); bukan penilaian atas pegawai: setiap orang yang datanya belum ada dihitung sama, \
                 setara nilai tengah {of} rekan itu"
            )
        };
        Points { points, judged: false, sentence: say.words(words) }
    }
}

/// What is said of a gap.
pub(super) fn in_words(what: &str, of: u32) -> String {
    match of {
        0 => format!(
            "tidak dapat dinilai ({what} tidak diketahui, juga bagi rekan sejabatan); tidak dihitung bagi siapa pun"
        ),
        _ => format!(
            "tidak dapat dinilai ({what} tidak diketahui); bukan penilaian atas pegawai: setiap orang yang datanya belum ada dihitung sama, setara nilai tengah {of} rekan sejabatan"
        ),
    }
}

impl Pair<'_> {
    /// What counts where `what` is not known: the points of the middle one of so many colleagues, told as few where they
    /// are fewer than the office wants for a comparison.
    pub fn lacking(&self, usual: Option<(i64, u32)>, what: &str) -> Points {
        let least = self.facts.settings.bobot.pembanding_min;
        match usual {
            Some((points, of)) if i64::from(of) < least => Points::few(points, self.say, what, of, least),
            Some(_) | None => Points::missing(usual, self.say, what),
        }
    }

    /// Points that rise or fall with a mark: from the person's own, else from that of the middle colleague.
    pub fn by_mark(&self, fact: Fact, points: impl FnOnce(i64) -> i64, sentence: impl FnOnce(i64) -> String) -> Points {
        match self.mark(fact) {
            Mark::Own(mark) => Points::judged(points(mark), self.say, || sentence(mark)),
            Mark::Median(mark, of) | Mark::Few(mark, of) => self.lacking(Some((points(mark), of)), fact.label()),
            Mark::Nowhere => Points::missing(None, self.say, fact.label()),
        }
    }
}
