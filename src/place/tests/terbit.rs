//! What is told of decisions: who moves because of them, what has become of the published plan, what a decided move gives up,
//! and why others stay.

use std::collections::BTreeSet;

use super::keputusan::{decide, publish, small};
use super::region::{Region, region};
use crate::model::keputusan::Tindakan;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{Plan, SebabKosong};
use crate::model::terbit::Banding;
use crate::place::facts::Facts;

fn nama(region: &Region, id: PegawaiId) -> &str {
    region.roster.pegawai(id).nama.as_str()
}

/// A plan, the same made anew after its first moves were refused, and who was refused.
fn refused(seed: u64, count: usize) -> (Region, Plan, Plan, Vec<PegawaiId>) {
    let mut region = region(seed, 400);
    let first = region.plan();
    publish(&mut region, &first);
    let refused: Vec<PegawaiId> = first.moves.iter().take(count).map(|step| step.pegawai).collect();
    for step in &first.moves[..count] {
        decide(&mut region, step.pegawai, Tindakan::Tolak, Some(step.to), None);
    }
    let second = region.plan();
    assert!(second.certificate.holds(), "{:#?}", second.certificate);
    (region, first, second, refused)
}

#[test]
fn whoever_moves_because_of_a_decision_on_somebody_else_is_told_so_and_nobody_else() {
    let mut told = 0;
    for seed in 41..45 {
        let (region, first, second, refused) = refused(seed, 3);
        for step in &second.moves {
            let planned = first.moves.iter().any(|old| (old.pegawai, old.to) == (step.pegawai, step.to));
            // Without the refusals the plan is the published one.
            assert_eq!(step.alasan.starts_with("Karena "), !planned, "{}", step.alasan);
            if !planned && !refused.contains(&step.pegawai) {
                assert!(refused.iter().any(|id| step.alasan.contains(nama(&region, *id))), "{}", step.alasan);
                assert!(step.alasan.contains(" tidak disetujui pindah ke "), "{}", step.alasan);
                told += 1;
            }
        }
    }
    assert!(told > 1, "{told} people take the place of somebody refused");
}

#[test]
fn the_plan_made_anew_says_what_is_new_changed_and_gone_and_why() {
    let gone: usize = (41..44).map(|seed| laid_beside(refused(seed, 4))).sum();
    assert!(gone > 0, "somebody refused stays");
}

/// Checks what is told of each move and of everybody who is no longer moved; answers how many these are.
fn laid_beside((region, first, second, refused): (Region, Plan, Plan, Vec<PegawaiId>)) -> usize {
    let banding = second.terbit.as_ref().expect("a plan is published");
    assert_eq!((banding.terbit, banding.langkah.len()), (first.moves.len(), second.moves.len()));
    for (step, own) in second.moves.iter().zip(&banding.langkah) {
        let old = first.moves.iter().find(|old| old.pegawai == step.pegawai);
        let expected = match old {
            None => Banding::Baru,
            Some(old) if old.to == step.to => Banding::Tetap,
            Some(old) => Banding::Berubah(region.needs.post(old.to).unit),
        };
        assert_eq!(*own, expected);
    }
    let moving: BTreeSet<PegawaiId> = second.moves.iter().map(|step| step.pegawai).collect();
    let gone: BTreeSet<PegawaiId> =
        first.moves.iter().map(|step| step.pegawai).filter(|id| !moving.contains(id)).collect();
    assert_eq!(banding.tidak_lagi.iter().filter_map(|own| own.pegawai).collect::<BTreeSet<_>>(), gone);
    for own in &banding.tidak_lagi {
        if own.pegawai.is_some_and(|id| refused.contains(&id)) {
            assert_eq!(own.alasan, "Tidak disetujui oleh Sekretaris Daerah: kebutuhan khusus.");
        } else {
            assert!(own.alasan.starts_with("Karena "), "{}", own.alasan);
        }
    }
    assert!(first.terbit.is_none(), "nothing was published before");
    gone.len()
}

#[test]
fn a_move_of_the_published_plan_that_a_rule_stops_or_whose_person_left_says_so() {
    let mut region = region(44, 300);
    let first = region.plan();
    publish(&mut region, &first);
    let [one, other] = [0, 1].map(|at| first.moves[at].pegawai);
    region.roster.pegawai[one.0 as usize].tmt_unit = Some(region.roster.tanggal_efektif);
    let nip = region.roster.pegawai(other).nip;
    // Somebody else of a later NIP: the published plan still names the one before.
    let terbit = region.roster.keputusan.terbit.as_mut().expect("just published");
    let tujuan = terbit.tujuan.remove(&nip).expect("was to move");
    let stranger = crate::model::nip::Nip::parse("198601012015011999", jiff::civil::date(2026, 12, 1)).expect("a NIP");
    terbit.tujuan.insert(stranger, tujuan);
    let second = region.plan();
    let banding = second.terbit.as_ref().expect("a plan is published");
    let why = |id: Option<PegawaiId>| {
        banding.tidak_lagi.iter().find(|own| own.pegawai == id).map(|own| own.alasan.as_str()).unwrap_or_default()
    };
    assert!(why(Some(one)).starts_with("Tidak dapat lagi dipindahkan: ditahan aturan A-101 ("), "{}", why(Some(one)));
    assert_eq!(why(None), "Pegawai ini tidak ada lagi di data pegawai yang dapat dipakai.");
}

