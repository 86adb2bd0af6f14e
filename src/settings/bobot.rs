//! Weights of the merit level, in points: one entry each, from which come the settings and the sheet *Catatan Run*.

use serde::Deserialize;

/// Declares the weights once: field, key and meaning.
macro_rules! bobot {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// Weights of the merit level, in points.
        #[derive(Clone, Debug, Deserialize)]
        pub struct Bobot {
            $($(#[$doc])* pub $name: i64,)+
        }

        impl Bobot {
            /// Every weight with its key, in the order of `defaults.toml`.
            pub fn entries(&self) -> Vec<(&'static str, i64)> {
                vec![$((stringify!($name), self.$name)),+]
            }
        }
    };
}

bobot! {
    linear,
    serumpun,
    /// For each grade above or below Baik.
    kinerja_per_tingkat,
    jarak_per_km,
    jarak_bebas_km,
    rotasi_per_tahun,
    rotasi_maks,
    /// For each percent of JPM above or below the line of Memenuhi Syarat.
    kompetensi_per_persen,
    pengalaman_per_tahun,
    pengalaman_maks_tahun,
    /// For each special skill that a post asks for.
    keahlian,
    /// For each point of the weighted mark above or below `kid_acuan`.
    kid_per_poin,
    kid_acuan,
    /// Shares of the three marks in the weighted one.
    kid_kompetensi,
    kid_integritas,
    kid_dedikasi,
    potensial_per_tingkat,
    /// For each point of strategic weight, 0 to 100.
    strategis_per_poin,
    usulan_1,
    usulan_2,
    usulan_3,
    bersedia,
    /// Taken off where somebody is not willing.
    tidak_bersedia,
    /// Taken off for each year short of the rotation limit.
    keberlanjutan_per_tahun,
}
