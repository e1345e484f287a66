package command

import (
	"fmt"
	"strings"

	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
)

type check struct {
	recordFile
}

// Help teaches the command.
func (check) Help() string { return checkHelp }

// Run checks a record, and that it can be computed.
func (k check) Run(c *call) error {
	r, err := k.read()
	if err != nil {
		return err
	}
	l, err := ledger.Compute(r, c.today)
	if err != nil {
		return inFile{k.File, err}
	}
	fmt.Fprintf(c, "This record is in order: %s.\n", contents(r))
	for _, s := range l.Series {
		printWarnings(c, s)
	}
	return nil
}

// contents counts what is in a record.
func contents(r *record.Record) string {
	services := 0
	for i := range r.Plans {
		services += len(r.Plans[i].Services)
	}
	return strings.Join([]string{
		words.Several("child", len(r.Children)), words.Several("calendar", len(r.Calendars)),
		words.Several("plan", len(r.Plans)), words.Several("service", services),
		words.Several("session", len(r.Sessions)),
	}, ", ")
}
