//! Dinas, badan, kecamatan and kelurahan of a sample region.

use crate::sample::jabatan::{self, JabatanKind};
use crate::sample::rng::Rng;
use crate::sample::units::{Bidang, SamplePost, SampleUnit, Tempat, Zone, filled, present};

pub(super) const DINAS_PENDIDIKAN: &str = "Dinas Pendidikan dan Kebudayaan";
pub(super) const DINAS_KESEHATAN: &str = "Dinas Kesehatan";

/// Offices in the order a small region would have them; those of the seat of government.
static OPD: &[&str] = &[
    DINAS_PENDIDIKAN,
    DINAS_KESEHATAN,
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Sekretariat Daerah",
    "Inspektorat",
    "Dinas Kependudukan dan Pencatatan Sipil",
    "Dinas Sosial",
    "Badan Pengelolaan Keuangan dan Aset Daerah",
    "Badan Perencanaan Pembangunan Daerah",
    "Dinas Pekerjaan Umum dan Penataan Ruang",
    "Badan Pendapatan Daerah",
    "Dinas Pemberdayaan Masyarakat dan Desa",
    "Dinas Perhubungan",
    "Dinas Lingkungan Hidup",
    "Dinas Tanaman Pangan dan Hortikultura",
    "Dinas Komunikasi dan Informatika",
    "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    "Dinas Perumahan dan Kawasan Permukiman",
    "Dinas Koperasi, Usaha Kecil, dan Menengah",
    "Dinas Perindustrian dan Perdagangan",
    "Dinas Tenaga Kerja dan Transmigrasi",
    "Dinas Pengendalian Penduduk dan Keluarga Berencana",
    "Dinas Perikanan",
    "Dinas Peternakan dan Kesehatan Hewan",
    "Dinas Pariwisata, Pemuda, dan Olahraga",
    "Dinas Perpustakaan dan Arsip",
    "Badan Penanggulangan Bencana Daerah",
    "Badan Kesatuan Bangsa dan Politik",
    "Satuan Polisi Pamong Praja",
    "Sekretariat DPRD",
];

const KELURAHAN_FIRST: [&str; 12] = [
    "Pasar", "Dusun", "Pematang", "Sungai", "Muara", "Lubuk", "Tanjung", "Simpang", "Kampung", "Bukit", "Pulau",
    "Teluk",
];
const KELURAHAN_SECOND: [&str; 14] = [
    "Baru", "Lama", "Atas", "Bawah", "Indah", "Jaya", "Makmur", "Mulya", "Raya", "Sakti", "Harapan", "Permai", "Sari",
    "Damai",
];

/// Offices until their people are about `target`. Big regions have bigger offices, then kecamatan and kelurahan.
pub(super) fn offices(tempat: &[Tempat], rng: &mut Rng, target: usize) -> Vec<SampleUnit> {
    let usual = (OPD.len() * 28 + tempat.len() * 16) as u32;
    let scale = ((target as u32 * 100) / usual).clamp(100, 300);
    let mut units = Vec::new();
    let mut people = 0;
    for index in 0.. {
        if people >= target {
            break;
        }
        let unit = match index {
            _ if index < OPD.len() => opd(rng, index, scale),
            _ if index < OPD.len() + tempat.len() => kecamatan(rng, index - OPD.len(), tempat, scale),
            _ => kelurahan(rng, index - OPD.len() - tempat.len(), tempat),
        };
        people += unit.people();
        units.push(unit);
    }
    units
}

fn opd(rng: &mut Rng, index: usize, scale: u32) -> SampleUnit {
    let nama = OPD[index];
    let (jenis, head): (_, &'static JabatanKind) = match nama.split(' ').next() {
        Some("Dinas") => ("Dinas", &jabatan::KEPALA_DINAS),
        Some("Badan") => ("Badan", &jabatan::KEPALA_BADAN),
        Some("Inspektorat") => ("Inspektorat", &jabatan::INSPEKTUR),
        _ if nama == "Sekretariat Daerah" => ("Sekretariat", &jabatan::SEKDA),
        _ => ("Sekretariat", &jabatan::SEKRETARIS),
    };
    let mut posts = vec![filled(head)];
    if head.nama != jabatan::SEKRETARIS.nama {
        posts.push(filled(&jabatan::SEKRETARIS));
    }
    posts.push(SamplePost { need: 3, present: 3, ..filled(&jabatan::KEPALA_BIDANG) });
    posts.extend(kantor(rng, scale));
    let bidang = match nama {
        DINAS_PENDIDIKAN => Bidang::Pendidikan,
        DINAS_KESEHATAN => Bidang::Kesehatan,
        _ => Bidang::Kantor,
    };
    let kode = format!("D{:03}", index + 1);
    let induk = String::new();
    SampleUnit { kode, nama: nama.to_string(), jenis, bidang, induk, tempat: 0, sekolah: None, posts }
}

fn kecamatan(rng: &mut Rng, place: usize, tempat: &[Tempat], scale: u32) -> SampleUnit {
    let mut posts = vec![filled(&jabatan::CAMAT), filled(&jabatan::SEKRETARIS)];
    posts.extend(kantor(rng, scale / 2));
    SampleUnit {
        kode: format!("C{:03}", place + 1),
        induk: String::new(),
        nama: format!("Kecamatan {}", tempat[place].nama),
        jenis: "Kecamatan",
        bidang: Bidang::Kantor,
        tempat: place,
        sekolah: None,
        posts,
    }
}

fn kelurahan(rng: &mut Rng, index: usize, tempat: &[Tempat]) -> SampleUnit {
    let place = index % tempat.len();
    let name = index % (KELURAHAN_FIRST.len() * KELURAHAN_SECOND.len());
    let round = index / (KELURAHAN_FIRST.len() * KELURAHAN_SECOND.len());
    let first = KELURAHAN_FIRST[name % KELURAHAN_FIRST.len()];
    let second = KELURAHAN_SECOND[name / KELURAHAN_FIRST.len()];
    let suffix = if round == 0 { String::new() } else { format!(" {}", round + 1) };
    let mut posts = vec![filled(&jabatan::LURAH)];
    posts.extend(kantor(rng, 35));
    SampleUnit {
        kode: format!("K{:04}", index + 1),
        nama: format!("Kelurahan {first} {second}{suffix}"),
        jenis: "Kelurahan",
        bidang: Bidang::Kantor,
        induk: format!("Kecamatan {}", tempat[place].nama),
        tempat: place,
        sekolah: None,
        posts,
    }
}

/// The stated posts of an office, `scale` percent of common size. Some offices are liked and full, others are not.
fn kantor(rng: &mut Rng, scale: u32) -> Vec<SamplePost> {
    let mood = rng.weighted(&[(Zone::Kota, 2), (Zone::Tengah, 2), (Zone::Terpencil, 1)]);
    let post = |(jabatan, places): &'static (JabatanKind, u32)| {
        let need = (places * scale + 50) / 100;
        let post = SamplePost { need, present: present(rng, mood, need), ..filled(jabatan) };
        (need > 0).then_some(post)
    };
    jabatan::KANTOR.iter().filter_map(post).collect()
}
