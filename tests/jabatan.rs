//! A jabatan that no need knows by this name makes no unit look emptier than it is, and nobody is moved for it.

mod read_kit;

use mutasi::pipeline::{self, Outcome, Silent};
use read_kit::{C::*, *};

const NIPS: [&str; 7] = [
    "198601012015012001",
    "198602012015012002",
    "198603012015012003",
    "198604012015012004",
    "198605012015012005",
    "198606012015012006",
    "198607012015012007",
];
const NAMA: [&str; 7] =
    ["Siti Aminah", "Dewi Lestari", "Rina Marlina", "Sri Wahyuni", "Ani Suryani", "Eka Putri", "Nur Hayati"];

/// Pamenang needs two nurses and has two, whose jabatan is written as given; Bangko needs three and has five.
fn region(need: &'static str, held: &'static str) -> Folder {
    let people = (0..7).map(|at| {
        let (jabatan, unit) = if at < 2 { (held, "Puskesmas Pamenang") } else { ("Perawat Mahir", "Puskesmas Bangko") };
        vec![T(NIPS[at]), T(NAMA[at]), T(jabatan), T(unit), T("III/a"), T("1 Juli 2018"), T("1 Juli 2018")]
    });
    let header =
        vec![T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA"), T("GOLONGAN"), T("TMT JABATAN"), T("TMT UNIT KERJA")];
    let rows: Vec<Vec<C>> = std::iter::once(header).chain(people).collect();
    let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
    let needs: &[&[C]] = &[
        &[T("JABATAN"), T("UNIT KERJA"), T("KEBUTUHAN")],
        &[T("Perawat Mahir"), T("Puskesmas Bangko"), N(3.0)],
        &[T(need), T("Puskesmas Pamenang"), N(2.0)],
    ];
    let folder = Folder::new().with("kebutuhan.xlsx", &xlsx(needs)).with("pegawai.xlsx", &xlsx(&rows));
    fs_err::write(folder.root().join("mutasi.toml"), "[daerah]\nkode_wilayah = \"15.02\"\n").unwrap();
    folder
}

fn run(folder: &Folder) -> Outcome {
    pipeline::run(folder.root(), november(true), &Silent).unwrap()
}

#[test]
fn a_past_day_of_effect_makes_no_nip_wrong() {
    let folder = region("Perawat Mahir", "Perawat Mahir");
    let line = "[daerah]\nkode_wilayah = \"15.02\"\n[waktu]\ntanggal_efektif = \"2014-01-01\"\n";
    fs_err::write(folder.root().join("mutasi.toml"), line).unwrap();
    let outcome = run(&folder);
    let text = render_all(&outcome.findings);
    assert_eq!((codes(&outcome, "P-105"), codes(&outcome, "D-118")), (1, 0), "{text}");
    assert_eq!(outcome.roster.pegawai.len(), 7, "{text}");
}

/// Of the need of nurses in Pamenang what is called short, and how many people are moved.
fn short_and_moved(outcome: &Outcome) -> (i64, usize) {
    let posts = &outcome.needs.posts;
    let short: i64 = posts.iter().filter_map(|post| post.gap()).filter(|gap| *gap < 0).sum();
    (-short, outcome.plan.moves.len())
}

fn codes(outcome: &Outcome, code: &str) -> usize {
    outcome.findings.iter().filter(|finding| finding.kode.code == code).count()
}

#[test]
fn a_jabatan_written_otherwise_invents_no_shortage() {
    for held in ["Perwat Mahir", "JFT Perawat Mahir", "Perawat"] {
        let outcome = run(&region("Perawat Mahir", held));
        assert_eq!(short_and_moved(&outcome), (0, 0), "{held}: {}", render_all(&outcome.findings));
        assert_eq!(codes(&outcome, "D-157"), 2, "{held}");
        assert_eq!((codes(&outcome, "K-103"), codes(&outcome, "K-106")), (0, 1), "{held}");
        assert_eq!(outcome.roster.pegawai.len(), 7, "{held}");
        assert_eq!(outcome.roster.pertanyaan.len(), usize::from(held != "Perawat"), "{held}");
    }
}

#[test]
fn a_misspelt_jabatan_is_no_post_of_its_own_until_it_is_answered() {
    let posts = |outcome: &Outcome| -> Vec<(String, u32)> {
        let of_pamenang = |post: &&mutasi::model::needs::Post| {
            &*outcome.roster.units[post.unit.0 as usize].nama == "Puskesmas Pamenang"
        };
        let posts = outcome.needs.posts.iter().filter(of_pamenang);
        posts.map(|post| (post.jabatan_label(), post.riil)).collect()
    };
    let outcome = run(&region("Perawat Mahir", "Perwat Mahir"));
    assert_eq!(posts(&outcome), [("Perawat Mahir".to_string(), 0)], "two may be there, and nobody is a Perwat");
    let asked = (0..7).filter(|at| outcome.needs.post_of[*at].is_none()).count();
    assert_eq!((asked, short_and_moved(&outcome)), (2, (0, 0)));
    let answered = run(&with_kamus(region("Perawat Mahir", "Perwat Mahir"), "Perwat", "Perawat"));
    assert_eq!(posts(&answered), [("Perawat Mahir".to_string(), 2)]);
    let other = run(&region("Perawat Mahir", "Bidan Mahir"));
    let names: Vec<String> = posts(&other).into_iter().map(|(name, _)| name).collect();
    assert!(names.contains(&"Bidan".to_string()), "what is near to nothing is a post: {names:?}");
}

#[test]
fn a_near_name_is_asked_about_where_the_need_is_stated_without_jenjang() {
    for (need, held) in
        [("Perawat", "Prawat Terampil"), ("Bidan", "Bidann Terampil"), ("Dokter Gigi", "Dokter Gigy Ahli Pertama")]
    {
        let outcome = run(&region(need, held));
        let text = render_all(&outcome.findings);
        assert_eq!((short_and_moved(&outcome), codes(&outcome, "D-157")), ((0, 0), 2), "{held}: {text}");
        let asked: Vec<&str> = outcome.roster.pertanyaan.iter().map(|asked| &*asked.calon[0].nama).collect();
        assert_eq!(asked, [need], "{held}");
        assert_eq!((codes(&outcome, "K-103"), codes(&outcome, "K-106")), (0, 1), "{held}: {text}");
    }
}

#[test]
fn another_jabatan_fills_nothing() {
    for held in ["Bidan Mahir", "Perawat Terampil", "Kepala Perawat Mahirah"] {
        let outcome = run(&region("Perawat Mahir", held));
        let (short, moved) = short_and_moved(&outcome);
        assert_eq!((short, codes(&outcome, "D-157")), (2, 0), "{held}: {}", render_all(&outcome.findings));
        assert_eq!(moved, 2, "{held}");
    }
}

#[test]
fn a_misspelt_need_is_asked_about_and_is_no_shortage() {
    let outcome = run(&region("Perwat Mahir", "Perawat Mahir"));
    assert_eq!(short_and_moved(&outcome), (0, 0), "{}", render_all(&outcome.findings));
    let asked: Vec<(&str, &str)> =
        outcome.roster.pertanyaan.iter().map(|asked| (&*asked.tertulis, &*asked.calon[0].nama)).collect();
    assert_eq!(asked, [("Perwat", "Perawat")]);
    let told = outcome.findings.iter().find(|finding| finding.kode.code == "D-157").unwrap();
    assert_eq!((&*told.value, told.place.cell.map(|cell| (cell.row, cell.col))), ("Perwat Mahir", Some((2, 0))));
}

/// The kamus as a person left it: `dimaksud` of one written jabatan.
fn with_kamus(folder: Folder, tertulis: &'static str, dimaksud: &'static str) -> Folder {
    let rows: &[&[C]] = &[
        &[T("Tertulis"), T("Dimaksud"), T("Kode"), T("Dikonfirmasi Oleh"), T("Tanggal")],
        &[T(tertulis), T(dimaksud), T(""), T("Rina Marlina"), D(2026, 10, 21)],
    ];
    fs_err::create_dir_all(folder.root().join("kamus")).unwrap();
    fs_err::write(folder.root().join("kamus/kamus.xlsx"), book(&[("Jabatan", rows)])).unwrap();
    folder
}

#[test]
fn a_confirmed_jabatan_fills_its_post_on_either_side() {
    for (need, held) in [("Perwat Mahir", "Perawat Mahir"), ("Perawat Mahir", "Perwat Mahir")] {
        let outcome = run(&with_kamus(region(need, held), "Perwat", "Perawat"));
        assert_eq!(short_and_moved(&outcome), (0, 0), "{need}: {}", render_all(&outcome.findings));
        assert_eq!((codes(&outcome, "D-157"), codes(&outcome, "K-106")), (0, 0), "{need}");
        assert!(codes(&outcome, "D-150") > 0 && outcome.roster.pertanyaan.is_empty(), "{need}");
    }
}

#[test]
fn a_name_that_people_call_another_jabatan_fills_nothing() {
    let outcome = run(&with_kamus(region("Perawat Mahir", "JFT Perawat Mahir"), "JFT Perawat", "Bukan salah satunya"));
    assert_eq!(short_and_moved(&outcome).0, 2, "{}", render_all(&outcome.findings));
    assert_eq!(codes(&outcome, "D-157"), 0);
}

/// Two units that two rows name for the same nurses: in two files of equal rank, or twice in one.
fn contradictory(other_file: bool) -> Folder {
    let header: &[C] = &[T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA"), T("TMT JABATAN"), T("TMT UNIT KERJA")];
    let row = |at: usize, unit| {
        vec![T(NIPS[at]), T(NAMA[at]), T("Perawat Mahir"), T(unit), T("1 Juli 2018"), T("1 Juli 2018")]
    };
    let bangko: Vec<Vec<C>> = (0..5).map(|at| row(at, "Puskesmas Bangko")).collect();
    let pamenang: Vec<Vec<C>> =
        (0..2).map(|at| row(at, "Puskesmas Pamenang")).chain([row(6, "Puskesmas Pamenang")]).collect();
    let sheet = |parts: &[&Vec<Vec<C>>]| {
        let rows = parts.iter().flat_map(|part| part.iter()).map(Vec::as_slice);
        xlsx(&std::iter::once(header).chain(rows).collect::<Vec<_>>())
    };
    let needs: &[&[C]] = &[
        &[T("JABATAN"), T("UNIT KERJA"), T("KEBUTUHAN")],
        &[T("Perawat Mahir"), T("Puskesmas Bangko"), N(2.0)],
        &[T("Perawat Mahir"), T("Puskesmas Pamenang"), N(3.0)],
    ];
    let folder = Folder::new().with("kebutuhan.xlsx", &xlsx(needs));
    let folder = match other_file {
        true => folder.with("pegawai.xlsx", &sheet(&[&bangko])).with("x.xlsx", &sheet(&[&pamenang])),
        false => folder.with("pegawai.xlsx", &sheet(&[&bangko, &pamenang])),
    };
    fs_err::write(folder.root().join("mutasi.toml"), "[daerah]\nkode_wilayah = \"15.02\"\n").unwrap();
    folder
}

#[test]
fn of_two_units_on_equal_rows_neither_is_certain() {
    for (other_file, code) in [(true, "D-320"), (false, "D-301")] {
        let outcome = run(&contradictory(other_file));
        let text = render_all(&outcome.findings);
        assert_eq!((outcome.roster.pegawai.len(), outcome.roster.tak_pasti.len()), (4, 2), "{text}");
        assert!(outcome.roster.tak_pasti.iter().all(|person| person.units.len() == 2), "{text}");
        assert_eq!(codes(&outcome, code), 2, "{text}");
        assert!(text.contains("unitnya belum pasti") && text.contains("Puskesmas Pamenang"), "{text}");
        // Pamenang may have all three it needs; of those certain in Bangko one is too many, and nobody is short of one.
        assert_eq!(short_and_moved(&outcome), (0, 0), "{text}");
    }
}
