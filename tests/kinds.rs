//! Puskesmas, aspirasi, penilaian, hukuman disiplin, survei and the Dapodik GTK shape: from workbooks to facts.

mod read_kit;

use jiff::civil::date;
use mutasi::check;
use mutasi::finding::{Finding, Noted};
use mutasi::law;
use mutasi::model::aspirasi::Usulan;
use mutasi::model::cells::Kind;
use mutasi::model::kinerja::Predikat;
use mutasi::model::pegawai::Pegawai;
use mutasi::model::puskesmas::KategoriPuskesmas;
use mutasi::model::roster::Roster;
use mutasi::model::status::{StatusAsn, TingkatHukdis};
use mutasi::model::unit::{JenisUnit, Unit};
use read_kit::{C::*, *};

/// The kind a sheet of one header row and one data row is taken for; `None` when it is no table.
fn kind_of(headers: &[&'static str]) -> Option<Kind> {
    let header: Vec<C> = headers.iter().map(|header| T(header)).collect();
    let row: Vec<C> = headers.iter().map(|_| T("x")).collect();
    let noted = Folder::new().with("a.xlsx", &xlsx(&[&header, &row])).read();
    noted.value.tables.first().map(|table| table.kind)
}

fn checked(folder: &Folder) -> Noted<Roster> {
    let tables = folder.read();
    let mut roster = check::roster(&tables.value, date(2026, 12, 1), law::wilayah("15.02"), None);
    roster.findings.splice(0..0, tables.findings);
    roster
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.kode.code).collect()
}

fn person<'r>(roster: &'r Roster, nip: &str) -> &'r Pegawai {
    roster.pegawai.iter().find(|pegawai| pegawai.nip.digits() == nip).unwrap_or_else(|| panic!("{nip} is missing"))
}

fn unit<'r>(roster: &'r Roster, nama: &str) -> &'r Unit {
    roster.units.iter().find(|unit| &*unit.nama == nama).unwrap_or_else(|| panic!("{nama} is missing"))
}

const BUDI: &str = "198601012015011001";
const SITI: &str = "198703022010012002";

const PEOPLE: &[&[C]] = &[
    &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA"), T("SKP 2025")],
    &[T(BUDI), T("BUDI SANTOSO, S.Pd."), T("III/d"), T("Guru Kelas Ahli Muda"), T("SD Negeri 1 Bangko"), T("Baik")],
    &[T(SITI), T("SITI AMINAH"), T("III/c"), T("Guru Kelas Ahli Muda"), T("SD Negeri 2 Bangko"), T("Baik")],
];

fn month() -> Folder {
    Folder::new().with("pegawai.xlsx", &xlsx(PEOPLE))
}

#[test]
fn a_list_about_people_is_told_from_the_personnel_workbook() {
    for (kind, headers) in [
        (Kind::Penilaian, &["NIP", "NAMA", "SKP 2025"][..]),
        (Kind::Penilaian, &["NO", "NIP", "NAMA", "SKP 2023", "SKP 2024", "SKP 2025"]),
        (Kind::Penilaian, &["NIP", "NAMA", "TAHUN", "NILAI SKP", "PREDIKAT KINERJA"]),
        (Kind::Penilaian, &["NIP", "NAMA", "PANGKAT/GOL", "JABATAN", "UNIT KERJA", "JPM"]),
        (Kind::Penilaian, &["NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA", "SKP 2025", "KOTAK TALENTA"]),
        (Kind::Pegawai, &["NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA", "SKP 2024", "SKP 2025"]),
        (Kind::Pegawai, &["NIP", "NAMA", "JABATAN", "UNIT KERJA", "SKP 2025"]),
        (
            Kind::Pegawai,
            &["NIP", "NAMA", "GOL", "TMT GOL", "JENIS JABATAN", "JABATAN", "TMT JABATAN", "UNIT KERJA", "SKP", "JPM"],
        ),
        (Kind::Hukdis, &["NIP", "NAMA", "TINGKAT", "JENIS HUKUMAN", "TMT", "AKHIR"]),
        (Kind::Hukdis, &["NIP", "NAMA", "JABATAN", "UNIT KERJA", "TINGKAT HUKDIS", "TMT HUKDIS", "AKHIR HUKDIS"]),
        (
            Kind::Hukdis,
            &[
                "NIP",
                "NAMA",
                "PANGKAT/GOL",
                "JABATAN",
                "UNIT KERJA",
                "JENIS HUKUMAN",
                "NOMOR SK",
                "TGL SK",
                "TMT",
                "AKHIR",
            ],
        ),
        (
            Kind::Pegawai,
            &["NIP", "NAMA", "GOL", "JABATAN", "UNIT KERJA", "TINGKAT HUKDIS", "TMT HUKDIS", "AKHIR HUKDIS"],
        ),
        (Kind::Aspirasi, &["NIP", "NAMA", "JABATAN", "UNIT KERJA", "USULAN UNIT 1", "BERSEDIA DIPINDAH", "ALASAN"]),
        (Kind::Aspirasi, &["NIP", "NAMA", "MINAT"]),
        (Kind::Pegawai, &["NIP", "NAMA", "JABATAN", "UNIT KERJA"]),
    ] {
        assert_eq!(kind_of(headers), Some(kind), "{headers:?}");
    }
}

