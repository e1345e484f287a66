package mistakes

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A mistake is one line of code turned wrong.
type mistake struct {
	what   string   // in words
	old    string   // stands once in the package
	new    string   // stands there instead
	tests  []string // the packages whose tests must notice, the likeliest first
	by     string   // the one test that must notice; empty: any of those
	file   string   // in which old was found
	source string   // of that file
}

const table = "testdata/mistakes.txt"

// readTable reads the planted mistakes. Each is a paragraph: what it is, the
// package it is in with the packages whose tests run beside its own, the old
// lines after "- " and the new ones after "+ ". Where a package's tests take
// long, "by" names the one that notices.
func readTable(t *testing.T) []*mistake {
	t.Helper()
	data, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	var mistakes []*mistake
	for _, paragraph := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
		if !strings.HasPrefix(paragraph, "#") {
			mistakes = append(mistakes, readMistake(t, paragraph))
		}
	}
	return mistakes
}

func readMistake(t *testing.T, paragraph string) *mistake {
	t.Helper()
	lines := strings.Split(paragraph, "\n")
	m := &mistake{what: lines[0]}
	var was, is []string
	for _, line := range lines[1:] {
		if packages, ok := strings.CutPrefix(line, "in "); ok {
			m.tests = strings.Fields(packages)
		} else if test, ok := strings.CutPrefix(line, "by "); ok {
			m.by = test
		} else if text, ok := strings.CutPrefix(line, "- "); ok {
			was = append(was, text)
		} else if text, ok := strings.CutPrefix(line+" ", "+ "); ok {
			is = append(is, strings.TrimSuffix(text, " "))
		} else {
			t.Fatalf("%s: %s: %q is no line of a mistake", table, m.what, line)
		}
	}
	m.old, m.new = strings.Join(was, "\n"), strings.Join(is, "\n")
	if len(m.tests) == 0 || m.old == "" || m.old == m.new {
		t.Fatalf("%s: %s: a mistake has a package, old lines and new ones", table, m.what)
	}
	return m
}

// find finds the file of the mistake's package in which the old text stands:
// once, and in no other.
func (m *mistake) find(t *testing.T) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", m.tests[0], "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(data), m.old); n > 0 {
			found += n
			m.file, m.source = file, string(data)
		}
	}
	if found != 1 {
		t.Errorf("%s: %s: the old text stands %d times in %s; mend the table\n%s", table, m.what, found, m.tests[0], m.old)
	}
}

// The table follows the code: what it changes is there, once. This is quick
// and runs with -short.
func TestTheTableFitsTheCode(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range readTable(t) {
		m.find(t)
		for _, p := range m.tests {
			if tests, err := filepath.Glob(filepath.Join("..", p, "*_test.go")); err != nil || len(tests) == 0 {
				t.Errorf("%s: %s: there are no tests in %s", table, m.what, p)
			}
		}
		if seen[m.what] {
			t.Errorf("%s: %s: stands there twice", table, m.what)
		}
		seen[m.what] = true
	}
	if len(seen) < 30 {
		t.Errorf("%s holds %d mistakes", table, len(seen))
	}
}
