PYTHON ?= python3
BIN = .venv/bin

.PHONY: run test bench quality drafts mutants fit train lock schema wordings clean

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
	@PYTHONPATH=tests $(BIN)/python -m bench

# CASES and HELD_OUT take files, commas between them; of what is held out no message is shown.
quality:
	@$(PYTHON) packaging/environment.py --test
	@PYTHONPATH=tests $(BIN)/python -m quality "$(CASES)" --held-out "$(HELD_OUT)" $(if $(JSON),--json)

# How well letters are written, by the embedded model itself: six minutes, more with LETTERS=4 SENTENCES=8. FROM=file
# counts letters written before, LABELLED=files what the guard makes of judged outputs.
drafts:
	@$(PYTHON) packaging/environment.py --test
	@PYTHONPATH=tests:models $(BIN)/python -m quality.drafts $(if $(LETTERS),--letters $(LETTERS)) \
		$(if $(SENTENCES),--sentences $(SENTENCES)) $(if $(FROM),--from $(FROM)) $(if $(LABELLED),--labelled $(LABELLED))

# Small faults put into rules and advice, one at a time: which of them no test notices. FILES=... for some modules,
# EVERY=10 for every tenth.
mutants:
	@$(PYTHON) packaging/environment.py --test
	@PYTHONPATH=tests $(BIN)/python -m mutation $(FILES) $(if $(EVERY),--every $(EVERY))

# The weights of the wording anew, from the labelled messages; see tests/quality/fit.py.
fit:
	@$(PYTHON) packaging/environment.py --training
	PYTHONPATH=tests .venv-training/bin/python -m quality.fit

# The adapter of the embedded model, from models/training/data; its README says more. torch comes by version alone, no
# hash: pip takes the build of this machine's index, and with one for graphics cards the gigabytes that it needs.
train:
	@$(PYTHON) packaging/environment.py --training
	.venv-training/bin/pip install --quiet --no-input torch==2.13.0
	PYTHONPATH=models .venv-training/bin/python -m training.train

# The lock files anew from pyproject.toml; needs a package registry.
lock:
	$(PYTHON) packaging/lock.py

# What the commands answer in JSON, written into the documentation.
schema:
	$(BIN)/python packaging/schema.py

# What the guard knows of the shipped sentences, from the templates and the training pairs.
wordings:
	PYTHONPATH=models $(BIN)/python -m training.known

clean:
	rm -rf .venv .venv-training .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
