//! One fact at a time: whose word is taken, what fills a gap, what contradicts it.

use std::collections::BTreeSet;

use super::alike::{hukdis_shown, pendidikan_shown, same_pendidikan, unit_shown};
use super::cell;
use super::notes::{Notes, Said, UNIT_KERJA};
use super::order::same_rank;
use crate::check::draft::{Draft, PegawaiDraft, PersonFacts};
use crate::model::bersama::Bersama;
use crate::model::golongan::Golongan;
use crate::model::jabatan::{Jabatan, is_guru, name_key, same_jabatan};
use crate::model::kinerja::Skp;
use crate::model::pendidikan::Pendidikan;
use crate::model::profesi::Profesi;
use crate::model::tanggal::tanggal_in_words;
use crate::model::unit::UnitId;

/// Canonical name of a column.
pub(super) type Column = &'static str;

/// A fact as people call it, and the columns it may stand in, the likeliest first.
type Fact<'c> = (&'c str, &'c [Column]);

/// The rows about one person, the one that counts first in front.
pub(super) struct Settle<'a> {
    draft: &'a Draft,
    rows: Vec<&'a PegawaiDraft>,
    notes: &'a mut Notes,
}

impl<'a> Settle<'a> {
    pub(super) fn new(draft: &'a Draft, rows: Vec<&'a PegawaiDraft>, notes: &'a mut Notes) -> Settle<'a> {
        notes.begin(&rows);
        Settle { draft, rows, notes }
    }

    pub(super) fn lead(&self) -> &'a PegawaiDraft {
        self.rows[0]
    }

