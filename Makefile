.PHONY: demo test check format generated lock clean

READY := .venv/.ready
BIN := .venv/bin

demo: $(READY)
	$(BIN)/cpsim demo

test: check
	$(BIN)/python -m pytest -q -n auto --dist loadfile

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The schema that editors read, and the defaults, both written from the parameters.
generated: $(READY)
	$(BIN)/python -m sim.scenario.generated

# Needs uv. No registry's address is written into the lock.
lock:
	uv pip compile --universal --python-version 3.12 --generate-hashes --no-header --no-annotate \
		--group dev --quiet pyproject.toml -o requirements.lock

clean:
	rm -rf .venv .uv

$(READY): pyproject.toml requirements.lock bootstrap.sh
	./bootstrap.sh
	@touch $(READY)
