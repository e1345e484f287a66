package deadline

// Code is a reason for an answer, or for having none. Its words are package
// say's.
type Code string

// What makes the answer a question.
const (
	NoEventDay   Code = "no_event_day"  // the day of the event is not known
	NoCalendar   Code = "no_calendar"   // no school calendar is known
	NextCalendar Code = "next_calendar" // the count runs past the last known school year
	MissingYear  Code = "missing_year"  // part of the count lies before or between the known school years
	BreakEdges   Code = "break_edges"   // which days around a break belong to it is left open
	TooFar       Code = "too_far"       // not reached within the days that are counted through
)

// What an answer rests on; it stays an answer.
const (
	RawClosed     Code = "raw_closed"     // the raw day is not open; the nearest open day is shown beside it
	StateHolidays Code = "state_holidays" // holidays that only the state keeps are not known and were counted
)

// Asks says whether the code makes the answer a question.
func (c Code) Asks() bool { return c != RawClosed && c != StateHolidays }
