//! What a row says of certificates, licences, teaching hours and a second jabatan.

use super::PegawaiRow;
use crate::check::cell::Tanggal;
use crate::check::reading::Run;
use crate::check::row::{FromCell, Problem};
use crate::model::cells::CellKind;
use crate::model::eselon::Eselon;
use crate::model::jabatan::{Petunjuk, same_jabatan};
use crate::model::profesi::{MasaIzin, Profesi, SertifikatPendidik};

impl FromCell for MasaIzin {
    /// A date is the last day; some words and a number say something too.
    fn from_cell(kind: CellKind, text: &str) -> (Option<MasaIzin>, Option<Problem>) {
        match Tanggal::from_cell(kind, text) {
            (Some(tanggal), note) => (Some(MasaIzin::Sampai(tanggal.0)), note),
            (None, Some(problem)) => match MasaIzin::of_words(text) {
                Some(izin) => (Some(izin), None),
                None => (None, Some(problem.with_remedy("Tulis tanggal akhirnya, Seumur Hidup, atau Tidak ada."))),
            },
            (None, None) => (None, None),
        }
    }
}

impl PegawaiRow {
    pub(super) fn profesi(&self, run: &mut Run) -> Profesi {
        Profesi {
            eselon: self.eselon.text().and_then(Eselon::parse),
            jabatan_lain: self.second_jabatan(run).map(|text| run.memo.shared(text)),
            sertifikat: self.sertifikat.text().map(SertifikatPendidik::parse),
            mapel: self.mapel.text().map(|text| run.memo.shared(text)),
            jjm: self.jjm.value.map(|jam| jam.0),
            jjm_total: self.jjm_total.value.map(|jam| jam.0),
            str_berlaku: self.str.value,
            sip_berlaku: self.sip.value,
            tmt_tugas_tambahan: self.tmt_tugas_tambahan.value.map(|tanggal| tanggal.0),
            akhir_perjanjian: self.akhir_perjanjian.value.map(|tanggal| tanggal.0),
            manajerial: self.manajerial.value.map(|years| years.0),
        }
    }

    /// Whether a column tells the kind of the jabatan: its own, the eselon, or that of the one kind alone.
    pub(super) fn tells_jenis(&self) -> bool {
        let petunjuk = Petunjuk { jenis: self.jenis_jabatan.text(), eselon: self.eselon.text() };
        petunjuk.tells_jenis() || self.jft.text().is_some() || self.jfu.text().is_some()
    }

    /// An export names the jabatan fungsional and the pelaksana in columns of their own. Two of them that differ are two
    /// jabatan; a repeated name is none.
    fn second_jabatan(&self, run: &mut Run) -> Option<&str> {
        let own = self.read.jabatan.as_ref()?;
        for (field, jenis) in [(&self.jft, "JFT"), (&self.jfu, "JFU")] {
            let Some(text) = field.text() else { continue };
            let other = run.memo.jabatan(text, Petunjuk { jenis: Some(jenis), eselon: None });
            if other.is_some_and(|other| other.jenis != own.jenis && !same_jabatan(&other, own)) {
                return Some(text);
            }
        }
        None
    }
}
