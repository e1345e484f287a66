package history_test

import (
	"slices"
	"testing"

	"midweek/internal/core/history"
)

func chances(h *home) (list []history.Chance) {
	for _, r := range h.Recent(h.Device, h.Author) {
		list = append(list, r.Chance)
	}
	return list
}

// Of all deeds one can be taken back at a time; each other says why not.
func TestTheChancesOfDeeds(t *testing.T) {
	h := family(t)
	h.does(missed("x", "first"))
	want := func(what string, chances_ ...history.Chance) {
		t.Helper()
		h.fold()
		if got := chances(h); !slices.Equal(got, chances_) {
			t.Errorf("%s: %v, want %v", what, got, chances_)
		}
	}
	want("written", history.Offered, history.LaterOne)
	h.undoes()
	want("taken back", history.Again, history.TakenBack, history.Offered)
	h.redoes()
	want("done again", history.Offered, history.TakenBack, history.Restored, history.LaterOne)
	if r := h.Recent("laptop", "Mom"); !r[0].Redoes() || r[1].Redoes() || r[2].Redoes() || r[1].By.ID != r[0].ID || r[2].By.ID != r[0].ID || r[3].By.ID != r[0].ID {
		t.Errorf("%+v", r)
	}
	h.undoes()
	h.does(given("y"))
	if got := chances(h); got[0] != history.Offered || got[1] != history.Passed || got[2] != history.TakenBack {
		t.Errorf("after something else: %v", got)
	}
	ids := h.does(given("z"))
	h.does(h.Redact(ids, "private"))
	if got := chances(h); got[0] != history.Lasting || got[1] != history.Offered {
		t.Errorf("after a removal: %v", got)
	}
}

// What another wrote is not offered, and what he changed since is in the way.
func TestWhatIsInTheWayOfADeed(t *testing.T) {
	mom := family(t)
	mom.does(missed("x", "first"))
	dad := second(mom, "phone", "Dad")
	dad.does(correct(history.Session, "x", small{Service: "speech", Status: "delivered"}))
	mom.gets(dad)
	mom.fold()
	r := mom.Recent("laptop", "Mom")
	if r[0].Chance != history.Elsewhere || r[1].Chance != history.InTheWay || r[1].Blockers[0].Code != history.ChangedSince {
		t.Errorf("%+v", r)
	}
	if keys := r[2].Keys(); len(keys) != 5 || keys[0] != key(history.Child, "mia") || !slices.Equal(r[2].Children(), []string{"mia"}) {
		t.Errorf("the first deed is about %v, %v", keys, r[2].Children())
	}
}

// A removal is told by how many acts it names.
func TestARemovalIsTold(t *testing.T) {
	h := family(t)
	ids := append(h.does(given("y")), h.does(given("z"))...)
	h.does(h.Redact(ids, "private"))
	if got := h.Recent("laptop", "Mom")[0].What(); len(got) != 1 || got[0] != (history.What{Kind: history.Redact, Count: 2}) {
		t.Errorf("%+v", got)
	}
}
