//! Kecamatan and the distance between them.

use crate::model::koordinat::haversine_m;

/// Index into `Wilayah::kecamatan`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KecamatanId(pub u16);

/// A kecamatan with the coordinates of its seat, in degrees.
#[derive(Clone, Debug, PartialEq)]
pub struct Kecamatan {
    /// Kepmendagri code, `15.02.02`.
    pub kode: String,
    pub nama: String,
    pub lat: f64,
    pub lon: f64,
}

/// The kecamatan a run knows, in code order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wilayah {
    pub kecamatan: Vec<Kecamatan>,
}

impl Wilayah {
    /// The kecamatan with this name; hyphens, spaces and case do not count ("Aluh-Aluh" is "Aluh Aluh").
    pub fn by_name(&self, name: &str) -> Option<KecamatanId> {
        let key = kecamatan_key(name);
        let found = self.kecamatan.iter().position(|kecamatan| kecamatan_key(&kecamatan.nama) == key)?;
        Some(KecamatanId(found as u16))
    }

    pub fn get(&self, id: KecamatanId) -> &Kecamatan {
        &self.kecamatan[usize::from(id.0)]
    }

    /// Great-circle distance between two seats in whole hundreds of metres, returned in metres.
    pub fn distance_m(&self, a: KecamatanId, b: KecamatanId) -> i64 {
        let (a, b) = (self.get(a), self.get(b));
        haversine_m((a.lat, a.lon), (b.lat, b.lon))
    }
}

/// Letters and digits only, upper case, without a leading `KECAMATAN` or `KEC`.
fn kecamatan_key(name: &str) -> String {
    let upper = name.trim().to_uppercase();
    let rest = upper
        .strip_prefix("KECAMATAN ")
        .or_else(|| upper.strip_prefix("KEC. "))
        .or_else(|| upper.strip_prefix("KEC "))
        .or_else(|| upper.strip_prefix("KEC."))
        .unwrap_or(&upper);
    rest.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merangin() -> Wilayah {
        let kecamatan = |kode: &str, nama: &str, lat, lon| Kecamatan { kode: kode.into(), nama: nama.into(), lat, lon };
        Wilayah {
            kecamatan: vec![
                kecamatan("15.02.01", "Jangkat", -2.52682, 101.74241),
                kecamatan("15.02.02", "Bangko", -2.09933, 102.29501),
            ],
        }
    }

    #[test]
    fn hyphens_case_and_prefix_do_not_count() {
        let wilayah = merangin();
        assert_eq!(wilayah.by_name("KEC. BANGKO"), Some(KecamatanId(1)));
        assert_eq!(wilayah.by_name("Bang-ko"), Some(KecamatanId(1)));
        assert_eq!(wilayah.by_name("Bangko Barat"), None);
    }

    #[test]
    fn distance_is_symmetric_and_in_metres() {
        let wilayah = merangin();
        let (a, b) = (KecamatanId(0), KecamatanId(1));
        assert_eq!(wilayah.distance_m(a, b), wilayah.distance_m(b, a));
        assert_eq!(wilayah.distance_m(a, a), 0);
        assert_eq!(wilayah.distance_m(a, b), 77_600);
    }
}
