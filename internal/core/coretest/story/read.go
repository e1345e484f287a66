// Package story reads the engine's examples: stories told so that a parent can
// check them, with what the calendar says, what the plan promises, what
// happened, and the answer. Their language is small and strict; the tables of
// phrases here are the whole of it. It is for tests only, in a room of its own so
// that the ledger and the window are held to the same stories.
package story

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"golang.org/x/tools/txtar"

	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
)

// A Story is a record with the answer that it should have.
type Story struct {
	Archive  *txtar.Archive
	Record   record.Record
	AsOf     day.Day
	Ledger   []line   // as the story has it
	Promises []wanted // and these
	Sums     []wanted

	Computed *ledger.Ledger

	folder fs.FS // in which it lies, with the calendars that several stories share
}

// A section is a part of a story: `-- calendar --`, or with a name of its own
// `-- calendar summer --`.
type section struct {
	name  string
	head  line
	Text  string
	lines []line // of text, that say something
}

// sections are the parts of a story in their order.
var sections = []struct {
	title    string
	required bool
	named    bool // may stand several times, under names
	read     func(*Story, section) error
}{
	{"calendar", true, true, (*Story).readCalendar},
	{"plan", true, true, (*Story).readPlan},
	{"sessions", false, false, (*Story).readSessions},
	{"decisions", false, false, (*Story).readDecisions},
	{"summer", false, false, (*Story).readSummer},
	{"as of", true, false, (*Story).readAsOf},
	{"ledger", true, false, (*Story).readLedger},
	{"promises", false, false, (*Story).readPromises},
	{"sums", true, false, (*Story).readSums},
}

// Read reads a story of a folder and computes its ledger. Every error begins
// with the file and the line.
func Read(folder fs.FS, file string) (*Story, error) {
	data, err := fs.ReadFile(folder, file)
	if err != nil {
		return nil, err
	}
	s := &Story{Archive: txtar.Parse(data), folder: folder}
	if strings.TrimSpace(string(s.Archive.Comment)) == "" {
		return nil, line{file: file, number: 1}.fail("the story itself is missing: two or three sentences on top")
	}
	parts := split(file, s.Archive)
	last := line{file: file, number: 1}
	for _, kind := range sections {
		found := 0
		for len(parts) > 0 && parts[0].is(kind.title, kind.named) {
			last = parts[0].head
			if err := kind.read(s, parts[0]); err != nil {
				return nil, err
			}
			parts = parts[1:]
			if found++; !kind.named {
				break
			}
		}
		if found == 0 && kind.required {
			return nil, last.fail("no `-- %s --` here or below; a story needs one, in its place", kind.title)
		}
	}
	if len(parts) > 0 {
		return nil, parts[0].head.fail("the section %s is not known, or not in its place", parts[0].head.Text)
	}
	return s, s.compute(file)
}

func (s *Story) compute(file string) error {
	if err := record.Check(&s.Record); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	computed, err := ledger.Compute(&s.Record, s.AsOf)
	s.Computed = computed
	return err
}

// split finds the lines of every section.
func split(file string, archive *txtar.Archive) []section {
	parts := make([]section, 0, len(archive.Files))
	number := 1 + strings.Count(string(archive.Comment), "\n")
	for _, f := range archive.Files {
		head := line{file, number, "-- " + f.Name + " --"}
		parts = append(parts, section{f.Name, head, string(f.Data), linesOf(file, number+1, string(f.Data))})
		number += 1 + strings.Count(string(f.Data), "\n")
	}
	return parts
}

func (p section) is(title string, named bool) bool {
	return p.name == title || named && strings.HasPrefix(p.name, title+" ")
}

// own is the name of a section behind its title, or a name for the only one.
func (p section) own(title, only string) string {
	if p.name == title {
		return only
	}
	return strings.TrimPrefix(p.name, title+" ")
}

// A line is a line of a file.
type line struct {
	file   string
	number int
	Text   string
}

func (l line) Place() string { return fmt.Sprintf("%s:%d:", l.file, l.number) }

// part is a part of the line, in its place.
func (l line) part(text string) line { return line{l.file, l.number, text} }

func (l line) fail(format string, args ...any) error {
	return &placed{l, fmt.Errorf(format, args...)}
}

// at places an error at the line, if it has no place yet.
func (l line) at(err error) error {
	if p := (*placed)(nil); err == nil || errors.As(err, &p) {
		return err
	}
	return &placed{l, err}
}

// placed is an error with its file and line.
type placed struct {
	Line line
	err  error
}

func (p *placed) Error() string { return p.Line.Place() + " " + p.err.Error() }

// linesOf are the lines of a text that say something. A line that begins with
// a space goes on from the one before.
func linesOf(file string, number int, text string) []line {
	var lines []line
	for part := range strings.Lines(text) {
		words := strings.Join(strings.Fields(part), " ")
		switch {
		case words == "":
		case part[0] == ' ' && len(lines) > 0:
			lines[len(lines)-1].Text += " " + words
		default:
			lines = append(lines, line{file, number, words})
		}
		number++
	}
	return lines
}

func (p section) only() (line, error) {
	if len(p.lines) != 1 {
		return line{}, p.head.fail("want one line, not %d", len(p.lines))
	}
	return p.lines[0], nil
}

func (s *Story) readAsOf(p section) error {
	l, err := p.only()
	if err != nil {
		return err
	}
	s.AsOf, err = day.Parse(l.Text)
	return l.at(err)
}

// each reads line by line and goes no further than the first error.
func each(lines []line, read func(line) error) error {
	for _, l := range lines {
		if err := read(l); err != nil {
			return err
		}
	}
	return nil
}

// errNotKnown is what is wrong with a name that nothing above explains.
var errNotKnown = errors.New("is not known")
