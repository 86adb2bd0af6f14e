//! Every rule answers its own examples, and the registry is sound.

use std::collections::BTreeMap;

use super::*;
use crate::law::daerah::Jenis;
use crate::law::{Override, Tingkat};
use crate::model::fixture;
use crate::model::needs::PostId;
use crate::place::family::Case;

/// The fixture's first guru kelas of Bangko, who may go to Jangkat.
pub(crate) fn scene() -> (Scene, Law) {
    let region = fixture::region();
    let (from, to) = (PostId(0), PostId(1));
    let id = region.roster.pegawai_ids().find(|id| region.needs.post_of[id.0 as usize] == Some(from));
    let id = id.expect("the fixture has people in its first post");
    (Scene { roster: region.roster, needs: region.needs, settings: region.settings, id, from, to }, region.law)
}

#[test]
fn every_rule_answers_its_own_examples() {
    assert_eq!(fixture::EFEKTIF, CONTOH_PADA, "the numbers the examples are said to be made for");
    for rule in RULES {
        for example in rule.examples {
            let (mut scene, law) = scene();
            (example.change)(&mut scene);
            let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
            let ask = |words| {
                let person = rule.judge.of_person(&facts.person(scene.id, words));
                let pair = || rule.judge.of_pair(&facts.pair(scene.id, scene.from, scene.to, words));
                person.or_else(pair).expect("a rule is about a person or a pair")
            };
            assert_eq!(ask(true).sentence, example.sentence, "{}", rule.code);
            assert_eq!(ask(true).answer, example.answer, "{}: {}", rule.code, example.sentence);
            assert_eq!(ask(false), Verdict { answer: example.answer, sentence: String::new() }, "{}", rule.code);
        }
    }
}

#[test]
fn every_rule_shows_a_case_met_and_a_case_not_met() {
    for rule in RULES {
        let has = |met: bool| {
            let is_met = |answer| matches!(answer, Answer::Terpenuhi | Answer::TerpenuhiDenganCatatan);
            rule.examples.iter().any(|example| is_met(example.answer) == met)
        };
        assert!(has(true) && has(false), "{}", rule.code);
    }
}

#[test]
fn codes_are_unique_in_order_and_each_has_its_law() {
    let law = Law::at(fixture::EFEKTIF, &BTreeMap::new());
    let codes: Vec<&str> = law.codes().collect();
    assert_eq!(codes, RULES.iter().map(|rule| rule.code).collect::<Vec<_>>());
}

#[test]
fn a_rule_without_basis_or_with_a_code_twice_does_not_compile() {
    // `sound` is asked of the registry in a constant; here it is asked of faulty ones.
    let refused = |rules: &[&Rule]| std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| sound(rules))).is_err();
    let rule = *RULES[0];
    assert!(!refused(&[&rule]));
    assert!(refused(&[&Rule { basis: " ", ..rule }]));
    assert!(refused(&[&Rule { title: "", ..rule }]));
    assert!(refused(&[&rule, &rule]), "a code twice");
    assert!(refused(&[RULES[1], RULES[0]]), "codes out of order");
    assert!(refused(&[RULES[0]; 60]), "more rules than bits");
}

/// People of every kind the rules tell apart, and the pairs open to each under these overrides and local rules.
fn eligible(overrides: &BTreeMap<String, Override>, daerah: &[AturanDaerah]) -> Vec<(PegawaiId, PostId)> {
    let (mut scene, _) = scene();
    for (index, pegawai) in scene.roster.pegawai.iter_mut().enumerate() {
        pegawai.tmt_unit = (index % 3 != 0).then_some(jiff::civil::date(2022 + (index % 4) as i16, 12, 1));
        pegawai.perlindungan = index % 5 == 0;
        pegawai.tugas_tambahan = (index % 7 == 0).then(|| "Kepala Sekolah".into());
    }
    open_pairs(&scene, &Law::at(fixture::EFEKTIF, overrides).with_daerah(daerah))
}

/// The pairs of a scene that no rule of this law blocks.
fn open_pairs(scene: &Scene, law: &Law) -> Vec<(PegawaiId, PostId)> {
    let facts = Facts::new(&scene.roster, &scene.needs, law, &scene.settings);
    let mut pairs = Vec::new();
    for id in scene.roster.pegawai_ids() {
        let Some(from) = scene.needs.post_of[id.0 as usize] else { continue };
        let open = |to: &PostId| facts.person_mask(id).is_empty() && facts.pair_mask(id, from, *to).is_empty();
        pairs.extend(scene.needs.post_ids().filter(open).map(|to| (id, to)));
    }
    pairs
}

