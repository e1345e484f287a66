package removal

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// A story is a family's lines: the school's days, the days without school, the
// days the child was sent away, and after three dashes what is counted.
//
//	school 2026-08-24..2027-06-11
//	closed 2026-11-25..2026-11-27 break
//	away   2026-11-23..2026-12-01 out_of_school
//	away   2026-12-03 sent_home part
//	---
//	2026-27: 5 days, 1 apart, 5 in a row
type story struct {
	school calendar.School
	away   []*iep.Removal
	want   string
}

func span(text string) day.Span {
	first, last, _ := strings.Cut(text, "..")
	if last == "" {
		last = first
	}
	return day.Span{First: day.MustParse(first), Last: day.MustParse(last)}
}

func readStory(t *testing.T, text string) story {
	t.Helper()
	facts, want, _ := strings.Cut(text, "---\n")
	s := story{want: strings.TrimSpace(want)}
	var years []*calendar.SchoolYear
	for line := range strings.Lines(facts) {
		parts := strings.Fields(line)
		if len(parts) < 2 {
			continue
		}
		days := span(parts[1])
		switch parts[0] {
		case "school":
			years = append(years, &calendar.SchoolYear{ID: parts[1], First: days.First, Last: days.Last, Weekdays: day.MondayToFriday})
		case "closed":
			y := years[len(years)-1]
			y.Closures = append(y.Closures, calendar.Closure{Span: days, Kind: calendar.ClosureKind(parts[2])})
		case "away":
			s.away = append(s.away, &iep.Removal{
				ID: fmt.Sprint(len(s.away)), Span: days, Kind: iep.RemovalKind(parts[2]), PartDay: len(parts) > 3 && parts[3] == "part",
			})
		default:
			t.Fatalf("no such line: %s", line)
		}
	}
	for _, y := range years {
		s.school = append(s.school, calendar.NewDays(y))
	}
	return s
}

func told(years []Year) string {
	var lines []string
	for _, y := range years {
		line := fmt.Sprintf("%d-%02d: %d days, %d apart, %d in a row", y.Begins, (y.Begins+1)%100, len(y.Days), len(y.Apart), y.InRow)
		if on := y.Eleventh(); on != day.None {
			line += ", the 11th on " + on.String()
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func (s story) play(t *testing.T, what string) {
	t.Helper()
	if got := told(Count(s.away, s.school)); got != s.want {
		t.Errorf("%s:\n%s\nwant\n%s", what, got, s.want)
	}
}

// The stories were counted by hand on the calendar of 2026-27.
func TestStories(t *testing.T) {
	for what, text := range map[string]string{
		"nobody was sent away": `
school 2026-08-24..2027-06-11
---
`,
		"Monday to Friday is five days, and the weekend after it none": `
school 2026-08-24..2027-06-11
away 2026-09-14..2026-09-20 out_of_school
---
2026-27: 5 days, 0 apart, 5 in a row`,
		"Thanksgiving is no school day and does not break the row": `
school 2026-08-24..2027-06-11
closed 2026-11-25..2026-11-27 break
away 2026-11-23..2026-12-01 out_of_school
---
2026-27: 4 days, 0 apart, 4 in a row`,
		"a snow day is no school day": `
school 2026-08-24..2027-06-11
closed 2027-01-13 weather
away 2027-01-11..2027-01-15 sent_home
---
2026-27: 4 days, 0 apart, 4 in a row`,
		"the eleventh day falls on a Monday": `
school 2026-08-24..2027-06-11
away 2026-09-14..2026-09-18 out_of_school
away 2026-10-05..2026-10-09 out_of_school
away 2026-11-02 sent_home
---
2026-27: 11 days, 0 apart, 5 in a row, the 11th on 2026-11-02`,
		"ten days are not eleven": `
school 2026-08-24..2027-06-11
away 2026-09-14..2026-09-25 out_of_school
---
2026-27: 10 days, 0 apart, 10 in a row`,
		"two removals that meet are one row": `
school 2026-08-24..2027-06-11
away 2026-09-14..2026-09-18 out_of_school
away 2026-09-21..2026-09-28 out_of_school
---
2026-27: 11 days, 0 apart, 11 in a row, the 11th on 2026-09-28`,
		"a school day between them makes two rows": `
school 2026-08-24..2027-06-11
away 2026-09-14..2026-09-17 out_of_school
away 2026-09-21..2026-09-22 out_of_school
---
2026-27: 6 days, 0 apart, 4 in a row`,
		"parts of a day, in-school days, the bus and what nobody knows stand apart": `
school 2026-08-24..2027-06-11
away 2026-09-14 sent_home part
away 2026-09-15..2026-09-16 in_school
away 2026-09-17 bus
away 2026-09-18 boot_camp
---
2026-27: 0 days, 5 apart, 0 in a row`,
		"a day counts once, by the worst": `
school 2026-08-24..2027-06-11
away 2026-09-14..2026-09-18 in_school
away 2026-09-16..2026-09-17 out_of_school
away 2026-09-16 bus
away 2026-09-17..2026-09-18 sent_home
---
2026-27: 3 days, 2 apart, 3 in a row`,
		"a new school year begins with nothing": `
school 2025-08-25..2026-06-12
school 2026-08-24..2027-06-11
away 2026-06-08..2026-06-12 out_of_school
away 2026-08-24..2026-08-28 out_of_school
---
2026-27: 5 days, 0 apart, 5 in a row
2025-26: 5 days, 0 apart, 5 in a row`,
		"another school in January goes on counting": `
school 2026-08-24..2027-01-22
school 2027-01-25..2027-06-11
away 2027-01-21..2027-01-26 out_of_school
---
2026-27: 4 days, 0 apart, 4 in a row`,
		"a school that begins in June is of the year to come": `
school 2026-06-22..2026-12-18
school 2027-01-04..2027-06-11
away 2026-06-25..2026-06-26 sent_home
away 2027-01-04..2027-01-05 sent_home
---
2026-27: 4 days, 0 apart, 2 in a row`,
		"days in the summer and without a calendar are none": `
school 2026-08-24..2027-06-11
away 2027-06-10..2027-07-30 out_of_school
away 2031-01-01..2031-03-01 out_of_school
---
2026-27: 2 days, 0 apart, 2 in a row`,
	} {
		readStory(t, text).play(t, what)
	}
}

// The page of the rule counts a case through; here it is counted again.
func TestTheStoryOfThePage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", "rules", "days_sent_away.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, text, found := strings.Cut(string(page), "```story\n")
	text, _, ended := strings.Cut(text, "```")
	if !found || !ended {
		t.Fatal("the page has no story")
	}
	s := readStory(t, text)
	if len(s.away) < 3 {
		t.Errorf("%d removals in the story", len(s.away))
	}
	s.play(t, "the page")
}
