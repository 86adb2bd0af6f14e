//! What printpdf does not write by itself: language, version, fixed identifiers, and the marks of PDF/A-2u.

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};

use super::outline::text;
use super::{Meta, icc};
use crate::PROGRAM;

/// Makes the document archival (ISO 19005-2, conformance U): XMP, sRGB output intent, no key of PDF/X.
pub fn make_archival(document: &mut Document, meta: &Meta, id: &[u8; 16]) {
    document.version = "1.7".into();
    let hex = Object::String(id.to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![hex.clone(), hex]));
    set_info(document, meta);
    let mut packet = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(meta, id).into_bytes());
    packet.allows_compression = false;
    let packet = document.add_object(packet);
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, icc::srgb()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    if let Ok(catalog) = document.catalog_mut() {
        catalog.set("Lang", Object::string_literal("id-ID"));
        catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
        catalog.set("Metadata", packet);
        catalog.set("OutputIntents", Object::Array(vec![Object::Dictionary(intent)]));
    }
}

/// /Info says the same as the XMP packet, and nothing else.
fn set_info(document: &mut Document, meta: &Meta) {
    let date = Object::string_literal(format!("D:{}000000Z", meta.created.strftime("%Y%m%d")));
    let mut info = Dictionary::new();
    info.set("Title", text(&meta.title));
    info.set("Author", text(&meta.author));
    info.set("Subject", text(&meta.subject));
    info.set("Producer", text(PROGRAM));
    info.set("CreationDate", date.clone());
    info.set("ModDate", date);
    if let Ok(id) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.set_object(id, info);
    }
}

fn xmp(meta: &Meta, id: &[u8; 16]) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let (title, author, subject) = (escape(&meta.title), escape(&meta.author), escape(&meta.subject));
    let date = format!("{}T00:00:00Z", meta.created);
    let uuid: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    let alt = |text: &str| format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{text}</rdf:li></rdf:Alt>");
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\
         <dc:format>application/pdf</dc:format>\
         <dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>\
         <dc:title>{}</dc:title>\
         <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\
         <dc:description>{}</dc:description>\
         <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\
         <pdf:Producer>{PROGRAM}</pdf:Producer>\
         <xmpMM:DocumentID>uuid:{uuid}</xmpMM:DocumentID>\
         <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\
         </rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>",
        alt(&title),
        alt(&subject),
    )
}
