//! Qualification and rank: what workbooks tell of a profession, the folder's own table of linearity, kinds of moves.

mod read_kit;

use jiff::civil::date;
use mutasi::check;
use mutasi::finding::Finding;
use mutasi::law::{Law, linearitas};
use mutasi::model::jabatan::JenisJabatan;
use mutasi::model::plan::Plan;
use mutasi::model::profesi::{MasaIzin, SertifikatPendidik};
use mutasi::model::roster::Roster;
use mutasi::pipeline::{self, Observer, Options};
use mutasi::settings::Settings;
use mutasi::{law, need, place};
use read_kit::{C::*, *};

struct Silent;

impl Observer for Silent {
    fn stage(&self, _name: &'static str) {}
    fn advance(&self, _done: usize, _all: usize) {}
}

fn roster(folder: &Folder) -> Roster {
    check::roster(&folder.read().value, date(2026, 12, 1), law::wilayah("15.02"), None).value
}

const SITI: &str = "198703022010012002";

const PERAWAT: &[&[C]] = &[
    &[
        T("NIP"),
        T("NAMA"),
        T("GOLONGAN"),
        T("JFT NAMA"),
        T("JFU NAMA"),
        T("UNIT KERJA"),
        T("STR"),
        T("SIP BERLAKU SAMPAI"),
    ],
    &[
        T(SITI),
        T("SITI AMINAH"),
        T("III/c"),
        T("Perawat Ahli Muda"),
        T("Pengelola Data"),
        T("Puskesmas Bangko"),
        T("Seumur Hidup"),
        T("01-03-2029"),
    ],
];

#[test]
fn licences_and_a_second_jabatan_are_read_from_the_personnel_workbook() {
    let roster = roster(&Folder::new().with("pegawai.xlsx", &xlsx(PERAWAT)));
    let profesi = &roster.pegawai[0].profesi;
    assert_eq!(profesi.str_berlaku, Some(MasaIzin::SeumurHidup));
    assert_eq!(profesi.sip_berlaku, Some(MasaIzin::Sampai(date(2029, 3, 1))));
    assert_eq!(profesi.jabatan_lain.as_deref(), Some("Pengelola Data"));
}

#[test]
fn of_two_jabatan_the_second_is_the_other_one_whatever_kind_is_written() {
    let mut rows: Vec<Vec<C>> = PERAWAT.iter().map(|row| row.to_vec()).collect();
    rows[0].push(T("JENIS JABATAN"));
    rows[1].push(T("Pelaksana"));
    let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
    let roster = roster(&Folder::new().with("pegawai.xlsx", &xlsx(&rows)));
    let pegawai = &roster.pegawai[0];
    assert_eq!(pegawai.jabatan.to_string(), "Perawat Ahli Muda");
    assert_eq!(pegawai.jabatan.jenis, JenisJabatan::Fungsional);
    assert_eq!(pegawai.profesi.jabatan_lain.as_deref(), Some("Pengelola Data"));
}

#[test]
fn what_dapodik_tells_of_a_teacher_joins_what_the_duk_tells() {
    let duk: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("ESELON"), T("UNIT KERJA")],
        &[T(SITI), T("SITI AMINAH"), T("III/c"), T("Guru Kelas Ahli Muda"), T(""), T("SD Negeri 1 Bangko")],
    ];
    let gtk: &[&[C]] = &[
        &[
            T("NIP"),
            T("NAMA"),
            T("JABATAN"),
            T("UNIT KERJA"),
            T("TUGAS TAMBAHAN"),
            T("TMT TUGAS TAMBAHAN"),
            T("SERTIFIKASI"),
            T("JJM"),
        ],
        &[
            T(SITI),
            T("SITI AMINAH"),
            T("Guru Kelas"),
            T("SD Negeri 1 Bangko"),
            T("Wakasek"),
            T("01-07-2023"),
            T("Guru Kelas SD/MI"),
            N(26.0),
        ],
    ];
    let folder = Folder::new().with("duk.xlsx", &xlsx(duk)).with("gtk.xlsx", &xlsx(gtk));
    let roster = roster(&folder);
    let profesi = &roster.pegawai[0].profesi;
    assert_eq!(profesi.sertifikat, Some(SertifikatPendidik::Bidang("Guru Kelas SD/MI".into())));
    assert_eq!((profesi.jjm, profesi.tmt_tugas_tambahan), (Some(26), Some(date(2023, 7, 1))));
    assert_eq!(profesi.jabatan_lain, None, "the same jabatan in two tables is one");
}

