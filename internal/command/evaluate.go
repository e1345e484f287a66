package command

import (
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/say"
	"midweek/internal/edge/exchange"
)

// recordFile is the FILE that most commands name, a record.
type recordFile struct {
	File string `arg:"" help:"A service-hours file."`
}

func (f recordFile) read() (*record.Record, error) {
	data, err := exchange.ReadFile(f.File)
	if err != nil {
		return nil, inFile{f.File, err}
	}
	r, err := exchange.Read(data)
	if err != nil {
		return nil, inFile{f.File, err}
	}
	return r, nil
}

// ledger reads the file and computes.
func (f recordFile) ledger(asOf day.Day) (*record.Record, *ledger.Ledger, error) {
	r, err := f.read()
	if err != nil {
		return nil, nil, err
	}
	l, err := ledger.Compute(r, asOf)
	if err != nil {
		return nil, nil, inFile{f.File, err}
	}
	return r, l, nil
}

type evaluate struct {
	recordFile
	AsOf dayFlag `placeholder:"DAY" help:"Compute as of DAY; today when left out."`
	JSON bool    `name:"json" help:"Answer in JSON, for programs."`
}

// Help teaches the command.
func (evaluate) Help() string { return evaluateHelp }

// Run computes the ledger of a file.
func (e evaluate) Run(c *call) error {
	r, l, err := e.ledger(e.AsOf.or(c.today))
	if err != nil {
		return err
	}
	if e.JSON {
		return exchange.WriteJSON(c, exchange.AnswerOf(l, say.English.Warning))
	}
	printLedger(c, r, l)
	return nil
}
