package schedule

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// WeekOf is which week of a pattern a day lies in, 1 to its length, of a
// schedule that has one. The pattern's weeks run Monday to Sunday, and no
// break shifts them.
func WeekOf(s *iep.Schedule, on day.Day) int {
	first := s.Weeks.From
	if first == day.None {
		first = s.From
	}
	week := int(on.Monday()-first.Monday()) / 7 % s.Weeks.Of
	return (week+s.Weeks.Of)%s.Weeks.Of + 1
}

// InWeeks says whether a schedule is planned in the week of a day: in every
// week, unless it is a pattern of weeks.
func InWeeks(s *iep.Schedule, on day.Day) bool {
	return s.Weeks == nil || slices.Contains(s.Weeks.On, WeekOf(s, on))
}
