//! Which posts are those of officials, read from the names of their jabatan.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::jabatan::{Jabatan, Petunjuk, leads_unit};
use crate::model::needs::{Needs, Post};
use crate::model::roster::Roster;
use crate::model::unit::JenisUnit;

/// The names as they were read, so that none is read twice.
pub(super) type Terbaca = BTreeMap<String, Sebutan>;

/// Reads every name of a post.
pub(super) fn read(needs: &Needs) -> Terbaca {
    let names: BTreeSet<&str> = needs.posts.iter().map(|post| &*post.jabatan).collect();
    names.into_iter().map(|nama| (nama.to_string(), Sebutan::of(nama))).collect()
}

/// Whether a post is that of an official whose replacement is bound to certain times.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pejabat {
    Bukan,
    /// The head of a school or puskesmas.
    Pimpinan,
    Struktural,
}

impl Pejabat {
    /// A need tells the name of a jabatan only: what leads a school or puskesmas is fungsional, what else sounds
    /// structural is.
    pub(super) fn of(roster: &Roster, post: &Post, read: &Terbaca) -> Pejabat {
        let of_service = roster.unit(post.unit).jenis != JenisUnit::Lain;
        let sebutan = read.get(&*post.jabatan).copied().unwrap_or_else(|| Sebutan::of(&post.jabatan));
        match sebutan {
            Sebutan::Pimpinan if of_service => Pejabat::Pimpinan,
            Sebutan::Pimpinan | Sebutan::Struktural => Pejabat::Struktural,
            Sebutan::Lain => Pejabat::Bukan,
        }
    }
}

/// What the name of a jabatan alone tells of its holder.
#[derive(Clone, Copy)]
pub(super) enum Sebutan {
    /// The head of a unit.
    Pimpinan,
    Struktural,
    Lain,
}

impl Sebutan {
    fn of(nama: &str) -> Sebutan {
        let struktural = || Jabatan::parse(nama, Petunjuk::default()).is_some_and(|own| own.jenis.is_struktural());
        match leads_unit(nama) {
            true => Sebutan::Pimpinan,
            false if struktural() => Sebutan::Struktural,
            false => Sebutan::Lain,
        }
    }
}
