//! Every objective answers its own examples, and none sees what it must not.

use super::*;
use crate::place::rules::tests::scene;

#[test]
fn every_objective_answers_its_own_examples() {
    for objective in OBJECTIVES {
        assert!(objective.examples.len() >= 3, "{}", objective.code);
        for example in objective.examples {
            let (mut scene, law) = scene();
            (example.change)(&mut scene);
            let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
            let ask = |words| (objective.judge)(&facts.pair(scene.id, scene.from, scene.to, words));
            let Example { judged, points, sentence, .. } = *example;
            assert_eq!(ask(true), Points { points, judged, sentence: sentence.into() }, "{}", objective.code);
            assert_eq!(ask(false), Points { points, judged, sentence: String::new() }, "{}", objective.code);
            assert!((objective.maks)(&facts).is_none_or(|maks| points <= maks), "{}: {sentence}", objective.code);
        }
    }
}

#[test]
fn the_parts_of_a_merit_sum_to_its_points() {
    let (mut scene, law) = scene();
    scene.pegawai().skp.clear();
    let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
    let parts = facts.merit(scene.id, scene.from, scene.to);
    let sum: i64 = parts.iter().map(|part| part.points).sum();
    assert_eq!(sum, facts.points(scene.id, scene.from, scene.to));
    let kinerja = parts.iter().find(|part| part.code == "O-102").map(|part| part.judged);
    assert_eq!(kinerja, Some(false), "what is not known is said to be not judged");
}

#[test]
fn codes_are_unique_and_in_order() {
    assert!(OBJECTIVES.is_sorted_by(|a, b| a.code < b.code));
}

#[test]
fn a_part_without_any_data_is_left_out_of_the_run() {
    let (mut scene, law) = scene();
    scene.roster.pegawai.iter_mut().for_each(|pegawai| pegawai.skp.clear());
    let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
    let codes: Vec<&str> = facts.timbangan.objectives.iter().map(|objective| objective.code).collect();
    assert_eq!(codes, ["O-101", "O-103", "O-104", "O-106", "O-112"]);
    let info = facts.objective_infos();
    let kinerja = info.iter().find(|info| info.code == "O-102").map(|info| (info.diketahui, info.dari));
    assert_eq!(kinerja, Some((0, 20)), "and the run says so");
    assert_eq!(info.len(), OBJECTIVES.len());
}

#[test]
fn every_scale_names_the_weights_it_uses() {
    let (scene, law) = scene();
    let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
    for objective in OBJECTIVES {
        for weight in (objective.bobot)(&facts).split("; ") {
            let key = weight.split(' ').next().unwrap_or_default();
            assert!(objective.skala.contains(key), "{}: {key}", objective.code);
            assert!(scene.settings.bobot.entries().iter().any(|(name, _)| *name == key), "{}: {key}", objective.code);
        }
    }
}
