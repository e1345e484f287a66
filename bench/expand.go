package main

import (
	"fmt"
	"time"

	"github.com/teambition/rrule-go"

	"midweek/internal/core/day"
	"midweek/internal/core/record"
	"midweek/internal/core/schedule"
)

// expandOurs reads and expands a workload as Midweek does.
func expandOurs(w *workload) (t tally, err error) {
	for _, r := range w.rules {
		dates, err := r.dates()
		if err != nil {
			return t, err
		}
		for _, d := range dates {
			t.add(d, w.closed)
		}
	}
	return t, nil
}

func (r rule) dates() ([]day.Day, error) {
	parsed, err := schedule.ParseRule(r.text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.text, err)
	}
	return parsed.Dates(r.start, day.Span{First: r.start, Last: day.Last})
}

// expandLibrary reads and expands a workload with rrule-go alone.
func expandLibrary(w *workload) (t tally, err error) {
	for _, r := range w.rules {
		library, err := r.library()
		if err != nil {
			return t, err
		}
		next := library.Iterator()
		for at, ok := next(); ok; at, ok = next() {
			t.add(dayOf(at), w.closed)
		}
	}
	return t, nil
}

func (r rule) library() (*rrule.RRule, error) {
	options, err := rrule.StrToROption(r.text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.text, err)
	}
	options.Dtstart = r.start.UTC()
	return rrule.NewRRule(*options)
}

// dayOf is the day of one of the library's midnights, by the shortest way.
func dayOf(at time.Time) day.Day { return unixEpoch + day.Day(at.Unix()/(24*60*60)) }

// libraryRules are the schedules of a record as rules of rrule-go, each to the
// end of its service.
func libraryRules(r *record.Record) (rules []*rrule.RRule, err error) {
	for _, plan := range r.Plans {
		for _, service := range plan.Services {
			for _, s := range service.Schedules {
				library, err := rule{s.From, s.Rule + ";UNTIL=" + compact(service.End)}.library()
				if err != nil {
					return nil, err
				}
				rules = append(rules, library)
			}
		}
	}
	return rules, nil
}

// iterateOnly is the library's iteration and nothing besides.
func iterateOnly(rules []*rrule.RRule) (dates int) {
	for _, library := range rules {
		next := library.Iterator()
		for _, ok := next(); ok; _, ok = next() {
			dates++
		}
	}
	return dates
}
