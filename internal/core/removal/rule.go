package removal

import (
	_ "embed"
	"encoding/json"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// A Rule is what some text says of a number of days of removal. Its words stand
// in the catalogue under its id; every one of them ends with whom to ask, since
// a state may add to it.
type Rule struct {
	ID       string          `json:"id"`
	Plan     iep.PlanKind    `json:"plan_kind"` // the plan that it speaks of
	When     When            `json:"when"`
	Cite     string          `json:"cite"`
	Evidence policy.Evidence `json:"evidence"` // primary or secondary: the text was seen, or somebody who describes it
	Source   string          `json:"source"`
	Seen     string          `json:"seen"`
}

// When is the count at which a rule speaks.
type When string

// The counts of one school year at which a rule speaks.
const (
	MoreInAll  When = "more_than_ten"        // more than ten days in all
	MoreInARow When = "more_than_ten_in_row" // more than ten school days in a row
	MoreEither When = "either"
)

//go:embed rules.json
var rulesFile []byte

var rules = func() (list []Rule) {
	if err := json.Unmarshal(rulesFile, &list); err != nil {
		panic("removal rules: " + err.Error())
	}
	return list
}()

// Rules are all of them.
func Rules() []Rule { return rules }

// Reached are the rules that speak at the year's count under a kind of plan,
// days ahead that were written down among them.
func (y *Year) Reached(plan iep.PlanKind) []Rule {
	var list []Rule
	for _, r := range rules {
		if r.Plan == plan && y.speaks(r.When) {
			list = append(list, r)
		}
	}
	return list
}

func (y *Year) speaks(when When) bool {
	all, row := len(y.Days) > Free, y.InRow > Free
	switch when {
	case MoreInAll:
		return all
	case MoreInARow:
		return row
	}
	return all || row
}

// PlanOn is the kind of plan that a child has on a day: an IEP before a 504
// plan, and neither where none is in force.
func PlanOn(plans []iep.Plan, child string, on day.Day) iep.PlanKind {
	found := iep.PlanKind("")
	for i := range plans {
		p := &plans[i]
		if p.ChildID != child || !p.InForce(on) || p.Kind != iep.IEP && p.Kind != iep.Plan504 {
			continue
		}
		if found != iep.IEP {
			found = p.Kind
		}
	}
	return found
}
