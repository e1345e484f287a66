package app

import (
	"strconv"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/say"
	"midweek/internal/core/summer"
)

// A SummerSplit is where the minutes of one service go that are to make up: four
// numbers that add up to the whole, each with its days.
type SummerSplit struct {
	ID     string       `json:"id"` // series and child
	Title  string       `json:"title"`
	Whole  string       `json:"whole"` // 150 min to make up
	Sum    string       `json:"sum"`   // 30 + 60 + 30 + 30 = 150
	Parts  []SummerPart `json:"parts"`
	Agreed string       `json:"agreed"` // what was agreed about it this year, or empty
}

// A SummerPart is one of the four.
type SummerPart struct {
	Code   string      `json:"code"` // made_up, later, summer, next_year
	Text   string      `json:"text"`
	Amount string      `json:"amount"`
	Days   []SummerDay `json:"days"`
}

// A SummerDay is a day with what is said of it, and where it stands.
type SummerDay struct {
	On   Day    `json:"on"`
	Text string `json:"text"`
	To   string `json:"to"` // address of the entry; empty for none
}

// ofYear are the series of a child that are not a summer program's own.
func (s *sheet) ofYear(childID string) []*ledger.Series {
	var list []*ledger.Series
	for _, series := range s.Of(childID) {
		if s.Record.Summer(series.VersionOn(s.Today).Plan.ID) == nil {
			list = append(list, series)
		}
	}
	return list
}

func (s *sheet) split(series *ledger.Series) SummerSplit {
	split := summer.SplitOf(series, s.Today)
	v := SummerSplit{
		ID: seriesID(series), Title: s.titleOf(series), Whole: words.Put("summers.whole", "minutes", words.Several("minute", split.ToMakeUp)),
		Sum: words.Put("summers.sum", "made", words.Number(split.MadeUp), "later", words.Number(split.Later),
			"summer", words.Number(split.Summer), "next", words.Number(split.NextYear), "all", words.Number(split.ToMakeUp)),
	}
	for _, part := range []struct {
		code    string
		minutes int
		days    []summer.Share
	}{
		{"made_up", split.MadeUp, split.MadeUpDays}, {"later", split.Later, split.LaterDays},
		{"summer", split.Summer, split.SummerDays}, {"next_year", split.NextYear, split.NextYearDays},
	} {
		v.Parts = append(v.Parts, SummerPart{
			Code: part.code, Text: words.Put("summers.part." + part.code), Amount: words.Put("summers.amount", "n", words.Number(part.minutes)),
			Days: s.shares(part.code, part.days),
		})
	}
	if agreed := s.agreedOf(series.ChildID, series.ID); agreed != nil && agreed.Date > s.Today-recent {
		v.Agreed = agreedText(agreed)
	}
	return v
}

// recent is how long an agreement is told beside the numbers, in days: until the
// next year's end comes near.
const recent = 330

func (s *sheet) shares(code string, shares []summer.Share) []SummerDay {
	list := []SummerDay{}
	for _, share := range shares {
		d := SummerDay{On: dayOf(share.Date)}
		d.Text = words.Put("summers.day."+code, "minutes", words.Several("minute", share.Minutes), "reason", s.reasonOf(share.Obligation), "days", daysText(share.Days))
		if share.Window != nil {
			d.Text += " " + words.Put("summers.day.window", "span", words.Span(share.Window.ESY.Span))
		}
		if share.Slot != nil {
			d.To = s.rowHref(binder.Key(share.Slot))
		}
		list = append(list, d)
	}
	return list
}

func (s *sheet) reasonOf(o *ledger.Obligation) string {
	return words.Line(&ledger.Line{Date: o.Date, Minutes: o.Minutes, Reason: o.Reason, Verdict: o.Verdict, Version: o.Version, Slot: o.Slot, Obligation: o})
}

// mostDays is how many days are named one after the other.
const mostDays = 4

