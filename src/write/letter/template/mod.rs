//! Templates: handlebars in strict mode, built in or the office's own, and what is wrong with them in Indonesian.

mod blok;
mod decode;
mod faults;
mod helpers;
mod langkah;
mod periksa;
mod salinan;
mod sisipan;

use std::collections::BTreeMap;
use std::io;

use handlebars::{Handlebars, RenderErrorReason, Template};
use serde::Serialize;

use super::OfficeFiles;
use super::naskah::{NaskahError, escape};
use crate::finding::{Finding, catalogue};
use crate::model::angka::ribuan;

pub use faults::fault;
use faults::{compile_fault, paths, place, render_fault};
use sisipan::{Sisipan, too_deep};

/// A template shipped with the program.
macro_rules! built_in {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../../../templates/", $name, ".hbs")))),*]
    };
}

/// The papers, then the parts they share.
const BUILT_IN: &[(&str, &str)] = built_in![
    "sk-kolektif" "petikan" "sk-perorangan" "spmt" "pemberitahuan" "nota-dinas" "berita-acara" "persetujuan-melepas"
    "rencana-mutasi" "daftar-periksa" "kop-sk" "kop-surat" "tanda-tangan-sk" "tanda-tangan-kepala"
];

/// The built-in templates by file name, for a new working folder: each with a line that tells which version it is.
pub fn built_in() -> impl Iterator<Item = (String, Vec<u8>)> {
    BUILT_IN.iter().map(|(name, source)| (format!("{name}.hbs"), salinan::marked(source).into_bytes()))
}

/// All templates of a run.
pub struct Templates {
    registry: Handlebars<'static>,
    sources: BTreeMap<String, String>,
    /// Templates that cannot be used, and why.
    broken: BTreeMap<String, Finding>,
    /// What else is to be said of the office's copies.
    remarks: Vec<Finding>,
}

impl Templates {
    /// The built-in templates under the office's files of the same name. Every `.hbs` of the office can also be
    /// included in another by `{{> name}}`. One that cannot be used stops only the letters made from it.
    pub fn load(office: &OfficeFiles) -> Templates {
        let mut sources: BTreeMap<String, String> =
            BUILT_IN.iter().map(|(name, source)| (name.to_string(), source.to_string())).collect();
        let (mut broken, mut remarks) = (BTreeMap::new(), Vec::new());
        for (file, bytes) in office {
            let Some(name) = file.strip_suffix(".hbs") else { continue };
            let Some(read) = decode::decode(bytes) else {
                let problem = "isi berkas bukan teks, sehingga templat tidak dapat dibaca";
                let finding = Finding::new(&catalogue::TEMPLAT_SALAH, place(name), "", problem);
                let remedy = "Di Notepad pilih Simpan Sebagai, lalu pengodean UTF-8.";
                broken.insert(name.to_string(), finding.with_remedy(remedy));
                // Ours is no stand-in for what the office wanted to say.
                sources.remove(name);
                continue;
            };
            if read.windows {
                let problem = "templat tidak tersimpan sebagai UTF-8; dibaca sebagai Windows-1252";
                remarks.push(Finding::new(&catalogue::TEMPLAT_PENGODEAN, place(name), "", problem));
            }
            let ours = BUILT_IN.iter().find(|(own, _)| *own == name);
            remarks.extend(ours.and_then(|(_, built_in)| salinan::outdated(name, &read.text, built_in)));
            remarks.extend(periksa::remarks(name, &read.text));
            sources.insert(name.to_string(), read.text);
        }
        let mut registry = new_registry();
        let mut sisipan = Sisipan::default();
        for (name, source) in &sources {
            let fault = too_deep(name, source).or_else(|| {
                match Template::compile_with_name(source, name.clone()) {
                    Ok(template) => registry.register_template(name, langkah::counted(template)),
                    Err(error) => return Some(compile_fault(name, source, &error)),
                }
                None
            });
            if let Some(finding) = fault {
                broken.insert(name.clone(), finding);
            }
            registry.get_template(name).into_iter().for_each(|template| sisipan.add(name, template));
        }
        for name in sources.keys() {
            if let Some(finding) = sisipan.fault(name) {
                broken.entry(name.clone()).or_insert(finding);
            }
        }
        // Nothing may be filled through a part that has no end.
        broken.keys().for_each(|name| registry.unregister_template(name));
        Templates { registry, sources, broken, remarks }
    }

    /// What is wrong with templates, used or not, and what is to be said of copies.
    pub fn faults(&self) -> impl Iterator<Item = &Finding> {
        self.broken.values().chain(&self.remarks)
    }

