//! Where pages begin and what stays together.

use std::collections::BTreeSet;

use super::*;

#[test]
fn a_signature_stays_whole_and_is_never_alone_on_a_page() {
    let mut pushed = 0;
    for count in 28..42 {
        let body = "Satu baris.\n\n".repeat(count);
        let pages =
            page_lines(&format!("@halaman F4 tegak tepi 25 25 30 30\n{body}@kanan 80\nBUPATI,\n\n\nNAMA\nNIP\n"));
        let last = pages.last().unwrap();
        let at = last.iter().position(|line| line == "BUPATI,").expect("the signature is on the last page");
        assert_eq!(&last[at..], ["BUPATI,", "NAMA", "NIP"], "{count}");
        assert!(at >= 2, "{count} lines: {at} before the signature");
        pushed += usize::from(at == 2);
    }
    assert!(pushed > 0, "the signature was never pushed over");
}

#[test]
fn a_tembusan_goes_nowhere_without_the_signature_above_it() {
    for count in 24..42 {
        let body = "Satu baris.\n\n".repeat(count);
        let tembusan = "@jarak 6\n@utuh\n@kiri\nTembusan:\n@daftar\n1. satu;\n1. dua;\n1. tiga.\n@akhir\n";
        let pages = page_lines(&format!("{F4}{body}@kanan 80\nBUPATI,\n\n\nNAMA\n{tembusan}"));
        let last = pages.last().unwrap();
        let at = last.iter().position(|line| line == "BUPATI,").unwrap_or_else(|| panic!("{count}: {last:?}"));
        assert!(at >= 2 && last.iter().any(|line| line == "Tembusan:"), "{count}: {last:?}");
    }
}

#[test]
fn a_closing_part_takes_two_lines_along() {
    let mut pushed = 0;
    for before in 38..58 {
        let filler = "@kiri\n".to_string() + &"baris\n".repeat(before);
        let pages =
            page_lines(&format!("{F4}{filler}@utuh penutup\n@paragraf\npenutup\n@kiri\nsatu\ndua\ntiga\n@akhir\n"));
        let last = pages.last().unwrap();
        let at = last.iter().position(|line| line == "penutup").unwrap();
        assert!(at >= 2 && last.ends_with(&["penutup", "satu", "dua", "tiga"].map(String::from)), "{before}: {last:?}");
        pushed += usize::from(at == 2);
    }
    assert!(pushed > 0, "it was never pushed over");
}

/// Sizes of the texts of all pages, each once.
fn sizes(source: &str) -> Vec<String> {
    let pages = laid_out(source);
    let size = |item: &Item| if let Item::Text { size, .. } = item { Some(format!("{size:.1}")) } else { None };
    let all: BTreeSet<String> = pages.iter().flat_map(|page| &page.items).filter_map(size).collect();
    all.into_iter().collect()
}

#[test]
fn a_part_that_should_fill_one_page_is_set_tighter_only_where_that_helps() {
    let body = |count: usize| format!("{F4}@ukuran 12\n@muat 1\n@kiri\n{}", "baris\n".repeat(count));
    let then = "@halaman F4 tegak\n@kiri\nlain\n";
    for (count, pages, as_asked) in [(40, 1, true), (60, 1, false), (66, 1, false), (90, 2, true)] {
        let source = format!("{}{then}", body(count));
        assert_eq!(page_lines(&source).len(), pages + 1, "{count} lines and the other paper");
        assert_eq!(sizes(&source) == ["12.0"], as_asked || count == 60, "{count}: {:?}", sizes(&source));
        let all: usize = page_lines(&source).iter().map(Vec::len).sum();
        assert_eq!(all, count + 1, "nothing is lost or told twice");
    }
}

#[test]
fn one_item_under_a_label_is_not_counted() {
    let of = |source: &str| page_lines(&format!("{F4}@daftar\n{source}")).concat();
    assert_eq!(
        of("Memperhatikan :\n1. satu;\nMenetapkan : x\n"),
        ["Memperhatikan", ":", "satu;", "Menetapkan", ":", "x"]
    );
    assert!(of("Mengingat :\n1. satu;\n1. dua;\n").contains(&"1.".to_string()));
    assert_eq!(of("1. satu;\n"), ["1.", "satu;"], "a list of one item without a label keeps its number");
}

