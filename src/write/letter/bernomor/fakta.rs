//! What a decree prints of a person, as its record keeps it: the decree goes on saying that, whatever the data say later.

use crate::model::bernomor::Tercantum;
use crate::settings::Settings;
use crate::write::letter::context::Orang;

/// A fact on a decree, beside name, NIP and the new post.
struct Fakta {
    /// In the record.
    kunci: &'static str,
    /// In sentences.
    sebutan: &'static str,
    /// The column of the lampiran without which no decree prints it.
    kolom: Option<&'static str>,
    of: fn(&Orang) -> &String,
    put: fn(&mut Orang, String),
}

macro_rules! fakta {
    ($($field:ident $sebutan:literal $kolom:expr;)*) => {
        &[$(Fakta {
            kunci: stringify!($field),
            sebutan: $sebutan,
            kolom: $kolom,
            of: |orang| &orang.$field,
            put: |orang, text| orang.$field = text,
        }),*]
    };
}

const FAKTA: &[Fakta] = fakta![
    pangkat "pangkat" None;
    gol "golongan" None;
    ttl "tempat dan tanggal lahir" Some("ttl");
    pendidikan "pendidikan" Some("pendidikan");
    eselon "eselon" Some("eselon");
    jabatan_lama "jabatan lama" None;
    unit_lama "unit kerja lama" None;
    induk_lama "induk unit kerja lama" None;
    induk_baru "induk unit kerja baru" None;
];

/// The person as a decree tells where to, and what it prints beside.
pub fn tercantum(settings: &Settings, orang: &Orang) -> Tercantum {
    let printed =
        |own: &&Fakta| own.kolom.is_none_or(|kolom| settings.sk.lampiran_kolom.iter().any(|name| name == kolom));
    let lain = FAKTA.iter().filter(printed).map(|own| (own.kunci.to_string(), (own.of)(orang).clone()));
    Tercantum {
        nip: orang.nip.clone(),
        nama: orang.nama_bergelar.clone(),
        jabatan: orang.jabatan_baru.clone(),
        unit: orang.unit_baru.clone(),
        lain: lain.collect(),
    }
}

/// Whether a decree says of the person what is approved now: where to.
pub(super) fn same(told: &Tercantum, orang: &Orang) -> bool {
    (&told.nip, &told.jabatan, &told.unit) == (&orang.nip, &orang.jabatan_baru, &orang.unit_baru)
}

/// Puts back what the decree says of the person. Gives what the data say otherwise now: `nama “A”, di data sekarang “B”`.
pub(super) fn restore(told: &Tercantum, orang: &mut Orang) -> Vec<String> {
    let mut other = Vec::new();
    let mut differs = |sebutan: &str, then: &str, now: &str| {
        if then != now {
            // Letters hold signs at which no line breaks.
            let plain = |text: &str| text.replace('\u{2060}', "").replace('\u{a0}', " ");
            other.push(format!("{sebutan} “{}”, di data sekarang “{}”", plain(then), plain(now)));
        }
    };
    differs("nama", &told.nama, &orang.nama_bergelar);
    orang.nama_bergelar.clone_from(&told.nama);
    for own in FAKTA {
        let Some(then) = told.lain.get(own.kunci) else { continue };
        differs(own.sebutan, then, (own.of)(orang));
        (own.put)(orang, then.clone());
    }
    other
}
