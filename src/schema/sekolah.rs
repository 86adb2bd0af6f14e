//! Columns of the sekolah workbooks.

use super::Schema;
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Sekolah, columns: &[] };
