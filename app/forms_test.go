package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
)

// brought is a family whose record came in with a file.
func brought(t *testing.T, today, file string) *family {
	t.Helper()
	f := newFamily(t, today)
	f.out.file = filepath.Join(t.TempDir(), "family.json")
	if err := os.WriteFile(f.out.file, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	got((&Start{f.desk}).OpenFile("Mom"))
	return f
}

// printed is the whole record in the portable format.
func (f *family) printed() string {
	f.Helper()
	whole, err := f.desk.House.Room().Export()
	if err != nil {
		f.Fatal(err)
	}
	data, err := exchange.Write(whole)
	if err != nil {
		f.Fatal(err)
	}
	return string(data)
}

// odd is a family whose file says all that forms do not show: words of another
// program, rhythms beside the weekly one, amounts of every kind.
const odd = `{
	"format": "service-hours", "version": 1, "their_app": [1, {"deep": null}],
	"children": [{"id": "mia", "name": "Mia", "state": "TX", "grade": "3", "school": "Birch", "district": "D", "rights_holder": "parent", "pet": "a cat"}],
	"calendars": [{"id": "y1", "name": "Birch", "first_day": "2026-08-24", "last_day": "2027-06-11", "bell": "8:05",
		"school_weekdays": ["MO", "TU", "WE", "TH", "FR", "SA"],
		"closures": [{"start": "2026-11-26", "end": "2026-11-27", "name": "Thanksgiving", "kind": "holiday", "from": "p. 2", "source": "feed"},
			{"id": "snow", "start": "2026-12-03", "end": "2026-12-03", "kind": "weather"}],
		"early_release": [{"start": "2026-09-14", "end": "2026-09-18", "weekdays": ["WE"], "dismissal": "11:30", "source": "pasted"}],
		"extra_school_days": [{"date": "2026-11-27", "why": "snow", "source": "typed"}],
		"noted_days": [{"id": "tests", "start": "2027-04-19", "end": "2027-04-23", "name": "State tests", "kind": "testing", "source": "suggested", "room": 4}],
		"level": "middle", "guess": true, "guessed_from": "y0", "terms": [{"name": "Q1", "start": "2026-08-24", "end": "2026-10-30"}]}],
	"policies": [{"id": "ours", "pack": "tx-hcde", "owed": {"testing": "yes"}, "said_by": "Ms. Hall"}],
	"plans": [{"id": "iep", "child_id": "mia", "kind": "IEP", "start": "2026-08-24", "end": "2027-06-11", "case": "A-17",
		"calendar_ids": ["y1"], "policy_id": "ours", "services": [
			{"id": "weekly", "type": "speech", "start": "2026-08-24", "end": "2027-06-11", "verbatim": "twice a week", "line": 4, "group_size": 3,
			 "requirement": {"unit": "sessions", "amount": 2, "minutes_per_session": 30, "period": "week", "in": "school"},
			 "schedules": [{"id": "a", "rrule": "FREQ=WEEKLY;BYDAY=TU,TH", "from": "2026-08-24", "start_time": "10:00", "minutes": 30, "room": "12"}]},
			{"id": "longer", "type": "OT", "start": "2026-08-24", "end": "2027-06-11",
			 "requirement": {"unit": "sessions", "amount": 1, "minutes_per_session": 30, "period": "week", "every": 2},
			 "schedules": [{"id": "a", "rrule": "FREQ=WEEKLY;BYDAY=MO", "from": "2026-10-01", "to": "2027-04-30", "minutes": 45}]},
			{"id": "monthly", "type": "PT", "start": "2026-08-24", "end": "2027-06-11",
			 "requirement": {"unit": "minutes", "amount": 120, "period": "month"},
			 "schedules": [{"id": "a", "rrule": "FREQ=WEEKLY;BYDAY=WE", "from": "2026-08-24", "minutes": 40}]},
			{"id": "yearly", "type": "consult", "start": "2026-08-24", "end": "2027-06-11",
			 "requirement": {"unit": "minutes", "amount": 600, "minutes_per_session": 20, "period": "year"}, "schedules": []},
			{"id": "biweekly", "type": "counseling", "start": "2026-08-24", "end": "2027-06-11",
			 "schedules": [{"id": "a", "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "from": "2026-08-24", "minutes": 25, "except_dates": ["2026-09-04"]},
				{"id": "b", "rrule": "FREQ=MONTHLY;BYDAY=1MO", "from": "2026-08-24", "minutes": 15}]},
			{"id": "once", "type": "reading", "start": "2026-08-24", "end": "2027-06-11",
			 "schedules": [{"id": "a", "rrule": "FREQ=WEEKLY;BYDAY=TU;COUNT=6", "from": "2026-09-01", "minutes": 25, "ignore_school_calendar": true}]}]}],
	"sessions": [
		{"id": "s1", "service_id": "weekly", "date": "2026-08-25", "kind": "regular", "status": "unsure", "color": "grey"},
		{"id": "s2", "service_id": "weekly", "schedule_id": "a", "date": "2026-08-27", "start_time": "10:05", "kind": "regular", "status": "missed",
		 "reason": "provider_absent", "mode": "group", "entered_at": "2026-08-28", "known_by": "a neighbor", "color": "red"},
		{"id": "s3", "service_id": "weekly", "date": "2026-09-02", "kind": "makeup", "status": "delivered", "minutes": 10, "makeup_for": ["weekly:2026-08-27:a"]}],
	"decisions": [{"service_id": "weekly", "date": "2026-08-27", "owed": "yes", "by": "the team"}],
	"esy": []}`

// A form that is saved as it was shown changes nothing in the record: what no
// form shows stays, and no field comes back as another.
func TestAFormSavedAsShownChangesNothing(t *testing.T) {
	for _, file := range []string{odd, sampleText(t)} {
		f := brought(t, "2026-09-10", file)
		before, screen := f.printed(), &Family{f.desk}
		unchanged := func(what string, err error) {
			t.Helper()
			if err != nil {
				t.Errorf("%s: %v", what, err)
			} else if after := f.printed(); after != before {
				t.Errorf("%s changed the record to %s", what, changed(before, after))
				before = after
			}
		}
		v := got(screen.View(""))
		for _, c := range v.Children {
			unchanged("child "+c.Form.ID, second(screen.SaveChild("", c.Form)))
			for _, p := range c.Plans {
				unchanged("plan "+p.Form.ID, second(screen.SavePlan("", p.Form)))
				for _, s := range p.Services {
					unchanged("service "+s.Form.ID, second(screen.SaveService("", s.Form)))
				}
			}
		}
		for _, y := range v.Calendars {
			unchanged("year "+y.Form.ID, second(screen.SaveYear("", y.Form)))
			for _, c := range y.Closures {
				unchanged("closure "+c.Form.ID, second(screen.SaveClosure("", c.Form)))
			}
		}
		log := &Log{f.desk}
		for _, r := range got(log.View(LogQuery{})).Rows {
			if r.Entry != "" {
				unchanged("row "+r.Key, second(log.Save(LogQuery{}, got(log.Entry(r.Key)).Form)))
			}
		}
	}
}

func sampleText(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "sample.json")
	writeSample(t, file)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// changed are the lines that stand only after.
func changed(before, after string) string {
	was := strings.Split(before, "\n")
	var news []string
	for line := range strings.SplitSeq(after, "\n") {
		if !slices.Contains(was, line) {
			news = append(news, strings.TrimSpace(line))
		}
	}
	return strings.Join(news, " | ")
}

// service is the service of an id as the record has it.
func (f *family) service(id string) *iep.Service {
	f.Helper()
	book, err := f.desk.House.Room().Book()
	if err != nil {
		f.Fatal(err)
	}
	_, s := book.Service(id)
	if s == nil {
		f.Fatalf("there is no service %s", id)
	}
	return s
}

// form is the service's form as the screen shows it.
func (f *family) form(id string) ServiceForm {
	f.Helper()
	for _, p := range got((&Family{f.desk}).View("")).Children[0].Plans {
		for _, s := range p.Services {
			if s.Form.ID == id {
				return s.Form
			}
		}
	}
	f.Fatalf("there is no form of %s", id)
	return ServiceForm{}
}

// A rhythm that the form cannot show is told in words and stays, whatever else
// is typed; also through an amendment, on both sides of it.
func TestAnotherRhythmKeepsItsRule(t *testing.T) {
	f := brought(t, "2026-09-24", odd)
	screen := &Family{f.desk}
	form, before := f.form("biweekly"), f.service("biweekly").Schedules
	if form.OtherRule == "" || len(form.Weekdays) > 0 {
		t.Fatalf("shown as %+v", form)
	}
	form.Page, form.Weekdays, form.Time = "7", []string{"MO"}, "09:00"
	got(screen.SaveService("", form))
	same := func(what string, got []iep.Schedule) {
		t.Helper()
		if len(got) != 2 || got[0].Rule != before[0].Rule || got[0].From != before[0].From || got[0].ID != "a" || len(got[0].ExceptDates) != 1 || got[1].Rule != before[1].Rule {
			t.Errorf("%s: %+v", what, got)
		}
	}
	same("corrected", f.service("biweekly").Schedules)
	form = f.form("biweekly")
	form.From = "2026-09-14"
	v := got(screen.SaveService("", form))
	services := v.Children[0].Plans[0].Services
	same("before the amendment", f.service("biweekly").Schedules)
	same("after it", f.service(services[len(services)-1].Form.ID).Schedules)
	if f.service("biweekly").Page != "7" {
		t.Error("the page was not kept")
	}
}

// What the form shows otherwise than it is changes only when it is typed anew.
func TestOnlyWhatIsTypedChanges(t *testing.T) {
	f := brought(t, "2026-09-24", odd)
	screen := &Family{f.desk}
	form := f.form("longer")
	form.Page = "9"
	got(screen.SaveService("", form))
	if s := f.service("longer"); s.Schedules[0].Minutes != 45 || s.Schedules[0].From.String() != "2026-10-01" || *s.Requirement.MinutesPerSession != 30 {
		t.Errorf("a page changed the plan: %+v, %+v", s.Requirement, s.Schedules)
	}
	forty := 40
	form.Minutes, form.Weekdays = &forty, []string{"MO", "WE"}
	got(screen.SaveService("", form))
	if s := f.service("longer"); s.Schedules[0].Minutes != 40 || *s.Requirement.MinutesPerSession != 40 || s.Schedules[0].Rule != "FREQ=WEEKLY;BYDAY=MO,WE" {
		t.Errorf("minutes typed: %+v, %+v", s.Requirement, s.Schedules)
	}
	form = f.form("weekly")
	form.First, form.Last = "2026-08-17", "2027-06-18"
	got(screen.SaveService("", form))
	if s := f.service("weekly"); s.Schedules[0].From != s.Start || s.Start.String() != "2026-08-17" {
		t.Errorf("the rhythm begins %s, the service %s", s.Schedules[0].From, s.Start)
	}
}

// A service whose weekdays are taken out is planned on no day, and keeps its
// promise; one whose amount is taken out promises nothing.
func TestWeekdaysAndAmountsAreTakenOut(t *testing.T) {
	f := brought(t, "2026-09-24", odd)
	screen := &Family{f.desk}
	form := f.form("weekly")
	form.Weekdays = nil
	v := got(screen.SaveService("", form))
	if s := f.service("weekly"); len(s.Schedules) != 0 || s.Requirement == nil || string(s.Requirement.Unknown["in"]) != `"school"` {
		t.Errorf("%+v", s)
	}
	if got := v.Children[0].Plans[0].Services[0].Counts; !strings.HasPrefix(got, "0 sessions") {
		t.Errorf("counts %q", got)
	}
	form = f.form("weekly")
	form.Weekdays, form.Unit = []string{"FR"}, ""
	got(screen.SaveService("", form))
	if s := f.service("weekly"); s.Requirement != nil || len(s.Schedules) != 1 || s.Schedules[0].Minutes != 30 || s.Schedules[0].From != s.Start {
		t.Errorf("%+v", s)
	}
}

// Promises by the month and the year, with and without days.
func TestPromisesByTheMonthAndTheYear(t *testing.T) {
	f := brought(t, "2026-09-24", odd)
	screen := &Family{f.desk}
	plan := got(screen.View("")).Children[0].Plans[0].Form.ID
	for _, period := range []string{"month", "quarter", "year"} {
		amount, minutes := 240, 30
		v := got(screen.SaveService("", ServiceForm{
			Plan: plan, Type: "speech", Unit: "minutes", Amount: &amount, Minutes: &minutes, Period: period, First: "2026-08-24", Last: "2026-10-30",
			Weekdays: []string{"WE"},
		}))
		services := v.Children[0].Plans[0].Services
		last := services[len(services)-1]
		if r := f.service(last.Form.ID).Requirement; r.Amount != 240 || string(r.Period) != period || !strings.Contains(last.Sentence, "240") {
			t.Errorf("%s: %+v, %q", period, r, last.Sentence)
		}
	}
	form := f.form("yearly")
	if form.Unit != "minutes" || form.Period != "year" || *form.Minutes != 20 || form.OtherRule != "" || len(form.Weekdays) > 0 {
		t.Errorf("shown as %+v", form)
	}
}

func TestFormsAreRefusedAtTheirField(t *testing.T) {
	f := brought(t, "2026-09-24", odd)
	screen := &Family{f.desk}
	form := f.form("weekly")
	for field, spoil := range map[string]func(*ServiceForm){
		"first":    func(s *ServiceForm) { s.First = "2026-02-30" },
		"last":     func(s *ServiceForm) { s.Last = "" },
		"type":     func(s *ServiceForm) { s.Type = "" },
		"weekdays": func(s *ServiceForm) { s.Weekdays = []string{"XX"} },
		"time":     func(s *ServiceForm) { s.Time = "25:00" },
		"from":     func(s *ServiceForm) { s.From = "2026-08-24" },
	} {
		wrong := form
		spoil(&wrong)
		if _, err := screen.SaveService("", wrong); refusal.From(err) == nil || refusal.From(err).Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	_, err := screen.SavePlan("", PlanForm{Child: "mia", Kind: "IEP", First: "2027-06-11", Last: "2026-08-24"})
	refused(t, err, refusal.Backwards, "end")
	_, err = screen.SavePlan("", PlanForm{Child: "nobody", Kind: "IEP"})
	refused(t, err, refusal.NoSuch, "child_id")
	_, err = screen.SaveClosure("", ClosureForm{Calendar: "y1", First: "2026-10-12", Last: "2026-10-32"})
	if r := refusal.From(err); r == nil || r.Field != "last" {
		t.Errorf("closure: %v", err)
	}
}

// A day crosses to Go as it was typed, and comes back in ISO form.
func TestADayIsTypedAsFamiliesWriteIt(t *testing.T) {
	f := brought(t, "2026-09-24", odd)
	screen := &Family{f.desk}
	years := got(screen.SaveYear("", YearForm{Name: "Typed", First: " 8/24/2027 ", Last: "June 9, 28"})).Calendars
	if form := years[len(years)-1].Form; form.First != "2027-08-24" || form.Last != "2028-06-09" {
		t.Errorf("a year from %s to %s", form.First, form.Last)
	}
	_, err := screen.SaveYear("", YearForm{Name: "Typed", First: " ", Last: "6/9/2028"})
	refused(t, err, refusal.Missing, "first")
	_, err = screen.SaveYear("", YearForm{Name: "Typed", First: "8/24/2027", Last: "2/30/2028"})
	refused(t, err, refusal.NoSuchDay, "last")
	if said := words.Refusal(refusal.From(err)); said != "there is no February 30; look at the day again" {
		t.Errorf("it says: %s", said)
	}
}

// A year without weekdays typed is one from Monday to Friday; a plan that had
// no year gets the new one.
func TestAYearFromMondayToFriday(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	screen := &Family{f.desk}
	got((&Start{f.desk}).Begin(StartForm{Author: "Mom", Child: "Mia"}))
	child := got(screen.View("")).Children[0].Form.ID
	got(screen.SavePlan("", PlanForm{Child: child, Kind: "IEP"}))
	v := got(screen.SaveYear("", YearForm{First: "2026-08-24", Last: "2027-06-11"}))
	year := v.Calendars[0].Form
	if !slices.Equal(year.Weekdays, []string{"MO", "TU", "WE", "TH", "FR"}) || !slices.Equal(v.Children[0].Plans[0].Form.Calendars, []string{year.ID}) {
		t.Errorf("%+v, plan on %v", year, v.Children[0].Plans[0].Form.Calendars)
	}
	year.Weekdays = []string{"MO", "TU"}
	v = got(screen.SaveYear("", year))
	if year = v.Calendars[0].Form; len(year.Weekdays) != 2 {
		t.Errorf("%+v", year)
	}
	year.Weekdays = nil
	v = got(screen.SaveYear("", year))
	if year = v.Calendars[0].Form; len(year.Weekdays) != 5 {
		t.Errorf("emptied: %+v", year)
	}
}

// A closure that a file brought without an id can be opened again by itself.
func TestOneOfSeveralClosuresIsTakenOut(t *testing.T) {
	f := brought(t, "2026-09-24", strings.Replace(odd, `{"id": "snow", `, `{`, 1))
	screen := &Family{f.desk}
	closures := got(screen.View("")).Calendars[0].Closures
	v := got(screen.RemoveClosure("", "y1", closures[1].Form.ID))
	if left := v.Calendars[0].Closures; len(left) != 1 || left[0].Form.Name != "Thanksgiving" {
		t.Errorf("left %+v", left)
	}
	book, err := f.desk.House.Room().Book()
	if err != nil || book.Year("y1").Closures[0].Kind != calendar.Holiday {
		t.Errorf("%+v, %v", book, err)
	}
}

// A short day on some weekdays of its run says which; a closure typed here
// says that it was typed, and one from elsewhere goes on saying where from.
func TestWhereADayOfTheCalendarComesFrom(t *testing.T) {
	f := brought(t, "2026-09-24", odd)
	screen := &Family{f.desk}
	v := got(screen.View(""))
	if short := v.Calendars[0].Short; len(short) != 1 || short[0].Text != "Wednesday, Mon Sep 14, 2026 to Fri Sep 18, 2026: Short day, ends at 11:30 am" {
		t.Errorf("short days %+v", short)
	}
	thanks := v.Calendars[0].Closures[0].Form
	thanks.Last = "2026-11-28"
	got(screen.SaveClosure("", thanks))
	got(screen.SaveClosure("", ClosureForm{Calendar: "y1", First: "2026-10-12", Name: "Staff day"}))
	book, err := f.desk.House.Room().Book()
	if err != nil {
		t.Fatal(err)
	}
	var sources []calendar.Source
	for _, c := range book.Year("y1").Closures {
		sources = append(sources, c.Source)
	}
	if !slices.Equal(sources, []calendar.Source{calendar.Typed, calendar.FromFeed, ""}) {
		t.Errorf("sources %q", sources)
	}
}

// Every form's text is composed, whatever keyboard it came from.
func TestEveryFormIsSpelledOneWay(t *testing.T) {
	form := typed(ServiceForm{Type: "e\u0301", Weekdays: []string{"a\u0308"}, Verbatim: "plain"})
	if form.Type != "\u00e9" || form.Weekdays[0] != "\u00e4" || form.Verbatim != "plain" {
		t.Errorf("%+v", form)
	}
}

// The starting point of an entry's history is its first writing, on this
// computer or in the file.
func TestAnEntryWrittenLateSaysSo(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	log := &Log{f.desk}
	rows := got(log.View(LogQuery{})).Rows
	late := func(on string) string {
		t.Helper()
		i := slices.IndexFunc(rows, func(r LogRow) bool { return r.On.ISO == on })
		v := got(log.Happened(LogQuery{}, []string{rows[i].Key}))
		return v.Rows[i].Late
	}
	if got := late("2026-09-01"); got != "entered 9 days later" {
		t.Errorf("nine days later: %q", got)
	}
	if got := late("2026-09-03"); got != "" {
		t.Errorf("a week later: %q", got)
	}
	if got := late("2026-09-10"); got != "" {
		t.Errorf("the same day: %q", got)
	}
	file := brought(t, "2026-09-24", odd)
	for _, r := range got((&Log{file.desk}).View(LogQuery{})).Rows {
		if r.Late != "" {
			t.Errorf("%s came with a file and is %q", r.Key, r.Late)
		}
	}
}
