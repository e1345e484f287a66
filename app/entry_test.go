package app

import (
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// oneToOne makes speech a service that the plan says is one to one.
func (f *family) oneToOne() {
	f.Helper()
	screen := &Family{f.desk}
	form := got(screen.View("")).Children[0].Plans[0].Services[0].Form
	form.Mode = "individual"
	got(screen.SaveService("", form))
}

func rowOn(v *LogView, on string) LogRow {
	i := slices.IndexFunc(v.Rows, func(r LogRow) bool { return r.On.ISO == on })
	if i < 0 {
		return LogRow{}
	}
	return v.Rows[i]
}

// On Tuesday the session began at 10:10 and ended at 10:28, of 30 minutes
// planned: 18 were given. Minutes that say otherwise are a question, and both
// answers are lawful.
func TestAShortSessionIsCountedByItsTimes(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	log, q := &Log{f.desk}, LogQuery{}
	key := rowOn(got(log.View(q)), "2026-09-08").Key
	form := got(log.Entry(key)).Form
	form.Status, form.Began, form.Ended, form.Reason = "partial", "10:10", "10:28", "provider_meeting"

	row := rowOn(got(log.Save(q, form)), "2026-09-08")
	if row.Given != 18 || row.Missed != 12 || row.State != "partial" || row.Held != "10:10 am to 10:28 am" {
		t.Errorf("by its times: %+v", row)
	}
	if got := got((&Owed{f.desk}).View("")).Series[0].Sums[2].Minutes; got != 12 {
		t.Errorf("%d minutes to make up, want 12", got)
	}

	twenty := 20
	form.Minutes = &twenty
	_, err := log.Save(q, form)
	refused(t, err, refusal.TimesDisagree, "minutes")
	if r := refusal.From(err); r.Args["lasted"] != "18" || r.Args["minutes"] != "20" {
		t.Errorf("the question: %+v", r.Args)
	}
	form.Keep = true
	if row := rowOn(got(log.Save(q, form)), "2026-09-08"); row.Given != 20 || row.Held != "10:10 am to 10:28 am" {
		t.Errorf("kept: %+v", row)
	}
	again := got(log.Entry(key)).Form
	if !again.Keep || again.Began != "10:10" || again.Ended != "10:28" || *again.Minutes != 20 {
		t.Errorf("the form as it stands: %+v", again)
	}
	got(log.Save(q, again))

	form.Ended, form.Keep = "10:05", false
	_, err = log.Save(q, form)
	refused(t, err, refusal.Backwards, "ended")
	form.Ended = "noon"
	_, err = log.Save(q, form)
	refused(t, err, refusal.ClockForm, "ended")

	if text := got(log.Lasted("10:10", "10:28")); text != "10:10 am to 10:28 am is 18 minutes." {
		t.Errorf("lasted %q", text)
	}
	if text := got(log.Lasted("10:10", "")); text != "" {
		t.Errorf("without an end: %q", text)
	}
}

// One click that says something else takes the times along, which told of
// other minutes; one that says the same leaves them.
func TestOneClickDoesNotKeepTheTimesOfAnotherOutcome(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	log, q := &Log{f.desk}, LogQuery{}
	key := rowOn(got(log.View(q)), "2026-09-08").Key
	form := got(log.Entry(key)).Form
	form.Status, form.Began, form.Ended, form.Mode, form.Note = "partial", "10:10", "10:28", "group", "fire drill"
	got(log.Save(q, form))
	row := rowOn(got(log.Happened(q, []string{key})), "2026-09-08")
	if row.Given != 30 || row.Held != "" || row.Note != "fire drill" {
		t.Errorf("happened: %+v", row)
	}
	if form := got(log.Entry(key)).Form; form.Began != "" || form.Mode != "group" {
		t.Errorf("the form: %+v", form)
	}
}

// The plan says one to one. Two sessions were in a group of three, one of them
// short: 50 minutes are shown apart, count as given, and nothing is taken off.
func TestAGroupWhereThePlanSaysOneToOneIsShownApart(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	f.oneToOne()
	log, q, three := &Log{f.desk}, LogQuery{}, 3
	for on, minutes := range map[string]int{"2026-09-01": 30, "2026-09-03": 20} {
		form := got(log.Entry(rowOn(got(log.View(q)), on).Key)).Form
		form.Status, form.Minutes, form.Mode, form.Size, form.Reason = "partial", &minutes, "group", &three, "provider_meeting"
		got(log.Save(q, form))
	}
	s := got((&Owed{f.desk}).View("")).Series[0]
	if len(s.Groups) != 1 || s.Groups[0].Text != "50 minutes were given in a group of 3 where the plan says one to one." || len(s.Groups[0].Rows) != 2 {
		t.Fatalf("groups: %+v", s.Groups)
	}
	if s.Sums[0].Minutes != 10 {
		t.Errorf("%d minutes missed, want the 10 of the short one", s.Sums[0].Minutes)
	}
	v := got(log.View(LogQuery{Filter: "group"}))
	want := []string{"2 sessions, 60 minutes planned: 50 given, 10 missed.", "50 minutes given in a larger group than the plan says."}
	if len(v.Rows) != 2 || !slices.Equal(v.Totals, want) {
		t.Errorf("%d rows, %q", len(v.Rows), v.Totals)
	}
	if held := rowOn(v, "2026-09-03").Held; held != "in a group of 3; the plan says one to one" {
		t.Errorf("held %q", held)
	}
	entry := got(log.Entry(v.Rows[0].Key))
	if len(entry.Manners) != 2 || entry.Manners[0].Text != "As the plan says: one to one" || entry.Manners[1].ID != "group" {
		t.Errorf("manners: %+v", entry.Manners)
	}
}

// Of five sessions one was given and one missed; two are not filled in and one
// is not sure. Every number that these three may change is a range.
func TestWhatIsNotKnownMakesARange(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	log, q := &Log{f.desk}, LogQuery{}
	key := func(on string) string { return rowOn(got(log.View(q)), on).Key }
	got(log.Happened(q, []string{key("2026-08-25")}))
	got(log.Missed(q, []string{key("2026-08-27")}, "provider_absent"))
	v := got(log.Unsure(q, []string{key("2026-09-01")}))
	want := []string{"6 sessions, 180 minutes planned: 30 to 120 given, 30 to 120 missed.", "3 sessions are not filled in, so the numbers are ranges."}
	if !slices.Equal(v.Totals, want) {
		t.Errorf("the log: %q", v.Totals)
	}
	s := got((&Owed{f.desk}).View("")).Series[0]
	sums := map[string]string{}
	for _, sum := range s.Sums {
		sums[sum.Code] = sum.Amount
		if sum.Depends != strings.Contains(sum.Amount, " to ") {
			t.Errorf("%s: %q, depends %v", sum.Code, sum.Amount, sum.Depends)
		}
	}
	if sums["open"] != "30 min" || sums["ask"] != "0 to 90 min" {
		t.Errorf("sums: %v", sums)
	}
	if s.Headline != "30 minutes left to make up" || len(s.Unknown) != 3 || s.Unknown[0].Text != "30 minutes, not sure" || s.Unknown[1].Key != key("2026-09-03") {
		t.Errorf("%q, %+v", s.Headline, s.Unknown)
	}
	if want := "If all of them took place, 120 minutes were given and 30 minutes missed. If none did, it is 30 minutes given and 120 minutes missed."; s.Ends != want {
		t.Errorf("ends: %q", s.Ends)
	}
	b := got((&Today{f.desk}).View("")).Balances[0]
	if b.Figure != "30 min" || b.AskText != "0 to 90 min to ask the team about" || b.Text != "30 to 120 of 150 minutes planned given" {
		t.Errorf("today: %+v", b)
	}
	got(log.Happened(q, []string{key("2026-09-01"), key("2026-09-03"), key("2026-09-08")}))
	if s := got((&Owed{f.desk}).View("")).Series[0]; s.Ends != "" || len(s.Unknown) != 0 || slices.ContainsFunc(s.Sums, func(sum Sum) bool { return sum.Depends }) {
		t.Errorf("all filled in: %+v", s)
	}
}

// Where the family's answer to a reason not written down is yes, the number to
// make up is the range itself, and says what it hangs on.
func TestTheHeadlineIsARangeWhereTheAnswerIsYes(t *testing.T) {
	f := brought(t, "2026-09-10", strings.Replace(odd, `"owed": {"testing": "yes"}`, `"owed": {"not_stated": "yes"}`, 1))
	weekly := got((&Owed{f.desk}).View("")).Series[0]
	if want := "20 to 140 minutes left to make up: 4 sessions are not filled in"; weekly.Headline != want {
		t.Errorf("%q, want %q", weekly.Headline, want)
	}
	if b := got((&Today{f.desk}).View("")).Balances[0]; b.Figure != "20 to 140 min" {
		t.Errorf("today says %q", b.Figure)
	}
}

// The day of a make-up is remembered as about Wednesday: it says so wherever it
// is named, and pays as it did.
func TestADayThatMayBeOffSaysAbout(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	log, q, thirty := &Log{f.desk}, LogQuery{}, 30
	key := rowOn(got(log.View(q)), "2026-08-25").Key
	form := got(log.Entry(key)).Form
	form.Status, form.Reason, form.Approx, form.KnownBy, form.SaidBy = "missed", "provider_absent", true, "provider", "Ms. Lane"
	row := rowOn(got(log.Save(q, form)), "2026-08-25")
	if row.On.Text != "about Tue Aug 25, 2026" || row.Known != "The therapist said so" || row.SaidBy != "Ms. Lane" {
		t.Errorf("row: %+v", row)
	}
	v := got(log.Save(q, SessionForm{Service: got(log.View(q)).Services[0].ID, Kind: "makeup", On: "2026-09-02", Status: "delivered", Minutes: &thirty, Approx: true}))
	if row := rowOn(v, "2026-09-02"); row.On.Text != "about Wed Sep 2, 2026" || row.Pays != "30 minutes for about Tue Aug 25, 2026" {
		t.Errorf("make-up: %+v", row)
	}
	line := got((&Owed{f.desk}).View("")).Series[0].Lines[0]
	if line.On.Text != "about Tue Aug 25, 2026" || line.Open != 0 || line.Paid[0].Text != "30 minutes made up: about Wed Sep 2, 2026" {
		t.Errorf("line: %+v", line)
	}
}

// A row tells when it was first written and when it was corrected; one that a
// file brought goes by the file's own word.
func TestARowTellsWhenItWasWritten(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	q := LogQuery{}
	key := rowOn(got((&Log{f.desk}).View(q)), "2026-08-25").Key
	row := rowOn(got((&Log{f.desk}).Missed(q, []string{key}, "provider_absent")), "2026-08-25")
	if row.Written != "written Thu Sep 3, 2026" || row.Late != "entered 9 days later" {
		t.Errorf("row: %q, %q", row.Written, row.Late)
	}
	who := got((&Owed{f.desk}).View("")).Series[0].Lines[0].Entry.Who
	if !strings.HasSuffix(who, "; entered 9 days later") {
		t.Errorf("the line says %q", who)
	}
	f.today = day.MustParse("2026-09-10")
	f.restart()
	v := got((&Log{f.desk}).Happened(q, []string{key}))
	if row := rowOn(v, "2026-08-25"); row.Written != "written Thu Sep 3, 2026, corrected Thu Sep 10, 2026" || row.Late != "entered 9 days later" {
		t.Errorf("corrected: %q, %q", row.Written, row.Late)
	}
	if late := got((&Log{f.desk}).View(LogQuery{Filter: "late"})); len(late.Rows) != 1 || late.Rows[0].Key != key {
		t.Errorf("late rows: %+v", late.Rows)
	}
	if entry := got((&Log{f.desk}).Entry(key)); entry.Late != "entered 9 days later" {
		t.Errorf("the form says %q", entry.Late)
	}

	file := brought(t, "2026-09-24", strings.Replace(odd, `"entered_at": "2026-08-28"`, `"entered_at": "2026-09-15"`, 1))
	rows := got((&Log{file.desk}).View(q))
	if row := rowOn(rows, "2026-08-27"); row.Written != "written Tue Sep 15, 2026" || row.Late != "entered 19 days later" {
		t.Errorf("from a file: %q, %q", row.Written, row.Late)
	}
	i := slices.IndexFunc(rows.Rows, func(r LogRow) bool { return r.Key == "s3" })
	if row := rows.Rows[i]; row.Written != "brought in with a file, Thu Sep 24, 2026" || row.Late != "" {
		t.Errorf("from a file that does not say: %q, %q", row.Written, row.Late)
	}
}

// Minutes of consultation stand under a name of their own and in no sum with
// the child's, and a service does not turn from one into the other.
func TestConsultationIsCountedApart(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Family{f.desk}
	plan := got(screen.View("")).Children[0].Plans[0]
	one, fifteen := 1, 15
	got(screen.SaveService("", ServiceForm{
		Plan: plan.Form.ID, Type: "speech", Unit: "sessions", Amount: &one, Minutes: &fifteen, Period: "week", Mode: "consult",
		Weekdays: []string{"WE"}, First: "2026-08-24", Last: "2027-06-11",
	}))
	log, q := &Log{f.desk}, LogQuery{}
	got(log.Happened(q, []string{rowOn(got(log.View(q)), "2026-09-09").Key, rowOn(got(log.View(q)), "2026-09-08").Key}))
	v := got(log.View(q))
	if title := rowOn(v, "2026-09-09").Title; title != "Speech, consultation" {
		t.Errorf("title %q", title)
	}
	if v.Totals[0] != "6 sessions, 180 minutes planned: 30 to 150 given, 0 to 120 missed." ||
		v.Totals[1] != "Consultation, counted apart: 3 sessions, 45 minutes planned: 15 to 45 given, 0 to 30 missed." {
		t.Errorf("totals: %q", v.Totals)
	}
	today := got((&Today{f.desk}).View(""))
	if today.Balances[0].Given != 30 || today.Balances[1].Given != 15 || today.Balances[1].Title != "Speech, consultation" {
		t.Errorf("balances: %+v", today.Balances)
	}
	direct := got(screen.View("")).Children[0].Plans[0].Services[0].Form
	direct.Mode, direct.From = "consult", "2026-09-14"
	_, err := screen.SaveService("", direct)
	refused(t, err, refusal.ConsultApart, "mode")
	direct.From = ""
	got(screen.SaveService("", direct)) // the only version may be said anew
}
