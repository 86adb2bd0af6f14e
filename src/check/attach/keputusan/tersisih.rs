//! Decisions that are not followed: each with what is wrong with it, or with the later one in its place.

use crate::finding::{Finding, Severity};
use crate::model::keputusan::{Keputusan, KeputusanTersisih, Sebab, Tindakan};

/// Gives each the reasons that were found at its row, and leaves one of those that say the same: a decision comes back in
/// the result workbook while the file it stood in first still lies in the inbox.
pub(super) fn settle(
    list: Vec<KeputusanTersisih>,
    followed: &[Keputusan],
    findings: &[Finding],
) -> Vec<KeputusanTersisih> {
    let mut kept: Vec<KeputusanTersisih> = Vec::new();
    for own in list {
        let sebab = match &own.sebab {
            Sebab::Salah(why) if why.is_empty() => Sebab::Salah(reasons(&own, findings)),
            Sebab::Digantikan(by) if by.is_empty() => Sebab::Digantikan(replaced_by(&own, followed)),
            told @ (Sebab::Salah(_) | Sebab::Digantikan(_)) => told.clone(),
        };
        kept.retain(|old| !old.tertulis.repeats(&own.tertulis));
        kept.push(KeputusanTersisih { sebab, ..own });
    }
    kept
}

/// What was found at the row of a decision.
fn reasons(own: &KeputusanTersisih, findings: &[Finding]) -> String {
    let row = own.asal.cell.map(|cell| cell.row);
    let here = |finding: &&Finding| {
        finding.place.file == own.asal.file
            && finding.place.sheet == own.asal.sheet
            && finding.place.cell.map(|cell| cell.row) == row
            && [Severity::Galat, Severity::Peringatan].contains(&finding.severity())
    };
    let mut told: Vec<String> = Vec::new();
    for finding in findings.iter().filter(here) {
        // The sheet says itself that the decision is not followed.
        let why = finding.problem.split_once("belum dipakai: ").map_or(&*finding.problem, |(_, why)| why);
        let told_of = format!("{why} ({})", finding.kode.code);
        if !told.contains(&told_of) {
            told.push(told_of);
        }
    }
    if told.is_empty() { "baris ini tidak dapat dipakai".into() } else { told.join("; ") }
}

/// The decision that now holds for the person of a row that was carried as replaced.
fn replaced_by(own: &KeputusanTersisih, followed: &[Keputusan]) -> String {
    let mut others =
        followed.iter().filter(|other| Some(other.nip) == own.nip && other.tindakan != Tindakan::Kecualikan);
    others.next_back().map_or_else(|| "keputusan yang lebih baru".into(), in_words)
}

/// `“Tunda” (Sekretaris Daerah: sedang diklat)`.
pub(super) fn in_words(keputusan: &Keputusan) -> String {
    format!("“{}” ({})", keputusan.tindakan.label(), keputusan.oleh())
}
