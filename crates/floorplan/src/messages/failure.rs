//! Why there is no map, in words.

use super::{Lang, Msg, fill};
use crate::format::LoadErrorKind;
use crate::state::Failure;

/// What happened and what to do, for the visitor.
pub fn failure_text(failure: &Failure, lang: Lang) -> String {
    let msg = match failure {
        Failure::NoSource => Msg::FailNoSource,
        Failure::Network => Msg::FailNetwork,
        Failure::Timeout => Msg::FailTimeout,
        Failure::Status(404 | 410) => Msg::FailNotFound,
        Failure::Status(status) => {
            return fill(Msg::FailStatus.text(lang), &[&status.to_string()]);
        }
        Failure::TooLarge => Msg::FailTooLarge,
        Failure::Data(error) => match error.kind {
            LoadErrorKind::Empty => Msg::FailEmpty,
            LoadErrorKind::Html => Msg::FailHtml,
            LoadErrorKind::Truncated => Msg::FailTruncated,
            LoadErrorKind::Syntax => Msg::FailSyntax,
            LoadErrorKind::Type => Msg::FailType,
            LoadErrorKind::WrongFormat => Msg::FailFormat,
            LoadErrorKind::WrongVersion => Msg::FailVersion,
            LoadErrorKind::Event => Msg::FailEvent,
            LoadErrorKind::NoHalls => Msg::FailHalls,
            LoadErrorKind::NoStands => Msg::FailStands,
        },
    };
    msg.text(lang).to_owned()
}
