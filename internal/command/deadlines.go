package command

import (
	"fmt"
	"io"

	"midweek/internal/core/day"
	"midweek/internal/core/deadline"
	"midweek/internal/core/record"
	"midweek/internal/core/say"
	"midweek/internal/edge/exchange"
)

type deadlines struct {
	recordFile
	AsOf dayFlag `placeholder:"DAY" help:"See them on DAY; today when left out."`
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
	list := deadline.For(deadline.Events(r, l), deadline.SchoolOf(r), asOf)
	if d.JSON {
		answers := []deadlineAnswer{}
		for i := range list {
			answers = append(answers, answerOfDeadline(&list[i]))
		}
		return exchange.WriteJSON(c, answers)
	}
	printDeadlines(c, r, list, asOf)
	return nil
}

func answerOfDeadline(d *deadline.Deadline) deadlineAnswer {
	a := deadlineAnswer{
		What: d.Rule.What, Event: d.Event.Kind, EventDay: dayOrNull(d.Event.On),
		Raw: dayOrNull(d.Raw.Earliest), Due: dayOrNull(d.Due.Earliest), RawLatest: dayOrNull(d.Raw.Latest), DueLatest: dayOrNull(d.Due.Latest),
		Ask: d.Ask, Why: d.Why, Count: d.Rule.Amount, Unit: d.Rule.Unit, Skipped: d.Skipped,
		Rule: d.Rule.ID, Cite: d.Rule.Cite, Source: d.Rule.Source, Seen: d.Rule.Seen, Evidence: string(d.Rule.Evidence),
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

func printDeadlines(w io.Writer, r *record.Record, list []deadline.Deadline, asOf day.Day) {
	fmt.Fprintf(w, "Deadlines on %s, soonest first. Each is a count you can check; confirm it with your state's procedural safeguards notice.\n", words.Day(asOf))
	if len(list) == 0 {
		fmt.Fprintln(w, "\n  Nothing in this record starts a count.")
	}
	for i := range list {
		fmt.Fprintln(w)
		printDeadline(w, r, &list[i])
	}
}

func printDeadline(w io.Writer, r *record.Record, d *deadline.Deadline) {
	name := d.Event.ChildID
	if child := r.Child(d.Event.ChildID); child != nil {
		name = child.Name
	}
	fmt.Fprintf(w, "%s: %s, %s\n", say.Plain(name), words.What(d.Rule.What), dueText(d))
	fmt.Fprintf(w, "  %d %s %s %s (%s), %s\n", d.Rule.Amount, words.Unit(d.Rule.Unit), directionWord(d.Rule.Direction), words.Event(d.Event.Kind), say.Plain(d.Event.Subject), words.Day(d.Event.On))
	if len(d.Skipped) > 0 {
		fmt.Fprintf(w, "  Not counted: %s\n", dayList(d.Skipped))
	}
	for _, why := range d.Why {
		fmt.Fprintf(w, "  Note: %s\n", words.Deadline(why))
	}
	if d.Rule.Open != "" {
		fmt.Fprintf(w, "  Left open: %s\n", d.Rule.Open)
	}
	fmt.Fprintf(w, "  The rule: %s; source %s, seen %s\n", orDash(d.Rule.Cite), d.Rule.Source, d.Rule.Seen)
}

func dueText(d *deadline.Deadline) string {
	text := words.Day(d.Raw.Earliest)
	if d.Raw.Latest != d.Raw.Earliest {
		text = "between " + text + " and " + words.Day(d.Raw.Latest) + ": ask"
	}
	if d.Due != d.Raw && d.Due.Earliest == d.Due.Latest {
		text += " (open day after it: " + words.Day(d.Due.Earliest) + ")"
	}
	if d.Passed {
		text += ", past"
	}
	return text
}

func directionWord(d deadline.Direction) string {
	if d == deadline.Before {
		return "before"
	}
	return "after"
}

func orDash(text string) string {
	if text == "" {
		return "no citation seen"
	}
	return text
}
