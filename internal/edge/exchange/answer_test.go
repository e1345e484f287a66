package exchange_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/say"
	"midweek/internal/edge/exchange"
)

var update = flag.Bool("update", false, "write the answers anew; read the difference")

const asOf = "2025-03-20"

// answer is what `evaluate --json` says of a record.
func answer(t testing.TB, data []byte) []byte {
	t.Helper()
	r, err := exchange.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Compute(r, day.MustParse(asOf))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, exchange.AnswerOf(l, say.English.Warning)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Scripts of others read this answer: its names, its order and its nulls stay.
func TestTheAnswerOfEvaluate(t *testing.T) {
	const golden = "testdata/small.answer.json"
	got := answer(t, load(t, "testdata/small.json"))
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := load(t, golden)
	sameJSON(t, want, got)
	if !bytes.Equal(want, got) {
		t.Error("the same values, written in another way")
	}
}

func TestTheAnswerOfAnEmptyRecordHasNoNull(t *testing.T) {
	got := string(answer(t, frame("")))
	if want := "{\n  \"as_of\": \"2025-03-20\",\n  \"services\": []\n}\n"; got != want {
		t.Errorf("got %q", got)
	}
	bare := frame(`"children": [{"id": "a"}], "plans": [{"id": "p", "child_id": "a", "kind": "IEP", "services": [{"id": "s", "start": "2025-01-01", "end": "2025-02-01"}]}]`)
	if got := string(answer(t, bare)); strings.Contains(got, "null") {
		t.Errorf("a list that is null: %s", got)
	}
}

// The order of a file is nothing to the answer.
func TestServicesAreAnsweredInOrderOfTheirSeries(t *testing.T) {
	root := tree(t, load(t, "testdata/small.json")).(map[string]any)
	services := at(t, root, []string{"plans", "0", "services"}).([]any)
	services[0], services[1] = services[1], services[0]
	if !bytes.Equal(answer(t, compact(t, root)), answer(t, load(t, "testdata/small.json"))) {
		t.Error("another order of services gave another answer")
	}
}

// Whatever stands in a name, programs get it whole.
func TestWordsFromOutsideReachProgramsIntact(t *testing.T) {
	nasty := "<img src=x onerror=alert(1)>\u202e\x1b[31m\u2028\U0001f600\x00\"\\"
	root := tree(t, load(t, "testdata/small.json")).(map[string]any)
	at(t, root, []string{"sessions", "0"}).(map[string]any)["reason"] = nasty
	at(t, root, []string{"plans", "0", "services", "0", "schedules", "0"}).(map[string]any)["id"] = nasty
	slots := at(t, tree(t, answer(t, compact(t, root))), []string{"services", "1", "slots", "0"}).(map[string]any)
	if slots["reason"] != nasty || slots["schedule_id"] != nasty {
		t.Errorf("got %q and %q", slots["reason"], slots["schedule_id"])
	}
}
