package app

import (
	"slices"
	"testing"

	"midweek/internal/core/refusal"
)

// A family before a plan. Mom asks for an evaluation by word of mouth on Sep 3,
// writes it on Sep 8, and it arrives on Sep 9. Her consent arrives on Sep 23:
// 60 calendar days on is Sun Nov 22. The team finds Mia not eligible on Nov 19
// and says no. In December there is a 504 plan that names no amount, in March an
// IEP with speech. The dates stay through all of it.
func TestAFamilyBeforeAPlan(t *testing.T) {
	f := newFamily(t, "2026-09-04")
	mia := f.fresh().Form
	mia.State = "TX"
	screen := &Family{f.desk}
	got(screen.SaveSchool("", SchoolForm{Child: mia, Year: YearForm{First: "2026-08-24", Last: "2027-06-11"}}))
	v := got(screen.Reach("", mia.ID, "dates"))
	if got := steps(v.Children[0].Begin); got != "child+ kind+ dates understood" {
		t.Errorf("steps %s", got)
	}
	v = got(screen.SaveRequest("", RequestForm{Child: mia.ID, Kind: "evaluation", Sent: "9/3/2026", Way: "oral", Text: "to Ms. Reed, at the gate"}))
	asked := v.Children[0].Dates.Requests[0]
	if asked.When != "Asked on Thu Sep 3, 2026, by word of mouth" || !asked.Spoken || asked.Answer != "No answer is written down yet" ||
		asked.Form.Received != "2026-09-03" || asked.Counts[0].What != "No number of days is known" || asked.Counts[0].On != "" {
		t.Errorf("asked: %+v", asked)
	}
	if today := got((&Today{f.desk}).View("")); len(today.Confirm) != 1 || !today.Before || len(today.Next) != 0 {
		t.Errorf("Today: %q, %t, %v", today.Confirm, today.Before, today.Next)
	}

	f.on("2026-09-24")
	screen = &Family{f.desk}
	got(screen.SaveRequest("", RequestForm{Child: mia.ID, Kind: "evaluation", Sent: "9/8/2026", Received: "9/9/2026", Way: "written"}))
	v = got(screen.SaveRequest("", RequestForm{Child: mia.ID, Kind: "evaluation_consent", Sent: "9/21/2026", Received: "9/23/2026", Way: "written"}))
	dates := v.Children[0].Dates.Requests
	if dates[0].Spoken || len(dates[0].Counts) != 0 || len(dates[1].Counts) != 1 || dates[1].When != "Asked on Tue Sep 8, 2026, in writing. Arrived on Wed Sep 9, 2026" {
		t.Errorf("confirmed: %+v, %+v", dates[0], dates[1])
	}
	want := CountView{
		What: "Evaluation done", On: "Sun Nov 22, 2026", In: "in 59 days",
		How:    "60 calendar days from Wed Sep 23, 2026. That is no open day; the next one is Mon Nov 23, 2026. Rely on the earlier one",
		Source: "34 CFR 300.301(c)(1); 20 USC 1414(a)(1)(C); the text itself was seen. Confirm with your state.",
		Open:   "A state may set its own time instead. There are exceptions when the child is not brought to the evaluation and when the child changes districts.",
	}
	if len(dates[2].Counts) != 1 || dates[2].Counts[0] != want {
		t.Errorf("consent counts %+v, want %+v", dates[2].Counts, want)
	}
	today := got((&Today{f.desk}).View(""))
	if len(today.Confirm) != 0 || len(today.Next) != 1 || today.Next[0].On.ISO != "2026-11-22" {
		t.Errorf("Today: %q, %+v", today.Confirm, today.Next)
	}

	f.on("2026-12-01")
	screen = &Family{f.desk}
	v = got(screen.SaveMeeting("", MeetingForm{Child: mia.ID, Kind: "not_eligible", On: "11/19/2026"}))
	no := v.Children[0].Dates.Requests[0].Form
	no.Answer, no.AnsweredOn, no.AnswerNote = "no", "11/19/2026", "she is on grade level"
	v = got(screen.SaveRequest("", no))
	if r := v.Children[0].Dates.Requests[0]; r.Answer != "The school said no, on Thu Nov 19, 2026. she is on grade level" || len(r.Counts) != 0 {
		t.Errorf("refused: %+v", r)
	}
	if m := v.Children[0].Dates.Meetings[0]; len(m.Counts) != 0 || m.Title != "Meeting that found the child not eligible" {
		t.Errorf("the meeting: %+v", m)
	}

	year := v.Calendars[0].Form.ID
	v = got(screen.SavePlan("", PlanForm{Child: mia.ID, Kind: "504", First: "2026-12-07", Calendars: []string{year}}))
	v = got(screen.SaveService("", ServiceForm{
		Plan: v.Children[0].Plans[0].Form.ID, Type: "counseling", First: "2026-12-07", Last: "2027-06-11", Rhythm: RhythmForm{Kind: "none"},
	}))
	b := v.Children[0].Begin
	if b.Before || len(b.Services) != 1 || b.Services[0].Promised != "" || b.Services[0].Sentence != "No amount stated" || len(b.Rests) != 3 {
		t.Errorf("the 504 plan: %+v, rests on %q", b.Services, b.Rests)
	}
	if balance := got((&Today{f.desk}).View("")).Balances[0]; balance.ToMakeUp != 0 || balance.Ask != 0 || balance.NotFilledIn != 0 {
		t.Errorf("nothing is promised, and the balance is %+v", balance)
	}

	f.on("2027-02-26")
	screen = &Family{f.desk}
	v = got(screen.SavePlan("", PlanForm{Child: mia.ID, Kind: "IEP", First: "2027-03-01", Last: "2027-06-11", Calendars: []string{year}}))
	two, thirty := 2, 30
	v = got(screen.SaveService("", ServiceForm{
		Plan: v.Children[0].Plans[1].Form.ID, Type: "speech", Unit: "sessions", Amount: &two, Minutes: &thirty, Period: "week",
		Weekdays: []string{"TU", "TH"}, First: "2027-03-01", Last: "2027-06-11",
	}))
	if o := v.Children[0].Begin.Services[1]; o.Planned != "30 sessions, 900 minutes" || o.Promised != "900 minutes" || o.First != "Tue Mar 2, 2027" {
		t.Errorf("the IEP: %+v", o)
	}
	if d := v.Children[0].Dates; len(d.Requests) != 3 || len(d.Meetings) != 1 {
		t.Errorf("%d requests and %d meetings are left", len(d.Requests), len(d.Meetings))
	}
}