const TINGKAT: [Tingkat; 4] = [Tingkat::Mati, Tingkat::Info, Tingkat::Peringatan, Tingkat::Blokir];

fn severity(tingkat: Tingkat) -> Override {
    Override { tingkat: Some(tingkat), ..Override::default() }
}

/// What is open under each severity shrinks, and shrinks only where the rule blocks.
fn assert_only_shrinks(open: &[Vec<(PegawaiId, PostId)>; 4], code: &str) {
    for (softer, harder) in open.iter().zip(&open[1..]) {
        assert!(harder.iter().all(|pair| softer.contains(pair)), "{code}");
    }
    assert!(open[0] == open[1] && open[1] == open[2], "{code} only blocks where it is told to");
}

#[test]
fn a_harder_severity_never_adds_an_eligible_pair() {
    for rule in RULES {
        let under = |tingkat| eligible(&BTreeMap::from([(rule.code.to_string(), severity(tingkat))]), &[]);
        assert_only_shrinks(&TINGKAT.map(under), rule.code);
    }
}

#[test]
fn every_rule_that_can_block_takes_the_pair_of_its_own_refused_cases_away_and_adds_none() {
    let off: BTreeMap<_, _> = RULES.iter().map(|rule| (rule.code.to_string(), severity(Tingkat::Mati))).collect();
    for rule in RULES {
        let refuses = |example: &&Example| matches!(example.answer, Answer::TidakTerpenuhi | Answer::TidakDapatDinilai);
        let urges = rule.examples.iter().any(|example| example.answer == Answer::MutasiDianjurkan);
        assert!(urges || rule.examples.iter().any(|example| refuses(&example)), "{} blocks nobody", rule.code);
        for example in rule.examples.iter().filter(refuses) {
            let (mut scene, _) = scene();
            (example.change)(&mut scene);
            let open = TINGKAT.map(|tingkat| {
                let mut alone = off.clone();
                alone.insert(rule.code.to_string(), severity(tingkat));
                open_pairs(&scene, &Law::at(fixture::EFEKTIF, &alone))
            });
            assert_only_shrinks(&open, rule.code);
            let pair = (scene.id, scene.to);
            assert!(open[2].contains(&pair) && !open[3].contains(&pair), "{}: {}", rule.code, example.sentence);
        }
    }
}

#[test]
fn a_local_rule_never_adds_an_eligible_pair() {
    let without = eligible(&BTreeMap::new(), &[]);
    assert!(!without.is_empty());
    for jenis in Jenis::ALL {
        let daftar = vec!["Guru Kelas".to_string()];
        let rule = AturanDaerah {
            kode: KODE[0],
            kalimat: "Aturan daerah terpenuhi".into(),
            dasar: "Peraturan Bupati".into(),
            jenis,
            tingkat: Tingkat::Blokir,
            sejak: None,
            angka: 1,
            daftar,
        };
        let with = eligible(&BTreeMap::new(), &[rule]);
        assert!(with.iter().all(|pair| without.contains(pair)), "{}", jenis.nama());
    }
}

#[test]
fn pppk_are_kept_moved_with_a_note_or_moved_as_the_office_chooses() {
    let (mut scene, _) = scene();
    scene.pegawai().status = crate::model::status::StatusAsn::Pppk;
    // As `[aturan.A-104]` in mutasi.toml: blokir, peringatan, izinkan (domain R17b).
    let under = |tingkat: &str| {
        let own = Override { tingkat: Tingkat::parse(tingkat), ..Override::default() };
        let law = Law::at(fixture::EFEKTIF, &BTreeMap::from([("A-104".to_string(), own)]));
        let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
        let notes = facts.warnings(scene.id, scene.from, scene.to);
        (facts.person_mask(scene.id).is_empty(), notes.iter().any(|note| note.code == "A-104"))
    };
    assert_eq!(under("blokir"), (false, false));
    assert_eq!(under("peringatan"), (true, true));
    assert_eq!(under("izinkan"), (true, false));
}

