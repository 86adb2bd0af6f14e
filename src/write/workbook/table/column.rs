//! What a column of a list is called, how wide it is and how its cells look.

use super::Look;

/// A column of a list.
#[derive(Clone, Copy)]
pub(in crate::write::workbook) struct Column {
    pub(in crate::write::workbook) title: &'static str,
    /// In characters.
    pub(in crate::write::workbook) width: f64,
    pub(in crate::write::workbook) look: Look,
}

/// Short form for tables of columns.
pub(in crate::write::workbook) const fn column(title: &'static str, width: f64, look: Look) -> Column {
    Column { title, width, look }
}

/// Columns under these titles, which the reader of the sheet knows too, each with its width and look.
pub(in crate::write::workbook) const fn columns<const N: usize>(
    titles: [&'static str; N],
    looks: [(f64, Look); N],
) -> [Column; N] {
    let mut columns = [column("", 0.0, Look::Text); N];
    let mut at = 0;
    while at < N {
        columns[at] = column(titles[at], looks[at].0, looks[at].1);
        at += 1;
    }
    columns
}
