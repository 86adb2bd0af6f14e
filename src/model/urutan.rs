//! Urutan tujuan: what a plan is to reach, and which of it counts first.
//!
//! A cost is a vector compared level by level. Its slot 0 counts forced decisions that fail, its last slot breaks ties, and
//! the slots between hold the goals of the run in their order. Nobody else should know which slot a goal has.

use crate::model::plan::{CostVector, LEVELS};

/// Slot of a [`CostVector`] that counts decisions of the leadership which cannot be fulfilled.
pub const PAKSAAN: usize = 0;

/// Slot of the number that breaks ties.
pub const SERI: usize = LEVELS - 1;

/// Goals that an order may have.
pub const MOST_GOALS: usize = LEVELS - 2;

/// Tujuan: something a plan is to reach as far as can be. A smaller cost is better on each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tujuan {
    /// The even share of a shortage: prices of the places that are filled.
    Keterisian,
    /// People who move.
    Perpindahan,
    /// People whom a published plan has elsewhere.
    Perubahan,
    /// Points of all objectives, as a cost.
    Kecocokan,
    /// Points of people's wishes alone (O-111), as a cost.
    Aspirasi,
    /// Points of the way to work alone (O-103), as a cost.
    Jarak,
}

impl Tujuan {
    pub const ALL: [Tujuan; 6] = [
        Tujuan::Keterisian,
        Tujuan::Perpindahan,
        Tujuan::Perubahan,
        Tujuan::Kecocokan,
        Tujuan::Aspirasi,
        Tujuan::Jarak,
    ];

    /// As settings and records name it.
    pub fn nama(self) -> &'static str {
        match self {
            Tujuan::Keterisian => "keterisian",
            Tujuan::Perpindahan => "perpindahan",
            Tujuan::Perubahan => "perubahan",
            Tujuan::Kecocokan => "kecocokan",
            Tujuan::Aspirasi => "aspirasi",
            Tujuan::Jarak => "jarak",
        }
    }

    /// The sentence leaders read.
    pub fn kalimat(self) -> &'static str {
        match self {
            Tujuan::Keterisian => "Kekurangan terisi paling merata",
            Tujuan::Perpindahan => "Pegawai yang berpindah sesedikit mungkin",
            Tujuan::Perubahan => "Perubahan terhadap rencana terbit sesedikit mungkin",
            Tujuan::Kecocokan => "Nilai kecocokan, jarak, dan rotasi sebaik mungkin",
            Tujuan::Aspirasi => "Usulan dan kesediaan pegawai terpenuhi sebanyak mungkin",
            Tujuan::Jarak => "Jarak ke tempat tugas sependek mungkin",
        }
    }

    pub fn parse(text: &str) -> Option<Tujuan> {
        let text = text.trim();
        Tujuan::ALL.into_iter().find(|tujuan| tujuan.nama().eq_ignore_ascii_case(text))
    }

    /// Whether it is counted in points, which are worth what they cost less.
    pub fn is_points(self) -> bool {
        match self {
            Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak => true,
            Tujuan::Keterisian | Tujuan::Perpindahan | Tujuan::Perubahan => false,
        }
    }
}

/// The order of goals of a run: one to four, each once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Urutan {
    goals: [Option<Tujuan>; MOST_GOALS],
    /// Slot of each goal; 0, which is no goal's, where the order leaves it out.
    slots: [u8; Tujuan::ALL.len()],
}

/// The first level on which two plans differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Penentu {
    /// One fulfils more of what the leadership decided.
    Paksaan,
    Tujuan(Tujuan),
    /// They are equally good; the fixed number decides.
    Seri,
}

/// A level of the cost in published order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// Its place in a [`CostVector`].
    pub slot: usize,
    pub nama: &'static str,
    /// The sentence leaders read.
    pub kalimat: &'static str,
    /// `None` for forced decisions and for the tie.
    pub tujuan: Option<Tujuan>,
}

