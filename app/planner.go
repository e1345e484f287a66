package app

import (
	"midweek/internal/core/block"
	"midweek/internal/core/chart"
	"midweek/internal/core/planner"
)

// Planner is the screen that asks which days lose least.
type Planner struct{ Desk *Desk }

// A PlannerQuery says what a family wants of the weekdays.
type PlannerQuery struct {
	Child     string   `json:"child"`
	Series    string   `json:"series"`    // of PlannerView.Services; empty: the one with the most days a week
	Calendars []string `json:"calendars"` // empty: the year of today, or the latest; only such as are not there: refused
	Days      int      `json:"days"`      // sessions a week, 1 to 7; 0: as in the plan
	Minutes   int      `json:"minutes"`   // of one session; 0: as in the plan
	Forbid    []string `json:"forbid"`    // MO, TU …
	Start     string   `json:"start"`     // HH:MM or empty
	Gap       bool     `json:"gap"`       // no two days in a row
	Ask       []string `json:"ask"`       // the days to propose; those of the first place when they are not ranked
}

// A PlannerView ranks the weekdays by what the school calendar takes from them.
type PlannerView struct {
	Frame    Frame         `json:"frame"`
	Query    PlannerQuery  `json:"query"`    // as used
	Services []Choice      `json:"services"` // to ask about; the last is a plain number of days
	Years    []PlannerYear `json:"years"`
	Weekdays []Choice      `json:"weekdays"` // MO … with their names
	StartNow string        `json:"startNow"` // when the sessions begin now: 10:00 am, or empty
	Lead     string        `json:"lead"`     // 177 school days, 25 closed weekdays
	Found    string        `json:"found"`    // the fewest lost, and ties as ties
	Now      string        `json:"now"`      // what the days in force lose beside the best, or empty
	Tip      string        `json:"tip"`      // where the usual advice does not hold, or empty
	Rows     []PlannerRow  `json:"rows"`
	Single   []PlannerDay  `json:"single"` // each weekday by itself
	Each     *ChartView    `json:"each"`   // the same as a picture; null without a year
	Clause   string        `json:"clause"` // words to propose for the plan
	Note     string        `json:"note"`   // what the clause is not
	Shown    string        `json:"shown"`  // the year in which Calendar can show a set, or empty
}

// A PlannerYear is a school year to count.
type PlannerYear struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Guess bool   `json:"guess"`
	Note  string `json:"note"` // printed by the school, or guessed from which year
}

// A PlannerRow is one set of weekdays.
type PlannerRow struct {
	Days    []string       `json:"days"`
	Text    string         `json:"text"`  // Tuesday and Wednesday
	Place   int            `json:"place"` // equal rows share a place
	Ties    string         `json:"ties"`  // 1–3 are equal, or empty
	Lost    int            `json:"lost"`
	Kept    int            `json:"kept"`
	Short   int            `json:"short"`   // of the kept ones, on short days
	Minutes int            `json:"minutes"` // lost
	Share   int            `json:"share"`   // of the longest bar, 0 to 100
	Now     bool           `json:"now"`     // the days in force
	Years   []PlannerPart  `json:"years"`   // of each year; empty when there is one
	Clashes []PlannerClash `json:"clashes"`
	Sure    int            `json:"sure"` // clashes at the same time
}

// A PlannerPart is what one year makes of a set.
type PlannerPart struct {
	Text string `json:"text"` // 2025-26, a guess
	Lost int    `json:"lost"`
	Kept int    `json:"kept"`
}

// A PlannerClash is another service on a day of a set.
type PlannerClash struct {
	Text string `json:"text"`
	Sure bool   `json:"sure"` // at the same time, not only on the same day
}

// A PlannerDay is one weekday, with the closed days that cost it.
type PlannerDay struct {
	ID     string        `json:"id"`
	Text   string        `json:"text"`
	Lost   int           `json:"lost"`
	Kept   int           `json:"kept"`
	Losses []PlannerLoss `json:"losses"`
}

// A PlannerLoss is a closure and the days that it takes from a weekday.
type PlannerLoss struct {
	Name  string `json:"name"`
	Dates string `json:"dates"`
}

func (v *PlannerView) frame() *Frame { return &v.Frame }

// View ranks the weekdays.
func (p *Planner) View(q PlannerQuery) (*PlannerView, error) { return look(p.Desk, q.Child, q.draw) }

// Undo takes back the latest deed.
func (p *Planner) Undo(q PlannerQuery) (*PlannerView, error) { return undo(p.Desk, q.Child, q.draw) }

// Redo does again what was taken back.
func (p *Planner) Redo(q PlannerQuery) (*PlannerView, error) { return redo(p.Desk, q.Child, q.draw) }

func (q PlannerQuery) draw(s *sheet) (*PlannerView, error) {
	w, err := q.wish(s)
	if err != nil {
		return nil, err
	}
	v := &PlannerView{
		Frame: s.frame(), Query: w.query(q, s), Services: s.services(), Years: s.plannerYears(), StartNow: words.Clock(w.Now.Start),
		Weekdays: []Choice{}, Rows: []PlannerRow{}, Single: []PlannerDay{},
	}
	if len(w.Years) == 0 {
		return v, nil
	}
	answer, err := planner.Ask(w.Question)
	if err != nil {
		return nil, err
	}
	page := w.page(s, answer)
	v.Query.Ask, v.Clause, v.Note = names(page.Ask), page.Clause(), words.Put("handout.clause.note")
	v.Lead, v.Shown = leadOf(w.Years), w.shown(s)
	v.Found, v.Now, v.Tip = found(answer, len(w.Years)), w.beside(answer), tip(answer)
	for _, on := range planner.Weekdays(w.Years).List() {
		v.Weekdays = append(v.Weekdays, Choice{on.String(), words.LongWeekday(on)})
	}
	v.Rows, v.Single = w.rows(s, answer), w.single()
	each := chart.ByWeekday(w.Years, w.Wish, w.Now.Days)
	pictured := chartView("weekdays", each.Figure, each.Caption(), block.Table{})
	v.Each = &pictured
	return v, nil
}