    /// The word of the first row that says something. A fact taken from another row is noted, and so is every row
    /// that says something else.
    fn fact<T>(
        &mut self,
        (label, columns): Fact<'_>,
        said: impl Fn(&'a PegawaiDraft) -> Option<T>,
        same: impl Fn(&T, &T) -> bool,
        shown: impl Fn(&T) -> String,
    ) -> Option<T> {
        let mut all = self.rows.iter().enumerate().filter_map(|(at, &row)| Some((at, row, said(row)?)));
        let (from, source, value) = all.next()?;
        let draft = self.draft;
        let told = |row: &PegawaiDraft, value: &T| Said {
            tabel: row.tabel,
            place: cell(draft, row, columns),
            shown: shown(value),
        };
        if from != 0 {
            self.notes.filled(self.rows[0], label, told(source, &value));
        }
        for (_, row, other) in all.filter(|(_, _, other)| !same(&value, other)) {
            self.notes.differs(self.rows[0], label, told(row, &other), told(source, &value));
        }
        Some(value)
    }

    /// A fact whose values are told apart by equality.
    fn plain<T: PartialEq>(
        &mut self,
        fact: Fact<'_>,
        said: impl Fn(&'a PegawaiDraft) -> Option<T>,
        shown: impl Fn(&T) -> String,
    ) -> Option<T> {
        self.fact(fact, said, T::eq, shown)
    }

    pub(super) fn identity(&mut self, facts: &mut PersonFacts) {
        // That the name is the same was asked before. Titles may be missing, but letters print them, so of two
        // different ones people must know.
        facts.nama = self.fact(
            ("nama", &["nama"]),
            |row| row.facts.nama.clone(),
            |a, b| !a.contradicts_gelar(b),
            |nama| nama.as_str().into(),
        );
        facts.jenis_kelamin = self.plain(
            ("jenis kelamin", &["jenis_kelamin"]),
            |row| row.facts.jenis_kelamin,
            |jenis| jenis.label().into(),
        );
        facts.tempat_lahir = self.fact(
            ("tempat lahir", &["tempat_lahir", "tgl_lahir"]),
            |row| row.facts.tempat_lahir.clone(),
            |a, b| name_key(a) == name_key(b),
            |text| text.to_string(),
        );
        facts.tgl_lahir =
            self.plain(("tanggal lahir", &["tgl_lahir"]), |row| row.facts.tgl_lahir, |date| tanggal_in_words(*date));
        facts.tmt_cpns =
            self.plain(("TMT CPNS", &["tmt_cpns"]), |row| row.facts.tmt_cpns, |date| tanggal_in_words(*date));
        facts.pendidikan = self.pendidikan();
        let wilayah = &self.draft.wilayah;
        facts.domisili = self.plain(
            ("kecamatan tinggal", &["kecamatan"]),
            |row| row.facts.domisili,
            |id| wilayah.get(*id).nama.clone(),
        );
    }

    fn pendidikan(&mut self) -> Option<Bersama<Pendidikan>> {
        let columns: &[Column] = &["pendidikan", "tingkat_pendidikan"];
        let said = |row: &PegawaiDraft| row.facts.pendidikan.clone();
        let same = |a: &Bersama<Pendidikan>, b: &Bersama<Pendidikan>| same_pendidikan(a, b);
        let shown = |own: &Bersama<Pendidikan>| pendidikan_shown(own);
        let stated = self.fact(("pendidikan", columns), said, same, shown)?;
        if stated.jurusan.is_some() {
            return Some(stated);
        }
        // The field of study is a fact of its own.
        let fuller = |row: &PegawaiDraft| said(row).filter(|it| it.jurusan.is_some() && same_pendidikan(it, &stated));
        let fuller = self.fact(("jurusan", columns), fuller, same, shown);
        fuller.or(Some(stated))
    }

    pub(super) fn golongan(&mut self, facts: &mut PersonFacts) {
        let golongan =
            self.plain(("golongan", &["golongan", "pangkat"]), |row| row.facts.golongan, Golongan::to_string);
        facts.golongan = golongan;
        let goes = |row: &PegawaiDraft| row.facts.golongan.is_none() || row.facts.golongan == golongan;
        facts.tmt_gol = self.plain(
            ("TMT golongan", &["tmt_gol"]),
            |row| row.facts.tmt_gol.filter(|_| goes(row)),
            |date| tanggal_in_words(*date),
        );
    }

    pub(super) fn jabatan(&mut self, facts: &mut PersonFacts) -> Option<Bersama<Jabatan>> {
        let columns: &[Column] = &["jabatan", "jft", "jfu"];
        let stated = self.named(("jabatan", columns), |row| row.jabatan.clone())?;
        let jabatan = self.fuller_jabatan(stated, columns);
        let goes = |row: &PegawaiDraft| row.jabatan.as_ref().is_none_or(|other| same_jabatan(other, &jabatan));
        facts.tmt_jabatan = self.plain(
            ("TMT jabatan", &["tmt_jabatan"]),
            |row| row.facts.tmt_jabatan.filter(|_| goes(row)),
            |date| tanggal_in_words(*date),
        );
        Some(jabatan)
    }

    /// `Perawat` says less than `Perawat Ahli Muda`, and SIASN's `Guru Ahli Muda` less than `Guru Kelas`: what is not
    /// said is a fact of its own.
    fn fuller_jabatan(&mut self, mut jabatan: Bersama<Jabatan>, columns: &[Column]) -> Bersama<Jabatan> {
        if is_guru(&jabatan) {
            let lead = jabatan.clone();
            let named = |row: &PegawaiDraft| row.jabatan.clone().filter(|it| !is_guru(it) && same_jabatan(it, &lead));
            if let Some(named) = self.named(("mata pelajaran atau kelas guru", columns), named) {
                jabatan.nama = named.nama.clone();
            }
        }
        if jabatan.jenjang.is_none() {
            let lead = jabatan.clone();
            let graded =
                |row: &PegawaiDraft| row.jabatan.clone().filter(|it| it.jenjang.is_some() && same_jabatan(it, &lead));
            if let Some(graded) = self.named(("jenjang jabatan", columns), graded) {
                jabatan.jenjang = graded.jenjang;
            }
        }
        jabatan
    }

    /// A fact that is a jabatan.
    fn named(
        &mut self,
        fact: Fact<'_>,
        said: impl Fn(&'a PegawaiDraft) -> Option<Bersama<Jabatan>>,
    ) -> Option<Bersama<Jabatan>> {
        self.fact(fact, said, |a, b| same_jabatan(a, b), |jabatan| jabatan.to_string())
    }

    pub(super) fn unit(&mut self, out: &mut PegawaiDraft) {
        let lead = self.lead();
        let named = self.fact(
            (UNIT_KERJA, &["unit", "kode_unit"]),
            |row| row.unit_id.map(|id| (id, &row.unit)),
            |a, b| a.0 == b.0,
            |(_, unit)| unit_shown(unit),
        );
        let id: Option<UnitId> = named.map(|(id, _)| id);
        if let Some((id, unit)) = named {
            (out.unit, out.unit_id) = (unit.clone(), Some(id));
        }
        let unsure = self.equal_units();
        if !unsure.is_empty() {
            out.unit_id = None;
            out.may_be_in(unsure);
        }
        let goes = |row: &PegawaiDraft| match (id, row.unit_id) {
            (Some(id), Some(other)) => id == other,
            // A name that is no known unit may be that of another one.
            (Some(_), None) => row.unit.nama.is_none() && row.unit.kode.is_none(),
            (None, _) => std::ptr::eq(row, lead),
        };
        out.facts.tmt_unit = self.plain(
            ("TMT unit", &["tmt_unit"]),
            |row| row.facts.tmt_unit.filter(|_| goes(row)),
            |date| tanggal_in_words(*date),
        );
        out.facts.jarang.tugas_tambahan = self.fact(
            ("tugas tambahan", &["tugas_tambahan"]),
            |row| row.facts.jarang.tugas_tambahan.clone().filter(|_| goes(row)),
            |a, b| name_key(a) == name_key(b),
            |text| text.to_string(),
        );
    }

    /// The units that tables of one rank name, where no precedence tells which counts: nobody can say in which of them
    /// the person is, and the order of the file names is no reason to move anyone.
    fn equal_units(&self) -> Vec<UnitId> {
        let Some(first) = self.rows.iter().find(|row| row.unit_id.is_some()) else { return Vec::new() };
        let tabel = &self.draft.tabel;
        let equal = self.rows.iter().filter(|row| same_rank(&tabel[row.tabel], &tabel[first.tabel]));
        let ids: BTreeSet<UnitId> = equal.filter_map(|row| row.unit_id).collect();
        if ids.len() > 1 { ids.into_iter().collect() } else { Vec::new() }
    }

    /// Each year is a fact of its own.
    pub(super) fn skp(&mut self, facts: &mut PersonFacts) {
        let years: BTreeSet<i16> = self.rows.iter().flat_map(|row| &*row.facts.skp).map(|skp| skp.tahun).collect();
        facts.skp.clear();
        facts.jarang.angka_skp = self.rows.iter().flat_map(|row| row.facts.jarang.angka_skp.iter().copied()).collect();
        for (nth, tahun) in years.into_iter().rev().enumerate() {
            let columns: &[Column] = if nth == 0 { &["skp_1", "skp_2"] } else { &["skp_2", "skp_1"] };
            let label = format!("SKP {tahun}");
            let of_year =
                |row: &PegawaiDraft| row.facts.skp.iter().find(|skp| skp.tahun == tahun).map(|skp| skp.predikat);
            let predikat = self.plain((&label, columns), of_year, |predikat| predikat.label().into());
            facts.skp.extend(predikat.map(|predikat| Skp { tahun, predikat }));
        }
    }

    /// Each of them is taken from the first row that says it; they come from exports of their own, which seldom overlap.
    pub(super) fn profesi(&mut self, facts: &mut PersonFacts) {
        fn first<'a, T: Clone + 'a>(
            rows: &[&'a PegawaiDraft],
            said: impl Fn(&'a Profesi) -> Option<&'a T>,
        ) -> Option<T> {
            rows.iter().find_map(|row| said(&row.facts.profesi)).cloned()
        }
        let rows = &self.rows;
        facts.profesi = Profesi {
            eselon: first(rows, |profesi| profesi.eselon.as_ref()),
            jabatan_lain: self.lead().facts.profesi.jabatan_lain.clone(),
            sertifikat: first(rows, |profesi| profesi.sertifikat.as_ref()),
            mapel: first(rows, |profesi| profesi.mapel.as_ref()),
            jjm: first(rows, |profesi| profesi.jjm.as_ref()),
            jjm_total: first(rows, |profesi| profesi.jjm_total.as_ref()),
            str_berlaku: first(rows, |profesi| profesi.str_berlaku.as_ref()),
            sip_berlaku: first(rows, |profesi| profesi.sip_berlaku.as_ref()),
            tmt_tugas_tambahan: first(rows, |profesi| profesi.tmt_tugas_tambahan.as_ref()),
            akhir_perjanjian: first(rows, |profesi| profesi.akhir_perjanjian.as_ref()),
            manajerial: first(rows, |profesi| profesi.manajerial.as_ref()),
        }
        .into();
    }

    /// Where one row cannot be read and no other says it, it stays unreadable.
    pub(super) fn standing(&mut self, facts: &mut PersonFacts) {
        facts.status =
            self.plain(("status ASN", &["status_asn"]), |row| row.facts.status, |status| status.label().into());
        facts.kedudukan = self.plain(
            ("kedudukan hukum", &["kedudukan_hukum"]),
            |row| row.facts.kedudukan,
            |kedudukan| kedudukan.label().into(),
        );
        let hukdis = |row: &PegawaiDraft| row.facts.jarang.hukdis;
        facts.jarang.hukdis = self.plain(("hukuman disiplin", &["hukdis_tingkat"]), hukdis, hukdis_shown);
        facts.perlindungan = self.plain(
            ("perlindungan", &["perlindungan"]),
            |row| row.facts.perlindungan,
            |yes| if *yes { "Ya".into() } else { "Tidak".into() },
        );
        facts.instansi = self.plain(
            ("instansi induk dan instansi kerja", &["instansi_kerja", "instansi_kerja_id"]),
            |row| row.facts.instansi.clone(),
            |instansi| format!("{} dan {}", instansi.induk, instansi.kerja),
        );
        // Personal: taken without a word, whatever another row says.
        facts.jarang.nip_pasangan = self.rows.iter().find_map(|row| row.facts.jarang.nip_pasangan);
        let unreadable = |which: fn(&PersonFacts) -> bool| self.rows.iter().any(|row| which(&row.facts));
        facts.kedudukan_tak_terbaca = facts.kedudukan.is_none() && unreadable(|facts| facts.kedudukan_tak_terbaca);
        facts.hukdis_tak_terbaca = facts.jarang.hukdis.is_none() && unreadable(|facts| facts.hukdis_tak_terbaca);
    }
}
