package calendar

import (
	"reflect"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// counted names closures n1, n2 and so on.
func counted() func() string {
	n := 0
	return func() string { n++; return "n" + strconv.Itoa(n) }
}

// paintable is a year whose closures have names, ids, sources and fields of
// another program, so that strokes find neighbours of their own kind.
var paintable = rapid.Custom(func(t *rapid.T) SchoolYear {
	y := *someYear.Draw(t, "year")
	if rapid.IntRange(0, 3).Draw(t, "usual week") > 0 {
		y.Weekdays = day.MondayToFriday
	}
	for i := range y.Closures {
		c := &y.Closures[i]
		c.Name = rapid.SampledFrom([]string{"", "Break"}).Draw(t, "name")
		c.Kind = rapid.SampledFrom([]ClosureKind{Break, Holiday, Weather}).Draw(t, "kind")
		c.Source = rapid.SampledFrom([]Source{Typed, FromFeed}).Draw(t, "source")
		c.ID = rapid.SampledFrom([]string{"", "c" + strconv.Itoa(i)}).Draw(t, "id")
		if rapid.IntRange(0, 3).Draw(t, "more") == 0 {
			c.Unknown = iep.Unknown{"page": iep.Raw(strconv.Itoa(i % 2))}
		}
	}
	return y
})

// aStroke is near the year or over its edges.
func aStroke(t *rapid.T) Closure {
	return Closure{
		Span: someSpan.Draw(t, "stroke"), Name: rapid.SampledFrom([]string{"", "Break"}).Draw(t, "name"),
		Kind: rapid.SampledFrom([]ClosureKind{Break, Holiday, Weather}).Draw(t, "kind"), Source: Typed,
	}
}

// told is what the closures of a year say of a day, without how often.
func told(y *SchoolYear, on day.Day) []string {
	var list []string
	for _, c := range y.Closures {
		if c.Holds(on) {
			list = append(list, c.Name+"|"+string(c.Kind)+"|"+string(c.Source)+"|"+string(c.Unknown["page"]))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func distinct(t *rapid.T, y *SchoolYear) {
	seen := map[string]bool{}
	for _, c := range y.Closures {
		if seen[c.ID] && c.ID != "" {
			t.Fatalf("two closures are called %s", c.ID)
		}
		seen[c.ID] = true
	}
}

// A stroke closes its school days, as it says, and says nothing of any other.
func TestAStrokeClosesItsDaysAndNoOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, stroke := paintable.Draw(t, "year"), aStroke(t)
		painted := y.Painted(stroke, counted())
		was, is := NewDays(&y), NewDays(&painted)
		for on := y.First - 40; on <= y.Last+40; on++ {
			if !stroke.Holds(on) || !y.Span().Holds(on) || !y.Weekdays.Has(on.Weekday()) {
				if was.Status(on) != is.Status(on) {
					t.Fatalf("%s, beside the stroke, was %s and is %s", on, was.Status(on), is.Status(on))
				}
				if y.Weekdays.Has(on.Weekday()) && !slices.Equal(told(&y, on), told(&painted, on)) {
					t.Fatalf("%s, beside the stroke: %v, was %v", on, told(&painted, on), told(&y, on))
				}
				continue
			}
			c := is.ClosedBy(on)
			if c == nil || c.Name != stroke.Name || c.Kind != stroke.Kind || len(told(&painted, on)) != 1 {
				t.Fatalf("%s, in the stroke: %v", on, told(&painted, on))
			}
		}
		distinct(t, &painted)
	})
}

// To paint twice is to paint once, and what was there is not touched.
func TestPaintingTwiceIsPaintingOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, stroke := paintable.Draw(t, "year"), aStroke(t)
		before := slices.Clone(y.Closures)
		once := y.Painted(stroke, counted())
		twice := once.Painted(stroke, func() string { t.Fatal("a closure more"); return "" })
		if !reflect.DeepEqual(once, twice) {
			t.Fatalf("once %+v, twice %+v", once.Closures, twice.Closures)
		}
		if !reflect.DeepEqual(before, y.Closures) {
			t.Fatal("the year that was given has changed")
		}
	})
}

// The eraser opens its days and no other, and a stroke that is erased leaves
// no trace on days that were open.
func TestErasingOpensItsDaysAndNoOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, stroke := paintable.Draw(t, "year"), aStroke(t)
		painted := y.Painted(stroke, counted())
		for _, from := range []SchoolYear{y, painted} {
			erased := from.Erased(stroke.Span, func() string { return "half" })
			was, is := NewDays(&from), NewDays(&erased)
			for on := y.First - 40; on <= y.Last+40; on++ {
				want := was.Status(on)
				if stroke.Holds(on) && want != NotSchoolDay && want != OutOfYear {
					want = Open
				}
				if is.Status(on) != want {
					t.Fatalf("%s was %s and is %s", on, was.Status(on), is.Status(on))
				}
			}
			again := erased.Erased(stroke.Span, func() string { t.Fatal("a closure more"); return "" })
			if !reflect.DeepEqual(erased, again) {
				t.Fatalf("once %+v, twice %+v", erased.Closures, again.Closures)
			}
		}
	})
}

// paper is a year of Monday to Friday.
func paper(closures ...Closure) SchoolYear {
	return SchoolYear{
		First: day.MustParse("2026-08-24"), Last: day.MustParse("2027-06-11"), Weekdays: day.MondayToFriday, Closures: closures,
	}
}

