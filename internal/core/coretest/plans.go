package coretest

import (
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// plans gives a child one plan or two, one after the other, with speech in
// each and perhaps a second service beside it. Both children's series have the
// same names, since nothing may cross from one to the other.
func (f *family) plans(child string) {
	all := f.school()
	parts := f.cut(all, pick(f, "plans", 1, 1, 2))
	for n, part := range parts {
		p := iep.Plan{ID: fmt.Sprintf("%s-plan%d", child, n+1), ChildID: child, Kind: iep.IEP}
		for _, y := range f.record.Calendars {
			p.CalendarIDs = append(p.CalendarIDs, y.ID)
		}
		if !f.oneIn(6, "no policy") {
			p.PolicyID = f.record.Policies[f.number(0, len(f.record.Policies)-1, "policy")].ID
		}
		p.Services = f.versions(p.ID, "sp", part)
		if f.oneIn(4, "second service") {
			p.Services = append(p.Services, f.versions(p.ID, "ot", part)...)
		}
		f.record.Plans = append(f.record.Plans, p)
	}
}

func (f *family) school() day.Span {
	years := f.record.Calendars
	return day.Span{First: years[0].First, Last: years[len(years)-1].Last}
}

// cut cuts a span into parts that follow each other, perhaps with days between.
func (f *family) cut(span day.Span, n int) []day.Span {
	if n == 1 || span.Days() < 12 {
		return []day.Span{span}
	}
	at := between(f.T, span.First+5, span.Last-5, "cut")
	before := day.Span{First: span.First, Last: at}
	after := day.Span{First: at + 1 + day.Day(pick(f, "days between", 0, 0, 3)), Last: span.Last}
	return append([]day.Span{before}, f.cut(after, n-1)...)
}

func (f *family) versions(plan, series string, in day.Span) []iep.Service {
	var versions []iep.Service
	for n, span := range f.cut(in, pick(f, "versions", 1, 1, 2, 3)) {
		versions = append(versions, f.service(fmt.Sprintf("%s-%s%d", plan, series, n+1), series, span))
	}
	return versions
}

func (f *family) service(id, series string, span day.Span) iep.Service {
	s := iep.Service{ID: id, SeriesID: series, Start: span.First, End: span.Last}
	if f.oneIn(3, "odd dates") {
		s.Start = min(s.End, s.Start+day.Day(f.number(0, 6, "late start")))
	}
	for n := range pick(f, "schedules", 1, 1, 0, 2) {
		s.Schedules = append(s.Schedules, f.schedule(string(rune('a'+n)), s.Span()))
	}
	if !f.oneIn(6, "no amount") {
		s.Requirement = f.requirement(len(s.Schedules) > 0)
	}
	return s
}

func (f *family) requirement(scheduled bool) *iep.Requirement {
	r := &iep.Requirement{
		Unit:   pick(f, "unit", iep.Sessions, iep.Minutes),
		Period: pick(f, "period", iep.Week, iep.Week, iep.Month, iep.Quarter, iep.Year),
	}
	r.Amount = f.number(1, 4, "amount")
	if r.Unit == iep.Minutes {
		r.Amount = 15 * f.number(1, 12, "amount of minutes")
	}
	if !scheduled || f.oneIn(2, "length said") {
		r.MinutesPerSession = new(pick(f, "length", 30, 20, 45))
	}
	if r.Period == iep.Week && f.oneIn(4, "every said") {
		r.EveryPeriods = new(f.number(1, 3, "every"))
	}
	return r
}

func (f *family) schedule(id string, in day.Span) iep.Schedule {
	s := iep.Schedule{
		ID:        id,
		From:      in.First + day.Day(pick(f, "from", 0, 0, -9, 5, 12)),
		StartTime: pick(f, "start time", day.NoClock, day.At(9, 0), day.At(10, 30)),
		Minutes:   pick(f, "minutes", 30, 20, 45),
	}
	s.Rule = pick(f, "rule", "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=WEEKLY",
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=MONTHLY;BYDAY=2TU,-1TH", "FREQ=DAILY;INTERVAL=3")
	weekly := s.Rule == "FREQ=WEEKLY;BYDAY=TU,TH" || s.Rule == "FREQ=WEEKLY;BYDAY=MO"
	if weekly && f.oneIn(4, "some weeks") {
		s.Weeks = f.weeks(s.From)
	}
	switch f.number(0, 7, "ends") {
	case 6:
		if s.Weeks != nil {
			break // a count goes with a rule of every week only
		}
		s.Rule += fmt.Sprintf(";COUNT=%d", f.number(1, 9, "count"))
	case 7:
		y, m, d := (s.From + day.Day(f.number(0, 40, "until"))).Civil()
		s.Rule += fmt.Sprintf(";UNTIL=%04d%02d%02dT235959Z", y, m, d)
	}
	if f.oneIn(5, "to said") {
		s.To = s.From + day.Day(f.number(0, 40, "to"))
	}
	for range pick(f, "extra dates", 0, 0, 0, 2) {
		s.ExtraDates = append(s.ExtraDates, between(f.T, in.First, in.Last, "extra date"))
	}
	for range pick(f, "except dates", 0, 0, 0, 2) {
		s.ExceptDates = append(s.ExceptDates, between(f.T, in.First, in.Last, "except date"))
	}
	s.IgnoreSchoolCalendar = f.oneIn(10, "private")
	if f.oneIn(8, "by a cycle") {
		f.cycle(&s)
	}
	return s
}

func (f *family) weeks(from day.Day) *iep.Weeks {
	w := &iep.Weeks{Of: f.number(2, 4, "weeks of")}
	for n := range w.Of - 1 {
		w.On = append(w.On, n+1)
	}
	if f.oneIn(2, "weeks from said") {
		w.From = from + day.Day(f.number(-20, 20, "weeks from"))
	}
	return w
}

// cycle plans a schedule by school days instead of its rule, where the first
// school year has a school day at all.
func (f *family) cycle(s *iep.Schedule) {
	days := calendar.NewDays(&f.record.Calendars[0])
	first := between(f.T, days.Year.First, days.Year.Last, "day one")
	for first <= days.Year.Last && !days.Status(first).Printed() {
		first++
	}
	if first > days.Year.Last {
		return
	}
	s.Rule, s.Weeks, s.IgnoreSchoolCalendar = "", nil, false
	s.Cycle = &iep.Cycle{Length: f.number(2, 6, "cycle"), First: first, Closed: pick(f, "on closed", iep.Slide, iep.Skip)}
	s.Cycle.Days = []int{1 + f.number(0, 1, "first cycle day")}
	if f.oneIn(2, "second cycle day") && s.Cycle.Length > 2 {
		s.Cycle.Days = append(s.Cycle.Days, s.Cycle.Length)
	}
}

// claims lets the school say of some days that services pause, for one series
// or for all of a plan.
func (f *family) claims() {
	for i := range f.record.Plans {
		p := &f.record.Plans[i]
		for n := range pick(f, "claims", 0, 0, 1, 2) {
			c := iep.Claim{ID: fmt.Sprintf("claim%d", n+1), Span: f.span(f.school(), 12, "claim"), Name: "testing"}
			if f.oneIn(2, "series named") {
				c.SeriesID = p.Services[0].Series()
			}
			p.Claims = append(p.Claims, c)
		}
	}
}
