//! The jabatan of a sample region and the education their holders have.

use crate::model::jabatan::JenisJabatan;
use crate::model::pendidikan::TingkatPendidikan as Tk;

/// An education a holder may have, with the titles it gives.
#[derive(Debug)]
pub(super) struct Study {
    pub tingkat: Tk,
    pub jurusan: &'static str,
    pub gelar_depan: &'static str,
    pub gelar_belakang: &'static str,
}

/// A jabatan without jenjang.
#[derive(Debug)]
pub(super) struct JabatanKind {
    pub nama: &'static str,
    pub jenis: JenisJabatan,
    pub eselon: &'static str,
    /// The usual educations; the first is the most common.
    pub studies: &'static [Study],
    /// Women among a hundred holders.
    pub women_percent: u32,
    /// Teachers, who serve longest.
    pub guru: bool,
}

const fn study(tingkat: Tk, jurusan: &'static str, depan: &'static str, belakang: &'static str) -> Study {
    Study { tingkat, jurusan, gelar_depan: depan, gelar_belakang: belakang }
}

const fn guru(nama: &'static str, studies: &'static [Study], women_percent: u32) -> JabatanKind {
    JabatanKind { nama, jenis: JenisJabatan::Fungsional, eselon: "", studies, women_percent, guru: true }
}

const fn fungsional(nama: &'static str, studies: &'static [Study], women_percent: u32) -> JabatanKind {
    JabatanKind { nama, jenis: JenisJabatan::Fungsional, eselon: "", studies, women_percent, guru: false }
}

const fn pelaksana(nama: &'static str, studies: &'static [Study]) -> JabatanKind {
    JabatanKind { nama, jenis: JenisJabatan::Pelaksana, eselon: "", studies, women_percent: 45, guru: false }
}

const fn struktural(nama: &'static str, jenis: JenisJabatan, eselon: &'static str) -> JabatanKind {
    JabatanKind { nama, jenis, eselon, studies: UMUM_S1, women_percent: 35, guru: false }
}

const UMUM_S1: &[Study] = &[
    study(Tk::S1, "Ilmu Administrasi Negara", "", "S.A.P."),
    study(Tk::S1, "Ilmu Pemerintahan", "", "S.IP."),
    study(Tk::S1, "Manajemen", "", "S.E."),
    study(Tk::S1, "Ilmu Hukum", "", "S.H."),
    study(Tk::S2, "Administrasi Publik", "", "M.A.P."),
];
const EKONOMI: &[Study] = &[
    study(Tk::S1, "Akuntansi", "", "S.E."),
    study(Tk::S1, "Ekonomi Pembangunan", "", "S.E."),
    study(Tk::S1, "Manajemen", "", "S.E."),
];
const SLTA: &[Study] = &[
    study(Tk::Slta, "IPS", "", ""),
    study(Tk::Slta, "IPA", "", ""),
    study(Tk::Slta, "Administrasi Perkantoran", "", ""),
];
const D3_UMUM: &[Study] = &[
    study(Tk::D3, "Administrasi Perkantoran", "", "A.Md."),
    study(Tk::D3, "Akuntansi", "", "A.Md."),
    study(Tk::D3, "Manajemen Informatika", "", "A.Md.Kom."),
];

pub(super) static GURU_KELAS: JabatanKind = guru(
    "Guru Kelas",
    &[
        study(Tk::S1, "Pendidikan Guru Sekolah Dasar", "", "S.Pd."),
        study(Tk::S1, "Pendidikan Guru Sekolah Dasar", "", "S.Pd.SD."),
        study(Tk::S1, "Pendidikan Matematika", "", "S.Pd."),
        study(Tk::S1, "Pendidikan Bahasa dan Sastra Indonesia", "", "S.Pd."),
    ],
    70,
);
pub(super) static GURU_PAI: JabatanKind =
    guru("Guru PAI", &[study(Tk::S1, "Pendidikan Agama Islam", "", "S.Pd.I.")], 60);
pub(super) static GURU_PJOK: JabatanKind = guru(
    "Guru PJOK",
    &[
        study(Tk::S1, "Pendidikan Jasmani, Kesehatan, dan Rekreasi", "", "S.Pd."),
        study(Tk::S1, "Pendidikan Kepelatihan Olahraga", "", "S.Pd."),
    ],
    20,
);
pub(super) static GURU_TK: JabatanKind =
    guru("Guru TK", &[study(Tk::S1, "Pendidikan Guru Pendidikan Anak Usia Dini", "", "S.Pd.")], 97);
