package ledger

// A Tally adds up some planned sessions, such as those that a list shows. What
// is not filled in is neither given nor missed: with Unknown minutes, those
// given lie between Given and Given + Unknown, and those missed between Missed
// and Missed + Unknown.
type Tally struct {
	Sessions, Planned int // and minutes
	Given, Missed     int // minutes
	NotFilledIn       int // sessions, those marked not sure among them
	Unknown           int // minutes of those
}

// Add adds a session.
func (t *Tally) Add(s *Slot) {
	t.Sessions++
	t.Planned += s.Schedule.Minutes
	t.Given += s.Given
	t.Missed += s.Missed
	if s.State == Unrecorded {
		t.NotFilledIn++
		t.Unknown += s.Schedule.Minutes
	}
}
