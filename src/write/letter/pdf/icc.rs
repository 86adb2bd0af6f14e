//! An sRGB colour profile, computed: the output intent that PDF/A asks for.

/// ICC version 4 display profile of sRGB (IEC 61966-2-1): primaries adapted to D50, parametric tone curve.
/// Layout: ICC.1:2010, header of 128 bytes, tag table, tags on multiples of four.
pub fn srgb() -> Vec<u8> {
    let curve = parametric_curve();
    let tags: [([u8; 4], Vec<u8>); 9] = [
        (*b"desc", localized("sRGB")),
        (*b"cprt", localized("Tanpa hak cipta (CC0)")),
        (*b"wtpt", xyz([0.9642, 1.0, 0.8249])),
        (*b"chad", chromatic_adaptation()),
        (*b"rXYZ", xyz([0.43607, 0.22249, 0.01392])),
        (*b"gXYZ", xyz([0.38515, 0.71687, 0.09708])),
        (*b"bXYZ", xyz([0.14307, 0.06061, 0.71410])),
        (*b"rTRC", curve.clone()),
        (*b"gTRC", curve),
    ];
    let table_end = 128 + 4 + 12 * (tags.len() + 1);
    let mut table = Vec::new();
    let mut data: Vec<u8> = Vec::new();
    let mut curve_at = (0, 0);
    for (signature, bytes) in &tags {
        curve_at = ((table_end + data.len()) as u32, bytes.len() as u32);
        entry(&mut table, *signature, curve_at);
        data.extend(bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    // Blue has the same curve: it may point at the same bytes.
    entry(&mut table, *b"bTRC", curve_at);
    let size = (table_end + data.len()) as u32;
    [header(size), ((tags.len() + 1) as u32).to_be_bytes().to_vec(), table, data].concat()
}

fn entry(table: &mut Vec<u8>, signature: [u8; 4], (offset, length): (u32, u32)) {
    table.extend(signature);
    table.extend(offset.to_be_bytes());
    table.extend(length.to_be_bytes());
}

fn header(size: u32) -> Vec<u8> {
    let mut header = vec![0; 128];
    header[0..4].copy_from_slice(&size.to_be_bytes());
    header[8..12].copy_from_slice(&[4, 0x20, 0, 0]);
    header[12..24].copy_from_slice(b"mntrRGB XYZ ");
    // A fixed day, 1 January 2026: the profile is the same in every letter.
    for (at, value) in [(24, 2026u16), (26, 1), (28, 1)] {
        header[at..at + 2].copy_from_slice(&value.to_be_bytes());
    }
    header[36..40].copy_from_slice(b"acsp");
    for (at, value) in [(68, 0.9642), (72, 1.0), (76, 0.8249)] {
        header[at..at + 4].copy_from_slice(&fixed(value));
    }
    header
}

/// Signed 16.16 fixed point.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}

fn xyz(value: [f64; 3]) -> Vec<u8> {
    [b"XYZ \0\0\0\0".to_vec(), value.iter().flat_map(|v| fixed(*v)).collect()].concat()
}

/// Bradford adaptation from D65 to D50.
fn chromatic_adaptation() -> Vec<u8> {
    let matrix = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168];
    [b"sf32\0\0\0\0".to_vec(), matrix.iter().flat_map(|v| fixed(*v)).collect()].concat()
}

/// Function type 3: a power law with a straight foot.
fn parametric_curve() -> Vec<u8> {
    let parameters = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045];
    [b"para\0\0\0\0\0\x03\0\0".to_vec(), parameters.iter().flat_map(|v| fixed(*v)).collect()].concat()
}

fn localized(text: &str) -> Vec<u8> {
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut tag = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    tag.extend((utf16.len() as u32).to_be_bytes());
    tag.extend(28u32.to_be_bytes());
    tag.extend(utf16);
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_lies_within_the_profile() {
        let profile = srgb();
        let word = |at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(word(0), profile.len());
        for tag in 0..word(128) {
            let (offset, length) = (word(132 + tag * 12 + 4), word(132 + tag * 12 + 8));
            assert!(offset % 4 == 0 && offset + length <= profile.len());
        }
        assert!(profile.len() < 700);
    }

    #[test]
    fn the_primaries_add_up_to_white() {
        for (sum, white) in [(0.43607 + 0.38515 + 0.14307, 0.9642), (0.01392 + 0.09708 + 0.71410, 0.8249)] {
            assert!(f64::abs(sum - white) < 0.0005);
        }
    }
}
