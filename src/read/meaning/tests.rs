//! Every header of domain §3.1 and §3.2, cell by cell, with the meaning it has for us. None may be unknown.

use super::super::header::{HeadCell, Reading, find, stacked};
use super::*;
use crate::model::cells::CellKind;
use crate::model::kamus::Kamus;

/// `nip` for a column, `-` for what is not read, `!` for what is sensitive, `~` for another name of a column that is
/// read from elsewhere, `=` for the same header again, `?` for the unknown.
fn told(reading: &Reading, at: usize) -> &'static str {
    match reading.meanings[at] {
        Meaning::Column(column) => reading.schema.columns[column].name,
        Meaning::Twin(_) => "=",
        Meaning::Synonym(_) => "~",
        Meaning::Sensitive => "!",
        Meaning::Unused => "-",
        Meaning::Unknown => "?",
    }
}

fn row(texts: &[&str]) -> Vec<HeadCell> {
    let cells = texts.iter().enumerate().filter(|(_, text)| !text.is_empty());
    cells.map(|(col, text)| HeadCell { col: col as u32, kind: CellKind::Text, text: (*text).into() }).collect()
}

/// The meanings of a whole header of one to three rows.
fn read(rows: &[&[&str]]) -> Reading {
    let rows = (0..).zip(rows.iter().map(|texts| row(texts))).collect();
    find(&rows, &Kamus::default()).expect("a header is among the rows")
}

fn words(rows: &[&[&str]]) -> Vec<(String, &'static str)> {
    let reading = read(rows);
    (0..reading.headers.len()).map(|at| (reading.headers[at].printed.clone(), told(&reading, at))).collect()
}

/// A header of one row, written as `HEADER=meaning` with `|` between.
fn holds(kind: Kind, expected: &str) {
    let pairs: Vec<(&str, &str)> =
        expected.split('|').map(|pair| pair.trim().rsplit_once('=').expect("HEADER=meaning")).collect();
    let printed: Vec<&str> = pairs.iter().map(|(printed, _)| *printed).collect();
    let reading = read(&[&printed]);
    assert_eq!(reading.schema.kind, kind);
    for (at, (printed, meaning)) in pairs.iter().enumerate() {
        assert_eq!(told(&reading, at), *meaning, "{printed}");
    }
}

/// Headers that each alone have this meaning beside a bare minimum of their kind.
fn alone(kind: Kind, meaning: &str, headers: &[&str]) {
    let schema = schema::of(kind);
    let required = schema.columns.iter().filter(|column| column.weight == schema::Weight::Required);
    let required: Vec<&str> = required.filter(|column| column.name != meaning).map(|column| column.title).collect();
    for header in headers {
        let cells = row(&[&["NO URUT"], &required[..], &[header]].concat());
        let headers = stacked(&[(0, &cells)]);
        let meanings = meanings(schema, &headers, &Kamus::default());
        let reading = Reading { schema, first_row: 0, last_row: 0, headers, meanings, score: 0 };
        assert_eq!(told(&reading, reading.headers.len() - 1), meaning, "{kind:?} {header}");
    }
}

#[test]
fn every_header_of_identity_and_status_has_its_meaning() {
    for (meaning, headers) in [
        (
            "nip",
            &[
                "NIP BARU",
                "NIP",
                "FORMATTED NIP",
                "NIP.",
                "N I P",
                "NIP/NI PPPK",
                "NIPPPK",
                "NI PPPK",
                "Nomor Induk Pegawai",
                "NIP Pegawai",
            ][..],
        ),
        ("-", &["NIP LAMA", "PNS ID"]),
        (
            "nama",
            &[
                "NAMA",
                "NAMA LENGKAP",
                "Nama Lengkap(Dengan Gelar)",
                "Nama Lengkap(Tanpa Gelar)",
                "NAMA PEGAWAI",
                "NAMA PNS",
                "Nama/NIP",
            ],
        ),
        ("gelar_depan", &["GELAR DEPAN", "GLR DPN"]),
        ("gelar_belakang", &["GELAR BELAKANG", "GLR BLK"]),
        ("!", &["NIK", "No KTP", "AGAMA NAMA", "JENIS KAWIN NAMA", "Status Perkawinan"]),
        ("tempat_lahir", &["TEMPAT LAHIR NAMA", "Tempat Lahir"]),
        ("tgl_lahir", &["TANGGAL LAHIR", "TGL LAHIR", "TTL", "Tempat/Tgl Lahir"]),
        ("jenis_kelamin", &["JENIS KELAMIN", "JK", "L/P", "Sex", "Gender"]),
        ("status_asn", &["STATUS CPNS PNS", "STATUS ASN", "Status Pegawai", "Status Kepegawaian", "JENIS PEGAWAI"]),
        ("kedudukan_hukum", &["KEDUDUKAN HUKUM NAMA", "Kedudukan", "Status Aktif"]),
    ] {
        alone(Kind::Pegawai, meaning, headers);
    }
}

