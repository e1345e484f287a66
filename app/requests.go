package app

import (
	"cmp"
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/open"
)

// A DatesView is what was asked of the school about a child and what it said,
// with the meetings: in the order of their days.
type DatesView struct {
	Requests []RequestView `json:"requests"`
	Meetings []MeetingView `json:"meetings"`
}

// A RequestView is a request in words, with what is counted from it.
type RequestView struct {
	Form   RequestForm `json:"form"`
	Title  string      `json:"title"`  // an evaluation for special education
	When   string      `json:"when"`   // asked on about Thu Sep 3, 2026, aloud
	Answer string      `json:"answer"` // The school said no, on Thu Oct 1, 2026
	Spoken bool        `json:"spoken"` // it stands on a spoken word only: worth confirming in writing
	Counts []CountView `json:"counts"`
}

// A RequestForm is a request as typed.
type RequestForm struct {
	ID          string `json:"id"` // empty for a new one
	Child       string `json:"child"`
	Kind        string `json:"kind"`
	Sent        string `json:"sent"`     // the day it was made
	Received    string `json:"received"` // the day it arrived; empty: not known, or for a spoken one the same day
	Way         string `json:"way"`      // written, oral
	Approximate bool   `json:"approximate"`
	Text        string `json:"text"`   // to whom, in which words
	Answer      string `json:"answer"` // yes, partly, no; empty: none so far
	AnsweredOn  string `json:"answeredOn"`
	AnswerNote  string `json:"answerNote"`
}

// A MeetingView is a meeting in words, with what is counted from it.
type MeetingView struct {
	Form   MeetingForm `json:"form"`
	Title  string      `json:"title"`
	When   string      `json:"when"`
	Counts []CountView `json:"counts"`
}

// A MeetingForm is a meeting as typed.
type MeetingForm struct {
	ID    string `json:"id"`
	Child string `json:"child"`
	Kind  string `json:"kind"`
	On    string `json:"on"`
	Text  string `json:"text"`
}

var (
	requestKinds = []string{"evaluation", "plan_504", "evaluation_consent", "meeting", "records", "state_complaint", "due_process"}
	meetingKinds = []string{"iep", "plan_504", "eligibility", "not_eligible", "talk"}
	ways         = []iep.Way{iep.Written, iep.Oral}
)

// consent is the kind of a request that asks for nothing: the family agreed.
const consent = "evaluation_consent"

// SaveRequest adds a request, or corrects it.
func (f *Family) SaveRequest(child string, form RequestForm) (*FamilyView, error) {
	form = typed(form)
	return f.change(child, func(r *open.Room) error {
		q, err := form.request(r.Today())
		if err != nil {
			return err
		}
		return r.SaveRequest(q, "")
	})
}

// SaveMeeting adds a meeting, or corrects it.
func (f *Family) SaveMeeting(child string, form MeetingForm) (*FamilyView, error) {
	form = typed(form)
	return f.change(child, func(r *open.Room) error {
		on, err := neededDay("on", form.On)
		if err != nil {
			return err
		}
		if form.Kind == "" {
			return refusal.At("kind", refusal.New(refusal.Missing))
		}
		return r.SaveMeeting(iep.Meeting{ID: form.ID, ChildID: form.Child, Kind: form.Kind, Date: on, Text: form.Text}, "")
	})
}

// request reads the form. What was said aloud arrived on the day it was said.
func (f RequestForm) request(today day.Day) (iep.Request, error) {
	q := iep.Request{
		ID: f.ID, ChildID: f.Child, Kind: f.Kind, Way: iep.Way(f.Way), Approximate: f.Approximate, Text: f.Text,
		Answer: iep.Kept(f.Answer), AnswerNote: f.AnswerNote,
	}
	if f.Kind == "" {
		return q, refusal.At("kind", refusal.New(refusal.Missing))
	}
	var err error
	if q.SentOn, err = pastDay("sent", f.Sent, today); err != nil {
		return q, err
	}
	if q.ReceivedOn, err = pastDay("received", f.Received, today); err != nil {
		return q, err
	}
	if q.Made() == day.None {
		return q, refusal.At("sent", refusal.New(refusal.Missing))
	}
	if q.ReceivedOn == day.None && q.Way == iep.Oral {
		q.ReceivedOn = q.SentOn
	}
	if q.ReceivedOn != day.None && q.ReceivedOn < q.SentOn {
		return q, refusal.At("received", refusal.New(refusal.Backwards, "start", iso(q.SentOn), "end", iso(q.ReceivedOn)))
	}
	return f.answered(q, today)
}

