# make report   everything for the latest fiscal year: tidy tables, charts, notebooks, report
# make test     the tests
# make lab      JupyterLab on the notebooks
# make lint     style and types
# make bench    how long it takes, against the floor
# make docs     the generated pages of docs/
# Each sets up .venv by itself, and again only when requirements.lock has changed; the package in it is put in anew when
# what an installation copies has changed.

PYTHON ?= python3
BIN := .venv/bin
COPIED := pyproject.toml $(wildcard itaanalysis/jupyterlab/*.json itaanalysis/jupyterlab/static/*)

.PHONY: report test lab lint bench docs setup lock

report: setup
	$(BIN)/ita report $(YEAR)

test: setup
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

lab: setup
	$(BIN)/jupyter lab --notebook-dir=.

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m bench

docs: setup
	$(BIN)/python docs/generate.py

setup:
	@cmp -s requirements.lock .venv/requirements.lock || { \
	  $(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11" if sys.version_info < (3, 11) else 0)' && \
	  echo "Setting up .venv, once: about a minute." && \
	  $(PYTHON) -m venv --clear .venv && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	  cp requirements.lock .venv/requirements.lock; }
	@cat $(COPIED) | cmp -s - .venv/copied || { \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . && \
	  cat $(COPIED) > .venv/copied; }

# For whoever raises a version: needs uv.
lock:
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-header --group dev pyproject.toml -o requirements.lock
