package record_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

var (
	first = day.Of(2026, 9, 1)
	last  = day.Of(2027, 6, 11)
)

// family is a small record in order: a child with one service, and one row of
// every list that refers to it.
func family() *record.Record {
	return &record.Record{
		Children:  []iep.Child{{ID: "mia"}},
		Calendars: []calendar.SchoolYear{{ID: "birch", First: first, Last: last, Weekdays: day.MondayToFriday}},
		Policies:  []policy.Policy{{ID: "ours"}},
		Plans: []iep.Plan{{ID: "iep", ChildID: "mia", Kind: iep.IEP, CalendarIDs: []string{"birch"}, PolicyID: "ours", Services: []iep.Service{{
			ID: "sp-1", SeriesID: "sp", Start: first, End: last,
			Schedules: []iep.Schedule{{ID: "tue", Rule: "FREQ=WEEKLY;BYDAY=TU", From: first, Minutes: 30}},
		}}}},
		Sessions:  []iep.Session{{ID: "s1", ServiceID: "sp-1", Date: first, Kind: iep.Regular, Status: iep.Missed}},
		Decisions: []iep.Decision{{ServiceID: "sp", Date: first, Owed: iep.OwedYes}},
		Requests:  []iep.Request{{ID: "q1", ChildID: "mia"}},
		Meetings:  []iep.Meeting{{ID: "m1", ChildID: "mia", Date: first}},
		ESY:       []calendar.ESYWindow{{ID: "e1", ChildID: "mia", Span: day.Span{First: last, Last: last + 10}, Capacity: map[string]int{"sp": 60}}},
	}
}

// names are the rows set aside, as list and id.
func names(asides []record.Aside) []string {
	var list []string
	for _, a := range asides {
		list = append(list, a.List+" "+a.ID)
	}
	slices.Sort(list)
	return list
}

// One row wrong in itself goes, with all that refers to it and nothing else. An
// id does not count as there when its row fails a later check.
func TestWhatRefersToAWrongRowGoesWithIt(t *testing.T) {
	log := []string{"decisions ", "esy e1", "sessions s1"}
	plan := append([]string{"plans iep", "services sp-1"}, log...)
	for _, c := range []struct {
		what  string
		wrong func(r *record.Record)
		want  []string
	}{
		{"nothing", func(*record.Record) {}, nil},
		{"a child without an id", func(r *record.Record) { r.Children[0].ID = "" },
			append([]string{"children ", "meetings m1", "requests q1"}, plan...)},
		{"a calendar that ends before it begins", func(r *record.Record) { r.Calendars[0].Last = first - 1 }, append([]string{"calendars birch"}, plan...)},
		{"a note that ends before it begins", func(r *record.Record) {
			r.Calendars[0].NotedDays = []calendar.NotedDay{{Span: day.Span{First: last, Last: first}}}
		}, append([]string{"calendars birch"}, plan...)},
		{"a policy with an unknown pack", func(r *record.Record) { r.Policies[0].Pack = "no such pack" }, append([]string{"policies ours"}, plan...)},
		{"a plan without a kind", func(r *record.Record) { r.Plans[0].Kind = "" }, plan},
		{"a service whose schedule cannot be", func(r *record.Record) { r.Plans[0].Services[0].Schedules[0].Rule = "FREQ=HOURLY" }, append([]string{"services sp-1"}, log...)},
		{"a session that is no session", func(r *record.Record) { r.Sessions[0].Status = "lost" }, []string{"sessions s1"}},
		{"a decision without a day", func(r *record.Record) { r.Decisions[0].Date = day.None }, []string{"decisions "}},
		{"a summer that reserves less than nothing", func(r *record.Record) { r.ESY[0].Capacity["sp"] = -1 }, []string{"esy e1"}},
		{"a meeting without a day", func(r *record.Record) { r.Meetings[0].Date = day.None }, []string{"meetings m1"}},
		{"a request of nobody", func(r *record.Record) { r.Requests[0].ChildID = "leo" }, []string{"requests q1"}},
	} {
		r := family()
		c.wrong(r)
		slices.Sort(c.want)
		asides := record.Sift(r)
		if got := names(asides); !slices.Equal(got, c.want) {
			t.Errorf("%s: set aside %v, want %v", c.what, got, c.want)
		}
		if err := record.Check(r); err != nil {
			t.Errorf("%s: what is left is not in order: %v", c.what, err)
		}
	}
}

// The reason stands in the row, and the row in its list as it was.
func TestARowThatIsSetAsideSaysWhereAndWhy(t *testing.T) {
	r := family()
	r.Sessions = append(r.Sessions, iep.Session{ID: "s2", ServiceID: "sp-1", Date: first, Kind: iep.Makeup, Status: iep.Delivered})
	r.Plans[0].Services = append(r.Plans[0].Services, iep.Service{ID: "sp-2", Start: first})
	want := []record.Aside{
		{List: "services", Index: 1, ID: "sp-2", Plan: "iep", Refusal: &refusal.Refusal{Code: refusal.Missing, Field: "end"}},
		{List: "sessions", Index: 1, ID: "s2", Refusal: &refusal.Refusal{Code: refusal.NeedsMinutes, Field: "minutes", Args: refusal.Args{"kind": "makeup"}}},
	}
	if got := record.Sift(r); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}

