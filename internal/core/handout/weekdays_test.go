package handout_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/block"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/handout"
	"midweek/internal/core/iep"
	"midweek/internal/core/planner"
)

func on(month, date int) day.Span {
	d := day.Of(2026, month, date)
	return day.Span{First: d, Last: d}
}

// autumn is four weeks from Monday 7 September 2026. Mondays lose Labor Day and
// a staff day, Wednesdays a staff day; Thursdays and Fridays lose none, and one
// Friday is short.
func autumn() *calendar.SchoolYear {
	return &calendar.SchoolYear{
		ID: "y1", Name: "Elm School", Label: "2026-27", First: day.Of(2026, 9, 7), Last: day.Of(2026, 10, 2), Weekdays: day.MondayToFriday,
		Closures: []calendar.Closure{
			{Span: on(9, 7), Kind: calendar.Holiday, Name: "Labor Day"},
			{Span: on(9, 14), Kind: calendar.StaffDay, Name: "Staff day"},
			{Span: on(9, 21), Kind: calendar.StaffDay, Name: "Staff day"},
			{Span: on(9, 30), Kind: calendar.StaffDay},
		},
		PartialDays: []calendar.PartialDay{{Span: on(9, 18), Dismissal: day.At(12, 0)}},
	}
}

// next is a guessed year of one week, closed on its Tuesday.
func next() *calendar.SchoolYear {
	tuesday := day.Of(2027, 9, 7)
	return &calendar.SchoolYear{
		ID: "y2", Name: "Elm School", First: tuesday - 1, Last: tuesday + 3, Weekdays: day.MondayToFriday, Guess: true,
		Closures: []calendar.Closure{{Span: day.Span{First: tuesday, Last: tuesday}, Name: "Labor Day"}},
	}
}

func page(t *testing.T, w handout.Weekdays, years ...*calendar.SchoolYear) *block.Document {
	t.Helper()
	for _, y := range years {
		w.Question.Years = append(w.Question.Years, calendar.NewDays(y))
	}
	if w.Question.Wish.Days == 0 {
		w.Question.Wish = planner.Wish{Days: 1, Minutes: 30}
	}
	var err error
	if w.Answer, err = planner.Ask(w.Question); err != nil {
		t.Fatal(err)
	}
	w.Today = day.Of(2026, 9, 3)
	return w.Page()
}

// text is all that the page says, a line for each block, item and row.
func text(doc *block.Document) string {
	var lines []string
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case block.Heading:
			lines = append(lines, strings.Repeat("#", b.Level)+" "+b.Text)
		case block.Paragraph:
			lines = append(lines, b.Text)
		case block.List:
			for _, item := range b.Items {
				lines = append(lines, "- "+strings.TrimSpace(item.Lead+" "+item.Text))
			}
		case block.Table:
			var names []string
			for _, c := range b.Columns {
				names = append(names, c.Name)
			}
			lines = append(lines, strings.Join(names, " | "))
			for _, r := range b.Rows {
				lines = append(lines, strings.Join(r.Cells, " | ")+map[bool]string{true: " !", false: ""}[r.Strong])
			}
		case block.Figure:
			lines = append(lines, "["+b.Alt+"]")
		}
	}
	return strings.Join(lines, "\n")
}

var nora = &iep.Child{ID: "n", Name: "Nora"}

func TestThePageOfOneYear(t *testing.T) {
	w := handout.Weekdays{Child: nora, Service: &iep.Service{Type: "speech"}}
	w.Question.Now = planner.Present{Days: day.SetOf(day.Monday)}
	want := strings.TrimSpace(`
# Which weekdays keep the most sessions?
Nora: Speech, 1 session a week of 30 minutes. Counted on Thu Sep 3, 2026.
- Elm School 2026-27: Mon Sep 7, 2026 to Fri Oct 2, 2026, the school's calendar.
Place | Weekdays | Sessions lost | Sessions kept | Minutes lost | On short days
1 | Tue | 0 | 4 | 0 | 0 !
1 | Thu | 0 | 4 | 0 | 0
3 | Fri | 0 | 4 | 0 | 1
4 | Wed | 1 | 3 | 30 | 0
5 | Mon (now) | 3 | 1 | 90 | 0 !
Fewest sessions are lost on Tuesday: 0 sessions, which is 0 minutes. Others in place 1 do as well. On Monday, as it is now: 3 sessions lost. That is 3 sessions more.
## Each weekday by itself
[Sessions lost on each weekday: Monday 3, Tuesday 0, Wednesday 1, Thursday 0, Friday 0. The dark bars are the days in question.]
## What takes them
- Monday: 3 lost. Labor Day, Staff day (2).
- Tuesday: none lost.
## How it was counted
A session is lost when its weekday has no school: a holiday, a break, a staff day, or a sudden closing that was written down. A session on a short day is kept. Fewest lost comes first, then fewest on short days, then most kept. Equal ones share a place.
## Words to propose for the plan
We ask that the plan say: “Speech: 1 session a week, 30 minutes each, on Tuesday.”
This is a wish of the family for the team to talk over. It is no rule. Rooms and a therapist's week count too. If these days cannot be, the table shows which others lose few.`)
	if got := text(page(t, w, autumn())); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestThePageOfARealAndAGuessedYear(t *testing.T) {
	w := handout.Weekdays{Child: nora, Ask: day.SetOf(day.Wednesday)}
	w.Question.Wish = planner.Wish{Days: 1, Minutes: 45, Start: day.At(11, 30), Forbid: day.SetOf(day.Friday), Gap: true}
	w.Question.Now = planner.Present{Days: day.SetOf(day.Tuesday)}
	got := text(page(t, w, autumn(), next()))
	for _, want := range []string{
		"- Elm School: Mon Sep 6, 2027 to Fri Sep 10, 2027, a guess from another year.",
		"Place | Weekdays | Lost in 2026-27 | Lost in 2027 (guess) | Lost in all | Sessions kept | Minutes lost | On short days",
		"2 | Wed | 1 | 0 | 1 | 4 | 45 | 0 !",
		"2 | Tue (now) | 0 | 1 | 1 | 4 | 45 | 0 !",
		"On Wednesday: 1 session lost, which is 45 minutes. Of these, 0 in guessed years. On Tuesday, as it is now, as many are lost.",
		"- Tuesday: 1 lost. Labor Day.",
		"- Wednesday: 1 lost. Staff day.",
		"The session begins at 11:30 am",
		" Left out: Friday. Sets with two days in a row are left out.",
		"on Wednesday.”",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on\n%s", want, got)
		}
	}
}

