package app

import (
	"cmp"
	"fmt"
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/removal"
)

// A RemovalYear is what one school year's days of removal come to, each number
// with its days.
type RemovalYear struct {
	Key   string        `json:"key"`
	Child string        `json:"child"`
	Text  string        `json:"text"` // School year 2024-25
	Sum   string        `json:"sum"`  // 4 school days so far
	Row   string        `json:"row"`  // Most in a row: …; empty for a single day
	Days  []RemovalDay  `json:"days"` // counted
	Apart []RemovalSort `json:"apart"`
	Rules []RemovalRule `json:"rules"` // that speak at this count
	More  string        `json:"more"`  // day 11, or that it may be more; may be empty
}

// A RemovalDay is one counted school day.
type RemovalDay struct {
	Number int    `json:"number"`
	On     Day    `json:"on"`
	Why    string `json:"why"`
	Ahead  bool   `json:"ahead"` // not yet
}

// A RemovalSort are days set apart, with the question that decides them.
type RemovalSort struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Question string `json:"question"`
	Days     []Day  `json:"days"`
}

// A RemovalRule is what a text says of such a count.
type RemovalRule struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Source string `json:"source"`
}

// A RemovalRow is a run of days as it was written down.
type RemovalRow struct {
	Form     RemovalForm `json:"form"`
	Child    string      `json:"child"`
	Days     string      `json:"days"` // Mon Feb 17, 2025 to Fri Feb 21, 2025
	Kind     string      `json:"kind"`
	Comes    string      `json:"comes"`    // Counted: 4 school days.
	Sessions []Choice    `json:"sessions"` // that stood in these days and are not filled in
	Whole    bool        `json:"whole"`    // the child was away all day, so that none of them can have taken place
	Reasons  []Choice    `json:"reasons"`  // that may fit them, the likeliest first
}

func (s *sheet) sentAway(v *NotesView, child *iep.Child) {
	years := s.Removals(child.ID)
	held := map[string][]removal.Day{}
	for i := range years {
		y := &years[i]
		v.Years = append(v.Years, s.removalYear(child, y))
		for _, d := range y.Days {
			held[d.Removal.ID] = append(held[d.Removal.ID], d)
		}
		for _, d := range y.Apart {
			held[d.Removal.ID] = append(held[d.Removal.ID], d)
		}
	}
	list := s.RemovalsOf(child.ID)
	slices.SortStableFunc(list, func(a, b *iep.Removal) int { return cmp.Compare(b.First, a.First) })
	for _, r := range list {
		v.Removals = append(v.Removals, s.removalRow(r, held[r.ID]))
	}
}

func (s *sheet) removalYear(child *iep.Child, y *removal.Year) RemovalYear {
	text := schoolYearText(y.Begins)
	v := RemovalYear{
		Key: child.ID + "/" + text, Child: s.named(child.ID), Text: words.Put("removal.year", "year", text), Sum: s.removalSum(y),
		Days: []RemovalDay{}, Apart: apart(y), Rules: []RemovalRule{},
	}
	for _, d := range y.Days {
		v.Days = append(v.Days, RemovalDay{d.Number, dayOf(d.On), words.Put("removal.why." + string(d.Why)), d.On > s.Today})
	}
	if y.InRow > 1 {
		v.Row = words.Put("removal.row", "days", words.Several("school_day", y.InRow), "span", words.Span(y.Row))
	}
	eleventh := y.Eleventh()
	for _, r := range y.Reached(removal.PlanOn(s.Record.Plans, child.ID, eleventh)) {
		v.Rules = append(v.Rules, removalRule(&r))
	}
	switch {
	case eleventh != day.None:
		v.More = words.Put("removal.eleventh", "day", words.Day(eleventh))
	case y.Perhaps():
		v.More = words.Put("removal.perhaps")
	}
	return v
}

func (s *sheet) removalSum(y *removal.Year) string {
	sofar := y.SoFar(s.Today)
	if sofar == len(y.Days) {
		return words.Put("removal.sum", "days", words.Several("school_day", sofar))
	}
	return words.Put("removal.sum_ahead", "days", words.Several("school_day", sofar), "all", words.Number(len(y.Days)))
}

// apart are the days set apart, by their question.
func apart(y *removal.Year) []RemovalSort {
	list := []RemovalSort{}
	for _, why := range removal.Whys {
		sort := RemovalSort{ID: string(why), Days: []Day{}}
		for _, d := range y.Apart {
			if d.Why == why {
				sort.Days = append(sort.Days, dayOf(d.On))
			}
		}
		if len(sort.Days) > 0 {
			sort.Text, sort.Question = words.Put("removal.apart."+sort.ID), words.Put("removal.question."+sort.ID)
			list = append(list, sort)
		}
	}
	return list
}

func removalRule(r *removal.Rule) RemovalRule {
	code := "removal.source"
	if r.Evidence != policy.Primary {
		code = "removal.source_told"
	}
	return RemovalRule{r.ID, words.Put("removal.rule." + r.ID), words.Put(code, "cite", r.Cite, "source", r.Source, "seen", r.Seen)}
}

func (s *sheet) removalRow(r *iep.Removal, days []removal.Day) RemovalRow {
	v := RemovalRow{
		Form: removalForm(r), Child: s.named(r.ChildID), Days: words.Span(r.Span), Kind: removalKind(r), Comes: comes(days),
		Sessions: []Choice{}, Reasons: []Choice{}, Whole: removal.WhyOf(r).Counts(),
	}
	on := map[day.Day]bool{}
	first := map[day.Day]removal.Day{}
	for _, d := range days {
		on[d.On], first[d.On] = true, d
	}
	for i, a := range s.PlannedIn(r.ChildID, on) {
		v.Sessions = append(v.Sessions, Choice{binder.Key(a.Slot), s.stoodText(a)})
		if d := first[a.Slot.Date]; i == 0 {
			v.Reasons = choices(d.Reasons(), func(r iep.Reason) string { return words.Reason(r) })
		}
	}
	return v
}

func (s *sheet) stoodText(a binder.Ask) string {
	text := words.Put("removal.session", "day", words.Day(a.Slot.Date), "service", s.title(a.Slot.Version))
	if a.Slot.Schedule.StartTime.Known() {
		text += ", " + words.Clock(a.Slot.Schedule.StartTime)
	}
	return text
}

func removalKind(r *iep.Removal) string {
	kind := r.Kind
	if !words.Has("removal.kind." + string(kind)) {
		kind = iep.OtherRemoval
	}
	text := words.Put("removal.kind." + string(kind))
	if r.PartDay {
		text += ", " + words.Put("removal.part")
	}
	return text
}

// comes says what a removal's school days come to. A day that a worse one holds
// is that one's.
func comes(days []removal.Day) string {
	counted, aside := 0, 0
	for _, d := range days {
		if d.Why.Counts() {
			counted++
		} else {
			aside++
		}
	}
	text := ""
	if counted > 0 {
		text = words.Put("removal.counts", "days", words.Several("school_day", counted))
	}
	if aside > 0 {
		text = words.Put("removal.apart", "days", words.Several("school_day", aside))
	}
	if text == "" {
		text = words.Put("removal.counts_none")
	}
	return text
}

func schoolYearText(begins int) string { return fmt.Sprintf("%d-%02d", begins, (begins+1)%100) }
