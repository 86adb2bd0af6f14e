//! Which of two tables counts where they differ about a person: newest period, then shape, then path (`Bentuk`).

use std::cmp::Reverse;

use crate::check::draft::{TabelDraft, file_name};
use crate::finding::Place;
use crate::model::bentuk::Bentuk;
use crate::model::tanggal::Periode;

/// The rank of a table, the first counts. Tables stand in path order, then sheet order.
pub fn rank(tabel: &[TabelDraft], at: usize) -> (Reverse<Periode>, Bentuk, usize) {
    (Reverse(tabel[at].periode), tabel[at].bentuk, at)
}

/// Whether neither table counts before the other but by its place in the alphabet or in its file.
pub fn same_rank(a: &TabelDraft, b: &TabelDraft) -> bool {
    a.periode == b.periode && a.bentuk == b.bentuk
}

/// Why the first table counts before the other, in words.
pub fn reason(first: &TabelDraft, other: &TabelDraft) -> String {
    if first.periode != other.periode {
        return format!("datanya lebih baru ({}, bukan {})", first.periode.in_words(), other.periode.in_words());
    }
    if first.bentuk != other.bentuk {
        return format!("{} didahulukan dari {}", first.bentuk.label(), other.bentuk.label());
    }
    match first.sheet.file == other.sheet.file {
        true => "lembarnya lebih dahulu di berkas yang sama".into(),
        false => "keduanya sederajat dan namanya lebih dahulu menurut abjad".into(),
    }
}

/// `duk.xlsx › DUK`; the whole path where another file has the same name.
pub fn name(there: &Place, here: &Place) -> String {
    let same_name = there.file != here.file && file_name(there) == file_name(here);
    let file = if same_name { &there.file } else { file_name(there) };
    let named = there.in_file(file);
    named.to_string()
}
