//! One row of decisions: whom it means, and whether its unit, jabatan and rule are known.

use super::orang::{Siapa, siapa};
use crate::check::attach::{People, about};
use crate::check::draft::{PegawaiDraft, UnitRef, row_name};
use crate::check::orang::{KeputusanDraft, Orang, Sebutan};
use crate::check::unit_asing::Names;
use crate::check::units::Hit;
use crate::finding::{Finding, Kode, Place, catalogue};
use crate::law::Law;
use crate::model::kamus::Calon;
use crate::model::keputusan::{Keputusan, RencanaTerbit, Tindakan, TujuanKeputusan};
use crate::model::nip::Nip;

/// Rules that say what leadership decided: another decision takes their place.
const DARI_KEPUTUSAN: [&str; 2] = ["A-150", "A-151"];
/// Rules that are bounds of the plan: they are about the count of a post, not about a person.
const BATAS_RENCANA: [&str; 2] = ["A-110", "A-111"];
/// Waiving the rule on the jabatan opens every other one; which is meant must be said.
const JABATAN_SAMA: &str = "A-109";

/// What the rows are read beside.
pub(super) struct Sekitar<'a> {
    pub law: &'a Law,
    pub people: &'a People,
    pub pegawai: &'a [PegawaiDraft],
    pub terbit: Option<&'a RencanaTerbit>,
}

/// A row, with whom it is about where that is beyond doubt.
pub(super) struct Terbaca {
    pub nip: Option<Nip>,
    /// `None` where it is not used; its findings say why.
    pub keputusan: Option<Keputusan>,
}

/// Reads a row that decides something.
pub(super) fn read(
    sekitar: &Sekitar,
    orang: &Orang,
    draft: &KeputusanDraft,
    names: &mut Names<'_, '_>,
    findings: &mut Vec<Finding>,
) -> Terbaca {
    let nobody = Terbaca { nip: None, keputusan: None };
    let Some(nip) = orang.nip else { return nobody };
    let person = match siapa(sekitar.people, orang, nip, sekitar.pegawai) {
        Siapa::TakAda => {
            findings.push(sekitar.people.nobody(orang, nip, sekitar.pegawai));
            return nobody;
        }
        Siapa::OrangLain(finding) => {
            findings.push(*finding);
            return nobody;
        }
        Siapa::Pegawai(person) => person,
    };
    let Some(tindakan) = draft.tindakan.filter(|_| !draft.unusable) else {
        return Terbaca { nip: Some(nip), keputusan: None };
    };
    if let Some(why) = unplaced(person) {
        let there = row_name(&person.place, &orang.place);
        let problem = format!(
            "keputusan “{}” belum dipakai: pegawai ini ada di data pegawai ({there}), tetapi belum ikut direncanakan \
             karena {why}",
            tindakan.label()
        );
        let place = draft.place.clone();
        let finding = about(orang, &catalogue::KEPUTUSAN_KURANG, place, tindakan.label().into(), problem);
        findings.push(finding.with_remedy("Perbaiki dahulu baris pegawai ini di data pegawai, lalu jalankan lagi."));
        return Terbaca { nip: Some(nip), keputusan: None };
    }
    let row = Baris { orang, nip, tindakan, draft, terbit: sekitar.terbit };
    Terbaca { nip: Some(nip), keputusan: row.read(sekitar.law, names, findings) }
}

/// Why somebody who is there takes no part in the plan.
fn unplaced(person: &PegawaiDraft) -> Option<&'static str> {
    let facts = &person.facts;
    if facts.kedudukan_tak_terbaca {
        return Some("kedudukan hukumnya tidak terbaca");
    }
    if facts.hukdis_tak_terbaca {
        return Some("hukuman disiplinnya tidak terbaca atau belum jelas milik siapa");
    }
    if !person.usable() {
        return Some("barisnya tidak dapat dipakai");
    }
    if person.jabatan.is_none() {
        return Some("jabatannya tidak terbaca");
    }
    match (person.unit_id, person.seldom.mungkin_di.len()) {
        (Some(_), _) => None,
        (None, 0) => Some("unit kerjanya tidak ada di data unit"),
        (None, _) => Some("belum pasti unit mana tempatnya bekerja"),
    }
}

