// Package handout makes pages that a family brings to a meeting: one side of
// paper with what was counted, how, and what the family asks for. It says what
// follows from the calendars and leaves to the team what is the team's.
//
// A page goes to the school. It names the child as the family does, and says
// nothing of brothers and sisters or of other services.
package handout

import (
	"cmp"
	"strings"

	"midweek/internal/core/block"
	"midweek/internal/core/calendar"
	"midweek/internal/core/chart"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/planner"
	"midweek/internal/core/say"
)

// Weekdays is what the page about weekdays is made of. Child and Service may be
// nil, where a calendar is all there is.
type Weekdays struct {
	Child    *iep.Child
	Service  *iep.Service
	Question planner.Question
	Answer   *planner.Answer // to the question
	Ask      day.Weekdays    // the days to propose; none: those of the first place
	Today    day.Day
}

// How much of a list stands on the page, so that it stays one side.
const (
	mostRows    = 6
	mostYears   = 3   // with a column of their own
	mostLetters = 140 // of the closures' names at one weekday: two lines
	mostName    = 36  // letters of a name
)

// words are those of the page.
var words = say.English

// Page is the page: who and which years, the table with the days in force, each
// weekday by itself, what takes the sessions, how it was counted, and words to
// propose for the plan.
func (w Weekdays) Page() *block.Document {
	day := words.Day(w.Today)
	doc := &block.Document{
		Title: words.Put("handout.file", "child", cmp.Or(w.name(), words.Put("handout.title"))), Language: "en-US", On: w.Today,
		Foot: words.Put("handout.foot", "day", day),
	}
	doc.Blocks = append(doc.Blocks,
		block.Heading{Level: 1, Text: words.Put("handout.title")}, block.Paragraph{Text: w.lead()}, w.years())
	doc.Blocks = append(doc.Blocks, w.table()...)
	doc.Blocks = append(doc.Blocks, block.Paragraph{Text: w.found(), Look: block.Strong})
	doc.Blocks = append(doc.Blocks, block.Heading{Level: 2, Text: words.Put("handout.each")}, w.each())
	doc.Blocks = append(doc.Blocks, w.closures()...)
	doc.Blocks = append(doc.Blocks,
		block.Heading{Level: 2, Text: words.Put("handout.counted")}, block.Paragraph{Text: w.counted(), Look: block.Small},
		block.Heading{Level: 2, Text: words.Put("handout.clause")}, block.Paragraph{Text: w.Clause(), Look: block.Framed},
		block.Paragraph{Text: words.Put("handout.clause.note"), Look: block.Small})
	return doc
}

func (w Weekdays) wish() planner.Wish { return w.Question.Wish }

func (w Weekdays) name() string {
	if w.Child == nil {
		return ""
	}
	return say.Line(cmp.Or(w.Child.Name, w.Child.ID), mostName)
}

// service is what kind of service it is.
func (w Weekdays) service() string {
	if w.Service == nil || w.Service.Type == "" {
		return words.Put("handout.therapy")
	}
	return say.Line(words.Service(w.Service.Type), mostName)
}

func (w Weekdays) sessions() string { return words.Several("session", w.wish().Days) }
func (w Weekdays) minutes() string  { return words.Several("minute", w.wish().Minutes) }

func (w Weekdays) lead() string {
	code := "handout.for"
	if w.Child == nil {
		code = "handout.for_nobody"
	}
	return words.Put(code, "child", w.name(), "service", w.service(),
		"sessions", w.sessions(), "minutes", w.minutes(), "day", words.Day(w.Today))
}

// years names the calendars, the guessed ones as guesses.
func (w Weekdays) years() block.List {
	var list block.List
	for _, d := range w.Question.Years {
		code := "handout.year"
		if d.Year.Guess {
			code = "handout.year_guess"
		}
		list.Items = append(list.Items, block.Item{Text: words.Put(code, "name", yearName(d.Year),
			"first", words.Day(d.Year.First), "last", words.Day(d.Year.Last)) + "."})
	}
	return list
}

func yearName(y *calendar.SchoolYear) string {
	const label = len("2026-27")
	return strings.TrimSpace(say.Line(cmp.Or(y.Name, y.ID), mostName-label) + " " + say.Line(y.Label, label))
}

// asked is the option to propose: the one named, or the first.
func (w Weekdays) asked() *planner.Option {
	for i := range w.Answer.Options {
		if o := &w.Answer.Options[i]; o.Days == w.Ask {
			return o
		}
	}
	if now := w.Answer.Now; now != nil && w.Ask == now.Days {
		return now
	}
	return &w.Answer.Options[0]
}

// found says what the days to propose lose, beside the days in force.
func (w Weekdays) found() string {
	asked, now := w.asked(), w.Answer.Now
	code := "handout.asked"
	if asked.Place == 1 {
		code = "handout.best"
		if len(w.Answer.Options) > 1 && w.Answer.Options[1].Place == 1 {
			code = "handout.best_ties"
		}
	}
	lost := words.Several("session", asked.Lost)
	minutes := words.Several("minute", asked.LostMinutes(w.wish()))
	text := words.Put(code, "days", words.Days(asked.Days), "lost", lost, "minutes", minutes)
	if guessed := asked.Guessed(); guessed.Kept+guessed.Lost > 0 {
		text += " " + words.Put("handout.guessed", "guessed", words.Number(guessed.Lost))
	}
	if now == nil || now.Days == asked.Days {
		return text
	}
	return text + " " + w.beside(now, asked)
}

// beside sets the days in force beside those to propose. A difference is told
// only where both are as many a week.
func (w Weekdays) beside(now, asked *planner.Option) string {
	code, difference := "handout.beside", now.Lost-asked.Lost
	switch {
	case now.Days.Count() != asked.Days.Count():
	case difference > 0:
		code = "handout.more"
	case difference == 0:
		code = "handout.same"
	}
	return words.Put(code, "now", words.Days(now.Days), "lost", words.Several("session", now.Lost),
		"difference", words.Several("session", difference))
}

// each is the weekdays by themselves. The days to propose stand out.
func (w Weekdays) each() block.Figure {
	return chart.ByWeekday(w.Question.Years, w.wish(), w.asked().Days).Figure(chart.Page)
}

func (w Weekdays) counted() string {
	text := words.Put("handout.counted.text")
	if start := w.wish().Start; start.Known() {
		text += " " + words.Put("handout.counted.start", "time", words.Clock(start))
	}
	if forbid := w.wish().Forbid; forbid != 0 {
		text += " " + words.Put("handout.counted.forbid", "days", words.Days(forbid))
	}
	if w.wish().Gap {
		text += " " + words.Put("handout.counted.gap")
	}
	return text
}

// Clause is a proposal, in the words that a plan uses.
func (w Weekdays) Clause() string {
	return words.Put("handout.clause.text", "service", w.service(), "sessions", w.sessions(), "minutes", w.minutes(),
		"days", words.Days(w.asked().Days))
}
