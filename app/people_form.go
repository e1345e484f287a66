package app

import (
	"fmt"
	"slices"
	"strings"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// personForm is a contact as its form shows it.
func (s *sheet) personForm(c *iep.Contact) PersonForm {
	f := PersonForm{
		ID: c.ID, Name: c.Name, Phone: c.Phone, Email: c.Email, Note: c.Note, Children: append([]string{}, c.ChildIDs...), Roles: []RoleForm{},
	}
	for i := range c.Roles {
		r := &c.Roles[i]
		f.Roles = append(f.Roles, RoleForm{
			At: i, Role: string(r.Role), Organization: r.Organization, Series: s.given(c, r.SeriesID), First: iso(r.From), Last: iso(r.To),
		})
	}
	return f
}

// given names a series of a role as the choices do; one that is not there any
// more stands by its own id.
func (s *sheet) given(c *iep.Contact, id string) string {
	for _, series := range s.Ledger.Series {
		if series.ID == id && c.Concerns(series.ChildID) {
			return seriesID(series)
		}
	}
	return id
}

// save reads the form into a contact. Somebody with neither a name nor an
// organization is refused, and a role that ends before it begins.
func (f PersonForm) save(r *open.Room) error {
	book, err := r.Book()
	if err != nil {
		return err
	}
	old := book.Record.Contact(f.ID)
	c := iep.Contact{ID: f.ID, Name: f.Name, Phone: f.Phone, Email: f.Email, Note: f.Note}
	if len(f.Children) > 0 {
		c.ChildIDs = slices.Clone(f.Children)
	}
	for i := range f.Roles {
		role, err := f.Roles[i].role(fmt.Sprintf("roles[%d].", i), old)
		if err != nil {
			return err
		}
		f.Roles[i].serve(book, &c, &role)
		c.Roles = append(c.Roles, role)
	}
	if strings.TrimSpace(c.Called()) == "" {
		return refusal.At("name", refusal.New(refusal.Missing))
	}
	return r.SaveContact(c, f.Because)
}

// role reads a role; what a file said of it and no form shows stays.
func (f RoleForm) role(at string, old *iep.Contact) (role iep.Role, err error) {
	if old != nil && f.At >= 0 && f.At < len(old.Roles) {
		role.Unknown = old.Roles[f.At].Unknown
	}
	role.Role, role.Organization = iep.RoleKind(f.Role), f.Organization
	if role.From, err = parseDay(at+"first", f.First); err != nil {
		return role, err
	}
	if role.To, err = parseDay(at+"last", f.Last); err != nil {
		return role, err
	}
	if role.To != day.None && role.To < role.From {
		err = refusal.At(at+"last", refusal.New(refusal.Backwards, "start", role.From.String(), "end", role.To.String()))
	}
	return role, err
}

// serve names the service that is given. A contact that is about some children
// is about that service's child too.
func (f RoleForm) serve(book *binder.Book, c *iep.Contact, role *iep.Role) {
	if role.Role != iep.Provider {
		return
	}
	role.SeriesID = f.Series
	for _, series := range book.Ledger.Series {
		if seriesID(series) != f.Series {
			continue
		}
		role.SeriesID = series.ID
		if !c.Concerns(series.ChildID) {
			c.ChildIDs = append(c.ChildIDs, series.ChildID)
		}
	}
}

func (f LeaveForm) leaving() (l binder.Leaving, err error) {
	l = binder.Leaving{Contact: f.Contact, Role: f.Role, Next: f.Next, Name: strings.TrimSpace(f.Name), Company: f.Organization}
	if l.Last, err = neededDay("last", f.Last); err != nil {
		return l, err
	}
	if l.First, err = parseDay("first", f.First); err != nil {
		return l, err
	}
	if l.First == day.None {
		l.First = l.Last + 1
	}
	return l, nil
}