impl Default for Urutan {
    fn default() -> Urutan {
        let goals = [Tujuan::Keterisian, Tujuan::Perpindahan, Tujuan::Perubahan, Tujuan::Kecocokan];
        Urutan::new(&goals).expect("four different goals")
    }
}

impl Urutan {
    /// The goals in their order; `None` where there are none, more than four, or one twice.
    pub fn new(goals: &[Tujuan]) -> Option<Urutan> {
        let mut order = Urutan { goals: [None; MOST_GOALS], slots: [0; Tujuan::ALL.len()] };
        for (at, &tujuan) in goals.iter().enumerate() {
            *order.goals.get_mut(at)? = Some(tujuan);
            let slot = &mut order.slots[tujuan as usize];
            if *slot != 0 {
                return None;
            }
            *slot = at as u8 + 1;
        }
        (!goals.is_empty()).then_some(order)
    }

    /// The order that these names tell.
    ///
    /// # Errors
    /// What is wrong with them, in Indonesian.
    pub fn parse<T: AsRef<str>>(names: &[T]) -> Result<Urutan, String> {
        let mut goals = Vec::new();
        for name in names.iter().map(AsRef::as_ref) {
            let tujuan = Tujuan::parse(name).ok_or_else(|| format!("“{name}” bukan tujuan"))?;
            if goals.contains(&tujuan) {
                return Err(format!("“{}” tertulis dua kali", tujuan.nama()));
            }
            goals.push(tujuan);
        }
        Urutan::new(&goals).ok_or_else(|| format!("yang tertulis {} tujuan", goals.len()))
    }

    /// The goals, the most important first.
    pub fn goals(&self) -> impl Iterator<Item = Tujuan> + use<> {
        self.goals.into_iter().flatten()
    }

    /// Slot of a goal in a [`CostVector`]; `None` where the order leaves it out.
    #[inline]
    pub fn slot(&self, tujuan: Tujuan) -> Option<usize> {
        match self.slots[tujuan as usize] {
            0 => None,
            slot => Some(usize::from(slot)),
        }
    }

    /// Whether the order has the goal.
    #[inline]
    pub fn has(&self, tujuan: Tujuan) -> bool {
        self.slots[tujuan as usize] != 0
    }

    /// What a cost says of a goal; 0 where the order leaves it out.
    pub fn of(&self, cost: &CostVector, tujuan: Tujuan) -> i64 {
        self.slot(tujuan).map_or(0, |slot| cost[slot])
    }

    /// A cost of these goals and 0 elsewhere; what the order leaves out is let go.
    #[inline]
    pub fn cost<const N: usize>(&self, parts: [(Tujuan, i64); N]) -> CostVector {
        let mut cost = [0; LEVELS];
        parts.into_iter().for_each(|(tujuan, own)| self.add(&mut cost, tujuan, own));
        cost
    }

    /// Adds to what a cost says of a goal, where the order has it.
    #[inline]
    pub fn add(&self, cost: &mut CostVector, tujuan: Tujuan, own: i64) {
        if let Some(slot) = self.slot(tujuan) {
            cost[slot] += own;
        }
    }

    /// The level that decides between two plans, given what one costs more than the other.
    pub fn penentu(&self, difference: &CostVector) -> Penentu {
        match difference.iter().position(|level| *level != 0) {
            Some(PAKSAAN) => Penentu::Paksaan,
            Some(slot) => self.goals.get(slot - 1).copied().flatten().map_or(Penentu::Seri, Penentu::Tujuan),
            None => Penentu::Seri,
        }
    }

    /// How many leading slots there are on which no move of a person can cost less than nothing: those before the first
    /// goal that is counted in points. Where the price of a post alone is dearer on them, nobody gains by going there.
    pub fn never_gaining(&self) -> usize {
        let first = self.goals.iter().position(|tujuan| tujuan.is_some_and(Tujuan::is_points));
        first.map_or(LEVELS, |at| at + 1)
    }

