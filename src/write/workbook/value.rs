//! What a cell of a list holds, and how our nouns become one.

use std::borrow::Cow;

use jiff::civil::Date;

use super::style::Look;

/// What a cell of a list holds.
pub(super) enum Value<'a> {
    Empty,
    Text(Cow<'a, str>),
    /// A text that does not look like the rest of its column.
    Marked(Look, Cow<'a, str>),
    Number(f64),
    Date(Date),
    /// Text, then where it leads.
    Link(Cow<'a, str>, String),
}

impl Value<'_> {
    /// The words of a plain text.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Empty | Value::Number(_) | Value::Date(_) | Value::Marked(..) | Value::Link(..) => None,
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Value<'a> {
        Value::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Value<'a> {
        Value::Text(text)
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Value::Number(f64::from(number))
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Value::Number(number as f64)
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Value::Number(number as f64)
    }
}

impl From<Date> for Value<'_> {
    fn from(date: Date) -> Self {
        Value::Date(date)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Empty, Into::into)
    }
}
