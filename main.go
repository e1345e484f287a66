// Midweek keeps a family's record of a child's therapy and computes, on the
// school's real calendar, what is left to make up.
package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"midweek/app"
	"midweek/app/window"
	"midweek/frontend"
	"midweek/internal/command"
	"midweek/internal/core/day"
	"midweek/internal/edge/wall"
	"midweek/internal/open"
)

// version is set by the build.
var version = "dev"

func main() {
	window.KeepPrivate()
	wall.Raise()
	if options, ok := app.Asked(os.Args[1:]); ok {
		options.Pages, options.Version = frontend.Dist(), version
		if err := app.Run(options); err != nil {
			fmt.Fprintln(os.Stderr, "midweek: "+err.Error())
			os.Exit(1)
		}
		return
	}
	// A command reads a file, answers and ends: memory is cheaper than time.
	debug.SetGCPercent(400)
	os.Exit(command.Run(os.Args[1:], command.Env{
		Out: os.Stdout, Err: os.Stderr, Version: version,
		Today: func() day.Day { return day.FromTime(time.Now()) },
		Record: func(data string) (command.Keeper, error) {
			return open.Keep(open.Options{Data: data, Secret: command.Secret(os.Stdin, os.Stderr)})
		},
		Copies: func(data string) command.Copies {
			return open.KeptCopiesOf(open.Options{Data: data, Secret: command.Secret(os.Stdin, os.Stderr)})
		},
	}))
}
