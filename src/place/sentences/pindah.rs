//! Why a person moves, and what leadership gives up if it does not approve: both read from one and the same alternative.

use super::{TETAP, count, first_upper, minimum_unit, need, unit_of};
use crate::model::angka::ribuan;
use crate::model::needs::{Post, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{MeritPart, Penentu, Tujuan};
use crate::place::alternative::Alternative;
use crate::place::facts::Facts;
use crate::place::objectives::Objective;

/// A move with all that its sentences are made from.
pub struct Told<'a> {
    pub facts: &'a Facts<'a>,
    pub id: PegawaiId,
    pub from: &'a Post,
    pub to: &'a Post,
    pub to_id: PostId,
    /// The parts of the move's merit.
    pub merit: &'a [MeritPart],
    /// Holders of the post left, under the plan.
    pub left: u32,
    /// The best plan in which this person does not get this post; `None` when nothing else is possible.
    pub refused: Option<&'a Alternative>,
    /// What is said of that plan where it tells no price because of limits.
    pub terbatas: Option<&'a str>,
    /// Who is as suitable as this person: only the fixed number decided between them.
    pub setara: &'a [PegawaiId],
}

/// Why this person and this post.
pub fn alasan(told: &Told) -> String {
    let mut sentences = vec![format!("{}, sedangkan {}.", asal(told), tujuan(told))];
    for note in told.facts.urges_to(told.id, told.to_id) {
        sentences.push(format!("{}.", first_upper(&note.sentence)));
    }
    let judged = if told.facts.unjudged(told.id, told.to_id).is_empty() { "" } else { " yang dapat dinilai" };
    sentences.push(format!("Semua aturan wajib{judged} terpenuhi{}.", kecuali(told)));
    sentences.push(pilihan(told));
    sentences.join(" ")
}

/// The rules that leadership waives for the move; empty where it waives none.
fn kecuali(told: &Told) -> String {
    let notes = told.facts.excepted(told.id, told.to_id);
    let named: Vec<String> = notes.iter().map(|note| format!("{} ({})", note.code, note.sentence)).collect();
    match named[..] {
        [] => String::new(),
        _ => format!(", kecuali yang dikecualikan pimpinan: {}", named.join(" dan ")),
    }
}

fn asal(told: &Told) -> String {
    let (unit, jabatan, count) = (unit_of(told.facts, told.from), told.from.jabatan_label(), count(told.from));
    match told.from.gap() {
        Some(gap) if gap > 0 => format!("{unit} kelebihan {gap} {jabatan} ({count}{})", harus_tinggal(told)),
        _ if told.left < told.from.riil => format!("{jabatan} di {unit} ({count}) menjadi {} orang", told.left),
        Some(gap) if gap < 0 => {
            format!("{unit} kekurangan {} {jabatan} ({count}) tetapi mendapat pengganti dalam rencana ini", -gap)
        }
        Some(_) | None => format!("{unit} ({jabatan}: {count}) mendapat pengganti dalam rencana ini"),
    }
}

/// What a minimum keeps of a surplus: `; paling sedikit 4 harus tinggal (SPM)`. Empty where none binds.
fn harus_tinggal(told: &Told) -> String {
    let needs = &told.facts.needs;
    let held = needs.post_of[told.id.0 as usize].and_then(|from| needs.lantai.get(&from));
    let held = held.filter(|held| told.from.kebutuhan.as_ref().is_none_or(|need| **held > need.hi));
    let why = minimum_unit(told.facts.roster.unit(told.from.unit));
    held.map_or(String::new(), |held| format!("; paling sedikit {} harus tinggal ({why})", ribuan((*held).into())))
}

fn tujuan(told: &Told) -> String {
    let (unit, jabatan, count) = (unit_of(told.facts, told.to), told.to.jabatan_label(), count(told.to));
    match told.to.gap() {
        Some(gap) if gap < 0 => format!("{unit} kekurangan {} {jabatan} ({count})", -gap),
        _ => format!("{unit} ({jabatan}: {count}) ditinggalkan pegawai lain dalam rencana ini"),
    }
}

/// Why this person in this post: by the first goal on which the best plan without it loses.
fn pilihan(told: &Told) -> String {
    const TANPA: &str = "Tanpa perpindahan ini";
    let Some(refused) = told.refused else {
        return match told.terbatas {
            Some(melampaui) => format!("{TANPA} susunan berikutnya {melampaui}."),
            None => format!("{TANPA} tidak ada susunan lain yang mungkin."),
        };
    };
    match refused.penentu() {
        Penentu::Paksaan => format!("{TANPA} ada keputusan pimpinan yang tidak terpenuhi."),
        Penentu::Tujuan(Tujuan::Keterisian) => format!("{TANPA} kekurangan tidak terisi semerata rencana ini."),
        Penentu::Tujuan(Tujuan::Perpindahan) => {
            format!("{TANPA} diperlukan {} perpindahan lebih banyak.", ribuan(refused.more(Tujuan::Perpindahan)))
        }
        Penentu::Tujuan(Tujuan::Perubahan) => {
            format!("{TANPA} {} perpindahan yang sudah terbit berubah.", ribuan(refused.more(Tujuan::Perubahan)))
        }
        Penentu::Tujuan(tujuan @ (Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak)) => {
            let ahead = refused.most_ahead().filter(|_| tujuan == Tujuan::Kecocokan);
            let ahead = ahead.map(|objective| terutama(told, objective)).unwrap_or_default();
            let points = ribuan(refused.more(tujuan));
            format!("Dibandingkan {}, rencana ini unggul {points} poin {}{ahead}.", lain(told, refused), tujuan.nama())
        }
        Penentu::Seri => setara(told),
    }
}

