//! `mutasi run --export-model`: a public solver, driven by the script of the README, finds the plan's own value.

#[path = "support/tools.rs"]
#[allow(dead_code, reason = "of the tools this file needs the search for commands only")]
mod tools;

use std::path::Path;
use std::process::Command as Process;

use assert_cmd::Command;
use serde_json::Value;

/// The script under its heading in the README.
fn script() -> String {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let after = readme.split("### Checking the optimum with another solver").nth(1).expect("the heading is there");
    after.split("```python\n").nth(1).unwrap().split("```").next().unwrap().to_string()
}

#[test]
fn the_readme_s_script_finds_the_plan_s_value_in_the_exported_model() {
    if !tools::have("python3") || !has_networkx() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mutasi = |args: &[&str]| {
        let output = Command::cargo_bin("mutasi").unwrap().args(args).output().unwrap();
        assert!(output.status.code() <= Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let (root, model) = (folder.path().join("daerah"), folder.path().join("model"));
    let (root, model) = (root.to_str().unwrap(), model.to_str().unwrap());
    mutasi(&["sample", root, "--pegawai", "160", "--periode", "2026-11"]);
    mutasi(&["run", root, "--export-model", model]);

    let path = folder.path().join("uji.py");
    std::fs::write(&path, script()).unwrap();
    let output = Process::new("python3").arg(path).arg(model).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let rencana = std::fs::read(Path::new(root).join("keluar/2026-11/rencana.json")).unwrap();
    let rencana: Value = serde_json::from_slice(&rencana).unwrap();
    let value: Vec<i64> = rencana["nilai_rencana"].as_array().unwrap().iter().map(|v| v.as_i64().unwrap()).collect();
    assert!(value[2] > 0, "nobody moves: {value:?}");
    assert_eq!(said, format!("plan {value:?}\nbest {value:?}\n"));
}

#[test]
fn the_model_of_a_limited_plan_says_which_limits_it_leaves_out() {
    let folder = tempfile::tempdir().unwrap();
    let (root, model) = (folder.path().join("daerah"), folder.path().join("model"));
    let (daerah, to) = (root.to_str().unwrap(), model.to_str().unwrap());
    let mutasi = |args: &[&str]| {
        let output = Command::cargo_bin("mutasi").unwrap().args(args).output().unwrap();
        assert!(output.status.code() <= Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let read = |name: &str| std::fs::read_to_string(model.join(name)).unwrap();
    mutasi(&["sample", daerah, "--pegawai", "160", "--periode", "2026-11"]);
    mutasi(&["run", daerah, "--export-model", to]);
    assert!(read("README.txt").contains("Rencana ini tidak dibatasi."));
    assert_eq!(read("limits.csv"), "limit,unit,most,used\n");
    let settings = std::fs::read_to_string(root.join("mutasi.toml")).unwrap();
    let limits = "\n[rencana]\npaling_banyak_pindah = 2\npaling_banyak_masuk_per_unit = 1\nrantai_terpanjang = 1\n";
    std::fs::write(root.join("mutasi.toml"), settings + limits).unwrap();
    mutasi(&["run", daerah, "--export-model", to]);
    let (readme, rows) = (read("README.txt"), read("limits.csv"));
    assert!(readme.contains("- Pegawai yang berpindah paling banyak 2: terpakai 2."), "{readme}");
    assert!(readme.contains("TIDAK termasuk dalam jaringan"), "{readme}");
    assert!(rows.contains("\npindah,,2,2\n") && rows.contains("\nmasuk,") && rows.ends_with("rantai,,1,\n"), "{rows}");
    // What a limit counts can be counted from the files.
    let nodes: Vec<Vec<String>> =
        read("nodes.csv").lines().map(|line| line.split(',').map(str::to_string).collect()).collect();
    let home = |id: &str| nodes[1 + id.parse::<usize>().unwrap()].last().unwrap().clone();
    let arcs = read("arcs.csv");
    let moved = arcs.lines().skip(1).filter(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let home = home(cells[0]);
        !home.is_empty() && home != cells[1] && cells.last() == Some(&"1")
    });
    assert_eq!(moved.count(), 2);
}

fn has_networkx() -> bool {
    let found = Process::new("python3").args(["-c", "import networkx"]).output().is_ok_and(|out| out.status.success());
    if !found {
        tools::skipped("networkx is not installed");
        assert!(std::env::var_os("CI").is_none(), "networkx must be installed where CI runs");
    }
    found
}
