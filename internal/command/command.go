// Package command is the command line: the same computing as the window's, on
// a file, for anyone who wants to check a number, script it or test it. A
// command that names a FILE reads that file and nothing else, and writes
// nothing but its answer. Only record import, record export, backup make and
// backup restore open the family's own record (Keeper).
//
// Plain text is for a parent, --json for programs (docs/commands.md). A
// failure is one line that says where, what is wrong and what to do.
package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/alecthomas/kong"

	"midweek/internal/core/day"
	"midweek/internal/core/say"
)

// Exit statuses.
const (
	fine   = 0
	failed = 1 // the file, or what was asked of it
	misuse = 2 // the command line itself
)

// An Env is what the command line has of the world outside.
type Env struct {
	Out, Err io.Writer
	Today    func() day.Day // the clock, unless --today freezes it
	Version  string
	// Record opens the family's record in a data folder, or in the usual one
	// when that is empty.
	Record func(data string) (Keeper, error)
	// Copies are the safe copies of a data folder.
	Copies func(data string) Copies
}

// line is the command line: its commands and the flags they share.
type line struct {
	Today   dayFlag          `placeholder:"DAY" help:"Take DAY (2025-03-11) for today."`
	Data    string           `placeholder:"DIR" help:"The folder of the family's record, for record import and export, and backup."`
	Version kong.VersionFlag `help:"Print the version."`

	Evaluate  evaluate  `cmd:"" help:"Compute what was promised, missed, made up and is open."`
	Planner   plan      `cmd:"" help:"Rank the weekdays by what the school calendar takes from them."`
	Fit       fits      `cmd:"" help:"Say whether all of it can be made up before the last day."`
	Readings  readings  `cmd:"" help:"Read the plan session by session, period by period and by its own words, side by side."`
	Carryover carries   `cmd:"" help:"Say where what is open goes at the end of the year, on a page to sign."`
	Explain   explains  `cmd:"" help:"Say why there is a session on a day, or none."`
	Deadlines deadlines `cmd:"" help:"Count from what happened to the day someone must act by."`
	Calendar  struct {
		Read calendarRead `cmd:"" help:"Say what a school's calendar says: closed days, short days, questions."`
	} `cmd:"" help:"Work with a school's calendar."`
	Record struct {
		Check  check     `cmd:"" help:"Check a record and say what is wrong with it."`
		Import importing `cmd:"" help:"Take a record's file into the family's record."`
		Export exporting `cmd:"" help:"Write the family's record to a file."`
	} `cmd:"" help:"Work with a record's file."`
	Backup struct {
		Make    backupMake    `cmd:"" help:"Make a safe copy of the family's record."`
		Verify  backupVerify  `cmd:"" help:"Read safe copies back and say whether they are whole."`
		Restore backupRestore `cmd:"" help:"Bring a safe copy back, after a copy of how it was."`
	} `cmd:"" help:"Make safe copies, check them, bring one back."`
	Verify verify `cmd:"" help:"Check that a file of entries is as it was written."`
	Sample sample `cmd:"" help:"Print the year of the sample family."`
}

// A call is what a command has while it runs: its answer is written only when
// it is whole.
type call struct {
	bytes.Buffer
	today  day.Day
	data   string
	record func(data string) (Keeper, error)
	copies func(data string) Copies
}

// Run runs a command line and says with which status to exit.
func Run(args []string, env Env) int {
	var cli line
	status := -1
	parser := kong.Must(&cli,
		kong.Name("midweek"),
		kong.Description(introduction),
		kong.Writers(env.Out, env.Err),
		kong.Exit(func(code int) { status = code }),
		kong.Vars{"version": "midweek " + env.Version},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true, NoExpandSubcommands: true}),
	)
	if len(args) == 0 || args[0] == "help" {
		args = append(args[min(1, len(args)):], "--help")
	}
	ctx, err := parser.Parse(args)
	if status >= 0 { // --help or --version has answered
		return status
	}
	if err != nil {
		fmt.Fprintf(env.Err, "midweek: %s; `midweek --help` shows how\n", say.Line(err.Error(), longestMessage))
		return misuse
	}
	c := &call{today: day.Day(cli.Today), data: cli.Data, record: env.Record, copies: env.Copies}
	if c.today == day.None {
		c.today = env.Today()
	}
	if err := ctx.Run(c); err != nil {
		fmt.Fprintln(env.Err, "midweek: "+explain(err))
		return statusOf(err)
	}
	if _, err := io.Copy(env.Out, &c.Buffer); err != nil {
		fmt.Fprintln(env.Err, "midweek: the answer could not be written: "+sentence(err))
		return failed
	}
	return fine
}

// dayFlag is a day on the command line.
type dayFlag day.Day

// UnmarshalText reads a day strictly.
func (d *dayFlag) UnmarshalText(text []byte) error {
	on, err := day.Parse(string(text))
	if err != nil {
		return errors.New(sentence(err))
	}
	*d = dayFlag(on)
	return nil
}

// or is the day, or another when it was not given.
func (d dayFlag) or(other day.Day) day.Day {
	if day.Day(d) == day.None {
		return other
	}
	return day.Day(d)
}

// daysFlag is a set of weekdays on the command line.
type daysFlag day.Weekdays

// UnmarshalText reads weekdays between commas.
func (s *daysFlag) UnmarshalText(text []byte) error {
	set, err := day.ParseWeekdays(string(text))
	if err != nil {
		return errors.New(sentence(err))
	}
	*s = daysFlag(set)
	return nil
}

// clockFlag is a time of day on the command line.
type clockFlag day.Clock

// UnmarshalText reads a time strictly.
func (t *clockFlag) UnmarshalText(text []byte) error {
	at, err := day.ParseClock(string(text))
	if err != nil {
		return errors.New(sentence(err))
	}
	*t = clockFlag(at)
	return nil
}
