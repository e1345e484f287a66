package app

import (
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
)

func (w *wished) rows(s *sheet, answer *planner.Answer) []PlannerRow {
	most := 1
	for i := range answer.Options {
		most = max(most, answer.Options[i].Lost)
	}
	rows := []PlannerRow{}
	for i := range answer.Options {
		o := &answer.Options[i]
		row := PlannerRow{
			Days: names(o.Days), Text: words.Days(o.Days), Place: o.Place, Ties: ties(answer.Options, o.Place), Lost: o.Lost, Kept: o.Kept,
			Short: o.Short, Minutes: o.LostMinutes(w.Wish), Share: 100 * o.Lost / most, Now: o.Days == w.Now.Days,
			Years: parts(o), Clashes: []PlannerClash{},
		}
		for _, c := range o.Clashes {
			row.Clashes = append(row.Clashes, PlannerClash{Text: s.clash(&c), Sure: c.Sure})
			if c.Sure {
				row.Sure++
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// ties names the places that are one: 1–3 are equal.
func ties(options []planner.Option, place int) string {
	n := 0
	for i := range options {
		if options[i].Place == place {
			n++
		}
	}
	if n == 1 {
		return ""
	}
	return words.Put("planner.equal", "first", words.Number(place), "last", words.Number(place+n-1))
}

func parts(o *planner.Option) []PlannerPart {
	list := []PlannerPart{}
	if len(o.Years) == 1 {
		return list
	}
	for _, y := range o.Years {
		list = append(list, PlannerPart{Text: guessed(yearText(y.Calendar), y.Calendar), Lost: y.Lost, Kept: y.Kept})
	}
	return list
}

// guessed marks a text about a year that no school has printed.
func guessed(text string, y *calendar.SchoolYear) string {
	if !y.Guess {
		return text
	}
	return words.Put("planner.a_guess", "text", text)
}

// clash says what else stands on days of a set.
func (s *sheet) clash(c *planner.Clash) string {
	what := withName(s.named(c.With.ChildID), s.titleIn(c.With.ChildID, c.With.Service))
	code := "planner.clash"
	if !c.With.Start.Known() {
		code = "planner.clash_untimed"
	}
	return words.Put(code, "what", what, "days", words.Days(c.Days), "time", words.Clock(c.With.Start), "minutes", words.Several("minute", c.With.Minutes))
}

// single is each weekday by itself, with what takes its sessions.
func (w *wished) single() []PlannerDay {
	days := []PlannerDay{}
	for _, on := range planner.Weekdays(w.Years).List() {
		c := planner.Of(w.Years, day.SetOf(on), w.Wish)
		days = append(days, PlannerDay{ID: on.String(), Text: words.LongWeekday(on), Lost: c.Lost, Kept: c.Kept, Losses: w.losses(on)})
	}
	return days
}

func (w *wished) losses(on day.Weekday) []PlannerLoss {
	list := []PlannerLoss{}
	for _, loss := range planner.Losses(planner.Costs(w.Years, day.SetOf(on))) {
		var dates []string
		for _, d := range loss.Dates {
			dates = append(dates, words.Day(d))
		}
		list = append(list, PlannerLoss{Name: words.Closure(loss.Closure), Dates: guessed(strings.Join(dates, "; "), loss.Year)})
	}
	return list
}