// Days of what has happened lie behind, in their order; what was said aloud
// arrived on the day it was said, and of what was sent the day may be unknown.
func TestTheDaysOfARequest(t *testing.T) {
	f := newFamily(t, "2026-09-24")
	mia := f.fresh().Form
	screen := &Family{f.desk}
	form := RequestForm{Child: mia.ID, Kind: "records", Way: "written"}
	for _, c := range []struct {
		sent, received, answered string
		code                     refusal.Code
		field                    string
	}{
		{"", "", "", refusal.Missing, "sent"},
		{"9/25/2026", "", "", refusal.NotYet, "sent"},
		{"9/2/2026", "9/25/2026", "", refusal.NotYet, "received"},
		{"9/2/2026", "9/1/2026", "", refusal.Backwards, "received"},
		{"9/2/2026", "", "9/1/2026", refusal.Backwards, "answeredOn"},
	} {
		form.Sent, form.Received, form.AnsweredOn, form.Answer = c.sent, c.received, c.answered, ""
		if c.answered != "" {
			form.Answer = "no"
		}
		_, err := screen.SaveRequest("", form)
		refused(t, err, c.code, c.field)
	}
	v := got(screen.SaveRequest("", RequestForm{Child: mia.ID, Kind: "records", Way: "written", Sent: "9/2/2026", Approximate: true}))
	r := v.Children[0].Dates.Requests[0]
	if r.When != "Asked around Wed Sep 2, 2026, in writing" || r.Counts[0].On != "" ||
		r.Counts[0].How != "45 calendar days, from a day that is not known yet: when did it arrive?" {
		t.Errorf("sent, and not known to have arrived: %+v", r)
	}
	r.Form.Received = "2026-09-03"
	v = got(screen.SaveRequest("", r.Form))
	if c := v.Children[0].Dates.Requests[0].Counts[0]; c.On != "Sun Oct 18, 2026" ||
		c.How != "45 calendar days from Thu Sep 3, 2026, a day that is about right. That is no open day; the next one is Mon Oct 19, 2026. Rely on the earlier one" {
		t.Errorf("arrived: %+v", c)
	}
	r.Form.Answer = "yes"
	if v := got(screen.SaveRequest("", r.Form)); len(v.Children[0].Dates.Requests[0].Counts) != 1 {
		t.Errorf("agreed to, and not counted until they are shown: %+v", v.Children[0].Dates.Requests[0].Counts)
	}
	signed := RequestForm{Child: mia.ID, Kind: "evaluation_consent", Way: "written", Sent: "9/2/2026", Received: "9/3/2026"}
	for answer, counts := range map[string]int{"": 1, "yes": 0} {
		signed.Answer = answer
		v := got(screen.SaveRequest("", signed))
		list := v.Children[0].Dates.Requests
		i := slices.IndexFunc(list, func(r RequestView) bool { return r.Form.Kind == signed.Kind })
		if len(list[i].Counts) != counts {
			t.Errorf("the evaluation after consent, answered %q: %+v", answer, list[i].Counts)
		}
		got(screen.Undo(""))
	}
	v = got(screen.Remove("", "request", r.Form.ID))
	if len(v.Children[0].Dates.Requests) != 0 || v.Frame.Did != "struck a request" {
		t.Errorf("removed: %+v, %q", v.Children[0].Dates, v.Frame.Did)
	}
	if v := got(screen.Undo("")); len(v.Children[0].Dates.Requests) != 1 {
		t.Error("it did not come back")
	}
}

// A meeting ahead stands among the next dates and has found nobody eligible yet;
// when it is over, 30 calendar days are counted from it.
func TestAMeetingAhead(t *testing.T) {
	f := newFamily(t, "2026-09-24")
	mia := f.fresh().Form
	screen := &Family{f.desk}
	v := got(screen.SaveMeeting("", MeetingForm{Child: mia.ID, Kind: "eligibility", On: "10/1/2026"}))
	m := v.Children[0].Dates.Meetings[0]
	next := got((&Today{f.desk}).View("")).Next
	if m.When != "Thu Oct 1, 2026, in 7 days" || len(m.Counts) != 0 || len(next) != 1 || next[0].Text != "Meeting that found the child eligible" {
		t.Errorf("ahead: %+v, %+v", m, next)
	}
	f.on("2026-10-02")
	v = got((&Family{f.desk}).View(""))
	counts := v.Children[0].Dates.Meetings[0].Counts
	if len(counts) != 1 || counts[0].On != "Sat Oct 31, 2026" {
		t.Errorf("over: %+v", counts)
	}
	_, err := (&Family{f.desk}).SaveMeeting("", MeetingForm{Child: mia.ID, Kind: "iep"})
	refused(t, err, refusal.Missing, "on")
}