/// That others are as suitable, told to every one of them alike.
fn setara(told: &Told) -> String {
    let names: Vec<&str> = told.setara.iter().map(|id| told.facts.roster.pegawai(*id).nama.as_str()).collect();
    match names.as_slice() {
        [] => format!("Susunan lain sama baiknya menurut setiap tujuan; {TETAP}."),
        names => format!("{} sama layaknya menurut setiap tujuan; {TETAP}.", listed(names)),
    }
}

/// `A`, `A dan B`, `A, B, dan C`.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => one.to_string(),
        [one, other] => format!("{one} dan {other}"),
        [first @ .., last] => format!("{}, dan {last}", first.join(", ")),
    }
}

/// The part that decided, with this person's own figures where they speak for the move.
fn terutama(told: &Told, objective: &Objective) -> String {
    let part = told.merit.iter().find(|part| part.code == objective.code && part.judged && part.points > 0);
    let figures = part.map(|part| format!(" ({})", part.sentence)).unwrap_or_default();
    format!(", terutama karena {}{figures}", objective.unggul)
}

/// The next candidate for this place, by name.
fn lain(told: &Told, refused: &Alternative) -> String {
    match refused.runner_up {
        Some(other) => format!("calon berikutnya ({})", told.facts.roster.pegawai(other).nama.as_str()),
        None => "susunan terbaik tanpa perpindahan ini".into(),
    }
}

/// What leadership gives up if it does not approve the move.
pub fn jika_ditolak(told: &Told) -> String {
    let given_up = match told.refused {
        None if told.terbatas.is_some() => {
            format!("susunan berikutnya {}; jalankan lagi dengan keputusan itu", told.terbatas.unwrap_or_default())
        }
        None => "tidak ada susunan lain yang mungkin".into(),
        Some(refused) if refused.more(Tujuan::Keterisian) > 0 => kurang(told, refused),
        Some(refused) => pengganti(told, refused),
    };
    format!("Bila perpindahan ini tidak disetujui: {given_up}.")
}

/// A place stays empty: here, or where the one who comes here would have gone.
fn kurang(told: &Told, refused: &Alternative) -> String {
    let Some((loser, planned)) = refused.loser else { return "keterisian menjadi kurang merata".into() };
    let loser = told.facts.needs.post(loser);
    let (left, need) = (ribuan(i64::from(planned) - 1), ribuan(need(loser).into()));
    if std::ptr::eq(loser, told.to) {
        format!("satu tempat di {} tetap kosong (terisi {left} dari kebutuhan {need})", unit_of(told.facts, told.to))
    } else {
        let unit = unit_of(told.facts, loser);
        format!("{}, tetapi {unit} hanya terisi {left} dari kebutuhan {need}", pengisi(told, refused))
    }
}

/// The fill stays as it is, some other way.
fn pengganti(told: &Told, refused: &Alternative) -> String {
    let own = match refused.own {
        Some(post) => format!("pegawai ini ditempatkan di {}", unit_of(told.facts, told.facts.needs.post(post))),
        None => "pegawai ini tetap di unit lama".into(),
    };
    let price = match refused.penentu() {
        Penentu::Paksaan => "ada keputusan pimpinan yang tidak terpenuhi".into(),
        Penentu::Tujuan(Tujuan::Perpindahan) => {
            format!("diperlukan {} perpindahan lebih banyak", ribuan(refused.more(Tujuan::Perpindahan)))
        }
        Penentu::Tujuan(Tujuan::Perubahan) => {
            format!("{} perpindahan yang sudah terbit berubah", ribuan(refused.more(Tujuan::Perubahan)))
        }
        Penentu::Tujuan(tujuan @ (Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak)) => {
            format!("nilai {} rencana turun {} poin", tujuan.nama(), ribuan(refused.more(tujuan)))
        }
        Penentu::Tujuan(Tujuan::Keterisian) => "keterisian menjadi kurang merata".into(),
        Penentu::Seri => "tidak ada yang dilepas, karena keduanya sama baik menurut setiap tujuan".into(),
    };
    let fill = match refused.more(Tujuan::Keterisian) {
        _ if !refused.urutan.has(Tujuan::Keterisian) => "",
        0 => "keterisian tetap sama merata dan ",
        _ => "keterisian menjadi lebih merata, tetapi ",
    };
    format!("{}, dan {own}; {fill}{price}", pengisi(told, refused))
}

/// Who takes the place instead.
fn pengisi(told: &Told, refused: &Alternative) -> String {
    let facts = told.facts;
    match refused.runner_up {
        Some(other) => {
            let home = facts.needs.post_of[other.0 as usize].map(|post| unit_of(facts, facts.needs.post(post)));
            let home = home.map(|unit| format!(" dari {unit}")).unwrap_or_default();
            let name = |id: PegawaiId| facts.roster.pegawai(id).nama.as_str();
            // Who comes may already have a place in the plan; then it is somebody else who moves in the end.
            let newly = match refused.newly[..] {
                [last] if last != other => format!(" ({} ikut pindah sebagai gantinya)", name(last)),
                _ => String::new(),
            };
            format!("tempat ini diisi {}{home}{newly}", name(other))
        }
        None => "tempat ini tetap kosong dan satu tempat lain yang sama mendesaknya terisi".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn several_names_are_parted_by_commas() {
        assert_eq!(listed(&["A"]), "A");
        assert_eq!(listed(&["A", "B"]), "A dan B");
        assert_eq!(listed(&["A", "B", "C"]), "A, B, dan C");
    }
}
