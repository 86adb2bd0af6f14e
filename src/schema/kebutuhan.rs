//! Columns of the kebutuhan workbooks.

use super::Schema;
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Kebutuhan, columns: &[] };
