//! NIP, name, golongan of a row, and what the NIP says against what the other columns say (domain §3.4, §3.6).

use jiff::civil::Date;
use validator::ValidationError;

use super::PegawaiRow;
use crate::check::cell::NipTeks;
use crate::check::memo::Memo;
use crate::check::report::{RowPlace, proposing, row_error};
use crate::check::row::{Field, Problem, Teks};
use crate::finding::{NIK_TIDAK_DISALIN, catalogue, is_nik};
use crate::model::golongan::Golongan;
use crate::model::nama::Nama;
use crate::model::nip::{AwalanNip, JenisNip, Nip, NipProblem, clean_nip, split_nip};
use crate::model::status::StatusAsn;
use crate::model::tanggal::tanggal_in_words;

impl PegawaiRow {
    /// An NIP another row tells in place of this row's own damaged one.
    pub fn take_nip(&mut self, nip: Nip, note: Problem) {
        self.nip.value = Some(NipTeks { text: nip.to_string(), letter_o: false });
        self.nip.fault(note);
    }

    pub(super) fn interpret_nama(&mut self) {
        // A remark in the place of a number is no part of a name.
        let plain =
            |field: &Field<Teks>| field.text().map(|text| text.replace(NIK_TIDAK_DISALIN, "").trim().to_string());
        let gelar =
            [&self.gelar_depan, &self.gelar_belakang].map(plain).map(|text| text.filter(|text| !text.is_empty()));
        let read = plain(&self.nama).and_then(|text| Nama::parse(&text, gelar[0].as_deref(), gelar[1].as_deref()));
        if read.is_none() && self.nama.problem.is_none() {
            let text = match self.nama.text() {
                Some(text) => format!("nama “{text}” tidak memuat huruf"),
                None => "nama kosong".to_string(),
            };
            self.nama.fault(Problem::new(&catalogue::NAMA_KOSONG, text));
        }
        self.read.nama = read;
    }

    /// Golongan from its own column, joined with a letter in the pangkat column (domain D18), else from the pangkat.
    pub(super) fn interpret_golongan(&mut self, memo: &mut Memo) {
        let pppk = matches!(self.read.status, Some(StatusAsn::Pppk | StatusAsn::PppkParuhWaktu));
        let pangkat = self.pangkat.text();
        self.read.named = [pangkat, self.golongan.text()].map(|text| memo.of_pangkat(text?));
        let kode = self.golongan_id.text();
        self.read.golongan_kode = kode.and_then(|kode| memo.golongan(kode, pppk));
        let Some(text) = self.golongan.text() else {
            if self.golongan.problem.is_none() {
                let named = pangkat.and_then(|pangkat| memo.golongan(pangkat, pppk));
                self.read.golongan = self.read.golongan_kode.or(named);
            }
            return;
        };
        let joined = pangkat.filter(|pangkat| pangkat.len() == 1).map(|letter| format!("{text}/{letter}"));
        let read = memo.golongan(text, pppk).or_else(|| memo.golongan(&joined?, pppk));
        if read.is_none() {
            self.golongan.fault(golongan_problem(text, pppk, self.status_asn.value.is_some()));
        }
        self.read.golongan = read;
    }
}

/// Parts name and NIP that stand in one cell (domain D3). What a cell of its own says counts first.
pub(in crate::check) fn part_name_and_nip(nama: &mut Field<Teks>, nip: &mut Field<NipTeks>, place: &RowPlace) {
    let has_digit = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
    let both = match (nama.is_missing(), nip.is_missing()) {
        (false, _) if has_digit(place.typed("nama")) => split_nip(place.typed("nama")),
        (true, false) => split_nip(place.typed("nip")),
        (true, true) | (false, _) => None,
    };
    let Some((name, digits)) = both else { return };
    if nip.is_missing() || nama.is_missing() {
        nip.value = Some(NipTeks { text: clean_nip(&digits).text, letter_o: false });
    }
    nama.value = Some(Teks(name));
}

