//! Why a person moves, and what leadership gives up if it does not approve: both read from one and the same alternative.

use super::syarat::{catatan, pembuka, penutup};
use super::{TETAP, count, first_upper, minimum_unit, need, unit_of};
use crate::model::angka::{jauh, ribuan};
use crate::model::keputusan::{Keputusan, Tindakan};
use crate::model::needs::{Post, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{AsalJarak, Jarak, MeritPart, PAKSAAN, Penentu, Tujuan};
use crate::place::alternative::Alternative;
use crate::place::facts::Facts;
use crate::place::objectives::{Objective, jarak};

/// A move with all that its sentences are made from.
pub struct Told<'a> {
    pub facts: &'a Facts<'a>,
    pub id: PegawaiId,
    pub from: &'a Post,
    pub to: &'a Post,
    pub to_id: PostId,
    /// The parts of the move's merit.
    pub merit: &'a [MeritPart],
    /// Holders of the post left and of the post gone to, under the plan.
    pub left: u32,
    pub after: u32,
    /// The decision that sends the person there.
    pub keputusan: Option<&'a Keputusan>,
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
    // What leadership decided is chosen by nothing else.
    if told.keputusan.is_none() {
        sentences.push(pilihan(told));
    }
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
        _ => {
            let over = told.to.gap_of(told.after).filter(|gap| *gap > 0);
            let over = over.map(|_| format!(" dan sesudahnya tetap berisi {} orang", ribuan(told.after.into())));
            format!(
                "{unit} ({jabatan}: {count}) ditinggalkan pegawai lain dalam rencana ini{}",
                over.unwrap_or_default()
            )
        }
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
    let syarat = catatan(refused.syarat);
    // Within limits another arrangement than the one found may do better.
    let tanpa = match refused.syarat.batas {
        true => format!("{TANPA}, pada susunan pengganti yang ditemukan,"),
        false => TANPA.to_string(),
    };
    match refused.penentu() {
        Penentu::Paksaan => format!("{tanpa} ada keputusan pimpinan yang tidak terpenuhi{syarat}."),
        Penentu::Tujuan(Tujuan::Keterisian) => format!("{tanpa} kekurangan tidak terisi semerata rencana ini{syarat}."),
        Penentu::Tujuan(Tujuan::Perpindahan) => {
            format!(
                "{tanpa} diperlukan {} perpindahan lebih banyak{syarat}.",
                ribuan(refused.more(Tujuan::Perpindahan))
            )
        }
        Penentu::Tujuan(Tujuan::Perubahan) => {
            format!(
                "{tanpa} {} perpindahan yang sudah terbit berubah{syarat}.",
                ribuan(refused.more(Tujuan::Perubahan))
            )
        }
        Penentu::Tujuan(tujuan @ (Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak)) => {
            let ahead = refused.most_ahead().filter(|_| tujuan == Tujuan::Kecocokan);
            let ahead = ahead.map(|objective| terutama(told, refused, objective)).unwrap_or_default();
            let points = ribuan(refused.more(tujuan));
            let name = tujuan.nama();
            format!(
                "Pilihan ini lebih sesuai daripada {}{ahead}; selisihnya {points} poin {name}{syarat}.",
                lain(told, refused)
            )
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
fn terutama(told: &Told, refused: &Alternative, objective: &Objective) -> String {
    if objective.code == jarak::OBJECTIVE.code {
        return format!(", terutama karena {}{}", objective.unggul, jarak_keduanya(told, refused));
    }
    let part = told.merit.iter().find(|part| part.code == objective.code && part.judged && part.points > 0);
    let figures = part.map(|part| format!(" ({})", part.sentence)).unwrap_or_default();
    format!(", terutama karena {}{figures}", objective.unggul)
}

/// The way of this person and of the next candidate, today's and the new one: the shorter one is called so only where it is.
fn jarak_keduanya(told: &Told, refused: &Alternative) -> String {
    let (facts, roster) = (told.facts, told.facts.roster);
    let Some(own) = facts.jarak(roster.pegawai(told.id), told.from, told.to) else { return String::new() };
    let next = refused.runner_up.and_then(|other| {
        let home = facts.needs.post_of[other.0 as usize]?;
        facts.jarak(roster.pegawai(other), facts.needs.post(home), told.to)
    });
    let both = |way: Jarak| match way.asal {
        AsalJarak::Domisili => format!("dari rumah kini {}, nanti {}", jauh(way.lama_m), jauh(way.baru_m)),
        AsalJarak::UnitLama => format!("dari unit lama {}", jauh(way.baru_m)),
    };
    // One way may be counted from a home and the other from a unit; and where nobody comes instead, the whole arrangement counts.
    let Some(next) = next else { return format!(" dalam seluruh susunan (pegawai ini {})", both(own)) };
    if next.asal != own.asal {
        return format!(": {}; calon berikutnya {}", both(own), both(next));
    }
    let beside = match (own.baru_m < next.baru_m, own.baru_m - own.lama_m < next.baru_m - next.lama_m) {
        (true, _) => "lebih dekat daripada calon berikutnya",
        (false, true) => "bertambah lebih sedikit daripada calon berikutnya",
        (false, false) => "jumlahnya dalam seluruh susunan lebih pendek; calon berikutnya",
    };
    format!(": {}, {beside} ({})", both(own), both(next))
}

/// The next candidate for this place, by name.
fn lain(told: &Told, refused: &Alternative) -> String {
    match refused.runner_up {
        Some(other) => format!("calon berikutnya ({})", told.facts.roster.pegawai(other).nama.as_str()),
        None => "susunan terbaik tanpa perpindahan ini".into(),
    }
}

/// What leadership gives up if it does not approve the move; of one that it has decided, what would be without it.
pub fn jika_ditolak(told: &Told) -> String {
    let opening = match told.keputusan.map(|own| own.tindakan) {
        None => "Bila perpindahan ini tidak disetujui",
        Some(Tindakan::Setuju) => "Sudah disetujui pimpinan. Bila pegawai ini tetap di tempat lama",
        Some(_) => "Sudah ditetapkan pimpinan. Bila pegawai ini tetap di tempat lama",
    };
    let given_up = match told.refused {
        None if told.terbatas.is_some() => {
            format!("susunan berikutnya {}; jalankan lagi dengan keputusan itu", told.terbatas.unwrap_or_default())
        }
        None => "tidak ada susunan lain yang mungkin".into(),
        Some(refused) if refused.more(Tujuan::Keterisian) > 0 => kurang(told, refused),
        Some(refused) => pengganti(told, refused),
    };
    let syarat = told.refused.map(|refused| refused.syarat).unwrap_or_default();
    format!("{opening}{}: {given_up}{}.", pembuka(syarat), penutup(syarat))
}

/// A place stays empty: here, or where the one who comes here would have gone.
fn kurang(told: &Told, refused: &Alternative) -> String {
    let Some((loser, planned)) = refused.loser else { return "kekurangan terbagi kurang merata".into() };
    let loser = told.facts.needs.post(loser);
    let (left, need) = (ribuan(i64::from(planned) - 1), ribuan(need(loser).into()));
    if std::ptr::eq(loser, told.to) {
        format!("satu tempat di {} tetap kosong (terisi {left} dari kebutuhan {need})", unit_of(told.facts, told.to))
    } else {
        let unit = unit_of(told.facts, loser);
        format!("{}, tetapi {unit} hanya terisi {left} dari kebutuhan {need}", pengisi(told, refused))
    }
}

/// The fill does not suffer, some other way.
fn pengganti(told: &Told, refused: &Alternative) -> String {
    let own = match refused.own {
        Some(post) => format!(", dan pegawai ini ditempatkan di {}", unit_of(told.facts, told.facts.needs.post(post))),
        // The opening says it of a decided move.
        None if told.keputusan.is_some() => String::new(),
        None => ", dan pegawai ini tetap di unit lama".into(),
    };
    let fill = match refused.more(Tujuan::Keterisian) {
        _ if !refused.urutan.has(Tujuan::Keterisian) => None,
        0 => Some("kekurangan tetap terbagi sama merata"),
        _ => Some("kekurangan terbagi lebih merata"),
    };
    let price = harga(refused);
    let rest = match (fill, refused.penentu()) {
        (Some(fill), Penentu::Tujuan(Tujuan::Keterisian)) => fill.to_string(),
        (Some(fill), _) if refused.more(Tujuan::Keterisian) < 0 => format!("{fill}, tetapi {price}"),
        (Some(fill), _) => format!("{fill} dan {price}"),
        (None, _) => price,
    };
    format!("{}{own}; {rest}", pengisi(told, refused))
}

/// What decides between the plan and the other one, whichever of them is ahead in it.
fn harga(refused: &Alternative) -> String {
    let more = |tujuan| refused.more(tujuan);
    let size = |tujuan| ribuan(more(tujuan).abs());
    match refused.penentu() {
        Penentu::Paksaan if refused.cost[PAKSAAN] < 0 => "keputusan pimpinan yang lain dapat dipenuhi".into(),
        Penentu::Paksaan => "ada keputusan pimpinan yang tidak terpenuhi".into(),
        Penentu::Tujuan(tujuan @ Tujuan::Perpindahan) => match more(tujuan) > 0 {
            true => format!("diperlukan {} perpindahan lebih banyak", size(tujuan)),
            false => format!("perpindahan berkurang {}", size(tujuan)),
        },
        Penentu::Tujuan(tujuan @ Tujuan::Perubahan) => match more(tujuan) > 0 {
            true => format!("{} perpindahan yang sudah terbit berubah", size(tujuan)),
            false => format!("{} perpindahan kembali seperti rencana terbit", size(tujuan)),
        },
        Penentu::Tujuan(tujuan @ (Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak)) => {
            let change = if more(tujuan) > 0 { "turun" } else { "naik" };
            format!("nilai {} rencana {change} {} poin", tujuan.nama(), size(tujuan))
        }
        Penentu::Tujuan(tujuan @ Tujuan::Keterisian) => match more(tujuan) > 0 {
            true => "kekurangan terbagi kurang merata".into(),
            false => "kekurangan terbagi lebih merata".into(),
        },
        Penentu::Seri => "tidak ada yang dilepas, karena keduanya sama baik menurut setiap tujuan".into(),
    }
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
        None => tanpa_pengisi(told, refused),
    }
}

/// What becomes of the place when nobody takes it: it may have been one that its unit does not need.
fn tanpa_pengisi(told: &Told, refused: &Alternative) -> String {
    let left = told.after.saturating_sub(1);
    let Some(need) = told.to.kebutuhan.as_ref() else { return "tempat ini tidak diisi orang lain".into() };
    let both = format!("ada {}, kebutuhan {}", ribuan(left.into()), need.angka());
    match left {
        left if left > need.hi => {
            format!("tempat ini tidak diisi orang lain, dan isinya pun tetap lebih dari kebutuhan ({both})")
        }
        left if left >= need.lo => format!("tempat ini tidak diisi orang lain, dan isinya tetap cukup ({both})"),
        _ => {
            let elsewhere = match refused.more(Tujuan::Keterisian) {
                _ if !refused.urutan.has(Tujuan::Keterisian) => "",
                0 => " dan satu tempat lain yang sama mendesaknya terisi",
                _ => " dan tempat lain yang lebih mendesak terisi",
            };
            format!("tempat ini tetap kosong ({both}){elsewhere}")
        }
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
