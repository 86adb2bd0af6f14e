//! What the tests need from the machine: Debian tools and the real school data, skipped loudly where absent.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Whether a command is there. Where it is not, the test says so past the test harness's capture and should return;
/// with `CI` set it fails instead, so that no check is lost silently.
pub fn have(tool: &str) -> bool {
    let found = Command::new(tool).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        skipped(&format!("{tool} is not installed"));
        assert!(std::env::var_os("CI").is_none(), "{tool} must be installed where CI runs");
    }
    found
}

/// A file of the real data beside the checkout, or `None` with a loud word.
pub fn real_data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real").join(name);
    if path.is_file() {
        return Some(path);
    }
    skipped(&format!("{name} of the real school data is absent"));
    None
}

/// Written past the harness's capture, so that it shows also when the test passes.
pub fn skipped(why: &str) {
    let test = std::thread::current().name().unwrap_or("a test").to_string();
    let _ = writeln!(std::io::stderr(), "SKIPPED {test}: {why}");
}
