//! The last guard of reading in this process: an end for a file that is within every other limit and still takes far
//! longer than any workbook of an office does.

use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::time::Duration;

use super::refusal::Refusal;
use crate::finding::catalogue;
use crate::settings::Batas;

/// So many steps of a reader pass between two looks at the clock.
const STEPS: u32 = 4_096;

/// When the reading of one file has to be over, by the work of the thread that reads it: a busy or slow computer loses
/// no file that a quick one reads. What an office has is read in a hundredth of that time, so that the clock decides
/// about hostile files only. A thread that inflates ahead is not counted; `isi_mb` bounds what it may do.
#[derive(Debug)]
pub(super) struct Deadline {
    began: Duration,
    allowed: Duration,
    steps: Cell<u32>,
    /// The clock is that of the thread it began in.
    here: PhantomData<Rc<()>>,
}

impl Deadline {
    /// Begins now, in this thread.
    pub fn of(batas: &Batas) -> Deadline {
        Deadline::within(Duration::from_secs(allowance(batas.detik_per_berkas)))
    }

    fn within(allowed: Duration) -> Deadline {
        Deadline { began: clock::now(), allowed, steps: Cell::new(0), here: PhantomData }
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
        match clock::now().saturating_sub(self.began) >= self.allowed {
            true => Err(out_of_time(self.allowed.as_secs())),
            false => Ok(()),
        }
    }
}

/// The seconds of the setting, and more of them where only the clock on the wall can be asked.
fn allowance(seconds: u64) -> u64 {
    seconds.saturating_mul(clock::LENIENCE)
}

/// The processor time of this thread.
#[cfg(unix)]
mod clock {
    use std::time::Duration;

    use rustix::time::{ClockId, clock_gettime};

    pub const LENIENCE: u64 = 1;

    pub fn now() -> Duration {
        // The clock counts from zero, so that neither number is negative.
        let time = clock_gettime(ClockId::ThreadCPUTime);
        Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
    }
}

/// The clock on the wall, which runs on while other programs work: it is given ten times as long.
#[cfg(not(unix))]
mod clock {
    use std::sync::OnceLock;
    use std::time::{Duration, Instant};

    pub const LENIENCE: u64 = 10;

    pub fn now() -> Duration {
        static FIRST: OnceLock<Instant> = OnceLock::new();
        FIRST.get_or_init(Instant::now).elapsed()
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

    #[test]
    #[cfg(unix)]
    fn time_in_which_others_work_does_not_count() {
        let deadline = Deadline::within(Duration::from_millis(50));
        std::thread::sleep(Duration::from_millis(120));
        assert!(deadline.check().is_ok(), "a thread that waits reads nothing");
        let mut steps = 0u64;
        while deadline.check().is_ok() {
            steps += 1;
        }
        assert!(steps > 0);
    }
}
