//! Minima that posts of one unit share: how many have to stay in each so that no plan breaks them.

use crate::model::needs::{MinimumBersama, Needs, Post, PostId};

/// Holds so many in the posts that share a minimum that no plan breaks it: the need of each alone would let them go.
/// The posts with the most people to spare are held first, up to the minimum or everyone present.
pub fn keep(needs: &mut Needs, bersama: MinimumBersama) {
    let stays = |post: &Post| post.kebutuhan.as_ref().map_or(post.riil, |need| post.riil.min(need.hi));
    let of = |id: &PostId| needs.post(*id);
    let total: u32 = bersama.posts.iter().map(|id| of(id).riil).sum();
    let kept: u32 = bersama.posts.iter().map(|id| stays(of(id))).sum();
    let mut missing = bersama.jumlah.min(total).saturating_sub(kept);
    let mut spare: Vec<(u32, PostId)> =
        bersama.posts.iter().map(|id| (of(id).riil - stays(of(id)), *id)).filter(|(spare, _)| *spare > 0).collect();
    spare.sort_by_key(|&(spare, id)| (std::cmp::Reverse(spare), id));
    for (spare, id) in spare {
        let more = spare.min(missing);
        missing -= more;
        if more > 0 {
            let floor = stays(needs.post(id)) + more;
            needs.lantai.insert(id, floor);
        }
    }
    needs.minimum_bersama.push(bersama);
}
