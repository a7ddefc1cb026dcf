//! What the page may do: its own script, its own style, and nothing from anywhere.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy of a page that holds exactly this script and this style.
///
/// The WebAssembly and the data have addresses within the page (`data:`, `blob:`), which are no
/// requests.
pub(super) fn policy(script: &str, style: &str) -> String {
    [
        "default-src 'none'; script-src ",
        &hash(script),
        " 'wasm-unsafe-eval'; style-src ",
        &hash(style),
        "; img-src data: blob:; connect-src data: blob:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'",
    ]
    .concat()
}

/// A text as a policy names it.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    format!("'sha256-{}'", STANDARD.encode(digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_that_of_the_standard() {
        // The example of https://www.w3.org/TR/CSP3/#external-hash and `openssl dgst -sha256 -binary`.
        assert_eq!(
            hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }
}
