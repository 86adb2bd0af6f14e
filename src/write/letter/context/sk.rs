//! The decree itself: its number and date, or the dots that stand for them, and the grey word of what is no decree yet.

use jiff::civil::Date;
use serde::Serialize;

use super::{DOTS, FEW_DOTS, Terbit};
use crate::model::bernomor::Nomor;
use crate::model::tanggal::tanggal_in_words;
use crate::settings::Settings;
use crate::settings::surat::GayaNomor;
use crate::write::letter::wording::diktum_ordinal;

/// The decree itself.
#[derive(Clone, Debug, Serialize)]
pub struct Sk {
    /// `800.1.3.3/217/BKPSDM/2026` or `361 TAHUN 2026`; dots while it is a draft.
    pub nomor: String,
    /// The same with its word: `NOMOR : …` or `NOMOR … TAHUN …`.
    pub nomor_lengkap: String,
    /// Number and date within a sentence: `361 Tahun 2026`; few dots while it is a draft.
    pub nomor_teks: String,
    pub tanggal_teks: String,
    /// Upper case.
    pub tentang: String,
    /// As the settings write it.
    pub judul: String,
    pub tanggal: String,
    pub tempat: String,
    pub tmt: String,
    /// For the helpers of dates: `2026-12-01`.
    pub tmt_iso: String,
    /// Grey word behind the pages; empty for none.
    pub status: String,
    /// Whether leadership approved what it says, and number and date are given.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// Whether leadership approved what it says.
    pub disetujui: bool,
    /// What stands where an electronic signature goes; empty on a draft.
    pub tanda_tte: String,
    pub frasa_rahmat: bool,
    /// `KESATU` or `PERTAMA`.
    pub kesatu: String,
}

/// Number and date stand on a decree only once leadership approved what it says and both are given (issue: before that
/// everything is a draft); the grey word goes only then.
pub(super) fn decree(settings: &Settings, judul: String, tmt: Date, terbit: Terbit, nomor: Option<&Nomor>) -> Sk {
    let sk = &settings.sk;
    let blank = Sk {
        nomor: String::new(),
        nomor_lengkap: String::new(),
        nomor_teks: String::new(),
        tanggal_teks: String::new(),
        tentang: judul.to_uppercase(),
        judul,
        tanggal: String::new(),
        tempat: settings.daerah.ibu_kota.clone(),
        tmt: tanggal_in_words(tmt),
        tmt_iso: tmt.to_string(),
        status: String::new(),
        is_final: false,
        disetujui: terbit == Terbit::Disetujui,
        tanda_tte: String::new(),
        frasa_rahmat: sk.frasa_rahmat,
        kesatu: diktum_ordinal(sk.sebutan_diktum, 1),
    };
    numbered(settings, &blank, nomor)
}

/// The same decree with this number and date; without one they are dots, and it is a draft.
pub fn numbered(settings: &Settings, sk: &Sk, nomor: Option<&Nomor>) -> Sk {
    let Some(nomor) = nomor else { return without_number(settings, sk) };
    let tanggal = tanggal_in_words(nomor.tanggal);
    Sk {
        nomor: nomor.nomor.clone(),
        nomor_lengkap: nomor.lengkap.clone(),
        nomor_teks: in_sentence(&nomor.nomor),
        tanggal_teks: tanggal.clone(),
        tanggal,
        status: settings.surat.watermark_konsep.trim().to_string(),
        is_final: true,
        tanda_tte: settings.sk.tanda_tte.trim().to_string(),
        ..sk.clone()
    }
}

fn without_number(settings: &Settings, sk: &Sk) -> Sk {
    let (nomor, nomor_lengkap) = match settings.sk.gaya_nomor {
        GayaNomor::Klasifikasi => (DOTS.to_string(), format!("NOMOR : {DOTS}")),
        GayaNomor::Tahun => {
            let blank = format!("{FEW_DOTS} TAHUN {FEW_DOTS}");
            (blank.clone(), format!("NOMOR {blank}"))
        }
    };
    Sk {
        // A long row of dots would break the lines around it.
        nomor_teks: match settings.sk.gaya_nomor {
            GayaNomor::Klasifikasi => FEW_DOTS.into(),
            GayaNomor::Tahun => in_sentence(&nomor),
        },
        tanggal_teks: FEW_DOTS.into(),
        nomor,
        nomor_lengkap,
        tanggal: DOTS.into(),
        status: draft_word(settings),
        is_final: false,
        tanda_tte: String::new(),
        ..sk.clone()
    }
}

/// A number as running text writes it: the word for the year is no capitals there.
fn in_sentence(nomor: &str) -> String {
    nomor.replace(" TAHUN ", " Tahun ")
}

/// A draft is never without its word.
pub(super) fn draft_word(settings: &Settings) -> String {
    let own = settings.surat.watermark_draf.trim();
    if own.is_empty() { "DRAF".into() } else { own.into() }
}
