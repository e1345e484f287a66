package story

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/schedule"
)

// answer is the ledger in the words of the stories.
func (s *Story) Answer() []string {
	var lines []string
	for _, series := range s.Computed.Series {
		lines = append(lines, s.Heading(series))
		lines = append(lines, table(missedLines(series))...)
		lines = append(lines, table(periodLines(series))...)
		lines = append(lines, table(otherLines(series))...)
		lines = append(lines, summerLines(series)...)
	}
	return lines
}

// heading is the name of a series, with the child's where there are several.
func (s *Story) Heading(series *ledger.Series) string {
	if len(s.Record.Children) > 1 {
		return series.ID + " of " + series.ChildID
	}
	return series.ID
}

// A row is a line of the ledger, cell by cell, before it is set in columns.
type row struct {
	date  day.Day
	cells []string
}

// dated is a row that begins with its day.
func dated(on day.Day, cells ...string) row {
	return row{on, append([]string{on.String()}, cells...)}
}

// table sets rows in columns, in order of day.
func table(rows []row) []string {
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(a.date, b.date) })
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 3, ' ', 0)
	for _, r := range rows {
		fmt.Fprintln(w, strings.Join(r.cells, "\t"))
	}
	w.Flush()
	return strings.FieldsFunc(text.String(), func(c rune) bool { return c == '\n' })
}

// missedLines are all obligations, the minutes kept for the record, and the
// sessions that are judged with their period.
func missedLines(series *ledger.Series) (rows []row) {
	for _, o := range series.Obligations {
		open := fmt.Sprintf("open %d", o.Open)
		rows = append(rows, dated(o.Date, minutes(o.Answer(), o.Minutes), open, why(o)+paid(o)+due(o)))
	}
	for i := range series.Slots {
		switch s := &series.Slots[i]; {
		case s.Missed == 0:
		case s.Verdict.Answer == policy.No:
			rows = append(rows, dated(s.Date, minutes(policy.No, s.Missed), "", reason(string(s.Reason), *s.Verdict, s)))
		case s.Version.Basis == policy.ByPeriod:
			rows = append(rows, dated(s.Date, fmt.Sprintf("in its period %d", s.Missed), "", reason(string(s.Reason), *s.Verdict, s)))
		}
	}
	return rows
}

func minutes(answer policy.Answer, n int) string {
	words := map[policy.Answer]string{policy.Yes: "to make up", policy.Ask: "ask the team", policy.No: "for the record"}
	return fmt.Sprintf("%s %d", words[answer], n)
}

func why(o *ledger.Obligation) string {
	if o.Verdict.Layer == policy.Judged {
		return "short in its period"
	}
	return reason(string(o.Reason), o.Verdict, o.Slot)
}

// reason says why minutes are missed, the answer and whose answer it is.
func reason(word string, v policy.Verdict, s *ledger.Slot) string {
	whose := map[policy.Layer]string{
		policy.BuiltIn: "by the built-in answers", policy.DefaultPack: "by " + v.Pack, policy.NamedPack: "by " + v.Pack,
		policy.Family: "by the plan's own answers", policy.NoSchool: "in a week without school", policy.Team: "by the team",
	}[v.Layer]
	if v.Layer == policy.Team {
		whose += " on " + s.Team.Decided().String()
	}
	return fmt.Sprintf("%s: %s, %s", strings.ReplaceAll(word, "_", " "), v.Answer, whose)
}

func paid(o *ledger.Obligation) string {
	var parts []string
	for _, p := range o.Paid {
		from := "on "
		if p.SessionID == ledger.FromBank {
			from = "from the bank on "
		}
		parts = append(parts, fmt.Sprintf("%d %s%s", p.Minutes, from, p.Date))
	}
	if len(parts) == 0 {
		return ""
	}
	return "; paid " + strings.Join(parts, " and ")
}

// due says the deadline where the policy sets days, and where it is past.
func due(o *ledger.Obligation) string {
	switch {
	case o.Overdue:
		return "; overdue since " + o.Deadline.String()
	case o.Version.Policy.Deadline.Days != nil:
		return "; due by " + o.Deadline.String()
	}
	return ""
}

// periodLines are the periods that are judged as a whole.
func periodLines(series *ledger.Series) (rows []row) {
	for i := range series.Periods {
		p := &series.Periods[i]
		if !p.ByPeriod() {
			continue
		}
		cells := []string{
			p.Span.First.String() + ".." + p.Span.Last.String(), fmt.Sprintf("promised %d", p.Required), fmt.Sprintf("given %d", p.Delivered),
			fmt.Sprintf("extra %d", p.Extra), "still running",
		}
		if p.Over {
			cells[4] = fmt.Sprintf("short %d", p.Shortfall)
		}
		if p.Over && p.Shortfall > 0 {
			cells = append(cells, fmt.Sprintf("= to make up %d + ask the team %d + for the record %d", p.Owed, p.Undecided, p.Excused))
		}
		rows = append(rows, row{p.Span.First, cells})
	}
	return rows
}

// otherLines are minutes that settle nothing, short days, and rows of the log
// to look at.
func otherLines(series *ledger.Series) (rows []row) {
	waits := map[ledger.Why]string{
		ledger.NothingOpen: "nothing is open", ledger.Waiting: "waits for what it names",
		ledger.SetFree: "set free", ledger.NotAMakeup: "not a make-up",
	}
	for _, p := range series.Unapplied {
		rows = append(rows, dated(p.Date, fmt.Sprintf("not applied %d: %s", p.Minutes, waits[p.Why])))
	}
	for i := range series.Slots {
		switch s := &series.Slots[i]; s.Short {
		case schedule.ShortDay:
			rows = append(rows, dated(s.Date, "short day"))
		case schedule.ShortConflict:
			rows = append(rows, dated(s.Date, "short day, and the session does not fit"))
		}
	}
	looks := map[ledger.WarningCode]string{
		ledger.RowOnClosedDay: "look: the log has a session on a closed day",
		ledger.RowWithoutSlot: "look: the log has a session that was not planned",
		ledger.RowOnTakenSlot: "look: the log has a second session for one that was planned",
	}
	for _, w := range series.Warnings {
		rows = append(rows, dated(w.Session.Date, looks[w.Code]))
	}
	return rows
}

func summerLines(series *ledger.Series) (lines []string) {
	for _, w := range series.Summer {
		var parts []string
		for _, c := range w.Plan {
			parts = append(parts, fmt.Sprintf("%d of %s", c.Minutes, dateOf(c.ObligationID, series)))
		}
		carried := fmt.Sprintf("%s: room for %d, carried %d", w.ESY.ID, w.CapacityLeft, w.Carried)
		if len(parts) > 0 {
			carried += " = " + strings.Join(parts, " + ")
		}
		lines = append(lines, carried)
	}
	return lines
}

func dateOf(id string, series *ledger.Series) string {
	for _, o := range series.Obligations {
		if o.ID == id {
			return o.Date.String()
		}
	}
	return "nothing"
}
