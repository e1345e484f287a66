package paper

import (
	"strings"

	"midweek/internal/core/block"
)

func (s *sheet) heading(h block.Heading) {
	f, kind := part, "H2"
	if h.Level == 1 {
		f, kind = title, "H1"
	}
	if s.y > top {
		s.y += 6
	}
	s.room(f.leading + 3*body.leading) // never the last on its page
	s.ink(f, black)
	s.lines(s.wrap(h.Text, inner), f, margin, s.tags.child(kind))
	s.y += 2
}

func (s *sheet) paragraph(p block.Paragraph) {
	f, level := body, black
	switch p.Look {
	case block.Small:
		f, level = small, grey
	case block.Strong:
		f = strong
	case block.Framed:
		s.framed(p.Text)
		return
	}
	s.ink(f, level)
	s.lines(s.wrap(p.Text, inner), f, margin, s.tags.child("P"))
	s.y += 4
}

// framed sets words apart in a frame, on one page.
func (s *sheet) framed(text string) {
	const pad = 9
	s.ink(body, black)
	lines := s.wrap(text, inner-2*pad)
	h := float64(len(lines))*body.leading + 2*pad - 2
	s.room(h)
	s.ink(body, black)
	s.artifact(func() {
		s.SetDrawColor(line, line, line)
		s.SetLineWidth(0.7)
		s.Rect(margin, s.y, inner, h, "D")
	})
	upper := s.y
	s.y += pad - 1
	s.lines(lines, body, margin+pad, s.tags.child("P"))
	s.y = max(s.y, upper+h) + 6
}

func (s *sheet) list(l block.List) {
	const indent = 12
	of := s.tags.child("L")
	for _, item := range l.Items {
		li := of.child("LI")
		s.ink(body, black)
		s.room(body.leading)
		s.tagged(li.child("Lbl"), func() { s.Text(margin, s.y+body.size, "•") })
		s.item(item, margin+indent, inner-indent, li.child("LBody"))
		s.y += 1.5
	}
	s.y += 4
}

// item writes a text after its lead, which is bold and on the first line.
func (s *sheet) item(item block.Item, x, w float64, e *element) {
	lead := clean(item.Lead)
	if lead == "" {
		s.ink(body, black)
		s.lines(s.wrap(item.Text, w), body, x, e)
		return
	}
	s.ink(strong, black)
	taken := s.GetStringWidth(lead + " ")
	if taken > w/2 { // a line of its own
		s.lines(s.wrap(lead, w), strong, x, e)
		s.ink(body, black)
		s.lines(s.wrap(item.Text, w), body, x, e)
		return
	}
	s.tagged(e, func() { s.Text(x, s.y+body.size, lead+" ") })
	s.ink(body, black)
	first, rest := s.firstLine(item.Text, w-taken)
	if rest != "" {
		first += " "
	}
	s.tagged(e, func() { s.Text(x+taken, s.y+body.size, first) })
	s.y += body.leading
	if rest != "" {
		s.lines(s.wrap(rest, w), body, x, e)
	}
}

// firstLine is what fits beside a lead, and what goes on below it.
func (s *sheet) firstLine(text string, w float64) (first, rest string) {
	lines := s.wrap(text, w)
	return lines[0], strings.Join(lines[1:], " ")
}
