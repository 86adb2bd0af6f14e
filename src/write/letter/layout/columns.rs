//! How wide the columns of a ruled table are: as asked, unless a word would be torn.

use super::{MM, Setter};
use crate::write::letter::naskah::{Cell, Runs, Table, TableRow};

/// Widths of the columns in points, and the share of the letters' size that header and body are set in.
#[derive(Debug, PartialEq)]
pub struct Columns {
    pub widths: Vec<f32>,
    pub head: f32,
    pub body: f32,
}

/// Sizes that are tried where words do not fit: of the header, then of the body too.
const HEAD: [f32; 6] = [1.0, 0.94, 0.88, 0.82, 0.76, 0.7];
const BODY: [f32; 4] = [1.0, 0.95, 0.9, 0.85];
/// A word wider than this share of the table (an address, a slip of the keyboard) moves no other column.
const WORD: f32 = 1.0 / 3.0;

/// What a column needs beside its padding so that no word is torn: for its titles, for what must stay whole (an NIP), and
/// for the words of its cells.
#[derive(Clone, Copy, Debug, Default)]
struct Need {
    title: f32,
    word: f32,
}

impl Setter<'_> {
    /// A column too narrow for its words takes room from the others, then from the margins of the table; then the header
    /// is set smaller, then everything. Only when that does not help is a word torn.
    pub(super) fn table_columns(&mut self, table: &Table, pad: f32) -> Columns {
        let room = self.setup.content_width();
        let total = table.widths.iter().sum::<f32>() * MM;
        let scale = (room / total).min(1.0);
        let asked: Vec<f32> = table.widths.iter().map(|width| width * MM * scale).collect();
        if !table.ruled {
            return Columns { widths: asked, head: 1.0, body: 1.0 };
        }
        let needs: Vec<Need> = (0..asked.len()).map(|at| self.need(table, at, asked[at] - 2.0 * pad)).collect();
        fitted(&asked, &needs, room, pad)
    }

    /// In points; nothing where everything surely fits into `enough`.
    fn need(&mut self, table: &Table, column: usize, enough: f32) -> Need {
        let size = self.style.size;
        let enough = enough / size;
        let mut need = Need::default();
        for row in &table.head {
            if let Some(lines) = own_cell(row, column) {
                need.title = need.title.max(self.longest_atom(lines, true, enough));
            }
        }
        for row in &table.rows {
            if let Some(lines) = own_cell(row, column) {
                need.word = need.word.max(self.longest_atom(lines, false, enough));
            }
        }
        // What is rounded in one sum and not in another must not tear a word.
        let points = |em: f32| if em > 0.0 { em * size + 0.1 } else { 0.0 };
        Need { title: points(need.title), word: points(need.word) }
    }
}

/// The text of a cell that is joined with none beside it.
fn own_cell(row: &TableRow, column: usize) -> Option<&[Runs]> {
    match row.get(column)? {
        Cell::Text(lines) if row.get(column + 1) != Some(&Cell::Left) => Some(lines),
        Cell::Text(_) | Cell::Left | Cell::Above => None,
    }
}

/// The first remedy that fits all words into the room; all widths in points.
fn fitted(asked: &[f32], needs: &[Need], room: f32, pad: f32) -> Columns {
    let long = room * WORD;
    let least = |head: f32, body: f32, most: f32| -> Vec<f32> {
        let one = |need: &Need| {
            let word = if need.word > long { 0.0 } else { (need.word * body).min(most) };
            (need.title * head).max(word) + 2.0 * pad
        };
        needs.iter().map(one).collect()
    };
    let fits = |least: &[f32]| least.iter().sum::<f32>() <= room;
    for body in BODY {
        for head in HEAD {
            let least = least(head.min(body), body, f32::INFINITY);
            if fits(&least) {
                return Columns { widths: shared(asked, &least), head: head.min(body), body };
            }
        }
    }
    // Not even so: the titles as small as they become, and the longest words of the cells give way, all alike.
    let (head, body) = (HEAD[HEAD.len() - 1], BODY[BODY.len() - 1]);
    let mut most = long;
    while most > 1.0 && !fits(&least(head, body, most)) {
        most *= 0.95;
    }
    let least = least(head, body, most);
    let scale = (room / least.iter().sum::<f32>()).min(1.0);
    let least: Vec<f32> = least.iter().map(|width| width * scale).collect();
    Columns { widths: shared(asked, &least), head, body }
}

/// The widths asked for, but none below its least: the others give in proportion to what they can spare, and where that is
/// not enough the table grows.
fn shared(asked: &[f32], least: &[f32]) -> Vec<f32> {
    let lacking: f32 = asked.iter().zip(least).map(|(asked, least)| (least - asked).max(0.0)).sum();
    let spare: f32 = asked.iter().zip(least).map(|(asked, least)| (asked - least).max(0.0)).sum();
    let given = if spare > 0.0 { (lacking / spare).min(1.0) } else { 0.0 };
    asked
        .iter()
        .zip(least)
        .map(|(asked, least)| if asked < least { *least } else { asked - (asked - least) * given })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(asked: &[f32], needs: &[(f32, f32)], room: f32) -> Columns {
        let needs: Vec<Need> = needs.iter().map(|&(title, word)| Need { title, word }).collect();
        fitted(asked, &needs, room, 1.0)
    }

    #[test]
    fn columns_stay_as_asked_while_every_word_fits() {
        assert_eq!(of(&[20.0, 80.0], &[(18.0, 10.0), (0.0, 50.0)], 150.0).widths, [20.0, 80.0]);
    }

    #[test]
    fn a_narrow_column_takes_room_from_the_others_and_then_from_the_margins() {
        assert_eq!(of(&[20.0, 80.0], &[(28.0, 0.0), (0.0, 30.0)], 150.0).widths, [30.0, 70.0]);
        assert_eq!(of(&[20.0, 80.0], &[(28.0, 0.0), (98.0, 0.0)], 150.0).widths, [30.0, 100.0]);
    }

    #[test]
    fn titles_become_smaller_before_a_word_is_torn_and_one_endless_word_moves_nothing() {
        let tight = of(&[50.0, 50.0], &[(60.0, 0.0), (58.0, 0.0)], 100.0);
        assert!(tight.head < 1.0 && tight.body == 1.0, "{tight:?}");
        assert!(tight.widths.iter().sum::<f32>() <= 100.0);
        assert_eq!(of(&[50.0, 50.0], &[(10.0, 9e9), (10.0, 20.0)], 100.0).widths, [50.0, 50.0]);
    }

    #[test]
    fn whatever_is_asked_the_table_stays_between_its_margins() {
        for words in [10.0, 30.0, 33.0, 80.0, 400.0] {
            let found = of(&[20.0; 5], &[(words, words); 5], 100.0);
            assert!(found.widths.iter().sum::<f32>() <= 100.01, "{words}: {found:?}");
        }
    }
}
