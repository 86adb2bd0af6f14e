//! Regions whose kecamatan are built in, ready to be peopled.

use crate::law;
use crate::settings::Daerah;

/// Code, sebutan, name, province, seat. Codes: Kepmendagri (domain §3.7).
const KNOWN: [[&str; 5]; 6] = [
    ["12.75", "Kota", "Binjai", "Sumatera Utara", "Binjai Kota"],
    ["15.02", "Kabupaten", "Merangin", "Jambi", "Bangko"],
    ["19.71", "Kota", "Pangkalpinang", "Kepulauan Bangka Belitung", "Pangkalpinang"],
    ["33.72", "Kota", "Surakarta", "Jawa Tengah", "Surakarta"],
    ["63.03", "Kabupaten", "Banjar", "Kalimantan Selatan", "Martapura"],
    ["75", "Provinsi", "Gorontalo", "Gorontalo", "Gorontalo"],
];

/// The known region with this code.
pub fn by_kode(kode: &str) -> Option<Daerah> {
    KNOWN.iter().find(|row| row[0] == kode).map(daerah)
}

/// The known region that has most of these kecamatan, if any has one.
pub fn of_kecamatan(names: &[String]) -> Option<Daerah> {
    let known = |kode: &str| {
        let wilayah = law::wilayah(kode);
        names.iter().filter(|name| wilayah.by_name(name).is_some()).count()
    };
    let best = KNOWN.iter().max_by_key(|row| known(row[0]))?;
    (known(best[0]) > 0).then(|| daerah(best))
}

fn daerah(row: &[&str; 5]) -> Daerah {
    let [kode_wilayah, sebutan, nama, provinsi, ibu_kota] = row.map(String::from);
    Daerah { nama, sebutan, provinsi, kode_wilayah, ibu_kota }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_known_by_its_kecamatan() {
        let names = ["Martapura", "Aluh-Aluh", "Bangko"].map(String::from);
        assert_eq!(of_kecamatan(&names).map(|daerah| daerah.nama), Some("Banjar".into()));
        assert!(of_kecamatan(&["Antah Berantah".into()]).is_none());
    }

    #[test]
    fn every_known_region_has_kecamatan() {
        for row in KNOWN {
            assert!(!law::wilayah(row[0]).kecamatan.is_empty(), "{}", row[0]);
        }
    }
}
