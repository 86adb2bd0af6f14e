//! What a letter that cannot be laid out lacks, in words: at the template's line, in the settings, or at the row of the person.

use std::collections::BTreeSet;

use super::Work;
use crate::finding::{Finding, Place, catalogue};
use crate::settings::{FILE, Settings};
use crate::write::letter::context::{Asal, Orang};
use crate::write::letter::layout::Fault;

/// What is wrong with the line of a template; the same for every person, so that it is told once.
pub(super) fn problem_of(fault: &Fault) -> String {
    match fault {
        Fault::MissingGlyph { c, .. } => format!("{} tidak ada di huruf cetak surat", sign(*c)),
        Fault::TooNarrow { .. } => "kolom terlalu sempit untuk teks yang tidak boleh terpotong, misalnya NIP".into(),
        Fault::NoPicture { file } => {
            format!("gambar “{file}” tidak ada di folder templates, atau bukan PNG yang dapat dibaca")
        }
        Fault::QrTooLong { .. } => "isi kode QR terlalu panjang; paling banyak sekitar 2.300 huruf".into(),
    }
}

/// A picture that the settings name cannot be used; nothing where a template names it itself.
pub(super) fn lambang(settings: &Settings, work: &Work<'_>, file: &str) -> Option<Finding> {
    let decree = ["sk-kolektif", "petikan", "sk-perorangan"].contains(&work.jenis.nama);
    let (key, own) = match decree {
        true => ("sk.lambang", &settings.sk.lambang),
        false => ("surat.lambang", &settings.surat.lambang),
    };
    (own.trim() == file).then(|| {
        let problem =
            format!("{key} = \"{file}\": berkas itu tidak ada di folder templates, atau bukan PNG yang dapat dibaca");
        let remedy = format!(
            "Taruh {file} (PNG, dengan nama yang persis sama) di folder templates, atau perbaiki {key} di mutasi.toml, \
             lalu jalankan lagi."
        );
        Finding::new(&catalogue::LAMBANG_TAK_ADA, Place::file(FILE), file, problem).with_remedy(remedy)
    })
}

/// Signs that no typeface of letters has, with the words they stand in: at the people on the letter whose texts hold them;
/// else at the template.
pub(super) fn missing_glyphs(work: &Work<'_>, missing: &[(char, &str)]) -> Vec<Finding> {
    let (mut findings, mut told, mut texts) = (Vec::new(), BTreeSet::<char>::new(), BTreeSet::new());
    for (asal, place, text) in work.orang.iter().flat_map(texts_of) {
        let signs = missing.iter().map(|(c, _)| *c).filter(|c| text.contains(*c)).collect::<BTreeSet<char>>();
        told.extend(&signs);
        if signs.is_empty() || !texts.insert((place.clone(), text)) {
            continue;
        }
        let problem = format!("{} pada “{text}” tidak ada di huruf cetak surat", in_order(text, &signs));
        findings.push(Finding::new(&catalogue::HURUF_TAK_ADA, place.clone(), text, problem).about(asal.subjek.clone()));
    }
    let place = Place::file(format!("templates/{}.hbs", work.jenis.nama));
    for (c, word) in missing.iter().filter(|(c, _)| !told.contains(c)) {
        let own = sign(*c);
        let problem = format!("{own} pada “{word}” di templat atau pengaturan tidak ada di huruf cetak surat");
        findings.push(Finding::new(&catalogue::HURUF_TAK_ADA, place.clone(), *word, problem));
    }
    findings
}

/// The signs as they stand in the text, each once: `huruf “山”, “川”`.
fn in_order(text: &str, signs: &BTreeSet<char>) -> String {
    let mut seen = BTreeSet::new();
    let order = text.chars().filter(|c| signs.contains(c) && seen.insert(*c));
    let named: Vec<String> = order.map(sign).collect();
    named.join(" dan ")
}

/// A sign as people see it; one that nobody sees has no likeness to show.
fn sign(c: char) -> String {
    let unseen = c.is_control()
        || c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    if unseen { "tanda yang tidak terlihat".into() } else { format!("huruf “{c}”") }
}

/// The texts of a person, each with the row it was read from.
fn texts_of(orang: &Orang) -> impl Iterator<Item = (&Asal, &Place, &str)> {
    orang.asal.iter().flat_map(move |asal| {
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
        texts.into_iter().map(move |(place, text)| (asal, place, text.as_str()))
    })
}
