package fit

import "midweek/internal/core/day"

// DefaultPerWeek is how many make-up sessions a week can hold where nobody says.
const DefaultPerWeek = 1

// How far each limit goes when a change of it is looked for, and in what steps.
const (
	MostPerWeek = 7
	MostMinutes = 120 // of one session; a longer one is no school therapy any more
	MinuteStep  = 5
	HourStep    = 15 // minutes
)

// The hours between which a change of hours is looked for.
var (
	Earliest = day.At(6, 0)
	Latest   = day.At(20, 0)
)

// Limits are what a family and a school can agree to.
type Limits struct {
	Minutes  int          // of one make-up session at most; 0: the length of a promised one
	PerWeek  int          // make-up sessions in a week, Monday to Sunday; 0: DefaultPerWeek
	Days     day.Weekdays // on which they may stand; 0: the school's
	From, To day.Clock    // between which they may stand; where neither is known, hours are not looked at
	Off      []day.Day    // single days that do not suit
}

// hourly says whether the hours of a day are looked at.
func (l *Limits) hourly() bool { return l.From.Known() || l.To.Known() }

// A Busy is a session of the child at a known time, of any service.
type Busy struct {
	Date    day.Day
	Start   day.Clock
	Minutes int
}

func (b *Busy) end() day.Clock { return b.Start + day.Clock(b.Minutes) }

// A Standing is a make-up that is arranged for a day and not given.
type Standing struct {
	Date    day.Day // absent: no day yet
	Minutes int
}

// arranged are the minutes that stand on days to come, or on no day yet. What
// stood on a day past waits to be told of, and is in no sum.
func (q *Question) arranged() int {
	sum := 0
	for _, s := range q.Standing {
		if s.stands(q.AsOf) {
			sum += s.Minutes
		}
	}
	return sum
}

func (s *Standing) stands(asOf day.Day) bool { return s.Date == day.None || s.Date > asOf }
