package chart

import "midweek/internal/core/block"

// A bar is a name, lengths one after the other, and what they come to.
type bar struct {
	name, text string
	parts      []part
}

// A part of a bar is as long as its number.
type part struct {
	role   block.Role
	number int
}

func (b *bar) sum() int {
	sum := 0
	for _, p := range b.parts {
		sum += p.number
	}
	return sum
}

// drawn is bars one above the other, the longest as long as there is room beside
// names and numbers; where that is less than a sixth of the width, they stand
// above their bars.
func drawn(bars []bar, width float64, alt string) block.Figure {
	names, most := 0.0, 1
	for i := range bars {
		names, most = max(names, wide(bars[i].name)), max(most, bars[i].sum())
	}
	unit := width / float64(most)
	for i := range bars {
		if n := bars[i].sum(); n > 0 {
			unit = min(unit, (width-names-2*gutter-wide(bars[i].text))/float64(n))
		}
	}
	beside := unit*float64(most) >= width/6
	if !beside {
		names, unit = -gutter, width/float64(most)
	}
	c := &canvas{block.Figure{Alt: alt, Width: width}}
	for i := range bars {
		c.bar(&bars[i], names, unit, beside)
	}
	if x := names + gutter; len(bars) > 0 {
		c.add(block.Line, block.Axis, block.Point{X: x}, block.Point{X: x, Y: c.Height})
	}
	return c.Figure
}

// bar draws a bar below what is drawn already; unit is the length of one.
func (c *canvas) bar(b *bar, names, unit float64, beside bool) {
	const between = 12.0
	y, x := c.Height+between/2, names+gutter
	if beside {
		c.text(block.Name, names, y+block.TextSize-2, block.End, b.name)
	} else {
		for _, text := range lines(b, c.Width-gutter) {
			c.text(text.role, gutter/2, y+block.TextSize-2, block.Start, text.text)
			y += line
		}
	}
	for _, p := range b.parts {
		c.rectangle(p.role, x, y, unit*float64(p.number), thick)
		x += unit * float64(p.number)
	}
	if beside {
		c.text(block.Value, x+gutter, y+block.TextSize-2, block.Start, b.text)
	}
	c.Height = y + thick + between/2
}
