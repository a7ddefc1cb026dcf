//! What the organiser reads: lines that editors understand, or JSON for programs.

use std::fmt::Write;

use serde::Serialize;

use crate::check::{Outcome, Summary};
use crate::finding::{Finding, Severity};

/// A line for each finding (`FILE:LINE:COL: error[code]: message (path)`), the counts, and what
/// the plan holds.
pub fn human(file: &str, outcome: &Outcome, colour: bool) -> String {
    let paint = |code: &str, text: &str| {
        if colour {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_string()
        }
    };
    let mut out = String::new();
    for f in &outcome.findings {
        let place = paint("1", &format!("{file}:{}:{}:", f.line, f.column));
        let code = if f.severity == Severity::Error {
            "1;31"
        } else {
            "1;33"
        };
        let kind = paint(code, &format!("{}[{}]", f.severity.word(), f.code.code()));
        let _ = write!(out, "{place} {kind}: {}", visible(&f.message));
        if !f.path.is_empty() {
            let _ = write!(out, " {}", paint("2", &format!("({})", visible(&f.path))));
        }
        out.push('\n');
    }
    let (errors, warnings) = (outcome.errors(), outcome.warnings());
    let colour_of_counts = match (errors, warnings) {
        (0, 0) => "1;32",
        (0, _) => "1;33",
        _ => "1;31",
    };
    let counts = format!("{}, {}", count(errors, "error"), count(warnings, "warning"));
    let _ = writeln!(out, "{}", paint(colour_of_counts, &counts));
    match &outcome.plan {
        Some(plan) => {
            let _ = writeln!(out, "{}", summary(plan));
        }
        None => out.push_str("the file cannot be shown as a plan\n"),
    }
    out
}

/// The findings as one JSON object.
pub fn json(file: &str, outcome: &Outcome) -> String {
    let report = JsonReport {
        file,
        errors: outcome.errors(),
        warnings: outcome.warnings(),
        findings: outcome.findings.iter().map(JsonFinding::from).collect(),
        plan: outcome.plan.as_ref(),
    };
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct JsonReport<'a> {
    file: &'a str,
    errors: usize,
    warnings: usize,
    findings: Vec<JsonFinding<'a>>,
    plan: Option<&'a Summary>,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    severity: Severity,
    code: &'static str,
    message: &'a str,
    path: &'a str,
    line: usize,
    column: usize,
}

impl<'a> From<&'a Finding> for JsonFinding<'a> {
    fn from(finding: &'a Finding) -> Self {
        Self {
            severity: finding.severity,
            code: finding.code.code(),
            message: &finding.message,
            path: &finding.path,
            line: finding.line,
            column: finding.column,
        }
    }
}

fn summary(plan: &Summary) -> String {
    format!(
        "{}, {}, {}, {}, {} m²",
        count(plan.stands, "stand"),
        count(plan.participants, "participant"),
        count(plan.sessions, "session"),
        count(plan.halls, "hall"),
        thousands(plan.area_m2.round() as u64),
    )
}

fn count(n: usize, noun: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", thousands(n as u64))
}

fn thousands(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Text from the file as it may be shown on a terminal: control characters could rewrite what
/// stands there.
fn visible(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let hidden = c.is_control() || crate::check::is_bidi(c);
            let escaped: Box<dyn Iterator<Item = char>> = if hidden {
                Box::new(c.escape_unicode())
            } else {
                Box::new(std::iter::once(c))
            };
            escaped
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_nouns_agree() {
        assert_eq!(thousands(3_528), "3,528");
        assert_eq!(thousands(100), "100");
        assert_eq!(count(1, "stand"), "1 stand");
        assert_eq!(count(1_000, "stand"), "1,000 stands");
    }

    #[test]
    fn nothing_from_the_file_reaches_the_terminal_as_a_command() {
        assert_eq!(visible("a\u{1b}[2Jщ\u{202e}"), "a\\u{1b}[2Jщ\\u{202e}");
    }
}