#[test]
fn a_list_of_units_is_told_from_the_others() {
    for (kind, headers) in [
        (Kind::Puskesmas, &["NAMA", "KODE REGISTRASI", "AKREDITASI", "ALAMAT", "TITIK KOORDINAT"][..]),
        (Kind::Puskesmas, &["NAMA PUSKESMAS", "KECAMATAN", "KATEGORI KARAKTERISTIK WILAYAH"]),
        (Kind::Puskesmas, &["NAMA PUSKESMAS", "KECAMATAN", "RAWAT INAP/NON RAWAT INAP", "JUMLAH PENDUDUK"]),
        (Kind::Unit, &["NAMA PUSKESMAS", "KODE PUSKESMAS", "KECAMATAN"]),
        (Kind::Unit, &["KODE UNIT", "NAMA UNIT", "JENIS UNIT", "UNIT INDUK", "KECAMATAN", "LINTANG", "BUJUR"]),
        (Kind::Sekolah, &["NAMA SEKOLAH", "NPSN", "BP", "STATUS", "PD", "ROMBEL", "KECAMATAN", "LINTANG", "BUJUR"]),
        (
            Kind::Beban,
            &[
                "NAMA JABATAN",
                "HASIL KERJA",
                "JUMLAH HASIL",
                "WAKTU PENYELESAIAN (MENIT)",
                "KETERANGAN WAKTU",
                "WAKTU EFEKTIF",
                "KEBUTUHAN PEGAWAI",
            ],
        ),
        (Kind::Beban, &["JABATAN", "JENIS TUGAS", "KEGIATAN", "CAPAIAN", "NORMA WAKTU", "SBK", "KEBUTUHAN"]),
        (Kind::Kebutuhan, &["NAMA JABATAN", "UNIT KERJA", "BEBAN KERJA", "ABK", "RIIL", "STATUS"]),
        (Kind::Survei, &["UNIT KERJA", "NILAI IKM"]),
        (Kind::Survei, &["NO", "UNIT PELAYANAN", "JUMLAH RESPONDEN", "IKM", "MUTU PELAYANAN", "PERIODE"]),
        (Kind::Kebutuhan, &["NAMA JABATAN", "NAMA UNIT KERJA", "ABK", "RIIL"]),
    ] {
        assert_eq!(kind_of(headers), Some(kind), "{headers:?}");
    }
}

