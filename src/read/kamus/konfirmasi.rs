//! A returned sheet *Perlu Konfirmasi*: which choices were made, by whom and when.

use super::buku::{self, Terpakai};
use super::judul::kind_of_choice;
use super::lembar::Lembar;
use crate::finding::{Finding, Place, catalogue};
use crate::model::kamus::{BUKAN, Baris, Calon, JenisKamus, KOLOM_CALON, KOLOM_JAWABAN, Riwayat, is_bukan};

/// A choice that was made in full.
pub(super) struct Jawaban {
    pub jenis: JenisKamus,
    pub pakai: Terpakai,
    pub baris: Baris,
    pub riwayat: Riwayat,
    /// The cell of the choice.
    pub place: Place,
}

/// The columns of `KOLOM_JAWABAN`.
const JENIS: usize = 0;
const TERTULIS: usize = 1;
const PILIHAN: usize = 2;
const OLEH: usize = 3;
const TANGGAL: usize = 4;
const CATATAN: usize = 5;

/// The choices of a sheet; `None` when its header is not ours. D-151 and D-152 for those that are not taken.
pub(super) fn read(lembar: &Lembar, sha256: &str, findings: &mut Vec<Finding>) -> Option<Vec<Jawaban>> {
    let header = lembar.header(&KOLOM_JAWABAN, &KOLOM_JAWABAN[..=TANGGAL])?;
    let calon_cols: Vec<Option<u32>> = KOLOM_CALON.iter().map(|title| lembar.column(header.row, title)).collect();
    let mut answers = Vec::new();
    for (&row, _) in lembar.rows.range(header.row + 1..) {
        let isi = header.cols.iter().map(|col| lembar.text(row, *col)).collect::<Vec<_>>();
        let calon: Vec<&str> =
            calon_cols.iter().map(|col| lembar.text(row, *col)).filter(|text| !text.is_empty()).collect();
        if isi[PILIHAN].is_empty() || isi[TERTULIS].is_empty() {
            continue;
        }
        match answer(&isi, &calon, lembar, sha256) {
            Ok(mut answer) => {
                answer.place = lembar.cell(row, header.cols[PILIHAN]);
                // Where the kamus cannot be written, this row is where people find it.
                let sel = std::array::from_fn(|_| answer.place.clone());
                answer.pakai.entri.place = answer.place.clone();
                answer.baris.sel = Some(sel);
                answers.push(answer);
            }
            Err((at, finding)) => findings.push(finding(lembar.cell(row, header.cols[at]))),
        }
    }
    Some(answers)
}

/// What is wrong with a row, once its cell is known.
type Fault = (usize, Box<dyn FnOnce(Place) -> Finding>);

fn answer(isi: &[&str], calon: &[&str], lembar: &Lembar, sha256: &str) -> Result<Jawaban, Fault> {
    let (tertulis, pilihan) = (isi[TERTULIS].to_string(), isi[PILIHAN].to_string());
    let unknown = |at: usize| -> Fault {
        let (value, tertulis) = (isi[at].to_string(), tertulis.clone());
        let what = if at == JENIS { "jenis" } else { "pilihan" };
        (
            at,
            Box::new(move |place| {
                let problem = format!("{what} “{value}” untuk “{tertulis}” tidak dikenal");
                Finding::new(&catalogue::PILIHAN_ASING, place, value, problem)
            }),
        )
    };
    let jenis = JenisKamus::parse(isi[JENIS]).ok_or_else(|| unknown(JENIS))?;
    if !is_bukan(&pilihan) && !calon.contains(&&*pilihan) {
        return Err(unknown(PILIHAN));
    }
    let (dimaksud, kode) = meant(jenis, &pilihan, calon);
    let file = lembar.place.file.to_string();
    let baris = Baris::new([&tertulis, &dimaksud, &kode, isi[OLEH], isi[TANGGAL], &file]);
    let riwayat = [jenis.label(), &tertulis, &dimaksud, &kode, isi[OLEH], isi[TANGGAL], isi[CATATAN], &file, sha256];
    match buku::understand(jenis, &baris) {
        Ok(pakai) => {
            let riwayat = Riwayat { isi: riwayat.map(str::to_string) };
            Ok(Jawaban { jenis, pakai, baris, riwayat, place: lembar.place.clone() })
        }
        Err((at @ (3 | 4), fault)) => {
            let at = if at == 3 { OLEH } else { TANGGAL };
            let (value, shown) = (isi[at].to_string(), fault.replace("Dikonfirmasi Oleh", KOLOM_JAWABAN[OLEH]));
            Err((
                at,
                Box::new(move |place| {
                    let problem = format!("pilihan “{pilihan}” untuk “{tertulis}” belum diterima: {shown}");
                    Finding::new(&catalogue::KONFIRMASI_KURANG, place, value, problem)
                }),
            ))
        }
        Err(_) => Err(unknown(PILIHAN)),
    }
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
