//! Education that fits the new post better than the old one.

use crate::law::linearitas::Kesesuaian;
use crate::model::unit::{BentukPendidikan, JenisUnit};
use crate::place::facts::Pair;
use crate::place::objectives::{Example, Objective, Points};
use crate::place::rules::Scene;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-101",
    title: "Linearitas pendidikan dengan jabatan",
    basis: "SE GTK 0248/B2/GT.00.03/2024 untuk guru; tabel linearitas bawaan, pilihan kantor",
    unggul: "pendidikan yang lebih sesuai",
    bobot: |facts| format!("linear = {}; serumpun = {}", facts.settings.bobot.linear, facts.settings.bobot.serumpun),
    judge,
    examples: &[
        Example {
            change: |_| (),
            expect: Some((
                0,
                "pendidikan Pendidikan Guru Sekolah Dasar linear di jabatan lama dan linear di jabatan baru",
            )),
        },
        Example {
            change: |scene| from_tk(scene),
            expect: Some((
                200,
                "pendidikan Pendidikan Guru Sekolah Dasar serumpun di jabatan lama dan linear di jabatan baru",
            )),
        },
        Example { change: |scene| scene.pegawai().pendidikan.iter_mut().for_each(|p| p.jurusan = None), expect: None },
    ],
};

fn from_tk(scene: &mut Scene) {
    let unit = scene.from().unit;
    scene.roster.units[unit.0 as usize].jenis = JenisUnit::Sekolah(BentukPendidikan::Tk);
}

/// New fit less old fit, so that people are not drawn away from where they fit.
fn judge(ask: &Pair) -> Option<Points> {
    let (old, new) = (ask.facts.fit(ask.id, ask.from_id)?, ask.facts.fit(ask.id, ask.to_id)?);
    let bobot = &ask.facts.settings.bobot;
    let worth = |fit| match fit {
        Kesesuaian::Linear => bobot.linear,
        Kesesuaian::Serumpun => bobot.serumpun,
        Kesesuaian::Tidak => 0,
    };
    let sentence = ask.say.words(|| {
        let jurusan = ask.pegawai.pendidikan.as_ref().and_then(|p| p.jurusan.as_deref()).unwrap_or_default();
        format!("pendidikan {jurusan} {} di jabatan lama dan {} di jabatan baru", old.label(), new.label())
    });
    Some(Points { points: worth(new) - worth(old), sentence })
}
