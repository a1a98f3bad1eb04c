# Two commands do everything on a machine with Python 3.11 and make: `make site` and `make test`.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

COMPILE := build/tools/bin/pip-compile --quiet --generate-hashes --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-header $(UPGRADE)

.PHONY: site offline package serve admin test check verify clean locks audit

site: $(VENV)/site  ## build the documentary into site/
	$(RUN) -m generator build

offline: site  ## pack it into build/documentary.zip, to be read without a server, and the booklet beside it
	$(RUN) -m generator offline

package: $(VENV)/site  ## pack the release as one archive that can be cited and proven, in build/release/
	$(RUN) -m generator package

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
	$(RUN) -m pytest --numprocesses auto --dist loadfile

$(VENV)/site: requirements.lock
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --require-hashes --requirement requirements.lock
	touch $@

$(VENV)/test: requirements-dev.lock
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --require-hashes --requirement requirements-dev.lock
	touch $@ $(VENV)/site

locks: build/tools  ## pin anew what pyproject.toml names; UPGRADE=--upgrade takes the newest versions
	$(COMPILE) --extra dev --output-file requirements-dev.lock pyproject.toml
	$(COMPILE) --constraint requirements-dev.lock --output-file requirements.lock pyproject.toml
	$(COMPILE) --constraint requirements-dev.lock --extra engines --output-file requirements-engines.lock pyproject.toml
	printf '%s\n' pip-audit pip-tools | \
		$(COMPILE) --allow-unsafe --constraint requirements-dev.lock --output-file requirements-tools.lock -

audit: build/tools  ## ask whether a fault is known in any pinned package
	for lock in requirements*.lock; do build/tools/bin/pip-audit --disable-pip --require-hashes --requirement $$lock || exit 1; done

build/tools: requirements-tools.lock
	$(PYTHON) -m venv --clear $@
	$@/bin/python -m pip install --quiet --require-hashes --requirement $<

clean:  ## remove everything that was made
	rm -rf site build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	test ! -x $(RUN) || $(RUN) -m generator clean