#[test]
fn every_header_of_rank_and_jabatan_has_its_meaning() {
    for (meaning, headers) in [
        (
            "golongan",
            &[
                "GOLONGAN NAMA",
                "GOLRU",
                "Golongan Pangkat",
                "Pangkat Golongan",
                "Gol",
                "Gol.",
                "Gol. Ruang",
                "GOL/RUANG",
                "Gol.Ru",
                "Pangkat/Gol",
                "Pkt/Gol",
                "Golongan/Ruang",
                "Pangkat/Gol.Ruang",
            ][..],
        ),
        ("pangkat", &["PANGKAT"]),
        ("tmt_gol", &["TMT GOLONGAN", "TMT GOLRU", "TMT Gol", "TMT Pangkat", "TMT KP"]),
        ("-", &["MK TAHUN", "MK BULAN", "THN", "BLN", "Masa Kerja (Thn/Bln)", "MKG"]),
        ("jenis_jabatan", &["JENIS JABATAN NAMA", "Jenis Jabatan", "Kelompok Jabatan"]),
        (
            "jabatan",
            &["JABATAN NAMA", "JABATAN", "Nama Jabatan", "Jabatan Fungsional", "Jabatan Terakhir", "Jab.", "Nama Jab"],
        ),
        ("jft", &["JFT NAMA"]),
        ("jfu", &["JFU NAMA"]),
        ("tugas_tambahan", &["Tugas Tambahan", "Jabatan Tambahan"]),
        ("eselon", &["ESELON NAMA", "Es.", "Es", "Esl"]),
        ("tmt_jabatan", &["TMT JABATAN", "TMT Jab"]),
        ("tmt_unit", &["TMT Kerja", "TMT Pengangkatan", "TMT di Unit", "Mulai Bertugas", "TMT SPMT"]),
    ] {
        alone(Kind::Pegawai, meaning, headers);
    }
}

#[test]
fn every_header_of_unit_and_education_has_its_meaning() {
    for (meaning, headers) in [
        (
            "unit",
            &[
                "UNIT ORGANISASI NAMA",
                "UNOR NAMA",
                "SATKER",
                "Unit Kerja",
                "Subag/Unit Kerja",
                "Unit Statistik",
                "Unor",
                "Instansi",
                "Tempat Tugas",
                "Satuan Kerja",
                "OPD",
                "SKPD",
            ][..],
        ),
        ("kode_unit", &["UNOR ID", "UNIT ORGANISASI ID"]),
        ("unit_induk", &["Unit/Unit Kerja Induk", "Perangkat Daerah", "Dinas"]),
        ("-", &["SATUAN KERJA INDUK ID", "SATUAN KERJA KERJA ID"]),
        ("instansi_induk_id", &["INSTANSI INDUK ID"]),
        ("instansi_kerja_id", &["INSTANSI KERJA ID"]),
        ("tingkat_pendidikan", &["TK PENDIDIKAN NAMA", "TINGKAT PENDIDIKAN", "Jenjang Pendidikan", "Tk. Ijazah"]),
        (
            "pendidikan",
            &[
                "PENDIDIKAN NAMA",
                "PENDIDIKAN TERAKHIR",
                "JENIS PENDIDIKAN",
                "Pend. Terakhir",
                "Pend",
                "Jurusan",
                "Prodi",
            ],
        ),
        ("-", &["TANGGAL LULUS", "TAHUN LULUS", "THN PENDIDIKAN", "Thn Lulus"]),
    ] {
        alone(Kind::Pegawai, meaning, headers);
    }
}

