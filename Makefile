# Every command of the project. Needs make, bash, node 18+ with npm, and Rust by rustup;
# the rest is installed into .tools by the command that needs it.

PORT ?= 8080

# The pinned tools come before whatever else the machine has.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/.tools/build-npm/node_modules/.bin:$(PATH):$(HOME)/.cargo/bin

.DEFAULT_GOAL := help
.PHONY: help serve hosts build embed size bench test lint test-native test-chrome test-firefox test-e2e test-engines test-package package fuzz audit check-data setup clean distclean
# Suites share one cargo target folder and one dist: side by side they would only wait.
.NOTPARALLEL:

help: ## list the commands
	@awk -F ': ## ' '/^[a-z0-9-]+: ## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

serve: ## build the demo page and serve it on http://127.0.0.1:8080 (PORT=... to change)
	@scripts/setup.sh node
	@node scripts/serve.mjs --check --port $(PORT)
	@scripts/setup.sh build
	@scripts/build.sh site
	@node scripts/serve.mjs --port $(PORT) dist/site

hosts: ## serve pages of others with the widget in them: hostile ones, frames, Rust (tests/hosts)
	@scripts/setup.sh node
	@node scripts/serve.mjs --check --port $(PORT)
	@scripts/setup.sh widget
	@scripts/build.sh widget hosts
	@node scripts/serve.mjs --port $(PORT) --show /hosts/ $$(node scripts/hosts.mjs)

build: ## build the demo page (dist/site), the embeddable widget (dist/widget), both in one file (dist/pack)
	@scripts/setup.sh widget
	@scripts/build.sh site widget pack

embed: ## build the folder to be served for other pages (dist/embed): loader, hashed files, snippets
	@scripts/setup.sh widget
	@scripts/build.sh widget

package: ## build the npm package (dist/package, dist/expo-map.tgz) and have it checked
	@scripts/setup.sh package
	@scripts/build.sh widget
	@node scripts/package.mjs

size: ## build, then hold the widget's size against its budget
	@scripts/setup.sh widget
	@node scripts/test.mjs build size
	@cat dist/crates.txt

bench: ## measure the core and, beside Leaflet and OpenLayers, the widget; writes docs/performance.md
	@scripts/setup.sh widget e2e bench
	@scripts/build.sh widget
	@cargo bench --manifest-path bench/core/Cargo.toml --target-dir target/bench
	@node bench/run.mjs

test: ## run every suite and print a summary
	@scripts/setup.sh test || echo "setup: going on; the suites that miss something will say so"
	@node scripts/test.mjs fmt clippy-host clippy-wasm native chrome firefox build e2e engines package build-apps apps size

lint: ## check the format, and clippy for both targets
	@scripts/setup.sh node lint
	@node scripts/test.mjs fmt clippy-host clippy-wasm

test-native: ## run the tests that need no browser
	@scripts/setup.sh node native
	@node scripts/test.mjs native

test-chrome: ## run the component tests in Chromium
	@scripts/setup.sh chrome
	@node scripts/test.mjs chrome

test-firefox: ## run the component tests in Firefox
	@scripts/setup.sh firefox
	@node scripts/test.mjs firefox

test-e2e: ## run the end-to-end tests in Chromium and Firefox against a fresh build
	@scripts/setup.sh e2e
	@scripts/setup.sh nginx e2e-firefox || echo "setup: going on; the tests that miss something will say that they are skipped"
	@node scripts/test.mjs build e2e

test-engines: ## run one visit in WebKit, Firefox and Chromium against a fresh build
	@scripts/setup.sh engines || echo "setup: going on; the engines that miss something are skipped, and named"
	@node scripts/test.mjs build engines

test-package: ## use the npm package in React, Vue, Vite and a page without a bundler
	@scripts/setup.sh package
	@node scripts/test.mjs build package build-apps apps

fuzz: ## feed the core with what nobody thought of, for a minute (needs a C++ compiler)
	@scripts/setup.sh native
	@scripts/fuzz.sh 60

audit: ## check licences and sources of what is depended on, and known faults as far as the network allows
	@scripts/setup.sh audit
	@scripts/audit.sh

check-data: ## check the demo's data with the command line
	@scripts/setup.sh native
	@cargo run --quiet -p expo-map-cli -- check assets/expo-2024.json --strict

setup: ## install everything now that any command needs
	@scripts/setup.sh test

clean: ## remove what was built
	cargo clean
	rm -rf dist fuzz/corpus fuzz/artifacts tests/e2e/report tests/e2e/shots tests/engines/shots tests/package/report

distclean: ## remove what was built and the installed tools
	@$(MAKE) --no-print-directory clean
	rm -rf .tools tests/e2e/node_modules tests/package/node_modules