/// A row that decides about somebody known.
struct Baris<'a> {
    orang: &'a Orang,
    nip: Nip,
    tindakan: Tindakan,
    draft: &'a KeputusanDraft,
    terbit: Option<&'a RencanaTerbit>,
}

impl Baris<'_> {
    fn read(&self, law: &Law, names: &mut Names<'_, '_>, findings: &mut Vec<Finding>) -> Option<Keputusan> {
        let draft = self.draft;
        let (written, told) = (draft.tujuan.as_ref(), findings.len());
        let named = written.map(|said| self.unit(said, names, findings));
        let aturan = self.aturan(law, findings);
        if findings[told..].iter().any(|finding| !is_only_a_note(finding)) {
            return None;
        }
        let tujuan = named.flatten().or_else(|| self.proposed(names));
        let tanggal_asing = draft.tanggal.is_none().then(|| draft.tertulis.tanggal.clone());
        let keputusan = Keputusan {
            nip: self.nip,
            tindakan: self.tindakan,
            tujuan,
            aturan,
            alasan: draft.alasan.clone(),
            pejabat: draft.pejabat.clone(),
            tanggal: draft.tanggal,
            tanggal_asing: tanggal_asing.filter(|text| !text.is_empty()),
            asal: draft.place.clone(),
        };
        self.is_whole(&keputusan, findings).then_some(keputusan)
    }

    /// The unit that is written, with the jabatan; D-332 where there is no such unit, D-342 where name and kode are those
    /// of two units.
    fn unit(&self, said: &Sebutan, names: &mut Names<'_, '_>, findings: &mut Vec<Finding>) -> Option<TujuanKeputusan> {
        if let Some(problem) = two_units(said, names) {
            let finding = self.finding(&catalogue::KEPUTUSAN_KODE_LAIN, said.place.clone(), &said.teks(), problem);
            findings.push(finding);
            return None;
        }
        let unit = said.unit_ref();
        let found = match names.units.find(&said.as_kode()) {
            // A kode that stands alone, where no unit is called so.
            Hit::One(id) if said.kode.is_none() && names.units.find(&unit) == Hit::None => Hit::One(id),
            _ => names.find(&unit, &said.place, findings),
        };
        match found {
            Hit::One(unit) => Some(TujuanKeputusan { unit, jabatan: said.jabatan.clone() }),
            hit @ (Hit::Many(_) | Hit::None) => {
                let unclear = names.ask(&unit, hit, &said.place);
                let otherwise = "samakan nama unit itu dengan data unit, atau tulis kodenya.";
                let kode = &catalogue::KEPUTUSAN_UNIT_ASING;
                let finding = unclear.finding(kode, said.place.clone(), &said.nama, Some(otherwise));
                findings.push(finding.about(self.orang.subject.clone()));
                None
            }
        }
    }

    /// Where the published plan sends the person, for a decision on that move.
    fn proposed(&self, names: &mut Names<'_, '_>) -> Option<TujuanKeputusan> {
        if !matches!(self.tindakan, Tindakan::Setuju | Tindakan::Tolak) {
            return None;
        }
        let own = self.draft.ke.as_ref().and_then(|ke| match names.units.find(&ke.unit_ref()) {
            Hit::One(unit) => Some(TujuanKeputusan { unit, jabatan: ke.jabatan.clone() }),
            Hit::Many(_) | Hit::None => None,
        });
        own.or_else(|| self.terbit?.tujuan.get(&self.nip).cloned())
    }

    /// The rule to waive; D-334 where there is none of that code, or none that a decision waives.
    fn aturan(&self, law: &Law, findings: &mut Vec<Finding>) -> Option<String> {
        if self.tindakan != Tindakan::Kecualikan {
            return None;
        }
        let written = self.draft.aturan.as_deref().unwrap_or_default();
        let code = written.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let (problem, remedy) = match law.codes().any(|known| known == code) {
            true if DARI_KEPUTUSAN.contains(&code.as_str()) => (
                format!("aturan {code} menyampaikan keputusan pimpinan sendiri, jadi tidak dapat dikecualikan"),
                "Kosongkan baris ini; untuk membatalkan keputusan lain, hapus atau ganti keputusan itu pada barisnya.",
            ),
            true if BATAS_RENCANA.contains(&code.as_str()) => (
                format!(
                    "aturan {code} menjaga jumlah pegawai suatu unit, jadi tidak dapat dikecualikan untuk satu orang"
                ),
                "Kosongkan baris ini; jika kebutuhan unitnya memang lain, perbaiki angka resminya di data kebutuhan \
                 jabatan.",
            ),
            true => return Some(code),
            false => (format!("kode aturan “{written}” tidak dikenal"), catalogue::KEPUTUSAN_ATURAN_ASING.remedy),
        };
        let place = self.draft.aturan_place.clone();
        let finding = self.finding(&catalogue::KEPUTUSAN_ATURAN_ASING, place, written, problem);
        findings.push(finding.with_remedy(remedy));
        None
    }

    /// Whether it says enough to be followed; D-331 or D-336 where it does not.
    fn is_whole(&self, keputusan: &Keputusan, findings: &mut Vec<Finding>) -> bool {
        let label = self.tindakan.label();
        let lacking = match (self.tindakan, &keputusan.tujuan, keputusan.aturan.as_deref()) {
            (Tindakan::Setuju | Tindakan::Tolak, None, _) => {
                let problem = format!("“{label}” tanpa pengaruh: pegawai ini tidak diusulkan pindah dan TUJUAN kosong");
                let kode = &catalogue::KEPUTUSAN_TANPA_PENGARUH;
                findings.push(self.finding(kode, self.draft.place.clone(), label, problem));
                return false;
            }
            (Tindakan::Kecualikan, tujuan, Some(JABATAN_SAMA)) => {
                tujuan.as_ref().is_none_or(|tujuan| tujuan.jabatan.is_none())
            }
            _ => false,
        };
        if lacking {
            let problem =
                format!("pengecualian aturan {JABATAN_SAMA} belum dipakai: unit dan jabatan tujuannya harus disebut");
            findings.push(self.finding(&catalogue::KEPUTUSAN_KURANG, self.draft.place.clone(), label, problem));
        }
        !lacking
    }

    fn finding(&self, kode: &'static Kode, place: Place, value: &str, problem: String) -> Finding {
        about(self.orang, kode, place, value.to_string(), problem)
    }
}

