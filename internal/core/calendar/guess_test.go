package calendar

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

func guessOf(t rapid.TB, of *SchoolYear) *SchoolYear {
	t.Helper()
	next, err := NextYear(of, "next", "Birch Hollow", "2026-27")
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// listed are the closures of a year as lines, in the order of its list.
func listed(y *SchoolYear) (lines []string) {
	for i := range y.Closures {
		c := &y.Closures[i]
		lines = append(lines, fmt.Sprintf("%s..%s %s, %s", c.First, c.Last, c.Name, c.Kind))
	}
	return lines
}

// A printed year as districts print them, and the same year a year on.
func TestAPrintedYearMovedOn(t *testing.T) {
	of := &SchoolYear{ID: "birch-2025", Label: "2025-26", First: day.MustParse("2025-08-25"), Last: day.MustParse("2026-06-05"),
		Weekdays: day.MondayToFriday, Level: Middle, Source: "the fridge", Unknown: iep.Unknown{"bell": iep.Raw(`"8:05"`)}}
	moves := []struct {
		from, to string
		name     string
		kind     ClosureKind
	}{
		{"2025-09-01", "2026-09-07", "Labor Day", Holiday},
		{"2025-10-13", "2026-10-12", "Columbus Day", Holiday},
		{"2025-10-17", "2026-10-16", "Staff day on the third Friday", StaffDay},
		{"2025-11-04", "2026-11-03", "Election Day", StaffDay},
		{"2025-11-11", "2026-11-11", "Veterans Day", Holiday},
		{"2025-11-24..2025-11-25", "2026-11-23..2026-11-24", "Conferences", Conference},
		{"2025-11-26..2025-11-28", "2026-11-25..2026-11-27", "Thanksgiving", Break},
		{"2025-12-22..2026-01-02", "2026-12-21..2027-01-01", "Winter break", Break},
		{"2026-01-05", "2027-01-04", "Staff day after the break", StaffDay},
		{"2026-01-19", "2027-01-18", "Dr. King Day", Holiday},
		{"2026-01-26", "", "Ice", Weather},
		{"2026-01-27", "", "Boiler", Emergency},
		{"2026-02-16..2026-02-20", "2027-02-15..2027-02-19", "Winter week", Break},
		{"2026-03-30..2026-04-03", "2027-03-22..2027-03-26", "Spring break up to Easter", Break},
		{"2026-05-22", "2027-05-28", "Held for snow", MakeupReserve},
		{"2026-05-25", "2027-05-31", "Memorial Day", Holiday},
		{"2026-06-08..2026-06-12", "", "After the last day", Break},
	}
	var want []string
	for _, m := range moves {
		of.Closures = append(of.Closures, Closure{ID: m.name, Span: span(m.from), Name: m.name, Kind: m.kind, Source: FromFeed})
		if m.to != "" {
			want = append(want, fmt.Sprintf("%s..%s %s, %s", span(m.to).First, span(m.to).Last, m.name, m.kind))
		}
	}
	next := guessOf(t, of)
	slices.Sort(want)
	if got := listed(next); !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	next.Closures = nil
	if want := (&SchoolYear{ID: "next", Name: "Birch Hollow", Label: "2026-27", First: day.MustParse("2026-08-24"), Last: day.MustParse("2027-06-04"),
		Weekdays: day.MondayToFriday, PartialDays: []PartialDay{}, ExtraDays: []ExtraDay{}, Level: Middle, Guess: true, GuessedFrom: "birch-2025",
	}); !reflect.DeepEqual(next, want) {
		t.Errorf("the year: %+v", next)
	}
}

// Each rule by itself, where the rules give different days.
func TestWhereAClosureMovesTo(t *testing.T) {
	tests := []struct {
		why      string
		kind     ClosureKind
		from, to string
	}{
		{"a first Monday on the first of the month", StaffDay, "2026-06-01", "2027-06-07"},
		{"a fifth Friday to the fifth", StaffDay, "2025-10-31", "2026-10-30"},
		{"a fifth Thursday to the last", StaffDay, "2026-04-30", "2027-04-29"},
		{"a fifth Monday to the last, a week away", StaffDay, "2024-04-29", "2025-04-28"},
		{"a month whose holiday comes a week later", Holiday, "2027-02-15", "2028-02-21"},
		{"a run that holds such a holiday", Break, "2027-02-12..2027-02-16", "2028-02-18..2028-02-22"},
		{"a Thanksgiving a week later", Break, "2027-11-24..2027-11-26", "2028-11-22..2028-11-24"},
		{"what stands in the week of Thanksgiving", Conference, "2022-11-21..2022-11-22", "2023-11-20..2023-11-21"},
		{"Veterans Day on a Saturday was observed on Friday", Holiday, "2028-11-10", "2029-11-12"},
		{"a holiday in the winter break's season, by its date", Holiday, "2025-12-25", "2026-12-25"},
		{"a day in front of the break stays in front of it", StaffDay, "2024-12-20", "2025-12-19"},
		{"a run in no season", Break, "2026-03-09..2026-03-13", "2027-03-08..2027-03-12"},
		{"a break after Easter", Break, "2026-04-06..2026-04-10", "2027-03-29..2027-04-02"},
		{"Good Friday", Holiday, "2026-04-03", "2027-03-26"},
		{"a day in Holy Week, with school on Good Friday", StaffDay, "2026-04-01", "2027-04-07"},
		{"every Friday, also Good Friday", FourDayWeek, "2026-04-03", "2027-04-02"},
		{"a run of four weeks that holds Thanksgiving", Break, "2027-11-08..2027-12-05", "2028-11-06..2028-12-03"},
		{"a kind that nobody here knows", "volcano", "2025-10-17", "2026-10-16"},
	}
	for _, tt := range tests {
		of := &SchoolYear{First: span(tt.from).First - 60, Last: span(tt.from).Last + 90, Weekdays: day.MondayToFriday,
			Closures: []Closure{closed(tt.kind, tt.from)}}
		next := guessOf(t, of)
		if len(next.Closures) == 0 || next.Closures[0].Span != span(tt.to) {
			t.Errorf("%s: %q, want %s", tt.why, listed(next), tt.to)
		}
	}
}

// School that begins after Labor Day does so again, whichever week that is.
func TestSchoolBeginsAfterLaborDayAgain(t *testing.T) {
	for from, to := range map[string]string{
		"2025-09-02": "2026-09-08", "2025-09-08": "2026-09-14", "2025-09-09": "2026-09-08", "2026-09-08": "2027-09-07", "2025-08-28": "2026-08-27",
	} {
		of := &SchoolYear{First: day.MustParse(from), Last: day.MustParse("2027-06-11"), Weekdays: day.MondayToFriday}
		if got := guessOf(t, of).First.String(); got != to {
			t.Errorf("%s: %s, want %s", from, got, to)
		}
	}
	short := &SchoolYear{First: day.MustParse("2025-09-02"), Last: day.MustParse("2025-09-04"), Weekdays: day.MondayToFriday}
	if next := guessOf(t, short); next.First.String() != "2026-09-01" {
		t.Errorf("three days of school: %s to %s", next.First, next.Last)
	}
}

// A break that ended on New Year's Day would, moved by weeks, open school on
// the next one.
func TestAHolidayIsNotLeftOpen(t *testing.T) {
	of := year(closed(Break, "2025-12-22..2026-01-01"))
	of.Closures[0].Name = "Winter break"
	want := []string{"2026-12-21..2026-12-31 Winter break, break", "2027-01-01..2027-01-01 Winter break, holiday"}
	if got := listed(guessOf(t, of)); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// What moves beside the closures: rules of the whole year by 52 weeks, single
// days as closures do, terms with the year. Days given back and notes stay.
func TestShortDaysAndTermsMove(t *testing.T) {
	of := year()
	of.PartialDays = []PartialDay{
		{ID: "wed", Span: of.Span(), Weekdays: day.SetOf(day.Wednesday), Dismissal: day.At(12, 15), Name: "Early Wednesday", Kind: "early", Source: Pasted},
		{ID: "half", Span: span("2025-12-19"), Opening: day.At(10, 0)},
		{ID: "late", Span: span("2026-06-12..2026-06-15"), Unknown: iep.Unknown{"x": iep.Raw("1")}},
	}
	of.ExtraDays = []ExtraDay{{Date: day.MustParse("2026-03-14")}}
	of.NotedDays = []NotedDay{{Span: span("2026-04-20..2026-04-24"), Kind: Testing}}
	of.Terms = []Term{{Name: "Fall", Span: span("2025-09-02..2026-01-23")}, {Name: "Spring", Span: span("2026-01-26..2026-06-12")}}
	next := guessOf(t, of)
	if want := []PartialDay{
		{ID: "wed", Span: span("2026-09-08..2027-06-11"), Weekdays: day.SetOf(day.Wednesday), Dismissal: day.At(12, 15), Name: "Early Wednesday", Kind: "early", Source: FromLastYear},
		{ID: "half", Span: span("2026-12-18"), Opening: day.At(10, 0), Source: FromLastYear},
		{ID: "late", Span: span("2027-06-11"), Source: FromLastYear},
	}; !reflect.DeepEqual(next.PartialDays, want) {
		t.Errorf("short days: %+v", next.PartialDays)
	}
	if want := []Term{{Name: "Fall", Span: span("2026-09-08..2027-01-22")}, {Name: "Spring", Span: span("2027-01-25..2027-06-11")}}; !reflect.DeepEqual(next.Terms, want) {
		t.Errorf("terms: %+v", next.Terms)
	}
	if len(next.ExtraDays)+len(next.NotedDays) > 0 {
		t.Errorf("of the one year: %+v, %+v", next.ExtraDays, next.NotedDays)
	}
}

func TestTheLastYearThereIsHasNoNext(t *testing.T) {
	_, err := NextYear(&SchoolYear{First: day.Last - 200, Last: day.Last - 363, Weekdays: day.MondayToFriday}, "next", "", "")
	if r := refusal.From(err); r == nil || r.Code != refusal.DayRange || r.Field != "last_day" {
		t.Errorf("%v", err)
	}
	guessOf(t, &SchoolYear{First: day.Last - 500, Last: day.Last - 364, Weekdays: day.MondayToFriday})
}

// Whatever the year: what is moved lies in the next one, on weekdays of the
// school, as long as it was and on the same weekdays, unless the year cuts it
// or a holiday has a date; nothing sudden is among it; each entry and the year
// say that they are a guess; and the year copied is as it was.
func TestWhatIsMovedKeepsItsShape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := someYear.Draw(t, "year")
		for i := range of.Closures {
			of.Closures[i].ID = fmt.Sprint(i)
		}
		was := fmt.Sprintf("%+v", of)
		next := guessOf(t, of)
		if now := fmt.Sprintf("%+v", next); !next.Guess || next.GuessedFrom != of.ID || fmt.Sprintf("%+v", of) != was {
			t.Fatalf("copied %s to %s", was, now)
		}
		for i := range next.Closures {
			c := &next.Closures[i]
			if c.Source != FromLastYear || c.Kind.Sudden() || !inside(c.Span, next) {
				t.Fatalf("moved %+v into %s to %s", c, next.First, next.Last)
			}
			if c.ID != "" {
				var n int
				fmt.Sscan(c.ID, &n)
				keepsItsShape(t, of, next, of.Closures[n].Within(of.Span()), c.Span)
			}
		}
		for i := range next.PartialDays {
			if p := &next.PartialDays[i]; p.Source != FromLastYear || !inside(p.Span, next) {
				t.Fatalf("short %+v", p)
			}
		}
	})
}

