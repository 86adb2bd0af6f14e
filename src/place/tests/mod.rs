//! Tests of the whole stage.

mod engine;
mod stage;
