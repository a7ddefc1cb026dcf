//! Which rectangles are near each other, without comparing all with all.

use floorplan::geometry::Rect;

/// For each rectangle, the indexes of the others within `margin_m` of it: a sweep from left to
/// right.
pub fn near(bounds: &[Rect], margin_m: f64) -> Vec<Vec<usize>> {
    let mut order: Vec<(usize, Rect)> = bounds.iter().copied().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| a.x0.total_cmp(&b.x0));
    let mut near = vec![Vec::new(); bounds.len()];
    for (place, (i, rect)) in order.iter().enumerate() {
        let reach = rect.inflated(margin_m);
        let following = order.iter().skip(place + 1);
        for (j, other) in following.take_while(|(_, other)| other.x0 <= reach.x1) {
            if other.y0 <= reach.y1 && other.y1 >= reach.y0 {
                for (one, two) in [(*i, *j), (*j, *i)] {
                    if let Some(list) = near.get_mut(one) {
                        list.push(two);
                    }
                }
            }
        }
    }
    near
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_neighbours_on_both_sides() {
        let bounds = [
            Rect::new(10.0, 0.0, 12.0, 2.0),
            Rect::new(0.0, 0.0, 9.0, 2.0),
            Rect::new(0.0, 50.0, 9.0, 52.0),
        ];
        assert_eq!(near(&bounds, 1.0), [vec![1], vec![0], vec![]]);
        assert_eq!(near(&bounds, 0.5), vec![Vec::<usize>::new(); 3]);
    }
}
