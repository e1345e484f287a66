# Midweek. `make` lists what can be done.

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
BINARY  := build/bin/midweek
# One set of tags and flags everywhere: another one compiles everything anew.
TAGS    := webkit2_41,production,desktop
FLAGS   := -trimpath -ldflags "-s -w -X main.version=$(VERSION)"
BUILD   := go build -tags $(TAGS) $(FLAGS)
# The same program without the wall against sockets, for the tests that drive
# its page through a port of this computer. Never shipped.
DRIVEN  := build/bin/midweek-driven

# What building and testing the window needs of a Debian or Ubuntu system, and
# the program by which each is known to be there.
WINDOW  := gcc:gcc pkg-config:pkg-config libwebkit2gtk-4.1-dev: libc6-dev: fonts-dejavu-core:
TESTING := poppler-utils:pdfinfo qpdf:qpdf xvfb:Xvfb xauth:xauth dbus-daemon:dbus-daemon webkit2gtk-driver:WebKitWebDriver chromium:chromium xdotool:xdotool openbox:openbox imagemagick:import strace:strace python3:python3 age:age unzip:unzip

.PHONY: help
help: ## list the targets
	@awk -F':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## fetch what is needed: system packages (apt), Go modules, npm packages
	@build/setup.sh $(WINDOW) $(TESTING)
	go mod download
	@$(MAKE) --no-print-directory frontend/node_modules/.installed

.PHONY: setup-go
setup-go: ## fetch the Go modules, at the versions of go.mod
	go mod download

# Not npm ci: it refuses a lock that leaves out what other systems would need,
# and some of that cannot be had everywhere. The versions are the lock's.
frontend/node_modules/.installed: frontend/package-lock.json
	cd frontend && npm install --no-save --no-audit --no-fund
	@touch $@

.PHONY: frontend
frontend: frontend/node_modules/.installed ## build the pages of the window into frontend/dist
	cd frontend && npm run build

.PHONY: build
build: frontend ## build the program into build/bin/midweek
	$(BUILD) -o $(BINARY) .

.PHONY: run
run: ## open the window on the sample family; without a display, print its year
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(MAKE) --no-print-directory build && $(BINARY) --sample; \
	else echo "There is no display to open a window on. This is the year of the sample family:" && go run . sample; fi

.PHONY: bindings
bindings: ## describe the bound methods to TypeScript, in frontend/wailsjs
	go tool wails generate module -tags webkit2_41

.PHONY: test
test: setup test-go torture-quick test-frontend e2e ## check the format and run the tests (of mistakes, torture and gate a part)

.PHONY: test-go
test-go: setup-go ## check the format and run the tests that need no window
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$unformatted" ]; then echo "gofmt these: $$unformatted"; exit 1; fi
	go vet ./...
	go test -timeout 40m ./...

.PHONY: test-frontend
test-frontend: frontend/node_modules/.installed ## check and test the pages by themselves
	cd frontend && npm run check && npm run lint && npm test

.PHONY: e2e
e2e: build driven ## drive the built program on a display of its own, and its pages in a browser
	go vet -tags e2e ./e2e/...
	go test -tags e2e -count=1 -timeout 30m ./e2e/...

.PHONY: driven
driven: frontend
	go build -tags $(TAGS),driven $(FLAGS) -o $(DRIVEN) .

.PHONY: gate
gate: build ## see all that can be opened in every deep look, and make every journey by keys alone too (test: a third, the main ones)
	GATE=all go test -tags e2e -count=1 -timeout 60m -run TestThePagesInABrowser -v ./e2e/

.PHONY: quick
quick: setup-go ## run the tests without the planted mistakes
	go test -short ./...

.PHONY: mistakes
mistakes: setup-go ## plant every mistake of internal/mistakes; each must make a test fail (test plants the first of each room)
	MIDWEEK_MISTAKES=all go test -timeout 90m ./internal/mistakes

# What is tortured: the locked record, and the moves between it and a plain file.
# The last line counts what was done to both.
define TORTURE
go test -c -o build/bin/ ./internal/edge/vault ./internal/open
@for room in edge/vault open; do \
	test=$$(basename $$room).test; said=$(CURDIR)/build/bin/$$test.txt; \
	(cd internal/$$room && $(CURDIR)/build/bin/$$test -test.timeout 60m -test.run '^TestTorture' >$$said 2>&1) || { cat $$said; exit 1; }; \
done
@sed -n 's/^torture: //p' build/bin/vault.test.txt build/bin/open.test.txt | paste -s -d '|' | sed 's/|/; /g; s/^/torture: /'
endef

.PHONY: torture-quick
torture-quick: export MIDWEEK_TORTURE = quick
torture-quick: setup-go ## cut the power, kill the process, fail the disk and flip bits under the locked record and its moves, for a minute or two
	$(TORTURE)

.PHONY: torture
torture: export MIDWEEK_TORTURE = long
torture: setup-go ## the same for long: 30,000 power cuts, 2,000 kills an engine, 3,000 of a plain record, 20,000 flipped bits, every step of a move
	MIDWEEK_KILLS=3000 go test -count=1 -timeout 60m -run TestAKilled -v ./internal/edge/store
	$(TORTURE)

.PHONY: cross
cross: frontend setup-go ## compile the program for Windows, and for macOS all but its window, which needs a Mac; neither is run
	CGO_ENABLED=0 GOOS=windows GOARCH=amd64 go build -tags production,desktop -o build/bin/midweek.exe .
	CGO_ENABLED=0 GOOS=darwin GOARCH=arm64 go build ./internal/...

.PHONY: fuzz
fuzz: setup-go ## look for days, rules, records and feeds that break a reader, a minute each
	go test ./internal/core/day -run '^$$' -fuzz '^FuzzParse$$' -fuzztime 1m
	go test ./internal/core/schedule -run '^$$' -fuzz '^FuzzRule$$' -fuzztime 1m
	go test ./internal/edge/exchange -run '^$$' -fuzz '^FuzzRead$$' -fuzztime 1m -fuzzminimizetime 1s
	go test ./internal/edge/exchange -run '^$$' -fuzz '^FuzzICS$$' -fuzztime 1m -fuzzminimizetime 1s -parallel 1
	go test ./internal/edge/exchange -run '^$$' -fuzz '^FuzzPaste$$' -fuzztime 1m -fuzzminimizetime 1s

.PHONY: bench
bench: setup-go ## compare speed with other libraries, as ratios in one run (bench/README.md)
	go run ./bench
	go run ./bench/screens
	go run ./bench/start
	go test ./internal/core/planner ./app -run '^$$' -bench 'RankThreeYears|PaintStrip'
	go test ./internal/core/fit -run '^$$' -bench Ask
	go test ./internal/edge/vault -run '^$$' -bench 'Commit/5MB|Open/50MB|Memory' -benchtime 200x

.PHONY: clean
clean: ## remove what was built
	rm -rf build/bin build/pictures frontend/node_modules/.installed
	find frontend/dist -mindepth 1 ! -name .gitkeep -delete
