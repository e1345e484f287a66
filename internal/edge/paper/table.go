package paper

import (
	"strings"

	"midweek/internal/core/block"
)

const (
	gutter  = 10.0 // between columns
	writing = 20.5 // high is a row that a pen writes in
	boxSide = 9.0
)

// table draws rows under their columns. A row is never broken; on a new page
// the names of the columns stand again, as an ornament that is not read twice.
func (s *sheet) table(t block.Table) {
	widths := s.widths(t)
	e := s.tags.child("Table")
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	head := row{columns: t.Columns, widths: widths, face: cellTop, cells: names}
	s.room(s.heightOf(head) + 2*cell.leading)
	s.rowOf(head, e.child("TR"))
	for _, r := range t.Rows {
		here := row{columns: t.Columns, widths: widths, face: cell, cells: r.Cells, blank: r.Blank, writeIn: t.WriteIn}
		if r.Strong {
			here.face.style = "B"
		}
		if s.room(s.heightOf(here)) {
			s.rowOf(head, nil)
		}
		s.rowOf(here, e.child("TR"))
	}
	s.y += 6
}

// A row is what is drawn of a table at once.
type row struct {
	columns []block.Column
	widths  []float64
	face    face
	cells   []string
	blank   bool
	writeIn bool
}

func (r row) top() bool { return r.face == cellTop }

func (r row) cell(i int) string {
	if i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

func (s *sheet) heightOf(r row) float64 {
	s.ink(r.face, black)
	most := 1
	for i := range r.columns {
		most = max(most, len(s.wrap(r.cell(i), r.widths[i])))
	}
	h := r.high(most)
	if r.blank {
		h += r.face.leading
	}
	if r.writeIn {
		h = max(h, writing)
	}
	return h
}

// high is the height that lines of text need.
func (r row) high(lines int) float64 { return float64(lines)*r.face.leading + 4 }

// rowOf draws a row. Without an element it is an ornament.
func (s *sheet) rowOf(r row, e *element) {
	h := s.heightOf(r)
	s.rule(r, h)
	x := margin
	for i, c := range r.columns {
		s.ink(r.face, black)
		var at *element
		switch {
		case e == nil:
		case r.top():
			at = e.head("Column")
		case c.Heads:
			at = e.head("Row")
		default:
			at = e.child("TD")
		}
		if r.cell(i) == block.Box {
			s.box(x, s.y+(h-boxSide)/2)
		} else {
			lines := s.wrap(r.cell(i), r.widths[i])
			s.cellOf(lines, r, i, x, (h-r.high(len(lines)))/2*r.centred(), at)
		}
		x += r.widths[i] + gutter
	}
	s.y += h
}

// centred is 1 where cells stand in the middle of their row, else 0.
func (r row) centred() float64 {
	if r.writeIn {
		return 1
	}
	return 0
}

// box is one to tick. Nothing is read out of it: it is empty.
func (s *sheet) box(x, y float64) {
	s.artifact(func() {
		s.SetDrawColor(black, black, black)
		s.SetLineWidth(0.8)
		s.Rect(x, y, boxSide, boxSide, "D")
	})
}

func (s *sheet) cellOf(lines []string, r row, i int, x, down float64, e *element) {
	for n, text := range lines {
		at := x
		if r.columns[i].Number {
			at += r.widths[i] - s.GetStringWidth(text)
		}
		if n < len(lines)-1 {
			text += " "
		}
		s.tagged(e, func() { s.Text(at, s.y+down+1.5+r.face.size+float64(n)*r.face.leading, text) })
	}
}

// rule draws what lies behind a row and below it.
func (s *sheet) rule(r row, h float64) {
	s.artifact(func() {
		if r.top() {
			s.SetFillColor(fill, fill, fill)
			s.Rect(margin-4, s.y, inner+8, h, "F")
		}
		s.SetDrawColor(line, line, line)
		s.SetLineWidth(0.5)
		s.Line(margin-4, s.y+h, margin+inner+4, s.y+h)
		if r.writeIn {
			s.uprights(r, h)
		}
	})
}

// uprights are the lines between columns, so that what is written in one is not
// taken for the next.
func (s *sheet) uprights(r row, h float64) {
	x := margin - gutter/2
	for _, w := range r.widths[:max(len(r.widths)-1, 0)] {
		x += w + gutter
		s.Line(x, s.y, x, s.y+h)
	}
}

// widths shares the page among the columns: each gets what it needs, and the
// same of what is left; where all is too little, the widest give.
func (s *sheet) widths(t block.Table) []float64 {
	widths, least := make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		widths[i], least[i] = s.needs(c.Name, cellTop, c.Number)
		for _, r := range t.Rows {
			if i < len(r.Cells) {
				bold := cell
				bold.style = "B"
				w, l := s.needs(r.Cells[i], bold, c.Number)
				widths[i], least[i] = max(widths[i], w), max(least[i], l)
			}
		}
	}
	share(widths, least, inner-gutter*float64(len(widths)-1))
	return widths
}

// needs is the width of a text in a line, and of its widest word. A column of
// numbers has its name on several lines.
func (s *sheet) needs(text string, f face, number bool) (whole, least float64) {
	s.ink(f, black)
	text = clean(text)
	for _, word := range strings.Fields(text) {
		least = max(least, s.GetStringWidth(word))
	}
	least = min(least, inner/4)
	if number {
		return least, least
	}
	return min(s.GetStringWidth(text), inner), least
}

func share(widths, least []float64, w float64) {
	left := w
	for i := range widths {
		left -= widths[i]
	}
	if left < 0 {
		squeeze(widths, least, -left)
		return
	}
	for i := range widths {
		widths[i] += left / float64(len(widths))
	}
}

// squeeze takes an amount from the columns, from each as much of it as it has
// beyond its least, and then evenly.
func squeeze(widths, least []float64, amount float64) {
	spare := 0.0
	for i := range widths {
		spare += widths[i] - least[i]
	}
	take := min(amount, spare)
	total := 0.0
	for i := range widths {
		if spare > 0 {
			widths[i] -= take * (widths[i] - least[i]) / spare
		}
		total += widths[i]
	}
	for i := range widths {
		widths[i] -= (amount - take) * widths[i] / total
	}
}
