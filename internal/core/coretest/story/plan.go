package story

import (
	"fmt"
	"strings"

	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// A planned is a plan while its section is read.
type planned struct {
	story  *Story
	at     line // being read
	plan   iep.Plan
	policy policy.Policy
	named  bool // its policy is named
}

// planPhrases are what a plan says of itself. Every other line is a service.
var planPhrases = []phrase[*planned]{
	on("child CHILD", func(d *planned, p []place) error { d.plan.ChildID = p[0].Text; return nil }),
	on("a 504 plan", func(d *planned, _ []place) error { d.plan.Kind = iep.Plan504; return nil }),
	on("a private plan", func(d *planned, _ []place) error { d.plan.Kind = iep.Private; return nil }),
	on("calendar NAME", func(d *planned, p []place) error {
		d.plan.CalendarIDs = append(d.plan.CalendarIDs, p[0].Text)
		return d.story.calendar(p[0].Text)
	}),
	on("policy: the built-in answers", func(d *planned, _ []place) error { d.named = true; return nil }),
	on("policy: NAME", (*planned).readPack),
	on("answers: TEXT", (*planned).readAnswers),
	on("judged by the period", func(d *planned, _ []place) error { d.policy.Basis = policy.ByPeriod; return nil }),
	on("judged by the session", func(d *planned, _ []place) error { d.policy.Basis = policy.BySession; return nil }),
	on("make-ups stop at what they name", func(d *planned, _ []place) error {
		spillover := false
		d.policy.Spillover = &spillover
		return nil
	}),
	on("minutes above the plan are banked", func(d *planned, _ []place) error { d.policy.OverDelivery = policy.Bank; return nil }),
	on("a part of a period promises all of it", func(d *planned, _ []place) error { d.policy.PartialPeriod = policy.Full; return nil }),
	on("to be made up within N days", func(d *planned, p []place) error { d.policy.Deadline.Days = &p[0].n; return nil }),
	on("NAME: TEXT", (*planned).readService),
}

func (d *planned) readPack(p []place) error {
	if policy.Find(p[0].Text) == nil {
		return fmt.Errorf("pack %s %w", p[0].Text, errNotKnown)
	}
	d.policy.Pack, d.named = p[0].Text, true
	return nil
}

// readAnswers reads `provider absent ask, student refused no`.
func (d *planned) readAnswers(p []place) error {
	if d.policy.Owed == nil {
		d.policy.Owed = map[iep.Reason]policy.Answer{}
	}
	for part := range strings.SplitSeq(p[0].Text, ", ") {
		at := strings.LastIndex(part, " ")
		if at < 0 {
			return fmt.Errorf("%q is not a reason and an answer", part)
		}
		reason, err := reasonOf(part[:at])
		if err != nil {
			return err
		}
		d.policy.Owed[reason] = policy.Answer(part[at+1:])
	}
	return nil
}

// reasonOf reads a reason in plain words. A word that the program does not
// know stands in quotes.
func reasonOf(words string) (iep.Reason, error) {
	if bare := strings.Trim(words, `"`); bare != words {
		return iep.Reason(strings.ReplaceAll(bare, " ", "_")), nil
	}
	reason := iep.Reason(strings.ReplaceAll(words, " ", "_"))
	if !policy.Known(reason) {
		return "", fmt.Errorf("the reason %q %w", words, errNotKnown)
	}
	return reason, nil
}

func (s *Story) readPlan(p section) error {
	name := p.own("plan", "plan")
	d := &planned{story: s, plan: iep.Plan{ID: name, ChildID: "Maya", Kind: iep.IEP, PolicyID: name}}
	d.policy.ID = name
	if err := each(p.lines, func(l line) error { d.at = l; return says(l, d, planPhrases) }); err != nil {
		return err
	}
	if !d.named || len(d.plan.Services) == 0 {
		return p.head.fail("a plan has a `policy:` and a service")
	}
	if len(d.plan.CalendarIDs) == 0 {
		for _, y := range s.Record.Calendars {
			d.plan.CalendarIDs = append(d.plan.CalendarIDs, y.ID)
		}
	}
	if s.Record.Child(d.plan.ChildID) == nil {
		s.Record.Children = append(s.Record.Children, iep.Child{ID: d.plan.ChildID, Name: d.plan.ChildID})
	}
	s.Record.Plans = append(s.Record.Plans, d.plan)
	s.Record.Policies = append(s.Record.Policies, d.policy)
	return nil
}
