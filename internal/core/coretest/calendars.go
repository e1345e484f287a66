package coretest

import (
	"fmt"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

func (f *family) calendars() {
	first := day.Of(2026, 8, 24) + day.Day(f.number(0, 20, "first day"))
	for n := range pick(f, "school years", 1, 1, 2) {
		y := f.year(fmt.Sprintf("y%d", n+1), day.Span{First: first, Last: first + day.Day(f.number(13, 55, "length of the year"))})
		f.record.Calendars = append(f.record.Calendars, y)
		first = y.Last + pick(f, "next year begins", day.Day(1), 20, 7, -6)
	}
}

func (f *family) year(id string, span day.Span) calendar.SchoolYear {
	y := calendar.SchoolYear{ID: id, First: span.First, Last: span.Last}
	y.Weekdays = pick(f, "school weekdays", day.MondayToFriday, day.MondayToFriday, day.SetOf(day.Monday, day.Tuesday, day.Thursday))
	for range f.number(0, 4, "closures") {
		y.Closures = append(y.Closures, f.closure(span))
	}
	for range f.number(0, 2, "short days") {
		y.PartialDays = append(y.PartialDays, calendar.PartialDay{
			Span:      f.span(span, 4, "short day"),
			Dismissal: pick(f, "dismissal", day.NoClock, day.At(9, 45), day.At(11, 0)),
			Opening:   pick(f, "opening", day.NoClock, day.NoClock, day.At(9, 15)),
		})
	}
	for range f.number(0, 2, "days given back") {
		y.ExtraDays = append(y.ExtraDays, calendar.ExtraDay{Date: between(f.T, span.First-1, span.Last+1, "day given back")})
	}
	half := span.First + (span.Last-span.First)/2
	y.Terms = []calendar.Term{
		{Span: day.Span{First: span.First, Last: half}},
		{Span: day.Span{First: half + 1 + day.Day(f.number(0, 3, "days between terms")), Last: span.Last}},
	}
	return y
}

// finerCalendars draws what changes no log: the weekdays of short days, and
// days that are noted. It comes last, so that the draws before it stay as they
// were.
func (f *family) finerCalendars() {
	for i := range f.record.Calendars {
		y := &f.record.Calendars[i]
		for j := range y.PartialDays {
			y.PartialDays[j].Weekdays = pick(f, "short weekdays", 0, 0, day.SetOf(day.Wednesday), day.SetOf(day.Monday, day.Thursday))
		}
		for range f.number(0, 2, "noted days") {
			y.NotedDays = append(y.NotedDays, calendar.NotedDay{
				Span: f.span(y.Span(), 9, "noted day"), Kind: pick(f, "kind of note", calendar.Remote, calendar.Testing, calendar.Unclear, "unheard_of"),
			})
		}
	}
}

// Closure draws a closure in a span, or a little past it.
func Closure(t *rapid.T, in day.Span) calendar.Closure {
	return (&family{T: t}).closure(in)
}

func (f *family) closure(in day.Span) calendar.Closure {
	kind := pick(f, "kind of closure", calendar.Holiday, calendar.Weather, calendar.Break, calendar.Emergency, "unheard_of", "")
	return calendar.Closure{Kind: kind, Span: f.span(in, 9, "closure")}
}

func (f *family) policies() {
	for n := range f.number(1, 2, "policies") {
		p := policy.Policy{ID: fmt.Sprintf("p%d", n+1)}
		p.Pack = pick(f, "pack", "", "", "default-conservative", "md-baltimore-county-bcps", "tx-hcde", "nc-dpi-2020")
		for range f.number(0, 3, "own answers") {
			if p.Owed == nil {
				p.Owed = map[iep.Reason]policy.Answer{}
			}
			p.Owed[pick(f, "own answer to", someReasons...)] = pick(f, "own answer", policy.Yes, policy.Ask, policy.No)
		}
		p.PartialPeriod = pick(f, "partial period", "", policy.Prorate, policy.Full)
		p.OverDelivery = pick(f, "over delivery", "", policy.Nothing, policy.Bank, policy.Bank)
		p.Basis = pick(f, "basis", "", "", policy.BySession, policy.ByPeriod)
		if f.oneIn(3, "spillover said") {
			p.Spillover = new(f.oneIn(2, "spillover"))
		}
		if f.oneIn(3, "deadline said") {
			p.Deadline.Days = new(f.number(0, 40, "deadline"))
		}
		f.record.Policies = append(f.record.Policies, p)
	}
}

var someReasons = []iep.Reason{
	iep.ProviderAbsent, iep.StudentAbsent, iep.SchoolClosedScheduled, iep.SchoolClosedEmergency, iep.NotScheduled,
	iep.FamilyCancelled, iep.NotStated, iep.Other, iep.StudentVacation, "provider_reassigned", "word_of_their_own", "wrong_mode",
}
