package app

import (
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/say"
)

// An AskGroup is the missed sessions of one reason that wait for the team.
type AskGroup struct {
	Reason string    `json:"reason"`
	Text   string    `json:"text"`  // Child was out
	Count  string    `json:"count"` // 2 sessions, 60 minutes
	Lines  []AskLine `json:"lines"`
}

// An AskLine is one of them.
type AskLine struct {
	Key   string `json:"key"`   // of the session, in the log too where there is an entry
	Entry string `json:"entry"` // key of its entry, or empty
	On    Day    `json:"on"`
	Text  string `json:"text"` // Speech, 30 minutes
}

// A DecisionRow is an answer of the team.
type DecisionRow struct {
	ID   string `json:"id"`
	On   Day    `json:"on"`   // of the session
	Text string `json:"text"` // Speech: to make up
	Said string `json:"said"` // decided by the team on Thu Oct 10, 2024
	Note string `json:"note"`
}

// asks are what waits for the team's answer in a plan, by reason; and what is
// to be asked about without a session behind it.
func (s *sheet) asks(p *iep.Plan) ([]AskGroup, string) {
	groups := []AskGroup{}
	minutes := map[iep.Reason]int{}
	for _, l := range s.unanswered(p.ID) {
		i := slices.IndexFunc(groups, func(g AskGroup) bool { return g.Reason == string(l.Reason) })
		if i < 0 {
			i, groups = len(groups), append(groups, AskGroup{Reason: string(l.Reason), Text: say.Capital(words.Reason(l.Reason))})
		}
		groups[i].Lines = append(groups[i].Lines, s.askLine(l))
		minutes[l.Reason] += l.Minutes
	}
	for i := range groups {
		groups[i].Count = words.Put("rule.asks", "sessions", words.Several("session", len(groups[i].Lines)),
			"minutes", words.Several("minute", minutes[iep.Reason(groups[i].Reason)]))
	}
	return groups, s.askedWhole(p)
}

// unanswered are the sessions that wait for the team's answer in a plan.
func (s *sheet) unanswered(planID string) []*ledger.Line {
	var list []*ledger.Line
	for _, series := range s.Ledger.Series {
		for _, l := range series.Waiting(planID) {
			list = append(list, &l)
		}
	}
	return list
}

func (s *sheet) askLine(l *ledger.Line) AskLine {
	v := AskLine{Key: binder.Key(l.Slot), On: aboutDay(l.Date, rowOf(l.Slot)),
		Text: words.Put("rule.asked", "title", s.title(l.Version), "minutes", words.Several("minute", l.Minutes))}
	if row := l.Slot.Session; row != nil {
		v.Entry = v.Key
		if row.Note != "" {
			v.Text = words.Put("rule.asked_note", "title", s.title(l.Version), "minutes", words.Several("minute", l.Minutes), "note", say.Plain(row.Note))
		}
	}
	return v
}

// askedWhole tells of minutes to ask about that no session is behind.
func (s *sheet) askedWhole(p *iep.Plan) string {
	n := 0
	for _, series := range s.Of(p.ChildID) {
		n += series.WaitingWhole(p.ID)
	}
	if n == 0 {
		return ""
	}
	return words.Put("rule.whole", "minutes", words.Several("minute", n))
}

// decisions are the team's answers for a plan, the latest session first.
func (s *sheet) decisions(p *iep.Plan) []DecisionRow {
	list := []DecisionRow{}
	for i := range s.Record.Decisions {
		d := &s.Record.Decisions[i]
		j := slices.IndexFunc(p.Services, func(service iep.Service) bool {
			return d.ServiceID == service.ID || d.ServiceID == service.Series() && service.Span().Holds(d.Date)
		})
		if j < 0 {
			continue
		}
		list = append(list, DecisionRow{
			ID: d.ID, On: dayOf(d.Date), Said: saidBy(d), Note: d.Note,
			Text: words.Put("rule.decided", "title", s.titleIn(p.ChildID, &p.Services[j]), "answer", words.Answer(policy.Answer(d.Owed))),
		})
	}
	slices.SortStableFunc(list, func(a, b DecisionRow) int { return compareText(b.On.ISO, a.On.ISO) })
	return list
}
