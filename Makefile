# The environment is made once and again whenever pyproject.toml or the pins change.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Some systems ship venv without pip; then the pip outside installs into it.
PIP = $(shell $(BIN)/python -m pip --version >/dev/null 2>&1 && echo $(BIN)/python -m pip || echo $(PYTHON) -m pip --python $(BIN)/python)
# Bytecode at hand, also where the environment forbids Python to write any: half of a start.
COMPILED := $(VENV)/.compiled
SOURCES := $(shell find tui_reader -name '*.py')
LIBRARY := .library
ARGS ?=

.PHONY: run test check bench torture picture wheel clean

run: $(COMPILED)
	$(BIN)/tui-reader --library $(LIBRARY) $(ARGS)

test: $(COMPILED)
	$(BIN)/python -m pytest -q -n auto $(ARGS)

check: test lint

.PHONY: lint
lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(COMPILED)
	$(BIN)/python -m benchmarks $(ARGS)

torture: $(READY)
	$(BIN)/python -m pytest -q -m torture -o addopts="--strict-markers --import-mode=importlib" $(ARGS)

picture: $(READY)
	$(BIN)/python docs/make_picture.py

wheel: $(READY)
	$(BIN)/python -m build --wheel

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c "import sys; sys.exit('tui-reader needs Python 3.11 or later, this is %d.%d: make PYTHON=python3.11' % sys.version_info[:2] if sys.version_info < (3, 11) else 0)"
	$(PYTHON) -m venv $(VENV) || $(PYTHON) -m venv --without-pip $(VENV)
	$(PIP) install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

$(COMPILED): $(READY) $(SOURCES)
	$(BIN)/python -m compileall -q tui_reader
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
