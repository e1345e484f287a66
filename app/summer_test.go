package app

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// maple is Maple Valley in 2026-27 and the year after, with speech on Tuesday
// and Thursday, 30 minutes, of which fourteen were missed in the fall because
// the therapist was out: 420 minutes. Its summer program has speech of its own.
// Rows are added to the log.
func maple(t *testing.T, kind, today string, rows ...string) *family {
	t.Helper()
	f := newFamily(t, today)
	for d, n := day.MustParse("2026-09-01"), 0; n < 14; d++ {
		if d.Weekday() == day.Tuesday || d.Weekday() == day.Thursday {
			rows = append(rows, mapleRow("sp", d.String(), "regular", "missed", 0))
			n++
		}
	}
	file := `{"format": "service-hours", "version": 1, "children": [{"id": "mia", "name": "Mia"}],
	"calendars": [
		{"id": "y1", "school_year": "2026-27", "first_day": "2026-08-26", "last_day": "2027-06-11", "closures": [
			{"start": "2026-11-03", "end": "2026-11-03", "kind": "holiday"}, {"start": "2026-11-25", "end": "2026-11-27", "kind": "break"},
			{"start": "2026-12-21", "end": "2027-01-01", "kind": "break"}, {"start": "2027-04-05", "end": "2027-04-09", "kind": "break"}]},
		{"id": "y2", "school_year": "2027-28", "first_day": "2027-08-25", "last_day": "2028-06-09"},
		{"id": "july", "name": "Summer program", "first_day": "2027-06-21", "last_day": "2027-07-15", "school_weekdays": ["MO", "TU", "WE", "TH"],
			"closures": [{"start": "2027-07-05", "end": "2027-07-05", "kind": "holiday"}]}],
	"plans": [
		{"id": "plan", "child_id": "mia", "kind": "` + kind + `", "calendar_ids": ["y1", "y2"], "services": [
			{"id": "sp", "type": "speech", "start": "2026-08-31", "end": "2028-06-09",
			 "requirement": {"unit": "sessions", "amount": 2, "minutes_per_session": 30, "period": "week"},
			 "schedules": [{"id": "s", "rrule": "FREQ=WEEKLY;BYDAY=TU,TH", "from": "2026-08-31", "start_time": "10:00", "minutes": 30}]}]},
		{"id": "own", "child_id": "mia", "kind": "` + kind + `", "calendar_ids": ["july"], "services": [
			{"id": "esy-sp", "type": "speech", "start": "2027-06-21", "end": "2027-07-15",
			 "requirement": {"unit": "sessions", "amount": 2, "minutes_per_session": 30, "period": "week"},
			 "schedules": [{"id": "s", "rrule": "FREQ=WEEKLY;BYDAY=TU,TH", "from": "2027-06-21", "start_time": "09:00", "minutes": 30}]}]}],
	"sessions": [` + strings.Join(rows, ",\n") + `],
	"esy": [{"id": "w", "child_id": "mia", "start": "2027-06-21", "end": "2027-07-15", "makeup_capacity": {"sp": 180}, "plan_id": "own"}]}`
	f.out.file = filepath.Join(f.dir, "maple.json")
	if err := os.WriteFile(f.out.file, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	got((&Start{f.desk}).OpenFile("Mom"))
	return f
}

func mapleRow(service, on, kind, status string, minutes int) string {
	return fmt.Sprintf(`{"id": %q, "service_id": %q, "date": %q, "kind": %q, "status": %q, "minutes": %d, "reason": "provider_absent"}`,
		service+on+kind, service, on, kind, status, minutes)
}

// spring are the make-ups before the last day: ten minutes on each of eight
// sessions' days, and four extra Wednesdays.
func spring() []string {
	var rows []string
	for _, on := range []string{"05-18", "05-20", "05-25", "05-27", "06-01", "06-03", "06-08", "06-10"} {
		rows = append(rows, mapleRow("sp", "2027-"+on, "makeup", "delivered", 10))
	}
	for _, on := range []string{"05-19", "05-26", "06-02", "06-09"} {
		rows = append(rows, mapleRow("sp", "2027-"+on, "makeup", "delivered", 30))
	}
	return rows
}

func (f *family) summer() SummerChild {
	f.Helper()
	return got((&Summer{f.desk}).View("mia")).Children[0]
}

func amounts(s SummerSplit) string {
	var list []string
	for _, p := range s.Parts {
		list = append(list, p.Code+" "+p.Amount)
	}
	return strings.Join(list, ", ")
}

// 420 minutes: 80 and 120 made up before the last day, 180 set aside in summer,
// 40 for the next year. A session that the summer program itself misses opens a
// sheet of its own and leaves the 40 as they are.
func TestLeftoverBeyondTheLastDay(t *testing.T) {
	f := maple(t, "IEP", "2027-06-11", spring()...)
	const want = "made_up 200 min, later 0 min, summer 180 min, next_year 40 min"
	child := f.summer()
	if len(child.Splits) != 1 || amounts(child.Splits[0]) != want || child.Splits[0].Sum != "200 + 0 + 180 + 40 = 420" {
		t.Fatalf("%+v", child.Splits)
	}
	if last := child.Splits[0].Parts[3].Days; len(last) != 2 || last[0].On.ISO != "2026-10-13" || last[0].To == "" {
		t.Errorf("the days of the 40: %+v", last)
	}
	f = maple(t, "IEP", "2027-06-25", append(spring(), mapleRow("esy-sp", "2027-06-22", "regular", "missed", 0))...)
	child = f.summer()
	if amounts(child.Splits[0]) != want {
		t.Errorf("after a missed session of the program: %s", amounts(child.Splits[0]))
	}
	period := child.Periods[0]
	if period.Own[0].Text != "0 minutes given, 30 missed, 30 not filled in" || period.Pots[0].Text != "180 minutes set aside for make-up: 0 given, 180 left" {
		t.Errorf("%+v", period)
	}
}

// A year with a summer program, from its last day to the fall: the page, what was
// agreed, the make-ups in July, and the next year that opens with the rest.
func TestTheNextYearOpensWithTheCarriedLine(t *testing.T) {
	f := maple(t, "IEP", "2027-06-11", spring()...)
	screen := &Summer{f.desk}
	page, _ := json.Marshal(got(screen.Statement("mia")))
	for _, want := range []string{"Fri Jun 11, 2027", `["Speech","420","200","0","180","40"]`, "To fill in together", "What was agreed"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page does not say %s: %s", want, page)
		}
	}
	f.out.saved = filepath.Join(f.dir, "page.pdf")
	if v := got(screen.SaveStatement("mia", "mia")); !strings.HasPrefix(v.Frame.Did, "saved page.pdf") {
		t.Errorf("%q", v.Frame.Did)
	}
	if pdf, err := os.ReadFile(f.out.saved); err != nil || !strings.HasPrefix(string(pdf), "%PDF") {
		t.Errorf("%v", err)
	}
	form := f.summer().Agree
	if *form.Rows[0].ToSummer != 180 || *form.Rows[0].ToNextYear != 40 {
		t.Fatalf("the form begins with %+v", form.Rows[0])
	}
	form.AgreedBy = "Ms. Ito"
	v := got(screen.SaveAgreed("mia", form))
	agreed := v.Children[0].Agreed
	if len(agreed) != 1 || agreed[0].Text != "Agreed on Fri Jun 11, 2027 with Ms. Ito" || agreed[0].Rows[0] != "Speech: 180 minutes to the summer, 40 minutes to the next school year" {
		t.Fatalf("%+v", agreed)
	}
	if !strings.Contains(v.Children[0].Splits[0].Agreed, "with Ms. Ito") {
		t.Errorf("%q", v.Children[0].Splits[0].Agreed)
	}
	if before := got((&Owed{f.desk}).View("mia")).Series[0].Opening; before.Text != "" {
		t.Errorf("the year has not begun: %+v", before)
	}

	f.on("2027-07-16")
	log := &Log{f.desk}
	for _, on := range []string{"2027-06-23", "2027-06-30", "2027-07-07", "2027-07-14"} {
		f.makeUp(log, on, 45)
	}
	f.on("2027-09-01")
	owed := got((&Owed{f.desk}).View("mia")).Series[0]
	if want := "40 minutes were carried on into the school year that began on Wed Aug 25, 2027. 40 minutes of them are left."; owed.Opening.Text != want {
		t.Fatalf("%q", owed.Opening.Text)
	}
	if !strings.Contains(owed.Opening.Why, "Agreed on Fri Jun 11, 2027 with Ms. Ito") || owed.Opening.Child != "mia" {
		t.Errorf("%+v", owed.Opening)
	}
	if got := sumsOf(owed); got != "brought 40, missed 0, made_up 0, open 40" {
		t.Errorf("the fall begins with %s", got)
	}
	f.makeUp(&Log{f.desk}, "2027-09-01", 30)
	owed = got((&Owed{f.desk}).View("mia")).Series[0]
	if got := sumsOf(owed); got != "brought 40, missed 0, made_up 30, open 10" {
		t.Errorf("after a make-up %s", got)
	}
	if then := f.summer().Agreed[0].Then[0]; then != "Speech: the school year of Wed Aug 25, 2027 began with 40 minutes of it" {
		t.Errorf("%q", then)
	}
}