pub(super) static GURU_BK: JabatanKind =
    guru("Guru Bimbingan dan Konseling", &[study(Tk::S1, "Bimbingan dan Konseling", "", "S.Pd.")], 65);

/// Teachers of a subject with its weekly hours (K13 SMP, domain §2.2).
pub(super) static GURU_MAPEL: [(JabatanKind, u32); 8] = [
    (mapel("Guru Bahasa Indonesia", &[study(Tk::S1, "Pendidikan Bahasa dan Sastra Indonesia", "", "S.Pd.")]), 6),
    (mapel("Guru Matematika", &[study(Tk::S1, "Pendidikan Matematika", "", "S.Pd.")]), 5),
    (
        mapel(
            "Guru Ilmu Pengetahuan Alam",
            &[
                study(Tk::S1, "Pendidikan Biologi", "", "S.Pd."),
                study(Tk::S1, "Pendidikan Fisika", "", "S.Pd."),
                study(Tk::S1, "Pendidikan Kimia", "", "S.Pd."),
            ],
        ),
        5,
    ),
    (
        mapel(
            "Guru Ilmu Pengetahuan Sosial",
            &[
                study(Tk::S1, "Pendidikan Ekonomi", "", "S.Pd."),
                study(Tk::S1, "Pendidikan Geografi", "", "S.Pd."),
                study(Tk::S1, "Pendidikan Sejarah", "", "S.Pd."),
            ],
        ),
        4,
    ),
    (mapel("Guru Bahasa Inggris", &[study(Tk::S1, "Pendidikan Bahasa Inggris", "", "S.Pd.")]), 4),
    (
        mapel(
            "Guru Pendidikan Pancasila dan Kewarganegaraan",
            &[study(Tk::S1, "Pendidikan Pancasila dan Kewarganegaraan", "", "S.Pd.")],
        ),
        3,
    ),
    (mapel("Guru Seni Budaya", &[study(Tk::S1, "Pendidikan Seni Drama, Tari, dan Musik", "", "S.Pd.")]), 3),
    (mapel("Guru Informatika", &[study(Tk::S1, "Pendidikan Teknik Informatika", "", "S.Pd.")]), 2),
];

const fn mapel(nama: &'static str, studies: &'static [Study]) -> JabatanKind {
    guru(nama, studies, 62)
}

/// One line of the minimum table of a puskesmas: the jabatan, then places without and with rawat inap,
/// for perkotaan, pedesaan and terpencil. Source: Permenkes 75/2014, table of domain §2.3.
pub(super) struct PuskesmasLine {
    pub jabatan: JabatanKind,
    pub places: [(u32, u32); 3],
}

const fn line(jabatan: JabatanKind, places: [(u32, u32); 3]) -> PuskesmasLine {
    PuskesmasLine { jabatan, places }
}

pub(super) static PUSKESMAS: [PuskesmasLine; 11] = [
    line(fungsional("Dokter", &[study(Tk::Profesi, "Dokter", "dr.", "")], 58), [(1, 2), (1, 2), (1, 2)]),
    line(fungsional("Dokter Gigi", &[study(Tk::Profesi, "Dokter Gigi", "drg.", "")], 70), [(1, 1), (1, 1), (1, 1)]),
    line(
        fungsional(
            "Perawat",
            &[
                study(Tk::D3, "Keperawatan", "", "A.Md.Kep."),
                study(Tk::Profesi, "Ners", "", "S.Kep., Ns."),
                study(Tk::D3, "Keperawatan", "", "A.Md.Kep."),
            ],
            72,
        ),
        [(5, 8), (5, 8), (5, 8)],
    ),
    line(
        fungsional(
            "Bidan",
            &[
                study(Tk::D3, "Kebidanan", "", "A.Md.Keb."),
                study(Tk::S1, "Kebidanan", "", "S.Tr.Keb."),
                study(Tk::D3, "Kebidanan", "", "A.Md.Keb."),
            ],
            100,
        ),
        [(4, 7), (4, 7), (4, 7)],
    ),
    line(
        fungsional(
            "Tenaga Promosi Kesehatan dan Ilmu Perilaku",
            &[study(Tk::S1, "Kesehatan Masyarakat", "", "S.K.M.")],
            70,
        ),
        [(2, 2), (1, 1), (1, 1)],
    ),
    line(
        fungsional("Tenaga Sanitasi Lingkungan", &[study(Tk::D3, "Kesehatan Lingkungan", "", "A.Md.KL.")], 55),
        [(1, 1), (1, 1), (1, 1)],
    ),
    line(
        fungsional(
            "Pranata Laboratorium Kesehatan",
            &[study(Tk::D3, "Teknologi Laboratorium Medik", "", "A.Md.Kes.")],
            68,
        ),
        [(1, 1), (1, 1), (1, 1)],
    ),
    line(fungsional("Nutrisionis", &[study(Tk::D3, "Gizi", "", "A.Md.Gz.")], 85), [(1, 2), (1, 2), (1, 2)]),
    line(fungsional("Apoteker", &[study(Tk::Profesi, "Apoteker", "apt.", "S.Farm.")], 78), [(1, 2), (1, 1), (1, 1)]),
    line(pelaksana("Pengadministrasi Perkantoran", SLTA), [(3, 3), (2, 2), (2, 2)]),
    line(pelaksana("Operator Layanan Operasional", SLTA), [(2, 2), (1, 1), (1, 1)]),
];

