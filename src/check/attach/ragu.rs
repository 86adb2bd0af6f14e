//! D-316: punishments of which the NIP does not tell whose they are. Whoever may be meant is kept where he or she is:
//! a row that cannot be used must not make a punished person one who was never punished.

use std::collections::BTreeSet;

use super::{People, about};
use crate::check::draft::{PegawaiDraft, row_name};
use crate::check::orang::{DaftarDraft, Isi};
use crate::finding::{Finding, catalogue};

/// Holds everybody who has the name of the row, and says so. Whether there is a finding about it: always where the row
/// is a punishment with a name whose NIP cannot be used, else where somebody has the name.
pub(super) fn hold(
    people: &People,
    row: &DaftarDraft,
    pegawai: &[PegawaiDraft],
    held: &mut BTreeSet<usize>,
    findings: &mut Vec<Finding>,
) -> bool {
    let Isi::Hukdis(_) = row.isi else { return false };
    let Some(nama) = row.orang.nama.as_ref().filter(|_| !pegawai.is_empty()) else { return false };
    let named = people.by_name.get(nama.key()).map(Vec::as_slice).unwrap_or_default();
    let nip = row.orang.nip;
    if named.is_empty() && nip.is_some() {
        return false;
    }
    held.extend(named);
    let why = match nip {
        None => "NIP pada baris ini kosong atau tidak dapat dipakai".to_string(),
        Some(nip) if people.by_nip.contains_key(&nip) => format!("NIP {nip} milik orang lain"),
        Some(nip) => format!("NIP {nip} tidak ada di data pegawai"),
    };
    let known: Vec<&PegawaiDraft> = named.iter().map(|&at| &pegawai[at]).collect();
    let kept = match &known[..] {
        [] => format!("tidak ada pegawai bernama {} di data pegawai, jadi tidak ada yang ditahan", nama.as_str()),
        [one] => {
            let there = row_name(&one.place, &row.orang.place);
            format!("{} pada {there} ditahan, tidak dipindahkan sampai jelas", nama.as_str())
        }
        several => {
            format!("{} pegawai bernama {} ditahan, tidak dipindahkan sampai jelas", several.len(), nama.as_str())
        }
    };
    let problem = format!("hukuman disiplin tidak dapat dipastikan milik siapa: {why}; {kept}");
    let value = nip.map(|nip| nip.digits().to_string()).unwrap_or_default();
    let finding = about(&row.orang, &catalogue::HUKDIS_TANPA_NIP, row.orang.place.clone(), value, problem);
    let nips: BTreeSet<&str> = known.iter().filter_map(|person| person.nip.as_ref()).map(|nip| nip.digits()).collect();
    let nips: Vec<&str> = nips.into_iter().collect();
    findings.push(match nips[..] {
        [] => finding,
        [only] => {
            let remedy = format!("Mungkin maksud Anda {only}, NIP pegawai dengan nama itu? Cocokkan dengan SK-nya.");
            Finding { usulan: Some(only.to_string()), ..finding.with_remedy(remedy) }
        }
        _ => finding.with_remedy(format!("Tulis NIP yang benar menurut SK-nya: {}.", nips.join(" atau "))),
    });
    true
}
