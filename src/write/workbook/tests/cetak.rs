//! The result workbook as a printer and a reader of paper see it.

use super::*;
use crate::model::fixture;
use crate::model::plan::SebabKosong;

/// First of the two rows that stand at the top of every later page, counted from zero.
fn repeated(hasil: &Artifact, name: &str) -> u32 {
    let book = part(hasil, "xl/workbook.xml");
    let titles = book.split("<definedName ").find(|each| {
        each.contains("Print_Titles") && (each.contains(&format!("'{name}'!")) || each.contains(&format!(">{name}!")))
    });
    let titles = titles.unwrap_or_else(|| panic!("{name} repeats nothing"));
    let row: String = titles.split("!$").nth(1).unwrap().chars().take_while(char::is_ascii_digit).collect();
    row.parse::<u32>().unwrap() - 1
}

/// Height of a row, counted from zero, in points.
fn height(xml: &str, row: u32) -> f64 {
    let (_, rest) = xml.split_once(&format!("<row r=\"{}\"", row + 1)).unwrap();
    let (tag, _) = rest.split_once('>').unwrap();
    let Some((_, height)) = tag.split_once("ht=\"") else { return 15.0 };
    height.split('"').next().unwrap().parse().unwrap()
}

#[test]
fn later_pages_repeat_the_header_of_the_last_table_not_of_the_first() {
    let hasil = hasil_of(&fixture::region(), &[]);
    for (name, title, header) in [
        ("Mutu Data", "Kelengkapan menurut unit", "Unit kerja"),
        ("Catatan Run", "Pengaturan folder ini yang berbeda", "Kunci"),
    ] {
        let (range, row) = (sheet(&hasil, name), repeated(&hasil, name));
        assert!(text(&range, row, 0).starts_with(title), "{name} repeats “{}”", text(&range, row, 0));
        assert_eq!(text(&range, row + 1, 0), header);
    }
    // The rules are the table of many pages; the weights have a sheet of their own.
    let (range, row) = (sheet(&hasil, "Aturan"), repeated(&hasil, "Aturan"));
    assert_eq!(text(&range, row, 0), "Kode");
    let (range, row) = (sheet(&hasil, "Temuan"), repeated(&hasil, "Temuan"));
    assert_eq!((row, text(&range, row, 0).is_empty()), (3, false), "a sheet with one table repeats its header");
}

#[test]
fn a_table_with_other_columns_starts_on_its_own_page() {
    let hasil = hasil_of(&fixture::region(), &[]);
    for (name, title) in [("Mutu Data", "Kelengkapan menurut unit"), ("Catatan Run", "Pemeriksaan ulang rencana")] {
        let range = sheet(&hasil, name);
        let row = (0..200).find(|row| text(&range, *row, 0).starts_with(title)).unwrap();
        assert!(xml_of(&hasil, name).contains(&format!("<brk id=\"{row}\"")), "no page break before {title} on {name}");
    }
}

#[test]
fn long_names_have_room_in_the_heat_table() {
    let mut region = fixture::region();
    for (at, unit) in region.roster.units.iter_mut().enumerate() {
        unit.nama = format!("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia {at}").into();
        unit.induk = None;
    }
    let xml = xml_of(&hasil_of(&region, &[]), "Arus Mutasi");
    assert!(height(&xml, 3) >= 5.0 * 13.0, "the header is clipped at {} points", height(&xml, 3));
    assert!(height(&xml, 4) >= 2.0 * 13.0, "the label is overprinted at {} points", height(&xml, 4));
}

#[test]
fn open_posts_stand_under_their_own_cause() {
    let mut region = fixture::region();
    let posts: Vec<_> = region.needs.post_ids().collect();
    let example = region.plan.unfilled[0].clone();
    let causes = [SebabKosong::CalonTerpakai, SebabKosong::TidakAdaCalon];
    region.plan.unfilled = posts[..2]
        .iter()
        .zip(causes)
        .map(|(post, sebab)| {
            let mut unfilled = example.clone();
            (unfilled.post, unfilled.sebab) = (*post, sebab);
            unfilled
        })
        .collect();
    let name = |at: usize| region.roster.unit(region.needs.post(posts[at]).unit).nama.to_string();
    let range = sheet(&hasil_of(&region, &[]), "Ringkasan");
    let words: Vec<String> = (9..13).map(|row| text(&range, row, 24)).collect();
    assert_eq!(words[0], "Tidak ada calon yang memenuhi syarat");
    assert!(words[1].starts_with(&format!("• {}", name(1))), "{words:?}");
    assert_eq!(words[2], "Calon dibutuhkan di tempat lain");
    assert!(words[3].starts_with(&format!("• {}", name(0))), "{words:?}");
}

