//! Which files of the inbox belong to a month.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::periode;
use crate::finding::{Finding, Noted, Place, catalogue};
use crate::model::tanggal::Periode;

/// Name of the inbox in a working folder.
pub(super) const MASUK: &str = "masuk";

/// A file to read.
#[derive(Debug)]
pub(super) struct Found {
    pub path: PathBuf,
    /// Relative to the working folder, with `/`.
    pub name: Arc<str>,
    /// Whether it lies in `masuk/` itself, where no folder tells the month.
    pub loose: bool,
    /// The month its own name tells.
    pub named: Option<Periode>,
}

impl Found {
    /// Whether it lies loose and its name tells another month than this.
    pub fn is_of_another_month(&self, periode: Periode) -> bool {
        self.loose && self.named.is_some_and(|named| named != periode)
    }
}

/// The files of `masuk/<periode>/` and the loose files of `masuk/`, in path order. A loose file must be asked by its
/// title of which month it is; the title counts before the name.
pub(super) fn discover(root: &Path, periode: Periode) -> Noted<Vec<Found>> {
    let masuk = root.join(MASUK);
    let mut out = Noted::new(Vec::new());
    for entry in children(&masuk) {
        if entry.file_type().is_dir() {
            if periode::of_name(&entry.file_name().to_string_lossy()) == Some(periode) {
                walk(root, entry.path(), &mut out);
            }
        } else {
            visit(root, &entry, true, &mut out);
        }
    }
    out.value.sort_by(|a, b| a.name.cmp(&b.name));
    out
}

/// The newest month with a folder in `masuk/`; else the month that most loose files tell, the newest of equals.
pub(super) fn newest(root: &Path) -> Option<Periode> {
    let entries = children(&root.join(MASUK));
    let named = |entry: &DirEntry| periode::of_name(&entry.file_name().to_string_lossy());
    let folder = entries.iter().filter(|entry| entry.file_type().is_dir()).filter_map(named).max();
    folder.or_else(|| {
        let mut votes: BTreeMap<Periode, usize> = BTreeMap::new();
        for told in entries.iter().filter(|entry| entry.file_type().is_file()).filter_map(named) {
            *votes.entry(told).or_default() += 1;
        }
        votes.into_iter().max_by_key(|&(periode, count)| (count, periode)).map(|(periode, _)| periode)
    })
}

/// The newest month before `periode` that has a folder in `masuk/`.
pub(super) fn before(root: &Path, periode: Periode) -> Option<Periode> {
    let entries = children(&root.join(MASUK));
    let folders = entries.iter().filter(|entry| entry.file_type().is_dir());
    let months = folders.filter_map(|entry| periode::of_name(&entry.file_name().to_string_lossy()));
    months.filter(|month| *month < periode).max()
}

/// What lies directly in a folder; nothing when it cannot be listed.
fn children(folder: &Path) -> Vec<DirEntry> {
    let walk = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name();
    walk.into_iter().filter_map(Result::ok).collect()
}

fn walk(root: &Path, folder: &Path, out: &mut Noted<Vec<Found>>) {
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => visit(root, &entry, false, out),
            Err(error) => {
                let path = error.path().unwrap_or(folder);
                let problem = "folder ini tidak dapat dibuka";
                out.findings.push(
                    Finding::new(&catalogue::PEMBACA_GAGAL, Place::file(relative(root, path)), "", problem)
                        .with_remedy("Periksa izin folder itu, lalu jalankan lagi."),
                );
            }
        }
    }
}

fn visit(root: &Path, entry: &DirEntry, loose: bool, out: &mut Noted<Vec<Found>>) {
    let file_name = entry.file_name().to_string_lossy();
    if let Some(open) = opened_file(&file_name) {
        if entry.path().with_file_name(open).exists() {
            out.findings.push(lock_finding(root, entry.path(), open));
        }
        return;
    }
    if is_litter(&file_name) {
        return;
    }
    if is_partial(&file_name) {
        let problem = "berkas ini unduhan yang belum selesai dan belum dibaca";
        let place = Place::file(relative(root, entry.path()));
        out.findings.push(Finding::new(&catalogue::BERKAS_TERPOTONG, place, "", problem));
        return;
    }
    let named = periode::of_name(&file_name);
    out.value.push(Found { path: entry.path().to_path_buf(), name: relative(root, entry.path()), loose, named });
}

/// The file that a lock file says is open: `~$pegawai.xlsx` of Excel, `.~lock.pegawai.xlsx#` of LibreOffice.
fn opened_file(name: &str) -> Option<&str> {
    name.strip_prefix("~$").or_else(|| name.strip_prefix(".~lock.")?.strip_suffix('#'))
}

