//! The facts of a person, gathered from a checked row.

use jiff::civil::Date;

use super::PegawaiRow;
use crate::check::draft::PersonFacts;
use crate::check::reading::Run;
use crate::check::report::RowPlace;
use crate::finding::{Finding, catalogue};
use crate::model::bersama::Bersama;
use crate::model::kinerja::{AngkaSkp, Predikat, Skp};
use crate::model::nip::Nip;
use crate::model::pegawai::{FaktaJarang, Instansi};
use crate::model::status::{HukumanDisiplin, ya_tidak};

impl PegawaiRow {
    /// What the row itself says.
    pub(super) fn facts(&self, place: &RowPlace, run: &mut Run) -> PersonFacts {
        let birthplace = self.tempat_lahir.text().or_else(|| place_in(place.typed("tgl_lahir")));
        let facts = PersonFacts {
            nama: self.read.nama.clone(),
            jenis_kelamin: self.jenis_kelamin.value,
            tempat_lahir: birthplace.map(|text| run.memo.shared(text)),
            tgl_lahir: self.typed_tgl_lahir(),
            status: self.status_asn.value,
            kedudukan: self.kedudukan_hukum.value,
            kedudukan_tak_terbaca: self.kedudukan_hukum.is_unreadable(),
            golongan: self.read.golongan,
            tmt_gol: self.tmt_gol.value.map(|tanggal| tanggal.0),
            tmt_cpns: self.tmt_cpns.value.map(|tanggal| tanggal.0),
            tmt_jabatan: self.tmt_jabatan.value.map(|tanggal| tanggal.0),
            tmt_unit: self.tmt_unit.value.map(|tanggal| tanggal.0),
            pendidikan: self.read.pendidikan.clone(),
            jenis_tertulis: self.tells_jenis(),
            profesi: self.profesi(run).into(),
            skp: self.skp(place, run),
            hukdis_tak_terbaca: self.hukdis_tingkat.is_unreadable(),
            domisili: None,
            perlindungan: self.protected(place, run),
            instansi: self.instansi(run),
            jarang: self.jarang(place, run).into(),
        };
        run.ask_kecamatan(self.kecamatan.text(), || place.at("kecamatan"));
        facts
    }

    /// What few rows say; an assessment and wishes come from lists of their own.
    fn jarang(&self, place: &RowPlace, run: &mut Run) -> FaktaJarang {
        FaktaJarang {
            tugas_tambahan: self.tugas_tambahan.text().map(|text| run.memo.shared(text)),
            angka_skp: figures(place, run),
            hukdis: self.hukdis_tingkat.value.map(|tingkat| HukumanDisiplin {
                tingkat,
                tmt_mulai: self.hukdis_mulai.value.map(|tanggal| tanggal.0),
                tmt_akhir: self.hukdis_akhir.value.map(|tanggal| tanggal.0),
            }),
            asesmen: None,
            aspirasi: None,
            nip_pasangan: self.spouse(place, run),
        }
    }

    /// A protective flag is set by any word but a no. A reason, if one was typed, is not kept and not repeated: it may be
    /// about health.
    fn protected(&self, place: &RowPlace, run: &mut Run) -> Option<bool> {
        let plain = ya_tidak(self.perlindungan.text()?);
        if plain.is_none() {
            let kode = &catalogue::PERLINDUNGAN_BERKETERANGAN;
            let problem = "kolom perlindungan memuat keterangan selain Ya atau Tidak; isinya tidak ditampilkan";
            run.findings.push(Finding::new(kode, place.at("perlindungan"), "", problem).about(place.subject.clone()));
        }
        Some(plain.unwrap_or(true))
    }

    /// The NIP of husband or wife. One that cannot be read is told without its digits: they reach no output. Words
    /// without digits (`Swasta`) say that there is none.
    fn spouse(&self, place: &RowPlace, run: &mut Run) -> Option<Nip> {
        let text = self.nip_pasangan.text()?;
        let nip = Nip::parse(text, run.tanggal_efektif).ok();
        if nip.is_none() && text.bytes().any(|byte| byte.is_ascii_digit()) {
            let kode = &catalogue::NIP_PASANGAN_SALAH;
            let problem = "NIP suami/istri tidak terbaca, jadi pasangannya tidak dikenali; isinya tidak ditampilkan";
            run.findings.push(Finding::new(kode, place.at("nip_pasangan"), "", problem).about(place.subject.clone()));
        }
        nip
    }

