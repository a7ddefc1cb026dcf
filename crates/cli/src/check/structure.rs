//! Fields and words that the format does not know. The list of known ones is the JSON Schema,
//! which comes from the types: there is no second list to keep in step.

use serde_json::{Map, Value};

use super::file::File;
use super::nearest::hint;
use crate::finding::{Code, Findings};

/// The format's types nest about eight deep; what is deeper is unknown anyway.
const DEPTH: usize = 16;

/// A required field that is absent.
pub struct Missing {
    /// The object's path.
    pub path: String,
    /// The field.
    pub field: String,
}

/// Adds findings for unknown fields and words; returns required fields that are absent.
pub fn check(file: &File, findings: &mut Findings) -> Vec<Missing> {
    let schema: Value = serde_json::from_str(&floorplan::format::schema_json()).unwrap_or_default();
    let mut walk = Walk {
        root: &schema,
        file,
        findings,
        missing: Vec::new(),
    };
    walk.value(&[&schema], &file.value, "", DEPTH);
    walk.missing
}

struct Walk<'a> {
    root: &'a Value,
    file: &'a File,
    findings: &'a mut Findings,
    missing: Vec<Missing>,
}

impl<'a> Walk<'a> {
    fn value(&mut self, schemas: &[&'a Value], value: &Value, path: &str, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else {
            return;
        };
        let mut flat = Vec::new();
        for schema in schemas {
            self.flatten(schema, &mut flat, DEPTH);
        }
        match value {
            Value::Object(object) => self.object(&flat, object, path, depth),
            Value::Array(entries) => {
                let items: Vec<&Value> = flat.iter().filter_map(|s| s.get("items")).collect();
                if !items.is_empty() {
                    for (i, entry) in entries.iter().enumerate() {
                        self.value(&items, entry, &format!("{path}[{i}]"), depth);
                    }
                }
            }
            Value::String(word) => self.word(&flat, word, path),
            _ => {}
        }
    }

    fn object(
        &mut self,
        flat: &[&'a Value],
        object: &Map<String, Value>,
        path: &str,
        depth: usize,
    ) {
        let known: Vec<&'a Map<String, Value>> = flat
            .iter()
            .filter_map(|s| s.get("properties").and_then(Value::as_object))
            .collect();
        if known.is_empty() {
            return;
        }
        for (field, value) in object {
            let schemas: Vec<&Value> = known.iter().filter_map(|k| k.get(field)).collect();
            let path = join(path, field);
            if schemas.is_empty() {
                let names = known.iter().flat_map(|k| k.keys()).map(String::as_str);
                let hint = hint(field, names);
                let message = format!("the format has no field \"{field}\" here{hint}");
                let message = self.file.about(&path, &message);
                self.findings.warning(Code::UnknownField, path, message);
            } else {
                self.value(&schemas, value, &path, depth);
            }
        }
        let required = flat
            .iter()
            .filter_map(|s| s.get("required").and_then(Value::as_array))
            .flatten()
            .filter_map(Value::as_str);
        for field in required.filter(|field| !object.contains_key(*field)) {
            self.missing.push(Missing {
                path: path.to_string(),
                field: field.to_string(),
            });
        }
    }

    /// Where the format has the word "other", all unknown words are read as that one: probably
    /// a slip. Elsewhere they are errors already.
    fn word(&mut self, flat: &[&'a Value], word: &str, path: &str) {
        let mut allowed: Vec<&str> = Vec::new();
        for schema in flat {
            if let Some(one) = schema.get("const").and_then(Value::as_str) {
                allowed.push(one);
            } else if let Some(list) = schema.get("enum").and_then(Value::as_array) {
                allowed.extend(list.iter().filter_map(Value::as_str));
            } else if schema.get("type").is_none_or(|t| t != "null") {
                return;
            }
        }
        if allowed.contains(&"other") && !allowed.contains(&word) {
            let hint = hint(word, allowed.iter().copied());
            let list = allowed.join(", ");
            let message = format!("\"{word}\" is not one of the words known here{hint} ({list})");
            let message = self.file.about(path, &message);
            self.findings.warning(Code::UnknownValue, path, message);
        }
    }

    /// Resolves references and alternatives to plain schemas.
    fn flatten(&self, schema: &'a Value, into: &mut Vec<&'a Value>, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else {
            return;
        };
        let reference = schema.get("$ref").and_then(Value::as_str);
        if let Some(target) = reference.and_then(|r| self.root.pointer(r.trim_start_matches('#'))) {
            return self.flatten(target, into, depth);
        }
        let alternatives = ["anyOf", "oneOf"]
            .iter()
            .find_map(|key| schema.get(key).and_then(Value::as_array));
        match alternatives {
            Some(list) => list.iter().for_each(|s| self.flatten(s, into, depth)),
            None => into.push(schema),
        }
    }
}

fn join(path: &str, field: &str) -> String {
    if path.is_empty() {
        field.to_string()
    } else {
        format!("{path}.{field}")
    }
}
