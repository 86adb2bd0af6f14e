//! The `mutasi` command.

fn main() {}
