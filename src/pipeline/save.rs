//! The edge to the disk: the lock, the office's own files, and outputs that appear whole or not at all.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::RunError;
use crate::model::artifact::Artifact;
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

/// The files directly under `templates/`, by name.
pub fn template_files(root: &Path) -> io::Result<OfficeFiles> {
    let mut files = OfficeFiles::new();
    let folder = root.join("templates");
    if !folder.is_dir() {
        return Ok(files);
    }
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let wanted = name.ends_with(".hbs") || name.ends_with(".png");
        if wanted && !name.starts_with(['.', '~']) && entry.file_type()?.is_file() {
            files.insert(name, fs_err::read(entry.path())?);
        }
    }
    Ok(files)
}

/// Replaces `root/folder` by these files, as a whole or not at all.
///
/// Everything is written into a hidden sibling first; then the old folder steps aside, the new one takes its name,
/// and the old one is removed. If the second rename fails, the old folder comes back. The caller holds the lock.
pub fn replace_folder(root: &Path, folder: &str, artifacts: &[Artifact]) -> io::Result<()> {
    let target = root.join(folder);
    let parent = target.parent().expect("an output folder has a parent inside the working folder");
    fs_err::create_dir_all(parent)?;
    recover(&target)?;

    let fresh = tempfile::Builder::new().prefix(&fresh_prefix(&target)).tempdir_in(parent)?;
    for artifact in artifacts {
        let path = fresh.path().join(&artifact.path);
        fs_err::create_dir_all(path.parent().expect("a file path has a parent"))?;
        fs_err::write(path, &artifact.bytes)?;
    }
    open_to_readers(fresh.path())?;
    let aside = aside(&target);
    if target.exists() {
        fs_err::rename(&target, &aside)?;
    }
    let fresh = fresh.keep();
    if let Err(error) = fs_err::rename(&fresh, &target) {
        let _ = fs_err::remove_dir_all(&fresh);
        if aside.exists() {
            fs_err::rename(&aside, &target)?;
        }
        return Err(error);
    }
    if aside.exists() { fs_err::remove_dir_all(&aside) } else { Ok(()) }
}

/// Replaces only the folder `part` of an output folder, again as a whole or not at all. The artifacts' paths begin with
/// `part`; without artifacts the part goes away.
pub fn replace_part(root: &Path, folder: &str, part: &str, artifacts: &[Artifact]) -> io::Result<()> {
    recover(&root.join(folder))?;
    let target = root.join(folder).join(part);
    if artifacts.is_empty() {
        recover(&target)?;
        return if target.exists() { fs_err::remove_dir_all(&target) } else { Ok(()) };
    }
    let inside = |artifact: &Artifact| {
        let path = artifact.path.strip_prefix(part).and_then(|rest| rest.strip_prefix('/'));
        let path = path.expect("what belongs to a part lies below it").to_string();
        Artifact { path, bytes: artifact.bytes.clone() }
    };
    let artifacts: Vec<Artifact> = artifacts.iter().map(inside).collect();
    replace_folder(root, &format!("{folder}/{part}"), &artifacts)
}

/// Replaces one file that people may have written in, or makes it: written beside it first, then renamed over it. What
/// a run that died left half-written goes. The caller holds the lock.
pub fn replace_file(root: &Path, artifact: &Artifact) -> io::Result<()> {
    let target = root.join(&artifact.path);
    let parent = target.parent().expect("a file path has a parent");
    fs_err::create_dir_all(parent)?;
    let prefix = fresh_prefix(&target);
    for entry in fs_err::read_dir(parent)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            fs_err::remove_file(entry.path())?;
        }
    }
    let mut fresh = tempfile::Builder::new().prefix(&prefix).tempfile_in(parent)?;
    fresh.write_all(&artifact.bytes)?;
    fresh.as_file().sync_all()?;
    open_file_to_readers(fresh.path())?;
    fresh.persist(&target).map(drop).map_err(|error| error.error)
}

