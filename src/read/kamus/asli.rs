//! The locked cells of a returned sheet *Keputusan* against what was written into them: a hidden sheet beside it keeps it.
//!
//! What somebody changed there is told (D-344) and not believed. A decision in a row that now names another person is not
//! followed: nobody can tell of whom it speaks.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use super::lembar::{Judul, Lembar};
use crate::finding::{Finding, Place, catalogue};
use crate::model::keputusan::{KOLOM_ASLI, LEMBAR_KEPUTUSAN};

/// The titles of its columns behind the row, as the sheet *Keputusan* has them.
const KOLOM: [&str; 6] = ["NIP", "Nama", "Jabatan", "Dari unit", "Ke unit", "Ke jabatan"];
const NIP: usize = 0;
const NAMA: usize = 1;
const KE: usize = 4;
const ISIAN: &str = "KEPUTUSAN";

type Baris = [String; KOLOM.len()];

/// The locked cells by the row they were written into.
pub(super) struct Asli(BTreeMap<u32, Baris>);

impl Asli {
    /// `None` where the hidden sheet is not as it was written.
    pub fn of(lembar: &Lembar) -> Option<Asli> {
        let header = lembar.header(&KOLOM_ASLI, &KOLOM_ASLI)?;
        let rows = lembar.rows.range(header.row + 1..).filter_map(|(&row, _)| {
            let at: u32 = lembar.text(row, header.cols[0]).parse().ok()?;
            let cells = std::array::from_fn(|col| lembar.text(row, header.cols[col + 1]).to_string());
            Some((at.checked_sub(1)?, cells))
        });
        Some(Asli(rows.collect()))
    }

    /// The place of a title among the locked columns.
    pub fn column(title: &str) -> Option<usize> {
        KOLOM.iter().position(|known| known.eq_ignore_ascii_case(title))
    }

    /// Puts back what was changed, with D-344 for each cell; locked columns that are gone stand behind all others.
    pub fn put_back(self, lembar: &mut Lembar, titles: &[&str], header: &mut Judul, findings: &mut Vec<Finding>) {
        let here = self.columns(lembar, header, titles);
        let isian = lembar.column(header.row, ISIAN);
        let rows: Vec<u32> = lembar.rows.range(header.row + 1..).map(|(row, _)| *row).collect();
        let found = self.match_rows(lembar, &rows, &here);
        for row in rows {
            match found.get(&row) {
                Some(original) => Row { lembar, row, here: &here, isian }.restore(original, findings),
                None => Row { lembar, row, here: &here, isian }.without_move(findings),
            }
        }
        let there: BTreeSet<&Baris> = found.values().collect();
        let gone: Vec<&Baris> = self.0.values().filter(|own| !there.contains(own)).collect();
        if gone.is_empty() {
            return;
        }
        let names: Vec<&str> = gone.iter().map(|own| own[NAMA].as_str()).collect();
        let problem = format!(
            "{} baris tidak ada lagi di lembar “{LEMBAR_KEPUTUSAN}” ({}); usulannya tetap dibaca sebagai rencana terbit",
            gone.len(),
            names.join(", ")
        );
        findings.push(Finding::new(&catalogue::KEPUTUSAN_SEL_DIUBAH, lembar.place.clone(), "", problem));
        let behind = lembar.rows.keys().next_back().map_or(0, |last| last + 1);
        for (row, own) in (behind..).zip(gone) {
            let cells = here.iter().zip(own).filter_map(|(col, text)| Some(((*col)?.0, text.clone())));
            lembar.rows.insert(row, cells.filter(|(_, text)| !text.is_empty()).collect());
        }
    }

    /// The columns of the locked cells and whether the sheet has them. Those that are read and gone get one behind all
    /// others.
    fn columns(&self, lembar: &Lembar, header: &mut Judul, titles: &[&str]) -> Vec<Option<(u32, bool)>> {
        let mut behind = lembar.rows.values().filter_map(|cells| cells.keys().max()).max().map_or(0, |last| last + 1);
        let mut col_of = |title: &str| {
            if let Some(col) = lembar.column(header.row, title) {
                return Some((col, true));
            }
            let at = titles.iter().position(|known| known.eq_ignore_ascii_case(title))?;
            header.cols[at] = Some(behind);
            behind += 1;
            Some((behind - 1, false))
        };
        KOLOM.iter().map(|title| col_of(title)).collect()
    }

    /// What was written into each row: that of the same row, else the same cells elsewhere, else the same NIP, else what
    /// stood in that row. Of several alike the first that is left.
    fn match_rows(&self, lembar: &Lembar, rows: &[u32], here: &[Option<(u32, bool)>]) -> BTreeMap<u32, Baris> {
        let mut left = self.0.clone();
        let mut found = BTreeMap::new();
        let whole = Kunci { lembar, here, cols: 0..KOLOM.len() };
        let nip = Kunci { lembar, here, cols: NIP..NIP + 1 };
        for &row in rows {
            if self.0.get(&row).is_some_and(|own| whole.of_row(row) == whole.of(own)) {
                found.extend(left.remove(&row).map(|own| (row, own)));
            }
        }
        for kunci in [whole, nip] {
            let mut places = kunci.places(&left);
            for &row in rows {
                if found.contains_key(&row) {
                    continue;
                }
                let at = places.get_mut(&kunci.of_row(row)).and_then(VecDeque::pop_front);
                found.extend(at.and_then(|at| left.remove(&at)).map(|own| (row, own)));
            }
        }
        for &row in rows {
            let filled = lembar.rows.get(&row).is_some_and(|cells| !cells.is_empty());
            if filled && !found.contains_key(&row) {
                found.extend(left.remove(&row).map(|own| (row, own)));
            }
        }
        found
    }
}

