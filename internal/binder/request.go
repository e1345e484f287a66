package binder

import (
	"slices"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
)

// SaveRequest adds what the family asked of the school, or agreed to, or
// corrects the request with its id.
func (b *Binder) SaveRequest(q iep.Request, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Request(q.ID)
	kind, err := kindOf(q.ID, old != nil)
	if err != nil {
		return err
	}
	if old != nil {
		q.Date, q.Unknown = old.Date, old.Unknown
	} else {
		q.ID = b.newID()
	}
	return b.do(Change{Kind: kind, Noun: history.Request, ID: q.ID, Children: []string{q.ChildID}, Value: &q, Because: because})
}

// SaveMeeting adds a meeting about the child, or corrects the one with its id.
func (b *Binder) SaveMeeting(m iep.Meeting, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Meeting(m.ID)
	kind, err := kindOf(m.ID, old != nil)
	if err != nil {
		return err
	}
	if old != nil {
		m.Unknown = old.Unknown
	} else {
		m.ID = b.newID()
	}
	return b.do(Change{Kind: kind, Noun: history.Meeting, ID: m.ID, Children: []string{m.ChildID}, Value: &m, Because: because})
}

// Request finds a request by its id, or nil.
func (b *Book) Request(id string) *iep.Request {
	return byID(b.Record.Requests, func(q *iep.Request) bool { return q.ID == id })
}

// Meeting finds a meeting by its id, or nil.
func (b *Book) Meeting(id string) *iep.Meeting {
	return byID(b.Record.Meetings, func(m *iep.Meeting) bool { return m.ID == id })
}

// Unconfirmed says whether a request stands on a spoken word only: it was made
// aloud, and none of its kind was put in writing on that day or later.
func (b *Book) Unconfirmed(q *iep.Request) bool {
	return q.Way == iep.Oral && !slices.ContainsFunc(b.Record.Requests, func(later iep.Request) bool {
		return later.ChildID == q.ChildID && later.Kind == q.Kind && later.Way == iep.Written && later.Made() >= q.Made()
	})
}
