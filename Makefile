# Two commands do everything on a machine with Python 3.11 and make: `make site` and `make test`.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: site offline serve admin test check verify clean locks

site: $(VENV)/site  ## build the documentary into site/
	$(RUN) -m generator build

offline: site  ## pack it into build/documentary.zip, to be read without a server
	$(RUN) -m generator offline

serve: $(VENV)/site  ## build it and serve it on 127.0.0.1:8000
	$(RUN) -m generator serve

admin: $(VENV)/site  ## edit the records in a browser
	$(RUN) -m generator admin

check: $(VENV)/site  ## check every record, write nothing
	$(RUN) -m generator check

verify: $(VENV)/site  ## compare every quotation with the texts (needs sources/texts/)
	$(RUN) -m generator verify

test: $(VENV)/test  ## everything that proves the rest
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	$(RUN) -m generator fmt --check
	$(RUN) -m pytest

$(VENV)/site: requirements.lock
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --require-hashes --requirement requirements.lock
	touch $@

$(VENV)/test: requirements-dev.lock
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --require-hashes --requirement requirements-dev.lock
	touch $@ $(VENV)/site

locks:  ## pin anew what pyproject.toml names
	$(PYTHON) -m venv build/locks
	build/locks/bin/python -m pip install --quiet pip-tools
	build/locks/bin/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-header \
		--extra dev --output-file requirements-dev.lock pyproject.toml
	build/locks/bin/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-header \
		--constraint requirements-dev.lock --output-file requirements.lock pyproject.toml
	build/locks/bin/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-header \
		--constraint requirements-dev.lock --extra engines --output-file requirements-engines.lock pyproject.toml

clean:  ## remove everything that was made
	rm -rf site build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	test ! -x $(RUN) || $(RUN) -m generator clean
