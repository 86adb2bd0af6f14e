//! Which facts a folder gives at all. What it never gives is said once for the run, not on every move.

use crate::model::roster::Roster;

/// Facts that at least one row of the folder gives.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tersedia {
    pub pendidikan: bool,
    pub golongan: bool,
    pub kelas: bool,
    pub skp: bool,
    /// Someone has two years of SKP.
    pub skp_dua_tahun: bool,
    pub sertifikat: bool,
    pub jjm: bool,
    pub str_berlaku: bool,
    pub tmt_tugas_tambahan: bool,
    pub manajerial: bool,
    /// Both instansi induk and instansi kerja.
    pub instansi: bool,
}

impl Tersedia {
    pub(super) fn of(roster: &Roster) -> Tersedia {
        let mut has =
            Tersedia { kelas: roster.formasi.iter().any(|row| row.kelas_jabatan.is_some()), ..Tersedia::default() };
        for pegawai in &roster.pegawai {
            has.pendidikan |= pegawai.pendidikan.is_some();
            has.golongan |= pegawai.golongan.is_some();
            has.skp |= !pegawai.skp.is_empty();
            has.skp_dua_tahun |= pegawai.skp.len() > 1;
            has.sertifikat |= pegawai.profesi.sertifikat.is_some();
            has.jjm |= pegawai.profesi.jjm.or(pegawai.profesi.jjm_total).is_some();
            has.str_berlaku |= pegawai.profesi.str_berlaku.is_some();
            has.tmt_tugas_tambahan |= pegawai.profesi.tmt_tugas_tambahan.is_some();
            has.manajerial |= pegawai.profesi.manajerial.is_some();
            has.instansi |= pegawai.instansi.is_some();
        }
        has
    }

    /// What the folder lacks for a rule, in words; `None` where the rule can be judged of somebody.
    pub fn lacks(&self, code: &str) -> Option<&'static str> {
        let (given, sentence) = match code {
            "A-123" => (self.instansi, "berkas tidak memuat instansi induk dan instansi kerja"),
            "A-130" | "A-131" => (self.pendidikan, "berkas tidak memuat pendidikan pegawai"),
            "A-134" => (self.golongan, "berkas tidak memuat golongan pegawai"),
            "A-135" => (self.skp, "berkas tidak memuat SKP"),
            "A-136" => (self.sertifikat, "berkas tidak memuat sertifikat pendidik"),
            "A-137" => (self.jjm, "berkas tidak memuat jam mengajar (JJM)"),
            "A-138" => (self.str_berlaku, "berkas tidak memuat masa berlaku STR"),
            "A-145" => (self.tmt_tugas_tambahan, "berkas tidak memuat TMT tugas tambahan"),
            "A-140" => (self.kelas, "berkas tidak memuat kelas jabatan"),
            _ => return None,
        };
        (!given).then_some(sentence)
    }
}
