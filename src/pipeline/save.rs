//! The edge to the disk: the lock and the office's own files.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::RunError;
use crate::model::tanggal::Periode;
use crate::write::letter::OfficeFiles;

const LOCK_FILE: &str = ".mutasi.lock";

/// Holds the folder for one run; released when dropped, also when the process dies.
#[derive(Debug)]
pub struct Lock(#[allow(dead_code, reason = "held for its lock, never read")] File);

/// Takes the folder for this run; a run that writes nothing needs no lock and leaves none.
pub fn hold(root: &Path, dry_run: bool) -> Result<Option<Lock>, RunError> {
    if dry_run { folder(root).map(|()| None) } else { lock(root).map(Some) }
}

fn folder(root: &Path) -> Result<(), RunError> {
    if root.is_dir() { Ok(()) } else { Err(RunError::NoFolder(root.to_path_buf())) }
}

/// Takes the folder for this run.
///
/// # Errors
/// `NoFolder` when it does not exist, `Locked` when another run holds it.
pub fn lock(root: &Path) -> Result<Lock, RunError> {
    folder(root)?;
    let opened = fs_err::OpenOptions::new().create(true).truncate(false).write(true).open(root.join(LOCK_FILE));
    let (file, _) = opened.map_err(RunError::Save)?.into_parts();
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(std::fs::TryLockError::WouldBlock) => Err(RunError::Locked(root.to_path_buf())),
        Err(std::fs::TryLockError::Error(error)) => Err(RunError::Save(error)),
    }
}

/// Where a period's outputs go, relative to the folder.
pub fn output_folder(periode: Periode) -> String {
    format!("keluar/{periode}")
}

/// Lower-case hexadecimal SHA-256.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// The same of a file, which is never whole in memory.
pub fn sha256_of(path: &Path) -> io::Result<String> {
    let (mut file, mut hash) = (fs_err::File::open(path)?, Sha256::new());
    let mut piece = vec![0; 64 * 1024];
    loop {
        let count = file.read(&mut piece)?;
        if count == 0 {
            return Ok(hash.finalize().iter().map(|b| format!("{b:02x}")).collect());
        }
        hash.update(&piece[..count]);
    }
}

/// The files directly under `templates/`, by name; beside them the names of those that look like templates and are none.
pub fn template_files(root: &Path) -> io::Result<(OfficeFiles, Vec<String>)> {
    let (mut files, mut misnamed) = (OfficeFiles::new(), Vec::new());
    let folder = root.join("templates");
    if !folder.is_dir() {
        return Ok((files, misnamed));
    }
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let wanted = name.ends_with(".hbs") || name.ends_with(".png");
        if wanted && !name.starts_with(['.', '~']) && entry.file_type()?.is_file() {
            files.insert(name, fs_err::read(entry.path())?);
        } else if !wanted && is_misnamed(&name) {
            misnamed.push(name);
        }
    }
    misnamed.sort();
    Ok((files, misnamed))
}

/// What Notepad makes of `petikan.hbs`: `petikan.hbs.txt`; also `PETIKAN.HBS` and a picture saved twice over.
fn is_misnamed(name: &str) -> bool {
    let lower = name.to_lowercase();
    !name.starts_with(['.', '~']) && [".hbs", ".png"].iter().any(|end| lower.trim_end_matches(".txt").ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_serves_one_run_at_a_time() {
        let root = tempfile::tempdir().unwrap();
        let held = lock(root.path()).unwrap();
        assert!(matches!(lock(root.path()), Err(RunError::Locked(_))));
        drop(held);
        assert!(lock(root.path()).is_ok());
    }
}
