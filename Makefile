# Two commands do everything on a fresh Debian machine with Swift: `make site` and `make test`.

# Swift's own libraries are in the binary: it starts faster, and needs no Swift where it runs.
RELEASE = swift build -c release --static-swift-stdlib --product edict
EDICT = .build/release/edict
SITE_PACKAGES = libcmark-dev libyaml-dev pkgconf tzdata
TEST_PACKAGES = $(SITE_PACKAGES) ca-certificates chromium curl default-jre-headless fonts-dejavu-core git jq nginx-light \
  python3 python3-jsonschema python3-pip python3-yaml shellcheck strace
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# $(call install,PACKAGES): those of Debian's packages that are missing, and only those.
define install
	@missing=$$(dpkg-query -W -f '$${db:Status-Abbrev} $${Package}\n' $(1) 2>/dev/null \
	  | awk '/^ii/ {print $$2}' | sort > .build-installed; \
	  printf '%s\n' $(1) | sort | comm -23 - .build-installed; rm -f .build-installed); \
	if [ -n "$$missing" ]; then \
	  echo "installing" $$missing; \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

.PHONY: site test lint pictures bench bench-stages bench-rules bench-instructions help

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: ## install what is missing, build, and render content/ into output/, drafts too
	$(call install,$(SITE_PACKAGES))
	$(RELEASE)
	$(EDICT) build --drafts

test: lint ## run every test
	$(call install,$(TEST_PACKAGES))
	Tests/fetch-corpora
	swift build
	swift test

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

pictures: ## take pictures of each kind of page into .build-pictures/
	$(call install,$(SITE_PACKAGES) chromium fonts-dejavu-core)
	$(RELEASE)
	Tests/take-pictures $(EDICT) .build-pictures

bench: ## time the build of generated projects beside the floor program
	$(call install,$(TEST_PACKAGES) gcc libc6-dev)
	Benchmarks/run

bench-stages: ## time each stage of a build by itself
	swift run -c release --static-swift-stdlib stage-benchmark

bench-rules: ## time each rule of review by itself, on a megabyte of text
	swift run -c release --static-swift-stdlib stage-benchmark rules

bench-instructions: ## count the instructions of a build, which no load of the machine changes
	$(call install,$(SITE_PACKAGES) python3 valgrind)
	$(RELEASE)
	Benchmarks/instructions