/// Two people in one post of Dinas A, one of them to spare, and an empty post in Dinas B.
fn two_offices(kelas: [f64; 2], kualifikasi: &'static str) -> Folder {
    let people: &[&[C]] = &[
        &[
            T("NIP"),
            T("NAMA"),
            T("GOLONGAN"),
            T("JABATAN"),
            T("JENIS JABATAN"),
            T("UNIT KERJA"),
            T("TMT JABATAN"),
            T("TMT UNIT"),
            T("PENDIDIKAN TERAKHIR"),
        ],
        &[
            T("198601012015011001"),
            T("BUDI SANTOSO"),
            T("III/b"),
            T("Pengelola Data"),
            T("Pelaksana"),
            T("Dinas Sosial"),
            T("01-01-2019"),
            T("01-01-2019"),
            T("S-1 Hukum"),
        ],
        &[
            T(SITI),
            T("SITI AMINAH"),
            T("III/b"),
            T("Pengelola Data"),
            T("Pelaksana"),
            T("Dinas Sosial"),
            T("01-01-2019"),
            T("01-01-2019"),
            T("S-1 Akuntansi"),
        ],
        &[
            T("197503022000032003"),
            T("RINA MARLINA"),
            T("III/b"),
            T("Pengelola Arsip"),
            T("Pelaksana"),
            T("Dinas Perhubungan"),
            T("01-01-2019"),
            T("01-01-2019"),
            T("S-1 Hukum"),
        ],
    ];
    let need: &[&[C]] = &[
        &[
            T("NAMA JABATAN"),
            T("JENIS JABATAN"),
            T("NAMA UNIT KERJA"),
            T("KELAS JABATAN"),
            T("KEBUTUHAN"),
            T("KUALIFIKASI PENDIDIKAN"),
        ],
        &[T("Pengelola Data"), T("Pelaksana"), T("Dinas Sosial"), N(kelas[0]), N(1.0), T("")],
        &[T("Penyusun Laporan"), T("Pelaksana"), T("Dinas Perhubungan"), N(kelas[1]), N(1.0), T(kualifikasi)],
        &[T("Pengelola Arsip"), T("Pelaksana"), T("Dinas Perhubungan"), N(6.0), N(1.0), T("")],
    ];
    Folder::new().with("pegawai.xlsx", &xlsx(people)).with("kebutuhan.xlsx", &xlsx(need))
}

/// The plan of an office that lets people into another jabatan, and the names of those who move.
fn plan(folder: &Folder, rules: &str) -> (Plan, Vec<String>) {
    let settings = Settings::parse(&format!("[aturan.A-109]\ntingkat = \"mati\"\n{rules}")).unwrap().value;
    let law = Law::at(date(2026, 12, 1), &settings.aturan);
    let roster = roster(folder);
    let needs = need::needs(&roster, &law, &settings).value;
    let plan = place::plan(&roster, &needs, &law, &settings);
    assert!(plan.certificate.holds(), "{:?}", plan.certificate.checks);
    let names = plan.moves.iter().map(|step| roster.pegawai(step.pegawai).nama.as_str().to_string()).collect();
    (plan, names)
}

fn kinds(plan: &Plan) -> Vec<String> {
    plan.moves.iter().map(|step| step.jenis.label()).collect()
}

#[test]
fn a_promotion_is_named_and_kept_out_unless_the_office_allows_it() {
    let folder = two_offices([6.0, 7.0], "");
    assert_eq!(plan(&folder, "").0.moves, []);
    let (allowed, _) = plan(&folder, "[aturan.A-141]\ntingkat = \"peringatan\"\n");
    assert_eq!(kinds(&allowed), ["vertikal (promosi)"]);
    let told: Vec<_> = allowed.moves[0].warnings.iter().filter(|note| note.code == "A-141").collect();
    assert_eq!(told[0].sentence, "perpindahan vertikal (promosi): Pengelola Data ke Penyusun Laporan");
}

#[test]
fn a_fall_of_kelas_is_no_way_to_fill_a_post() {
    let folder = two_offices([7.0, 6.0], "");
    let (kept, _) = plan(&folder, "");
    assert_eq!(kept.moves, []);
    assert!(kept.unfilled[0].alasan.contains("kelas jabatan tidak turun"), "{}", kept.unfilled[0].alasan);
    let (allowed, _) = plan(&folder, "[aturan.A-140]\ntingkat = \"peringatan\"\n");
    assert_eq!(kinds(&allowed), ["vertikal (demosi)"]);
}

