package app

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/open"
)

// People is the screen of everyone the family deals with, now and before.
type People struct{ Desk *Desk }

// A PeopleView is everyone of the record, by what they are now.
type PeopleView struct {
	Frame    Frame        `json:"frame"`
	Now      []PersonView `json:"now"`
	Before   []PersonView `json:"before"` // all of whose roles are over
	Kinds    []Choice     `json:"kinds"`  // of roles
	Series   []Choice     `json:"series"` // that a provider can give: child and series
	Children []Choice     `json:"children"`
	People   []Choice     `json:"people"` // who could come next
}

// A PersonView is a person or an office, with what they are and were.
type PersonView struct {
	Form   PersonForm `json:"form"`
	Name   string     `json:"name"`   // as it is called: the name, else the organization
	Whom   string     `json:"whom"`   // of several children, those it concerns; else empty
	Roles  []RoleView `json:"roles"`  // of now, or to come
	Before []RoleView `json:"before"` // over; the latest first
}

// A RoleView is a role in words.
type RoleView struct {
	At           int    `json:"at"`   // its place among the contact's roles
	Text         string `json:"text"` // Gives OT to Nora; Case manager
	Organization string `json:"organization"`
	Dates        string `json:"dates"` // since Mon Aug 12, 2024; or empty
}

// A PersonForm is a person or an office, as typed.
type PersonForm struct {
	ID       string     `json:"id"` // empty for a new one
	Name     string     `json:"name"`
	Phone    string     `json:"phone"`
	Email    string     `json:"email"`
	Note     string     `json:"note"`
	Children []string   `json:"children"` // empty: every child
	Roles    []RoleForm `json:"roles"`
	Because  string     `json:"because"`
}

// A RoleForm is a role, as typed.
type RoleForm struct {
	At           int    `json:"at"` // of one that is there already; -1: a new one
	Role         string `json:"role"`
	Organization string `json:"organization"`
	Series       string `json:"series"` // of PeopleView.Series, or empty
	First        string `json:"first"`
	Last         string `json:"last"`
}

// A LeaveForm says that somebody left, and who came next.
type LeaveForm struct {
	Contact      string `json:"contact"`
	Role         int    `json:"role"` // its place among the contact's roles
	Last         string `json:"last"`
	Next         string `json:"next"` // of PeopleView.People; empty: Name, or nobody yet
	Name         string `json:"name"`
	Organization string `json:"organization"`
	First        string `json:"first"` // empty: the day after Last
}

func (v *PeopleView) frame() *Frame { return &v.Frame }

// View shows everyone who concerns a child, or all.
func (p *People) View(child string) (*PeopleView, error) { return look(p.Desk, child, drawPeople) }

// Save adds a person or corrects one.
func (p *People) Save(child string, form PersonForm) (*PeopleView, error) {
	form = typed(form)
	return p.change(child, func(r *open.Room) error { return form.save(r) })
}

// Remove withdraws a person who was added by mistake.
func (p *People) Remove(child, id string) (*PeopleView, error) {
	return p.change(child, func(r *open.Room) error { return r.RemoveContact(id, "") })
}

// Leave ends a role and begins that of who came next.
func (p *People) Leave(child string, form LeaveForm) (*PeopleView, error) {
	return p.change(child, func(r *open.Room) error {
		leaving, err := typed(form).leaving()
		if err != nil {
			return err
		}
		return r.Leave(leaving, "")
	})
}

// Undo takes back the latest deed.
func (p *People) Undo(child string) (*PeopleView, error) { return undo(p.Desk, child, drawPeople) }

// Redo does again what was taken back.
func (p *People) Redo(child string) (*PeopleView, error) { return redo(p.Desk, child, drawPeople) }

func (p *People) change(child string, do func(*open.Room) error) (*PeopleView, error) {
	return change(p.Desk, child, do, drawPeople)
}