#[test]
fn a_decided_move_over_the_need_is_warned_of_and_tells_truly_what_would_be_without_it() {
    let mut region = small();
    // Of the second school, which is short, somebody is sent to the first, which has two more than it needs.
    let id = region.roster.pegawai_ids().find(|id| region.needs.post_of[id.0 as usize] == Some(PostId(1)));
    let id = id.expect("somebody works there");
    region.needs.posts[1].kebutuhan.iter_mut().for_each(|need| (need.lo, need.hi) = (1, 1));
    decide(&mut region, id, Tindakan::Tetapkan, Some(PostId(0)), None);
    region.needs.posts[0].kebutuhan.iter_mut().for_each(|need| (need.lo, need.hi) = (4, 4));
    let plan = region.plan();
    let Some(step) = plan.moves.iter().find(|step| step.pegawai == id) else {
        // The first school is as full as it may be: only who leaves it makes room.
        panic!("{:?}", plan.keputusan);
    };
    let (after, need) = (plan.posts[0].after, 4);
    let note = step.warnings.iter().find(|note| note.code == "A-160").map(|note| note.sentence.as_str());
    let over = format!("menjadi {after} orang, kebutuhan {need} orang: lebih {} orang", after - need);
    assert!(note.is_some_and(|note| note.ends_with(&over)), "{note:?}");
    assert!(step.jika_ditolak.starts_with("Sudah ditetapkan pimpinan. Bila pegawai ini tetap di tempat lama: "));
    assert!(!step.jika_ditolak.contains("tetap kosong") && !step.jika_ditolak.contains("tidak terpenuhi"));
    assert!(!step.alasan.contains("Tanpa perpindahan ini"), "{}", step.alasan);
}

#[test]
fn who_stays_though_rotation_is_due_is_told_why_and_no_open_place_is_passed_over() {
    let mut told = [0; 2];
    for seed in 0..3 {
        let region = region(seed + 60, 400);
        let plan = region.plan();
        let facts = Facts::new(&region.roster, &region.needs, &region.law, &region.settings);
        let short: Vec<PostId> = plan.unfilled.iter().map(|open| open.post).collect();
        for (id, own) in region.roster.pegawai_ids().zip(&plan.people) {
            let Some(why) = &own.tetap else { continue };
            assert!(own.blocked.is_empty() && plan.moves.iter().all(|step| step.pegawai != id), "{why}");
            let home = region.needs.post_of[id.0 as usize].expect("every post of a made-up region is known");
            let (post, after) = (region.needs.post(home), plan.posts[home.0 as usize].after);
            let over = post.kebutuhan.as_ref().is_some_and(|need| after > need.hi);
            assert_eq!(why.contains("tidak ada tempat yang masih kurang yang dapat diisinya"), over, "{why}");
            if over {
                let open = |to: &&PostId| facts.allows(id, home, **to);
                assert_eq!(short.iter().find(open), None, "{why}");
            }
            told[usize::from(over)] += 1;
        }
    }
    assert!(told.iter().all(|count| *count > 5), "{told:?}");
}

#[test]
fn who_could_come_from_a_post_of_unknown_need_is_told_with_the_cell_to_complete() {
    let mut region = small();
    region.needs.posts[0].kebutuhan = None;
    let plan = region.plan();
    let open = plan.unfilled.iter().find(|open| open.post == PostId(1)).expect("Jangkat stays short");
    let unit = region.roster.unit(region.needs.post(PostId(0)).unit);
    assert_eq!(open.sebab, SebabKosong::DataBelumLengkap, "{}", open.alasan);
    assert!(open.alasan.contains("belum dapat dinilai karena kebutuhan Guru Kelas di "), "{}", open.alasan);
    assert!(!open.alasan.contains("A-111"), "{}", open.alasan);
    assert!(open.saran.starts_with(&format!("Lengkapi dahulu data {} (", unit.nama)), "{}", open.saran);
    assert!(open.saran.contains(&unit.place.to_string()), "{}", open.saran);
}
