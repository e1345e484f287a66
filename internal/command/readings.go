package command

import (
	"fmt"
	"io"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/edge/exchange"
)

type readings struct {
	recordFile
	AsOf dayFlag `placeholder:"DAY" help:"Read the plan as of DAY; today when left out."`
	JSON bool    `name:"json" help:"Answer in JSON, for programs."`
}

// Help teaches the command.
func (readings) Help() string { return readingsHelp }

// readingsAnswer is a comparison in the documented shape.
type readingsAnswer struct {
	SeriesID    string             `json:"series_id"`
	ChildID     string             `json:"child_id"`
	Readings    []readingAnswer    `json:"readings"`
	Differences []differenceAnswer `json:"differences"`
}

type readingAnswer struct {
	Reading ledger.Reading `json:"reading"`
	InForce bool           `json:"in_force"`
	tallyAnswer
	Open int `json:"open"`
}

type tallyAnswer struct {
	Yes int `json:"yes"`
	Ask int `json:"ask"`
	No  int `json:"no"`
}

type differenceAnswer struct {
	Period    [2]day.Day             `json:"period"`
	Required  int                    `json:"required"`
	Delivered int                    `json:"delivered"`
	Readings  map[string]tallyAnswer `json:"readings"`
	Facts     []factAnswer           `json:"facts"`
}

type factAnswer struct {
	Code    ledger.FactCode `json:"code"`
	Date    day.Day         `json:"date"`
	Minutes int             `json:"minutes"`
	Reason  iep.Reason      `json:"reason,omitzero"`
}

// Run reads every series in each way that its plan has.
func (f readings) Run(c *call) error {
	asOf := f.AsOf.or(c.today)
	r, err := f.read()
	if err != nil {
		return err
	}
	compared, err := ledger.Compare(r, asOf)
	if err != nil {
		return inFile{f.File, err}
	}
	if f.JSON {
		return exchange.WriteJSON(c, answerOfReadings(compared))
	}
	for i := range compared {
		if i > 0 {
			fmt.Fprintln(c)
		}
		fmt.Fprintln(c, title(r, compared[i].Readings[0].Series, asOf))
		printCompared(c, &compared[i])
	}
	return nil
}

func answerOfReadings(compared []ledger.Comparison) []readingsAnswer {
	list := []readingsAnswer{}
	for _, c := range compared {
		a := readingsAnswer{SeriesID: c.ID, ChildID: c.ChildID, Differences: []differenceAnswer{}}
		for _, r := range c.Readings {
			a.Readings = append(a.Readings, readingAnswer{r.Reading, r.InForce, tallyAnswer(r.Tally), r.Series.Summary.OpenOwed})
		}
		for _, d := range c.Differences {
			a.Differences = append(a.Differences, answerOfDifference(&c, &d))
		}
		list = append(list, a)
	}
	return list
}

func answerOfDifference(c *ledger.Comparison, d *ledger.Difference) differenceAnswer {
	a := differenceAnswer{
		Period: [2]day.Day{d.Span.First, d.Span.Last}, Required: d.Required, Delivered: d.Delivered,
		Readings: map[string]tallyAnswer{}, Facts: []factAnswer{},
	}
	for i, t := range d.Tallies {
		a.Readings[string(c.Readings[i].Reading)] = tallyAnswer(t)
	}
	for _, f := range d.Facts {
		a.Facts = append(a.Facts, factAnswer(f))
	}
	return a
}

func printCompared(w io.Writer, c *ledger.Comparison) {
	table(w, func(w io.Writer) {
		for _, r := range c.Readings {
			mark := ""
			if r.InForce {
				mark = "the ledger is computed so"
			}
			fmt.Fprintf(w, "  %s\t%s\t%s\n", words.Reading(r.Reading), words.Tally(r.Tally), mark)
		}
	})
	if len(c.Differences) == 0 {
		fmt.Fprintln(w, "  The readings agree.")
		return
	}
	for i := range c.Differences {
		printDifference(w, c, &c.Differences[i])
	}
}

func printDifference(w io.Writer, c *ledger.Comparison, d *ledger.Difference) {
	fmt.Fprintf(w, "  %s\n", words.Stretch(d))
	table(w, func(w io.Writer) {
		for i, t := range d.Tallies {
			fmt.Fprintf(w, "    %s\t%s\n", words.Reading(c.Readings[i].Reading), words.Tally(t))
		}
	})
	for _, f := range d.Facts {
		fmt.Fprintf(w, "    %s\n", words.Fact(f))
	}
}
