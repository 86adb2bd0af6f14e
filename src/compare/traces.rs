//! People on rows that could not be used, found again by what could be read of them.

use std::collections::BTreeMap;

use crate::finding::Place;
use crate::model::nip::{AwalanNip, Nip};
use crate::model::roster::Jejak;

/// Traces of people on rows that could not be used, to be found by NIP, by its first digits and the name, or by the
/// name alone.
pub(super) struct Traces<'a> {
    by_nip: BTreeMap<Nip, &'a Place>,
    by_awalan: BTreeMap<(AwalanNip, &'a str), &'a Place>,
    by_nama: BTreeMap<&'a str, &'a Place>,
}

impl<'a> Traces<'a> {
    pub(super) fn of(jejak: &'a [Jejak]) -> Traces<'a> {
        let mut traces = Traces { by_nip: BTreeMap::new(), by_awalan: BTreeMap::new(), by_nama: BTreeMap::new() };
        for trace in jejak {
            let nama = trace.nama_key.as_deref();
            match (trace.nip, trace.awalan, nama) {
                (Some(nip), _, _) => drop(traces.by_nip.entry(nip).or_insert(&trace.place)),
                (None, Some(awalan), Some(nama)) => {
                    traces.by_awalan.entry((awalan, nama)).or_insert(&trace.place);
                }
                (None, None, Some(nama)) => drop(traces.by_nama.entry(nama).or_insert(&trace.place)),
                (None, _, None) => {}
            }
        }
        traces
    }

    /// The row this person may stand on.
    pub(super) fn find(&self, nip: Nip, nama: &str) -> Option<&'a Place> {
        let by_awalan = || self.by_awalan.get(&(nip.awalan(), nama));
        self.by_nip.get(&nip).or_else(by_awalan).or_else(|| self.by_nama.get(nama)).copied()
    }
}
