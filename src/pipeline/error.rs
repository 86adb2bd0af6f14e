//! Why a command could not run.

use std::path::PathBuf;

use crate::finding::io_cause;
use crate::settings;
use crate::write::workbook;

/// What stops a run altogether. Everything else is a finding.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("folder {0} tidak ada")]
    NoFolder(PathBuf),
    #[error("folder {0} sedang dipakai proses mutasi lain; tunggu sampai selesai")]
    Locked(PathBuf),
    #[error("folder {0} sudah berisi; pilih folder baru yang kosong")]
    NotEmpty(PathBuf),
    #[error(
        "tidak dapat menulis hasil ({}). Tutup berkas di keluar/ yang sedang dibuka, pastikan folder boleh ditulis \
         dan cakram tidak penuh, lalu jalankan lagi; hasil sebelumnya tidak berubah",
        io_cause(.0)
    )]
    Save(std::io::Error),
    #[error(
        "konfirmasi tidak dapat disimpan di kamus/kamus.xlsx ({}). Tutup berkas itu jika sedang dibuka, pastikan folder \
         boleh ditulis, lalu jalankan lagi; isi kamus tidak berubah dan konfirmasinya diambil lagi",
        io_cause(.0)
    )]
    Kamus(std::io::Error),
    #[error("model tidak dapat ditulis di {0} ({cause}); pastikan folder itu boleh ditulis", cause = io_cause(.1))]
    Model(PathBuf, std::io::Error),
    #[error("folder kerja tidak dapat disiapkan ({})", io_cause(.0))]
    Make(std::io::Error),
    #[error("tidak dapat membaca pengaturan, templat, atau tabel di folder kerja ({})", io_cause(.0))]
    Read(std::io::Error),
    #[error("{0} berubah selama proses berjalan, hasil tidak ditulis; simpan dan tutup berkas itu, lalu jalankan lagi")]
    Changed(String),
    #[error("tidak dapat menyusun buku kerja hasil: {0}")]
    Workbook(String),
    #[error("tidak ada sekolah negeri dengan jumlah guru di {0}")]
    NoSchools(PathBuf),
    #[error(transparent)]
    Settings(#[from] settings::NotToml),
    #[error("belum ada rencana untuk diperiksa: {0} tidak ada; susun dahulu dengan mutasi jalankan")]
    NoPlan(String),
    #[error(
        "surat tidak dibuat: {0}. Rencana di keluar/ tidak lagi sesuai dengan folder ini; susun lagi \
         dengan mutasi jalankan"
    )]
    Stale(String),
    #[error("surat “{0}” tidak dikenal; yang ada: {1}")]
    NoLetter(String, String),
    #[error("{path} bukan catatan rencana yang utuh ({place}); buat lagi dengan mutasi jalankan")]
    NotAPlan { path: String, place: String },
    #[error(
        "{0} tidak ada atau tidak terbaca, sedangkan folder surat di sampingnya masih berisi surat; nomor Keputusan yang \
         sudah diberikan mungkin tidak diketahui lagi. Kembalikan berkas itu dari cadangan. Tanpa cadangan, tulis dahulu \
         siapa yang sudah dimuat Keputusan di sk.sudah_bernomor pada mutasi.toml, simpan surat yang sudah ditandatangani \
         di luar folder keluar, lalu jalankan mutasi jalankan dan ikuti temuan S-132"
    )]
    LostRecord(String),
    #[error("rencana tidak lolos pemeriksaan ulang, hasil tidak ditulis: {0}")]
    Audit(String),
}

impl From<std::io::Error> for RunError {
    // Not `#[from]`: the cause is told once, in our own words.
    fn from(error: std::io::Error) -> RunError {
        RunError::Make(error)
    }
}

impl From<workbook::Failure> for RunError {
    fn from(error: workbook::Failure) -> RunError {
        RunError::Workbook(workbook::cause(&error))
    }
}
