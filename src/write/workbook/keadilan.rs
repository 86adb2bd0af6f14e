//! Sheet *Keadilan*: how fairly the plan shares the shortage and its burden, beside plans made otherwise.

use rust_xlsxwriter::{Format, XlsxError};

use super::keadilan_kurva as kurva;
use super::keadilan_ukuran::{Angka, rows, sebab};
use super::leaf::Leaf;
use super::style::{Look, Style, angka};
use super::table::{header_points, page as page_setup, row_points};
use super::{Page, Sheet, Size, ringkasan, text};
use crate::model::adil::{Keadilan, Laju, Ukuran};
use crate::model::angka::ribuan;

pub(super) const SHEET: Sheet = Sheet { title: "Keadilan", size: Size::Small, write };

/// Widths in characters: names, then seven figures; explanations stand across the last four.
pub(super) const NAMES: f64 = 50.0;
const FIGURE: f64 = 14.5;
const LAST: u16 = 7;
const EXPLAINED: u16 = 4;

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let note = "Ukuran untuk dinilai orang; tidak satu pun mengubah rencana. Jenis kelamin, golongan, dan umur dilaporkan saja, \
                tidak pernah menjadi poin.";
    let mut out = Lembar::open(sheet, &page.style, (SHEET.title, note))?;
    match page.results.keadilan {
        None => out.note("Ukuran keadilan tidak dihitung.")?,
        Some(keadilan) => tables(page, &mut out, keadilan)?,
    }
    out.close()
}

fn tables(page: &Page<'_>, out: &mut Lembar<'_>, keadilan: &Keadilan) -> Result<(), XlsxError> {
    metrics(page, out, keadilan)?;
    out.new_page();
    groups(out, &keadilan.laju)?;
    corners(page, out, keadilan)?;
    if keadilan.dibandingkan {
        out.new_page();
        kurva::write(out, keadilan, page.results.plan.batasan.is_some())?;
    }
    Ok(())
}

fn metrics(page: &Page<'_>, out: &mut Lembar<'_>, keadilan: &Keadilan) -> Result<(), XlsxError> {
    out.header("Ukuran", &["Tanpa mutasi", "Rencana", "Dikerjakan dengan tangan"], "Arti")?;
    for row in rows(keadilan) {
        out.line(&row.nama, &row.angka, Some(&row.arti))?;
    }
    for words in sebab(keadilan, &page.results.settings.rencana) {
        out.note(&words)?;
    }
    out.note(
        "Dikerjakan dengan tangan: jabatan yang paling kosong diisi lebih dahulu dengan calon terbaik dari jabatan yang \
         berlebih, satu per satu, dengan aturan, batas, dan poin yang sama.",
    )
}

fn groups(out: &mut Lembar<'_>, laju: &[Laju]) -> Result<(), XlsxError> {
    out.section("Siapa yang dipindahkan")?;
    let heads = ["Boleh dipindahkan", "Pindah", "Bagian", "Tanpa usulan sendiri", "Bagian"];
    out.header("Kelompok", &heads, "")?;
    for trait_ in laju {
        for own in &trait_.kelompok {
            let of = |part: u32| Angka::bagian(part.into(), own.boleh_pindah.into());
            let angka = [
                Angka::Bulat(own.boleh_pindah.into()),
                Angka::Bulat(own.pindah.into()),
                of(own.pindah),
                Angka::Bulat(own.tanpa_usulan.into()),
                of(own.tanpa_usulan),
            ];
            out.line(&format!("{}: {}", trait_.menurut, own.nama), &angka, None)?;
        }
        out.note(&four_fifths(trait_))?;
    }
    Ok(())
}

/// What the four-fifths comparison says.
fn four_fifths(laju: &Laju) -> String {
    let menurut = laju.menurut.to_lowercase();
    let left_out = match laju.tidak_diketahui {
        0 => String::new(),
        count => {
            format!("; {} pegawai yang {menurut}nya tidak diketahui tidak ikut dibandingkan", ribuan(count.into()))
        }
    };
    let Some(rasio) = laju.rasio else {
        return format!(
            "Menurut {menurut}: belum dapat dibandingkan (kelompoknya kecil, atau tidak ada yang dipindahkan tanpa \
             usulan){left_out}."
        );
    };
    let verdict = if rasio >= EMPAT_PERLIMA { "seimbang" } else { "perlu ditinjau apakah ada sebab yang wajar" };
    format!(
        "Menurut {menurut}: bagian terendah {} dari bagian tertinggi; patokan empat perlima (80%): {verdict}{left_out}.",
        Angka::persen(rasio)
    )
}

