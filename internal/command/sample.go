package command

import (
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/ledger"
	"midweek/internal/core/planner"
	"midweek/internal/core/record"
	family "midweek/internal/sample"

	"midweek/internal/edge/exchange"
)

type sample struct {
	File bool `help:"Write the sample's record as a service-hours file."`
}

// Help teaches the command.
func (sample) Help() string { return sampleHelp }

// Run prints the sample family's year, by the same computing as for any file.
func (s sample) Run(c *call) error {
	if s.File {
		_, err := c.Write(family.File())
		return err
	}
	r, err := exchange.Read(family.File())
	if err != nil {
		return err
	}
	l, err := ledger.Compute(r, family.Today())
	if err != nil {
		return err
	}
	fmt.Fprintf(c, "The sample family, on its own frozen day, %s. The family is made up; the school calendar is real.\n", words.Day(l.AsOf))
	if err := printWeekdays(c, r); err != nil {
		return err
	}
	fmt.Fprint(c, "\n\nTHE LEDGER\n\n")
	printLedger(c, r, l)
	return printFits(c, r, l)
}

func printWeekdays(c *call, r *record.Record) error {
	for _, n := range []int{1, 2} {
		fmt.Fprintf(c, "\n\nTHE WEEKDAYS: %d A WEEK\n\n", n)
		for i := range r.Calendars {
			q := asked{record: r, Question: planner.Question{
				Years: []*calendar.Days{calendar.NewDays(&r.Calendars[i])}, Wish: planner.Wish{Days: n, Minutes: planner.DefaultMinutes},
			}}
			answer, err := planner.Ask(q.Question)
			if err != nil {
				return err
			}
			printChoices(c, q, answer)
		}
	}
	return nil
}

// printFits says for every series what fits before the last day of school and
// what carries into the summer.
func printFits(c *call, r *record.Record, l *ledger.Ledger) error {
	fmt.Fprint(c, "\n\nWHAT STILL FITS BEFORE THE SUMMER\n")
	for _, s := range l.Series {
		f, err := fit.For(s, l.AsOf, fit.Limits{})
		if err != nil {
			return err
		}
		fmt.Fprintf(c, "\n%s\n", title(r, s, l.AsOf))
		printFit(c, s, f, l.AsOf)
	}
	fmt.Fprint(c, "\n\nWHAT CARRIES INTO THE SUMMER, IF NOTHING IS MADE UP BEFORE\n\n")
	for _, s := range l.Series {
		printCarry(c, r, s, l.AsOf)
	}
	return nil
}

func printCarry(c *call, r *record.Record, s *ledger.Series, on day.Day) {
	fmt.Fprintf(c, "%s: %s minutes open, %s carried to summer, %s for next year's request\n",
		title(r, s, on), words.Number(s.Summary.OpenOwed), words.Number(s.Summary.Carried), words.Number(s.Summary.Remainder))
	for _, w := range s.Summer {
		for _, carry := range w.Plan {
			fmt.Fprintf(c, "  %s to %s: %d min for %s\n", words.Day(w.ESY.First), words.Day(w.ESY.Last), carry.Minutes, obligationText(s, carry.ObligationID))
		}
	}
}
