package binder

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// A Transfer is a move to another agency, to another school, or to both: the
// services of a plan end on the old sheet and begin on a new one.
type Transfer struct {
	Plan     string
	Series   []string // that move
	Last     day.Day  // with the old one
	First    day.Day  // with the new one; days between count for neither
	Agency   string   // responsible from then on
	Calendar string   // id of the calendar to follow; empty: Year, else the plan's go on
	Year     *calendar.SchoolYear
}

// Transfer ends services and begins them anew as series of their own, in one
// deed: what is open stays on the old sheet, and no minute crosses over. With
// another calendar they begin in a plan of their own, since a plan follows its
// calendars; the old plan and its numbers stay. Who gave a service until then
// gives it no longer.
func (b *Binder) Transfer(t Transfer, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	plan := book.Plan(t.Plan)
	if err := t.check(book, plan); err != nil {
		return err
	}
	m := &move{Transfer: t, b: b, book: book, old: plan, target: plan, because: because, renamed: map[string]string{}}
	m.school()
	for i := range plan.Services {
		m.service(&plan.Services[i])
	}
	if len(m.renamed) == 0 {
		return refusal.At("series", refusal.New(refusal.NothingMoves))
	}
	m.people()
	m.close()
	return b.do(m.changes...)
}

func (t *Transfer) check(book *Book, plan *iep.Plan) error {
	switch {
	case plan == nil:
		return refusal.At("plan", refusal.New(refusal.NoSuch, "what", "plan", "id", t.Plan))
	case t.Calendar != "" && book.Year(t.Calendar) == nil:
		return refusal.At("calendar", refusal.New(refusal.NoSuch, "what", "calendar", "id", t.Calendar))
	case t.Agency == "" && t.Calendar == "" && t.Year == nil:
		return refusal.At("agency", refusal.New(refusal.Missing))
	case t.First <= t.Last:
		return refusal.At("first", refusal.New(refusal.Backwards, "start", t.Last.String(), "end", t.First.String()))
	}
	return nil
}

// A move is a transfer while its changes are gathered.
type move struct {
	Transfer
	b       *Binder
	book    *Book
	old     *iep.Plan
	target  *iep.Plan         // that the new sheets belong to
	renamed map[string]string // series → the series that follows it
	because string
	changes []Change
}

func (m *move) add(c ...Change) { m.changes = append(m.changes, c...) }

// school gives the new sheets the other calendar, and with it a plan of their
// own.
func (m *move) school() {
	id := m.Calendar
	if m.Year != nil && id == "" {
		m.Year.ID = m.b.newID()
		id = m.Year.ID
		m.add(Change{Kind: history.Add, Noun: history.Calendar, ID: id, Children: []string{m.old.ChildID}, Value: m.Year, Because: m.because})
	}
	if id == "" {
		return
	}
	m.target = &iep.Plan{
		ID: m.b.newID(), ChildID: m.old.ChildID, Kind: m.old.Kind, Start: m.First, End: m.old.End,
		CalendarIDs: []string{id}, PolicyID: m.old.PolicyID, Clause: m.old.Clause,
	}
	if m.target.End < m.First {
		m.target.End = day.None
	}
	m.add(Change{Kind: history.Add, Noun: history.Plan, ID: m.target.ID, Children: []string{m.old.ChildID}, Value: m.target, Because: m.because})
}

// service ends a version on the old sheet and begins it on the new one. One
// that lies wholly ahead goes over as it is; one that is over stays.
func (m *move) service(s *iep.Service) {
	if !slices.Contains(m.Series, s.Series()) || s.End < m.First {
		return
	}
	next := *s
	next.SeriesID, next.Start = m.rename(s.Series()), max(s.Start, m.First)
	next.Agency, next.ProviderID = cmp.Or(m.Agency, s.Agency), ""
	if s.Start > m.Last {
		m.add(m.b.service(history.Correct, m.target, next, m.because))
		return
	}
	next.ID = m.b.newID()
	ended := *s
	ended.SeriesID, ended.End = s.Series(), m.Last
	m.add(m.b.service(history.Correct, m.old, ended, m.because), m.b.service(history.Add, m.target, next, m.because))
	m.add(m.b.follow(m.book, m.old, &ended, &next, m.because)...)
}

// rename is the series that follows one: a sheet of its own.
func (m *move) rename(series string) string {
	if m.renamed[series] == "" {
		m.renamed[series] = m.b.newID()
	}
	return m.renamed[series]
}

// people end the roles of those who gave what has moved. A role that begins
// later goes along.
func (m *move) people() {
	for i := range m.book.Record.Contacts {
		c := m.book.Record.Contacts[i]
		c.Roles = slices.Clone(c.Roles)
		changed := false
		for j := range c.Roles {
			r := &c.Roles[j]
			next, moved := m.renamed[r.SeriesID]
			switch {
			case !moved || !c.Provides(r, m.old.ChildID, r.SeriesID) || !r.Meets(day.Span{First: m.Last + 1, Last: day.Last}):
				continue
			case r.From > m.Last:
				r.SeriesID = next
			default:
				r.To = m.Last
			}
			changed = true
		}
		if changed {
			m.add(contactChange(history.Correct, &c, m.because))
		}
	}
}

// close ends the old plan where nothing of it goes on.
func (m *move) close() {
	goesOn := slices.ContainsFunc(m.old.Services, func(s iep.Service) bool { return m.renamed[s.Series()] == "" && s.End >= m.First })
	if m.target == m.old || goesOn || m.old.Start > m.Last || m.old.End != day.None && m.old.End <= m.Last {
		return
	}
	value := *m.old
	value.End, value.Services = m.Last, nil
	m.add(Change{Kind: history.Correct, Noun: history.Plan, ID: value.ID, Children: []string{value.ChildID}, Value: &value, Because: m.because})
}
