package command

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/say"
)

var words = say.English

// table lines up what is written between tabs, without blanks at the ends.
func table(w io.Writer, write func(io.Writer)) {
	var b bytes.Buffer
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	write(t)
	t.Flush()
	for line := range strings.Lines(b.String()) {
		fmt.Fprintln(w, strings.TrimRight(line, " \n"))
	}
}

func printLedger(w io.Writer, r *record.Record, l *ledger.Ledger) {
	fmt.Fprintf(w, "%s: what was missed and is not made up yet, by the policy named at each service.\n", words.Day(l.AsOf))
	if len(l.Series) == 0 {
		fmt.Fprintln(w, "\nThere are no services in this record yet.")
	}
	for _, s := range l.Series {
		fmt.Fprintln(w)
		printHeading(w, r, s, l.AsOf)
		printSums(w, s)
		printLines(w, s)
		printNotFilledIn(w, s)
		printUnapplied(w, s)
		printWarnings(w, s)
	}
}

// title names a series on a day: the child, the service, the plan.
func title(r *record.Record, s *ledger.Series, on day.Day) string {
	v := s.VersionOn(on)
	title := childName(r, s.ChildID) + ": " + say.Plain(cmp.Or(v.Service.Type, "service"))
	if v.Plan.Kind != "" {
		title += " (" + say.Plain(string(v.Plan.Kind)) + ")"
	}
	return title + ", series " + say.Plain(s.ID)
}

func printHeading(w io.Writer, r *record.Record, s *ledger.Series, asOf day.Day) {
	heading := title(r, s, asOf)
	fmt.Fprintln(w, heading)
	fmt.Fprintln(w, strings.Repeat("-", len([]rune(heading))))
	for _, v := range s.Versions {
		fmt.Fprintf(w, "  Promised: %s, %s to %s", words.Promise(v.Service), words.Day(v.Service.Start), words.Day(v.Service.End))
		if v.Service.Page != "" {
			fmt.Fprintf(w, " (page %s)", say.Plain(string(v.Service.Page)))
		}
		fmt.Fprintln(w)
	}
	seen := map[*policy.Policy]bool{}
	for _, v := range s.Versions {
		if c := v.Plan.Clause; c != nil && c.Text != "" {
			fmt.Fprintf(w, "  The plan says of missed sessions: %s\n", say.Plain(c.Text))
		}
		if !seen[v.Policy] {
			for _, phase := range v.Policy.Phases() {
				printPhase(w, phase)
			}
			seen[v.Policy] = true
		}
	}
}

// printPhase tells the answers of a policy from a day on.
func printPhase(w io.Writer, phase policy.Phase) {
	lines := policyLines(phase.Policy)
	if phase.From != day.None {
		lines = append([]string{"from " + words.Day(phase.From) + " on"}, lines...)
	}
	fmt.Fprintf(w, "  Policy:   %s\n", strings.Join(lines, "\n            "))
}

// policyLines say whose answers a policy has.
func policyLines(p *policy.Policy) []string {
	name := "this program's starting answers; they are a choice, not a rule"
	if pack := policy.Find(p.Pack); pack != nil {
		name = fmt.Sprintf("pack %s: %s", pack.ID, pack.Name)
		if status := words.PackStatus(pack.Status); status != "" {
			name += "; " + status
		}
		name += " (sources seen " + policy.Researched() + ")"
	}
	lines := []string{name}
	if p.Name != "" {
		lines = append([]string{say.Plain(p.Name)}, name)
	}
	if n := len(p.Owed); n > 0 {
		lines = append(lines, "with your own answer to "+words.Several("reason", n))
	}
	return lines
}

// printSums leads with what is open; what is none is left out.
func printSums(w io.Writer, s *ledger.Series) {
	sum := s.Summary
	fmt.Fprintln(w)
	table(w, func(w io.Writer) {
		row := func(name, thing string, n int, note string) {
			if n > 0 {
				fmt.Fprintf(w, "  %s\t%s\t%s\n", name, words.Several(thing, n), note)
			}
		}
		minutes := func(name string, n int, note string) { row(name, "min", n, note) }
		sessions := func(name string, n int, note string) { row(name, "session", n, note) }

		fmt.Fprintf(w, "  Still to make up\t%s min\t%s missed, %s made up\n", words.Number(sum.OpenOwed), words.Number(sum.Owed), words.Number(sum.MadeUp))
		minutes("Ask the team", sum.Undecided, "the team decides whether these are made up")
		minutes("For the record", s.ForTheRecord(), "missed, and not asked back")
		sessions("Not filled in", sum.UnrecordedSessions, "unknown, so not counted as missed")
		minutes("Given so far", sum.Delivered, "in regular sessions")
		minutes("Banked", sum.Banked, "given ahead, by agreement")
		minutes("Settling nothing", sum.Unapplied, "make-up and extra minutes, see below")
		for _, window := range s.Summer {
			minutes("To summer", window.Carried, fmt.Sprintf("of %s make-up minutes free from %s; summer services stand apart",
				words.Number(window.CapacityLeft), words.Day(window.ESY.First)))
		}
		minutes("Beyond summer", sum.Remainder, "open, and more than summer takes, if nothing is made up before")
		fmt.Fprintln(w, "  Over the whole time\t\t")
		minutes("  promised", sum.Required, "")
		minutes("  planned", sum.ExpectedMinutes, words.Several("session", sum.ExpectedSessions)+" on open days")
		sessions("  lost to closures", sum.LostToScheduledClosures+sum.LostToEmergency,
			fmt.Sprintf("%s on the printed calendar, %s sudden", words.Number(sum.LostToScheduledClosures), words.Number(sum.LostToEmergency)))
		sessions("  on short days", sum.ShortDaySlots, "early dismissal or late opening; still expected")
	})
}