// Days in force that are more than asked for stand below, without a place, and
// no difference is told.
func TestDaysInForceOfAnotherNumber(t *testing.T) {
	w := handout.Weekdays{}
	w.Question.Now = planner.Present{Days: day.SetOf(day.Monday, day.Tuesday)}
	got := text(page(t, w, autumn()))
	for _, want := range []string{" | Mon and Tue (now) | 3 | 5 | 90 | 0 !", "On Monday and Tuesday, as it is now: 3 sessions lost.", "1 session a week of 30 minutes. Counted", "“Therapy: 1 session"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on\n%s", want, got)
		}
	}
	if strings.Contains(got, "more.") {
		t.Errorf("two days are compared with one:\n%s", got)
	}
}

// What is too much for one side is cut where it matters least: the sets that
// lose most, though never the days in force, and the names of closures.
func TestThePageIsCutToOneSide(t *testing.T) {
	y := autumn()
	y.Last = day.Of(2027, 6, 11)
	for i := range day.Day(14) {
		at := day.Of(2026, 10, 5) + 7*i
		name := fmt.Sprint("Monday off ", int(min(i, 12))) // the last two bear one name
		y.Closures = append(y.Closures, calendar.Closure{Span: day.Span{First: at, Last: at}, Name: name})
	}
	w := handout.Weekdays{}
	w.Question.Wish = planner.Wish{Days: 2, Minutes: 30}
	w.Question.Now = planner.Present{Days: day.SetOf(day.Monday, day.Wednesday)}
	got := text(page(t, w, y))
	for _, want := range []string{"Not shown: 3 sets further down.", "Mon and Wed (now)", "Monday off 7, and 6 more."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on\n%s", want, got)
		}
	}
}

// claims are words that a page about weekdays has no ground for: it counts a
// calendar, and nobody has missed anything.
var claims = regexp.MustCompile(`(?i)\bmust\b|right to|missed`)

// Names of a family are theirs; nobody else of it is on the page.
func TestWhatThePageNeverSays(t *testing.T) {
	w := handout.Weekdays{Child: nora, Service: &iep.Service{Type: "speech"}}
	w.Question.Taken = []planner.Taken{{ChildID: "theo", Sibling: true, Service: &iep.Service{Type: "counseling"}, Days: day.MondayToFriday, Minutes: 30}}
	got := text(page(t, w, autumn(), next()))
	if word := claims.FindString(got); word != "" || strings.Contains(strings.ToLower(got), "theo") || strings.Contains(got, "Counseling") {
		t.Errorf("%q, or another's service, is on\n%s", word, got)
	}
}

// Every placeholder is filled and every row has a cell for each column.
func TestThePageIsWhole(t *testing.T) {
	for _, days := range []int{1, 2, 3, 4, 5} {
		w := handout.Weekdays{Child: &iep.Child{ID: "only-an-id"}, Service: &iep.Service{Type: "Música"}}
		w.Question.Wish = planner.Wish{Days: days, Minutes: 20}
		doc := page(t, w, autumn(), next())
		if all := text(doc); strings.ContainsAny(all, "{}") || !strings.Contains(all, "only-an-id: Música") || doc.Foot == "" || doc.On != day.Of(2026, 9, 3) {
			t.Errorf("%d days:\n%s", days, all)
		}
		i := slices.IndexFunc(doc.Blocks, func(b block.Block) bool { _, ok := b.(block.Table); return ok })
		for _, r := range doc.Blocks[i].(block.Table).Rows {
			if len(r.Cells) != len(doc.Blocks[i].(block.Table).Columns) {
				t.Errorf("%v", r)
			}
		}
	}
}
