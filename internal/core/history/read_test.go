package history_test

import (
	"encoding/json"
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// read is a small reader of values, enough for these tests: the file format's
// own stands at the edge, which the core does not import.
func read(noun history.Noun, id string, value []byte) (any, error) {
	v, err := readValue(noun, id, value)
	if _, known := err.(*refusal.Refusal); err != nil && !known {
		return nil, fmt.Errorf("%s %s: %w", noun, id, err)
	}
	return v, err
}

func readValue(noun history.Noun, id string, value []byte) (any, error) {
	var v small
	if err := json.Unmarshal(value, &v); err != nil {
		return nil, err
	}
	first, err := day.Parse(v.First)
	if err != nil {
		return nil, err
	}
	last, err := day.Parse(v.Last)
	if err != nil {
		return nil, err
	}
	switch noun {
	case history.Child:
		return &iep.Child{ID: id, Name: v.Name}, nil
	case history.Calendar:
		return &calendar.SchoolYear{ID: id, Name: v.Name, First: first, Last: last, Weekdays: day.MondayToFriday}, nil
	case history.Policy:
		return &policy.Policy{ID: id, Name: v.Name}, nil
	case history.Plan:
		return &iep.Plan{ID: id, ChildID: v.Child, Kind: iep.IEP, CalendarIDs: v.Calendars, PolicyID: v.Policy}, nil
	case history.Service:
		return &record.PlacedService{PlanID: v.Plan, Service: iep.Service{ID: id, SeriesID: v.Series, Type: v.Name, Start: first, End: last}}, nil
	case history.Session:
		return &iep.Session{ID: id, ServiceID: v.Service, Date: first, Kind: iep.Regular, Status: iep.Status(v.Status), Note: v.Name}, nil
	case history.Decision:
		return &iep.Decision{ServiceID: v.Service, Date: first, Owed: iep.Owed(v.Owed), Note: v.Name}, nil
	case history.Request:
		return &iep.Request{ID: id, ChildID: v.Child, Text: v.Name}, nil
	case history.Meeting:
		return &iep.Meeting{ID: id, ChildID: v.Child, Date: first, Text: v.Name}, nil
	case history.ESY:
		return &calendar.ESYWindow{ID: id, ChildID: v.Child, Span: day.Span{First: first, Last: last}, Capacity: v.Capacity}, nil
	case history.Arrangement:
		said := iep.Step{State: iep.Proposed, On: first, By: v.Name}
		return &iep.Arrangement{ID: id, ChildID: v.Child, SeriesID: v.Service, Date: last, Minutes: 30, Steps: []iep.Step{said}}, nil
	case history.Import:
		return &record.Import{ID: id, SHA256: v.Name}, nil
	}
	return nil, refusal.New(refusal.EntryUnreadable)
}

// small is every noun's value in these tests.
type small struct {
	Name      string         `json:"name,omitempty"`
	Child     string         `json:"child,omitempty"`
	Plan      string         `json:"plan,omitempty"`
	Calendars []string       `json:"calendars,omitempty"`
	Policy    string         `json:"policy,omitempty"`
	Service   string         `json:"service,omitempty"`
	Series    string         `json:"series,omitempty"`
	First     string         `json:"first,omitempty"`
	Last      string         `json:"last,omitempty"`
	Status    string         `json:"status,omitempty"`
	Owed      string         `json:"owed,omitempty"`
	Capacity  map[string]int `json:"capacity,omitempty"`
}