#[test]
fn wishes_are_facts_of_the_person_and_words_of_objection_are_not_kept() {
    let rows: &[&[C]] = &[
        &[
            T("NIP"),
            T("NAMA"),
            T("JABATAN"),
            T("MINAT"),
            T("USULAN UNIT 1"),
            T("USULAN UNIT 2"),
            T("USULAN UNIT 3"),
            T("BERSEDIA"),
            T("ALASAN"),
            T("KEBERATAN"),
        ],
        &[
            T(BUDI),
            T("Budi Santoso"),
            T("Guru"),
            T("Literasi"),
            T("SDN 2 Bangko"),
            T("SD N 1 Bangko"),
            T("SDN 2 Bangko"),
            T("ya"),
            T("Dekat rumah"),
            T("tidak ada"),
        ],
        &[
            T(SITI),
            T("Siti Aminah"),
            T("Guru"),
            T(""),
            T(""),
            T(""),
            T(""),
            T("Tidak bersedia"),
            T(""),
            T("Merawat ibu"),
        ],
    ];
    let noted = checked(&month().with("aspirasi.xlsx", &xlsx(rows)));
    assert_eq!(codes(&noted.findings), [""; 0], "{}", render_all(&noted.findings));
    let roster = noted.value;
    let budi = person(&roster, BUDI).aspirasi.as_ref().unwrap();
    let wished: Vec<&str> = budi
        .usulan
        .iter()
        .map(|usulan| match usulan {
            Usulan::Unit(id) => &*roster.unit(*id).nama,
            Usulan::Kecamatan(id) => &*roster.wilayah.get(*id).nama,
        })
        .collect();
    assert_eq!(wished, ["SD Negeri 2 Bangko", "SD Negeri 1 Bangko"]);
    assert_eq!(
        (budi.minat.as_deref(), budi.bersedia, budi.beralasan, budi.keberatan),
        (Some("Literasi"), Some(true), true, false)
    );
    let siti = person(&roster, SITI).aspirasi.as_ref().unwrap();
    assert_eq!((siti.bersedia, siti.beralasan, siti.keberatan), (Some(false), false, true));
    assert!(!format!("{roster:?}").contains("Merawat"), "the objection itself went into the roster");
    assert_eq!((roster.rows.of(Kind::Aspirasi).read, roster.rows.of(Kind::Aspirasi).used), (2, 2));
}

#[test]
fn marks_of_all_three_scales_keep_their_year_and_the_list_counts_first() {
    let columns: &[&[C]] = &[
        &[
            T("NIP"),
            T("NAMA"),
            T("SKP 2025"),
            T("Nilai SKP 2021"),
            T("SKP 2020"),
            T("JPM"),
            T("NILAI ASESMEN"),
            T("BOX"),
        ],
        &[T(BUDI), T("Budi Santoso"), T("Sangat Baik"), N(115.0), N(85.5), N(0.8245), T("78,5"), T("Kotak 8")],
    ];
    let rows: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("TAHUN"), T("PREDIKAT"), T("NILAI SKP")],
        &[T(SITI), T("Siti Aminah"), N(2024.0), T("Butuh Perbaikan"), N(99.0)],
        &[T(SITI), T("Siti Aminah"), N(2023.0), T(""), N(76.0)],
    ];
    let noted = checked(&month().with("skp.xlsx", &book(&[("Kolom", columns), ("Baris", rows)])));
    assert_eq!(codes(&noted.findings), ["D-312"], "{}", render_all(&noted.findings));
    let of = |nip| person(&noted.value, nip).skp.iter().map(|skp| (skp.tahun, skp.predikat)).collect::<Vec<_>>();
    use Predikat::{Baik, ButuhPerbaikan, SangatBaik};
    assert_eq!(of(BUDI), [(2025, SangatBaik), (2021, SangatBaik), (2020, Baik)]);
    assert_eq!(of(SITI), [(2025, Baik), (2024, ButuhPerbaikan), (2023, Baik)]);
    let asesmen = person(&noted.value, BUDI).asesmen.as_ref().unwrap();
    let told =
        (asesmen.jpm.map(|n| n.to_string()), asesmen.nilai.map(|n| n.to_string()), asesmen.kotak.map(|k| k.number()));
    assert_eq!(told, (Some("82,45".into()), Some("78,5".into()), Some(8)));
}

