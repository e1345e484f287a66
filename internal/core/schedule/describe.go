package schedule

import (
	"slices"
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// Describe says when a schedule is planned: its rhythm, then its time, its
// length and what else it says, as phrases that follow each other.
func Describe(s *iep.Schedule) []Phrase {
	var said []Phrase
	rhythm, shown := RhythmOf(s)
	rule, err := ParseRule(s.Rule)
	switch {
	case shown:
		said = append(said, rhythm.phrase())
	case err == nil:
		said = append(said, rule.phrase(s.From))
	default:
		said = append(said, phrase("when.own"))
	}
	if s.StartTime.Known() {
		said = append(said, phrase("when.at", "time", s.StartTime.String()))
	}
	said = append(said, several("when.for", s.Minutes))
	if err == nil && !shown {
		said = append(said, rule.limits()...)
	}
	switch rhythm.Kind {
	case WeeksOf:
		said = append(said, rhythm.weeks())
	case ByCycle:
		said = append(said, phrase("when.closed_"+string(rhythm.Closed)))
	}
	if n := len(s.ExtraDates); n > 0 {
		said = append(said, several("when.extra", n))
	}
	if n := len(s.ExceptDates); n > 0 {
		said = append(said, several("when.except", n))
	}
	if s.IgnoreSchoolCalendar {
		said = append(said, phrase("when.ignore_school"))
	}
	return said
}

func (r Rhythm) phrase() Phrase {
	weekdays := r.Weekdays.String()
	switch r.Kind {
	case EveryWeek, WeeksOf:
		return phrase("when.weekly", "each", weekdays)
	case EveryNWeeks:
		if r.N == 2 {
			return phrase("when.other_week", "weekdays", weekdays)
		}
		return phrase("when.n_weeks", "ordinals", strconv.Itoa(r.N), "weekdays", weekdays)
	case MonthlyNth:
		return phrase("when.nth", "ordinals", joined(r.Nth), "weekdays", weekdays)
	}
	days := slices.Sorted(slices.Values(r.Days))
	return several("when.cycle", len(days), "numbers", joined(days), "length", strconv.Itoa(r.Length))
}

// weeks says how many weeks of a pattern are planned, when they are its first
// ones, and otherwise which.
func (r Rhythm) weeks() Phrase {
	on := slices.Sorted(slices.Values(r.On))
	of := strconv.Itoa(r.Of)
	if on[len(on)-1] == len(on) {
		return several("when.weeks_of", len(on), "of", of)
	}
	return several("when.weeks_on", len(on), "numbers", joined(on), "of", of)
}

// phrase is the rhythm of a rule that no form shows.
func (r *Rule) phrase(from day.Day) Phrase {
	if len(r.setPos) > 0 || len(r.monthDays) > 0 && (r.weekdays != 0 || len(r.nth) > 0) {
		return phrase("when.own")
	}
	switch r.freq {
	case daily:
		return r.dailyPhrase()
	case weekly:
		rhythm := Rhythm{Kind: EveryWeek, Weekdays: r.weeklyDays(from), N: r.interval}
		if r.interval > 1 {
			rhythm.Kind = EveryNWeeks
		}
		return rhythm.phrase()
	case monthly:
		return r.monthlyPhrase(from)
	}
	return r.yearlyPhrase(from)
}

func (r *Rule) dailyPhrase() Phrase {
	switch {
	case len(r.monthDays) > 0 || r.interval > 1 && r.weekdays != 0:
		return phrase("when.own")
	case r.weekdays != 0:
		return phrase("when.weekly", "each", r.weekdays.String())
	case r.interval > 1:
		return phrase("when.n_days", "ordinals", strconv.Itoa(r.interval))
	}
	return phrase("when.daily")
}

func (r *Rule) monthlyPhrase(from day.Day) Phrase {
	_, _, n := from.Civil()
	switch {
	case r.weekdays != 0:
		return phrase("when.weekly", "each", r.weekdays.String())
	case len(r.nth) > 0:
		places := make([]string, len(r.nth))
		for i, on := range r.nth {
			places[i] = on.place()
		}
		return phrase("when.places", "places", strings.Join(places, ","))
	case len(r.monthDays) > 0:
		return phrase("when.month_days", "ordinals", joined(r.monthDays))
	}
	return phrase("when.month_days", "ordinals", strconv.Itoa(n))
}

// yearlyPhrase leaves the months to limits when the rule names them.
func (r *Rule) yearlyPhrase(from day.Day) Phrase {
	if r.months == 0 {
		return phrase("when.yearly", "date", dayOfYear(from))
	}
	return (&Rule{freq: monthly, monthDays: r.monthDays}).monthlyPhrase(from)
}

// limits are the months, the number and the end of a rule, and how many of its
// months or years it leaves out.
func (r *Rule) limits() []Phrase {
	var said []Phrase
	if r.interval > 1 && (r.freq == monthly || r.freq == yearly) {
		unit := map[frequency]string{monthly: "when.n_months", yearly: "when.n_years"}[r.freq]
		said = append(said, phrase(unit, "ordinals", strconv.Itoa(r.interval)))
	}
	if r.months != 0 {
		said = append(said, phrase("when.in_months", "months", joined(monthsOf(r.months))))
	}
	if r.count > 0 {
		said = append(said, several("when.times", r.count))
	}
	if r.until != day.None {
		said = append(said, phrase("when.until", "day", r.until.String()))
	}
	return said
}
