package history_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"midweek/internal/core/history"
	"midweek/internal/core/record"
)

// nouns are what the random families write about: few ids, so that homes meet.
var nouns = map[history.Noun][]string{
	history.Child: {"mia", "leo"}, history.Calendar: {"birch"}, history.Policy: {"ours"}, history.Plan: {"iep", "iep2"},
	history.Service: {"speech", "ot"}, history.Session: {"a", "b", "c"}, history.Decision: {"d"}, history.Request: {"q"},
	history.Meeting: {"m"}, history.ESY: {"summer"}, history.Import: {"file"}, "letter": {"l"},
	history.Arrangement: {"makeup"},
}

func keys() []history.Key {
	var all []history.Key
	for noun, list := range nouns {
		for _, id := range list {
			all = append(all, key(noun, id))
		}
	}
	slices.SortFunc(all, func(a, b history.Key) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return all
}

// drawSmall draws a value, in order or not, that refers to something or to
// nothing.
func drawSmall(t *rapid.T) small {
	of := func(noun history.Noun) string {
		return rapid.SampledFrom(append([]string{"nowhere"}, nouns[noun]...)).Draw(t, string(noun))
	}
	return small{
		Name: rapid.SampledFrom([]string{"", "one", "two"}).Draw(t, "name"), Child: of(history.Child), Plan: of(history.Plan),
		Calendars: []string{"birch"}, Service: rapid.SampledFrom([]string{"speech", "ot", "sp", "nowhere"}).Draw(t, "service"),
		Series: rapid.SampledFrom([]string{"", "sp"}).Draw(t, "series"),
		First:  rapid.SampledFrom([]string{"2026-09-01", "2026-09-01", "2027-09-01", "2027-02-30"}).Draw(t, "first"), Last: "2027-06-11",
		Status: rapid.SampledFrom([]string{"missed", "delivered", "partial"}).Draw(t, "status"),
		Owed:   "yes", Capacity: map[string]int{"sp": rapid.IntRange(-1, 2).Draw(t, "minutes")},
	}
}

// change draws what a person could do to a noun as it stands: settle it when it
// is in conflict, sometimes.
func (h *home) change(t *rapid.T) []history.Change {
	k := rapid.SampledFrom(keys()).Draw(t, "noun")
	c := history.Change{Kind: history.Correct, Noun: k.Noun, ID: k.ID, Value: value(drawSmall(t))}
	e := h.fold().Entries[k]
	switch {
	case e == nil:
		c.Kind = history.Add
	case rapid.IntRange(0, 2).Draw(t, "withdraw") == 0:
		c.Kind, c.Value = history.Withdraw, nil
	}
	for _, conflict := range h.fold().Conflicts {
		if conflict.Key == k {
			c.Settles = conflict.Heads
			if rapid.Bool().Draw(t, "leave it") {
				return nil
			}
		}
	}
	return []history.Change{c}
}

// act lets a home do one thing: write, undo, redo, or take what another has.
func (h *home) act(t *rapid.T, others []*home) {
	switch rapid.IntRange(0, 5).Draw(t, "does") {
	case 0:
		if d, blockers := h.Undoable(h.Device, h.Author); d != nil && len(blockers) == 0 {
			h.does(h.UndoChanges(d)...)
		}
	case 1:
		h.gets(others[rapid.IntRange(0, 2).Draw(t, "from")])
		h.unfork()
	case 2:
		if d, blockers := h.Redoable(h.Device, h.Author); d != nil && len(blockers) == 0 {
			h.does(h.UndoChanges(d)...)
		}
	default:
		h.clock = h.clock.Add(-100 * time.Second) // written before the act it follows
		if changes := h.change(t); changes != nil {
			h.does(changes...)
		}
	}
}

// unfork takes a new device id when the chain is seen to fork.
func (h *home) unfork() {
	for _, fork := range h.Forks() {
		if fork.Device == h.Device {
			h.Device += "+" + h.Author
		}
	}
}

// homes draws three homes that wrote, met, parted and were copied.
func homes(t *rapid.T) []*home {
	mom := family(t)
	all := []*home{mom, second(mom, "phone", "Dad"), second(mom, "laptop", "Copy")}
	for range rapid.IntRange(1, 25).Draw(t, "steps") {
		all[rapid.IntRange(0, 2).Draw(t, "who")].act(t, all)
	}
	return all
}

// The acts of three homes, with forks and settlements that did not know of each
// other, give the same record in any order and however often they are joined.
func TestAnyUnionIsTheSameRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := homes(t)
		var want *history.Folded
		for range 3 {
			joined := newHome(t, "reader", "Reader")
			for _, i := range append(rapid.Permutation([]int{0, 1, 2}).Draw(t, "order"), rapid.IntRange(0, 2).Draw(t, "again")) {
				joined.gets(all[i])
				if rapid.Bool().Draw(t, "looks") {
					joined.fold()
				}
			}
			got := joined.fold()
			if want == nil {
				want = got
			}
			sameFold(t, got, want)
		}
	})
}

