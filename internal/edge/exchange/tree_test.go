package exchange_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
)

// whole.json has every field of the format once; the tests here change one
// thing in it and see what comes of it.
const whole = "testdata/whole.json"

func load(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// tree is JSON as plain values, each number as it was written.
func tree(t testing.TB, data []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var node any
	if err := d.Decode(&node); err != nil {
		t.Fatalf("%v in %.200s", err, data)
	}
	return node
}

// sameJSON compares two files by their values; the order of fields is nothing.
func sameJSON(t testing.TB, want, got []byte) {
	t.Helper()
	if path := difference("", tree(t, want), tree(t, got)); path != "" {
		t.Errorf("not the same at %s", path)
	}
}

// difference is the first place at which two values differ, and how.
func difference(path string, want, got any) string {
	switch w := want.(type) {
	case map[string]any:
		g, _ := got.(map[string]any)
		both := maps.Clone(w)
		maps.Copy(both, g)
		for _, key := range slices.Sorted(maps.Keys(both)) {
			if d := difference(path+"."+key, w[key], g[key]); d != "" {
				return d
			}
		}
	case []any:
		g, _ := got.([]any)
		for i := range max(len(w), len(g)) {
			if i >= len(w) || i >= len(g) {
				return fmt.Sprintf("%s: %d rows became %d", path, len(w), len(g))
			}
			if d := difference(fmt.Sprintf("%s[%d]", path, i), w[i], g[i]); d != "" {
				return d
			}
		}
	}
	if !reflect.DeepEqual(want, got) {
		return fmt.Sprintf("%s: %v became %v", path, want, got)
	}
	return ""
}

func compact(t testing.TB, node any) []byte {
	t.Helper()
	data, err := json.Marshal(node)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var step = regexp.MustCompile(`[^.\[\]]+`)

// change is whole.json with the value at a path replaced by other JSON, or
// taken out where that is empty.
func change(t testing.TB, path, value string) []byte {
	t.Helper()
	root := tree(t, load(t, whole))
	steps := step.FindAllString(path, -1)
	parent := at(t, root, steps[:len(steps)-1])
	last := steps[len(steps)-1]
	switch node := parent.(type) {
	case map[string]any:
		node[last] = json.RawMessage(value)
		if value == "" {
			delete(node, last)
		}
	case []any:
		node[index(t, last)] = json.RawMessage(value)
	}
	return compact(t, root)
}

func at(t testing.TB, node any, steps []string) any {
	t.Helper()
	for _, s := range steps {
		switch n := node.(type) {
		case map[string]any:
			node = n[s]
		case []any:
			node = n[index(t, s)]
		}
	}
	if node == nil {
		t.Fatalf("whole.json has nothing at %v", steps)
	}
	return node
}

func index(t testing.TB, s string) int {
	t.Helper()
	i, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// A place is a value of whole.json that the program knows, and its path.
type place struct {
	path string
	node any
}

// places are all values that the format names, from the top.
func places(t testing.TB) []place {
	t.Helper()
	var list []place
	var walk func(path string, node any)
	walk = func(path string, node any) {
		list = append(list, place{path, node})
		switch n := node.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(n)) {
				if !slices.Contains(ignored, key) {
					walk(strings.TrimPrefix(path+"."+key, "."), n[key])
				}
			}
		case []any:
			for i := range n {
				walk(fmt.Sprintf("%s[%d]", path, i), n[i])
			}
		}
	}
	walk("", tree(t, load(t, whole)))
	return list[1:]
}

// ignored are lists of the format that are kept and not read.
var ignored = []string{"letters"}

// told is a refusal as `path: code`, and "" where there is none.
func told(t testing.TB, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	r := refusal.From(err)
	if r == nil {
		t.Fatalf("not a refusal but a failure of our own: %v", err)
	}
	return strings.TrimPrefix(r.Field+": "+string(r.Code), ": ")
}

// refused wants a file to be refused with `path: code`.
func refused(t testing.TB, what string, data []byte, want string) {
	t.Helper()
	_, err := exchange.Read(data)
	if got := told(t, err); got != want {
		t.Errorf("%s: told %q, want %q", what, got, want)
	}
}

// accepted wants a file to be read.
func accepted(t testing.TB, what string, data []byte) {
	t.Helper()
	if _, err := exchange.Read(data); err != nil {
		t.Errorf("%s: %v", what, err)
	}
}
