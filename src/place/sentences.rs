//! The sentences of a plan, made once, from the numbers that decided it.

use crate::model::angka::ribuan;
use crate::model::needs::Post;
use crate::model::plan::SebabKosong;
use crate::place::explain::Regret;
use crate::place::facts::Facts;
use crate::place::rules::RULES;

/// Why this person and this post.
pub fn alasan(facts: &Facts, from: &Post, to: &Post, regret: Option<&Regret>) -> String {
    let name = |post: &Post| &facts.unit_of(post).nama;
    let asal = match from.gap() {
        Some(gap) if gap > 0 => format!("{} kelebihan {gap} orang ({})", name(from), count(from)),
        Some(0) | None => format!("{} ({}) mendapat pengganti dalam rencana ini", name(from), count(from)),
        Some(gap) => {
            format!(
                "{} kekurangan {} orang ({}) tetapi mendapat pengganti dalam rencana ini",
                name(from),
                -gap,
                count(from)
            )
        }
    };
    let tujuan = match to.gap() {
        Some(gap) if gap < 0 => format!("{} kekurangan {} orang ({})", name(to), -gap, count(to)),
        _ => format!("{} ({}) ditinggalkan pegawai lain dalam rencana ini", name(to), count(to)),
    };
    format!("{asal}, sedangkan {tujuan}. {}", pilihan(regret))
}

fn count(post: &Post) -> String {
    match &post.kebutuhan {
        Some(need) if need.lo == need.hi => format!("{} dari kebutuhan {}", post.riil, need.lo),
        Some(need) => format!("{} dari kebutuhan {} sampai {}", post.riil, need.lo, need.hi),
        None => format!("{} orang, kebutuhan belum diketahui", post.riil),
    }
}

/// Why this person and no other, read from the price of refusing.
fn pilihan(regret: Option<&Regret>) -> String {
    let Some(regret) = regret else { return "Tidak ada susunan lain yang mungkin.".into() };
    let [_, fill, moves, changes, merit, _] = regret.cost.0;
    if fill > 0 {
        "Pegawai memenuhi semua aturan; tanpa perpindahan ini keterisian tidak semerata sekarang.".into()
    } else if moves > 0 {
        "Pegawai memenuhi semua aturan; cara lain memerlukan lebih banyak perpindahan.".into()
    } else if changes > 0 {
        "Pegawai memenuhi semua aturan; cara lain mengubah lebih banyak rencana terbit.".into()
    } else if merit > 0 {
        let poin = ribuan(merit);
        format!("Pegawai memenuhi semua aturan dan nilai kecocokan rencana ini {poin} poin di atas pilihan berikutnya.")
    } else {
        "Pegawai memenuhi semua aturan; pilihan berikutnya setara, dan yang ini dipilih menurut urutan tetap.".into()
    }
}

/// What follows if the move is refused. `loser` is the post that would hold one less, with its planned number.
pub fn jika_ditolak(facts: &Facts, to: &Post, loser: Option<(&Post, u32)>, regret: Option<&Regret>) -> String {
    let Some(regret) = regret else { return "Tidak ada susunan lain yang mungkin tanpa perpindahan ini.".into() };
    let [_, fill, moves, _, merit, _] = regret.cost.0;
    if fill > 0 {
        return match loser {
            Some((post, planned)) if std::ptr::eq(post, to) => {
                let need = post.kebutuhan.as_ref().map_or(0, |need| need.lo);
                format!("Satu tempat di sini tetap kosong: terisi {} dari kebutuhan {need}.", planned.saturating_sub(1))
            }
            Some((post, planned)) => {
                let need = post.kebutuhan.as_ref().map_or(0, |need| need.lo);
                let unit = &facts.unit_of(post).nama;
                let left = planned.saturating_sub(1);
                format!("Tempat ini diisi orang lain, tetapi {unit} hanya terisi {left} dari kebutuhan {need}.")
            }
            None => "Keterisian menjadi kurang merata.".into(),
        };
    }
    match (moves, merit) {
        (1.., _) => format!("Keterisian tetap, tetapi diperlukan {moves} perpindahan lebih banyak."),
        (_, 1..) => format!("Keterisian tetap; nilai kecocokan rencana turun {} poin.", ribuan(merit)),
        _ => "Keterisian dan nilai kecocokan tetap; pilihan berikutnya setara.".into(),
    }
}

/// Who could come to a post that stays short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supply {
    /// Holders of the jabatan in other units, without those the plan brings here.
    pub holders: u32,
    /// Those of them who pass every rule for this post.
    pub calon: u32,
    /// People the plan brings here.
    pub arriving: u32,
    /// How many each rule of the registry stops; one person may be stopped by several.
    pub stopped: Vec<u32>,
    /// Surplus that remains in other units after the plan.
    pub surplus: u32,
}

/// Why a post stays short, and the cause in one word.
pub fn kosong(post: &Post, supply: &Supply) -> (SebabKosong, String) {
    let jabatan = post.jabatan_label();
    let lain = if supply.arriving > 0 { " lain" } else { "" };
    let stopped = stopped_by(supply);
    let sebab =
        if supply.calon + supply.arriving == 0 { SebabKosong::TidakAdaCalon } else { SebabKosong::CalonTerpakai };
    let brought = match supply.arriving {
        0 => String::new(),
        count => format!("Rencana ini sudah mendatangkan {count} orang. "),
    };
    let alasan = match (supply.holders, supply.calon) {
        (0, _) => format!("Tidak ada pemegang jabatan {jabatan}{lain} di unit lain."),
        (holders, 0) => format!(
            "Dari {holders} pemegang jabatan {jabatan}{lain} di unit lain tidak seorang pun dapat dipindahkan: {stopped}."
        ),
        (_, calon) => {
            let rest = if stopped.is_empty() { String::new() } else { format!(" Selain itu: {stopped}.") };
            format!(
                "Ada {calon} pemegang jabatan {jabatan}{lain} di unit lain yang memenuhi semua aturan untuk tempat ini, \
                 tetapi mereka masih diperlukan di unitnya atau mengisi tempat lain yang sama atau lebih kosong.{rest}"
            )
        }
    };
    (sebab, brought + &alasan)
}

/// The three rules that stop most, as words.
fn stopped_by(supply: &Supply) -> String {
    let mut rules: Vec<(u32, usize)> =
        supply.stopped.iter().enumerate().filter(|(_, count)| **count > 0).map(|(at, count)| (*count, at)).collect();
    rules.sort_by_key(|&(count, at)| (std::cmp::Reverse(count), at));
    let words = |&(count, at): &(u32, usize)| {
        format!("{count} orang tidak memenuhi aturan {} ({})", RULES[at].code, lower_first(RULES[at].title))
    };
    rules.iter().take(3).map(words).collect::<Vec<_>>().join(", ")
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().collect::<String>() + chars.as_str())
}

/// What remains to be done about a post that stays short.
pub fn saran(post: &Post, kurang: u32, supply: &Supply) -> String {
    if post.jabatan.starts_with("Kepala ") {
        return format!(
            "Tetapkan {kurang} {} melalui pengangkatan atau penugasan tersendiri; rencana ini tidak memindahkan pimpinan.",
            post.jabatan_label()
        );
    }
    let usul = format!("Usulkan {kurang} formasi CPNS/PPPK {}; mutasi tidak dapat mengisinya", post.jabatan_label());
    match supply.surplus {
        0 => format!("{usul}."),
        surplus => format!(
            "{usul} saat ini. Kelebihan {surplus} orang di unit lain tertahan aturan atau data yang belum lengkap; \
             tinjau kembali bila syaratnya terpenuhi."
        ),
    }
}
