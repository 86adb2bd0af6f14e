//! What is done to a template before it is used: its rounds are counted (langkah), because loops within loops that print
//! nothing would otherwise run on for hours; and every value is escaped.

use std::cell::Cell;

use handlebars::template::TemplateElement;
use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderErrorReason, Template,
};

use crate::model::angka::ribuan;

/// The word that counts, put into templates when they are loaded; no office writes it.
const WORD: &str = "hitung_langkah";

thread_local! {
    /// Rounds the letter at work may still go. A letter is filled by one thread from begin to end.
    static LEFT: Cell<u64> = const { Cell::new(u64::MAX) };
    /// How many there were.
    static MOST: Cell<u64> = const { Cell::new(u64::MAX) };
}

/// Registers the word.
pub(super) fn register(registry: &mut Handlebars<'_>) {
    registry.register_helper(WORD, Box::new(Step));
}

/// From here on this thread may go so many rounds.
pub(super) fn begin(most: u64) {
    LEFT.set(most);
    MOST.set(most);
}

/// Puts the word at the begin of the template, of every loop in it and of every part it defines: whatever can come again.
/// Lines keep their numbers, and nothing more is printed; values in three braces are escaped like those in two.
pub(super) fn counted(mut template: Template) -> Template {
    let step = Template::compile(&format!("{{{{{WORD}}}}}")).expect("a word in braces is a template").elements;
    count(&mut template, &step, true);
    template
}

fn count(template: &mut Template, step: &[TemplateElement], comes_again: bool) {
    for element in &mut template.elements {
        // Three braces would let a name become markup.
        if let TemplateElement::HtmlExpression(own) = element {
            *element = TemplateElement::Expression(own.clone());
        }
        match element {
            TemplateElement::HelperBlock(own) => {
                let each = own.name.as_name() == Some("each");
                own.template.iter_mut().for_each(|inner| count(inner, step, each));
                own.inverse.iter_mut().for_each(|inner| count(inner, step, false));
            }
            TemplateElement::DecoratorBlock(own)
            | TemplateElement::PartialBlock(own)
            | TemplateElement::DecoratorExpression(own)
            | TemplateElement::PartialExpression(own) => {
                own.template.iter_mut().for_each(|inner| count(inner, step, true));
            }
            // Text, values and comments hold nothing that comes again.
            _ => {}
        }
    }
    if comes_again {
        template.elements.splice(0..0, step.iter().cloned());
        // What is empty has no line; its fault is told at the line around it.
        let first = template.mapping.first().cloned();
        template.mapping.splice(0..0, first.into_iter().cycle().take(step.len()));
    }
}

struct Step;

impl HelperDef for Step {
    fn call<'reg: 'rc, 'rc>(
        &self,
        _: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        _: &mut dyn Output,
    ) -> HelperResult {
        let left = LEFT.get().checked_sub(1).ok_or_else(|| {
            let most = ribuan(i64::try_from(MOST.get()).unwrap_or(i64::MAX));
            RenderErrorReason::Other(format!(
                "pengulangan {{{{#each …}}}} atau sisipan {{{{> …}}}} melampaui {most} kali; periksa yang berlapis-lapis"
            ))
        })?;
        LEFT.set(left);
        Ok(())
    }
}
