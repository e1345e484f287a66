package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/coretest"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
)

// missedThree is Mia in March: half an hour every Monday, three of them missed.
const missedThree = `{"format": "service-hours", "version": 1,
	"children": [{"id": "mia", "name": "Mia"}],
	"calendars": [{"id": "y", "first_day": "2026-08-31", "last_day": "2027-06-11",
		"closures": [{"id": "m", "start": "2027-05-31", "end": "2027-05-31", "name": "Memorial Day", "kind": "holiday"}]}],
	"plans": [{"id": "p", "child_id": "mia", "kind": "IEP", "calendar_ids": ["y"], "services": [
		{"id": "sp", "type": "speech", "start": "2027-03-01", "end": "2027-06-11",
		 "requirement": {"unit": "sessions", "amount": 1, "minutes_per_session": 30, "period": "week"},
		 "schedules": [{"id": "s", "rrule": "FREQ=WEEKLY;BYDAY=MO", "from": "2027-03-01", "start_time": "10:00", "minutes": 30}]}]}],
	"sessions": [
		{"id": "a", "service_id": "sp", "schedule_id": "s", "date": "2027-03-01", "kind": "regular", "status": "missed", "reason": "provider_absent"},
		{"id": "b", "service_id": "sp", "schedule_id": "s", "date": "2027-03-08", "kind": "regular", "status": "missed", "reason": "provider_absent"},
		{"id": "c", "service_id": "sp", "schedule_id": "s", "date": "2027-03-15", "kind": "regular", "status": "missed", "reason": "provider_absent"},
		{"id": "d", "service_id": "sp", "schedule_id": "s", "date": "2027-03-22", "kind": "regular", "status": "delivered"}]}`

