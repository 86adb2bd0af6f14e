//! Outputs on their way to the disk: they appear whole or not at all.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::TempDir;

use crate::model::artifact::Artifact;

/// How much of an output folder is replaced.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    Whole,
    /// Only this folder inside it; the artifacts' paths begin with its name.
    Below(&'static str),
}

/// New outputs that wait in a hidden sibling of the folder they will replace, so that no more than one of them is in
/// memory. Dropped without `publish`, they are gone. The caller holds the lock.
pub struct Fresh {
    target: PathBuf,
    part: Part,
    /// Nothing where nothing is to be written.
    folder: Option<TempDir>,
    /// The folder of all outputs, where this run is the first to need it.
    made: Option<PathBuf>,
    /// Paths of the artifacts, as they came.
    paths: Mutex<Vec<String>>,
}

impl Fresh {
    /// Makes room beside `root/folder`, after clearing up what a run that died has left. A dry run touches nothing.
    pub fn begin(root: &Path, folder: &str, part: Part, dry_run: bool) -> io::Result<Fresh> {
        let whole = root.join(folder);
        let target = match part {
            Part::Whole => whole.clone(),
            Part::Below(name) => whole.join(name),
        };
        let mut fresh = Fresh { target, part, folder: None, made: None, paths: Mutex::default() };
        if !dry_run {
            recover(&whole)?;
            recover(&fresh.target)?;
            let parent = whole.parent().expect("an output folder has a parent inside the working folder");
            fresh.made = (!parent.exists()).then(|| parent.to_path_buf());
            fs_err::create_dir_all(parent)?;
            fresh.folder = Some(tempfile::Builder::new().prefix(&fresh_prefix(&whole)).tempdir_in(parent)?);
        }
        Ok(fresh)
    }

    /// Writes one output into the waiting folder. From any thread.
    pub fn put(&self, artifact: Artifact) -> io::Result<()> {
        if let Some(folder) = &self.folder {
            let path = folder.path().join(self.inside(&artifact.path));
            fs_err::create_dir_all(path.parent().expect("a file path has a parent"))?;
            fs_err::write(path, &artifact.bytes)?;
        }
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).push(artifact.path);
        Ok(())
    }

    /// Writes one output while it is made, so that it is never whole in memory. From any thread.
    ///
    /// # Errors
    /// The outer one is the disk's, the inner one that of `make`.
    pub fn put_made<E>(
        &self,
        path: String,
        make: impl FnOnce(&mut Writing) -> Result<(), E>,
    ) -> io::Result<Result<(), E>> {
        let mut writing = Writing { out: None, failed: None };
        if let Some(folder) = &self.folder {
            let path = folder.path().join(self.inside(&path));
            fs_err::create_dir_all(path.parent().expect("a file path has a parent"))?;
            writing.out = Some(BufWriter::new(fs_err::File::create(path)?));
        }
        let made = make(&mut writing).map(|()| writing.flush());
        if let Some(failed) = writing.failed {
            return Err(failed);
        }
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).push(path);
        made.map_or_else(|error| Ok(Err(error)), |flushed| flushed.map(Ok))
    }

    fn inside<'p>(&self, path: &'p str) -> &'p str {
        let Part::Below(part) = self.part else { return path };
        let below = path.strip_prefix(part).and_then(|rest| rest.strip_prefix('/'));
        below.expect("what belongs to a part lies below it")
    }

    /// The old folder steps aside, the new one takes its name, and the old one is removed. If the second rename fails,
    /// the old folder comes back. A part that has no outputs any more goes away. Returns the artifacts' paths, sorted.
    pub fn publish(mut self) -> io::Result<Vec<String>> {
        let mut paths = std::mem::take(self.paths.get_mut().unwrap_or_else(PoisonError::into_inner));
        paths.sort_unstable();
        let Some(folder) = self.folder.take() else { return Ok(paths) };
        if matches!(self.part, Part::Below(_)) && paths.is_empty() {
            if self.target.exists() {
                fs_err::remove_dir_all(&self.target)?;
            }
            return Ok(paths);
        }
        open_to_readers(folder.path())?;
        let parent = self.target.parent().expect("an output folder has a parent inside the working folder");
        fs_err::create_dir_all(parent)?;
        swap(folder, &self.target)?;
        Ok(paths)
    }
}

/// An output on its way to the disk; in a dry run it goes nowhere. It keeps what the disk said: who writes a workbook
/// says it in words of its own.
pub struct Writing {
    out: Option<BufWriter<fs_err::File>>,
    failed: Option<io::Error>,
}

impl Writing {
    fn noting<T>(
        &mut self,
        write: impl FnOnce(&mut BufWriter<fs_err::File>) -> io::Result<T>,
        nowhere: T,
    ) -> io::Result<T> {
        let done = self.out.as_mut().map_or(Ok(nowhere), write);
        if let Err(error) = &done {
            self.failed = Some(io::Error::new(error.kind(), error.to_string()));
        }
        done
    }
}

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.noting(|out| out.write(bytes), bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.noting(|out| out.flush(), ())
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // What waited goes first; then the folder around it, which stays unless it is empty.
        self.folder = None;
        if let Some(made) = &self.made {
            let _ = std::fs::remove_dir(made);
        }
    }
}

fn swap(fresh: TempDir, target: &Path) -> io::Result<()> {
    let aside = aside(target);
    if target.exists() {
        fs_err::rename(target, &aside)?;
    }
    let fresh = fresh.keep();
    if let Err(error) = fs_err::rename(&fresh, target) {
        let _ = fs_err::remove_dir_all(&fresh);
        if aside.exists() {
            fs_err::rename(&aside, target)?;
        }
        return Err(error);
    }
    if aside.exists() { fs_err::remove_dir_all(&aside) } else { Ok(()) }
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

    /// All of it at once.
    fn replace(root: &Path, folder: &str, part: Part, artifacts: &[Artifact]) -> io::Result<Vec<String>> {
        let fresh = Fresh::begin(root, folder, part, false)?;
        artifacts.iter().try_for_each(|artifact| fresh.put(artifact.clone()))?;
        fresh.publish()
    }

    fn replace_folder(root: &Path, folder: &str, artifacts: &[Artifact]) -> io::Result<Vec<String>> {
        replace(root, folder, Part::Whole, artifacts)
    }

    fn replace_part(root: &Path, folder: &str, artifacts: &[Artifact]) -> io::Result<Vec<String>> {
        replace(root, folder, Part::Below("periksa"), artifacts)
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
        replace_part(root.path(), "keluar/2026-11", &[artifact("periksa/dinkes/c.txt", "3")]).unwrap();
        assert_eq!(names(&month), ["a.txt", "periksa"]);
        assert_eq!(names(&month.join("periksa")), ["dinkes"]);
        replace_part(root.path(), "keluar/2026-11", &[]).unwrap();
        assert_eq!(names(&month), ["a.txt"]);
        replace_part(root.path(), "keluar/2026-12", &[]).unwrap();
        assert!(!root.path().join("keluar/2026-12").exists());
    }

    #[test]
    fn a_part_brings_back_outputs_that_a_dead_run_set_aside() {
        let root = tempfile::tempdir().unwrap();
        let keluar = root.path().join("keluar");
        fs_err::create_dir_all(keluar.join(".2026-11.lama")).unwrap();
        fs_err::write(keluar.join(".2026-11.lama/a.txt"), "1").unwrap();
        replace_part(root.path(), "keluar/2026-11", &[artifact("periksa/c.txt", "3")]).unwrap();
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
}
