//! The month before: read and checked as any month, of which only a summary is kept.

use std::path::Path;
use std::sync::Arc;

use super::Observer;
use crate::finding::{Finding, Place, catalogue};
use crate::law::Law;
use crate::model::riwayat::{BulanLalu, TanpaPembanding};
use crate::model::tanggal::Periode;
use crate::model::wilayah::Wilayah;
use crate::settings::Settings;
use crate::{check, compare, read};

/// What is kept of the month before, or why there is nothing. Its tables and its roster are let go here, before those
/// of this month are read. Its findings are not told: they were in its own month.
pub(super) fn month_before(
    root: &Path,
    periode: Periode,
    settings: &Settings,
    law: &Law,
    wilayah: &Arc<Wilayah>,
    observer: &dyn Observer,
) -> Result<BulanLalu, TanpaPembanding> {
    if !settings.data.bandingkan_bulan_lalu {
        return Err(TanpaPembanding::Dimatikan);
    }
    let lalu = read::period_before(root, periode).ok_or(TanpaPembanding::TidakAda)?;
    observer.stage("Membaca bulan sebelumnya");
    // By the answers of this month too: else a name confirmed now would look like a change of unit or jabatan.
    let kamus = read::confirmed(root, periode, &settings.batas);
    let progress = |done, all| observer.advance(done, all);
    let mut tables = read::inbox_by(root, lalu, &settings.baca, &settings.batas, kamus, &progress);
    tables.findings.extend(check::units_of_groups(&mut tables.value, settings.baca.unit_dari_baris_kelompok));
    let mut checked =
        check::roster_letting_rows_go(law, &mut tables.value, lalu.next().first_day(), wilayah.clone(), None);
    if checked.value.pegawai.is_empty() {
        return Err(TanpaPembanding::TidakTerbaca(lalu));
    }
    checked.findings.extend(tables.findings);
    Ok(compare::keep(tables.value.sources, checked))
}

/// B-26, where there is a month before that gave nobody.
pub(super) fn unreadable<T>(lalu: &Result<T, TanpaPembanding>) -> Option<Finding> {
    match lalu {
        Err(TanpaPembanding::TidakTerbaca(lalu)) => {
            let place = Place::file(format!("{}/{lalu}", read::INBOX));
            let problem = format!(
                "tidak ada pegawai yang terbaca dari data {}; perubahan tidak dapat ditunjukkan",
                lalu.in_words()
            );
            Some(Finding::new(&catalogue::BULAN_LALU_TAK_TERBACA, place, "", problem))
        }
        Ok(_) | Err(TanpaPembanding::Dimatikan | TanpaPembanding::TidakAda) => None,
    }
}
