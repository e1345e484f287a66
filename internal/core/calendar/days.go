package calendar

import (
	"slices"

	"midweek/internal/core/day"
)

// Status is what a day is to the school.
type Status uint8

// The statuses of a day.
const (
	OutOfYear       Status = iota // before the first or after the last day
	NotSchoolDay                  // a weekday on which this school never meets
	Open                          // school is open, perhaps for part of the day
	ClosedScheduled               // closed by the printed calendar
	ClosedEmergency               // closed by weather or emergency
)

var statusNames = [...]string{"out_of_year", "not_school_day", "open", "closed_scheduled", "closed_emergency"}

// String is the status's word in the portable answer.
func (s Status) String() string { return statusNames[s] }

// Printed says whether the printed calendar has school that day: what the
// calendar on the fridge says, whatever the weather did.
func (s Status) Printed() bool { return s == Open || s == ClosedEmergency }

// Days answers for every day of one school year.
type Days struct {
	Year   *SchoolYear
	status []Status
	short  []bool // days of early dismissal or late opening
}

// NewDays reads a school year. What is first wins: a day given back is open;
// then a weekday without school is none; then a printed closure; then a sudden
// one.
func NewDays(y *SchoolYear) *Days {
	d := &Days{Year: y, status: make([]Status, y.Span().Days())}
	d.weekdays()
	for _, sudden := range []bool{true, false} {
		for i := range y.Closures {
			if c := &y.Closures[i]; c.Kind.Sudden() == sudden {
				d.close(c)
			}
		}
	}
	for _, extra := range y.ExtraDays {
		if y.Span().Holds(extra.Date) {
			d.status[extra.Date-y.First] = Open
		}
	}
	d.shorten()
	return d
}

func (d *Days) weekdays() {
	w := d.Year.First.Weekday()
	for i := range d.status {
		d.status[i] = NotSchoolDay
		if d.Year.Weekdays.Has(w) {
			d.status[i] = Open
		}
		if w++; w > day.Sunday {
			w = day.Monday
		}
	}
}

func (d *Days) close(c *Closure) {
	status := ClosedScheduled
	if c.Kind.Sudden() {
		status = ClosedEmergency
	}
	span := c.Within(d.Year.Span())
	for on := span.First; on <= span.Last; on++ {
		if i := on - d.Year.First; d.status[i] != NotSchoolDay {
			d.status[i] = status
		}
	}
}

func (d *Days) shorten() {
	if len(d.Year.PartialDays) > 0 {
		d.short = make([]bool, len(d.status))
	}
	for i := range d.Year.PartialDays {
		p := &d.Year.PartialDays[i]
		span := p.Within(d.Year.Span())
		for on := span.First; on <= span.Last; on++ {
			if p.Holds(on) {
				d.short[on-d.Year.First] = true
			}
		}
	}
}

// Short says whether the day has an early dismissal or a late opening.
func (d *Days) Short(on day.Day) bool {
	i := on - d.Year.First
	return i >= 0 && int(i) < len(d.short) && d.short[i]
}

// Status is what the day is to the school.
func (d *Days) Status(on day.Day) Status {
	if i := on - d.Year.First; i >= 0 && int(i) < len(d.status) {
		return d.status[i]
	}
	return OutOfYear
}

// A Tally is how many days of a year are what.
type Tally struct {
	Open   int // days with school
	Short  int // of those, the short ones
	Closed int // lost to closures, printed or sudden
}

// Tally counts the days of the year.
func (d *Days) Tally() Tally {
	var t Tally
	for i, status := range d.status {
		switch status {
		case Open:
			t.Open++
			if d.short != nil && d.short[i] {
				t.Short++
			}
		case ClosedScheduled, ClosedEmergency:
			t.Closed++
		}
	}
	return t
}

// Partial is the short day that holds a day: of several, the earliest
// dismissal and the latest opening. The name is the first one's.
func (d *Days) Partial(on day.Day) (PartialDay, bool) {
	var short PartialDay
	if !d.Short(on) {
		return short, false
	}
	found := false
	for i := range d.Year.PartialDays {
		p := &d.Year.PartialDays[i]
		if !p.Holds(on) {
			continue
		}
		if !found {
			short = *p
			found = true
			continue
		}
		short.Opening = max(short.Opening, p.Opening)
		if !short.Dismissal.Known() || p.Dismissal.Known() && p.Dismissal < short.Dismissal {
			short.Dismissal = p.Dismissal
		}
	}
	return short, found
}

// Closure is what closes school on a day, or nil: of several that hold it, one
// of the kind that Status tells.
func (d *Days) Closure(on day.Day) *Closure {
	sudden := d.Status(on) == ClosedEmergency
	if !sudden && d.Status(on) != ClosedScheduled {
		return nil
	}
	i := slices.IndexFunc(d.Year.Closures, func(c Closure) bool { return c.Holds(on) && c.Kind.Sudden() == sudden })
	return &d.Year.Closures[i]
}

// Weekdays counts the days of the span that fall on the school's weekdays,
// closed or not.
func (d *Days) Weekdays(in day.Span) int {
	whole := in.Days() / 7
	n := whole * d.Year.Weekdays.Count()
	for on := in.First + day.Day(whole*7); on <= in.Last; on++ {
		if d.Year.Weekdays.Has(on.Weekday()) {
			n++
		}
	}
	return n
}

// AnyPrinted says whether the printed calendar has school on a day of the span.
func (d *Days) AnyPrinted(in day.Span) bool {
	in = in.Within(d.Year.Span())
	for on := in.First; on <= in.Last; on++ {
		if d.Status(on).Printed() {
			return true
		}
	}
	return false
}