#[test]
fn the_gravest_running_punishment_counts_and_an_unreadable_one_keeps_the_person_in_place() {
    let rows: &[&[C]] = &[
        &[
            T("NIP"),
            T("NAMA"),
            T("GOL"),
            T("TMT"),
            T("JABATAN"),
            T("JENIS HUKUMAN"),
            T("TINGKAT"),
            T("TMT"),
            T("AKHIR"),
        ],
        &[
            T(BUDI),
            T("Budi Santoso"),
            T("III/d"),
            D(2020, 4, 1),
            T("Guru"),
            T("Teguran tertulis"),
            T("Ringan"),
            D(2026, 9, 1),
            T(""),
        ],
        &[
            T(BUDI),
            T("Budi Santoso"),
            T("III/d"),
            D(2020, 4, 1),
            T("Guru"),
            T("Pemotongan tukin 25% selama 12 bulan"),
            T(""),
            D(2026, 3, 1),
            D(2027, 3, 1),
        ],
        &[
            T(BUDI),
            T("Budi Santoso"),
            T("III/d"),
            D(2020, 4, 1),
            T("Guru"),
            T("Penurunan jabatan"),
            T("Berat"),
            D(2021, 1, 1),
            D(2022, 1, 1),
        ],
        &[T(SITI), T("Siti Aminah"), T("III/c"), D(2020, 4, 1), T("Guru"), T("lihat SK"), T(""), D(2026, 9, 1), T("")],
    ];
    let noted = checked(&month().with("hukdis.xlsx", &xlsx(rows)));
    assert_eq!(codes(&noted.findings), ["D-114"], "{}", render_all(&noted.findings));
    let hukdis = person(&noted.value, BUDI).hukdis.unwrap();
    assert_eq!((hukdis.tingkat, hukdis.tmt_mulai), (TingkatHukdis::Sedang, Some(date(2026, 3, 1))));
    assert_eq!((noted.value.pegawai.len(), noted.value.tak_terbaca.len()), (1, 1));
}

#[test]
fn a_damaged_nip_of_a_list_is_restored_from_the_personnel_workbook() {
    let rows: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("TAHUN"), T("PREDIKAT")],
        &[N(1.986_010_120_150_11e17), T("Budi Santoso"), N(2024.0), T("Baik")],
        &[N(1.986_010_120_150_11e17), T("Budi Santoso"), N(2023.0), T("Baik")],
        &[N(1.986_010_120_150_11e17), T("Budi Susanto"), N(2023.0), T("Baik")],
    ];
    let noted = checked(&month().with("skp.xlsx", &xlsx(rows)));
    assert_eq!(codes(&noted.findings), ["D-128", "D-128", "D-102"], "{}", render_all(&noted.findings));
    assert_eq!(person(&noted.value, BUDI).skp.len(), 3);
    assert_eq!(noted.value.rows.of(Kind::Penilaian).used, 2);
}

#[test]
fn a_puskesmas_report_makes_and_enriches_puskesmas_and_no_other_unit_is_lost() {
    let report: &[&[C]] = &[
        &[
            T("No"),
            T("Nama"),
            T("Kode Registrasi"),
            T("Akreditasi"),
            T("Alamat"),
            T("Titik Koordinat"),
            T("Kategori Karakteristik Wilayah"),
            T("Kemampuan Penyelenggaraan"),
            T("Luas Wilayah"),
            T("Jumlah Penduduk"),
        ],
        &[
            N(1.0),
            T("Bangko"),
            T("P1502020101"),
            T("Paripurna"),
            T("Jl. Contoh 1"),
            T("-2,07561; 102,28114"),
            T("Perkotaan"),
            T("Non Rawat Inap"),
            T("24,5 km2"),
            T("31.250"),
        ],
        &[
            N(2.0),
            T("PUSKESMAS JANGKAT"),
            T("P1502010101"),
            T("Dasar"),
            T("Jl. Contoh 2"),
            T("101.74241, -2.52682"),
            T("Sangat Terpencil"),
            T("Rawat Inap"),
            T(""),
            N(9120.0),
        ],
    ];
    let units: &[&[C]] = &[
        &[T("KODE UNIT"), T("NAMA UNIT"), T("UNIT INDUK"), T("KECAMATAN")],
        &[T("P1502020101"), T("UPTD Puskesmas Bangko"), T("Dinas Kesehatan"), T("Bangko")],
    ];
    let noted = checked(&month().with("puskesmas.xlsx", &xlsx(report)));
    assert_eq!(codes(&noted.findings), ["D-121"], "{}", render_all(&noted.findings));
    let roster = noted.value;
    assert_eq!(roster.pegawai.len(), 2, "the people's own units are still made from their rows");
    let bangko = unit(&roster, "Puskesmas Bangko");
    let told = bangko.puskesmas.unwrap();
    assert_eq!(
        (bangko.jenis, told.kategori, told.rawat_inap),
        (JenisUnit::Puskesmas, Some(KategoriPuskesmas::Perkotaan), Some(false))
    );
    assert_eq!((told.luas_ratusan_km2, told.penduduk), (Some(2450), Some(31_250)));
    let jangkat = unit(&roster, "PUSKESMAS JANGKAT");
    assert_eq!(jangkat.puskesmas.unwrap().rawat_inap, Some(true));
    let distance = bangko.koordinat.unwrap().distance_m(jangkat.koordinat.unwrap());
    assert!((77_000..79_000).contains(&distance), "{distance}");

    let noted = checked(&Folder::new().with("puskesmas.xlsx", &xlsx(report)).with("unit.xlsx", &xlsx(units)));
    let roster = noted.value;
    assert_eq!(roster.units.len(), 2);
    let bangko = unit(&roster, "Puskesmas Bangko");
    assert_eq!((bangko.induk.as_deref(), bangko.kecamatan.is_some()), (Some("Dinas Kesehatan"), true));
}

