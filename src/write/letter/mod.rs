//! Letters: handlebars template → naskah → layout → PDF.

mod context;
mod layout;
mod naskah;
mod pdf;
mod picture;
mod template;
#[cfg(test)]
mod tests;
mod text;
mod wording;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::Serialize;

use crate::finding::{Finding, Noted, Place, catalogue};
use crate::model::artifact::Artifact;
use crate::write::Results;

pub use template::built_in as built_in_templates;

use context::{Common, Kolektif, Lampiran, Orang, Petikan, PetikanOf};
use layout::Fault;
use pdf::{Kept, Meta};
use picture::Picture;
use template::{PETIKAN, SK_KOLEKTIF, Templates};
use text::Shaper;

/// A folder's own templates and pictures by file name (`sk-kolektif.hbs`, `lambang.png`); they win over the built-in.
pub type OfficeFiles = BTreeMap<String, Vec<u8>>;

/// Letters that one worker makes at least, so that its memory of words and fonts pays.
const LETTERS_A_WORKER: usize = 32;

/// The SK kolektif with lampiran and one petikan per moved person, as PDF. A letter that cannot be made
/// correctly is a finding, never a half letter. `progress` is called with letters done and letters in all.
pub fn letters(
    results: &Results<'_>,
    office: &OfficeFiles,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Noted<Vec<Artifact>> {
    let (orang, mut findings) = context::moved(results);
    if orang.is_empty() {
        return Noted { value: Vec::new(), findings };
    }
    let common = match context::common(results) {
        Ok(common) => common,
        Err(faults) => {
            findings.extend(faults);
            return Noted { value: Vec::new(), findings };
        }
    };
    let templates = Templates::load(office);
    findings.extend(templates.faults().cloned());
    let desk = Desk { results, templates, pictures: pictures(office), common, orang };
    let plan = desk.letters();
    let done = AtomicUsize::new(0);
    let made: Vec<Result<Artifact, Vec<Finding>>> = plan
        .par_iter()
        .with_min_len(LETTERS_A_WORKER)
        .map_init(Press::new, |press, letter| {
            let made = desk.make(press, *letter);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, plan.len());
            made
        })
        .collect();
    let mut artifacts = Vec::with_capacity(made.len());
    for letter in made {
        match letter {
            Ok(artifact) => artifacts.push(artifact),
            Err(faults) => findings.extend(faults),
        }
    }
    // A fault of a template comes with every petikan made from it; once is enough.
    let mut seen = std::collections::BTreeSet::new();
    findings.retain(|finding| seen.insert((finding.kode.code, finding.place.clone(), finding.problem.clone())));
    Noted { value: artifacts, findings }
}

/// A letter to be made; petikan by index of the person.
#[derive(Clone, Copy)]
enum Letter {
    Kolektif,
    Petikan(usize),
}

/// What one worker keeps between letters. Nothing in it changes the bytes of a letter.
struct Press {
    shaper: Shaper,
    kept: Kept,
}

impl Press {
    fn new() -> Press {
        Press { shaper: Shaper::new(), kept: Kept::default() }
    }
}

/// What all letters of a run are made from.
struct Desk<'a> {
    results: &'a Results<'a>,
    templates: Templates,
    pictures: BTreeMap<String, Picture>,
    common: Common,
    orang: Vec<Orang>,
}

