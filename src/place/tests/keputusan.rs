//! Decisions of leadership on regions: followed where they can be, named where not, and the rest of the published plan kept
//! still.

use std::collections::{BTreeMap, BTreeSet};

use super::Random;
use super::region::{Region, region, shuffled};
use crate::finding::Place;
use crate::model::fixture;
use crate::model::keputusan::{HasilKeputusan, Keputusan, RencanaTerbit, Tindakan, TujuanKeputusan};
use crate::model::needs::PostId;
use crate::model::nip::Nip;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{PAKSAAN, Plan, TindakLanjut, Tujuan, Unfilled};
use crate::place::audit;

pub fn small() -> Region {
    let base = fixture::region();
    Region { roster: base.roster, needs: base.needs, law: base.law, settings: base.settings }
}

fn tujuan(region: &Region, post: PostId) -> TujuanKeputusan {
    let post = region.needs.post(post);
    TujuanKeputusan { unit: post.unit, jabatan: Some(post.jabatan_label()) }
}

pub fn decide(region: &mut Region, id: PegawaiId, tindakan: Tindakan, to: Option<PostId>, aturan: Option<&str>) {
    let keputusan = Keputusan {
        nip: region.roster.pegawai(id).nip,
        tindakan,
        tujuan: to.map(|to| tujuan(region, to)),
        aturan: aturan.map(str::to_string),
        alasan: "kebutuhan khusus.".into(),
        pejabat: "Sekretaris Daerah".into(),
        tanggal: None,
        tanggal_asing: None,
        asal: Place::file("keputusan.xlsx"),
    };
    region.roster.keputusan.list.push(keputusan);
}

/// Puts a person into the post so lately that rule A-101 keeps him or her there.
fn newly_placed(region: &mut Region, id: PegawaiId) {
    let pegawai = &mut region.roster.pegawai[id.0 as usize];
    pegawai.tmt_unit = Some(jiff::civil::date(2026, 6, 1));
    pegawai.tmt_jabatan = pegawai.tmt_unit;
}

/// The plan becomes the published one.
pub fn publish(region: &mut Region, plan: &Plan) {
    let moves = plan.moves.iter().map(|step| (region.roster.pegawai(step.pegawai).nip, tujuan(region, step.to)));
    let tujuan = moves.collect();
    region.roster.keputusan.terbit = Some(RencanaTerbit { tujuan, asal: Place::file("hasil.xlsx") });
}

fn seats(region: &Region, plan: &Plan) -> BTreeMap<Nip, PostId> {
    plan.moves.iter().map(|step| (region.roster.pegawai(step.pegawai).nip, step.to)).collect()
}

/// People whom two plans have in different posts.
fn differing(region: &Region, a: &Plan, b: &Plan) -> BTreeSet<Nip> {
    let (a, b) = (seats(region, a), seats(region, b));
    a.keys().chain(b.keys()).filter(|nip| a.get(nip) != b.get(nip)).copied().collect()
}

#[test]
fn refusing_a_move_costs_exactly_its_regret() {
    let mut region = region(41, 400);
    let plan = region.plan();
    assert!(plan.moves.len() > 5);
    for step in plan.moves.iter().take(12) {
        region.roster.keputusan.list.clear();
        decide(&mut region, step.pegawai, Tindakan::Tolak, Some(step.to), None);
        let without = region.plan();
        assert!(without.certificate.holds(), "{:#?}", without.certificate);
        let more: Vec<i64> = without.total.iter().zip(plan.total).map(|(after, before)| after - before).collect();
        assert_eq!(Some(more.as_slice()), step.lain.as_ref().map(|lain| lain.biaya.as_slice()));
        assert!(without.moves.iter().all(|other| (other.pegawai, other.to) != (step.pegawai, step.to)));
        assert_eq!(without.keputusan, [HasilKeputusan::Dipenuhi]);
    }
}

