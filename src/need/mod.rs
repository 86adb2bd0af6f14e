//! Need: how many people each post is to have, and how many are there.

use crate::finding::Noted;
use crate::law::Law;
use crate::model::needs::Needs;
use crate::model::roster::Roster;
use crate::settings::Settings;

/// Weighs need against presence for every post of the roster.
pub fn needs(roster: &Roster, law: &Law, settings: &Settings) -> Noted<Needs> {
    let _ = (roster, law, settings);
    todo!()
}
