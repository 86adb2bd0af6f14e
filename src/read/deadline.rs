//! The last guard of reading in this process: an end for a file that is within every other limit and still takes far
//! longer than any workbook of an office does.

use std::cell::Cell;
use std::time::{Duration, Instant};

use super::refusal::Refusal;
use crate::finding::catalogue;
use crate::settings::Batas;

/// So many steps of a reader pass between two looks at the clock.
const STEPS: u32 = 4_096;

/// When the reading of one file has to be over. A child has a limit on its processor time instead; here other files
/// are read at the same time, so the clock on the wall counts. What an office has is read in a hundredth of that time,
/// so that the clock decides about hostile files only.
#[derive(Debug)]
pub(super) struct Deadline {
    /// `None` where the time is beyond what the clock can tell.
    ends: Option<Instant>,
    seconds: u64,
    steps: Cell<u32>,
}

impl Deadline {
    /// Begins now.
    pub fn of(batas: &Batas) -> Deadline {
        let seconds = batas.detik_per_berkas;
        Deadline { ends: Instant::now().checked_add(Duration::from_secs(seconds)), seconds, steps: Cell::new(0) }
    }

    /// One step of a loop that may be long: an event, a row, a cell.
    ///
    /// # Errors
    /// B-06 when the time is over.
    pub fn step(&self) -> Result<(), Refusal> {
        let steps = self.steps.get() + 1;
        self.steps.set(steps % STEPS);
        if steps < STEPS { Ok(()) } else { self.check() }
    }

    /// Looks at the clock.
    ///
    /// # Errors
    /// B-06 when the time is over.
    pub fn check(&self) -> Result<(), Refusal> {
        match self.ends {
            Some(ends) if Instant::now() >= ends => Err(out_of_time(self.seconds)),
            _ => Ok(()),
        }
    }
}

/// B-06 for a file that took longer than the settings allow.
pub(super) fn out_of_time(seconds: u64) -> Refusal {
    let problem = format!("berkas ini belum selesai dibaca dalam batas waktu {seconds} detik");
    Refusal::new(&catalogue::BATAS_BERKAS, problem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn the_clock_is_looked_at_once_in_many_steps() {
        let over = Deadline::of(&Batas { detik_per_berkas: 0, ..Settings::default().batas });
        let steps = (1..=2 * STEPS).filter(|_| over.step().is_err()).count();
        assert_eq!(steps, 2);
        let refusal = over.check().unwrap_err();
        assert_eq!(refusal.problem, "berkas ini belum selesai dibaca dalam batas waktu 0 detik");
        let open = Deadline::of(&Settings::default().batas);
        assert!(open.check().is_ok() && (0..2 * STEPS).all(|_| open.step().is_ok()));
        assert!(Deadline::of(&Batas { detik_per_berkas: u64::MAX, ..Settings::default().batas }).check().is_ok());
    }
}