func drawPeople(s *sheet) (*PeopleView, error) {
	v := &PeopleView{
		Frame: s.frame(), Now: []PersonView{}, Before: []PersonView{}, Series: s.allSeries(), Children: []Choice{}, People: s.peopleChoices(),
		Kinds: choices(roles, roleWord),
	}
	for i := range s.Record.Children {
		v.Children = append(v.Children, Choice{s.Record.Children[i].ID, s.Record.Children[i].Name})
	}
	for i := range s.Record.Contacts {
		c := &s.Record.Contacts[i]
		if s.child != "" && !c.Concerns(s.child) {
			continue
		}
		if person := s.person(c); len(person.Roles) == 0 && len(person.Before) > 0 {
			v.Before = append(v.Before, person)
		} else {
			v.Now = append(v.Now, person)
		}
	}
	for _, list := range [][]PersonView{v.Now, v.Before} {
		slices.SortStableFunc(list, func(a, b PersonView) int { return compareText(a.Name, b.Name) })
	}
	return v, nil
}

// peopleChoices are everyone of the record by name.
func (s *sheet) peopleChoices() []Choice {
	list := []Choice{}
	for i := range s.Record.Contacts {
		list = append(list, Choice{s.Record.Contacts[i].ID, s.Record.Contacts[i].Called()})
	}
	return list
}

// allSeries are the services that somebody can give, whichever child is looked
// at.
func (s *sheet) allSeries() []Choice {
	list := []Choice{}
	for _, series := range s.Ledger.Series {
		list = append(list, Choice{seriesID(series), withName(s.named(series.ChildID), s.titleOf(series))})
	}
	return list
}

// roles are those to choose from.
var roles = []iep.RoleKind{
	iep.Provider, iep.CaseManager, iep.Teacher, iep.Principal, iep.District, iep.AgencyRole, iep.Doctor, iep.Advocate, iep.Attorney,
	iep.Family, iep.OtherRole,
}

func roleWord(r iep.RoleKind) string { return words.Put("role." + string(r)) }

func (s *sheet) person(c *iep.Contact) PersonView {
	v := PersonView{Form: s.personForm(c), Name: c.Called(), Whom: s.whom(c), Roles: []RoleView{}, Before: []RoleView{}}
	if v.Name == "" {
		v.Name = words.Put("role.unnamed")
	}
	for i := range c.Roles {
		r := &c.Roles[i]
		role := RoleView{At: i, Text: s.roleText(c, r), Organization: r.Organization, Dates: roleDates(r, s.Today)}
		if over(r, s.Today) {
			v.Before = append([]RoleView{role}, v.Before...)
		} else {
			v.Roles = append(v.Roles, role)
		}
	}
	return v
}

func over(r *iep.Role, today day.Day) bool { return r.To != day.None && r.To < today }

// whom names the children that a contact is about, where there are several.
func (s *sheet) whom(c *iep.Contact) string {
	var names []string
	for _, id := range c.ChildIDs {
		if name := s.named(id); name != "" {
			names = append(names, name)
		}
	}
	return words.And(names)
}

// roleText is what somebody does for the child; of a service, which one.
func (s *sheet) roleText(c *iep.Contact, r *iep.Role) string {
	var gives []string
	for _, series := range s.Ledger.Series {
		if c.Provides(r, series.ChildID, series.ID) {
			text := s.titleOf(series)
			if name := s.named(series.ChildID); name != "" {
				text = words.Put("role.to", "service", text, "child", name)
			}
			gives = append(gives, text)
		}
	}
	switch {
	case len(gives) > 0 && over(r, s.Today):
		return words.Put("role.gave", "service", words.And(gives))
	case len(gives) > 0:
		return words.Put("role.gives", "service", words.And(gives))
	case r.Role == "":
		return words.Put("role.other")
	}
	return roleWord(r.Role)
}

// roleDates are the days of a role, as far as they are known.
func roleDates(r *iep.Role, today day.Day) string {
	switch {
	case r.From == day.None && r.To == day.None:
		return ""
	case r.From == day.None:
		return words.Put("role.until", "day", words.Day(r.To))
	case r.To != day.None:
		return words.Span(day.Span{First: r.From, Last: r.To})
	case r.From > today:
		return words.Put("role.from", "day", words.Day(r.From))
	}
	return words.Put("role.since", "day", words.Day(r.From))
}
