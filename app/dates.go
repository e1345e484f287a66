package app

import (
	"cmp"
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/deadline"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/say"
)

// How far ahead Today looks, in days, and how many dates it shows.
const (
	closuresAhead  = 30
	deadlinesAhead = 120
	mostDates      = 6
)

type dated struct {
	on day.Day
	NextDate
}

// next are the dates ahead: closures, the ends of plans and school years,
// counts that run out.
func (s *sheet) next() []NextDate {
	all := append(s.closures(), s.ends()...)
	all = append(all, s.deadlines()...)
	all = append(all, s.meetings()...)
	slices.SortStableFunc(all, func(a, b dated) int { return cmp.Compare(a.on, b.on) })
	dates := []NextDate{}
	for _, d := range all[:min(len(all), mostDates)] {
		dates = append(dates, d.NextDate)
	}
	return dates
}

func (s *sheet) on(d day.Day, text string) dated {
	return dated{d, NextDate{On: dayOf(d), Text: text, In: words.Ahead(int(d - s.Today))}}
}

func (s *sheet) closures() []dated {
	var list []dated
	for _, c := range s.ClosedAhead(s.child, closuresAhead) {
		if c.Closure.First < s.Today {
			continue
		}
		text := words.Closure(c.Closure)
		if c.Closure.Last > c.Closure.First {
			text += ", " + words.Put("today.until", "day", words.ShortDay(c.Closure.Last))
		}
		if c.Sessions > 0 {
			text += ". " + words.Put("today.closed_sessions", "sessions", words.Several("session", c.Sessions))
		}
		list = append(list, s.on(c.Closure.First, text))
	}
	return list
}

func (s *sheet) ends() []dated {
	var list []dated
	soon := day.Span{First: s.Today, Last: s.Today + deadlinesAhead}
	for i := range s.Record.Plans {
		p := &s.Record.Plans[i]
		if (s.child == "" || p.ChildID == s.child) && soon.Holds(p.End) {
			list = append(list, s.on(p.End, withName(s.named(p.ChildID), words.Put("today.plan_ends", "kind", string(p.Kind)))))
		}
	}
	for i := range s.Record.Calendars {
		y := &s.Record.Calendars[i]
		if ours := s.child == "" || slices.Contains(s.CalendarsOf(s.child), y.ID); ours && soon.Holds(y.Last) {
			list = append(list, s.on(y.Last, words.Put("today.last_day")))
		}
	}
	return list
}

func withName(name, text string) string {
	if name == "" {
		return text
	}
	return name + ": " + text
}

// deadlines are the counts that run out next, one of each rule and child.
func (s *sheet) deadlines() []dated {
	type clock struct{ rule, child string }
	seen := map[clock]bool{}
	var list []dated
	for _, d := range deadline.For(deadline.Events(s.Record, s.Ledger), deadline.SchoolOf(s.Record), s.Today) {
		key := clock{d.Rule.ID, d.Event.ChildID}
		on := d.Raw.Earliest
		if d.Passed || seen[key] || on < s.Today || on > s.Today+deadlinesAhead || s.child != "" && d.Event.ChildID != s.child {
			continue
		}
		seen[key] = true
		date := s.on(on, withName(s.named(d.Event.ChildID), say.Capital(words.What(d.Rule.What))))
		date.Source = words.Put("today.deadline", "count", words.Count(d.Rule.Amount, d.Rule.Unit), "from", words.Day(d.Event.On), "cite", d.Rule.Cite)
		list = append(list, date)
	}
	return list
}

// meetings are those ahead.
func (s *sheet) meetings() []dated {
	var list []dated
	soon := day.Span{First: s.Today, Last: s.Today + deadlinesAhead}
	for i := range s.Record.Meetings {
		m := &s.Record.Meetings[i]
		if (s.child == "" || m.ChildID == s.child) && soon.Holds(m.Date) {
			list = append(list, s.on(m.Date, withName(s.named(m.ChildID), words.Put("meeting."+m.Kind))))
		}
	}
	return list
}

// toConfirm are the requests without an answer that stand on a spoken word only.
func (s *sheet) toConfirm() []string {
	list := []string{}
	for i := range s.Record.Requests {
		q := &s.Record.Requests[i]
		if (s.child == "" || q.ChildID == s.child) && q.Answer == "" && s.Unconfirmed(q) {
			list = append(list, words.Put("request.confirm",
				"what", withName(s.named(q.ChildID), words.Put("asking."+q.Kind)), "when", requestWhen(q)))
		}
	}
	return list
}

// meaning says what "to make up" means here, and whose answers it rests on.
func (s *sheet) meaning() string {
	var names []string
	for _, series := range s.Of(s.child) {
		name := "“" + policyName(series.VersionOn(s.Today).PolicyOn(s.Today)) + "”"
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	code := "window.meaning"
	if !slices.ContainsFunc(s.Of(s.child), func(o *ledger.Series) bool { return o.VersionOn(s.Today).Plan.Kind != iep.Private }) {
		code = "window.meaning_private"
	}
	return words.Put(code, "policies", words.And(names))
}

func policyName(p *policy.Policy) string {
	if pack := policy.Find(p.Pack); pack != nil {
		return pack.Name
	}
	return words.Put("policy.starting")
}