#[test]
fn the_list_of_units_keeps_its_header_on_later_pages_and_names_units_without_a_line() {
    let mut region = fixture::region();
    let unit = region.needs.posts[0].unit;
    let of_unit = region.needs.posts.iter_mut().filter(|post| post.unit == unit);
    of_unit.for_each(|post| post.kebutuhan = None);
    let nama = region.roster.unit(unit).nama.to_string();
    let hasil = hasil_of(&region, &[]);
    assert_eq!(repeated(&hasil, "Beban Unit"), 3, "the spread below is short, the list is long");
    let range = sheet(&hasil, "Beban Unit");
    let remark = (0..200).map(|row| text(&range, row, 0)).find(|told| told.contains(" tercantum; 1 tidak"));
    let remark = remark.expect("who has no line is told");
    assert!(remark.contains(&nama), "{remark}");
    let told = (0..80)
        .map(|row| text(&sheet(&hasil, "Ringkasan"), row, 24))
        .find(|told| told.contains("Makin kecil indeksnya"));
    let counted = format!("dari {} unit)", region.roster.units.len());
    assert!(told.as_ref().is_some_and(|told| told.contains(&counted)), "{told:?}");
}

/// The rows that begin a page, counted from zero.
fn breaks(xml: &str) -> Vec<u32> {
    let breaks = xml.split("<brk id=\"").skip(1).map(|each| each.split('"').next().unwrap());
    breaks.map(|row| row.parse().unwrap()).collect()
}

#[test]
fn no_page_ends_with_the_name_of_an_opd_and_meanings_of_decisions_stand_below_rows() {
    let mut region = besar::region();
    // One move more or less, so that the group that comes after stands at every height of a page.
    let mut turned = 0;
    for _ in 0..12 {
        region.plan.moves.remove(0);
        let hasil = hasil_of(&region, &[]);
        let (xml, range) = (xml_of(&hasil, "Rencana Mutasi"), sheet(&hasil, "Rencana Mutasi"));
        for row in breaks(&xml) {
            let is_band = |row: u32| text(&range, row, 0).contains("orang diusulkan pindah");
            assert!(!is_band(row - 1), "the page ends with a band, above row {}", row + 1);
            turned += usize::from(is_band(row));
        }
        let (xml, range) = (xml_of(&hasil, "Keputusan"), sheet(&hasil, "Keputusan"));
        let first_free = (4..500).find(|row| text(&range, *row, 0).is_empty()).unwrap();
        assert!(breaks(&xml).iter().all(|row| *row == first_free), "{:?}, not {first_free}", breaks(&xml));
    }
    assert!(turned > 0, "no group came to stand at the foot of a page");
}

#[test]
fn titles_over_several_columns_leave_no_empty_header_and_its_rows_are_as_wide() {
    let hasil = hasil_of(&besar::region(), &[]);
    for (name, title, merged) in [("Beban Unit", "Ukuran", "A{}:F{}"), ("Mutu Data", "Tingkat", "C{}:E{}")] {
        let (range, xml) = (sheet(&hasil, name), xml_of(&hasil, name));
        let row = (0..300).find(|row| text(&range, *row, 0) == title).unwrap_or_else(|| panic!("no {title} on {name}"));
        for row in [row + 1, row + 2] {
            let merged = merged.replace("{}", &row.to_string());
            assert!(xml.contains(&format!("<mergeCell ref=\"{merged}\"/>")), "{name} does not merge {merged}");
        }
    }
}

#[test]
fn posts_are_counted_by_tenths_with_those_above_need_apart() {
    let mut region = besar::region();
    for post in &mut region.needs.posts {
        post.riil = post.kebutuhan.as_ref().map_or(0, |need| need.hi + 1);
    }
    region.plan.posts.clear();
    let range = sheet(&hasil_of(&region, &[]), "_data");
    let mut rows = (0..20).filter(|row| text(&range, *row, 4) == ">100");
    let row = rows.next_back().expect("posts above need have a bar");
    let known = region.needs.posts.iter().filter(|post| post.kebutuhan.is_some()).count();
    assert_eq!([5, 6].map(|col| text(&range, row, col)), [known, known].map(|count| count.to_string()));
    assert_eq!(text(&range, row - 1, 4), "100");
}
