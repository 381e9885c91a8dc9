# `make run` and `make test` set everything up by themselves; `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
OUT    := out

.PHONY: help run test check lint types fresh generate wheel release benchmark benchmark-live benchmark-share conformance clean

help:
	@echo "make run        take a real shop's orders, refresh a copy of the workbook, say where it is"
	@echo "make test       run the tests"
	@echo "make check      all that must be green before a commit: lint, types, tests, fresh files, wheel"
	@echo "make release    dist/CustomerChain.zip for office computers: install.cmd and wheel"
	@echo "make generate   build workbook/CustomerChain.xlsm and docs/functions.md again"
	@echo "make benchmark  compare a refresh with openpyxl and python-calamine"
	@echo "make benchmark-live  the add-in in a live LibreOffice, cells and a refresh"
	@echo "make benchmark-share  follow-up sheets and shared copies of a big workbook"
	@echo "make conformance     xlwings' own tests against the engine for LibreOffice"
	@echo "make clean      remove what the other commands made"

# A virtual environment with the versions of constraints.txt; made again when those change.
$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Customer Chain needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	touch $(READY)

run: $(READY)
	$(BIN)/python examples/real_orders.py --out $(OUT)

# Two processes at most: each that meets LibreOffice starts one of its own. Files in the order of
# their folders, so that those with a LibreOffice come first and no process waits for another's.
test: $(READY)
	$(BIN)/python -m pytest -n auto --maxprocesses 2 --dist loadfile --no-loadscope-reorder

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

generate: $(READY)
	$(BIN)/python -m xl_addin.cli.generate

# Generated files must be what the sources give.
fresh: $(READY)
	$(BIN)/python -m xl_addin.cli.generate --check

wheel: $(READY)
	rm -rf dist
	$(BIN)/python -m build --wheel --outdir dist . >/dev/null
	$(BIN)/python tests/wheel_content.py dist/*.whl

# What an office computer gets: unpack, double-click install.cmd.
release: wheel
	rm -f dist/CustomerChain.zip
	$(BIN)/python -m zipfile -c dist/CustomerChain.zip install.cmd dist/*.whl constraints.txt \
		docs/install-windows.md

check: lint types test fresh wheel

benchmark: $(READY)
	$(BIN)/python benchmarks/refresh.py

# With the add-in in a LibreOffice on a screen of its own.
benchmark-live: $(READY)
	$(BIN)/python -m benchmarks.live

# Follow-up sheets and copies for 40 colleagues out of a big workbook.
benchmark-share: $(READY)
	$(BIN)/python -m benchmarks.share --rounds 1

# xlwings' own tests against the engine for LibreOffice.
conformance: $(READY)
	$(BIN)/python benchmarks/xlwings_conformance.py

clean:
	rm -rf $(VENV) $(OUT) dist .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis node_modules
