package ledger

import (
	"cmp"
	"slices"

	"midweek/internal/core/iep"
)

// InGroup is what was given in a larger group than the plan says, of one size
// each: 120 minutes in a group of 3 where the plan says one to one. The minutes
// count as given and are subtracted from nothing; this is a sum of its own. To
// say that such a session does not count in full, it is written short, with the
// reason that it was given in another way.
type InGroup struct {
	Planned int // children as the plan says: 1 for one to one
	Given   int // children as the log says; 0 where it says only that it was a group
	Minutes int
	Rows    []GroupRow // in order of day
}

// A GroupRow is a row of the log with the minutes it gave.
type GroupRow struct {
	Session *iep.Session
	Slot    *Slot // nil for one beside the plan
	Minutes int
}

// InGroups are the minutes given in a larger group than the plan says, by the
// sizes of both, the plan's first. A row that gave nothing is not among them.
func (s *Series) InGroups() []InGroup {
	var groups []InGroup
	add := func(v *Version, row GroupRow) {
		planned, given, larger := v.Service.LargerGroup(row.Session)
		if !larger || row.Minutes == 0 {
			return
		}
		i := slices.IndexFunc(groups, func(g InGroup) bool { return g.Planned == planned && g.Given == given })
		if i < 0 {
			i, groups = len(groups), append(groups, InGroup{Planned: planned, Given: given})
		}
		groups[i].Minutes += row.Minutes
		groups[i].Rows = append(groups[i].Rows, row)
	}
	for i := range s.Slots {
		if slot := &s.Slots[i]; slot.Session != nil {
			add(slot.Version, GroupRow{slot.Session, slot, slot.Given})
		}
	}
	for i := range s.account.giving {
		g := &s.account.giving[i]
		add(g.version, GroupRow{Session: g.session, Minutes: g.minutes})
	}
	for _, g := range groups {
		slices.SortStableFunc(g.Rows, func(a, b GroupRow) int { return rowOrder(a.Session, b.Session) })
	}
	slices.SortFunc(groups, func(a, b InGroup) int {
		return cmp.Or(cmp.Compare(a.Planned, b.Planned), cmp.Compare(a.Given, b.Given))
	})
	return groups
}
