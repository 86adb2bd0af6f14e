//! The code of a jabatan that no need knows by this name, provoked by a small folder; its exact text is a snapshot.

mod read_kit;

use mutasi::pipeline::{self, Silent};
use read_kit::{C::*, *};

const NEEDS: &[&[C]] = &[
    &[T("JABATAN"), T("UNIT KERJA"), T("KEBUTUHAN")],
    &[T("Perawat Mahir"), T("Puskesmas Pamenang"), N(2.0)],
    &[T("Epidemiolg Kesehatan Mahir"), T("Puskesmas Pamenang"), N(1.0)],
    &[T("Epidemiolog Kesehatan Mahir"), T("Puskesmas Bangko"), N(1.0)],
];

const PEOPLE: &[&[C]] = &[
    &[T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA")],
    &[T("198601012015011001"), T("BUDI SANTOSO"), T("Perwat Mahir"), T("Puskesmas Pamenang")],
    &[T("198601012015012002"), T("SITI AMINAH"), T("Perawat"), T("Puskesmas Pamenang")],
    &[T("199001022015032003"), T("DEWI LESTARI"), T("Epidemiolog Kesehatan Mahir"), T("Puskesmas Pamenang")],
];

#[test]
fn a_jabatan_near_to_that_of_a_need_is_told_at_its_cell() {
    let folder = Folder::new().with("kebutuhan.xlsx", &xlsx(NEEDS)).with("pegawai.xlsx", &xlsx(PEOPLE));
    fs_err::write(folder.root().join("mutasi.toml"), "[daerah]\nkode_wilayah = \"15.02\"\n").unwrap();
    let outcome = pipeline::check(folder.root(), november(true), &Silent).unwrap();
    let findings: Vec<_> = outcome.findings.into_iter().filter(|finding| finding.kode.code == "D-157").collect();
    assert_eq!(findings.len(), 3, "{}", render_all(&findings));
    insta::with_settings!({prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("errors_jabatan__D-157", render_all(&findings));
    });
}