/// The NIP of a cell, or what is left of a damaged one. What is wrong with it becomes the cell's problem.
pub(in crate::check) fn read_nip(
    field: &mut Field<NipTeks>,
    today: Date,
    place: &RowPlace,
) -> (Option<Nip>, Option<AwalanNip>) {
    let Some(teks) = &field.value else {
        return match &field.problem {
            None => {
                field.fault(Problem::new(&catalogue::NIP_KOSONG, "NIP kosong"));
                (None, None)
            }
            Some(problem) if *problem.kode == catalogue::NIP_ANGKA => {
                (None, AwalanNip::parse(place.typed("nip").trim()))
            }
            Some(_) => (None, None),
        };
    };
    match Nip::parse(&teks.text, today) {
        Ok(nip) => {
            if teks.letter_o {
                let note = format!("huruf O pada NIP dibaca sebagai angka nol: {nip}");
                field.fault(Problem::new(&catalogue::DITAFSIRKAN, note).with_usulan(nip.digits()));
            }
            (Some(nip), None)
        }
        Err(problem) => {
            let awalan = if problem == NipProblem::SerialZero { AwalanNip::parse(&teks.text) } else { None };
            field.fault(nip_problem(problem, &teks.text));
            (None, awalan)
        }
    }
}

fn nip_problem(problem: NipProblem, text: &str) -> Problem {
    match problem {
        NipProblem::Empty => Problem::new(&catalogue::NIP_KOSONG, "NIP kosong"),
        NipProblem::Digits(count) if is_nik(text) => {
            let told = format!("sel NIP berisi NIK ({count} angka), seharusnya NIP 18 angka");
            Problem::new(&catalogue::NIP_SALAH, told)
        }
        NipProblem::Digits(count) => {
            Problem::new(&catalogue::NIP_SALAH, format!("NIP “{text}” berisi {count} angka, seharusnya 18"))
        }
        NipProblem::OtherNumber if text.len() == 9 && text.bytes().all(|b| b.is_ascii_digit()) => {
            Problem::new(&catalogue::NIP_BUKAN_NIP, format!("isi kolom NIP, {text}, adalah NIP lama 9 angka"))
        }
        NipProblem::OtherNumber if text.len() >= 32 && text.bytes().all(|b| b.is_ascii_hexdigit()) => {
            Problem::new(&catalogue::NIP_BUKAN_NIP, format!("isi kolom NIP, {text}, adalah ID SIASN"))
        }
        NipProblem::OtherNumber => {
            Problem::new(&catalogue::NIP_SALAH, format!("NIP “{text}” memuat tanda selain angka"))
        }
        NipProblem::BirthDate => {
            let part: String = text.chars().take(8).collect();
            Problem::new(
                &catalogue::NIP_LAHIR,
                format!("delapan angka pertama NIP, {part}, bukan tanggal lahir yang sah"),
            )
        }
        NipProblem::Appointment => {
            let part: String = text.chars().skip(8).take(6).collect();
            let text = format!("angka ke-9 sampai ke-14 NIP, {part}, bukan TMT CPNS atau kode PPPK yang sah");
            Problem::new(&catalogue::NIP_TMT, text)
        }
        NipProblem::Sex => {
            let part: String = text.chars().skip(14).take(1).collect();
            Problem::new(&catalogue::NIP_KELAMIN, format!("angka ke-15 NIP adalah {part}, seharusnya 1 atau 2"))
        }
        NipProblem::SerialZero => Problem::new(
            &catalogue::NIP_URUT_NOL,
            format!("nomor urut NIP {text} adalah 000, tanda NIP pernah tersimpan sebagai angka"),
        ),
    }
}

/// `tertulis`: whether a column tells the status; else the NIP did.
fn golongan_problem(text: &str, pppk: bool, tertulis: bool) -> Problem {
    let (sentence, remedy) = match (Golongan::parse(text, false), Golongan::parse(text, true)) {
        (Some(_), _) if pppk => (
            format!("golongan “{text}” bukan golongan PPPK"),
            Some(match tertulis {
                true => "Tulis I sampai XVII untuk PPPK; jika pegawai ini bukan PPPK, perbaiki statusnya.",
                false => "Menurut NIP-nya pegawai ini PPPK: tulis I sampai XVII, atau perbaiki NIP-nya.",
            }),
        ),
        (_, Some(_)) if !pppk => (
            format!("golongan “{text}” tanpa huruf ruang bukan golongan PNS"),
            Some(match tertulis {
                true => "Tulis lengkap seperti III/d; jika pegawai ini PPPK, ubah statusnya menjadi PPPK.",
                false => "Tulis lengkap seperti III/d; jika pegawai ini PPPK, isi status PPPK.",
            }),
        ),
        _ if pppk => (format!("golongan “{text}” tidak dikenal"), Some("Tulis I sampai XVII sesuai SK terakhir.")),
        _ => (format!("golongan “{text}” tidak dikenal"), None),
    };
    let problem = Problem::new(&catalogue::GOLONGAN_ASING, sentence);
    match remedy {
        Some(remedy) => problem.with_remedy(remedy),
        None => problem,
    }
}