#[test]
fn coordinates_of_schools_and_units_are_read_where_given() {
    let schools: &[&[C]] = &[
        &[T("Nama Sekolah"), T("NPSN"), T("BP"), T("Status"), T("Rombel"), T("Kecamatan"), T("Lintang"), T("Bujur")],
        &[T("SD Negeri 1 Bangko"), T("10500001"), T("SD"), T("Negeri"), N(6.0), T("Bangko"), N(-2.0756), N(102.2811)],
        &[T("SD Negeri 2 Bangko"), T("10500002"), T("SD"), T("Negeri"), N(6.0), T("Bangko"), N(0.0), N(0.0)],
    ];
    let noted = checked(&month().with("sekolah.xlsx", &xlsx(schools)));
    assert_eq!(codes(&noted.findings), ["D-132"], "{}", render_all(&noted.findings));
    assert!(unit(&noted.value, "SD Negeri 1 Bangko").koordinat.is_some());
    assert!(unit(&noted.value, "SD Negeri 2 Bangko").koordinat.is_none());
    let units: &[&[C]] = &[
        &[T("NAMA UNIT"), T("KECAMATAN"), T("LATITUDE"), T("LONGITUDE")],
        &[T("SD Negeri 2 Bangko"), T("Bangko"), T("-2,0811"), T("102,2901")],
        &[T("Dinas Kesehatan"), T("Bangko"), T("-2,0811"), T("102,2901")],
    ];
    let both = month().with("sekolah.xlsx", &xlsx(schools)).with("unit.xlsx", &xlsx(units));
    let roster = checked(&both).value;
    for nama in ["SD Negeri 2 Bangko", "Dinas Kesehatan"] {
        assert!(unit(&roster, nama).koordinat.is_some(), "{nama}");
    }
}

