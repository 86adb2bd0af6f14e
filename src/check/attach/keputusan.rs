//! Decisions of leadership: their people, units and rules found, those that contradict each other settled, and the
//! published plan that leadership had before it.
//!
//! Of two decisions on one person that cannot both be followed the later one holds, by file and row. Of two result
//! workbooks the plan of the later one is the published one.

use std::collections::BTreeMap;

use super::{People, about};
use crate::check::draft::{PegawaiDraft, UnitRef, row_name};
use crate::check::orang::{KeputusanDraft, Orang, Sebutan};
use crate::check::unit_asing::Names;
use crate::check::units::Hit;
use crate::finding::{Finding, Kode, Place, catalogue};
use crate::law::Law;
use crate::model::keputusan::{DaftarKeputusan, Keputusan, RencanaTerbit, Tindakan, TujuanKeputusan};
use crate::model::nip::Nip;

/// Rules that say what leadership decided, and those that are bounds of the plan: no decision waives them.
const TAK_TERKECUALIKAN: [&str; 4] = ["A-110", "A-111", "A-150", "A-151"];
/// Waiving the rule on the jabatan opens every other one; which is meant must be said.
const JABATAN_SAMA: &str = "A-109";

/// Everything that is decided, and which rows were used.
pub(super) fn settle(
    rows: Vec<(Orang, KeputusanDraft)>,
    law: &Law,
    people: &People,
    pegawai: &[PegawaiDraft],
    names: &mut Names<'_, '_>,
    findings: &mut Vec<Finding>,
) -> (DaftarKeputusan, Vec<Place>) {
    let mut used = Vec::new();
    let terbit = published(&rows, names, &mut used, findings);
    let mut list: Vec<Keputusan> = Vec::new();
    for (orang, draft) in rows {
        let Some(tindakan) = draft.tindakan.filter(|_| !draft.unusable) else { continue };
        let Some(nip) = orang.nip else { continue };
        let Some(&at) = people.by_nip.get(&nip) else {
            findings.push(people.nobody(&orang, nip, pegawai));
            continue;
        };
        if !pegawai[at].usable() {
            let problem =
                format!("keputusan “{}” tidak dipakai: baris pegawai ini tidak dapat dipakai", tindakan.label());
            let finding = about(&orang, &catalogue::KEPUTUSAN_KURANG, draft.place, tindakan.label().into(), problem);
            findings
                .push(finding.with_remedy("Perbaiki dahulu baris pegawai ini di data pegawai, lalu jalankan lagi."));
            continue;
        }
        let row = Baris { orang: &orang, nip, tindakan, draft: &draft, terbit: terbit.as_ref() };
        if let Some(keputusan) = row.read(law, names, findings) {
            used.push(orang.place.clone());
            add(&mut list, keputusan, &orang, findings);
        }
    }
    (DaftarKeputusan { list, terbit }, used)
}

/// The published plan: the moves of the last result workbook that came back.
fn published(
    rows: &[(Orang, KeputusanDraft)],
    names: &mut Names<'_, '_>,
    used: &mut Vec<Place>,
    findings: &mut Vec<Finding>,
) -> Option<RencanaTerbit> {
    let mut plans: BTreeMap<Place, BTreeMap<Nip, TujuanKeputusan>> = BTreeMap::new();
    let mut last = None;
    for (orang, draft) in rows {
        let (Some(ke), Some(nip)) = (&draft.ke, orang.nip) else { continue };
        let sheet = orang.place.of_sheet();
        if draft.tindakan.is_none() && !draft.unusable {
            used.push(orang.place.clone());
        }
        last = Some(sheet.clone());
        let plan = plans.entry(sheet).or_default();
        // A unit that is no longer there is told where somebody decides about it.
        if let Hit::One(unit) = names.units.find(&ke.unit_ref()) {
            plan.insert(nip, TujuanKeputusan { unit, jabatan: ke.jabatan.clone() });
        }
    }
    let asal = last?;
    for (other, plan) in plans.iter().filter(|(other, _)| **other != asal) {
        let problem = format!(
            "rencana terbit diambil dari berkas {}, bukan dari lembar ini ({} perpindahan); keputusan di lembar ini tetap \
             dipakai",
            asal.file,
            plan.len()
        );
        findings.push(Finding::new(&catalogue::RENCANA_TERBIT_GANDA, other.clone(), "", problem));
    }
    let tujuan = plans.remove(&asal).unwrap_or_default();
    Some(RencanaTerbit { tujuan, asal })
}

/// Adds a decision. What says the same again takes the place of the earlier one; what contradicts it too, and is told.
fn add(list: &mut Vec<Keputusan>, keputusan: Keputusan, orang: &Orang, findings: &mut Vec<Finding>) {
    list.retain(|old| {
        if old.nip != keputusan.nip || old.repeats(&keputusan) {
            return old.nip != keputusan.nip;
        }
        if old.contradicts(&keputusan) {
            let problem = format!(
                "“{}” ({}) bertentangan dengan “{}” ({}) pada {}; yang dipakai yang terakhir itu",
                old.tindakan.label(),
                old.oleh(),
                keputusan.tindakan.label(),
                keputusan.oleh(),
                row_name(&keputusan.asal, &old.asal),
            );
            let (place, value) = (old.asal.clone(), old.tindakan.label().to_string());
            findings.push(about(orang, &catalogue::KEPUTUSAN_BERTENTANGAN, place, value, problem));
            return false;
        }
        true
    });
    list.push(keputusan);
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
        let keputusan = Keputusan {
            nip: self.nip,
            tindakan: self.tindakan,
            tujuan,
            aturan,
            alasan: draft.alasan.clone(),
            pejabat: draft.pejabat.clone(),
            tanggal: draft.tanggal,
            asal: draft.place.clone(),
        };
        self.is_whole(&keputusan, findings).then_some(keputusan)
    }

    /// The unit that is written, with the jabatan; D-332 where there is no such unit.
    fn unit(&self, said: &Sebutan, names: &mut Names<'_, '_>, findings: &mut Vec<Finding>) -> Option<TujuanKeputusan> {
        let unit = said.unit_ref();
        match names.find(&unit, &said.place, findings) {
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

    /// The rule to waive; D-334 where there is none of that code.
    fn aturan(&self, law: &Law, findings: &mut Vec<Finding>) -> Option<String> {
        if self.tindakan != Tindakan::Kecualikan {
            return None;
        }
        let written = self.draft.aturan.as_deref().unwrap_or_default();
        let code = written.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let problem = match law.codes().any(|known| known == code) {
            true if TAK_TERKECUALIKAN.contains(&code.as_str()) => {
                format!("aturan {code} tidak dapat dikecualikan untuk satu pegawai")
            }
            true => return Some(code),
            false => format!("kode aturan “{written}” tidak dikenal"),
        };
        findings.push(self.finding(
            &catalogue::KEPUTUSAN_ATURAN_ASING,
            self.draft.aturan_place.clone(),
            written,
            problem,
        ));
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

impl Sebutan {
    fn unit_ref(&self) -> UnitRef {
        let nama = self.nama.as_str();
        UnitRef { nama: Some(nama.into()), kode: self.kode.as_deref().map(Into::into), ..UnitRef::default() }
    }
}
