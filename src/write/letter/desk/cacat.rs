//! What a letter that cannot be laid out lacks, in words: at the template's line, or at the row of the person.

use super::Work;
use crate::finding::{Finding, Place, catalogue};
use crate::write::letter::context::Orang;
use crate::write::letter::layout::Fault;

/// What is wrong with the line of a template; the same for every person, so that it is told once.
pub(super) fn problem_of(fault: &Fault) -> String {
    match fault {
        Fault::MissingGlyph { c, font, .. } => format!("huruf “{c}” tidak ada di fon {font}"),
        Fault::TooNarrow { .. } => "kolom terlalu sempit untuk teks yang tidak boleh terpotong, misalnya NIP".into(),
        Fault::NoPicture { file } => {
            format!("gambar “{file}” tidak ada di folder templates, atau bukan PNG yang dapat dibaca")
        }
        Fault::QrTooLong { .. } => "isi kode QR terlalu panjang; paling banyak sekitar 2.300 huruf".into(),
    }
}

/// Names the people on the letter whose words hold the sign; else the template.
pub(super) fn missing_glyph(work: &Work<'_>, c: char, word: &str, font: &str) -> Vec<Finding> {
    let sign = format!("huruf U+{:04X} “{c}”", u32::from(c));
    let named: Vec<Finding> = work
        .orang
        .iter()
        .filter_map(|orang| {
            let (place, text) = where_is(orang, c)?;
            let problem = format!("{} tidak dibuat: {sign} pada “{text}” tidak ada di fon {font}", work.path);
            let subject = orang.asal.as_ref().and_then(|asal| asal.subjek.clone());
            Some(Finding::new(&catalogue::HURUF_TAK_ADA, place, text, problem).about(subject))
        })
        .collect();
    if !named.is_empty() {
        return named;
    }
    let place = Place::file(format!("templates/{}.hbs", work.jenis.nama));
    let problem =
        format!("{} tidak dibuat: {sign} pada “{word}” di templat atau pengaturan tidak ada di fon {font}", work.path);
    vec![Finding::new(&catalogue::HURUF_TAK_ADA, place, word, problem)]
}

/// The text of a person that holds the sign, and the row it was read from.
fn where_is(orang: &Orang, c: char) -> Option<(Place, &str)> {
    let asal = orang.asal.as_ref()?;
    let texts = [
        (&asal.pegawai, &orang.nama_bergelar),
        (&asal.pegawai, &orang.jabatan_lama),
        (&asal.pegawai, &orang.ttl),
        (&asal.pegawai, &orang.pendidikan),
        (&asal.lama, &orang.unit_lama),
        (&asal.lama, &orang.induk_lama),
        (&asal.baru, &orang.jabatan_baru),
        (&asal.baru, &orang.unit_baru),
        (&asal.baru, &orang.induk_baru),
        (&asal.lama, &orang.usul.kepala_lama.nama),
        (&asal.baru, &orang.usul.kepala_baru.nama),
    ];
    texts.into_iter().find(|(_, text)| text.contains(c)).map(|(place, text)| (place.clone(), text.as_str()))
}