func daysText(days []day.Day) string {
	var texts []string
	for i, d := range days {
		if i == mostDays {
			texts = append(texts, words.Put("summers.more", "n", strconv.Itoa(len(days)-mostDays)))
			break
		}
		texts = append(texts, words.Day(d))
	}
	return words.And(texts)
}

// A SummerPeriod is one summer program: what of its make-up minutes was used, and
// apart from them what came of its own services.
type SummerPeriod struct {
	Form     SummerForm      `json:"form"`
	Text     string          `json:"text"`  // Mon Jun 16, 2025 to Fri Jul 11, 2025
	State    string          `json:"state"` // ahead, under way, over
	Pots     []SummerPot     `json:"pots"`
	Own      []SummerPot     `json:"own"`
	OwnPlan  string          `json:"ownPlan"` // address of its plan; empty where none is written down
	Warnings []SummerWarning `json:"warnings"`
}

// A SummerPot is minutes of one service in a summer.
type SummerPot struct {
	Title string      `json:"title"`
	Text  string      `json:"text"`
	Days  []SummerDay `json:"days"`
}

// A SummerWarning asks to look at an entry.
type SummerWarning struct {
	Text string `json:"text"`
	To   string `json:"to"`
}

func (s *sheet) summerPeriod(each *summer.Summer) SummerPeriod {
	form := s.summer(each.Window)
	v := SummerPeriod{
		Form: form.Form, Text: form.Text, State: words.Put("summers.state." + s.summerState(each)), Pots: []SummerPot{}, Own: []SummerPot{}, Warnings: []SummerWarning{},
	}
	if s.Plan(each.Window.PlanID) != nil {
		v.OwnPlan = href("family", "plan", each.Window.PlanID)
	}
	for i := range each.Pots {
		v.Pots = append(v.Pots, s.summerPot(&each.Pots[i], each.Over))
	}
	for i := range each.Own {
		v.Own = append(v.Own, s.summerOwn(&each.Own[i]))
	}
	for _, w := range each.Warnings {
		v.Warnings = append(v.Warnings, SummerWarning{
			Text: words.Put("summers.warning."+string(w.Code), "day", words.Day(w.On), "service", say.Capital(s.titleOf(w.Series)), "minutes", words.Several("minute", w.Minutes)),
			To:   s.rowHref(w.Session.ID),
		})
	}
	return v
}

func (s *sheet) summerState(each *summer.Summer) string {
	switch {
	case each.Over:
		return "over"
	case each.Window.First <= s.Today:
		return "now"
	}
	return "ahead"
}

func (s *sheet) summerPot(p *summer.Pot, over bool) SummerPot {
	code := "summers.pot"
	if over {
		code = "summers.pot_over"
	}
	v := SummerPot{Title: s.titleOf(p.Series), Days: []SummerDay{}, Text: words.Put(code, "reserved", words.Several("minute", p.Reserved),
		"given", words.Number(p.Given), "left", words.Number(p.Left))}
	for _, row := range p.Rows {
		v.Days = append(v.Days, SummerDay{On: aboutDay(row.Date, row), Text: words.Put("summers.row", "minutes", words.Several("minute", row.Given())), To: s.rowHref(row.ID)})
	}
	return v
}

func (s *sheet) summerOwn(o *summer.Own) SummerPot {
	v := SummerPot{Title: s.titleOf(o.Series), Days: []SummerDay{}, Text: words.Put("summers.own", "given", words.Several("minute", o.Given),
		"missed", words.Number(o.Missed), "unknown", words.Number(o.Unknown))}
	for _, slot := range o.Slots {
		if slot.Missed > 0 || slot.State == ledger.Unrecorded {
			v.Days = append(v.Days, SummerDay{On: dayOf(slot.Date), Text: ownText(slot), To: s.rowHref(binder.Key(slot))})
		}
	}
	return v
}

func ownText(slot *ledger.Slot) string {
	if slot.State == ledger.Unrecorded {
		return words.Put("summers.own_unknown")
	}
	return words.Put("summers.own_missed", "minutes", words.Several("minute", slot.Missed), "reason", words.Reason(slot.Reason))
}
