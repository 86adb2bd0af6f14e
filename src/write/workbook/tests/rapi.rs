//! What every sheet owes its reader, on screen and on paper: looked up in the XML of the written file.

use std::collections::BTreeMap;

use calamine::SheetVisible;

use super::*;
use crate::write::workbook::edisi_pegawai;
use crate::write::workbook::table::row_points;
use crate::write::workbook::text::{lines, pixels};

/// Sheets that have no one list to filter, and why.
const WITHOUT_FILTER: [(&str, &str); 4] = [
    ("Ringkasan", "cards, charts and words on one page"),
    ("Arus Mutasi", "a matrix"),
    ("Keadilan", "short tables of different columns"),
    ("Skenario", "short tables of different columns"),
];

/// Sheets of one page repeat nothing.
const ONE_PAGE: [&str; 1] = ["Ringkasan"];

/// Papers an office has, by Excel's number: A4, F4 (Folio) and A3, and how wide each is lying, in points.
const PAPERS: [(&str, f64); 3] = [("9", 841.9), ("14", 936.0), ("8", 1190.6)];

/// How wide the printed columns are, in points.
fn printed_points(xml: &str, book: &str, name: &str) -> f64 {
    let area = book.split("<definedName ").find(|each| {
        each.contains("Print_Area") && (each.contains(&format!("'{name}'!")) || each.contains(&format!(">{name}!")))
    });
    let last = area.and_then(|area| area.split_once('>')?.1.split('<').next()?.rsplit(':').next());
    let last = last.map_or(0, column);
    let width = |col: u32| {
        let own = tags(xml, "col").find(|tag| {
            let number = |name: &str| attribute(tag, name).unwrap().parse::<u32>().unwrap();
            (number("min")..=number("max")).contains(&(col + 1))
        });
        own.map_or(9.14, |tag| attribute(tag, "width").unwrap().parse::<f64>().unwrap()) * 7.0 * 0.75
    };
    (0..=last).map(width).sum()
}

fn attribute<'x>(tag: &'x str, name: &str) -> Option<&'x str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

/// The opening tags of this name.
fn tags<'x>(xml: &'x str, name: &str) -> impl Iterator<Item = &'x str> {
    let open = format!("<{name} ");
    let tags = xml.split('<').filter_map(|tag| tag.split('>').next());
    let name = open.trim_start_matches('<').to_string();
    tags.filter(move |tag| tag.starts_with(&name))
}

/// What a format says of a cell, by its number.
struct Looks {
    wraps: Vec<bool>,
    shrinks: Vec<bool>,
}

impl Looks {
    fn of(artifact: &Artifact) -> Looks {
        let styles = part(artifact, "xl/styles.xml");
        let (_, xfs) = styles.split_once("<cellXfs").unwrap();
        let (xfs, _) = xfs.split_once("</cellXfs>").unwrap();
        let each: Vec<&str> = xfs.split("<xf ").skip(1).collect();
        let has = |word: &str| each.iter().map(|xf| xf.contains(word)).collect();
        Looks { wraps: has("wrapText=\"1\""), shrinks: has("shrinkToFit=\"1\"") }
    }
}

fn column(letters: &str) -> u32 {
    letters.bytes().filter(u8::is_ascii_uppercase).fold(0, |col, b| col * 26 + u32::from(b - b'A') + 1) - 1
}

/// First and last column and row of `A1:C3`.
fn corners(range: &str) -> [(u32, u32); 2] {
    let corner = |text: &str| {
        let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        (digits.parse::<u32>().unwrap_or(1) - 1, column(text))
    };
    let (from, to) = range.split_once(':').unwrap_or((range, range));
    [corner(from), corner(to)]
}

