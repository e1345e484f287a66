package command

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
	"midweek/internal/core/say"
)

func (p plan) print(w io.Writer, q asked, a *planner.Answer) {
	printChoices(w, q, a)
	if len(q.Years) > 1 {
		printYears(w, q, a)
	}
	if a.Now != nil {
		printComparison(w, a.Now.Choice, a.Options[0].Choice, q.Wish)
	}
	printClashes(w, q, a)
	if p.Why {
		printLosses(w, q.Years)
	}
}

func printChoices(w io.Writer, q asked, a *planner.Answer) {
	for _, d := range q.Years {
		fmt.Fprintf(w, "%s, %s to %s%s\n", say.Plain(calendarName(d.Year)), words.Day(d.Year.First), words.Day(d.Year.Last), guess(d.Year))
	}
	fmt.Fprintf(w, "%d a week, %d minutes each. Fewest sessions lost to closures first; equal ones share a place.\n\n", q.Wish.Days, q.Wish.Minutes)
	table(w, func(w io.Writer) {
		fmt.Fprintln(w, "place\tdays\tlost\tkept\ton short days\tminutes lost\tminutes kept")
		for _, o := range a.Options {
			fmt.Fprintf(w, "%d\t%s\t%d\t%d\t%d\t%s\t%s\n", o.Place, words.Weekdays(o.Days), o.Lost, o.Kept, o.Short,
				words.Number(o.LostMinutes(q.Wish)), words.Number(o.KeptMinutes(q.Wish)))
		}
	})
}

// guess marks a year that no school has printed.
func guess(y *calendar.SchoolYear) string {
	if y.Guess {
		return " (a guess)"
	}
	return ""
}

// printYears sets beside each set what it loses in each year.
func printYears(w io.Writer, q asked, a *planner.Answer) {
	fmt.Fprintln(w, "\nLost, year by year:")
	table(w, func(w io.Writer) {
		fmt.Fprint(w, "days")
		for _, d := range q.Years {
			fmt.Fprintf(w, "\t%s%s", say.Plain(cmp.Or(d.Year.Label, d.Year.ID)), guess(d.Year))
		}
		fmt.Fprintln(w)
		for _, o := range a.Options {
			fmt.Fprint(w, words.Weekdays(o.Days))
			for _, y := range o.Years {
				fmt.Fprintf(w, "\t%d", y.Lost)
			}
			fmt.Fprintln(w)
		}
	})
}

// printClashes says what else stands on the days of the first set.
func printClashes(w io.Writer, q asked, a *planner.Answer) {
	for i, clash := range a.Options[0].Clashes {
		if i == 0 {
			fmt.Fprintf(w, "\nAlso on %s:\n", words.Weekdays(a.Options[0].Days))
		}
		what := "on the same day"
		if clash.Sure {
			what = "at the same time"
		}
		whose := ""
		if clash.With.Sibling {
			whose = " of " + childName(q.record, clash.With.ChildID)
		}
		fmt.Fprintf(w, "  %s%s, %s: %s\n", say.Plain(words.Service(clash.With.Service.Type)), whose, words.Weekdays(clash.Days), what)
	}
}

// printLosses names what takes sessions from each weekday.
func printLosses(w io.Writer, years []*calendar.Days) {
	fmt.Fprintln(w, "\nWhat takes them:")
	for _, on := range planner.Weekdays(years).List() {
		costs := planner.Costs(years, day.SetOf(on))
		fmt.Fprintf(w, "  %s loses %s.", words.Weekday(on), words.Number(len(costs)))
		for _, loss := range planner.Losses(costs) {
			fmt.Fprintf(w, " %s: %s.", say.Plain(words.Closure(loss.Closure)), datesOf(loss.Dates))
		}
		fmt.Fprintln(w)
	}
}

func datesOf(dates []day.Day) string {
	var list []string
	for _, on := range dates {
		list = append(list, words.Day(on))
	}
	return words.And(list)
}

func calendarName(y *calendar.SchoolYear) string {
	return strings.TrimSpace(cmp.Or(y.Name, y.ID) + " " + y.Label)
}

func printComparison(w io.Writer, now, best planner.Choice, wish planner.Wish) {
	days := words.Weekdays(best.Days)
	fmt.Fprintf(w, "\nNow %s: %s kept, %s lost.\n", words.Weekdays(now.Days), words.Several("session", now.Kept), words.Number(now.Lost))
	switch {
	case now.Days.Count() != best.Days.Count():
		return
	case now.Lost == best.Lost && now.Short == best.Short && now.Kept == best.Kept:
		fmt.Fprintln(w, "No other weekdays do better.")
		return
	}
	fmt.Fprintf(w, "%s: %s, %s.\n", days, more(best.Kept-now.Kept, "kept"), more(best.Lost-now.Lost, "lost"))
	if minutes := best.KeptMinutes(wish) - now.KeptMinutes(wish); minutes > 0 {
		fmt.Fprintf(w, "That is %s more minutes.\n", words.Number(minutes))
	}
}

// more says a difference in words: 5 more kept, 2 fewer lost.
func more(n int, what string) string {
	switch {
	case n > 0:
		return words.Number(n) + " more " + what
	case n < 0:
		return words.Number(-n) + " fewer " + what
	}
	return "as many " + what
}
