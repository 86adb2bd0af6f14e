//! Placing: who should move where, proven best in the published order of goals, and why.

use crate::law::Law;
use crate::model::needs::Needs;
use crate::model::plan::Plan;
use crate::model::roster::Roster;
use crate::settings::Settings;

/// The best plan, explained and audited. Does no I/O and cannot fail: nobody moving is always a plan.
pub fn plan(roster: &Roster, needs: &Needs, law: &Law, settings: &Settings) -> Plan {
    let _ = (roster, needs, law, settings);
    todo!()
}
