package app

import (
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/core/summer"
)

// An AgreedView is what a family and a school agreed on one day, about one
// balance.
type AgreedView struct {
	Form AgreeForm `json:"form"`
	Text string    `json:"text"` // Agreed on Tue Jun 3, 2025 with Ms. Ito
	Rows []string  `json:"rows"` // Speech: 60 minutes to the summer, 30 minutes to the next school year
	Then []string  `json:"then"` // what the next year began with, or will
	Note string    `json:"note"`
}

// An AgreeForm is such an agreement as typed.
type AgreeForm struct {
	Child    string     `json:"child"`
	Date     string     `json:"date"` // of the balance
	AgreedOn string     `json:"agreedOn"`
	AgreedBy string     `json:"agreedBy"`
	By       string     `json:"by"` // to be made up by; may be empty
	Note     string     `json:"note"`
	Rows     []AgreeRow `json:"rows"`
}

// An AgreeRow is the minutes of one service.
type AgreeRow struct {
	ID         string `json:"id"` // empty for a new one
	Series     string `json:"series"`
	Title      string `json:"title"`
	Open       string `json:"open"` // 90 minutes are open
	ToSummer   *int   `json:"toSummer"`
	ToNextYear *int   `json:"toNextYear"`
	Before     *int   `json:"before"` // of both: from before this record
}

// agreedOf is the latest agreement about a series that is in effect, or nil.
func (s *sheet) agreedOf(childID, seriesID string) *iep.Carryover {
	for _, o := range s.CarryoversOf(childID) {
		if o.SeriesID == seriesID && o.InEffect() <= s.Today {
			return o
		}
	}
	return nil
}

// agreedText says what was agreed about one series: when, with whom, how much.
func agreedText(o *iep.Carryover) string {
	text := words.Put("agreed.on", "day", words.Day(o.Agreed()))
	if o.AgreedBy != "" {
		text = words.Put("agreed.on_with", "day", words.Day(o.Agreed()), "who", o.AgreedBy)
	}
	return text + ": " + agreedMinutes(o) + "."
}

func agreedMinutes(o *iep.Carryover) string {
	text := words.Put("agreed.minutes", "summer", words.Several("minute", o.ToSummer), "next", words.Several("minute", o.ToNextYear))
	if o.Before > 0 {
		text += ", " + words.Put("agreed.before", "minutes", words.Several("minute", o.Before))
	}
	if o.By != day.None {
		text += ", " + words.Put("agreed.by", "day", words.Day(o.By))
	}
	return text
}

// agreements are those of a child, the rows of one talk together.
func (s *sheet) agreements(childID string) []AgreedView {
	list := []AgreedView{}
	at := map[string]int{}
	for _, o := range s.CarryoversOf(childID) {
		key := strings.Join([]string{iso(o.Date), iso(o.InEffect()), o.AgreedBy, iso(o.By), o.Note}, "\n")
		i, there := at[key]
		if !there {
			i = len(list)
			at[key] = i
			list = append(list, s.agreement(o))
		}
		s.addAgreed(&list[i], o)
	}
	return list
}

func (s *sheet) agreement(o *iep.Carryover) AgreedView {
	v := AgreedView{
		Text: words.Put("agreed.on", "day", words.Day(o.Agreed())), Note: o.Note, Rows: []string{}, Then: []string{},
		Form: AgreeForm{Child: o.ChildID, Date: iso(o.Date), AgreedOn: iso(o.AgreedOn), AgreedBy: o.AgreedBy, By: iso(o.By), Note: o.Note, Rows: []AgreeRow{}},
	}
	if o.AgreedBy != "" {
		v.Text = words.Put("agreed.on_with", "day", words.Day(o.Agreed()), "who", o.AgreedBy)
	}
	return v
}

