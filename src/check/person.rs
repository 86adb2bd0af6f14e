//! The person that a row, merged with its like, makes.

use super::draft::PegawaiDraft;
use crate::model::bersama::Bersama;
use crate::model::jabatan::Jabatan;
use crate::model::nip::{JenisNip, Nip};
use crate::model::pegawai::Pegawai;
use crate::model::status::{KedudukanHukum, StatusAsn};
use crate::model::unit::UnitId;

/// The person, with what the NIP tells where no row says otherwise; `None` where the row cannot be used.
pub fn pegawai(row: PegawaiDraft, jabatan: Bersama<Jabatan>, unit: UnitId) -> Option<Pegawai> {
    if !row.usable() {
        return None;
    }
    let (nip, mut facts) = (row.nip?, row.facts);
    if facts.jarang.nip_pasangan == Some(nip) {
        facts.jarang.nip_pasangan = None;
    }
    Some(Pegawai {
        nip,
        nama: facts.nama?,
        jenis_kelamin: facts.jenis_kelamin.unwrap_or(nip.jenis_kelamin()),
        tempat_lahir: facts.tempat_lahir,
        tgl_lahir: facts.tgl_lahir.unwrap_or(nip.tgl_lahir()),
        status: facts.status.unwrap_or(status_of(nip)),
        kedudukan: facts.kedudukan.unwrap_or(KedudukanHukum::Aktif),
        golongan: facts.golongan,
        tmt_gol: facts.tmt_gol,
        tmt_cpns: facts.tmt_cpns.or(nip.tmt_cpns()),
        jabatan,
        jenis_tertulis: facts.jenis_tertulis,
        tmt_jabatan: facts.tmt_jabatan,
        tmt_unit: facts.tmt_unit,
        unit,
        pendidikan: facts.pendidikan,
        profesi: facts.profesi,
        skp: facts.skp,
        domisili: facts.domisili,
        perlindungan: facts.perlindungan.unwrap_or(false),
        instansi: facts.instansi,
        jarang: facts.jarang,
        place: row.place,
    })
}

/// The kind of employment that the shape of the number tells.
pub fn status_of(nip: Nip) -> StatusAsn {
    match nip.jenis() {
        JenisNip::Pns => StatusAsn::Pns,
        JenisNip::Pppk => StatusAsn::Pppk,
    }
}
