package handout

import (
	"cmp"
	"strings"

	"midweek/internal/core/block"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/say"
)

// CarryOver is what the page is made of that a family and a school sign at the
// end of a year: what is open of each service, and where it goes.
type CarryOver struct {
	Child  *iep.Child
	Series []*ledger.Series // the child's, as of Today
	Agreed []*iep.Carryover // about these series, where something was
	Today  day.Day
}

// mostOpen is how many open days of a service are named.
const mostOpen = 8

// Page is the page: the four numbers of each service, the open days behind
// them, what is not decided or not known, whose answers these are, and room to
// sign.
func (c CarryOver) Page() *block.Document {
	name := say.Line(cmp.Or(c.Child.Name, c.Child.ID), mostName)
	doc := &block.Document{
		Title: words.Put("carry.file", "child", name), Language: "en-US", On: c.Today,
		Foot: words.Put("carry.foot", "day", words.Day(c.Today)),
	}
	doc.Blocks = append(doc.Blocks,
		block.Heading{Level: 1, Text: words.Put("carry.title")},
		block.Paragraph{Text: words.Put("carry.lead", "child", name, "day", words.Day(c.Today))},
		c.table(),
		block.Paragraph{Text: words.Put("carry.adds_up"), Look: block.Small})
	doc.Blocks = append(doc.Blocks, c.open()...)
	doc.Blocks = append(doc.Blocks, c.undecided()...)
	doc.Blocks = append(doc.Blocks, c.agreement()...)
	doc.Blocks = append(doc.Blocks, c.whose()...)
	return sign(doc)
}

func (c CarryOver) table() block.Table {
	t := block.Table{Columns: []block.Column{{Name: words.Put("carry.service"), Heads: true}}}
	for _, code := range []string{"to_make_up", "made_up", "later", "summer", "next_year"} {
		t.Columns = append(t.Columns, block.Column{Name: words.Put("carry.column." + code), Number: true})
	}
	all := fit.Balance{}
	for _, s := range c.Series {
		b := fit.BalanceOf(s, c.Today)
		all = all.Plus(b)
		t.Rows = append(t.Rows, balanceRow(b, c.service(s), false))
	}
	if len(c.Series) > 1 {
		t.Rows = append(t.Rows, balanceRow(all, words.Put("carry.all"), true))
	}
	return t
}

func balanceRow(b fit.Balance, name string, strong bool) block.Row {
	cells := []string{name}
	for _, n := range []int{b.ToMakeUp, b.MadeUp, b.Later, b.Summer, b.NextYear} {
		cells = append(cells, words.Number(n))
	}
	return block.Row{Cells: cells, Strong: strong}
}

// service is a series by the service in force, with its agency where another
// one gives the same: each has a sheet of its own.
func (c CarryOver) service(s *ledger.Series) string {
	service := s.VersionOn(c.Today).Service
	name := say.Capital(words.Service(service.Type))
	for _, other := range c.Series {
		if other != s && service.Agency != "" && other.VersionOn(c.Today).Service.Type == service.Type {
			name += " (" + service.Agency + ")"
			break
		}
	}
	return say.Line(name, mostName)
}