fn lock_finding(root: &Path, lock: &Path, open: &str) -> Finding {
    let place = Place::file(relative(root, &lock.with_file_name(open)));
    let problem = match owner(lock) {
        Some(owner) => format!("“{open}” sedang dibuka oleh {owner}; yang terbaca adalah isi yang terakhir disimpan"),
        None => format!("“{open}” sedang dibuka; yang terbaca adalah isi yang terakhir disimpan"),
    };
    Finding::new(&catalogue::BERKAS_TERKUNCI, place, "", problem)
}

/// Who opened it, where the lock file tells: Excel writes a length and a name, LibreOffice a comma list of the name in
/// its options, often empty, the user of the computer, the computer and more.
fn owner(lock: &Path) -> Option<String> {
    let bytes = fs_err::read(lock).ok()?;
    let text = if lock.file_name()?.to_string_lossy().starts_with('.') {
        let text = String::from_utf8_lossy(&bytes);
        text.split(',').take(2).map(str::trim).find(|name| !name.is_empty())?.to_string()
    } else {
        let length = usize::from(*bytes.first()?);
        bytes.get(1..=length)?.iter().map(|&b| char::from(b)).collect()
    };
    let text = text.trim();
    (!text.is_empty() && text.len() <= 60 && !text.chars().any(char::is_control)).then(|| text.to_string())
}

/// Hidden files, and what operating systems leave in folders.
fn is_litter(name: &str) -> bool {
    name.starts_with('.') || ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str())
}

fn is_partial(name: &str) -> bool {
    let name = name.to_lowercase();
    [".crdownload", ".part", ".tmp"].iter().any(|ending| name.ends_with(ending))
}

/// The path under the working folder, with `/` on every system.
pub(super) fn relative(root: &Path, path: &Path) -> Arc<str> {
    let under = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = under.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs_err::create_dir_all(path.parent().unwrap()).unwrap();
            fs_err::write(path, b"").unwrap();
        }
        root
    }

    fn month(text: &str) -> Periode {
        Periode::parse(text).unwrap()
    }

    #[test]
    fn a_month_has_its_folder_and_the_loose_files() {
        let root = folder(&[
            "masuk/2026-11/b/pegawai.xlsx",
            "masuk/2026-11/a.xlsx",
            "masuk/2026-11/.hidden.xlsx",
            "masuk/2026-11/Thumbs.db",
            "masuk/2026-10/a.xlsx",
            "masuk/DUK November 2026.xlsx",
            "masuk/DUK Oktober 2026.xlsx",
            "masuk/tanpa bulan.xlsx",
            "keluar/2026-11/hasil.xlsx",
        ]);
        let found = discover(root.path(), month("2026-11"));
        let names: Vec<_> = found.value.iter().map(|found| found.name.to_string()).collect();
        assert_eq!(
            names,
            [
                "masuk/2026-11/a.xlsx",
                "masuk/2026-11/b/pegawai.xlsx",
                "masuk/DUK November 2026.xlsx",
                "masuk/DUK Oktober 2026.xlsx",
                "masuk/tanpa bulan.xlsx"
            ]
        );
        assert!(found.findings.is_empty());
    }

    #[test]
    fn a_lock_is_told_only_while_its_file_is_there() {
        let root = folder(&["masuk/2026-11/a.xlsx", "masuk/2026-11/~$a.xlsx", "masuk/2026-11/~$gone.xlsx"]);
        let found = discover(root.path(), month("2026-11"));
        assert_eq!(found.value.len(), 1);
        assert_eq!(found.findings.len(), 1);
        assert_eq!(found.findings[0].place.to_string(), "masuk/2026-11/a.xlsx");
    }

    #[test]
    fn libreoffice_tells_the_user_where_its_own_name_is_empty() {
        let root = folder(&["masuk/a.ods"]);
        let lock = root.path().join("masuk/.~lock.a.ods#");
        for (written, owner_told) in [
            (",siti,KOMPUTER-3,21.11.2026 08:15,file:///C:/Users/siti;", Some("siti")),
            ("Siti Aminah,siti,KOMPUTER-3,21.11.2026 08:15,;", Some("Siti Aminah")),
            (",,KOMPUTER-3,21.11.2026 08:15,;", None),
        ] {
            fs_err::write(&lock, written).unwrap();
            assert_eq!(owner(&lock).as_deref(), owner_told, "{written}");
        }
    }

    #[test]
    fn the_newest_month_is_the_newest_folder_else_what_most_loose_files_tell() {
        let root = folder(&["masuk/2026-09/a.xlsx", "masuk/2026-10/a.xlsx", "masuk/DUK November 2026.xlsx"]);
        assert_eq!(newest(root.path()), Some(month("2026-10")));
        let root = folder(&["masuk/a 2026-10.xlsx", "masuk/b 2026-10.xlsx", "masuk/DUK November 2026.xlsx"]);
        assert_eq!(newest(root.path()), Some(month("2026-10")));
        assert_eq!(newest(folder(&[]).path()), None);
    }
}
