// Package chart makes pictures of the ledger: planned and given month by month,
// what was missed and why, the weekdays beside each other. Three fixed pictures
// do not earn a library, and one that draws could not be printed with the same
// marks that a window shows.
//
// A picture is a list of marks (block.Figure) laid out for a width; window and
// paper paint the same list. Each has a sentence with its numbers and a table
// that says the same, since a picture is never the only place of a number. What
// is not filled in is drawn as what it is: between given and missed.
package chart

import (
	"strings"
	"unicode"

	"midweek/internal/core/block"
	"midweek/internal/core/say"
)

// Widths to lay a picture out for, in units of block.Figure: on a telephone or
// with large text, on half a window, on a window, on Letter paper within its
// margins.
const (
	Narrow = 240
	Middle = 480
	Wide   = 832
	Page   = 768
)

// Measures of all pictures, in units.
const (
	line   = block.TextSize + 4.0 // from one line of text to the next
	gutter = 8.0
	thick  = 14.0 // of a bar
)

// words are those of the pictures.
var words = say.English

// wide is how much room a text takes, in the widest of the fonts it is drawn
// in: a digit or a capital more than a small letter, and an m most.
func wide(text string) float64 {
	w := 0.0
	for _, r := range text {
		switch {
		case strings.ContainsRune("mwMW", r):
			w += 12.5
		case unicode.IsDigit(r) || unicode.IsUpper(r):
			w += 8.8
		default:
			w += 7.2
		}
	}
	return w
}

// A canvas is a figure being drawn.
type canvas struct{ block.Figure }

func (c *canvas) add(shape block.Shape, role block.Role, points ...block.Point) {
	c.Marks = append(c.Marks, block.Mark{Shape: shape, Role: role, Points: points})
}

// rectangle is drawn where it has a size.
func (c *canvas) rectangle(role block.Role, x, y, w, h float64) {
	if w > 0 && h > 0 {
		c.add(block.Rectangle, role, block.Point{X: x, Y: y}, block.Point{X: x + w, Y: y + h})
	}
}

func (c *canvas) text(role block.Role, x, y float64, anchor block.Anchor, text string) {
	c.Marks = append(c.Marks, block.Mark{Shape: block.Text, Role: role, Points: []block.Point{{X: x, Y: y}}, Text: text, Anchor: anchor})
}
