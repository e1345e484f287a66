package tally_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/core/tally"
)

// family has Mia with OT on Monday at 9 and speech on Monday at 10 and
// Wednesday, and Theo with speech on Tuesday without a time. It is Wednesday,
// September 16, 2026.
func family() *record.Record {
	first, last := day.Of(2026, 9, 7), day.Of(2026, 10, 30)
	weekly := func(id, days string, start day.Clock) iep.Service {
		return iep.Service{ID: id, Type: id, Start: first, End: last, Schedules: []iep.Schedule{
			{ID: "s", Rule: "FREQ=WEEKLY;BYDAY=" + days, From: first, StartTime: start, Minutes: 30},
		}}
	}
	plan := func(child string, services ...iep.Service) iep.Plan {
		return iep.Plan{ID: child + "-iep", ChildID: child, Kind: "IEP", Start: first, End: last, CalendarIDs: []string{"y"}, Services: services}
	}
	return &record.Record{
		Children:  []iep.Child{{ID: "mia", Name: "Mia"}, {ID: "theo", Name: "Theo"}},
		Calendars: []calendar.SchoolYear{{ID: "y", First: first, Last: last, Weekdays: day.MondayToFriday}},
		Plans: []iep.Plan{
			plan("mia", weekly("speech", "MO,WE", day.At(10, 0)), weekly("ot", "MO", day.At(9, 0))),
			plan("theo", weekly("talk", "TU", day.NoClock)),
		},
	}
}

func ledgerOf(t testing.TB, r *record.Record) *ledger.Ledger {
	t.Helper()
	l, err := ledger.Compute(r, day.Of(2026, 9, 16))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func told(rows []tally.Row) string {
	var lines []string
	for _, r := range rows {
		lines = append(lines, fmt.Sprintf("%d %s %s", r.Number, r.Slot.Date, r.Slot.Version.Service.ID))
	}
	return strings.Join(lines, "\n")
}

var (
	always = day.Span{First: day.First, Last: day.Last}
	second = day.Span{First: day.Of(2026, 9, 14), Last: day.Of(2026, 9, 20)}
)

// What waits is of every child, the oldest first, and of a day by the clock. Not
// sure is an answer; what lies ahead does not wait.
func TestWhatWaits(t *testing.T) {
	r := family()
	r.Sessions = []iep.Session{
		{ID: "1", ServiceID: "ot", Date: day.Of(2026, 9, 7), Kind: iep.Regular, Status: iep.Delivered},
		{ID: "2", ServiceID: "speech", Date: day.Of(2026, 9, 9), Kind: iep.Regular, Status: iep.Unsure},
	}
	r.Calendars[0].Closures = []calendar.Closure{{Span: day.Span{First: day.Of(2026, 9, 8), Last: day.Of(2026, 9, 8)}, Kind: calendar.Weather}}
	want := "1 2026-09-07 speech\n2 2026-09-14 ot\n3 2026-09-14 speech\n4 2026-09-15 talk\n5 2026-09-16 speech"
	if got := told(tally.Waiting(ledgerOf(t, r), "", always)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := told(tally.Waiting(ledgerOf(t, r), "mia", second)); got != "1 2026-09-14 ot\n2 2026-09-14 speech\n3 2026-09-16 speech" {
		t.Errorf("of Mia, in the second week:\n%s", got)
	}
}

// A sheet that was printed is taken back row by row, also after some of it was
// filled in elsewhere and a snow day came.
func TestTheGridIsTheSheet(t *testing.T) {
	r := family()
	children := []string{"mia", "theo"}
	printed, err := tally.Print(ledgerOf(t, r), children, second)
	if err != nil || len(printed) != 2 {
		t.Fatalf("%d sheets, %v", len(printed), err)
	}
	r.Sessions = []iep.Session{{ID: "1", ServiceID: "ot", Date: day.Of(2026, 9, 14), Kind: iep.Regular, Status: iep.Delivered}}
	r.Calendars[0].Closures = []calendar.Closure{{Span: day.Span{First: day.Of(2026, 9, 16), Last: day.Of(2026, 9, 16)}, Kind: calendar.Weather}}
	for _, sheet := range printed {
		code, err := tally.ParseCode(sheet.Code.String())
		if err != nil {
			t.Fatal(err)
		}
		back, sure, err := tally.Take(ledgerOf(t, r), children, "", code)
		if err != nil || !sure || back.ChildID != sheet.ChildID || told(back.Rows) != told(sheet.Rows) {
			t.Errorf("printed for %s\n%s\ntaken back for %s, sure %v, %v\n%s", sheet.ChildID, told(sheet.Rows), back.ChildID, sure, err, told(back.Rows))
		}
	}
}

// The same for any family and any days: same order, same numbers, whoever's.
func TestAnySheetComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		asOf := coretest.AsOf(t, r)
		l, err := ledger.Compute(r, asOf)
		if err != nil {
			t.Fatal(err)
		}
		var children []string
		for i := range r.Children {
			children = append(children, r.Children[i].ID)
		}
		first := asOf + day.Day(rapid.IntRange(-150, 150).Draw(t, "first"))
		in := day.Span{First: first, Last: first + day.Day(rapid.IntRange(0, tally.MostDays-1).Draw(t, "days"))}
		printed, err := tally.Print(l, children, in)
		if err != nil {
			t.Skip("nothing planned")
		}
		for _, sheet := range printed {
			code, err := tally.ParseCode(strings.ToLower(sheet.Code.String()))
			if err != nil || code != sheet.Code {
				t.Fatalf("%s was read as %s, %v", sheet.Code, code, err)
			}
			back, sure, err := tally.Take(l, []string{sheet.ChildID}, "", code)
			if err != nil || !sure || told(back.Rows) != told(sheet.Rows) {
				t.Fatalf("%s: sure %v, %v", sheet.Code, sure, err)
			}
			for i, row := range back.Rows {
				if row.Number != i+1 || i > 0 && row.Slot.Date < back.Rows[i-1].Slot.Date || row.Series.ChildID != sheet.ChildID {
					t.Fatalf("row %d: %+v", i, row)
				}
			}
		}
	})
}

