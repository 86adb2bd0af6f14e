//! Columns of the pegawai workbooks: SIASN export, DUK, nominatif (domain §3.1).

use super::{Column, Schema, Values::*, Weight::*, column, values};
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Pegawai, columns: COLUMNS };

const COLUMNS: &[Column] = &[
    column(
        "nip",
        "NIP",
        &[
            "NIP BARU",
            "NIP/NI PPPK",
            "NIP/NIPPPK",
            "NIPPPK",
            "NI PPPK",
            "N I P",
            "NOMOR INDUK PEGAWAI",
            "NIP PEGAWAI",
            "FORMATTED NIP",
        ],
        Required,
        "NIP atau NI PPPK, 18 angka. Format kolomnya Teks; jangan diketik sebagai bilangan.",
        "198601012015011001",
    )
    .of(Nip),
    column(
        "nama",
        "NAMA",
        &[
            "NAMA LENGKAP DENGAN GELAR",
            "NAMA LENGKAP",
            "NAMA PEGAWAI",
            "NAMA PNS",
            "NAMA ASN",
            "NAMA LENGKAP TANPA GELAR",
            "NAMA/NIP", "NIP/NAMA", "NAMA DAN NIP"],
        Required,
        "Nama lengkap, dengan atau tanpa gelar. Nama dan NIP boleh dalam satu sel, di bawah judul NAMA/NIP.",
        "Budi Santoso, S.Pd.",
    ),
    column("gelar_depan", "GELAR DEPAN", &["GLR DPN", "GLR DEPAN"], Optional, "Gelar di depan nama.", "Drs.").aside(),
    column(
        "gelar_belakang",
        "GELAR BELAKANG",
        &["GLR BLK", "GLR BELAKANG"],
        Optional,
        "Gelar di belakang nama.",
        "S.Pd.",
    )
    .aside(),
    column(
        "tempat_lahir",
        "TEMPAT LAHIR",
        &["TEMPAT LAHIR NAMA"],
        Optional,
        "Kabupaten atau kota kelahiran.",
        "Bangko",
    ),
    column(
        "tgl_lahir",
        "TANGGAL LAHIR",
        &["TGL LAHIR", "TEMPAT/TGL LAHIR", "TEMPAT TANGGAL LAHIR", "TEMPAT DAN TANGGAL LAHIR", "TTL"],
        Optional,
        "Tanggal lahir; dicocokkan dengan NIP. Tempat lahir boleh di depannya, dipisahkan koma.",
        "01-01-1986",
    )
    .of(Tanggal),
    column(
        "jenis_kelamin",
        "JENIS KELAMIN",
        &["JK", "L/P", "SEX", "GENDER", "KELAMIN"],
        Optional,
        "L atau P; dicocokkan dengan NIP.",
        "L",
    )
    .of(Daftar(values::jenis_kelamin)),
    column(
        "status_asn",
        "STATUS ASN",
        &["STATUS CPNS PNS", "STATUS PEGAWAI", "STATUS KEPEGAWAIAN", "JENIS PEGAWAI", "JENIS PEGAWAI NAMA"],
        Optional,
        "PNS, CPNS, PPPK, atau PPPK Paruh Waktu.",
        "PNS",
    )
    .of(Daftar(values::status_asn)),
    column(
        "kedudukan_hukum",
        "KEDUDUKAN HUKUM",
        &["KEDUDUKAN HUKUM NAMA", "KEDUDUKAN", "STATUS AKTIF"],
        Optional,
        "Aktif, CLTN, Tugas Belajar, Pemberhentian Sementara, dan sebagainya. Kosong dianggap Aktif.",
        "Aktif",
    )
    .of(Daftar(values::kedudukan_hukum)),
    column(
        "golongan",
        "GOLONGAN",
        &[
            "GOLONGAN NAMA",
            "GOLRU",
            "GOL",
            "GOL RUANG",
            "GOL RU",
            "GOLONGAN RUANG",
            "GOLONGAN PANGKAT",
            "PANGKAT GOLONGAN",
            "PANGKAT GOL RUANG",
            "PANGKAT GOLONGAN RUANG",
            "PANGKAT GOLRU",
            "PANGKAT GOL",
            "PKT/GOL",
            "PANGKAT GOL TMT",
            "PANGKAT GOL RUANG TMT",
            "PANGKAT GOLONGAN TMT",
            "PANGKAT GOLONGAN RUANG TMT",
            "PANGKAT GOLRU TMT",
            "GOL AKHIR NAMA",
            "GOL AKHIR",
        ],
        Typical,
        "Golongan ruang PNS I/a sampai IV/e, atau golongan PPPK I sampai XVII.",
        "III/d",
    )
    .of(Daftar(values::golongan)),
    column(
        "pangkat",
        "PANGKAT",
        &["PANGKAT NAMA", "RUANG"],
        Optional,
        "Nama pangkat; dicocokkan dengan golongan. Huruf ruang saja juga dibaca, jika golongannya di kolom lain.",
        "Penata Tingkat I",
    )
    .of(Daftar(values::pangkat)),
    column(
        "tmt_gol",
        "TMT GOLONGAN",
        &["TMT GOLRU", "TMT GOL", "TMT PANGKAT", "TMT KP", "GOLONGAN TMT", "GOL TMT", "PANGKAT TMT", "GOLRU TMT",
            "TMT GOL RUANG", "TMT GOLONGAN RUANG", "TMT PANGKAT GOL", "TMT PANGKAT GOLRU", "TMT PANGKAT GOLONGAN",
            "TMT PANGKAT GOL RUANG", "TMT PANGKAT GOLONGAN RUANG"],
        Typical,
        "Mulai berlakunya golongan terakhir, selalu tanggal 1.",
        "01-04-2022",
    )
    .of(TanggalSatu),
    column(
        "jenis_jabatan",
        "JENIS JABATAN",
        &["JENIS JABATAN NAMA", "KELOMPOK JABATAN"],
        Typical,
        "JPT, Administrator, Pengawas, Fungsional, atau Pelaksana.",
        "Fungsional",
    )
    .of(Daftar(values::jenis_jabatan)),
    column(
        "jabatan",
        "JABATAN",
        &[
            "JABATAN NAMA",
            "NAMA JABATAN",
            "JABATAN TERAKHIR",
            "JABATAN FUNGSIONAL",
            "NAMA JAB",
            "JAB",
            "JABATAN SAAT INI",
        ],
        Typical,
        "Nama jabatan sesuai SK terakhir, dengan jenjangnya.",
        "Guru Kelas Ahli Muda",
    )
    .must(),
    column("jft", "JFT NAMA", &["JFT"], Typical, "Nama jabatan fungsional tertentu dari SIASN.", "GURU AHLI MUDA")
        .aside(),
    column(
        "jfu",
        "JFU NAMA",
        &["JFU"],
        Typical,
        "Nama jabatan pelaksana (fungsional umum) dari SIASN.",
        "PENGELOLA KEPEGAWAIAN",
    )
    .aside(),
    column(
        "jenis_ptk",
        "JENIS PTK",
        &["JENIS GTK"],
        Optional,
        "Tugas menurut Dapodik: Guru Kelas, Guru Mapel, Kepala Sekolah. Dibaca jika kolom jabatan tidak ada atau kosong.",
        "Guru Kelas",
    ),
    column(
        "tugas_tambahan",
        "TUGAS TAMBAHAN",
        &["JABATAN TAMBAHAN"],
        Optional,
        "Kepala Sekolah, Kepala Puskesmas, dan sejenisnya.",
        "Kepala Sekolah",
    )
    .aside(),
    column(
        "eselon",
        "ESELON",
        &["ESELON NAMA", "ES", "ESL"],
        Optional,
        "Eselon jabatan struktural; kosong jika tidak ada.",
        "III.a",
    )
    .aside(),
    column(
        "tmt_jabatan",
        "TMT JABATAN",
        &["TMT JAB", "JABATAN TMT"],
        Typical,
        "Mulai menjabat jabatan terakhir.",
        "01-07-2019",
    )
    .of(Tanggal),
    column(
        "tmt_unit",
        "TMT UNIT",
        &[
            "TMT KERJA",
            "TMT DI UNIT",
            "MULAI BERTUGAS",
            "TMT SPMT",
            "TMT UNIT KERJA",
            "TMT PENGANGKATAN",
            "UNIT KERJA TMT",
        ],
        Optional,
        "Mulai bertugas di unit sekarang. Kosong berarti tidak diketahui; masa di unit tidak dinilai.",
        "01-07-2019",
    )
    .of(Tanggal),
    column(
        "kode_unit",
        "KODE UNIT",
        &["KODE UNIT KERJA", "KODE UNOR", "UNOR ID", "UNIT ORGANISASI ID"],
        Optional,
        "Kode unit kerja, NPSN bagi sekolah; sama dengan kode di data unit.",
        "10500123",
    )
    .of(Kode),
    column(
        "unit",
        "UNIT KERJA",
        &[
            "UNIT ORGANISASI NAMA",
            "UNIT ORGANISASI",
            "UNOR NAMA",
            "UNOR",
            "NAMA UNIT KERJA",
            "NAMA UNIT",
            "SUBAG/UNIT KERJA",
            "SATKER",
            "SATUAN KERJA",
            "TEMPAT TUGAS",
            "UNIT STATISTIK",
            "OPD",
            "SKPD",
            "INSTANSI",
        ],
        Typical,
        "Nama unit tempat bertugas, sama dengan nama di data unit.",
        "SD Negeri 12 Bangko",
    )
    .must(),
    column(
        "unit_induk",
        "UNIT INDUK",
        &["UNIT/UNIT KERJA INDUK", "UNIT KERJA INDUK", "UNOR INDUK", "UNOR INDUK NAMA", "PERANGKAT DAERAH", "DINAS"],
        Optional,
        "Perangkat daerah di atas unit kerja.",
        "Dinas Pendidikan dan Kebudayaan",
    ),
    column(
        "tingkat_pendidikan",
        "TINGKAT PENDIDIKAN",
        &[
            "TK PENDIDIKAN NAMA",
            "TINGKAT PENDIDIKAN NAMA",
            "TK PENDIDIKAN",
            "JENJANG PENDIDIKAN",
            "TK IJAZAH",
            "PENDIDIKAN TINGKAT",
            "PENDIDIKAN TERAKHIR TINGKAT",
        ],
        Optional,
        "Tingkat pendidikan terakhir.",
        "S-1",
    )
    .of(Daftar(values::tingkat_pendidikan)),
    column(
        "pendidikan",
        "PENDIDIKAN NAMA",
        &[
            "NAMA PENDIDIKAN",
            "JURUSAN",
            "PRODI",
            "PROGRAM STUDI",
            "JENIS PENDIDIKAN",
            "PENDIDIKAN TERAKHIR",
            "PEND. TERAKHIR",
            "PENDIDIKAN",
            "PEND",
        ],
        Optional,
        "Tingkat dan jurusan pendidikan terakhir.",
        "S-1 Pendidikan Guru Sekolah Dasar",
    ),
    column(
        "tmt_cpns",
        "TMT CPNS",
        &["CPNS TMT"],
        Optional,
        "Mulai sebagai CPNS atau PPPK; dicocokkan dengan NIP.",
        "01-01-2015",
    )
    .of(TanggalSatu),
    column("tmt_pns", "TMT PNS", &["PNS TMT"], Optional, "Mulai sebagai PNS.", "01-01-2016").of(TanggalSatu),
    column(
        "skp_1",
        "SKP TERAKHIR",
        &["SKP", "PREDIKAT KINERJA", "PREDIKAT SKP", "NILAI SKP", "PPK", "KINERJA"],
        Optional,
        "Predikat kinerja tahun terakhir. Judul yang memuat tahun, seperti SKP 2025, juga dikenal: yang terbaru dipakai di sini.",
        "Baik",
    )
    .of(Daftar(values::predikat)),
    column(
        "skp_2",
        "SKP SEBELUMNYA",
        &["PREDIKAT KINERJA SEBELUMNYA"],
        Optional,
        "Predikat kinerja tahun sebelumnya, seperti SKP 2024.",
        "Sangat Baik",
    )
    .of(Daftar(values::predikat)),
    column(
        "hukdis_tingkat",
        "TINGKAT HUKDIS",
        &["HUKUMAN DISIPLIN", "HUKDIS", "TINGKAT HUKUMAN DISIPLIN"],
        Optional,
        "Ringan, Sedang, atau Berat; kosong jika tidak ada.",
        "Ringan",
    )
    .of(Daftar(values::tingkat_hukdis)).aside(),
    column(
        "hukdis_mulai",
        "TMT HUKDIS",
        &["TMT HUKUMAN DISIPLIN", "MULAI HUKDIS"],
        Optional,
        "Mulai berlakunya hukuman disiplin.",
        "01-03-2026",
    )
    .of(Tanggal).aside(),
    column(
        "hukdis_akhir",
        "AKHIR HUKDIS",
        &["AKHIR HUKUMAN DISIPLIN", "TGL AKHIR HUKDIS", "AKHIR"],
        Optional,
        "Berakhirnya hukuman disiplin.",
        "01-03-2027",
    )
    .of(Tanggal).aside(),
    column(
        "kecamatan",
        "KECAMATAN TINGGAL",
        &["KECAMATAN", "KECAMATAN TEMPAT TINGGAL", "KECAMATAN DOMISILI"],
        Optional,
        "Kecamatan tempat tinggal, untuk menghitung jarak.",
        "Bangko",
    )
    .of(Kecamatan),
    column(
        "perlindungan",
        "PERLINDUNGAN",
        &["PELINDUNGAN"],
        Optional,
        "Ya jika pegawai perlu dilindungi dari pemindahan jauh. Alasannya tidak perlu ditulis.",
        "Ya",
    )
    .of(Daftar(values::ya_tidak)).aside(),
    // SIASN tells of each person whose he or she is and where at work (domain R46), by name or by code.
    column(
        "instansi_induk",
        "INSTANSI INDUK",
        &["INSTANSI INDUK NAMA"],
        Optional,
        "Instansi asal pegawai. Berbeda dengan instansi kerja berarti dipekerjakan, diperbantukan, atau titipan.",
        "Pemerintah Kabupaten Merangin",
    )
    .unasked(),
    column(
        "instansi_kerja",
        "INSTANSI KERJA",
        &["INSTANSI KERJA NAMA"],
        Optional,
        "Instansi tempat pegawai bekerja.",
        "Pemerintah Kabupaten Merangin",
    )
    .unasked(),
    column(
        "instansi_induk_id",
        "INSTANSI INDUK ID",
        &[],
        Optional,
        "Kode SIASN instansi induk; dipakai bila namanya tidak ada.",
        "7001",
    )
    .unasked(),
    column(
        "instansi_kerja_id",
        "INSTANSI KERJA ID",
        &[],
        Optional,
        "Kode SIASN instansi kerja; dipakai bila namanya tidak ada.",
        "7001",
    )
    .unasked(),
    // Sensitive, and read for one purpose only: that nobody comes under a husband or wife (domain R04).
    column(
        "nip_pasangan",
        super::NIP_PASANGAN,
        &["NIP PASANGAN"],
        Optional,
        "NIP suami atau istri yang juga ASN; hanya untuk aturan konflik kepentingan, tidak pernah dicetak.",
        "198601012015011001",
    )
    .unasked(),
    // What a profession asks for; exports of Dapodik and SISDMK have it.
    column(
        "sertifikat",
        "SERTIFIKAT PENDIDIK",
        &["SERTIFIKASI", "BIDANG STUDI SERTIFIKASI", "BIDANG STUDI SERTIFIKAT", "SERTIFIKAT BIDANG STUDI"],
        Optional,
        "Bidang studi sertifikat pendidik; Sudah jika bidangnya tidak diketahui, Belum jika belum bersertifikat.",
        "Guru Kelas SD",
    )
    .unasked(),
    column("mapel", "MAPEL DIAMPU", &["MATA PELAJARAN", "MAPEL"], Optional, "Mata pelajaran yang diampu.", "Matematika")
        .unasked(),
    column(
        "jjm",
        "JJM",
        &["JUMLAH JAM MENGAJAR", "JAM MENGAJAR"],
        Optional,
        "Jumlah jam mengajar tiap minggu, tanpa jam tugas tambahan.",
        "24",
    )
    .of(Bilangan)
    .unasked(),
    column(
        "jjm_total",
        "TOTAL JJM",
        &["JUMLAH JJM"],
        Optional,
        "Jumlah jam mengajar tiap minggu, termasuk jam tugas tambahan.",
        "24",
    )
    .of(Bilangan)
    .unasked(),
    column(
        "str",
        "STR BERLAKU SAMPAI",
        &["STR", "MASA BERLAKU STR", "TANGGAL AKHIR STR", "AKHIR STR"],
        Optional,
        "Akhir masa berlaku STR tenaga kesehatan, atau Seumur Hidup.",
        "Seumur Hidup",
    )
    .unasked(),
    column(
        "sip",
        "SIP BERLAKU SAMPAI",
        &["SIP", "MASA BERLAKU SIP", "TANGGAL AKHIR SIP", "AKHIR SIP"],
        Optional,
        "Akhir masa berlaku SIP tenaga kesehatan di tempat sekarang; dicatat, tidak dinilai.",
        "01-03-2029",
    )
    .unasked(),
    column(
        "tmt_tugas_tambahan",
        "TMT TUGAS TAMBAHAN",
        &["TUGAS TAMBAHAN TMT", "TMT KEPALA SEKOLAH"],
        Optional,
        "Mulai menjalankan tugas tambahan, misalnya sebagai kepala sekolah.",
        "01-07-2023",
    )
    .of(Tanggal)
    .unasked(),
    column(
        "akhir_perjanjian",
        "AKHIR PERJANJIAN KERJA",
        &["TMT AKHIR PERJANJIAN KERJA", "TANGGAL AKHIR PERJANJIAN KERJA", "AKHIR PERJANJIAN", "AKHIR KONTRAK"],
        Optional,
        "Hari terakhir perjanjian kerja PPPK; PPPK bertugas sampai BUP jabatannya atau akhir perjanjian ini.",
        "31-12-2029",
    )
    .of(Tanggal)
    .unasked(),
    column(
        "manajerial",
        "PENGALAMAN MANAJERIAL",
        &["LAMA PENGALAMAN MANAJERIAL", "PENGALAMAN MANAJERIAL TAHUN"],
        Optional,
        "Lama pengalaman manajerial dalam tahun penuh, untuk syarat kepala sekolah; 0 jika belum ada.",
        "2",
    )
    .of(Bilangan)
    .unasked(),
    // Beside the golongan's name an export gives its code, which counts only where the name is not there.
    column("golongan_id", "GOL AKHIR ID", &[], Optional, "Kode golongan SIASN; 32 adalah III/b.", "32").unasked(),
];
