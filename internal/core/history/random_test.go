package history_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"midweek/internal/core/history"
	"midweek/internal/core/record"
)

// A forger makes sound acts that no window would write: any kind, any value,
// replacing anything on the same noun, undoing and redacting anything.
type forger struct {
	*rapid.T
	acts   []history.Act
	bodies []history.Body
}

func (f *forger) pick(label string, words ...string) string {
	return rapid.SampledFrom(words).Draw(f.T, label)
}

// oneOf is the place of one of the acts so far.
func (f *forger) oneOf(label string) int { return rapid.IntRange(0, len(f.acts)-1).Draw(f.T, label) }

func (f *forger) body() history.Body {
	k := rapid.SampledFrom(keys()).Draw(f.T, "noun")
	b := history.Body{V: 1, Deed: f.pick("deed", "d1", "d2", "d3", "d4", "d5"), Noun: k.Noun, ID: k.ID}
	b.Kind = history.Kind(f.pick("kind", "add", "add", "correct", "correct", "withdraw", "undo", "redact"))
	switch {
	case b.Kind == history.Redact:
		b.Noun, b.ID = "", ""
		for range rapid.IntRange(0, min(3, len(f.acts))).Draw(f.T, "redacts") {
			b.Of = append(b.Of, string(f.acts[f.oneOf("redacts")].Hash()))
		}
	case b.Kind == history.Withdraw:
	case b.Kind == history.Undo:
		b.Of = []string{f.pick("of", "d1", "d2", "d3", "d4", "d5", "none")}
		fallthrough
	default:
		b.Value = []byte(f.pick("value", string(value(drawSmall(f.T))), string(value(drawSmall(f.T))), "7", "null"))
	}
	return b
}

// forge adds an act at the end of a chain, or beside the end, which forks it.
func (f *forger) forge() {
	b := f.body()
	data, err := json.Marshal(b)
	if err != nil {
		f.Fatal(err)
	}
	at := time.Date(2027, 1, 1, 0, rapid.IntRange(0, 5).Draw(f.T, "minute"), 0, 0, time.UTC)
	a := history.Act{
		Record: "family", Device: f.pick("device", "laptop", "phone"), N: 1, Author: f.pick("author", "Mom", "Dad"),
		At: at.Format(time.RFC3339), Salt: []byte(fmt.Sprintf("%016d", len(f.acts))), Body: data,
	}
	sum := sha256.Sum256(append(slices.Clone(a.Salt), data...))
	a.Commit = history.Hash(hex.EncodeToString(sum[:]))
	if len(f.acts) > 0 {
		if before := &f.acts[f.oneOf("after")]; before.Device == a.Device {
			a.N, a.Prev = before.N+1, before.Hash()
		} else {
			a.Seen = []history.Hash{before.Hash()}
		}
	}
	for i := range f.acts {
		if f.bodies[i].Key() == b.Key() && b.Noun != "" && rapid.Bool().Draw(f.T, "replaces") {
			a.Priors = append(a.Priors, f.acts[i].Hash())
		}
	}
	slices.Sort(a.Priors)
	f.acts, f.bodies = append(f.acts, a), append(f.bodies, b)
}

// redact takes out bodies that a redact names.
func (f *forger) redact() {
	for _, b := range f.bodies {
		for i := range f.acts {
			if b.Kind == history.Redact && f.bodies[i].Kind != history.Redact && slices.Contains(b.Of, string(f.acts[i].Hash())) && rapid.Bool().Draw(f.T, "carried out") {
				f.acts[i].Body, f.acts[i].Salt = nil, nil
			}
		}
	}
}

// Whatever the acts say, as long as they are sound, there is a record that can
// be computed, and every question has an answer.
func TestTheFoldNeverFails(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := &forger{T: t}
		for range rapid.IntRange(1, 30).Draw(t, "acts") {
			f.forge()
		}
		f.redact()
		h, backwards := history.New("family"), history.New("family")
		if err := h.Load(f.acts); err != nil {
			t.Fatalf("sound acts: %v", err)
		}
		half := len(f.acts) / 2
		for _, part := range [][]history.Act{f.acts, f.acts[half:], f.acts[:half]} {
			if err := backwards.Load(part); err != nil {
				t.Fatal(err)
			}
		}
		folded := h.Fold(read)
		sameFold(t, backwards.Fold(read), folded)
		if err := record.Check(folded.Record); err != nil {
			t.Fatalf("the record is not in order: %v", err)
		}
		askEverything(t, h, folded)
	})
}

func askEverything(t *rapid.T, h *history.History, folded *history.Folded) {
	for _, device := range []string{"laptop", "phone"} {
		for _, author := range []string{"Mom", "Dad"} {
			if d, _ := h.Undoable(device, author); d != nil {
				h.UndoChanges(d)
			}
			if d, _ := h.Redoable(device, author); d != nil && d.Kind != history.Undo {
				t.Fatalf("a deed of kind %s can be redone", d.Kind)
			}
		}
	}
	for _, d := range h.Deeds() {
		if d.Done() == nil || len(d.What()) == 0 {
			t.Fatalf("the deed %+v did nothing", d)
		}
	}
	for _, e := range folded.InOrder() {
		folded.Referring(e.Key)
		acts := h.EntryActs(e.Key)
		if acts[0] == nil || !slices.Contains(acts, e.First) || !slices.Contains(acts, e.Last) {
			t.Fatalf("the history of %v lacks its first or last act", e.Key)
		}
	}
	askHistories(t, h, folded)
	h.Forks()
	h.Asked()
	if changed := history.Changed(folded, folded); changed != nil || len(history.Changed(nil, folded)) != len(folded.InOrder()) {
		t.Fatalf("nothing changed, and %v did", changed)
	}
	if !reflect.DeepEqual(folded.Heads, h.Heads()) {
		t.Fatal("the fold has other heads")
	}
}

// askHistories asks what the screens of an entry's history and of the recent
// changes show.
func askHistories(t *rapid.T, h *history.History, folded *history.Folded) {
	never := func(history.Key, *history.Entry) bool { return false }
	for _, e := range folded.InOrder() {
		lines := h.Lines(e.Key)
		holding, counting, readable := 0, 0, 0
		for _, l := range lines {
			if l.Holds {
				holding++
			}
			if l.Counts {
				counting++
			}
			if l.Body != nil {
				readable++
			}
			if (l.Body == nil) != (l.Removed != nil) {
				t.Fatalf("%v: an act without words, or without what removed them: %+v", e.Key, l)
			}
		}
		if holding != len(e.Heads) || counting != 1 || readable != len(h.EntryActs(e.Key)) {
			t.Fatalf("%v: %d hold, %d count, %d can be read", e.Key, holding, counting, readable)
		}
		for _, need := range folded.Needing([]history.Key{e.Key}, never) {
			if need.Key == e.Key {
				t.Fatalf("%v needs itself", e.Key)
			}
		}
	}
	for _, author := range []string{"Mom", "Dad"} {
		offered, _ := h.Undoable("laptop", author)
		for _, r := range h.Recent("laptop", author) {
			if r.Chance == history.Offered && r.ID != offered.ID {
				t.Fatalf("%s is offered, Undo would take back %s", r.ID, offered.ID)
			}
		}
	}
	if all := h.Saying(func(string) bool { return true }); len(all) > h.Len() {
		t.Fatalf("%d of %d acts say something", len(all), h.Len())
	}
}
