//! Corner plans: the same region under other orders of goals, each solved and proven like the plan itself.

use rayon::prelude::*;

use crate::law::Law;
use crate::model::adil::Sudut;
use crate::model::needs::Needs;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{Tujuan, Urutan};
use crate::model::roster::Roster;
use crate::place::adil::ukuran::{Tempat, ukuran};
use crate::place::facts::Facts;
use crate::place::family::Case;
use crate::place::keluarga;
use crate::place::limits;
use crate::settings::Settings;

/// The orders that are put beside the plan's own.
const URUTAN: [(&str, [Tujuan; 4]); 3] = [
    ("Isi kekurangan, lalu kecocokan", [Tujuan::Keterisian, Tujuan::Kecocokan, Tujuan::Perpindahan, Tujuan::Perubahan]),
    (
        "Isi kekurangan dengan perpindahan sesedikit mungkin",
        [Tujuan::Keterisian, Tujuan::Perpindahan, Tujuan::Perubahan, Tujuan::Kecocokan],
    ),
    ("Usulan pegawai didahulukan", [Tujuan::Aspirasi, Tujuan::Keterisian, Tujuan::Perpindahan, Tujuan::Kecocokan]),
];

/// Each corner with its figures.
pub fn sudut(roster: &Roster, needs: &Needs, law: &Law, settings: &Settings) -> Vec<Sudut> {
    let corner = |(nama, goals): (&'static str, [Tujuan; 4])| {
        let mut own = settings.clone();
        own.rencana.urutan = Urutan::new(&goals).expect("four different goals");
        let mut case = Case::new(Facts::new(roster, needs, law, &own));
        let (tempat, terbukti) = solved(&mut case);
        let urutan = goals.iter().map(|tujuan| tujuan.nama()).collect();
        Sudut { nama, urutan, ukuran: ukuran(&case.facts, &case.bounds, &tempat), terbukti }
    };
    URUTAN.into_iter().map(corner).collect()
}

/// Who moves where in the best plan of a case within the limits of the run, couples kept apart as in every plan, and
/// whether it is proven the best.
pub fn solved(case: &mut Case) -> (Tempat, bool) {
    if case.facts.settings.rencana.batas().any() {
        return within_limits(case);
    }
    let families: Vec<usize> = (0..case.families.len()).collect();
    case.make_even();
    loop {
        let own = &*case;
        let moves: Vec<_> = families.par_iter().map(|family| keluarga::solved(own, *family).1).collect();
        let mut tempat: Tempat = moves.into_iter().flatten().collect();
        let changed = keluarga::keep_seats_apart(case, &mut tempat);
        if changed.is_empty() || !case.make_even() {
            return (tempat, !case.kurang_merata);
        }
    }
}

fn within_limits(case: &mut Case) -> (Tempat, bool) {
    loop {
        // The ladder of places comes first, from the totals alone.
        case.make_even();
        let settled = limits::settle(case);
        let families = case.families.iter().zip(&settled.solutions);
        let moves = families.flat_map(|(family, solution)| {
            let seats = family.movable.iter().zip(&solution.post);
            seats.map(|(id, post)| (*id, family.posts[*post as usize]))
        });
        let home = |id: &PegawaiId| case.facts.home(*id);
        let mut tempat: Tempat = moves.filter(|(id, to)| home(id) != *to).collect();
        // Who is kept apart from somebody may bring others over a limit, as in the plan itself.
        if keluarga::keep_seats_apart(case, &mut tempat).is_empty() {
            return (tempat, settled.proven() && !case.kurang_merata);
        }
    }
}
