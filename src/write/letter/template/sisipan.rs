//! What templates include of each other: a chain that comes back to itself, or tags too deep, would end the program.

use std::collections::{BTreeMap, BTreeSet};

use handlebars::Template;
use handlebars::template::{Parameter, TemplateElement};

use super::faults::fault;
use crate::finding::Finding;

/// Tags within tags, and parentheses within parentheses, beyond which no letter goes; the parser recurses over them.
const DEEPEST: usize = 60;

/// A template whose tags lie too deep within each other to be read at all.
pub(super) fn too_deep(name: &str, source: &str) -> Option<Finding> {
    let (mut tags, mut parentheses) = (0_usize, 0_usize);
    for (line, text) in (1..).zip(source.lines()) {
        for piece in text.split("{{").skip(1) {
            match piece.trim_start_matches(['{', '~']).chars().next() {
                Some('#' | '^') => tags += 1,
                Some('/') => tags = tags.saturating_sub(1),
                _ => {}
            }
        }
        for c in text.chars() {
            match c {
                '(' => parentheses += 1,
                ')' => parentheses = parentheses.saturating_sub(1),
                _ => {}
            }
        }
        if tags > DEEPEST || parentheses > DEEPEST {
            let what = if tags > DEEPEST { "blok {{#…}}" } else { "tanda kurung (" };
            let problem = format!("{what} lebih dari {DEEPEST} lapis di dalam satu sama lain; periksa penutupnya");
            return Some(fault(name, Some(line), "", &problem));
        }
    }
    None
}

/// What each template includes, by name; also parts that a template defines within itself.
#[derive(Default)]
pub(super) struct Sisipan {
    of: BTreeMap<String, BTreeSet<String>>,
    /// Templates that say only at the end what they include, or nothing that has a name.
    nameless: BTreeSet<String>,
}

impl Sisipan {
    pub fn add(&mut self, name: &str, template: &Template) {
        self.of.entry(name.to_string()).or_default();
        self.read(name, template);
    }

    /// What is wrong with a template's own inclusions: a chain that comes back, with its names, or one without a name.
    pub fn fault(&self, name: &str) -> Option<Finding> {
        let mut chain = vec![name];
        if let Some(chain) = self.back(&mut chain, &mut BTreeSet::new()) {
            let told: Vec<String> = chain.iter().map(|name| format!("{name}.hbs")).collect();
            let own = told.first().cloned().unwrap_or_default();
            let problem = match told.len() {
                0..=2 => format!("templat menyisipkan dirinya sendiri ({})", told.join(" → ")),
                _ => format!("sisipan templat berputar tanpa akhir: {}", told.join(" → ")),
            };
            let finding = fault(own.trim_end_matches(".hbs"), None, "", &problem);
            return Some(finding.with_remedy("Hapus baris {{> …}} yang menyisipkan kembali templat itu."));
        }
        self.nameless
            .contains(name)
            .then(|| fault(name, None, "", "sisipan {{> …}} harus menyebut nama templatnya, misalnya {{> kop-sk}}"))
    }

    /// The chain from the first name that comes back, to where it comes back; `chain` is where we are.
    fn back<'s>(&'s self, chain: &mut Vec<&'s str>, done: &mut BTreeSet<&'s str>) -> Option<Vec<&'s str>> {
        let here = *chain.last()?;
        for next in self.of.get(here).into_iter().flatten() {
            if let Some(at) = chain.iter().position(|name| name == next) {
                return Some(chain[at..].iter().copied().chain([next.as_str()]).collect());
            }
            if done.insert(next) {
                chain.push(next);
                if let Some(found) = self.back(chain, done) {
                    return Some(found);
                }
                chain.pop();
            }
        }
        None
    }

    fn read(&mut self, name: &str, template: &Template) {
        for element in &template.elements {
            match element {
                TemplateElement::PartialExpression(own) | TemplateElement::PartialBlock(own) => {
                    match own.name.as_name().filter(|part| !part.starts_with('@')) {
                        Some(part) => drop(self.of.entry(name.to_string()).or_default().insert(part.to_string())),
                        None => drop(self.nameless.insert(name.to_string())),
                    }
                    own.template.iter().for_each(|inner| self.read(name, inner));
                }
                TemplateElement::DecoratorExpression(own) | TemplateElement::DecoratorBlock(own) => {
                    // `{{#*inline "bagian"}}`: a part of its own, which this template includes by its name.
                    let part = own.params.first().and_then(|parameter| match parameter {
                        Parameter::Literal(value) => value.as_str(),
                        _ => None,
                    });
                    let part = part.unwrap_or(name).to_string();
                    own.template.iter().for_each(|inner| self.read(&part, inner));
                }
                TemplateElement::HelperBlock(own) => {
                    own.template.iter().chain(&own.inverse).for_each(|inner| self.read(name, inner));
                }
                // Text, values and comments include nothing.
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(templates: &[(&str, &str)]) -> Vec<String> {
        let mut sisipan = Sisipan::default();
        for (name, source) in templates {
            sisipan.add(name, &Template::compile(source).unwrap());
        }
        templates.iter().filter_map(|(name, _)| sisipan.fault(name)).map(|finding| finding.problem).collect()
    }

    #[test]
    fn a_template_that_includes_itself_is_told_with_the_chain() {
        let own = told(&[("petikan", "a\n{{#if x}}\n{{> petikan}}\n{{/if}}\n")]);
        assert_eq!(own, ["templat petikan.hbs: templat menyisipkan dirinya sendiri (petikan.hbs → petikan.hbs)"]);
        let round = told(&[("a", "{{> b}}"), ("b", "{{#each x}}{{else}}{{> c}}{{/each}}"), ("c", "{{> b}}")]);
        assert!(
            round[0].contains("templat b.hbs: sisipan templat berputar tanpa akhir: b.hbs → c.hbs → b.hbs"),
            "{round:?}"
        );
        assert_eq!(round.len(), 3, "whoever includes them cannot be filled either");
    }

    #[test]
    fn parts_may_be_used_twice_and_named_in_comments() {
        let fine = [("a", "{{> c}}{{> b}}{{> c}}{{!-- {{> a}} --}}"), ("b", "{{> c}}"), ("c", "x")];
        assert_eq!(told(&fine), <[String; 0]>::default());
    }

    #[test]
    fn parts_within_a_template_count_and_a_name_may_not_be_reckoned() {
        let inline = told(&[("a", "{{#*inline \"x\"}}{{> x}}{{/inline}}{{> x}}")]);
        assert!(inline[0].contains("menyisipkan dirinya sendiri (x.hbs → x.hbs)"), "{inline:?}");
        assert!(told(&[("a", "{{> (lookup this \"nama\")}}")])[0].contains("harus menyebut nama"));
    }

    #[test]
    fn tags_too_deep_within_each_other_are_told_at_their_line() {
        assert_eq!(too_deep("a", &"{{#if x}}\n{{/if}}\n".repeat(200)), None);
        let deep = too_deep("a", &"{{#if x}}\n".repeat(20_000)).unwrap();
        assert!(deep.problem.contains("a.hbs, baris 61: blok {{#…}} lebih dari 60 lapis"), "{}", deep.problem);
        assert!(too_deep("a", &format!("{{{{#if {}x", "(or ".repeat(9000))).is_some());
    }
}
