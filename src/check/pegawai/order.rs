//! Whether the dates of a row follow each other as a career does (domain §3.4).

use jiff::civil::Date;
use validator::ValidationError;

use super::PegawaiRow;
use crate::check::report::row_error;
use crate::finding::catalogue;
use crate::model::tanggal::{months_between, months_in_words, tanggal_in_words};

/// Ages at TMT CPNS outside of which we ask to look again: 17 to 40 years (domain §3.4; honorer taken over
/// were older, so it is a warning only).
const USIA_CPNS: std::ops::RangeInclusive<i32> = 17..=40;

/// D-206.
pub(super) fn age_at_cpns(row: &PegawaiRow) -> Result<(), ValidationError> {
    let (Some(lahir), Some(tmt)) = (row.tgl_lahir(), row.tmt_cpns()) else { return Ok(()) };
    let months = months_between(lahir, tmt);
    if USIA_CPNS.contains(&(months.div_euclid(12))) {
        return Ok(());
    }
    let column = if row.tmt_cpns.value.is_some() { "tmt_cpns" } else { "nip" };
    let age = if months < 0 { "sebelum lahir".to_string() } else { format!("pada usia {}", months_in_words(months)) };
    let text = format!("TMT CPNS {} jatuh {age}; lazimnya 17 sampai 40 tahun", tanggal_in_words(tmt));
    Err(row_error(&catalogue::USIA_CPNS, column, text))
}

/// D-207: TMT PNS.
pub(super) fn pns_after_cpns(row: &PegawaiRow) -> Result<(), ValidationError> {
    after_cpns(row, "tmt_pns", "TMT PNS", row.tmt_pns.value.map(|tanggal| tanggal.0))
}

/// D-207: TMT golongan.
pub(super) fn golongan_after_cpns(row: &PegawaiRow) -> Result<(), ValidationError> {
    after_cpns(row, "tmt_gol", "TMT golongan", row.tmt_gol.value.map(|tanggal| tanggal.0))
}

/// D-207: TMT jabatan.
pub(super) fn jabatan_after_cpns(row: &PegawaiRow) -> Result<(), ValidationError> {
    after_cpns(row, "tmt_jabatan", "TMT jabatan", row.tmt_jabatan.value.map(|tanggal| tanggal.0))
}

/// D-207: TMT unit may lie before TMT CPNS, for those who served in the unit as honorer, but not before birth.
pub(super) fn unit_after_birth(row: &PegawaiRow) -> Result<(), ValidationError> {
    let (Some(tmt), Some(lahir)) = (row.tmt_unit.value, row.tgl_lahir()) else { return Ok(()) };
    in_order(row, "tmt_unit", ("TMT unit", tmt.0), ("tanggal lahir", lahir))
}

/// D-207: the end of a punishment.
pub(super) fn hukdis_ends_after_start(row: &PegawaiRow) -> Result<(), ValidationError> {
    let (Some(start), Some(end)) = (row.hukdis_mulai.value, row.hukdis_akhir.value) else { return Ok(()) };
    if start.0 <= end.0 {
        return Ok(());
    }
    Err(out_of_order("hukdis_akhir", ("akhir hukuman disiplin", end.0), ("mulainya", start.0)))
}

fn after_cpns(row: &PegawaiRow, column: &'static str, name: &str, tmt: Option<Date>) -> Result<(), ValidationError> {
    let (Some(tmt), Some(cpns)) = (tmt, row.tmt_cpns()) else { return Ok(()) };
    in_order(row, column, (name, tmt), ("TMT CPNS", cpns))
}

/// A TMT is not before the date it follows, and not after the day the moves would take effect.
fn in_order(
    row: &PegawaiRow,
    column: &'static str,
    (name, tmt): (&str, Date),
    before: (&str, Date),
) -> Result<(), ValidationError> {
    if tmt < before.1 {
        return Err(out_of_order(column, (name, tmt), before));
    }
    if let Some(today) = row.read.tanggal_efektif.filter(|today| tmt > *today) {
        let text = format!("{name} {} masih sesudah {}", tanggal_in_words(tmt), tanggal_in_words(today));
        return Err(row_error(&catalogue::TMT_TIDAK_URUT, column, text));
    }
    Ok(())
}

fn out_of_order(column: &'static str, later: (&str, Date), earlier: (&str, Date)) -> ValidationError {
    let text =
        format!("{} {} mendahului {} {}", later.0, tanggal_in_words(later.1), earlier.0, tanggal_in_words(earlier.1));
    row_error(&catalogue::TMT_TIDAK_URUT, column, text)
}
