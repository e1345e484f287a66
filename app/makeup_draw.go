package app

import (
	"cmp"
	"slices"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
)

func (q MakeUpQuery) draw(s *sheet) (*MakeUpView, error) {
	v := &MakeUpView{
		Frame: s.frame(), Query: q, Series: []Choice{}, Sums: []MakeUpSum{}, Changes: []MakeUpChange{}, Plan: []MakeUpDate{},
		Arranged: []ArrangedRow{}, Done: []ArrangedRow{}, Weekdays: []Choice{}, Columns: []Choice{}, Months: []MakeUpMonth{},
		Days: []Choice{}, Off: []Choice{}, Reasons: reasons(), States: arrangedStates(),
	}
	v.Query.Child, v.Query.Limits, v.Query.Keep = s.child, limitsForm(fit.Limits{}, false), false
	v.Answer = MakeUpAnswer{Code: "none", Lines: []string{}}
	for _, each := range s.Of(s.child) {
		v.Series = append(v.Series, Choice{seriesID(each), withName(s.named(each.ChildID), s.titleOf(each))})
	}
	series := s.asked(q.Series)
	if series == nil {
		return v, nil
	}
	v.Query.Series, v.Title = seriesID(series), withName(s.named(series.ChildID), s.titleOf(series))
	form, limits, err := q.chosen(s, series)
	if err != nil {
		return nil, err
	}
	s.arrangedRows(v, series)
	f, err := s.CanMakeUp(series, limits)
	if r := refusal.From(err); r != nil {
		v.Answer.Code, v.Answer.Text = "no_length", say.Capital(words.Refusal(r))
		v.Query.Limits = limitsForm(limits, form.Set)
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	v.Query.Limits = limitsForm(f.Limits, form.Set)
	s.answered(v, series, f)
	return v, nil
}

// asked is the series of an id; without one, the first of which something is
// open.
func (s *sheet) asked(id string) *ledger.Series {
	all := s.Of(s.child)
	if i := slices.IndexFunc(s.Ledger.Series, func(each *ledger.Series) bool { return seriesID(each) == id }); i >= 0 {
		return s.Ledger.Series[i]
	}
	if i := slices.IndexFunc(all, func(each *ledger.Series) bool { return each.Summary.OpenOwed > 0 }); i >= 0 {
		return all[i]
	}
	if len(all) > 0 {
		return all[0]
	}
	return nil
}

// answered draws the answer of the fit.
func (s *sheet) answered(v *MakeUpView, series *ledger.Series, f *fit.Fit) {
	v.Answer = makeUpAnswer(f)
	v.Sums = makeUpSums(series, f)
	for _, c := range f.Changes {
		v.Changes = append(v.Changes, MakeUpChange{changeText(c, f.Limits), limitsForm(c.Limits, true)})
	}
	v.Plan = planned(series, f)
	if n := len(v.Plan); n > 0 {
		v.Propose = words.Put("makeup.propose", "dates", words.Several("date", n))
		v.Proposal = s.proposal(series, v.Plan)
	}
	for _, d := range f.Limits.Off {
		v.Off = append(v.Off, Choice{d.String(), words.Day(d)})
	}
	for _, room := range f.Days {
		v.Days = append(v.Days, Choice{room.Date.String(), words.Day(room.Date)})
	}
	if year := series.School(s.Today).Next(s.Today); year != nil {
		for _, w := range year.Year.Weekdays.List() {
			v.Weekdays = append(v.Weekdays, Choice{w.String(), words.LongWeekday(w)})
		}
		v.LastDay = year.Year.Last.String()
		s.makeUpMonths(v, year, f)
	}
}

func makeUpAnswer(f *fit.Fit) MakeUpAnswer {
	code := "yes"
	switch {
	case f.Open == 0:
		code = "nothing"
	case f.Arranged == f.Open:
		code = "arranged"
	case f.Until.First == day.None:
		code = "no_year"
	case f.Leftover > 0:
		code = "no"
	}
	minutes := func(n int) string { return words.Several("minute", n) }
	a := MakeUpAnswer{Code: code, Lines: []string{}}
	a.Text = words.Put("makeup.answer."+code, "open", minutes(f.Open-f.Arranged), "left", minutes(f.Leftover), "last", words.Day(f.Until.Last))
	if code == "yes" && f.LastStart != day.None {
		a.Lines = append(a.Lines, words.Put("makeup.last_start", "day", words.Day(f.LastStart)))
	}
	if code == "no" {
		a.Lines = append(a.Lines, words.Put("makeup.limit", "limit", words.Binding(f.Binding)), leastChange(f))
	}
	return a
}

func leastChange(f *fit.Fit) string {
	if len(f.Changes) == 0 {
		return words.Put("makeup.no_change")
	}
	return words.Put("makeup.least", "change", changeText(f.Changes[0], f.Limits))
}

// changeText says a limit as it would be after a change.
func changeText(c fit.Change, was fit.Limits) string {
	code, l := "makeup.change."+string(c.Control), c.Limits
	switch c.Control {
	case fit.PerWeekControl:
		return words.Put(code, "sessions", words.Several("session", l.PerWeek))
	case fit.MinutesControl:
		return words.Put(code, "minutes", words.Several("minute", l.Minutes))
	case fit.DaysControl:
		return words.Put(code, "days", words.Days(l.Days&^was.Days))
	case fit.FromControl:
		return words.Put(code, "time", words.Clock(l.From))
	case fit.ToControl:
		return words.Put(code, "time", words.Clock(l.To))
	}
	var back []string
	for _, d := range was.Off {
		if !slices.Contains(l.Off, d) {
			back = append(back, words.Day(d))
		}
	}
	return words.Put(code, "days", words.And(back))
}

// makeUpSums are what was missed and is to make up, and the parts that add up to
// it.
func makeUpSums(series *ledger.Series, f *fit.Fit) []MakeUpSum {
	sum := &series.Summary
	list := []MakeUpSum{}
	for _, each := range []struct {
		code string
		n    int
	}{
		{"all", sum.Owed}, {"made_up", sum.MadeUp}, {"arranged", f.Arranged}, {"fits", f.Fits},
		{"summer", f.Summer.Fits}, {"next_year", f.Summer.Leftover},
	} {
		list = append(list, MakeUpSum{each.code, words.Put("makeup.sum." + each.code), words.Between("min", each.n, each.n)})
	}
	return list
}

// planned are the dates of the plan, each with what it pays for.
func planned(series *ledger.Series, f *fit.Fit) []MakeUpDate {
	dates := []MakeUpDate{}
	for i := 0; i < len(f.Plan); {
		first, minutes := f.Plan[i], 0
		var pays []string
		for ; i < len(f.Plan) && f.Plan[i].Date == first.Date; i++ {
			minutes += f.Plan[i].Minutes
			pays = append(pays, paidBy(series, f.Plan[i].ObligationID))
		}
		dates = append(dates, MakeUpDate{
			On: first.Date.String(), Text: dateText(first.Date, first.Start, minutes), Pays: words.Put("makeup.pays", "days", words.And(pays)),
		})
	}
	return dates
}

func dateText(on day.Day, at day.Clock, minutes int) string {
	when := words.Day(on)
	if at.Known() {
		when += ", " + words.Clock(at)
	}
	return words.Put("fit.session", "day", when, "minutes", words.Several("minute", minutes))
}

// paidBy is the day of what an obligation is about.
func paidBy(series *ledger.Series, id string) string {
	for _, o := range series.Obligations {
		if o.ID == id {
			return missedOn(o)
		}
	}
	return id
}

// proposal is a text to send: the dates, and a question.
func (s *sheet) proposal(series *ledger.Series, dates []MakeUpDate) string {
	child := ""
	if c := s.Record.Child(series.ChildID); c != nil {
		child = c.Name
	}
	lines := []string{words.Put("makeup.proposal", "service", s.titleOf(series), "child", cmp.Or(child, words.Put("makeup.our_child"))), ""}
	for _, d := range dates {
		lines = append(lines, "- "+d.Text+", "+d.Pays)
	}
	return strings.Join(append(lines, "", words.Put("makeup.proposal_end")), "\n")
}
