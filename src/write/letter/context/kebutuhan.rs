//! Need against presence by jabatan, as papers on the whole plan tell it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::write::Results;

/// Rows of the table of need; the rest is one row.
const MOST_ROWS: usize = 15;

/// Jabatan in the chart.
const MOST_BARS: usize = 8;

/// Need against presence, the shortest jabatan first.
#[derive(Clone, Debug, Serialize)]
pub struct Kebutuhan {
    pub baris: Vec<BarisKebutuhan>,
    /// Those that are short, for a chart.
    pub grafik: Vec<Jabatan>,
    pub jumlah: Jabatan,
    /// Places short before and after, and the fewest any plan under the rules could leave.
    pub kurang_sebelum: u32,
    pub kurang_sesudah: u32,
    pub kurang_terkecil: u32,
}

/// A jabatan in the table of need.
#[derive(Clone, Debug, Serialize)]
pub struct BarisKebutuhan {
    pub nomor: usize,
    #[serde(flatten)]
    pub jabatan: Jabatan,
}

/// One jabatan over all units.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Jabatan {
    pub jabatan: String,
    pub kebutuhan: u32,
    pub ada: u32,
    pub kurang: u32,
    pub lebih: u32,
    pub kurang_sesudah: u32,
}

pub(super) fn kebutuhan(results: &Results<'_>) -> Kebutuhan {
    let plan = results.plan;
    let mut by_name: BTreeMap<String, Jabatan> = BTreeMap::new();
    for (post, at) in results.needs.posts.iter().zip(0..) {
        let Some(need) = &post.kebutuhan else { continue };
        let gap = post.gap().unwrap_or(0);
        let after = plan.posts.get(at).map_or(post.riil, |outcome| outcome.after);
        let row = by_name.entry(post.jabatan_label()).or_default();
        row.kebutuhan += need.lo;
        row.ada += post.riil;
        row.kurang += (-gap).max(0) as u32;
        row.lebih += gap.max(0) as u32;
        row.kurang_sesudah += post.gap_of(after).map_or(0, |gap| (-gap).max(0) as u32);
    }
    let rows: Vec<Jabatan> = by_name.into_iter().map(|(jabatan, row)| Jabatan { jabatan, ..row }).collect();
    table(rows, [plan.kurang_before, plan.kurang_after, plan.kurang_reachable])
}

/// The table of these jabatan, the shortest first; those beyond its rows together.
pub(super) fn table(mut rows: Vec<Jabatan>, kurang: [u32; 3]) -> Kebutuhan {
    rows.sort_by(|a, b| b.kurang.cmp(&a.kurang).then(b.lebih.cmp(&a.lebih)).then_with(|| a.jabatan.cmp(&b.jabatan)));
    let sum = |rows: &[Jabatan], jabatan: String| {
        let of = |figure: fn(&Jabatan) -> u32| rows.iter().map(figure).sum();
        Jabatan {
            jabatan,
            kebutuhan: of(|row| row.kebutuhan),
            ada: of(|row| row.ada),
            kurang: of(|row| row.kurang),
            lebih: of(|row| row.lebih),
            kurang_sesudah: of(|row| row.kurang_sesudah),
        }
    };
    let jumlah = sum(&rows, "Jumlah".into());
    let grafik = rows.iter().filter(|row| row.kurang > 0).take(MOST_BARS).cloned().collect();
    let rest = rows.split_off(rows.len().min(MOST_ROWS));
    if !rest.is_empty() {
        rows.push(sum(&rest, format!("{} jabatan lain", rest.len())));
    }
    let [kurang_sebelum, kurang_sesudah, kurang_terkecil] = kurang;
    Kebutuhan {
        baris: rows.into_iter().zip(1..).map(|(jabatan, nomor)| BarisKebutuhan { nomor, jabatan }).collect(),
        grafik,
        jumlah,
        kurang_sebelum,
        kurang_sesudah,
        kurang_terkecil,
    }
}
