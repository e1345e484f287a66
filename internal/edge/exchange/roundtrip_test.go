package exchange_test

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"midweek/internal/edge/exchange"
	"midweek/internal/sample"
)

// rewritten is a file read and written again.
func rewritten(t testing.TB, data []byte) []byte {
	t.Helper()
	r, err := exchange.Read(data)
	if err != nil {
		t.Fatalf("%v in %.60s", err, data)
	}
	again, err := exchange.Write(r)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// Nobody is locked in: what was read is what is written.
func TestEveryFieldComesBackOut(t *testing.T) {
	data := load(t, whole)
	sameJSON(t, data, rewritten(t, data))
}

func TestTheSampleFamilyComesBackOut(t *testing.T) {
	sameJSON(t, sample.File(), rewritten(t, sample.File()))
}

// kept is what a later version, or another program, may have written: every
// kind of value, with numbers that no machine word holds.
const kept = `{"": null, "big": 123456789012345678901234567890, "deep": {"list": [[], {}, [0.10, -0, 1E400, 1e-400]]},
	"text": "é \u0000 \u202e <b> \ud83d\ude00", "yes": true, "zero": 0.000}`

// Fields that we do not know stay with the thing that they were said of, at
// every level, number by number as written.
func TestUnknownFieldsAreKeptAtEveryLevel(t *testing.T) {
	levels := 0
	for _, p := range append(places(t), place{"", map[string]any{}}) {
		if _, object := p.node.(map[string]any); !object || strings.HasSuffix(p.path, ".owed") || strings.HasSuffix(p.path, ".makeup_capacity") {
			continue
		}
		levels++
		path := strings.TrimPrefix(p.path+".x_kept", ".")
		data := change(t, path, kept)
		t.Run(path, func(t *testing.T) { sameJSON(t, data, rewritten(t, data)) })
	}
	if levels < 24 {
		t.Errorf("only %d levels were tried", levels)
	}
}

// The lists that the engine ignores are the family's all the same.
func TestIgnoredListsAreKept(t *testing.T) {
	for _, list := range ignored {
		data := change(t, list, `[{"id": 5, "anything": `+kept+`}, null, "text"]`)
		sameJSON(t, data, rewritten(t, data))
	}
}

// Two versions of a record can be compared line by line: a row of a list is a
// line.
func TestARowIsALine(t *testing.T) {
	lines := strings.Split(string(rewritten(t, load(t, whole))), "\n")
	for _, want := range []string{
		`  "children": [`, `    {"id": "bo", "name": "Bo"}`, `  ],`, `  "letters": [`, `}`,
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("no line %q", want)
		}
	}
	row := `{"id": "}],[{", "name": "\"[\\", "x": [[], {}, [{"y": "]"}]]}`
	if got := string(rewritten(t, frame(`"children": [`+row+`, `+row[:8]+`2`+row[8:]+`]`))); !strings.Contains(got, "\n    "+row+",\n    ") {
		t.Errorf("brackets in a text broke its row:\n%s", got)
	}
}

func TestWritingIsDeterministic(t *testing.T) {
	data := change(t, "plans[0].services[0].x_kept", kept)
	want := rewritten(t, data)
	if !bytes.HasSuffix(want, []byte("}\n")) {
		t.Error("a file ends with a line of its own")
	}
	for range 20 {
		if got := rewritten(t, data); !bytes.Equal(got, want) {
			t.Fatal("the same record gave other bytes")
		}
	}
	if again := rewritten(t, want); !bytes.Equal(again, want) {
		t.Error("a file that we wrote changes when it is read and written again")
	}
}

// The order of fields in a file is nothing to what is written.
func TestOrderOfFieldsIsNothing(t *testing.T) {
	sorted := compact(t, tree(t, load(t, whole))) // by name
	if !bytes.Equal(rewritten(t, sorted), rewritten(t, load(t, whole))) {
		t.Error("the same fields in another order gave other bytes")
	}
}

// What we wrote reads as the very same record.
func TestReadAfterWriteIsEqual(t *testing.T) {
	for _, data := range [][]byte{load(t, whole), sample.File(), change(t, "esy[0].x_kept", kept)} {
		written := rewritten(t, data)
		first, err1 := exchange.Read(written)
		second, err2 := exchange.Read(rewritten(t, written))
		if err1 != nil || err2 != nil || !reflect.DeepEqual(first, second) {
			t.Errorf("not equal after a round trip: %v, %v", err1, err2)
		}
	}
}

// A file that we read must not grow into one that we refuse: the family would
// be locked out of what we wrote for it.
func TestWhatIsReadCanBeWrittenAndReadAgain(t *testing.T) {
	nested := strings.Repeat("[", 29) + rows("0", 190_000) + strings.Repeat("]", 29)
	data := frame(`"a": ` + nested + `, "b": ` + nested + `, "c": ` + nested + `, "d": ` + nested + `, "e": ` + nested + `, "f": ` + nested)
	if written := rewritten(t, data); len(written) > 64*megabyte {
		t.Errorf("%d MB were written as %d MB", len(data)/megabyte, len(written)/megabyte)
	}
}

// What a person's program escapes or indents is not a change.
func TestPlainValuesAreSpelledOneWay(t *testing.T) {
	for path, spelled := range map[string][2]string{
		"children[0].name":                 {`"\u0041na \u003cb\u003e"`, `"Ana <b>"`},
		"plans[0].services[0].page":        {`14`, `"14"`},
		"policies[0].deadline":             {`"end_of_school_year"`, ``},
		"calendars[0].school_weekdays":     {`["FR", "MO", "FR"]`, `["MO", "FR"]`},
		"plans[0].services[0].requirement": {`null`, ``},
	} {
		sameJSON(t, change(t, path, spelled[1]), rewritten(t, change(t, path, spelled[0])))
	}
}
