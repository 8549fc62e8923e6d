# Shortcuts for those who have make; every line is a command that can be typed as well.
BIN = .venv/bin

.PHONY: check format lint types layers test quick build citation

check: lint types layers test

format:
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

test:
	$(BIN)/python -m pytest -n auto

quick:
	$(BIN)/python -m pytest -n auto -m "not slow"

build:
	$(BIN)/kzdata build

# In an environment of its own: cffconvert pins an old jsonschema.
citation:
	python3 -m venv .venv/cffconvert
	.venv/cffconvert/bin/pip install --quiet cffconvert
	.venv/cffconvert/bin/cffconvert --validate --infile data/package/CITATION.cff
