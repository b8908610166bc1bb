# Everything sets itself up in .venv first; PYTHON names another Python (3.11 or newer).
PYTHON ?= python3
BIN := .venv/bin
FUZZ_MUTANTS ?= 10000
BENCHMARKS ?= open start cache stall canvas axis matrix search export edit submit memory interpreter compile simulate

.PHONY: help run test check fuzz bench translations lock setup clean

help:
	@echo "make run     the program, with the sample study"
	@echo "make test    every test"
	@echo "make check   ruff, mypy strict, import contracts"
	@echo "make fuzz    $(FUZZ_MUTANTS) damaged studies"
	@echo "make bench   the measured figures"
	@echo "make translations  take in new texts, and compile what is translated"
	@echo "make lock    pin the dependencies again (UPGRADE=1: to their newest)"
	@echo "make setup   only set up .venv"
	@echo "make clean   remove what was made"

run:
	@$(PYTHON) build/environment.py run
	@$(BIN)/maestro open

test:
	@$(PYTHON) build/environment.py test
	$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

check:
	@$(PYTHON) build/environment.py test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

fuzz:
	@$(PYTHON) build/environment.py test
	$(BIN)/python -m tests.fuzz --mutants $(FUZZ_MUTANTS)

bench:
	@$(PYTHON) build/environment.py test
	@set -e; for name in $(BENCHMARKS); do \
		echo "== $$name"; QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m tests.benchmarks.$$name; \
	done

translations:
	@$(PYTHON) build/environment.py test
	$(BIN)/python build/translations.py update
	$(BIN)/python build/translations.py release
	$(BIN)/python build/translations.py check

lock:
	@$(PYTHON) build/environment.py test
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes \
		--no-header --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade) \
		pyproject.toml --output-file requirements.lock

setup:
	@$(PYTHON) build/environment.py develop

clean:
	rm -rf .venv build/work build/dist dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
