//! Bookmarks: the reader's list of parts. Written here, since printpdf sorts those of a page by name and knows only
//! whole pages.

use lopdf::{Dictionary, Document, Object, StringFormat, dictionary};

use crate::write::letter::layout::{Item, Page};

/// Adds the bookmarks of the pages in reading order; none, and the letter has no list.
pub fn add_bookmarks(document: &mut Document, pages: &[Page]) {
    let page_ids: Vec<lopdf::ObjectId> = document.page_iter().collect();
    let mut entries: Vec<Dictionary> = Vec::new();
    for (page, id) in pages.iter().zip(page_ids) {
        for item in &page.items {
            let Item::Bookmark { title, y } = item else { continue };
            // A little above the line, so that its capitals are seen.
            let top = ((page.height - y + 4.0) * 100.0).round() / 100.0;
            let dest = vec![Object::Reference(id), "XYZ".into(), Object::Null, Object::Real(top), Object::Null];
            entries.push(dictionary! { "Title" => text(title), "Dest" => dest });
        }
    }
    if entries.is_empty() {
        return;
    }
    let root = document.new_object_id();
    let ids: Vec<lopdf::ObjectId> = entries.iter().map(|_| document.new_object_id()).collect();
    for (at, mut entry) in entries.into_iter().enumerate() {
        entry.set("Parent", Object::Reference(root));
        if at > 0 {
            entry.set("Prev", Object::Reference(ids[at - 1]));
        }
        if let Some(next) = ids.get(at + 1) {
            entry.set("Next", Object::Reference(*next));
        }
        document.set_object(ids[at], entry);
    }
    let list = dictionary! {
        "Type" => "Outlines",
        "Count" => ids.len() as i64,
        "First" => Object::Reference(ids[0]),
        "Last" => Object::Reference(ids[ids.len() - 1]),
    };
    document.set_object(root, list);
    if let Ok(catalog) = document.catalog_mut() {
        catalog.set("Outlines", Object::Reference(root));
        catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    }
}

/// Text outside the pages in UTF-16 with its mark.
pub fn text(value: &str) -> Object {
    let bytes = [vec![0xfe, 0xff], value.encode_utf16().flat_map(u16::to_be_bytes).collect()].concat();
    Object::String(bytes, StringFormat::Hexadecimal)
}
