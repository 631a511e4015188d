# Two commands are all a newcomer needs: `make demo` and `make test`. They install what is missing, build and run.

SCRATCH ?= .build
TOOLS ?= $(abspath $(SCRATCH))/test-tools
SWIFT_BUILD = swift build --scratch-path $(SCRATCH)
# Without a limit all two thousand tests begin at once, and on a slow machine each takes as long as all of them: limits of time that the
# product keeps (a request's body, a silent server) then pass for no reason but the crowd.
AT_ONCE ?= 32
# The suites that start other programs run by themselves: what they measure against is then not starved.
RUN_TESTS = REEVE_TEST_TOOLS=$(TOOLS) REEVE_TEST_COMMAND=$(abspath $(SCRATCH))/debug/reeve \
	swift test --scratch-path $(SCRATCH) --skip-build --experimental-maximum-parallelization-width $(AT_ONCE)

.PHONY: demo test release bench lint fences tsan fuzz docs

demo:
	@scripts/install-packages build
	@echo "building reeve (the first time takes some minutes)" >&2
	@mkdir -p $(SCRATCH)
	@{ $(SWIFT_BUILD) --product reeve && $(SWIFT_BUILD) --product reeve-extract; } >$(SCRATCH)/demo-build.log 2>&1 || { cat $(SCRATCH)/demo-build.log; exit 1; }
	@$(SCRATCH)/debug/reeve demo --once

test:
	@scripts/install-packages test
	@scripts/install-test-tools $(TOOLS)
	$(SWIFT_BUILD) --build-tests --explicit-target-dependency-import-check error
	scripts/check-doc-links
	scripts/write-cli-docs --check $(SCRATCH)/debug/reeve
	$(RUN_TESTS) --skip 'DNSTests|EndToEndTests'
	$(RUN_TESTS) --filter DNSTests
	$(RUN_TESTS) --filter EndToEndTests

release:
	@scripts/install-packages build
	swift build --scratch-path $(SCRATCH) -c release --product reeve
	swift build --scratch-path $(SCRATCH) -c release --product reeve-extract

# Format, and the fences that keep the house in order.
lint:
	swift format lint --strict -r Package.swift Sources Tests

fences:
	@! grep -rnE --exclude=SuffixList.swift 'FoundationNetworking|NIO|Process\(|Date\(\)|\.now\b' Sources/Posture Sources/Mail Sources/BEC Sources/DLP || \
		{ echo "Posture, Mail, BEC and DLP may not open a socket, start a process or read a clock"; exit 1; }
	@! grep -rnE 'GRDB|AsyncHTTPClient|Hummingbird' Sources/Model Sources/Mail Sources/BEC Sources/DLP Sources/Posture Sources/Report Sources/Flows || \
		{ echo "only the edges may import a database, an HTTP client or a server"; exit 1; }

# Figures for docs/benchmarks.md, against `reeve simulate` on loopback.
bench: release
	Benchmarks/run $(SCRATCH)/release/reeve
	Benchmarks/extract $(SCRATCH)/release/reeve-extract

# Client and store under the thread sanitizer; rebuilds everything in a folder of its own.
tsan:
	@scripts/install-packages test
	swift test --sanitize thread --scratch-path $(SCRATCH)-tsan --filter 'GraphTests|StoreTests'

fuzz:
	Fuzz/run json-pull
	Fuzz/run message
	Fuzz/run extract

# The catalogue pages that are generated from the code.
docs:
	REEVE_WRITE_DOCS=1 swift test --scratch-path $(SCRATCH) --filter CatalogueTests
	scripts/write-cli-docs $(SCRATCH)/debug/reeve
