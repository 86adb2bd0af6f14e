//! What is told of a move and of an open post is one thing wherever it is told: data, sentences, sheets and terminal.

#[path = "support/tools.rs"]
#[allow(dead_code, reason = "of the tools this file needs few")]
mod tools;

use std::path::Path;

use assert_cmd::Command;
use calamine::{Data, Range, Reader, Xlsx};
use mutasi::model::artifact::PlainWorkbook;
use mutasi::sample::Wanted;
use serde_json::Value;

/// A written month: the plan as data, and the sheets of the workbook.
struct Month {
    folder: tempfile::TempDir,
    plan: Value,
    book: Xlsx<std::io::Cursor<Vec<u8>>>,
}

/// Every sample region of the repository, and two made-up ones.
fn months() -> Vec<Month> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let regions = std::fs::read_dir(samples).unwrap().map(|entry| entry.unwrap().path());
    let mut regions: Vec<_> = regions.filter(|path| path.join("masuk").is_dir()).collect();
    regions.sort();
    assert!(!regions.is_empty());
    let mut months: Vec<Month> = regions.iter().map(|region| ran(copy(region))).collect();
    for (seed, people) in [(3, 400), (8, 700)] {
        let wanted = Wanted { people, seed, dirt_permille: 0, ..Wanted::default() };
        months.push(ran(written(&mutasi::sample::region(&wanted), &wanted)));
    }
    months
}

fn copy(region: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for part in ["masuk", "templates", "mutasi.toml"] {
        copy_into(&region.join(part), &folder.path().join(part));
    }
    folder
}

fn copy_into(from: &Path, to: &Path) {
    if from.is_dir() {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy_into(&entry.path(), &to.join(entry.file_name()));
        }
    } else if from.is_file() {
        std::fs::copy(from, to).unwrap();
    }
}

fn written(workbooks: &[PlainWorkbook], wanted: &Wanted) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("mutasi.toml"), mutasi::sample::settings_toml(&wanted.daerah)).unwrap();
    for workbook in workbooks {
        let artifact = mutasi::write::workbook::plain(workbook).unwrap();
        let target = folder.path().join(&artifact.path);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::write(target, artifact.bytes).unwrap();
    }
    folder
}

fn ran(folder: tempfile::TempDir) -> Month {
    Command::cargo_bin("mutasi").unwrap().arg("run").arg(folder.path()).output().unwrap();
    let out = folder.path().join("keluar/2026-11");
    let plan = serde_json::from_slice(&std::fs::read(out.join("rencana.json")).unwrap()).unwrap();
    let book = std::fs::read(out.join("hasil-mutasi-2026-11.xlsx")).unwrap();
    Month { folder, plan, book: Xlsx::new(std::io::Cursor::new(book)).unwrap() }
}

impl Month {
    fn sheet(&mut self, name: &str) -> Sheet {
        Sheet(self.book.worksheet_range(name).unwrap())
    }

    fn list(&self, key: &str) -> Vec<Value> {
        self.plan[key].as_array().unwrap().clone()
    }
}

/// A list sheet; its header is the fourth row.
struct Sheet(Range<Data>);

impl Sheet {
    fn rows(&self) -> usize {
        self.0.height().saturating_sub(4)
    }

    /// Moves stand below the heading of their OPD, so a row is found by whom it is about.
    fn row_of(&self, title: &str, value: &str) -> usize {
        let plain = |text: String| text.replace(' ', "");
        let found = (0..self.rows()).find(|row| plain(self.text(*row, title)) == value);
        found.unwrap_or_else(|| panic!("no row with {title} {value}"))
    }

