package story

import (
	"fmt"
	"slices"
	"strings"
)

// Problems are all the places where the story and the program differ.
func (s *Story) Problems() []error {
	return slices.Concat(s.wrongLines(), s.wrongSums(), s.wrongPromises())
}

// wrongLines compares the ledger with the story's, line by line.
func (s *Story) wrongLines() (problems []error) {
	answer := s.Answer()
	for i, want := range s.Ledger {
		got := ""
		if i < len(answer) {
			got = answer[i]
		}
		if got != want.Text {
			problems = append(problems, want.fail("the story says\n\t%s\nthe program says\n\t%s", want.Text, got))
		}
	}
	if len(answer) > len(s.Ledger) {
		last := s.Ledger[len(s.Ledger)-1]
		problems = append(problems, last.fail("below it the program goes on\n\t%s", strings.Join(answer[len(s.Ledger):], "\n\t")))
	}
	return problems
}

func (s *Story) wrongSums() (problems []error) {
	for _, series := range s.Computed.Series {
		heading := s.Heading(series)
		if !slices.ContainsFunc(s.Sums, func(w wanted) bool { return w.Of == heading }) {
			problems = append(problems, s.Sums[0].Line.fail("no sums for %s", heading))
		}
	}
	for _, want := range s.Sums {
		got, err := s.sum(want)
		if err == nil && got != want.Amount {
			err = fmt.Errorf("%s: the story says %s %d, the program says %d", want.Of, want.Name, want.Amount, got)
		}
		if err != nil {
			problems = append(problems, want.Line.at(err))
		}
	}
	return problems
}

func (s *Story) sum(want wanted) (int, error) {
	for _, series := range s.Computed.Series {
		if s.Heading(series) == want.Of {
			return sumNamed(want.Name)(series), nil
		}
	}
	return 0, fmt.Errorf("%s %w", want.Of, errNotKnown)
}

func (s *Story) wrongPromises() (problems []error) {
	for _, want := range s.Promises {
		if got := s.promise(want); got != want.Amount {
			problems = append(problems, want.Line.fail("the program says %d (%d is no row)", got, noRow))
		}
	}
	return problems
}

func (s *Story) promise(want wanted) int {
	for _, series := range s.Computed.Series {
		for i := range series.Periods {
			if p := &series.Periods[i]; p.Version.Service.ID == want.Of && p.Span == want.days {
				return p.Required
			}
		}
	}
	return noRow
}
