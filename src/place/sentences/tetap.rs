//! Why a person whom the plan does not move stays.

use super::batasan::penahan;
use super::syarat::catatan;
use super::{TETAP, count, minimum_unit, need, unit_of};
use crate::model::angka::ribuan;
use crate::model::jabatan::name_key;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{Penentu, PostOutcome, Tujuan};
use crate::place::alternative::Alternative;
use crate::place::facts::Facts;
use crate::place::telaah::{Ke, Tetap};

/// Where the person stays, and why; `outcome` is what becomes of the post held.
pub fn tetap(facts: &Facts, id: PegawaiId, outcome: PostOutcome, why: &Tetap) -> String {
    let pegawai = facts.roster.pegawai(id);
    let home = facts.needs.post_of[id.0 as usize];
    let here = match home {
        Some(home) => tempat(facts, home),
        None => format!("{} sebagai {}", super::nama_unit(&facts.roster.unit(pegawai.unit).nama), pegawai.jabatan),
    };
    let because = match why {
        Tetap::Tertahan => {
            let blocked = facts.person_blocks(id);
            let notes: Vec<String> = blocked.iter().map(|note| format!("{} ({})", note.code, note.sentence)).collect();
            format!("setiap perpindahannya ditahan aturan {}", notes.join(" dan "))
        }
        Tetap::JabatanTakDikenal => jabatan_tak_dikenal(facts, id),
        Tetap::TidakMengisi => format!(
            "dengan kedudukan hukum {} pegawai ini tidak dihitung mengisi jabatannya",
            pegawai.kedudukan.label()
        ),
        Tetap::KebutuhanTakDiketahui => KEBUTUHAN_TAK_DIKETAHUI.into(),
        Tetap::TanpaTujuan => "tidak ada tempat lain yang kebutuhannya diketahui".into(),
        Tetap::SemuaTertutup(all) => {
            format!("tidak satu pun dari {} tempat lain bagi jabatan ini memenuhi semua aturan", ribuan((*all).into()))
        }
        Tetap::TakTerganti => format!(
            "pegawai ini belum dapat dilepas; setiap perpindahannya membuat satu tempat lebih kurang daripada \
             sekarang{}",
            minimum(facts, id)
        ),
        Tetap::Terbatas(melampaui) => format!("susunan yang memindahkannya {melampaui}"),
        Tetap::TerbaikDiSini(moved) => terbaik(facts, home, outcome, moved) + &catatan(moved.syarat),
    };
    format!("Tetap di {here}: {because}.")
}

/// Why somebody stays, as the plan's own bounds tell it.
pub enum Menetap {
    JabatanTakDikenal,
    KebutuhanTakDiketahui,
    /// The post holds no more than it needs, so many under the plan.
    TidakLebih(PostId, u32),
    /// It holds more, but a minimum that it shares with others keeps them.
    Minimum(PostId, u32),
    /// It holds more, and no place that the person may go to is short.
    TanpaTempat(PostId, u32),
    /// Limits, totals or another order of goals decide.
    UrutanLain,
}

/// The same in words: `Tetap: jabatan ini di unitnya tidak kelebihan …`.
pub fn menetap(facts: &Facts, id: PegawaiId, why: Menetap) -> String {
    let now = |post: PostId, after: u32| {
        let need = facts.needs.post(post).kebutuhan.as_ref().map(|need| need.angka()).unwrap_or_default();
        format!("sesudah rencana ini ada {}, kebutuhan {need}", ribuan(after.into()))
    };
    let because = match why {
        Menetap::JabatanTakDikenal => jabatan_tak_dikenal(facts, id),
        Menetap::KebutuhanTakDiketahui => KEBUTUHAN_TAK_DIKETAHUI.into(),
        Menetap::TidakLebih(post, after) => {
            let state = if after < need(facts.needs.post(post)) { "masih kurang" } else { "tidak kelebihan" };
            format!("jabatan ini di unitnya {state} ({}); perpindahannya memerlukan pengganti", now(post, after))
        }
        Menetap::Minimum(post, after) => format!(
            "jumlah yang harus tinggal di unit ini paling sedikit {} ({})",
            ribuan(after.into()),
            minimum_unit(facts.unit_of(facts.needs.post(post)))
        ),
        Menetap::TanpaTempat(post, after) => {
            format!(
                "tidak ada tempat yang masih kurang yang dapat diisinya; kelebihan jabatan ini di unitnya tetap ada ({})",
                now(post, after)
            )
        }
        Menetap::UrutanLain => "susunan rencana ini lebih baik menurut urutan tujuan dan batas yang dipilih".into(),
    };
    format!("Tetap: {because}")
}

