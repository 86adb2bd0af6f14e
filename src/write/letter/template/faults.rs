//! What is wrong with a template, in Indonesian, at its line.

use handlebars::{RenderError, RenderErrorReason, TemplateError, TemplateErrorReason};
use serde_json::Value;

use super::blok::{unclosed, unpaired};
use super::helpers::NAMES;
use crate::finding::{Finding, Place, catalogue};

pub(super) fn place(name: &str) -> Place {
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

pub(super) fn compile_fault(name: &str, source: &str, error: &TemplateError) -> Finding {
    if let Some((line, problem)) = unpaired(source) {
        return fault(name, Some(line), "", &problem);
    }
    if let Some(line) = unclosed(source) {
        let problem = "kurung {{ pada baris ini tidak ditutup dengan }}";
        let written = source.lines().nth(line - 1).unwrap_or_default().trim();
        return fault(name, Some(line), written, problem);
    }
    let line = error.pos().map(|(line, _)| line);
    let problem = match error.reason() {
        TemplateErrorReason::InvalidParam(parameter) => format!("isian “{parameter}” tidak terbaca"),
        _ => "kurung {{ }} tidak lengkap, atau isinya tidak terbaca".into(),
    };
    fault(name, line, "", &problem)
}

pub(super) fn render_fault(name: &str, error: &RenderError, known: &[String]) -> Finding {
    let (value, problem) = match error.reason() {
        // What is there and no list: `{{#each pegawai.nip}}`.
        RenderErrorReason::MissingVariable(Some(path)) if known.contains(path) => (
            path.clone(),
            format!("isian {{{{{path}}}}} bukan daftar, sehingga tidak dapat diulang dengan {{{{#each …}}}}"),
        ),
        RenderErrorReason::MissingVariable(Some(path)) => {
            let near = nearest(path, known).map(|near| format!(". Mungkin maksud Anda “{near}”?")).unwrap_or_default();
            (path.clone(), format!("isian {{{{{path}}}}} tidak ada{near}"))
        }
        RenderErrorReason::PartialNotFound(partial) => {
            (partial.clone(), format!("sisipan {{{{> {partial}}}}} tidak ada di folder templates"))
        }
        RenderErrorReason::HelperNotFound(helper) => {
            let near = nearest(helper, &NAMES.map(str::to_string));
            let known = near.map_or_else(
                || format!("; yang ada: {}, if, unless, each, eq, and, or", NAMES.join(", ")),
                |near| format!(". Mungkin maksud Anda “{near}”?"),
            );
            (helper.clone(), format!("perintah {{{{{helper} …}}}} tidak dikenal{known}"))
        }
        // What our own helpers say of their values.
        RenderErrorReason::Other(told) => (String::new(), told.clone()),
        _ => (String::new(), "salah satu isian pada baris ini tidak dapat dibaca".into()),
    };
    let name = error.template_name.as_deref().unwrap_or(name);
    fault(name, error.line_no, &value, &problem)
}

/// The known path most like this one, if any is near.
fn nearest(path: &str, known: &[String]) -> Option<String> {
    let near = known.iter().map(|candidate| (strsim::damerau_levenshtein(path, candidate), candidate.as_str()));
    near.filter(|(distance, candidate)| *distance * 3 <= candidate.len())
        .min()
        .map(|(_, candidate)| candidate.to_string())
}

/// Every path a template can name, also those within the items of a list.
pub(super) fn paths(value: &Value) -> Vec<String> {
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
