//! Words a template may ask for: `{{terbilang 5}}`, `{{tanggal sk.tmt_iso}}`, `{{besar pegawai.unit_baru}}`.

use handlebars::{Context, Handlebars, Helper, HelperDef, RenderContext, RenderError, RenderErrorReason, ScopedJson};
use jiff::civil::Date;
use serde_json::Value;

use crate::model::angka::ribuan;
use crate::model::tanggal::tanggal_in_words;
use crate::model::terbilang::{hari, ke, tanggal_terbilang, terbilang};
use crate::write::letter::context::grouped_nip;

/// Their names, for the remedy.
pub const NAMES: [&str; 8] = ["terbilang", "angka", "tanggal", "hari", "tanggal_terbilang", "diktum", "nip", "besar"];

/// Registers all of them. Their words are escaped like any other value.
pub fn register(registry: &mut Handlebars<'_>) {
    for (name, what, says) in WORDS {
        registry.register_helper(name, Box::new(Word { name, what, says }));
    }
}

/// Says the words for a value; `None` where it is none of its kind.
type Says = fn(&Value) -> Option<String>;

const WORDS: [(&str, &str, Says); NAMES.len()] = [
    ("terbilang", "bilangan bulat", |value| Some(terbilang(whole(value)?))),
    ("angka", "bilangan bulat", |value| Some(ribuan(whole(value)?.try_into().ok()?))),
    ("tanggal", TANGGAL, |value| Some(tanggal_in_words(date(value)?))),
    ("hari", TANGGAL, |value| Some(hari(date(value)?).into())),
    ("tanggal_terbilang", TANGGAL, |value| Some(tanggal_terbilang(date(value)?))),
    ("diktum", "bilangan bulat mulai 1", |value| whole(value).filter(|number| *number > 0).map(ke)),
    ("nip", "teks", |value| value.as_str().map(grouped_nip)),
    ("besar", "teks", |value| value.as_str().map(str::to_uppercase)),
];

const TANGGAL: &str = "tanggal seperti 2026-12-01";

/// `5` or `\"5\"`.
fn whole(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())
}

fn date(value: &Value) -> Option<Date> {
    value.as_str()?.trim().parse().ok()
}

struct Word {
    name: &'static str,
    /// What it takes.
    what: &'static str,
    says: Says,
}

impl HelperDef for Word {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let Word { name, what, says } = self;
        let fault = |told: String| RenderError::from(RenderErrorReason::Other(told));
        let Some(given) = helper.param(0) else {
            // A field of that name: an item of a list has its own `nip`.
            let field = render.evaluate(context, name)?;
            return match field {
                ScopedJson::Missing => Err(fault(format!("perintah {{{{{name}}}}} belum diberi {what}"))),
                found => Ok(found),
            };
        };
        if given.is_value_missing() {
            let path = given.relative_path().map_or("", String::as_str);
            return Err(RenderErrorReason::MissingVariable(Some(path.to_string())).into());
        }
        let words = says(given.value()).ok_or_else(|| fault(format!("perintah {{{{{name} …}}}} memerlukan {what}")))?;
        Ok(ScopedJson::Derived(Value::String(words)))
    }
}