pub(super) static KASUBBAG_TU: JabatanKind = struktural("Kepala Subbagian Tata Usaha", JenisJabatan::Pengawas, "IV.b");
pub(super) static KEPALA_DINAS: JabatanKind = struktural("Kepala Dinas", JenisJabatan::Jpt, "II.b");
pub(super) static KEPALA_BADAN: JabatanKind = struktural("Kepala Badan", JenisJabatan::Jpt, "II.b");
pub(super) static SEKDA: JabatanKind = struktural("Sekretaris Daerah", JenisJabatan::Jpt, "II.a");
pub(super) static INSPEKTUR: JabatanKind = struktural("Inspektur", JenisJabatan::Jpt, "II.b");
pub(super) static CAMAT: JabatanKind = struktural("Camat", JenisJabatan::Administrator, "III.a");
pub(super) static LURAH: JabatanKind = struktural("Lurah", JenisJabatan::Pengawas, "IV.a");
pub(super) static SEKRETARIS: JabatanKind = struktural("Sekretaris", JenisJabatan::Administrator, "III.a");
pub(super) static KEPALA_BIDANG: JabatanKind = struktural("Kepala Bidang", JenisJabatan::Administrator, "III.b");

/// Posts of an office that are stated as official need: the jabatan and its places in an office of common size.
pub(super) static KANTOR: [(JabatanKind, u32); 9] = [
    (pelaksana("Penelaah Teknis Kebijakan", UMUM_S1), 4),
    (pelaksana("Penata Layanan Operasional", UMUM_S1), 3),
    (pelaksana("Pengolah Data dan Informasi", D3_UMUM), 3),
    (pelaksana("Pengelola Layanan Operasional", D3_UMUM), 2),
    (pelaksana("Pengadministrasi Perkantoran", SLTA), 5),
    (fungsional("Perencana", UMUM_S1, 45), 1),
    (fungsional("Analis Keuangan Pusat dan Daerah", EKONOMI, 55), 2),
    (
        fungsional(
            "Pranata Komputer",
            &[
                study(Tk::S1, "Teknik Informatika", "", "S.Kom."),
                study(Tk::D3, "Manajemen Informatika", "", "A.Md.Kom."),
            ],
            35,
        ),
        1,
    ),
    (
        fungsional(
            "Arsiparis",
            &[study(Tk::D3, "Kearsipan", "", "A.Md."), study(Tk::S1, "Ilmu Perpustakaan", "", "S.I.Pust.")],
            60,
        ),
        1,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_puskesmas_table_is_that_of_the_law() {
        use crate::model::puskesmas::KategoriPuskesmas::{Perdesaan, Perkotaan, Terpencil};
        let versions = crate::law::puskesmas::versions();
        let tenaga = &versions.last().expect("the law has a table").tenaga;
        for (line, tenaga) in PUSKESMAS.iter().zip(tenaga) {
            let of_law = [Perkotaan, Perdesaan, Terpencil].map(|k| (tenaga.minimum(k, false), tenaga.minimum(k, true)));
            assert_eq!((line.places, line.jabatan.nama), (of_law, tenaga.jabatan[0].as_str()));
        }
    }

    #[test]
    fn the_puskesmas_table_sums_to_the_totals_of_its_source() {
        for (kawasan, totals) in [(0, (22, 31)), (1, (19, 27)), (2, (19, 27))] {
            let sum =
                |pick: fn((u32, u32)) -> u32| PUSKESMAS.iter().map(|line| pick(line.places[kawasan])).sum::<u32>();
            assert_eq!((sum(|p| p.0), sum(|p| p.1)), totals);
        }
    }
}
