//! From decimal digits to a number, without the tables of the standard library.

/// The largest power of ten that an `f64` holds exactly.
const EXACT_POWER: i32 = 22;

/// A decimal number on its way to an `f64`.
#[derive(Default)]
pub(super) struct Digits {
    mantissa: u64,
    exponent: i32,
}

impl Digits {
    pub(super) fn whole(&mut self, digit: u8) {
        if self.mantissa < u64::MAX / 10 - 1 {
            self.mantissa = self.mantissa * 10 + u64::from(digit);
        } else {
            self.shift(1);
        }
    }

    pub(super) fn fraction(&mut self, digit: u8) {
        if self.mantissa < u64::MAX / 10 - 1 {
            self.mantissa = self.mantissa * 10 + u64::from(digit);
            self.shift(-1);
        }
    }

    pub(super) fn shift(&mut self, by: i32) {
        self.exponent = self.exponent.saturating_add(by);
    }

    pub(super) fn value(&self) -> f64 {
        let mut value = self.mantissa as f64;
        // Beyond this, every number is zero or infinite.
        let mut exponent = self.exponent.clamp(-400, 400);
        while exponent != 0 && value != 0.0 {
            let step = exponent.abs().min(EXACT_POWER);
            let mut power = 1.0;
            for _ in 0..step {
                power *= 10.0;
            }
            if exponent < 0 {
                value /= power;
                exponent += step;
            } else {
                value *= power;
                exponent -= step;
            }
        }
        value
    }
}
