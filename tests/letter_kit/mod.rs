//! What the tests of letters of whole folders share: a region of two schools, its letters, and what leadership approves.
#![allow(dead_code)] // each test file uses its own part

#[path = "../support/tools.rs"]
mod tools;

use std::collections::BTreeMap;
use std::process::Command;

use mutasi::finding::Finding;
use mutasi::pipeline::{self, Silent, surat};
use serde_json::Value;

use crate::read_kit::{C::*, *};

pub const SCHOOLS: &[&[C]] = &[
    JUDUL_SEKOLAH,
    &sd_negeri("SD Negeri 1 Bangko", "10501001", 9.0, "Bangko"),
    &sd_negeri("SD Negeri 2 Jangkat", "10501002", 3.0, "Jangkat"),
];

pub const KEBUTUHAN: &[&[C]] = &[
    &[T("JABATAN"), T("UNIT KERJA"), T("KEBUTUHAN")],
    &[T("Guru Kelas"), T("SD Negeri 1 Bangko"), N(6.0)],
    &[T("Guru Kelas"), T("SD Negeri 2 Jangkat"), N(6.0)],
];

pub const SETTINGS: &str = "[daerah]\nnama = \"Merangin\"\nprovinsi = \"Jambi\"\nkode_wilayah = \"15.02\"\n\
                        ibu_kota = \"Bangko\"\n[sk]\npejabat = \"BUPATI MERANGIN\"\n\
                        nama_pejabat = \"H. MUHAMMAD SYUKUR\"\npetikan_nama = \"Dra. SITI MARYAM\"\n";
pub const OUT: &str = "keluar/2026-11";

/// Number and date of a first decree, and of a second one.
pub const SATU: &str = "nomor = \"800.1.3.3/217/BKPSDM/2026\"\ntanggal = \"2026-11-20\"";
pub const DUA: &str = "nomor = \"800.1.3.3/231/BKPSDM/2026\"\ntanggal = \"2026-11-27\"";

/// The same, ready to be signed.
pub fn siap(sk: &str) -> String {
    format!("{sk}\n[surat]\nwatermark_konsep = \"\"")
}

pub fn leaked(text: String) -> C {
    T(Box::leak(text.into_boxed_str()))
}

/// Class teachers: nine where six are needed, three where six are.
pub fn folder(settings: &str) -> Folder {
    let folder = Folder::new()
        .with("pegawai.xlsx", &pegawai("III/b"))
        .with("sekolah.xlsx", &xlsx(SCHOOLS))
        .with("kebutuhan.xlsx", &xlsx(KEBUTUHAN));
    fs_err::write(folder.root().join("mutasi.toml"), settings).unwrap();
    // The office's own coat of arms: a numbered decree without one is told.
    fs_err::create_dir_all(folder.root().join("templates")).unwrap();
    fs_err::write(folder.root().join("templates/lambang.png"), include_bytes!("../../templates/lambang.png")).unwrap();
    folder
}

/// The workbook of them, all of this golongan.
pub fn pegawai(golongan: &'static str) -> Vec<u8> {
    let mut rows: Vec<Vec<C>> =
        vec![["NIP", "NAMA", "JABATAN", "UNIT KERJA", "TMT JABATAN", "TMT UNIT", "GOLONGAN"].map(T).to_vec()];
    for unit in std::iter::repeat_n("SD Negeri 1 Bangko", 9).chain(std::iter::repeat_n("SD Negeri 2 Jangkat", 3)) {
        let at = rows.len();
        let name = leaked(format!("GURU {}, S.Pd.", (b'A' + at as u8) as char));
        let nip = leaked(format!("1986{:02}012015011{at:03}", at % 12 + 1));
        let since = T("1 Juli 2015");
        rows.push(vec![nip, name, T("Guru Ahli Pertama - Guru Kelas"), T(unit), since, since, T(golongan)]);
    }
    let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
    xlsx(&rows)
}

pub fn run(folder: &Folder) -> pipeline::Outcome {
    pipeline::run(folder.root(), november(false), &Silent).unwrap()
}

pub fn again(folder: &Folder) -> surat::Letters {
    surat::letters(folder.root(), november(false), &Silent).unwrap()
}

/// The files below a folder of the output, by path there.
pub fn files(folder: &Folder, below: &str) -> BTreeMap<String, Vec<u8>> {
    tree(&folder.root().join(OUT).join(below))
}

