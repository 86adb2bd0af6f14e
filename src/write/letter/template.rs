//! Templates: handlebars in strict mode, built in or the office's own, and what is wrong with them in Indonesian.

use std::collections::BTreeMap;

use handlebars::{Handlebars, RenderError, RenderErrorReason, TemplateError, TemplateErrorReason};
use serde::Serialize;
use serde_json::Value;

use super::OfficeFiles;
use super::naskah::{NaskahError, escape};
use crate::finding::{Finding, Place, catalogue};

/// The collective decree with its lampiran.
pub const SK_KOLEKTIF: &str = "sk-kolektif";
/// The extract for one person.
pub const PETIKAN: &str = "petikan";

const BUILT_IN: [(&str, &str); 2] = [
    (SK_KOLEKTIF, include_str!("../../../templates/sk-kolektif.hbs")),
    (PETIKAN, include_str!("../../../templates/petikan.hbs")),
];

/// The built-in templates by file name, for a new working folder.
pub fn built_in() -> impl Iterator<Item = (String, &'static [u8])> {
    BUILT_IN.iter().map(|(name, source)| (format!("{name}.hbs"), source.as_bytes()))
}

/// All templates of a run.
pub struct Templates {
    registry: Handlebars<'static>,
    sources: BTreeMap<String, String>,
    /// Templates that cannot be used, and why.
    broken: BTreeMap<String, Finding>,
}

impl Templates {
    /// The built-in templates under the office's files of the same name. Every `.hbs` of the office can also be
    /// included in another by `{{> name}}`. One that cannot be used stops only the letters made from it.
    pub fn load(office: &OfficeFiles) -> Templates {
        let mut sources: BTreeMap<String, String> =
            BUILT_IN.iter().map(|(name, source)| (name.to_string(), source.to_string())).collect();
        let mut broken = BTreeMap::new();
        for (file, bytes) in office {
            let Some(name) = file.strip_suffix(".hbs") else { continue };
            match decode(bytes) {
                Some(source) => drop(sources.insert(name.to_string(), source)),
                None => {
                    let finding =
                        Finding::new(&catalogue::TEMPLAT_SALAH, place(name), "", "isi templat bukan teks UTF-8");
                    let remedy = "Di Notepad pilih Simpan Sebagai, lalu pengodean UTF-8.";
                    broken.insert(name.to_string(), finding.with_remedy(remedy));
                }
            }
        }
        let mut registry = new_registry();
        for (name, source) in &sources {
            if let Err(error) = registry.register_template_string(name, source) {
                broken.insert(name.clone(), compile_fault(name, &error));
            }
        }
        Templates { registry, sources, broken }
    }

    /// What is wrong with templates, used or not.
    pub fn faults(&self) -> impl Iterator<Item = &Finding> {
        self.broken.values()
    }

    /// The template with its values filled in.
    pub fn fill(&self, name: &str, context: &impl Serialize) -> Result<String, Box<Finding>> {
        if let Some(finding) = self.broken.get(name) {
            return Err(Box::new(finding.clone()));
        }
        self.registry.render(name, context).map_err(|error| {
            let known = serde_json::to_value(context).map(|value| paths(&value)).unwrap_or_default();
            Box::new(render_fault(name, &error, &known))
        })
    }

    /// A fault of the filled text, at the line of the template that made it, which is shown.
    pub fn naskah_fault(&self, name: &str, context: &impl Serialize, error: &NaskahError) -> Finding {
        let NaskahError { line: filled, problem, text } = error;
        let line = self.template_line(name, context, *filled);
        let own = line.and_then(|line| self.sources.get(name)?.lines().nth(line - 1)).map(str::trim);
        match line {
            Some(line) => fault(name, Some(line), "", &format!("{problem}; tertulis: {}", shown(own.unwrap_or(text)))),
            None => fault(name, None, "", &format!("baris {filled} surat: {problem}; tertulis: {}", shown(text))),
        }
    }

    /// Fills the template once more with every line numbered, and reads the number at that line of the result.
    fn template_line(&self, name: &str, context: &impl Serialize, line: usize) -> Option<usize> {
        let mut registry = new_registry();
        for (other, source) in &self.sources {
            let source = if other == name { numbered(source) } else { source.clone() };
            registry.register_template_string(other, source).ok()?;
        }
        let filled = registry.render(name, context).ok()?;
        let marks = filled.lines().take(line).filter_map(|text| {
            let (_, rest) = text.split_once(MARK_BEGIN)?;
            rest.split_once(MARK_END)?.0.parse().ok()
        });
        marks.last()
    }
}

