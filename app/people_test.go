package app

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/refusal"
)

// Dana gives speech from the first day. She leaves on Nov 1; Luis begins on Nov
// 13. Today, the log, the calendar and the sheet all say so, and the days
// between are said to be a gap.
func TestOneLeftAndAnotherCame(t *testing.T) {
	f := newFamily(t, "2026-11-20")
	f.begin()
	people := &People{f.desk}
	v := got(people.View(""))
	series := v.Series[0].ID
	v = got(people.Save("", PersonForm{
		Name: "Dana", Phone: "555-0100", Roles: []RoleForm{{At: -1, Role: "provider", Organization: "District", Series: series, First: "8/24/2026"}},
	}))
	if v.Frame.Did != "added a person" || len(v.Now) != 1 || v.Now[0].Roles[0].Text != "Gives Speech" || v.Now[0].Roles[0].Dates != "since Mon Aug 24, 2026" {
		t.Fatalf("%+v", v.Now)
	}
	dana := v.Now[0].Form.ID
	v = got(people.Leave("", LeaveForm{Contact: dana, Last: "2026-11-01", Name: "Luis", Organization: "Kite OT", First: "2026-11-13"}))
	if len(v.Now) != 1 || v.Now[0].Name != "Luis" || v.Now[0].Roles[0].Organization != "Kite OT" || len(v.Before) != 1 ||
		v.Before[0].Before[0].Text != "Gave Speech" || v.Before[0].Before[0].Dates != "Mon Aug 24, 2026 to Sun Nov 1, 2026" || v.Before[0].Form.Phone != "555-0100" {
		t.Errorf("now %+v, before %+v", v.Now, v.Before)
	}
	sheet := got((&Family{f.desk}).View("")).Children[0].Plans[0].Sheets[0]
	if want := "Dana until Sun Nov 1, 2026 · nobody written down until Thu Nov 12, 2026 · Luis since Fri Nov 13, 2026"; sheet.Givers != want {
		t.Errorf("given by %q, want %q", sheet.Givers, want)
	}
	said := map[string]string{}
	for _, row := range got((&Log{f.desk}).View(LogQuery{})).Rows {
		said[row.On.ISO] = row.Provider
	}
	if said["2026-10-29"] != "Dana" || said["2026-11-05"] != "" || said["2026-11-12"] != "" || said["2026-11-17"] != "Luis" {
		t.Errorf("the log has %v", said)
	}
	for _, ask := range got((&Today{f.desk}).View("")).Asks {
		if want := map[bool]string{true: "Luis"}[ask.On.ISO >= "2026-11-13"]; ask.Provider != want {
			t.Errorf("Today asks on %s of %q, want %q", ask.On.ISO, ask.Provider, want)
		}
	}
	cells := map[string]string{}
	for _, month := range got((&Calendar{f.desk}).View(CalendarQuery{})).Months {
		for _, week := range month.Weeks {
			for _, cell := range week {
				for _, session := range cell.Sessions {
					cells[cell.ISO] = session.Provider
				}
			}
		}
	}
	if cells["2026-10-29"] != "Dana" || cells["2026-11-05"] != "" || cells["2027-01-12"] != "Luis" {
		t.Errorf("the calendar has %q, %q, %q", cells["2026-10-29"], cells["2026-11-05"], cells["2027-01-12"])
	}
	v = got(people.Undo(""))
	if len(v.Now) != 1 || v.Now[0].Name != "Dana" || len(v.Before) != 0 {
		t.Errorf("after Undo: %+v, before %+v", v.Now, v.Before)
	}
}

func TestAPersonIsCorrectedAndStruck(t *testing.T) {
	f := newFamily(t, "2026-11-20")
	f.begin()
	people := &People{f.desk}
	_, err := people.Save("", PersonForm{Phone: "555"})
	refused(t, err, refusal.Missing, "name")
	_, err = people.Save("", PersonForm{Name: "A", Roles: []RoleForm{{At: -1}, {At: -1, First: "2026-09-02", Last: "2026-09-01"}}})
	refused(t, err, refusal.Backwards, "roles[1].last")
	_, err = people.Save("", PersonForm{Name: "A", Roles: []RoleForm{{At: -1, First: "Sept"}}})
	refused(t, err, refusal.DayTyped, "roles[0].first")
	v := got(people.Save("", PersonForm{Roles: []RoleForm{{At: -1, Role: "district", Organization: "Maple Valley"}}}))
	if v.Now[0].Name != "Maple Valley" || v.Now[0].Roles[0].Text != "District office" || v.Now[0].Roles[0].Dates != "" {
		t.Errorf("%+v", v.Now)
	}
	form := v.Now[0].Form
	form.Name, form.Roles[0].Last = "Front desk", "2026-10-30"
	v = got(people.Save("", form))
	if len(v.Before) != 1 || v.Before[0].Name != "Front desk" || v.Before[0].Before[0].Dates != "until Fri Oct 30, 2026" || v.Frame.Did != "changed a person" {
		t.Errorf("%+v", v)
	}
	if v = got(people.Remove("", form.ID)); len(v.Now)+len(v.Before) != 0 || v.Frame.Did != "struck a person" {
		t.Errorf("%+v", v)
	}
	if v = got(people.Undo("")); len(v.Before) != 1 {
		t.Errorf("%+v", v)
	}
	_, err = people.Save("", PersonForm{ID: "gone", Name: "B"})
	refused(t, err, refusal.Gone, "")
	_, err = people.Leave("", LeaveForm{Contact: form.ID})
	refused(t, err, refusal.Missing, "last")
}

