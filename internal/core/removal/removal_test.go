package removal

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// Each counted day has its number, its reason and the removal behind it; of two
// of one kind the one that began first.
func TestADaySaysWhatHoldsIt(t *testing.T) {
	s := readStory(t, `
school 2026-08-24..2027-06-11
away 2026-09-15..2026-09-17 out_of_school
away 2026-09-14..2026-09-15 out_of_school
away 2026-09-14..2026-09-18 sent_home
`)
	y := Count(s.away, s.school)[0]
	want := []struct {
		number int
		why    Why
		id     string
	}{{1, OutOfSchool, "1"}, {2, OutOfSchool, "1"}, {3, OutOfSchool, "0"}, {4, OutOfSchool, "0"}, {5, SentHome, "2"}}
	for i, d := range y.Days {
		if w := want[i]; d.Number != w.number || d.Why != w.why || d.Removal.ID != w.id {
			t.Errorf("%s: number %d, %s by %s, want %v", d.On, d.Number, d.Why, d.Removal.ID, w)
		}
	}
	if y.Row != span("2026-09-14..2026-09-18") {
		t.Errorf("the row is %v", y.Row)
	}
	if y.SoFar(day.MustParse("2026-09-13")) != 0 || y.SoFar(day.MustParse("2026-09-16")) != 3 || y.SoFar(day.MustParse("2026-12-01")) != 5 {
		t.Error("so far are the days up to the one asked, that day among them")
	}
}

// Ten days and one set apart may be eleven; that is a question.
func TestPerhapsEleven(t *testing.T) {
	for text, want := range map[string]bool{
		"away 2026-09-14..2026-09-25 out_of_school\n":                                 false,
		"away 2026-09-14..2026-09-25 out_of_school\naway 2026-09-28 in_school\n":      true,
		"away 2026-09-14..2026-09-28 out_of_school\naway 2026-09-29 in_school\n":      false,
		"away 2026-09-14..2026-09-24 out_of_school\naway 2026-09-25 sent_home part\n": false,
		"away 2026-09-14..2026-09-29 bus\n":                                           true,
	} {
		s := readStory(t, "school 2026-08-24..2027-06-11\n"+text)
		if got := Count(s.away, s.school)[0].Perhaps(); got != want {
			t.Errorf("%s: perhaps %t", text, got)
		}
	}
}

func TestTheWordOfASession(t *testing.T) {
	for _, c := range []struct {
		day  Day
		want iep.Reason
	}{
		{Day{Why: OutOfSchool, Number: 10}, SuspendedEarly},
		{Day{Why: OutOfSchool, Number: 11}, SuspendedLate},
		{Day{Why: SentHome, Number: 11}, iep.Other},
		{Day{Why: InSchool}, iep.Other},
	} {
		if got := c.day.Reasons(); got[0] != c.want || len(got) != 3 {
			t.Errorf("%+v: %v, want %s first of three", c.day, got, c.want)
		}
	}
}

var someKind = rapid.SampledFrom([]iep.RemovalKind{iep.OutOfSchool, iep.InSchool, iep.SentHome, iep.OffBus, iep.OtherRemoval, "unheard_of"})

var someRemoval = rapid.Custom(func(t *rapid.T) *iep.Removal {
	first := day.MustParse("2026-08-10") + day.Day(rapid.IntRange(0, 60).Draw(t, "first"))
	return &iep.Removal{
		ID: rapid.StringMatching(`[a-z]{4}`).Draw(t, "id"), Kind: someKind.Draw(t, "kind"), PartDay: rapid.Bool().Draw(t, "part"),
		Span: day.Span{First: first, Last: first + day.Day(rapid.IntRange(0, 14).Draw(t, "days"))},
	}
})

var someRemovals = rapid.SliceOfNDistinct(someRemoval, 0, 9, func(r *iep.Removal) string { return r.ID })

func autumn() calendar.School {
	return calendar.School{
		calendar.NewDays(&calendar.SchoolYear{
			ID: "a", First: day.MustParse("2026-08-24"), Last: day.MustParse("2026-09-18"), Weekdays: day.MondayToFriday,
			Closures: []calendar.Closure{{Span: span("2026-09-07"), Kind: calendar.Holiday}, {Span: span("2026-09-10"), Kind: calendar.Weather}},
		}),
		calendar.NewDays(&calendar.SchoolYear{
			ID: "b", First: day.MustParse("2026-09-16"), Last: day.MustParse("2026-10-09"), Weekdays: day.SetOf(day.Monday, day.Tuesday, day.Thursday),
		}),
	}
}

// naive asks every day of the calendars what holds it.
func naive(removals []*iep.Removal, school calendar.School) (counted, apart []day.Day) {
	for on := school.Span().First; on <= school.Span().Last; on++ {
		worst := len(Whys)
		for _, r := range removals {
			if r.Holds(on) {
				worst = min(worst, slices.Index(Whys, WhyOf(r)))
			}
		}
		switch {
		case worst == len(Whys) || school.Status(on) != calendar.Open:
		case worst < 2:
			counted = append(counted, on)
		default:
			apart = append(apart, on)
		}
	}
	return counted, apart
}

func onDays(list []Day) (days []day.Day) {
	for _, d := range list {
		days = append(days, d.On)
	}
	return days
}

// Whatever is written: the count is that of a naive reader, it does not depend
// on the order of the entries, numbers go up by one, and each day lies in the
// removal that it names.
func TestCountHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		removals := someRemovals.Draw(t, "removals")
		years := Count(removals, autumn())
		counted, apart := naive(removals, autumn())
		if len(counted)+len(apart) == 0 {
			if len(years) != 0 {
				t.Fatalf("a year without a day: %+v", years)
			}
			return
		}
		y := years[0]
		if len(years) != 1 || !slices.Equal(onDays(y.Days), counted) || !slices.Equal(onDays(y.Apart), apart) {
			t.Fatalf("counted %v apart %v, want %v and %v", onDays(y.Days), onDays(y.Apart), counted, apart)
		}
		for i, d := range y.Days {
			if d.Number != i+1 || !d.Removal.Holds(d.On) || WhyOf(d.Removal) != d.Why || !d.Why.Counts() {
				t.Fatalf("day %d is %+v", i, d)
			}
		}
		turned := slices.Clone(removals)
		slices.Reverse(turned)
		if again := Count(turned, autumn())[0]; told([]Year{again}) != told(years) || !slices.Equal(again.Days, y.Days) {
			t.Fatalf("the order of the entries changes the count")
		}
	})
}

// One more removal never makes the counted days fewer, and its days of each
// kind never reach beyond it.
func TestOneMoreRemoval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		removals := someRemovals.Draw(t, "removals")
		more := append(slices.Clone(removals), someRemoval.Filter(func(r *iep.Removal) bool {
			return !slices.ContainsFunc(removals, func(o *iep.Removal) bool { return o.ID == r.ID })
		}).Draw(t, "one more"))
		was, is := total(Count(removals, autumn())), total(Count(more, autumn()))
		if is.days < was.days || is.days+is.apart < was.days+was.apart || is.row < was.row {
			t.Fatalf("%+v became %+v", was, is)
		}
	})
}

type sums struct{ days, apart, row int }

func total(years []Year) (s sums) {
	for _, y := range years {
		s.days, s.apart, s.row = s.days+len(y.Days), s.apart+len(y.Apart), max(s.row, y.InRow)
	}
	return s
}
