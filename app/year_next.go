package app

import (
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// A NextView is the year after this one as it would be guessed.
type NextView struct {
	Label  string      `json:"label"`  // Houston ISD, 2025-26; empty when there can be none
	Dates  string      `json:"dates"`  // Mon Aug 11, 2025 to Wed Jun 3, 2026
	Days   string      `json:"days"`   // 175 school days · 27 closed weekdays
	There  string      `json:"there"`  // id of a calendar that has these days already
	Moved  []GuessDay  `json:"moved"`  // the days as they would be
	Left   []string    `json:"left"`   // what would be left out: Ice day, Tue Jan 21, 2025
	Plans  []GuessPlan `json:"plans"`  // that follow this year
	Before []string    `json:"before"` // plans that end before the next year begins: they are left alone
}

// A GuessDay is an entry of the next year beside the one that it comes from.
type GuessDay struct {
	On   string `json:"on"` // Mon Sep 1, 2025
	Name string `json:"name"`
	Was  string `json:"was"` // last year Mon Sep 2, 2024
}

// A GuessPlan is a plan that could follow the guess.
type GuessPlan struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

func emptyNext() NextView {
	return NextView{Moved: []GuessDay{}, Left: []string{}, Plans: []GuessPlan{}, Before: []string{}}
}

func (s *sheet) nextView(of *calendar.SchoolYear) NextView {
	v := emptyNext()
	next, err := calendar.NextYear(numbered(of), of.ID, of.Name, "")
	if err != nil {
		return v
	}
	v.Label, v.Dates, v.Days = yearText(next), words.Span(next.Span()), leadOf([]*calendar.Days{calendar.NewDays(next)})
	v.There = s.there(of, next)
	v.moved(of, next)
	v.left(of, next)
	for i := range s.Record.Plans {
		p := &s.Record.Plans[i]
		if !slices.Contains(p.CalendarIDs, of.ID) {
			continue
		}
		text := withName(s.named(p.ChildID), planText(p))
		if p.End != day.None && p.End < next.First {
			v.Before = append(v.Before, text)
			continue
		}
		v.Plans = append(v.Plans, GuessPlan{p.ID, text})
	}
	return v
}

// there is a calendar of the same name, or a guess from this one, that has
// days of the next year, or nothing.
func (s *sheet) there(of, next *calendar.SchoolYear) string {
	for i := range s.Record.Calendars {
		y := &s.Record.Calendars[i]
		if y.ID != of.ID && (y.Name == of.Name || y.GuessedFrom == of.ID) && y.First > of.Last && y.Span().Meets(next.Span()) {
			return y.ID
		}
	}
	return ""
}

// numbered is a year whose entries bear their places as ids, so that those of
// the next year tell where they come from.
func numbered(of *calendar.SchoolYear) *calendar.SchoolYear {
	y := *of
	y.Closures, y.PartialDays = slices.Clone(of.Closures), slices.Clone(of.PartialDays)
	for i := range y.Closures {
		y.Closures[i].ID = strconv.Itoa(i)
	}
	for i := range y.PartialDays {
		y.PartialDays[i].ID = strconv.Itoa(i)
	}
	return &y
}

func (v *NextView) moved(of, next *calendar.SchoolYear) {
	for i := range next.Closures {
		c := &next.Closures[i]
		was := words.Put("guess.new")
		if at, err := strconv.Atoi(c.ID); err == nil {
			was = words.Put("guess.was", "day", words.Span(of.Closures[at].Span))
		}
		v.Moved = append(v.Moved, GuessDay{On: words.Span(c.Span), Name: words.Closure(c), Was: was})
	}
	for i := range next.PartialDays {
		p := &next.PartialDays[i]
		at, _ := strconv.Atoi(p.ID)
		v.Moved = append(v.Moved, GuessDay{
			On: shortDays(p), Name: shortText(p), Was: words.Put("guess.was", "day", shortDays(&of.PartialDays[at])),
		})
	}
}

// left are the entries that belong to the one year.
func (v *NextView) left(of, next *calendar.SchoolYear) {
	for i := range of.Closures {
		c := &of.Closures[i]
		stays := func(n calendar.Closure) bool { return n.ID == strconv.Itoa(i) }
		if !slices.ContainsFunc(next.Closures, stays) {
			v.Left = append(v.Left, words.Closure(c)+", "+words.Span(c.Span))
		}
	}
	for i := range of.ExtraDays {
		on := of.ExtraDays[i].Date
		v.Left = append(v.Left, extraName(&of.ExtraDays[i])+", "+words.Day(on))
	}
}

func extraName(x *calendar.ExtraDay) string {
	if x.Name != "" {
		return x.Name
	}
	return words.Put("calendar.extra")
}
