package story

import (
	"slices"
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
)

// A wanted is a number that a person worked out.
type wanted struct {
	Line   line
	Of     string   // the heading of a series, or a service
	Name   string   // of a sum
	days   day.Span // of a promise
	Amount int
}

// sumNames are the sums by their names. The first five stand in every story,
// for every series.
var sumNames = []struct {
	name string
	of   func(*ledger.Series) int
}{
	{"to make up", func(s *ledger.Series) int { return s.Summary.Owed }},
	{"made up", func(s *ledger.Series) int { return s.Summary.MadeUp }},
	{"open", func(s *ledger.Series) int { return s.Summary.OpenOwed }},
	{"ask the team", func(s *ledger.Series) int { return s.Summary.Undecided }},
	{"for the record", func(s *ledger.Series) int { return s.Summary.NotOwed }},
	{"not filled in", func(s *ledger.Series) int { return s.Summary.UnrecordedSessions }},
	{"expected sessions", func(s *ledger.Series) int { return s.Summary.ExpectedSessions }},
	{"expected minutes", func(s *ledger.Series) int { return s.Summary.ExpectedMinutes }},
	{"lost to closures", func(s *ledger.Series) int { return s.Summary.LostToScheduledClosures }},
	{"lost to weather", func(s *ledger.Series) int { return s.Summary.LostToEmergency }},
	{"on short days", func(s *ledger.Series) int { return s.Summary.ShortDaySlots }},
	{"required", func(s *ledger.Series) int { return s.Summary.Required }},
	{"given", func(s *ledger.Series) int { return s.Summary.Delivered }},
	{"make-up logged", func(s *ledger.Series) int { return s.Summary.MakeupLogged }},
	{"not applied", func(s *ledger.Series) int { return s.Summary.Unapplied }},
	{"banked", func(s *ledger.Series) int { return s.Summary.Banked }},
	{"carried to summer", func(s *ledger.Series) int { return s.Summary.Carried }},
	{"remainder", func(s *ledger.Series) int { return s.Summary.Remainder }},
	{"periods with a promise", periodsWithPromise},
}

// sumsOfAll is how many sums stand in every story.
const sumsOfAll = 5

func periodsWithPromise(s *ledger.Series) (n int) {
	for i := range s.Periods {
		if s.Periods[i].Required > 0 {
			n++
		}
	}
	return n
}

func (s *Story) readLedger(p section) error {
	for i, text := range strings.Split(strings.TrimSuffix(p.Text, "\n"), "\n") {
		s.Ledger = append(s.Ledger, line{p.head.file, p.head.number + 1 + i, text})
	}
	return nil
}

// readSums reads `speech: to make up 330, made up 0, …`.
func (s *Story) readSums(p section) error {
	if len(p.lines) == 0 {
		return p.head.fail("there are no sums")
	}
	return each(p.lines, func(l line) error {
		of, list, found := strings.Cut(l.Text, ": ")
		if !found {
			return l.fail("a sum begins with its service: `speech: to make up 30, …`")
		}
		for item := range strings.SplitSeq(list, ", ") {
			if err := s.readSum(l, of, item); err != nil {
				return err
			}
		}
		return s.complete(l, of)
	})
}

func (s *Story) readSum(l line, of, item string) error {
	at := strings.LastIndex(item, " ")
	name := item[:max(at, 0)]
	amount, err := strconv.ParseUint(item[at+1:], 10, 32)
	switch {
	case err != nil:
		return l.fail("%q is not a number", item[at+1:])
	case sumNamed(name) == nil:
		return l.fail("the sum %q %w", name, errNotKnown)
	case s.says(of, name):
		return l.fail("%q stands twice", name)
	}
	s.Sums = append(s.Sums, wanted{Line: l, Of: of, Name: name, Amount: int(amount)})
	return nil
}

func sumNamed(name string) func(*ledger.Series) int {
	for i := range sumNames {
		if sumNames[i].name == name {
			return sumNames[i].of
		}
	}
	return nil
}

// says tells whether the story has a sum of a series.
func (s *Story) says(of, name string) bool {
	return slices.ContainsFunc(s.Sums, func(w wanted) bool { return w.Of == of && w.Name == name })
}

// complete wants the five sums of every ledger.
func (s *Story) complete(l line, of string) error {
	for i := range sumNames[:sumsOfAll] {
		if name := sumNames[i].name; !s.says(of, name) {
			return l.fail("%s: %q is missing", of, name)
		}
	}
	return nil
}

// promisePhrases are promises of single periods, cut to the days in service.
var promisePhrases = []phrase[*promised]{
	on("NAME DAYS N", func(d *promised, p []place) error { return d.add(p, p[2].n) }),
	on("NAME DAYS no row", func(d *promised, p []place) error { return d.add(p, noRow) }),
}

// noRow is the promise of days that make no period at all.
const noRow = -1

type promised struct {
	story *Story
	at    line
}

func (d *promised) add(p []place, amount int) error {
	if _, _, err := d.story.service(p[0].Text); err != nil {
		return err
	}
	d.story.Promises = append(d.story.Promises, wanted{Line: d.at, Of: p[0].Text, days: p[1].days, Amount: amount})
	return nil
}

func (s *Story) readPromises(p section) error {
	return each(p.lines, func(l line) error { return says(l, &promised{s, l}, promisePhrases) })
}
