package store

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

// shelves are the tables by noun. What left the house (an export) has none: it
// is an act and no part of what is computed.
var shelves = map[history.Noun]shelf{
	history.Child:     &children,
	history.Calendar:  &calendars,
	history.Policy:    &policies,
	history.Plan:      &plans,
	history.Service:   &services,
	history.Session:   &sessions,
	history.Decision:  &decisions,
	history.Request:   &requests,
	history.Meeting:   &meetings,
	history.ESY:       &esy,
	history.Carryover: &carryovers,
	history.Import:    &imports,

	history.Contact:    &contacts,
	history.Note:       &notes,
	history.Promise:    &promises,
	history.Removal:    &removals,
	history.Attachment: &attachments,

	history.Arrangement: &arrangements,
}

var children = table[iep.Child]{
	name: "children",
	columns: "name, state, grade, school, district, rights_holder, rights_from, " +
		"alarm, alarm_in_a_row, alarm_share, alarm_weeks, alarm_vacancy_days, alarm_fit_days, alarm_unknown, unknown",
	cells: func(c *iep.Child) []any {
		cells := []any{
			text(c.Name), text(c.State), text(c.Grade), text(c.School), text(c.District), text(c.RightsHolder),
			dayCell(c.RightsFrom),
		}
		return append(append(cells, alarmCells(c.Alarm)...), unknownCell(c.Unknown))
	},
	read: func(r *row) iep.Child {
		return iep.Child{
			ID: r.text(), Name: r.text(), State: r.text(), Grade: r.text(), School: r.text(), District: r.text(),
			RightsHolder: r.text(), RightsFrom: r.day(), Alarm: readAlarm(r), Unknown: r.unknown(),
		}
	},
	words: func(c *iep.Child) []string { return []string{c.Name, c.School, c.District, c.RightsHolder} },
}

func alarmCells(a *iep.Alarm) []any {
	there := a != nil
	if !there {
		a = &iep.Alarm{}
	}
	return []any{
		mark(there), number(a.InARow), number(a.Share), number(a.Weeks), number(a.Vacancy), number(a.Fit), unknownCell(a.Unknown),
	}
}

func readAlarm(r *row) *iep.Alarm {
	there := r.mark()
	a := &iep.Alarm{
		InARow: r.number(), Share: r.number(), Weeks: r.number(), Vacancy: r.number(), Fit: r.number(), Unknown: r.unknown(),
	}
	if !there {
		return nil
	}
	return a
}

var policies = table[policy.Policy]{
	name: "policies",
	columns: "name, pack, owed, partial_period, spillover, over_delivery, deadline_days, deadline_unknown, " +
		"basis, changes, unknown",
	cells: func(p *policy.Policy) []any {
		return []any{
			text(p.Name), text(p.Pack), mapped(p.Owed), text(p.PartialPeriod), yesNo(p.Spillover),
			text(p.OverDelivery), number(p.Deadline.Days), unknownCell(p.Deadline.Unknown), text(p.Basis),
			count(p.Changes), unknownCell(p.Unknown),
		}
	},
	read: func(r *row) policy.Policy {
		return policy.Policy{
			ID: r.text(), Name: r.text(), Pack: r.text(), Owed: jsonCell[map[iep.Reason]policy.Answer](r),
			PartialPeriod: policy.PartialPeriod(r.text()), Spillover: r.yesNo(),
			OverDelivery: policy.OverDelivery(r.text()),
			Deadline:     policy.Deadline{Days: r.number(), Unknown: r.unknown()},
			Basis:        policy.Basis(r.text()), Changes: room[policy.Change](r.number()), Unknown: r.unknown(),
		}
	},
	parts: []part[policy.Policy]{{
		name: "changes", of: "policy", columns: "from_day, pack, owed, deadline, deadline_days, deadline_unknown, note, unknown",
		rows: func(p *policy.Policy) [][]any { return rowsOf(p.Changes, changeCells) },
	}},
	words: func(p *policy.Policy) []string {
		lines := []string{p.Name}
		for i := range p.Changes {
			lines = append(lines, p.Changes[i].Note)
		}
		return lines
	},
}

// changeCells tell a deadline that is absent from one that says nothing of days.
func changeCells(c *policy.Change) []any {
	deadline := policy.Deadline{}
	if c.Deadline != nil {
		deadline = *c.Deadline
	}
	return []any{
		dayCell(c.From), text(c.Pack), mapped(c.Owed), mark(c.Deadline != nil), number(deadline.Days),
		unknownCell(deadline.Unknown), text(c.Note), unknownCell(c.Unknown),
	}
}

