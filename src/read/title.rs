//! What the rows above a header tell: the month, and the SKPD a peta jabatan is about.

use super::header::Head;
use super::periode;
use crate::finding::Cell;
use crate::model::cells::CellKind;
use crate::model::jabatan::name_key;
use crate::model::tanggal::Periode;
use crate::model::unit::JenisUnit;

/// What the titles of a sheet tell.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// The month, with its cell and its words.
    pub periode: Option<(Periode, Cell, String)>,
    /// The SKPD or unit: `BKPPD KABUPATEN KENDAL`; in a list of Dapodik the school: `SD NEGERI 12 BANGKO`.
    pub unit: Option<String>,
    /// The kecamatan: `Bangko`.
    pub kecamatan: Option<String>,
    /// The year of an SKP: `DAFTAR SKP TAHUN 2025`.
    pub tahun: Option<i16>,
}

/// Headings after which the SKPD is named, in the same line or the next (domain §3.2).
const HEADINGS: [&str; 4] = ["DAFTAR KEBUTUHAN JABATAN", "KEBUTUHAN JABATAN", "PETA JABATAN", "FORMULIR REKAP OPD"];
/// Labels in front of the unit: `UNIT KERJA : DINAS KESEHATAN`.
const LABELS: [&str; 8] = [
    "UNIT KERJA",
    "NAMA UNIT KERJA",
    "NAMA UNIT",
    "SKPD",
    "OPD",
    "PERANGKAT DAERAH",
    "SATUAN KERJA",
    "UNIT ORGANISASI",
];
/// Lines that begin so are not the name of an SKPD.
const NOT_A_UNIT: [&str; 9] =
    ["PEMERINTAH", "PERIODE", "BULAN", "TAHUN", "KEADAAN", "PER", "KABUPATEN", "KOTA", "PROVINSI"];

/// A line with one of these words tells how the list was made, not whose it is: `HASIL ABK TAHUN 2026`.
const ABOUT_THE_LIST: [&str; 9] =
    ["HASIL", "ABK", "ANJAB", "ANALISIS", "BERDASARKAN", "REKAPITULASI", "USULAN", "FORMASI", "TAHUN"];

/// Reads the title rows, those above row `header` (from zero).
pub(super) fn read(head: &Head, header: u32) -> Title {
    let mut title = Title::default();
    let mut lines: Vec<(u32, &str)> = Vec::new();
    for (&row, cells) in head.range(..header) {
        for cell in cells.iter().filter(|cell| cell.kind == CellKind::Text) {
            if let (None, Some(told)) = (&title.periode, periode::of_title(&cell.text)) {
                title.periode = Some((told, Cell { row, col: cell.col }, cell.text.trim().to_string()));
            }
            let parts = cell.text.lines().flat_map(|line| line.split(" / "));
            lines.extend(parts.map(str::trim).filter(|part| !part.is_empty()).map(|part| (row, part)));
        }
    }
    title.unit = (0..lines.len()).find_map(|at| labelled(&lines[at..]).or_else(|| headed(&lines[at..])));
    title.unit = title.unit.or_else(|| lines.iter().find_map(|(_, line)| named_alone(line)));
    title.tahun = lines.iter().find_map(|(_, line)| tahun_skp(line));
    title.kecamatan = (0..lines.len()).find_map(|at| kecamatan(&lines[at..]));
    title
}

/// A school or puskesmas that stands alone in its line, as above a list of Dapodik.
fn named_alone(line: &str) -> Option<String> {
    const MANY: [&str; 8] = ["SE", "DI", "DAN", "DATA", "DAFTAR", "LINGKUNGAN", "KABUPATEN", "TAHUN"];
    let key = name_key(line);
    let words: Vec<&str> = key.split(' ').collect();
    let one = (2..=8).contains(&words.len()) && !words.iter().any(|word| MANY.contains(word));
    (one && JenisUnit::of_name(line) != JenisUnit::Lain).then(|| line.to_string())
}

