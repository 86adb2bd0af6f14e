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
            let told = ask(true).map(|judged| (judged.points, judged.sentence));
            let wanted = example.expect.map(|(points, sentence)| (points, sentence.to_string()));
            assert_eq!(told, wanted, "{}", objective.code);
            assert_eq!(ask(false).map(|judged| judged.points), example.expect.map(|(points, _)| points));
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
    let kinerja = parts.iter().find(|part| part.code == "O-102").map(|part| (part.points, part.sentence.is_none()));
    assert_eq!(kinerja, Some((0, true)), "what is not known is said to be not judged");
}

#[test]
fn codes_are_unique_and_in_order() {
    assert!(OBJECTIVES.is_sorted_by(|a, b| a.code < b.code));
}
