package app

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// Tried are weekdays shown on the calendar as a try: what sessions on them
// would meet. The record knows nothing of it.
type Tried struct {
	Text string `json:"text"` // which weekdays, and that nothing is changed; empty without a try
	Lead string `json:"lead"` // how many of their sessions fall on closed days
}

// A trial is a try while a year is drawn.
type trial struct {
	tried      day.Weekdays
	kept, lost int
}

// tried reads weekdays of an address. What is none shows nothing.
func tried(list []string) day.Weekdays {
	set, err := parseWeekdays("tried", list)
	if err != nil {
		return 0
	}
	return set
}

// try marks a day as the try has it, in place of what the log has.
func (g *grid) try(c *Cell, on day.Day, status calendar.Status) {
	c.State = "none"
	if c.Closed != "" {
		c.State = "closed"
	}
	switch {
	case !g.tried.Has(on.Weekday()):
	case c.Closed != "":
		g.lost++
		c.State, c.Tried = "tried_lost", words.Put("state.tried_lost")
	case status == calendar.Open:
		g.kept++
		c.State, c.Tried = "tried", words.Put("state.tried")
	}
}

func (g *grid) told() Tried {
	if g.tried == 0 {
		return Tried{}
	}
	return Tried{
		Text: words.Put("tried.shown", "days", words.Days(g.tried)),
		Lead: words.Put("tried.lost", "lost", words.Number(g.lost), "sessions", words.Several("session", g.kept+g.lost)),
	}
}
