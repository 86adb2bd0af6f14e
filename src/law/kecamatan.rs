//! Tables of kecamatan, built in and of a folder: `kode,nama,lintang,bujur`, between commas, semicolons or tabs.

use std::ops::RangeInclusive;

use crate::model::wilayah::Kecamatan;

/// Indonesia (domain §3.3, D17): a latitude and longitude outside are mistyped or have changed places.
const LINTANG: RangeInclusive<f64> = -11.0..=6.5;
const BUJUR: RangeInclusive<f64> = 95.0..=141.1;

/// What a table holds.
#[derive(Debug, Default, PartialEq)]
pub struct IsiKecamatan {
    /// In code order.
    pub rows: Vec<Kecamatan>,
    pub salah: Vec<BarisSalah>,
}

/// A line that tells no kecamatan.
#[derive(Debug, PartialEq, Eq)]
pub struct BarisSalah {
    /// Counted from one.
    pub baris: usize,
    /// The line as typed.
    pub teks: String,
    /// What is wrong with it, in Indonesian.
    pub sebab: String,
}

/// Reads the rows of a table. A header line may stand above them, and lines that begin with `#` are remarks; a line that
/// is no row or lies outside Indonesia is lost alone.
pub fn rows(csv: &str) -> IsiKecamatan {
    let mut isi = IsiKecamatan::default();
    let lines = csv.trim_start_matches('\u{feff}').lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    let pemisah = pemisah(lines.clone().map(|(_, line)| line));
    for (order, (index, line)) in lines.enumerate() {
        match row(line, pemisah) {
            Ok(row) => isi.rows.push(row),
            // A code begins with a digit, a header does not.
            Err(_) if order == 0 && !line.trim_start().starts_with(|c: char| c.is_ascii_digit()) => {}
            Err(sebab) => isi.salah.push(BarisSalah { baris: index + 1, teks: line.trim().to_string(), sebab }),
        }
    }
    isi.rows.sort_by(|a, b| a.kode.cmp(&b.kode));
    isi
}

/// What stands between the columns: of comma, semicolon and tab the one that makes four of most lines, at first the comma.
fn pemisah<'l>(lines: impl Iterator<Item = &'l str> + Clone) -> char {
    let fits = |pemisah: &char| lines.clone().filter(|line| line.split(*pemisah).count() == COLUMNS).count();
    [',', ';', '\t'].into_iter().rev().max_by_key(fits).unwrap_or(',')
}

/// Columns of a row.
const COLUMNS: usize = 4;

/// One row, or what is wrong with it. Where commas do not part the columns, numbers may have a decimal comma.
fn row(line: &str, pemisah: char) -> Result<Kecamatan, String> {
    let fields: Vec<&str> = line.split(pemisah).map(|field| field.trim().trim_matches('"').trim()).collect();
    let [kode, nama, lintang, bujur] = fields[..] else {
        return Err(format!("berisi {} kolom, bukan empat: kode, nama, lintang, bujur", fields.len()));
    };
    if nama.is_empty() {
        return Err("tidak memuat nama kecamatan".into());
    }
    let number = |what: &str, text: &str| {
        text.replace(',', ".").parse::<f64>().map_err(|_| format!("{what} “{text}” bukan angka"))
    };
    let (lat, lon) = (number("lintang", lintang)?, number("bujur", bujur)?);
    if LINTANG.contains(&lon) && BUJUR.contains(&lat) {
        return Err(format!("lintang {lintang} dan bujur {bujur} tertukar"));
    }
    if !LINTANG.contains(&lat) || !BUJUR.contains(&lon) {
        return Err(format!("lintang {lintang} dan bujur {bujur} berada di luar Indonesia"));
    }
    Ok(Kecamatan { kode: kode.into(), nama: nama.into(), lat, lon })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_is_lost_alone() {
        let csv = "# ours\nkode,nama,lat,lon\n15.02.02,Bangko,-2.07,102.27\n15.02.03,Jangkat,102.1,-2.5\n\
                   15.02.04,Tabir,-2,5,102.1\n15.02.01,Siau,-2.5,seratus\n15.02.05,,-2.5,102\n15.02.00,Muara,-2.1,102.2\n";
        let isi = rows(csv);
        let names: Vec<&str> = isi.rows.iter().map(|row| row.nama.as_str()).collect();
        assert_eq!(names, ["Muara", "Bangko"]);
        let told: Vec<(usize, &str)> = isi.salah.iter().map(|salah| (salah.baris, salah.sebab.as_str())).collect();
        let expected = [
            (4, "lintang 102.1 dan bujur -2.5 tertukar"),
            (5, "berisi 5 kolom, bukan empat: kode, nama, lintang, bujur"),
            (6, "bujur “seratus” bukan angka"),
            (7, "tidak memuat nama kecamatan"),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn semicolons_and_tabs_part_columns_too_and_leave_the_comma_to_the_numbers() {
        let comma = rows("kode,nama,lat,lon\n15.02.02,Bangko,-2.07,102.27\n15.02.03,Jangkat,-2.5,102.1\n");
        for other in [
            "kode;nama;lat;lon\n15.02.02;Bangko;-2,07;102,27\n15.02.03;Jangkat;-2.5;102.1\n",
            "kode\tnama\tlat\tlon\n15.02.02\tBangko\t-2.07\t102.27\n15.02.03\tJangkat\t-2,5\t102,1\n",
            "15.02.02;\"Bangko\";-2,07;102,27\n15.02.03;Jangkat;-2,5;102,1\n",
        ] {
            assert_eq!(rows(other), comma, "{other}");
        }
        let bad = rows("15.02.02;Bangko;-2,07;102,27\n15.02.03;Jangkat;-2,5\n");
        assert_eq!((bad.rows.len(), bad.salah.len()), (1, 1));
    }

    #[test]
    fn without_a_header_the_first_line_is_a_row() {
        assert_eq!(rows("15.02.02,Bangko,-2.07,102.27\n").rows.len(), 1);
        assert_eq!(rows("15.02.02,Bangko,-2.07\n").salah.len(), 1);
        assert_eq!(rows("\u{feff}# ours\nkode,nama,lat,lon\n"), IsiKecamatan::default());
    }
}
