package record_test

import (
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// What changes no number is asked little, but whom it is about and days that
// run forward.
func TestTheRestOfTheRecordIsChecked(t *testing.T) {
	monday, tuesday := day.MustParse("2025-03-10"), day.MustParse("2025-03-11")
	nine, _ := day.ParseClock("09:00")
	ten, _ := day.ParseClock("10:00")
	for _, c := range []struct {
		what string
		rest record.Record
		want string
	}{
		{"all of it", record.Record{
			Contacts:    []iep.Contact{{ID: "c", ChildIDs: []string{"gone"}, Roles: []iep.Role{{SeriesID: "gone", From: monday, To: monday}}}},
			Notes:       []iep.Note{{ID: "n", ChildID: "a", Date: monday, SeriesID: "gone", BreakID: "gone"}},
			Promises:    []iep.Promise{{ID: "p", ChildID: "a", Date: monday, Due: day.None}},
			Removals:    []iep.Removal{{ID: "r", ChildID: "a", Span: day.Span{First: monday, Last: tuesday}}},
			Attachments: []iep.Attachment{{ID: "x", Size: record.MaxBytes, Of: []iep.Ref{{Noun: "session", ID: "gone"}}}},
			Arrangements: []iep.Arrangement{
				arranged("m", func(m *iep.Arrangement) { m.SeriesID, m.PaysFor = "gone", []string{"gone"} }),
				arranged("n", func(m *iep.Arrangement) { m.Date = monday }),
			},
		}, ""},
		{"two contacts of one id", record.Record{Contacts: []iep.Contact{{ID: "c"}, {ID: "c"}}}, "contacts[1].id: not_unique"},
		{"a role that ends before it begins", record.Record{Contacts: []iep.Contact{{ID: "c", Roles: []iep.Role{{From: tuesday, To: monday}}}}}, "contacts[0].roles[0].to: backwards"},
		{"a note of nobody", record.Record{Notes: []iep.Note{{ID: "n", ChildID: "b", Date: monday}}}, "notes[0].child_id: no_such"},
		{"a note without a day", record.Record{Notes: []iep.Note{{ID: "n", ChildID: "a"}}}, "notes[0].date: missing"},
		{"a promise without a day", record.Record{Promises: []iep.Promise{{ID: "p", ChildID: "a"}}}, "promises[0].date: missing"},
		{"a promise to nobody", record.Record{Promises: []iep.Promise{{ID: "p", Date: monday}}}, "promises[0].child_id: missing"},
		{"a removal that runs backward", record.Record{Removals: []iep.Removal{{ID: "r", ChildID: "a", Span: day.Span{First: tuesday, Last: monday}}}}, "removals[0].end: backwards"},
		{"a removal of nobody", record.Record{Removals: []iep.Removal{{ID: "r", ChildID: "b", Span: day.Span{First: monday, Last: monday}}}}, "removals[0].child_id: no_such"},
		{"an attachment above the limit", record.Record{Attachments: []iep.Attachment{{ID: "x", Size: record.MaxBytes + 1}}}, "attachments[0].size: out_of_bounds"},
		{"two arrangements of one id", arrangement(func(*iep.Arrangement) {}, func(*iep.Arrangement) {}), "arrangements[1].id: not_unique"},
		{"an arrangement of nobody", arrangement(func(m *iep.Arrangement) { m.ChildID = "b" }), "arrangements[0].child_id: no_such"},
		{"an arrangement for nothing", arrangement(func(m *iep.Arrangement) { m.SeriesID = "" }), "arrangements[0].series_id: missing"},
		{"an arrangement of no length", arrangement(func(m *iep.Arrangement) { m.Minutes = 0 }), "arrangements[0].minutes: not_positive"},
		{"an arrangement nobody made", arrangement(func(m *iep.Arrangement) { m.Steps = nil }), "arrangements[0].steps: missing"},
		{"a state of no list", arrangement(func(m *iep.Arrangement) { m.Steps[0].State = "given" }), "arrangements[0].steps[0].state: not_a_word"},
		{"a step without a day", arrangement(func(m *iep.Arrangement) { m.Steps[0].On = day.None }), "arrangements[0].steps[0].on: missing"},
		{"a session that ended before it began", held(ten, nine), "sessions[0].ended: backwards"},
		{"a session that took no time", held(nine, nine), "sessions[0].ended: backwards"},
		{"a session from nine to ten", held(nine, ten), ""},
	} {
		r := c.rest
		r.Children = []iep.Child{{ID: "a"}}
		r.Plans = append(r.Plans, iep.Plan{ID: "p", ChildID: "a", Kind: iep.IEP, Services: []iep.Service{{ID: "sp", Start: monday, End: tuesday}}})
		got := ""
		if err := record.Check(&r); err != nil {
			told := refusal.From(err)
			got = told.Field + ": " + string(told.Code)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func held(began, ended day.Clock) record.Record {
	return record.Record{Sessions: []iep.Session{{
		ID: "s", ServiceID: "sp", Date: day.MustParse("2025-03-10"), Kind: iep.Regular, Status: iep.Delivered, Began: began, Ended: ended,
	}}}
}

func arranged(id string, change func(*iep.Arrangement)) iep.Arrangement {
	m := iep.Arrangement{
		ID: id, ChildID: "a", SeriesID: "sp", Minutes: 30,
		Steps: []iep.Step{{State: iep.Proposed, On: day.MustParse("2025-03-10")}},
	}
	change(&m)
	return m
}

func arrangement(changes ...func(*iep.Arrangement)) (r record.Record) {
	for _, change := range changes {
		r.Arrangements = append(r.Arrangements, arranged("m", change))
	}
	return r
}
