//! What a folder holds beside its inbox: settings, templates, its own tables of kecamatan and of linearity.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::{RunError, save};
use crate::finding::{Finding, Place, catalogue};
use crate::law::kecamatan::{self, BarisSalah};
use crate::law::linearitas::{self, Baris};
use crate::model::wilayah::{Kecamatan, Wilayah};
use crate::settings::{self, Settings};
use crate::{law, write};

/// What a folder holds beside its inbox: settings, templates, its own table of kecamatan.
pub(super) struct Office {
    pub settings: String,
    kecamatan: Option<String>,
    linearitas: Option<String>,
    pub files: write::letter::OfficeFiles,
    /// Names of files among the templates that look like templates and are none.
    misnamed: Vec<String>,
    /// SHA-256 of each of these files, by path in the folder.
    pub fingerprints: BTreeMap<String, String>,
}

/// A folder's own kecamatan table, in the form of the built-in one.
const KECAMATAN_FILE: &str = "kecamatan.csv";

impl Office {
    pub fn of(root: &Path) -> Result<Office, RunError> {
        let mut fingerprints = BTreeMap::new();
        let mut text = |name: &str| -> Result<Option<String>, RunError> {
            let path = root.join(name);
            if !path.is_file() {
                return Ok(None);
            }
            let bytes = fs_err::read(path).map_err(RunError::Read)?;
            fingerprints.insert(name.to_string(), save::sha256(&bytes));
            Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
        };
        let settings = text(settings::FILE)?.unwrap_or_default();
        let kecamatan = text(KECAMATAN_FILE)?;
        let linearitas = text(linearitas::FILE)?;
        let (files, misnamed) = save::template_files(root).map_err(RunError::Read)?;
        for (name, bytes) in &files {
            fingerprints.insert(format!("templates/{name}"), save::sha256(bytes));
        }
        Ok(Office { settings, kecamatan, linearitas, files, misnamed, fingerprints })
    }

    /// What is to be said of its files that are not used because of their names.
    pub fn told(&self) -> impl Iterator<Item = Finding> {
        self.misnamed.iter().map(|name| {
            let lower = name.to_lowercase();
            let meant = lower.trim_end_matches(".txt");
            let problem = format!("{name} tidak dipakai; mungkin maksudnya {meant}");
            Finding::new(&catalogue::TEMPLAT_NAMA, Place::file(format!("templates/{name}")), name, problem)
        })
    }

    /// The built-in kecamatan of the region, with the folder's own beside them: one of the same code or name takes the
    /// place of the built-in one.
    pub fn wilayah(&self, settings: &Settings, findings: &mut Vec<Finding>) -> Arc<Wilayah> {
        let kode = &settings.daerah.kode_wilayah;
        let built_in = || law::wilayah(kode);
        let Some(csv) = &self.kecamatan else {
            let table = built_in();
            if table.kecamatan.is_empty() {
                let problem = match kode.as_str() {
                    "" => "kode_wilayah belum diisi; jarak tidak dapat dihitung".to_string(),
                    _ => format!("kode_wilayah {kode} tidak ada di tabel bawaan; jarak tidak dapat dihitung"),
                };
                let place = Place::file(settings::FILE);
                findings.push(Finding::new(&catalogue::WILAYAH_KOSONG, place, kode.as_str(), problem));
            }
            return table;
        };
        let isi = kecamatan::rows(csv);
        let nothing = isi.rows.is_empty();
        let told = |BarisSalah { baris, teks, sebab }: BarisSalah| {
            let place = Place::file(KECAMATAN_FILE).at(baris as u32 - 1, 0);
            let instead = match nothing {
                true => "tidak ada baris lain yang terbaca, jadi hanya tabel bawaan yang dipakai",
                false => "baris ini tidak dipakai, kecamatan lain tetap berlaku",
            };
            let problem = format!("baris {baris} {sebab}; {instead}");
            Finding::new(&catalogue::PENGATURAN_SALAH, place, teks, problem).with_remedy(
                "Tulis kode, nama, lintang, bujur di antara koma, titik koma, atau tab, misalnya 15.02.02;Bangko;-2,09933;102,29501; \
                 di antara koma, angka ditulis dengan titik desimal.",
            )
        };
        findings.extend(isi.salah.into_iter().map(told));
        let same = |own: &Kecamatan, other: &Kecamatan| {
            own.kode == other.kode || own.nama.to_lowercase() == other.nama.to_lowercase()
        };
        let bawaan = built_in();
        let others = bawaan.kecamatan.iter().filter(|other| !isi.rows.iter().any(|own| same(own, other)));
        let mut kecamatan: Vec<Kecamatan> = others.chain(&isi.rows).cloned().collect();
        kecamatan.sort_by(|a, b| a.kode.cmp(&b.kode));
        Arc::new(Wilayah { kecamatan })
    }

    /// The folder's own rows of the table of linearity. A line that cannot be read is told and left out.
    pub fn linearitas(&self, findings: &mut Vec<Finding>) -> Vec<Baris> {
        let Some(csv) = &self.linearitas else { return Vec::new() };
        let isi = linearitas::rows(csv);
        let told = |linearitas::BarisSalah { baris, sebab, judul }| {
            let place = Place::file(linearitas::FILE).at(baris as u32 - 1, 0);
            let typed = csv.lines().nth(baris - 1).unwrap_or_default().trim();
            let problem = match judul {
                true => format!("{sebab}; tabel linearitas bawaan yang dipakai"),
                false => format!("{sebab}; baris ini tidak dipakai, baris lain tetap berlaku"),
            };
            Finding::new(&catalogue::PENGATURAN_SALAH, place, typed, problem).with_remedy(
                "Isi enam kolom, misalnya Guru TIK;SMP;S-1;Ya;Teknik Informatika/Sistem Informasi; kolom serumpun boleh kosong.",
            )
        };
        findings.extend(isi.salah.into_iter().map(told));
        isi.rows
    }
}
