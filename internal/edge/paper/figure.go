package paper

import "midweek/internal/core/block"

// figure draws bars, one above the other. Strong ones are dark and the others
// light with an edge, so that they differ without colour; each has its number
// beside it.
func (s *sheet) figure(fig block.Figure) {
	const high, step = 9.0, 14.0
	s.room(step * float64(len(fig.Bars)))
	s.ink(strong, black)
	names, most := 0.0, 1
	for _, b := range fig.Bars {
		names = max(names, s.GetStringWidth(clean(b.Name)))
		most = max(most, b.Value)
	}
	names = min(names, inner/3)
	texts := 0.0
	for _, b := range fig.Bars {
		texts = max(texts, s.GetStringWidth(clean(b.Text)))
	}
	long := max(inner-names-min(texts, inner/3)-2*gutter, inner/4)
	e := s.tags.child("Figure")
	e.alt = clean(fig.Alt)
	e.box = [4]float64{margin, height - s.y - step*float64(len(fig.Bars)), margin + inner, height - s.y}
	s.tagged(e, func() {
		for _, b := range fig.Bars {
			s.bar(b, names, long*float64(b.Value)/float64(most), high)
			s.y += step
		}
	})
	s.y += 5
}

func (s *sheet) bar(b block.Bar, names, long, high float64) {
	f, level := body, quiet
	if b.Strong {
		f, level = strong, grey
	}
	s.ink(f, black)
	s.Text(margin, s.y+body.size, s.cut(clean(b.Name), names))
	s.SetFillColor(level, level, level)
	s.SetDrawColor(grey, grey, grey)
	s.SetLineWidth(0.6)
	x := margin + names + gutter
	if b.Value > 0 {
		s.Rect(x, s.y+2.5, long, high, "FD")
	}
	s.Text(x+long+6, s.y+body.size, clean(b.Text))
}
