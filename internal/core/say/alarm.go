package say

import "midweek/internal/core/alarm"

// Alarm says what is to be looked at, with its numbers.
func (c *Catalogue) Alarm(a alarm.Alarm) string {
	return c.put("alarm."+string(a.Code), "sessions", c.Several("session", a.Sessions), "minutes", c.Several("minute", a.Minutes),
		"planned", c.Number(a.Planned), "weeks", c.Number(a.Weeks), "days", c.Several("school_day", a.Days), "day", c.Day(a.Since), "by", c.Day(a.By))
}