func sameFold(t *rapid.T, got, want *history.Folded) {
	t.Helper()
	if !reflect.DeepEqual(got.Record, want.Record) {
		t.Fatalf("the records differ:\n%+v\n%+v", got.Record, want.Record)
	}
	if !reflect.DeepEqual(got.Aside, want.Aside) || !reflect.DeepEqual(got.Late, want.Late) || !reflect.DeepEqual(got.Heads, want.Heads) {
		t.Fatalf("aside, late or heads differ:\n%v\n%v", got, want)
	}
	if len(got.Conflicts) != len(want.Conflicts) || len(history.Changed(want, got)) != 0 {
		t.Fatalf("%d conflicts, want %d; %d entries differ", len(got.Conflicts), len(want.Conflicts), len(history.Changed(want, got)))
	}
	for i, c := range got.Conflicts {
		w := want.Conflicts[i]
		if c.Key != w.Key || c.StillUsed != w.StillUsed || !slices.Equal(c.Heads, w.Heads) || len(c.Versions) != len(w.Versions) {
			t.Fatalf("a conflict differs:\n%+v\n%+v", c, w)
		}
		for j, v := range c.Versions {
			if v.Act.Hash() != w.Versions[j].Act.Hash() || !reflect.DeepEqual(v.Value, w.Versions[j].Value) {
				t.Fatalf("the versions of %v differ", c.Key)
			}
		}
	}
}

// Folding again after each act, with what was kept, is folding all of it anew;
// what is set aside and what is in the record are all there is.
func TestFoldingOnIsFoldingAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, h := range homes(t) {
			anew := history.New("family")
			if err := anew.Load(values(h.Acts())); err != nil {
				t.Fatal(err)
			}
			f := h.fold()
			sameFold(t, f, anew.Fold(read))
			if err := record.Check(f.Record); err != nil {
				t.Fatalf("the record is not in order: %v", err)
			}
			living := 0
			for _, e := range f.InOrder() {
				if e.State == history.Living && e.Noun != history.Import && e.Noun != history.Export {
					living++
				}
			}
			if rows := rowsOf(f.Record); rows != living || len(f.Entries) != len(f.InOrder()) {
				t.Fatalf("%d rows, %d living entries", rows, living)
			}
		}
	})
}

func rowsOf(r *record.Record) int {
	n := len(r.Children) + len(r.Calendars) + len(r.Policies) + len(r.Plans) + len(r.Sessions) + len(r.Decisions) +
		len(r.Requests) + len(r.Meetings) + len(r.ESY) + len(r.Arrangements)
	for _, p := range r.Plans {
		n += len(p.Services)
	}
	return n
}

// shown is what a fold says of every noun. In which order they stand is left
// out: that is by the clock, which may go back between a deed and its redo.
func shown(f *history.Folded) map[history.Key]history.Entry {
	all := map[history.Key]history.Entry{}
	for key, e := range f.Entries {
		all[key] = history.Entry{Key: key, State: e.State, Conflict: e.Conflict, Value: e.Value, Aside: e.Aside}
	}
	return all
}

// To undo and to redo changes nothing that is shown.
func TestUndoThenRedoChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := homes(t)[rapid.IntRange(0, 2).Draw(t, "home")]
		before, undone := h.fold(), 0
		for range rapid.IntRange(1, 4).Draw(t, "levels") {
			d, blockers := h.Undoable(h.Device, h.Author)
			if d == nil || len(blockers) > 0 {
				break
			}
			h.takesBack(d, blockers)
			undone++
		}
		for range undone {
			d, blockers := h.Redoable(h.Device, h.Author)
			if len(blockers) > 0 && blockers[0].Code == history.ReferredTo {
				t.Skip("a withdrawal that did not hold is not done again")
			}
			h.takesBack(d, blockers)
		}
		after := h.fold()
		if !reflect.DeepEqual(shown(before), shown(after)) || rowsOf(before.Record) != rowsOf(after.Record) {
			t.Fatalf("after %d undos and redos:\n%+v\n%+v", undone, shown(before), shown(after))
		}
	})
}
