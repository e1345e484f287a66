package command

import (
	"fmt"
	"io"
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/deadline"
	"midweek/internal/core/record"
	"midweek/internal/core/say"
	"midweek/internal/edge/exchange"
)

type deadlines struct {
	recordFile
	AsOf dayFlag `placeholder:"DAY" help:"See them on DAY; today when left out."`
	All  bool    `help:"List every missed session's own dates, not only the first to come."`
	JSON bool    `name:"json" help:"Answer in JSON, for programs."`
}

// Help teaches the command.
func (deadlines) Help() string { return deadlinesHelp }

// deadlineAnswer is a deadline in the documented shape. Raw and due are the
// earliest days; the latest ones differ from them only where the answer asks.
type deadlineAnswer struct {
	What      string          `json:"what"`
	Event     string          `json:"event"`
	EventDay  *day.Day        `json:"event_day"`
	Raw       *day.Day        `json:"raw"`
	Due       *day.Day        `json:"due"`
	RawLatest *day.Day        `json:"raw_latest"`
	DueLatest *day.Day        `json:"due_latest"`
	Ask       bool            `json:"ask"`
	Why       []deadline.Code `json:"why"`
	Count     int             `json:"count"`
	Unit      deadline.Unit   `json:"unit"`
	Skipped   []day.Day       `json:"skipped"`
	Rule      string          `json:"rule"`
	Cite      string          `json:"cite"`
	Open      string          `json:"open"`
	Note      string          `json:"note"`
	Source    string          `json:"source"`
	Seen      string          `json:"seen"`
	Evidence  string          `json:"evidence"`
	ChildID   string          `json:"child_id"`
	Subject   string          `json:"subject"`
	Passed    bool            `json:"passed"`
}

// Run counts from what happened in a record.
func (d deadlines) Run(c *call) error {
	asOf := d.AsOf.or(c.today)
	r, l, err := d.ledger(asOf)
	if err != nil {
		return err
	}
	events := deadline.Events(r, l)
	list := deadline.For(events, deadline.SchoolOf(r), asOf)
	if d.JSON {
		answers := []deadlineAnswer{}
		for i := range list {
			answers = append(answers, answerOfDeadline(&list[i]))
		}
		return exchange.WriteJSON(c, answers)
	}
	printDeadlines(c, r, gather(list, d.All), asOf)
	printWithoutNumber(c, r, events)
	return nil
}

func answerOfDeadline(d *deadline.Deadline) deadlineAnswer {
	a := deadlineAnswer{
		What: d.Rule.What, Event: d.Event.Kind, EventDay: dayOrNull(d.Event.On),
		Raw: dayOrNull(d.Raw.Earliest), Due: dayOrNull(d.Due.Earliest), RawLatest: dayOrNull(d.Raw.Latest), DueLatest: dayOrNull(d.Due.Latest),
		Ask: d.Ask, Why: d.Why, Count: d.Rule.Amount, Unit: d.Rule.Unit, Skipped: d.Skipped,
		Rule: d.Rule.ID, Cite: d.Rule.Cite, Open: d.Rule.Open, Note: d.Rule.Note, Source: d.Rule.Source, Seen: d.Rule.Seen, Evidence: string(d.Rule.Evidence),
		ChildID: d.Event.ChildID, Subject: d.Event.Subject, Passed: d.Passed,
	}
	if a.Why == nil {
		a.Why = []deadline.Code{}
	}
	if a.Skipped == nil {
		a.Skipped = []day.Day{}
	}
	return a
}

// dayOrNull is a day for JSON, null when there is none.
func dayOrNull(d day.Day) *day.Day {
	if d == day.None {
		return nil
	}
	return &d
}

// A dated is a deadline with those of the same rule and child that follow it.
type dated struct {
	deadline.Deadline
	later int
	last  day.Day
}

// gather puts the clocks of missed sessions together: each session has its
// own, and what matters first is the next to run out.
func gather(list []deadline.Deadline, all bool) []*dated {
	type clock struct {
		rule, child string
		passed      bool
	}
	first := map[clock]*dated{}
	var gathered []*dated
	for _, d := range list {
		key := clock{d.Rule.ID, d.Event.ChildID, d.Passed}
		if f := first[key]; f != nil && !all && d.Event.Kind == deadline.SessionMissed {
			f.later++
			f.last = d.Raw.Earliest
			continue
		}
		first[key] = &dated{Deadline: d}
		gathered = append(gathered, first[key])
	}
	return gathered
}