    /// Both instansi by name, else both by code; one alone tells nothing.
    fn instansi(&self, run: &mut Run) -> Option<Bersama<Instansi>> {
        let names = (self.instansi_induk.text(), self.instansi_kerja.text());
        let codes = (self.instansi_induk_id.text(), self.instansi_kerja_id.text());
        let told = |text: &str| text.chars().any(char::is_alphanumeric);
        let (induk, kerja) = [names, codes].into_iter().find_map(|(induk, kerja)| Some((induk?, kerja?)))?;
        (told(induk) && told(kerja)).then(|| run.memo.instansi(induk, kerja))
    }

    /// TMT CPNS as typed, else as the NIP tells it.
    pub(super) fn tmt_cpns(&self) -> Option<Date> {
        let typed = self.tmt_cpns.value.map(|tanggal| tanggal.0);
        typed.or_else(|| self.read.nip.and_then(|nip| nip.tmt_cpns()))
    }

    /// Birth as typed, if it makes an adult of working age (domain §3.4), else as the NIP tells it.
    pub(super) fn tgl_lahir(&self) -> Option<Date> {
        self.read.tanggal_efektif?;
        self.typed_tgl_lahir().or_else(|| self.read.nip.map(|nip| nip.tgl_lahir()))
    }

    fn typed_tgl_lahir(&self) -> Option<Date> {
        let last_year = self.read.tanggal_efektif?.year() - 17;
        let typed = self.tgl_lahir.value.map(|tanggal| tanggal.0);
        typed.filter(|lahir| (1940..=last_year).contains(&lahir.year()))
    }

    /// The year stands in the column's header (`SKP 2025`); without one it is the last full year, then the one before.
    fn skp(&self, place: &RowPlace, run: &mut Run) -> Bersama<Vec<Skp>> {
        let read = |name, predikat: Option<Predikat>, years_ago| {
            let printed = place.reader.header(name).and_then(year_in);
            Some(Skp { tahun: printed.unwrap_or(run.tanggal_efektif.year() - years_ago), predikat: predikat? })
        };
        match (read("skp_1", self.skp_1.value, 1), read("skp_2", self.skp_2.value, 2)) {
            (Some(one), Some(other)) if one.tahun < other.tahun => run.memo.skp(&[other, one]),
            (Some(one), Some(other)) if one.tahun > other.tahun => run.memo.skp(&[one, other]),
            // Of two columns of one year the first counts.
            (Some(one), _) | (None, Some(one)) => run.memo.skp(&[one]),
            (None, None) => run.memo.skp(&[]),
        }
    }
}

/// The figures that predicates were read from, with their years as `PegawaiRow::skp` tells them.
fn figures(place: &RowPlace, run: &Run) -> Vec<AngkaSkp> {
    let figure = |(name, years_ago): (&str, i16)| {
        let printed = place.reader.header(name).and_then(year_in);
        run.skala.read(printed.unwrap_or(run.tanggal_efektif.year() - years_ago), place.typed(name))
    };
    [("skp_1", 1), ("skp_2", 2)].into_iter().filter_map(figure).collect()
}

/// The place in front of a date of birth: `Bangko, 12 Mei 1985`.
fn place_in(birth: &str) -> Option<&str> {
    let place = birth.rsplit_once(',')?.0.trim();
    let is_name = !place.is_empty() && !place.bytes().any(|b| b.is_ascii_digit());
    is_name.then_some(place)
}

/// The first four digits in a row that make a year of this century.
pub(in crate::check) fn year_in(header: &str) -> Option<i16> {
    header
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() == 4)
        .find_map(|run| run.parse().ok().filter(|year| (2000..2100).contains(year)))
}
