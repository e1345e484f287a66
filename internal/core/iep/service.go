package iep

import (
	"cmp"

	"midweek/internal/core/day"
)

// A Service is one line of a plan, from a day to a day: what is promised and
// when it is planned. An amendment ends one service and begins another with
// the same series; the versions of a series share one ledger.
type Service struct {
	ID          string       `json:"id"`
	SeriesID    string       `json:"series_id,omitzero"` // absent: the service's own id; see Series
	Type        string       `json:"type,omitzero"`
	Start       day.Day      `json:"start"`
	End         day.Day      `json:"end"`
	Requirement *Requirement `json:"requirement,omitzero"` // nil where the plan names no amount
	Schedules   []Schedule   `json:"schedules"`
	Agency      string       `json:"agency,omitzero"` // who is responsible; a transfer begins a new series
	ProviderID  string       `json:"provider_id,omitzero"`
	Mode        string       `json:"mode,omitzero"` // individual, group, consult
	GroupSize   *int         `json:"group_size,omitzero"`
	Setting     string       `json:"setting,omitzero"`
	Verbatim    string       `json:"verbatim,omitzero"` // the plan's own words
	Page        Page         `json:"page,omitzero"`
	Unknown     Unknown      `json:",embed"`
}

// A Page is where the plan says so: a number or a word such as 14a.
type Page string

// Span is the service's first to its last day.
func (s *Service) Span() day.Span { return day.Span{First: s.Start, Last: s.End} }

// Series is what the versions of one service share.
func (s *Service) Series() string { return cmp.Or(s.SeriesID, s.ID) }

// Consult says whether the service is consultation, without the child.
func (s *Service) Consult() bool { return s.Mode == Consult }

// Unit is what a requirement counts.
type Unit string

// The units of a requirement.
const (
	Sessions Unit = "sessions"
	Minutes  Unit = "minutes"
)

// Period is the stretch of time a requirement is worded for.
type Period string

// The periods of a wording.
const (
	Week    Period = "week"    // Monday to Sunday
	Month   Period = "month"   // the calendar month
	Quarter Period = "quarter" // the school's marking period
	Year    Period = "year"    // the school year
)

// A Requirement is the plan's promise, as worded: 2 sessions of 30 minutes a
// week, 120 minutes a month.
type Requirement struct {
	Unit              Unit    `json:"unit"`
	Amount            int     `json:"amount"` // 1 to 100,000, in Unit
	MinutesPerSession *int    `json:"minutes_per_session,omitzero"`
	Period            Period  `json:"period"`
	EveryPeriods      *int    `json:"every,omitzero"` // the amount is for every n weeks; 1 to 53
	Unknown           Unknown `json:",embed"`
}

// Every is for how many periods the amount is.
func (r *Requirement) Every() int {
	if r.EveryPeriods == nil {
		return 1
	}
	return *r.EveryPeriods
}

// SessionMinutes is the length of one promised session: as worded, or the
// first schedule's. Zero when neither says.
func (s *Service) SessionMinutes() int {
	if s.Requirement != nil && s.Requirement.MinutesPerSession != nil {
		return *s.Requirement.MinutesPerSession
	}
	if len(s.Schedules) > 0 {
		return s.Schedules[0].Minutes
	}
	return 0
}

// SessionsWeekly are the sessions that the plan promises in every week, 1 to 7;
// 0 when it promises something else.
func (s *Service) SessionsWeekly() int {
	if r := s.Requirement; r != nil && r.Unit == Sessions && r.Period == Week && r.Every() == 1 && r.Amount <= 7 {
		return r.Amount
	}
	return 0
}

// AmountMinutes is the whole promise of one period, in minutes.
func (s *Service) AmountMinutes() int {
	if s.Requirement.Unit == Sessions {
		return s.Requirement.Amount * s.SessionMinutes()
	}
	return s.Requirement.Amount
}

// Weekly says whether the promise is worded by the week, or there is none.
func (s *Service) Weekly() bool {
	return s.Requirement == nil || s.Requirement.Period == Week
}

// A Schedule says on which days a service is planned, and for how long: by a
// rule, by some weeks of a weekly rule, or by a cycle in a rule's place.
type Schedule struct {
	ID        string    `json:"id"`
	Rule      string    `json:"rrule,omitzero"` // RFC 5545, without DTSTART: From anchors it
	Weeks     *Weeks    `json:"weeks,omitzero"`
	Cycle     *Cycle    `json:"cycle,omitzero"`
	From      day.Day   `json:"from"`
	To        day.Day   `json:"to,omitzero"`
	StartTime day.Clock `json:"start_time,omitzero"`
	Minutes   int       `json:"minutes"` // of one session; 1 to 1,440
	// ExtraDates are planned beside the rule's days, ExceptDates never are.
	ExtraDates  []day.Day `json:"extra_dates,omitzero"`
	ExceptDates []day.Day `json:"except_dates,omitzero"`
	// IgnoreSchoolCalendar plans a private therapist, who works when school
	// is closed.
	IgnoreSchoolCalendar bool    `json:"ignore_school_calendar,omitzero"`
	Unknown              Unknown `json:",embed"`
}

// InForce is the schedule's first day to its last, to the end of days when it
// has none.
func (s *Schedule) InForce() day.Span {
	if s.To == day.None {
		return day.Span{First: s.From, Last: day.Last}
	}
	return day.Span{First: s.From, Last: s.To}
}