#[test]
fn surveys_are_facts_of_their_unit_the_newest_first() {
    let rows: &[&[C]] = &[
        &[T("UNIT PELAYANAN"), T("PERIODE"), T("NILAI IKM"), T("RESPONDEN")],
        &[T("SDN 1 Bangko"), T("Semester I 2025"), T("82,35"), N(150.0)],
        &[T("SDN 1 Bangko"), T("Semester I 2026"), N(3.4), N(1200.0)],
        &[T("Dinas Pariwisata"), T("2026"), N(80.0), N(10.0)],
    ];
    let parted: &[&[C]] = &[
        &[T("NAMA UNIT KERJA"), T("TAHUN"), T("TRIWULAN"), T("IKM"), T("MUTU PELAYANAN")],
        &[T("SDN 2 Bangko"), N(2026.0), T("II"), N(80.0), T("B")],
        &[T("SDN 2 Bangko"), N(2026.0), T("I"), N(79.0), T("B")],
    ];
    let noted = checked(&month().with("skm.xlsx", &book(&[("Semester", rows), ("Triwulan", parted)])));
    let quarters = unit(&noted.value, "SD Negeri 2 Bangko").survei.iter().filter_map(|survei| survei.periode);
    assert_eq!(quarters.map(|periode| periode.to_string()).collect::<Vec<_>>(), ["triwulan 2 2026", "triwulan 1 2026"]);
    assert_eq!(codes(&noted.findings), ["D-121", "D-108"], "{}", render_all(&noted.findings));
    let told: Vec<_> = unit(&noted.value, "SD Negeri 1 Bangko")
        .survei
        .iter()
        .map(|survei| (survei.ikm.to_string(), survei.periode.map(|periode| periode.to_string()), survei.responden))
        .collect();
    let expected = [("85", "semester 1 2026", 1200), ("82,35", "semester 1 2025", 150)];
    let expected = expected.map(|(ikm, periode, n)| (ikm.to_string(), Some(periode.to_string()), Some(n)));
    assert_eq!(told, expected);
}

/// A Daftar GTK as Dapodik gives it out, with these rows under the header.
fn gtk(titles: &[&[C]], rows: &[&[C]]) -> Vec<u8> {
    let header: &[C] = &[
        T("No"),
        T("Nama"),
        T("NUPTK"),
        T("JK"),
        T("Tempat Lahir"),
        T("Tanggal Lahir"),
        T("NIP"),
        T("Status Kepegawaian"),
        T("Jenis PTK"),
        T("Agama"),
        T("Alamat Jalan"),
        T("RT"),
        T("RW"),
        T("Nama Dusun"),
        T("Desa/Kelurahan"),
        T("Kecamatan"),
        T("Kode Pos"),
        T("Telepon"),
        T("HP"),
        T("Email"),
        T("Tugas Tambahan"),
        T("SK CPNS"),
        T("Tanggal CPNS"),
        T("SK Pengangkatan"),
        T("TMT Pengangkatan"),
        T("Lembaga Pengangkatan"),
        T("Pangkat Golongan"),
        T("Sumber Gaji"),
        T("Nama Ibu Kandung"),
        T("Status Perkawinan"),
        T("Nama Suami/Istri"),
        T("NIP Suami/Istri"),
        T("Pekerjaan Suami/Istri"),
        T("TMT PNS"),
        T("Sudah Lisensi Kepala Sekolah"),
        T("Pernah Diklat Kepengawasan"),
        T("Keahlian Braille"),
        T("Keahlian Bahasa Isyarat"),
        T("NPWP"),
        T("Nama Wajib Pajak"),
        T("Kewarganegaraan"),
        T("Bank"),
        T("Nomor Rekening Bank"),
        T("Rekening Atas Nama"),
        T("NIK"),
        T("No KK"),
        T("Karpeg"),
        T("Karis/Karsu"),
        T("Lintang"),
        T("Bujur"),
        T("NUKS"),
    ];
    let all: Vec<&[C]> = titles.iter().copied().chain([header]).chain(rows.iter().copied()).collect();
    xlsx(&all)
}