    /// The template with its values filled in; a text longer than `most` bytes is a fault, and so is one that goes round
    /// more often than that.
    pub fn fill(&self, name: &str, context: &impl Serialize, most: Most) -> Result<String, Box<Finding>> {
        if let Some(finding) = self.broken.get(name) {
            return Err(Box::new(finding.clone()));
        }
        langkah::begin(most.rounds);
        let most = most.bytes;
        let mut filled = Filled { text: Vec::new(), most };
        let rendered = self.registry.render_to_write(name, context, &mut filled);
        rendered.map(|()| String::from_utf8_lossy(&filled.text).into_owned()).map_err(|error| {
            if let RenderErrorReason::IOError(_) = error.reason() {
                return Box::new(too_long(name, most));
            }
            if let RenderErrorReason::PartialNotFound(part) = error.reason()
                && let Some(finding) = self.broken.get(part)
            {
                return Box::new(finding.clone());
            }
            let known = serde_json::to_value(context).map(|value| paths(&value)).unwrap_or_default();
            Box::new(render_fault(name, &error, &known))
        })
    }

    /// A fault of the filled text, at the line of the template, or of a part of it, that made it; the line is shown.
    pub fn naskah_fault(&self, name: &str, context: &impl Serialize, error: &NaskahError) -> Finding {
        let NaskahError { line: filled, problem, text } = error;
        let Some((name, line)) = self.template_line(name, context, *filled) else {
            return fault(name, None, "", &format!("baris {filled} surat: {problem}; tertulis: {}", shown(text)));
        };
        let own = self.sources.get(&name).and_then(|source| source.lines().nth(line - 1)).map(str::trim);
        fault(&name, Some(line), "", &format!("{problem}; tertulis: {}", shown(own.unwrap_or(text))))
    }

    /// Fills the template once more with every line numbered, and reads the number at that line of the result.
    fn template_line(&self, name: &str, context: &impl Serialize, line: usize) -> Option<(String, usize)> {
        let mut registry = new_registry();
        for (other, source) in self.sources.iter().filter(|(name, _)| !self.broken.contains_key(*name)) {
            registry.register_template_string(other, numbered(other, source)).ok()?;
        }
        let filled = registry.render(name, context).ok()?;
        let marks = filled.lines().take(line).filter_map(|text| {
            let (_, rest) = text.split_once(MARK_BEGIN)?;
            let (name, number) = rest.split_once(MARK_END)?.0.rsplit_once(' ')?;
            Some((name.to_string(), number.parse().ok()?))
        });
        marks.last()
    }
}

/// How much one letter may take.
#[derive(Clone, Copy, Debug)]
pub struct Most {
    pub bytes: usize,
    /// Rounds of loops, and parts put in.
    pub rounds: u64,
}

/// A text as it is filled in, up to its longest.
struct Filled {
    text: Vec<u8>,
    most: usize,
}

impl io::Write for Filled {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.text.len() + bytes.len() > self.most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn too_long(name: &str, most: usize) -> Finding {
    let problem = format!("isi surat melampaui {} huruf", ribuan(most as i64));
    let remedy = "Periksa {{#each …}} yang berlapis dan {{> …}} yang berulang di templat itu.";
    fault(name, None, "", &problem).with_remedy(remedy)
}

fn new_registry() -> Handlebars<'static> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.register_escape_fn(escape);
    helpers::register(&mut registry);
    langkah::register(&mut registry);
    registry
}

/// A line as a message shows it: not more than a terminal's width of it.
fn shown(text: &str) -> String {
    const LONGEST: usize = 70;
    let short: String = text.chars().take(LONGEST).collect();
    let dots = if short.len() < text.len() { "…" } else { "" };
    format!("“{short}{dots}”")
}

/// Signs for private use around line numbers; no template or value prints them.
const MARK_BEGIN: char = '\u{e000}';
const MARK_END: char = '\u{e001}';

/// Puts the template's name and its number before each line that is not a handlebars block alone.
fn numbered(name: &str, source: &str) -> String {
    let is_block =
        |line: &str| ["{{#", "{{/", "{{^", "{{!", "{{>", "{{~", "{{else"].iter().any(|tag| line.starts_with(tag));
    let mark = |(at, line): (usize, &str)| match is_block(line.trim_start()) {
        true => format!("{line}\n"),
        false => format!("{MARK_BEGIN}{name} {}{MARK_END}{line}\n", at + 1),
    };
    source.lines().enumerate().map(mark).collect()
}
