//! Made-up people for looking at a template: nobody of this name, number or unit exists.

use jiff::civil::{Date, date};

use super::berkas::{Berkas, Keputusan};
use super::bernomor::Bagian;
use super::context::{
    Catatan, Jabatan, Keadaan, Kepala, Kriteria, Laporan, Orang, Rusak, Terbit, Usul, sample_laporan, sapaan,
};
use crate::model::status::JenisKelamin;
use crate::settings::Settings;

/// The day from which the made-up moves would take effect.
pub const TMT: Date = date(2026, 12, 1);

/// Everything letters are made from, with three people and the folder's settings.
pub fn berkas(settings: &Settings) -> Berkas {
    let orang = people();
    let (laporan, mut rusak) = report(settings, &orang);
    let bagian = Bagian::new("pratinjau", Terbit::Draf, TMT, orang);
    let (keputusan, told) = Keputusan::new(settings, bagian, "mutasi: contoh");
    rusak.extend(told);
    Berkas { keputusan: vec![keputusan], seluruh: None, laporan, rusak }
}

fn report(settings: &Settings, orang: &[Orang]) -> (Laporan, Rusak) {
    let jabatan = |jabatan: &str, [kebutuhan, ada, kurang, lebih, kurang_sesudah]: [u32; 5]| Jabatan {
        jabatan: jabatan.into(),
        kebutuhan,
        ada,
        kurang,
        lebih,
        kurang_sesudah,
    };
    let rows = vec![jabatan("Guru Kelas", [12, 11, 3, 2, 1]), jabatan("Perawat", [10, 9, 3, 2, 2])];
    let kriteria = |nomor, nama: &str, bobot: &str, dasar: &str| Kriteria {
        nomor,
        nama: nama.into(),
        bobot: bobot.into(),
        dasar: dasar.into(),
    };
    let list = vec![
        kriteria(1, "Linearitas pendidikan dengan jabatan", "pendidikan linear 400 poin", "bidang pendidikan"),
        kriteria(
            2,
            "Jarak ke tempat tugas sependek mungkin",
            "tiap km lebih dekat atau lebih jauh 14 poin",
            "kecamatan tempat tinggal",
        ),
    ];
    sample_laporan(settings, TMT, orang, rows, list)
}

/// Two teachers and a nurse.
fn people() -> Vec<Orang> {
    [
        ("Hj. SITI AMINAH, S.Pd.", "19800512 200801 2 004", "Guru Kelas Ahli Muda", "Contoh Satu", "Contoh Dua"),
        ("BUDI SANTOSO, S.Pd., Gr.", "19850317 201001 1 007", "Guru Kelas Ahli Pertama", "Contoh Satu", "Contoh Tiga"),
        (
            "RINA MARLINA, S.Kep., Ns.",
            "19870921 201101 2 003",
            "Perawat Ahli Pertama",
            "Contoh Utara",
            "Contoh Selatan",
        ),
    ]
    .map(|(nama, nip, jabatan, lama, baru)| person(nama, nip, jabatan, lama, baru))
    .to_vec()
}

fn person(nama: &str, nip: &str, jabatan: &str, lama: &str, baru: &str) -> Orang {
    let (jenis, induk) = match jabatan.starts_with("Guru") {
        true => ("SD Negeri", "Dinas Pendidikan"),
        false => ("Puskesmas", "Dinas Kesehatan"),
    };
    // As the digit for it in the number says.
    let sex = if nip.contains(" 2 ") { JenisKelamin::Perempuan } else { JenisKelamin::LakiLaki };
    let digits: String = nip.chars().filter(char::is_ascii_digit).collect();
    let kepala = |unit: &str| Kepala { jabatan: format!("Kepala {jenis} {unit}"), ..Kepala::default() };
    let keadaan = |ada: u32, sesudah| Keadaan {
        jabatan: jabatan.into(),
        kebutuhan: "6".into(),
        ada,
        lebih: ada.saturating_sub(6),
        kurang: 6_u32.saturating_sub(ada),
        sesudah,
    };
    Orang {
        nama_bergelar: nama.into(),
        sapaan: sapaan(sex).0.into(),
        saudara: sapaan(sex).1.into(),
        nip_spasi: nip.replace(' ', "\u{a0}"),
        nip_samar: format!("{}***********{}", &digits[..4], &digits[15..]),
        nip: digits,
        status: "PNS".into(),
        pangkat: "Penata".into(),
        gol: "III/c".into(),
        ttl: "Kota Contoh, 12 Mei 1980".into(),
        pendidikan: "S-1".into(),
        eselon: "–".into(),
        jabatan_lama: jabatan.into(),
        unit_lama: format!("{jenis} {lama}"),
        induk_lama: induk.into(),
        jabatan_baru: jabatan.into(),
        unit_baru: format!("{jenis} {baru}"),
        induk_baru: induk.into(),
        jenis_perpindahan: "horizontal".into(),
        pns: true,
        jf: true,
        usul: Usul {
            alasan: "Unit asal kelebihan 2 orang, unit tujuan kekurangan 3 orang. Semua aturan wajib terpenuhi.".into(),
            peringatan: vec![Catatan { kode: "A-102".into(), uraian: "masa di unit 10 tahun, batas 5 tahun".into() }],
            jarak: "12,4 km dari unit kerja lama, diukur lurus".into(),
            asal: keadaan(8, 6),
            tujuan: keadaan(3, 5),
            sejak: "1 Desember 2016".into(),
            persiapan: vec![
                "menyelesaikan dan menyerahterimakan tugas di unit kerja lama;".into(),
                "memastikan data kepegawaian pada SIASN sudah mutakhir.".into(),
            ],
            skp: "2025 Baik, 2024 Baik".into(),
            kepala_lama: kepala(lama),
            kepala_baru: kepala(baru),
            putusan: String::new(),
            oleh: String::new(),
            tpk: String::new(),
            diputuskan: None,
        },
        ..Orang::default()
    }
}
