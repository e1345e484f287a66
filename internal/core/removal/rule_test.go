package removal

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// A rule is shown only with its citation, where it was read and when.
func TestEveryRuleHasItsSource(t *testing.T) {
	d := json.NewDecoder(bytes.NewReader(rulesFile))
	d.DisallowUnknownFields()
	var list []Rule
	if err := d.Decode(&list); err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, r := range list {
		_, seen := day.Parse(r.Seen)
		known := r.When == MoreInAll || r.When == MoreInARow || r.When == MoreEither
		if r.ID == "" || ids[r.ID] || r.Cite == "" || r.Source == "" || seen != nil || !known {
			t.Errorf("%+v lacks something", r)
		}
		ids[r.ID] = true
		if r.Evidence != policy.Primary && r.Evidence != policy.Secondary {
			t.Errorf("%s is shown from %s", r.ID, r.Evidence)
		}
		if idea := strings.Contains(r.Cite, "34 CFR 300."); idea != (r.Plan == iep.IEP) {
			t.Errorf("%s: a 504 plan never quotes a rule of IDEA, and an IEP no other", r.ID)
		}
	}
}

func names(list []Rule) string {
	var ids []string
	for _, r := range list {
		ids = append(ids, r.ID)
	}
	return strings.Join(ids, " ")
}

func TestRulesReached(t *testing.T) {
	ten, eleven, row := "away 2026-09-14..2026-09-25 out_of_school\n", "away 2026-10-05 sent_home\n", "away 2026-09-28 sent_home\n"
	for _, c := range []struct {
		away string
		plan iep.PlanKind
		want string
	}{
		{ten, iep.IEP, ""},
		{ten + "away 2026-10-05 in_school\n", iep.IEP, ""},
		{ten + eleven, iep.IEP, "services pattern review"},
		{ten + row, iep.IEP, "services row pattern review"},
		{ten + row, iep.Plan504, "row_504 pattern_504"},
		{ten + eleven, iep.Plan504, "pattern_504"},
		{ten + row, iep.Private, ""},
		{ten + row, "", ""},
	} {
		s := readStory(t, "school 2026-08-24..2027-06-11\n"+c.away)
		y := Count(s.away, s.school)[0]
		if got := names(y.Reached(c.plan)); got != c.want {
			t.Errorf("%s under %q: %s, want %s", c.away, c.plan, got, c.want)
		}
	}
}

func TestPlanOn(t *testing.T) {
	plans := []iep.Plan{
		{ChildID: "mia", Kind: iep.Private},
		{ChildID: "mia", Kind: iep.Plan504, Start: day.MustParse("2026-01-01"), End: day.MustParse("2026-12-31")},
		{ChildID: "mia", Kind: iep.IEP, Start: day.MustParse("2026-09-01")},
		{ChildID: "mia", Kind: iep.Plan504, Start: day.MustParse("2026-01-01")},
		{ChildID: "leo", Kind: iep.IEP},
	}
	for on, want := range map[string]iep.PlanKind{"2025-12-31": "", "2026-08-31": iep.Plan504, "2026-09-01": iep.IEP} {
		if got := PlanOn(plans, "mia", day.MustParse(on)); got != want {
			t.Errorf("%s: %q, want %q", on, got, want)
		}
	}
}