/// The unit that the tab of a sheet names, where each unit has a sheet of its own: `Puskesmas Bangko`.
pub(super) fn of_sheet(name: &str) -> Option<String> {
    const ABOUT_PEOPLE: [&str; 11] =
        ["GURU", "PNS", "ASN", "PPPK", "PEGAWAI", "REKAP", "LAMPIRAN", "SEMUA", "NEGERI", "SWASTA", "KEPALA"];
    let key = name_key(name);
    let words: Vec<&str> = key.split(' ').collect();
    let year = |word: &&str| word.len() == 4 && word.starts_with("20");
    // `SD NEGERI 1` names a school, `SD NEGERI` all of them.
    let many = words.last().is_some_and(|last| ABOUT_PEOPLE.contains(last)) || words.iter().any(year);
    let about = words.iter().any(|word| ABOUT_PEOPLE.contains(word) && *word != "NEGERI");
    if many || about { None } else { named_alone(name) }
}

/// `PENILAIAN KINERJA TAHUN 2025`, `SKP 2025`: the one year in a line about marks.
fn tahun_skp(line: &str) -> Option<i16> {
    const MARKS: [&str; 4] = ["SKP", "KINERJA", "PENILAIAN", "PRESTASI"];
    let key = name_key(line);
    let years = key.split(' ').filter(|word| word.len() == 4 && word.starts_with("20"));
    let years: Vec<i16> = years.filter_map(|word| word.parse().ok()).collect();
    match years.as_slice() {
        [year] if key.split(' ').any(|word| MARKS.contains(&word)) => Some(*year),
        _ => None,
    }
}

/// `Kecamatan Kec. Bangko, Kabupaten Kab. Merangin` of Dapodik, `KECAMATAN : BANGKO`, `KECAMATAN BANGKO`.
fn kecamatan(lines: &[(u32, &str)]) -> Option<String> {
    let (row, line) = *lines.first()?;
    let mut rest = line.split(',').next()?.trim();
    if !name_key(rest).starts_with("KECAMATAN") && !name_key(rest).starts_with("KEC ") {
        return None;
    }
    if name_key(rest) == "KECAMATAN" {
        rest = lines.get(1).filter(|(next, _)| *next == row)?.1;
    }
    let label = |word: &&str| !matches!(name_key(word).as_str(), "KECAMATAN" | "KEC" | "");
    let name = rest.split_whitespace().filter(label).collect::<Vec<_>>().join(" ");
    let name = name.trim_start_matches(':').trim();
    (!name.is_empty() && name.split(' ').count() <= 4).then(|| name.to_string())
}

/// `UNIT KERJA : DINAS KESEHATAN`, also with the name in the next cell of the row.
fn labelled(lines: &[(u32, &str)]) -> Option<String> {
    let (row, line) = *lines.first()?;
    let (label, value) = line.split_once(':').unwrap_or((line, ""));
    if !LABELS.contains(&name_key(label).as_str()) {
        return None;
    }
    let next = lines.get(1).filter(|(next, _)| *next == row).map_or("", |(_, text)| text);
    unit(if value.trim().is_empty() { next } else { value })
}

/// `PETA JABATAN DINAS KESEHATAN`, or `PETA JABATAN` with the SKPD in the next line.
fn headed(lines: &[(u32, &str)]) -> Option<String> {
    let (_, line) = *lines.first()?;
    let heading = HEADINGS.iter().find(|heading| line.to_ascii_uppercase().starts_with(**heading))?;
    let rest = line[heading.len()..].trim();
    let next = lines.get(1).map_or("", |(_, text)| text);
    unit(rest).or_else(|| unit(next))
}

