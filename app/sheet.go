package app

import (
	"slices"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/say"
)

// A SeriesSheet is one service through its versions, as its sheet is headed.
type SeriesSheet struct {
	ID     string `json:"id"`     // of the series
	Title  string `json:"title"`  // Speech; Speech, consultation
	Agency string `json:"agency"` // responsible for it, or empty
	Givers string `json:"givers"` // Dana until Fri Nov 1, 2024 · nobody written down until … · Luis since …
	Ended  string `json:"ended"`  // that the sheet is over, and what stays on it; or empty
	Now    string `json:"now"`    // id of the version that is in force, or was last
}

// sheetViews are the services of a plan, each with its versions in it.
func (s *sheet) sheetViews(p *iep.Plan) []SeriesSheet {
	list := []SeriesSheet{}
	for i := range p.Services {
		series := s.Ledger.Find(p.Services[i].Series(), p.ChildID)
		if series == nil || slices.ContainsFunc(list, func(v SeriesSheet) bool { return v.ID == series.ID }) {
			continue
		}
		list = append(list, s.sheetView(series))
	}
	return list
}

func (s *sheet) sheetView(series *ledger.Series) SeriesSheet {
	now := series.VersionOn(s.Today)
	return SeriesSheet{
		ID: series.ID, Title: s.title(now), Agency: now.Service.Agency, Givers: s.giversText(series), Ended: s.ended(series), Now: now.Service.ID,
	}
}

// ended says of a sheet after which another one of the same service begins that
// what is open stays on it.
func (s *sheet) ended(series *ledger.Series) string {
	over := series.VersionOn(day.Last).Service
	last := over.End
	if last >= s.Today || !slices.ContainsFunc(s.Of(series.ChildID), func(o *ledger.Series) bool {
		next := o.Versions[0].Service
		return next.Start > last && words.Title(next) == words.Title(over)
	}) {
		return ""
	}
	if series.Summary.OpenOwed == 0 {
		return words.Put("sheet.ended", "day", words.Day(last))
	}
	return words.Put("sheet.ended_open", "day", words.Day(last), "minutes", words.Several("minute", series.Summary.OpenOwed))
}

// giversText is who gave a service, from when, and who before.
func (s *sheet) giversText(series *ledger.Series) string {
	var versions []*iep.Service
	for _, v := range series.Versions {
		versions = append(versions, v.Service)
	}
	list := s.Record.GivenBy(series.ChildID, versions...)
	var said []string
	for i := range list {
		said = append(said, stretchText(list, i, s.Today))
	}
	return strings.Join(said, " · ")
}

// stretchText is one stretch: the first ones by their last day, the last one by
// its first.
func stretchText(list []record.Stretch, i int, today day.Day) string {
	who := giverNames(list[i].Givers)
	if who == "" {
		who = words.Put("giver.nobody")
	}
	last := i == len(list)-1
	switch {
	case last && list[i].Last < today:
		return words.Put("giver.until", "who", who, "day", words.Day(list[i].Last))
	case last && i == 0:
		return who
	case last && list[i].First > today:
		return words.Put("giver.from", "who", who, "day", words.Day(list[i].First))
	case last:
		return words.Put("giver.since", "who", who, "day", words.Day(list[i].First))
	}
	return words.Put("giver.until", "who", who, "day", words.Day(list[i].Last))
}

// A SaysView is what the plan says of a service in one version: the words of a
// total.
type SaysView struct {
	Dates    string `json:"dates"`    // since Mon Jan 20, 2025; until Sun Jan 19, 2025
	Promise  string `json:"promise"`  // 3 sessions of 20 minutes a week
	Page     string `json:"page"`     // Says so: page 14; or empty
	Verbatim string `json:"verbatim"` // the plan's own words, or empty
}

// says are the versions of a series, the newest first.
func says(series *ledger.Series, today day.Day) []SaysView {
	list := []SaysView{}
	for i := len(series.Versions) - 1; i >= 0; i-- {
		service := series.Versions[i].Service
		v := SaysView{Promise: words.Promised(service), Page: page(service), Verbatim: service.Verbatim}
		if len(series.Versions) > 1 {
			v.Dates = versionDates(series, i, today)
		}
		list = append(list, v)
	}
	return list
}

// versionDates says from when a version holds, or until when it held.
func versionDates(series *ledger.Series, i int, today day.Day) string {
	service := series.Versions[i].Service
	switch {
	case i == len(series.Versions)-1 && service.Start > today:
		return words.Put("version.from", "day", words.Day(service.Start))
	case i == len(series.Versions)-1:
		return words.Put("version.since", "day", words.Day(service.Start))
	case i == 0:
		return words.Put("version.until", "day", words.Day(service.End))
	}
	return words.Span(service.Span())
}

// shortPromise is a promise in a few signs: 3 × 20 min a week.
func shortPromise(s *iep.Service) string {
	r := s.Requirement
	if r == nil || r.Unit != iep.Sessions || r.Every() > 1 {
		return words.Promised(s)
	}
	return words.Put("version.short", "n", words.Number(r.Amount), "minutes", words.Several("min", s.SessionMinutes()),
		"period", words.Put("per."+string(r.Period)))
}

// sheetHead is what a sheet is headed by: agency, school, days in service.
func (s *sheet) sheetHead(series *ledger.Series) string {
	var parts []string
	add := func(text string) {
		if text != "" && !slices.Contains(parts, text) {
			parts = append(parts, text)
		}
	}
	add(say.Plain(series.VersionOn(s.Today).Service.Agency))
	for _, v := range series.Versions {
		for _, d := range v.School {
			if slices.ContainsFunc(v.School.Ours(d), v.Service.Span().Meets) {
				add(say.Plain(d.Year.Name))
			}
		}
	}
	first, last := series.Versions[0].Service.Start, series.VersionOn(day.Last).Service.End
	add(words.Span(day.Span{First: first, Last: last}))
	return strings.Join(parts, " · ")
}
