//! That somebody goes elsewhere because leadership decided about somebody else, and what has become of the published plan.

use super::unit_of;
use crate::model::angka::ribuan;
use crate::model::keputusan::{Keputusan, Tindakan};
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::place::facts::Facts;

/// Decisions named in a sentence; further ones are only counted.
const NAMED: usize = 3;

/// `Karena SITI AMINAH tidak disetujui pindah ke SD Negeri 2: tanpa keputusan itu pegawai ini tetap di tempatnya.` Where
/// `elsewhere` is given, the person would be moved there.
pub fn karena(facts: &Facts, id: PegawaiId, causes: &[(PegawaiId, &Keputusan)], elsewhere: Option<PostId>) -> String {
    let mut named: Vec<String> = causes.iter().take(NAMED).map(|(of, own)| cause(facts, *of, own, *of == id)).collect();
    if causes.len() > NAMED {
        named.push(format!("{} keputusan pimpinan lain", ribuan((causes.len() - NAMED) as i64)));
    }
    let without = match elsewhere {
        None => "tetap di tempatnya".to_string(),
        Some(post) => format!("dipindahkan ke {}", unit_of(facts, facts.needs.post(post))),
    };
    format!("Karena {}; tanpa keputusan itu pegawai ini {without}.", named.join(" dan "))
}

/// What was decided about whom: `SITI AMINAH tidak disetujui pindah ke SD Negeri 2`.
fn cause(facts: &Facts, of: PegawaiId, own: &Keputusan, same: bool) -> String {
    let who = if same { "pegawai ini" } else { facts.roster.pegawai(of).nama.as_str() };
    let to =
        own.tujuan.as_ref().map(|tujuan| format!(" ke {}", super::nama_unit(&facts.roster.unit(tujuan.unit).nama)));
    let to = to.unwrap_or_default();
    match own.tindakan {
        Tindakan::Setuju => format!("{who} disetujui pindah{to}"),
        Tindakan::Tetapkan => format!("{who} ditetapkan pindah{to}"),
        Tindakan::Tolak => format!("{who} tidak disetujui pindah{to}"),
        Tindakan::Larang => format!("{who} tidak boleh dipindahkan{to}"),
        Tindakan::Tunda => format!("perpindahan {who} ditunda"),
        Tindakan::Kecualikan => format!("aturan {} dikecualikan bagi {who}", own.aturan.as_deref().unwrap_or("")),
    }
}

/// Why a move of the published plan is no longer made, where leadership decided so.
pub fn diputuskan(own: &Keputusan) -> String {
    let what = match own.tindakan {
        Tindakan::Tolak => "Tidak disetujui",
        Tindakan::Larang => "Dilarang dipindahkan",
        Tindakan::Tunda => "Ditunda",
        Tindakan::Setuju | Tindakan::Tetapkan | Tindakan::Kecualikan => "Diputuskan lain",
    };
    format!("{what} oleh {}.", own.oleh())
}

/// What a place of the published plan has become: who goes there now, and how full it is.
pub fn tempat_kini(facts: &Facts, to: PostId, after: u32, arrived: &[PegawaiId]) -> String {
    let post = facts.needs.post(to);
    let need = post.kebutuhan.as_ref().map(|need| format!(", kebutuhan {}", need.angka())).unwrap_or_default();
    let full = format!("berisi {} orang{need}", ribuan(after.into()));
    let names: Vec<&str> = arrived.iter().take(NAMED).map(|id| facts.roster.pegawai(*id).nama.as_str()).collect();
    let more = arrived.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(", dan {} lagi", ribuan(more as i64)) } else { String::new() };
    let by =
        if names.is_empty() { String::new() } else { format!(", yang kini didatangkan {}{more}", names.join(", ")) };
    format!("Data atau pengaturan sudah berubah: dalam rencana ini tempat itu {full}{by}.")
}