    fn text(&self, row: usize, title: &str) -> String {
        let header = self.0.rows().nth(3).unwrap();
        let at = header.iter().position(|cell| *cell == title);
        self.0.rows().nth(4 + row).unwrap()[at.unwrap_or_else(|| panic!("no column {title}"))].to_string()
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// `1.234` as the terminal and the sentences write it.
fn number(count: i64) -> String {
    let digits = count.abs().to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|part| std::str::from_utf8(part).unwrap()).collect();
    format!("{}{}", if count < 0 { "−" } else { "" }, groups.join("."))
}

#[test]
fn runner_up_price_sentences_and_columns_of_every_move_are_of_one_alternative() {
    let (mut seen, mut ties) = (0, 0);
    for mut month in months() {
        let moves = month.list("perpindahan");
        let sheet = month.sheet("Rencana Mutasi");
        for step in &moves {
            let row = sheet.row_of("NIP", text(&step["nip"]));
            let (cost, why, otherwise) =
                (&step["biaya_jika_ditolak"], text(&step["alasan"]), text(&step["jika_ditolak"]));
            assert_eq!(sheet.text(row, "Alasan"), why);
            assert_eq!(sheet.text(row, "Bila tidak disetujui"), otherwise);
            assert!(otherwise.starts_with("Bila perpindahan ini tidak disetujui: "), "{otherwise}");
            let other = &step["pengganti"];
            let column = sheet.text(row, "Pengganti bila tidak disetujui");
            if other.is_null() {
                assert_eq!(column, "Tidak ada");
            } else {
                let (nama, nip) = (text(&other["nama"]), text(&other["nip"]));
                assert_eq!(column.replace(' ', ""), format!("{nama}({nip})").replace(' ', ""));
                assert!(otherwise.contains(&format!("tempat ini diisi {nama} ")), "{otherwise}");
                let last = step["susunan_pengganti"].as_array().unwrap().last().unwrap();
                assert_eq!((text(&last["nip"]), &last["menjadi"]["nomor"]), (nip, &step["ke"]["nomor"]));
            }
            let named = |prefix: &str| why.split_once(prefix).map(|(_, rest)| rest.to_string());
            if let Some(rest) = named("calon berikutnya (") {
                assert!(rest.starts_with(&format!("{})", text(&other["nama"]))), "{why}");
            }
            let goal = |name: &str| cost[name].as_i64().unwrap();
            if [goal("keterisian"), goal("perpindahan"), goal("perubahan")] == [0; 3] && goal("kecocokan") > 0 {
                let points = number(goal("kecocokan"));
                assert!(why.contains(&format!("selisihnya {points} poin kecocokan")), "{why}");
                assert!(otherwise.contains(&format!("kecocokan rencana turun {points} poin")), "{otherwise}");
            }
            let tie =
                ["paksaan", "keterisian", "perpindahan", "perubahan", "kecocokan"].iter().all(|name| goal(name) == 0);
            assert_eq!(tie, why.contains("menurut setiap tujuan"), "{why}");
            // Who is as suitable is told so too, where he or she moves.
            for equal in step["setara"].as_array().unwrap() {
                assert!(tie && why.contains(text(&equal["nama"])), "{why}");
                let theirs = moves.iter().find(|step| step["nip"] == equal["nip"]);
                assert!(
                    theirs.is_none_or(|theirs| text(&theirs["alasan"]).contains(text(&step["nama"]))),
                    "{theirs:?}"
                );
            }
            (seen, ties) = (seen + 1, ties + usize::from(tie));
        }
        let told = (0..sheet.rows()).filter(|row| !sheet.text(*row, "NIP").is_empty());
        assert_eq!(told.count(), moves.len());
    }
    assert!(seen > 30, "{seen} moves, {ties} ties");
}

#[test]
fn every_open_post_tells_what_one_more_would_cost_or_who_shares_too_few_people() {
    let (mut priced, mut groups) = (0, 0);
    for mut month in months() {
        let sheet = month.sheet("Tidak Terpenuhi");
        for (row, open) in month.list("tidak_terpenuhi").iter().enumerate() {
            let told = text(&open["harga_satu_lagi"]);
            assert_eq!(sheet.text(row, "Bila ditambah satu orang"), told);
            let more = &open["satu_orang_lagi"];
            if let Some(group) = more["kelompok"].as_array() {
                let (people, places) = (more["pegawai"].as_i64().unwrap(), more["tempat"].as_i64().unwrap());
                assert!(people < places, "{open}");
                let counted =
                    format!("{} pegawai yang memenuhi syarat untuk {} tempat", number(people), number(places));
                assert!(told.contains(&counted), "{told}");
                assert!(group.iter().any(|post| post["nomor"] == open["nomor"]));
                groups += 1;
            } else {
                assert!(told.contains(text(&more["pengisi"]["nama"])), "{told}");
                assert_ne!(more["menjadi_kurang"]["nomor"], open["nomor"]);
                priced += 1;
            }
        }
    }
    assert!(priced > 3 && groups > 3, "{priced} priced, {groups} groups");
}

#[test]
fn candidates_on_the_sheet_are_those_of_the_data_in_their_order() {
    for mut month in months() {
        let sheet = month.sheet("Calon");
        let mut row = 0;
        for of in month.list("calon") {
            let list = |key: &str| of[key].as_array().unwrap().clone();
            let chosen = list("terpilih").into_iter().map(|nip| (text(&nip).to_string(), "terpilih".to_string()));
            let ranked =
                (1..).zip(list("calon")).map(|(at, each)| (text(&each["nip"]).to_string(), format!("calon {at}")));
            let nearly =
                list("hampir").into_iter().map(|each| (text(&each["nip"]).to_string(), "hampir memenuhi".into()));
            let stuck = of["memenuhi_tetapi_tertahan"].as_u64().unwrap();
            let stuck = (stuck > 0).then(|| (String::new(), "belum dapat dilepas".to_string()));
            let mut all: Vec<(String, String)> = chosen.chain(ranked).chain(stuck).chain(nearly).collect();
            assert!(list("calon").len() <= 5 && list("hampir").len() <= 5);
            if all.is_empty() {
                all.push((String::new(), String::new()));
            }
            for (nip, standing) in all {
                assert_eq!(sheet.text(row, "Unit"), text(&of["jabatan"]["unit"]));
                assert_eq!((sheet.text(row, "NIP").replace(' ', ""), sheet.text(row, "Kedudukan")), (nip, standing));
                row += 1;
            }
            for each in list("hampir") {
                assert!(!each["tidak_terpenuhi"].as_array().unwrap().is_empty(), "{each}");
            }
        }
        assert_eq!(sheet.rows(), row);
    }
}

#[test]
fn the_terminal_tells_of_a_unit_what_the_sheet_does() {
    let month = ran(copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/bangko")));
    let open = month.list("tidak_terpenuhi");
    let open = open.iter().find(|open| open["kode_unit"].is_string()).unwrap();
    let mut explain = Command::cargo_bin("mutasi").unwrap();
    let told = explain.arg("explain").arg(month.folder.path()).arg(text(&open["kode_unit"])).output().unwrap();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = words(&String::from_utf8(told.stdout).unwrap());
    assert!(told.contains(&words(text(&open["harga_satu_lagi"]))), "{told}");
    let calon = month.list("calon").into_iter().find(|of| of["jabatan"]["nomor"] == open["nomor"]).unwrap();
    for each in calon["calon"].as_array().unwrap() {
        assert!(told.contains(&words(text(&each["uraian"]))), "{told}");
    }
}