/// The four-fifths rule in ten-thousandths (optimiser, §5).
const EMPAT_PERLIMA: u32 = 8_000;

fn corners(page: &Page<'_>, out: &mut Lembar<'_>, keadilan: &Keadilan) -> Result<(), XlsxError> {
    out.section("Rencana menurut urutan tujuan yang lain")?;
    if !keadilan.dibandingkan {
        return out.note(&left_out(page, keadilan));
    }
    out.header("Urutan tujuan", &kurva::HEADS, "")?;
    let goals: Vec<&str> = page.results.plan.urutan.goals().map(|tujuan| tujuan.nama()).collect();
    let own = format!("Rencana ini ({})", goals.join(", "));
    let mut line = |nama: &str, ukuran: &Ukuran| out.line(nama, &kurva::figures(ukuran), None);
    line("Tanpa mutasi", &keadilan.sebelum.ukuran)?;
    line(&own, &keadilan.rencana.ukuran)?;
    for sudut in &keadilan.sudut {
        let proven = if sudut.terbukti { "" } else { "; belum terbukti terbaik" };
        line(&format!("{} ({}){proven}", sudut.nama, sudut.urutan.join(", ")), &sudut.ukuran)?;
    }
    line("Dikerjakan dengan tangan", &keadilan.tangan.ukuran)?;
    let limited = if page.results.plan.batasan.is_some() { " dan batas rencana" } else { "" };
    let proven = match keadilan.sudut.iter().all(|sudut| sudut.terbukti) {
        true => "sampai terbukti terbaik ",
        false => "",
    };
    out.note(&format!(
        "Setiap urutan diselesaikan {proven}dengan aturan{limited} yang sama. Urutannya dipilih kantor di mutasi.toml \
         (rencana.urutan)."
    ))
}

fn left_out(page: &Page<'_>, keadilan: &Keadilan) -> String {
    let pairs = ribuan(keadilan.pasangan as i64);
    match page.results.settings.rencana.perbandingan {
        crate::settings::Perbandingan::Tidak => {
            "Rencana pembanding tidak disusun, sesuai pengaturan rencana.perbandingan = \"tidak\" di mutasi.toml."
                .into()
        }
        _ => format!(
            "Rencana pembanding dan kurva perpindahan tidak disusun karena daerah ini besar ({pairs} pasangan pegawai dan \
             jabatan). Untuk menyusunnya, tulis perbandingan = \"ya\" di bawah [rencana] pada mutasi.toml, lalu jalankan lagi."
        ),
    }
}

/// The sheet, written downwards.
pub(super) struct Lembar<'w> {
    pub(super) sheet: &'w mut Leaf,
    style: &'w Style,
    pub(super) row: u32,
    breaks: Vec<u32>,
}