#[test]
fn signatures_side_by_side_have_white_between_them() {
    let title = "KEPALA BIDANG MUTASI DAN PROMOSI DAN PENGEMBANGAN APARATUR";
    for width in 60..80 {
        let lines = placed(&format!("{F4}@ukuran 11\n@kolom {width}k {width}k\n| {title} | {title} |\n"));
        let (left, right): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.1 < LEFT + 1.0);
        let end = left.iter().map(|line| line.2).fold(0.0, f32::max);
        assert!(right.iter().all(|line| line.1 > end + 8.0), "{width} mm: {lines:?}");
    }
}

#[test]
fn numerals_do_not_begin_a_line_where_the_column_has_room_for_both_words() {
    for width in 14..60 {
        let pages = page_lines(&format!("{F4}@tabel {width}k 160k\n| Penata Tingkat I | x |\n"));
        let lines = pages.concat();
        assert!(!lines.iter().any(|line| line == "I"), "{width} mm: {lines:?}");
    }
}

#[test]
fn no_word_of_a_table_is_torn_while_its_columns_have_room() {
    let words = "| NO | PENDIDIKAN | TUNJANGAN | JABATAN BARU |\n|---\n| 1 | Pengadministrasi | x | Guru |\n";
    let lines = page_lines(&format!("{F4}@ukuran 9\n@tabel 9t 12k 12k 120k\n{words}")).concat();
    for word in ["PENDIDIKAN", "TUNJANGAN", "Pengadministrasi"] {
        assert!(lines.iter().any(|line| line == word), "{word}: {lines:?}");
    }
    let widths = "@tabel 9t".to_string() + &" 10k".repeat(13);
    let head = format!("| NO {}|", "| TUNJANGAN ".repeat(13));
    let source = format!("{F4}@ukuran 9\n{widths}\n{head}\n|---\n");
    let told = page_lines(&source).concat().iter().filter(|line| *line == "TUNJANGAN").count();
    assert!(told == 13 || sizes(&source).iter().all(|size| size.as_str() < "7.0"), "{told}: {:?}", sizes(&source));
}

#[test]
fn a_short_paragraph_that_would_be_torn_apart_is_ragged_as_a_whole() {
    let title = "KEPUTUSAN BUPATI MERANGIN TENTANG PEMINDAHANDANPENEMPATANPEGAWAINEGERI DI LINGKUNGAN PEMERINTAH KABUPATEN \
                 MERANGIN DAN SEMUA KECAMATANNYA";
    let lines = placed(&format!("{F4}@daftar label 27\nMenetapkan : {title}\n"));
    let ends: Vec<f32> = lines[2..].iter().map(|line| line.2).collect();
    assert!(ends.len() >= 3 && ends.iter().all(|end| *end < RIGHT - 1.0), "{ends:?}");
}

#[test]
fn no_first_or_last_line_of_a_paragraph_stands_alone() {
    let paragraph = (0..90).map(|n| format!("kata{n}")).collect::<Vec<_>>().join(" ");
    for before in 30..60 {
        let filler = "@kiri\n".to_string() + &"baris\n".repeat(before);
        let pages = page_lines(&format!("@halaman F4 tegak tepi 25 25 30 30\n{filler}@paragraf\n{paragraph}\n"));
        for page in &pages {
            let lines = page.iter().filter(|line| line.starts_with("kata")).count();
            assert!(lines != 1, "{before} lines before: {pages:?}");
        }
    }
}

#[test]
fn a_table_row_longer_than_a_page_goes_on_overleaf() {
    let cell = (0..1500).map(|n| format!("kata{n}")).collect::<Vec<_>>().join(" ");
    let pages =
        page_lines(&format!("@halaman A4 tegak tepi 20 20 20 20\n@tabel 30k 30k\n| A | B |\n|---\n| {cell} | x |\n"));
    assert!(pages.len() > 1);
    let words: usize =
        pages.iter().flatten().map(|line| line.split(' ').filter(|w| w.starts_with("kata")).count()).sum();
    assert_eq!(words, 1500);
    assert!(pages.iter().all(|page| page[0] == "A"), "the header comes again");
}

