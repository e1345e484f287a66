package app

import "midweek/internal/core/block"

// A PageView is a page as it will be printed, to be read before it is saved.
type PageView struct {
	Title string     `json:"title"`
	Parts []PagePart `json:"parts"`
	Foot  string     `json:"foot"`
}

// A PagePart is one part of a page: of its texts and rows those that its kind
// has.
type PagePart struct {
	Kind    string       `json:"kind"` // heading, text, list, table
	Level   int          `json:"level"`
	Text    string       `json:"text"`
	Small   bool         `json:"small"`
	Items   []PageItem   `json:"items"`
	Columns []PageColumn `json:"columns"`
	Rows    []PageRow    `json:"rows"`
}

// A PageItem is a line of a list, after a few words that name it.
type PageItem struct {
	Lead string `json:"lead"`
	Text string `json:"text"`
}

// A PageColumn is a column of a table.
type PageColumn struct {
	Name   string `json:"name"`
	Number bool   `json:"number"`
}

// A PageRow is a row of a table.
type PageRow struct {
	Cells  []string `json:"cells"`
	Strong bool     `json:"strong"`
	Blank  bool     `json:"blank"` // to be written in by hand
}

func pageView(doc *block.Document) *PageView {
	v := &PageView{Title: doc.Title, Foot: doc.Foot, Parts: []PagePart{}}
	for _, b := range doc.Blocks {
		part := PagePart{Items: []PageItem{}, Columns: []PageColumn{}, Rows: []PageRow{}}
		switch b := b.(type) {
		case block.Heading:
			part.Kind, part.Level, part.Text = "heading", b.Level, b.Text
		case block.Paragraph:
			part.Kind, part.Text, part.Small = "text", b.Text, b.Look == block.Small
		case block.List:
			part.Kind = "list"
			for _, item := range b.Items {
				part.Items = append(part.Items, PageItem(item))
			}
		case block.Table:
			part.table(&b)
		default:
			continue
		}
		v.Parts = append(v.Parts, part)
	}
	return v
}

func (p *PagePart) table(t *block.Table) {
	p.Kind = "table"
	for _, c := range t.Columns {
		p.Columns = append(p.Columns, PageColumn{c.Name, c.Number})
	}
	for _, r := range t.Rows {
		p.Rows = append(p.Rows, PageRow{r.Cells, r.Strong, r.Blank})
	}
}
