package app

import (
	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// A MoveForm is a move to another school or agency, as typed.
type MoveForm struct {
	Plan     string   `json:"plan"`
	First    string   `json:"first"`    // with the new one
	Last     string   `json:"last"`     // with the old one; empty: the day before First
	Sheet    bool     `json:"sheet"`    // another agency answers for the services: a sheet of their own
	Agency   string   `json:"agency"`   // then, that one
	Series   []string `json:"series"`   // then, which services move
	Calendar string   `json:"calendar"` // id of one that is there; new; empty: the plan's go on
	Year     YearForm `json:"year"`     // of a new one
}

// newCalendar stands among the calendars to follow.
const newCalendar = "new"

// Move says that the child goes to another school, or that another agency
// answers for services. Where the same agency goes on, only the calendar
// changes; else the services end on the old sheet and begin on a new one.
func (f *Family) Move(child string, form MoveForm) (*FamilyView, error) {
	form = typed(form)
	v, err := f.change(child, func(r *open.Room) error { return form.move(r) })
	if err == nil && v.Frame.Did != "" {
		v.Frame.Did = words.Put("family.did.move")
	}
	return v, err
}

func (f MoveForm) move(r *open.Room) error {
	first, err := neededDay("first", f.First)
	if err != nil {
		return err
	}
	year, err := f.year(first)
	if err != nil {
		return err
	}
	if !f.Sheet {
		if year == nil {
			return refusal.At("calendar", refusal.New(refusal.Missing))
		}
		return r.MoveSchool(f.Plan, *year, "")
	}
	last, err := parseDay("last", f.Last)
	if err != nil {
		return err
	}
	if last == day.None {
		last = first - 1
	}
	move := binder.Transfer{Plan: f.Plan, Series: f.Series, Last: last, First: first, Agency: f.Agency, Year: year}
	if f.Calendar != newCalendar {
		move.Calendar = f.Calendar
	}
	return r.Transfer(move, "")
}

// year is a new calendar, or nil. Where the sheet stays the same it counts from
// the first day there; otherwise it can begin before.
func (f MoveForm) year(first day.Day) (*calendar.SchoolYear, error) {
	if f.Calendar != newCalendar {
		return nil, nil
	}
	typed := f.Year
	if !f.Sheet || blank(typed.First) {
		typed.First = first.String()
	}
	year, err := typed.year()
	if err != nil {
		return nil, refusal.At("year", err)
	}
	return &year, nil
}
