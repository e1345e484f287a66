package paper

import (
	"strings"

	"midweek/internal/core/block"
)

// A face is how letters stand.
type face struct {
	style   string // "" or "B"
	size    float64
	leading float64 // from line to line
}

var (
	title   = face{"B", 19, 24}
	part    = face{"B", 12.5, 16}
	body    = face{"", 10.5, 14}
	strong  = face{"B", 10.5, 14}
	small   = face{"", 9, 12}
	cell    = face{"", 10, 13}
	cellTop = face{"B", 9.5, 12}
)

// Inks, as levels of grey: paper is often printed without colour.
const (
	black = 0
	grey  = 85
	line  = 150
	fill  = 238
	quiet = 190
)

// ink takes up a face and a grey.
func (s *sheet) ink(f face, level int) {
	s.SetFont("text", f.style, f.size)
	s.SetTextColor(level, level, level)
}

// wrap breaks text into lines no wider than w in the face at hand. A word that
// is wider by itself is broken where it must be.
func (s *sheet) wrap(text string, w float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(clean(text)) {
		joined := word
		if line != "" {
			joined = line + " " + word
		}
		if s.GetStringWidth(joined) <= w {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		pieces := s.pieces(word, w)
		lines = append(lines, pieces[:len(pieces)-1]...)
		line = pieces[len(pieces)-1]
	}
	return append(lines, line)
}

// pieces are a word in parts that each fit.
func (s *sheet) pieces(word string, w float64) []string {
	var parts []string
	part := ""
	for _, r := range word {
		if part != "" && s.GetStringWidth(part+string(r)) > w {
			parts = append(parts, part)
			part = ""
		}
		part += string(r)
	}
	return append(parts, part)
}

// cut is text on one line, its end left out where it does not fit.
func (s *sheet) cut(text string, w float64) string {
	if s.GetStringWidth(text) <= w {
		return text
	}
	return s.pieces(text, w-s.GetStringWidth("…"))[0] + "…"
}

// lines writes lines under each other from x, turning pages where they end.
// Each but the last ends with a blank, by which a reading program tells the
// words apart.
func (s *sheet) lines(lines []string, f face, x float64, e *element) {
	for i, text := range lines {
		if i < len(lines)-1 {
			text += " "
		}
		if s.room(f.leading) {
			s.SetFont("text", f.style, f.size)
		}
		s.tagged(e, func() { s.Text(x, s.y+f.size, text) })
		s.y += f.leading
	}
}

func (s *sheet) heading(h block.Heading) {
	f, kind := part, "H2"
	if h.Level == 1 {
		f, kind = title, "H1"
	}
	if s.y > margin {
		s.y += 8
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
	top := s.y
	s.y += pad - 1
	s.lines(lines, body, margin+pad, s.tags.child("P"))
	s.y = max(s.y, top+h) + 6
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
