package handout_test

import (
	"strings"
	"testing"

	"midweek/internal/core/block"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/handout"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/tally"
)

// weekOfMia is her sheet of a week, printed on its Wednesday: Tuesday closed,
// Monday written down, Wednesday not sure.
func weekOfMia(t *testing.T, days string) tally.Sheet {
	t.Helper()
	first := day.Of(2026, 9, 14)
	year := calendar.SchoolYear{ID: "y", First: first, Last: first + 60, Weekdays: day.MondayToFriday,
		Closures: []calendar.Closure{{Span: on(9, 15), Kind: calendar.StaffDay}}}
	service := iep.Service{ID: "sp", Type: "speech", Start: year.First, End: year.Last, Schedules: []iep.Schedule{
		{ID: "s", Rule: "FREQ=WEEKLY;BYDAY=" + days, From: first, StartTime: day.At(10, 0), Minutes: 30},
	}}
	r := &record.Record{
		Children: []iep.Child{{ID: "mia", Name: "Mia"}}, Calendars: []calendar.SchoolYear{year},
		Plans: []iep.Plan{{ID: "p", ChildID: "mia", Kind: "IEP", Start: year.First, End: year.Last, CalendarIDs: []string{"y"}, Services: []iep.Service{service}}},
		Sessions: []iep.Session{
			{ID: "1", ServiceID: "sp", Date: first, Kind: iep.Regular, Status: iep.Delivered},
			{ID: "2", ServiceID: "sp", Date: first + 2, Kind: iep.Regular, Status: iep.Unsure},
		},
	}
	l, err := ledger.Compute(r, first+2)
	if err != nil {
		t.Fatal(err)
	}
	return tally.Of(l, "mia", day.Span{First: first, Last: first + 30})
}

func TestTheSheetForTheBackpack(t *testing.T) {
	sheet := weekOfMia(t, "MO,TU,WE")
	sheet.Rows = sheet.Rows[:4]
	doc := handout.Tally{Sheets: []handout.Sheet{{Sheet: sheet, Name: "Mia"}}, Today: day.Of(2026, 9, 16)}.Page()
	want := strings.ReplaceAll(strings.TrimSpace(`
# Did these sessions happen?
Mia: Mon Sep 14, 2026 to Wed Oct 14, 2026 · rows 1 to 4 · sheet CODE
Please tick one box in each row. H: it happened. M: missed, with the code of the reason. P: only a part was given; write the minutes, and the code of the reason. U: not sure. A row without a tick stays not filled in, and that is all right.
Row | Day | Time | Service | H | M | P | U | Minutes | Reason | Initials
1 | Mon Sep 14 | 10:00 am | Speech, 30 min |  |  |  |  |  | known | 
2 | Tue Sep 15 | 10:00 am | Speech, 30 min |  |  |  |  |  | no school | 
3 | Wed Sep 16 | 10:00 am | Speech, 30 min | ☐ | ☐ | ☐ | ☐ |  |  | 
4 | Mon Sep 21 | 10:00 am | Speech, 30 min | ☐ | ☐ | ☐ | ☐ |  |  | 
## Codes for the reason
Code | Reason | Code | Reason | Code | Reason
1 | Therapist was out | 6 | Early release | B | Child could not take part
2 | Child was out | 7 | Therapist was in a meeting | C | Family trip
3 | School activity | 8 | No therapist (vacancy) | D | Service had not started
4 | Testing | 9 | No room | E | Reason not written down
5 | School closed (weather or emergency) | A | Family cancelled | F | Other reason`), "CODE", sheet.Code.String())
	if got := text(doc); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Each side of a long sheet names it; each child begins a page; a sheet without a
// name has none.
func TestSidesOfASheet(t *testing.T) {
	long := weekOfMia(t, "MO,TU,WE,TH,FR,SA")
	long.Rows = append(long.Rows, long.Rows...)
	doc := handout.Tally{Sheets: []handout.Sheet{{Sheet: long}, {Sheet: weekOfMia(t, "MO"), Name: "Theo"}}, Today: day.Of(2026, 9, 16)}.Page()
	turns, said := 0, 0
	for _, b := range doc.Blocks {
		if _, ok := b.(block.NewPage); ok {
			turns++
		}
		if p, ok := b.(block.Paragraph); ok && strings.HasPrefix(p.Text, "Mon Sep 14") && strings.HasSuffix(p.Text, long.Code.String()) {
			said++
		}
	}
	if sides := (len(long.Rows) + 24) / 25; turns != sides || said != sides || sides < 2 {
		t.Errorf("%d rows: %d pages turned, %d times named", len(long.Rows), turns, said)
	}
	if all := text(doc); strings.ContainsAny(all, "{}") || strings.Contains(all, "Mia") {
		t.Errorf("a name or a hole in\n%s", all)
	}
}

// The page asks what happened and draws nothing from it.
func TestTheSheetClaimsNothing(t *testing.T) {
	doc := handout.Tally{Sheets: []handout.Sheet{{Sheet: weekOfMia(t, "MO,WE"), Name: "Mia"}}, Today: day.Of(2026, 9, 16)}.Page()
	all := strings.ReplaceAll(text(doc), "M: missed, with", "")
	if word := claims.FindString(all); word != "" {
		t.Errorf("%q is on\n%s", word, all)
	}
}