fn unit(text: &str) -> Option<String> {
    let mut text = text.trim().trim_start_matches([':', '-', ' ']);
    for filler in ["DI LINGKUNGAN ", "PADA ", "LINGKUP "] {
        if text.to_ascii_uppercase().starts_with(filler) {
            text = text[filler.len()..].trim_start();
        }
    }
    let key = name_key(text);
    let first = key.split(' ').next().unwrap_or_default();
    let about_the_list = key.split(' ').any(|word| ABOUT_THE_LIST.contains(&word));
    (!key.is_empty() && !NOT_A_UNIT.contains(&first) && !about_the_list).then(|| text.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::header::HeadCell;
    use super::*;

    fn title(rows: &[&[&str]]) -> Title {
        let cell =
            |(col, text): (usize, &&str)| HeadCell { col: col as u32, kind: CellKind::Text, text: (*text).into() };
        let head =
            rows.iter().enumerate().map(|(row, cells)| (row as u32, cells.iter().enumerate().map(cell).collect()));
        read(&head.collect(), rows.len() as u32)
    }

    #[test]
    fn the_skpd_stands_behind_or_below_its_heading() {
        for rows in [
            &[&["PETA JABATAN"][..], &["DINAS KESEHATAN"]][..],
            &[&["PETA JABATAN / DINAS KESEHATAN"]],
            &[&["Peta Jabatan DINAS KESEHATAN"]],
            &[&["DAFTAR KEBUTUHAN JABATAN\nDINAS KESEHATAN\nPEMERINTAH KABUPATEN MERANGIN"]],
            &[&["DAFTAR KEBUTUHAN JABATAN DI LINGKUNGAN DINAS KESEHATAN"]],
            &[&["REKAP"], &["SKPD : DINAS KESEHATAN"]],
            &[&["FORMULIR REKAP OPD"], &["DINAS KESEHATAN"]],
            &[&["FORMULIR REKAP OPD / DINAS KESEHATAN"]],
            &[&["Unit Kerja", ": DINAS KESEHATAN"]],
        ] {
            assert_eq!(title(rows).unit.as_deref(), Some("DINAS KESEHATAN"), "{rows:?}");
        }
        assert_eq!(title(&[&["PETA JABATAN"], &["PEMERINTAH KABUPATEN MERANGIN"], &["TAHUN 2026"]]).unit, None);
        assert_eq!(title(&[&["DAFTAR KEBUTUHAN JABATAN HASIL ABK TAHUN 2026"]]).unit, None);
    }

    #[test]
    fn a_list_of_dapodik_tells_its_school_and_kecamatan() {
        let told = title(&[
            &["Daftar Guru"],
            &["SD NEGERI 12 BANGKO"],
            &["Kecamatan Kec. Bangko, Kabupaten Kab. Merangin, Provinsi Prov. Jambi"],
            &["Tanggal Unduh: 05 Feb 2025 12:21:55", "Pengunduh: operator@sekolah.id"],
        ]);
        assert_eq!((told.unit.as_deref(), told.kecamatan.as_deref()), (Some("SD NEGERI 12 BANGKO"), Some("Bangko")));
        for line in [&["KECAMATAN : BANGKO"][..], &["KECAMATAN BANGKO"], &["Kecamatan", ": BANGKO"], &["Kec. BANGKO"]] {
            assert_eq!(title(&[line]).kecamatan.as_deref(), Some("BANGKO"), "{line:?}");
        }
        for line in ["SD NEGERI SE-KECAMATAN BANGKO", "DATA SD NEGERI", "SEKOLAH", "PEMERINTAH KABUPATEN MERANGIN"] {
            assert_eq!(title(&[&[line]]), Title::default(), "{line}");
        }
    }

    #[test]
    fn a_tab_may_name_a_unit_and_a_title_the_year_of_the_skp() {
        assert_eq!(of_sheet("Puskesmas Bangko").as_deref(), Some("Puskesmas Bangko"));
        assert_eq!(of_sheet("SDN 12 Bangko").as_deref(), Some("SDN 12 Bangko"));
        for tab in ["Sheet1", "Data", "Guru SD", "SD Negeri", "PUSKESMAS", "Puskesmas 2026", "SMP PPPK", "Bangko"] {
            assert_eq!(of_sheet(tab), None, "{tab}");
        }
        for line in ["PENILAIAN KINERJA TAHUN 2025", "Daftar SKP 2025", "HASIL PENILAIAN PRESTASI KERJA TAHUN 2025"] {
            assert_eq!(title(&[&[line]]).tahun, Some(2025), "{line}");
        }
        for line in ["KEADAAN 2025", "SKP 2024 DAN 2025", "SKP"] {
            assert_eq!(title(&[&[line]]).tahun, None, "{line}");
        }
    }

    #[test]
    fn the_month_comes_with_its_cell() {
        let told = title(&[&["DAFTAR KEBUTUHAN JABATAN"], &["", "PERIODE JULI 2025"]]).periode.unwrap();
        assert_eq!((told.0.to_string().as_str(), told.1.to_string().as_str()), ("2025-07", "B2"));
    }
}
