package ledger_test

import (
	"fmt"
	"slices"
	"strings"
)

// problems are all the places where the story and the program differ.
func (s *story) problems() []error {
	return slices.Concat(s.wrongLines(), s.wrongSums(), s.wrongPromises())
}

// wrongLines compares the ledger with the story's, line by line.
func (s *story) wrongLines() (problems []error) {
	answer := s.answer()
	for i, want := range s.ledger {
		got := ""
		if i < len(answer) {
			got = answer[i]
		}
		if got != want.text {
			problems = append(problems, want.fail("the story says\n\t%s\nthe program says\n\t%s", want.text, got))
		}
	}
	if len(answer) > len(s.ledger) {
		last := s.ledger[len(s.ledger)-1]
		problems = append(problems, last.fail("below it the program goes on\n\t%s", strings.Join(answer[len(s.ledger):], "\n\t")))
	}
	return problems
}

func (s *story) wrongSums() (problems []error) {
	for _, series := range s.computed.Series {
		heading := s.heading(series)
		if !slices.ContainsFunc(s.sums, func(w wanted) bool { return w.of == heading }) {
			problems = append(problems, s.sums[0].line.fail("no sums for %s", heading))
		}
	}
	for _, want := range s.sums {
		got, err := s.sum(want)
		if err == nil && got != want.amount {
			err = fmt.Errorf("%s: the story says %s %d, the program says %d", want.of, want.name, want.amount, got)
		}
		if err != nil {
			problems = append(problems, want.line.at(err))
		}
	}
	return problems
}

func (s *story) sum(want wanted) (int, error) {
	for _, series := range s.computed.Series {
		if s.heading(series) == want.of {
			return sumNamed(want.name)(series), nil
		}
	}
	return 0, fmt.Errorf("%s %w", want.of, errNotKnown)
}

func (s *story) wrongPromises() (problems []error) {
	for _, want := range s.promises {
		if got := s.promise(want); got != want.amount {
			problems = append(problems, want.line.fail("the program says %d (%d is no row)", got, noRow))
		}
	}
	return problems
}

func (s *story) promise(want wanted) int {
	for _, series := range s.computed.Series {
		for i := range series.Periods {
			if p := &series.Periods[i]; p.Version.Service.ID == want.of && p.Span == want.days {
				return p.Required
			}
		}
	}
	return noRow
}
