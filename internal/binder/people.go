package binder

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// SaveContact adds a person or an office, or corrects the one with its id.
func (b *Binder) SaveContact(contact iep.Contact, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Record.Contact(contact.ID)
	kind, err := kindOf(contact.ID, old != nil)
	if err != nil {
		return err
	}
	if old != nil {
		contact.Unknown = old.Unknown
	} else {
		contact.ID = b.newID()
	}
	return b.do(contactChange(kind, &contact, because))
}

// RemoveContact withdraws a contact. A service that names it keeps the name.
func (b *Binder) RemoveContact(id, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	contact := book.Record.Contact(id)
	if contact == nil {
		return refusal.New(refusal.Gone)
	}
	changes := []Change{{Kind: history.Withdraw, Noun: history.Contact, ID: id, Children: contact.ChildIDs, Because: because}}
	for i := range book.Record.Plans {
		plan := &book.Record.Plans[i]
		for _, service := range plan.Services {
			if service.ProviderID == id {
				service.ProviderID = contact.Called()
				changes = append(changes, b.service(history.Correct, plan, service, because))
			}
		}
	}
	return b.do(changes...)
}

// A Leaving is the end of a role and who came next, if anybody is known.
type Leaving struct {
	Contact string
	Role    int     // its place among the contact's roles
	Last    day.Day // the role's last day
	Next    string  // a contact's id; empty: Name, if that is given
	Name    string  // of somebody new
	Company string  // the organization of who came next
	First   day.Day // their first day
}

// Leave ends a role and begins the next one's, in one deed: the same role, for
// the same service and children. Days on which nobody held it stay a gap.
func (b *Binder) Leave(l Leaving, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Record.Contact(l.Contact)
	if old == nil || l.Role < 0 || l.Role >= len(old.Roles) {
		return refusal.New(refusal.Gone)
	}
	role := old.Roles[l.Role]
	if role.From > l.Last {
		return refusal.At("last", refusal.New(refusal.Backwards, "start", role.From.String(), "end", l.Last.String()))
	}
	left := *old
	left.Roles = slices.Clone(old.Roles)
	left.Roles[l.Role].To = l.Last
	if l.Next == "" && l.Name == "" {
		return b.do(contactChange(history.Correct, &left, because))
	}
	if l.First <= l.Last {
		return refusal.At("first", refusal.New(refusal.Backwards, "start", l.Last.String(), "end", l.First.String()))
	}
	next := iep.Role{Role: role.Role, Organization: l.Company, SeriesID: role.SeriesID, From: l.First}
	if l.Next == l.Contact { // the same person, with another organization
		left.Roles = append(left.Roles, next)
		return b.do(contactChange(history.Correct, &left, because))
	}
	kind, came, err := b.successor(book.Record, &l, old)
	if err != nil {
		return err
	}
	came.Roles = append(slices.Clone(came.Roles), next)
	return b.do(contactChange(history.Correct, &left, because), contactChange(kind, &came, because))
}

// successor is the contact who came next: one that is there, who then concerns
// the same children too, or a new one.
func (b *Binder) successor(r *record.Record, l *Leaving, old *iep.Contact) (history.Kind, iep.Contact, error) {
	if l.Next == "" {
		return history.Add, iep.Contact{ID: b.newID(), Name: l.Name, ChildIDs: slices.Clone(old.ChildIDs)}, nil
	}
	there := r.Contact(l.Next)
	if there == nil {
		return "", iep.Contact{}, refusal.At("next", refusal.New(refusal.Gone))
	}
	came := *there
	came.ChildIDs = bothOf(there.ChildIDs, old.ChildIDs)
	return history.Correct, came, nil
}

// bothOf are the children of two contacts; no list means every child.
func bothOf(ours, theirs []string) []string {
	if len(ours) == 0 || len(theirs) == 0 {
		return nil
	}
	all := slices.Clone(ours)
	for _, id := range theirs {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

func contactChange(kind history.Kind, c *iep.Contact, because string) Change {
	return Change{Kind: kind, Noun: history.Contact, ID: c.ID, Children: c.ChildIDs, Value: c, Because: because}
}
