//! Lists of special skills in one cell.

use std::sync::Arc;

use crate::model::jabatan::name_key;

/// The skills a cell names, parted by comma, semicolon, slash or line; each once. `-` and `Tidak ada` name none.
pub fn daftar_keahlian(text: Option<&str>) -> Vec<Arc<str>> {
    let mut keahlian: Vec<Arc<str>> = Vec::new();
    for part in text.unwrap_or_default().split([',', ';', '/', '\n']) {
        let key = name_key(part);
        let named = !key.is_empty() && key != "TIDAK ADA" && key != "TIDAK";
        if named && keahlian.iter().all(|other| name_key(other) != key) {
            keahlian.push(part.trim().into());
        }
    }
    keahlian
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_names_each_skill_once() {
        let names = |text| daftar_keahlian(Some(text)).iter().map(|name| name.to_string()).collect::<Vec<_>>();
        assert_eq!(
            names("Manajemen proyek, Bahasa Isyarat; manajemen  proyek"),
            ["Manajemen proyek", "Bahasa Isyarat"]
        );
        assert_eq!(names("-"), Vec::<String>::new());
        assert_eq!(names("Tidak ada"), Vec::<String>::new());
        assert!(daftar_keahlian(None).is_empty());
    }
}
