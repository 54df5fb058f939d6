//! Places in an order that a person chooses, as texts that sort. Another always fits between two, so that no other line
//! changes when one moves.

/// The digits of a place. One never ends with the first of them: nothing would fit before it.
const DIGITS: std::ops::RangeInclusive<u8> = b'a'..=b'z';

/// A place after the one and before the other, where there are such; none when those are not in that order, as they may
/// be after an undo.
pub fn between(after: Option<&str>, before: Option<&str>) -> Option<String> {
    let is_place = |place: &str| {
        place.bytes().all(|digit| DIGITS.contains(&digit)) && !place.is_empty() && !place.ends_with('a')
    };
    let is_ordered = after.zip(before).is_none_or(|(after, before)| after < before);
    if !is_ordered || ![after, before].into_iter().flatten().all(is_place) {
        return None;
    }
    let place = middle(after.unwrap_or_default().as_bytes(), before.map(str::as_bytes));
    String::from_utf8(place).ok()
}

/// So many places in order.
pub fn spaced(count: usize) -> Vec<String> {
    let mut places: Vec<String> = Vec::with_capacity(count);
    for _ in 0..count {
        places.extend(between(places.last().map(String::as_str), None));
    }
    places
}

fn middle(after: &[u8], before: Option<&[u8]>) -> Vec<u8> {
    let (first, end) = (*DIGITS.start(), *DIGITS.end() + 1);
    let digit = |at: usize| after.get(at).copied().unwrap_or(first);
    if let Some(before) = before {
        let same = before.iter().enumerate().take_while(|(at, known)| digit(*at) == **known).count();
        if same > 0 {
            let rest = middle(after.get(same..).unwrap_or_default(), Some(&before[same..]));
            return [&before[..same], &rest].concat();
        }
    }
    let (low, high) = (digit(0), before.and_then(|before| before.first().copied()).unwrap_or(end));
    match before {
        _ if high - low > 1 => vec![low + (high - low) / 2],
        Some(before) if before.len() > 1 => vec![high],
        _ => [&[low], &middle(after.get(1..).unwrap_or_default(), None)[..]].concat(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_in_no_order_has_no_place_between() {
        for (after, before) in [("b", "b"), ("c", "b"), ("ba", "c"), ("b1", "c"), ("", "c"), ("b", "B")] {
            assert_eq!(between(Some(after), Some(before)), None, "{after} {before}");
        }
        assert_eq!(between(None, None).as_deref(), Some("n"));
    }

    #[test]
    fn places_that_are_spaced_are_in_order_and_short() {
        let places = spaced(300);
        assert!(places.is_sorted() && places.len() == 300);
        assert!(places.iter().all(|place| place.len() < 80));
    }

    proptest! {
        #[test]
        fn another_always_fits(steps in prop::collection::vec(any::<prop::sample::Index>(), 1..200)) {
            let mut places: Vec<String> = Vec::new();
            for step in steps {
                let at = step.index(places.len() + 1);
                let after = at.checked_sub(1).map(|at| places[at].as_str());
                let place = between(after, places.get(at).map(String::as_str)).unwrap();
                places.insert(at, place);
                prop_assert!(places.is_sorted_by(|one, next| one < next));
            }
        }
    }
}
