# What people and the build service run; "make help" lists it. Everything is installed into this
# folder, except what apt adds (a browser, Java, Node) where it may without a password.

BIN := .venv/bin
NODE := tools/node_modules/.package-lock.json
TOOLS := tools/node_modules/.bin
KNOWN := tools/node_modules/.cache
# Folders without a quick test: not even read by the quick ones.
SLOW := $(addprefix --ignore=tests/,browser print site)

# Some build services say that Python is to keep no compiled code. Tests start dozens of processes,
# and each of them would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

# What does not wait for each other is set up side by side.
MAKEFLAGS += --jobs=3

.DEFAULT_GOAL := help
.PHONY: site serve check test quick lint lint-python lint-browser npm programs lock clean help

site: .venv/site.stamp ## Build the site into site/ and open it
	@$(BIN)/writing-site build
	@tools/open-site

serve: .venv/site.stamp ## Show the site and build it again whenever something is saved
	@$(BIN)/writing-site serve

check: .venv/site.stamp ## Look for mistakes in the content
	@$(BIN)/writing-site check

test: .venv/test.stamp $(NODE) programs lint ## Run every test, in a real browser too
	@$(BIN)/python -m pytest -q -n auto --dist worksteal

quick: .venv/test.stamp $(NODE) lint ## Run the tests that need seconds
	@$(BIN)/python -m pytest -q -n auto --dist worksteal -m "not site and not browser" $(SLOW)

lint: lint-python lint-browser

lint-python: .venv/test.stamp
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary

# What each found in a file is kept until the file, or what is asked of it, changes. With such a memory
# the compiler falls over some mistakes; without one it tells of them.
lint-browser: $(NODE)
	@mkdir -p $(KNOWN)
	@$(TOOLS)/tsc --project tools/tsconfig.json --incremental --tsBuildInfoFile $(KNOWN)/types.json \
		>/dev/null 2>&1 || $(TOOLS)/tsc --project tools/tsconfig.json
	@$(TOOLS)/eslint --config tools/eslint.config.mjs --cache --cache-location $(KNOWN)/eslint.json generator/theme
	@$(TOOLS)/stylelint --config tools/stylelint.config.mjs --cache --cache-location $(KNOWN)/stylelint.json "generator/theme/**/*.css"

# One after the other: apt lets nobody else in.
npm:
	@tools/need npm "Node.js with npm, for the tests of accessibility, schemas and calendars" npm --version

programs: npm
	@tools/need chromium-headless-shell "Chromium's shell" tools/chromium 2>/dev/null || \
		tools/need chromium "Chromium or Chrome, for the browser tests" tools/chromium
	@tools/need firefox-esr "Firefox, for the tests of other browsers" tools/firefox
	@tools/need nginx-light "nginx, to test its set-up" tools/server nginx
	@tools/need apache2 "Apache, to test its set-up" tools/server apache2 httpd
	@tools/need default-jdk-headless "Java with its compiler, for the HTML and PDF checkers" javac -version

lock: .venv/test.stamp ## Write locked.txt anew: the newest versions that pyproject.toml allows
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --extra test \
		--no-header --no-annotate --no-emit-index-url --output-file locked.txt pyproject.toml

clean: ## Remove everything that was built or installed here
	rm -rf .venv .build site site.previous site.discarded sites tools/node_modules benchmarks/node_modules
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache *.egg-info

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' Makefile | while IFS=: read -r name what; do \
		printf '  make %-7s%s\n' "$$name" "$$what"; done

# A stamp is newer than what it stands for, so that the second time is quick.

.venv/site.stamp: pyproject.toml locked.txt
	@tools/make-venv .venv
	@echo "Installing what the site is built with."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c locked.txt -e .
	@touch $@

# At once with what the site is built with: a second look at all of it takes as long as the first.
.venv/test.stamp: pyproject.toml locked.txt
	@tools/make-venv .venv
	@echo "Installing what the tests need."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c locked.txt -e '.[test]'
	@touch .venv/site.stamp $@

$(NODE): tools/package.json tools/package-lock.json | npm
	@npm ci --prefix tools --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@
