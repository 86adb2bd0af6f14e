//! The figures of the month, counted once, for Ringkasan and its charts.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::Severity;
use crate::model::needs::{Post, PostId, SumberKebutuhan};
use crate::model::plan::{AsalJarak, Jarak, Move, SebabKosong};
use crate::model::unit::Unit;
use crate::write::Results;

/// Bars a chart can show before they become hairs.
const MAX_BARS: usize = 8;

/// Where a unit without kecamatan is counted.
const TANPA_KECAMATAN: &str = "Tidak diketahui";

/// A label with a figure before the plan and after it (or going and coming).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bar {
    pub(super) label: String,
    pub(super) before: f64,
    pub(super) after: f64,
}

/// People by the distance to their place of work.
pub(super) struct Distances {
    /// By bands of km; without homes `before` is unused.
    pub(super) bars: Vec<Bar>,
    /// Whether it is the way from home, which there is before a move too; else from the old unit.
    pub(super) from_home: bool,
    /// People whose way is counted.
    pub(super) people: usize,
}

/// Everything Ringkasan shows in figures.
pub(super) struct Figures {
    pub(super) severities: [(Severity, usize); 4],
    /// Posts whose need is known, the sum of their needs (lower bound), and posts whose need is not known.
    pub(super) known_posts: usize,
    /// Those of them whose need is an estimate.
    pub(super) guessed_posts: usize,
    pub(super) kebutuhan: u64,
    pub(super) unknown_posts: usize,
    /// Places short by OPD, or by kecamatan when one OPD has nearly all of them.
    pub(super) gaps: Vec<Bar>,
    pub(super) gaps_by: &'static str,
    /// Posts by tenths of n/R; the last two are full, and above need.
    pub(super) deciles: Vec<Bar>,
    /// What tells moves apart: the OPD, or the kecamatan where no move crosses OPD.
    pub(super) flows_by: &'static str,
    pub(super) distances: Distances,
    /// Reason, open posts, open places.
    pub(super) causes: Vec<(SebabKosong, usize, u64)>,
}

impl Figures {
    pub(super) fn of(results: &Results<'_>) -> Figures {
        let posts = &results.needs.posts;
        let known = posts.iter().filter_map(|post| post.kebutuhan.as_ref());
        let one_opd = has_one_opd(results);
        let moves_cross_opd = results.plan.moves.iter().any(|m| opd_of(results, m.from) != opd_of(results, m.to));
        Figures {
            severities: severities(results),
            known_posts: known.clone().count(),
            guessed_posts: known.clone().filter(|need| need.sumber == SumberKebutuhan::Perkiraan).count(),
            kebutuhan: known.map(|need| u64::from(need.lo)).sum(),
            unknown_posts: posts.iter().filter(|post| post.kebutuhan.is_none()).count(),
            gaps: gaps(results, one_opd),
            gaps_by: if one_opd { "kecamatan" } else { "OPD" },
            deciles: deciles(results),
            flows_by: if moves_cross_opd { "OPD" } else { "kecamatan" },
            distances: distances(&results.plan.moves),
            causes: causes(results),
        }
    }

    pub(super) fn findings(&self) -> usize {
        self.severities.iter().map(|(_, count)| count).sum()
    }

    pub(super) fn count(&self, severity: Severity) -> usize {
        self.severities.iter().filter(|(each, _)| *each == severity).map(|(_, count)| count).sum()
    }
}

/// The sentence for a reason why posts stay open.
pub(super) fn sebab_label(sebab: SebabKosong) -> &'static str {
    match sebab {
        SebabKosong::TidakAdaCalon => "Tidak ada calon yang memenuhi syarat",
        SebabKosong::DataBelumLengkap => "Data unit asal calon belum lengkap",
        SebabKosong::CalonTerpakai => "Calon dibutuhkan di tempat lain",
        SebabKosong::BatasRencana => "Terhalang batas rencana",
        SebabKosong::UrutanTujuan => "Tidak diminta urutan tujuan",
    }
}

