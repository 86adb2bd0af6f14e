//! Columns of the pegawai workbooks.

use super::Schema;
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Pegawai, columns: &[] };
