//! Those who have not been long in their unit are kept there.
//!
//! That few move at all is a level of its own, and is not counted here again; this only tells, of those who might move,
//! who has more to finish where he or she is. It goes on below the rotation limit where O-104 ends.

use jiff::civil::date;

use crate::model::tanggal::months_in_words;
use crate::place::facts::Pair;
use crate::place::marks::Fact;
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::scope::Scope;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-112",
    title: "Yang belum lama bertugas di unitnya dipertahankan",
    basis: "Pilihan kantor; batas rotasi menurut PP 11/2017 Pasal 190 ayat (3)",
    skala: "dikurangi keberlanjutan_per_tahun untuk tiap tahun di unit lama yang masih kurang dari batas rotasi A-102",
    unggul: "masa tugas yang lebih lama di unit lama",
    perlu: "TMT di unit",
    bobot: |facts| format!("keberlanjutan_per_tahun = {}", facts.settings.bobot.keberlanjutan_per_tahun),
    maks: |_| Some(0),
    known: |facts, id| facts.has_own(id, Fact::MasaUnit),
    scope: Scope::Unit,
    judge,
    examples: &[
        judged(
            |scene| scene.pegawai().tmt_unit = Some(date(2023, 12, 1)),
            -40,
            "masa di unit lama 3 tahun, 2 tahun kurang dari batas rotasi",
        ),
        judged(
            |scene| scene.pegawai().tmt_unit = Some(date(2021, 12, 1)),
            0,
            "masa di unit lama 5 tahun, tidak kurang dari batas rotasi",
        ),
        missing(
            |scene| {
                scene.roster.pegawai.iter_mut().for_each(|pegawai| pegawai.tmt_unit = Some(date(2022, 12, 1)));
                scene.pegawai().tmt_unit = None;
            },
            -20,
            "tidak dapat dinilai (TMT di unit tidak diketahui); bukan penilaian atas pegawai: setiap orang yang datanya belum ada dihitung sama, setara nilai tengah 10 rekan sejabatan",
        ),
    ],
};

/// Less points for each month short of the limit, at the yearly rate.
fn judge(ask: &Pair) -> Points {
    let left = |months: i64| (ask.facts.rotation_limit_months() - months.max(0)).max(0);
    let rate = ask.facts.settings.bobot.keberlanjutan_per_tahun;
    let spoken = |months: i64| months_in_words(months.max(0) as i32);
    let words = |months| match left(months) {
        0 => format!("masa di unit lama {}, tidak kurang dari batas rotasi", spoken(months)),
        left => format!("masa di unit lama {}, {} kurang dari batas rotasi", spoken(months), spoken(left)),
    };
    ask.by_mark(Fact::MasaUnit, |months| -(left(months) * rate / 12), words)
}