#[test]
fn holding_everybody_gives_the_status_quo_and_approving_every_move_the_plan() {
    let mut region = region(42, 400);
    let plan = region.plan();
    let before = plan.status_quo;
    for step in &plan.moves {
        decide(&mut region, step.pegawai, Tindakan::Setuju, Some(step.to), None);
    }
    let approved = region.plan();
    assert!(approved.certificate.holds(), "{:#?}", approved.certificate);
    assert_eq!(seats(&region, &approved), seats(&region, &plan));
    assert_eq!((approved.total, approved.status_quo[PAKSAAN]), (plan.total, plan.moves.len() as i64));
    assert!(approved.moves.iter().all(|step| step.alasan.starts_with("Disetujui oleh Sekretaris Daerah: ")));
    region.roster.keputusan.list.clear();
    for id in region.roster.pegawai_ids() {
        decide(&mut region, id, Tindakan::Tunda, None, None);
    }
    let still = region.plan();
    assert!(still.certificate.holds(), "{:#?}", still.certificate);
    assert_eq!((still.moves.len(), still.total), (0, before));
}

#[test]
fn places_that_decisions_keep_open_are_told_apart_and_all_figures_add_up() {
    let mut region = small();
    let free = region.plan();
    for id in region.roster.pegawai_ids() {
        decide(&mut region, id, Tindakan::Tunda, None, None);
    }
    let held = region.plan();
    let of = |plan: &Plan| plan.unfilled.iter().map(|open| open.tindak_lanjut).sum::<TindakLanjut>();
    let more = held.kurang_after - free.kurang_after;
    assert!(more > 0 && of(&free).keputusan == 0);
    assert_eq!(of(&held).keputusan, more);
    for plan in [&free, &held] {
        assert_eq!(of(plan).formasi + of(plan).selain_formasi(), plan.kurang_after, "{:?}", plan.unfilled);
    }
    let told = |open: &Unfilled| open.saran.contains("erbuka karena keputusan pimpinan yang menunda");
    assert!(held.unfilled.iter().any(told) && !free.unfilled.iter().any(told), "{:?}", held.unfilled);
}

#[test]
fn who_is_sent_goes_and_who_cannot_is_named_with_the_count() {
    let mut region = small();
    let plan = region.plan();
    let stays = region.roster.pegawai_ids().find(|id| {
        region.needs.post_of[id.0 as usize] == Some(PostId(0)) && plan.moves.iter().all(|step| step.pegawai != *id)
    });
    let stays = stays.expect("somebody stays in the first school");
    decide(&mut region, stays, Tindakan::Tetapkan, Some(PostId(1)), None);
    let sent = region.plan();
    assert!(sent.certificate.holds(), "{:#?}", sent.certificate);
    assert_eq!(sent.keputusan, [HasilKeputusan::Dipenuhi]);
    assert_eq!(seats(&region, &sent).get(&region.roster.pegawai(stays).nip), Some(&PostId(1)));
    // Of eight two may leave, and three of the other school may come in their place: of six who are sent, one cannot go.
    for id in region.roster.pegawai_ids().filter(|id| *id != stays).take(20).collect::<Vec<_>>() {
        if region.needs.post_of[id.0 as usize] == Some(PostId(0)) && region.roster.keputusan.list.len() < 6 {
            decide(&mut region, id, Tindakan::Tetapkan, Some(PostId(1)), None);
        }
    }
    let sent = region.plan();
    assert!(sent.certificate.holds(), "{:#?}", sent.certificate);
    assert_eq!(sent.total[PAKSAAN], 1);
    let failed: Vec<String> = sent.keputusan.iter().map(HasilKeputusan::in_words).collect();
    let told = "Tidak dapat dipenuhi: Guru Kelas di SD Negeri 1 Bangko tidak boleh kurang dari 6 orang dan berisi 6; \
                didahulukan keputusan lain: “Tetapkan ke” untuk ";
    let [one] = &failed.iter().filter(|told| *told != "Dipenuhi").collect::<Vec<_>>()[..] else { panic!("{failed:?}") };
    assert!(one.starts_with(told) && one.contains(" lagi"), "{one}");
}