func run(first, last, name string, kind ClosureKind) Closure {
	return Closure{Span: day.Span{First: day.MustParse(first), Last: day.MustParse(last)}, Name: name, Kind: kind}
}

func lines(y SchoolYear) []string {
	list := []string{}
	for _, c := range y.Closures {
		list = append(list, c.First.String()+"/"+c.Last.String()+" "+c.Name+" "+string(c.Kind)+" "+c.ID+" "+string(c.Source))
	}
	return list
}

// Days of one name and kind grow together over a weekend; those of another do
// not.
func TestNeighboursJoin(t *testing.T) {
	y := paper()
	id := counted()
	y = y.Painted(run("2026-12-21", "2026-12-25", "Winter break", Break), id)
	y = y.Painted(run("2026-12-28", "2027-01-01", "Winter break", Break), id)
	y = y.Painted(run("2027-01-04", "2027-01-04", "Staff day", StaffDay), id)
	want := []string{"2026-12-21/2027-01-01 Winter break break n1 ", "2027-01-04/2027-01-04 Staff day pd_day n2 "}
	if got := lines(y); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	y = y.Painted(run("2027-01-06", "2027-01-06", "Winter break", Break), id)
	if got := lines(y); len(got) != 3 {
		t.Errorf("a school day between does not part them: %q", got)
	}
}

// A day belongs to the stroke that came last, and to no other.
func TestAStrokeTakesItsDays(t *testing.T) {
	id := counted()
	y := paper(run("2026-12-21", "2026-12-25", "Winter break", Break))
	y = y.Painted(run("2026-12-23", "2026-12-23", "Ice", Weather), id)
	var at []string
	for i := range y.Closures {
		if c := &y.Closures[i]; c.Holds(day.MustParse("2026-12-23")) {
			at = append(at, c.Name)
		}
	}
	if !slices.Equal(at, []string{"Ice"}) {
		t.Errorf("closed by %q", at)
	}
}

// What the school's file said of a closure stays with it: with what grows from
// it, and with both parts of it.
func TestWhereAClosureComesFromStays(t *testing.T) {
	fair := run("2026-10-12", "2026-10-16", "Fair", Break)
	fair.ID, fair.Source, fair.Unknown = "f", FromFeed, iep.Unknown{"uid": iep.Raw(`"7"`)}
	stroke := run("2026-10-19", "2026-10-19", "Fair", Break)
	stroke.Source = Typed
	y := paper(fair).Painted(stroke, counted())
	if got := lines(y); !slices.Equal(got, []string{"2026-10-12/2026-10-19 Fair break f feed"}) || y.Closures[0].Unknown == nil {
		t.Errorf("grown: %q", got)
	}
	y = y.Erased(day.Span{First: day.MustParse("2026-10-14"), Last: day.MustParse("2026-10-14")}, counted())
	want := []string{"2026-10-12/2026-10-13 Fair break f feed", "2026-10-15/2026-10-19 Fair break n1 feed"}
	if got := lines(y); !slices.Equal(got, want) || y.Closures[1].Unknown == nil {
		t.Errorf("split: %q", got)
	}
}

// A stroke from Saturday to Sunday of the next week is the week between.
func TestAStrokeIsTheSchoolDaysOfIt(t *testing.T) {
	y := paper().Painted(run("2026-10-10", "2026-10-18", "", Holiday), counted())
	if got := lines(y); !slices.Equal(got, []string{"2026-10-12/2026-10-16  holiday n1 "}) {
		t.Errorf("%q", got)
	}
	for _, nowhere := range []Closure{run("2026-10-10", "2026-10-11", "", Holiday), run("2027-06-12", "2027-07-01", "", Holiday)} {
		if got := paper().Painted(nowhere, counted()); len(got.Closures) > 0 {
			t.Errorf("%v", lines(got))
		}
	}
}

// A snow day that was none is taken out of its closure; a printed one is given
// back and stays printed.
func TestSchoolWasOpenAfterAll(t *testing.T) {
	on := day.MustParse("2027-02-03")
	snow, printed := run("2027-02-03", "2027-02-04", "Snow", Weather), run("2027-02-01", "2027-02-05", "Break", Break)
	y := paper(snow).Opened(on, Typed, counted())
	if got := lines(y); !slices.Equal(got, []string{"2027-02-04/2027-02-04 Snow weather  "}) || len(y.ExtraDays) > 0 {
		t.Errorf("snow: %q, given back %v", got, y.ExtraDays)
	}
	y = paper(snow, printed).Opened(on, Typed, counted())
	if len(y.Closures) != 2 || len(y.ExtraDays) != 1 || NewDays(&y).Status(on) != Open || y.ExtraDays[0].Source != Typed {
		t.Errorf("printed: %q, given back %v", lines(y), y.ExtraDays)
	}
	if again := y.Opened(on, Typed, counted()); len(again.ExtraDays) != 1 {
		t.Errorf("given back twice: %v", again.ExtraDays)
	}
	painted := y.Painted(run("2027-02-03", "2027-02-03", "Break", Break), counted())
	if len(painted.ExtraDays) > 0 || NewDays(&painted).Status(on) != ClosedScheduled {
		t.Errorf("painted over: %v", painted.ExtraDays)
	}
	saturday := day.MustParse("2027-02-06")
	if y = y.Opened(saturday, Typed, counted()); NewDays(&y).Status(saturday) != Open {
		t.Error("a Saturday cannot be given back")
	}
}