// makeUp logs a make-up of speech that names nothing.
func (f *family) makeUp(log *Log, on string, minutes int) {
	f.Helper()
	got(log.Save(LogQuery{Child: "mia"}, SessionForm{Service: "sp", Kind: "makeup", On: on, Status: "delivered", Minutes: &minutes}))
}

func sumsOf(s OwedSeries) string {
	var list []string
	for _, sum := range s.Sums {
		if sum.Code == "brought" || sum.Code == "older" || sum.Code == "missed" || sum.Code == "made_up" || sum.Code == "open" {
			list = append(list, fmt.Sprintf("%s %d", sum.Code, sum.Minutes))
		}
	}
	return strings.Join(list, ", ")
}

// A program is added, given a plan and a calendar of its own, and taken back; its
// calendar is no school year.
func TestASummerProgramHasAPlanOfItsOwn(t *testing.T) {
	f := newFamily(t, "2026-09-11")
	f.begin()
	screen := &Summer{f.desk}
	child := got(screen.View("")).Children[0]
	if child.Quiet == "" || len(child.Periods) > 0 {
		t.Fatalf("without a program: %+v", child)
	}
	form := child.Blank
	_, err := screen.Save("", form)
	refused(t, err, refusal.Missing, "first")
	form.First, form.Last = "2027-06-21", "2027-07-15"
	hour := 60
	form.Minutes = []SummerMinutes{{child.Services[0].ID, &hour}}
	v := got(screen.Save("", form))
	period := v.Children[0].Periods[0]
	if period.OwnPlan != "" || period.Pots[0].Text != "60 minutes set aside for make-up: 0 given, 60 left" {
		t.Fatalf("%+v", period)
	}
	v = got(screen.PlanOwn("", period.Form.ID))
	if to := v.Children[0].Periods[0].OwnPlan; !strings.HasPrefix(to, "#/family/plan/") {
		t.Fatalf("its plan stands at %q", to)
	}
	if v.Frame.Undo == "" {
		t.Error("it cannot be undone")
	}
	family := got((&Family{f.desk}).View(""))
	if len(family.Children[0].Plans) != 2 || family.Children[0].Plans[1].Form.Kind != "IEP" {
		t.Errorf("%d plans", len(family.Children[0].Plans))
	}
	v = got(screen.Undo(""))
	if v.Children[0].Periods[0].OwnPlan != "" || len(got((&Family{f.desk}).View("")).Children[0].Plans) != 1 {
		t.Error("Undo leaves the plan")
	}
	if v = got(screen.Remove("", period.Form.ID)); len(v.Children[0].Periods) != 0 {
		t.Error("it is still there")
	}
}

