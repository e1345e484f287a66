package app

import (
	"math"
	"strconv"
	"strings"

	"midweek/internal/core/block"
	"midweek/internal/core/chart"
)

// A ChartView is one picture, laid out for each width of the page, with the
// sentence and the table that say the same.
type ChartView struct {
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	Caption  string        `json:"caption"`
	Pictures []Picture     `json:"pictures"` // the narrowest first
	Columns  []TableColumn `json:"columns"`  // the first names its rows
	Rows     []TableRow    `json:"rows"`
}

// A Picture is a display list: marks in the order in which they are drawn, in
// units of which Size says how large they are.
type Picture struct {
	ID    string `json:"id"`   // narrow, middle, wide
	Box   string `json:"box"`  // 0 0 832 260
	Size  string `json:"size"` // its width, in the size of the text: 52rem
	Marks []Mark `json:"marks"`
}

// A Mark is one thing drawn: a rectangle by its corner and its size, a line by
// its points, a text by where it stands.
type Mark struct {
	Shape  string  `json:"shape"` // line, rectangle, polyline, polygon, text
	Role   string  `json:"role"`  // planned, given, gap …: the page has a look for each
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Points string  `json:"points"` // 0,10 20,10
	Text   string  `json:"text"`
	Anchor string  `json:"anchor"` // start, middle, end
}

// unitsInText is how many units of a picture one size of the page's text is:
// so that a letter of block.TextSize is a small one of the page.
const unitsInText = 16

// chartView lays a picture out for the widths of the page.
func chartView(id string, figure func(width float64) block.Figure, caption string, table block.Table) ChartView {
	v := ChartView{ID: id, Title: words.Put("chart." + id), Caption: caption, Pictures: []Picture{}}
	for _, w := range []struct {
		id    string
		width float64
	}{{"narrow", chart.Narrow}, {"middle", chart.Middle}, {"wide", chart.Wide}} {
		v.Pictures = append(v.Pictures, pictureOf(w.id, figure(w.width)))
	}
	v.Columns, v.Rows = tableView(&table)
	return v
}

func pictureOf(id string, fig block.Figure) Picture {
	p := Picture{
		ID: id, Box: "0 0 " + unit(fig.Width) + " " + unit(fig.Height), Size: unit(fig.Width/unitsInText) + "rem",
		Marks: []Mark{},
	}
	for _, m := range fig.Marks {
		p.Marks = append(p.Marks, markOf(m))
	}
	return p
}

func markOf(m block.Mark) Mark {
	v := Mark{Shape: string(m.Shape), Role: string(m.Role), Text: m.Text, Anchor: string(m.Anchor), X: rounded(m.Points[0].X), Y: rounded(m.Points[0].Y)}
	if m.Shape == block.Rectangle {
		v.Width, v.Height = rounded(m.Points[1].X-m.Points[0].X), rounded(m.Points[1].Y-m.Points[0].Y)
		return v
	}
	var points []string
	for _, p := range m.Points {
		points = append(points, unit(p.X)+","+unit(p.Y))
	}
	v.Points = strings.Join(points, " ")
	return v
}

// rounded is a length to a hundredth of a unit, which no eye sees.
func rounded(length float64) float64 { return math.Round(length*100) / 100 }

func unit(length float64) string { return strconv.FormatFloat(rounded(length), 'f', -1, 64) }
