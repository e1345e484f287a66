package app

import (
	"slices"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

// A noun says among what an entry is shown, and how it is told: what it is,
// whose, of what day, and at which address of the page it stands.
type noun struct {
	group string
	find  func(f *search, id string) (finding, bool)
}

// nouns are those whose words the index has. One without a line here is not
// found.
var nouns = map[history.Noun]noun{
	history.Child:      {groupChildren, (*search).aChild},
	history.Plan:       {groupClaims, (*search).claims},
	history.Policy:     {groupAnswers, (*search).policy},
	history.Service:    {groupServices, (*search).service},
	history.Session:    {groupSessions, (*search).row},
	history.Decision:   {groupDecisions, (*search).decision},
	history.Request:    {groupRequests, (*search).request},
	history.Meeting:    {groupMeetings, (*search).meeting},
	history.Carryover:  {groupCarryovers, (*search).carryover},
	history.Contact:    {groupContacts, (*search).contact},
	history.Note:       {groupNotes, (*search).note},
	history.Promise:    {groupPromises, (*search).promise},
	history.Removal:    {groupRemovals, (*search).removal},
	history.Attachment: {groupAttachments, (*search).attachment},

	history.Arrangement: {groupArrangements, (*search).arrangement},
}

// entry tells an entry that is of a child.
func (f *search) entry(k history.Key, child, title, text string, on day.Day) finding {
	return finding{on: on, about: f.nameOf(child) + " " + title, tell: func() FindItem {
		item := FindItem{
			Title: f.wanted.mark(withName(f.named(child), title)), Words: f.wanted.mark(text), On: dayOf(on).Text,
			To: f.entryHref(k), Child: f.child,
		}
		if f.child != "" {
			item.Child = child
		}
		return item
	}}
}

func (f *search) nameOf(childID string) string {
	if child := f.Record.Child(childID); child != nil {
		return child.Name
	}
	return ""
}

func (f *search) aChild(id string) (finding, bool) {
	child := f.Record.Child(id)
	if child == nil {
		return finding{}, false
	}
	text := sentences(" · ", child.School, child.District)
	one := f.entry(keyOf(history.Child, id), id, child.Name, text, day.None)
	return finding{about: one.about, tell: func() FindItem {
		item := one.tell()
		item.Title = f.wanted.mark(child.Name)
		return item
	}}, true
}

// claims are the plan's own words about missed sessions, and what the school
// says of its services.
func (f *search) claims(id string) (finding, bool) {
	plan := f.Plan(id)
	if plan == nil {
		return finding{}, false
	}
	var texts []string
	if plan.Clause != nil {
		texts = append(texts, sentences(". ", plan.Clause.Text))
	}
	for i := range plan.Claims {
		c := &plan.Claims[i]
		texts = append(texts, sentences(". ", c.Name, claimText(c), c.Note))
	}
	return f.entry(keyOf(history.Plan, id), plan.ChildID, planText(plan), strings.Join(texts, ". "), plan.Start), true
}

// plans are found by their kind, which nobody types into them.
func (f *search) plans() []finding {
	var list []finding
	for i := range f.Record.Plans {
		p := &f.Record.Plans[i]
		name := f.nameOf(p.ChildID)
		if f.wanted.in(planText(p), name) && !f.wanted.in(name) {
			list = append(list, f.entry(keyOf(history.Plan, p.ID), p.ChildID, planText(p), "", p.Start))
		}
	}
	return list
}

func (f *search) policy(id string) (finding, bool) {
	chosen := f.Policy(id)
	plan := f.planUnder(id)
	if chosen == nil || plan == nil {
		return finding{}, false
	}
	return f.entry(keyOf(history.Policy, id), plan.ChildID, planText(plan), chosen.Name, plan.Start), true
}

func (f *search) service(id string) (finding, bool) {
	plan, service := f.Service(id)
	if service == nil {
		return finding{}, false
	}
	givers := f.givenBy(plan, service)
	text := sentences(". ", serviceSentence(service), givers, service.Setting, service.Agency, service.Verbatim)
	one := f.entry(keyOf(history.Service, id), plan.ChildID, f.titleIn(plan.ChildID, service), text, service.Start)
	one.about += " " + givers
	return one, true
}

// givenBy are the names of those who give a service, and of those who did.
func (f *search) givenBy(p *iep.Plan, service *iep.Service) string {
	var givers []record.Giver
	for _, stretch := range f.Record.GivenBy(p.ChildID, service) {
		for _, g := range stretch.Givers {
			if !slices.Contains(givers, g) {
				givers = append(givers, g)
			}
		}
	}
	return giverNames(givers)
}

func (f *search) row(id string) (finding, bool) {
	row := f.rows[id]
	if row == nil {
		row = f.Row(id)
	}
	if row == nil {
		return finding{}, false
	}
	return f.session(row)
}

// session tells a row of the log as the log shows it.
func (f *search) session(row *iep.Session) (finding, bool) {
	series := f.seriesOf(row.ServiceID)
	if series == nil {
		return finding{}, false
	}
	title := f.title(series.VersionOn(row.Date))
	one := f.entry(keyOf(history.Session, row.ID), series.ChildID, title, sentences(". ", outcomeText(row), row.Note), row.Date)
	tell := one.tell
	one.about += " " + words.Reason(row.Reason)
	one.tell = func() FindItem {
		item := tell()
		item.State = rowState(row)
		return item
	}
	return one, true
}

func (f *search) decision(id string) (finding, bool) {
	at := slices.IndexFunc(f.Record.Decisions, func(d iep.Decision) bool { return d.ID == id })
	if at < 0 {
		return finding{}, false
	}
	d := &f.Record.Decisions[at]
	series := f.seriesOf(d.ServiceID)
	if series == nil {
		return finding{}, false
	}
	title := f.title(series.VersionOn(d.Date))
	return f.entry(keyOf(history.Decision, id), series.ChildID, title, sentences(". ", d.Note, d.By), d.Date), true
}

// sentences are texts in one line, without those that are empty.
func sentences(between string, texts ...string) string {
	var list []string
	for _, text := range texts {
		if text = strings.TrimRight(text, ". "); text != "" {
			list = append(list, text)
		}
	}
	return strings.Join(list, between)
}