const KEBUTUHAN_TAK_DIKETAHUI: &str =
    "kebutuhan jabatan ini di unitnya belum diketahui, sehingga tidak ada yang dipindahkan dari sana";

fn jabatan_tak_dikenal(facts: &Facts, id: PegawaiId) -> String {
    let pegawai = facts.roster.pegawai(id);
    match facts.roster.asks_jabatan(pegawai.unit, &name_key(&pegawai.jabatan.nama)) {
        true => {
            "nama jabatan itu mirip jabatan lain dan masih ditanyakan (D-157); pegawai ini diperhitungkan setelah ada \
                 jawabannya di lembar Perlu Konfirmasi"
                .into()
        }
        false => "jabatan itu di unit ini tidak ada dalam data kebutuhan".into(),
    }
}

/// Why the best plan that moves the person is no better, by the first goal on which it loses.
fn terbaik(facts: &Facts, home: Option<PostId>, outcome: PostOutcome, moved: &Alternative) -> String {
    let penentu = moved.penentu();
    if penentu == Penentu::Tujuan(Tujuan::Keterisian) {
        let loser = moved.loser.map(|(post, planned)| match Some(post) == home {
            true => format!("; bila pegawai ini pindah, unit ini hanya terisi {}", filled(facts, post, planned)),
            false => format!("; bila pegawai ini pindah, {}", terisi(facts, post, planned)),
        });
        return format!("di sini pegawai ini paling dibutuhkan{}", loser.unwrap_or_default());
    }
    match penentu {
        Penentu::Paksaan => return "perpindahannya membuat suatu keputusan pimpinan tidak terpenuhi".into(),
        Penentu::Tujuan(Tujuan::Perpindahan) if fills_no_more(moved) => return tanpa_guna(facts, home, outcome),
        Penentu::Tujuan(Tujuan::Perpindahan) => {
            let moves = ribuan(moved.more(Tujuan::Perpindahan));
            return format!("rencana akan memuat {moves} perpindahan lebih banyak, dan tujuan itu didahulukan");
        }
        Penentu::Tujuan(Tujuan::Perubahan) => {
            let changes = ribuan(moved.more(Tujuan::Perubahan));
            return format!("perpindahannya mengubah {changes} perpindahan yang sudah terbit");
        }
        Penentu::Tujuan(Tujuan::Keterisian | Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak) | Penentu::Seri => {}
    }
    let chosen = moved.displaced.zip(moved.own).map(|(other, post)| {
        let pegawai = facts.roster.pegawai(other);
        let (unit, to) = (super::nama_unit(&facts.roster.unit(pegawai.unit).nama), facts.needs.post(post));
        format!("untuk {} rencana ini memilih {} dari {unit}", unit_of(facts, to), pegawai.nama.as_str())
    });
    let ahead = match penentu {
        Penentu::Tujuan(tujuan) => Some(format!("{} poin {}", ribuan(moved.more(tujuan)), tujuan.nama())),
        Penentu::Paksaan | Penentu::Seri => None,
    };
    match (ahead, chosen) {
        (Some(ahead), Some(chosen)) => format!("{chosen}, dan susunan itu unggul {ahead}"),
        (Some(ahead), None) => format!("susunan tanpa perpindahannya unggul {ahead}"),
        (None, Some(chosen)) => format!("{chosen}; pegawai ini sama layaknya, dan {TETAP}"),
        (None, None) => format!("susunan lain sama baiknya menurut setiap tujuan, dan {TETAP}"),
    }
}

/// Whether another plan surely shares the shortage no more evenly: in an order that puts something before that goal, or
/// leaves it out, it may.
fn fills_no_more(other: &Alternative) -> bool {
    other.urutan.has(Tujuan::Keterisian) && other.more(Tujuan::Keterisian) >= 0
}

/// More moves and no shortage less: either nobody else needs the person, or somebody would have to come in turn.
fn tanpa_guna(facts: &Facts, home: Option<PostId>, outcome: PostOutcome) -> String {
    let post = home.map(|home| facts.needs.post(home));
    let spare = outcome.after > outcome.floor && post.is_some_and(|post| outcome.after > need(post));
    if !spare {
        return "unit ini tidak kelebihan; bila pegawai ini pindah, penggantinya harus didatangkan, sehingga perpindahan \
                bertambah tanpa mengurangi kekurangan"
            .into();
    }
    let surplus = post.and_then(|post| post.gap_of(outcome.after)).filter(|gap| *gap > 0);
    let surplus = surplus.map(|gap| format!("; kelebihan {} orang di unit ini karena itu tetap ada", ribuan(gap)));
    format!(
        "tidak ada yang diperoleh dari perpindahannya; tempat lain yang dapat diisinya tidak kekurangan atau sudah \
         terisi dalam rencana ini{}{}",
        penahan(&facts.settings.rencana),
        surplus.unwrap_or_default()
    )
}

