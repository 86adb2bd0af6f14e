//! The last level: a fixed number for every person and post, so that the best plan is only one.

use crate::model::jabatan::name_key;
use crate::model::needs::PostId;
use crate::model::roster::Roster;
use crate::model::unit::Unit;
use crate::place::facts::Facts;

/// A text as 64 bits (FNV-1a), the same on every machine and in every version.
pub fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// 32 bits from the fingerprints of a person (NIP) and a post (unit and jabatan). They depend on nothing else, so the
/// order of rows never matters. Fewer bits would let equal candidates collide in a large region; sums stay exact in a
/// spreadsheet's 53 bits.
#[inline]
pub fn tie(person: u64, post: u64) -> i64 {
    let mut mixed = person ^ post.rotate_left(29);
    for _ in 0..2 {
        mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    }
    (mixed >> 32) as i64
}

/// A post's own number: unit by code, else by name and kecamatan; then jabatan and jenjang.
pub fn post_fingerprint(facts: &Facts, id: PostId) -> u64 {
    let post = facts.needs.post(id);
    let unit = unit_key(facts.roster, facts.unit_of(post));
    fingerprint(&format!("{unit}|{}", name_key(&post.jabatan_label())))
}

/// A unit's own name: its code, else name and kecamatan.
pub fn unit_key(roster: &Roster, unit: &Unit) -> String {
    unit.kode.as_deref().map_or_else(
        || {
            let kecamatan = unit.kecamatan.map(|kecamatan| roster.wilayah.get(kecamatan).kode.as_str());
            format!("{}|{}", name_key(&unit.nama), kecamatan.unwrap_or_default())
        },
        str::to_string,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_are_32_bits_and_published() {
        let (person, post) = (fingerprint("198001012008011001"), fingerprint("10501001|GURU KELAS|"));
        assert!((0..1 << 32).contains(&tie(person, post)));
        assert_ne!(tie(person, post), tie(post, person));
        // A change here changes every published plan.
        assert_eq!(fingerprint("a"), 0xaf63_dc4c_8601_ec8c);
    }
}
