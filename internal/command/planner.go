package command

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/planner"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
)

type plan struct {
	File     string    `arg:"" help:"A service-hours file, or a calendar by itself."`
	Calendar []string  `required:"" placeholder:"ID" help:"The calendars to rank on, between commas; their sums rank."`
	Days     int       `required:"" placeholder:"N" help:"Sessions a week, each on its own weekday."`
	Minutes  *int      `placeholder:"N" help:"Minutes of a session; those of the series, or 30, when left out."`
	Start    clockFlag `aliases:"at" placeholder:"HH:MM" help:"When it starts: then only short days that cut it count. --at is the same."`
	Forbid   daysFlag  `placeholder:"MO,…" help:"Weekdays that cannot be."`
	Gap      bool      `help:"No two days in a row."`
	Compare  daysFlag  `placeholder:"TU,…" xor:"form" help:"Compare with these weekdays, such as those of now."`
	Series   string    `placeholder:"ID" xor:"series" help:"Compare with the days on which this series stands now, and say what else stands there."`
	Child    string    `placeholder:"ID" help:"The child, where two have a series of that name."`
	Why      bool      `xor:"why" help:"Name the closures that take sessions, weekday by weekday."`
	Out      string    `short:"o" placeholder:"OUT.pdf" xor:"out" help:"Write a page to print, for the meeting, in place of an answer."`
	Force    bool      `help:"Replace a file that is there."`
	JSON     bool      `name:"json" xor:"form,series,why,out" help:"Answer in JSON, for programs."`
}

// Help teaches the command.
func (plan) Help() string { return plannerHelp }

// choiceAnswer is a choice in the documented shape.
type choiceAnswer struct {
	Days         []string `json:"days"`
	Lost         int      `json:"lost"`
	Kept         int      `json:"kept"`
	EarlyRelease int      `json:"early_release"`
	LostMinutes  int      `json:"lost_minutes"`
	KeptMinutes  int      `json:"kept_minutes"`
	Place        int      `json:"place"`
}

// asked is what the flags ask, with the record and the series, where they name
// one.
type asked struct {
	planner.Question
	record *record.Record
	series *ledger.Series
}

// Run ranks the weekdays on the calendars of a file.
func (p plan) Run(c *call) error {
	q, err := p.question(c.today)
	if err != nil {
		return err
	}
	answer, err := planner.Ask(q.Question)
	if err != nil {
		return refusal.At("--days", err)
	}
	if now := day.Weekdays(p.Compare); now != 0 && (now.Count() != p.Days || now&^planner.Weekdays(q.Years) != 0) {
		return refusal.At("--compare", refusal.New(refusal.CompareDays, "value", fmt.Sprint(p.Days)))
	}
	switch {
	case p.Out != "":
		return p.page(c, q, answer)
	case p.JSON:
		return exchange.WriteJSON(c, answersOf(answer.Options, q.Wish))
	}
	p.print(c, q, answer)
	return nil
}

func (p plan) question(today day.Day) (q asked, err error) {
	data, err := exchange.ReadFile(p.File)
	if err == nil {
		q.Years, err = p.years(data)
	}
	if err == nil && p.Series != "" {
		err = p.stands(&q, data, today)
	}
	if err != nil {
		return q, inFile{p.File, err}
	}
	minutes := cmp.Or(q.Now.Minutes, planner.DefaultMinutes)
	if p.Minutes != nil {
		minutes = *p.Minutes
	}
	if minutes < 1 || minutes > record.MaxMinutes {
		return q, outOfBounds("--minutes", minutes, 1, record.MaxMinutes)
	}
	if p.Compare != 0 {
		q.Now = planner.Present{Days: day.Weekdays(p.Compare)}
	}
	q.Wish = planner.Wish{Days: p.Days, Minutes: minutes, Start: day.Clock(p.Start), Forbid: day.Weekdays(p.Forbid), Gap: p.Gap}
	return q, nil
}

// stands finds the series that is named, on which days it stands now, and what
// stands beside it.
func (p plan) stands(q *asked, data []byte, today day.Day) error {
	if !exchange.IsRecord(data) {
		return refusal.New(refusal.NoSuchSeries, "id", p.Series, "known", list(nil))
	}
	r, err := exchange.Read(data)
	if err != nil {
		return err
	}
	l, err := ledger.Compute(r, today)
	if err != nil {
		return err
	}
	if q.series, err = (oneSeries{p.Series, p.Child}).find(l); err != nil {
		return err
	}
	q.record = r
	q.Now = planner.InForce(q.series.VersionOn(today).Service, today)
	q.Taken = planner.Around(l, q.series.ChildID, q.series.ID, today)
	return nil
}

// years are the named calendars of the file.
func (p plan) years(data []byte) ([]*calendar.Days, error) {
	all, err := calendars(data)
	if err != nil {
		return nil, err
	}
	var years []*calendar.Days
	for i, id := range p.Calendar {
		if slices.Contains(p.Calendar[:i], id) {
			continue
		}
		at := slices.IndexFunc(all, func(y calendar.SchoolYear) bool { return y.ID == id })
		if at < 0 {
			return nil, refusal.New(refusal.NoSuchCalendar, "id", id, "known", known(all))
		}
		years = append(years, calendar.NewDays(&all[at]))
	}
	return years, nil
}

func calendars(data []byte) ([]calendar.SchoolYear, error) {
	if exchange.IsRecord(data) {
		r, err := exchange.Read(data)
		if err != nil {
			return nil, err
		}
		return r.Calendars, nil
	}
	y, err := exchange.ReadCalendar(data)
	if err != nil {
		return nil, err
	}
	return []calendar.SchoolYear{*y}, nil
}

func known(all []calendar.SchoolYear) string {
	var ids []string
	for i := range all {
		ids = append(ids, all[i].ID)
	}
	return list(ids)
}

// list names what there is, or says that there is nothing.
func list(ids []string) string {
	if len(ids) == 0 {
		return "none"
	}
	return strings.Join(ids, ", ")
}

func answersOf(options []planner.Option, wish planner.Wish) []choiceAnswer {
	answers := []choiceAnswer{}
	for _, ch := range options {
		a := choiceAnswer{
			Lost: ch.Lost, Kept: ch.Kept, EarlyRelease: ch.Short, Place: ch.Place,
			LostMinutes: ch.LostMinutes(wish), KeptMinutes: ch.KeptMinutes(wish),
		}
		for _, w := range ch.Days.List() {
			a.Days = append(a.Days, w.String())
		}
		answers = append(answers, a)
	}
	return answers
}