#[test]
fn a_force_against_a_rule_is_named_and_a_waiver_lets_it_through_with_a_note() {
    let mut region = small();
    let id = region.roster.pegawai_ids().find(|id| region.needs.post_of[id.0 as usize] == Some(PostId(0))).unwrap();
    newly_placed(&mut region, id);
    decide(&mut region, id, Tindakan::Tetapkan, Some(PostId(1)), None);
    let plan = region.plan();
    assert!(plan.certificate.holds(), "{:#?}", plan.certificate);
    assert_eq!(plan.total[PAKSAAN], 1);
    let HasilKeputusan::TidakTerpenuhi(why) = &plan.keputusan[0] else { panic!("{:?}", plan.keputusan) };
    assert!(why.starts_with("ditahan aturan A-101 (masa di unit 6 bulan"), "{why}");
    assert!(plan.moves.iter().all(|step| step.pegawai != id), "who cannot go there goes nowhere else");

    decide(&mut region, id, Tindakan::Kecualikan, Some(PostId(1)), Some("A-101"));
    let plan = region.plan();
    assert!(plan.certificate.holds(), "{:#?}", plan.certificate);
    assert_eq!(plan.keputusan, [HasilKeputusan::Dipenuhi, HasilKeputusan::Dipenuhi]);
    let step = plan.moves.iter().find(|step| step.pegawai == id).expect("the waiver lets it through");
    let note = step.warnings.iter().find(|note| note.code == "A-101").expect("the rule is bent, and that is said");
    assert!(note.sentence.starts_with("dikecualikan oleh Sekretaris Daerah: kebutuhan khusus; masa di unit 6 bulan"));
    let spoilt = Region { roster: region.roster.clone(), ..small() };
    let mut spoilt = spoilt;
    spoilt.roster.keputusan.list.truncate(1);
    let certificate = audit::certify(&spoilt.roster, &spoilt.needs, &spoilt.law, &spoilt.settings, &plan);
    assert!(!certificate.holds(), "without the waiver the audit does not take the move");
}

#[test]
fn a_waiver_for_one_place_opens_no_other() {
    let mut region = region(43, 300);
    let plan = region.plan();
    let step = plan.moves.first().expect("somebody moves").clone();
    newly_placed(&mut region, step.pegawai);
    decide(&mut region, step.pegawai, Tindakan::Kecualikan, Some(step.to), Some("A-101"));
    let waived = region.plan();
    assert!(waived.certificate.holds(), "{:#?}", waived.certificate);
    let nip = region.roster.pegawai(step.pegawai).nip;
    assert!(seats(&region, &waived).get(&nip).is_none_or(|to| *to == step.to), "there or nowhere");
    // With that place refused, the rule still holds for all others.
    decide(&mut region, step.pegawai, Tindakan::Tolak, Some(step.to), None);
    let refused = region.plan();
    assert!(refused.certificate.holds(), "{:#?}", refused.certificate);
    assert!(refused.moves.iter().all(|other| other.pegawai != step.pegawai));
}

#[test]
fn a_decision_may_lead_to_another_jabatan() {
    let mut region = region(44, 300);
    let jabatan = |post: PostId| region.needs.post(post).jabatan.to_string();
    let short = |post: &PostId| region.needs.post(*post).gap().is_some_and(|gap| gap < 0);
    let to = region.needs.post_ids().find(|post| jabatan(*post) == "Guru PAI" && short(post)).unwrap();
    let plan = region.plan();
    let from = plan.moves.iter().find(|step| jabatan(step.from) == "Guru Kelas").expect("a class teacher moves");
    let id = from.pegawai;
    decide(&mut region, id, Tindakan::Tetapkan, Some(to), None);
    let stopped = region.plan();
    assert!(stopped.certificate.holds(), "{:#?}", stopped.certificate);
    let HasilKeputusan::TidakTerpenuhi(why) = &stopped.keputusan[0] else { panic!("{:?}", stopped.keputusan) };
    assert!(why.contains("A-109"), "{why}");
    let stopping: Vec<String> =
        why.split(['(', ' ', ')']).filter(|word| word.starts_with("A-")).map(str::to_string).collect();
    for code in &stopping {
        decide(&mut region, id, Tindakan::Kecualikan, Some(to), Some(code));
    }
    let sent = region.plan();
    assert!(sent.certificate.holds(), "{:#?}", sent.certificate);
    assert_eq!(sent.keputusan[0], HasilKeputusan::Dipenuhi);
    assert_eq!(seats(&region, &sent).get(&region.roster.pegawai(id).nip), Some(&to));
}

