//! A move within one instansi does not reach schools of another.

use crate::model::unit::{BentukPendidikan, JenisUnit};
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-115",
    title: "Unit yang dituju berada di bawah pemerintah daerah yang sama",
    basis: "Pembagian urusan pendidikan; perpindahan antarinstansi memerlukan pertimbangan teknis BKN",
    judge: Judge::Post(judge),
    examples: &[
        Example {
            change: |scene| bentuk(scene, BentukPendidikan::Smp),
            answer: Answer::Terpenuhi,
            sentence: "SMP urusan kabupaten/kota, sama dengan kantor ini",
        },
        Example {
            change: |scene| bentuk(scene, BentukPendidikan::Sma),
            answer: Answer::TidakTerpenuhi,
            sentence: "SMA urusan provinsi, kantor ini kabupaten/kota",
        },
        Example {
            change: |scene| {
                scene.settings.daerah.sebutan = "Provinsi".into();
                bentuk(scene, BentukPendidikan::Sma);
            },
            answer: Answer::Terpenuhi,
            sentence: "SMA urusan provinsi, sama dengan kantor ini",
        },
    ],
};

fn bentuk(scene: &mut Scene, bentuk: BentukPendidikan) {
    let unit = scene.to().unit;
    scene.roster.units[unit.0 as usize].jenis = JenisUnit::Sekolah(bentuk);
}

/// TK, SD and SMP belong to the kabupaten or kota, SMA, SMK and SLB to the province (domain §0, trap 5).
fn judge(ask: &Pair) -> Verdict {
    let JenisUnit::Sekolah(bentuk) = ask.facts.unit_of(ask.to).jenis else {
        return ask.say.met(|| "unit yang dituju bukan sekolah".into());
    };
    let of_province = match bentuk {
        BentukPendidikan::Tk | BentukPendidikan::Sd | BentukPendidikan::Smp | BentukPendidikan::Nonformal => false,
        BentukPendidikan::Sma | BentukPendidikan::Smk | BentukPendidikan::Slb => true,
    };
    let name = |province| if province { "provinsi" } else { "kabupaten/kota" };
    let own = ask.facts.settings.daerah.is_province();
    let urusan = || format!("{} urusan {}", bentuk.label(), name(of_province));
    if of_province == own {
        ask.say.met(|| urusan() + ", sama dengan kantor ini")
    } else {
        ask.say.unmet(|| format!("{}, kantor ini {}", urusan(), name(own)))
    }
}
