package command

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/edge/exchange"
)

type verify struct {
	File  string  `arg:"" help:"A file of entries, as record export --acts writes it."`
	Check *string `placeholder:"CODE" help:"Find the entry of a check code that is printed in a letter."`
}

// Exit statuses of verify.
const (
	broken     = 1 // an entry was changed, or the end is missing
	noSuchCode = 2 // the file is sound and has no entry with this check code
	unreadable = 3 // no file of entries that this program can read
)

// Help teaches the command.
func (verify) Help() string { return verifyHelp }

// Run checks a file of entries, and finds a printed check code in it.
func (v verify) Run(c *call) error {
	h, err := v.history()
	if err != nil {
		return exit{statusOfFile(err), inFile{v.File, err}}
	}
	if v.Check == nil {
		printSound(c, h)
		return nil
	}
	a, found := h.FindCode(*v.Check)
	if !found {
		return exit{noSuchCode, inFile{v.File, refusal.New(refusal.NoSuchCheck, "text", *v.Check)}}
	}
	printSound(c, h)
	printChecked(c, h, a)
	return nil
}

// history reads the file and checks every act, and that they belong together.
func (v verify) history() (*history.History, error) {
	data, err := exchange.ReadActsFile(v.File)
	if err != nil {
		return nil, err
	}
	acts, err := exchange.ReadActs(data)
	if err != nil {
		return nil, err
	}
	record := ""
	if len(acts) > 0 {
		record = acts[0].Record
	}
	h := history.New(record)
	return h, h.Load(acts)
}

func statusOfFile(err error) int {
	var act *history.Broken
	if errors.As(err, &act) {
		return broken
	}
	if r := refusal.From(err); r != nil && (r.Code == refusal.ActsCut || r.Code == refusal.ActsEnd) {
		return broken
	}
	return unreadable
}

func printSound(c *call, h *history.History) {
	fmt.Fprintf(c, "This file is sound: %s. Each is as it was sealed, and none is missing between them.\n", words.Several("entry", h.Len()))
	writers, removed := writersOf(h)
	if len(writers) > 0 {
		fmt.Fprintln(c)
	}
	for _, w := range writers {
		fmt.Fprintf(c, "  %s: %s, %s\n", w.author, words.Several("entry", w.acts), words.Span(w.written))
	}
	if removed > 0 {
		fmt.Fprintf(c, "  The text of %s was removed by the family; who wrote it and when is still here.\n", words.Several("entry", removed))
	}
	for _, f := range h.Forks() {
		fmt.Fprintf(c, "\nLook at entry %d of %s: it stands here %d times, each sound. A folder that was copied\n"+
			"looks like this, and so would entries that were written anew.\n", f.N, say.Plain(f.Acts[0].Author), len(f.Acts))
	}
	fmt.Fprint(c, "\nThis shows that the entries belong together. It does not show that what they say is\ntrue or complete, or when they were written: the days are those of the family's computers.\n")
}

// printChecked says what a printed check code adds.
func printChecked(c *call, h *history.History, a *history.Act) {
	vouched := before(h, a)
	fmt.Fprintf(c, "\nThe check code is that of entry %d of %s, %s.\n", a.N, say.Plain(a.Author), words.Day(writtenOn(a)))
	fmt.Fprintf(c, "It stands for this entry and %s that the record had by then. Since the day on which\n"+
		"someone else received the code, none of these can have been changed, removed or slipped in.\n", words.Several("other", vouched))
	if rest := h.Len() - vouched - 1; rest > 0 {
		fmt.Fprintf(c, "It does not speak for the %s beside them.\n", words.Several("entry", rest))
	}
}

// before is how many acts an act vouches for, through the one before it, those
// it replaces and those it has seen.
func before(h *history.History, a *history.Act) int {
	known := map[history.Hash]bool{a.Hash(): true}
	waiting := []*history.Act{a}
	for len(waiting) > 0 {
		a, waiting = waiting[len(waiting)-1], waiting[:len(waiting)-1]
		for _, hash := range slices.Concat([]history.Hash{a.Prev}, a.Priors, a.Seen) {
			if earlier, found := h.Act(hash); found && !known[hash] {
				known[hash] = true
				waiting = append(waiting, earlier)
			}
		}
	}
	return len(known) - 1
}

// A writer is an author with what they wrote, and from when to when.
type writer struct {
	author  string
	acts    int
	written day.Span
}

// writersOf are the authors by name, and how many acts lost their text.
func writersOf(h *history.History) (writers []writer, removed int) {
	byName := map[string]*writer{}
	for _, a := range h.Acts() {
		on := writtenOn(a)
		w := byName[a.Author]
		if w == nil {
			w = &writer{author: say.Plain(a.Author), written: day.Span{First: on, Last: on}}
			byName[a.Author] = w
		}
		w.acts++
		w.written = day.Span{First: min(w.written.First, on), Last: max(w.written.Last, on)}
		if a.Redacted() {
			removed++
		}
	}
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		writers = append(writers, *byName[name])
	}
	return writers, removed
}

// writtenOn is the day on which an act says that it was written.
func writtenOn(a *history.Act) day.Day {
	date, _, _ := strings.Cut(a.At, "T")
	on, err := day.Parse(date)
	if err != nil {
		return day.None
	}
	return on
}