func printDeadlines(w io.Writer, r *record.Record, list []*dated, asOf day.Day) {
	fmt.Fprintf(w, "Deadlines on %s, soonest first. Each is a count you can check, from a federal rule;\n", words.Day(asOf))
	fmt.Fprintln(w, "confirm it with your state's procedural safeguards notice.")
	if len(list) == 0 {
		fmt.Fprintln(w, "\nNothing in this record starts a count.")
		return
	}
	var rules notes
	printDates(w, r, "Coming", list, false, &rules)
	printDates(w, r, "Past", list, true, &rules)
	fmt.Fprintln(w, "\nThe rules")
	for i, rule := range rules {
		fmt.Fprintf(w, "  [%d] %s\n", i+1, rule)
	}
	printCautions(w, list)
}

func printCautions(w io.Writer, list []*dated) {
	heading := "\nPlease mind\n"
	var said []deadline.Code
	for _, d := range list {
		for _, code := range d.Why {
			if slices.Contains(said, code) {
				continue
			}
			said = append(said, code)
			fmt.Fprintf(w, "%s  %s\n", heading, words.Deadline(code))
			heading = ""
		}
	}
}

func printDates(w io.Writer, r *record.Record, heading string, list []*dated, passed bool, rules *notes) {
	table(w, func(w io.Writer) {
		title := "\n" + heading + "\n"
		for _, d := range list {
			if d.Passed != passed {
				continue
			}
			fmt.Fprintf(w, "%s  %s\t%s\t%s%s\n", title, dateText(d), childName(r, d.Event.ChildID), words.What(d.Rule.What), rules.mark(ruleText(&d.Rule)))
			fmt.Fprintf(w, "  \t\t  %s\n", countText(d))
			title = ""
		}
	})
}

func childName(r *record.Record, id string) string {
	if child := r.Child(id); child != nil && child.Name != "" {
		return say.Plain(child.Name)
	}
	return say.Plain(id)
}

// arrival is a day, or that it is not known.
func arrival(on day.Day) string {
	if on == day.None {
		return "day not known"
	}
	return words.Day(on)
}

// dateText is the raw day, and the open day beside it where that is another.
func dateText(d *dated) string {
	switch {
	case d.Raw.Earliest == day.None && d.Raw.Latest == day.None:
		return "day not known"
	case d.Raw.Latest == day.None:
		return "ask: " + words.Day(d.Raw.Earliest) + " or later"
	case d.Raw.Latest != d.Raw.Earliest:
		return "ask: " + words.Day(d.Raw.Earliest) + " to " + words.Day(d.Raw.Latest)
	case d.Due.Earliest != d.Raw.Earliest:
		return words.Day(d.Raw.Earliest) + " (open: " + words.Day(d.Due.Earliest) + ")"
	}
	return words.Day(d.Raw.Earliest)
}

// countText is the count that gives the day, what it passed over, and how many
// of its kind follow.
func countText(d *dated) string {
	text := words.Count(d.Rule.Amount, d.Rule.Unit)
	switch {
	case d.Event.On == day.None && d.Rule.Direction == deadline.Before:
		text += " before a day that is not written down"
	case d.Event.On == day.None:
		text += " from a day that is not known: when did it arrive?"
	case d.Rule.Direction == deadline.Before:
		text += " before " + words.Day(d.Event.On)
	default:
		text += " from " + words.Day(d.Event.On)
	}
	if len(d.Skipped) > 0 {
		text += ", not counting " + dayList(d.Skipped)
	}
	if d.later > 0 {
		text += fmt.Sprintf("; %s, the last by %s", words.Several("later", d.later), words.Day(d.last))
	}
	return text
}

// ruleText is a rule with its source, said once for all its dates.
func ruleText(rule *deadline.Rule) string {
	cite := rule.Cite
	if cite == "" {
		cite = "no citation seen"
	}
	text := fmt.Sprintf("counted from: %s. %s; %s: %s, %s", words.Event(rule.Event), cite, words.Evidence(rule.Evidence), rule.Source, rule.Seen)
	if rule.Open != "" {
		text += "\n      Left open: " + rule.Open
	}
	if rule.Note != "" {
		text += "\n      " + rule.Note
	}
	return text
}

// printWithoutNumber tells of requests for which no number of days is known,
// so that nobody waits for a date that does not exist.
func printWithoutNumber(w io.Writer, r *record.Record, events []deadline.Event) {
	heading := "\nNo number of days\n"
	for _, e := range events {
		for _, rule := range deadline.WithoutNumber() {
			if rule.Event != e.Kind || rule.Hidden {
				continue
			}
			fmt.Fprintf(w, "%s  %s, %s: %s (%s). %s\n", heading, childName(r, e.ChildID), arrival(e.On), words.Event(e.Kind), say.Plain(e.Subject), rule.Says)
			fmt.Fprintf(w, "      %s: %s\n", words.Evidence(rule.Evidence), rule.Source)
			heading = ""
		}
	}
}
