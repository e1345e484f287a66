package paper

import (
	"cmp"

	"codeberg.org/go-pdf/fpdf"

	"midweek/internal/core/block"
)

// A look is how a role stands on paper: what tells roles apart is a line's kind
// and a hatch, never a colour.
type look struct {
	edge  float64 // width of a line or an edge, in points; 0 for none
	dash  []float64
	level int  // of the line or the edge
	fill  int  // a level of grey; white leaves the ground
	hatch bool // of strokes from the lower left
	face  face // of a text
}

const white = 255

// dots are dashes as short as they are wide.
var dots = []float64{1, 2}

var looks = map[block.Role]look{
	block.Axis:    {edge: 0.8, level: black, fill: white},
	block.Grid:    {edge: 0.4, level: quiet, fill: white},
	block.Planned: {edge: 1.2, dash: []float64{4, 2}, level: black, fill: white},
	block.Given:   {edge: 1.8, level: black, fill: white},
	block.Gap:     {level: grey, fill: white, hatch: true},
	block.Unknown: {edge: 0.6, dash: dots, level: black, fill: white},
	block.MadeUp:  {edge: 0.6, level: black, fill: black},
	block.Yes:     {edge: 0.6, level: black, fill: grey},
	block.Ask:     {edge: 0.6, level: black, fill: white, hatch: true},
	block.No:      {edge: 0.6, level: black, fill: white},
	block.None:    {edge: 0.6, dash: []float64{4, 2}, level: black, fill: white},
	block.Bar:     {edge: 0.6, level: grey, fill: quiet},
	block.Chosen:  {edge: 0.6, level: grey, fill: grey},
	block.Tick:    {level: grey, face: small},
	block.Name:    {level: black, face: body},
	block.Value:   {level: black, face: strong},
	block.Dark:    {level: black, fill: black},
}

// figure paints marks, at the width of the page.
func (s *sheet) figure(fig block.Figure) {
	if fig.Width <= 0 {
		return
	}
	scale := inner / fig.Width
	high := fig.Height * scale
	s.room(high)
	e := s.tags.child("Figure")
	e.alt = clean(fig.Alt)
	e.box = [4]float64{margin, height - s.y - high, margin + inner, height - s.y}
	s.tagged(e, func() {
		for _, m := range fig.Marks {
			s.paint(m, scale)
		}
		s.SetDashPattern(nil, 0)
	})
	s.y += high + 6
}

// paint draws a mark. Its size comes from the figure, whatever the face says.
func (s *sheet) paint(m block.Mark, scale float64) {
	l := looks[m.Role]
	s.SetDrawColor(l.level, l.level, l.level)
	s.SetLineWidth(max(l.edge, 0.3))
	s.SetDashPattern(l.dash, 0)
	var at []fpdf.PointType
	for _, p := range m.Points {
		at = append(at, fpdf.PointType{X: margin + p.X*scale, Y: s.y + p.Y*scale})
	}
	switch m.Shape {
	case block.Line, block.Polyline:
		for i := 1; i < len(at); i++ {
			s.Line(at[i-1].X, at[i-1].Y, at[i].X, at[i].Y)
		}
	case block.Rectangle:
		s.rectangle(l, at[0], at[1])
	case block.Polygon:
		s.SetFillColor(l.fill, l.fill, l.fill)
		s.Polygon(at, "FD")
	case block.Text:
		f := l.face
		f.size = cmp.Or(block.TextSize*scale, f.size)
		s.ink(f, l.level)
		text := clean(m.Text)
		back := map[block.Anchor]float64{block.Middle: 0.5, block.End: 1}[m.Anchor]
		s.Text(at[0].X-back*s.GetStringWidth(text), at[0].Y, text)
	}
}

// rectangle fills, hatches and edges what lies between two corners.
func (s *sheet) rectangle(l look, from, to fpdf.PointType) {
	w, h := to.X-from.X, to.Y-from.Y
	if l.fill != white {
		s.SetFillColor(l.fill, l.fill, l.fill)
		s.Rect(from.X, from.Y, w, h, "F")
	}
	if l.hatch {
		s.hatch(from, w, h)
	}
	if l.edge > 0 {
		s.Rect(from.X, from.Y, w, h, "D")
	}
}

// hatch draws strokes from the lower left to the upper right. They stand at the
// same places over the whole page, so that one area runs on in the next.
func (s *sheet) hatch(from fpdf.PointType, w, h float64) {
	const apart = 4.0
	s.SetLineWidth(0.5)
	s.ClipRect(from.X, from.Y, w, h, false)
	first := float64(int((from.X+from.Y)/apart)) * apart
	for sum := first; sum <= from.X+from.Y+w+h; sum += apart {
		s.Line(sum-from.Y-h, from.Y+h, sum-from.Y, from.Y)
	}
	s.ClipEnd()
}
