//! The figures of *Keadilan* in words a leader reads.

use crate::model::adil::{BATAS_RENCANA, Bagian, Keadilan, Keberatan, Penilaian, TANPA_JALAN, Ukuran};
use crate::model::angka::{km, ribuan};
use crate::model::plan::Tujuan;
use crate::settings::Rencana;

/// A figure and how it is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Angka {
    Bulat(i64),
    /// A share in ten-thousandths, as `84,2%`.
    Persen(Bagian),
    /// The same as `0,842`.
    Pecahan(Bagian),
    /// Metres, shown as kilometres.
    Km(i64),
    Kata(String),
}

impl Angka {
    /// A share, or a dash where there is no whole.
    pub(super) fn bagian(part: u64, whole: u64) -> Angka {
        let share = (part * 20_000 + whole).checked_div(2 * whole);
        share.map_or(Angka::kosong(), |share| Angka::Persen(share as Bagian))
    }

    pub(super) fn kosong() -> Angka {
        Angka::Kata("–".into())
    }

    /// `84,2%` in running text.
    pub(super) fn persen(share: Bagian) -> String {
        let tenths = (share + 5) / 10;
        format!("{},{}%", tenths / 10, tenths % 10)
    }
}

/// One figure of the three plans, and what it means.
pub(super) struct Baris {
    pub(super) nama: String,
    pub(super) angka: [Angka; 3],
    pub(super) arti: String,
}

/// Every figure.
pub(super) fn rows(keadilan: &Keadilan) -> Vec<Baris> {
    let three = [&keadilan.sebelum, &keadilan.rencana, &keadilan.tangan];
    let row = |nama: &str, arti: &str, of: &dyn Fn(&Penilaian) -> Angka| Baris {
        nama: nama.into(),
        arti: arti.into(),
        angka: three.map(of),
    };
    let mut rows = filled(keadilan, &row);
    rows.extend(spread(&row));
    rows.extend(people(&row));
    rows
}

type Row<'a> = dyn Fn(&str, &str, &dyn Fn(&Penilaian) -> Angka) -> Baris + 'a;

fn filled(keadilan: &Keadilan, row: &Row<'_>) -> Vec<Baris> {
    let least = ribuan(keadilan.kurang_terkecil as i64);
    let (least, best_words, all_words) = match keadilan.dibatasi.is_empty() {
        true => (
            format!("Tempat yang masih kosong; paling sedikit yang mungkin: {least}."),
            "Tempat terisi dibanding keterisian tertinggi yang mungkin.".to_string(),
            "100% berarti tidak ada rencana yang dapat menutup lebih banyak.".to_string(),
        ),
        false => (
            format!("Tempat yang masih kosong; tanpa {} paling sedikit {least}.", keadilan.dibatasi),
            "Tempat terisi dibanding keterisian tertinggi yang mungkin tanpa batas rencana.".to_string(),
            "100% berarti rencana tanpa batas pun tidak dapat menutup lebih banyak.".to_string(),
        ),
    };
    let (before, all) = (keadilan.sebelum.ukuran.kurang, keadilan.kurang_terkecil);
    let reach =
        move |own: &Penilaian| Angka::bagian(before.saturating_sub(own.ukuran.kurang), before - all.min(before));
    let best = move |own: &Penilaian| Angka::bagian(own.ukuran.terisi, own.ukuran.kebutuhan - all);
    vec![
        row("Pegawai yang berpindah", "Jumlah orang yang pindah tempat tugas.", &|own| {
            Angka::Bulat(own.ukuran.pindah.into())
        }),
        row("Kekurangan (orang)", &least, &|own| Angka::Bulat(own.ukuran.kurang as i64)),
        row("Keterisian dari yang dapat dicapai", &best_words, &best),
        row("Kekurangan tertutup dari yang mungkin ditutup", &all_words, &reach),
        row("Jabatan yang masih kurang", "Jumlah jabatan pada unit yang belum penuh.", &|own| {
            Angka::Bulat(own.ukuran.jabatan_kurang.into())
        }),
        row("Kelebihan (orang)", "Pegawai di atas kebutuhan jabatannya.", &|own| Angka::Bulat(own.ukuran.lebih as i64)),
    ]
}

fn spread(row: &Row<'_>) -> Vec<Baris> {
    let decile = |tenth: usize| move |own: &Penilaian| Angka::Persen(own.ukuran.sebaran.desil[tenth - 1]);
    vec![
        row("Keterisian terendah", "Jabatan yang paling kosong, riil dibagi kebutuhan.", &|own| {
            Angka::Persen(own.ukuran.sebaran.terendah)
        }),
        row("Keterisian 10% terbawah", "Sepersepuluh jabatan terisi tidak lebih dari ini.", &decile(1)),
        row("Keterisian 20% terbawah", "Dua persepuluh jabatan terisi tidak lebih dari ini.", &decile(2)),
        row("Keterisian jabatan tengah", "Separuh jabatan terisi tidak lebih dari ini.", &decile(5)),
        row(
            "Perbedaan keterisian antarjabatan",
            "Indeks ketimpangan (Gini): 0 berarti semua jabatan terisi sama penuh.",
            &|own| Angka::Pecahan(own.ukuran.sebaran.gini),
        ),
        row(
            "Ragam keterisian antarjabatan",
            "Koefisien variasi (simpangan baku dibagi rata-rata); makin kecil makin merata.",
            &|own| Angka::Pecahan(own.ukuran.sebaran.cv),
        ),
        row(
            "Kekurangan dan kelebihan bersama",
            "Indeks ketimpangan: keduanya dibagi kebutuhan; 0 berarti pas.",
            &|own| Angka::Pecahan(own.ukuran.sebaran.imbalans),
        ),
    ]
}

