package record_test

import (
	"fmt"
	"strings"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

func gives(series, from, to string) iep.Role {
	r := iep.Role{Role: iep.Provider, SeriesID: series}
	if from != "" {
		r.From = day.MustParse(from)
	}
	if to != "" {
		r.To = day.MustParse(to)
	}
	return r
}

func service(id, series, first, last, provider string) *iep.Service {
	return &iep.Service{ID: id, SeriesID: series, Start: day.MustParse(first), End: day.MustParse(last), ProviderID: provider}
}

// told is who gave a service, as a person would read it.
func told(r *record.Record, versions ...*iep.Service) string {
	var lines []string
	for _, s := range r.GivenBy("mia", versions...) {
		var names []string
		for _, g := range s.Givers {
			names = append(names, g.Name)
		}
		lines = append(lines, fmt.Sprintf("%s..%s %s", s.First, s.Last, strings.Join(names, "+")))
	}
	return strings.Join(lines, "\n")
}

// Who gives a service is what the roles say; where they say nothing of its days
// yet, the service's own word stands. A gap is a gap.
func TestWhoGaveAService(t *testing.T) {
	dana, luis := iep.Contact{ID: "c1", Name: "Dana"}, iep.Contact{ID: "c2", Name: "Luis"}
	year := func(provider string) *iep.Service { return service("sp", "", "2026-09-01", "2027-06-11", provider) }
	with := func(c iep.Contact, roles ...iep.Role) iep.Contact {
		c.Roles = roles
		return c
	}
	for _, c := range []struct {
		what     string
		contacts []iep.Contact
		versions []*iep.Service
		want     string
	}{
		{"nobody was ever written down", []iep.Contact{dana}, []*iep.Service{year("")}, ""},
		{"a plain name", nil, []*iep.Service{year("Ms. Lane")}, "2026-09-01..2027-06-11 Ms. Lane"},
		{"the id of a contact", []iep.Contact{dana}, []*iep.Service{year("c1")}, "2026-09-01..2027-06-11 Dana"},
		{
			"one left and another came twelve days later",
			[]iep.Contact{with(dana, gives("sp", "", "2026-11-01")), with(luis, gives("sp", "2026-11-13", ""))},
			[]*iep.Service{year("c1")},
			"2026-09-01..2026-11-01 Dana\n2026-11-02..2026-11-12 \n2026-11-13..2027-06-11 Luis",
		},
		{
			"a plain name until the first role begins",
			[]iep.Contact{with(luis, gives("sp", "2026-11-13", "2026-12-18"))},
			[]*iep.Service{year("Ms. Lane")},
			"2026-09-01..2026-11-12 Ms. Lane\n2026-11-13..2026-12-18 Luis\n2026-12-19..2027-06-11 ",
		},
		{
			"a contact whose days are known is not there before them",
			[]iep.Contact{with(luis, gives("sp", "2026-11-13", ""))},
			[]*iep.Service{year("c2")},
			"2026-09-01..2026-11-12 \n2026-11-13..2027-06-11 Luis",
		},
		{
			"two together, and one alone",
			[]iep.Contact{with(dana, gives("sp", "2026-09-01", "")), with(luis, gives("sp", "2027-01-04", "2027-01-29"))},
			[]*iep.Service{year("")},
			"2026-09-01..2027-01-03 Dana\n2027-01-04..2027-01-29 Dana+Luis\n2027-01-30..2027-06-11 Dana",
		},
		{
			"a later version that names another after the roles were over",
			[]iep.Contact{with(dana, gives("sp", "2026-09-01", "2026-12-18"))},
			[]*iep.Service{
				service("sp", "", "2026-09-01", "2027-01-03", ""), service("sp-2", "sp", "2027-01-04", "2027-06-11", "Mr. Ames"),
			},
			"2026-09-01..2026-12-18 Dana\n2026-12-19..2027-01-03 \n2027-01-04..2027-06-11 Mr. Ames",
		},
		{
			"through an amendment, and not between two versions",
			[]iep.Contact{with(dana, gives("sp", "2026-09-01", ""))},
			[]*iep.Service{
				service("sp", "", "2026-09-01", "2026-12-18", ""), service("sp-2", "sp", "2026-12-19", "2027-01-31", ""),
				service("sp-3", "sp", "2027-02-15", "2027-06-11", ""),
			},
			"2026-09-01..2027-01-31 Dana\n2027-02-15..2027-06-11 Dana",
		},
		{
			"another service, another child, another role",
			[]iep.Contact{
				with(dana, gives("ot", "", "")), with(iep.Contact{ID: "c3", Name: "Ann", ChildIDs: []string{"leo"}}, gives("sp", "", "")),
				with(luis, iep.Role{Role: iep.CaseManager, SeriesID: "sp"}),
			},
			[]*iep.Service{year("")}, "",
		},
		{
			"an agency without a name of a person",
			[]iep.Contact{with(iep.Contact{ID: "c4"}, iep.Role{Role: iep.Provider, SeriesID: "sp", Organization: "Bright Steps"})},
			[]*iep.Service{year("")}, "2026-09-01..2027-06-11 Bright Steps",
		},
	} {
		if got := told(&record.Record{Contacts: c.contacts}, c.versions...); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}
