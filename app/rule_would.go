package app

import (
	"midweek/internal/core/ledger"
)

// A RuleWould is what other answers would change. Nothing is written.
type RuleWould struct {
	Text    string   `json:"text"`    // 3 lines would be answered otherwise.
	Sums    []string `json:"sums"`    // Speech: 90 minutes left to make up instead of 60 minutes.
	Lines   []string `json:"lines"`   // the lines themselves
	Before  string   `json:"before"`  // that what was missed before a day keeps its answer, or empty
	Reopens string   `json:"reopens"` // what make-ups have settled and would be open again, or empty
}

// Would says what a form would change. One that cannot be read yet is refused at
// its field.
func (r *Rule) Would(query RuleQuery, form RuleForm) (*RuleWould, error) {
	return look(r.Desk, query.Child, func(s *sheet) (*RuleWould, error) {
		answers, err := typed(form).answers()
		if err != nil {
			return nil, err
		}
		would, err := s.IfAnswered(query.Plan, answers)
		if err != nil {
			return nil, err
		}
		v := s.would(would)
		if form.Dated {
			v.Before = words.Put("would.before", "day", words.Day(answers.From))
		}
		return v, nil
	})
}

func (s *sheet) would(l *ledger.Ledger) *RuleWould {
	v := &RuleWould{Sums: []string{}, Lines: []string{}}
	reopened := 0
	for _, was := range s.Ledger.Series {
		is := l.Find(was.ID, was.ChildID)
		if is == nil {
			continue
		}
		title := withName(s.named(was.ChildID), s.titleOf(was))
		for _, shift := range ledger.Shifts(was, is) {
			v.Lines = append(v.Lines, shiftText(title, shift))
			reopened += shift.Reopened()
		}
		v.sum("would.open", title, openOwed, was, is)
		v.sum("would.ask", title, toAsk, was, is)
	}
	if v.Text = words.Put("would.nothing"); len(v.Lines) > 0 {
		v.Text = words.Put("would.lines", "lines", words.Several("line", len(v.Lines)))
	}
	if reopened > 0 {
		v.Reopens = words.Put("would.reopens", "minutes", words.Several("minute", reopened))
	}
	return v
}

func (v *RuleWould) sum(code, title string, number func(*ledger.Series) int, was, is *ledger.Series) {
	if before, after := number(was), number(is); before != after {
		v.Sums = append(v.Sums, words.Put(code, "title", title, "would", words.Several("minute", after), "is", words.Several("minute", before)))
	}
}

func shiftText(title string, shift ledger.Shift) string {
	line := shift.Was
	if line == nil {
		line = shift.Is
	}
	pairs := []string{"day", words.Day(line.Date), "title", title, "minutes", words.Several("minute", line.Minutes)}
	code := "would.line"
	if shift.Was != nil {
		pairs = append(pairs, "was", words.Answer(shift.Was.Verdict.Answer))
	} else {
		code = "would.line_new"
	}
	if shift.Is != nil {
		pairs = append(pairs, "is", words.Answer(shift.Is.Verdict.Answer))
	} else {
		code = "would.line_gone"
	}
	return words.Put(code, pairs...)
}
