package history

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// Fold is the record as all acts leave it. It never fails. The values that the
// reader decodes are kept, so that folding again after one more act is quick;
// a history is folded by one reader.
func (h *History) Fold(read Reader) *Folded {
	if h.folded != nil {
		return h.folded
	}
	h.read = read
	f := &folding{history: h, read: read, nouns: h.inOrder()}
	for _, n := range f.nouns {
		n.settle(read)
	}
	f.hold()
	f.place()
	f.sift()
	h.folded = f.result()
	return h.folded
}

// inOrder are the nouns by their first acts.
func (h *History) inOrder() []*noun {
	if !h.sorted {
		sortByOrder(h.order)
		h.sorted = true
	}
	return h.order
}

// folding is a record while it is being folded.
type folding struct {
	history *History
	read    Reader
	nouns   []*noun
	record  record.Record
}

// value is the value that counts for a noun, nil when there is none.
func (f *folding) value(n *noun) any { return n.counts.value(n.key, f.read).value }

// place puts every living value into its list, the services into their plans.
func (f *folding) place() {
	r := &f.record
	sessions := 0
	for _, n := range f.nouns {
		if n.key.Noun == Session {
			sessions++
		}
	}
	r.Sessions = make([]iep.Session, 0, sessions)
	for _, n := range f.nouns {
		f.put(n)
	}
	f.placeServices()
}

func (f *folding) put(n *noun) {
	r := &f.record
	switch v := f.value(n).(type) {
	case *iep.Child:
		r.Children = append(r.Children, *v)
	case *calendar.SchoolYear:
		r.Calendars = append(r.Calendars, *v)
	case *policy.Policy:
		r.Policies = append(r.Policies, *v)
	case *iep.Plan:
		r.Plans = append(r.Plans, *v)
		r.Plans[len(r.Plans)-1].Services = nil
	case *iep.Session:
		r.Sessions = append(r.Sessions, *v)
	case *iep.Decision:
		r.Decisions = append(r.Decisions, *v)
		r.Decisions[len(r.Decisions)-1].ID = n.key.ID
	case *iep.Request:
		r.Requests = append(r.Requests, *v)
	case *iep.Meeting:
		r.Meetings = append(r.Meetings, *v)
	case *calendar.ESYWindow:
		r.ESY = append(r.ESY, *v)
	case *iep.Carryover:
		r.Carryovers = append(r.Carryovers, *v)
	case *iep.Contact:
		r.Contacts = append(r.Contacts, *v)
	case *iep.Note:
		r.Notes = append(r.Notes, *v)
	case *iep.Promise:
		r.Promises = append(r.Promises, *v)
	case *iep.Removal:
		r.Removals = append(r.Removals, *v)
	case *iep.Attachment:
		r.Attachments = append(r.Attachments, *v)
	case *iep.Arrangement:
		r.Arrangements = append(r.Arrangements, *v)
	case *record.Import:
		f.keepUnknown(v.Unknown)
	}
}

// keepUnknown takes over a file's own fields; of two files the later one's. A
// list that an older program did not know, and kept, is left in the act.
func (f *folding) keepUnknown(fields iep.Unknown) {
	if len(fields) > 0 && f.record.Unknown == nil {
		f.record.Unknown = iep.Unknown{}
	}
	for name, value := range fields {
		if !record.IsList(name) {
			f.record.Unknown[name] = value
		}
	}
}

// placeServices puts the services into their plans. One whose plan is not there
// is set aside.
func (f *folding) placeServices() {
	plans := map[string]*iep.Plan{}
	for i := range f.record.Plans {
		plans[f.record.Plans[i].ID] = &f.record.Plans[i]
	}
	for _, n := range f.nouns {
		if n.key.Noun != Service {
			continue
		}
		s, ok := f.value(n).(*record.PlacedService)
		if !ok {
			continue
		}
		if p := plans[s.PlanID]; p != nil {
			p.Services = append(p.Services, s.Service)
		} else {
			n.aside = refusal.From(record.NoPlan(s.PlanID))
		}
	}
}

// listed are the nouns by the names of the record's lists.
var listed = map[string]Noun{
	"children": Child, "calendars": Calendar, "policies": Policy, "plans": Plan, "services": Service,
	"sessions": Session, "decisions": Decision, "requests": Request, "meetings": Meeting, "esy": ESY,
	"carryovers": Carryover, "contacts": Contact, "notes": Note, "promises": Promise, "removals": Removal, "attachments": Attachment,
	"arrangements": Arrangement,
}

// sift sets aside what the record cannot hold.
func (f *folding) sift() {
	for _, a := range record.Sift(&f.record) {
		f.history.nouns[Key{listed[a.List], a.ID}].aside = a.Refusal
	}
}

func (f *folding) result() *Folded {
	h := f.history
	r := &Folded{
		Record: &f.record, Entries: make(map[Key]*Entry, len(f.nouns)), order: make([]*Entry, 0, len(f.nouns)),
		Late: slices.Clone(h.late), Heads: h.Heads(),
	}
	for _, n := range f.nouns {
		n.entry = f.entry(n)
		r.order = append(r.order, n.entry)
		r.Entries[n.key] = n.entry
		if n.entry.Aside != nil {
			r.Aside = append(r.Aside, Aside{n.key, n.aside})
		}
		if n.entry.Conflict {
			r.Conflicts = append(r.Conflicts, f.conflict(n))
		}
	}
	return r
}

// entry is the noun's entry: that of the last fold when it is still so.
func (f *folding) entry(n *noun) *Entry {
	e := &Entry{Key: n.key, State: Living, Conflict: len(n.versions) > 1, Last: n.counts.act, Order: n.order, Aside: n.aside}
	switch {
	case n.aside != nil:
		e.State = SetAside
	case n.withdrawn():
		e.State = Withdrawn
	}
	if was := n.entry; was != nil && was.State == e.State && was.Conflict == e.Conflict && was.Last == e.Last && sameRefusal(was.Aside, e.Aside) {
		return was
	}
	first := n.first()
	e.Value, e.Heads, e.First, e.Deed = f.value(n), n.names(), first.act, first.body.Deed
	if before := n.before(n.counts); e.State == Withdrawn && before != nil {
		e.Value = before.value(n.key, f.read).value
	}
	if stood := n.stands(n.counts); stood != nil {
		e.Stood = stood.act
		if before := n.before(stood); before != nil {
			e.Before = before.act
		}
	}
	return e
}

// first is the act with which the noun began, whatever the clock said: it
// leads back from the earliest by what each replaced.
func (n *noun) first() *node {
	first := n.acts[0]
	for range n.acts {
		i := slices.IndexFunc(first.priors, func(p *node) bool { return p.body != nil })
		if i < 0 {
			return first
		}
		first = first.priors[i]
	}
	return first
}

func sameRefusal(a, b *refusal.Refusal) bool {
	return a == b || a != nil && b != nil && a.Error() == b.Error()
}

func (f *folding) conflict(n *noun) Conflict {
	c := Conflict{Key: n.key, Heads: n.names(), StillUsed: n.stillUsed}
	for _, v := range n.versions {
		d := v.value(n.key, f.read)
		c.Versions = append(c.Versions, Version{v.act, d.value, d.wrong})
	}
	return c
}
