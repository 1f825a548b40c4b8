# The environment is made once and again whenever pyproject.toml or the pins change.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LIBRARY := .library
ARGS ?=

.PHONY: run test check bench torture wheel clean

run: $(READY)
	$(BIN)/tui-reader --library $(LIBRARY) $(ARGS)

test: $(READY)
	$(BIN)/python -m pytest -q -n auto $(ARGS)

check: test lint

.PHONY: lint
lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m benchmarks $(ARGS)

torture: $(READY)
	$(BIN)/python -m pytest -q -m torture -o addopts="--strict-markers --import-mode=importlib" $(ARGS)

wheel: $(READY)
	$(BIN)/python -m build --wheel

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c "import sys; sys.exit('tui-reader needs Python 3.11 or later, this is %d.%d' % sys.version_info[:2] if sys.version_info < (3, 11) else 0)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
