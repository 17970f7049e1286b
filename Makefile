# Everything sets itself up: an environment in .venv, the project and its tools in it.
# The interpreter may be chosen: make test PYTHON=python3.12

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
SAMPLE_INDEX := .sample-index
Q ?= dân biết, dân bàn
SECONDS ?= 60

.DEFAULT_GOAL := help
.PHONY: help search test lint manual whoosh3-test fault-test fuzz counts read-eval read-losses rank-eval bench pages growth clean

help:  ## show what can be made
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

search: export TIMBAO_QUERY := $(Q)
search: .venv/installed  ## index the sample archive and search it: make search Q="dân biết, dân bàn"
	@.venv/bin/timbao index --quiet --index $(SAMPLE_INDEX) corpus/sample
	@.venv/bin/timbao search --index $(SAMPLE_INDEX) --format human "$$TIMBAO_QUERY" || test $$? -eq 1

test: .venv/tested-with lint whoosh3-test  ## all checks: lint, types, tests, tests with the other Whoosh
	.venv/bin/python -m pytest

lint: .venv/tested-with  ## format, lint and types
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy

manual: .venv/installed  ## write the commands' pages and the man page anew, from what the program says
	.venv/bin/python -m searcher.manual searcher/manual

whoosh3-test: .venv-whoosh3/tested-with  ## the tests with the package whoosh3 in the place of whoosh
	.venv-whoosh3/bin/python -m pytest -q -p no:cacheprovider

fault-test: .venv/tested-with  ## that nothing is ever lost: kills, power cuts, full disks, damage, at every point, in a table
	.venv/bin/python -m tests.faults $(FAULTS)

counts: .venv/tested-with  ## every count against a plain scan: make counts DATA=articles.jsonl
	.venv/bin/python -m tests.bench.counts $(DATA)

read-eval: .venv/tested-with  ## how well pages are read: facts, quotations, speakers, with every error
	.venv/bin/python -m tests.bench.read_eval $(PAGES)

read-losses: .venv/tested-with  ## what is lost where articles are read as pages: make read-losses DATA=articles.jsonl
	.venv/bin/python -m tests.bench.read_losses $(or $(DATA),corpus/sample) $(LOSSES)

rank-eval: .venv/tested-with  ## how well articles are ranked, beside plain BM25 and tantivy: make rank-eval DATA=articles.jsonl
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	.venv/bin/python -m tests.bench.ranking $(DATA)

bench: .venv/tested-with  ## speed beside pyvi, tantivy and SQLite, and the same answers: make bench DATA=articles.jsonl
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	.venv/bin/python -m tests.bench.start_up
	.venv/bin/python -m tests.bench.reading
	.venv/bin/python -m tests.bench.segmentation $(firstword $(or $(DATA),corpus/sample))
	.venv/bin/python -m tests.bench.engines $(or $(DATA),corpus/sample)

pages: .venv/tested-with  ## web pages read beside trafilatura and htmldate: text, dates, speed
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	.venv/bin/python -m tests.bench.web_pages

growth: .venv/tested-with  ## time, memory, size and queries as the archive grows: make growth DATA=articles.jsonl
	.venv/bin/python -m tests.bench.growth $(DATA)

fuzz: .venv/tested-with  ## input made by chance, for some seconds: make fuzz SECONDS=300
	.venv/bin/python -m tests.fuzz.run --seconds $(SECONDS)
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,fuzz]' || \
		echo "atheris does not install here: hypothesis has fuzzed alone" >&2
	.venv/bin/python -m tests.fuzz.guided --seconds $(SECONDS)

clean:  ## remove the environments, the sample's index and all caches
	rm -rf .venv .venv-whoosh3 $(SAMPLE_INDEX) .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/made .venv-whoosh3/made:
	@test -n "$(PYTHON)" || { echo "timbao needs Python 3.11 or later; name one with PYTHON=..." >&2; exit 1; }
	$(PYTHON) -m venv $(@D) || { echo "No environment could be made; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	touch $@

.venv/installed: .venv/made pyproject.toml
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	.venv/bin/python -m compileall -q corpus index searcher  # pip does so but for what is installed from its folder
	touch $@

.venv/tested-with: .venv/installed
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# whoosh3 installs a package of the same name as whoosh: it goes in after the project, over what whoosh left behind.
.venv-whoosh3/tested-with: .venv-whoosh3/made pyproject.toml Makefile
	.venv-whoosh3/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	.venv-whoosh3/bin/python -m pip uninstall --quiet --yes whoosh
	.venv-whoosh3/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps 'whoosh3==3.54.0'
	touch $@
