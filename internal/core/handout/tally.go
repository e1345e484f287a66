package handout

import (
	"cmp"
	"strconv"

	"midweek/internal/core/block"
	"midweek/internal/core/day"
	"midweek/internal/core/say"
	"midweek/internal/core/tally"
)

// Tally is sheets for a backpack: the planned sessions of some days, a row each,
// to be ticked by whoever was there. Each child has a page of its own.
type Tally struct {
	Sheets []Sheet
	Today  day.Day
}

// A Sheet is the rows of one child. Name is what the page calls the child;
// empty, it calls nobody by name.
type Sheet struct {
	tally.Sheet
	Name string
}

// mostLines is how many rows stand on one side, with the codes of the reasons
// below them.
const mostLines = 25

// Page is the sheets, one after the other. The numbers, letters and codes are
// those of the screen that takes a sheet back.
func (t Tally) Page() *block.Document {
	doc := &block.Document{
		Title: words.Put("tally.title"), Language: "en-US", On: t.Today, Foot: words.Put("tally.foot", "day", words.Day(t.Today)),
	}
	for i, s := range t.Sheets {
		if i > 0 {
			doc.Blocks = append(doc.Blocks, block.NewPage{})
		}
		doc.Blocks = append(doc.Blocks, s.blocks()...)
	}
	return doc
}

// blocks are a child's sides: the rows as far as they fit, under a heading that
// names the sheet on each.
func (s Sheet) blocks() []block.Block {
	list := []block.Block{
		block.Heading{Level: 1, Text: words.Put("tally.title")},
		block.Paragraph{Text: s.lead(), Look: block.Strong},
		block.Paragraph{Text: words.Put("tally.how")},
	}
	for first := 0; first < len(s.Rows); first += mostLines {
		if first > 0 {
			list = append(list, block.NewPage{}, block.Paragraph{Text: s.lead(), Look: block.Strong})
		}
		list = append(list, table(s.Rows[first:min(first+mostLines, len(s.Rows))]))
	}
	return append(list, block.Heading{Level: 2, Text: words.Put("tally.reasons")}, reasons())
}

// lead says whose sheet it is, of which days, and its code.
func (s Sheet) lead() string {
	text := words.Put("tally.lead", "span", words.Span(s.Code.In), "rows", words.Several("tally_row", len(s.Rows)), "code", s.Code.String())
	if s.Name == "" {
		return text
	}
	return say.Line(s.Name, mostName) + ": " + text
}

// answers are the letters that have a box.
var answers = []string{tally.Happened, tally.Missed, tally.Partly, tally.NotSure}

func table(rows []tally.Row) block.Table {
	t := block.Table{WriteIn: true, Columns: []block.Column{
		{Name: words.Put("tally.column.number"), Number: true}, {Name: words.Put("tally.column.day"), Heads: true},
		{Name: words.Put("tally.column.time")}, {Name: words.Put("tally.column.service")},
	}}
	for _, letter := range answers {
		t.Columns = append(t.Columns, block.Column{Name: letter})
	}
	for _, code := range []string{"tally.column.minutes", "tally.column.reason", "tally.column.initials"} {
		t.Columns = append(t.Columns, block.Column{Name: words.Put(code)})
	}
	for _, r := range rows {
		t.Rows = append(t.Rows, block.Row{Cells: cells(r)})
	}
	return t
}

// cells of a row. Where there is nothing to tick, it has no boxes and says why:
// its number stands all the same.
func cells(r tally.Row) []string {
	list := []string{
		strconv.Itoa(r.Number), words.ShortDay(r.Slot.Date), cmp.Or(words.Clock(r.Slot.Schedule.StartTime), "–"),
		words.Put("tally.service", "service", say.Line(words.Service(r.Slot.Version.Service.Type), mostName),
			"minutes", words.Several("min", r.Slot.Schedule.Minutes)),
	}
	switch {
	case r.Closed():
		return append(list, "", "", "", "", "", words.Put("tally.no_school"), "")
	case r.Slot.Session != nil:
		return append(list, "", "", "", "", "", words.Put("tally.filled_in"), "")
	}
	for range answers {
		list = append(list, block.Box)
	}
	return append(list, "", "", "")
}

// legendColumns is how many reasons stand side by side.
const legendColumns = 3

// reasons are the codes with what they stand for, read down each column.
func reasons() block.Table {
	list := tally.Reasons()
	high := (len(list) + legendColumns - 1) / legendColumns
	var t block.Table
	for range legendColumns {
		t.Columns = append(t.Columns, block.Column{Name: words.Put("tally.code")}, block.Column{Name: words.Put("tally.stands_for")})
	}
	for i := range high {
		var row block.Row
		for c := range legendColumns {
			if at := c*high + i; at < len(list) {
				row.Cells = append(row.Cells, list[at].Key, say.Capital(words.Reason(list[at].Reason)))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