func (s *sheet) addAgreed(v *AgreedView, o *iep.Carryover) {
	title := s.serviceName(o.SeriesID)
	series := s.Ledger.Find(o.SeriesID, o.ChildID)
	if series != nil {
		title = s.titleOf(series)
	}
	row := AgreeRow{ID: o.ID, Series: o.SeriesID, Title: title, ToSummer: &o.ToSummer, ToNextYear: &o.ToNextYear}
	if o.Before > 0 {
		row.Before = &o.Before
	}
	v.Form.Rows = append(v.Form.Rows, row)
	v.Rows = append(v.Rows, words.Put("agreed.row", "service", title, "minutes", agreedMinutes(o)))
	if series != nil {
		v.Then = append(v.Then, words.Put("agreed.row", "service", title, "minutes", s.opens(series, o)))
	}
}

// opens says what the next school year began with, or will begin with.
func (s *sheet) opens(series *ledger.Series, o *iep.Carryover) string {
	for i := range series.Openings {
		if opening := &series.Openings[i]; opening.Agreed == o {
			return words.Put("agreed.opened", "day", words.Day(opening.First), "minutes", words.Several("minute", opening.Minutes()))
		}
	}
	if o.Date < s.Today && series.School(s.Today).Next(o.Date+1) == nil {
		return words.Put("agreed.no_year")
	}
	return words.Put("agreed.will_open")
}

// agreeForm is a new agreement: the balance of today, as it is counted.
func (s *sheet) agreeForm(childID string) AgreeForm {
	f := AgreeForm{Child: childID, Date: iso(s.Today), AgreedOn: iso(s.Today), Rows: []AgreeRow{}}
	for _, series := range s.ofYear(childID) {
		split := summer.SplitOf(series, s.Today)
		f.Rows = append(f.Rows, AgreeRow{
			Series: series.ID, Title: s.titleOf(series), Open: words.Put("agreed.open", "minutes", words.Several("minute", series.Summary.OpenOwed)),
			ToSummer: minutesOrNone(split.Summer), ToNextYear: minutesOrNone(split.NextYear),
		})
	}
	return f
}

// minutesOrNone is a number for a field; none leaves the field empty.
func minutesOrNone(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

func (f AgreeForm) carryovers() ([]iep.Carryover, error) {
	common, err := f.common()
	if err != nil {
		return nil, err
	}
	var rows []iep.Carryover
	carried := 0
	for i, r := range f.Rows {
		row := common
		row.ID, row.SeriesID = r.ID, r.Series
		for _, n := range []struct {
			field string
			typed *int
			into  *int
		}{{"toSummer", r.ToSummer, &row.ToSummer}, {"toNextYear", r.ToNextYear, &row.ToNextYear}, {"before", r.Before, &row.Before}} {
			if n.typed == nil {
				continue
			}
			if *n.typed < 0 || *n.typed > record.MaxAmount {
				return nil, refusal.At("rows["+strconv.Itoa(i)+"]."+n.field, refusal.New(refusal.OutOfBounds,
					"value", strconv.Itoa(*n.typed), "low", "0", "high", strconv.Itoa(record.MaxAmount)))
			}
			*n.into = *n.typed
		}
		if row.Before > row.Minutes() {
			return nil, refusal.At("rows["+strconv.Itoa(i)+"].before", refusal.New(refusal.OutOfBounds,
				"value", strconv.Itoa(row.Before), "low", "0", "high", strconv.Itoa(row.Minutes())))
		}
		carried += row.Minutes()
		rows = append(rows, row)
	}
	if carried == 0 {
		return nil, refusal.At("rows[0].toNextYear", refusal.New(refusal.Missing))
	}
	return rows, nil
}

// common is what all rows of an agreement say.
func (f AgreeForm) common() (o iep.Carryover, err error) {
	o = iep.Carryover{ChildID: f.Child, AgreedBy: f.AgreedBy, Note: f.Note}
	if o.Date, err = neededDay("date", f.Date); err != nil {
		return o, err
	}
	if o.AgreedOn, err = neededDay("agreedOn", f.AgreedOn); err != nil {
		return o, err
	}
	if o.By, err = parseDay("by", f.By); err != nil {
		return o, err
	}
	if o.By != day.None && o.By < o.Date {
		return o, refusal.At("by", refusal.New(refusal.Backwards, "start", o.Date.String(), "end", o.By.String()))
	}
	for field, text := range map[string]string{"agreedBy": f.AgreedBy, "note": f.Note} {
		if err := short(field, text); err != nil {
			return o, err
		}
	}
	return o, nil
}
