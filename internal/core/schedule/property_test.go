package schedule

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/teambition/rrule-go"

	"midweek/internal/core/day"
)

// chance draws rules; with a fixed seed, so that a count of them is a count.
type chance struct{ *rand.Rand }

func seeded() chance { return chance{rand.New(rand.NewPCG(2025, 9))} }

// of is a number from low to high, both in.
func (c chance) of(low, high int) int { return low + c.IntN(high-low+1) }

// one in n.
func (c chance) one(n int) bool { return c.IntN(n) == 0 }

// some are 1 to n different words of a list, in any order, between commas.
func (c chance) some(n int, words []string) string {
	words = slices.Clone(words)
	c.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	return strings.Join(words[:c.of(1, n)], ",")
}

func numbers(low, high int) []string {
	var words []string
	for n := low; n <= high; n++ {
		if n != 0 {
			words = append(words, fmt.Sprint(n))
		}
	}
	return words
}

var (
	letters   = []string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}
	monthDays = numbers(-31, 31)
	months    = numbers(1, 12)
	places    = numbers(-6, 6)
	nths      = func() (words []string) {
		for _, n := range numbers(-5, 5) {
			for _, w := range letters {
				words = append(words, n+w)
			}
		}
		return words
	}()
)

// anchor is any day of 1995 to 2060.
func (c chance) anchor() day.Day {
	return day.Of(1995, 1, 1) + day.Day(c.IntN(int(day.Of(2061, 1, 1)-day.Of(1995, 1, 1))))
}

// span begins in the two years around an anchor, or less, and has up to so
// many years.
func (c chance) span(anchor day.Day, years int) day.Span {
	first := anchor + day.Day(c.of(-365, 365))
	return day.Span{First: first, Last: first + day.Day(c.IntN(years*366))}
}

// end is no end, a count or a last day.
func (c chance) end(anchor day.Day, years int) string {
	switch c.IntN(3) {
	case 0:
		return fmt.Sprintf(";COUNT=%d", c.of(1, 60*years))
	case 1:
		until := anchor + day.Day(c.of(-10, years*366))
		return ";UNTIL=" + strings.ReplaceAll(until.String(), "-", "")
	}
	return ""
}

func (c chance) weekly(anchor day.Day) string {
	text := fmt.Sprintf("FREQ=WEEKLY;INTERVAL=%d;WKST=%s", c.of(1, 6), letters[c.IntN(7)])
	if !c.one(8) {
		text += ";BYDAY=" + c.some(7, letters)
	}
	return text + c.end(anchor, 15)
}

// rule is one of the whole school grammar.
func (c chance) rule(anchor day.Day) string {
	text := fmt.Sprintf(";INTERVAL=%d;WKST=%s", c.of(1, []int{1, 3, 13}[c.IntN(3)]), letters[c.IntN(7)])
	inMonths := c.one(3)
	if inMonths {
		text += ";BYMONTH=" + c.some(6, months)
	}
	switch c.IntN(4) {
	case 0:
		text = "FREQ=DAILY" + text + c.maybe("BYDAY", 5, letters) + c.maybe("BYMONTHDAY", 9, monthDays)
	case 1:
		text = "FREQ=WEEKLY" + text + c.maybe("BYDAY", 5, letters)
	case 2:
		text = "FREQ=MONTHLY" + text + c.monthly()
	default:
		text = "FREQ=YEARLY" + text
		if inMonths {
			text += c.maybe("BYMONTHDAY", 9, monthDays)
		}
	}
	return text + c.end(anchor, 3)
}

func (c chance) maybe(name string, n int, words []string) string {
	if c.one(2) {
		return ""
	}
	return ";" + name + "=" + c.some(n, words)
}

func (c chance) monthly() string {
	days := c.maybe("BYMONTHDAY", 12, monthDays)
	if c.one(2) {
		days += c.maybe("BYDAY", 5, letters)
	} else {
		days += c.maybe("BYDAY", 5, nths)
	}
	if days != "" {
		days += c.maybe("BYSETPOS", 3, places)
	}
	return days
}

// Weekly rules are counted out in whole days and never reach the library.
// 40,000 of them, over years of any kind, give the same days either way.
func TestTheWeeklyCountEqualsTheLibrary(t *testing.T) {
	c := seeded()
	compared, total := 0, 0
	for compared < 40_000 {
		anchor := c.anchor()
		text, asked := c.weekly(anchor), c.span(anchor, 15)
		rule := mustParse(t, text)
		in := asked.Within(day.Span{First: anchor, Last: day.Last})
		if rule.until != day.None {
			in.Last = min(in.Last, rule.until)
		}
		if in.Empty() {
			continue
		}
		counted, err := rule.weeklyDates(anchor, in)
		if err != nil {
			t.Fatalf("%s from %s: %v", text, anchor, err)
		}
		expanded, err := rule.libraryDates(anchor, in)
		if err != nil || !slices.Equal(counted, expanded) {
			t.Fatalf("%s from %s in %s to %s (%v):\ncounted %s\nlibrary %s", text, anchor, in.First, in.Last, err, list(counted), list(expanded))
		}
		if dates, err := rule.Dates(anchor, asked); err != nil || !slices.Equal(dates, counted) {
			t.Fatalf("%s from %s in %s to %s (%v): Dates differs", text, anchor, asked.First, asked.Last, err)
		}
		compared++
		total += len(counted)
	}
	t.Logf("%d rules, %d days", compared, total)
	if total < 1_000_000 {
		t.Errorf("only %d days were compared", total)
	}
}

// read is what our own reading of a rule gives, one day at a time.
func read(r *Rule, anchor day.Day, in day.Span) []day.Day {
	var dates []day.Day
	n := 0
	for d := anchor; d <= in.Last && (r.until == day.None || d <= r.until); d++ {
		if !r.fallsOn(anchor, d) {
			continue
		}
		if n++; r.count > 0 && n > r.count {
			break
		}
		if d >= in.First {
			dates = append(dates, d)
		}
	}
	return dates
}

// The library is told where to stop by our own reading of the rule; were the
// two ever to differ, days would be lost without a word. Here the library
// runs free, for 6,000 rules of the whole grammar.
func TestTheLibraryReadsARuleAsWeDo(t *testing.T) {
	c := seeded()
	compared, total := 0, 0
	for compared < 6_000 {
		anchor := c.anchor()
		text, in := c.rule(anchor), c.span(anchor, 5)
		rule := mustParse(t, text)
		want := read(rule, anchor, in)
		if got, err := rule.Dates(anchor, in); err != nil || !slices.Equal(got, want) {
			t.Fatalf("%s from %s in %s to %s (%v):\n got %s\nread %s", text, anchor, in.First, in.Last, err, list(got), list(want))
		}
		if rule.CheckFalls(anchor) != nil {
			continue // the library would search for its day to the year 9999
		}
		library, err := rrule.NewRRule(rule.options(anchor, day.Last))
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if rule.until != day.None {
			in.Last = min(in.Last, rule.until)
		}
		if got, err := collect(library, in); err != nil || !slices.Equal(got, want) {
			t.Fatalf("%s from %s in %s to %s (%v):\nlibrary %s\n   read %s", text, anchor, in.First, in.Last, err, list(got), list(want))
		}
		compared++
		total += len(want)
	}
	t.Logf("%d rules, %d days", compared, total)
	if total < 200_000 {
		t.Errorf("only %d days were compared", total)
	}
}
