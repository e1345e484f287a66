package say

import (
	"strings"

	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

// Reading names a way to read what a plan promises.
func (c *Catalogue) Reading(r ledger.Reading) string { return c.put("reading." + string(r)) }

// Tally says missed minutes by their answers, those that there are: 60 minutes
// to make up, 30 to ask the team about.
func (c *Catalogue) Tally(t ledger.Tally) string {
	var parts []string
	for _, p := range []struct {
		answer  policy.Answer
		minutes int
	}{{policy.Yes, t.Yes}, {policy.Ask, t.Ask}, {policy.No, t.No}} {
		if p.minutes > 0 {
			parts = append(parts, c.put("tally."+string(p.answer), "minutes", c.Several("minute", p.minutes)))
		}
	}
	if len(parts) == 0 {
		return c.put("tally.none")
	}
	return strings.Join(parts, ", ")
}

// Stretch says what was promised and given where readings differ.
func (c *Catalogue) Stretch(d *ledger.Difference) string {
	days := c.Day(d.Span.First)
	if d.Span.First != d.Span.Last {
		days = c.put("reading.days", "first", days, "last", c.Day(d.Span.Last))
	}
	if d.Required == 0 {
		return days
	}
	return c.put("reading.stretch", "days", days, "required", c.Several("minute", d.Required), "given", c.Number(d.Delivered))
}

// Fact says what readings count in different ways.
func (c *Catalogue) Fact(f ledger.Fact) string {
	reason := ""
	if f.Reason != "" {
		reason = c.Reason(f.Reason)
	}
	return c.put("fact."+string(f.Code), "day", c.Day(f.Date), "minutes", c.Several("minute", f.Minutes), "reason", reason)
}
