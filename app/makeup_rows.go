package app

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

// An ArrangedRow is one make-up on its way, or what came of it.
type ArrangedRow struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`  // Tue Apr 1, 2025, 10:00 am: 30 minutes
	State   string   `json:"state"` // proposed, agreed, scheduled, declined, not_usable, disputed, given, not_given
	Words   string   `json:"words"` // the state
	Steps   []string `json:"steps"` // who said what, when
	Warn    string   `json:"warn"`  // what stands in its way now, or empty
	Settled bool     `json:"settled"`
	Tell    bool     `json:"tell"`  // its day has come: did it take place?
	Entry   string   `json:"entry"` // id of the row of the log, or empty
	Minutes int      `json:"minutes"`
	Form    DateForm `json:"form"`
}

// A MakeUpAsk is a make-up of which Today asks whether it took place.
type MakeUpAsk struct {
	ID     string `json:"id"`
	Text   string `json:"text"` // Mia · Speech: make-up on Tue Apr 1, 2025, 10:00 am: 30 minutes
	Series string `json:"series"`
}

// arrangedRows draws what is arranged of a series: what is still to be held, and
// what came of the rest.
func (s *sheet) arrangedRows(v *MakeUpView, series *ledger.Series) {
	school := series.School(s.Today)
	for _, a := range s.Arrangements(series.ChildID) {
		if a.SeriesID != series.ID {
			continue
		}
		if row := s.arrangedRow(a, school); a.Live() && row.Entry == "" {
			v.Arranged = append(v.Arranged, row)
		} else {
			v.Done = append(v.Done, row)
		}
	}
	slices.Reverse(v.Done)
}

func (s *sheet) arrangedRow(a *iep.Arrangement, school calendar.School) ArrangedRow {
	came := s.CameOf(a.ID)
	row := ArrangedRow{
		ID: a.ID, Text: arrangedText(a), State: arrangedState(a, came), Steps: []string{}, Settled: a.Settled(), Minutes: a.Minutes,
		Form: DateForm{ID: a.ID, On: iso(a.Date), Time: a.StartTime.String()},
	}
	row.Words = words.Put("makeup.state." + row.State)
	for i := range a.Steps {
		row.Steps = append(row.Steps, stepText(&a.Steps[i]))
	}
	if came != nil {
		row.Entry = came.ID
		row.Steps = append(row.Steps, words.Put("makeup.in_log", "what", outcomeText(came), "day", about(came.Date, came)))
		return row
	}
	row.Tell = a.Settled() && a.Date != day.None && a.Date <= s.Today
	row.Warn = s.inTheWay(a, school)
	return row
}

// arrangedState is where a make-up stands; what the log says goes before, but for a
// dispute.
func arrangedState(a *iep.Arrangement, came *iep.Session) string {
	switch {
	case came == nil || a.State() == iep.Disputed || came.Status == iep.Unsure:
		return string(a.State())
	case came.Given() > 0:
		return "given"
	}
	return "not_given"
}

func arrangedText(a *iep.Arrangement) string {
	if a.Date == day.None {
		return words.Put("fit.session", "day", arrangedDay(a), "minutes", words.Several("minute", a.Minutes))
	}
	return dateText(a.Date, a.StartTime, a.Minutes)
}

// timed is how long a make-up is, and when it begins where that is known.
func timed(a *iep.Arrangement) string {
	return sentences(", ", words.Several("minute", a.Minutes), words.Clock(a.StartTime))
}

// arrangedDay is the day of a make-up in words, also where none is set.
func arrangedDay(a *iep.Arrangement) string {
	if a.Date == day.None {
		return words.Put("makeup.no_day")
	}
	return words.Day(a.Date)
}

func stepText(step *iep.Step) string {
	code := "makeup.step"
	if step.By != "" {
		code = "makeup.step_by"
	}
	return sentences(". ", words.Put(code, "state", words.Put("makeup.state."+string(step.State)), "day", words.Day(step.On), "who", step.By), step.Note)
}

// inTheWay is what has to be looked at before the day.
func (s *sheet) inTheWay(a *iep.Arrangement, school calendar.School) string {
	switch {
	case !a.Live() || a.Date == day.None:
		return ""
	case a.Date <= s.Today && !a.Settled():
		return words.Put("makeup.warn.past")
	case a.Date > s.Today && shut(school.Status(a.Date)):
		return words.Put("makeup.warn.closed")
	}
	return ""
}

func shut(status calendar.Status) bool {
	return status == calendar.ClosedScheduled || status == calendar.ClosedEmergency
}

// arrangedStates are those of a make-up that is written down.
func arrangedStates() []Choice {
	return choices([]iep.ArrangementState{iep.Proposed, iep.Agreed, iep.Declined, iep.NotUsable, iep.Disputed},
		func(state iep.ArrangementState) string { return words.Put("makeup.state." + string(state)) })
}

// makeUpAsks are the make-ups that were agreed to, whose day has come, and of
// which the log says nothing.
func (s *sheet) makeUpAsks() []MakeUpAsk {
	list := []MakeUpAsk{}
	for _, a := range s.MakeUpsToTell(s.child) {
		series := s.Ledger.Find(a.SeriesID, a.ChildID)
		list = append(list, MakeUpAsk{a.ID, withName(s.named(a.ChildID), s.titleOf(series)) + ", " + arrangedText(a), seriesID(series)})
	}
	return list
}
