package exchange

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/schedule"
)

// WriteJSON writes an answer for programs: the fields in the order of the
// documentation, two spaces deep, days as YYYY-MM-DD.
func WriteJSON(w io.Writer, answer any) error {
	if err := json.MarshalWrite(w, answer, marshalers, json.Deterministic(true), jsontext.WithIndent("  ")); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// Answer is a ledger in the documented shape (docs/commands.md).
type Answer struct {
	AsOf     day.Day        `json:"as_of"`
	Services []seriesAnswer `json:"services"`
}

type seriesAnswer struct {
	SeriesID    string             `json:"series_id"`
	ChildID     string             `json:"child_id"`
	Required    []periodAnswer     `json:"required"`
	Slots       []slotAnswer       `json:"slots"`
	Obligations []obligationAnswer `json:"obligations"`
	ESY         []windowAnswer     `json:"esy"`
	Openings    []openingAnswer    `json:"openings,omitempty"`
	Warnings    []string           `json:"warnings"`
	Unapplied   []unappliedAnswer  `json:"unapplied"`
	Summary     summaryAnswer      `json:"summary"`
}

type periodAnswer struct {
	ServiceID        string     `json:"service_id"`
	Period           [2]day.Day `json:"period"`
	Required         int        `json:"required"`
	PlannedOpen      int        `json:"planned_open"`
	Delivered        int        `json:"delivered"`
	ClosedToCalendar int        `json:"closed_to_calendar"`
	NotScheduled     int        `json:"not_scheduled"`
	Extra            *int       `json:"extra,omitzero"`
	Shortfall        *int       `json:"shortfall,omitzero"`
	Excused          *int       `json:"excused,omitzero"`
	Undecided        *int       `json:"undecided,omitzero"`
	Owed             *int       `json:"owed,omitzero"`
}

type slotAnswer struct {
	Date         day.Day        `json:"date"`
	ScheduleID   string         `json:"schedule_id"`
	Minutes      int            `json:"minutes"`
	Status       string         `json:"status"`
	EarlyRelease jsontext.Value `json:"early_release"`
	Got          int            `json:"got"`
	Missed       int            `json:"missed"`
	Reason       *string        `json:"reason"`
	Decision     *policy.Answer `json:"decision"`
}

type obligationAnswer struct {
	ID          string          `json:"id"`
	Date        day.Day         `json:"date"`
	Minutes     int             `json:"minutes"`
	Reason      string          `json:"reason"`
	State       policy.Answer   `json:"state"`
	Remaining   int             `json:"remaining"`
	Deadline    *day.Day        `json:"deadline"`
	Overdue     bool            `json:"overdue"`
	Allocations []paymentAnswer `json:"allocations"`
}

type paymentAnswer struct {
	SessionID string  `json:"session_id"`
	Date      day.Day `json:"date"`
	Minutes   int     `json:"minutes"`
}

type unappliedAnswer struct {
	SessionID string     `json:"session_id"`
	Date      day.Day    `json:"date"`
	Minutes   int        `json:"minutes"`
	Why       ledger.Why `json:"why"`
}

type windowAnswer struct {
	Window       string        `json:"window"`
	CapacityLeft int           `json:"capacity_left"`
	Carried      int           `json:"carried"`
	Plan         []carryAnswer `json:"plan"`
}

type openingAnswer struct {
	Carryover string        `json:"carryover"`
	Year      [2]day.Day    `json:"year"`
	Minutes   int           `json:"minutes"`
	Taken     []carryAnswer `json:"taken"`
}

type carryAnswer struct {
	Obligation string `json:"obligation"`
	Minutes    int    `json:"minutes"`
}

type summaryAnswer struct {
	ExpectedSessions        int `json:"expected_sessions"`
	ExpectedMinutes         int `json:"expected_minutes"`
	LostToScheduledClosures int `json:"lost_to_scheduled_closures"`
	LostToEmergency         int `json:"lost_to_emergencies"`
	ShortDaySlots           int `json:"early_release_slots"`
	Required                int `json:"required_minutes"`
	Delivered               int `json:"delivered_minutes"`
	MakeupLogged            int `json:"makeup_minutes_logged"`
	UnrecordedSessions      int `json:"unrecorded_sessions"`
	Owed                    int `json:"owed_minutes"`
	MadeUp                  int `json:"made_up_minutes"`
	OpenOwed                int `json:"open_owed_minutes"`
	Undecided               int `json:"undecided_minutes"`
	NotOwed                 int `json:"not_owed_minutes"`
	Unapplied               int `json:"unapplied_makeup_minutes"`
	Banked                  int `json:"banked_minutes"`
	Carried                 int `json:"esy_carryover_minutes"`
	Remainder               int `json:"remainder_after_esy_minutes"`
}

// AnswerOf puts a ledger into the documented shape. Warnings are codes in the
// core; words says them.
func AnswerOf(l *ledger.Ledger, words func(ledger.Warning) string) Answer {
	answer := Answer{AsOf: l.AsOf, Services: []seriesAnswer{}}
	for _, s := range l.Series {
		answer.Services = append(answer.Services, answerOfSeries(s, words))
	}
	slices.SortStableFunc(answer.Services, func(a, b seriesAnswer) int {
		return cmp.Or(strings.Compare(a.SeriesID, b.SeriesID), strings.Compare(a.ChildID, b.ChildID))
	})
	return answer
}

func answerOfSeries(s *ledger.Series, words func(ledger.Warning) string) seriesAnswer {
	return seriesAnswer{
		SeriesID:    s.ID,
		ChildID:     s.ChildID,
		Required:    list(s.Periods, answerOfPeriod),
		Slots:       list(s.Slots, answerOfSlot),
		Obligations: list(s.Obligations, answerOfObligation),
		ESY:         list(s.Summer, answerOfWindow),
		Openings:    list(s.Openings, answerOfOpening),
		Warnings:    list(s.Warnings, func(w *ledger.Warning) string { return words(*w) }),
		Unapplied:   list(s.Unapplied, func(p *ledger.Placement) unappliedAnswer { return unappliedAnswer(*p) }),
		Summary:     summaryAnswer(s.Summary),
	}
}

// list is never nil: programs are given [] and not null.
func list[T, A any](rows []T, answer func(*T) A) []A {
	answers := make([]A, len(rows))
	for i := range rows {
		answers[i] = answer(&rows[i])
	}
	return answers
}

func answerOfPeriod(p *ledger.Period) periodAnswer {
	a := periodAnswer{
		ServiceID: p.Version.Service.ID, Period: [2]day.Day{p.Span.First, p.Span.Last}, Required: p.Required,
		PlannedOpen: p.PlannedOpen, Delivered: p.Delivered, ClosedToCalendar: p.ClosedToCalendar, NotScheduled: p.NotScheduled,
	}
	if p.ByPeriod() && p.Over {
		a.Extra, a.Shortfall, a.Excused, a.Undecided, a.Owed = &p.Extra, &p.Shortfall, &p.Excused, &p.Undecided, &p.Owed
	}
	return a
}

var shortWord = map[schedule.Short]string{
	schedule.NotShort: "false", schedule.ShortDay: `"day"`, schedule.ShortConflict: `"conflict"`,
}

func answerOfSlot(s *ledger.Slot) slotAnswer {
	a := slotAnswer{
		Date: s.Date, ScheduleID: s.Schedule.ID, Minutes: s.Schedule.Minutes, Status: s.Status.String(),
		EarlyRelease: jsontext.Value(shortWord[s.Short]), Got: s.Given, Missed: s.Missed,
	}
	if word := slotWord(s); word != "" {
		a.Reason = &word
	}
	if s.Missed > 0 {
		a.Decision = &s.Verdict.Answer
	}
	return a
}

// slotWord is the portable word for what came of a slot: the reason of what
// was missed, `unrecorded`, an `upcoming…`, or nothing.
func slotWord(s *ledger.Slot) string {
	switch {
	case s.Missed > 0:
		return string(s.Reason)
	case s.State == ledger.Unrecorded:
		return "unrecorded"
	case s.State == ledger.Upcoming:
		return upcoming[s.Status]
	}
	return ""
}

var upcoming = map[calendar.Status]string{
	calendar.Open:            "upcoming",
	calendar.ClosedScheduled: "upcoming_school_closed_scheduled",
	calendar.ClosedEmergency: "upcoming_school_closed_emergency",
}

func answerOfObligation(o **ledger.Obligation) obligationAnswer {
	a := obligationAnswer{
		ID: (*o).ID, Date: (*o).Date, Minutes: (*o).Minutes, Reason: string((*o).Reason), State: (*o).Answer(),
		Remaining: (*o).Open, Overdue: (*o).Overdue,
		Allocations: list((*o).Paid, func(p *ledger.Payment) paymentAnswer { return paymentAnswer(*p) }),
	}
	if (*o).Deadline != day.None {
		a.Deadline = &(*o).Deadline
	}
	return a
}

func answerOfOpening(o *ledger.Opening) openingAnswer {
	return openingAnswer{
		Carryover: o.Agreed.ID, Year: [2]day.Day{o.First, o.Last}, Minutes: o.Minutes(),
		Taken: list(o.Taken, func(t *ledger.Taken) carryAnswer { return carryAnswer{t.ID, t.Minutes} }),
	}
}

func answerOfWindow(w *ledger.Window) windowAnswer {
	return windowAnswer{
		Window: w.ESY.ID, CapacityLeft: w.CapacityLeft, Carried: w.Carried,
		Plan: list(w.Plan, func(c *ledger.Carry) carryAnswer { return carryAnswer{c.ObligationID, c.Minutes} }),
	}
}
