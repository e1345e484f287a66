package app

import (
	"cmp"

	"midweek/internal/core/day"
	"midweek/internal/core/deadline"
	"midweek/internal/core/iep"
	"midweek/internal/core/say"
)

// A CountView is what a rule counts from a request or a meeting, or that no
// number of days is known.
type CountView struct {
	What   string `json:"what"`   // Evaluation done
	On     string `json:"on"`     // Mon Nov 2, 2026; empty where there is no day
	In     string `json:"in"`     // in 5 days, or past
	How    string `json:"how"`    // 60 calendar days from Thu Sep 3, 2026
	Source string `json:"source"` // 34 CFR 300.301(c)(1); the text itself was seen. Confirm with your state.
	Open   string `json:"open"`   // what the rule leaves open
}

// countsBySubject are the counts of a child's requests and meetings, by their
// ids.
func (s *sheet) countsBySubject(childID string) map[string][]CountView {
	counts := map[string][]CountView{}
	for _, d := range deadline.For(s.events(childID), deadline.SchoolOf(s.Record), s.Today) {
		counts[d.Event.Subject] = append(counts[d.Event.Subject], s.countView(&d))
	}
	return counts
}

// events are a child's requests and meetings as the rules count from them.
func (s *sheet) events(childID string) []deadline.Event {
	var list []deadline.Event
	for _, e := range deadline.Events(s.Record, s.Ledger) {
		if e.ChildID == childID && e.Kind != deadline.SessionMissed {
			list = append(list, e)
		}
	}
	return list
}

func (s *sheet) countView(d *deadline.Deadline) CountView {
	v := CountView{
		What: say.Capital(words.What(d.Rule.What)), On: rawText(d), Open: d.Rule.Open,
		Source: words.Put("count.source", "cite", d.Rule.Cite, "evidence", words.Evidence(d.Rule.Evidence)),
	}
	v.How = words.Put("count.no_day", "count", words.Count(d.Rule.Amount, d.Rule.Unit))
	if d.Event.On != day.None {
		v.How = words.Put("count.from", "count", words.Count(d.Rule.Amount, d.Rule.Unit), "day", words.Day(d.Event.On))
	}
	if q := s.Request(d.Event.Subject); q != nil && q.Approximate && d.Event.On != day.None {
		v.How += ", " + words.Put("count.about")
	}
	if open := d.Due.Earliest; d.Raw.Earliest == d.Raw.Latest && open != day.None && open != d.Raw.Earliest {
		v.How += ". " + words.Put("count.open_day", "open", words.Day(open))
	}
	switch {
	case d.Passed:
		v.In = words.Put("count.past")
	case d.Raw.Earliest != day.None:
		v.In = words.Ahead(int(d.Raw.Earliest - s.Today))
	}
	return v
}

// rawText is the last counted day, or the range it lies in.
func rawText(d *deadline.Deadline) string {
	first, last := d.Raw.Earliest, d.Raw.Latest
	switch {
	case first == day.None:
		return ""
	case last == day.None:
		return words.Put("count.or_later", "day", words.Day(first))
	case last != first:
		return words.Put("count.between", "first", words.Day(first), "last", words.Day(last))
	}
	return words.Day(first)
}

// unnumbered says of a request that has no answer yet that no number of days is
// known for it, so that nobody waits for a date that does not exist.
func unnumbered(q *iep.Request) []CountView {
	says, none := deadline.NoNumber(q.Kind)
	if !none {
		return nil
	}
	how := cmp.Or(says, words.Put("count.none_known"))
	return []CountView{{What: words.Put("count.none"), How: how, Source: words.Put("count.asked")}}
}
