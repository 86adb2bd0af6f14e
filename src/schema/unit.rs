//! Columns of the unit workbooks.

use super::Schema;
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Unit, columns: &[] };
