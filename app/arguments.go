package app

import (
	"flag"
	"io"

	"midweek/internal/core/day"
)

// Asked reads a command line that asks for the window: one of nothing but
// --data DIR, --today DAY and --sample, or of nothing at all. Whatever else
// stands there, or stands there wrongly, is for the commands to explain.
func Asked(args []string) (o Options, ok bool) {
	flags := flag.NewFlagSet("midweek", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.Data, "data", "", "")
	flags.BoolVar(&o.Sample, "sample", false, "")
	flags.Func("today", "", func(text string) (err error) {
		o.Today, err = day.Parse(text)
		return err
	})
	if flags.Parse(args) != nil || flags.NArg() > 0 {
		return Options{}, false
	}
	return o, true
}
