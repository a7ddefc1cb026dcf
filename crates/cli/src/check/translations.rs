//! Languages: every text should exist in all that the file promises.

use floorplan::format::{Provenance, Text};

use super::file::File;
use super::nearest::hint;
use super::texts::{Found, all};
use crate::finding::{Code, Findings};

/// Codes of countries that are often written instead of those of their languages.
const COUNTRIES: [(&str, &str); 6] = [
    ("cn", "zh"),
    ("jp", "ja"),
    ("kz", "kk"),
    ("by", "be"),
    ("gb", "en"),
    ("us", "en"),
];

/// Checks every text against the languages asked for, or else the file's own.
pub fn check(file: &File, asked: &[String], findings: &mut Findings) {
    let wanted = if asked.is_empty() {
        &file.languages
    } else {
        asked
    };
    for found in all(file) {
        let subject = file.lead_in(&found.path);
        if found.text.iter().all(|(_, words)| words.trim().is_empty()) {
            let message = format!("{subject}the text \"{}\" has no words", found.field);
            findings.warning(Code::EmptyText, found.path, message);
            continue;
        }
        missing(&found, wanted, &subject, findings);
        unlisted(file, &found, &subject, findings);
    }
}

fn missing(found: &Found<'_>, wanted: &[String], subject: &str, findings: &mut Findings) {
    let lacks = |lang: &&String| {
        let words = found.text.exact(lang);
        words.is_none_or(|words| words.trim().is_empty()) && !declared(found, lang)
    };
    let lacking: Vec<&str> = wanted.iter().filter(lacks).map(String::as_str).collect();
    if !lacking.is_empty() {
        let message = format!(
            "{subject}the text \"{}\" has no translation for {}; readers will see it in another language",
            found.field,
            lacking.join(", ")
        );
        findings.warning(Code::MissingTranslation, &found.path, message);
    }
}

/// Whether the object says that nobody published this text in this language:
/// `"provenance": {"name.zh": "notPublished"}`. A lack that is declared is honest, not a fault.
fn declared(found: &Found<'_>, lang: &str) -> bool {
    let key = format!("{}.{lang}", found.field);
    let entry = found.provenance.and_then(|map| map.get(&key));
    entry == Some(&Provenance::NotPublished)
}

/// A tag such as `cn` for `zh` looks like a translation, but no reader gets it.
fn unlisted(file: &File, found: &Found<'_>, subject: &str, findings: &mut Findings) {
    if file.languages.is_empty() {
        return;
    }
    for (tag, _) in found.text.iter().filter(|(tag, _)| !tag.is_empty()) {
        let listed = |lang: &String| Text::of([(tag, "x")]).exact(lang).is_some();
        if !file.languages.iter().any(listed) {
            let slip = COUNTRIES.iter().find(|(country, _)| *country == tag);
            let hint = match slip {
                Some((_, language)) => format!("; did you mean \"{language}\"?"),
                None => hint(tag, file.languages.iter().map(String::as_str)),
            };
            let message = format!(
                "{subject}the text \"{}\" has words for \"{tag}\", which is not in `languages`{hint}",
                found.field
            );
            let path = format!("{}.{tag}", found.path);
            findings.warning(Code::UnlistedLanguage, path, message);
        }
    }
}