/// One row of it: name, sex, birth, NIP, status, jenis PTK, extra duty, golongan.
fn teacher(told: [&'static str; 8]) -> Vec<C> {
    let [nama, jk, lahir, nip, status, ptk, tugas, gol] = told;
    let mut row = vec![T(""); 51];
    for (col, cell) in [
        (0, N(1.0)),
        (1, T(nama)),
        (3, T(jk)),
        (4, T("Bangko")),
        (5, T(lahir)),
        (6, T(nip)),
        (7, T(status)),
        (8, T(ptk)),
        (9, T("Islam")),
        (15, T("Kec. Bangko")),
        (20, T(tugas)),
        (24, T("2015-01-01")),
        (26, T(gol)),
        (40, T("ID")),
        (44, T("9915020101010001")),
        (48, N(-2.07)),
        (49, N(102.28)),
    ] {
        row[col] = cell;
    }
    row
}

#[test]
fn name_and_nip_of_a_list_may_stand_in_one_cell() {
    let rows: &[&[C]] = &[
        &[T("NO"), T("NAMA/NIP"), T("SKP 2024"), T("JPM")],
        &[N(1.0), T("Budi Santoso, S.Pd.\n19860101 201501 1 001"), T("Baik"), N(80.0)],
    ];
    let noted = checked(&month().with("skp.xlsx", &xlsx(rows)));
    assert_eq!(codes(&noted.findings), [""; 0], "{}", render_all(&noted.findings));
    assert_eq!(person(&noted.value, BUDI).skp.len(), 2);
}

#[test]
fn schools_of_one_name_are_told_apart_by_the_kecamatan_of_the_title() {
    let schools: &[&[C]] = &[
        &[T("Nama Sekolah"), T("NPSN"), T("BP"), T("Status"), T("Rombel"), T("Kecamatan")],
        &[T("SD Negeri 1"), T("10500001"), T("SD"), T("Negeri"), N(6.0), T("Bangko")],
        &[T("SD Negeri 1"), T("10500002"), T("SD"), T("Negeri"), N(6.0), T("Jangkat")],
    ];
    let one = teacher(["Budi Santoso", "L", "1986-01-01", BUDI, "PNS", "Guru Kelas", "", "III/d"]);
    let titles: &[&[C]] = &[
        &[T("Daftar Guru")],
        &[T("SD NEGERI 1")],
        &[T("Kecamatan Kec. Jangkat, Kabupaten Kab. Merangin, Provinsi Prov. Jambi")],
    ];
    let folder = Folder::new().with("sekolah.xlsx", &xlsx(schools)).with("gtk.xlsx", &gtk(titles, &[one.as_slice()]));
    let roster = checked(&folder).value;
    let at = roster.unit(person(&roster, BUDI).unit);
    assert_eq!(at.kode.as_deref(), Some("10500002"));
}

#[test]
fn a_gtk_workbook_for_each_school_gives_its_people_to_the_school_of_its_title() {
    let place = "Kecamatan Kec. Bangko, Kabupaten Kab. Merangin, Provinsi Prov. Jambi";
    let titles = |school: &'static str| {
        vec![
            vec![T("Daftar Guru")],
            vec![T(school)],
            vec![T(place)],
            vec![T("Tanggal Unduh: 2026-11-02 08:21:55"), T("Pengunduh: operator@contoh.id")],
        ]
    };
    let file = |school, rows: &[Vec<C>]| {
        let titles = titles(school);
        let titles: Vec<&[C]> = titles.iter().map(Vec::as_slice).collect();
        let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
        gtk(&titles, &rows)
    };
    let one = [
        teacher(["Budi Santoso", "L", "1986-01-01", BUDI, "PNS", "Guru Kelas", "", "III/d"]),
        teacher(["Rina Marlina", "P", "1990-05-05", "", "Guru Honor Sekolah", "Guru Mapel", "", ""]),
        teacher(["Joko Susilo", "L", "1979-05-05", "197905052005011003", "PNS", "Kepala Sekolah", "", "IV/a"]),
    ];
    let two = [
        teacher(["Siti Aminah", "P", "1987-03-02", SITI, "PNS", "Guru Kelas", "Kepala Sekolah", "III/c"]),
        teacher(["Dewi Lestari", "P", "1992-02-02", "199202022022212001", "PPPK", "Guru Kelas", "", "IX"]),
    ];
    let three = [
        teacher([
            "Ahmad Fauzi",
            "L",
            "1985-07-07",
            "198507072010011004",
            "PNS",
            "Tenaga Administrasi Sekolah",
            "",
            "II/c",
        ]),
        teacher(["Tono", "L", "1985-07-07", "", "GTY/PTY", "Guru Kelas", "", ""]),
    ];
    let noted = checked(
        &Folder::new()
            .with("gtk-1.xlsx", &file("SD NEGERI 1 BANGKO", &one))
            .with("gtk-2.xlsx", &file("SD NEGERI 2 BANGKO", &two))
            .with("gtk-3.xlsx", &file("SMP NEGERI 3 BANGKO", &three)),
    );
    assert_eq!(codes(&noted.findings), ["D-125", "D-125"], "{}", render_all(&noted.findings));
    let roster = noted.value;
    let told: Vec<(&str, &str, &str)> = roster
        .pegawai
        .iter()
        .map(|pegawai| (pegawai.nama.as_str(), &*pegawai.jabatan.nama, &*roster.unit(pegawai.unit).nama))
        .collect();
    assert_eq!(
        told,
        [
            ("Joko Susilo", "Kepala Sekolah", "SD NEGERI 1 BANGKO"),
            ("Ahmad Fauzi", "Tenaga Administrasi Sekolah", "SMP NEGERI 3 BANGKO"),
            ("Budi Santoso", "Guru Kelas", "SD NEGERI 1 BANGKO"),
            ("Siti Aminah", "Guru Kelas", "SD NEGERI 2 BANGKO"),
            ("Dewi Lestari", "Guru Kelas", "SD NEGERI 2 BANGKO"),
        ]
    );
    let dewi = person(&roster, "199202022022212001");
    assert_eq!((dewi.status, dewi.tmt_unit), (StatusAsn::Pppk, None));
    assert!(person(&roster, SITI).leads_unit() && person(&roster, SITI).golongan.is_some());
    assert!(roster.units.iter().all(|unit| unit.kecamatan.is_some()), "the title tells the kecamatan of the school");
    assert_eq!((roster.rows.of(Kind::Pegawai).read, roster.rows.of(Kind::Pegawai).used), (5, 5));
    assert_eq!(roster.non_asn, 2);
}

