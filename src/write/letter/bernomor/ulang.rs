//! What somebody has to do for a decree to be written anew, or to end.

use super::sendiri::{is_of, own_numbers};
use crate::model::bernomor::KeputusanBernomor;
use crate::settings::Settings;

/// Whether the settings hold the number of this decree.
pub fn holds(settings: &Settings, own: &KeputusanBernomor) -> bool {
    match own.perorangan {
        false => !settings.sk.nomor.trim().is_empty() && is_of(settings, &settings.sk.nomor, own),
        true => own_numbers(settings)
            .iter()
            .any(|(nip, nomor)| own.orang.iter().any(|told| told.nip == *nip) && is_of(settings, nomor, own)),
    }
}

/// What to do for a decree to be written anew, which nobody has signed.
pub fn anew(settings: &Settings, own: &KeputusanBernomor) -> String {
    let path = path(own);
    let (nomor, tanggal) = (&own.nomor.nomor, own.nomor.tanggal);
    match (holds(settings, own), own.perorangan) {
        (true, _) => format!("hapus {path} lalu jalankan lagi"),
        (false, false) => {
            format!("isi lagi sk.nomor = \"{nomor}\" dan sk.tanggal = \"{tanggal}\", hapus {path}, lalu jalankan lagi")
        }
        (false, true) => format!(
            "tulis lagi nomor {nomor} untuknya di sk.nomor_perorangan dan isi sk.tanggal = \"{tanggal}\", hapus {path}, lalu \
             jalankan lagi"
        ),
    }
}

/// What to do once a decree does not hold any more.
pub(super) fn withdraw(own: &KeputusanBernomor) -> String {
    format!("tambahkan \"{}\" pada sk.dicabut lalu jalankan lagi", own.nomor.nomor)
}

/// The paper that makes it a decree, in the folder.
pub(super) fn path(own: &KeputusanBernomor) -> String {
    format!("keluar/{}/{}", own.periode, own.berkas)
}
