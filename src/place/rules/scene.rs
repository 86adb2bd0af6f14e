//! The cases of a rule: a small region changed a little, and what the rule then says.

use super::Answer;
use crate::model::formasi::Formasi;
use crate::model::jabatan::{Jabatan, JenisJabatan};
use crate::model::needs::{Needs, Post, PostId};
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::roster::Roster;
use crate::settings::Settings;

/// A case: a small region changed a little, and what the rule then says of the person (and the post).
pub struct Example {
    pub change: fn(&mut Scene),
    pub answer: Answer,
    pub sentence: &'static str,
}

/// The region an example changes: a person who may go from a full post to a short one.
pub struct Scene {
    pub roster: Roster,
    pub needs: Needs,
    pub settings: Settings,
    pub id: PegawaiId,
    pub from: PostId,
    pub to: PostId,
}

impl Scene {
    pub fn pegawai(&mut self) -> &mut Pegawai {
        &mut self.roster.pegawai[self.id.0 as usize]
    }

    /// Marries the person to somebody, told on the other's row only: in the unit to go to, or in the own one.
    pub fn marry(&mut self, there: bool) {
        let (to, own) = (self.to().unit, self.pegawai().unit);
        let nip = self.pegawai().nip;
        let unit = if there { to } else { own };
        let spouse = self.roster.pegawai.iter_mut().find(|pegawai| pegawai.unit == unit && pegawai.nip != nip);
        spouse.into_iter().for_each(|pegawai| pegawai.nip_pasangan = Some(nip));
    }

    pub fn from(&mut self) -> &mut Post {
        &mut self.needs.posts[self.from.0 as usize]
    }

    /// Writes the post as a kebutuhan workbook has it: kind of jabatan, kelas, qualification.
    pub fn state(&mut self, post: PostId, jenis: JenisJabatan, kelas_jabatan: Option<u8>, kualifikasi: Option<&str>) {
        let of = self.needs.post(post);
        let jabatan = Jabatan { nama: of.jabatan.clone(), jenjang: of.jenjang, jenis };
        let place = self.roster.unit(of.unit).place.clone();
        let kualifikasi = kualifikasi.map(str::to_string);
        let row = Formasi {
            unit: of.unit,
            jabatan,
            jenis_tertulis: true,
            kebutuhan: 1,
            riil: None,
            kelas_jabatan,
            kualifikasi,
            strategis: None,
            keahlian: Vec::new(),
            place,
        };
        self.roster.formasi.push(row);
    }

    pub fn to(&mut self) -> &mut Post {
        &mut self.needs.posts[self.to.0 as usize]
    }
}
