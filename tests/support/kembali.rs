//! What tests of workbooks that go out and come back share: the outputs of a folder, its findings by code, and cells typed
//! into a workbook as people type them.

#![allow(dead_code)] // Each test file uses its own part.

use mutasi::finding::Finding;
use mutasi::pipeline::Outcome;

use crate::read_kit::{Folder, edited};

pub const HASIL: &str = "keluar/2026-11/hasil-mutasi-2026-11.xlsx";

pub fn file(folder: &Folder, path: &str) -> Vec<u8> {
    fs_err::read(folder.root().join(path)).unwrap()
}

pub fn told(outcome: &Outcome, code: &str) -> Vec<Finding> {
    outcome.findings.iter().filter(|finding| finding.kode.code == code).cloned().collect()
}

/// A workbook with texts typed into cells that stand there empty.
pub fn typed<S: AsRef<str>>(bytes: &[u8], part: &str, cells: &[(S, &str)]) -> Vec<u8> {
    edited(bytes, part, |mut xml| {
        for (cell, text) in cells {
            let cell = cell.as_ref();
            let open = format!("<c r=\"{cell}\"");
            let (before, rest) = xml.split_once(&open).unwrap_or_else(|| panic!("no cell {cell}"));
            let (style, rest) = rest.split_once("/>").unwrap();
            assert!(!style.contains('<'), "{cell} is not empty");
            xml = format!("{before}{open}{style} t=\"inlineStr\"><is><t>{text}</t></is></c>{rest}");
        }
        xml
    })
}
