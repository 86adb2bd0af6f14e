//! Fonts and shaping: words to glyphs, remembered, since the letters of a run share nearly all their words.

use std::collections::HashMap;
use std::rc::Rc;

use rustybuzz::ttf_parser::{GlyphId, Tag};
use rustybuzz::{Face as BuzzFace, Feature, UnicodeBuffer};

use super::picture::Code;

/// A typeface of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// TeX Gyre Bonum, of the same widths as Bookman Old Style.
    Bonum,
    /// Liberation Sans, of the same widths as Arial.
    LiberationSans,
}

/// Style of a stretch of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
}

impl Style {
    /// This style with every part of the other switched.
    pub fn toggled(self, other: Style) -> Style {
        Style {
            bold: self.bold ^ other.bold,
            italic: self.italic ^ other.italic,
            underline: self.underline ^ other.underline,
        }
    }

    /// The mark of a style that is on.
    pub fn open_mark(self) -> Option<&'static str> {
        match self {
            Style { bold: true, .. } => Some("**"),
            Style { underline: true, .. } => Some("__"),
            Style { italic: true, .. } => Some("_"),
            _ => None,
        }
    }
}

struct FontFile {
    name: &'static str,
    data: &'static [u8],
}

macro_rules! fonts {
    ($($name:literal = $file:literal),* $(,)?) => {
        [$(FontFile { name: $name, data: include_bytes!(concat!("../../../templates/fonts/", $file)) }),*]
    };
}

/// By family, then regular, bold, italic, bold italic.
static FONTS: [FontFile; 8] = fonts![
    "TeXGyreBonum-Regular" = "texgyrebonum-regular.otf",
    "TeXGyreBonum-Bold" = "texgyrebonum-bold.otf",
    "TeXGyreBonum-Italic" = "texgyrebonum-italic.otf",
    "TeXGyreBonum-BoldItalic" = "texgyrebonum-bolditalic.otf",
    "LiberationSans" = "LiberationSans-Regular.ttf",
    "LiberationSans-Bold" = "LiberationSans-Bold.ttf",
    "LiberationSans-Italic" = "LiberationSans-Italic.ttf",
    "LiberationSans-BoldItalic" = "LiberationSans-BoldItalic.ttf",
];

/// Index of a face in `Shaper::faces`.
pub type FaceId = usize;

/// The face of a family in a style (underline is drawn, not a face).
pub fn face_id(family: Family, style: Style) -> FaceId {
    let first = match family {
        Family::Bonum => 0,
        Family::LiberationSans => 4,
    };
    first + usize::from(style.bold) + 2 * usize::from(style.italic)
}

/// One font, opened.
pub struct Face {
    pub buzz: BuzzFace<'static>,
    pub name: &'static str,
    pub data: &'static [u8],
    pub units_per_em: f32,
    /// Above and below the baseline, in em.
    pub ascent: f32,
    pub descent: f32,
    /// The character a glyph stands for.
    char_of: HashMap<u16, char>,
}

impl Face {
    fn open(file: &'static FontFile) -> Face {
        let buzz = BuzzFace::from_slice(file.data, 0).expect("the built-in fonts are sound");
        let units_per_em = buzz.units_per_em() as f32;
        let mut char_of: HashMap<u16, char> = HashMap::new();
        for table in buzz.tables().cmap.iter().flat_map(|cmap| cmap.subtables).filter(|table| table.is_unicode()) {
            table.codepoints(|code| {
                let glyph = table.glyph_index(code).map(|glyph| glyph.0).filter(|&glyph| glyph != 0);
                if let (Some(glyph), Some(c)) = (glyph, char::from_u32(code)) {
                    // The smallest code is the plain sign: space before no-break space, hyphen before its variants.
                    let known = char_of.entry(glyph).or_insert(c);
                    *known = c.min(*known);
                }
            });
        }
        Face {
            ascent: buzz.ascender() as f32 / units_per_em,
            descent: -(buzz.descender() as f32) / units_per_em,
            name: file.name,
            data: file.data,
            units_per_em,
            buzz,
            char_of,
        }
    }

    /// Width of a glyph in whole thousandths of an em, truncated as printpdf writes it into `/W`. Layout must use
    /// the same number, or the viewer's pen drifts away from ours along a justified line.
    pub fn width_1000(&self, glyph: u16) -> i32 {
        let advance = self.buzz.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0) as f32;
        (advance * 1000.0 / self.units_per_em) as i32
    }

    fn glyph(&self, c: char) -> Option<u16> {
        self.buzz.glyph_index(c).map(|glyph| glyph.0)
    }
}

/// A glyph in its place in a word.
#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    pub id: u16,
    /// The character it is written and copied as.
    pub c: char,
    /// Thousandths of an em by which the next glyph stands nearer than this one's width.
    pub kern: f32,
}