impl Desk<'_> {
    fn letters(&self) -> Vec<Letter> {
        std::iter::once(Letter::Kolektif).chain((0..self.orang.len()).map(Letter::Petikan)).collect()
    }

    fn make(&self, press: &mut Press, letter: Letter) -> Result<Artifact, Vec<Finding>> {
        let decree = context::decree_title(self.results.settings);
        match letter {
            Letter::Kolektif => {
                let lampiran = Lampiran { jumlah: self.orang.len() };
                let context = Kolektif { common: &self.common, lampiran, pegawai: &self.orang };
                let work = Work {
                    path: "surat/sk-kolektif.pdf".into(),
                    title: decree,
                    template: SK_KOLEKTIF,
                    orang: &self.orang,
                };
                self.print(press, work, &context)
            }
            Letter::Petikan(at) => {
                let orang = &self.orang[at];
                let context =
                    PetikanOf { common: &self.common, petikan: Petikan { nomor_urut: orang.no }, pegawai: orang };
                let work = Work {
                    path: format!("surat/petikan/{:03}-{}.pdf", orang.no, orang.nip),
                    title: format!("Petikan {decree} – {}", orang.nama_bergelar),
                    template: PETIKAN,
                    orang: std::slice::from_ref(orang),
                };
                self.print(press, work, &context)
            }
        }
    }

    fn print(&self, press: &mut Press, work: Work<'_>, context: &impl Serialize) -> Result<Artifact, Vec<Finding>> {
        let source = self.templates.fill(work.template, context).map_err(|finding| vec![*finding])?;
        let blocks = naskah::parse(&source)
            .map_err(|error| vec![self.templates.naskah_fault(work.template, context, &error)])?;
        let pages = layout::layout(&mut press.shaper, &self.pictures, &blocks)
            .map_err(|faults| faults.iter().flat_map(|fault| self.findings_of(&work, fault)).collect::<Vec<_>>())?;
        let settings = self.results.settings;
        let meta = Meta {
            title: format!("{} ({})", work.title, self.common.sk.status),
            author: format!("Pemerintah {}", settings.daerah.full_name()),
            subject: self.common.sk.tentang.clone(),
            created: self.results.roster.periode.first_day(),
            source,
        };
        let bytes = pdf::write(&press.shaper, &pages, &self.pictures, &meta, &mut press.kept);
        Ok(Artifact { path: work.path, bytes })
    }

    fn findings_of(&self, work: &Work<'_>, fault: &Fault) -> Vec<Finding> {
        match fault {
            Fault::MissingGlyph { c, word, font } => self.missing_glyph(work, *c, word, font),
            Fault::TooNarrow { text } => {
                // The text itself is the value only: the fault is the template's, and the same for every person.
                let problem = "sebuah kolom terlalu sempit untuk teks yang tidak boleh terpotong, misalnya NIP";
                vec![template::fault(work.template, None, text, problem)]
            }
            Fault::NoPicture { file } => {
                let problem =
                    format!("gambar “{file}” tidak ada di folder templates, atau bukan PNG yang dapat dibaca");
                vec![template::fault(work.template, None, file, &problem)]
            }
            Fault::QrTooLong { text } => {
                let problem = "isi kode QR terlalu panjang; paling banyak sekitar 2.300 huruf";
                vec![template::fault(work.template, None, text, problem)]
            }
        }
    }

    /// Names the people on the letter whose words hold the sign; else the template.
    fn missing_glyph(&self, work: &Work<'_>, c: char, word: &str, font: &str) -> Vec<Finding> {
        let sign = format!("huruf U+{:04X} “{c}”", u32::from(c));
        let named: Vec<Finding> = work
            .orang
            .iter()
            .filter_map(|orang| {
                let (place, text) = self.where_is(orang, c)?;
                let pegawai = self.results.roster.pegawai(orang.source.pegawai);
                let problem = format!("{} tidak dibuat: {sign} pada “{text}” tidak ada di fon {font}", work.path);
                Some(Finding::new(&catalogue::HURUF_TAK_ADA, place, text, problem).about(pegawai.subjek()))
            })
            .collect();
        if !named.is_empty() {
            return named;
        }
        let place = Place::file(format!("templates/{}.hbs", work.template));
        let problem = format!(
            "{} tidak dibuat: {sign} pada “{word}” di templat atau pengaturan tidak ada di fon {font}",
            work.path
        );
        vec![Finding::new(&catalogue::HURUF_TAK_ADA, place, word, problem)]
    }

    /// The text of a person that holds the sign, and the row it was read from.
    fn where_is<'o>(&self, orang: &'o Orang, c: char) -> Option<(Place, &'o str)> {
        let roster = self.results.roster;
        let pegawai = &roster.pegawai(orang.source.pegawai).place;
        let (lama, baru) = (&roster.unit(orang.source.lama).place, &roster.unit(orang.source.baru).place);
        let texts = [
            (pegawai, &orang.nama_bergelar),
            (pegawai, &orang.jabatan_lama),
            (lama, &orang.unit_lama),
            (lama, &orang.induk_lama),
            (baru, &orang.jabatan_baru),
            (baru, &orang.unit_baru),
            (baru, &orang.induk_baru),
        ];
        texts.into_iter().find(|(_, text)| text.contains(c)).map(|(place, text)| (place.clone(), text.as_str()))
    }
}

/// One letter on its way through the press.
struct Work<'a> {
    path: String,
    title: String,
    template: &'static str,
    /// The people named on it.
    orang: &'a [Orang],
}

/// The placeholder shield under the office's own PNG files.
fn pictures(office: &OfficeFiles) -> BTreeMap<String, Picture> {
    let built_in = ("lambang.png", &include_bytes!("../../../templates/lambang.png")[..]);
    let own = office.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let pictures = std::iter::once(built_in).chain(own).filter(|(name, _)| name.to_lowercase().ends_with(".png"));
    let mut read = BTreeMap::new();
    for (name, bytes) in pictures {
        match Picture::from_png(bytes) {
            Some(picture) => read.insert(name.to_string(), picture),
            // A broken picture of the office does not fall back to the placeholder: the letter says so instead.
            None => read.remove(name),
        };
    }
    read
}