/// Whether a finding lets the row be used: the kamus says what a name means.
fn is_only_a_note(finding: &Finding) -> bool {
    finding.kode == &catalogue::DARI_KAMUS
}

/// What is wrong with a name and a kode that stand together: the kode is another unit's. A name that is only spelled
/// otherwise is still that unit.
fn two_units(said: &Sebutan, names: &mut Names<'_, '_>) -> Option<String> {
    let kode = said.kode.as_deref()?;
    let Hit::One(of_kode) = names.units.find(&said.as_kode()) else { return None };
    let own = match names.units.find(&UnitRef { kode: None, ..said.unit_ref() }) {
        Hit::One(named) => named == of_kode,
        Hit::Many(named) => named.contains(&of_kode),
        Hit::None => names.units.offers(&said.nama).contains(&of_kode),
    };
    let other = &names.units.list[of_kode.0 as usize].nama;
    (!own).then(|| format!("tertulis unit “{}” dengan kode {kode}, padahal itu kode {other}", said.nama))
}

impl Sebutan {
    pub(super) fn unit_ref(&self) -> UnitRef {
        let nama = self.nama.as_str();
        UnitRef { nama: Some(nama.into()), kode: self.kode.as_deref().map(Into::into), ..UnitRef::default() }
    }

    /// By its kode alone; where none is told the words themselves may be one: `10501012`, `NPSN 10501012`.
    fn as_kode(&self) -> UnitRef {
        let alone = || {
            let nama = self.nama.trim();
            let (word, rest) = nama.split_once(' ').unwrap_or((nama, ""));
            let named = ["kode", "npsn"].iter().any(|known| word.trim_end_matches(':').eq_ignore_ascii_case(known));
            if named { rest.trim() } else { nama }
        };
        let kode = self.kode.as_deref().unwrap_or_else(alone);
        UnitRef { kode: Some(kode.into()), ..UnitRef::default() }
    }

    /// As it is written.
    fn teks(&self) -> String {
        Calon { nama: self.nama.clone(), kode: self.kode.clone(), keterangan: None }.teks()
    }
}
