package calendar

import (
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/day"
)

// A note is found on its days of the year, both ends in, and with every other
// note of the day; in a school, of the year that the day belongs to.
func TestNotesAreFoundOnTheirDays(t *testing.T) {
	y := year()
	y.NotedDays = []NotedDay{
		{ID: "tests", Span: span("2026-06-08..2026-06-20"), Kind: Testing}, {ID: "home", Span: span("2026-06-11"), Kind: Remote},
	}
	summer := &SchoolYear{First: day.MustParse("2026-06-10"), Last: day.MustParse("2026-06-30"), Weekdays: day.MondayToFriday}
	days := NewDays(y)
	for on, want := range map[string]int{"2026-06-07": 0, "2026-06-08": 1, "2026-06-11": 2, "2026-06-12": 1, "2026-06-13": 0, "2026-06-20": 0} {
		if got := days.Noted(day.MustParse(on)); len(got) != want || want == 2 && (got[0].ID != "tests" || got[1].ID != "home") {
			t.Errorf("%s: %v", on, got)
		}
		if got := (School{days, NewDays(summer)}).Noted(day.MustParse(on)); len(got) != want {
			t.Errorf("%s, of the school: %v", on, got)
		}
	}
	if got := (School{NewDays(summer), days}).Noted(day.MustParse("2026-06-11")); len(got) > 0 {
		t.Errorf("a day of another year: %v", got)
	}
	if got := (School{}).Noted(day.MustParse("2026-06-11")); len(got) > 0 {
		t.Errorf("without a year: %v", got)
	}
}

func TestOnlyThreeLevelsAreKnown(t *testing.T) {
	for level, known := range map[Level]bool{Elementary: true, Middle: true, High: true, "": false, "district": false, "High": false} {
		if level.Known() != known {
			t.Errorf("%q: %t", level, level.Known())
		}
	}
}

// Whatever is noted, every day is what it was.
func TestANoteChangesNoDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := someYear.Draw(t, "year")
		before := NewDays(y)
		noted := *y
		for _, s := range rapid.SliceOfN(someSpan, 1, 4).Draw(t, "noted") {
			noted.NotedDays = append(noted.NotedDays, NotedDay{Span: s, Kind: rapid.SampledFrom([]NotedKind{Remote, Testing, Unclear, ""}).Draw(t, "kind")})
		}
		after := NewDays(&noted)
		for on := y.First - 1; on <= y.Last+1; on++ {
			if before.Status(on) != after.Status(on) || before.Short(on) != after.Short(on) {
				t.Fatalf("%s was %s and is %s", on, before.Status(on), after.Status(on))
			}
		}
	})
}