func readChange(r *row) policy.Change {
	c := policy.Change{From: r.day(), Pack: r.text(), Owed: jsonCell[map[iep.Reason]policy.Answer](r)}
	there, deadline := r.mark(), policy.Deadline{Days: r.number(), Unknown: r.unknown()}
	if there {
		c.Deadline = &deadline
	}
	c.Note, c.Unknown = r.text(), r.unknown()
	return c
}

var requests = table[iep.Request]{
	name: "requests",
	columns: "child_id, kind, sent_on, received_on, on_day, text, way, approximate, answer, answered_on, " +
		"answer_note, unknown",
	cells: func(q *iep.Request) []any {
		return []any{
			q.ChildID, text(q.Kind), dayCell(q.SentOn), dayCell(q.ReceivedOn), dayCell(q.Date), text(q.Text),
			text(q.Way), mark(q.Approximate), text(q.Answer), dayCell(q.AnsweredOn), text(q.AnswerNote),
			unknownCell(q.Unknown),
		}
	},
	read: func(r *row) iep.Request {
		return iep.Request{
			ID: r.text(), ChildID: r.text(), Kind: r.text(), SentOn: r.day(), ReceivedOn: r.day(), Date: r.day(),
			Text: r.text(), Way: iep.Way(r.text()), Approximate: r.mark(), Answer: iep.Kept(r.text()),
			AnsweredOn: r.day(), AnswerNote: r.text(), Unknown: r.unknown(),
		}
	},
	words: func(q *iep.Request) []string { return []string{q.Kind, q.Text, q.AnswerNote} },
}

var meetings = table[iep.Meeting]{
	name:    "meetings",
	columns: "child_id, kind, on_day, text, unknown",
	cells: func(m *iep.Meeting) []any {
		return []any{m.ChildID, text(m.Kind), dayCell(m.Date), text(m.Text), unknownCell(m.Unknown)}
	},
	read: func(r *row) iep.Meeting {
		return iep.Meeting{
			ID: r.text(), ChildID: r.text(), Kind: r.text(), Date: r.day(), Text: r.text(), Unknown: r.unknown(),
		}
	},
	words: func(m *iep.Meeting) []string { return []string{m.Kind, m.Text} },
}

var esy = table[calendar.ESYWindow]{
	name:    "esy",
	columns: "child_id, start_day, end_day, capacity, plan_id, unknown",
	cells: func(w *calendar.ESYWindow) []any {
		return []any{
			w.ChildID, dayCell(w.First), dayCell(w.Last), mapped(w.Capacity), text(w.PlanID), unknownCell(w.Unknown),
		}
	},
	read: func(r *row) calendar.ESYWindow {
		return calendar.ESYWindow{
			ID: r.text(), ChildID: r.text(), Span: r.span(), Capacity: jsonCell[map[string]int](r), PlanID: r.text(), Unknown: r.unknown(),
		}
	},
}

var carryovers = table[iep.Carryover]{
	name:    "carryovers",
	columns: "child_id, series_id, on_day, to_summer, to_next_year, before_record, make_up_by, agreed_by, agreed_on, note, unknown",
	cells: func(c *iep.Carryover) []any {
		return []any{
			c.ChildID, c.SeriesID, dayCell(c.Date), c.ToSummer, c.ToNextYear, c.Before, dayCell(c.By), text(c.AgreedBy),
			dayCell(c.AgreedOn), text(c.Note), unknownCell(c.Unknown),
		}
	},
	read: func(r *row) iep.Carryover {
		return iep.Carryover{
			ID: r.text(), ChildID: r.text(), SeriesID: r.text(), Date: r.day(), ToSummer: r.whole(), ToNextYear: r.whole(),
			Before: r.whole(), By: r.day(), AgreedBy: r.text(), AgreedOn: r.day(), Note: r.text(), Unknown: r.unknown(),
		}
	},
	words: func(c *iep.Carryover) []string { return []string{c.AgreedBy, c.Note} },
}

var imports = table[record.Import]{
	name:    "imports",
	columns: "sha256, counts, unknown",
	cells: func(i *record.Import) []any {
		return []any{i.SHA256, mapped(i.Counts), unknownCell(i.Unknown)}
	},
	read: func(r *row) record.Import {
		return record.Import{
			ID: r.text(), SHA256: r.text(), Counts: jsonCell[map[string]int](r), Unknown: r.unknown(),
		}
	},
}
