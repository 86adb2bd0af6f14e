//! Whether a best plan is the only one.

use crate::model::needs::PostId;

/// Whether free changes can be put together to another plan: a round of posts, or a way from a post that may lose a
/// holder to another that may gain one.
pub(super) fn has_round(posts: usize, ties: &[(PostId, PostId)], can_lose: &[PostId], can_gain: &[PostId]) -> bool {
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); posts];
    let mut entering = vec![0usize; posts];
    for (from, to) in ties {
        next[from.0 as usize].push(to.0 as usize);
        entering[to.0 as usize] += 1;
    }
    let mut order: Vec<usize> = (0..posts).filter(|&post| entering[post] == 0).collect();
    let mut at = 0;
    // `reached` marks posts that someone enters on a way from a post that may lose a holder.
    let mut reached = vec![false; posts];
    let loses: Vec<bool> = marks(posts, can_lose);
    while at < order.len() {
        let post = order[at];
        at += 1;
        for &to in &next[post] {
            reached[to] |= reached[post] || loses[post];
            entering[to] -= 1;
            if entering[to] == 0 {
                order.push(to);
            }
        }
    }
    order.len() < posts || marks(posts, can_gain).iter().zip(&reached).any(|(gains, reached)| *gains && *reached)
}

fn marks(posts: usize, chosen: &[PostId]) -> Vec<bool> {
    let mut marks = vec![false; posts];
    chosen.iter().for_each(|post| marks[post.0 as usize] = true);
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(ties: &[(u32, u32)], can_lose: &[u32], can_gain: &[u32]) -> bool {
        let ids = |posts: &[u32]| posts.iter().map(|post| PostId(*post)).collect::<Vec<_>>();
        let ties: Vec<_> = ties.iter().map(|(from, to)| (PostId(*from), PostId(*to))).collect();
        has_round(5, &ties, &ids(can_lose), &ids(can_gain))
    }

    #[test]
    fn free_changes_in_a_circle_make_another_plan() {
        assert!(round(&[(0, 1), (1, 2), (2, 0)], &[], &[]));
        assert!(!round(&[(0, 1), (1, 2), (0, 2)], &[], &[]));
    }

    #[test]
    fn a_free_way_between_two_margins_makes_another_plan() {
        assert!(round(&[(0, 1), (1, 2)], &[0], &[2]));
        assert!(!round(&[(0, 1), (1, 2)], &[2], &[0]), "the way leads in the other direction");
        assert!(!round(&[(0, 1)], &[3], &[3]), "one post that may do both is no change");
    }
}