// An agreement is refused where it says nothing, or what cannot be.
func TestWhatCannotBeAgreed(t *testing.T) {
	f := maple(t, "IEP", "2027-06-11")
	screen := &Summer{f.desk}
	for _, c := range []struct {
		what   string
		change func(*AgreeForm)
		code   refusal.Code
		field  string
	}{
		{"no minutes", func(a *AgreeForm) { a.Rows[0].ToSummer, a.Rows[0].ToNextYear = nil, nil }, refusal.Missing, "rows[0].toNextYear"},
		{"minutes below zero", func(a *AgreeForm) { a.Rows[0].ToSummer = new(-1) }, refusal.OutOfBounds, "rows[0].toSummer"},
		{"more from before than in all", func(a *AgreeForm) { a.Rows[0].Before = new(1000) }, refusal.OutOfBounds, "rows[0].before"},
		{"no day", func(a *AgreeForm) { a.AgreedOn = "" }, refusal.Missing, "agreedOn"},
		{"a day to come", func(a *AgreeForm) { a.AgreedOn = "2027-06-12" }, refusal.NotYet, "agreedOn"},
		{"to be made up before the balance", func(a *AgreeForm) { a.By = "2027-06-01" }, refusal.Backwards, "by"},
	} {
		form := f.summer().Agree
		form.Rows[0].ToNextYear = new(40)
		c.change(&form)
		_, err := screen.SaveAgreed("mia", form)
		t.Run(c.what, func(t *testing.T) { refused(t, err, c.code, c.field) })
	}
	if agreed := f.summer().Agreed; len(agreed) != 0 {
		t.Errorf("%+v", agreed)
	}
}

