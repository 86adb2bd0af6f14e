//! Why the system refused to read or write, in Indonesian: its own words are English.

use std::io::{Error, ErrorKind};

/// The cause in words, with the system's number where it tells one: `tidak ada izin, kode sistem 13`.
pub fn io_cause(error: &Error) -> String {
    let words = match error.kind() {
        ErrorKind::PermissionDenied => "tidak ada izin",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "cakram penuh",
        ErrorKind::ReadOnlyFilesystem => "cakram hanya dapat dibaca",
        ErrorKind::NotFound => "berkas atau folder tidak ada",
        ErrorKind::AlreadyExists => "nama itu sudah dipakai",
        ErrorKind::NotADirectory => "ada berkas di tempat yang seharusnya folder",
        ErrorKind::IsADirectory => "ada folder di tempat yang seharusnya berkas",
        ErrorKind::InvalidFilename => "nama berkas terlalu panjang atau memuat tanda yang tidak boleh",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "sedang dipakai program lain",
        ErrorKind::OutOfMemory => "memori tidak cukup",
        // Sharing violations of Windows have no kind of their own.
        _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => "sedang dipakai program lain",
        _ => "ditolak sistem",
    };
    match error.raw_os_error() {
        Some(number) => format!("{words}, kode sistem {number}"),
        None => words.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cause_is_told_in_indonesian_with_the_number_of_the_system() {
        assert_eq!(io_cause(&ErrorKind::StorageFull.into()), "cakram penuh");
        assert_eq!(io_cause(&Error::other("unexpected")), "ditolak sistem");
        let missing = std::fs::read("/nonexistent/mutasi.toml").unwrap_err();
        assert!(io_cause(&missing).starts_with("berkas atau folder tidak ada, kode sistem "));
        let with_path = fs_err::read("/nonexistent/mutasi.toml").unwrap_err();
        assert!(io_cause(&with_path).starts_with("berkas atau folder tidak ada"));
    }
}
