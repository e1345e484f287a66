package record_test

import (
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

func TestChangesOfAPolicyAndClausesAreChecked(t *testing.T) {
	january, march := day.MustParse("2025-01-06"), day.MustParse("2025-03-03")
	for _, c := range []struct {
		what    string
		changes []policy.Change
		clause  *iep.Clause
		want    string
	}{
		{"in order", []policy.Change{{From: january}, {From: march, Pack: "tx-hcde"}}, &iep.Clause{Others: iep.OwedAsk}, ""},
		{"without a day", []policy.Change{{}}, nil, "policies[0].changes[0].from: missing"},
		{"twice on a day", []policy.Change{{From: january}, {From: january}}, nil, "policies[0].changes[1].from: backwards"},
		{"backwards", []policy.Change{{From: march}, {From: january}}, nil, "policies[0].changes[1].from: backwards"},
		{"a pack of its own", []policy.Change{{From: march, Pack: "ours"}}, nil, "policies[0].changes[0].pack: no_such_pack"},
		{"an answer of its own", []policy.Change{{From: march, Owed: map[iep.Reason]policy.Answer{iep.Testing: "maybe"}}}, nil, "policies[0].changes[0].owed.testing: not_a_word"},
		{"a deadline without end", []policy.Change{{From: march, Deadline: &policy.Deadline{Days: new(-1)}}}, nil, "policies[0].changes[0].deadline.days: out_of_bounds"},
		{"a clause that does not know", nil, &iep.Clause{Owed: map[iep.Reason]iep.Owed{iep.Testing: "maybe"}}, "plans[0].makeup_clause.owed.testing: not_a_word"},
		{"a clause that answers otherwise", nil, &iep.Clause{Others: "maybe"}, "plans[0].makeup_clause.otherwise: not_a_word"},
	} {
		r := &record.Record{
			Children: []iep.Child{{ID: "a"}}, Policies: []policy.Policy{{ID: "p", Changes: c.changes}},
			Plans: []iep.Plan{{ID: "x", ChildID: "a", Kind: iep.IEP, PolicyID: "p", Clause: c.clause}},
		}
		got := ""
		if err := record.Check(r); err != nil {
			told := refusal.From(err)
			got = told.Field + ": " + string(told.Code)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}
