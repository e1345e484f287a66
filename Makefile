# Midweek. `make` lists what can be done.

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
BINARY  := build/bin/midweek

.PHONY: help
help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## fetch the Go modules, at the versions of go.mod
	go mod download

.PHONY: build
build: setup ## build the program into build/bin/midweek
	go build -trimpath -ldflags "-s -w -X main.version=$(VERSION)" -o $(BINARY) .

.PHONY: run
run: build ## build, and print the year of the sample family
	$(BINARY) sample

.PHONY: test
test: setup ## check the format and run every test
	@unformatted=$$(gofmt -l .); if [ -n "$$unformatted" ]; then echo "gofmt these: $$unformatted"; exit 1; fi
	go vet ./...
	go test -timeout 15m ./...

.PHONY: quick
quick: setup ## run the tests without the planted mistakes
	go test -short ./...

.PHONY: fuzz
fuzz: setup ## look for days, rules and records that break a reader, a minute each
	go test ./internal/core/day -run '^$$' -fuzz '^FuzzParse$$' -fuzztime 1m
	go test ./internal/core/schedule -run '^$$' -fuzz '^FuzzRule$$' -fuzztime 1m
	go test ./internal/edge/exchange -run '^$$' -fuzz '^FuzzRead$$' -fuzztime 1m -fuzzminimizetime 1s

.PHONY: bench
bench: setup ## compare speed with other libraries, as ratios in one run (bench/README.md)
	go run ./bench

.PHONY: clean
clean: ## remove what was built
	rm -rf build/bin
