package app

import (
	"cmp"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
)

func (f *search) request(id string) (finding, bool) {
	r := byID(f.Record.Requests, id, func(r *iep.Request) string { return r.ID })
	if r == nil {
		return finding{}, false
	}
	return f.entry(keyOf(history.Request, id), r.ChildID, words.Put("find.request"), sentences(". ", r.Text, r.AnswerNote), cmp.Or(r.SentOn, r.ReceivedOn)), true
}

func (f *search) meeting(id string) (finding, bool) {
	m := byID(f.Record.Meetings, id, func(m *iep.Meeting) string { return m.ID })
	if m == nil {
		return finding{}, false
	}
	return f.entry(keyOf(history.Meeting, id), m.ChildID, words.Put("find.meeting"), m.Text, m.Date), true
}

func (f *search) contact(id string) (finding, bool) {
	c := byID(f.Record.Contacts, id, func(c *iep.Contact) string { return c.ID })
	if c == nil {
		return finding{}, false
	}
	texts := []string{c.Note, c.Phone, c.Email}
	for _, role := range c.Roles {
		texts = append(texts, role.Organization)
	}
	child := ""
	if len(c.ChildIDs) == 1 {
		child = c.ChildIDs[0]
	}
	return f.entry(keyOf(history.Contact, id), child, c.Called(), sentences(" · ", texts...), day.None), true
}

func (f *search) note(id string) (finding, bool) {
	n := byID(f.Record.Notes, id, func(n *iep.Note) string { return n.ID })
	if n == nil {
		return finding{}, false
	}
	return f.entry(keyOf(history.Note, id), n.ChildID, words.Put("find.note"), sentences(". ", n.Text, n.SaidBy), n.Date), true
}

func (f *search) promise(id string) (finding, bool) {
	p := byID(f.Record.Promises, id, func(p *iep.Promise) string { return p.ID })
	if p == nil {
		return finding{}, false
	}
	return f.entry(keyOf(history.Promise, id), p.ChildID, words.Put("find.promise"), sentences(". ", p.Text, p.By, p.Note), p.Date), true
}

func (f *search) removal(id string) (finding, bool) {
	m := byID(f.Record.Removals, id, func(m *iep.Removal) string { return m.ID })
	if m == nil {
		return finding{}, false
	}
	return f.entry(keyOf(history.Removal, id), m.ChildID, words.Put("find.removal"), m.Note, m.First), true
}

func (f *search) arrangement(id string) (finding, bool) {
	a := f.Arrangement(id)
	if a == nil {
		return finding{}, false
	}
	series := f.Ledger.Find(a.SeriesID, a.ChildID)
	if series == nil {
		return finding{}, false
	}
	var texts []string
	for i := range a.Steps {
		texts = append(texts, a.Steps[i].By, a.Steps[i].Note)
	}
	title := words.Put("find.arrangement", "service", f.titleOf(series))
	return f.entry(keyOf(history.Arrangement, id), a.ChildID, title, sentences(". ", texts...), a.Date), true
}

// attachment tells a file; one of another child than the one looked at leads to
// that child.
func (f *search) attachment(id string) (finding, bool) {
	a := byID(f.Record.Attachments, id, func(a *iep.Attachment) string { return a.ID })
	if a == nil {
		return finding{}, false
	}
	child := f.child
	if !f.wantsPaper(PapersQuery{}, a) {
		child = f.ownersOf(a)[0]
	}
	return f.entry(keyOf(history.Attachment, id), child, a.Name, a.Note, a.AddedOn), true
}

// carryover tells what was agreed at the end of a year, where it stands.
func (f *search) carryover(id string) (finding, bool) {
	o := byID(f.Record.Carryovers, id, func(o *iep.Carryover) string { return o.ID })
	if o == nil {
		return finding{}, false
	}
	return f.entry(keyOf(history.Carryover, id), o.ChildID, words.Put("find.carryover"), sentences(". ", o.AgreedBy, o.Note), o.Date), true
}
