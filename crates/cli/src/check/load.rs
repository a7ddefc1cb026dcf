//! What the core says while it loads the file. In the browser a fault costs one entry and the
//! rest goes on; here each is an error, because the entry is missing from the plan.

use floorplan::format::json::Fault;
use floorplan::format::{LoadError, LoadErrorKind, Place};
use floorplan::plan::{Plan, Warning, WarningKind};

use super::file::{File, shortened};
use super::nearest::hint;
use super::structure::Missing;
use crate::finding::{Code, Finding, Findings, Severity};

/// Whether the entries can be looked at, even if nothing can be shown.
pub fn readable(plan: &Result<Plan, LoadError>) -> bool {
    match plan {
        Ok(_) => true,
        Err(error) => matches!(
            error.kind,
            LoadErrorKind::Type
                | LoadErrorKind::Event
                | LoadErrorKind::NoHalls
                | LoadErrorKind::NoStands
        ),
    }
}

/// The bytes are not UTF-8.
pub fn encoding(bytes: &[u8], error: std::str::Utf8Error) -> Finding {
    let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
    let good = String::from_utf8_lossy(good);
    let last_line = good.rsplit('\n').next().unwrap_or_default();
    let message = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        "the file is UTF-16 text; save it in the encoding UTF-8"
    } else {
        "from here on the text is not UTF-8; save the file in the encoding UTF-8"
    };
    Finding {
        severity: Severity::Error,
        code: Code::Encoding,
        message: message.into(),
        path: String::new(),
        line: good.matches('\n').count() + 1,
        column: last_line.chars().count() + 1,
    }
}

/// The browser passes over what it does not know, however deep; the check reads everything.
pub fn too_deep() -> Finding {
    Finding {
        severity: Severity::Error,
        code: Code::Load(LoadErrorKind::Syntax),
        message: "lists and objects in the file are nested more than 127 deep".into(),
        path: String::new(),
        line: 1,
        column: 1,
    }
}

/// The file as a whole cannot be shown.
pub fn fatal(error: LoadError, missing: &[Missing]) -> Finding {
    // The parser notices a missing field at the end of the object; its beginning helps more.
    let lost = error.detail.starts_with("missing field");
    let owner = missing.iter().find(|m| {
        lost && !m.path.contains('[') && error.detail.contains(&format!("`{}`", m.field))
    });
    let message = match error.kind {
        LoadErrorKind::Truncated => format!(
            "the file ends too early, as if its end were cut off ({})",
            error.detail
        ),
        LoadErrorKind::Syntax => format!("this is not correct JSON: {}", syntax(&error.detail)),
        LoadErrorKind::NoHalls => "no hall can be drawn, so there is no plan to show".into(),
        LoadErrorKind::NoStands => "no stand can be drawn, so there is no plan to show".into(),
        _ => match owner {
            Some(owner) => format!("the field \"{}\" is missing", owner.field),
            None => plain(&error.detail),
        },
    };
    let place = error.place;
    let (path, line, column) = match owner {
        Some(owner) => (owner.path.clone(), 0, 0),
        None => (place.path, place.line.max(1), place.column.max(1)),
    };
    Finding {
        severity: Severity::Error,
        code: Code::Load(error.kind),
        message,
        path,
        line,
        column,
    }
}

/// Adds the core's findings.
pub fn check(
    file: &File,
    plan: &Result<Plan, LoadError>,
    mut warnings: Vec<Warning>,
    missing: Vec<Missing>,
    findings: &mut Findings,
) {
    if let Err(error) = plan {
        if error.kind == LoadErrorKind::Type {
            // The core stopped before it came to the entries.
            let bad_entry = |fault: &Fault| Warning {
                kind: WarningKind::BadEntry,
                place: Place {
                    path: fault.path.clone(),
                    ..Place::default()
                },
                detail: fault.detail.clone(),
            };
            warnings = file.bad_entries.iter().map(bad_entry).collect();
        }
        let mut fatal = fatal(error.clone(), &missing);
        if let Some(text) = file
            .string_at(&fatal.path)
            .filter(|_| error.kind == LoadErrorKind::Event)
        {
            fatal.message = format!("\"{}\": {}", shortened(text), fatal.message);
        }
        findings.push(fatal);
    }
    for warning in warnings {
        if !follows_from_another(file, &warning) && !is_missing_field(&warning) {
            findings.push(finding(file, warning));
        }
    }
    for Missing { path, field } in missing {
        let entry = path.contains('[');
        if entry {
            let message = file.about(&path, &format!("the field \"{field}\" is missing"));
            findings.error(Code::Part(WarningKind::BadEntry), path, message);
        }
    }
}

