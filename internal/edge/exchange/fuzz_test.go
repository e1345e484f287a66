package exchange_test

import (
	"bytes"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/edge/exchange"
)

// Whatever the bytes, reading never panics and refuses only in words for a
// person. What it accepts can be computed, written, and read again to the
// same bytes.
func FuzzRead(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			t.Skip("long")
		}
		exchange.IsRecord(data)
		if _, err := exchange.ReadCalendar(data); err != nil {
			forAPerson(t, err)
		}
		readComputeAndWrite(t, data)
	})
}

// readComputeAndWrite takes a file through everything that is done with one.
func readComputeAndWrite(t testing.TB, data []byte) {
	t.Helper()
	r, err := exchange.Read(data)
	if err != nil {
		forAPerson(t, err)
		return
	}
	l, err := ledger.Compute(r, day.MustParse(asOf))
	if err != nil {
		forAPerson(t, err) // too many slots
	} else if err := exchange.WriteJSON(new(bytes.Buffer), exchange.AnswerOf(l, say.English.Warning)); err != nil {
		t.Error(err)
	}
	written := rewritten(t, data)
	if again := rewritten(t, written); !bytes.Equal(written, again) {
		t.Errorf("written as\n%s\nand again as\n%s", written, again)
	}
}

func forAPerson(t testing.TB, err error) {
	t.Helper()
	r := refusal.From(err)
	if r == nil {
		t.Fatalf("not a refusal: %v", err)
	}
	if !say.English.Has("refusal." + string(r.Code)) {
		t.Errorf("no words for %v", r)
	}
}

// seeds are small, so that a fuzzer finds its way through them.
func seeds(t testing.TB) [][]byte {
	list := [][]byte{
		compact(t, tree(t, load(t, whole))), compact(t, tree(t, load(t, "testdata/small.json"))), frame(""),
		[]byte("{"), []byte("null"), nil, compact(t, at(t, tree(t, load(t, whole)), []string{"calendars", "0"})),
		change(t, "plans[0].services[0].schedules[0].x", kept),
		change(t, "plans[0].services[0].page", "1e400"),
		change(t, "plans[0].services[0].schedules[0].extra_dates", `["1900-01-01", null]`),
		change(t, "policies[0].deadline", `{"days": 5, "x": 1}`),
		change(t, "sessions[0].makeup_for", `[null, "", "sp:2024-08-27:tue", "sp:x"]`),
	}
	for path, values := range extremes {
		list = append(list, change(t, path, values[0]))
	}
	return list
}
