package history_test

import (
	"slices"
	"testing"

	"midweek/internal/core/history"
)

func never(history.Key, *history.Entry) bool { return false }

func needed(f *history.Folded, loose func(history.Key, *history.Entry) bool, keys ...history.Key) (ids []string) {
	for _, n := range f.Needing(keys, loose) {
		id := n.ID
		if n.Loose {
			id += " lets go"
		}
		ids = append(ids, id)
	}
	return ids
}

// A child takes along all that is hers; what can let go is told apart.
func TestWhatGoesAlong(t *testing.T) {
	h := family(t)
	h.does(missed("x", "first"), add(history.Decision, "d", small{Service: "sp"}), add(history.Meeting, "m", small{Child: "mia"}))
	h.does(add(history.Service, "speech-2", small{Plan: "iep", Series: "sp"}))
	f := h.fold()
	if got := needed(f, never, key(history.Child, "mia")); !slices.Equal(got, []string{"iep", "speech", "x", "d", "m", "speech-2"}) {
		t.Errorf("of the child: %v", got)
	}
	if got := needed(f, never, key(history.Service, "speech")); !slices.Equal(got, []string{"x"}) {
		t.Errorf("of one of two services: %v", got)
	}
	if got := needed(f, never, key(history.Service, "speech"), key(history.Service, "speech-2")); !slices.Equal(got, []string{"x", "d"}) {
		t.Errorf("of both services: %v", got)
	}
	plans := func(of history.Key, by *history.Entry) bool {
		return by.Noun == history.Plan && of.Noun == history.Calendar
	}
	if got := needed(f, plans, key(history.Calendar, "birch")); !slices.Equal(got, []string{"iep lets go"}) {
		t.Errorf("of the calendar: %v", got)
	}
	if got := needed(f, plans, key(history.Calendar, "birch"), key(history.Child, "mia")); got[0] != "iep" || len(got) != 6 {
		t.Errorf("of calendar and child: %v", got)
	}
}

// What would be is told, and nothing is changed by telling it.
func TestWhatWouldBe(t *testing.T) {
	h := family(t)
	ids := h.does(missed("x", "a secret"))
	before := h.Len()
	after, err := h.Foretell(h.Writer, "2027-03-12T08:00:00Z", []history.Change{h.Redact(ids, "private")}, read)
	if err != nil || after.Entries[x] != nil {
		t.Fatalf("%v, %v", after.Entries[x], err)
	}
	if a, _ := h.Act(ids[0]); h.Len() != before || a.Redacted() || h.fold().Entries[x] == nil {
		t.Error("it was done")
	}
}

// A name is found in any text of an act, however JSON writes it, and not in
// what was removed.
func TestActsThatSayAName(t *testing.T) {
	h := family(t)
	raw := missed("x", "")
	raw.Value = []byte(`{"service":"speech","first":"2027-03-11","last":"2027-03-11","status":"missed","deep":[{"name":"Se\u00f1ora"}]}`)
	ids := h.does(raw)
	says := func(text string) bool { return text == "Señora" }
	if found := h.Saying(says); len(found) != 1 || found[0].Hash() != ids[0] {
		t.Errorf("found %v", found)
	}
	h.does(h.Redact(ids, "private"))
	if found := h.Saying(says); found != nil {
		t.Errorf("found %v", found)
	}
}
