//! The vocabulary of the field: what a pegawai, a unit, a need and a plan are. Nothing here acts.

pub mod angka;
pub mod artifact;
pub mod asal_sel;
pub mod aspirasi;
pub mod bentuk;
pub mod cells;
pub mod eselon;
#[cfg(test)]
pub mod fixture;
pub mod formasi;
pub mod golongan;
pub mod jabatan;
pub mod kamus;
pub mod kinerja;
pub mod koordinat;
pub mod kualifikasi;
pub mod mutu;
pub mod nama;
pub mod needs;
pub mod nip;
pub mod pegawai;
pub mod pendidikan;
pub mod perubahan;
pub mod pindah;
pub mod plan;
pub mod profesi;
pub mod puskesmas;
pub mod riwayat;
pub mod roster;
pub mod status;
pub mod survei;
pub mod tanggal;
pub mod telaah;
pub mod unit;
pub mod wilayah;
