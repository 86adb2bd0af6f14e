//! What a decree still lacks before anybody signs it: the coat of arms, and a name below the petikan.

use super::{OfficeFiles, Tercetak};
use crate::finding::{Finding, Place, catalogue};
use crate::settings::{FILE, Settings};

/// The picture that stands in until the office puts its own there.
pub const LAMBANG_CONTOH: &str = "lambang.png";

/// Decrees that bear their number and no coat of arms, or the grey shield in its place; `siap` are papers that are not
/// written any more.
pub fn lambang(settings: &Settings, office: &OfficeFiles, surat: &[Tercetak], siap: &[String]) -> Option<Finding> {
    let numbered = surat.iter().filter(|own| own.bernomor && !siap.contains(&own.artifact.path));
    let first = numbered.clone().next()?.nomor.clone().unwrap_or_default();
    let own = settings.sk.lambang.trim();
    let what = match own {
        "" => "tercetak tanpa lambang, karena sk.lambang kosong".to_string(),
        LAMBANG_CONTOH if !office.contains_key(LAMBANG_CONTOH) => {
            "memuat perisai abu-abu, gambar pengganti bawaan program, di tempat lambang".to_string()
        }
        _ => return None,
    };
    let problem = format!("Keputusan nomor {first} {what}; {} berkasnya belum patut ditandatangani", numbered.count());
    Some(Finding::new(&catalogue::LAMBANG_CONTOH, Place::file(FILE), own, problem))
}

/// Whoever certifies petikan is named on those that are printed to be signed, as whoever signs the decree is.
pub fn pengesah(settings: &Settings) -> Option<Finding> {
    let (sk, surat) = (&settings.sk, &settings.surat);
    let to_sign = surat.wants("petikan") && surat.watermark_konsep.trim().is_empty();
    (to_sign && sk.petikan_nama.trim().is_empty()).then(|| {
        let problem = "sk.petikan_nama kosong, sedangkan petikan akan dicetak siap ditandatangani (surat.watermark_konsep \
                       kosong); Keputusan tetap DRAF";
        let remedy = "Isi sk.petikan_nama dengan nama yang mengesahkan petikan, atau isi surat.watermark_konsep = \"KONSEP\", \
                      lalu jalankan lagi.";
        Finding::new(&catalogue::KEPUTUSAN_DRAF, Place::file(FILE), "sk.petikan_nama", problem).with_remedy(remedy)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_certifies_a_petikan_that_is_to_be_signed_is_named() {
        let mut settings = Settings::default();
        assert_eq!(pengesah(&settings), None, "a draft names nobody");
        settings.surat.watermark_konsep = " ".into();
        assert!(pengesah(&settings).is_some_and(|told| told.problem.starts_with("sk.petikan_nama kosong")));
        settings.sk.petikan_nama = "Dra. SITI AMINAH".into();
        assert_eq!(pengesah(&settings), None);
        settings.sk.petikan_nama = String::new();
        settings.surat.jenis = vec!["sk-kolektif".into()];
        assert_eq!(pengesah(&settings), None, "there is no petikan");
    }
}
