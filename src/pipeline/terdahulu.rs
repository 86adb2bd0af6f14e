//! What earlier runs have left of letters and decrees, from their records; and the letters of before that stay.

use std::path::Path;

use serde_json::Value;

use super::{RunError, save};
use crate::model::artifact::Artifact;
use crate::model::bernomor::{KeputusanBernomor, Nomor, SuratLama, Tercantum, Terdahulu};
use crate::model::tanggal::{HariTmt, Periode, parse_tanggal};
use crate::write::letter::Tulisan;
use crate::write::record;

/// The records of earlier runs, as far as letters go.
pub(super) struct Arsip {
    pub terdahulu: Terdahulu,
    /// The list of letters of this month as it was written.
    surat: Vec<Value>,
    folder: String,
}

impl Arsip {
    /// Reads them. A record that is gone or cannot be read tells nothing.
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
            let Ok(bytes) = fs_err::read(root.join(&folder).join(record::CATATAN)) else { continue };
            let Ok(catatan) = serde_json::from_slice::<Value>(&bytes) else { continue };
            let there = |path: &str| root.join(&folder).join(path).is_file();
            let listed = catatan[record::BERNOMOR].as_array().into_iter().flatten();
            terdahulu.keputusan.extend(listed.filter_map(|own| decree(month, own, &there)));
            if month == periode {
                let letters = catatan["surat"].as_array().into_iter().flatten();
                let letters = letters.filter(|own| own["berkas"].as_str().is_some_and(there));
                surat = letters.cloned().collect();
                terdahulu.sidik = text(&catatan["sidik_rencana"]);
                terdahulu.surat = surat.iter().map(letter).collect();
            }
        }
        Ok(Arsip { terdahulu, surat, folder: save::output_folder(periode) })
    }

    /// The letters that stay, as they are on the disk.
    ///
    /// # Errors
    /// Where one cannot be read any more.
    pub fn kept(&self, root: &Path, tulisan: &Tulisan) -> Result<Vec<Artifact>, RunError> {
        let read = |path: &String| {
            let bytes = fs_err::read(root.join(&self.folder).join(path)).map_err(RunError::Read)?;
            Ok(Artifact { path: path.clone(), bytes })
        };
        tulisan.dipertahankan.iter().map(read).collect()
    }

    /// The list of all letters for the record: those made, and those that stay as they were told.
    pub fn list(&self, tulisan: &Tulisan) -> Value {
        let stays = |own: &&Value| tulisan.dipertahankan.iter().any(|path| own["berkas"] == **path);
        record::surat(&tulisan.surat, self.surat.iter().filter(stays).cloned())
    }
}

fn letter(own: &Value) -> SuratLama {
    SuratLama {
        berkas: text(&own["berkas"]),
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
    };
    Some(KeputusanBernomor {
        periode,
        nomor: Nomor { nomor: text(&own["nomor"]), lengkap: text(&own["tertulis"]), tanggal: date(&own["tanggal"])? },
        tmt: date(&own["tmt"])?,
        perorangan: own["perorangan"] == true,
        rekam: text(&own["rekam"]),
        folder: text(&own["folder"]),
        ada: there(&berkas),
        berkas,
        orang: own["pegawai"].as_array().into_iter().flatten().map(person).collect(),
    })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}
