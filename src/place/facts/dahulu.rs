//! Which places come before others where the office says so: those below a legal minimum, those of remote units.

use super::Facts;
use crate::model::dahulukan::Dahulukan;
use crate::model::needs::{Needs, Post, PostId, SumberKebutuhan};
use crate::model::puskesmas::KategoriPuskesmas;

impl Facts<'_> {
    /// How many holders a post cannot go without if a minimum is to hold; never more than it needs, 0 where no minimum
    /// is known.
    pub fn minimum(&self, post: PostId) -> u32 {
        self.minima[post.0 as usize]
    }

    /// Whether a post is in a remote unit: a school in a daerah khusus, or a puskesmas that is terpencil or sangat
    /// terpencil. A unit of which nothing tells it is not.
    pub fn is_remote(&self, post: PostId) -> bool {
        let unit = self.unit_of(self.needs.post(post));
        let school = unit.sekolah.as_ref().is_some_and(|sekolah| sekolah.daerah_khusus == Some(true));
        let kategori = unit.puskesmas.and_then(|puskesmas| puskesmas.kategori);
        let puskesmas = match kategori {
            Some(KategoriPuskesmas::Terpencil | KategoriPuskesmas::SangatTerpencil) => true,
            Some(KategoriPuskesmas::Perkotaan | KategoriPuskesmas::Perdesaan) | None => false,
        };
        school || puskesmas
    }

    /// Places of a post that are of a kind: so many, from the first holder on.
    pub fn places_of(&self, apa: Dahulukan, post: PostId) -> u32 {
        let need = self.needs.post(post).kebutuhan.as_ref().map_or(0, |need| need.lo);
        match apa {
            Dahulukan::Minimum => self.minimum(post),
            Dahulukan::Terpencil if self.is_remote(post) => need,
            Dahulukan::Terpencil => 0,
        }
    }
}

/// The minimum of every post as far as the post alone carries it: a need that is the minimum itself, a minimum told beside
/// another need, and of a minimum that posts share what even the fullest of the others would leave to this one.
pub(super) fn minima(needs: &Needs) -> Vec<u32> {
    let mut minima: Vec<u32> = needs.posts.iter().map(own_minimum).collect();
    let fullest = |id: &PostId| {
        let post = needs.post(*id);
        post.kebutuhan.as_ref().map_or(post.riil, |need| post.riil.max(need.lo))
    };
    for bersama in &needs.minimum_bersama {
        let all: u32 = bersama.posts.iter().map(fullest).sum();
        for id in &bersama.posts {
            let left = bersama.jumlah.saturating_sub(all - fullest(id));
            let own = &mut minima[id.0 as usize];
            *own = left.max(*own);
        }
    }
    let need = |post: &Post| post.kebutuhan.as_ref().map_or(0, |need| need.lo);
    minima.iter().zip(&needs.posts).map(|(own, post)| need(post).min(*own)).collect()
}

fn own_minimum(post: &Post) -> u32 {
    let Some(need) = &post.kebutuhan else { return 0 };
    let beside = need.lain.iter().map(|lain| (lain.sumber, lain.lo));
    let all = std::iter::once((need.sumber, need.lo)).chain(beside);
    all.filter(|(sumber, _)| *sumber == SumberKebutuhan::Minimum).map(|(_, lo)| lo).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;
    use crate::model::needs::{AngkaLain, MinimumBersama};

    #[test]
    fn a_post_carries_a_minimum_of_its_own_beside_another_need_or_shared() {
        let mut needs = fixture::region().needs;
        let mut set = |at: usize, lo: u32, riil: u32, sumber: SumberKebutuhan| {
            let need = needs.posts[at].kebutuhan.as_mut().expect("the fixture knows all needs");
            (need.lo, need.hi, need.sumber) = (lo, lo, sumber);
            needs.posts[at].riil = riil;
        };
        set(0, 5, 2, SumberKebutuhan::Minimum);
        set(1, 6, 7, SumberKebutuhan::Resmi);
        set(2, 5, 3, SumberKebutuhan::Rumus);
        set(3, 1, 2, SumberKebutuhan::Rumus);
        let beside = |lo| AngkaLain { lo, hi: lo, sumber: SumberKebutuhan::Minimum, uraian: String::new() };
        needs.posts[1].kebutuhan.as_mut().expect("known").lain = vec![beside(4)];
        assert_eq!(minima(&needs), [5, 4, 0, 0]);
        needs.minimum_bersama = vec![MinimumBersama { posts: vec![PostId(2), PostId(3)], jumlah: 6 }];
        assert_eq!(minima(&needs), [5, 4, 4, 1], "the other has two of the six at most, and five here would leave one");
        needs.minimum_bersama[0].jumlah = 12;
        assert_eq!(minima(&needs), [5, 4, 5, 1], "no more than the need");
    }
}
