package app

import (
	"slices"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/say"
	"midweek/internal/core/schedule"
)

// A DayWhy says why each service has a session on a day, or none.
type DayWhy struct {
	Cycles []string  `json:"cycles"` // Day 4 of the 6-day cycle
	Lines  []WhyLine `json:"lines"`
}

// A WhyLine is one service on a day, in a sentence.
type WhyLine struct {
	Child  string   `json:"child"`
	Title  string   `json:"title"`
	None   bool     `json:"none"`   // no session is planned
	Text   string   `json:"text"`   // Planned by: Tuesdays and Thursdays at 9:00 am for 30 minutes. School is closed: Thanksgiving (from the school's calendar file).
	Claims []string `json:"claims"` // of the school, that speak of the day
}

// Why explains a day, which the page names as YYYY-MM-DD.
func (c *Calendar) Why(q CalendarQuery, iso string) (*DayWhy, error) {
	on, err := neededDay("day", iso)
	if err != nil {
		return nil, err
	}
	return look(c.Desk, q.Child, func(s *sheet) (*DayWhy, error) {
		v := &DayWhy{Cycles: s.cycleDays(on), Lines: []WhyLine{}}
		for _, version := range s.inService(on) {
			e, err := schedule.Explain(version.Plan, version.Service, version.School, on)
			if err != nil {
				return nil, err
			}
			if len(e.Schedules) > 0 {
				v.Lines = append(v.Lines, s.whyLine(version, e))
			}
		}
		return v, nil
	})
}

// inService are the versions of the child's services that run on a day.
func (s *sheet) inService(on day.Day) []*ledger.Version {
	var list []*ledger.Version
	for _, series := range s.Of(s.child) {
		for _, v := range series.Versions {
			if v.Service.Span().Holds(on) {
				list = append(list, v)
			}
		}
	}
	return list
}

func (s *sheet) whyLine(v *ledger.Version, e *schedule.Explanation) WhyLine {
	line := WhyLine{Child: s.named(v.Plan.ChildID), Title: words.Title(v.Service), None: e.Outcome == schedule.NoSlot, Text: whyText(e), Claims: []string{}}
	for _, c := range e.Claims {
		line.Claims = append(line.Claims, words.Claim(c)+".")
	}
	return line
}

// whyText are the schedules that plan a session, each with what else is to be
// said of it, or else what keeps all of them from it.
func whyText(e *schedule.Explanation) string {
	var said []string
	for _, turn := range e.Schedules {
		switch {
		case turn.Slot != nil:
			said = append(said, words.Put("why.planned", "schedule", words.Schedule(turn.Schedule)))
			if e.Outcome == schedule.Planned && len(turn.Because) > 1 {
				said = append(said, sentence(turn.Because[1:]))
			}
		case e.Outcome == schedule.NoSlot:
			said = append(said, words.Put("why.not_planned", "why", clause(turn.Because)))
		}
	}
	if e.Outcome == schedule.Lost || e.Outcome == schedule.NoSlot && !opened(e.School) {
		said = append(said, sentence(e.School))
	}
	return strings.Join(said, " ")
}

// opened says whether a day is a plain school day, of which nothing is to be
// said where no session is planned.
func opened(school []schedule.Phrase) bool {
	return len(school) > 0 && school[0].Code == "school.open"
}

func sentence(phrases []schedule.Phrase) string { return say.Capital(clause(phrases)) + "." }

// clause are phrases one after another; where an entry comes from stands in
// brackets behind it.
func clause(phrases []schedule.Phrase) string {
	var b strings.Builder
	for i, p := range phrases {
		text := words.Phrase(p)
		switch {
		case strings.HasPrefix(p.Code, "school.source_"):
			text = " (" + text + ")"
		case i > 0:
			text = "; " + text
		}
		b.WriteString(text)
	}
	return b.String()
}

// cycleDays are the numbers that a day carries in the cycles by which services
// are planned, each said once.
func (s *sheet) cycleDays(on day.Day) []string {
	list := []string{}
	for _, v := range s.inService(on) {
		for i := range v.Service.Schedules {
			c := v.Service.Schedules[i].Cycle
			if c == nil {
				continue
			}
			number, counted := schedule.CycleDay(c, v.School, on)
			if !counted {
				continue
			}
			text := words.Put("cycle.day", "day", words.Number(number), "length", words.Number(c.Length))
			if text = withName(say.Plain(s.named(v.Plan.ChildID)), text); !slices.Contains(list, text) {
				list = append(list, text)
			}
		}
	}
	return list
}

// cycleToday says which day of a cycle it is, before the lead of Today.
func (s *sheet) cycleToday() string {
	days := s.cycleDays(s.Today)
	if len(days) == 0 {
		return ""
	}
	return words.Put("cycle.today", "days", words.And(days)) + " "
}
