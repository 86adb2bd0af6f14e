//! Which names of units are near to one that is written otherwise.

/// How similar a name must be to be offered, from 0 to 1.
const MIRIP: f64 = 0.8;

/// Places of the names nearest to this one, the nearest first: those that are near, carry the same numbers and are no
/// other kind of school. All are keys (`unit_key`).
pub fn near(key: &str, names: &[String]) -> Vec<usize> {
    let wanted = Letters::of(key);
    let mut near: Vec<(f64, usize)> = Vec::new();
    for (index, other) in names.iter().enumerate() {
        let longest = key.len().max(other.len());
        let allowed = (longest as f64 * (1.0 - MIRIP)).floor() as usize;
        if key.len().abs_diff(other.len()) > allowed || numbers(key).ne(numbers(other)) {
            continue;
        }
        if other_school(key, other) || wanted.distance(&Letters::of(other)) > allowed {
            continue;
        }
        let likeness = strsim::normalized_levenshtein(key, other);
        if likeness >= MIRIP {
            near.push((likeness, index));
        }
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().map(|(_, index)| index).collect()
}

/// Runs of digits and roman numerals behind the name, which tell one school from its neighbour.
fn numbers(key: &str) -> impl Iterator<Item = &str> {
    let roman = |word: &str| word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    key.split(' ').filter(move |word| !word.is_empty() && (word.bytes().any(|b| b.is_ascii_digit()) || roman(word)))
}

/// Whether two names begin with different kinds of school: `SD` and `SMP` of one number in one place are two schools,
/// however near.
fn other_school(a: &str, b: &str) -> bool {
    let level = |key: &str| {
        let first = key.split(' ').next().unwrap_or_default();
        ["TK", "SD", "SMP", "SMA", "SMK", "SLB"].into_iter().find(|level| *level == first)
    };
    matches!((level(a), level(b)), (Some(a), Some(b)) if a != b)
}

/// How often each letter occurs: names whose letters differ more than `n` times cannot be `n` edits apart.
pub struct Letters([u8; 32]);

impl Letters {
    pub fn of(key: &str) -> Letters {
        let mut counts = [0u8; 32];
        for byte in key.bytes() {
            let count = &mut counts[usize::from(byte % 32)];
            *count = count.saturating_add(1);
        }
        Letters(counts)
    }

    pub fn distance(&self, other: &Letters) -> usize {
        let (mut more, mut fewer) = (0, 0);
        for (a, b) in self.0.iter().zip(&other.0) {
            more += usize::from(a.saturating_sub(*b));
            fewer += usize::from(b.saturating_sub(*a));
        }
        more.max(fewer)
    }
}
