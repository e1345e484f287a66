package app

import (
	"midweek/app/window"
	"midweek/internal/core/chart"
	"midweek/internal/core/day"
	"midweek/internal/core/handout"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
)

// Charts is the screen of pictures of one service in one school year.
type Charts struct{ Desk *Desk }

// A ChartsQuery says of what the pictures are.
type ChartsQuery struct {
	Child  string `json:"child"`  // that is looked at; empty for all
	Series string `json:"series"` // of ChartsView.Services; empty, or gone: the first
	Year   string `json:"year"`   // of ChartsView.Years; empty, or gone: the one of today
}

// A ChartsView is the pictures, each with its sentence and its table.
type ChartsView struct {
	Frame    Frame       `json:"frame"`
	Query    ChartsQuery `json:"query"` // as used
	Services []Choice    `json:"services"`
	Years    []Choice    `json:"years"`
	Charts   []ChartView `json:"charts"` // none where nothing is planned
	Counted  string      `json:"counted"`
}

func (v *ChartsView) frame() *Frame { return &v.Frame }

// View shows the pictures.
func (c *Charts) View(q ChartsQuery) (*ChartsView, error) { return look(c.Desk, q.Child, q.draw) }

// Undo takes back the latest deed.
func (c *Charts) Undo(q ChartsQuery) (*ChartsView, error) { return undo(c.Desk, q.Child, q.draw) }

// Redo does again what was taken back.
func (c *Charts) Redo(q ChartsQuery) (*ChartsView, error) { return redo(c.Desk, q.Child, q.draw) }

// SavePage asks where to save, and writes the page to print there. It changes
// nothing of the record.
func (c *Charts) SavePage(q ChartsQuery) (view *ChartsView, err error) {
	defer window.Mend(&err)
	page, err := look(c.Desk, q.Child, q.page)
	if err != nil {
		return nil, err
	}
	did, err := c.Desk.savePage("planned-and-given", page.Page())
	if err != nil {
		return nil, err
	}
	view, err = c.View(q)
	if err == nil {
		view.Frame.Did = did
	}
	return view, err
}

// A pictured is the service and the year that are looked at.
type pictured struct {
	series *ledger.Series
	year   string
	span   day.Span
}

// of finds them; the series is nil where there is none.
func (q ChartsQuery) of(s *sheet) pictured {
	var p pictured
	for _, series := range s.Of(s.child) {
		if p.series == nil || seriesID(series) == q.Series {
			p.series = series
		}
	}
	if p.series != nil {
		years := s.years(p.series.ChildID)
		p.year = s.yearOrNow(years, q.Year)
		p.span = spanOf(years, p.year)
	}
	return p
}

func (p *pictured) months(s *sheet) chart.Months { return chart.ByMonth(p.series, p.span, s.Today) }
func (p *pictured) causes() chart.Causes         { return chart.ByReason(p.series, p.span) }

func (q ChartsQuery) draw(s *sheet) (*ChartsView, error) {
	p := q.of(s)
	v := &ChartsView{
		Frame: s.frame(), Query: ChartsQuery{Child: s.child, Year: p.year}, Services: s.seriesChoices(), Years: []Choice{}, Charts: []ChartView{},
		Counted: words.Put("chart.page.counted"),
	}
	if p.series == nil {
		return v, nil
	}
	v.Query.Series, v.Years = seriesID(p.series), s.yearChoices(s.years(p.series.ChildID))
	if months := p.months(s); len(months) > 0 {
		v.Charts = append(v.Charts,
			chartView("months", months.Figure, months.Caption(), months.Table()),
			chartView("causes", p.causes().Figure, p.causes().Caption(), p.causes().Table()))
	}
	return v, nil
}

func (q ChartsQuery) page(s *sheet) (*handout.Charts, error) {
	p := q.of(s)
	if p.series == nil {
		return nil, refusal.At("series", refusal.New(refusal.Missing))
	}
	return &handout.Charts{
		Child: s.Record.Child(p.series.ChildID), Service: s.titleOf(p.series), Year: p.year,
		Months: p.months(s), Causes: p.causes(), Today: s.Today,
	}, nil
}
