.PHONY: demo test check editor format generated lock clean

READY := .venv/.ready
BIN := .venv/bin
YAML_SERVER := .node/node_modules/yaml-language-server

demo: $(READY)
	$(BIN)/cpsim demo

test: check editor
	$(BIN)/python -m pytest -q -n auto --dist loadfile

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The language server that editors use, for one test, which is skipped where there is no npm.
editor:
	@test -d $(YAML_SERVER) || ! command -v npm >/dev/null || npm install --silent --prefix .node \
		--no-save --no-audit --no-fund --fetch-retries=0 yaml-language-server@1.25.0 || true

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
	rm -rf .venv .uv .node

$(READY): pyproject.toml requirements.lock bootstrap.sh
	./bootstrap.sh
	@touch $(READY)
