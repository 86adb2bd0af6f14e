//! The kamus on the disk: written anew when confirmations were added, whole or not at all, and never over a change.

use std::path::Path;

use super::{RunError, fresh, save, write};
use crate::model::artifact::Artifact;
use crate::model::kamus::{FILE, Kamus, Keadaan};

/// The kamus with the confirmations of this run; `None` where there is nothing new to keep.
pub(super) fn artifact(kamus: &Kamus) -> Result<Option<Artifact>, RunError> {
    match kamus.simpanan.keadaan {
        Keadaan::Bertambah => Ok(Some(write::workbook::kamus(&kamus.simpanan)?)),
        Keadaan::Tetap | Keadaan::TakTerbaca => Ok(None),
    }
}

/// SHA-256 of the kamus that this run went by: the one it leaves behind, so that a second run says the same.
pub(super) fn fingerprint(kamus: &Kamus, artifact: Option<&Artifact>) -> Option<(String, String)> {
    let written = artifact.map(|artifact| save::sha256(&artifact.bytes));
    written.or_else(|| kamus.simpanan.sha256.clone()).map(|sha256| (FILE.to_string(), sha256))
}

/// The file among those this run went by that has changed since, if one has.
pub(super) fn changed(root: &Path, kamus: &Kamus) -> Option<String> {
    let now = |path: &str| fs_err::read(root.join(path)).ok().map(|bytes| save::sha256(&bytes));
    // One that could not be read has perhaps not even been hashed; it is not written either.
    if kamus.simpanan.keadaan != Keadaan::TakTerbaca && now(FILE) != kamus.simpanan.sha256 {
        return Some(FILE.to_string());
    }
    let returned = kamus.simpanan.berkas.iter().find(|(path, sha256)| now(path).as_ref() != Some(sha256));
    returned.map(|(path, _)| path.to_string())
}

/// Puts the new kamus in the place of the old one.
pub(super) fn save(root: &Path, artifact: &Artifact) -> Result<(), RunError> {
    fresh::replace_file(root, artifact).map_err(RunError::Kamus)
}