// Of two rows with one id the first that is in order stays.
func TestOfTwoRowsWithOneIDTheFirstInOrderStays(t *testing.T) {
	r := family()
	good, bad := r.Sessions[0], r.Sessions[0]
	bad.Status = "lost"
	other := good
	other.Note = "the second"
	r.Sessions = []iep.Session{bad, good, other}
	rows := slices.Clone(r.Sessions)
	asides := record.Sift(r)
	if len(asides) != 2 || asides[1].Index != 2 || asides[1].Refusal.Code != refusal.NotUnique || len(r.Sessions) != 1 || r.Sessions[0].Note != "" {
		t.Errorf("%+v, left %+v", asides, r.Sessions)
	}
	if rows[0].Status != "lost" || len(rows) != 3 {
		t.Error("the list that was given was changed")
	}
}

// Rows beyond the bound are set aside, and what is left can be computed.
func TestRowsBeyondTheBoundAreSetAside(t *testing.T) {
	r := family()
	for i := range record.MaxRows + 1 {
		r.Requests = append(r.Requests, iep.Request{ID: fmt.Sprint(i), ChildID: "mia"})
	}
	asides := record.Sift(r)
	if len(asides) != 2 || asides[0].Refusal.Code != refusal.TooManyRows || len(r.Requests) != record.MaxRows {
		t.Errorf("%d set aside, %d left", len(asides), len(r.Requests))
	}
}

// Services that would plan too much are set aside, the others stay, and the
// ledger can compute what is left.
func TestAServiceThatPlansTooMuchIsSetAside(t *testing.T) {
	every := iep.Schedule{ID: "daily", Rule: "FREQ=DAILY", From: day.Of(2100, 1, 1), Minutes: 30, IgnoreSchoolCalendar: true}
	r := family()
	r.Calendars[0].First, r.Calendars[0].Last = day.Of(1990, 1, 1), day.Of(2199, 12, 31)
	r.Decisions, r.ESY = nil, nil
	add := func(id string, s iep.Schedule) {
		r.Plans[0].Services = append(r.Plans[0].Services, iep.Service{ID: id, Start: s.From, End: day.Of(2149, 12, 31), Schedules: []iep.Schedule{s}})
	}
	long := every
	long.From = day.Of(2000, 1, 1)
	add("long", long)
	for i := range 60 {
		add(fmt.Sprint("s", i), every)
	}
	asides := record.Sift(r)
	if len(asides) < 2 || asides[0].ID != "long" || asides[0].Refusal.Code != refusal.RuleTooMany || asides[1].Refusal.Code != refusal.TooManySlots {
		t.Fatalf("%d set aside: %+v", len(asides), asides)
	}
	if err := record.Check(r); err != nil {
		t.Error(err)
	}
	if _, err := ledger.Compute(r, day.Of(2026, 10, 1)); err != nil {
		t.Error(err)
	}
}

// Whatever is wrong with a record, what Sift leaves is in order and can be
// computed; a record in order loses nothing.
func TestWhatIsLeftIsAlwaysInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Copy(coretest.Records().Draw(t, "record"))
		whole := coretest.Copy(r)
		if asides := record.Sift(r); asides != nil || !reflect.DeepEqual(r, whole) {
			t.Fatalf("of a record in order: %v", names(asides))
		}
		for range rapid.IntRange(1, 4).Draw(t, "faults") {
			spoil(t, r)
		}
		inOrder, rows := record.Check(r) == nil, count(r)
		asides := record.Sift(r)
		if inOrder != (len(asides) == 0) || count(r)+len(asides) != rows {
			t.Fatalf("in order %v, set aside %v of %d rows, %d are left", inOrder, names(asides), rows, count(r))
		}
		if err := record.Check(r); err != nil {
			t.Fatalf("what is left is not in order: %v", err)
		}
		if len(r.Calendars) > 0 {
			if _, err := ledger.Compute(r, r.Calendars[0].First+30); err != nil {
				t.Fatalf("what is left cannot be computed: %v", err)
			}
		}
	})
}

// spoil makes one row wrong, or names one twice.
func spoil(t *rapid.T, r *record.Record) {
	plan := &r.Plans[rapid.IntRange(0, len(r.Plans)-1).Draw(t, "plan")]
	service := &plan.Services[rapid.IntRange(0, len(plan.Services)-1).Draw(t, "service")]
	switch rapid.IntRange(0, 8).Draw(t, "fault") {
	case 0:
		r.Children[0].ID = ""
	case 1:
		r.Calendars[0].First = r.Calendars[0].Last + 1
	case 2:
		r.Policies[0].Basis = "whim"
	case 3:
		plan.Kind = ""
	case 4:
		service.End = service.Start - 1
	case 5:
		service.ID = r.Plans[0].Services[0].ID
	case 6:
		plan.ID = r.Plans[0].ID
	case 7:
		if len(r.Sessions) > 0 {
			r.Sessions[0].Minutes = new(-1)
		}
	case 8:
		service.SeriesID = "another"
	}
}

func count(r *record.Record) int {
	n := len(r.Children) + len(r.Calendars) + len(r.Policies) + len(r.Plans) + len(r.Sessions) + len(r.Decisions) + len(r.ESY) + len(r.Arrangements) + len(r.Carryovers)
	for _, p := range r.Plans {
		n += len(p.Services)
	}
	return n
}

// A year that can be kept can be moved on, and what comes of it can be kept.
func TestAYearMovedOnIsInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		for i := range r.Calendars {
			next, err := calendar.NextYear(&r.Calendars[i], "next", "", "")
			if err == nil {
				err = record.CheckYear(next)
			}
			if err != nil {
				t.Fatalf("%+v: %v", next, err)
			}
		}
	})
}
