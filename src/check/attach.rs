//! Adds what lists and surveys tell to the people and units they are about, and says what could not be added.

mod aspirasi;
mod hukdis;
mod keputusan;
mod penilaian;
mod ragu;
mod survei;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::draft::{Draft, PegawaiDraft, count_used, row_name};
use super::kamus::Konfirmasi;
use super::nama_dekat::NamaDekat;
use super::orang::{AspirasiDraft, DaftarDraft, HukdisDraft, Isi, KeputusanDraft, Orang, PenilaianDraft};
use super::unit_asing::Names;
use super::units::Units;
use crate::finding::{Finding, Kode, Place, catalogue};
use crate::law::Law;
use crate::model::cells::Kind;
use crate::model::nama::Nama;
use crate::model::nip::{AwalanNip, Nip};

/// Joins lists to people by NIP and surveys to units by kode, else name. Asked when every person and unit is known.
pub fn attach(
    law: &Law,
    draft: &mut Draft,
    units: &mut Units,
    konfirmasi: &mut Konfirmasi<'_>,
    tanggal_efektif: Date,
    findings: &mut Vec<Finding>,
) {
    let mut names = Names { units, konfirmasi };
    let daftar = std::mem::take(&mut draft.daftar);
    let people = if daftar.is_empty() { People::default() } else { People::of(&draft.pegawai) };
    let mut rows_of: BTreeMap<usize, PerPerson> = BTreeMap::new();
    let mut unmatched: BTreeMap<Place, usize> = BTreeMap::new();
    let mut held = BTreeSet::new();
    let (daftar, mut decided) = decisions_apart(daftar);
    if draft.pegawai.is_empty() {
        let said = decided.drain(..).filter(|(_, draft)| draft.tindakan.is_some());
        said.for_each(|(orang, _)| *unmatched.entry(orang.place.of_sheet()).or_default() += 1);
    }
    for row in daftar {
        let Some(nip) = row.orang.nip else {
            ragu::hold(&people, &row, &draft.pegawai, &mut held, findings);
            continue;
        };
        match people.by_nip.get(&nip) {
            Some(&at) => {
                if let Some(other) = other_name(&row.orang, &draft.pegawai[at]) {
                    findings.push(other);
                    ragu::hold(&people, &row, &draft.pegawai, &mut held, findings);
                }
                rows_of.entry(at).or_default().take(row);
            }
            // Without any personnel workbook there is one thing to say, not one for each row.
            None if draft.pegawai.is_empty() => {
                *unmatched.entry(row.orang.place.of_sheet()).or_default() += 1;
            }
            None if ragu::hold(&people, &row, &draft.pegawai, &mut held, findings) => {}
            None => findings.push(people.nobody(&row.orang, nip, &draft.pegawai)),
        }
    }
    findings.extend(unmatched.into_iter().map(no_people));
    let mut used: BTreeMap<Kind, Vec<Place>> = BTreeMap::new();
    for (at, rows) in rows_of {
        let person = &mut draft.pegawai[at];
        for (kind, places) in rows.add_to(person, &mut names, tanggal_efektif, findings) {
            used.entry(kind).or_default().extend(places);
        }
    }
    // After the lists, so that what they say of these people still counts as used.
    for at in held {
        draft.pegawai[at].facts.hukdis_tak_terbaca = true;
    }
    // After them too: a decision on somebody who is held says so.
    let (keputusan, places) = keputusan::settle(decided, law, &people, &draft.pegawai, &mut names, findings);
    draft.keputusan = keputusan;
    used.insert(Kind::Keputusan, places);
    used.insert(Kind::Survei, survei::add(std::mem::take(&mut draft.survei), &mut names, findings));
    for (kind, places) in &used {
        count_used(&mut draft.tabel, &[*kind], places.iter().map(|place| (place, 1)));
    }
}

/// People by NIP and by the key of their name.
#[derive(Default)]
struct People {
    by_nip: HashMap<Nip, usize>,
    by_name: HashMap<String, Vec<usize>>,
    /// Made when first asked for: few rows have a name that nobody has.
    dekat: OnceCell<NamaDekat>,
}

impl People {
    /// Of several rows with one NIP the one whose facts are used.
    fn of(pegawai: &[PegawaiDraft]) -> People {
        let mut people = People::default();
        for (at, person) in pegawai.iter().enumerate() {
            if let Some(nip) = person.nip {
                let known = people.by_nip.entry(nip).or_insert(at);
                if !pegawai[*known].usable() && person.usable() {
                    *known = at;
                }
            }
            if let Some(key) = person.nama_key() {
                people.by_name.entry(key.to_string()).or_default().push(at);
            }
        }
        people
    }

    /// Everybody who has this name; else those of a near name, and with a damaged NIP those whose NIP begins as it does.
    fn meant(&self, nama: &Nama, awalan: Option<AwalanNip>) -> Vec<usize> {
        if let Some(named) = self.by_name.get(nama.key()) {
            return named.clone();
        }
        let dekat = self.dekat.get_or_init(|| NamaDekat::of(self.by_name.keys()));
        let near = dekat.near(nama.key()).filter_map(|name| self.by_name.get(name)).flatten().copied();
        let begun = awalan
            .into_iter()
            .flat_map(|awalan| self.by_nip.iter().filter(move |(nip, _)| nip.awalan() == awalan).map(|(_, at)| *at));
        near.chain(begun).collect::<BTreeSet<usize>>().into_iter().collect()
    }