// Of a child with a 504 plan nothing is said that belongs to an IEP.
func TestNothingOfAnIEPIsSaidOfA504Plan(t *testing.T) {
	f := maple(t, "504", "2027-06-25", append(spring(), mapleRow("sp", "2027-06-22", "makeup", "delivered", 200))...)
	form := f.summer().Agree
	form.Rows[0].ToNextYear = new(20)
	got((&Summer{f.desk}).SaveAgreed("mia", form))
	for what, view := range map[string]any{
		"summer": f.summer(), "statement": got((&Summer{f.desk}).Statement("mia")), "early": got((&Early{f.desk}).View("mia")).Children,
	} {
		said, err := json.Marshal(view)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"IEP", "ESY", "300.106", "extended school year"} {
			if strings.Contains(string(said), word) {
				t.Errorf("%s says %s: %s", what, word, said)
			}
		}
	}
	if warnings := f.summer().Periods[0].Warnings; len(warnings) != 2 || warnings[0].To == "" {
		t.Errorf("%+v", warnings)
	}
}

// What is said early is chosen for a child, tried before it is kept, and can be
// turned off.
func TestAFamilyChoosesWhenItIsTold(t *testing.T) {
	f := maple(t, "IEP", "2026-10-16")
	screen := &Early{f.desk}
	child := got(screen.View("mia")).Children[0]
	if *child.Form.InARow != 3 || !strings.Contains(child.Asks[0].Says[0], "14 sessions in a row were not given, since Tue Sep 1, 2026") {
		t.Fatalf("%+v", child)
	}
	off := EarlyForm{Child: "mia", InARow: new(0), Share: new(0), Vacancy: new(0), Fit: new(0)}
	for _, ask := range got(screen.Try(off)) {
		if len(ask.Says) != 1 || ask.Says[0] != "Nothing, since it is off." {
			t.Errorf("turned off: %+v", ask)
		}
	}
	if today := got((&Today{f.desk}).View("mia")); len(today.Balances[0].Early) == 0 || today.Balances[0].Early[0].To != "#/owed/mia%2Fsp" {
		t.Errorf("a try changes nothing: %+v", today.Balances[0].Early)
	}
	_, err := screen.Save("mia", EarlyForm{Child: "mia", Weeks: new(0)})
	refused(t, err, refusal.OutOfBounds, "weeks")
	got(screen.Save("mia", off))
	if today := got((&Today{f.desk}).View("mia")); len(today.Balances[0].Early) != 0 {
		t.Errorf("turned off, Today says %+v", today.Balances[0].Early)
	}
	if v := got(screen.Undo("mia")); *v.Children[0].Form.InARow != 3 {
		t.Errorf("%+v", v.Children[0].Form)
	}
}
