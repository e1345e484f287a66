package calendar

import (
	"math/bits"

	"midweek/internal/core/day"
)

// Weeks is a school year seen by weekday: for each, one bit a week. What a
// weekday keeps and loses is then a matter of counting bits, and what several
// weekdays lose together is the sum.
type Weeks struct {
	open, closed, short [7]bitRow
}

type bitRow []uint64

func (r bitRow) set(i int) { r[i>>6] |= 1 << (i & 63) }

func (r bitRow) count() int {
	n := 0
	for _, word := range r {
		n += bits.OnesCount64(word)
	}
	return n
}

// Weeks sorts the days of the year by weekday.
func (d *Days) Weeks() *Weeks {
	words := (len(d.status)/7+2)/64 + 1
	rows := make(bitRow, 21*words)
	w := &Weeks{}
	for i := range 7 {
		w.open[i], rows = rows[:words], rows[words:]
		w.closed[i], rows = rows[:words], rows[words:]
		w.short[i], rows = rows[:words], rows[words:]
	}
	week, weekday := 0, d.Year.First.Weekday()
	for i, status := range d.status {
		switch status {
		case Open:
			w.open[weekday].set(week)
			if d.short != nil && d.short[i] {
				w.short[weekday].set(week)
			}
		case ClosedScheduled, ClosedEmergency:
			w.closed[weekday].set(week)
		}
		if weekday++; weekday > day.Sunday {
			weekday = day.Monday
			week++
		}
	}
	return w
}

// Open counts a weekday's open days.
func (w *Weeks) Open(on day.Weekday) int { return w.open[on].count() }

// Closed counts a weekday's days lost to closures.
func (w *Weeks) Closed(on day.Weekday) int { return w.closed[on].count() }

// Short counts a weekday's open days with an early dismissal or late opening.
func (w *Weeks) Short(on day.Weekday) int { return w.short[on].count() }
