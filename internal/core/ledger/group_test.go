package ledger_test

import (
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

// In a group or not, the minutes are given: no number of the ledger changes,
// and what is shown apart is a part of what the rows gave.
func TestAGroupChangesNoNumber(t *testing.T) {
	always(t, func(v view) {
		before := textOf(v.compute(v.record, v.asOf))
		grouped := coretest.Copy(v.record)
		for i := range grouped.Plans {
			for j := range grouped.Plans[i].Services {
				s := &grouped.Plans[i].Services[j]
				s.Mode = rapid.SampledFrom([]string{"", iep.Individual, iep.Group, iep.Consult}).Draw(v.T, "planned mode")
				s.GroupSize = new(rapid.IntRange(2, 3).Draw(v.T, "planned size"))
			}
		}
		for i := range grouped.Sessions {
			s := &grouped.Sessions[i]
			s.Mode = rapid.SampledFrom([]string{"", iep.Group}).Draw(v.T, "mode")
			if rapid.Bool().Draw(v.T, "size said") {
				s.GroupSize = new(rapid.IntRange(1, 4).Draw(v.T, "size"))
			}
		}
		l := v.compute(grouped, v.asOf)
		if after := textOf(l); after != before {
			v.Fatalf("with groups:\n%s\nwithout:\n%s", after, before)
		}
		for _, s := range l.Series {
			v.Series = s
			inGroup, given := 0, s.Summary.Delivered
			for _, row := range v.rows() {
				if v.slotsByRow()[row.ID] == nil {
					given += row.Given()
				}
			}
			for _, g := range s.InGroups() {
				sum := 0
				for _, row := range g.Rows {
					sum += row.Minutes
				}
				v.want("minutes of the rows", g.Minutes, sum)
				v.no(g.Given != 0 && g.Given <= g.Planned, "%d for %d is no larger group", g.Given, g.Planned)
				inGroup += g.Minutes
			}
			v.no(inGroup > given, "%d minutes in a group, of %d given", inGroup, given)
		}
	})
}

// Speech is one to one, Tuesday and Thursday. Three sessions and a make-up were
// in a group of three, one of them short; one in a group of which nobody wrote
// how large; one was missed; one as planned: 30 + 30 + 20 + 15 minutes are in a
// group of 3, and 30 in a group.
func TestMinutesInAGroupWhereThePlanSaysOneToOne(t *testing.T) {
	r := testing2027()
	r.Plans[0].Services[0].Mode = iep.Individual
	row := func(id, on string, status iep.Status, minutes *int, size int, mode string) iep.Session {
		s := iep.Session{ID: id, ServiceID: "speech", Date: day.MustParse(on), Kind: iep.Regular, Status: status, Minutes: minutes, Mode: mode}
		if size > 0 {
			s.GroupSize = &size
		}
		return s
	}
	makeUp := row("7", "2027-03-17", iep.Delivered, new(15), 3, "")
	makeUp.Kind = iep.Makeup
	r.Sessions = []iep.Session{
		makeUp,
		row("1", "2027-03-02", iep.Delivered, nil, 3, ""),
		row("2", "2027-03-04", iep.Delivered, nil, 3, iep.Group),
		row("3", "2027-03-09", iep.Partial, new(20), 3, ""),
		row("4", "2027-03-11", iep.Delivered, nil, 0, iep.Group),
		row("5", "2027-03-16", iep.Missed, nil, 3, ""),
		row("6", "2027-03-23", iep.Delivered, nil, 0, ""),
	}
	l, err := ledger.Compute(r, day.MustParse("2027-03-25"))
	if err != nil {
		t.Fatal(err)
	}
	groups := l.Find("speech", "").InGroups()
	if len(groups) != 2 || groups[0].Given != 0 || groups[0].Minutes != 30 || groups[1].Given != 3 || groups[1].Minutes != 95 {
		t.Fatalf("groups: %+v", groups)
	}
	var ids string
	for _, row := range groups[1].Rows {
		ids += row.Session.ID
	}
	if ids != "1237" {
		t.Errorf("rows %s, want those of the group of three by day: 1237", ids)
	}
	if ot := l.Find("ot", "").InGroups(); ot != nil {
		t.Errorf("therapy, of which the plan says nothing: %+v", ot)
	}
}

// Of four sessions one was given, one short by 10, one missed, and of one nobody
// is sure: of 120 minutes 50 were given and 40 missed, and 30 are not known.
func TestListed(t *testing.T) {
	r := testing2027()
	r.Sessions = []iep.Session{
		{ID: "1", ServiceID: "speech", Date: day.MustParse("2027-03-02"), Kind: iep.Regular, Status: iep.Delivered},
		{ID: "2", ServiceID: "speech", Date: day.MustParse("2027-03-04"), Kind: iep.Regular, Status: iep.Partial, Minutes: new(20)},
		{ID: "3", ServiceID: "speech", Date: day.MustParse("2027-03-09"), Kind: iep.Regular, Status: iep.Missed},
		{ID: "4", ServiceID: "speech", Date: day.MustParse("2027-03-11"), Kind: iep.Regular, Status: iep.Unsure},
	}
	l, err := ledger.Compute(r, day.MustParse("2027-03-12"))
	if err != nil {
		t.Fatal(err)
	}
	var got ledger.Listed
	for i := range l.Find("speech", "").Slots[:4] {
		got.Add(&l.Find("speech", "").Slots[i])
	}
	if want := (ledger.Listed{Sessions: 4, Planned: 120, Given: 50, Missed: 40, NotFilledIn: 1, Unknown: 30}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// A list of all sessions says the same of what is not known as the range does.
func TestAListAgreesWithTheRange(t *testing.T) {
	everySeries(t, func(v view) {
		var all ledger.Listed
		for i := range v.Slots {
			all.Add(&v.Slots[i])
		}
		r := v.Range()
		v.want("sessions not filled in", r.Unknown, all.NotFilledIn)
		v.want("given, if all took place", r.AllGiven.Summary.Delivered, all.Given+all.Unknown)
		v.want("given, if none did", r.AllMissed.Summary.Delivered, all.Given)
		v.want("missed, if all but these", r.AllMissed.Missed()-r.AllGiven.Missed(), all.Unknown)
	})
}
