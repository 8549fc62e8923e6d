# Shortcuts for those who have make; every line is a command that can be typed as well.
BIN = .venv/bin

.PHONY: check format lint types layers test quick build compiled test-compiled citation

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

# A wheel in dist/ in which what reads and judges texts is compiled, made of a copy of this tree, which
# is left in build/compiled with its compiled modules. It takes a C compiler and some minutes.
compiled:
	rm -rf build/compiled && mkdir -p build/compiled dist
	git ls-files -co --exclude-standard -z | tar -c --null -T - | tar -x -C build/compiled
	cd build/compiled && HATCH_BUILD_HOOKS_ENABLE=1 $(abspath $(BIN))/pip wheel --quiet --no-deps -w ../../dist .

# The tests of what is compiled, with the modules that `make compiled` left.
test-compiled:
	cd build/compiled && PYTHONPATH=. $(abspath $(BIN))/python -c "import kzdata.ledger as one; assert not one.__file__.endswith('.py')"
	cd build/compiled && PYTHONPATH=. $(abspath $(BIN))/python -m pytest -n auto -m "not slow" \
	  tests/readers tests/quotations tests/gate tests/ledger tests/checks_columns tests/planted tests/phrases

# In an environment of its own: cffconvert pins an old jsonschema.
citation:
	python3 -m venv .venv/cffconvert
	.venv/cffconvert/bin/pip install --quiet cffconvert
	.venv/cffconvert/bin/cffconvert --validate --infile data/package/CITATION.cff
