//! D-316: punishments of which the NIP does not tell whose they are. Whoever may be meant is kept where he or she is:
//! a row that cannot be used must not make a punished person one who was never punished.

use std::collections::BTreeSet;

use super::{People, about};
use crate::check::draft::{PegawaiDraft, row_name};
use crate::check::nama_dekat;
use crate::check::orang::{DaftarDraft, Isi};
use crate::finding::{Finding, catalogue};
use crate::model::nama::Nama;

/// So many of several who may be meant are named.
const NAMED: usize = 5;

/// Holds everybody who may be meant by the row: who has its name, else whose name is near to it. Whether there is a
/// finding about it: always where the row is a punishment with a name whose NIP cannot be used, else where somebody may
/// be meant.
pub(super) fn hold(
    people: &People,
    row: &DaftarDraft,
    pegawai: &[PegawaiDraft],
    held: &mut BTreeSet<usize>,
    findings: &mut Vec<Finding>,
) -> bool {
    let Isi::Hukdis(_) = row.isi else { return false };
    let Some(nama) = row.orang.nama.as_ref().filter(|_| !pegawai.is_empty()) else { return false };
    let nip = row.orang.nip;
    let owner = nip.and_then(|nip| people.by_nip.get(&nip)).and_then(|&at| pegawai[at].nama_key());
    // The name of the NIP's owner with a slip in it is that of nobody else.
    if owner.is_some_and(|owner| !people.by_name.contains_key(nama.key()) && nama_dekat::is_near(nama.key(), owner)) {
        return false;
    }
    let meant = people.meant(nama, row.orang.awalan);
    if meant.is_empty() && nip.is_some() {
        return false;
    }
    held.extend(&meant);
    let known: Vec<&PegawaiDraft> = meant.iter().map(|&at| &pegawai[at]).collect();
    findings.push(finding(people, row, nama, &known));
    true
}

fn finding(people: &People, row: &DaftarDraft, nama: &Nama, known: &[&PegawaiDraft]) -> Finding {
    let nip = row.orang.nip;
    let why = match nip {
        None => "NIP pada baris ini kosong atau tidak dapat dipakai".to_string(),
        Some(nip) if people.by_nip.contains_key(&nip) => format!("NIP {nip} milik orang lain"),
        Some(nip) => format!("NIP {nip} tidak ada di data pegawai"),
    };
    let problem = format!("hukuman disiplin tidak dapat dipastikan milik siapa: {why}; {}", kept(row, nama, known));
    let value = nip.map(|nip| nip.digits().to_string()).unwrap_or_default();
    let finding = about(&row.orang, &catalogue::HUKDIS_TANPA_NIP, row.orang.place.clone(), value, problem);
    let nips: BTreeSet<&str> = known.iter().filter_map(|person| person.nip.as_ref()).map(|nip| nip.digits()).collect();
    let nips: Vec<&str> = nips.into_iter().collect();
    match nips[..] {
        [] => finding,
        [only] => {
            let whose = if has_name(known, nama) { "dengan nama itu" } else { "yang namanya mirip" };
            let remedy = format!("Mungkin maksud Anda {only}, NIP pegawai {whose}? Cocokkan dengan SK-nya.");
            Finding { usulan: Some(only.to_string()), ..finding.with_remedy(remedy) }
        }
        _ => finding.with_remedy(format!("Tulis NIP yang benar menurut SK-nya: {}.", nips.join(" atau "))),
    }
}

/// Who is held.
fn kept(row: &DaftarDraft, nama: &Nama, known: &[&PegawaiDraft]) -> String {
    const HELD: &str = "ditahan, tidak dipindahkan sampai jelas";
    let same = has_name(known, nama);
    let nama = nama.as_str();
    match known {
        [] => {
            format!("tidak ada pegawai bernama {nama} atau yang namanya mirip, jadi tidak ada yang ditahan")
        }
        [one] if same => format!("{nama} pada {} {HELD}", row_name(&one.place, &row.orang.place)),
        several if same => format!("{} pegawai bernama {nama} {HELD}", several.len()),
        similar => {
            let told = |person: &&PegawaiDraft| {
                let there = row_name(&person.place, &row.orang.place);
                format!("{} pada {there}", person.nama().map_or("seorang pegawai", Nama::as_str))
            };
            let mut names: Vec<String> = similar.iter().take(NAMED).map(told).collect();
            names.extend((similar.len() > NAMED).then(|| format!("dan {} lagi", similar.len() - NAMED)));
            format!("tidak ada pegawai bernama {nama}; yang nama atau NIP-nya mirip {HELD}: {}", names.join(", "))
        }
    }
}

/// Whether those held have the name as it is written.
fn has_name(known: &[&PegawaiDraft], nama: &Nama) -> bool {
    known.iter().any(|person| person.nama_key() == Some(nama.key()))
}
