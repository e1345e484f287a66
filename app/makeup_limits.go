package app

import (
	"encoding/json"
	"strconv"

	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// limits reads the form. What is empty is as the plan has it; days past are of
// no use any more.
func (f LimitsForm) limits(today day.Day) (l fit.Limits, err error) {
	l = fit.Limits{Minutes: f.Minutes, PerWeek: f.PerWeek}
	if err = bounds("minutes", f.Minutes, record.MaxMinutes); err != nil {
		return l, err
	}
	if err = bounds("perWeek", f.PerWeek, fit.MostPerWeek); err != nil {
		return l, err
	}
	if l.Days, err = parseWeekdays("days", f.Days); err != nil {
		return l, err
	}
	if l.From, err = parseClock("from", f.From); err != nil {
		return l, err
	}
	if l.To, err = parseClock("to", f.To); err != nil {
		return l, err
	}
	if l.From.Known() && l.To.Known() && l.To <= l.From {
		return l, refusal.At("to", refusal.New(refusal.Backwards, "start", f.From, "end", f.To))
	}
	for _, text := range f.Off {
		on, err := neededDay("off", text)
		if err != nil {
			return l, err
		}
		if on > today {
			l.Off = append(l.Off, on)
		}
	}
	return l, nil
}

// bounds holds a number of the form to at most so much; 0 leaves it to the plan.
func bounds(field string, n, most int) error {
	if n >= 0 && n <= most {
		return nil
	}
	return refusal.At(field, refusal.New(refusal.OutOfBounds, "value", strconv.Itoa(n), "low", "1", "high", strconv.Itoa(most)))
}

// limitsForm shows limits as they were used.
func limitsForm(l fit.Limits, set bool) LimitsForm {
	f := LimitsForm{
		Set: set, Minutes: l.Minutes, PerWeek: l.PerWeek, Days: names(l.Days), From: l.From.String(), To: l.To.String(), Off: []string{},
	}
	for _, d := range l.Off {
		f.Off = append(f.Off, d.String())
	}
	return f
}

// chosen are the limits to ask with: those that came along, which may be kept, else
// those that were kept. They are a question of this family's and no fact: they
// lie with what was typed, beside the record's acts.
func (q MakeUpQuery) chosen(s *sheet, series *ledger.Series) (LimitsForm, fit.Limits, error) {
	form, name := q.Limits, "makeup/"+seriesID(series)
	if !form.Set {
		form = s.keptLimits(name)
	}
	l, err := form.limits(s.Today)
	if err != nil || !q.Limits.Set || !q.Keep {
		return form, l, err
	}
	return form, l, s.keepLimits(name, form)
}

// keptLimits are those of before; what cannot be read is none.
func (s *sheet) keptLimits(name string) LimitsForm {
	var form LimitsForm
	text, err := s.room.Draft(name)
	if err != nil || text == "" || json.Unmarshal([]byte(text), &form) != nil {
		return LimitsForm{}
	}
	return form
}

func (s *sheet) keepLimits(name string, form LimitsForm) error {
	if s.room.ReadOnly() {
		return nil
	}
	text, err := json.Marshal(form)
	if err != nil {
		return err
	}
	if was, err := s.room.Draft(name); err == nil && was == string(text) {
		return nil
	}
	return s.room.SetDraft(name, string(text))
}