impl<'w> Lembar<'w> {
    pub(super) fn open(
        sheet: &'w mut Leaf,
        style: &'w Style,
        (title, note): (&str, &str),
    ) -> Result<Lembar<'w>, XlsxError> {
        sheet.set_column_width(0, NAMES)?;
        for col in 1..=LAST {
            sheet.set_column_width(col, FIGURE)?;
        }
        sheet.set_row_height(0, 24)?;
        sheet.write_string_with_format(0, 0, title, &style.title)?;
        sheet.merge_range(1, 0, 1, LAST, "", &style.note)?;
        text::put(sheet, 1, 0, note, &style.note)?;
        let lines = text::lines(note, NAMES + FIGURE * f64::from(LAST));
        sheet.set_row_height(1, row_points(lines))?;
        sheet.way_back(ringkasan::SHEET.title, &style.back)?;
        // Tables of different columns: the title alone holds for all of them.
        sheet.set_freeze_panes(3, 1)?.set_repeat_rows(0, 0)?;
        Ok(Lembar { sheet, style, row: 3, breaks: Vec::new() })
    }

    /// What follows starts on a page of its own.
    pub(super) fn new_page(&mut self) {
        self.breaks.push(self.row + 1);
    }

    pub(super) fn section(&mut self, title: &str) -> Result<(), XlsxError> {
        self.row += 1;
        self.sheet.write_string_with_format(self.row, 0, title, &self.style.section)?;
        for col in 1..=LAST {
            self.sheet.write_blank(self.row, col, &self.style.section)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Titles over names and figures, and over the explanation where there is one.
    pub(super) fn header(&mut self, names: &str, figures: &[&str], words: &str) -> Result<(), XlsxError> {
        let style = &self.style.header;
        text::put(self.sheet, self.row, 0, names, style)?;
        for (col, title) in (1..).zip(figures) {
            text::put(self.sheet, self.row, col, title, style)?;
        }
        if !words.is_empty() {
            self.across((EXPLAINED, LAST), words, style)?;
        }
        let lines = figures.iter().map(|title| text::lines(title, FIGURE - 2.0)).max().unwrap_or(1);
        self.sheet.set_row_height(self.row, header_points(lines))?;
        self.row += 1;
        Ok(())
    }

    /// A name, its figures, and what they mean.
    pub(super) fn line(&mut self, name: &str, figures: &[Angka], words: Option<&str>) -> Result<(), XlsxError> {
        let wrap = self.style.of(Look::Wrap);
        text::put(self.sheet, self.row, 0, name, wrap)?;
        for (col, figure) in (1..).zip(figures) {
            self.figure(col, figure)?;
        }
        let mut lines = text::lines(name, NAMES);
        if let Some(words) = words {
            lines = lines.max(self.across((EXPLAINED, LAST), words, wrap)?);
        }
        self.sheet.set_row_height(self.row, row_points(lines))?;
        self.row += 1;
        Ok(())
    }

    /// Words across some columns of figures; how many lines they take.
    pub(super) fn across(&mut self, span: (u16, u16), words: &str, format: &Format) -> Result<usize, XlsxError> {
        self.sheet.merge_range(self.row, span.0, self.row, span.1, "", format)?;
        text::put(self.sheet, self.row, span.0, words, format)?;
        Ok(text::lines(words, FIGURE * f64::from(span.1 + 1 - span.0)))
    }

    fn figure(&mut self, col: u16, figure: &Angka) -> Result<(), XlsxError> {
        let shown = |look: Look, format: &str| -> Format { self.style.of(look).clone().set_num_format(angka(format)) };
        let (number, format) = match figure {
            Angka::Kata(words) => {
                let format = self.style.of(Look::Whole);
                return text::put(self.sheet, self.row, col, words, format);
            }
            Angka::Bulat(number) => (*number as f64, shown(Look::Whole, "#,##0_)")),
            Angka::Persen(share) => (f64::from(*share) / 10_000.0, shown(Look::Persen, "0.0%_)")),
            Angka::Pecahan(share) => (f64::from(*share) / 10_000.0, shown(Look::Ratio, "0.000_)")),
            Angka::Km(metres) => (*metres as f64 / 1_000.0, shown(Look::Decimal, "#,##0.0_)")),
        };
        self.sheet.write_number_with_format(self.row, col, number, &format)?;
        Ok(())
    }

    /// Words across the sheet.
    pub(super) fn note(&mut self, words: &str) -> Result<(), XlsxError> {
        let format = &self.style.prose;
        self.sheet.merge_range(self.row, 0, self.row, LAST, "", format)?;
        text::put(self.sheet, self.row, 0, words, format)?;
        let lines = text::lines(words, NAMES + FIGURE * f64::from(LAST));
        self.sheet.set_row_height(self.row, row_points(lines))?;
        self.row += 1;
        Ok(())
    }

    pub(super) fn close(self) -> Result<(), XlsxError> {
        page_setup(self.sheet)?;
        self.sheet.set_page_breaks(&self.breaks)?;
        self.sheet.set_print_area(0, 0, self.row.saturating_sub(1).max(3), LAST)?;
        self.sheet.set_screen_gridlines(false);
        Ok(())
    }
}
