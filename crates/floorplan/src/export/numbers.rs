//! Numbers in files, without the standard library's writing of floats.

/// A number with up to three decimals and a point, such as metres in whole millimetres.
pub(super) fn push_decimal(out: &mut String, value: f64) {
    let thousandths = (value * 1_000.0).round() as i64;
    if thousandths < 0 {
        out.push('-');
    }
    let thousandths = thousandths.unsigned_abs();
    out.push_str(&(thousandths / 1_000).to_string());
    let mut rest = thousandths % 1_000;
    if rest > 0 {
        out.push('.');
    }
    while rest > 0 {
        out.push(digit(rest as u32 / 100));
        rest = rest % 100 * 10;
    }
}

/// A number in so many digits, zeros ahead.
pub(super) fn push_padded(out: &mut String, value: u32, digits: u32) {
    for place in (0..digits).rev() {
        out.push(digit(value / 10_u32.pow(place) % 10));
    }
}

fn digit(digit: u32) -> char {
    char::from_digit(digit, 10).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(value: f64) -> String {
        let mut out = String::new();
        push_decimal(&mut out, value);
        out
    }

    #[test]
    fn is_short() {
        let list = [
            0.0, -0.0, 3.0, -1.5, 0.001, -0.05, 12.345_6, 99_999.999, -0.000_1,
        ];
        let wanted = [
            "0",
            "0",
            "3",
            "-1.5",
            "0.001",
            "-0.05",
            "12.346",
            "99999.999",
            "0",
        ];
        for (value, wanted) in list.into_iter().zip(wanted) {
            assert_eq!(decimal(value), wanted);
        }
    }

    proptest! {
        #[test]
        fn is_near(value in -100_000.0..100_000.0_f64) {
            let read: f64 = decimal(value).parse().unwrap();
            prop_assert!((read - value).abs() < 0.000_51);
        }
    }
}
