package feed

// The weights of what speaks for a closed day. A reading that comes to
// enough is closed; one that comes to some of it is a question. docs/feeds.md
// tells them as a table, and a test holds the two equal.
var weights = map[Code]int{
	NoSchool:     10,
	Closed:       10,
	StudentsOff:  8,
	BreakName:    8,
	WeatherDay:   4,
	HolidayName:  4,
	HolidayWord:  4,
	StaffDay:     4,
	RecordsDay:   4,
	Conference:   4,
	OfficeClosed: 4,
	Unclear:      4,
	ManyDays:     4,
}

// Enough to call a day closed, and to ask.
const (
	enough = 7
	some   = 3
)