    /// Every level in its order: forced decisions, the goals, the tie.
    pub fn levels(&self) -> impl Iterator<Item = Level> + use<> {
        let goals = (1..).zip(self.goals()).map(|(slot, tujuan)| Level {
            slot,
            nama: tujuan.nama(),
            kalimat: tujuan.kalimat(),
            tujuan: Some(tujuan),
        });
        let own = |slot, nama, kalimat| std::iter::once(Level { slot, nama, kalimat, tujuan: None });
        let forced = own(PAKSAAN, "paksaan", "Keputusan pimpinan yang tidak dapat dipenuhi");
        forced.chain(goals).chain(own(
            SERI,
            "urutan",
            "Bila masih sama baik: cara tetap dari NIP dan jabatan (pemecah seri)",
        ))
    }

    /// The name of every slot of a [`CostVector`], `-` for one that is not used.
    pub fn names(&self) -> [&'static str; LEVELS] {
        let mut names = [UNUSED; LEVELS];
        self.levels().for_each(|level| names[level.slot] = level.nama);
        names
    }

    /// The order that such names tell; `None` where they tell none.
    pub fn of_names<T: AsRef<str>>(names: &[T]) -> Option<Urutan> {
        let goals = names.get(1..SERI)?.iter().map(AsRef::as_ref).filter(|name| *name != UNUSED);
        Urutan::parse(&goals.collect::<Vec<_>>()).ok().filter(|order| {
            names.len() == LEVELS && order.names().iter().zip(names).all(|(own, told)| *own == told.as_ref())
        })
    }
}

/// Name of a slot that no goal has.
const UNUSED: &str = "-";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_has_one_to_four_goals_each_once() {
        assert_eq!(Urutan::parse(&["keterisian", "perpindahan", "perubahan", "kecocokan"]), Ok(Urutan::default()));
        for (names, told) in [
            (&["keterisian", "jarakk"][..], "“jarakk” bukan tujuan"),
            (&["jarak", " Jarak "], "“jarak” tertulis dua kali"),
            (&[], "yang tertulis 0 tujuan"),
            (&["keterisian", "perpindahan", "perubahan", "kecocokan", "jarak"], "yang tertulis 5 tujuan"),
        ] {
            assert_eq!(Urutan::parse(names), Err(told.to_string()));
        }
    }

    #[test]
    fn goals_have_the_slots_of_their_order_and_the_tie_the_last() {
        let order = Urutan::parse(&["aspirasi", "keterisian"]).unwrap();
        let cost = order.cost([(Tujuan::Keterisian, -7), (Tujuan::Kecocokan, 5), (Tujuan::Aspirasi, -600)]);
        assert_eq!(cost, [0, -600, -7, 0, 0, 0], "what the order leaves out costs nothing");
        assert_eq!((order.of(&cost, Tujuan::Keterisian), order.of(&cost, Tujuan::Kecocokan)), (-7, 0));
        assert_eq!(order.names(), ["paksaan", "aspirasi", "keterisian", "-", "-", "urutan"]);
        assert_eq!(Urutan::of_names(&order.names()), Some(order));
        assert_eq!(Urutan::of_names(&["paksaan", "-", "jarak", "-", "-", "urutan"]), None);
        assert_eq!(order.levels().map(|level| level.slot).collect::<Vec<_>>(), [0, 1, 2, 5]);
    }

    #[test]
    fn the_first_level_that_differs_decides() {
        let order = Urutan::parse(&["perpindahan", "keterisian"]).unwrap();
        assert_eq!(order.penentu(&[1, 1, 0, 0, 0, 0]), Penentu::Paksaan);
        assert_eq!(order.penentu(&[0, 1, -3, 0, 0, 0]), Penentu::Tujuan(Tujuan::Perpindahan));
        assert_eq!(order.penentu(&[0, 0, 3, 0, 0, -1]), Penentu::Tujuan(Tujuan::Keterisian));
        assert_eq!(order.penentu(&[0, 0, 0, 0, 0, 4]), Penentu::Seri);
        assert_eq!(order.penentu(&[0; LEVELS]), Penentu::Seri);
        assert_eq!((order.never_gaining(), Urutan::default().never_gaining()), (LEVELS, 4));
    }
}
