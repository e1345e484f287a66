package coretest

import (
	"pgregory.net/rapid"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// answers are changes of a policy from a day on, and what plans themselves say
// of missed sessions.
func (f *family) answers() {
	for i := range f.record.Policies {
		if f.oneIn(3, "policy changed") {
			f.record.Policies[i].Changes = Changes(f.T, f.record.Calendars[0].First)
		}
	}
	for i := range f.record.Plans {
		if f.oneIn(4, "clause") {
			f.record.Plans[i].Clause = f.clause()
		}
	}
}

// Changes draws one or two changes of a policy from a day on.
func Changes(t *rapid.T, from day.Day) []policy.Change {
	var changes []policy.Change
	for range 1 + below(t, 2, "changes") {
		from += day.Day(1 + below(t, 60, "days to a change"))
		c := policy.Change{From: from, Owed: map[iep.Reason]policy.Answer{}}
		for range 1 + below(t, 3, "answers changed") {
			answers := []policy.Answer{policy.Yes, policy.Ask, policy.No}
			c.Owed[someReasons[below(t, len(someReasons), "answer to")]] = answers[below(t, len(answers), "answer")]
		}
		if below(t, 4, "pack changed") == 3 {
			c.Pack = "tx-hcde"
		}
		if below(t, 4, "deadline changed") == 3 {
			c.Deadline = &policy.Deadline{Days: new(below(t, 40, "days"))}
		}
		changes = append(changes, c)
	}
	return changes
}

func (f *family) clause() *iep.Clause {
	c := &iep.Clause{Text: "missed sessions are made up", Owed: map[iep.Reason]iep.Owed{}}
	for range f.number(0, 2, "clause's answers") {
		c.Owed[pick(f, "clause answers to", someReasons...)] = pick(f, "clause's answer", iep.OwedYes, iep.OwedNo, iep.OwedAsk)
	}
	c.Others = pick(f, "clause otherwise", "", iep.OwedYes, iep.OwedAsk)
	return c
}
