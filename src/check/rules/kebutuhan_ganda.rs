//! D-305: need is stated once for each jabatan (and jenjang) of a unit. The first row counts.

use std::collections::HashMap;

use super::{Rule, Saat};
use crate::check::draft::{Draft, drop_twins, row_name};
use crate::finding::{Finding, catalogue};
use crate::model::jabatan::name_key;

pub(super) const RULE: Rule = Rule { saat: Saat::Terhubung, judge };

fn judge(draft: &mut Draft, findings: &mut Vec<Finding>) {
    let mut first_by_post = HashMap::new();
    drop_twins(&mut draft.formasi, findings, |kept, row| {
        // A figure that cannot be read makes the need doubtful, whatever another row says.
        let kebutuhan = row.kebutuhan.filter(|_| row.beban.is_none())?;
        let post = (row.unit_id?, name_key(&row.jabatan.nama), row.jabatan.jenjang);
        let Some(&first) = first_by_post.get(&post) else {
            first_by_post.insert(post, kept.len());
            return None;
        };
        let earlier = &kept[first];
        let before = earlier.kebutuhan.unwrap_or_default();
        let problem = format!(
            "kebutuhan {} sudah disebut {} pada {}; di sini {}",
            row.jabatan,
            before,
            row_name(&earlier.place, &row.place),
            kebutuhan
        );
        Some(Finding::new(&catalogue::KEBUTUHAN_GANDA, row.place.clone(), kebutuhan.to_string(), problem))
    });
}
