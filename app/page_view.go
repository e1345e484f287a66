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
	Kind    string        `json:"kind"` // heading, text, list, table
	Level   int           `json:"level"`
	Text    string        `json:"text"`
	Small   bool          `json:"small"`
	Items   []PageItem    `json:"items"`
	Columns []TableColumn `json:"columns"`
	Rows    []TableRow    `json:"rows"`
}

// A PageItem is a line of a list, after a few words that name it.
type PageItem struct {
	Lead string `json:"lead"`
	Text string `json:"text"`
}

// A TableColumn is one of a table.
type TableColumn struct {
	Name   string `json:"name"`
	Number bool   `json:"number"`
}

// A TableRow is one of a table, with a cell for each column.
type TableRow struct {
	Cells  []string `json:"cells"`
	Strong bool     `json:"strong"` // a sum
	Blank  bool     `json:"blank"`  // to be written in by hand
}

func pageView(doc *block.Document) *PageView {
	v := &PageView{Title: doc.Title, Foot: doc.Foot, Parts: []PagePart{}}
	for _, b := range doc.Blocks {
		part := PagePart{Items: []PageItem{}, Columns: []TableColumn{}, Rows: []TableRow{}}
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
	p.Columns, p.Rows = tableView(t)
}

func tableView(t *block.Table) (columns []TableColumn, rows []TableRow) {
	columns, rows = []TableColumn{}, []TableRow{}
	for _, c := range t.Columns {
		columns = append(columns, TableColumn{c.Name, c.Number})
	}
	for _, r := range t.Rows {
		rows = append(rows, TableRow{r.Cells, r.Strong, r.Blank})
	}
	return columns, rows
}
