package command

import (
	"fmt"
	"io"
	"os"

	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/edge/exchange"
)

type Streams struct{ Out, Err io.Writer }

func Run(args []string, io Streams, version string) int {
	data, err := exchange.ReadFile(args[1])
	if err == nil {
		r, err2 := exchange.Read(data)
		err = err2
		if err == nil {
			l, err2 := ledger.Compute(r, day.MustParse(args[2]))
			err = err2
			if err == nil {
				exchange.WriteJSON(io.Out, exchange.AnswerOf(l, func(w ledger.Warning) string { return string(w.Code) }))
				return 0
			}
		}
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}
