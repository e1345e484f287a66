package handout

import (
	"cmp"

	"midweek/internal/core/block"
	"midweek/internal/core/chart"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/say"
)

// Charts is what the page of pictures of one service is made of.
type Charts struct {
	Child   *iep.Child
	Service string // what it is called
	Year    string // the school year, such as 2026-27
	Months  chart.Months
	Causes  chart.Causes
	Today   day.Day
}

// Page is the page: each picture with its sentence and the table of the same
// numbers, and how they were counted.
func (c Charts) Page() *block.Document {
	name, day := say.Line(cmp.Or(c.Child.Name, c.Child.ID), mostName), words.Day(c.Today)
	doc := &block.Document{
		Title: words.Put("chart.page.file", "child", name), Language: "en-US", On: c.Today, Foot: words.Put("chart.page.foot", "day", day),
	}
	doc.Blocks = []block.Block{
		block.Heading{Level: 1, Text: words.Put("chart.page.title")},
		block.Paragraph{Text: words.Put("chart.page.lead", "child", name, "service", say.Line(c.Service, mostName), "year", c.Year, "day", day)},
		block.Heading{Level: 2, Text: words.Put("chart.months")}, c.Months.Figure(chart.Page),
		block.Paragraph{Text: c.Months.Caption()}, c.Months.Table(),
		block.Heading{Level: 2, Text: words.Put("chart.causes")}, c.Causes.Figure(chart.Page),
		block.Paragraph{Text: c.Causes.Caption()}, c.Causes.Table(),
		block.Heading{Level: 2, Text: words.Put("handout.counted")},
		block.Paragraph{Text: words.Put("chart.page.counted"), Look: block.Small},
	}
	return doc
}