#[test]
fn every_header_of_history_family_and_licences_has_its_meaning() {
    for (meaning, headers) in [
        ("tmt_cpns", &["TMT CPNS"][..]),
        ("tmt_pns", &["TMT PNS"]),
        ("-", &["TGL SK CPNS", "TMT PENSIUN", "BUP TH.", "Tgl BUP"]),
        ("skp_1", &["SKP 2023", "SKP 2024", "Predikat Kinerja", "PPK"]),
        ("-", &["JPM", "Nilai Asesmen", "Kotak Talenta", "Box"]),
        ("hukdis_tingkat", &["Hukuman Disiplin", "Tingkat Hukdis"]),
        ("hukdis_mulai", &["TMT Hukdis"]),
        ("hukdis_akhir", &["Akhir", "Akhir Hukdis"]),
        ("!", &["Nama Suami/Istri", "Pekerjaan Suami/Istri"]),
        ("nip_pasangan", &["NIP Suami/Istri"]),
        ("kecamatan", &["Kecamatan"]),
        ("-", &["Alamat Jalan", "RT", "RW", "Nama Dusun", "Desa/Kelurahan", "Lintang", "Bujur", "ALAMAT", "Domisili"]),
        (
            "-",
            &[
                "Minat",
                "Usulan Unit 1",
                "Usulan Unit 2",
                "Usulan Unit 3",
                "Bersedia Dipindah (Ya/Tidak)",
                "Alasan",
                "Keberatan",
            ],
        ),
        ("-", &["Diklat PIM", "Diklat PKA", "Diklat PKP", "Diklat PIM/PKA/PKP", "Diklat Teknis", "Jam Pelajaran (JP)"]),
        ("jjm", &["JJM"]),
        ("jjm_total", &["Total JJM"]),
        ("sertifikat", &["Sertifikasi", "Sertifikat Pendidik"]),
        ("mapel", &["Mapel Diampu"]),
        ("str", &["STR", "STR Berlaku Sampai"]),
        ("sip", &["SIP", "SIP Berlaku Sampai"]),
        ("tmt_tugas_tambahan", &["TMT Tugas Tambahan"]),
        ("-", &["Mengajar", "Jam Tugas Tambahan", "Kompetensi", "NUPTK", "NRG"]),
    ] {
        alone(Kind::Pegawai, meaning, headers);
    }
}

#[test]
fn the_full_siasn_export_is_known_to_the_last_header() {
    holds(
        Kind::Pegawai,
        "ID=-|NIP LAMA=-|NIP BARU=nip|NAMA=nama|NAMA LENGKAP=~|GELAR DEPAN=gelar_depan|GELAR BELAKANG=gelar_belakang|\
         AGAMA ID=!|AGAMA NAMA=!|TEMPAT LAHIR ID=-|TEMPAT LAHIR NAMA=tempat_lahir|TANGGAL LAHIR=tgl_lahir|\
         JENIS KELAMIN=jenis_kelamin|JENIS KAWIN ID=!|JENIS KAWIN NAMA=!|NIK=!|NOMOR HP=-|NOMOR TELPON=-|EMAIL=-|\
         EMAIL GOV=-|ALAMAT=-|NPWP NOMOR=!|NOMOR BPJS=!|JENIS PEGAWAI ID=-|JENIS PEGAWAI NAMA=~|\
         KEDUDUKAN HUKUM ID=-|KEDUDUKAN HUKUM NAMA=kedudukan_hukum|STATUS CPNS PNS=status_asn|KARTU PEGAWAI=-|\
         NOMOR SK CPNS=-|TGL SK CPNS=-|TMT CPNS=tmt_cpns|NOMOR SK PNS=-|TGL SK PNS=-|TMT PNS=tmt_pns|\
         GOLONGAN AWAL ID=-|GOLONGAN AWAL NAMA=-|GOLONGAN ID=-|GOLONGAN NAMA=golongan|TMT GOLONGAN=tmt_gol|\
         MK TAHUN=-|MK BULAN=-|JENIS JABATAN ID=-|JENIS JABATAN NAMA=jenis_jabatan|ESELON ID=-|ESELON NAMA=eselon|\
         JFT ID=-|JFT NAMA=jft|JFU ID=-|JFU NAMA=jfu|TMT JABATAN=tmt_jabatan|TK PENDIDIKAN ID=-|\
         TK PENDIDIKAN NAMA=tingkat_pendidikan|PENDIDIKAN ID=-|PENDIDIKAN NAMA=pendidikan|TANGGAL LULUS=-|\
         KPKN ID=-|KPKN NAMA=-|LOKASI KERJA ID=-|LOKASI KERJA NAMA=-|UNIT ORGANISASI ID=kode_unit|\
         UNIT ORGANISASI NAMA=unit",
    );
}

