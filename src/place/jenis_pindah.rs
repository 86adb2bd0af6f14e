//! Names the kind of a move, from kelas, jenjang, eselon and jenis jabatan.

use std::cmp::Ordering;

use crate::model::jabatan::{JenisJabatan, Jenjang};
use crate::model::pindah::{Arah, BentukPindah, JenisPindah};
use crate::place::facts::Pair;

/// The kind of the move asked about (domain R14, R15, R45).
pub fn jenis_pindah(ask: &Pair) -> JenisPindah {
    let arah = arah(ask);
    let across = matches!(jenis(ask), (Some(own), Some(new)) if kelompok(own) != kelompok(new));
    let bentuk = match arah {
        _ if across => BentukPindah::Diagonal,
        Arah::Promosi | Arah::Demosi => BentukPindah::Vertikal,
        Arah::Setara => BentukPindah::Horizontal,
        Arah::TidakDiketahui => BentukPindah::BelumDitentukan,
    };
    JenisPindah { bentuk, arah }
}

/// Kind of the jabatan held and of the one to go to, where it is told; a name that stays keeps its kind.
fn jenis(ask: &Pair) -> (Option<JenisJabatan>, Option<JenisJabatan>) {
    let told = Some(ask.pegawai.jabatan.jenis).filter(|jenis| *jenis != JenisJabatan::Pelaksana);
    let own = told.or(ask.old_post().jenis);
    (own, if ask.same_name() { own } else { ask.new_post().jenis })
}

/// Groups of jabatan: pimpinan tinggi, administrasi, fungsional.
fn kelompok(jenis: JenisJabatan) -> u8 {
    match jenis {
        JenisJabatan::Jpt => 0,
        JenisJabatan::Administrator | JenisJabatan::Pengawas | JenisJabatan::Pelaksana => 1,
        JenisJabatan::Fungsional => 2,
    }
}

/// Kelas counts before anything else; where it is not known, jenjang, eselon or kind tell.
fn arah(ask: &Pair) -> Arah {
    if let (Some(old), Some(new)) = (ask.old_post().kelas, ask.new_post().kelas) {
        return compared(new.cmp(&old));
    }
    arah_without_kelas(ask)
}

/// Up, down or level by jenjang, eselon or kind of jabatan alone.
pub fn arah_without_kelas(ask: &Pair) -> Arah {
    let own_jenjang = ask.pegawai.jabatan.jenjang;
    if ask.same_name() {
        return match (own_jenjang, ask.to.jenjang) {
            (_, None) => Arah::Setara,
            (Some(own), Some(new)) => between(own, new),
            (None, Some(_)) => Arah::TidakDiketahui,
        };
    }
    match jenis(ask) {
        (Some(JenisJabatan::Fungsional), Some(JenisJabatan::Fungsional)) => match (own_jenjang, ask.to.jenjang) {
            (Some(own), Some(new)) => between(own, new),
            (Some(_) | None, Some(_) | None) => Arah::TidakDiketahui,
        },
        (Some(JenisJabatan::Fungsional) | None, _) | (_, Some(JenisJabatan::Fungsional) | None) => Arah::TidakDiketahui,
        (Some(own), Some(new)) => structural(ask, own, new),
    }
}

/// Eselon where both are known, else the kind of jabatan where it differs.
fn structural(ask: &Pair, own: JenisJabatan, new: JenisJabatan) -> Arah {
    match (ask.pegawai.profesi.eselon.or(ask.old_post().eselon), ask.new_post().eselon) {
        (Some(old), Some(new)) => compared(new.cmp(&old)),
        // The kinds stand from the highest down.
        (Some(_) | None, Some(_) | None) if own != new => compared(own.cmp(&new)),
        (Some(_) | None, Some(_) | None) => Arah::TidakDiketahui,
    }
}

/// Jenjang can be compared within keahlian or within keterampilan only.
fn between(own: Jenjang, new: Jenjang) -> Arah {
    let keahlian = |jenjang: Jenjang| jenjang >= Jenjang::AhliPertama;
    if keahlian(own) == keahlian(new) { compared(new.cmp(&own)) } else { Arah::TidakDiketahui }
}

fn compared(order: Ordering) -> Arah {
    match order {
        Ordering::Less => Arah::Demosi,
        Ordering::Equal => Arah::Setara,
        Ordering::Greater => Arah::Promosi,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::jabatan::Jabatan;
    use crate::place::facts::Facts;
    use crate::place::rules::Scene;
    use crate::place::rules::tests::scene;

    fn kind(change: impl Fn(&mut Scene)) -> String {
        let (mut scene, law) = scene();
        change(&mut scene);
        let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
        jenis_pindah(&facts.pair(scene.id, scene.from, scene.to, false)).label()
    }

    fn becomes(scene: &mut Scene, nama: &str, jenis: JenisJabatan, kelas: [Option<u8>; 2]) {
        let own = JenisJabatan::Pelaksana;
        scene.pegawai().jabatan = Jabatan { nama: "Pengelola Data".into(), jenjang: None, jenis: own }.into();
        scene.from().jabatan = "Pengelola Data".into();
        scene.to().jabatan = nama.into();
        scene.state(scene.from, own, kelas[0], None);
        scene.state(scene.to, jenis, kelas[1], None);
    }

    #[test]
    fn the_same_jabatan_in_another_unit_is_horizontal() {
        assert_eq!(kind(|_| ()), "horizontal");
    }

    #[test]
    fn a_higher_jenjang_or_kelas_is_a_promotion_and_a_lower_one_a_demotion() {
        let jenjang = |jenjang| kind(move |scene| scene.to().jenjang = Some(jenjang));
        assert_eq!(jenjang(Jenjang::AhliMuda), "vertikal (promosi)");
        assert_eq!(jenjang(Jenjang::AhliPertama), "horizontal");
        assert_eq!(jenjang(Jenjang::Penyelia), "belum dapat ditentukan (kesetaraan belum diketahui)");
        let kelas = |old, new| {
            kind(move |scene| becomes(scene, "Penyusun Laporan", JenisJabatan::Pelaksana, [Some(old), Some(new)]))
        };
        assert_eq!(kelas(6, 7), "vertikal (promosi)");
        assert_eq!(kelas(7, 6), "vertikal (demosi)");
        assert_eq!(kelas(7, 7), "horizontal");
    }

    #[test]
    fn another_group_of_jabatan_is_diagonal() {
        let to = |jenis, kelas| kind(move |scene| becomes(scene, "Arsiparis", jenis, kelas));
        assert_eq!(to(JenisJabatan::Fungsional, [None, None]), "diagonal (kesetaraan belum diketahui)");
        assert_eq!(to(JenisJabatan::Jpt, [Some(7), Some(14)]), "diagonal (promosi)");
        assert_eq!(to(JenisJabatan::Pengawas, [None, None]), "vertikal (promosi)");
    }
}