const F4: &str = "@halaman F4 tegak tepi 25 25 30 30\n";

#[test]
fn a_part_that_stays_together_is_on_one_page_wherever_it_comes() {
    for before in 35..50 {
        let filler = "@kiri\n".to_string() + &"baris\n".repeat(before);
        let block = "@utuh\n@judul Utuh\n@paragraf\nsatu\n\ndua\n@kiri\ntiga\nempat\n@akhir\n";
        let pages = page_lines(&format!("{F4}{filler}{block}@paragraf\nlima\n"));
        let on = |word: &str| pages.iter().position(|page| page.iter().any(|line| line == word)).unwrap();
        assert!(["satu", "dua", "tiga", "empat"].iter().all(|word| on(word) == on("Utuh")), "{before}: {pages:?}");
    }
}

#[test]
fn a_forced_break_makes_one_page_and_none_that_is_empty() {
    let pages = page_lines(&format!("{F4}@kiri\nsatu\n@halaman-baru\n@halaman-baru\n@kiri\ndua\n@halaman-baru\n"));
    assert_eq!(pages, [["satu"], ["dua"]]);
}

#[test]
fn margins_tell_page_x_of_y_and_a_value_is_not_taken_for_a_number() {
    let margins = "@kepala kanan mulai 2 **DRAF** \\{hal}\n@kaki tengah Halaman {hal} dari {jumlah}\n";
    let pages = page_lines(&format!("{F4}{margins}@kiri\nsatu\n@halaman-baru\n@kiri\ndua\n"));
    assert_eq!(pages[0], ["satu", "Halaman 1 dari 2"]);
    assert_eq!(pages[1], ["DRAF {hal}", "dua", "Halaman 2 dari 2"]);
    let pages = page_lines(&format!("{F4}{margins}@kaki tengah\n@kiri\nsatu\n"));
    assert_eq!(pages, [["satu"]], "an empty text takes it away");
}

/// Text items of the first page as (text, left, right end, baseline).
fn placed(source: &str) -> Vec<(String, f32, f32, f32)> {
    let pages = laid_out(source);
    let place = |item: &Item| match item {
        Item::Text { x, y, size, pieces } => {
            let text = pieces.iter().map(|p| &*p.word.text).collect::<Vec<_>>().join(" ");
            let end = pieces.last().map_or(0.0, |piece| piece.x + piece.word.width * size);
            Some((text, *x, x + end, *y))
        }
        _ => None,
    };
    pages[0].items.iter().filter_map(place).collect()
}

const LEFT: f32 = 30.0 * layout::MM;
const RIGHT: f32 = (215.0 - 25.0) * layout::MM;

#[test]
fn leaders_reach_from_the_word_to_what_stands_at_the_right() {
    let lines = placed(&format!("{F4}@kiri\nGaji [...] 12\nNama [___]\nKiri [>] kanan\nTgl [... 90]\n"));
    assert!(lines[0].0.starts_with("Gaji ....") && lines[0].0.ends_with(". 12"), "{}", lines[0].0);
    for (text, _, end, _) in &lines[..3] {
        assert!((end - RIGHT).abs() < 4.0, "{text} ends {end}, not {RIGHT}");
    }
    assert!(lines[3].2 <= LEFT + 90.0 * layout::MM + 0.1 && lines[3].2 > LEFT + 88.0 * layout::MM, "{:?}", lines[3]);
    let long = "kata ".repeat(40);
    let lines = placed(&format!("{F4}@kiri\n{long}[...] 12\n"));
    assert!(lines.len() > 1 && lines.iter().all(|line| line.2 <= RIGHT + 0.1), "{lines:?}");
    assert!(lines.last().unwrap().0.ends_with("12"));
}