// A move to another school and agency after Jan 29: two sheets, each headed by
// its agency, its school and its days. What was open stays on the old one.
func TestAMoveIsTwoSheets(t *testing.T) {
	f := newFamily(t, "2027-02-16")
	f.begin()
	family, log := &Family{f.desk}, &Log{f.desk}
	v := got(family.View(""))
	plan := v.Children[0].Plans[0]
	service := plan.Services[0].Form
	service.Agency, service.Verbatim = "Old district", "Speech: 2 x 30 minutes a week."
	got(family.SaveService("", service))
	slot := ""
	for _, row := range got(log.View(LogQuery{})).Rows {
		if row.On.ISO == "2027-01-12" {
			slot = row.Key
		}
	}
	got(log.Missed(LogQuery{}, []string{slot}, "provider_absent"))
	v = got(family.Move("", MoveForm{
		Plan: plan.Form.ID, First: "2027-02-08", Last: "2027-01-29", Sheet: true, Agency: "New district", Series: []string{plan.Series[0].ID},
		Calendar: "new", Year: YearForm{Name: "Oak", First: "2026-08-31", Last: "2027-06-04"},
	}))
	if v.Frame.Did != "wrote down the move" || len(v.Children[0].Plans) != 2 {
		t.Fatalf("did %q, %d plans", v.Frame.Did, len(v.Children[0].Plans))
	}
	owed := got((&Owed{f.desk}).View("")).Series
	old, next := owed[0], owed[1]
	if old.Title != "Speech (Old district)" || next.Title != "Speech (New district)" {
		t.Errorf("titles %q, %q", old.Title, next.Title)
	}
	if old.Sheet != "Old district · Larkspur · Mon Aug 24, 2026 to Fri Jan 29, 2027" || next.Sheet != "New district · Oak · Mon Feb 8, 2027 to Fri Jun 11, 2027" {
		t.Errorf("sheets %q, %q", old.Sheet, next.Sheet)
	}
	if old.Ended != "The services on this sheet ended on Fri Jan 29, 2027. What was left, 30 minutes, stays on it." || next.Ended != "" {
		t.Errorf("ended %q, %q", old.Ended, next.Ended)
	}
	if old.Headline != "30 minutes left to make up" || next.Headline != "0 minutes left to make up" {
		t.Errorf("%q, %q", old.Headline, next.Headline)
	}
	if says := next.Says[0]; says.Page != "Says so: page 14" || says.Verbatim != service.Verbatim || says.Dates != "" {
		t.Errorf("%+v", says)
	}
	_, err := family.Move("", MoveForm{Plan: plan.Form.ID})
	refused(t, err, refusal.Missing, "first")
	_, err = family.Move("", MoveForm{Plan: plan.Form.ID, First: "2027-03-01"})
	refused(t, err, refusal.Missing, "calendar")
	_, err = family.Move("", MoveForm{Plan: plan.Form.ID, First: "2027-03-01", Calendar: "new"})
	refused(t, err, refusal.Missing, "year.last")
}