/// What is wrong with a sheet, each fault in a sentence.
fn faults(artifact: &Artifact, name: &str, looks: &Looks) -> Vec<String> {
    let (xml, book) = (xml_of(artifact, name), part(artifact, "xl/workbook.xml"));
    let mut faults = Vec::new();
    let mut must = |holds: bool, what: &str| {
        if !holds {
            faults.push(format!("{name}: {what}"));
        }
    };
    must(xml.contains("state=\"frozen\""), "nothing is frozen");
    must(xml.contains("<autoFilter ref=") || WITHOUT_FILTER.iter().any(|(sheet, _)| *sheet == name), "no filter");
    must(xml.contains("<cols>"), "no widths");
    let setup = tags(&xml, "pageSetup").next().unwrap_or_default();
    let width = printed_points(&xml, &book, name);
    let paper = attribute(setup, "paperSize").and_then(|own| PAPERS.iter().find(|(number, _)| *number == own));
    let type_size = paper.map_or(0.0, |(_, points)| 10.0 * ((points - 43.2) / width).min(1.0));
    // The last digit is lost in rounding widths to pixels.
    must(type_size >= 6.95 || ONE_PAGE.contains(&name), &format!("printed in {type_size:.1} points"));
    must(attribute(setup, "orientation") == Some("landscape"), "not landscape");
    must(xml.contains("fitToPage=\"1\""), "not as wide as the page");
    must(xml.contains("&amp;P") && xml.contains("&amp;N"), "no page numbers");
    let zoom = tags(&xml, "sheetView").next().and_then(|view| attribute(view, "zoomScale"));
    must(zoom.is_some_and(|zoom| (70..=100).contains(&zoom.parse::<u32>().unwrap())), "no sensible zoom");
    let defined = |what: &str| {
        book.split("<definedName ").any(|each| {
            each.contains(what) && (each.contains(&format!("'{name}'!")) || each.contains(&format!(">{name}!")))
        })
    };
    must(defined("Print_Area"), "no print area");
    must(defined("Print_Titles") || ONE_PAGE.contains(&name), "titles are not repeated");
    faults.extend(clipped(artifact, name, &xml, looks));
    faults
}

/// Texts that their cells cannot show whole.
fn clipped(artifact: &Artifact, name: &str, xml: &str, looks: &Looks) -> Vec<String> {
    let range = sheet(artifact, name);
    let mut widths: BTreeMap<u32, f64> = BTreeMap::new();
    for col in tags(xml, "col") {
        let number = |name: &str| attribute(col, name).unwrap().parse::<f64>().unwrap();
        for at in number("min") as u32..=number("max") as u32 {
            // Excel's width of a column holds its margin.
            widths.insert(at - 1, number("width") - 0.7109375);
        }
    }
    let merges: Vec<[(u32, u32); 2]> =
        tags(xml, "mergeCell").filter_map(|tag| attribute(tag, "ref")).map(corners).collect();
    let mut heights: BTreeMap<u32, f64> = BTreeMap::new();
    for row in tags(xml, "row") {
        let height = attribute(row, "ht").map_or(15.0, |height| height.parse().unwrap());
        heights.insert(attribute(row, "r").unwrap().parse::<u32>().unwrap() - 1, height);
    }
    let mut faults = Vec::new();
    for cell in tags(xml, "c") {
        let [(row, col), _] = corners(attribute(cell, "r").unwrap());
        let Some(Data::String(text)) = range.get_value((row, col)) else { continue };
        let style: usize = attribute(cell, "s").map_or(0, |style| style.parse().unwrap());
        let merged = merges.iter().find(|[from, _]| *from == (row, col));
        let last = merged.map_or((row, col), |[_, to]| *to);
        let width: f64 = (col..=last.1).map(|at| widths.get(&at).copied().unwrap_or(8.43)).sum();
        let height: f64 = (row..=last.0).map(|at| heights.get(&at).copied().unwrap_or(15.0)).sum();
        let neighbour = range.get_value((row, last.1 + 1)).is_none_or(|value| *value == Data::Empty);
        if looks.wraps[style] {
            // Half a line is in no cell; small letters of cards and words need less.
            let needed = row_points(lines(text, width)).min(400.0);
            if name != "Ringkasan" && needed > height + 1.0 {
                faults.push(format!("{name}: row {} is {height} points, “{text}” needs {needed}", row + 1));
            }
        } else if !looks.shrinks[style] && !neighbour && pixels(text) > width * 7.0 + 5.0 {
            faults.push(format!("{name}: “{text}” is wider than its column ({width})"));
        }
    }
    faults
}

fn visible(artifact: &Artifact) -> Vec<String> {
    let book = open(artifact);
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    sheets.map(|sheet| sheet.name.clone()).collect()
}

#[test]
fn every_sheet_keeps_what_it_owes_its_reader() {
    let region = besar::region();
    let hasil = hasil_of(&region, &besar::findings());
    let edisi = with_results(&region, &[], |results| edisi_pegawai(results).unwrap().value);
    for book in [hasil, edisi] {
        let looks = Looks::of(&book);
        let faults: Vec<String> = visible(&book).iter().flat_map(|name| faults(&book, name, &looks)).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        let core = part(&book, "docProps/core.xml");
        for property in ["<dc:title>", "<dc:creator>", "<dc:description>", "<dcterms:created"] {
            assert!(core.contains(property), "no {property}");
        }
        for code in tags(&part(&book, "xl/styles.xml"), "numFmt").filter_map(|tag| attribute(tag, "formatCode")) {
            let ours = code.starts_with("[$-421]") || ["@", "dd-mm-yyyy"].contains(&code);
            assert!(ours, "{code} is no Indonesian format");
        }
    }
}
