//! Rows of tables and charts.

use super::inline::{runs, split_unescaped, unescape};
use super::{Cell, Chart, ChartRow, Runs, Table, TableRow};

/// Reads one line into the table. `in_head`: whether its rows are still those of the header.
pub(super) fn table_line(table: &mut Table, in_head: &mut bool, text: &str) -> Result<(), String> {
    let Some(cells) = cells_of(text)? else {
        if std::mem::take(in_head) {
            table.head = std::mem::take(&mut table.rows);
        }
        return Ok(());
    };
    if cells.len() != table.widths.len() {
        return Err(format!("tabel ini mempunyai {} kolom, tetapi barisnya {}", table.widths.len(), cells.len()));
    }
    let row = cells.iter().map(|cell| read_cell(cell)).collect::<Result<TableRow, _>>()?;
    if row.first() == Some(&Cell::Left) {
        return Err("tanda < di kolom pertama tidak mempunyai kotak di kirinya".into());
    }
    // Only rows at the top can still become a header.
    let above = *in_head && !table.rows.is_empty();
    if row.contains(&Cell::Above) && !above {
        return Err(
            "tanda ^ menggabung dengan kotak di atasnya, dan hanya untuk baris judul kedua dan seterusnya".into()
        );
    }
    table.rows.push(row);
    Ok(())
}

/// Cells between upright strokes; `None` for the line under a header.
fn cells_of(text: &str) -> Result<Option<Vec<String>>, String> {
    let Some(inner) = text.strip_prefix('|') else {
        return Err("baris tabel harus diawali tanda |".into());
    };
    if inner.starts_with('-') {
        return Ok(None);
    }
    let mut cells = split_unescaped(inner, "|");
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    Ok(Some(cells))
}

fn read_cell(text: &str) -> Result<Cell, String> {
    match text.trim() {
        "<" => Ok(Cell::Left),
        "^" => Ok(Cell::Above),
        _ => Ok(Cell::Text(cell_lines(text).iter().map(|line| runs(line.trim())).collect::<Result<_, _>>()?)),
    }
}

/// Splits a cell at ` // `; slashes without spaces around them (web addresses) are text.
fn cell_lines(cell: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in split_unescaped(cell, "//") {
        match lines.last_mut() {
            Some(last) if !last.ends_with(' ') || !part.starts_with(' ') => {
                last.push_str("//");
                last.push_str(&part);
            }
            _ => lines.push(part),
        }
    }
    lines
}

/// Reads one line into the chart: first the names of the series, then a name with as many numbers.
pub(super) fn chart_line(chart: &mut Chart, in_head: &mut bool, text: &str) -> Result<(), String> {
    let Some(cells) = cells_of(text)? else {
        *in_head = false;
        return Ok(());
    };
    let words: Vec<Runs> = cells.iter().map(|cell| runs(cell.trim())).collect::<Result<_, _>>()?;
    let (name, rest) = words.split_first().expect("a row has at least one cell");
    if std::mem::take(in_head) {
        if !(1..=2).contains(&rest.len()) {
            return Err(
                "judul grafik berisi nama kolom lalu satu atau dua nama angka, misalnya | Unit | Ada | Butuh |".into(),
            );
        }
        chart.series = rest.to_vec();
        return Ok(());
    }
    if rest.len() != chart.series.len() {
        return Err(format!(
            "grafik ini mempunyai {} angka sebaris, tetapi di sini {}",
            chart.series.len(),
            rest.len()
        ));
    }
    let values = cells[1..].iter().map(|cell| chart_value(&unescape(cell.trim()))).collect::<Result<_, _>>()?;
    chart.rows.push(ChartRow { name: name.clone(), values });
    Ok(())
}

/// `12`, `1.250` or `12,5`; a dash stands for nothing known and has no bar.
fn chart_value(text: &str) -> Result<(String, f32), String> {
    if matches!(text, "-" | "–" | "") {
        return Ok(("–".into(), 0.0));
    }
    let plain = text.replace('.', "").replace(',', ".");
    match plain.parse::<f32>() {
        Ok(value) if value.is_finite() && value >= 0.0 => Ok((text.to_string(), value)),
        _ => Err(format!("“{text}” bukan angka untuk grafik; tulis seperti 12 atau 12,5, atau - bila tidak diketahui")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Block, parse};
    use super::*;

    #[test]
    fn rows_above_the_rule_are_the_header() {
        let blocks = parse("@tabel 10t 66k\n| NO | NAMA |\n| 1 | 2 |\n|---\n| 1 | SITI // NIP |\n").unwrap().blocks;
        let Some(Block::Table(table)) = blocks.last() else { panic!("no table") };
        assert_eq!((table.head.len(), table.rows.len()), (2, 1));
        let Cell::Text(lines) = &table.rows[0][1] else { panic!("text") };
        assert_eq!(lines.len(), 2);
    }

    #[test]
    fn cells_are_joined_to_the_left_and_above_but_a_value_never_is() {
        let blocks = parse("@tabel 10t 20k 20k\n| NO | JABATAN | < |\n| ^ | LAMA | BARU |\n|---\n| 1 | \\< | < |\n")
            .unwrap()
            .blocks;
        let Some(Block::Table(table)) = blocks.last() else { panic!("no table") };
        assert_eq!((&table.head[0][2], &table.head[1][0]), (&Cell::Left, &Cell::Above));
        assert!(matches!(&table.rows[0][1], Cell::Text(lines) if lines[0][0].text == "<"));
        for (row, words) in [("| < | a |", "kolom pertama"), ("| ^ | a |", "baris judul kedua")] {
            assert!(parse(&format!("@tabel 10t 20k\n{row}\n")).unwrap_err().problem.contains(words));
        }
    }

    #[test]
    fn a_cell_breaks_at_slashes_that_stand_alone() {
        assert_eq!(cell_lines(" SITI // NIP ").len(), 2);
        assert_eq!(cell_lines(" // // // "), [" ", " ", " ", " "]);
        assert_eq!(cell_lines(" https://contoh.go.id "), [" https://contoh.go.id "]);
    }

    #[test]
    fn a_chart_has_numbers_as_its_header_says() {
        let blocks =
            parse("@grafik label 60\n| Unit | Ada | Butuh |\n|---\n| SD 1 | 8 | 1.250 |\n| SD 2 | - | 2,5 |\n")
                .unwrap()
                .blocks;
        let Some(Block::Chart(chart)) = blocks.last() else { panic!("no chart") };
        let values: Vec<f32> = chart.rows.iter().flat_map(|row| row.values.iter().map(|value| value.1)).collect();
        assert_eq!(values, [8.0, 1250.0, 0.0, 2.5]);
        for (row, words) in
            [("| SD | 1 |", "mempunyai 2 angka"), ("| SD | 1 | x |", "“x” bukan angka"), ("SD", "tanda |")]
        {
            let fault = parse(&format!("@grafik label 60\n| Unit | Ada | Butuh |\n{row}\n")).unwrap_err();
            assert!(fault.problem.contains(words), "{}", fault.problem);
        }
    }
}
