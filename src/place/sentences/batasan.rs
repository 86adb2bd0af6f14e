//! What limits a plan as a whole, and how far it may be from the best one.

use crate::model::angka::ribuan;
use crate::model::batasan::{Batas, BatasRun, Batasan};
use crate::model::plan::{Penentu, Tujuan, Urutan};
use crate::settings::Rencana;

/// Each limit with what the plan makes of it, and what is proven.
pub fn batasan(batas: &BatasRun, batasan: &Batasan, urutan: &Urutan, longest: usize) -> (Vec<String>, String) {
    let used = |row: Batas| batasan.terpakai.get(&row).copied().unwrap_or(0);
    let full = |cap: u32, of_kind: fn(&Batas) -> bool| {
        let full = batasan.terpakai.iter().filter(|(row, used)| of_kind(row) && **used >= cap).count();
        format!("{} unit mencapainya", ribuan(full as i64))
    };
    let pindah = batas.pindah.map(|cap| {
        format!("Pegawai yang berpindah paling banyak {}: terpakai {}.", number(cap), number(used(Batas::Pindah)))
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

/// What may stop a move beside rules and the bounds of posts: words to end a sentence of other causes.
pub fn penahan(rencana: &Rencana) -> &'static str {
    match (rencana.total.each().next().is_some(), rencana.batas().any()) {
        (false, false) => "",
        (true, false) => ", atau batas total menahannya (rencana.total)",
        (false, true) => batas_atas(rencana),
        (true, true) => ", atau batas total atau batas atas perpindahan menahannya (bagian rencana di mutasi.toml)",
    }
}

/// The same where bounds on totals are told by themselves.
pub(super) fn batas_atas(rencana: &Rencana) -> &'static str {
    let some = ", atau batas atas perpindahan menahannya (bagian rencana di mutasi.toml)";
    if rencana.batas().any() { some } else { "" }
}

fn number(count: u32) -> String {
    ribuan(count.into())
}

/// Read from the first level on which plan and bound differ; that of chains is the best plan without the limit on them.
fn bukti(batas: &BatasRun, batasan: &Batasan, urutan: &Urutan) -> String {
    let own = |slot: Option<usize>| ribuan(slot.map_or(0, |slot| batasan.selisih[slot]));
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
            format!("{} langkah pemerataan pengisian", own(urutan.slot(tujuan)))
        }
        Penentu::Tujuan(tujuan @ Tujuan::Perpindahan) => format!("{} perpindahan", own(urutan.slot(tujuan))),
        Penentu::Tujuan(tujuan @ Tujuan::Perubahan) => {
            format!("{} perubahan terhadap rencana terbit", own(urutan.slot(tujuan)))
        }
        Penentu::Tujuan(tujuan @ (Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak)) => {
            format!("{} poin {}", own(urutan.slot(tujuan)), tujuan.nama())
        }
    };
    let without = if batas.rantai.is_some() { " bila perpindahan berantai tidak dibatasi" } else { "" };
    format!("Rencana ini menepati batas itu dan paling banyak {far} dari yang terbaik{without}.")
}
