//! mutasi: reads a month of Excel workbooks of civil servants and units, finds every fault, weighs need against
//! presence, decides who should move where, and writes result workbooks and decree drafts.
//!
//! The program is one sentence: **read** a folder, **check** the rows, weigh the **need**, **place** people in posts,
//! **write** the results. See `src/ARCHITECTURE.md`.

pub mod check;
pub mod cli;
pub mod compare;
pub mod finding;
pub mod law;
pub mod model;
pub mod need;
pub mod pipeline;
pub mod place;
pub mod read;
pub mod sample;
pub mod schema;
pub mod settings;
pub mod write;

/// Name and version of the program, as printed on results.
pub const PROGRAM: &str = concat!("mutasi ", env!("CARGO_PKG_VERSION"));
