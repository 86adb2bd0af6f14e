//! Pictures: a PNG once decoded and packed, so that no letter does it again.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use qrcodegen::{QrCode, QrCodeEcc};
use sha2::{Digest, Sha256};

/// What the dots of a picture are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dots {
    /// Eight bits each of red, green and blue.
    Rgb,
    /// One bit: white or black.
    Bit,
}

/// A picture as a ready PDF stream: rows of dots, deflated.
#[derive(Clone, Debug)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub dots: Dots,
    pub deflated: Vec<u8>,
}

/// Largest picture that is accepted, in dots; a coat of arms at 25 mm needs far less.
const MAX_DOTS: u64 = 16_000_000;

/// A QR code, ready to be drawn.
#[derive(Debug)]
pub struct Code {
    /// Stands for the text in it.
    pub id: String,
    pub picture: Picture,
}

impl Code {
    /// `None`: more text than fits.
    pub fn of(text: &str) -> Option<Code> {
        let digest = Sha256::digest(text.as_bytes());
        let id = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Some(Code { id, picture: Picture::qr(text)? })
    }
}

/// White around a code, in modules, as its standard asks; and dots a module, so that no reader's smoothing blurs it.
const QUIET: i32 = 4;
const DOTS_A_MODULE: i32 = 8;

impl Picture {
    /// Reads a PNG. Transparency is laid on white, as on paper, so that the letter needs no soft mask.
    /// `None`: no readable PNG, or too large.
    pub fn from_png(bytes: &[u8]) -> Option<Picture> {
        let mut decoder = png::Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().ok()?;
        if u64::from(reader.info().width) * u64::from(reader.info().height) > MAX_DOTS {
            return None;
        }
        let mut samples = vec![0; reader.output_buffer_size()?];
        let frame = reader.next_frame(&mut samples).ok()?;
        samples.truncate(frame.buffer_size());
        let rgb = on_white(&samples, frame.color_type)?;
        Some(Picture { width: frame.width, height: frame.height, dots: Dots::Rgb, deflated: deflate(&rgb)? })
    }

    /// The text as a QR code with its quiet zone (ISO/IEC 18004, level M). `None`: more text than fits.
    fn qr(text: &str) -> Option<Picture> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let modules = code.size() + 2 * QUIET;
        let side = (modules * DOTS_A_MODULE) as usize;
        let mut rows = Vec::with_capacity(side.div_ceil(8) * side);
        for y in 0..modules {
            let mut row = vec![0xffu8; side.div_ceil(8)];
            for at in 0..side {
                let x = at as i32 / DOTS_A_MODULE;
                if code.get_module(x - QUIET, y - QUIET) {
                    row[at / 8] &= !(0x80 >> (at % 8));
                }
            }
            (0..DOTS_A_MODULE).for_each(|_| rows.extend(&row));
        }
        Some(Picture { width: side as u32, height: side as u32, dots: Dots::Bit, deflated: deflate(&rows)? })
    }

    /// Width over height.
    pub fn ratio(&self) -> f32 {
        self.width as f32 / self.height as f32
    }
}

fn deflate(rows: &[u8]) -> Option<Vec<u8>> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(rows).ok()?;
    packer.finish().ok()
}

fn on_white(samples: &[u8], kind: png::ColorType) -> Option<Vec<u8>> {
    let blend = |value: u8, alpha: u8| {
        let (value, alpha) = (u32::from(value), u32::from(alpha));
        ((value * alpha + 255 * (255 - alpha)) / 255) as u8
    };
    let rgb = match kind {
        png::ColorType::Rgb => samples.to_vec(),
        png::ColorType::Rgba => samples.chunks(4).flat_map(|p| [p[0], p[1], p[2]].map(|v| blend(v, p[3]))).collect(),
        png::ColorType::Grayscale => samples.iter().flat_map(|&v| [v; 3]).collect(),
        png::ColorType::GrayscaleAlpha => samples.chunks(2).flat_map(|p| [blend(p[0], p[1]); 3]).collect(),
        png::ColorType::Indexed => return None,
    };
    Some(rgb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_placeholder_shield_can_be_read_and_other_bytes_cannot() {
        let shield = Picture::from_png(include_bytes!("../../../templates/lambang.png")).unwrap();
        assert!(shield.width > 50 && shield.deflated.len() < 10_000);
        assert!(Picture::from_png(b"GIF89a").is_none());
    }

    #[test]
    fn a_code_is_small_and_too_much_text_is_told() {
        let code = Picture::qr("mutasi 2026-11 sha256:0123456789abcdef0123456789abcdef").unwrap();
        assert_eq!((code.width % 8, code.width), (0, code.height));
        assert!(code.deflated.len() < 1_000, "{} bytes", code.deflated.len());
        assert!(Picture::qr(&"x".repeat(5_000)).is_none());
    }
}