#[test]
fn a_first_line_is_indented_and_the_others_are_not() {
    let text = "kata ".repeat(60);
    let lines = placed(&format!("{F4}@paragraf masuk 12\n{text}\n@paragraf\n{text}\n"));
    let indents: Vec<f32> = lines.iter().map(|line| line.1).collect();
    assert!(indents.iter().all(|x| (x - LEFT).abs() < 0.1), "rows begin at the margin; the indent is in the row");
    let pages = laid_out(&format!("{F4}@paragraf masuk 12\n{text}\n"));
    let Item::Text { pieces, .. } = &pages[0].items[0] else { panic!("a line") };
    assert!((pieces[0].x - 12.0 * layout::MM).abs() < 0.1);
    assert!(lines.iter().all(|line| line.2 <= RIGHT + 0.1));
}

#[test]
fn joined_header_cells_have_no_rule_between_them_and_stand_in_the_middle() {
    let table = "@tabel 20t 60k 60k\n| NO | JABATAN | < |\n| ^ | LAMA | BARU |\n| 1 | 2 | 3 |\n|---\n| 1 | a | b |\n";
    let source = format!("{F4}{table}");
    let lines = placed(&source);
    let find = |text: &str| lines.iter().find(|line| line.0 == text).unwrap();
    let middle = |line: &(String, f32, f32, f32)| (line.1 + line.2) / 2.0;
    let edge = (find("LAMA").1 + find("BARU").1 + find("LAMA").2 + find("BARU").2) / 4.0;
    assert!((middle(find("JABATAN")) - edge).abs() < 1.0, "over both columns");
    let between = (find("JABATAN").3 + find("LAMA").3) / 2.0;
    assert!((find("NO").3 - between).abs() < 1.0, "between both rows");
    let pages = laid_out(&source);
    let crosses = |item: &&Item| {
        matches!(item, Item::Rule { from, to, .. }
            if from.0 == to.0 && (from.0 - edge).abs() < 1.0 && from.1 < find("JABATAN").3 - 2.0)
    };
    assert_eq!(pages[0].items.iter().filter(crosses).count(), 0, "no upright rule through JABATAN");
}

#[test]
fn bars_are_as_long_as_their_numbers() {
    let rows = "| Unit | Ada | Butuh |\n|---\n| SD 1 | 5 | 10 |\n| SD 2 | - | 2,5 |\n";
    let pages = laid_out(&format!("{F4}@grafik label 40\n{rows}"));
    let bars: Vec<f32> = pages[0]
        .items
        .iter()
        .filter_map(|item| if let Item::Fill { width, .. } = item { Some(*width) } else { None })
        .skip(2)
        .collect();
    assert_eq!(bars.len(), 3, "nothing known has no bar: {bars:?}");
    assert!((bars[0] * 2.0 - bars[1]).abs() < 0.1 && (bars[2] * 4.0 - bars[1]).abs() < 0.1, "{bars:?}");
    let lines = lines_of(&pages).concat();
    assert!(["Ada", "Butuh", "SD 1", "10", "–", "2,5"].iter().all(|word| lines.iter().any(|line| line == word)));
}

#[test]
fn a_kop_stands_beside_its_shield_and_above_its_double_rule() {
    let kop = "@kop lambang.png tinggi 25 ukuran 12 16 9\nPEMERINTAH\n**BADAN**\nJalan\n@garis ganda\n@kiri\nteks\n";
    let pages = laid_out(&format!("{F4}{kop}"));
    let sizes: Vec<f32> = pages[0]
        .items
        .iter()
        .filter_map(|i| if let Item::Text { size, .. } = i { Some(*size) } else { None })
        .collect();
    assert_eq!(sizes, [12.0, 16.0, 9.0, 12.0]);
    let Item::Image { x, width, .. } = &pages[0].items[0] else { panic!("the shield") };
    assert!(placed(&format!("{F4}{kop}"))[..3].iter().all(|line| line.1 > x + width));
    let rules: Vec<f32> = pages[0]
        .items
        .iter()
        .filter_map(|i| if let Item::Rule { thick, .. } = i { Some(*thick) } else { None })
        .collect();
    assert!(rules.len() == 2 && rules[0] > rules[1]);
}

