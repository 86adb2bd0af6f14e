//! A returned sheet *Perlu Konfirmasi*: which choices were made, by whom and when.

use jiff::civil::Date;

use super::arti::{self, Terpakai};
use super::judul::kind_of_choice;
use super::lembar::Lembar;
use crate::finding::{Finding, Place, catalogue};
use crate::model::kamus::{
    self, BUKAN, Calon, JenisKamus, KOLOM_CALON, KOLOM_JAWABAN, Riwayat, is_bukan, tanggal_konfirmasi,
};
use crate::model::tanggal::{Periode, months_between};

/// A choice that was made in full.
pub(super) struct Jawaban {
    pub jenis: JenisKamus,
    pub pakai: Terpakai,
    pub baris: kamus::Baris,
    pub riwayat: Riwayat,
    /// The cell of the choice.
    pub place: Place,
}

/// So many months after its month a confirmation may still be dated; a later one has a mistyped year.
const TERLAMBAT_BULAN: i32 = 12;

/// The columns of `KOLOM_JAWABAN`.
const JENIS: usize = 0;
const TERTULIS: usize = 1;
const PILIHAN: usize = 2;
const OLEH: usize = 3;
const TANGGAL: usize = 4;

/// The choices of a sheet; `None` when its header is not ours. D-151 and D-152 for those that are not taken.
pub(super) fn read(
    lembar: &Lembar,
    sha256: &str,
    periode: Periode,
    findings: &mut Vec<Finding>,
) -> Option<Vec<Jawaban>> {
    let header = lembar.header(&KOLOM_JAWABAN, &KOLOM_JAWABAN[..=TANGGAL])?;
    let calon_cols: Vec<Option<u32>> = KOLOM_CALON.iter().map(|title| lembar.column(header.row, title)).collect();
    let mut answers = Vec::new();
    for (&row, _) in lembar.rows.range(header.row + 1..) {
        let asked = Baris {
            isi: std::array::from_fn(|at| lembar.text(row, header.cols[at])),
            calon: calon_cols.iter().map(|col| lembar.text(row, *col)).filter(|text| !text.is_empty()).collect(),
            sel: std::array::from_fn(|at| lembar.cell(row, header.cols[at])),
            sha256,
            periode,
        };
        if !asked.isi[PILIHAN].is_empty() && !asked.isi[TERTULIS].is_empty() {
            match asked.answer() {
                Ok(answer) => answers.push(answer),
                Err(finding) => findings.push(*finding),
            }
        }
    }
    Some(answers)
}

/// One row of the sheet.
struct Baris<'a> {
    /// The texts under `KOLOM_JAWABAN`, and their cells.
    isi: [&'a str; 6],
    sel: [Place; 6],
    calon: Vec<&'a str>,
    /// Of the workbook.
    sha256: &'a str,
    periode: Periode,
}

impl Baris<'_> {
    fn answer(&self) -> Result<Jawaban, Box<Finding>> {
        let [jenis, tertulis, pilihan, oleh, tanggal, catatan] = self.isi;
        let jenis = JenisKamus::parse(jenis).ok_or_else(|| self.unknown("jenis", JENIS))?;
        if !is_bukan(pilihan) && !self.calon.contains(&pilihan) {
            return Err(self.unknown("pilihan", PILIHAN));
        }
        self.who_and_when()?;
        let (dimaksud, kode) = meant(jenis, pilihan, &self.calon);
        let place = self.sel[PILIHAN].clone();
        let file = place.file.to_string();
        let mut baris = kamus::Baris::new([tertulis, &dimaksud, &kode, oleh, tanggal, &file]);
        // Where the kamus cannot be written, this row is where people find it.
        baris.sel = Some(std::array::from_fn(|_| place.clone()));
        let riwayat = [jenis.label(), tertulis, &dimaksud, &kode, oleh, tanggal, catatan, &file, self.sha256];
        let riwayat = Riwayat { isi: riwayat.map(str::to_string) };
        match arti::understand(jenis, &baris) {
            Ok(pakai) => Ok(Jawaban { jenis, pakai, baris, riwayat, place }),
            Err(_) => Err(self.unknown("pilihan", PILIHAN)),
        }
    }

    /// D-151 at the first cell that is still to be filled, naming all of them.
    fn who_and_when(&self) -> Result<(), Box<Finding>> {
        let tanggal = self.isi[TANGGAL];
        let mut open: Vec<(usize, String)> = Vec::new();
        if self.isi[OLEH].is_empty() {
            open.push((OLEH, format!("kolom {} kosong", KOLOM_JAWABAN[OLEH])));
        }
        if tanggal.is_empty() {
            open.push((TANGGAL, format!("kolom {} kosong", KOLOM_JAWABAN[TANGGAL])));
        } else if tanggal_konfirmasi(tanggal).is_none() {
            open.push((TANGGAL, format!("tanggal “{tanggal}” tidak terbaca")));
        } else if tanggal_konfirmasi(tanggal).is_some_and(|date| is_far_after(date, self.periode)) {
            open.push((TANGGAL, format!("tanggal “{tanggal}” jauh sesudah {}", self.periode.in_words())));
        }
        let Some((at, _)) = open.first() else { return Ok(()) };
        let faults = open.iter().map(|(_, fault)| fault.as_str()).collect::<Vec<_>>().join(" dan ");
        let problem =
            format!("pilihan “{}” untuk “{}” belum diterima: {faults}", self.isi[PILIHAN], self.isi[TERTULIS]);
        let place = self.sel[*at].clone();
        let finding = Finding::new(&catalogue::KONFIRMASI_KURANG, place, self.isi[*at], problem);
        let only_the_date = *at == TANGGAL && !tanggal.is_empty();
        let remedy = "Perbaiki kolom Tanggal pada baris itu, misalnya 21-11-2026, lalu jalankan lagi.";
        Err(Box::new(if only_the_date { finding.with_remedy(remedy) } else { finding }))
    }

    /// D-152.
    fn unknown(&self, what: &str, at: usize) -> Box<Finding> {
        let problem = format!("{what} “{}” untuk “{}” tidak dikenal", self.isi[at], self.isi[TERTULIS]);
        Box::new(Finding::new(&catalogue::PILIHAN_ASING, self.sel[at].clone(), self.isi[at], problem))
    }
}

/// Whether nobody can have confirmed then what is asked about this month. Data of a month may be worked through late.
fn is_far_after(date: Date, periode: Periode) -> bool {
    months_between(periode.first_day(), date) > TERLAMBAT_BULAN
}

/// What a choice means, as the kamus keeps it: name and kode.
fn meant(jenis: JenisKamus, pilihan: &str, calon: &[&str]) -> (String, String) {
    let kind = |teks: &str| kind_of_choice(teks).map_or(String::new(), |kind| kind.label().to_string());
    let refused = is_bukan(pilihan);
    match jenis {
        // A refusal holds for the kind of table it was asked about.
        JenisKamus::Judul if refused => (BUKAN.to_string(), calon.first().map_or(String::new(), |teks| kind(teks))),
        JenisKamus::Unit | JenisKamus::Jabatan if refused => (BUKAN.to_string(), String::new()),
        JenisKamus::Judul => (Calon::nama_dari(pilihan).to_string(), kind(pilihan)),
        JenisKamus::Jabatan => (Calon::nama_dari(pilihan).to_string(), String::new()),
        JenisKamus::Unit => {
            let (nama, kode) = Calon::baca(pilihan);
            (nama, kode.unwrap_or_default())
        }
    }
}
