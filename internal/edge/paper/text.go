package paper

import "strings"

// A face is how letters stand.
type face struct {
	style   string // "" or "B"
	size    float64
	leading float64 // from line to line
}

var (
	title   = face{"B", 19, 24}
	part    = face{"B", 12.5, 16}
	body    = face{"", 10.5, 13.5}
	strong  = face{"B", 10.5, 13.5}
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

// ink takes up a face and a grey, from black to white in 255 steps.
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