/// Name of a unit's kecamatan.
pub(super) fn kecamatan<'a>(results: &Results<'a>, unit: &Unit) -> Option<&'a str> {
    unit.kecamatan.map(|id| &*results.roster.wilayah.get(id).nama)
}

/// Headcount of a post after the plan.
pub(super) fn after(results: &Results<'_>, id: PostId) -> u32 {
    results.plan.posts.get(id.0 as usize).map_or(results.needs.post(id).riil, |outcome| outcome.after)
}

/// Places short of the lower bound with so many present.
pub(super) fn kurang(post: &Post, present: u32) -> Option<u32> {
    post.kebutuhan.as_ref().map(|need| need.lo.saturating_sub(present))
}

fn severities(results: &Results<'_>) -> [(Severity, usize); 4] {
    [Severity::Galat, Severity::Peringatan, Severity::Diperbaiki, Severity::Info]
        .map(|severity| (severity, results.findings.iter().filter(|f| f.severity() == severity).count()))
}

fn unit_of<'a>(results: &Results<'a>, post: PostId) -> &'a Unit {
    results.roster.unit(results.needs.post(post).unit)
}

/// The OPD that a post belongs to.
pub(super) fn opd_of<'a>(results: &Results<'a>, post: PostId) -> &'a Arc<str> {
    unit_of(results, post).opd()
}

/// Whether one OPD has nearly all of the shortage; then its units are better told apart by kecamatan.
fn has_one_opd(results: &Results<'_>) -> bool {
    let mut short: BTreeMap<&str, u64> = BTreeMap::new();
    for id in results.needs.post_ids() {
        let post = results.needs.post(id);
        *short.entry(opd_of(results, id)).or_default() += u64::from(kurang(post, post.riil).unwrap_or(0));
    }
    let (most, all) = (short.values().max().copied().unwrap_or(0), short.values().sum::<u64>());
    most * 10 >= all * 9
}

/// OPD or kecamatan of a post.
fn group<'a>(results: &Results<'a>, post: PostId, by_kecamatan: bool) -> &'a str {
    if by_kecamatan {
        kecamatan(results, unit_of(results, post)).unwrap_or(TANPA_KECAMATAN)
    } else {
        opd_of(results, post)
    }
}

/// OPD or kecamatan of a post, whichever tells the moves apart.
pub(super) fn flow_group<'a>(results: &Results<'a>, figures: &Figures, post: PostId) -> &'a str {
    group(results, post, figures.flows_by == "kecamatan")
}

/// Names by their size, the largest first, then by name.
pub(super) fn by_size(sizes: BTreeMap<&str, u64>) -> Vec<&str> {
    let mut names: Vec<(&str, u64)> = sizes.into_iter().collect();
    names.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    names.into_iter().map(|(name, _)| name).collect()
}

fn gaps(results: &Results<'_>, by_kecamatan: bool) -> Vec<Bar> {
    let mut sums: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for id in results.needs.post_ids() {
        let post = results.needs.post(id);
        let (Some(before), Some(after)) = (kurang(post, post.riil), kurang(post, after(results, id))) else { continue };
        let sum = sums.entry(group(results, id, by_kecamatan)).or_default();
        sum.0 += u64::from(before);
        sum.1 += u64::from(after);
    }
    largest(sums, |(before, after)| before.max(after))
}

/// The groups with the largest figures, largest first, then by name; the others together as "Lainnya".
fn largest(sums: BTreeMap<&str, (u64, u64)>, size: impl Fn((u64, u64)) -> u64) -> Vec<Bar> {
    let mut groups: Vec<(&str, (u64, u64))> = sums.into_iter().filter(|(_, sum)| size(*sum) > 0).collect();
    groups.sort_by(|a, b| size(b.1).cmp(&size(a.1)).then_with(|| a.0.cmp(b.0)));
    let rest = if groups.len() > MAX_BARS { groups.split_off(MAX_BARS - 1) } else { Vec::new() };
    let bar = |label: &str, (before, after): (u64, u64)| Bar {
        label: label.to_string(),
        before: before as f64,
        after: after as f64,
    };
    let mut bars: Vec<Bar> = groups.into_iter().map(|(label, sum)| bar(label, sum)).collect();
    if !rest.is_empty() {
        let sum = rest.iter().fold((0, 0), |sum, (_, each)| (sum.0 + each.0, sum.1 + each.1));
        bars.push(bar(&format!("{} lainnya", rest.len()), sum));
    }
    bars
}

