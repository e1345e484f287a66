package say

import "midweek/internal/core/calendar"

// Suggested is the name of a suggested day: of a state's holiday as its source
// has it.
func (c *Catalogue) Suggested(s *calendar.Suggestion) string {
	if s.Name != "" {
		return Plain(s.Name)
	}
	return c.put("holiday." + s.Code)
}

// SuggestedWhy says where a suggested day comes from and how often schools are
// closed on it.
func (c *Catalogue) SuggestedWhy(s *calendar.Suggestion) string {
	why := c.put("suggested." + string(s.Why))
	switch {
	case s.Window:
		return why + ", " + c.put("suggested.window")
	case s.Own != 0:
		why += ", " + c.put("suggested.observed", "own", c.Day(s.Own))
	case s.MayShift:
		why += ", " + c.put("suggested.may_shift")
	}
	return why + "; " + c.put("confidence."+string(s.Confidence))
}
