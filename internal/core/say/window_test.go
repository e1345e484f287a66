package say

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
)

func TestNumbersAndThings(t *testing.T) {
	for n, want := range map[int]string{
		0: "0 sessions", 1: "1 session", 2: "2 sessions", 999: "999 sessions", 1000: "1,000 sessions", 1234567: "1,234,567 sessions",
		-1: "-1 sessions", -999: "-999 sessions", -1000: "-1,000 sessions",
	} {
		if got := English.Several("session", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestTimesOfTheDay(t *testing.T) {
	for _, c := range []struct {
		at   day.Clock
		want string
	}{
		{day.NoClock, ""}, {day.At(0, 0), "12:00 am"}, {day.At(0, 5), "12:05 am"}, {day.At(9, 30), "9:30 am"}, {day.At(11, 59), "11:59 am"},
		{day.At(12, 0), "12:00 pm"}, {day.At(13, 10), "1:10 pm"}, {day.At(23, 59), "11:59 pm"},
	} {
		if got := English.Clock(c.at); got != c.want {
			t.Errorf("%v: %q, want %q", c.at, got, c.want)
		}
	}
}

func TestListsAndDaysInSentences(t *testing.T) {
	on := day.MustParse("2025-03-20")
	for got, want := range map[string]string{
		English.And(nil):                                "",
		English.And([]string{"a"}):                      "a",
		English.And([]string{"a", "b"}):                 "a and b",
		English.And([]string{"a", "b", "c"}):            "a, b and c",
		English.Days(day.SetOf(day.Tuesday)):            "Tuesday",
		English.Days(day.MondayToFriday):                "Monday, Tuesday, Wednesday, Thursday and Friday",
		English.LongDay(on):                             "Thursday, March 20",
		English.Month(on):                               "March 2025",
		English.ShortDay(on):                            "Thu Mar 20",
		English.Span(day.Span{First: on, Last: on}):     English.Day(on),
		English.Span(day.Span{First: on, Last: on + 1}): English.Day(on) + " to " + English.Day(on+1),
		English.Ahead(-1):                               "today",
		English.Ahead(0):                                "today",
		English.Ahead(1):                                "tomorrow",
		English.Ahead(2):                                "in 2 days",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A word that somebody typed stands as it was typed; none is told by its kind.
func TestServicesAndClosuresHaveNames(t *testing.T) {
	for got, want := range map[string]string{
		English.Service("speech"):               "Speech",
		English.Service("OT"):                   "OT",
		English.Service("Occupational Therapy"): "OT",
		English.Service("música"):               "Música",
		English.Service("éveil"):                "Éveil",
		English.Service(""):                     "Service",
		English.Closure(&calendar.Closure{Name: "Snow", Kind: "weather"}): "Snow",
		English.Closure(&calendar.Closure{Kind: calendar.Weather}):        "Weather",
		English.Closure(&calendar.Closure{}):                              "School closed",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A deed is named by its parts; a file that was brought in by that alone, and
// what has no words by none.
func TestADeedIsNamed(t *testing.T) {
	session := func(kind history.Kind, status iep.Status, n int) history.What {
		return history.What{Kind: kind, Noun: history.Session, Status: string(status), Count: n}
	}
	noun := func(kind history.Kind, noun history.Noun, n int) history.What {
		return history.What{Kind: kind, Noun: noun, Count: n}
	}
	for _, c := range []struct {
		want  string
		parts []history.What
	}{
		{"", nil},
		{"marked a session given", []history.What{session(history.Add, iep.Delivered, 1)}},
		{"marked 1,200 sessions missed", []history.What{session(history.Correct, iep.Missed, 1200)}},
		{"changed 2 sessions", []history.What{session(history.Correct, "", 2)}},
		{"added a session", []history.What{session(history.Add, "perhaps", 1)}},
		{"struck a session and added a session", []history.What{session(history.Withdraw, "", 1), session(history.Add, "", 1)}},
		{"changed a service and added a service", []history.What{noun(history.Correct, history.Service, 1), noun(history.Add, history.Service, 1)}},
		{"brought in a file", []history.What{noun(history.Add, history.Child, 2), noun(history.Add, history.Session, 160), noun(history.Add, history.Import, 1)}},
		{"added a child", []history.What{noun(history.Add, history.Child, 1), noun("such", "such", 1)}},
	} {
		if got := English.Deed(c.parts); got != c.want {
			t.Errorf("%+v: %q, want %q", c.parts, got, c.want)
		}
	}
}

// Whatever a family can do has words, for one and for several.
func TestEveryDeedHasWords(t *testing.T) {
	nouns := []history.Noun{
		history.Child, history.Plan, history.Service, history.Calendar, history.Policy, history.Session, history.Decision, history.Request, history.Meeting, history.ESY,
		history.Carryover, history.Contact, history.Note, history.Promise, history.Removal, history.Attachment, history.Arrangement,
	}
	for _, kind := range []history.Kind{history.Add, history.Correct, history.Withdraw, history.Undo} {
		for _, noun := range nouns {
			for _, n := range []int{1, 2} {
				if English.Deed([]history.What{{Kind: kind, Noun: noun, Count: n}}) == "" {
					t.Errorf("%s %s has no words", kind, noun)
				}
			}
		}
	}
}
