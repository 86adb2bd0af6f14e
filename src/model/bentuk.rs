//! The shape of a personnel workbook, and whose word counts where two of them differ.

/// Bentuk data pegawai, the most authoritative first: what the national system exports counts more than a list made
/// by hand. Of two tables of one period the lesser in this order counts, then the first by path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bentuk {
    /// Export of SIASN, the national register.
    Siasn,
    /// Daftar urut kepangkatan.
    Duk,
    /// Nominatif, and every list made by hand.
    #[default]
    Nominatif,
    /// Daftar GTK of Dapodik, filled in by schools.
    Gtk,
}

impl Bentuk {
    pub const ALL: [Bentuk; 4] = [Bentuk::Siasn, Bentuk::Duk, Bentuk::Nominatif, Bentuk::Gtk];

    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Bentuk::Siasn => "ekspor SIASN",
            Bentuk::Duk => "DUK",
            Bentuk::Nominatif => "daftar nominatif atau buatan sendiri",
            Bentuk::Gtk => "daftar GTK Dapodik",
        }
    }

    /// The whole order in one clause, as findings print it.
    pub fn urutan() -> String {
        let shapes = Bentuk::ALL.map(Bentuk::label).join(", lalu ");
        format!("periode terbaru lebih dahulu, kemudian {shapes}, kemudian urutan nama berkas")
    }
}
