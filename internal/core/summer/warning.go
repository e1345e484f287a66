package summer

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
)

// A Code names why one pot seems to pay for the other.
type Code string

// The warnings. Each is a question: two sessions on one day are as lawful as
// one.
const (
	InPlace   Code = "in_place"   // a make-up on the day of an own session that was not given
	OwnMakeup Code = "own_makeup" // a make-up written under the program's own service
	Beyond    Code = "beyond"     // more make-up minutes were given than reserved
)

// A Warning is a row, or the rows of a pot, that a person should look at.
type Warning struct {
	Code    Code
	On      day.Day      // of the row; of Beyond the day on which it came to more
	Session *iep.Session // the make-up
	Slot    *ledger.Slot // the program's own session of that day, or nil
	Series  *ledger.Series
	Minutes int // of the make-up; of Beyond those above what was reserved
}

func (s *Summer) warn(r *record.Record, today day.Day) {
	for i := range s.Pots {
		p := &s.Pots[i]
		total, told := 0, false
		for _, row := range p.Rows {
			if total += row.Given(); total > p.Reserved && !told {
				told = true
				s.Warnings = append(s.Warnings, Warning{Code: Beyond, On: row.Date, Session: row, Series: p.Series, Minutes: p.Given - p.Reserved})
			}
			if slot := s.taken(p.Series, row); slot != nil {
				s.Warnings = append(s.Warnings, Warning{Code: InPlace, On: row.Date, Session: row, Slot: slot, Series: p.Series, Minutes: row.Given()})
			}
		}
	}
	for i := range s.Own {
		o := &s.Own[i]
		for _, row := range makeups(o.Series, r, s.Window.Span, today) {
			if slot := o.on(row.Date); slot != nil && slot.Given == 0 || o.namesAnother(row) {
				s.Warnings = append(s.Warnings, Warning{Code: OwnMakeup, On: row.Date, Session: row, Slot: slot, Series: o.Series, Minutes: row.Given()})
			}
		}
	}
}

// taken is the program's own session of the same sort on the day of a make-up,
// where nothing of it was given and the times do not tell them apart.
func (s *Summer) taken(series *ledger.Series, row *iep.Session) *ledger.Slot {
	sort := series.VersionOn(row.Date).Service.Type
	for i := range s.Own {
		o := &s.Own[i]
		slot := o.on(row.Date)
		if slot == nil || slot.Given > 0 || slot.State == ledger.Upcoming || o.Series.VersionOn(row.Date).Service.Type != sort {
			continue
		}
		if at, planned := row.StartTime, slot.Schedule.StartTime; at == day.NoClock || planned == day.NoClock || at == planned {
			return slot
		}
	}
	return nil
}

// on is the service's session of a day, where one was to be held or is written
// down; else nil.
func (o *Own) on(d day.Day) *ledger.Slot {
	for _, slot := range o.Slots {
		if slot.Date == d && (slot.Status == calendar.Open || slot.Session != nil) {
			return slot
		}
	}
	return nil
}

// namesAnother says whether a make-up names what was missed of another service:
// nothing crosses from one to the other, so that it settles nothing.
func (o *Own) namesAnother(row *iep.Session) bool {
	for _, id := range row.MakeupFor {
		if len(id) <= len(o.Series.ID) || id[:len(o.Series.ID)+1] != o.Series.ID+":" {
			return true
		}
	}
	return false
}
