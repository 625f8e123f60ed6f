# The two commands: `make study` runs a study to its release, `make test` tests the house.
# make new-study DIR=path FILES=folder   begins a study from the transcripts in a folder
# make study STUDY=path   another study folder        make study CORES=2   fewer cores
# make key                who stands behind each tag; SEAL=1 encrypts it with a passphrase
# make freeze             what the last run read is accepted; INTERVIEWS=P01,P02 for some

PYTHON ?= python3
STUDY ?= .
INTERVIEWS ?=
SEAL ?=
CORES ?= all
BIN := .venv/bin

.PHONY: study new-study freeze key test setup lint format twins picture

study: .venv/.installed
	@$(BIN)/python scripts/study.py --study "$(STUDY)" --cores "$(CORES)"

freeze: .venv/.installed
	@$(BIN)/python scripts/freeze.py --study "$(STUDY)" --interviews "$(INTERVIEWS)"

key: .venv/.installed
	@$(BIN)/python scripts/key.py --study "$(STUDY)" $(if $(SEAL),--seal)

new-study: .venv/.installed
	@$(BIN)/python scripts/new_study.py --study "$(DIR)" --files "$(FILES)"

test: .venv/.installed-test
	@$(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist worksteal

setup: .venv/.installed

lint: .venv/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/snakefmt --check Snakefile workflow
	$(BIN)/snakemake --lint

format: .venv/.installed-test
	$(BIN)/ruff format .
	$(BIN)/snakefmt Snakefile workflow

# Data dictionary, conda environments, list of demonstration files: written, never edited.
twins: .venv/.installed
	$(BIN)/python scripts/twins.py

# README's figure, from the demonstration's last run in this folder (after `make study`).
picture: .venv/.installed
	$(BIN)/python scripts/picture.py

# pip checks every hash; nothing is resolved, so what is installed is what the lock says.
.venv/.installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Verbatim needs Python 3.11 or newer; make study PYTHON=python3.12 names one."; exit 2; }
	@echo "Setting up .venv from requirements.lock (about a minute)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@touch $@

.venv/.installed-test: requirements-test.lock .venv/.installed
	@echo "Adding what the tests need"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-test.lock
	@touch $@