#[test]
fn the_qualification_a_post_prints_is_compared_and_shown() {
    let folder = two_offices([7.0, 7.0], "S-1 Akuntansi/Manajemen");
    let (warned, _) = plan(&folder, "");
    assert_eq!(kinds(&warned), ["horizontal"]);
    let (blocked, names) = plan(&folder, "[aturan.A-131]\ntingkat = \"blokir\"\n");
    assert_eq!(names, ["SITI AMINAH"], "who studied law does not go where accounting is asked for");
    assert!(blocked.moves[0].warnings.iter().all(|note| note.code != "A-131"));
}

#[test]
fn what_a_folder_never_tells_is_said_once_and_warns_on_no_move() {
    let (quiet, _) = plan(&two_offices([7.0, 7.0], ""), "");
    let lacking: Vec<_> = quiet.rules.iter().filter_map(|rule| Some((rule.code, rule.tanpa_data?))).collect();
    assert!(lacking.contains(&("A-135", "berkas tidak memuat SKP")), "{lacking:?}");
    assert!(quiet.moves[0].warnings.iter().all(|note| note.code != "A-135"));
}

fn checked(folder: &Folder) -> (Settings, Vec<Finding>) {
    let options = Options { periode: None, tanggal: None, dry_run: true, today: date(2026, 11, 1) };
    let outcome = pipeline::check(folder.root(), options, &Silent).unwrap();
    (outcome.settings, outcome.findings)
}

#[test]
fn a_folders_own_table_of_linearity_is_used() {
    let folder = two_offices([7.0, 7.0], "");
    let rows = "jabatan;bentuk;tingkat;diatur;linear;serumpun\nPenyusun Laporan;;S-1;Ya;Akuntansi;\n";
    fs_err::write(folder.root().join(linearitas::FILE), rows).unwrap();
    let (mut settings, findings) = checked(&folder);
    assert!(findings.iter().all(|finding| finding.kode.code != "P-102"));
    assert_eq!(settings.linearitas.len(), 1);
    settings.aturan = Settings::parse("[aturan.A-109]\ntingkat = \"mati\"\n").unwrap().value.aturan;
    let law = Law::at(date(2026, 12, 1), &settings.aturan);
    let roster = roster(&folder);
    let needs = need::needs(&roster, &law, &settings).value;
    let plan = place::plan(&roster, &needs, &law, &settings);
    let names: Vec<_> = plan.moves.iter().map(|step| roster.pegawai(step.pegawai).nama.as_str()).collect();
    assert_eq!(names, ["SITI AMINAH"], "the folder says that the profession is regulated");
}

#[test]
fn a_line_of_the_folders_table_that_cannot_be_read_is_told() {
    let folder = two_offices([7.0, 7.0], "");
    let rows =
        "jabatan;bentuk;tingkat;diatur;linear;serumpun\nGuru TIK;Kampus;;;Informatika;\nGuru TIK;SMP;;;Informatika;\n";
    fs_err::write(folder.root().join(linearitas::FILE), rows).unwrap();
    let (settings, findings) = checked(&folder);
    assert_eq!(settings.linearitas.len(), 1, "the other line holds");
    let told = findings.iter().find(|finding| finding.kode.code == "P-102").unwrap();
    insta::assert_snapshot!(format!("P-102  {}   {}\n       {}", told.place, told.problem, told.remedy), @r"
    P-102  linearitas.csv › baris 2   bentuk “Kampus” tidak dikenal; baris ini tidak dipakai, baris lain tetap berlaku
           Isi enam kolom, misalnya Guru TIK;SMP;S-1;Ya;Teknik Informatika/Sistem Informasi; kolom serumpun boleh kosong.
    ");
}

#[test]
fn a_new_folder_holds_a_table_of_linearity_to_fill_in() {
    let root = tempfile::tempdir().unwrap();
    let periode = mutasi::model::tanggal::Periode::parse("2026-11").unwrap();
    let written = pipeline::init::init(&root.path().join("kerja"), periode, None).unwrap();
    assert!(written.iter().any(|path| path == linearitas::FILE), "{written:?}");
    let text = fs_err::read_to_string(root.path().join("kerja").join(linearitas::FILE)).unwrap();
    assert_eq!(linearitas::rows(&text), linearitas::Isi::default());
}