/// By which locked cells rows are told to be the same; columns that are gone say nothing.
struct Kunci<'l> {
    lembar: &'l Lembar,
    here: &'l [Option<(u32, bool)>],
    cols: Range<usize>,
}

impl Kunci<'_> {
    fn of_row(&self, row: u32) -> Vec<String> {
        self.there().map(|(at, col)| as_compared(at, self.lembar.text(row, Some(col)))).collect()
    }

    fn of(&self, own: &Baris) -> Vec<String> {
        self.there().map(|(at, _)| as_compared(at, &own[at])).collect()
    }

    /// The rows with the same cells, in their order.
    fn places(&self, rows: &BTreeMap<u32, Baris>) -> BTreeMap<Vec<String>, VecDeque<u32>> {
        let mut places: BTreeMap<Vec<String>, VecDeque<u32>> = BTreeMap::new();
        for (at, own) in rows {
            places.entry(self.of(own)).or_default().push_back(*at);
        }
        places
    }

    fn there(&self) -> impl Iterator<Item = (usize, u32)> {
        let col = |at: usize| self.here[at].filter(|(_, there)| *there);
        self.cols.clone().filter_map(move |at| Some((at, col(at)?.0)))
    }
}

/// Whether a cell still says what was written; a column that is gone says nothing against it.
fn is_as_written(lembar: &Lembar, row: u32, here: &[Option<(u32, bool)>], at: usize, own: &Baris) -> bool {
    let Some((col, true)) = here[at] else { return true };
    as_compared(at, lembar.text(row, Some(col))) == as_compared(at, &own[at])
}

/// A cell as it is compared: of an NIP, which Excel and people part by spaces, the digits.
fn as_compared(at: usize, text: &str) -> String {
    if at == NIP { text.chars().filter(char::is_ascii_digit).collect() } else { text.to_string() }
}

/// A row of the sheet.
struct Row<'l> {
    lembar: &'l mut Lembar,
    row: u32,
    here: &'l [Option<(u32, bool)>],
    isian: Option<u32>,
}

impl Row<'_> {
    fn restore(mut self, own: &Baris, findings: &mut Vec<Finding>) {
        let others = !is_as_written(self.lembar, self.row, self.here, NIP, own);
        for at in 0..KOLOM.len() {
            let Some((col, there)) = self.here[at] else { continue };
            if there && !is_as_written(self.lembar, self.row, self.here, at, own) {
                findings.push(self.changed(at, col, own));
            }
            self.put(col, &own[at]);
        }
        // A decision in a row that named another person is nobody's.
        if others && let Some(cells) = self.lembar.rows.get_mut(&self.row) {
            cells.retain(|col, _| self.here.iter().flatten().any(|(locked, _)| locked == col));
        }
    }

    /// D-344 at a cell.
    fn changed(&self, at: usize, col: u32, own: &Baris) -> Finding {
        let now = self.lembar.text(self.row, Some(col));
        let told = |text: &str| if text.is_empty() { "kosong".to_string() } else { format!("“{text}”") };
        let lost = if at == NIP && self.decides() { "; keputusan di baris ini tidak dipakai" } else { "" };
        let problem = format!(
            "sel “{}” diubah dari {} menjadi {}; yang dipakai isi semula{lost}",
            KOLOM[at],
            told(&own[at]),
            told(now)
        );
        let finding = Finding::new(&catalogue::KEPUTUSAN_SEL_DIUBAH, self.place(col), now, problem);
        match at {
            NIP | NAMA => {
                finding.with_remedy("Untuk pegawai lain, isi NIP dan namanya di baris kosong di bawah tabel.")
            }
            _ => finding,
        }
    }

    fn place(&self, col: u32) -> Place {
        self.lembar.place.at(self.row, col)
    }

    fn decides(&self) -> bool {
        self.isian.is_some_and(|col| !self.lembar.text(self.row, Some(col)).is_empty())
    }

    fn put(&mut self, col: u32, text: &str) {
        let cells = self.lembar.rows.entry(self.row).or_default();
        match text.is_empty() {
            true => drop(cells.remove(&col)),
            false => drop(cells.insert(col, text.to_string())),
        }
    }

    /// A row that nobody proposed a move in proposes none.
    fn without_move(mut self, findings: &mut Vec<Finding>) {
        for (at, title) in KOLOM.iter().enumerate().skip(KE) {
            let Some((col, true)) = self.here[at] else { continue };
            let now = self.lembar.text(self.row, Some(col)).to_string();
            if now.is_empty() {
                continue;
            }
            let problem = format!("sel “{title}” diisi “{now}”, padahal bukan sel isian; isinya tidak dipakai");
            findings.push(Finding::new(&catalogue::KEPUTUSAN_SEL_DIUBAH, self.place(col), now, problem));
            self.put(col, "");
        }
    }
}
