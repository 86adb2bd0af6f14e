//! Rows put into another order without a second room for them.

/// Moves every row to its place: the row at `at` goes to `goes_to[at]`, which names each place once. Rows may be large and
/// many; none is copied more often than twice.
pub fn put_each<T>(rows: &mut [T], mut goes_to: Vec<u32>) {
    for at in 0..rows.len() {
        while goes_to[at] as usize != at {
            let to = goes_to[at] as usize;
            rows.swap(at, to);
            goes_to.swap(at, to);
        }
    }
}

/// Where each row goes so that they stand in this order of their numbers.
pub fn places(order: impl ExactSizeIterator<Item = u32>) -> Vec<u32> {
    let mut goes_to = vec![0; order.len()];
    (0..).zip(order).for_each(|(to, from)| goes_to[from as usize] = to);
    goes_to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_comes_to_its_place() {
        let order = [3, 0, 4, 1, 2];
        let mut rows = ["a", "b", "c", "d", "e"];
        let goes_to = places(order.into_iter());
        assert_eq!(goes_to, [1, 3, 4, 0, 2]);
        put_each(&mut rows, goes_to);
        assert_eq!(rows, ["d", "a", "e", "b", "c"]);
    }
}