// An amendment begins a version; the lines of before say what was promised then.
func TestALineSaysWhatWasPromisedThen(t *testing.T) {
	f := newFamily(t, "2027-02-16")
	f.begin()
	family, log := &Family{f.desk}, &Log{f.desk}
	service := got(family.View("")).Children[0].Plans[0].Services[0].Form
	three, twenty := 3, 20
	service.From, service.Amount, service.Minutes, service.Weekdays = "2027-01-20", &three, &twenty, []string{"MO", "WE", "FR"}
	service.Page = "3 of the amendment"
	plan := got(family.SaveService("", service)).Children[0].Plans[0]
	var when, short []string
	for _, s := range plan.Services {
		when, short = append(when, s.When), append(short, s.Short)
	}
	if strings.Join(when, "; ") != "Until Tue Jan 19, 2027; Since Wed Jan 20, 2027" || strings.Join(short, "; ") != "2 × 30 min a week; 3 × 20 min a week" {
		t.Errorf("%q %q", when, short)
	}
	var keys []string
	for _, row := range got(log.View(LogQuery{})).Rows {
		if row.On.ISO == "2027-01-12" || row.On.ISO == "2027-02-10" {
			keys = append(keys, row.Key)
		}
	}
	got(log.Missed(LogQuery{}, keys, "provider_absent"))
	series := got((&Owed{f.desk}).View("")).Series[0]
	var said []string
	for _, line := range series.Lines {
		if line.Answer == "yes" {
			said = append(said, line.Slot.Says)
		}
	}
	want := []string{
		"Promised then: 2 sessions of 30 minutes a week. Says so: page 14.",
		"Promised then: 3 sessions of 20 minutes a week. Says so: page 3 of the amendment.",
	}
	if len(said) != 2 || said[0] != want[0] || said[1] != want[1] {
		t.Errorf("%q", said)
	}
	if len(series.Says) != 2 || series.Says[0].Dates != "Since Wed Jan 20, 2027" || series.Says[1].Dates != "Until Tue Jan 19, 2027" {
		t.Errorf("%+v", series.Says)
	}
}

// The rights are a word of the record, shown as it stands; nothing follows.
func TestWhoHoldsTheRights(t *testing.T) {
	f := newFamily(t, "2027-02-16")
	f.begin()
	family := &Family{f.desk}
	v := got(family.View(""))
	form := v.Children[0].Form
	if v.Children[0].Rights != "" || v.Rights[0].ID != "Mom" || v.Rights[0].Text != "You (Mom)" {
		t.Errorf("%q, %v", v.Children[0].Rights, v.Rights)
	}
	for _, c := range []struct{ who, since, want string }{
		{"student", "2027-02-01", "Educational rights: The student, since Mon Feb 1, 2027"},
		{"Grandma Rose", "", "Educational rights: Grandma Rose"},
		{"text", "", "Educational rights: text"},
	} {
		form.Rights, form.Since = c.who, c.since
		if v = got(family.SaveChild("", form)); v.Children[0].Rights != c.want || v.Children[0].Form != form {
			t.Errorf("%q %+v, want %q", v.Children[0].Rights, v.Children[0].Form, c.want)
		}
	}
	form.Since = "some day"
	_, err := family.SaveChild("", form)
	refused(t, err, refusal.DayTyped, "rightsFrom")
}

// Nothing that the sample's child with a 504 plan is shown speaks of IEPs or
// of the rules for them; the counts of an evaluation come before any plan.
func TestA504ChildReadsNothingOfIEPs(t *testing.T) {
	f := newFamily(t, "2026-11-20")
	got((&Start{f.desk}).Sample())
	family := got((&Family{f.desk}).View("theo"))
	i := slices.IndexFunc(family.Children, func(c ChildView) bool { return c.Form.ID == "theo" })
	theo := family.Children[i]
	theo.Dates = DatesView{}
	holdWords(t, "Child & services", theo)
	for _, pack := range family.Packs {
		for _, a := range pack.Answers {
			holdWords(t, "answers of "+pack.ID, a.Source504)
		}
	}
	today := got((&Today{f.desk}).View("theo"))
	next := today.Next[:0]
	for _, n := range today.Next {
		if !strings.Contains(n.Source, "300.301") {
			next = append(next, n)
		}
	}
	today.Next, today.Frame = next, Frame{}
	holdWords(t, "Today", today)
	owed := got((&Owed{f.desk}).View("theo"))
	owed.Frame = Frame{}
	holdWords(t, "Minutes owed", owed)
	log := got((&Log{f.desk}).View(LogQuery{Child: "theo"}))
	log.Frame = Frame{}
	holdWords(t, "Session log", log)
	calendar := got((&Calendar{f.desk}).View(CalendarQuery{Child: "theo"}))
	calendar.Frame = Frame{}
	holdWords(t, "Calendar", calendar)
	if owed.Series[1].Says[0].Promise != "no amount stated" {
		t.Errorf("the plan without an amount says %+v", owed.Series[1].Says)
	}
}

var ofIEPs = regexp.MustCompile(`\bIEPs?\b|\bIDEA\b|OSEP|OSERS|34 CFR 300|\bESY\b|Balkman|denied`)

func holdWords(t *testing.T, where string, view any) {
	t.Helper()
	text, err := json.Marshal(view)
	if err != nil {
		t.Fatal(err)
	}
	text = []byte(strings.ReplaceAll(string(text), "Section 504 plan, no IEP", "")) // the name of a pack
	if bytes.Equal(text, []byte("null")) {
		t.Errorf("%s is empty", where)
	}
	if found := ofIEPs.FindIndex(text); found != nil {
		t.Errorf("%s of a 504 child: …%s…", where, text[max(0, found[0]-80):min(len(text), found[1]+80)])
	}
}