/// D-201.
pub(super) fn tgl_lahir_matches_nip(row: &PegawaiRow) -> Result<(), ValidationError> {
    let (Some(nip), Some(typed)) = (row.read.nip, row.tgl_lahir.value) else { return Ok(()) };
    if typed.0 == nip.tgl_lahir() {
        return Ok(());
    }
    let (typed, told) = (tanggal_in_words(typed.0), tanggal_in_words(nip.tgl_lahir()));
    Err(row_error(&catalogue::LAHIR_BEDA_NIP, "tgl_lahir", format!("tanggal lahir {typed}, menurut NIP {told}")))
}

/// D-202: NIP tells year and month only.
pub(super) fn tmt_cpns_matches_nip(row: &PegawaiRow) -> Result<(), ValidationError> {
    let told = row.read.nip.and_then(|nip| nip.tmt_cpns());
    let (Some(told), Some(typed)) = (told, row.tmt_cpns.value) else { return Ok(()) };
    if (typed.0.year(), typed.0.month()) == (told.year(), told.month()) {
        return Ok(());
    }
    let (typed, told) = (tanggal_in_words(typed.0), tanggal_in_words(told));
    Err(row_error(&catalogue::CPNS_BEDA_NIP, "tmt_cpns", format!("TMT CPNS {typed}, menurut NIP {told}")))
}

/// D-203.
pub(super) fn jenis_kelamin_matches_nip(row: &PegawaiRow) -> Result<(), ValidationError> {
    let (Some(nip), Some(typed)) = (row.read.nip, row.jenis_kelamin.value) else { return Ok(()) };
    let told = nip.jenis_kelamin();
    if typed == told {
        return Ok(());
    }
    let text = format!("jenis kelamin {}, menurut angka ke-15 NIP {}", typed.label(), told.label());
    Err(row_error(&catalogue::KELAMIN_BEDA_NIP, "jenis_kelamin", text))
}

/// D-204.
pub(super) fn status_matches_nip(row: &PegawaiRow) -> Result<(), ValidationError> {
    let (Some(nip), Some(status)) = (row.read.nip, row.status_asn.value) else { return Ok(()) };
    let expected = match status {
        StatusAsn::Pns | StatusAsn::Cpns => Some(JenisNip::Pns),
        StatusAsn::Pppk | StatusAsn::PppkParuhWaktu => Some(JenisNip::Pppk),
        // Who is no ASN has neither number, and would be left out of every count.
        StatusAsn::NonAsn => None,
    };
    if Some(nip.jenis()) == expected {
        return Ok(());
    }
    let form = match nip.jenis() {
        JenisNip::Pns => "NIP PNS",
        JenisNip::Pppk => "NI PPPK",
    };
    let text = format!("status {} tetapi nomornya berbentuk {form}", status.label());
    Err(row_error(&catalogue::STATUS_BEDA_NIP, "status_asn", text))
}

/// D-205: the pangkat of its own column, or the one written beside the golongan.
pub(super) fn pangkat_matches_golongan(row: &PegawaiRow) -> Result<(), ValidationError> {
    let Some(golongan) = row.read.golongan else { return Ok(()) };
    for (column, named) in ["pangkat", "golongan"].into_iter().zip(row.read.named) {
        let Some(named) = named else { continue };
        if named != golongan && !golongan.is_pppk() {
            let pangkat = named.pangkat().unwrap_or_default();
            let text = format!("pangkat {pangkat} adalah {named}, padahal golongannya {golongan}");
            let error = row_error(&catalogue::PANGKAT_BEDA, column, text);
            let usulan =
                if column == "pangkat" { golongan.pangkat().map(String::from) } else { Some(golongan.to_string()) };
            return Err(proposing(error, usulan));
        }
    }
    Ok(())
}

/// D-205: the code of the golongan beside its name.
pub(super) fn golongan_matches_kode(row: &PegawaiRow) -> Result<(), ValidationError> {
    let (Some(golongan), Some(kode)) = (row.read.golongan, row.read.golongan_kode) else { return Ok(()) };
    if golongan == kode {
        return Ok(());
    }
    let written = row.golongan_id.text().unwrap_or_default();
    let text = format!("kode golongan {written} adalah {kode}, padahal golongannya {golongan}");
    Err(row_error(&catalogue::PANGKAT_BEDA, "golongan_id", text))
}