// marchOf opens a family's file on a day.
func marchOf(t *testing.T, today, file string) *family {
	t.Helper()
	f := newFamily(t, today)
	f.out.file = filepath.Join(f.dir, "family.json")
	if err := os.WriteFile(f.out.file, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	got((&Start{f.desk}).OpenFile("Mom"))
	return f
}

func asked(change func(*LimitsForm)) MakeUpQuery {
	q := MakeUpQuery{Series: "mia/sp"}
	if change != nil {
		q.Limits.Set = true
		change(&q.Limits)
	}
	return q
}

func proposedDays(dates []MakeUpDate) string {
	var list []string
	for _, d := range dates {
		list = append(list, d.On)
	}
	return strings.Join(list, " ")
}

// It fits until it does not: each limit has its say, and the answer names what
// is in the way, the least change, and the last day to start.
func TestTheAnswerFollowsTheLimits(t *testing.T) {
	f := marchOf(t, "2027-03-23", missedThree)
	screen := &MakeUp{f.desk}
	for _, c := range []struct {
		name   string
		limits func(*LimitsForm)
		text   string
		lines  string
		plan   string
	}{
		{"as the plan has it", nil, "Yes. All 90 minutes can still be made up by Fri Jun 11, 2027.",
			"The last day to start is Fri May 28, 2027.", "2027-03-24 2027-03-29 2027-04-05"},
		{"twice a week", func(l *LimitsForm) { l.PerWeek = 2 }, "Yes. All 90 minutes can still be made up by Fri Jun 11, 2027.",
			"The last day to start is Fri Jun 4, 2027.", "2027-03-24 2027-03-25 2027-03-29"},
		{"the very days of Memorial Day and after", func(l *LimitsForm) { l.Days, l.Minutes = []string{"MO"}, 5 },
			"No. 40 minutes find no room by Fri Jun 11, 2027.",
			"What stands in the way: the length of a make-up session. | The smallest change that would be enough: sessions of 10 minutes.", ""},
		{"an hour in which Mia has speech, on Mondays", func(l *LimitsForm) { l.Days, l.From, l.To = []string{"MO"}, "10:00", "10:30" },
			"No. 90 minutes find no room by Fri Jun 11, 2027.",
			"What stands in the way: the hours that suit. | The smallest change that would be enough: Tuesday too.", ""},
		{"the time comes along", func(l *LimitsForm) { l.Days, l.From = []string{"MO"}, "10:15" },
			"Yes. All 90 minutes can still be made up by Fri Jun 11, 2027.", "The last day to start is Mon May 17, 2027.",
			"2027-03-29 2027-04-05 2027-04-12"},
		{"a day that does not suit", func(l *LimitsForm) { l.Off = []string{"2027-03-24", "2027-01-04"} },
			"Yes. All 90 minutes can still be made up by Fri Jun 11, 2027.", "The last day to start is Fri May 28, 2027.",
			"2027-03-25 2027-03-29 2027-04-05"},
	} {
		v := got(screen.View(asked(c.limits)))
		if v.Answer.Text != c.text || strings.Join(v.Answer.Lines, " | ") != c.lines || c.plan != "" && proposedDays(v.Plan) != c.plan {
			t.Errorf("%s:\n%s\n%s\n%s", c.name, v.Answer.Text, strings.Join(v.Answer.Lines, " | "), proposedDays(v.Plan))
		}
	}
	v := got(screen.View(asked(func(l *LimitsForm) { l.Days, l.From = []string{"MO"}, "10:15" })))
	if want := "Mon Mar 29, 2027, 10:30 am: 30 minutes"; v.Plan[0].Text != want || v.Plan[0].Pays != "for Mon Mar 1, 2027" {
		t.Errorf("%+v", v.Plan[0])
	}
}

// A limit that is none is refused at its field.
func TestLimitsAreReadAtTheirFields(t *testing.T) {
	f := marchOf(t, "2027-03-23", missedThree)
	screen := &MakeUp{f.desk}
	for _, c := range []struct {
		limits func(*LimitsForm)
		code   refusal.Code
		field  string
	}{
		{func(l *LimitsForm) { l.Minutes = -5 }, refusal.OutOfBounds, "minutes"},
		{func(l *LimitsForm) { l.Minutes = 1441 }, refusal.OutOfBounds, "minutes"},
		{func(l *LimitsForm) { l.PerWeek = 8 }, refusal.OutOfBounds, "perWeek"},
		{func(l *LimitsForm) { l.Days = []string{"XX"} }, refusal.NotAWord, "days"},
		{func(l *LimitsForm) { l.From = "25:00" }, refusal.ClockForm, "from"},
		{func(l *LimitsForm) { l.From, l.To = "12:00", "11:00" }, refusal.Backwards, "to"},
		{func(l *LimitsForm) { l.Off = []string{""} }, refusal.Missing, "off"},
	} {
		_, err := screen.View(asked(c.limits))
		if r := refusal.From(err); r == nil || r.Field != c.field || r.Code != c.code && c.field != "days" {
			t.Errorf("%v, want %s at %q", err, c.code, c.field)
		}
	}
}

// Limits are kept for the next time when they have come to rest, not while they
// move; no act tells of them.
func TestLimitsAreKept(t *testing.T) {
	f := marchOf(t, "2027-03-23", missedThree)
	screen := &MakeUp{f.desk}
	acts := len(got((&Changes{f.desk}).View(ChangesQuery{})).Rows)
	q := asked(func(l *LimitsForm) { l.PerWeek = 3 })
	got(screen.View(q))
	if v := got(screen.View(asked(nil))); v.Query.Limits.PerWeek != 1 || v.Query.Limits.Set {
		t.Errorf("kept while it moved: %+v", v.Query.Limits)
	}
	q.Keep = true
	got(screen.View(q))
	f.restart()
	screen = &MakeUp{f.desk}
	if v := got(screen.View(asked(nil))); v.Query.Limits.PerWeek != 3 || !v.Query.Limits.Set {
		t.Errorf("the next evening: %+v", v.Query.Limits)
	}
	if now := len(got((&Changes{f.desk}).View(ChangesQuery{})).Rows); now != acts {
		t.Errorf("%d deeds became %d", acts, now)
	}
	if len(got(screen.Propose(asked(nil))).Arranged) != 3 {
		t.Error("proposed by other limits than those kept")
	}
}

// An evening's work: the dates are proposed and sent, one is agreed, one is
// declined, one moves; on its day Today asks, and one click pays.
func TestFromProposedToGiven(t *testing.T) {
	f := marchOf(t, "2027-03-23", missedThree)
	screen, today := &MakeUp{f.desk}, &Today{f.desk}
	q := asked(nil)
	v := got(screen.CopyProposal(q))
	want := "We propose these dates to make up Speech for Mia:\n\n" +
		"- Wed Mar 24, 2027: 30 minutes, for Mon Mar 1, 2027\n- Mon Mar 29, 2027: 30 minutes, for Mon Mar 8, 2027\n" +
		"- Mon Apr 5, 2027: 30 minutes, for Mon Mar 15, 2027\n\nPlease tell us which of them suit, or name others."
	if f.out.copied != want || v.Proposal != want {
		t.Errorf("copied %q", f.out.copied)
	}
	v = got(screen.Propose(q))
	if v.Frame.Did != "proposed 3 make-ups" || v.Answer.Text != "All of it is arranged." || v.Propose != "" || len(v.Arranged) != 3 {
		t.Fatalf("%q %q %q, %d rows", v.Frame.Did, v.Answer.Text, v.Propose, len(v.Arranged))
	}
	first, second, third := v.Arranged[0].ID, v.Arranged[1].ID, v.Arranged[2].ID
	v = got(screen.Answer(q, StepForm{IDs: []string{first}, State: "agreed", On: "2027-03-23", By: "Ms. Hall", Note: "by phone"}))
	if row := v.Arranged[0]; row.Words != "Agreed" || row.Steps[1] != "Agreed on Tue Mar 23, 2027, Ms. Hall. by phone" || row.Tell {
		t.Errorf("%+v", row)
	}
	v = got(screen.Answer(q, StepForm{IDs: []string{second}, State: "not_usable"}))
	if len(v.Arranged) != 2 || v.Done[0].Words != "Not usable" || proposedDays(v.Plan) != "2027-03-29" {
		t.Errorf("%d rows, %+v, plan %s", len(v.Arranged), v.Done, proposedDays(v.Plan))
	}
	v = got(screen.Move(q, DateForm{ID: third, On: "4/12/2027", Time: "09:00"}))
	if v.Arranged[1].Text != "Mon Apr 12, 2027, 9:00 am: 30 minutes" || v.Frame.Did != "changed an arranged make-up" {
		t.Errorf("%q, %q", v.Arranged[1].Text, v.Frame.Did)
	}

	f.today++
	f.restart()
	screen, today = &MakeUp{f.desk}, &Today{f.desk}
	asks := got(today.View("")).MakeUps
	if len(asks) != 1 || asks[0].Text != "Speech, Wed Mar 24, 2027: 30 minutes" {
		t.Fatalf("asked %+v", asks)
	}
	told := got(today.Held("", first, true))
	if len(told.MakeUps) != 0 || told.Balances[0].ToMakeUp != 60 || told.Frame.Did != "marked a session given" {
		t.Errorf("%+v, %q", told.Balances, told.Frame.Did)
	}
	v = got(screen.View(q))
	if row := v.Done[len(v.Done)-1]; row.State != "given" || row.Entry == "" {
		t.Errorf("%+v", v.Done)
	}
	told = got(today.Undo(""))
	if len(told.MakeUps) != 1 || told.Balances[0].ToMakeUp != 90 {
		t.Errorf("taken back: %+v", told.MakeUps)
	}
	told = got(today.Held("", first, false))
	if len(told.MakeUps) != 0 || told.Balances[0].ToMakeUp != 90 {
		t.Errorf("not held: %+v", told.Balances)
	}
}

// What the school names is written down with who said so, with a day or
// without; a day that the school closes since then is pointed out.
func TestAMakeUpIsWrittenDown(t *testing.T) {
	f := marchOf(t, "2027-03-23", missedThree)
	screen := &MakeUp{f.desk}
	q, thirty := asked(nil), 30
	v := got(screen.Arrange(q, ArrangeForm{On: "2027-05-31", Minutes: &thirty, State: "agreed", By: "Ms. Hall"}))
	if v.Arranged[0].Warn != "School is closed that day. Choose another." || v.Frame.Did != "wrote down an agreed make-up" {
		t.Errorf("%q, %q", v.Arranged[0].Warn, v.Frame.Did)
	}
	v = got(screen.Arrange(q, ArrangeForm{Minutes: &thirty, State: "proposed", Said: "2027-03-20"}))
	if row := v.Arranged[1]; row.Text != "No day yet: 30 minutes" || row.Steps[0] != "Proposed on Sat Mar 20, 2027" {
		t.Errorf("%+v", row)
	}
	for field, form := range map[string]ArrangeForm{
		"minutes": {State: "agreed"}, "on": {On: "2027-02-30", Minutes: &thirty, State: "agreed"}, "said": {Minutes: &thirty, State: "agreed", Said: "x"},
		"time": {Minutes: &thirty, State: "agreed", Time: "9"}, "steps[0].state": {Minutes: &thirty, State: "given"},
	} {
		_, err := screen.Arrange(q, form)
		if r := refusal.From(err); r == nil || !strings.HasSuffix(field, r.Field) {
			t.Errorf("%v, want a refusal at %q", err, field)
		}
	}
	day := got((&Calendar{f.desk}).View(CalendarQuery{}))
	var beside []CellBeside
	spoken := ""
	for _, m := range day.Months {
		for _, week := range m.Weeks {
			for _, c := range week {
				beside = append(beside, c.Beside...)
				if len(c.Beside) > 0 {
					spoken = c.Label
				}
			}
		}
	}
	if len(beside) != 1 || beside[0].Kind != "Make-up: Agreed" || beside[0].Text != "Speech, 30 minutes" {
		t.Errorf("on the calendar: %+v", beside)
	}
	if !strings.HasSuffix(spoken, ". Make-up: Agreed. Speech, 30 minutes") {
		t.Errorf("spoken: %q", spoken)
	}
	found := got((&Find{f.desk}).View(FindQuery{Text: "hall"}))
	if !slices.ContainsFunc(found.Groups, func(g FindGroup) bool { return g.ID == "arrangements" && g.Items[0].To == "#/makeup/mia%2Fsp" }) {
		t.Errorf("found %+v", found.Groups)
	}
}

// Whatever a family has behind it, the parts of the table add up to its first
// line, and the small calendar plans on no closed day.
func TestTheTableAddsUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := coretest.Records().Draw(rt, "record")
		data, err := exchange.Write(r)
		if err != nil {
			rt.Fatal(err)
		}
		f := marchOf(t, coretest.AsOf(rt, r).String(), string(data))
		for _, series := range got((&MakeUp{f.desk}).View(MakeUpQuery{})).Series {
			v := got((&MakeUp{f.desk}).View(MakeUpQuery{Series: series.ID}))
			sum := 0
			for i, s := range v.Sums {
				n := numberIn(s.Amount)
				if sum += n; i == 0 {
					sum = -n
				}
			}
			if sum != 0 {
				rt.Fatalf("%s: %+v", series.ID, v.Sums)
			}
		}
	})
}

// numberIn is the number of an amount such as 1,350 min.
func numberIn(amount string) int {
	n := 0
	for _, c := range amount {
		if c >= '0' && c <= '9' {
			n = n*10 + int(c-'0')
		}
	}
	return n
}
