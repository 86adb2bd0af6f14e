//! A certified teacher teaches what the certificate is for.

use crate::model::profesi::SertifikatPendidik;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-136",
    title: "Guru bersertifikat mengajar sesuai sertifikat pendidiknya",
    basis: "Permendikbud 46/2016 sebagaimana diubah dengan Permendikbud 16/2019",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |scene| certified(scene, "Guru Kelas SD/MI"),
            answer: Answer::Terpenuhi,
            sentence: "sertifikat pendidik Guru Kelas SD/MI, jabatan yang dituju Guru Kelas",
        },
        Example {
            change: |scene| certified(scene, "Guru Kelas TK"),
            answer: Answer::TidakTerpenuhi,
            sentence: "sertifikat pendidik Guru Kelas TK, jabatan yang dituju Guru Kelas di SD; tunjangan profesi dapat hilang",
        },
        Example {
            change: |scene| {
                certified(scene, "Sejarah");
                scene.to().jabatan = "Guru Antropologi".into();
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "sertifikat pendidik Sejarah; tabel linearitas belum memuat Guru Antropologi",
        },
        Example {
            change: |scene| scene.pegawai().profesi.sertifikat = Some(SertifikatPendidik::Belum),
            answer: Answer::Terpenuhi,
            sentence: "belum bersertifikat pendidik",
        },
        Example {
            change: |scene| {
                scene.pegawai().profesi.sertifikat = Some(SertifikatPendidik::Sudah);
                scene.to().jabatan = "Guru PJOK".into();
            },
            answer: Answer::TidakDinilaiDenganCatatan,
            sentence: "bersertifikat pendidik tanpa keterangan bidang studi; cocokkan dengan Guru PJOK",
        },
    ],
};

fn certified(scene: &mut Scene, bidang: &str) {
    scene.pegawai().profesi.sertifikat = Some(SertifikatPendidik::Bidang(bidang.into()));
}

/// Who has no certificate has no allowance to lose.
fn judge(ask: &Pair) -> Verdict {
    if !ask.new_post().guru {
        return ask.say.met(|| format!("{}, bukan guru", ask.to.jabatan));
    }
    let jabatan = &ask.to.jabatan;
    let bidang = match &ask.pegawai.profesi.sertifikat {
        None => return ask.say.unjudged(|| "tidak tercatat bersertifikat pendidik".into()),
        Some(SertifikatPendidik::Belum) => return ask.say.met(|| "belum bersertifikat pendidik".into()),
        Some(SertifikatPendidik::Sudah) if ask.same_name() => {
            return ask.say.met(|| format!("bersertifikat pendidik, jabatan tetap {jabatan}"));
        }
        Some(SertifikatPendidik::Sudah) => {
            let words = || format!("bersertifikat pendidik tanpa keterangan bidang studi; cocokkan dengan {jabatan}");
            return ask.say.unjudged_but(words);
        }
        Some(SertifikatPendidik::Bidang(bidang)) => bidang,
    };
    match ask.facts.sertifikat_covers(ask.id, ask.to_id) {
        Some(true) => ask.say.met(|| format!("sertifikat pendidik {bidang}, jabatan yang dituju {jabatan}")),
        Some(false) => ask.say.unmet(|| {
            let unit = ask.facts.unit_of(ask.to).sekolah.as_ref();
            let at = unit.map_or(String::new(), |sekolah| format!(" di {}", sekolah.bentuk.label()));
            format!("sertifikat pendidik {bidang}, jabatan yang dituju {jabatan}{at}; tunjangan profesi dapat hilang")
        }),
        None => ask.say.unknown(|| format!("sertifikat pendidik {bidang}; tabel linearitas belum memuat {jabatan}")),
    }
}
