package app

import (
	"cmp"
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
)

// dayTo is the address of a day on the calendar of a child; where no school
// year has it, of Today.
func (f *search) dayTo(child string, on day.Day) string {
	whom := f.child
	if whom != "" {
		whom = child
	}
	for _, id := range f.CalendarsOf(whom) {
		if y := f.Year(id); y != nil && y.Span().Holds(on) {
			return dayHref(yearLabel(y), on)
		}
	}
	return href("today")
}

func (f *search) request(id string) (finding, bool) {
	r := byID(f.Record.Requests, id, func(r *iep.Request) string { return r.ID })
	if r == nil {
		return finding{}, false
	}
	return f.entry(r.ChildID, words.Put("find.request"), sentences(". ", r.Text, r.AnswerNote), cmp.Or(r.SentOn, r.ReceivedOn), href("today")), true
}

func (f *search) meeting(id string) (finding, bool) {
	m := byID(f.Record.Meetings, id, func(m *iep.Meeting) string { return m.ID })
	if m == nil {
		return finding{}, false
	}
	return f.entry(m.ChildID, words.Put("find.meeting"), m.Text, m.Date, f.dayTo(m.ChildID, m.Date)), true
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
	return f.entry(child, c.Called(), sentences(" · ", texts...), day.None, href("people")), true
}

func (f *search) note(id string) (finding, bool) {
	n := byID(f.Record.Notes, id, func(n *iep.Note) string { return n.ID })
	if n == nil {
		return finding{}, false
	}
	return f.entry(n.ChildID, words.Put("find.note"), sentences(". ", n.Text, n.SaidBy), n.Date, f.dayTo(n.ChildID, n.Date)), true
}

func (f *search) promise(id string) (finding, bool) {
	p := byID(f.Record.Promises, id, func(p *iep.Promise) string { return p.ID })
	if p == nil {
		return finding{}, false
	}
	return f.entry(p.ChildID, words.Put("find.promise"), sentences(". ", p.Text, p.By, p.Note), p.Date, f.dayTo(p.ChildID, p.Date)), true
}

func (f *search) removal(id string) (finding, bool) {
	m := byID(f.Record.Removals, id, func(m *iep.Removal) string { return m.ID })
	if m == nil {
		return finding{}, false
	}
	return f.entry(m.ChildID, words.Put("find.removal"), m.Note, m.First, f.dayTo(m.ChildID, m.First)), true
}

// attachment tells a file with what it belongs to, where it stands.
func (f *search) attachment(id string) (finding, bool) {
	a := byID(f.Record.Attachments, id, func(a *iep.Attachment) string { return a.ID })
	if a == nil {
		return finding{}, false
	}
	one := f.entry("", a.Name, a.Note, a.AddedOn, href("today"))
	for _, of := range a.Of {
		noun := f.nouns[history.Noun(of.Noun)]
		if noun.find == nil || of.Noun == string(history.Attachment) {
			continue
		}
		if owner, there := noun.find(f, of.ID); there {
			tell := one.tell
			one.tell = func() FindItem {
				item, at := tell(), owner.tell()
				item.To, item.Child = at.To, at.Child
				return item
			}
			return one, true
		}
	}
	return one, true
}

// byID is the value of an id in a list, or nil.
func byID[T any](list []T, id string, of func(*T) string) *T {
	at := slices.IndexFunc(list, func(value T) bool { return of(&value) == id })
	if at < 0 {
		return nil
	}
	return &list[at]
}

// carryover tells what was agreed at the end of a year, where it stands.
func (f *search) carryover(id string) (finding, bool) {
	o := byID(f.Record.Carryovers, id, func(o *iep.Carryover) string { return o.ID })
	if o == nil {
		return finding{}, false
	}
	return f.entry(o.ChildID, words.Put("find.carryover"), sentences(". ", o.AgreedBy, o.Note), o.Date, href("summer", o.ChildID)), true
}
