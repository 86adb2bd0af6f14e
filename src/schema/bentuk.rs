//! By which headers the shape of a personnel workbook is known (domain §3.1).

use super::header_key;
use crate::model::bentuk::Bentuk;

/// So many headers of its own make a shape; one alone may have been copied into any list.
const ENOUGH: usize = 2;

/// The title by which a DUK is known whatever its headers are.
const JUDUL_DUK: &str = "DAFTAR URUT KEPANGKATAN";

/// Headers that only this shape has, as `header_key` gives them. The first shape with enough of them it is.
pub const TANDA: [(Bentuk, &[&str]); 3] = [
    (
        Bentuk::Siasn,
        &[
            "PNS ID",
            "UNOR ID",
            "UNOR NAMA",
            "UNIT ORGANISASI ID",
            "UNIT ORGANISASI NAMA",
            "TK PENDIDIKAN ID",
            "TK PENDIDIKAN NAMA",
            "TINGKAT PENDIDIKAN ID",
            "PENDIDIKAN ID",
            "JABATAN ID",
            "JENIS JABATAN ID",
            "JENIS JABATAN NAMA",
            "JFT ID",
            "JFT NAMA",
            "JFU ID",
            "JFU NAMA",
            "ESELON ID",
            "KEDUDUKAN HUKUM ID",
            "KEDUDUKAN HUKUM NAMA",
            "STATUS CPNS PNS",
            "MK TAHUN",
            "TEMPAT LAHIR ID",
            "TEMPAT LAHIR NAMA",
            "NOMOR SK CPNS",
            "TGL SK CPNS",
            "GOLONGAN ID",
            "GOLONGAN NAMA",
            "GOL AWAL ID",
            "GOL AKHIR ID",
            "GOL AKHIR NAMA",
            "GOLONGAN AWAL ID",
            "LOKASI KERJA ID",
            "KPKN ID",
            "INSTANSI INDUK ID",
            "INSTANSI KERJA ID",
            "SATUAN KERJA INDUK ID",
            "SATUAN KERJA KERJA ID",
            "KARTU ASN VIRTUAL",
            "IS VALID NIK",
            "FLAG IKD",
        ],
    ),
    (
        Bentuk::Gtk,
        &[
            "NUPTK",
            "JENIS PTK",
            "SUMBER GAJI",
            "SK PENGANGKATAN",
            "LEMBAGA PENGANGKATAN",
            "SUDAH LISENSI KEPALA SEKOLAH",
            "PERNAH DIKLAT KEPENGAWASAN",
            "KEAHLIAN BRAILLE",
            "KEAHLIAN BAHASA ISYARAT",
            "NUKS",
        ],
    ),
    (
        Bentuk::Duk,
        &["FORMATTED NIP", "GOLRU", "TMT GOLRU", "SATKER", "THN PENDIDIKAN", "TMT PENSIUN", "JENIS PENDIDIKAN"],
    ),
];

/// The shape that headers and title lines speak for. `headers` are the keys of each header, `titles` keys of the
/// lines above.
pub fn of<'a>(headers: impl Iterator<Item = &'a [String]>, mut titles: impl Iterator<Item = String>) -> Bentuk {
    let mut found = [0; TANDA.len()];
    for keys in headers {
        for (count, (_, signs)) in found.iter_mut().zip(TANDA) {
            *count += usize::from(keys.iter().any(|key| signs.contains(&key.as_str())));
        }
    }
    let shape = found.iter().zip(TANDA).find(|(count, _)| **count >= ENOUGH).map(|(_, (bentuk, _))| bentuk);
    let duk = || titles.any(|title| title.contains(JUDUL_DUK)).then_some(Bentuk::Duk);
    shape.or_else(duk).unwrap_or_default()
}

/// Whether a column taken for TMT UNIT tells the first appointment instead: `TMT Pengangkatan` in Dapodik's list of
/// teachers says nothing of the time in the unit.
pub fn is_first_appointment(bentuk: Bentuk, column: &str, header: &str) -> bool {
    bentuk == Bentuk::Gtk && column == "tmt_unit" && header_key(header).ends_with("TMT PENGANGKATAN")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(headers: &[&str], title: &str) -> Bentuk {
        let keys: Vec<Vec<String>> = headers.iter().map(|header| vec![header_key(header)]).collect();
        of(keys.iter().map(Vec::as_slice), std::iter::once(header_key(title)))
    }

    #[test]
    fn each_shape_is_known_by_two_headers_of_its_own() {
        for (headers, title, bentuk) in [
            (&["PNS ID", "NIP BARU", "NAMA", "UNOR ID"][..], "", Bentuk::Siasn),
            (&["NIP BARU", "TK PENDIDIKAN NAMA", "STATUS CPNS PNS"], "", Bentuk::Siasn),
            (&["NAMA", "FORMATTED NIP", "GOLRU", "SATKER"], "", Bentuk::Duk),
            (&["Nama", "NUPTK", "JK", "NIP", "Jenis PTK"], "", Bentuk::Gtk),
            (&["NIP BARU", "NAMA", "GOLRU"], "", Bentuk::Nominatif),
            (&["NIP", "NAMA", "JABATAN"], "Daftar Urut Kepangkatan PNS Tahun 2026", Bentuk::Duk),
            (&["NIP", "NAMA", "JABATAN"], "Daftar Nominatif", Bentuk::Nominatif),
        ] {
            assert_eq!(shape(headers, title), bentuk, "{headers:?}");
        }
    }

    #[test]
    fn the_signs_are_written_as_they_are_compared_and_belong_to_one_shape() {
        let all: Vec<&str> = TANDA.iter().flat_map(|(_, signs)| signs.iter().copied()).collect();
        assert!(all.iter().all(|sign| header_key(sign) == **sign));
        let mut unique = all.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), all.len());
    }
}
