//! The kamus at work: a name that people have confirmed is read as they said, a near one becomes a question.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, PegawaiDraft, UnitRef};
use super::jabatan_asing::{Butuh, cell_of_need, held};
use super::jabatan_dekat::Known;
use super::units::{Hit, Units};
use crate::finding::{Finding, Place, catalogue};
use crate::model::jabatan::{Jabatan, name_key};
use crate::model::kamus::{Calon, Entri, JenisKamus, Kamus, MOST_CALON, Pertanyaan, Tanya};
use crate::model::unit::{UnitId, unit_key};
use crate::model::wilayah::Wilayah;

/// What was confirmed, and what is to be asked.
pub struct Konfirmasi<'k> {
    kamus: &'k Kamus,
    pub wilayah: &'k Wilayah,
    tanya: Tanya,
    /// Rows of the kamus that were told to lead nowhere.
    told: BTreeSet<Place>,
}

impl<'k> Konfirmasi<'k> {
    /// `asked` is what reading has to ask.
    pub fn new(kamus: &'k Kamus, asked: &Tanya, wilayah: &'k Wilayah) -> Konfirmasi<'k> {
        Konfirmasi { kamus, wilayah, tanya: asked.clone(), told: BTreeSet::new() }
    }

    pub fn into_pertanyaan(self) -> Vec<Pertanyaan> {
        self.tanya.into_list()
    }

    /// The unit that people have said a row means, with D-150; D-155 where the kamus leads to no unit of this month.
    pub fn unit(
        &mut self,
        units: &mut Units,
        unit: &UnitRef,
        place: &Place,
        findings: &mut Vec<Finding>,
    ) -> Option<UnitId> {
        let nama = unit.nama.as_deref()?;
        let entri = self.entri_unit(nama)?;
        let dimaksud = entri.dimaksud.as_deref()?;
        if self.is_contradictory(units, entri, dimaksud, findings) {
            return None;
        }
        let Some(id) = self.unit_of(units, entri, dimaksud) else {
            if self.told.insert(entri.place.clone()) {
                let problem = format!(
                    "unit “{dimaksud}”, yang menurut kamus dimaksud dengan “{nama}”, \
                     tidak ada di data unit bulan ini"
                );
                findings.push(Finding::new(&catalogue::KAMUS_UNIT_HILANG, entri.place.clone(), dimaksud, problem));
            }
            return None;
        };
        let meant = self.calon(units, id).teks();
        let problem = format!("unit “{nama}” dibaca “{meant}” {}", entri.sumber());
        let finding = Finding::new(&catalogue::DARI_KAMUS, place.clone(), nama, problem);
        findings.push(finding.with_usulan(&*units.list[id.0 as usize].nama));
        Some(id)
    }

    /// Where there are no units but those that people's rows name, the name that is meant stands in for the written one.
    pub fn rename(
        &mut self,
        units: &mut Units,
        unit: &mut UnitRef,
        place: &Place,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let Some(nama) = unit.nama.clone() else { return false };
        let Some(entri) = self.entri_unit(&nama) else { return false };
        let Some(dimaksud) = &entri.dimaksud else { return false };
        if self.is_contradictory(units, entri, dimaksud, findings) {
            return false;
        }
        let meant = Calon::nama_dari(dimaksud);
        let problem = format!("unit “{nama}” dibaca “{meant}” {}", entri.sumber());
        findings.push(Finding::new(&catalogue::DARI_KAMUS, place.clone(), &*nama, problem).with_usulan(meant));
        unit.nama = Some(meant.into());
        unit.kode = unit.kode.take().or_else(|| entri.kode.as_deref().map(Into::into));
        true
    }

    fn entri_unit(&self, nama: &str) -> Option<&'k Entri> {
        // Most months have no kamus: then no name is normalised for it.
        if self.kamus.is_empty() { None } else { self.kamus.find(JenisKamus::Unit, &unit_key(nama)) }
    }

    /// D-153, once for a row of the kamus, where its kode is another unit's than the one it names: people change the
    /// name and leave the kode beside it. A unit that only came to be spelled otherwise is still the same.
    fn is_contradictory(
        &mut self,
        units: &mut Units,
        entri: &Entri,
        dimaksud: &str,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let Some(kode) = entri.kode.as_deref() else { return false };
        let of_kode = UnitRef { kode: Some(kode.into()), ..UnitRef::default() };
        let Hit::One(id) = units.find(&of_kode) else { return false };
        let nama = Calon::nama_dari(dimaksud);
        let of_nama = UnitRef { nama: Some(nama.into()), ..UnitRef::default() };
        let same = match units.find(&of_nama) {
            Hit::One(named) => named == id,
            Hit::Many(named) => named.contains(&id),
            Hit::None => units.offers(nama).contains(&id),
        };
        if !same && self.told.insert(entri.place.clone()) {
            let problem = format!(
                "baris kamus ini tidak dipakai: Dimaksud “{nama}”, tetapi Kode “{kode}” adalah kode {}",
                units.list[id.0 as usize].nama
            );
            let remedy = "Perbaiki atau kosongkan kolom Kode pada baris itu di kamus/kamus.xlsx.";
            let finding = Finding::new(&catalogue::KAMUS_SALAH, entri.place.clone(), dimaksud, problem);
            findings.push(finding.with_remedy(remedy));
        }
        !same
    }

    fn unit_of(&self, units: &mut Units, entri: &Entri, dimaksud: &str) -> Option<UnitId> {
        let kode = entri.kode.as_deref().map(Into::into);
        let nama = Some(Calon::nama_dari(dimaksud).into());
        match units.find(&UnitRef { kode, nama, ..UnitRef::default() }) {
            Hit::One(id) => Some(id),
            Hit::Many(ids) => {
                let key = unit_key(dimaksud);
                ids.into_iter().find(|&id| unit_key(&self.calon(units, id).teks()) == key)
            }
            Hit::None => None,
        }
    }

    /// Whether people have said that a name means none of the candidates.
    pub fn is_refused(&self, nama: &str) -> bool {
        self.entri_unit(nama).is_some_and(|entri| entri.dimaksud.is_none())
    }

    /// Asks which of these units a name means, and says whether it is asked: what was answered is not.
    pub fn ask_unit(&mut self, units: &Units, nama: &str, place: &Place, ids: &[UnitId]) -> bool {
        if self.entri_unit(nama).is_some() {
            return false;
        }
        let mut calon: Vec<Calon> = Vec::new();
        for &id in ids {
            let next = self.calon(units, id);
            if !calon.contains(&next) {
                calon.push(next);
            }
        }
        // Units that no word tells apart cannot be chosen from.
        if calon.is_empty() || calon.len() < ids.len().min(2) {
            return false;
        }
        calon.truncate(MOST_CALON);
        self.tanya.ask(JenisKamus::Unit, unit_key(nama), nama, place, || calon);
        true
    }

    fn calon(&self, units: &Units, id: UnitId) -> Calon {
        let unit = &units.list[id.0 as usize];
        let kecamatan = unit.kecamatan.map(|id| format!("Kec. {}", self.wilayah.get(id).nama));
        Calon {
            nama: unit.nama.to_string(),
            kode: unit.kode.as_deref().map(str::to_string),
            keterangan: kecamatan.or_else(|| unit.induk.as_deref().map(str::to_string)),
        }
    }

    /// Reads each jabatan as people have confirmed it, and asks about names that are near to one that the need knows. A
    /// name that the need knows stays, whatever the kamus says; but that of a need row is itself read anew, or asked
    /// about, where nobody holds it.
    pub fn jabatan(&mut self, draft: &mut Draft, units: &Units, findings: &mut Vec<Finding>) {
        self.rename_needs(draft, findings);
        let known = Known::of(draft, units);
        if known.is_empty() && self.kamus.is_empty() {
            return;
        }
        let butuh = Butuh::of(draft, units);
        let mut near: BTreeMap<(Option<UnitId>, String), Vec<Calon>> = BTreeMap::new();
        for person in &mut draft.pegawai {
            let Some(jabatan) = &person.jabatan else { continue };
            let key = name_key(&jabatan.nama);
            if known.has(&key) {
                continue;
            }
            match self.kamus.find(JenisKamus::Jabatan, &key) {
                Some(entri) => take_jabatan(person, entri, &known, findings),
                None => {
                    let calon = near
                        .entry((person.unit_id, key.clone()))
                        .or_insert_with_key(|(unit, key)| known.offers(key, jabatan.jenis, butuh.names(*unit)));
                    self.tanya.ask(JenisKamus::Jabatan, key, &jabatan.nama, &person.jabatan_place(), || calon.clone());
                }
            }
        }
        self.ask_needs(draft, &known, &Butuh::of(draft, units));
    }

    /// Whether people have said that a name means none of the candidates.
    pub fn is_own_jabatan(&self, key: &str) -> bool {
        self.kamus.find(JenisKamus::Jabatan, key).is_some_and(|entri| entri.dimaksud.is_none())
    }

    /// Need rows whose jabatan nobody holds, as people have confirmed them.
    fn rename_needs(&self, draft: &mut Draft, findings: &mut Vec<Finding>) {
        if self.kamus.is_empty() {
            return;
        }
        let held = held(draft);
        let Draft { formasi, menunggu_unit, tabel, .. } = draft;
        for row in formasi.iter_mut().chain(menunggu_unit.iter_mut().map(|(row, _)| row)) {
            let key = name_key(&row.jabatan.nama);
            let entri = self.kamus.find(JenisKamus::Jabatan, &key).filter(|_| !held.contains(&key));
            let Some((entri, dimaksud)) = entri.and_then(|entri| Some((entri, entri.dimaksud.as_deref()?))) else {
                continue;
            };
            let place = cell_of_need(tabel, row);
            let jabatan = &mut row.jabatan;
            let written = jabatan.to_string();
            jabatan.nama = dimaksud.into();
            let problem = format!("jabatan “{written}” dibaca “{jabatan}” {}", entri.sumber());
            let finding = Finding::new(&catalogue::DARI_KAMUS, place, written, problem);
            findings.push(finding.with_usulan(jabatan.to_string()));
        }
    }

    /// Asks about the name of a need that nobody holds, where people of its unit hold a near one; also where the unit
    /// itself is asked about, so that one answer does not bring up the next question.
    fn ask_needs(&mut self, draft: &Draft, known: &Known, butuh: &Butuh) {
        for (row, units) in draft.needs_with_units() {
            let key = name_key(&row.jabatan.nama);
            if butuh.is_held(&key) || self.kamus.find(JenisKamus::Jabatan, &key).is_some() {
                continue;
            }
            let meant: Vec<String> = butuh.meant(row, units, known).into_iter().take(MOST_CALON).collect();
            let place = cell_of_need(&draft.tabel, row);
            self.tanya.ask(JenisKamus::Jabatan, key, &row.jabatan.nama, &place, || known.calon(meant));
        }
    }
}

fn take_jabatan(person: &mut PegawaiDraft, entri: &Entri, known: &Known, findings: &mut Vec<Finding>) {
    let (place, subject) = (person.jabatan_place(), person.subject());
    let (Some(jabatan), Some(dimaksud)) = (&mut person.jabatan, &entri.dimaksud) else { return };
    let written = jabatan.to_string();
    let of_need = known.jenis(&name_key(dimaksud));
    let jenis = of_need.unwrap_or(jabatan.jenis);
    *jabatan = Jabatan { nama: dimaksud.as_str().into(), jenjang: jabatan.jenjang, jenis }.into();
    let problem = format!("jabatan “{written}” dibaca “{jabatan}” {}", entri.sumber());
    let finding = Finding::new(&catalogue::DARI_KAMUS, place, written, problem);
    let finding = finding.with_usulan(jabatan.to_string());
    findings.push(Finding { subject, ..finding });
}
