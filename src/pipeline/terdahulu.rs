//! What earlier runs have left of letters and decrees, from their records; and the letters of before that stay.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use super::{RunError, save};
use crate::model::artifact::Artifact;
use crate::model::bernomor::{KeputusanBernomor, Nomor, SuratLama, Tercantum, Terdahulu, Tertanda};
use crate::model::tanggal::{HariTmt, Periode, parse_tanggal};
use crate::write::letter::{TAK_TERBACA, Tercetak, Tulisan};
use crate::write::record;

/// The records of earlier runs, as far as letters go.
pub(super) struct Arsip {
    pub terdahulu: Terdahulu,
    /// The list of letters of this month as it was written.
    surat: Vec<Value>,
    folder: String,
}

impl Arsip {
    /// Reads them. A record that cannot be read, or is gone while letters are there, is told as such.
    ///
    /// # Errors
    /// Where the folder of outputs cannot be listed.
    pub fn of(root: &Path, periode: Periode) -> Result<Arsip, RunError> {
        let mut terdahulu = Terdahulu::default();
        let mut months = Vec::new();
        if root.join("keluar").is_dir() {
            for entry in fs_err::read_dir(root.join("keluar")).map_err(RunError::Read)? {
                let name = entry.map_err(RunError::Read)?.file_name();
                months.extend(Periode::parse(&name.to_string_lossy()));
            }
        }
        months.sort();
        let mut surat = Vec::new();
        for month in months {
            let folder = save::output_folder(month);
            let at = root.join(&folder);
            let there = |path: &str| at.join(path).is_file();
            let read = fs_err::read(at.join(record::CATATAN)).ok();
            let catatan = read.and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
            let decrees = catatan.as_ref().and_then(|catatan| decrees(month, catatan, &there));
            if there(TAK_TERBACA) {
                terdahulu.tak_terbaca.push((month, format!("{folder}/{TAK_TERBACA}")));
            } else if decrees.is_none() && (there(record::CATATAN) || !letters_of(&at).is_empty()) {
                terdahulu.tak_terbaca.push((month, format!("{folder}/{}", record::CATATAN)));
            }
            terdahulu.keputusan.extend(decrees.into_iter().flatten());
            if month != periode {
                continue;
            }
            if terdahulu.is_lost(month) {
                surat = letters_of(&at).into_iter().map(unknown).collect();
            } else if let Some(catatan) = &catatan {
                let letters = catatan["surat"].as_array().into_iter().flatten();
                let letters = letters.filter(|own| own["berkas"].as_str().is_some_and(there));
                surat = letters.cloned().collect();
                let listed: BTreeSet<String> = surat.iter().map(|own| text(&own["berkas"])).collect();
                let others = letters_of(&at).into_iter().filter(|path| !listed.contains(path));
                surat.extend(others.into_iter().map(foreign));
                terdahulu.sidik = text(&catatan["sidik_rencana"]);
            }
            let now = |path: &str| save::sha256_of(&at.join(path)).ok();
            terdahulu.surat = surat.iter().map(|own| letter(own, &now)).collect();
        }
        Ok(Arsip { terdahulu, surat, folder: save::output_folder(periode) })
    }

    /// The letters that were made, and those that stay, as they are on the disk.
    ///
    /// # Errors
    /// Where one cannot be read any more.
    pub fn artifacts(&self, root: &Path, tulisan: Tulisan) -> Result<Vec<Artifact>, RunError> {
        let from_disk = |path: &str| {
            let bytes = fs_err::read(root.join(&self.folder).join(path)).map_err(RunError::Read)?;
            Ok(Artifact { path: path.to_string(), bytes })
        };
        let kept = tulisan.dipertahankan.iter().map(|path| from_disk(path));
        let made = tulisan.surat.into_iter().map(|letter| match tulisan.siap.contains(&letter.artifact.path) {
            true => from_disk(&letter.artifact.path),
            false => Ok(letter.artifact),
        });
        kept.chain(made).collect()
    }

    /// What the record tells of numbers; nothing where the one before could not be read, so that a later run knows it too.
    pub fn bernomor(&self, tulisan: &Tulisan, periode: Periode) -> Value {
        match self.terdahulu.is_lost(periode) {
            true => Value::Null,
            false => record::bernomor(&tulisan.keputusan),
        }
    }

    /// The record of this month that tells nothing, kept aside: the new one takes its place, and would tell of no numbers.
    pub fn lost(&self, root: &Path, periode: Periode) -> Option<Artifact> {
        let (_, path) = self.terdahulu.tak_terbaca.iter().find(|(month, _)| *month == periode)?;
        let bytes = fs_err::read(root.join(path)).unwrap_or_default();
        Some(Artifact { path: TAK_TERBACA.into(), bytes })
    }

