# Two commands do everything on a fresh machine: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Where PyPI's torch for Linux is a CUDA build of gigabytes, the README names an index with CPU builds to give here. None
# by default: pip asks only the index that it is set up with.
TORCH_INDEX ?=
TORCH = $(shell sed -n 's/^ *"\(torch[^"]*\)",$$/\1/p' pyproject.toml)
PIP := PIP_ROOT_USER_ACTION=ignore $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input

.PHONY: demo test lint types docs wheel clean

demo: $(VENV)/.installed
	$(BIN)/factcli timeline seeds/putin-korea-utara.txt

test: lint types
	$(BIN)/python -m pytest

lint: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.tested
	$(BIN)/mypy

docs: $(VENV)/.tested
	for script in docs/make_*.py; do $(BIN)/python $$script || exit 1; done

wheel: $(VENV)/.tested
	$(BIN)/python -m build --wheel

$(VENV)/.installed: pyproject.toml
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(if $(TORCH_INDEX),$(PIP) install "$(TORCH)" --index-url $(TORCH_INDEX))
	$(PIP) install --editable .
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(PIP) install --editable ".[dev]"
	touch $@

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
