//! "Did you mean": the candidate nearest to a mistyped word.

/// Returns `; did you mean ...?` for the candidate that differs least from `word`, or nothing if all differ a lot.
pub(crate) fn did_you_mean<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> String {
    let limit = (word.len() / 3).max(1);
    candidates
        .map(|it| (distance(word, it), it))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, nearest)| format!("; did you mean `{nearest}`?"))
        .unwrap_or_default()
}

/// Returns the number of edits from `a` to `b`, ignoring letter case: an added, removed or replaced letter, or two swapped neighbours.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().map(|c| c.to_ascii_lowercase()).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    // The row before `row`: a swap of two letters refers to it.
    let mut previous: Vec<usize> = Vec::new();
    let mut last = None;
    for (i, x) in a.chars().map(|c| c.to_ascii_lowercase()).enumerate() {
        let mut next = vec![i + 1];
        let mut left_letter = None;
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
            let mut least = (at(&row, j) + usize::from(x != *y))
                .min(at(&row, j + 1) + 1)
                .min(at(&next, j) + 1);
            if let (Some(before), true) =
                (j.checked_sub(1), left_letter == Some(x) && last == Some(*y))
            {
                least = least.min(at(&previous, before) + 1);
            }
            next.push(least);
            left_letter = Some(*y);
        }
        previous = row;
        row = next;
        last = Some(x);
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn swapped_neighbours_are_one_edit() {
        assert_eq!(distance("kye", "key"), 1);
        assert_eq!(distance("lenght", "length"), 1);
        assert_eq!(distance("deafult", "default"), 1);
        assert_eq!(distance("abstrct", "abstract"), 1);
        assert_eq!(distance("Open", "open"), 0);
        assert_eq!(distance("", "id"), 2);
        assert_eq!(distance("skip", "with"), 4);
    }
}