fn people(row: &Row<'_>) -> Vec<Baris> {
    let way =
        |own: &Ukuran| own.rumah.map(|way| format!("{} → {}", bare_km(way.lama.rata_m), bare_km(way.baru.rata_m)));
    let far = |own: &Ukuran| own.rumah.map(|way| format!("{} → {}", bare_km(way.lama.p90_m), bare_km(way.baru.p90_m)));
    let words = |words: Option<String>| words.map_or(Angka::kosong(), Angka::Kata);
    vec![
        row("Usulan terpenuhi ke-1 / ke-2 / ke-3", "Pegawai yang pindah ke tempat usulannya sendiri.", &|own| {
            Angka::Kata(own.ukuran.usulan.terpenuhi.map(|count| ribuan(count.into())).join(" / "))
        }),
        row("Usulan terpenuhi dari yang pindah", "Dari pegawai yang pindah dan mengusulkan tempat.", &|own| {
            Angka::bagian(own.ukuran.usulan.semua().into(), own.ukuran.usulan.pindah.into())
        }),
        row("Usulan terpenuhi dari semua", "Dari semua pegawai yang mengusulkan tempat.", &|own| {
            Angka::bagian(own.ukuran.usulan.semua().into(), own.ukuran.usulan.orang.into())
        }),
        row("Pindah tanpa merugi", "Usulan dan jaraknya bersama-sama tidak memburuk.", &|own| {
            Angka::bagian(own.ukuran.rasional.into(), own.ukuran.dinilai.into())
        }),
        row("Jarak dari rumah, rata-rata (km)", "Lama → baru, yang pindah dan rumahnya diketahui.", &|own| {
            words(way(&own.ukuran))
        }),
        row("Jarak dari rumah, 90% terdekat (km)", "Sembilan dari sepuluh orang tidak lebih jauh dari ini.", &|own| {
            words(far(&own.ukuran))
        }),
        row("Jarak ke unit baru, rata-rata (km)", "Dari rumah; bila tidak diketahui, dari unit lama.", &|own| {
            own.ukuran.jarak.map_or(Angka::kosong(), |way| Angka::Km(way.rata_m))
        }),
        row("Nilai kecocokan (poin)", "Jumlah poin semua perpindahan; makin besar makin cocok.", &|own| {
            Angka::Bulat(own.ukuran.poin)
        }),
        row(
            "Keberatan yang beralasan: pasangan (orang)",
            "Mengusulkan suatu tempat, memenuhi syarat, dan nilainya di sana di atas orang yang dipindahkan ke sana.",
            &|own| objections(&own.iri),
        ),
        row(
            "Usulan yang terlewat: pasangan (orang)",
            "Jabatan yang diusulkan tetap kurang, padahal pegawai itu dapat dilepas tempatnya.",
            &|own| objections(&own.sia),
        ),
    ]
}

/// `11,1`: the unit stands in the name of the row.
fn bare_km(metres: i64) -> String {
    km(metres).replace(" km", "")
}

fn objections(own: &Keberatan) -> Angka {
    Angka::Kata(format!("{} ({})", ribuan(own.pasangan.into()), ribuan(own.orang.into())))
}

/// Which goals stand against what people could object to, a sentence each.
pub(super) fn sebab(keadilan: &Keadilan, rencana: &Rencana) -> Vec<String> {
    let both = [("Keberatan yang beralasan", &keadilan.rencana.iri), ("Usulan yang terlewat", &keadilan.rencana.sia)];
    let told = both.iter().filter(|(_, own)| own.pasangan > 0);
    told.map(|(nama, own)| {
        let mut causes: Vec<(&str, u32)> = own.sebab.iter().map(|(sebab, count)| (sebab.as_str(), *count)).collect();
        causes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let causes: Vec<String> = causes
            .iter()
            .map(|(sebab, count)| format!("{} ({})", reason(sebab, rencana), ribuan((*count).into())))
            .collect();
        let rest = match own.belum_dicari {
            0 => String::new(),
            rest => format!("; {} pasangan lain tidak ditelusuri", ribuan(rest.into())),
        };
        format!(
            "{nama} pada rencana, menurut tujuan pertama yang memburuk bila pegawai itu diberi tempatnya: {}{rest}.",
            causes.join("; ")
        )
    })
    .collect()
}

fn reason(sebab: &str, rencana: &Rencana) -> &'static str {
    match Tujuan::parse(sebab) {
        Some(Tujuan::Keterisian) => "keterisian menjadi kurang merata",
        Some(Tujuan::Perpindahan) => "lebih banyak orang harus pindah",
        Some(Tujuan::Perubahan) => "rencana terbit berubah",
        Some(Tujuan::Kecocokan) => "jumlah poin kecocokan turun",
        Some(Tujuan::Aspirasi) => "usulan orang lain dikorbankan",
        Some(Tujuan::Jarak) => "jarak orang lain bertambah",
        None if sebab == TANPA_JALAN && rencana.has_totals() => "batas isi jabatan atau batas total tidak memungkinkan",
        None if sebab == TANPA_JALAN => "batas isi jabatan tidak memungkinkan",
        None if sebab == BATAS_RENCANA => "batas rencana terlampaui",
        None if sebab == "paksaan" => "keputusan pimpinan tidak terpenuhi",
        None => "rencananya sama baik, dipilih dengan cara tetap (pemecah seri)",
    }
}
