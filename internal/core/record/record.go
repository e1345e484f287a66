// Package record is all that a family knows: children, calendars, policies,
// plans, the log, the team's decisions. Check holds it to what the portable
// record promises, so that everything computed from a checked record may rely
// on it: references resolve, days are in order, amounts are in bounds.
//
// A file is checked, and refused whole. What is folded from acts is sifted: an
// entry that is wrong is set aside with what refers to it, and the rest is
// there.
package record

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// A Record is all the facts of a family.
type Record struct {
	Children  []iep.Child           `json:"children"`
	Calendars []calendar.SchoolYear `json:"calendars"`
	Policies  []policy.Policy       `json:"policies"`
	Plans     []iep.Plan            `json:"plans"`
	Sessions  []iep.Session         `json:"sessions"`
	Decisions []iep.Decision        `json:"decisions"`
	Requests  []iep.Request         `json:"requests,omitzero"`
	Meetings  []iep.Meeting         `json:"meetings,omitzero"`
	ESY       []calendar.ESYWindow  `json:"esy"`

	Carryovers  []iep.Carryover  `json:"carryovers,omitzero"`
	Contacts    []iep.Contact    `json:"contacts,omitzero"`
	Notes       []iep.Note       `json:"notes,omitzero"`
	Promises    []iep.Promise    `json:"promises,omitzero"`
	Removals    []iep.Removal    `json:"removals,omitzero"`
	Attachments []iep.Attachment `json:"attachments,omitzero"`

	Arrangements []iep.Arrangement `json:"arrangements,omitzero"`
	Unknown      iep.Unknown       `json:",embed"`
}

// lists are the names of the record's lists.
var lists = []string{
	"children", "calendars", "policies", "plans", "sessions", "decisions", "requests", "meetings", "esy",
	"carryovers", "contacts", "notes", "promises", "removals", "attachments", "arrangements",
}

// IsList says whether a field of the file is one of the record's lists.
func IsList(name string) bool { return slices.Contains(lists, name) }

// Bounds of a record, so that no file can make the program slow or large.
const (
	MaxRows       = 200_000 // of any list
	MaxText       = 10_000  // characters of any text
	MaxMinutes    = 1_440   // of a slot or a session
	MaxAmount     = 100_000 // of a requirement, and of minutes reserved in summer
	MaxEvery      = 53      // periods of a requirement
	MaxCycle      = 20      // school days of a cycle
	MaxWeeks      = 52      // weeks of a pattern
	MaxSchedules  = 5_000   // of all services together
	MaxPerService = 200     // schedules of one service
	MaxMakeupFor  = 1_000   // obligations that one make-up names
	MaxSlots      = 1_000_000
	MaxDeadline   = 36_500   // days of a policy's deadline
	MaxGroup      = 1_000    // children of a group
	MaxBytes      = 50 << 20 // of an attachment
)

// School is the plan's calendars in the order the plan lists them.
func (r *Record) School(p *iep.Plan, days map[string]*calendar.Days) calendar.School {
	school := make(calendar.School, 0, len(p.CalendarIDs))
	for _, id := range p.CalendarIDs {
		school = append(school, days[id])
	}
	return school
}

// SchoolOf is every calendar of a child's plans, in the order of the plans. Those
// of a summer program are no school year.
func (r *Record) SchoolOf(childID string, days map[string]*calendar.Days) calendar.School {
	var school calendar.School
	for i := range r.Plans {
		p := &r.Plans[i]
		if p.ChildID != childID || r.Summer(p.ID) != nil {
			continue
		}
		for _, d := range r.School(p, days) {
			if d != nil && !slices.Contains(school, d) {
				school = append(school, d)
			}
		}
	}
	return school
}

// Summer is the summer program whose own services a plan has, or nil.
func (r *Record) Summer(planID string) *calendar.ESYWindow {
	for i := range r.ESY {
		if r.ESY[i].PlanID == planID && planID != "" {
			return &r.ESY[i]
		}
	}
	return nil
}

// Days reads every calendar of the record, by id.
func (r *Record) Days() map[string]*calendar.Days {
	days := make(map[string]*calendar.Days, len(r.Calendars))
	for i := range r.Calendars {
		days[r.Calendars[i].ID] = calendar.NewDays(&r.Calendars[i])
	}
	return days
}

// PolicyOf finds the policy of a plan: the default one when it names none.
func (r *Record) PolicyOf() func(*iep.Plan) *policy.Policy {
	none := &policy.Policy{}
	byID := make(map[string]*policy.Policy, len(r.Policies))
	for i := range r.Policies {
		byID[r.Policies[i].ID] = &r.Policies[i]
	}
	return func(p *iep.Plan) *policy.Policy {
		if named := byID[p.PolicyID]; named != nil {
			return named
		}
		return none
	}
}

// Child is the child with an id, or nil.
func (r *Record) Child(id string) *iep.Child {
	for i := range r.Children {
		if r.Children[i].ID == id {
			return &r.Children[i]
		}
	}
	return nil
}
