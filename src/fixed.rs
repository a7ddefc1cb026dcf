//! Decimals without the float formatting machinery, which would cost the bundle several
//! kilobytes.

/// A finite number with `decimals` digits after the point, rounded.
pub(crate) fn fixed(value: f64, decimals: u32) -> String {
    let scale = 10_i64.pow(decimals);
    let scaled = (value * scale as f64).round() as i64;
    let (whole, part) = (
        scaled.unsigned_abs() / scale as u64,
        scaled.unsigned_abs() % scale as u64,
    );
    let sign = if scaled < 0 { "-" } else { "" };
    if decimals == 0 {
        return format!("{sign}{whole}");
    }
    // The digits after the point keep their leading zeros.
    let digits = (scale as u64 + part).to_string();
    format!("{sign}{whole}.{}", digits.get(1..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::fixed;

    #[test]
    fn rounds_and_keeps_zeros() {
        assert_eq!(fixed(1.005_1, 2), "1.01");
        assert_eq!(fixed(-0.5, 2), "-0.50");
        assert_eq!(fixed(12.0, 0), "12");
        assert_eq!(fixed(0.000_123, 6), "0.000123");
        assert_eq!(fixed(-0.001, 2), "0.00");
    }
}
