package record

import (
	"strconv"

	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// What stands beside the plans and the log changes no number, so that little is
// asked of it: whom it is about, and days that can be sorted. The services,
// breaks and entries it names need not be there any more.

func (c *checker) checkContacts() error {
	return checkList(c, &list[iep.Contact]{
		name: "contacts", rows: &c.record.Contacts, ids: ids{},
		id: func(p *iep.Contact) string { return p.ID },
		check: func(p *iep.Contact) error {
			return each("roles", p.Roles, func(r *iep.Role) error { return forward(r.From, r.To, "to") })
		},
	})
}

func (c *checker) checkNotes() error {
	return checkList(c, &list[iep.Note]{
		name: "notes", rows: &c.record.Notes, ids: ids{},
		id: func(n *iep.Note) string { return n.ID },
		check: func(n *iep.Note) error {
			if err := c.ofChild(n.ChildID); err != nil {
				return err
			}
			return present("date", n.Date)
		},
	})
}

func (c *checker) checkPromises() error {
	return checkList(c, &list[iep.Promise]{
		name: "promises", rows: &c.record.Promises, ids: ids{},
		id: func(p *iep.Promise) string { return p.ID },
		check: func(p *iep.Promise) error {
			if err := c.ofChild(p.ChildID); err != nil {
				return err
			}
			return present("date", p.Date)
		},
	})
}

func (c *checker) checkRemovals() error {
	return checkList(c, &list[iep.Removal]{
		name: "removals", rows: &c.record.Removals, ids: ids{},
		id: func(r *iep.Removal) string { return r.ID },
		check: func(r *iep.Removal) error {
			if err := c.ofChild(r.ChildID); err != nil {
				return err
			}
			return bothDays(r.First, r.Last, "start", "end")
		},
	})
}

func (c *checker) checkAttachments() error {
	return checkList(c, &list[iep.Attachment]{
		name: "attachments", rows: &c.record.Attachments, ids: ids{},
		id:    func(a *iep.Attachment) string { return a.ID },
		check: func(a *iep.Attachment) error { return within("size", a.Size, 0, MaxBytes) },
	})
}

func (c *checker) checkArrangements() error {
	return checkList(c, &list[iep.Arrangement]{
		name: "arrangements", rows: &c.record.Arrangements, ids: ids{},
		id: func(a *iep.Arrangement) string { return a.ID },
		check: func(a *iep.Arrangement) error {
			if err := c.ofChild(a.ChildID); err != nil {
				return err
			}
			switch {
			case a.SeriesID == "":
				return refusal.At("series_id", refusal.New(refusal.Missing))
			case len(a.PaysFor) > MaxMakeupFor:
				return refusal.At("pays_for", refusal.New(refusal.TooManyRows, "limit", strconv.Itoa(MaxMakeupFor)))
			case len(a.Steps) == 0:
				return refusal.At("steps", refusal.New(refusal.Missing))
			}
			if err := within("minutes", a.Minutes, 1, MaxMinutes); err != nil {
				return err
			}
			return each("steps", a.Steps, checkStep)
		},
	})
}

func checkStep(s *iep.Step) error {
	if err := word("state", s.State, iep.Proposed, iep.Agreed, iep.Scheduled, iep.Declined, iep.NotUsable, iep.Disputed); err != nil {
		return err
	}
	return present("on", s.On)
}