func printLines(w io.Writer, s *ledger.Series) {
	lines := s.Lines()
	if len(lines) == 0 {
		fmt.Fprintln(w, "\n  "+nothingMissed(s))
		return
	}
	fmt.Fprintln(w, "\n  What was missed, and why it counts as it does")
	var notes notes
	table(w, func(w io.Writer) {
		for i := range lines {
			l := &lines[i]
			fmt.Fprintf(w, "  %s\t%d min\t%s\t%s\t%s\n", lineDate(l), l.Minutes, words.Line(l), lineAnswer(l, &notes), lineState(l))
		}
	})
	for i, note := range notes {
		fmt.Fprintf(w, "  [%d] %s\n", i+1, note)
	}
}

// nothingMissed does not claim more than is known.
func nothingMissed(s *ledger.Series) string {
	switch {
	case len(s.Slots) == 0:
		return "No sessions are planned: look at the schedule, its days and the school calendar."
	case s.Summary.UnrecordedSessions > 0:
		return "Nothing is written down as missed."
	}
	return "Nothing was missed."
}

// notes are what several lines would say alike, said once below them.
type notes []string

// mark is the number of a note.
func (n *notes) mark(note string) string {
	i := slices.Index(*n, note)
	if i < 0 {
		i = len(*n)
		*n = append(*n, note)
	}
	return fmt.Sprintf(" [%d]", i+1)
}

func lineDate(l *ledger.Line) string {
	if l.Slot == nil {
		return "by " + words.Day(l.Date)
	}
	return words.Day(l.Date)
}

// lineAnswer is the answer, and whose it is where that is not the policy named
// in the heading.
func lineAnswer(l *ledger.Line, notes *notes) string {
	if l.ExplainsNothing() {
		return words.NoPart() + notes.mark(words.LineState(l))
	}
	answer := words.Answer(l.Verdict.Answer)
	if l.InPeriod() {
		answer += notes.mark(words.LineState(l))
	}
	if asNamed(l.Verdict, l.Version.PolicyOn(l.Date)) {
		return answer
	}
	var team *iep.Decision
	if l.Slot != nil {
		team = l.Slot.Team
	}
	return answer + notes.mark(words.Verdict(l.Verdict, l.Version.PolicyOn(l.Date), team))
}

// asNamed says whether an answer is just the one of the policy that the
// heading names, from a source that was seen.
func asNamed(v policy.Verdict, p *policy.Policy) bool {
	if v.Since != day.None {
		return false
	}
	if p.Pack == "" {
		return v.Layer == policy.BuiltIn
	}
	return v.Layer == policy.NamedPack && v.Rule.Evidence.Seen()
}

// lineState is what is open of a line, and what has been made up.
func lineState(l *ledger.Line) string {
	o := l.Obligation
	if o == nil {
		return ""
	}
	var parts []string
	if o.Open > 0 {
		parts = append(parts, fmt.Sprintf("%d open", o.Open))
	}
	if o.Overdue {
		parts = append(parts, "overdue since "+words.Day(o.Deadline))
	}
	for _, p := range o.Paid {
		parts = append(parts, fmt.Sprintf("%d made up %s (%s)", p.Minutes, words.Day(p.Date), say.Plain(p.SessionID)))
	}
	return strings.Join(parts, "; ")
}

func printNotFilledIn(w io.Writer, s *ledger.Series) {
	days := s.NotFilledIn()
	if len(days) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  Not filled in: %s\n", dayList(days))
}

// dayList names days, the first dozen of them.
func dayList(days []day.Day) string {
	const most = 12
	var names []string
	for _, d := range days[:min(len(days), most)] {
		names = append(names, words.Day(d))
	}
	list := strings.Join(names, "; ")
	if rest := len(days) - most; rest > 0 {
		list += fmt.Sprintf("; and %d more", rest)
	}
	return list
}

func printUnapplied(w io.Writer, s *ledger.Series) {
	if len(s.Unapplied) == 0 {
		return
	}
	fmt.Fprintln(w, "\n  Minutes that settle nothing so far")
	for _, p := range s.Unapplied {
		fmt.Fprintf(w, "  %d min of %s on %s: %s\n", p.Minutes, say.Plain(p.SessionID), words.Day(p.Date), words.Why(p.Why))
	}
}

func printWarnings(w io.Writer, s *ledger.Series) {
	if len(s.Warnings) == 0 {
		return
	}
	fmt.Fprintln(w, "\n  Please look at")
	for _, warning := range s.Warnings {
		fmt.Fprintln(w, "  "+words.Warning(warning))
	}
}