// inside says that a run lies in the year and has a weekday of the school.
func inside(run day.Span, y *SchoolYear) bool {
	return !run.Empty() && run.Within(y.Span()) == run && NewDays(y).Weekdays(run) > 0
}

func keepsItsShape(t *rapid.T, of, next *SchoolYear, from, to day.Span) {
	cut := to.First == next.First || to.Last == next.Last
	if from.Days() != to.Days() && !cut {
		t.Fatalf("%s..%s became %s..%s", from.First, from.Last, to.First, to.Last)
	}
	dated := from.Days() == 1 && observedOn(from.First)
	if !cut && !dated && from.First.Weekday() != to.First.Weekday() {
		t.Fatalf("%s became %s", from.First, to.First)
	}
	if away := to.First - from.First; away < 364-35 && !cut || away > 364+35 && !cut {
		t.Fatalf("%s is %d days from %s", to.First, away, from.First)
	}
}

// A federal holiday on which the printed calendar closed school is closed on
// its day in the next year as well, where that is a day of school.
func TestNoFederalHolidayIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := someYear.Draw(t, "year")
		before, after := NewDays(of), NewDays(guessOf(t, of))
		for year := of.First.Year(); year <= of.Last.Year()+1; year++ {
			next := FederalHolidays(year + 1)
			for i, h := range FederalHolidays(year) {
				if before.Status(h.Observed) == ClosedScheduled && after.Status(next[i].Observed) == Open {
					t.Fatalf("%s was closed on %s and is open on %s", h.Name, h.Observed, next[i].Observed)
				}
			}
		}
	})
}
