//! The papers: what each is called, whom it is about, and what it is made for.

use crate::settings::surat::JENIS;

/// What there is one of each for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cakupan {
    /// One for each decree: PNS only.
    Keputusan,
    /// One for each person.
    Orang,
    /// One for the whole plan.
    Rencana,
}

/// A kind of paper. Its template has its name.
#[derive(Debug)]
pub struct Jenis {
    pub nama: &'static str,
    /// For the properties of the PDF.
    pub judul: &'static str,
    pub cakupan: Cakupan,
    /// Whether it is for PNS only: decrees and what rests on them (domain R17).
    pub pns: bool,
}

/// All of them, in the order in which they are written.
pub const SURAT: [Jenis; JENIS.len()] = [
    Jenis { nama: "sk-kolektif", judul: "Keputusan", cakupan: Cakupan::Keputusan, pns: true },
    Jenis { nama: "petikan", judul: "Petikan Keputusan", cakupan: Cakupan::Orang, pns: true },
    Jenis { nama: "sk-perorangan", judul: "Keputusan", cakupan: Cakupan::Orang, pns: true },
    Jenis { nama: "spmt", judul: "Surat Pernyataan Melaksanakan Tugas", cakupan: Cakupan::Orang, pns: true },
    Jenis { nama: "pemberitahuan", judul: "Pemberitahuan Rencana Mutasi", cakupan: Cakupan::Orang, pns: false },
    Jenis { nama: "nota-dinas", judul: "Nota Dinas", cakupan: Cakupan::Rencana, pns: false },
    Jenis {
        nama: "berita-acara",
        judul: "Berita Acara Rapat Tim Penilai Kinerja",
        cakupan: Cakupan::Rencana,
        pns: false,
    },
    Jenis { nama: "persetujuan-melepas", judul: "Surat Persetujuan Melepas", cakupan: Cakupan::Orang, pns: false },
    Jenis { nama: "rencana-mutasi", judul: "Rencana Mutasi", cakupan: Cakupan::Rencana, pns: false },
    Jenis { nama: "daftar-periksa", judul: "Daftar Periksa", cakupan: Cakupan::Orang, pns: false },
];

/// The paper of that name.
pub fn by_name(nama: &str) -> Option<&'static Jenis> {
    SURAT.iter().find(|jenis| jenis.nama == nama)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_papers_are_those_the_settings_name() {
        assert_eq!(SURAT.each_ref().map(|jenis| jenis.nama), JENIS);
    }
}