/// Temporary files are private to their owner; the office shares its kamus.
fn open_file_to_readers(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs_err::set_permissions(file, std::fs::Permissions::from_mode(0o644))?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// Where the old outputs wait while the new ones take their name.
fn aside(target: &Path) -> PathBuf {
    target.with_file_name(format!(".{}.lama", file_name(target)))
}

fn fresh_prefix(target: &Path) -> String {
    format!(".{}.baru-", file_name(target))
}

/// Clears up after a run that died: old outputs left aside between the two renames come back, half-written new ones go.
fn recover(target: &Path) -> io::Result<()> {
    let Some(parent) = target.parent().filter(|parent| parent.is_dir()) else { return Ok(()) };
    let aside = aside(target);
    if aside.exists() {
        if target.exists() {
            fs_err::remove_dir_all(&aside)?;
        } else {
            fs_err::rename(&aside, target)?;
        }
    }
    let prefix = fresh_prefix(target);
    for entry in fs_err::read_dir(parent)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            fs_err::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// Temporary folders are private to their owner; an office shares its results.
fn open_to_readers(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs_err::set_permissions(folder, std::fs::Permissions::from_mode(0o755))?;
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn artifact(path: &str, text: &str) -> Artifact {
        Artifact { path: path.into(), bytes: text.as_bytes().to_vec() }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs_err::read_dir(folder).unwrap().map(|e| file_name(&e.unwrap().path())).collect();
        names.sort();
        names
    }

    #[test]
    fn outputs_are_replaced_as_a_whole() {
        let root = tempfile::tempdir().unwrap();
        replace_folder(root.path(), "keluar/2026-11", &[artifact("a.txt", "1"), artifact("surat/b.txt", "2")]).unwrap();
        replace_folder(root.path(), "keluar/2026-11", &[artifact("c.txt", "3")]).unwrap();
        assert_eq!(names(&root.path().join("keluar/2026-11")), ["c.txt"]);
        assert_eq!(names(&root.path().join("keluar")), ["2026-11"]);
    }

    #[test]
    fn a_failed_write_leaves_the_old_outputs() {
        let root = tempfile::tempdir().unwrap();
        replace_folder(root.path(), "keluar/2026-11", &[artifact("a.txt", "1")]).unwrap();
        let clash = [artifact("b", "file"), artifact("b/c.txt", "b is no folder")];
        assert!(replace_folder(root.path(), "keluar/2026-11", &clash).is_err());
        assert_eq!(names(&root.path().join("keluar/2026-11")), ["a.txt"]);
        assert_eq!(names(&root.path().join("keluar")), ["2026-11"]);
    }

    #[test]
    fn outputs_set_aside_by_a_dead_run_come_back() {
        let root = tempfile::tempdir().unwrap();
        let keluar = root.path().join("keluar");
        fs_err::create_dir_all(keluar.join(".2026-11.lama")).unwrap();
        fs_err::write(keluar.join(".2026-11.lama/a.txt"), "1").unwrap();
        let clash = [artifact("b", "file"), artifact("b/c.txt", "b is no folder")];
        assert!(replace_folder(root.path(), "keluar/2026-11", &clash).is_err());
        assert_eq!(names(&keluar.join("2026-11")), ["a.txt"]);
    }

    #[test]
    fn what_a_killed_run_left_half_written_is_cleared_up() {
        let root = tempfile::tempdir().unwrap();
        let keluar = root.path().join("keluar");
        fs_err::create_dir_all(keluar.join(".2026-11.baru-x1y2/surat")).unwrap();
        fs_err::write(keluar.join(".2026-11.baru-x1y2/surat/a.txt"), "half").unwrap();
        fs_err::create_dir_all(keluar.join(".2026-10.baru-x1y2")).unwrap();
        replace_folder(root.path(), "keluar/2026-11", &[artifact("a.txt", "1")]).unwrap();
        assert_eq!(names(&keluar), [".2026-10.baru-x1y2", "2026-11"]);
    }

    #[test]
    fn a_part_is_replaced_and_its_neighbours_stay() {
        let root = tempfile::tempdir().unwrap();
        let month = root.path().join("keluar/2026-11");
        replace_folder(root.path(), "keluar/2026-11", &[artifact("a.txt", "1"), artifact("periksa/b.txt", "2")])
            .unwrap();
        replace_part(root.path(), "keluar/2026-11", "periksa", &[artifact("periksa/dinkes/c.txt", "3")]).unwrap();
        assert_eq!(names(&month), ["a.txt", "periksa"]);
        assert_eq!(names(&month.join("periksa")), ["dinkes"]);
        replace_part(root.path(), "keluar/2026-11", "periksa", &[]).unwrap();
        assert_eq!(names(&month), ["a.txt"]);
        replace_part(root.path(), "keluar/2026-12", "periksa", &[]).unwrap();
        assert!(!root.path().join("keluar/2026-12").exists());
    }

    #[test]
    fn a_part_brings_back_outputs_that_a_dead_run_set_aside() {
        let root = tempfile::tempdir().unwrap();
        let keluar = root.path().join("keluar");
        fs_err::create_dir_all(keluar.join(".2026-11.lama")).unwrap();
        fs_err::write(keluar.join(".2026-11.lama/a.txt"), "1").unwrap();
        replace_part(root.path(), "keluar/2026-11", "periksa", &[artifact("periksa/c.txt", "3")]).unwrap();
        assert_eq!(names(&keluar.join("2026-11")), ["a.txt", "periksa"]);
    }

    #[test]
    fn a_file_is_replaced_whole_and_remains_of_a_dead_run_go() {
        let root = tempfile::tempdir().unwrap();
        let kamus = root.path().join("kamus");
        fs_err::create_dir_all(&kamus).unwrap();
        fs_err::write(kamus.join(".kamus.xlsx.baru-x1"), "half").unwrap();
        replace_file(root.path(), &artifact("kamus/kamus.xlsx", "1")).unwrap();
        replace_file(root.path(), &artifact("kamus/kamus.xlsx", "2")).unwrap();
        assert_eq!(names(&kamus), ["kamus.xlsx"]);
        assert_eq!(fs_err::read(kamus.join("kamus.xlsx")).unwrap(), b"2");
    }

    #[test]
    fn a_folder_serves_one_run_at_a_time() {
        let root = tempfile::tempdir().unwrap();
        let held = lock(root.path()).unwrap();
        assert!(matches!(lock(root.path()), Err(RunError::Locked(_))));
        drop(held);
        assert!(lock(root.path()).is_ok());
    }
}
