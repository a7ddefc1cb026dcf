// Built by scripts/build.sh hosts from tests/hosts/rust/src/bin/direct.rs.
import start from "./direct/direct.js";

await start();
