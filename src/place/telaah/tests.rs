//! What is told of a person is what decided.

use super::*;
use crate::law::{Override, Tingkat};
use crate::model::telaah::{Fakta, Nilai};
use crate::place::rules::tests::scene;
use crate::place::rules::{RULES, Scene};

fn facts_of(all: &[Telaah], code: &str) -> Vec<Fakta> {
    all.iter().find(|telaah| telaah.code == code).map(|telaah| telaah.fakta.clone()).unwrap_or_default()
}

#[test]
fn every_rule_is_told_with_the_facts_it_looked_at() {
    let (scene, law) = scene();
    let dasar = Dasar { roster: &scene.roster, needs: &scene.needs, law: &law, settings: &scene.settings, pisah: &[] };
    let all = telaah(dasar, scene.id, Some(scene.to));
    let codes: Vec<&str> = all.iter().map(|telaah| telaah.code).collect();
    assert_eq!(codes, RULES.iter().map(|rule| rule.code).collect::<Vec<_>>());
    let asked = |telaah: &&Telaah| telaah.akibat != Akibat::Dimatikan;
    assert!(all.iter().filter(asked).all(|telaah| !telaah.sentence.is_empty()), "{all:#?}");
    assert!(facts_of(&all, "A-101").contains(&Fakta::Pegawai(&["tmt_unit"])));
    assert_eq!(facts_of(&all, "A-104"), [Fakta::Pegawai(&["status_asn", "nip"])]);
    assert!(facts_of(&all, "A-109").contains(&Fakta::Kebutuhan(scene.to)));
    assert_eq!(facts_of(&all, "A-110"), [Fakta::Kebutuhan(scene.to)]);
    assert!(facts_of(&all, "A-111").contains(&Fakta::Riil(scene.from)));
}

#[test]
fn what_could_not_be_judged_is_never_told_as_met() {
    let (mut scene, law) = scene();
    // A list of names, units and jabatan only.
    for pegawai in &mut scene.roster.pegawai {
        (pegawai.golongan, pegawai.pendidikan) = (None, None);
        (pegawai.tmt_unit, pegawai.tmt_jabatan) = (None, None);
        pegawai.skp.clear();
    }
    let dasar = Dasar { roster: &scene.roster, needs: &scene.needs, law: &law, settings: &scene.settings, pisah: &[] };
    let all = telaah(dasar, scene.id, Some(scene.to));
    let of = |akibat| all.iter().filter(move |telaah| telaah.akibat == akibat);
    let codes = |akibat| of(akibat).map(|telaah| telaah.code).collect::<Vec<_>>();
    assert!(of(Akibat::TidakAda).all(|telaah| telaah.nilai == Some(Nilai::Terpenuhi)), "{all:#?}");
    assert!(of(Akibat::TidakDinilai).all(|telaah| telaah.nilai == Some(Nilai::TidakDapatDinilai)), "{all:#?}");
    assert_eq!(codes(Akibat::TidakDinilai), ["A-102", "A-123", "A-130", "A-134", "A-135", "A-136", "A-137"]);
    assert_eq!(codes(Akibat::Catatan), ["A-101"], "a move is decided after a look at the time in the unit");
    let facts = dasar.facts();
    assert_eq!(facts.unjudged(scene.id, scene.to), ["A-101"], "of those that may block and the folder has facts for");
    let notes = facts.warnings(scene.id, scene.from, scene.to);
    assert!(notes.iter().all(|note| note.nilai == Nilai::TidakDapatDinilai), "{notes:?}");
}

#[test]
fn of_every_rule_the_facts_it_looks_at_are_known() {
    let (plain, law) = scene();
    let off = law.codes().filter(|code| law.rule(code).tingkat == Tingkat::Mati);
    let on = Override { tingkat: Some(Tingkat::Peringatan), ..Override::default() };
    let law = Law::at(law.tanggal, &off.map(|code| (code.to_string(), on.clone())).collect());
    let dasar = Dasar { roster: &plain.roster, needs: &plain.needs, law: &law, settings: &plain.settings, pisah: &[] };
    let usual = telaah(dasar, plain.id, Some(plain.to));
    // What is not looked at in the usual case may be in an example.
    for rule in RULES.iter().filter(|rule| facts_of(&usual, rule.code).is_empty()) {
        let found = rule.examples.iter().any(|example| {
            let (mut scene, _) = scene();
            (example.change)(&mut scene);
            let dasar =
                Dasar { roster: &scene.roster, needs: &scene.needs, law: &law, settings: &scene.settings, pisah: &[] };
            !facts_of(&telaah(dasar, scene.id, Some(scene.to)), rule.code).is_empty()
        });
        assert!(found, "{}: telaah/ubah.rs changes nothing that this rule looks at in any of its examples", rule.code);
    }
}

#[test]
fn without_a_post_to_go_to_rules_about_one_are_not_asked() {
    let (scene, law) = scene();
    let dasar = Dasar { roster: &scene.roster, needs: &scene.needs, law: &law, settings: &scene.settings, pisah: &[] };
    let all = telaah(dasar, scene.id, None);
    for (telaah, rule) in all.iter().zip(RULES).filter(|(telaah, _)| telaah.akibat != Akibat::Dimatikan) {
        assert_eq!(telaah.akibat == Akibat::TanpaTujuan, rule.judge.is_about_pairs(), "{}", rule.code);
    }
}