// open are the days that are still open, service by service.
func (c CarryOver) open() []block.Block {
	var list block.List
	for _, s := range c.Series {
		var days []string
		left := 0
		for _, o := range s.Obligations {
			if o.Open == 0 || o.Answer() != policy.Yes {
				continue
			}
			if len(days) == mostOpen {
				left++
				continue
			}
			days = append(days, words.Put("carry.open.day", "day", words.Day(o.Date), "minutes", words.Number(o.Open), "reason", words.Reason(o.Reason)))
		}
		if len(days) == 0 {
			continue
		}
		if left > 0 {
			days = append(days, words.Put("carry.open.more", "n", words.Number(left)))
		}
		list.Items = append(list.Items, block.Item{Lead: c.service(s) + ":", Text: strings.Join(days, "; ") + "."})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []block.Block{block.Heading{Level: 2, Text: words.Put("carry.open")}, list}
}

// undecided is what the four numbers leave out: what is asked about, and what
// nobody has filled in.
func (c CarryOver) undecided() []block.Block {
	var list block.List
	for _, s := range c.Series {
		var left []string
		if n := s.Summary.Undecided; n > 0 {
			left = append(left, words.Put("carry.asked", "minutes", words.Several("minute", n)))
		}
		if n := s.Summary.UnrecordedSessions; n > 0 {
			left = append(left, words.Put("carry.unknown", "sessions", words.Several("session", n)))
		}
		if len(left) > 0 {
			list.Items = append(list.Items, block.Item{Lead: c.service(s) + ":", Text: strings.Join(left, "; ") + "."})
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []block.Block{
		block.Heading{Level: 2, Text: words.Put("carry.undecided")}, list,
		block.Paragraph{Text: words.Put("carry.undecided.why"), Look: block.Small},
	}
}

// agreement is what was agreed so far, and room to write down what will be.
func (c CarryOver) agreement() []block.Block {
	var list block.List
	agreed := map[string]bool{}
	for _, o := range c.Agreed {
		agreed[o.SeriesID] = true
		list.Items = append(list.Items, block.Item{Lead: c.named(o.SeriesID) + ":", Text: agreedLine(o)})
	}
	t := block.Table{WriteIn: true, Columns: []block.Column{{Name: words.Put("carry.service"), Heads: true}}}
	for _, code := range []string{"summer", "next_year", "who", "by"} {
		t.Columns = append(t.Columns, block.Column{Name: words.Put("carry.agree." + code)})
	}
	for _, s := range c.Series {
		if !agreed[s.ID] {
			t.Rows = append(t.Rows, block.Row{Cells: []string{c.service(s), "", "", "", ""}, Blank: true})
		}
	}
	blocks := []block.Block{block.Heading{Level: 2, Text: words.Put("carry.agreed")}}
	if len(list.Items) > 0 {
		blocks = append(blocks, list)
	}
	if len(t.Rows) > 0 {
		blocks = append(blocks, block.Paragraph{Text: words.Put("carry.agree.lead")}, t)
	}
	return blocks
}

func (c CarryOver) named(seriesID string) string {
	for _, s := range c.Series {
		if s.ID == seriesID {
			return c.service(s)
		}
	}
	return say.Line(seriesID, mostName)
}

func agreedLine(o *iep.Carryover) string {
	text := words.Put("carry.agreed.minutes", "day", words.Day(o.Agreed()), "summer", words.Several("minute", o.ToSummer), "next", words.Several("minute", o.ToNextYear))
	if o.AgreedBy != "" {
		text += " " + words.Put("carry.agreed.with", "who", say.Line(o.AgreedBy, mostName))
	}
	if o.By != day.None {
		text += " " + words.Put("carry.agreed.by", "day", words.Day(o.By))
	}
	return text
}

// whose says under whose answers the minutes were counted, and that the summer
// program stands apart.
func (c CarryOver) whose() []block.Block {
	var list block.List
	for _, s := range c.Series {
		v := s.VersionOn(c.Today)
		name := words.Put("policy.starting")
		if pack := policy.Find(v.PolicyOn(c.Today).Pack); pack != nil {
			name = pack.Name
		}
		item := block.Item{Lead: c.service(s) + ":", Text: words.Put("carry.policy", "policy", name)}
		if v.Service.Agency != "" {
			item.Text += " " + words.Put("carry.agency", "agency", say.Line(v.Service.Agency, mostName))
		}
		if v.Service.Page != "" {
			item.Text += " " + words.Put("carry.page", "page", string(v.Service.Page))
		}
		if clause := v.Plan.Clause; clause != nil && clause.Text != "" {
			item.Text += " " + words.Put("carry.clause", "text", say.Line(clause.Text, mostLetters))
		}
		list.Items = append(list.Items, item)
	}
	return []block.Block{
		block.Heading{Level: 2, Text: words.Put("handout.counted")}, list,
		block.Paragraph{Text: words.Put("carry.apart"), Look: block.Small},
	}
}

// sign leaves room for two names and days.
func sign(doc *block.Document) *block.Document {
	t := block.Table{Columns: []block.Column{
		{Name: words.Put("carry.sign.who"), Heads: true}, {Name: words.Put("carry.sign.name")}, {Name: words.Put("carry.sign.day")},
	}}
	for _, who := range []string{"family", "school"} {
		t.Rows = append(t.Rows, block.Row{Cells: []string{words.Put("carry.sign." + who), "", ""}, Blank: true})
	}
	doc.Blocks = append(doc.Blocks,
		block.Heading{Level: 2, Text: words.Put("carry.sign")}, block.Paragraph{Text: words.Put("carry.sign.means")}, t)
	return doc
}
