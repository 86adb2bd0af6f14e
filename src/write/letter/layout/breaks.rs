//! Where lines end: each filled as far as it goes, or spaces as even as can be over the paragraph.

use super::atoms::Atom;

/// Ends of lines that are each filled as far as possible.
pub(super) fn greedy_breaks(atoms: &[Atom], room: f32) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut x = 0.0;
    for (at, atom) in atoms.iter().enumerate() {
        if x > 0.0 && x + atom.width > room + 0.001 {
            ends.push(at);
            x = 0.0;
        }
        x += atom.width + atom.space;
    }
    if !atoms.is_empty() {
        ends.push(atoms.len());
    }
    ends
}

/// What a very short last line costs, in cubed stretches of spaces.
const SHORT_END: f32 = 1.0;

/// Ends of lines whose spaces are stretched least: the sum over all lines but the last of the cubed stretch is
/// smallest (after Knuth and Plass, "Breaking paragraphs into lines", 1981, without shrinking or hyphenation).
pub(super) fn even_breaks(atoms: &[Atom], room: f32) -> Vec<usize> {
    // best[i]: cost of the best way to break everything before atom i, and where its last line begins.
    let mut best: Vec<(f32, usize)> = vec![(f32::INFINITY, 0); atoms.len() + 1];
    best[0].0 = 0.0;
    for start in 0..atoms.len() {
        let before = best[start].0;
        let (mut natural, mut spaces) = (0.0, 0.0);
        for end in start + 1..=atoms.len() {
            let atom = &atoms[end - 1];
            if end > start + 1 {
                natural += atoms[end - 2].space;
                spaces += atoms[end - 2].space;
            }
            natural += atom.width;
            spaces += atom.inner_space();
            if natural > room + 0.001 && end > start + 1 {
                break;
            }
            let last = end == atoms.len();
            let stretch = (room - natural).max(0.0) / if spaces > 0.0 { spaces } else { 0.1 };
            let cost = before
                + match last {
                    false => stretch.powi(3),
                    // A last line of one short word looks lost.
                    true if start > 0 && natural < room * 0.12 => SHORT_END,
                    true => 0.0,
                };
            if cost < best[end].0 {
                best[end] = (cost, start);
            }
        }
    }
    let mut ends = Vec::new();
    let mut at = atoms.len();
    while at > 0 {
        ends.push(at);
        at = best[at].1;
    }
    ends.reverse();
    ends
}