fn finding(file: &File, warning: Warning) -> Finding {
    let mut detail = plain(&warning.detail);
    if warning.kind == WarningKind::DanglingId
        && let Some(list) = list_of_reference(&warning.place.path)
        && let Some(id) = quoted(&warning.detail)
    {
        let noun = list.strip_suffix("ies").map_or_else(
            || list.trim_end_matches('s').to_string(),
            |stem| format!("{stem}y"),
        );
        let mut ids = file.ids(list);
        let mut noun = noun;
        if is_place(&warning.place.path) {
            ids.extend(file.service_ids());
            noun.push_str(" or service");
        }
        let hint = hint(id, ids);
        detail = format!("there is no {noun} with the id \"{id}\"{hint}");
    }
    if let (WarningKind::BadDate | WarningKind::UnsafeLink, Some(text)) =
        (warning.kind, file.string_at(&warning.place.path))
    {
        detail = format!("\"{}\": {detail}", shortened(text));
    }
    if warning.kind == WarningKind::BadPolygon && detail.contains("cross") {
        detail.push_str("; list the points in order, going once around");
    }
    Finding {
        severity: Severity::Error,
        code: Code::Part(warning.kind),
        message: file.about(&warning.place.path, &detail),
        path: warning.place.path,
        line: warning.place.line,
        column: warning.place.column,
    }
}

/// A reference to an entry that is written in the file, but was left out because of its own
/// fault: that fault is reported, and correcting it mends this too.
fn follows_from_another(file: &File, warning: &Warning) -> bool {
    warning.kind == WarningKind::DanglingId
        && list_of_reference(&warning.place.path)
            .zip(quoted(&warning.detail))
            .is_some_and(|(list, id)| {
                let service = is_place(&warning.place.path) && file.service_ids().contains(&id);
                service || file.ids(list).contains(&id)
            })
}

/// Reported by [`Missing`], which knows the exact object.
fn is_missing_field(warning: &Warning) -> bool {
    warning.kind == WarningKind::BadEntry && warning.detail.starts_with("missing field")
}

/// Which list the reference at this path looks into.
fn list_of_reference(path: &str) -> Option<&'static str> {
    let field = path.rsplit('.').next()?;
    let field = field.split('[').next()?;
    match field {
        "hall" => Some("halls"),
        "floor" => Some("floors"),
        "category" => Some("categories"),
        "stands" | "place" => Some("stands"),
        "participants" => Some("participants"),
        _ => None,
    }
}

/// Sessions take place on stands and at services.
fn is_place(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, field)| field == "place")
}

fn quoted(detail: &str) -> Option<&str> {
    let (_, rest) = detail.split_once('"')?;
    rest.rsplit_once('"').map(|(id, _)| id)
}

/// The parser's words without the names of its types.
fn plain(detail: &str) -> String {
    let mut text = detail.to_string();
    for (words, plainer) in [
        ("invalid type: ", "wrong type of value: "),
        ("invalid value: ", "wrong value: "),
        ("floating point", "the number"),
        ("integer", "the number"),
        ("string \"", "the text \""),
        ("expected a sequence", "expected a list [...]"),
        ("sequence", "a list [...]"),
        ("duplicate field", "the same field twice:"),
        (
            "trailing characters",
            "a point is two numbers [x, y], and here is one more; decimals are written with a point, 10.5",
        ),
        ("invalid length 1", "a number is missing"),
        ("map,", "an object {...},"),
        ("boolean", "the word"),
        ("an array of length 2", "a point [x, y]"),
        ("expected f64", "expected a number"),
        ("expected usize", "expected a whole number from 0"),
        ("expected u8", "expected a whole number from 0 to 255"),
        ("expected a string or", "expected a text or"),
        ("expected a string", "expected a text"),
        ("unit variant", "word"),
        ("unknown variant", "unknown word"),
    ] {
        text = text.replace(words, plainer);
    }
    if let Some((before, _)) = text.split_once("expected struct ") {
        text = format!("{before}expected an object {{...}}");
    }
    text
}

/// JSON's commonest slips, with what to do.
fn syntax(detail: &str) -> String {
    let advice = match detail {
        "trailing comma" => "remove the comma before this closing bracket",
        d if d.starts_with("expected `,` or") => {
            "a comma (or a closing bracket) is missing before this place"
        }
        "key must be a string" => {
            "a field's name in double quotes is expected here; JSON has no comments, and no comma before a closing bracket"
        }
        "expected `:`" => "a colon is missing between the field's name and its value",
        "expected value" => {
            "a value is expected here; texts need double quotes, and JSON has no comments"
        }
        d if d.starts_with("control character") => {
            "a text is broken by a line end or a tab; close the quotes or write \\n"
        }
        "trailing characters" => "there is more text after the end of the file's object",
        "invalid escape" => "a backslash in a text is written twice: \\\\",
        other => return other.to_string(),
    };
    format!("{advice} ({detail})")
}
