package app

import (
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/say"
)

// answeredBy adds to a rule who agreed on it, the plan's own words where they
// answered, and where the answers of the plan stand.
func (s *sheet) answeredBy(r *LineRule, l *ledger.Line, team *iep.Decision) {
	plan := l.Version.Plan
	r.To = href("rule", plan.ID) + "?reason=" + string(l.Reason)
	switch {
	case team != nil:
		r.Decision = team.ID
		r.Agreed = noted(say.Capital(saidBy(team)), team.Note)
		r.To = href("rule", plan.ID, "asks")
	case l.Verdict.Layer == policy.Agreed:
		r.To = href("summer")
	case l.Verdict.Layer == policy.PlansWords:
		r.To = href("rule", plan.ID, "clause")
		if c := plan.Clause; c != nil {
			r.Quote = c.Text
			if c.Page != "" {
				r.Page = words.Put("owed.page", "page", string(c.Page))
			}
		}
	case l.Verdict.Since != day.None:
		for _, c := range l.Version.Policy.Changes {
			if c.From == l.Verdict.Since {
				r.Agreed = noted(words.Put("rule.from", "day", words.Day(c.From)), c.Note)
			}
		}
	}
}

// noted is what is known, and what was written to it.
func noted(known, note string) string {
	if blank(note) {
		return known
	}
	return known + ". " + say.Capital(say.Plain(note))
}