    /// The list of all letters for the record: those made, and those that stay as they were told.
    pub fn list(&self, tulisan: &Tulisan) -> Value {
        let stays = |own: &&Value| tulisan.dipertahankan.iter().any(|path| own["berkas"] == **path);
        let known: BTreeMap<&str, &str> =
            self.terdahulu.surat.iter().map(|own| (own.berkas.as_str(), own.sidik.as_str())).collect();
        let siap: BTreeSet<&str> = tulisan.siap.iter().map(String::as_str).collect();
        let before = |path: &str| known.get(path).map(|sidik| (*sidik).to_string());
        // What was not written again is told as it was made then.
        let sidik = |letter: &Tercetak| {
            let path = &letter.artifact.path;
            let old = before(path).filter(|sidik| siap.contains(path.as_str()) && !sidik.is_empty());
            old.unwrap_or_else(|| save::sha256(&letter.artifact.bytes))
        };
        record::surat(&tulisan.surat, self.surat.iter().filter(stays).cloned(), sidik)
    }
}

/// The decrees that a record tells of; `None` where it does not tell it, or one of them cannot be read.
fn decrees(month: Periode, catatan: &Value, there: &dyn Fn(&str) -> bool) -> Option<Vec<KeputusanBernomor>> {
    catatan[record::BERNOMOR].as_array()?.iter().map(|own| decree(month, own, there)).collect()
}

/// Whether letters lie below an output folder.
pub(super) fn holds_letters(folder: &Path) -> bool {
    !letters_of(folder).is_empty()
}

/// Paths of all letters below an output folder, in order.
pub(super) fn letters_of(folder: &Path) -> Vec<String> {
    let (mut found, mut open) = (Vec::new(), vec!["surat".to_string()]);
    while let Some(below) = open.pop() {
        let Ok(entries) = fs_err::read_dir(folder.join(&below)) else { continue };
        for entry in entries.flatten() {
            let path = format!("{below}/{}", entry.file_name().to_string_lossy());
            let list = if entry.path().is_dir() { &mut open } else { &mut found };
            list.push(path);
        }
    }
    found.sort();
    found
}

/// A letter of which no record tells.
fn unknown(berkas: String) -> Value {
    json!({ "berkas": berkas, "disetujui": false, "bernomor": null, "nomor": null })
}

/// A file that somebody has put among the letters, perhaps a signed one.
fn foreign(berkas: String) -> Value {
    json!({ "berkas": berkas, "disetujui": false, "bernomor": null, "nomor": null, "asing": true })
}

fn letter(own: &Value, now: &dyn Fn(&str) -> Option<String>) -> SuratLama {
    let (berkas, sidik) = (text(&own["berkas"]), text(&own["sidik"]));
    SuratLama {
        diubah: own["asing"] == true || !sidik.is_empty() && now(&berkas).is_some_and(|now| now != sidik),
        memuat: own["memuat"].as_array().into_iter().flatten().map(text).collect(),
        berkas,
        sidik,
        disetujui: own["disetujui"] == true,
        nomor: own["nomor"].as_str().map(str::to_string),
    }
}

fn decree(periode: Periode, own: &Value, there: &dyn Fn(&str) -> bool) -> Option<KeputusanBernomor> {
    let date = |value: &Value| parse_tanggal(value.as_str()?, HariTmt::Bebas).map(|read| read.tanggal);
    let berkas = text(&own["berkas"]);
    let person = |told: &Value| Tercantum {
        nip: text(&told["nip"]),
        nama: text(&told["nama"]),
        jabatan: text(&told["jabatan"]),
        unit: text(&told["unit"]),
        lain: facts(&told["lain"]),
    };
    let nomor = own["nomor"].as_str()?.to_string();
    Some(KeputusanBernomor {
        periode,
        nomor: Nomor { nomor, lengkap: text(&own["tertulis"]), tanggal: date(&own["tanggal"])? },
        tmt: date(&own["tmt"])?,
        perorangan: own["perorangan"] == true,
        rekam: text(&own["rekam"]),
        // What is not told is not taken for ready.
        tanda: own["tanda"].as_str().unwrap_or("KONSEP").to_string(),
        tertanda: own["tertanda"].as_object().map(|_| tertanda(&own["tertanda"])),
        dicabut: own["dicabut"] == true,
        folder: text(&own["folder"]),
        ada: there(&berkas),
        berkas,
        orang: own["pegawai"].as_array()?.iter().map(person).collect(),
    })
}

fn tertanda(told: &Value) -> Tertanda {
    let [pejabat, nama, jabatan, pangkat, nip] =
        ["pejabat", "nama", "jabatan", "pangkat", "nip"].map(|key| text(&told[key]));
    let tentang = told["tentang"].as_str().map(str::to_string);
    let pengesah = told["pengesah"].as_array().and_then(|told| <&[Value; 4]>::try_from(told.as_slice()).ok());
    Tertanda {
        pejabat,
        nama,
        jabatan,
        pangkat,
        nip,
        tentang,
        pengesah: pengesah.map(|told| std::array::from_fn(|at| text(&told[at]))),
    }
}

fn facts(told: &Value) -> BTreeMap<String, String> {
    told.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), text(value))).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}
