package command

import (
	"fmt"
	"io"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/schedule"
	"midweek/internal/edge/exchange"
)

type explains struct {
	recordFile
	oneSeries
	Date dayFlag `required:"" placeholder:"DAY" help:"The day to explain."`
	JSON bool    `name:"json" help:"Answer in JSON, for programs."`
}

// Help teaches the command.
func (explains) Help() string { return explainHelp }

// explained is a version of a service on the day, with what the claims that
// speak of it cost.
type explained struct {
	version *ledger.Version
	*schedule.Explanation
	costs []ledger.ClaimCost
}

// Run explains a day of a series.
func (x explains) Run(c *call) error {
	r, l, err := x.ledger(c.today)
	if err != nil {
		return err
	}
	s, err := x.find(l)
	if err != nil {
		return inFile{x.File, err}
	}
	var versions []explained
	for _, v := range versionsOn(s, day.Day(x.Date)) {
		e, err := schedule.Explain(v.Plan, v.Service, v.School, day.Day(x.Date))
		if err != nil {
			return inFile{x.File, err}
		}
		versions = append(versions, explained{v, e, costsOf(l, v.Plan, e.Claims)})
	}
	held, err := x.held(c, r, versions)
	if err != nil {
		return err
	}
	if x.JSON {
		return exchange.WriteJSON(c, answerOfDay(s, day.Day(x.Date), versions, held))
	}
	fmt.Fprintln(c, title(r, s, day.Day(x.Date)))
	for _, v := range versions {
		v.print(c)
	}
	if held != nil {
		fmt.Fprintf(c, "  If all that the school claims held: %d minutes to make up instead of %d, "+
			"and %d to ask the team about instead of %d.\n",
			held.Summary.OpenOwed, s.Summary.OpenOwed, held.Summary.Undecided, s.Summary.Undecided)
	}
	return nil
}

// versionsOn are the versions of a series in service on a day, or else the one
// that speaks for it.
func versionsOn(s *ledger.Series, on day.Day) []*ledger.Version {
	var versions []*ledger.Version
	for _, v := range s.Versions {
		if v.Service.Span().Holds(on) {
			versions = append(versions, v)
		}
	}
	if len(versions) == 0 {
		versions = append(versions, s.VersionOn(on))
	}
	return versions
}

func costsOf(l *ledger.Ledger, p *iep.Plan, claims []*iep.Claim) []ledger.ClaimCost {
	var costs []ledger.ClaimCost
	for _, claim := range claims {
		costs = append(costs, l.Claim(p, claim))
	}
	return costs
}

// held is the series as it would be if the claims held, or nil where none
// speaks of the day.
func (x explains) held(c *call, r *record.Record, versions []explained) (*ledger.Series, error) {
	for _, v := range versions {
		if len(v.Claims) == 0 {
			continue
		}
		l, err := ledger.IfClaimsHeld(r, c.today)
		if err != nil {
			return nil, inFile{x.File, err}
		}
		return x.find(l)
	}
	return nil, nil
}

func (e explained) print(w io.Writer) {
	fmt.Fprintf(w, "  %s.\n", words.Outcome(e.Explanation))
	fmt.Fprintf(w, "  The calendar: %s.\n", sentenceOf(e.School))
	if len(e.Service) > 0 {
		fmt.Fprintf(w, "  The service: %s.\n", sentenceOf(e.Service))
	}
	for _, turn := range e.Schedules {
		fmt.Fprintf(w, "  Planned: %s.\n    On this day: %s.\n", words.Schedule(turn.Schedule), sentenceOf(turn.Because))
	}
	for i, claim := range e.Claims {
		cost := e.costs[i]
		fmt.Fprintf(w, "  %s.\n    In those days: %s, %s; %d given, %d missed. This changes no number.\n",
			words.Claim(claim), words.Several("session", cost.Sessions), words.Several("minute", cost.Minutes), cost.Given, cost.Missed)
	}
}

func sentenceOf(phrases []schedule.Phrase) string {
	texts := make([]string, len(phrases))
	for i, p := range phrases {
		texts[i] = words.Phrase(p)
	}
	return strings.Join(texts, "; ")
}