#[test]
fn all_rules_a_person_fails_are_kept() {
    let (mut scene, law) = scene();
    scene.pegawai().tmt_unit = Some(fixture::EFEKTIF);
    scene.pegawai().kedudukan = crate::model::status::KedudukanHukum::Cltn;
    let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
    let codes: Vec<&str> = facts.person_blocks(scene.id).iter().map(|note| note.code).collect();
    assert_eq!(codes, ["A-101", "A-106"]);
    let mask = facts.person_mask(scene.id);
    assert_eq!((0..RULES.len()).filter(|&index| mask.has(index)).count(), 2);
}

/// What a law leaves open to the optimiser in a scene: whether it may propose the pair, and how many each post may hold.
fn room(scene: &Scene, law: &Law) -> (bool, Vec<(u32, u32)>) {
    let case = Case::new(Facts::new(&scene.roster, &scene.needs, law, &scene.settings));
    let open = case.families.iter().any(|family| {
        let person = family.movable.iter().position(|id| *id == scene.id);
        let post = family.posts.iter().position(|post| *post == scene.to);
        let problem = case.problem(family, &case.judged(family));
        let seats = |post: usize| problem.posts[post].high > 0;
        person.zip(post).is_some_and(|(person, post)| seats(post) && problem.eligible(person, post))
    });
    (open, case.bounds.iter().map(|bounds| (bounds.floor, bounds.ceiling)).collect())
}

#[test]
fn every_severity_that_may_be_chosen_changes_what_the_optimiser_may_do() {
    let off: BTreeMap<_, _> = RULES.iter().map(|rule| (rule.code.to_string(), severity(Tingkat::Mati))).collect();
    let mut fixed = Vec::new();
    for rule in RULES {
        let under = |tingkat| {
            let mut alone = off.clone();
            alone.insert(rule.code.to_string(), severity(tingkat));
            Law::at(fixture::EFEKTIF, &alone)
        };
        let scenes = || {
            rule.examples.iter().map(|example| {
                let (mut scene, _) = scene();
                (example.change)(&mut scene);
                // As the need stage tells it.
                let pegawai = &scene.roster.pegawai[scene.id.0 as usize];
                scene.needs.fills[scene.id.0 as usize] =
                    pegawai.status != crate::model::status::StatusAsn::NonAsn && pegawai.kedudukan.fills_post();
                scene
            })
        };
        let differs = |a, b| scenes().any(|scene| room(&scene, &under(a)) != room(&scene, &under(b)));
        let law = Law::at(fixture::EFEKTIF, &BTreeMap::new());
        let hanya = &law.rule(rule.code).hanya;
        let chosen = |tingkat: Tingkat| hanya.is_empty() || hanya.contains(&tingkat);
        let blocks = differs(Tingkat::Blokir, Tingkat::Peringatan);
        let wanted = chosen(Tingkat::Blokir) && chosen(Tingkat::Peringatan);
        if wanted {
            assert!(blocks, "{}: blokir does nothing that peringatan does not", rule.code);
        } else {
            assert!(!law.rule(rule.code).sebab.is_empty() && hanya.contains(&law.rule(rule.code).tingkat));
            fixed.push((rule.code, blocks));
        }
    }
    // A-110 bars pairs that nobody would be moved to anyway: there is no need to meet. A-160 as a bar would keep people from
    // full posts that somebody else leaves.
    let expected = [
        ("A-102", false),
        ("A-106", false),
        ("A-110", true),
        ("A-113", false),
        ("A-150", true),
        ("A-151", true),
        ("A-160", true),
    ];
    assert_eq!(fixed, expected);
}

#[test]
fn a_softer_severity_is_a_note_and_none_is_silent() {
    for rule in RULES {
        let law = Law::at(fixture::EFEKTIF, &BTreeMap::new());
        if law.rule(rule.code).hanya == [Tingkat::Blokir] {
            continue;
        }
        let noted = |tingkat| {
            rule.examples.iter().any(|example| {
                let (mut scene, _) = scene();
                (example.change)(&mut scene);
                let law = Law::at(fixture::EFEKTIF, &BTreeMap::from([(rule.code.to_string(), severity(tingkat))]));
                let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
                let notes = facts
                    .warnings(scene.id, scene.from, scene.to)
                    .into_iter()
                    .chain(facts.urges_to(scene.id, scene.to));
                notes.map(|note| note.code).any(|code| code == rule.code)
            })
        };
        let told = [Tingkat::Peringatan, Tingkat::Info, Tingkat::Mati].map(noted);
        assert_eq!(told, [true, true, false], "{}", rule.code);
    }
}
