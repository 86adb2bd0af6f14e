//! What limits a plan as a whole, and how far it may be from the best one.

use crate::model::angka::ribuan;
use crate::model::batasan::{Batas, BatasRun, Batasan, Pembatas};
use crate::model::plan::{Penentu, Tujuan, Urutan};
use crate::place::facts::Facts;
use crate::settings::Rencana;

/// Each limit with what the plan makes of it, and what is proven.
pub fn batasan(batas: &BatasRun, batasan: &Batasan, urutan: &Urutan, longest: usize) -> (Vec<String>, String) {
    let full = |cap: u32, of_kind: fn(&Batas) -> bool| {
        let full = batasan.terpakai.iter().filter(|(row, used)| of_kind(row) && **used >= cap).count();
        format!("{} unit mencapainya", ribuan(full as i64))
    };
    let pindah = batas.pindah.map(|cap| {
        format!(
            "Pegawai yang berpindah paling banyak {}: terpakai {}.",
            number(cap),
            number(batasan.used(Batas::Pindah))
        )
    });
    let masuk = batas.masuk.map(|cap| {
        let full = full(cap, |row| matches!(row, Batas::Masuk(_)));
        format!("Pegawai yang masuk ke satu unit paling banyak {}: {full}.", number(cap))
    });
    let keluar = batas.keluar.map(|cap| {
        let full = full(cap, |row| matches!(row, Batas::Keluar(_)));
        format!("Pegawai yang keluar dari satu unit paling banyak {}: {full}.", number(cap))
    });
    let rantai = batas.rantai.map(|most| {
        let told = if longest == 0 { "tidak ada perpindahan".into() } else { format!("yang terpanjang {longest}") };
        format!("Perpindahan berantai paling panjang {}: {told}.", number(most))
    });
    let all = [pindah, masuk, keluar, rantai].into_iter().flatten().collect();
    (all, bukti(batas, batasan, urutan))
}

/// What is not proven where totals are bounded as well.
pub const MERATA_TAK_TERBUKTI: &str = " Kemerataan pengisian dinilai dengan harga tempat yang ditetapkan dari batas total \
    saja (rencana.total); bahwa tidak ada pembagian yang lebih merata di antara rencana yang menepati kedua macam batas \
    belum dibuktikan.";

/// What may stop a move beside rules and the bounds of posts: words to end a sentence of other causes. Limits are told
/// by themselves, where they do.
pub fn penahan(rencana: &Rencana) -> &'static str {
    if rencana.has_totals() { ", atau batas total menahannya (rencana.total)" } else { "" }
}

fn number(count: u32) -> String {
    ribuan(count.into())
}

/// Read from the first level on which plan and bound differ; that of chains is the best plan without the limit on them.
fn bukti(batas: &BatasRun, batasan: &Batasan, urutan: &Urutan) -> String {
    let own = |slot: Option<usize>| ribuan(slot.map_or(0, |slot| batasan.selisih[slot]));
    let without = if batas.rantai.is_some() { " bila perpindahan berantai tidak dibatasi" } else { "" };
    let far = match urutan.penentu(&batasan.selisih) {
        _ if batasan.proven() => {
            return "Terbukti tidak ada rencana lain yang lebih baik dan menepati batas itu.".into();
        }
        Penentu::Seri => {
            return "Terbukti tidak ada rencana lain yang menepati batas itu dan lebih baik menurut salah satu tujuan."
                .into();
        }
        Penentu::Paksaan => format!("{} keputusan pimpinan", ribuan(batasan.selisih[0])),
        Penentu::Tujuan(tujuan @ Tujuan::Keterisian) => {
            let ranks = own(urutan.slot(tujuan));
            return format!(
                "Rencana ini menepati batas itu, tetapi belum terbukti yang paling merata di antara yang menepatinya{without}: \
                 jumlah peringkat tempat yang terisi paling banyak {ranks} di bawah yang terbaik (tempat pada jabatan yang \
                 lebih kosong berperingkat lebih tinggi)."
            );
        }
        Penentu::Tujuan(tujuan @ Tujuan::Perpindahan) => format!("{} perpindahan", own(urutan.slot(tujuan))),
        Penentu::Tujuan(tujuan @ Tujuan::Perubahan) => {
            format!("{} perubahan terhadap rencana terbit", own(urutan.slot(tujuan)))
        }
        Penentu::Tujuan(tujuan @ (Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak)) => {
            format!("{} poin {}", own(urutan.slot(tujuan)), tujuan.nama())
        }
    };
    format!("Rencana ini menepati batas itu dan paling banyak {far} dari yang terbaik{without}.")
}

/// What is said of another plan that pairs closed for the sake of limits leave out.
pub const TERTUTUP: &str = "melampaui batas rencana";

/// What is said of another plan that breaks these limits; of none, that this one is not proven better.
pub fn melampaui(facts: &Facts, batasan: &Batasan, batas: &[Pembatas]) -> String {
    match batas {
        [] => {
            "menepati batas rencana dan belum terbukti kalah dari rencana ini (buktinya di lembar Catatan Run)".into()
        }
        batas => format!("melampaui {}", pembatas(facts, batasan, batas)),
    }
}

/// Limits by their number and how much of it is used: `batas 8 pegawai berpindah (terpakai 8)`.
pub fn pembatas(facts: &Facts, batasan: &Batasan, batas: &[Pembatas]) -> String {
    let limits = facts.settings.rencana.batas();
    let unit = |unit| super::nama_unit(&facts.roster.unit(unit).nama);
    let one = |own: &Pembatas| match *own {
        Pembatas::Batas(row) => {
            let of = match row {
                Batas::Pindah => "berpindah".to_string(),
                Batas::Masuk(to) => format!("masuk ke {}", unit(to)),
                Batas::Keluar(from) => format!("keluar dari {}", unit(from)),
            };
            let cap = number(limits.of(row).unwrap_or(0));
            format!("batas {cap} pegawai {of} (terpakai {})", number(batasan.used(row)))
        }
        Pembatas::Rantai => format!("batas perpindahan berantai sepanjang {}", number(limits.rantai.unwrap_or(0))),
    };
    match batas {
        [] => "batas rencana".into(),
        batas => batas.iter().map(one).collect::<Vec<_>>().join(" dan "),
    }
}

/// The kinds of limits that keep posts open, to follow `batas`: `8 berpindah`.
pub fn mengikat(batas: &BatasRun, batasan: &Batasan) -> Vec<String> {
    let held = |of_kind: fn(&Pembatas) -> bool| batasan.terhalang.values().flat_map(|own| &own.batas).any(of_kind);
    let pindah = batas.pindah.filter(|_| held(|own| matches!(own, Pembatas::Batas(Batas::Pindah))));
    let masuk = batas.masuk.filter(|_| held(|own| matches!(own, Pembatas::Batas(Batas::Masuk(_)))));
    let keluar = batas.keluar.filter(|_| held(|own| matches!(own, Pembatas::Batas(Batas::Keluar(_)))));
    let rantai = batas.rantai.filter(|_| held(|own| matches!(own, Pembatas::Rantai)));
    let told = [
        pindah.map(|cap| format!("{} berpindah", number(cap))),
        masuk.map(|cap| format!("{} masuk per unit", number(cap))),
        keluar.map(|cap| format!("{} keluar per unit", number(cap))),
        rantai.map(|most| format!("rantai {}", number(most))),
    ];
    told.into_iter().flatten().collect()
}
