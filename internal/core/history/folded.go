package history

import (
	"reflect"
	"slices"
	"strings"

	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// Folded is a record with what it was folded from. It is a value: what is
// written later does not change it.
type Folded struct {
	// Record holds the living entries that are in order, each list in the order
	// of Entry.Order. A decision that came without an id has its noun's.
	Record    *record.Record
	Entries   map[Key]*Entry // every noun that has a readable act
	Aside     []Aside        // in order
	Conflicts []Conflict     // in order
	Late      []Hash         // acts that were written, by their At, before one that they follow; sorted
	Heads     []Hash         // the ends of the chains that it was folded from, sorted

	order []*Entry

	references references
}

// A State is what a noun is in the folded record.
type State string

// The states of an entry.
const (
	Living    State = "living"
	Withdrawn State = "withdrawn"
	SetAside  State = "set_aside"
	Gone      State = "gone" // only among Changed: no readable act is left
)

// An Entry is one noun as its acts leave it.
type Entry struct {
	Key
	State    State
	Conflict bool             // several values hold; see Folded.Conflicts
	Value    any              // what the Reader answered; of a withdrawn entry what it was; nil when not readable
	Order    string           // sorts as the record's lists do
	Heads    []Hash           // the acts that nothing replaces, sorted
	First    *Act             // the first readable act on it
	Deed     string           // the deed that First is of
	Last     *Act             // the act whose value counts; of a withdrawn entry the withdrawal
	Aside    *refusal.Refusal // why it is set aside; nil otherwise
	Stood    *Act             // the act in force: Last, or after an undo the one that stands again; nil where that was none
	Before   *Act             // the version before Stood; nil when it is the first that can be read
}

// Aside is an entry that the record cannot hold, with the reason. It counts in
// no number, and what refers to it is set aside too.
type Aside struct {
	Key
	Refusal *refusal.Refusal
}

// A Conflict is a noun of which several values hold. The first version counts
// until a person settles it, by a change that names all the heads.
type Conflict struct {
	Key
	Heads    []Hash    // for Change.Settles
	Versions []Version // two or more
	// StillUsed says that the noun was withdrawn while an entry refers to it,
	// so that the version before counts.
	StillUsed bool
}

// A Version is one of the values in a conflict.
type Version struct {
	Act     *Act
	Value   any              // nil when withdrawn, or not readable
	Refusal *refusal.Refusal // why it is not readable; nil otherwise
}

// InOrder are all entries, in the order of Entry.Order.
func (f *Folded) InOrder() []*Entry { return f.order }

// Changed are the entries that differ between two folds, in order; one of which
// nothing is left comes last, as Gone and without a value. Before may be nil.
func Changed(before, after *Folded) []*Entry {
	var changed []*Entry
	if before == nil {
		before = &Folded{}
	}
	for _, e := range after.order {
		if was := before.Entries[e.Key]; was == nil || !was.equal(e) {
			changed = append(changed, e)
		}
	}
	for _, e := range before.order {
		if after.Entries[e.Key] == nil {
			changed = append(changed, &Entry{Key: e.Key, State: Gone, Order: e.Order})
		}
	}
	return changed
}

func (e *Entry) equal(other *Entry) bool {
	return e == other || e.State == other.State && e.Conflict == other.Conflict && e.Order == other.Order &&
		slices.Equal(e.Heads, other.Heads) && e.Last.Hash() == other.Last.Hash() &&
		reflect.DeepEqual(e.Aside, other.Aside) && reflect.DeepEqual(e.Value, other.Value)
}

func (f *Folded) seriesOf(e *Entry) (series, bool) {
	if e == nil {
		return series{}, false
	}
	s, ok := e.Value.(*record.PlacedService)
	if !ok {
		return series{}, false
	}
	of := series{"", s.Series()}
	if plan := f.Entries[Key{Plan, s.PlanID}]; plan != nil {
		of.child = childOfPlan(plan.Value)
	}
	return of, true
}

// sortByOrder sorts nouns as the record's lists are.
func sortByOrder(nouns []*noun) {
	slices.SortFunc(nouns, func(a, b *noun) int { return strings.Compare(a.order, b.order) })
}
