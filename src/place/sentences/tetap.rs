//! Why a person whom the plan does not move stays.

use super::{count, need, unit_of};
use crate::model::angka::ribuan;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::place::alternative::Alternative;
use crate::place::facts::Facts;
use crate::place::telaah::Tetap;

/// One or two sentences.
pub fn tetap(facts: &Facts, id: PegawaiId, why: &Tetap) -> String {
    let pegawai = facts.roster.pegawai(id);
    match why {
        Tetap::Tertahan => {
            let blocked = facts.person_blocks(id);
            let codes: Vec<&str> = blocked.iter().map(|note| note.code).collect();
            format!("Tetap di tempatnya: setiap perpindahan ditahan aturan {}.", codes.join(", "))
        }
        Tetap::JabatanTakDikenal => {
            format!("Tetap di tempatnya: jabatan {} di unit ini tidak ada dalam data kebutuhan.", pegawai.jabatan)
        }
        Tetap::TidakMengisi => format!(
            "Tetap di tempatnya: dengan kedudukan hukum {} pegawai ini tidak dihitung mengisi jabatannya.",
            pegawai.kedudukan.label()
        ),
        Tetap::KebutuhanTakDiketahui => {
            "Tetap di tempatnya: kebutuhan jabatan ini di unitnya belum diketahui, sehingga tidak ada yang dipindahkan \
             dari sana."
                .into()
        }
        Tetap::TanpaTujuan => "Tetap di tempatnya: tidak ada tempat lain yang kebutuhannya diketahui.".into(),
        Tetap::TujuanTertutup(to) => format!(
            "Boleh dipindahkan, tetapi tidak ke {}: ada aturan yang tidak terpenuhi untuk tempat itu.",
            tempat(facts, *to)
        ),
        Tetap::TakMungkin(to) => {
            let home = facts.needs.post_of[id.0 as usize];
            let held = home.is_some_and(|home| facts.needs.lantai.contains_key(&home));
            let minimum = if held { " atau unit asalnya di bawah jumlah minimum tenaganya" } else { "" };
            format!(
                "Boleh dipindahkan ke {}, tetapi tidak ada rencana yang dapat melakukannya tanpa membuat satu tempat \
                 lebih kurang daripada sekarang{minimum}.",
                tempat(facts, *to)
            )
        }
        Tetap::KalahBaik(to, instead) => {
            format!("Boleh dipindahkan ke {}, tetapi {}.", tempat(facts, *to), kalah(facts, instead))
        }
    }
}

fn tempat(facts: &Facts, to: PostId) -> String {
    let post = facts.needs.post(to);
    format!("{} sebagai {} ({})", unit_of(facts, post), post.jabatan_label(), count(post))
}

/// What would be worse, by the first level that would.
fn kalah(facts: &Facts, instead: &Alternative) -> String {
    let [_, fill, moves, changes, merit, _] = instead.cost;
    if fill > 0 {
        let loser = instead.loser.map(|(post, planned)| {
            let of = facts.needs.post(post);
            let left = ribuan(i64::from(planned) - 1);
            format!(
                ": {} di {} hanya terisi {left} dari kebutuhan {}",
                of.jabatan_label(),
                unit_of(facts, of),
                need(of)
            )
        });
        format!("keterisian akan kurang merata{}", loser.unwrap_or_default())
    } else if moves > 0 {
        format!("rencana akan memuat {} perpindahan lebih banyak tanpa mengurangi kekurangan", ribuan(moves))
    } else if changes > 0 {
        format!("{} perpindahan yang sudah terbit akan berubah", ribuan(changes))
    } else if merit > 0 {
        format!("nilai kecocokan rencana akan turun {} poin", ribuan(merit))
    } else {
        "rencana lain yang sama baiknya dipilih dengan pemecah seri tetap".into()
    }
}
