package history

import (
	"slices"
	"strings"
	"sync"
)

// references are who refers to what in a folded record, found at the first
// need and then for every question.
type references struct {
	once     sync.Once
	byKey    map[Key][]*Entry
	bySeries map[series][]*Entry
	services map[series]int // how many living services a series has
}

// Referring are the entries, those set aside too, that refer to a noun and
// would be left without it, in order. Of several services of a series none is
// needed by what names the series.
func (f *Folded) Referring(k Key) []*Entry {
	f.references.once.Do(f.refer)
	found := slices.Clone(f.references.byKey[k])
	if of, ok := f.seriesOf(f.Entries[k]); ok && f.onlyOne(k, of) {
		found = append(found, f.references.bySeries[of]...)
		if of.child != "" {
			found = append(found, f.references.bySeries[series{"", of.id}]...)
		}
	}
	slices.SortStableFunc(found, func(a, b *Entry) int { return strings.Compare(a.Order, b.Order) })
	found = slices.Compact(found)
	return slices.DeleteFunc(found, func(e *Entry) bool { return e.Key == k })
}

// onlyOne says whether no other living service has the series.
func (f *Folded) onlyOne(k Key, of series) bool {
	others := f.references.services[of]
	if f.Entries[k].State != Withdrawn {
		others--
	}
	return others == 0
}

func (f *Folded) refer() {
	r := &f.references
	r.byKey, r.bySeries, r.services = map[Key][]*Entry{}, map[series][]*Entry{}, map[series]int{}
	for _, e := range f.order {
		if e.State == Withdrawn {
			continue
		}
		eachReference(e.Value, func(noun Noun, id string) {
			k := Key{noun, id}
			r.byKey[k] = append(r.byKey[k], e)
		})
		eachSeries(e.Value, func(s series) { r.bySeries[s] = append(r.bySeries[s], e) })
		if s, ok := f.seriesOf(e); ok {
			r.services[s]++
		}
	}
}