fn new_registry() -> Handlebars<'static> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.register_escape_fn(escape);
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

/// Puts its number before each line that is not a handlebars block alone.
fn numbered(source: &str) -> String {
    let is_block =
        |line: &str| ["{{#", "{{/", "{{^", "{{!", "{{>", "{{~", "{{else"].iter().any(|tag| line.starts_with(tag));
    let mark = |(at, line): (usize, &str)| match is_block(line.trim_start()) {
        true => format!("{line}\n"),
        false => format!("{MARK_BEGIN}{}{MARK_END}{line}\n", at + 1),
    };
    source.lines().enumerate().map(mark).collect()
}

/// Text of a template as Notepad may have saved it: UTF-8 with or without mark, or UTF-16.
fn decode(bytes: &[u8]) -> Option<String> {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

fn place(name: &str) -> Place {
    Place::file(format!("templates/{name}.hbs"))
}

/// A finding about a template. Lines are shown as cells of column A, as in the settings.
pub fn fault(name: &str, line: Option<usize>, value: &str, problem: &str) -> Finding {
    let place = match line {
        Some(line) => place(name).at(line.saturating_sub(1) as u32, 0),
        None => place(name),
    };
    let at = line.map_or_else(String::new, |line| format!(", baris {line}"));
    Finding::new(&catalogue::TEMPLAT_SALAH, place, value, format!("templat {name}.hbs{at}: {problem}"))
}

fn compile_fault(name: &str, error: &TemplateError) -> Finding {
    let line = error.pos().map(|(line, _)| line);
    let problem = match error.reason() {
        TemplateErrorReason::MismatchingClosedHelper(open, close)
        | TemplateErrorReason::MismatchingClosedDecorator(open, close) => {
            format!("{{{{#{open}}}}} dibuka, tetapi yang menutup {{{{/{close}}}}}")
        }
        TemplateErrorReason::InvalidParam(parameter) => format!("isian “{parameter}” tidak terbaca"),
        _ => "kurung {{ }} tidak lengkap, atau {{#…}} tidak ditutup".into(),
    };
    fault(name, line, "", &problem)
}

fn render_fault(name: &str, error: &RenderError, known: &[String]) -> Finding {
    let (value, problem) = match error.reason() {
        RenderErrorReason::MissingVariable(Some(path)) => {
            let near = nearest(path, known).map(|near| format!(". Mungkin maksud Anda “{near}”?")).unwrap_or_default();
            (path.clone(), format!("isian {{{{{path}}}}} tidak ada{near}"))
        }
        RenderErrorReason::PartialNotFound(partial) => {
            (partial.clone(), format!("sisipan {{{{> {partial}}}}} tidak ada di folder templates"))
        }
        RenderErrorReason::HelperNotFound(helper) => {
            (helper.clone(), format!("perintah {{{{{helper}}}}} tidak dikenal"))
        }
        _ => (String::new(), "salah satu isian pada baris ini tidak dapat dibaca".into()),
    };
    let name = error.template_name.as_deref().unwrap_or(name);
    fault(name, error.line_no, &value, &problem)
}

/// The known path most like this one, if any is near.
fn nearest<'k>(path: &str, known: &'k [String]) -> Option<&'k str> {
    let near = known.iter().map(|candidate| (strsim::damerau_levenshtein(path, candidate), candidate.as_str()));
    near.filter(|(distance, candidate)| *distance * 3 <= candidate.len()).min().map(|(_, candidate)| candidate)
}

/// Every path a template can name, also those within the items of a list.
fn paths(value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    collect_paths("", value, &mut out);
    out.sort();
    out.dedup();
    out
}

fn collect_paths(prefix: &str, value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let path = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
                out.push(path.clone());
                collect_paths(&path, value, out);
            }
        }
        // Items are named without their list within {{#each}}.
        Value::Array(items) => items.first().into_iter().for_each(|item| collect_paths("", item, out)),
        _ => {}
    }
}
