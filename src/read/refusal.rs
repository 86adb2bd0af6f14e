//! Why a file or a sheet could not be read.

use crate::finding::{Finding, Kode, Place};

/// A file or a sheet that had to be left out, with the code that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub kode: &'static Kode,
    /// One Indonesian sentence without the place.
    pub problem: String,
    /// A remedy that fits better than the catalogue's.
    pub remedy: Option<String>,
}

impl Refusal {
    pub(super) fn new(kode: &'static Kode, problem: impl Into<String>) -> Refusal {
        Refusal { kode, problem: problem.into(), remedy: None }
    }

    pub(super) fn with_remedy(mut self, remedy: impl Into<String>) -> Refusal {
        self.remedy = Some(remedy.into());
        self
    }

    /// The finding at the file or sheet it is about.
    pub fn at(self, place: Place) -> Finding {
        let finding = Finding::new(self.kode, place, "", self.problem);
        match self.remedy {
            Some(remedy) => finding.with_remedy(remedy),
            None => finding,
        }
    }
}
