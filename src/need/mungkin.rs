//! People who are at work, but nobody can say for certain where: they must not make a unit look emptier than it is.

use std::collections::BTreeMap;

use crate::finding::{Finding, catalogue};
use crate::model::needs::{Needs, PostId, SumberRiil};
use crate::model::roster::Roster;
use crate::model::unit::UnitId;

/// Lowers the need below which a post is short by the people who may be there already, with K-106 for each unit.
/// The need above which it has a surplus stays: they may be elsewhere. A count that comes from the unit workbook
/// has them in it.
pub fn lessen_shortages(roster: &Roster, needs: &mut Needs, mungkin: &BTreeMap<PostId, u32>) -> Vec<Finding> {
    let mut posts_by_unit: BTreeMap<UnitId, Vec<String>> = BTreeMap::new();
    for (id, &count) in mungkin {
        let post = &mut needs.posts[id.0 as usize];
        let label = post.jabatan_label();
        let Some(need) = post.kebutuhan.as_mut().filter(|_| post.sumber_riil == SumberRiil::Pegawai) else { continue };
        let short = need.lo.saturating_sub(post.riil);
        if short == 0 {
            continue;
        }
        need.lo -= short.min(count);
        need.uraian.push_str(&format!("; {count} orang yang unit atau jabatannya belum pasti mungkin sudah di sini"));
        let line = format!("{label} kurang {} sampai {short} orang", short.saturating_sub(count));
        posts_by_unit.entry(post.unit).or_default().push(line);
    }
    let finding = |(id, posts): (UnitId, Vec<String>)| {
        let unit = roster.unit(id);
        let problem = format!("ada pegawai yang mungkin bertugas di {}: {}", unit.nama, posts.join(", "));
        Finding::new(&catalogue::PEGAWAI_TAK_PASTI, unit.place.clone(), &*unit.nama, problem)
    };
    posts_by_unit.into_iter().map(finding).collect()
}