/// What would be at another place; `named` is a place that the question names.
pub fn ke(facts: &Facts, id: PegawaiId, ke: &Ke, named: bool) -> String {
    match ke {
        Ke::Tertutup(to, codes) => {
            format!("Boleh dipindahkan, tetapi tidak ke {}: ditahan aturan {}.", tempat(facts, *to), codes.join(", "))
        }
        Ke::TakMungkin(to) => format!(
            "Boleh dipindahkan ke {}, tetapi tidak ada rencana yang dapat melakukannya tanpa membuat satu tempat lebih \
             kurang daripada sekarang{}.",
            tempat(facts, *to),
            minimum(facts, id)
        ),
        Ke::Terbatas(to, melampaui) => {
            format!("Boleh dipindahkan ke {}, tetapi susunan yang melakukannya {melampaui}.", tempat(facts, *to))
        }
        Ke::KalahBaik(to, instead) if named => {
            format!("Boleh dipindahkan ke {}, tetapi {}.", tempat(facts, *to), kalah(facts, instead))
        }
        Ke::KalahBaik(to, _) => {
            format!("Boleh dipindahkan; yang paling mungkin ke {}, dengan harga di bawah.", tempat(facts, *to))
        }
    }
}

/// Where a minimum that posts of the unit share binds, that it may be what binds.
fn minimum(facts: &Facts, id: PegawaiId) -> String {
    let home = facts.needs.post_of[id.0 as usize].filter(|home| facts.needs.lantai.contains_key(home));
    home.map_or(String::new(), |home| {
        let unit = facts.roster.unit(facts.needs.post(home).unit);
        format!(" atau unit asalnya di bawah jumlah paling sedikit ({})", minimum_unit(unit))
    })
}

fn tempat(facts: &Facts, to: PostId) -> String {
    let post = facts.needs.post(to);
    format!("{} sebagai {} ({})", unit_of(facts, post), post.jabatan_label(), count(post))
}

/// `3 dari kebutuhan 5`, with one holder less than planned.
fn filled(facts: &Facts, post: PostId, planned: u32) -> String {
    format!("{} dari kebutuhan {}", ribuan(i64::from(planned) - 1), ribuan(need(facts.needs.post(post)).into()))
}

pub(super) fn terisi(facts: &Facts, post: PostId, planned: u32) -> String {
    let of = facts.needs.post(post);
    format!("{} di {} hanya terisi {}", of.jabatan_label(), unit_of(facts, of), filled(facts, post, planned))
}

/// What would be worse, by the first level that would.
pub(super) fn kalah(facts: &Facts, instead: &Alternative) -> String {
    worse(facts, instead) + &catatan(instead.syarat)
}

fn worse(facts: &Facts, instead: &Alternative) -> String {
    match instead.penentu() {
        Penentu::Paksaan => "ada keputusan pimpinan yang tidak akan terpenuhi".into(),
        Penentu::Tujuan(Tujuan::Keterisian) => {
            let loser = instead.loser.map(|(post, planned)| format!(": {}", terisi(facts, post, planned)));
            format!("keterisian akan kurang merata{}", loser.unwrap_or_default())
        }
        Penentu::Tujuan(Tujuan::Perpindahan) => {
            let in_vain = if fills_no_more(instead) { " tanpa mengurangi kekurangan" } else { "" };
            let moves = ribuan(instead.more(Tujuan::Perpindahan));
            format!("rencana akan memuat {moves} perpindahan lebih banyak{in_vain}")
        }
        Penentu::Tujuan(Tujuan::Perubahan) => {
            format!("{} perpindahan yang sudah terbit akan berubah", ribuan(instead.more(Tujuan::Perubahan)))
        }
        Penentu::Tujuan(tujuan @ (Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak)) => {
            format!("nilai {} rencana akan turun {} poin", tujuan.nama(), ribuan(instead.more(tujuan)))
        }
        Penentu::Seri => format!("yang dipilih rencana sama baiknya menurut setiap tujuan, dan {TETAP}"),
    }
}
