// Midweek keeps a family's record of a child's therapy and computes what is
// left to make up. With a command it answers on the command line.
package main

import (
	"os"

	"midweek/internal/command"
)

// version is set by the build.
var version = "dev"

func main() {
	os.Exit(command.Run(os.Args[1:], command.Streams{Out: os.Stdout, Err: os.Stderr}, version))
}