#[test]
fn after_twenty_refusals_the_published_plan_keeps_the_rest_still() {
    let mut region = region(45, 2000);
    let plan = region.plan();
    let refused: Vec<_> = plan.moves.iter().step_by(plan.moves.len() / 20).take(20).cloned().collect();
    assert_eq!(refused.len(), 20);
    for step in &refused {
        decide(&mut region, step.pegawai, Tindakan::Tolak, Some(step.to), None);
    }
    let free = region.plan();
    publish(&mut region, &plan);
    let still = region.plan();
    assert!(free.certificate.holds() && still.certificate.holds(), "{:#?}", still.certificate);
    let (loose, kept) = (differing(&region, &plan, &free), differing(&region, &plan, &still));
    assert_eq!(still.urutan.of(&still.total, Tujuan::Perubahan), kept.len() as i64);
    assert!(kept.len() >= 20 && kept.len() < loose.len(), "{} with the level, {} without", kept.len(), loose.len());
    let fill = |plan: &Plan| plan.urutan.of(&plan.total, Tujuan::Keterisian);
    assert_eq!(fill(&free), fill(&still), "nothing is lost on the goals before it");
    println!("{} of {} moves change with the level, {} without", kept.len(), plan.moves.len(), loose.len());
    // Nothing decided, nothing changed.
    region.roster.keputusan.list.clear();
    assert_eq!(seats(&region, &region.plan()), seats(&region, &plan));
}

#[test]
fn whatever_is_decided_the_audit_accepts_the_plan_and_the_order_of_rows_changes_nothing() {
    for seed in 0..6 {
        let mut region = region(50 + seed, 250);
        let plan = region.plan();
        let mut random = Random(900 + seed);
        if seed % 2 == 0 {
            publish(&mut region, &plan);
        }
        for _ in 0..25 {
            let id = PegawaiId(random.below(region.roster.pegawai.len() as u64) as u32);
            if region.roster.keputusan.list.iter().any(|own| own.nip == region.roster.pegawai(id).nip) {
                continue;
            }
            let own = plan.moves.iter().find(|step| step.pegawai == id).map(|step| step.to);
            let any = PostId(random.below(region.needs.posts.len() as u64) as u32);
            let to = own.filter(|_| random.chance(50)).or(Some(any));
            let tindakan = Tindakan::ALL[random.below(6) as usize];
            let codes = ["A-101", "A-109", "A-112", "A-104", "A-133"];
            let code = codes[random.below(codes.len() as u64) as usize];
            decide(&mut region, id, tindakan, to, (tindakan == Tindakan::Kecualikan).then_some(code));
        }
        let decided = region.plan();
        assert!(decided.certificate.holds(), "{seed}: {:#?}", decided.certificate);
        let other = shuffled(&region, seed);
        let again = other.plan();
        assert_eq!(region.told(&decided), other.told(&again), "{seed}");
    }
}

#[test]
fn a_plan_that_ignores_a_decision_does_not_pass() {
    let mut region = small();
    let plan = region.plan();
    let step = plan.moves[0].clone();
    for (tindakan, to) in [
        (Tindakan::Tolak, Some(step.to)),
        (Tindakan::Larang, Some(step.to)),
        (Tindakan::Tunda, None),
        (Tindakan::Tetapkan, Some(step.from)),
    ] {
        region.roster.keputusan.list.clear();
        decide(&mut region, step.pegawai, tindakan, to, None);
        let certificate = audit::certify(&region.roster, &region.needs, &region.law, &region.settings, &plan);
        let failed: Vec<&str> =
            certificate.checks.iter().filter(|check| !check.passed).map(|check| check.title).collect();
        assert!(failed.contains(&"Setiap keputusan pimpinan dipenuhi atau disebut tidak dapat dipenuhi"), "{failed:?}");
    }
}