#[test]
fn the_other_siasn_instance_is_known_to_the_last_header() {
    holds(
        Kind::Pegawai,
        "PNS ID=-|NIP BARU=nip|NAMA=nama|STATUS ASN=status_asn|GOL AWAL ID=-|GOL AKHIR ID=golongan_id|\
         TMT GOLONGAN=tmt_gol|JABATAN ID=-|TINGKAT PENDIDIKAN ID=-|TAHUN LULUS=-|NAMA SEKOLAH=-|KPKN ID=-|\
         UNOR ID=kode_unit|INSTANSI INDUK ID=instansi_induk_id|INSTANSI KERJA ID=instansi_kerja_id|SATUAN KERJA INDUK ID=-|SATUAN KERJA KERJA ID=-|\
         KARTU ASN VIRTUAL=-|IS VALID NIK=-|FLAG IKD=-",
    );
}

#[test]
fn the_duk_export_is_known_to_the_last_header() {
    holds(
        Kind::Pegawai,
        "NO=-|NAMA=nama|NIP LAMA=-|NIP BARU=nip|FORMATTED NIP=~|GOLRU=golongan|PANGKAT=pangkat|TMT GOLRU=tmt_gol|\
         SATKER=unit|JABATAN=jabatan|TMT JABATAN=tmt_jabatan|THN=-|BLN=-|PENDIDIKAN TERAKHIR=tingkat_pendidikan|\
         THN PENDIDIKAN=-|JENIS PENDIDIKAN=pendidikan|TGL LAHIR=tgl_lahir|TMT PENSIUN=-|KET=-",
    );
}

#[test]
fn the_dapodik_list_of_gtk_is_known_to_the_last_header() {
    holds(
        Kind::Pegawai,
        "No=-|Nama=nama|NUPTK=-|JK=jenis_kelamin|Tempat Lahir=tempat_lahir|Tanggal Lahir=tgl_lahir|NIP=nip|\
         Status Kepegawaian=status_asn|Jenis PTK=jenis_ptk|Agama=!|Alamat Jalan=-|RT=-|RW=-|Nama Dusun=-|Desa/Kelurahan=-|\
         Kecamatan=kecamatan|Kode Pos=-|Telepon=-|HP=-|Email=-|Tugas Tambahan=tugas_tambahan|SK CPNS=-|\
         Tanggal CPNS=-|SK Pengangkatan=-|TMT Pengangkatan=tmt_unit|Lembaga Pengangkatan=-|Pangkat Golongan=golongan|\
         Sumber Gaji=-|Nama Ibu Kandung=!|Status Perkawinan=!|Nama Suami/Istri=!|NIP Suami/Istri=nip_pasangan|\
         Pekerjaan Suami/Istri=!|TMT PNS=tmt_pns|Sudah Lisensi Kepala Sekolah=-|Pernah Diklat Kepengawasan=-|\
         Keahlian Braille=-|Keahlian Bahasa Isyarat=-|NPWP=!|Nama Wajib Pajak=!|Kewarganegaraan=-|Bank=!|\
         Nomor Rekening Bank=!|Rekening Atas Nama=!|NIK=!|No KK=!|Karpeg=-|Karis/Karsu=!|Lintang=-|Bujur=-|NUKS=-",
    );
}

#[test]
fn a_nominatif_with_every_heading_twice_is_resolved_by_its_neighbours() {
    holds(
        Kind::Pegawai,
        "NO=-|NAMA=nama|NIP=nip|GOLONGAN=golongan|TMT=tmt_gol|ESELON=eselon|TMT=~|JABATAN=jabatan|TMT=tmt_jabatan|\
         CPNS=-|TMT=tmt_cpns|PNS=-|TMT=tmt_pns|AGAMA ID=!|NAMA=!|JENIS KAWIN ID=!|NAMA=!|UNOR ID=kode_unit|NAMA=unit|\
         Nama Suami/Istri=!|NIP=!",
    );
    // The same as merged headings.
    let told = words(&[
        &["NO", "PEGAWAI", "", "GOLONGAN", "", "JABATAN", "", "UNOR", "", "SUAMI/ISTRI", "", "AGAMA", ""],
        &["", "NAMA", "NIP", "NAMA", "TMT", "NAMA", "TMT", "ID", "NAMA", "NAMA", "NIP", "ID", "NAMA"],
    ]);
    let told: Vec<&str> = told.iter().map(|(_, meaning)| *meaning).collect();
    assert_eq!(
        told,
        ["-", "nama", "nip", "golongan", "tmt_gol", "jabatan", "tmt_jabatan", "kode_unit", "unit", "!", "!", "!", "!"]
    );
}