    /// D-131, with the NIP of the only person of that name.
    fn nobody(&self, orang: &Orang, nip: Nip, pegawai: &[PegawaiDraft]) -> Finding {
        let named = orang.nama.as_ref().and_then(|nama| self.by_name.get(nama.key()));
        let only = named.filter(|named| named.len() == 1).map(|named| &pegawai[named[0]]);
        let problem = format!("NIP {nip} tidak ada di data pegawai; baris ini tidak dipakai");
        let finding = Finding::new(&catalogue::NIP_TANPA_PEGAWAI, orang.place.clone(), nip.digits(), problem);
        let Some(only) = only else { return Finding { subject: orang.subject.clone(), ..finding } };
        let there = row_name(&only.place, &orang.place);
        let subject = orang.subject.clone();
        let usulan = only.nip.map(|near| near.digits().to_string());
        let offer = match only.nip {
            Some(near) => format!("Mungkin maksud Anda {near}, NIP pegawai dengan nama itu pada {there}?"),
            None => {
                format!("Pegawai dengan nama itu ada pada {there}, tetapi NIP-nya di sana perlu diperbaiki dahulu.")
            }
        };
        Finding { subject, usulan, ..finding.with_remedy(offer) }
    }
}

/// D-131 for a whole sheet.
fn no_people((sheet, rows): (Place, usize)) -> Finding {
    let problem = format!("tidak ada data pegawai bulan ini, sehingga {rows} baris lembar ini tidak dipakai");
    let remedy = "Taruh data pegawai bulan ini di folder masuk, lalu jalankan lagi.";
    Finding::new(&catalogue::NIP_TANPA_PEGAWAI, sheet, "", problem).with_remedy(remedy)
}

/// D-315: the NIP decides, but another name may mean that it was mistyped.
fn other_name(orang: &Orang, person: &PegawaiDraft) -> Option<Finding> {
    let (nama, known) = (orang.nama.as_ref()?, person.facts.nama.as_ref()?);
    if nama.key() == known.key() {
        return None;
    }
    let there = row_name(&person.place, &orang.place);
    // The place is the NIP cell, so the value is the NIP.
    let nip = orang.nip.map(|nip| nip.digits().to_string()).unwrap_or_default();
    let problem = format!("nama di sini {}, sedangkan NIP itu milik {} pada {there}", nama.as_str(), known.as_str());
    let finding = Finding::new(&catalogue::NAMA_BEDA_DAFTAR, orang.place.clone(), nip, problem);
    Some(Finding { subject: orang.subject.clone(), ..finding })
}

/// The rows of one person, in their order.
#[derive(Default)]
struct PerPerson {
    aspirasi: Vec<(Orang, AspirasiDraft)>,
    penilaian: Vec<(Orang, PenilaianDraft)>,
    hukdis: Vec<(Orang, HukdisDraft)>,
}

impl PerPerson {
    fn take(&mut self, row: DaftarDraft) {
        match row.isi {
            Isi::Aspirasi(isi) => self.aspirasi.push((row.orang, isi)),
            Isi::Penilaian(isi) => self.penilaian.push((row.orang, isi)),
            Isi::Hukdis(isi) => self.hukdis.push((row.orang, isi)),
            // Decisions may be about several rows at once; they were put apart.
            Isi::Keputusan(_) => {}
        }
    }

    /// Adds to the person, and tells which rows of each kind were used. A row about someone whose own row cannot
    /// be used is not used either; that row has its finding.
    fn add_to(
        self,
        person: &mut PegawaiDraft,
        names: &mut Names<'_, '_>,
        tanggal_efektif: Date,
        findings: &mut Vec<Finding>,
    ) -> Vec<(Kind, Vec<Place>)> {
        let here = person.place.clone();
        if !person.usable() {
            return Vec::new();
        }
        let facts = &mut person.facts;
        let wishes = aspirasi::add(self.aspirasi, facts, names, findings);
        let marks = penilaian::add(self.penilaian, facts, &here, findings);
        let (hukdis, readable) = hukdis::add(self.hukdis, facts, &here, tanggal_efektif, findings);
        if !readable {
            // As for an unreadable punishment in the person's own row: kept where he or she is.
            facts.hukdis_tak_terbaca = true;
        }
        vec![(Kind::Aspirasi, wishes), (Kind::Penilaian, marks), (Kind::Hukdis, hukdis)]
    }
}

/// Decisions, and the rows of all other lists.
fn decisions_apart(rows: Vec<DaftarDraft>) -> (Vec<DaftarDraft>, Vec<(Orang, KeputusanDraft)>) {
    let (mut others, mut decided) = (Vec::new(), Vec::new());
    for DaftarDraft { orang, isi } in rows {
        match isi {
            Isi::Keputusan(draft) => decided.push((orang, *draft)),
            isi => others.push(DaftarDraft { orang, isi }),
        }
    }
    (others, decided)
}

/// D-311. `what` names the part that stands twice, ` untuk 2024`; empty for the whole row.
fn listed_again(orang: &Orang, first: &Place, what: &str) -> Finding {
    let nip = orang.nip.map(|nip| nip.to_string()).unwrap_or_default();
    let there = row_name(first, &orang.place);
    let problem = format!("NIP {nip}{what} sudah ada pada {there}; baris itu yang dipakai");
    let finding = Finding::new(&catalogue::DAFTAR_GANDA, orang.place.clone(), nip, problem);
    Finding { subject: orang.subject.clone(), ..finding }
}

/// A finding about a person at a cell of a list.
fn about(orang: &Orang, kode: &'static Kode, place: Place, value: String, problem: String) -> Finding {
    Finding { subject: orang.subject.clone(), ..Finding::new(kode, place, value, problem) }
}
