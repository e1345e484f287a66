package breaks

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// written reads a note: "2026-12-17 sp", "2027-02-01 sp winter after"; a dash
// stands for none.
func written(text string) *iep.Note {
	parts := strings.Fields(text + " - - -")
	or := func(i int) string { return strings.TrimPrefix(parts[i], "-") }
	return &iep.Note{ID: text, Date: day.MustParse(parts[0]), SeriesID: or(1), BreakID: or(2), Side: iep.Side(or(3))}
}

func winter() calendar.School {
	return school(year("y", "2026-08-24..2027-06-11", "2026-12-21..2027-01-01 break winter", "2027-01-25..2027-01-29 break mid"))
}

func ids(notes []*iep.Note) string {
	var list []string
	for _, n := range notes {
		list = append(list, n.ID)
	}
	return strings.Join(list, ", ")
}

// Winter break is off from Monday, December 21; school is back on Monday,
// January 4, and the next break begins on January 25.
func TestWhatStandsBeforeAndAfter(t *testing.T) {
	for _, c := range []struct {
		note          string
		before, after bool
	}{
		{"2026-11-29", false, false},
		{"2026-11-30", true, false}, // three weeks ahead
		{"2026-12-20", true, false},
		{"2026-12-21", false, false}, // in the break
		{"2027-01-03", false, false},
		{"2027-01-04", false, true},
		{"2027-01-24", false, true}, // the next break cuts the four weeks short
		{"2027-01-25", false, false},
		{"2026-12-10 - - after", false, false},  // not said to be before
		{"2027-01-05 - - before", false, false}, // not said to be after
		{"2026-10-01 - winter", true, false},    // a break that is named holds, whatever the day
		{"2026-12-22 - winter", false, true},
		{"2027-05-01 - winter before", true, false},
		{"2026-12-10 - mid", false, false},
		{"2026-12-10 - gone", false, false},
	} {
		p := Pairs(winter(), []*iep.Note{written(c.note)})[0]
		if (len(p.Before) > 0) != c.before || (len(p.After) > 0) != c.after {
			t.Errorf("%s: before %v, after %v", c.note, len(p.Before) > 0, len(p.After) > 0)
		}
	}
}

// A note may stand after one break and before the next.
func TestBetweenTwoBreaks(t *testing.T) {
	pairs := Pairs(winter(), []*iep.Note{written("2027-01-12")})
	if len(pairs[0].After) != 1 || len(pairs[1].Before) != 1 {
		t.Errorf("after %v, before %v: want the note at both", ids(pairs[0].After), ids(pairs[1].Before))
	}
}

func TestWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		notes []string
		want  Gap
	}{
		{nil, Neither},
		{[]string{"2026-12-17 sp"}, NoAfter},
		{[]string{"2027-01-08 sp"}, NoBefore},
		{[]string{"2026-12-17 sp", "2027-01-08 ot"}, Apart},
		{[]string{"2026-12-17 sp", "2027-01-08 ot", "2027-01-09 sp"}, Whole},
		{[]string{"2026-12-17 sp", "2027-01-08"}, Whole},
		{[]string{"2026-12-17", "2027-01-08 sp"}, Whole},
	} {
		var notes []*iep.Note
		for _, text := range c.notes {
			notes = append(notes, written(text))
		}
		if got := Pairs(winter(), notes)[0].Gap(); got != c.want {
			t.Errorf("%v lack %s, want %s", c.notes, got, c.want)
		}
	}
}

// Somebody is asked in the two weeks ahead, and in the four after it only when
// there is something to hold it against.
func TestWhenSomebodyIsAsked(t *testing.T) {
	before, after := written("2026-12-17 sp"), written("2027-01-08 sp")
	for _, c := range []struct {
		today string
		notes []*iep.Note
		want  iep.Side
	}{
		{"2026-12-06", nil, ""},
		{"2026-12-07", nil, iep.Before},
		{"2026-12-20", nil, iep.Before},
		{"2026-12-20", []*iep.Note{before}, ""},
		{"2026-12-21", nil, ""},
		{"2027-01-04", nil, ""},
		{"2027-01-03", []*iep.Note{before}, ""},
		{"2027-01-04", []*iep.Note{before}, iep.After},
		{"2027-01-31", []*iep.Note{before}, iep.After},
		{"2027-02-01", []*iep.Note{before}, ""},
		{"2027-01-10", []*iep.Note{before, after}, ""},
	} {
		if got := Pairs(winter(), c.notes)[0].Asks(day.MustParse(c.today)); got != c.want {
			t.Errorf("on %s with %s: asks for %q, want %q", c.today, ids(c.notes), got, c.want)
		}
	}
}

