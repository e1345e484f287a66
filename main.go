// Midweek keeps a family's record of a child's therapy and computes, on the
// school's real calendar, what is left to make up.
package main

import (
	"os"
	"runtime/debug"
	"time"

	"midweek/internal/command"
	"midweek/internal/core/day"
)

// version is set by the build.
var version = "dev"

func main() {
	// A command reads a file, answers and ends: memory is cheaper than time.
	debug.SetGCPercent(400)
	os.Exit(command.Run(os.Args[1:], command.Env{
		Out: os.Stdout, Err: os.Stderr, Version: version,
		Today: func() day.Day { return day.FromTime(time.Now()) },
	}))
}
