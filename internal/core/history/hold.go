package history

import (
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

// hold keeps withdrawn nouns to which an entry refers. It goes from what is
// referred to by entries of the log down to the children, so that a service
// that is kept keeps its plan.
func (f *folding) hold() {
	withdrawn := map[Noun][]*noun{}
	for _, n := range f.nouns {
		if n.withdrawn() {
			withdrawn[n.key.Noun] = append(withdrawn[n.key.Noun], n)
		}
	}
	for _, kind := range []Noun{Service, Plan, Child, Calendar, Policy} {
		if len(withdrawn[kind]) == 0 {
			continue
		}
		used := f.referredTo(kind)
		for _, n := range withdrawn[kind] {
			if used[n.key.ID] {
				n.hold(f.read)
			}
		}
		if kind == Service {
			f.holdSeries(withdrawn[kind])
		}
	}
}

// referredTo are the ids of a noun's kind that living values refer to.
func (f *folding) referredTo(kind Noun) map[string]bool {
	used := map[string]bool{}
	for _, n := range f.nouns {
		eachReference(f.value(n), func(noun Noun, id string) {
			if noun == kind {
				used[id] = true
			}
		})
	}
	return used
}

// holdSeries keeps the services of a series that an entry names and that no
// living service has.
func (f *folding) holdSeries(withdrawn []*noun) {
	living := map[series]bool{}
	for _, n := range f.nouns {
		if n.key.Noun == Service && !n.withdrawn() {
			living[series{"", n.key.ID}] = true
			f.eachName(n.counts, n.key, func(s series) { living[s] = true })
		}
	}
	missing := map[series]bool{}
	for _, n := range f.nouns {
		eachSeries(f.value(n), func(s series) { missing[s] = missing[s] || !living[s] })
	}
	for _, n := range withdrawn {
		if !n.withdrawn() {
			continue
		}
		needed := false
		if kept := n.kept(); kept != nil {
			f.eachName(kept, n.key, func(s series) { needed = needed || missing[s] })
		}
		if needed {
			n.hold(f.read)
		}
	}
}

// eachName calls see with the ways in which entries name a version of a
// service without its id: by its series, and by its child and series.
func (f *folding) eachName(version *node, key Key, see func(series)) {
	s, ok := version.value(key, f.read).value.(*record.PlacedService)
	if !ok {
		return
	}
	see(series{"", s.Series()})
	if plan := f.history.nouns[Key{Plan, s.PlanID}]; plan != nil {
		if kept := plan.kept(); kept != nil {
			see(series{childOfPlan(kept.value(plan.key, f.read).value), s.Series()})
		}
	}
}

func childOfPlan(plan any) string {
	if p, ok := plan.(*iep.Plan); ok {
		return p.ChildID
	}
	return ""
}
