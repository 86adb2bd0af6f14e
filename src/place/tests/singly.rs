//! No plan within limits leaves undone what one person's change of place betters in the published order.

use std::collections::BTreeMap;

use super::Random;
use super::orders::in_order;
use crate::model::batasan::{Batas, BatasRun};
use crate::model::plan::Tujuan;
use crate::model::unit::UnitId;
use crate::place::limits::{Bench, Room, chains};
use crate::place::problem::Price;

/// Orders in which filling comes late, so that multipliers of limits weigh on other goals.
const ORDERS: [&[Tujuan]; 4] = [
    &[Tujuan::Aspirasi, Tujuan::Keterisian, Tujuan::Perpindahan, Tujuan::Kecocokan],
    &[Tujuan::Jarak, Tujuan::Keterisian],
    &[Tujuan::Kecocokan, Tujuan::Aspirasi, Tujuan::Keterisian],
    &[Tujuan::Keterisian, Tujuan::Kecocokan],
];

#[test]
fn what_a_single_change_of_place_betters_within_the_limits_is_done_under_every_order() {
    let mut random = Random(71);
    let (mut binding, mut gaps) = (0, 0);
    for round in 0..400 {
        let order = ORDERS[round % ORDERS.len()];
        let mut room = || {
            let problem = in_order(&mut random, (6, 4), order).problem;
            let units = (0..4).map(|post| UnitId(post % 3)).collect();
            Room::new(problem, units)
        };
        let rooms = vec![room(), room()];
        let limits = BatasRun {
            pindah: Some(1 + random.below(3) as u32),
            masuk: random.chance(30).then_some(1),
            keluar: random.chance(30).then_some(1),
            rantai: random.chance(30).then_some(2),
        };
        let mut bench = Bench::new(rooms, limits, vec![7, 5, 6]);
        gaps += usize::from(bench.settle().gap > Price::default());
        binding += usize::from(used(&bench, None).get(&Batas::Pindah) == limits.pindah.as_ref());
        for (at, room) in bench.rooms.iter().enumerate() {
            for person in 0..room.problem.people.len() {
                for post in 0..room.problem.posts.len() as u32 {
                    let open = room.problem.eligible(person, post as usize);
                    let mut seats = room.solution.post.clone();
                    seats[person] = post;
                    let better = || room.cost(&seats) < room.cost(&room.solution.post);
                    if !open || !room.keeps_bounds(&seats) || !better() {
                        continue;
                    }
                    let over = used(&bench, Some((at, &seats)))
                        .iter()
                        .any(|(row, used)| limits.of(*row).is_some_and(|cap| *used > cap));
                    let long = limits.rantai.is_some_and(|most| chains::longest(&room.problem, &seats) > most as usize);
                    assert!(over || long, "round {round}: {person} to {post} betters the plan within {limits:?}");
                }
            }
        }
    }
    assert!(binding > 100 && gaps > 20, "{binding} {gaps}");
}

/// How many people move in each limit, with other seats in one room.
fn used(bench: &Bench, other: Option<(usize, &[u32])>) -> BTreeMap<Batas, u32> {
    let mut used = BTreeMap::new();
    for (at, room) in bench.rooms.iter().enumerate() {
        let seats = other.filter(|own| own.0 == at).map_or(&room.solution.post[..], |own| own.1);
        room.count(seats, &mut |row| *used.entry(row).or_default() += 1);
    }
    used
}
