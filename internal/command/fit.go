package command

import (
	"fmt"
	"io"

	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/edge/exchange"
)

type fits struct {
	recordFile
	oneSeries
	AsOf         dayFlag  `placeholder:"DAY" help:"Look ahead from DAY; today when left out."`
	ExtraMinutes int      `placeholder:"N" help:"Minutes of a make-up session at most; the plan's length when left out."`
	PerWeek      int      `default:"1" placeholder:"N" help:"Make-up sessions in a week; 1 when left out."`
	Days         daysFlag `placeholder:"TU,…" help:"Weekdays on which they may stand; all school days when left out."`
	JSON         bool     `name:"json" help:"Answer in JSON, for programs."`
}

// Help teaches the command.
func (fits) Help() string { return fitHelp }

// fitAnswer is a fit in the documented shape.
type fitAnswer struct {
	Open      int             `json:"open"`
	Fits      int             `json:"fits"`
	Leftover  int             `json:"leftover"`
	LastStart *day.Day        `json:"last_start"`
	Binding   fit.Binding     `json:"binding"`
	Plan      []sessionAnswer `json:"plan"`
	Summer    summerAnswer    `json:"summer"`
}

type sessionAnswer struct {
	Date       day.Day `json:"date"`
	Minutes    int     `json:"minutes"`
	Obligation string  `json:"obligation"`
}

type summerAnswer struct {
	Capacity int `json:"capacity"`
	Fits     int `json:"fits"`
	Leftover int `json:"leftover"`
}

// Run fits the open minutes of a series into the days that are left.
func (f fits) Run(c *call) error {
	asOf := f.AsOf.or(c.today)
	r, l, err := f.ledger(asOf)
	if err != nil {
		return err
	}
	s, err := f.find(l)
	if err != nil {
		return inFile{f.File, err}
	}
	answer, err := f.fit(s, asOf)
	if err != nil {
		return err
	}
	if f.JSON {
		return exchange.WriteJSON(c, answerOfFit(answer))
	}
	fmt.Fprintln(c, title(r, s, asOf))
	printFit(c, s, answer, asOf)
	return nil
}

func (f fits) fit(s *ledger.Series, asOf day.Day) (*fit.Fit, error) {
	if f.PerWeek < 1 || f.PerWeek > 7 {
		return nil, outOfBounds("--per-week", f.PerWeek, 1, 7)
	}
	if f.ExtraMinutes < 0 || f.ExtraMinutes > record.MaxMinutes {
		return nil, outOfBounds("--extra-minutes", f.ExtraMinutes, 1, record.MaxMinutes)
	}
	answer, err := fit.For(s, asOf, fit.Limits{Minutes: f.ExtraMinutes, PerWeek: f.PerWeek, Days: day.Weekdays(f.Days)})
	if err != nil {
		return nil, inFile{f.File, err}
	}
	return answer, nil
}

func outOfBounds(flag string, n, low, high int) error {
	return refusal.At(flag, refusal.New(refusal.OutOfBounds,
		"value", fmt.Sprint(n), "low", fmt.Sprint(low), "high", fmt.Sprint(high)))
}

func answerOfFit(f *fit.Fit) fitAnswer {
	a := fitAnswer{
		Open: f.Open, Fits: f.Fits, Leftover: f.Leftover, Binding: f.Binding, Plan: []sessionAnswer{},
		Summer: summerAnswer(f.Summer),
	}
	if f.LastStart != day.None {
		a.LastStart = &f.LastStart
	}
	for _, s := range f.Plan {
		a.Plan = append(a.Plan, sessionAnswer{s.Date, s.Minutes, s.ObligationID})
	}
	return a
}

func printFit(w io.Writer, s *ledger.Series, f *fit.Fit, asOf day.Day) {
	if f.Open == 0 {
		fmt.Fprintf(w, "  %s: nothing is open to make up.\n", words.Day(asOf))
		return
	}
	fmt.Fprintf(w, "  %s: %s minutes are open.\n", words.Day(asOf), words.Number(f.Open))
	if f.Until.First == day.None {
		fmt.Fprintln(w, "  No school year lies ahead on the calendars.")
	} else {
		fmt.Fprintf(w, "  With make-up sessions of up to %d minutes, %d a week, on %s, until %s:\n",
			f.Limits.Minutes, f.Limits.PerWeek, words.Weekdays(f.Limits.Days), words.Day(f.Until.Last))
	}
	if f.Leftover == 0 {
		fmt.Fprintf(w, "  Yes, all of it fits. The last day to begin is %s.\n", words.Day(f.LastStart))
	} else {
		fmt.Fprintf(w, "  No. %s minutes fit, %s do not. What is in the way: %s.\n", words.Number(f.Fits), words.Number(f.Leftover), words.Binding(f.Binding))
		fmt.Fprintf(w, "  Of the %s that do not, %s fit into the %s make-up minutes free in summer; %s go to next year's request.\n",
			words.Number(f.Leftover), words.Number(f.Summer.Fits), words.Number(f.Summer.Capacity), words.Number(f.Summer.Leftover))
	}
	if overdue := s.Overdue(); overdue > 0 {
		fmt.Fprintf(w, "  %s of the open minutes are past the day by which the policy has them made up.\n", words.Number(overdue))
	}
	table(w, func(w io.Writer) {
		for _, p := range f.Plan {
			fmt.Fprintf(w, "    %s\t%d min\tfor %s\n", words.Day(p.Date), p.Minutes, obligationText(s, p.ObligationID))
		}
	})
}

// obligationText names an obligation by its day and reason.
func obligationText(s *ledger.Series, id string) string {
	for _, o := range s.Obligations {
		if o.ID != id {
			continue
		}
		if o.Period != nil {
			return words.Day(o.Period.Span.First) + " to " + words.Day(o.Period.Span.Last)
		}
		return words.Day(o.Date) + " (" + words.Reason(o.Reason) + ")"
	}
	return say.Plain(id)
}
