// Package internal_test keeps the house in order: which room may import which.
// The rules are those of docs/architecture.md, each with its reason.
package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms of the core, from the ground up: each may import those before it.
var core = []string{
	"refusal", "day", "iep", "calendar", "schedule", "policy", "record", "history", "ledger", "tally", "planner", "fit", "summer", "alarm", "deadline",
	"breaks", "removal", "feed", "passphrase", "say", "block", "chart", "handout",
}

// pure are the packages of other authors that the core may use.
var pure = []string{"github.com/rickb777/date", "github.com/teambition/rrule-go"}

// outside are the doors to the world. Behind them wait a clock, a disk or a
// network, and a number that depends on one cannot be computed again.
var outside = []string{"os", "net", "log", "database", "syscall", "math/rand", "runtime", "plugin", "unsafe"}

type source struct {
	path    string // such as internal/core/day/day.go
	room    string // such as core/day
	file    *ast.File
	imports []string
}

func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		s := source{path: path, room: filepath.ToSlash(filepath.Dir(path)), file: f}
		for _, spec := range f.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			s.imports = append(s.imports, name)
		}
		all = append(all, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 40 {
		t.Fatalf("found only %d files: the house is not where this test looks", len(all))
	}
	return all
}

// The core is values in and values out, so that every number can be computed
// again from the record alone.
func TestCoreImportsOnlyCore(t *testing.T) {
	for _, s := range sources(t) {
		room, inCore := strings.CutPrefix(s.room, "core/")
		if !inCore || strings.HasPrefix(room, "coretest") {
			continue
		}
		level := slices.Index(core, room)
		if level < 0 {
			t.Errorf("%s: the room %s has no place in the list of the core's rooms", s.path, room)
		}
		for _, name := range s.imports {
			below, ours := strings.CutPrefix(name, "midweek/internal/core/")
			switch {
			case ours && slices.Index(core, below) >= level:
				t.Errorf("%s imports %s, which stands above it or beside it", s.path, below)
			case !ours && strings.Contains(strings.Split(name, "/")[0], ".") && !slices.Contains(pure, name):
				t.Errorf("%s imports %s: the core uses no library but %v", s.path, name, pure)
			case !ours && strings.HasPrefix(name, "midweek"):
				t.Errorf("%s imports %s: the core imports only core", s.path, name)
			case slices.ContainsFunc(outside, func(door string) bool { return name == door || strings.HasPrefix(name, door+"/") }):
				t.Errorf("%s imports %s: the core has no door to the world", s.path, name)
			}
		}
	}
}

// Today is an argument: a number must be the same tomorrow for the same day.
func TestCoreReadsNoClock(t *testing.T) {
	clocks := []string{"time.Now", "time.Since", "time.Until", "date.Today", "date.TodayUTC", "date.TodayIn"}
	for _, s := range sources(t) {
		if !strings.HasPrefix(s.room, "core/") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if pkg, ok := sel.X.(*ast.Ident); ok && slices.Contains(clocks, pkg.Name+"."+sel.Sel.Name) {
					t.Errorf("%s reads the clock by %s.%s", s.path, pkg.Name, sel.Sel.Name)
				}
			}
			return true
		})
	}
}

// The library's own readers of days turn 2026-02-30 into 2 March; only day.Of,
// day.Parse and day.ParseTyped make days.
func TestDaysComeThroughOneDoor(t *testing.T) {
	for _, s := range sources(t) {
		if s.room != "core/day" && slices.Contains(s.imports, "github.com/rickb777/date") {
			t.Errorf("%s imports rickb777/date: only package day does", s.path)
		}
		if s.room != "core/schedule" && slices.Contains(s.imports, "github.com/teambition/rrule-go") {
			t.Errorf("%s imports rrule-go: only package schedule does, behind its wrapper", s.path)
		}
	}
}

// An edge room stands by itself, so that one can be replaced without the others.
func TestEdgesImportOnlyCore(t *testing.T) {
	for _, s := range sources(t) {
		if !strings.HasPrefix(s.room, "edge/") {
			continue
		}
		for _, name := range s.imports {
			if strings.HasPrefix(name, "midweek/internal/") && !strings.HasPrefix(name, "midweek/internal/core/") {
				t.Errorf("%s imports %s: an edge imports only core", s.path, name)
			}
		}
	}
}
