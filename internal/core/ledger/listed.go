package ledger

// Listed adds up some planned sessions, such as those that a list shows. What
// is not filled in is neither given nor missed: with Unknown minutes, those
// given lie between Given and Given + Unknown, and those missed between Missed
// and Missed + Unknown.
type Listed struct {
	Sessions, Planned int // and minutes
	Given, Missed     int // minutes
	NotFilledIn       int // sessions, those marked not sure among them
	Unknown           int // minutes of those
}

// Add adds a session.
func (l *Listed) Add(s *Slot) {
	l.Sessions++
	l.Planned += s.Schedule.Minutes
	l.Given += s.Given
	l.Missed += s.Missed
	if s.State == Unrecorded {
		l.NotFilledIn++
		l.Unknown += s.Schedule.Minutes
	}
}
