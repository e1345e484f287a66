package exchange

import (
	"maps"
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// Changes are what an import writes: every row of a checked record as an
// addition, what is referred to before what refers to it, and the import
// itself last, with the SHA-256 of the file's bytes (64 hexadecimal digits), the
// rows by list, and the fields of the file that the program does not know.
// Folded, they are the record again. A row keeps its id; a decision that has
// none is given one by its content, so that the same file gives the same again.
//
// It refuses, with the path in the file, a number that an act cannot hold
// (WriteNoun).
func Changes(r *record.Record, fileHash string) ([]history.Change, error) {
	m := &importer{owners: ownersOf(r), counts: map[string]int{}}
	m.fields(r.Unknown)
	m.record(r)
	id := fileHash[:contentLength]
	m.add("", history.Import, id, m.owners.all, &record.Import{ID: id, SHA256: fileHash, Counts: m.counts, Unknown: r.Unknown})
	return m.changes, m.err
}

// An importer gathers the changes of an import, up to the first refusal.
type importer struct {
	owners  owners
	counts  map[string]int
	changes []history.Change
	err     error
}

// fields looks at the file's own fields, where their path is still the file's.
func (m *importer) fields(unknown iep.Unknown) {
	for _, name := range slices.Sorted(maps.Keys(unknown)) {
		if err := wholeNumbers(unknown[name]); err != nil && m.err == nil {
			m.err = refusal.At(name, err)
		}
	}
}

func (m *importer) record(r *record.Record) {
	rows(m, "children", r.Children, history.Child, func(c *iep.Child) (string, []string) { return c.ID, []string{c.ID} })
	rows(m, "calendars", r.Calendars, history.Calendar, func(y *calendar.SchoolYear) (string, []string) { return y.ID, m.owners.calendars[y.ID] })
	rows(m, "policies", r.Policies, history.Policy, func(p *policy.Policy) (string, []string) { return p.ID, m.owners.policies[p.ID] })
	m.plans(r.Plans)
	rows(m, "sessions", r.Sessions, history.Session, func(s *iep.Session) (string, []string) { return s.ID, m.owners.services[s.ServiceID] })
	rows(m, "decisions", named(r.Decisions), history.Decision, func(d *iep.Decision) (string, []string) { return d.ID, m.owners.decided(d) })
	rows(m, "requests", r.Requests, history.Request, func(q *iep.Request) (string, []string) { return q.ID, []string{q.ChildID} })
	rows(m, "meetings", r.Meetings, history.Meeting, func(t *iep.Meeting) (string, []string) { return t.ID, []string{t.ChildID} })
	rows(m, "esy", r.ESY, history.ESY, func(w *calendar.ESYWindow) (string, []string) { return w.ID, []string{w.ChildID} })
	rows(m, "carryovers", r.Carryovers, history.Carryover, func(o *iep.Carryover) (string, []string) { return o.ID, []string{o.ChildID} })
	rows(m, "contacts", r.Contacts, history.Contact, func(c *iep.Contact) (string, []string) { return c.ID, c.ChildIDs })
	rows(m, "notes", r.Notes, history.Note, func(n *iep.Note) (string, []string) { return n.ID, []string{n.ChildID} })
	rows(m, "promises", r.Promises, history.Promise, func(p *iep.Promise) (string, []string) { return p.ID, []string{p.ChildID} })
	rows(m, "removals", r.Removals, history.Removal, func(d *iep.Removal) (string, []string) { return d.ID, []string{d.ChildID} })
	rows(m, "arrangements", r.Arrangements, history.Arrangement, func(a *iep.Arrangement) (string, []string) { return a.ID, []string{a.ChildID} })
	rows(m, "attachments", r.Attachments, history.Attachment, m.attached(r))
}

// rows adds a list, of which about gives a row's id and its children.
func rows[T any](m *importer, list string, values []T, noun history.Noun, about func(*T) (string, []string)) {
	m.counts[list] = len(values)
	for i := range values {
		id, children := about(&values[i])
		m.add(list+"["+strconv.Itoa(i)+"]", noun, id, children, &values[i])
	}
}

// plans adds all plans, then their services.
func (m *importer) plans(plans []iep.Plan) {
	rows(m, "plans", withoutServices(plans), history.Plan, func(p *iep.Plan) (string, []string) { return p.ID, []string{p.ChildID} })
	for i := range plans {
		p := &plans[i]
		for j := range p.Services {
			m.counts["services"]++
			at := "plans[" + strconv.Itoa(i) + "].services[" + strconv.Itoa(j) + "]"
			m.add(at, history.Service, p.Services[j].ID, []string{p.ChildID}, &record.PlacedService{PlanID: p.ID, Service: p.Services[j]})
		}
	}
}

func withoutServices(plans []iep.Plan) []iep.Plan {
	bare := slices.Clone(plans)
	for i := range bare {
		bare[i].Services = nil
	}
	return bare
}

func (m *importer) add(at string, noun history.Noun, id string, children []string, value any) {
	if m.err != nil {
		return
	}
	data, err := WriteNoun(value)
	if err != nil {
		m.err = refusal.At(at, err)
		return
	}
	m.changes = append(m.changes, history.Change{Kind: history.Add, Noun: noun, ID: id, Children: children, Value: data})
}