func (f RequestForm) answered(q iep.Request, today day.Day) (iep.Request, error) {
	if q.Answer == "" {
		return q, nil
	}
	var err error
	if q.AnsweredOn, err = pastDay("answeredOn", f.AnsweredOn, today); err != nil {
		return q, err
	}
	if q.AnsweredOn != day.None && q.AnsweredOn < q.Made() {
		return q, refusal.At("answeredOn", refusal.New(refusal.Backwards, "start", iso(q.Made()), "end", iso(q.AnsweredOn)))
	}
	return q, nil
}

// pastDay reads a day of what has happened.
func pastDay(field, text string, today day.Day) (day.Day, error) {
	on, err := parseDay(field, text)
	if err == nil && on != day.None && on > today {
		err = refusal.At(field, refusal.New(refusal.NotYet, "day", on.String()))
	}
	return on, err
}

func (s *sheet) dates(childID string) DatesView {
	v := DatesView{Requests: []RequestView{}, Meetings: []MeetingView{}}
	counts := s.countsBySubject(childID)
	for i := range s.Record.Requests {
		if q := &s.Record.Requests[i]; q.ChildID == childID {
			v.Requests = append(v.Requests, s.requestView(q, append([]CountView{}, counts[q.ID]...)))
		}
	}
	for i := range s.Record.Meetings {
		if m := &s.Record.Meetings[i]; m.ChildID == childID {
			v.Meetings = append(v.Meetings, s.meetingView(m, append([]CountView{}, counts[m.ID]...)))
		}
	}
	slices.SortStableFunc(v.Requests, func(a, b RequestView) int { return compareText(a.Form.day(), b.Form.day()) })
	slices.SortStableFunc(v.Meetings, func(a, b MeetingView) int { return compareText(a.Form.On, b.Form.On) })
	return v
}

// day orders requests: the day it was made, or else the day it arrived.
func (f *RequestForm) day() string { return cmp.Or(f.Sent, f.Received) }

func (s *sheet) requestView(q *iep.Request, counts []CountView) RequestView {
	v := RequestView{
		Form: RequestForm{
			ID: q.ID, Child: q.ChildID, Kind: q.Kind, Sent: iso(q.SentOn), Received: iso(q.ReceivedOn), Way: string(q.Way),
			Approximate: q.Approximate, Text: q.Text, Answer: string(q.Answer), AnsweredOn: iso(q.AnsweredOn), AnswerNote: q.AnswerNote,
		},
		Title: words.Put("asking." + q.Kind), When: requestWhen(q), Answer: answerText(q), Spoken: s.Unconfirmed(q), Counts: counts,
	}
	if q.Answer == "" && (q.Way != iep.Oral || v.Spoken) {
		v.Counts = append(v.Counts, unnumbered(q)...)
	}
	return v
}

// requestWhen says when a request was made and how, and when it arrived.
func requestWhen(q *iep.Request) string {
	code := "asked"
	if q.Kind == consent {
		code = "signed"
	}
	text := words.Put("request."+code, "day", words.Day(q.Made()))
	if q.Approximate {
		text = words.Put("request."+code+"_about", "day", words.Day(q.Made()))
	}
	if q.Made() == day.None {
		text = words.Put("request.no_day")
	}
	if q.Way != "" && q.Kind != consent {
		text += ", " + words.Put("way."+string(q.Way))
	}
	if q.SentOn != day.None && q.ReceivedOn != day.None && q.ReceivedOn != q.SentOn {
		text += ". " + words.Put("request.arrived", "day", words.Day(q.ReceivedOn))
	}
	return text
}

// answerText is what the school said; of consent, whether it was followed.
func answerText(q *iep.Request) string {
	if q.Answer == "" {
		if q.Kind == consent {
			return ""
		}
		return words.Put("request.no_answer")
	}
	code := "heard."
	if q.Kind == consent {
		code = "followed."
	}
	text := words.Put(code + string(q.Answer))
	if q.AnsweredOn != day.None {
		text += ", " + words.Put("request.answered_on", "day", words.Day(q.AnsweredOn))
	}
	if q.AnswerNote != "" {
		text += ". " + say.Plain(q.AnswerNote)
	}
	return text
}

func (s *sheet) meetingView(m *iep.Meeting, counts []CountView) MeetingView {
	v := MeetingView{
		Form:  MeetingForm{ID: m.ID, Child: m.ChildID, Kind: m.Kind, On: iso(m.Date), Text: m.Text},
		Title: words.Put("meeting." + m.Kind), When: words.Day(m.Date), Counts: counts,
	}
	if m.Date > s.Today {
		v.When += ", " + words.Ahead(int(m.Date-s.Today))
	}
	return v
}