/// Posts by tenths of the fill ratio n/R, full ones and those above need apart. Posts that need nobody have no ratio and are left
/// out.
fn deciles(results: &Results<'_>) -> Vec<Bar> {
    let mut counts = [(0u32, 0u32); ABOVE + 1];
    for id in results.needs.post_ids() {
        let post = results.needs.post(id);
        let Some(need) = post.kebutuhan.as_ref().filter(|need| need.lo > 0) else { continue };
        let tenth = |present: u32| match u64::from(present) * 10 / u64::from(need.lo) {
            _ if present > need.hi => ABOVE,
            tenths => (tenths as usize).min(FULL),
        };
        counts[tenth(post.riil)].0 += 1;
        counts[tenth(after(results, id))].1 += 1;
    }
    let label = |tenth: usize| match tenth {
        FULL => "100".to_string(),
        ABOVE => ">100".to_string(),
        // Short: twelve of them stand beside each other.
        0 => "<10".to_string(),
        below => format!("{}+", below * 10),
    };
    let bar = |(tenth, (before, after)): (usize, &(u32, u32))| Bar {
        label: label(tenth),
        before: f64::from(*before),
        after: f64::from(*after),
    };
    counts.iter().enumerate().map(bar).collect()
}

/// Places of full posts, and of those above need, among the tenths.
const FULL: usize = 10;
const ABOVE: usize = 11;

/// The way from home before and after, where the homes of most people with a known way are known; else the way from the
/// old unit to the new one.
fn distances(moves: &[Move]) -> Distances {
    let homes = moves.iter().filter_map(|each| each.jarak).filter(|jarak| jarak.asal == AsalJarak::Domisili);
    let units = moves.iter().filter_map(|each| each.jarak).filter(|jarak| jarak.asal == AsalJarak::UnitLama);
    let (at_home, at_unit) = (homes.clone().count(), units.clone().count());
    let from_home = at_home >= at_unit && at_home > 0;
    let ways: Vec<Jarak> = if from_home { homes.collect() } else { units.collect() };
    let count = |metres: fn(&Jarak) -> i64, band: usize| ways.iter().filter(|way| band_of(metres(way)) == band).count();
    let bar = |(band, (label, _)): (usize, &(&str, i64))| Bar {
        label: (*label).into(),
        before: if from_home { count(|way| way.lama_m, band) as f64 } else { 0.0 },
        after: count(|way| way.baru_m, band) as f64,
    };
    Distances { bars: BANDS.iter().enumerate().map(bar).collect(), from_home, people: ways.len() }
}

/// Bands of km, each up to and with its number.
const BANDS: [(&str, i64); 6] =
    [("sekecamatan", 0), ("1–10", 10), ("11–25", 25), ("26–50", 50), ("51–100", 100), (">100", i64::MAX)];

fn band_of(metres: i64) -> usize {
    let km = (metres + 999) / 1000;
    BANDS.iter().position(|(_, most)| km <= *most).expect("the last band has no end")
}

fn causes(results: &Results<'_>) -> Vec<(SebabKosong, usize, u64)> {
    let all = [
        SebabKosong::TidakAdaCalon,
        SebabKosong::DataBelumLengkap,
        SebabKosong::CalonTerpakai,
        SebabKosong::BatasRencana,
        SebabKosong::UrutanTujuan,
    ];
    let each = all.map(|sebab| {
        let open = results.plan.unfilled.iter().filter(|unfilled| unfilled.sebab == sebab);
        (sebab, open.clone().count(), open.map(|unfilled| u64::from(unfilled.kurang)).sum())
    });
    each.into_iter().filter(|(_, posts, _)| *posts > 0).collect()
}
