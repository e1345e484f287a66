package store_test

import (
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
)

// searched is a small family with some words in it.
func searched(t *testing.T) *home {
	h := newHome(t, t.TempDir())
	h.do(small(t)...)
	note := func(id, text string) history.Change {
		c := session(t, 1, "")
		s := &iep.Session{ID: id, ServiceID: "sp", Date: 46000, Kind: iep.Regular, Status: iep.Missed, Reason: iep.ProviderAbsent, Note: text}
		c = adds(t, history.Session, id, s)
		return c
	}
	h.do(note("zebra", "Zoë was ill; the THERAPIST called"), note("s2", "the substitute came late"), note("s3", "straße"))
	h.do(note("s4", "the substitute came, "+strings.Repeat("and then some ", 40)+"a telescope"))
	return h
}

func TestSearch(t *testing.T) {
	h := searched(t)
	defer h.store.Close()
	for _, c := range []struct{ text, want string }{
		{"zoe", "zebra"},
		{"ZOË", "zebra"},
		{"therap", "zebra"},
		{"substitute late", "s2"},
		{"late   substitute!", "s2"},
		{"twice", "sp"},  // the plan's own words
		{"ana", "ana"},   // a name
		{"speech", "sp"}, // what kind of service
		{"zebra", ""},    // an id
		{"substitutes", ""},
		{"ill OR late", ""},
		{`ill" OR "late`, ""},
		{"NEAR(ill)", ""},
		{"text: ill*", ""},
		{"", ""},
		{" ?! \x00 ", ""},
		{"straße", "s3"},
	} {
		hits, err := h.store.Search(c.text, 10)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
		}
		var ids []string
		for _, hit := range hits {
			ids = append(ids, hit.Key.ID)
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%q finds %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAHitShowsThePlace(t *testing.T) {
	h := searched(t)
	defer h.store.Close()
	hits, err := h.store.Search("telescope", 10)
	if err != nil || len(hits) != 1 {
		t.Fatalf("%v, %v", hits, err)
	}
	if s := hits[0].Snippet; !strings.HasPrefix(s, "…") || !strings.Contains(s, "a telescope") || len(s) > 150 {
		t.Errorf("shows %q", s)
	}
	if hits[0].Key != (history.Key{Noun: history.Session, ID: "s4"}) {
		t.Errorf("found in %v", hits[0].Key)
	}
	if hits, _ := h.store.Search("provider absent", 2); len(hits) != 2 {
		t.Errorf("%d hits, asked for 2", len(hits))
	}
}

// The index follows every change.
func TestSearchFollowsWhatIsDone(t *testing.T) {
	h := searched(t)
	defer h.store.Close()
	finds := func(text string, want ...string) {
		t.Helper()
		hits, err := h.store.Search(text, 10)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, hit := range hits {
			ids = append(ids, hit.Key.ID)
		}
		slices.Sort(ids)
		if !slices.Equal(ids, want) {
			t.Errorf("%q finds %v, want %v", text, ids, want)
		}
	}
	finds("substitute", "s2", "s4")
	h.do(history.Change{Kind: history.Withdraw, Noun: history.Session, ID: "s2"})
	finds("substitute", "s4")
	c := adds(t, history.Session, "s4", &iep.Session{ID: "s4", ServiceID: "sp", Date: 46000, Kind: iep.Regular, Status: iep.Missed, Note: "a microscope"})
	c.Kind = history.Correct
	h.do(c)
	finds("substitute")
	finds("microscope", "s4")
	deed, _ := h.history.Undoable("laptop", "Mom")
	h.do(h.history.UndoChanges(deed)...)
	finds("microscope")
	finds("telescope", "s4")
	if err := h.store.Rebuild(h.fold()); err != nil {
		t.Fatal(err)
	}
	finds("telescope", "s4")
}
