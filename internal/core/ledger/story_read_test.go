package ledger_test

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/tools/txtar"

	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
)

// A story is a record with the answer that it should have.
type story struct {
	archive  *txtar.Archive
	record   record.Record
	asOf     day.Day
	ledger   []line
	promises []wanted
	sums     []wanted

	computed *ledger.Ledger
}

// A section is a part of a story: `-- calendar --`, or with a name of its own
// `-- calendar summer --`.
type section struct {
	name  string
	head  line
	text  string
	lines []line // of text, that say something
}

// sections are the parts of a story in their order.
var sections = []struct {
	title    string
	required bool
	named    bool // may stand several times, under names
	read     func(*story, section) error
}{
	{"calendar", true, true, (*story).readCalendar},
	{"plan", true, true, (*story).readPlan},
	{"sessions", false, false, (*story).readSessions},
	{"decisions", false, false, (*story).readDecisions},
	{"summer", false, false, (*story).readSummer},
	{"as of", true, false, (*story).readAsOf},
	{"ledger", true, false, (*story).readLedger},
	{"promises", false, false, (*story).readPromises},
	{"sums", true, false, (*story).readSums},
}

// readStory reads a file and computes its ledger. Every error begins with the
// file and the line.
func readStory(file string, data []byte) (*story, error) {
	s := &story{archive: txtar.Parse(data)}
	if strings.TrimSpace(string(s.archive.Comment)) == "" {
		return nil, line{file: file, number: 1}.fail("the story itself is missing: two or three sentences on top")
	}
	parts := split(file, s.archive)
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
		return nil, parts[0].head.fail("the section %s is not known, or not in its place", parts[0].head.text)
	}
	return s, s.compute(file)
}

func (s *story) compute(file string) error {
	if err := record.Check(&s.record); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	computed, err := ledger.Compute(&s.record, s.asOf)
	s.computed = computed
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
	text   string
}

func (l line) place() string { return fmt.Sprintf("%s:%d:", l.file, l.number) }

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
	line line
	err  error
}

func (p *placed) Error() string { return p.line.place() + " " + p.err.Error() }

// linesOf are the lines of a text that say something. A line that begins with
// a space goes on from the one before.
func linesOf(file string, number int, text string) []line {
	var lines []line
	for part := range strings.Lines(text) {
		words := strings.Join(strings.Fields(part), " ")
		switch {
		case words == "":
		case part[0] == ' ' && len(lines) > 0:
			lines[len(lines)-1].text += " " + words
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

func (s *story) readAsOf(p section) error {
	l, err := p.only()
	if err != nil {
		return err
	}
	s.asOf, err = day.Parse(l.text)
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
