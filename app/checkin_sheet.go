package app

import (
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/handout"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/core/tally"
)

// How many days a sheet is for.
const (
	week     = "week"
	twoWeeks = "two_weeks"
	month    = "month"
)

// span is the days of the sheet to print: whole weeks from a Monday, or a month.
func (q CheckInQuery) span() (day.Span, error) {
	from, err := neededDay("from", q.From)
	if err != nil {
		return day.Span{}, err
	}
	switch q.Length {
	case month:
		return from.MonthSpan(), nil
	case twoWeeks:
		return day.Span{First: from.Monday(), Last: from.Monday() + 13}, nil
	}
	return day.Span{First: from.Monday(), Last: from.Monday() + 6}, nil
}

// sheets are those to print, of each child that has a session then.
func (q CheckInQuery) sheets(s *sheet) ([]handout.Sheet, error) {
	in, err := q.used(s).span()
	if err != nil {
		return nil, err
	}
	children := s.childIDs()
	if s.child != "" {
		children = []string{s.child}
	}
	printed, err := tally.Print(s.Ledger, children, in)
	var list []handout.Sheet
	for _, p := range printed {
		list = append(list, handout.Sheet{Sheet: p, Name: q.nameOf(s.Record.Child(p.ChildID))})
	}
	return list, refusal.At("from", err)
}

func (s *sheet) childIDs() []string {
	var ids []string
	for i := range s.Record.Children {
		ids = append(ids, s.Record.Children[i].ID)
	}
	return ids
}

// nameOf is what a sheet calls a child: the first word of the name, since the
// sheet leaves the house, or the whole of it when that was chosen.
func (q CheckInQuery) nameOf(child *iep.Child) string {
	if q.Whole {
		return child.Name
	}
	first, _, _ := strings.Cut(strings.TrimSpace(child.Name), " ")
	return first
}

// page is what would be printed.
func (q CheckInQuery) page(s *sheet) (*handout.Tally, error) {
	sheets, err := q.sheets(s)
	if err != nil {
		return nil, err
	}
	return &handout.Tally{Sheets: sheets, Today: s.Today}, nil
}

// previews tell what would be printed.
func (q CheckInQuery) previews(s *sheet) ([]SheetView, error) {
	list := []SheetView{}
	sheets, err := q.sheets(s)
	for _, sheet := range sheets {
		list = append(list, sheetView(sheet.Name, sheet.Sheet))
	}
	return list, err
}

func sheetView(name string, sheet tally.Sheet) SheetView {
	return SheetView{Child: name, Code: sheet.Code.String(), Text: words.Put("checkin.sheet",
		"span", words.Span(sheet.Code.In), "rows", words.Several("tally_row", len(sheet.Rows)))}
}

// printed are the rows of a sheet by its code, made as they were for the page;
// with a word of doubt where the code does not fit.
func (q CheckInQuery) printed(s *sheet) (rows checkRows, err error) {
	code, err := tally.ParseCode(q.Code)
	if err != nil {
		return rows, refusal.At("code", err)
	}
	found, sure, err := tally.Take(s.Ledger, s.childIDs(), s.child, code)
	if err != nil {
		return rows, refusal.At("code", err)
	}
	view := sheetView(s.named(found.ChildID), found)
	rows = checkRows{list: found.Rows, sheet: &view}
	if !sure {
		rows.doubt = words.Put("checkin.doubt", "code", found.Code.String())
	}
	return rows, nil
}
