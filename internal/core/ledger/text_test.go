package ledger_test

import (
	"fmt"
	"slices"
	"strings"

	"midweek/internal/core/ledger"
)

// textOf is all that a ledger says, a line for each thing, so that two ledgers
// are the same when their texts are. Rows that follow the order in which a
// file lists its plans (series, periods, warnings) are sorted.
func textOf(l *ledger.Ledger) string {
	var texts []string
	for _, s := range l.Series {
		texts = append(texts, textOfSeries(s))
	}
	slices.Sort(texts)
	return strings.Join(texts, "")
}

func textOfSeries(s *ledger.Series) string {
	lines := []string{fmt.Sprintf("series %s of %s", s.ID, s.ChildID)}
	for i := range s.Slots {
		lines = append(lines, textOfSlot(&s.Slots[i]))
	}
	for _, o := range s.Obligations {
		lines = append(lines, fmt.Sprintf("obligation %s %s %s %d %s %s open %d by %s %v paid %v",
			o.ID, o.Version.Service.ID, o.Date, o.Minutes, o.Reason, o.Answer(), o.Open, o.Deadline, o.Overdue, o.Paid))
	}
	for _, p := range s.Unapplied {
		lines = append(lines, fmt.Sprintf("unapplied %v", p))
	}
	for _, w := range s.Summer {
		lines = append(lines, fmt.Sprintf("summer %s %d %d %v", w.ESY.ID, w.CapacityLeft, w.Carried, w.Plan))
	}
	lines = append(lines, fmt.Sprintf("summary %+v", s.Summary))
	return strings.Join(append(lines, unorderedOf(s)...), "\n") + "\n"
}

func textOfSlot(s *ledger.Slot) string {
	row, answer := "-", "-"
	if s.Session != nil {
		row = s.Session.ID
	}
	if s.Missed > 0 {
		answer = string(s.Verdict.Answer) + " by " + string(s.Verdict.Layer)
	}
	return fmt.Sprintf("slot %s %s %s %d min %s short %d, row %s: state %d given %d missed %d surplus %d %s %s",
		s.Date, s.Version.Service.ID, s.Schedule.ID, s.Schedule.Minutes, s.Status, s.Short,
		row, s.State, s.Given, s.Missed, s.Surplus(), s.Reason, answer)
}

func unorderedOf(s *ledger.Series) []string {
	var lines []string
	for i := range s.Periods {
		p := &s.Periods[i]
		lines = append(lines, fmt.Sprintf("period %s %s promised %d open %d given %d closed %d unscheduled %d over %v, extra %d short %d no %d ask %d yes %d",
			p.Version.Service.ID, p.Span, p.Required, p.PlannedOpen, p.Delivered, p.ClosedToCalendar, p.NotScheduled, p.Over,
			p.Extra, p.Shortfall, p.Excused, p.Undecided, p.Owed))
	}
	for _, w := range s.Warnings {
		if w.Session != nil {
			lines = append(lines, fmt.Sprintf("warning %s %s", w.Code, w.Session.ID))
		} else {
			lines = append(lines, fmt.Sprintf("warning %s %s", w.Code, w.Decision.ID))
		}
	}
	slices.Sort(lines)
	return lines
}
