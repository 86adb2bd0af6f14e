//! What holds of all headers together.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

#[test]
fn canonical_names_are_unique_within_a_kind() {
    for kind in Kind::ALL {
        let names: BTreeSet<_> = of(kind).columns.iter().map(|column| column.name).collect();
        assert_eq!(names.len(), of(kind).columns.len(), "{kind:?}");
        assert_eq!(of(kind).kind, kind);
    }
}

#[test]
fn a_header_means_one_column_of_a_kind() {
    for kind in Kind::ALL {
        let mut owner = BTreeMap::new();
        for column in of(kind).columns {
            for key in column.keys() {
                assert!(!key.is_empty(), "{kind:?} {}", column.name);
                let before = owner.insert(key.clone(), column.name);
                assert_eq!(before, None, "{kind:?}: header {key} stands twice");
            }
        }
    }
}

#[test]
fn of_sensitive_columns_only_the_nip_of_a_spouse_is_read() {
    for kind in Kind::ALL {
        for column in of(kind).columns {
            let read_for_kinship = column.is_private();
            for key in column.keys() {
                assert_eq!(is_sensitive(&key), read_for_kinship, "{kind:?} {key}");
            }
        }
    }
}

#[test]
fn personal_data_is_known_by_one_word_of_its_header() {
    for header in
        ["N I K", "NIK/No KTP", "AGAMA/KEPERCAYAAN", "Nama Istri", "No. Rek", "Riwayat Sakit", "Tanggungan", "No.KK"]
    {
        assert!(is_sensitive(&header_key(header)), "{header}");
    }
    for header in ["Guru Agama Islam", "IS VALID NIK", "NIP", "Kekurangan", "Alamat", "Mapel Agama", "Unit Kerja"] {
        assert!(!is_sensitive(&header_key(header)), "{header}");
    }
}

#[test]
fn what_is_sensitive_is_not_listed_as_merely_unused() {
    for header in SENSITIVE {
        assert!(!UNUSED.contains(header), "{header}");
    }
    // The annotated copy is the office's own: it keeps how to reach people.
    for contact in
        ["NOMOR HP", "HP", "TELEPON", "NOMOR TELPON", "EMAIL", "ALAMAT", "ALAMAT JALAN", "RT", "RW", "KODE POS"]
    {
        assert!(UNUSED.contains(&contact) && !SENSITIVE.contains(&contact), "{contact}");
    }
}

#[test]
fn a_title_is_written_in_one_place() {
    let lists = [include_str!("unused.rs"), include_str!("../sample/lists.rs")];
    for column in [Kind::Aspirasi, Kind::Penilaian].into_iter().flat_map(|kind| of(kind).columns) {
        let again = format!("\"{}\"", column.title);
        assert!(!lists.iter().any(|list| list.contains(&again)), "{again}");
    }
    assert!(UNUSED.contains(&"BERSEDIA DIPINDAH") && UNUSED.contains(&"KOTAK TALENTA"));
}

#[test]
fn other_numbers_are_never_taken_for_a_nip() {
    let nip = of(Kind::Pegawai).column("nip").expect("pegawai has a nip");
    for header in ["PNS ID", "ID", "NIP LAMA"] {
        assert!(nip.keys().all(|key| key != header), "{header}");
        assert!(UNUSED.contains(&header), "{header}");
    }
}

#[test]
fn lists_of_headers_are_written_as_they_are_compared() {
    for header in UNUSED.iter().chain(SENSITIVE) {
        assert_eq!(header_key(header), *header);
    }
}

#[test]
fn a_bare_word_is_about_what_stands_left_of_it() {
    assert_eq!(beside("AGAMA ID", "NAMA").unwrap()[0], "AGAMA NAMA");
    assert_eq!(beside("GOLONGAN NAMA", "TMT").unwrap()[1], "TMT GOLONGAN");
    assert_eq!((beside("NO", "NAMA LENGKAP"), beside("ID", "NIP")), (None, None));
    let keys = ["NIP", "NAMA", "AGAMA ID", "NAMA", "NAMA SUAMI ISTRI", "NIP", "JABATAN"].map(str::to_string);
    assert_eq!(sensitive(&keys), [false, false, true, true, true, true, false]);
}

#[test]
fn columns_that_nobody_is_asked_for_stand_behind_all_others() {
    for kind in Kind::ALL {
        let schema = of(kind);
        assert!(schema.columns[schema.asked().len()..].iter().all(|column| !column.asked), "{kind:?}");
    }
}

#[test]
fn a_header_key_drops_brackets_signs_and_line_breaks() {
    assert_eq!(header_key("Nama Lengkap(Dengan Gelar)"), "NAMA LENGKAP");
    assert_eq!(header_key(" Gol./\nRuang "), "GOL RUANG");
    assert_eq!(header_key("N I P."), "N I P");
}