#[test]
fn a_punishment_whose_nip_cannot_be_used_holds_everybody_of_that_name() {
    const PUNISHED: [C; 4] = [T("NIP"), T("NAMA"), T("TINGKAT HUKDIS"), T("TMT HUKDIS")];
    let people: &[&[C]] = &[
        PEOPLE[0],
        PEOPLE[1],
        PEOPLE[2],
        &[
            T("198704042010012004"),
            T("SITI AMINAH"),
            T("III/c"),
            T("Guru Kelas Ahli Muda"),
            T("SD Negeri 1 Bangko"),
            T("Baik"),
        ],
    ];
    for (nip, nama, kept) in [
        ("19860101201501100", "BUDI SANTOSO, S.Pd.", &[SITI, "198704042010012004"][..]),
        ("", "Budi Santoso", &[SITI, "198704042010012004"]),
        ("198601012015011009", "BUDI SANTOSO", &[SITI, "198704042010012004"]),
        (SITI, "BUDI SANTOSO", &["198704042010012004"]),
        ("", "SITI AMINAH", &[BUDI]),
        ("19860101201501100", "BUDI SANTOSA, S.Pd.", &[SITI, "198704042010012004"]),
        ("198601012015011009", "BUDI SANTSO", &[SITI, "198704042010012004"]),
        ("", "SITI AMINA", &[BUDI]),
        ("", "RINA MARLINA", &[BUDI, SITI, "198704042010012004"]),
    ] {
        let rows: &[&[C]] = &[&PUNISHED, &[T(nip), T(nama), T("Berat"), T("01-03-2026")]];
        let folder = Folder::new().with("pegawai.xlsx", &xlsx(people)).with("hukdis.xlsx", &xlsx(rows));
        let noted = checked(&folder);
        let clean = |pegawai: &&Pegawai| pegawai.hukdis.is_none();
        let free: Vec<&str> = noted.value.pegawai.iter().filter(clean).map(|pegawai| pegawai.nip.digits()).collect();
        assert_eq!(free, kept, "{nip} {nama}: {:?}", noted.findings);
        assert!(codes(&noted.findings).contains(&"D-316"), "{nip} {nama}");
    }
    // The owner of a whole NIP is meant, with a slip in the name.
    let rows: &[&[C]] = &[&PUNISHED, &[T(BUDI), T("BUDI SANTOSA"), T("Berat"), T("01-03-2026")]];
    let noted = checked(&Folder::new().with("pegawai.xlsx", &xlsx(people)).with("hukdis.xlsx", &xlsx(rows)));
    assert!(!codes(&noted.findings).contains(&"D-316"), "{:?}", noted.findings);
}