pub fn record(folder: &Folder) -> Value {
    serde_json::from_slice(&fs_err::read(folder.root().join(OUT).join("catatan.json")).unwrap()).unwrap()
}

pub fn text_of(bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("surat.pdf");
    std::fs::write(&file, bytes).unwrap();
    if !tools::have("pdftotext") {
        return None;
    }
    let output = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().unwrap();
    Some(String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A workbook that approves these proposals of the plan, on this day; their NIP.
pub fn approve(folder: &Folder, proposals: &[usize], tanggal: C) -> Vec<String> {
    let header: &[C] = &["NIP", "NAMA", "KEPUTUSAN", "TUJUAN", "ALASAN", "PEJABAT", "TANGGAL"].map(T);
    let rows = approvals(folder, proposals, tanggal);
    let rows: Vec<&[C]> = std::iter::once(header).chain(rows.iter().map(Vec::as_slice)).collect();
    folder.put("keputusan.xlsx", &xlsx(&rows));
    let steps = steps(folder);
    proposals.iter().map(|at| steps[*at]["nip"].as_str().unwrap().to_string()).collect()
}

/// The rows of that workbook.
pub fn approvals(folder: &Folder, proposals: &[usize], tanggal: C) -> Vec<Vec<C>> {
    let steps = steps(folder);
    let of = |value: &Value| leaked(value.as_str().unwrap().to_string());
    let row = |at: &usize| {
        let step = &steps[*at];
        let decided = [T("Tetapkan ke"), of(&step["ke"]["unit"]), T("sesuai usulan"), T("Bupati"), tanggal];
        [of(&step["nip"]), of(&step["nama"])].into_iter().chain(decided).collect::<Vec<C>>()
    };
    proposals.iter().map(row).collect()
}

/// The proposals of the plan; they keep their numbers, whatever else is decided.
fn steps(folder: &Folder) -> Vec<Value> {
    let plan: Value = serde_json::from_slice(&files(folder, "")["rencana.json"]).unwrap();
    let mut steps: Vec<Value> = plan["perpindahan"].as_array().unwrap().clone();
    steps.sort_by_key(|step| step["nip"].as_str().unwrap().to_string());
    steps
}

/// Names of the letters in order.
pub fn names(folder: &Folder) -> Vec<String> {
    files(folder, "surat").into_keys().collect()
}

/// Settings with this in `[sk]`, and what comes after it.
pub fn set(folder: &Folder, sk: &str) {
    fs_err::write(folder.root().join("mutasi.toml"), format!("{SETTINGS}{sk}\n")).unwrap();
}

/// A template of the office.
pub fn template(folder: &Folder, name: &str, text: &str) {
    fs_err::create_dir_all(folder.root().join("templates")).unwrap();
    fs_err::write(folder.root().join("templates").join(name), text).unwrap();
}

/// What was found with this code, as the terminal shows it.
pub fn told(findings: &[Finding], code: &str) -> String {
    let own: Vec<Finding> = findings.iter().filter(|finding| finding.kode.code == code).cloned().collect();
    render_all(&own)
}

/// Codes about letters.
pub fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.kode.code).filter(|code| code.starts_with('S')).collect()
}

/// Three proposals; these approved, with these settings.
pub fn decided(sk: &str, proposals: &[usize]) -> (Folder, pipeline::Outcome) {
    let folder = folder(SETTINGS);
    run(&folder);
    set(&folder, sk);
    approve(&folder, proposals, T(""));
    let outcome = run(&folder);
    (folder, outcome)
}

/// The papers of numbered decrees.
pub fn decrees(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let is_one = |name: &String| ["sk-", "petikan", "keputusan-"].iter().any(|begin| name.starts_with(begin));
    files(folder, "surat").into_iter().filter(|(name, _)| is_one(name)).collect()
}

/// Puts a signature on a letter, by hand; what it holds then.
pub fn sign(folder: &Folder, letter: &str) -> Vec<u8> {
    let path = folder.root().join(OUT).join("surat").join(letter);
    let mut signed = fs_err::read(&path).unwrap();
    signed.extend_from_slice(b"%tanda tangan\n");
    fs_err::write(&path, &signed).unwrap();
    signed
}

/// Takes a letter out of its place.
pub fn remove(folder: &Folder, letter: &str) {
    fs_err::remove_file(folder.root().join(OUT).join("surat").join(letter)).unwrap();
}
