package chart_test

import (
	"math"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"midweek/internal/core/block"
	"midweek/internal/core/chart"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

var widths = []float64{chart.Narrow, chart.Middle, chart.Wide, chart.Page}

// Whatever a record holds, the tables come to what the ledger says: planned and
// given so far, at both ends; the make-ups; every minute missed, with what is to
// make up and what is for the record.
func TestTheTablesComeToTheLedger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		on := coretest.AsOf(t, r)
		l, err := ledger.Compute(r, on)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range l.Series {
			months, causes := chart.ByMonth(s, always, on).Sum(), chart.ByReason(s, always)
			planned, given := s.SoFar(on)
			_, most := s.Range().AllGiven.SoFar(on)
			if months.Planned != planned || months.Given != given || months.Given+months.Unknown != most || months.MadeUp != s.Summary.MakeupLogged {
				t.Fatalf("%s: %+v beside %d planned, %d to %d given, %d made up", s.ID, months, planned, given, most, s.Summary.MakeupLogged)
			}
			missed := causes.Sum()
			if got := missed.Minutes() - causes.Closed; got != months.NotGiven() {
				t.Fatalf("%s: %d missed on days with school, %d not given in the months", s.ID, got, months.NotGiven())
			}
			if want := missedBy(s); missed.By != want || causes.Unknown != most-given {
				t.Fatalf("%s: %+v, %d unknown, beside %v, %d", s.ID, missed, causes.Unknown, want, most-given)
			}
		}
	})
}

// missedBy are the minutes of a series' slots that were not given, by what they
// are: to make up, to ask about, for the record, taking no part.
func missedBy(s *ledger.Series) (by [4]int) {
	for i := range s.Slots {
		slot := &s.Slots[i]
		if slot.Missed == 0 {
			continue
		}
		place := map[policy.Answer]int{policy.Yes: 0, policy.Ask: 1, policy.No: 2}[slot.Verdict.Answer]
		if slot.Version.Basis == policy.ByPeriod && slot.Reason == iep.SchoolClosedScheduled && !slot.Version.Service.Weekly() {
			place = 3
		}
		by[place] += slot.Missed
	}
	return by
}

// Nothing is drawn outside the box, at any width, whatever the numbers.
func TestNothingIsDrawnOutsideTheBox(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.SampledFrom(widths).Draw(t, "width")
		for _, fig := range []block.Figure{someMonths(t).Figure(width), someCauses(t).Figure(width), someWeekdays(t).Figure(width)} {
			if fig.Width != width || fig.Alt == "" {
				t.Fatalf("%v wide, %q", fig.Width, fig.Alt)
			}
			for _, m := range fig.Marks {
				for _, p := range m.Points {
					from, to := reach(m)
					if p.X+from < -0.01 || p.X+to > fig.Width+0.01 || p.Y < -0.01 || p.Y > fig.Height+0.01 {
						t.Fatalf("%+v stands outside %.1f x %.1f", m, fig.Width, fig.Height)
					}
				}
			}
		}
	})
}

// reach is how far a text goes to the left and to the right of its point: 7 units a
// letter and 8.5 a digit or capital.
func reach(m block.Mark) (from, to float64) {
	long := 0.0
	for _, r := range m.Text {
		if long += 7; unicode.IsDigit(r) || unicode.IsUpper(r) {
			long += 1.5
		}
	}
	switch m.Anchor {
	case block.Middle:
		return -long / 2, long / 2
	case block.End:
		return -long, 0
	}
	return 0, long
}

// Bars are as long as their numbers, and steps as high.
func TestLengthsFollowNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.SampledFrom(widths).Draw(t, "width")
		causes := someCauses(t)
		var numbers []int
		for _, c := range causes.List {
			for _, n := range c.By {
				numbers = append(numbers, n)
			}
		}
		inProportion(t, append(numbers, causes.Unknown), lengths(causes.Figure(width), true))

		months := someMonths(t)
		numbers = nil
		for i := range months {
			numbers = append(numbers, months[i].NotGiven(), months[i].Unknown)
		}
		inProportion(t, numbers, lengths(months.Figure(width), false))
	})
}

// lengths are how long or how high rectangles are.
func lengths(fig block.Figure, long bool) []float64 {
	var list []float64
	for _, m := range fig.Marks {
		if m.Shape != block.Rectangle {
			continue
		}
		from, to := m.Points[0], m.Points[1]
		if long {
			list = append(list, to.X-from.X)
		} else {
			list = append(list, to.Y-from.Y)
		}
	}
	return list
}

// inProportion wants a length for each number above 0, all of one measure.
func inProportion(t *rapid.T, numbers []int, drawn []float64) {
	measure, at := 0.0, 0
	for _, n := range numbers {
		if n == 0 {
			continue
		}
		if at == len(drawn) {
			t.Fatalf("%v drawn as %v", numbers, drawn)
		}
		if measure == 0 {
			measure = drawn[at] / float64(n)
		}
		if math.Abs(drawn[at]-measure*float64(n)) > 0.001 {
			t.Fatalf("%d of %v drawn as %v", n, numbers, drawn)
		}
		at++
	}
	if at != len(drawn) {
		t.Fatalf("%v drawn as %v", numbers, drawn)
	}
}

func someMonths(t *rapid.T) chart.Months {
	var months chart.Months
	first := day.Of(2026, 8, 1)
	for range rapid.IntRange(1, 14).Draw(t, "months") {
		m := chart.Month{First: first, Planned: rapid.IntRange(0, 4000).Draw(t, "planned")}
		m.Given = rapid.IntRange(0, m.Planned).Draw(t, "given")
		m.Unknown = rapid.IntRange(0, m.Planned-m.Given).Draw(t, "unknown")
		m.MadeUp = rapid.IntRange(0, 60).Draw(t, "made up")
		months = append(months, m)
		first = first.MonthSpan().Last + 1
	}
	return months
}

func someCauses(t *rapid.T) chart.Causes {
	number := func(most int, what string) int { return rapid.IntRange(0, most).Draw(t, what) }
	causes := chart.Causes{Unknown: number(300, "unknown")}
	for _, reason := range rapid.SliceOfNDistinct(rapid.SampledFrom([]iep.Reason{
		iep.ProviderAbsent, iep.StudentAbsent, "makeup_offered_unusable", "a_reason_that_nobody_here_has_ever_heard_of_so_far",
	}), 0, 4, rapid.ID).Draw(t, "reasons") {
		c := chart.Cause{Reason: reason, By: [4]int{number(900, "yes"), number(90, "ask"), number(90, "no"), number(90, "none")}}
		causes.List = append(causes.List, c)
	}
	return causes
}

func someWeekdays(t *rapid.T) chart.Weekdays {
	var list chart.Weekdays
	for on := range day.Weekday(7) {
		list = append(list, chart.Weekday{On: on, Lost: rapid.IntRange(0, 40).Draw(t, "lost"), Chosen: rapid.Bool().Draw(t, "chosen")})
	}
	return list
}