#[test]
fn an_nip_is_never_torn_and_a_column_too_narrow_for_it_is_told() {
    for nip in ["19850512 201001 1 004", "198505122010011004"] {
        for width in 20..60 {
            match try_layout(&format!("{F4}@tabel {width}k\n| NIP. {nip} |\n")) {
                Err(faults) => assert!(
                    faults.len() == 1 && matches!(faults[0].fault, Fault::TooNarrow { .. }) && faults[0].line == 2,
                    "{faults:?}"
                ),
                Ok(pages) => {
                    let lines = lines_of(&pages).concat();
                    assert!(lines.iter().any(|line| line.contains(nip)), "{width} mm: {lines:?}");
                }
            }
        }
    }
}

#[test]
fn more_than_a_code_holds_is_told_and_not_cut() {
    let faults = try_layout(&format!("{F4}teks\n@qr tinggi 20 isi {}\n", "x".repeat(3_000))).unwrap_err();
    assert!(matches!(faults[0].fault, Fault::QrTooLong { .. }) && faults[0].line == 3, "{faults:?}");
}

#[test]
fn an_absurdly_long_word_is_cut_in_one_go() {
    let word = "x".repeat(32_000);
    let started = std::time::Instant::now();
    let pages = page_lines(&format!("{F4}@tabel 10t 30k 30k\n| 1 | {word} | b |\n| 2 | a | b |\n"));
    let signs: usize = pages.iter().flatten().map(|line| line.matches('x').count()).sum();
    assert_eq!(signs, 32_000);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn one_row_and_its_signature_share_a_page_with_the_header() {
    for before in 30..50 {
        let filler = "@kiri\n".to_string() + &"baris\n".repeat(before);
        let table = "@tabel 10t 60k\n| NO | NAMA |\n| 1 | 2 |\n|---\n| 1 | SITI |\n";
        let pages = page_lines(&format!("{F4}{filler}{table}@kanan 80\nBUPATI,\n\n\nNAMA\n"));
        let last = pages.last().unwrap();
        assert!(last.windows(2).any(|pair| pair == ["SITI", "BUPATI,"]), "{before}: {last:?}");
        assert!(last.iter().any(|line| line == "NAMA"), "{before}: the header came along: {last:?}");
    }
}

/// Prints every `.naskah` of a folder for the eye: `MUTASI_NASKAH=folder cargo test --lib naskah_for_the_eye`.
#[test]
fn naskah_for_the_eye() {
    let Some(folder) = std::env::var_os("MUTASI_NASKAH") else { return };
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_some_and(|ending| ending == "naskah") {
            let source = std::fs::read_to_string(&path).expect("a naskah is text");
            std::fs::write(path.with_extension("pdf"), printed(&source)).expect("the folder can be written");
        }
    }
}

#[test]
fn a_long_name_in_the_kop_is_parted_in_its_middle() {
    let lines = page_lines(
        "@halaman A4 tegak tepi 20 20 25 30\n@huruf Arial\n@kop lambang.png tinggi 20 ukuran 12 14 10\n\
         PEMERINTAH KABUPATEN MERANGIN\n**BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA**\n",
    );
    assert_eq!(
        lines[0],
        ["PEMERINTAH KABUPATEN MERANGIN", "BADAN KEPEGAWAIAN DAN", "PENGEMBANGAN SUMBER DAYA MANUSIA"]
    );
}

#[test]
fn words_that_announce_a_table_or_list_stand_on_its_page() {
    for (step, what) in (20..60).flat_map(|step| {
        [
            (step, "@ukuran 9\n@tabel 10t 85k\n| NO | NAMA |\n|---\n| 1 | A |\n| 2 | B |\n"),
            (step, "@daftar\na. satu\na. dua\n"),
        ]
    }) {
        let filled = "@kiri\n".to_string() + &"BARIS\n".repeat(step);
        let lines = page_lines(&format!(
            "@halaman A4 tegak tepi 20 20 25 30\n@huruf Arial\n@ukuran 11\n{filled}@judul 6. Daftar rencana\n@paragraf\n\
             Direncanakan 19 perpindahan.\n@jarak 2\n{what}"
        ));
        let with = |words: &str| lines.iter().position(|page| page.iter().any(|line| line.contains(words)));
        let first = if what.contains("@tabel") { "NAMA" } else { "satu" };
        assert!(with(first).is_some() && with("Daftar rencana") == with(first), "{step}: {lines:?}");
        assert_eq!(with("Direncanakan"), with(first), "{step}");
    }
}
