//! The annex of a decree: which columns, how wide, upright or across, and a row for each person.

use serde::Serialize;

use super::orang::Orang;
use crate::settings::Settings;
use crate::settings::surat::{Arah, KOLOM};

/// The annex as a table.
#[derive(Clone, Debug, Serialize)]
pub struct Lampiran {
    /// People in it.
    pub jumlah: usize,
    /// `tegak` or `mendatar`.
    pub arah: &'static str,
    /// Left edge of the head on the right, in mm.
    pub kiri: u32,
    /// Size of the letters in the table, in points.
    pub ukuran: String,
    /// What `@tabel` takes: `9t 44k …`.
    pub lebar: String,
    pub kolom: Vec<Kolom>,
    pub baris: Vec<Baris>,
}

/// A column: its number and the lines of its title.
#[derive(Clone, Debug, Serialize)]
pub struct Kolom {
    pub nomor: usize,
    pub judul: Vec<&'static str>,
}

/// The cells of a person, each a list of lines.
#[derive(Clone, Debug, Serialize)]
pub struct Baris {
    pub sel: Vec<Vec<String>>,
}

/// Most columns, NO among them, of an upright page.
const UPRIGHT: usize = 7;
/// Space between the margins of the built-in templates, upright and across, in tenths of mm: for F4, A4, Legal.
const ROOM: [(&str, u32, u32); 3] = [("F4", 1600, 2850), ("A4", 1550, 2520), ("Legal", 1609, 3106)];
/// Width of the column NO in tenths of mm, and least width of a column with an NIP at 9 and at 7 points.
const NO: u32 = 90;
const NIP: [u32; 2] = [440, 350];

/// A column as the table below has it.
struct Bentuk {
    nama: &'static str,
    judul: &'static [&'static str],
    /// Its share of the width.
    bagian: u32,
    align: char,
    isi: fn(&Orang) -> Vec<String>,
}

const BENTUK: [Bentuk; KOLOM.len()] = [
    Bentuk {
        nama: "nama_nip",
        judul: &["NAMA", "NIP"],
        bagian: 44,
        align: 'k',
        isi: |o| lines(&[&o.nama_bergelar, &o.nip_spasi]),
    },
    Bentuk { nama: "nama", judul: &["NAMA"], bagian: 38, align: 'k', isi: |o| lines(&[&o.nama_bergelar]) },
    Bentuk { nama: "nip", judul: &["NIP"], bagian: 36, align: 'k', isi: |o| lines(&[&o.nip_spasi]) },
    Bentuk {
        nama: "pangkat",
        judul: &["PANGKAT/", "GOLONGAN", "RUANG"],
        bagian: 27,
        align: 'k',
        isi: |o| lines(&[&o.pangkat, &o.gol]),
    },
    Bentuk { nama: "ttl", judul: &["TEMPAT/", "TANGGAL LAHIR"], bagian: 27, align: 'k', isi: |o| lines(&[&o.ttl]) },
    Bentuk { nama: "pendidikan", judul: &["PENDIDIKAN"], bagian: 28, align: 'k', isi: |o| lines(&[&o.pendidikan]) },
    Bentuk {
        nama: "lama",
        judul: &["JABATAN/", "TEMPAT TUGAS", "LAMA"],
        bagian: 34,
        align: 'k',
        isi: |o| lines(&[&o.jabatan_lama, &o.unit_lama]),
    },
    Bentuk {
        nama: "baru",
        judul: &["JABATAN/", "TEMPAT TUGAS", "BARU"],
        bagian: 34,
        align: 'k',
        isi: |o| lines(&[&o.jabatan_baru, &o.unit_baru]),
    },
    Bentuk {
        nama: "jabatan_lama",
        judul: &["JABATAN LAMA"],
        bagian: 28,
        align: 'k',
        isi: |o| lines(&[&o.jabatan_lama]),
    },
    Bentuk {
        nama: "unit_lama",
        judul: &["UNIT KERJA", "LAMA"],
        bagian: 32,
        align: 'k',
        isi: |o| lines(&[&o.unit_lama]),
    },
    Bentuk {
        nama: "jabatan_baru",
        judul: &["JABATAN BARU"],
        bagian: 28,
        align: 'k',
        isi: |o| lines(&[&o.jabatan_baru]),
    },
    Bentuk {
        nama: "unit_baru",
        judul: &["UNIT KERJA", "BARU"],
        bagian: 32,
        align: 'k',
        isi: |o| lines(&[&o.unit_baru]),
    },
    Bentuk { nama: "eselon", judul: &["ESELON"], bagian: 16, align: 't', isi: |o| lines(&[&o.eselon]) },
    Bentuk { nama: "tunjangan", judul: &["TUNJANGAN"], bagian: 22, align: 'k', isi: |_| lines(&[""]) },
    Bentuk { nama: "ket", judul: &["KET"], bagian: 12, align: 'k', isi: |o| lines(&[&o.ket]) },
];

fn lines(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| text.to_string()).collect()
}

fn chosen(settings: &Settings) -> impl Iterator<Item = &'static Bentuk> + '_ {
    settings.sk.lampiran_kolom.iter().filter_map(|nama| BENTUK.iter().find(|bentuk| bentuk.nama == nama))
}

