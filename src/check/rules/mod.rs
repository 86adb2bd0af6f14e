//! Rules over the whole data: what no single row can show. One file a rule, one line in the list.

use crate::check::draft::Draft;
use crate::finding::Finding;

/// When a rule looks at the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saat {
    /// After reading, before units are put together.
    Terbaca,
    /// When every row knows its unit.
    Terhubung,
}

/// One rule: it reports, and takes out the rows that are not to count.
pub(super) struct Rule {
    pub saat: Saat,
    pub judge: fn(&mut Draft, &mut Vec<Finding>),
}

macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        /// All rules, in the order they are asked.
        pub(super) const RULES: &[Rule] = &[$($name::RULE),*];
    };
}

rules![npsn_ganda, unit_ganda, rombel_nol, nip_ganda, tanpa_nip, kebutuhan_ganda];
