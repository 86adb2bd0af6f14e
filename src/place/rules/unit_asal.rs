//! The unit that gives is not left short.

use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-111",
    title: "Unit asal tidak menjadi kurang karena mutasi",
    basis: "Pilihan kantor; kebutuhan menurut anjab dan ABK",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |_| (),
            answer: Answer::Terpenuhi,
            sentence: "jabatan di unit asal berisi 8 orang, kebutuhan 6 orang, kelebihan 2 orang",
        },
        Example {
            change: |scene| scene.from().riil = 7,
            answer: Answer::Terpenuhi,
            sentence: "jabatan di unit asal berisi 7 orang, kebutuhan 6 orang, kelebihan 1 orang",
        },
        Example {
            change: |scene| scene.from().riil = 6,
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "jabatan di unit asal berisi 6 orang, kebutuhan 6 orang; hanya dapat ditinggalkan bila ada \
                       penggantinya",
        },
        Example {
            change: |scene| scene.from().kebutuhan = None,
            answer: Answer::TidakDapatDinilai,
            sentence: "kebutuhan jabatan di unit asal belum diketahui",
        },
    ],
};

/// Here only what concerns every person of the post: whether it holds more than its need, so that one may leave. That
/// the number who stay is enough is the lower bound of the post in the network, since someone may leave a full post when
/// another comes.
fn judge(ask: &Person) -> Verdict {
    match ask.post.map(|post| (post.riil, post.kebutuhan.as_ref())) {
        Some((riil, Some(need))) => {
            let both = || format!("jabatan di unit asal berisi {riil} orang, kebutuhan {} orang", need.hi);
            match riil.checked_sub(need.hi) {
                Some(0) | None => ask.say.met_but(|| both() + "; hanya dapat ditinggalkan bila ada penggantinya"),
                Some(over) => ask.say.met(|| format!("{}, kelebihan {over} orang", both())),
            }
        }
        Some((_, None)) => ask.say.unknown(|| "kebutuhan jabatan di unit asal belum diketahui".into()),
        None => ask.say.unknown(|| "jabatan di unit asal tidak dikenali, kebutuhannya belum diketahui".into()),
    }
}
