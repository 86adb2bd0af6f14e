//! Experience in the jabatan goes where people are missing.
//!
//! Counted from TMT jabatan. That clock starts anew on promotion (domain §0, trap 2), so it may tell less than a
//! person has; it never tells more.

use jiff::civil::date;

use crate::model::tanggal::months_in_words;
use crate::place::facts::Pair;
use crate::place::marks::Fact;
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::scope::Scope;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-106",
    title: "Pegawai berpengalaman dalam jabatannya menguatkan unit yang kekurangan",
    basis: "Peraturan BKN 5/2019 (perencanaan mutasi memperhatikan pemetaan pegawai); bobot pilihan kantor",
    skala: "pengalaman_per_tahun untuk tiap tahun dalam jabatan, sampai pengalaman_maks_tahun, menuju unit yang kekurangan atau jabatan yang lebih strategis",
    unggul: "pengalaman yang lebih panjang dalam jabatan",
    perlu: "TMT jabatan",
    bobot: |facts| {
        let bobot = &facts.settings.bobot;
        format!(
            "pengalaman_per_tahun = {}; pengalaman_maks_tahun = {}",
            bobot.pengalaman_per_tahun, bobot.pengalaman_maks_tahun
        )
    },
    maks: |facts| {
        let bobot = &facts.settings.bobot;
        Some(bobot.pengalaman_per_tahun * bobot.pengalaman_maks_tahun * facts.timbangan.most_penguatan / 100)
    },
    known: |facts, id| facts.has_own(id, Fact::MasaJabatan),
    scope: Scope::Kind,
    judge,
    examples: &[
        judged(|_| (), 40, "masa dalam jabatan 10 tahun; unit tujuan kekurangan"),
        judged(
            |scene| scene.pegawai().tmt_jabatan = Some(date(1990, 12, 1)),
            100,
            "masa dalam jabatan 36 tahun, dihitung sampai 25 tahun; unit tujuan kekurangan",
        ),
        judged(|scene| scene.from().riil = 3, 0, "masa dalam jabatan 10 tahun; unit asal dan tujuan kekurangan"),
        missing(
            |scene| scene.pegawai().tmt_jabatan = None,
            40,
            "tidak dapat dinilai (TMT jabatan tidak diketahui); bukan penilaian atas pegawai: setiap orang yang datanya belum ada dihitung sama, setara nilai tengah 10 rekan sejabatan",
        ),
    ],
};

/// Points for each month, at the yearly rate, up to the most.
fn judge(ask: &Pair) -> Points {
    let bobot = &ask.facts.settings.bobot;
    let most = bobot.pengalaman_maks_tahun * 12;
    let points = |months: i64| months.clamp(0, most) * bobot.pengalaman_per_tahun * ask.penguatan() / 1_200;
    let words = |months: i64| {
        let spoken = months_in_words(months.max(0) as i32);
        let capped = match months > most {
            true => format!(", dihitung sampai {} tahun", bobot.pengalaman_maks_tahun),
            false => String::new(),
        };
        format!("masa dalam jabatan {spoken}{capped}; {}", ask.penguatan_in_words())
    };
    ask.by_mark(Fact::MasaJabatan, points, words)
}
