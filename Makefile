PYTHON ?= python3
BIN = .venv/bin

.PHONY: run test bench lock clean

run:
	@$(PYTHON) packaging/environment.py
	@$(BIN)/demur

test:
	@$(PYTHON) packaging/environment.py --test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

bench:
	@$(PYTHON) packaging/environment.py --test
	@$(BIN)/python tests/bench

# The lock files anew from pyproject.toml; needs a package registry.
lock:
	$(PYTHON) packaging/lock.py

clean:
	rm -rf .venv .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