#[test]
fn what_is_cut_away_changes_no_answer_and_no_fact() {
    // As the sample has it, with facts that one other person alone tells, and with a husband or wife elsewhere.
    let changes: [fn(&mut Scene); 3] = [
        |_| (),
        |scene| {
            let (own, last) = (scene.id.0 as usize, scene.roster.pegawai.len() - 1);
            let people = scene.roster.pegawai.iter_mut().enumerate();
            for (_, pegawai) in people.filter(|(at, _)| *at != own && *at != last) {
                (pegawai.golongan, pegawai.pendidikan) = (None, None);
                pegawai.skp.clear();
            }
        },
        |scene| {
            let nip = scene.pegawai().nip;
            scene.roster.pegawai.iter_mut().next_back().into_iter().for_each(|last| last.nip_pasangan = Some(nip));
        },
    ];
    for change in changes {
        let (mut scene, law) = scene();
        change(&mut scene);
        let dasar =
            Dasar { roster: &scene.roster, needs: &scene.needs, law: &law, settings: &scene.settings, pisah: &[] };
        for (id, to) in [(scene.id, Some(scene.to)), (scene.id, Some(PostId(3))), (PegawaiId(12), Some(PostId(3)))] {
            let told = telaah(dasar, id, to);
            let mut whole = told.clone();
            whole.iter_mut().for_each(|telaah| telaah.fakta.clear());
            fakta::search(dasar, (id, to), &mut whole, None);
            assert_eq!(told, whole, "{id:?} to {to:?}");
        }
    }
}

#[test]
fn a_price_is_the_regret_of_the_plan_and_the_sum_of_its_parts() {
    let (scene, law) = scene();
    let dasar = Dasar { roster: &scene.roster, needs: &scene.needs, law: &law, settings: &scene.settings, pisah: &[] };
    let plan = crate::place::plan(dasar.roster, dasar.needs, &law, dasar.settings);
    assert!(!plan.moves.is_empty());
    let (penjelas, mut movers, mut stayers) = (Penjelas::new(dasar, &plan), 0, 0);
    for id in scene.roster.pegawai_ids() {
        let told = penjelas.putusan(id, None);
        let planned = plan.moves.iter().find(|mutasi| mutasi.pegawai == id);
        assert_eq!(told.tetap.is_none(), planned.is_some(), "who stays is told so first");
        if let Some(mutasi) = planned {
            assert_eq!(told.harga.as_ref().map(|harga| harga.jumlah), mutasi.lain.as_ref().map(|lain| lain.biaya[4]));
            movers += 1;
        }
        let Some(harga) = told.harga else { continue };
        assert_eq!(harga.bagian.iter().map(|part| part.points).sum::<i64>(), harga.jumlah, "{harga:?}");
        assert!(harga.tujuan.iter().all(|(number, name, _)| (1..=6).contains(number) && !name.is_empty()));
        stayers += usize::from(planned.is_none());
    }
    assert!(movers > 0 && stayers > 0, "{movers} movers, {stayers} stayers");
}

#[test]
fn going_elsewhere_is_never_cheaper_than_the_best_elsewhere() {
    let (scene, law) = scene();
    let dasar = Dasar { roster: &scene.roster, needs: &scene.needs, law: &law, settings: &scene.settings, pisah: &[] };
    let plan = crate::place::plan(dasar.roster, dasar.needs, &law, dasar.settings);
    let penjelas = Penjelas::new(dasar, &plan);
    let stays = |id: &PegawaiId| !plan.moves.iter().any(|mutasi| mutasi.pegawai == *id);
    for id in scene.roster.pegawai_ids().filter(stays) {
        let best = penjelas.putusan(id, None);
        let Some((harga, to)) = best.harga.zip(best.tujuan) else { continue };
        let again = penjelas.putusan(id, Some(to)).harga;
        assert_eq!(again, Some(harga), "asked by name, the same place has the same price");
    }
}

#[test]
fn both_of_two_who_are_as_suitable_are_told_so() {
    let (scene, law) = scene();
    let dasar = Dasar { roster: &scene.roster, needs: &scene.needs, law: &law, settings: &scene.settings, pisah: &[] };
    let plan = crate::place::plan(dasar.roster, dasar.needs, &law, dasar.settings);
    let penjelas = Penjelas::new(dasar, &plan);
    let nama = |id: PegawaiId| dasar.roster.pegawai(id).nama.as_str();
    let mut seen = 0;
    for step in plan.moves.iter().filter(|step| !step.setara.is_empty()) {
        for &other in &step.setara {
            assert!(step.alasan.contains(&format!("{} sama layaknya", nama(other))), "{}", step.alasan);
            let told = penjelas.putusan(other, None);
            let Some(stays) = told.tetap else { continue };
            assert!(
                stays.contains("sama layaknya") && stays.contains("cara tetap yang diumumkan (pemecah seri"),
                "{stays}"
            );
            let first = told.cadangan.iter().any(|of| of.contains(nama(step.pegawai)) && of.contains("sama layak"));
            assert_eq!(first, step.pengganti() == Some(other), "{:?}", told.cadangan);
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn cases_of_a_rule_are_those_it_counts() {
    let (scene, law) = scene();
    let dasar = Dasar { roster: &scene.roster, needs: &scene.needs, law: &law, settings: &scene.settings, pisah: &[] };
    let plan = crate::place::plan(dasar.roster, dasar.needs, &law, dasar.settings);
    let mut told = 0;
    for tally in &plan.rules {
        let cases = contoh(dasar, &plan, tally.code, 3);
        let counted = u64::from(tally.people) + tally.pairs + u64::from(tally.warned_moves + tally.urged_moves);
        assert_eq!(cases.is_empty(), counted == 0, "{}: {counted} {cases:?}", tally.code);
        assert!(cases.iter().all(|case| !case.sentence.is_empty()), "{cases:?}");
        told += cases.len();
    }
    assert!(told > 0);
}
