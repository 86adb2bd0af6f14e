//! What one more holder of a post that stays short would take, and where nobody can come, who shares too few people.

use super::tetap::kalah;
use super::{first_lower, unit_of};
use crate::model::angka::ribuan;
use crate::model::needs::PostId;
use crate::model::plan::Plan;
use crate::model::susunan::{Kelompok, TotalPenuh};
use crate::model::total::Lingkup;
use crate::model::unit::UnitId;
use crate::place::alternative::Alternative;
use crate::place::facts::Facts;
use crate::place::facts::total::Himpunan;

/// Rules and posts named in a sentence; further ones are only counted.
const NAMED: usize = 3;

/// The price of one more holder: who would come, and what would be worse.
pub fn satu_lagi(facts: &Facts, more: &Alternative) -> String {
    format!("{}, tetapi {}.", datang(facts, more), kalah(facts, more))
}

/// The same where limits stand against it; `melampaui` says which.
pub fn satu_lagi_terbatas(facts: &Facts, more: Option<&Alternative>, melampaui: &str) -> String {
    match more {
        Some(more) => format!("{}, tetapi susunan itu {melampaui}.", datang(facts, more)),
        None => format!("Satu orang lagi hanya dapat didatangkan dengan susunan yang {melampaui}."),
    }
}

/// Who would come.
fn datang(facts: &Facts, more: &Alternative) -> String {
    let who = more.runner_up.map(|id| {
        let pegawai = facts.roster.pegawai(id);
        let unit = super::nama_unit(&facts.roster.unit(pegawai.unit).nama);
        format!("{} dari {unit}", pegawai.nama.as_str())
    });
    let chain = match more.steps.len() {
        0 | 1 => String::new(),
        people => format!(" (berantai, {} orang berganti tempat)", ribuan(people as i64)),
    };
    format!("Satu orang lagi dapat didatangkan: {}{chain}", who.unwrap_or_default())
}

/// The posts that share too few people, and which rules keep the others of the jabatan from them.
pub fn buntu(facts: &Facts, asked: PostId, group: &Kelompok) -> String {
    let (people, places) = (ribuan(group.pegawai.into()), ribuan(group.tempat.into()));
    let opening = match group.jabatan.len() {
        0 | 1 if group.pegawai == 0 => {
            format!("Belum ada pegawai pada jabatan ini yang memenuhi syarat untuk {places} tempat.")
        }
        0 | 1 => format!("Jabatan ini hanya mempunyai {people} pegawai yang memenuhi syarat untuk {places} tempat."),
        count => format!(
            "{} jabatan ini bersama hanya mempunyai {people} pegawai yang memenuhi syarat untuk {places} tempat: {}.",
            ribuan(count as i64),
            posts(facts, asked, group)
        ),
    };
    let stopped = stopped(facts, group);
    if stopped.is_empty() { opening } else { format!("{opening} Pegawai lain pada jabatan ini: {stopped}.") }
}

/// A total at its bound, which no plan that has one more can keep.
pub fn terikat(facts: &Facts, total: &TotalPenuh) -> String {
    let told = batas(facts, total.lingkup, total.unit, total.penuh, total.jumlah);
    match total.penuh {
        true => format!("Satu orang lagi tidak dapat didatangkan: {told}."),
        false => format!("Satu orang lagi tidak dapat didatangkan dari tempat yang dapat melepasnya: {told}."),
    }
}

/// The bounded totals that stand against a move under the plan: those left that are at their smallest, and those entered
/// that are at their largest.
pub fn total_menahan(facts: &Facts, himpunan: &Himpunan, plan: &Plan, from: PostId, to: Option<PostId>) -> Vec<String> {
    let around = |post: Option<PostId>| post.into_iter().flat_map(|post| himpunan.around(post)).collect::<Vec<_>>();
    let (left, entered) = (around(Some(from)), around(to));
    let told = |at: usize, full: bool| {
        let total = plan.totals.list.get(at)?;
        let (bound, binds) =
            if full { (total.high, total.after >= total.high) } else { (total.low, total.after <= total.low) };
        binds.then(|| batas(facts, total.lingkup, total.unit, full, bound))
    };
    let low = left.iter().filter(|at| !entered.contains(at)).filter_map(|at| told(*at, false));
    let full = entered.iter().filter(|at| !left.contains(at)).filter_map(|at| told(*at, true));
    low.chain(full).collect()
}

fn batas(facts: &Facts, lingkup: Lingkup, unit: UnitId, penuh: bool, jumlah: u32) -> String {
    let nama = super::nama_unit(facts.roster.nama_lingkup(lingkup, unit).unwrap_or_default());
    let which = if penuh { "atas" } else { "bawah" };
    format!(
        "jumlah pegawai {} {nama} pada jabatan yang kebutuhannya diketahui sudah di batas {which}nya, {} orang \
         (rencana.total.{})",
        lingkup.label(),
        ribuan(jumlah.into()),
        lingkup.nama()
    )
}

/// The posts by name, the asked one first.
fn posts(facts: &Facts, asked: PostId, group: &Kelompok) -> String {
    let label = |id: &PostId| {
        let post = facts.needs.post(*id);
        format!("{} di {}", post.jabatan_label(), unit_of(facts, post))
    };
    // By name, so that the order of rows is not seen.
    let mut others: Vec<String> = group.jabatan.iter().filter(|id| **id != asked).map(label).collect();
    others.sort();
    let mut named: Vec<String> = std::iter::once(label(&asked)).chain(others).take(NAMED).collect();
    if group.jabatan.len() > NAMED {
        named.push(format!("dan {} lagi", ribuan((group.jabatan.len() - NAMED) as i64)));
    }
    named.join("; ")
}

/// How many each rule keeps from all of the posts, those that keep most first.
fn stopped(facts: &Facts, group: &Kelompok) -> String {
    let mut rules: Vec<(usize, &(&'static str, u32))> = group.aturan.iter().enumerate().collect();
    rules.sort_by_key(|(at, (_, count))| (std::cmp::Reverse(*count), *at));
    let words = |(_, (code, count)): &(usize, &(&'static str, u32))| {
        let title = facts.rules.iter().find(|rule| rule.code == *code).map_or("", |rule| rule.title);
        format!("{} orang tidak memenuhi {code} ({})", ribuan((*count).into()), first_lower(title))
    };
    let mut named: Vec<String> = rules.iter().take(NAMED).map(words).collect();
    if rules.len() > NAMED {
        named.push("selebihnya aturan lain".into());
    }
    if group.berlainan > 0 {
        let count = ribuan(group.berlainan.into());
        named.push(format!("{count} orang ditahan aturan yang berlainan di tiap tempat"));
    }
    if group.belum_diketahui > 0 {
        let count = ribuan(group.belum_diketahui.into());
        named.push(format!("{count} orang di tempat yang kebutuhannya belum diketahui"));
    }
    named.join(", ")
}