#[test]
fn with_and_without_titles_the_name_with_them_is_read_and_the_other_is_no_twin() {
    let told = words(&[&["NIP", "Nama Lengkap(Tanpa Gelar)", "Nama Lengkap(Dengan Gelar)", "JABATAN"]]);
    assert_eq!((told[1].1, told[2].1), ("~", "nama"));
}

#[test]
fn every_shape_of_kebutuhan_is_known_to_the_last_header() {
    let kebutuhan = Kind::Kebutuhan;
    holds(
        kebutuhan,
        "JENIS JABATAN=jenis_jabatan|NAMA JABATAN=jabatan|KELAS JABATAN=kelas_jabatan|KETERSEDIAAN=riil|\
         KEBUTUHAN=kebutuhan|KURANG/LEBIH=-|STATUS=-",
    );
    holds(
        kebutuhan,
        "NO=-|NAMA JABATAN=jabatan|NAMA UNIT KERJA=unit|KUALIFIKASI PENDIDIKAN=kualifikasi|ABK=kebutuhan|RIIL=riil|\
         STATUS=-|+/-=-",
    );
    holds(
        kebutuhan,
        "NO=-|NAMA JABATAN=jabatan|UNIT KERJA=unit|Bezetting saat ini=riil|Kebutuhan berdasarkan ABK=kebutuhan|\
         Proyeksi=-|Pegawai yang dibutuhkan=-",
    );
    holds(
        kebutuhan,
        "ID=-|Struktur Jabatan ID=-|Nomor=nomor|Parent Nomor=parent_nomor|Posisi ID=-|Nama Jabatan=jabatan|\
         JFU/JFT ID=-|JFU/JFT Nama=~|NPSN=npsn|Nama Sekolah=sekolah|Faskes ID=-|Faskes Nama=faskes|\
         Kelas=kelas_jabatan|ABK=kebutuhan|Unit Kerja ID=kode_unit",
    );
    holds(kebutuhan, "Kode=-|Nama Jabatan=jabatan|ABK=kebutuhan|Kelas=kelas_jabatan|Terisi ASN=riil");
}

#[test]
fn a_rincian_usulan_is_read_under_its_two_rows_whichever_way_bezetting_is_spelt() {
    for spelt in ["Bezzeting", "Bezetting", "Bezeting", "Bezzetting"] {
        let told = words(&[
            &[
                "No",
                "Jabatan",
                "Kategori",
                "Pendidikan",
                "Unit Kerja",
                "ABK",
                spelt,
                "",
                "",
                "",
                "Usulan",
                "",
                "",
                "Kurang/Lebih",
            ],
            &["", "", "", "", "", "", "CPNS", "PNS", "PPPK", "JML", "CPNS", "PPPK", "JML", ""],
        ]);
        let told: Vec<&str> = told.iter().map(|(_, meaning)| *meaning).collect();
        let expected = [
            "-",
            "jabatan",
            "jenis_jabatan",
            "kualifikasi",
            "unit",
            "kebutuhan",
            "-",
            "-",
            "-",
            "riil",
            "-",
            "-",
            "-",
            "-",
        ];
        assert_eq!(told, expected, "{spelt}");
    }
}

#[test]
fn a_projection_over_years_is_read_past() {
    let told = words(&[
        &[
            "No",
            "Nama Jabatan",
            "Unit Kerja",
            "Bezetting saat ini",
            "Kebutuhan berdasarkan ABK",
            "Proyeksi",
            "",
            "Pegawai yang dibutuhkan",
            "",
        ],
        &["", "", "", "", "", "2027", "2028", "2027", "2028"],
    ]);
    let told: Vec<&str> = told.iter().map(|(_, meaning)| *meaning).collect();
    assert_eq!(told, ["-", "jabatan", "unit", "riil", "kebutuhan", "-", "-", "-", "-"]);
}

#[test]
fn the_other_unit_workbooks_are_known_to_the_last_header() {
    holds(
        Kind::Sekolah,
        "No=-|Nama Sekolah=unit|NPSN=npsn|BP=bentuk|Status=status|Last Sync=-|Jml Sync=-|PD=pd|Rombel=rombel|\
         Guru=guru|Pegawai=pegawai|R. Kelas=-|R. Lab=-|R. Perpus=-|Tahun=tahun|Kecamatan=kecamatan",
    );
}
