// Built by scripts/build.sh hosts from tests/hosts/rust/src/bin/nested.rs.
import start from "./nested/nested.js";

await start();