// Nobody is asked what comes after a summer whose end is not known.
func TestASummerWithoutAnEnd(t *testing.T) {
	pairs := Pairs(school(year("y", "2026-08-24..2027-06-11")), []*iep.Note{written("2027-06-01 sp"), written("2027-09-01 sp")})
	p := pairs[0]
	if p.Gap() != NoAfter || p.Asks(day.MustParse("2027-09-01")) != "" {
		t.Errorf("%s, asks %q", p.Gap(), p.Asks(day.MustParse("2027-09-01")))
	}
}

var someNote = rapid.Custom(func(t *rapid.T) *iep.Note {
	return &iep.Note{
		ID:       rapid.StringMatching(`[a-z]{4}`).Draw(t, "id"),
		Date:     day.MustParse("2026-08-01") + day.Day(rapid.IntRange(0, 400).Draw(t, "day")),
		SeriesID: rapid.SampledFrom([]string{"", "sp", "ot"}).Draw(t, "series"),
		BreakID:  rapid.SampledFrom([]string{"", "", "", "winter", "gone", "summer:y"}).Draw(t, "break"),
		Side:     rapid.SampledFrom([]iep.Side{"", "", iep.Before, iep.After}).Draw(t, "side"),
	}
})

// Whatever is written: the order of the notes changes nothing, a note stands at
// most once on a side and never on both of one break, and one that names no
// break stands within its days.
func TestPairsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		notes := rapid.SliceOfNDistinct(someNote, 0, 12, func(n *iep.Note) string { return n.ID }).Draw(t, "notes")
		pairs := Pairs(winter(), notes)
		turned := slices.Clone(notes)
		slices.Reverse(turned)
		for i, again := range Pairs(winter(), turned) {
			p := pairs[i]
			if ids(p.Before) != ids(again.Before) || ids(p.After) != ids(again.After) {
				t.Fatalf("%s: the order of the notes changes it", p.ID)
			}
			seen := map[string]bool{}
			for _, n := range slices.Concat(p.Before, p.After) {
				if seen[n.ID] {
					t.Fatalf("%s stands twice at %s", n.ID, p.ID)
				}
				seen[n.ID] = true
			}
			for _, n := range p.Before {
				if n.BreakID == "" && (n.Date >= p.First || n.Date < p.First-21) {
					t.Fatalf("%s is not in the three weeks before %s", n.Date, p.ID)
				}
			}
			for _, n := range p.After {
				if n.BreakID == "" && (n.Date < p.Back || n.Date >= p.Back+28) {
					t.Fatalf("%s is not in the four weeks after %s", n.Date, p.ID)
				}
			}
		}
	})
}

// Every break lies between school days and takes the days it says, on whatever
// calendar.
func TestBreaksHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := year("y", "2026-08-24..2027-06-11")
		for i := range rapid.IntRange(0, 6).Draw(t, "closures") {
			first := y.First + day.Day(rapid.IntRange(0, 290).Draw(t, "first"))
			kind := rapid.SampledFrom([]calendar.ClosureKind{calendar.Break, calendar.Holiday, calendar.Weather, calendar.StaffDay}).Draw(t, "kind")
			y.Closures = append(y.Closures, calendar.Closure{
				ID: fmt.Sprint(i), Kind: kind, Span: day.Span{First: first, Last: first + day.Day(rapid.IntRange(0, 16).Draw(t, "length"))},
			})
		}
		s := school(y)
		last := day.None
		for _, b := range Of(s) {
			if b.First <= last {
				t.Fatalf("%s begins on %s, before the one ahead of it is over", b.ID, b.First)
			}
			last = b.First
			if b.Back == day.None {
				continue
			}
			last = b.Back
			if s.Status(b.Back) != calendar.Open {
				t.Fatalf("%s: no school on %s", b.ID, b.Back)
			}
			for on := b.First; on < b.Back; on++ {
				if s.Status(on) == calendar.Open {
					t.Fatalf("%s: school on %s", b.ID, on)
				}
			}
		}
	})
}