impl Lampiran {
    pub fn of(settings: &Settings, orang: &[Orang]) -> Lampiran {
        let kolom: Vec<&Bentuk> = chosen(settings).collect();
        let across = match settings.sk.lampiran_arah {
            Arah::Otomatis => kolom.len() + 1 > UPRIGHT,
            Arah::Tegak => false,
            Arah::Mendatar => true,
        };
        let small = kolom.len() + 1 > UPRIGHT;
        let (_, upright, wide) = ROOM.iter().find(|(kertas, ..)| *kertas == settings.sk.kertas).unwrap_or(&ROOM[0]);
        let room = if across { *wide } else { *upright };
        let row = |orang: &Orang| Baris {
            sel: std::iter::once(vec![orang.no.to_string()]).chain(kolom.iter().map(|own| (own.isi)(orang))).collect(),
        };
        let head = kolom.iter().zip(2..).map(|(own, nomor)| Kolom { nomor, judul: own.judul.to_vec() });
        Lampiran {
            jumlah: orang.len(),
            arah: if across { "mendatar" } else { "tegak" },
            kiri: room / 10 - if across { 120 } else { 95 },
            ukuran: if small { "7" } else { "9" }.into(),
            lebar: widths(&kolom, room, NIP[usize::from(small)]),
            kolom: std::iter::once(Kolom { nomor: 1, judul: vec!["NO"] }).chain(head).collect(),
            baris: orang.iter().map(row).collect(),
        }
    }
}

/// The room shared out by weight; a column with an NIP gets what an NIP needs first.
fn widths(kolom: &[&Bentuk], room: u32, nip: u32) -> String {
    let holds_nip = |own: &Bentuk| matches!(own.nama, "nip" | "nama_nip");
    let rest = room.saturating_sub(NO);
    let all: u32 = kolom.iter().map(|own| own.bagian).sum::<u32>().max(1);
    let short: u32 = kolom.iter().filter(|own| holds_nip(own) && own.bagian * rest / all < nip).count() as u32 * nip;
    let fixed = |own: &Bentuk| holds_nip(own) && own.bagian * rest / all < nip;
    let shares: u32 = kolom.iter().filter(|own| !fixed(own)).map(|own| own.bagian).sum::<u32>().max(1);
    let width = |own: &&Bentuk| {
        let tenths = if fixed(own) { nip } else { own.bagian * rest.saturating_sub(short) / shares };
        format!("{},{}{}", tenths / 10, tenths % 10, own.align)
    };
    std::iter::once(format!("{}t", NO / 10)).chain(kolom.iter().map(width)).collect::<Vec<_>>().join(" ")
}

/// Numbers of the columns that hold one of these, as running text: `4`, or `7 dan 8`.
pub fn column_numbers(settings: &Settings, names: &[&str]) -> String {
    let found = chosen(settings).zip(2..).filter(|(own, _)| names.contains(&own.nama));
    let numbers: Vec<String> = found.map(|(_, nomor): (_, usize)| nomor.to_string()).collect();
    if numbers.is_empty() { super::FEW_DOTS.into() } else { numbers.join(" dan ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kolom: &[&str], kertas: &str) -> Lampiran {
        let mut settings = Settings::default();
        settings.sk.lampiran_kolom = kolom.iter().map(|nama| nama.to_string()).collect();
        settings.sk.kertas = kertas.into();
        Lampiran::of(&settings, &[])
    }

    /// Sum of the widths in mm.
    fn sum(lampiran: &Lampiran) -> f32 {
        let width = |word: &str| word.trim_end_matches(['k', 't', 'n']).replace(',', ".").parse::<f32>().unwrap();
        lampiran.lebar.split(' ').map(width).sum()
    }

    #[test]
    fn every_column_of_the_settings_has_its_shape() {
        let names: Vec<&str> = BENTUK.iter().map(|bentuk| bentuk.nama).collect();
        assert_eq!(names, KOLOM);
    }

    #[test]
    fn few_columns_stand_upright_and_many_lie_across() {
        let usual = of(&["nama_nip", "pangkat", "lama", "baru", "ket"], "F4");
        assert_eq!((usual.arah, usual.kolom.len()), ("tegak", 6));
        let long: Vec<&str> = KOLOM.into_iter().filter(|nama| !["nama_nip", "lama", "baru"].contains(nama)).collect();
        let long = of(&long, "A4");
        assert_eq!((long.arah, long.kolom.len()), ("mendatar", 13));
        for (lampiran, room) in [(&usual, 160.0), (&long, 252.0)] {
            let width = sum(lampiran);
            assert!((room - 2.0..=room).contains(&width), "{width} of {room}: {}", lampiran.lebar);
        }
    }

    #[test]
    fn a_diktum_finds_its_columns_wherever_they_are() {
        let mut settings = Settings::default();
        let of = |settings: &Settings, names: &[&str]| column_numbers(settings, names);
        assert_eq!(of(&settings, &["lama", "jabatan_lama", "unit_lama"]), "4");
        settings.sk.lampiran_kolom = ["nama", "nip", "jabatan_lama", "unit_lama"].map(str::to_string).to_vec();
        assert_eq!(of(&settings, &["lama", "jabatan_lama", "unit_lama"]), "4 dan 5");
        assert_eq!(of(&settings, &["baru"]), "..........");
    }
}