// A plan that was changed since shows itself by the letters.
func TestAChangedPlanIsNotTakenForTheSheet(t *testing.T) {
	r := family()
	code := tally.Of(ledgerOf(t, r), "mia", second).Code
	r.Plans[0].Services[0].Schedules[0].Rule = "FREQ=WEEKLY;BYDAY=TU,WE"
	l := ledgerOf(t, r)
	if _, _, err := tally.Take(l, []string{"mia", "theo"}, "", code); refusal.From(err) == nil || refusal.From(err).Code != refusal.SheetOther {
		t.Errorf("of two children, none of them meant: %v", err)
	}
	sheet, sure, err := tally.Take(l, []string{"mia", "theo"}, "mia", code)
	if err != nil || sure || sheet.ChildID != "mia" || sheet.Code.Check == code.Check {
		t.Errorf("Mia is meant: %s, sure %v, %v", sheet.Code, sure, err)
	}
	if sheet, sure, err := tally.Take(l, []string{"mia"}, "", code); err != nil || sure || sheet.ChildID != "mia" {
		t.Errorf("an only child: %v, %v", sure, err)
	}
}

func TestCodesAsTheyAreTyped(t *testing.T) {
	for text, want := range map[string]string{
		"260914-7-CKX": "260914-7-CKX", " 260914 7 ckx ": "260914-7-CKX", "260914–31–CKX": "260914-31-CKX",
		"": "", "260914-7": "", "260914-7-CKXX": "", "260230-7-CKX": "", "260914-0-CKX": "", "260914-32-CKX": "", "260914-7-AEI": "", "26091-7-CKX": "",
	} {
		code, err := tally.ParseCode(text)
		if err == nil && code.String() != want || (err != nil) != (want == "") {
			t.Errorf("%q: %v, %v, want %q", text, code, err, want)
		}
	}
}

// No key stands for two things, whether typed or ticked.
func TestKeysAreDistinct(t *testing.T) {
	seen := map[string]bool{tally.Happened: true, tally.Missed: true, tally.Partly: true, tally.NotSure: true}
	reasons := map[iep.Reason]bool{}
	for _, r := range tally.Reasons() {
		if seen[r.Key] || reasons[r.Reason] || len(r.Key) != 1 {
			t.Errorf("%q for %s", r.Key, r.Reason)
		}
		seen[r.Key], reasons[r.Reason] = true, true
	}
	if len(reasons) < 15 {
		t.Errorf("%d reasons", len(reasons))
	}
}

func TestNothingToPrint(t *testing.T) {
	summer := day.Span{First: day.Of(2026, 7, 1), Last: day.Of(2026, 7, 7)}
	if _, err := tally.Print(ledgerOf(t, family()), []string{"mia"}, summer); refusal.From(err) == nil || refusal.From(err).Code != refusal.NothingPlanned {
		t.Errorf("got %v", err)
	}
}
