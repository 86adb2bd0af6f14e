//! Moves to a post that holds more than it needs under the plan: the rule sees the post as it is today, and only the
//! plan knows who leaves it.

use crate::model::needs::PostId;
use crate::model::plan::{Move, PostOutcome, RuleNote};
use crate::model::telaah::{Akibat, Nilai, Telaah};
use crate::place::facts::Facts;
use crate::place::rules::{Answer, tujuan_berlebih};
use crate::place::sentences;

const CODE: &str = tujuan_berlebih::RULE.code;

/// Judges every move once more, by where the plan leaves the post it leads to.
pub fn judge_full(facts: &Facts, posts: &[PostOutcome], moves: &mut [Move]) {
    for step in moves {
        step.warnings.retain(|note| note.code != CODE);
        let Some(sentence) = over(facts, posts, step.to).filter(|_| facts.enforces(CODE)) else { continue };
        step.warnings.push(RuleNote { code: CODE, nilai: Nilai::TidakTerpenuhi, sentence });
        step.warnings.sort_by_key(|note| note.code);
    }
}

/// Both sides of the comparison, where a post holds more than it needs.
fn over(facts: &Facts, posts: &[PostOutcome], id: PostId) -> Option<String> {
    let (post, after) = (facts.needs.post(id), posts.get(id.0 as usize)?.after);
    let need = post.kebutuhan.as_ref().filter(|need| after > need.hi)?;
    let told = tujuan_berlebih::lebih(after, need.hi);
    Some(format!("sesudah rencana ini {} di {} {told}", post.jabatan_label(), sentences::unit_of(facts, post)))
}

/// Tells of a move of the plan what its own notes tell: the rule alone does not know who else moves.
pub fn as_planned(all: &mut [Telaah], step: &Move) {
    let Some(telaah) = all.iter_mut().find(|telaah| telaah.code == CODE && telaah.nilai.is_some()) else { return };
    let note = step.warnings.iter().find(|note| note.code == CODE);
    let (answer, akibat, sentence) = match note {
        Some(note) => (Answer::TidakTerpenuhi, Akibat::Catatan, note.sentence.clone()),
        None => (Answer::Terpenuhi, Akibat::TidakAda, tujuan_berlebih::MET.to_string()),
    };
    (telaah.jawaban, telaah.nilai) = (answer.label(), Some(answer.nilai()));
    (telaah.akibat, telaah.sentence) = (akibat, sentence);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    #[test]
    fn a_move_is_noted_where_the_plan_leaves_more_than_the_need_and_only_there() {
        let region = fixture::region();
        let facts = Facts::new(&region.roster, &region.needs, &region.law, &region.settings);
        let mut moves = region.plan.moves.clone();
        let to = moves[0].to;
        let need = region.needs.post(to).kebutuhan.as_ref().expect("the fixture knows it").hi;
        let mut posts = region.plan.posts.clone();
        let noted = |moves: &[Move]| moves[0].warnings.iter().any(|note| note.code == CODE);
        for (after, expected) in [(need, false), (need + 2, true), (need, false)] {
            posts[to.0 as usize].after = after;
            judge_full(&facts, &posts, &mut moves);
            assert_eq!(noted(&moves), expected, "{after} of {need}");
        }
        posts[to.0 as usize].after = need + 2;
        judge_full(&facts, &posts, &mut moves);
        let told = moves[0].warnings.iter().find(|note| note.code == CODE).expect("just noted");
        assert!(told.sentence.contains(&tujuan_berlebih::lebih(need + 2, need)), "{}", told.sentence);
    }
}
