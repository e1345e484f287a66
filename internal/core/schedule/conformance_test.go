package schedule

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// A conformanceCase is a fact of another project's test suite, carried over
// as days: what the rule gives, in a window where the suite asked for one.
type conformanceCase struct {
	ID          int
	From        string // the suites that have it
	Rule        string
	Anchor      string
	First, Last string // of the window, if any
	Except      string // days that the suite takes away
	Days        string
}

func (c conformanceCase) dates() ([]day.Day, error) {
	s := iep.Schedule{Rule: c.Rule, From: day.MustParse(c.Anchor)}
	for _, except := range strings.Fields(c.Except) {
		s.ExceptDates = append(s.ExceptDates, day.MustParse(except))
	}
	in := day.Span{First: day.First, Last: day.Last}
	if c.First != "" {
		in = span(c.First + ".." + c.Last)
	}
	return planned(&s, nil, in)
}

func conformanceCases(t *testing.T) []conformanceCase {
	t.Helper()
	file, err := os.ReadFile("testdata/conformance.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []conformanceCase
	if err := json.Unmarshal(file, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// Rules of the suites that the school grammar refuses, and by what name.
var conformanceRefused = map[int]string{
	403: "rrule: rule_set_pos",
	414: "rrule: rule_set_pos",
}

// Rules of the suites whose UNTIL is a time before that day's session. They
// end a day earlier there; for a family the last day is the whole day.
var conformanceWholeLastDay = map[int]string{
	238: "1997-09-05",
	240: "1997-09-05",
	326: "1997-10-07",
	329: "1997-12-24",
	336: "1997-12-24",
}

// Of 134 facts that the test suites of dateutil, rrule.js, libical and ical4j
// hold about rules by the day, week and month, each comes out equal or is
// refused by name; none comes out otherwise.
func TestTheSuitesOfOthersAgree(t *testing.T) {
	equal, longer, refused := 0, map[int]string{}, map[int]string{}
	cases := conformanceCases(t)
	for _, c := range cases {
		got, err := c.dates()
		days := list(got)
		switch {
		case err != nil && refusal.From(err) != nil:
			refused[c.ID] = err.Error()
			t.Logf("%d (%s): %s: refused, %v", c.ID, c.From, c.Rule, err)
		case err == nil && days == c.Days:
			equal++
		case err == nil && days == c.Days+" "+conformanceWholeLastDay[c.ID]:
			longer[c.ID] = conformanceWholeLastDay[c.ID]
		default:
			t.Errorf("%d (%s): %s from %s:\n got %s (%v)\nwant %s", c.ID, c.From, c.Rule, c.Anchor, days, err, c.Days)
		}
	}
	t.Logf("%d facts: %d equal, %d with their whole last day, %d refused", len(cases), equal, len(longer), len(refused))
	if len(cases) != 134 || equal != 127 {
		t.Errorf("%d of %d are equal, want 127 of 134", equal, len(cases))
	}
	if !maps.Equal(refused, conformanceRefused) {
		t.Errorf("refused %v, want %v", slices.Sorted(maps.Keys(refused)), slices.Sorted(maps.Keys(conformanceRefused)))
	}
	if !maps.Equal(longer, conformanceWholeLastDay) {
		t.Errorf("with their whole last day %v, want %v", slices.Sorted(maps.Keys(longer)), slices.Sorted(maps.Keys(conformanceWholeLastDay)))
	}
}
