package handout

import (
	"strings"

	"midweek/internal/core/block"
	"midweek/internal/core/day"
)

// Recovery is what the sheet with the recovery key of a locked record is made
// of. The key stands on it, so the sheet is kept like a house key.
type Recovery struct {
	Groups []string // nine of four signs
	Square Square   // the same, for a camera
	Today  day.Day
}

// A Square is a QR code: rows of fields, of which some are dark.
type Square [][]bool

// quietZone is how many fields around a code stay free, so that a camera finds it.
const quietZone = 4

// Marks are the dark fields, each a unit long and high, with the free border
// around them; each row's fields in as few marks as can be. The second result is
// the length of a side.
func (s Square) Marks() (marks []block.Mark, side float64) {
	for y, row := range s {
		for x := 0; x < len(row); x++ {
			if !row[x] {
				continue
			}
			first := x
			for x < len(row) && row[x] {
				x++
			}
			marks = append(marks, block.Mark{Shape: block.Rectangle, Role: block.Dark, Points: []block.Point{
				{X: float64(first + quietZone), Y: float64(y + quietZone)}, {X: float64(x + quietZone), Y: float64(y + quietZone + 1)},
			}})
		}
	}
	return marks, float64(len(s) + 2*quietZone)
}

// Page is the sheet: what it is for, room for a name, the key in numbered groups
// and as a code, and where to keep it.
func (r Recovery) Page() *block.Document {
	made := words.Day(r.Today)
	doc := &block.Document{Title: words.Put("recovery.file"), Language: "en-US", On: r.Today, Foot: words.Put("recovery.foot", "day", made)}
	doc.Blocks = []block.Block{
		block.Heading{Level: 1, Text: words.Put("recovery.title")},
		block.Paragraph{Text: words.Put("recovery.lead")},
		block.Table{WriteIn: true, Columns: []block.Column{{Name: words.Put("recovery.made")}, {Name: words.Put("recovery.name")}, {Name: words.Put("recovery.kept")}},
			Rows: []block.Row{{Cells: []string{made, "", ""}, Blank: true}}},
		block.Heading{Level: 2, Text: words.Put("recovery.key")},
		r.figure(),
		block.Heading{Level: 2, Text: words.Put("recovery.use")},
		block.List{Items: []block.Item{
			{Text: words.Put("recovery.use.door")}, {Text: words.Put("recovery.use.keep")}, {Text: words.Put("recovery.use.file")}, {Text: words.Put("recovery.use.new")},
		}},
		block.Paragraph{Text: words.Put("recovery.lost"), Look: block.Framed},
	}
	return doc
}

// The figure in units: the code at the left, the groups beside it, three in a row.
const (
	figureWidth = 300.0
	fieldUnits  = 3.0 // of a field of the code
	groupLeft   = 135.0
	groupApart  = 58.0
	groupTop    = 34.0
	groupDown   = 34.0
)

func (r Recovery) figure() block.Figure {
	square, side := r.Square.Marks()
	fig := block.Figure{
		Alt:   words.Put("recovery.alt", "groups", strings.Join(r.Groups, " ")),
		Width: figureWidth, Height: max(side*fieldUnits, groupTop+3*groupDown),
	}
	for _, m := range square {
		for i, p := range m.Points {
			m.Points[i] = block.Point{X: p.X * fieldUnits, Y: p.Y * fieldUnits}
		}
		fig.Marks = append(fig.Marks, m)
	}
	for i, group := range r.Groups {
		x, y := groupLeft+float64(i%3)*groupApart, groupTop+float64(i/3)*groupDown
		fig.Marks = append(fig.Marks,
			block.Mark{Shape: block.Text, Role: block.Tick, Text: words.Number(i + 1), Anchor: block.End, Points: []block.Point{{X: x - 4, Y: y}}},
			block.Mark{Shape: block.Text, Role: block.Value, Text: group, Anchor: block.Start, Points: []block.Point{{X: x, Y: y}}})
	}
	return fig
}