/// A shaped piece of text that is not broken.
#[derive(Debug)]
pub struct Word {
    pub text: Box<str>,
    pub glyphs: Vec<Glyph>,
    /// In em.
    pub width: f32,
    /// Whether the text can be written as it is: no kerning, every character its own glyph.
    pub plain: bool,
    /// The first character that the font has no glyph for.
    pub missing: Option<char>,
}

/// Shapes words, and keeps what the letters of a run share; one per thread.
pub struct Shaper {
    pub faces: Vec<Face>,
    /// QR codes by their text: nearly always one, the plan's.
    codes: HashMap<Box<str>, Rc<Code>>,
    words: Vec<HashMap<Box<str>, Rc<Word>>>,
    features: Vec<Feature>,
    buffer: UnicodeBuffer,
}

impl Shaper {
    /// All built-in fonts, kerning on, ligatures off, as office software prints.
    pub fn new() -> Shaper {
        let off = |tag: &[u8; 4]| Feature::new(Tag::from_bytes(tag), 0, ..);
        Shaper {
            faces: FONTS.iter().map(Face::open).collect(),
            codes: HashMap::new(),
            words: FONTS.iter().map(|_| HashMap::new()).collect(),
            features: [b"liga", b"clig", b"dlig", b"calt"].map(off).to_vec(),
            buffer: UnicodeBuffer::new(),
        }
    }

    /// Shapes one unbreakable piece of text.
    pub fn word(&mut self, face: FaceId, text: &str) -> Rc<Word> {
        if let Some(word) = self.words[face].get(text) {
            return word.clone();
        }
        let word = Rc::new(self.shape(face, text));
        self.words[face].insert(text.into(), word.clone());
        word
    }

    /// The text as a QR code; `None` where it is too long for one.
    pub fn code(&mut self, text: &str) -> Option<Rc<Code>> {
        if let Some(code) = self.codes.get(text) {
            return Some(code.clone());
        }
        let code = Rc::new(Code::of(text)?);
        self.codes.insert(text.into(), code.clone());
        Some(code)
    }

    fn shape(&mut self, id: FaceId, text: &str) -> Word {
        let face = &self.faces[id];
        // No-break spaces and word joiners have done their work when lines were broken.
        let printed = text.replace('\u{a0}', " ").replace('\u{2060}', "");
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.push_str(&printed);
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(&face.buzz, &self.features, buffer);
        let mut glyphs = Vec::with_capacity(shaped.len());
        let (mut width, mut plain, mut missing) = (0.0, true, None);
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let id = info.glyph_id as u16;
            let own = printed[info.cluster as usize..].chars().next().unwrap_or(' ');
            let nominal = face.glyph(own) == Some(id);
            let c = if nominal { Some(own) } else { face.char_of.get(&id).copied() };
            if id == 0 || c.is_none() {
                missing = missing.or(Some(own));
            }
            let advance = position.x_advance as f32 * 1000.0 / face.units_per_em;
            let kern = face.width_1000(id) as f32 - advance;
            let kern = if kern.abs() < 1.0 { 0.0 } else { kern };
            plain &= nominal && kern == 0.0;
            width += face.width_1000(id) as f32 - kern;
            glyphs.push(Glyph { id, c: c.unwrap_or(own), kern });
        }
        // A shaper that changes the number of signs has composed some; then they are written glyph by glyph.
        plain &= glyphs.len() == printed.chars().count();
        self.buffer = shaped.clear();
        Word { text: printed.into(), glyphs, width: width / 1000.0, plain, missing }
    }

    /// Glyph and width (thousandths of an em) of the space.
    pub fn space(&self, face: FaceId) -> (u16, i32) {
        let face = &self.faces[face];
        let glyph = face.glyph(' ').unwrap_or(0);
        (glyph, face.width_1000(glyph))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_without_glyph_is_told_and_not_dropped() {
        let mut shaper = Shaper::new();
        assert_eq!(shaper.word(0, "SITI中").missing, Some('中'));
        assert_eq!(shaper.word(0, "Sudéwa").missing, None);
    }

    #[test]
    fn a_decomposed_letter_is_written_as_the_composed_one() {
        let mut shaper = Shaper::new();
        let word = shaper.word(0, "Sude\u{301}wa");
        let written: String = word.glyphs.iter().map(|glyph| glyph.c).collect();
        assert_eq!(written, "Sudéwa");
        assert!(!word.plain);
    }

    #[test]
    fn kerning_is_on_and_ligatures_are_off() {
        let mut shaper = Shaper::new();
        assert!(shaper.word(0, "AV").glyphs[0].kern > 0.0);
        assert_eq!(shaper.word(0, "fi").glyphs.len(), 2);
    }
}
