package chart

import (
	"slices"

	"midweek/internal/core/block"
)

// months is the picture of Months while it is drawn.
type months struct {
	canvas
	list        Months
	left, right float64 // where the months begin and end
	top, base   float64 // of the height for minutes
	most        int     // minutes at the top
}

// Heights of the picture by its parts.
const (
	monthsHigh = 220.0 // for minutes
	above      = 14.0  // so that the highest number has room
	below      = 26.0  // for the names of months
	diamond    = 5.0   // half of one
)

// Figure is the picture for a width: two lines in steps, a level for each month,
// and what lies between them. What is not filled in lies apart.
func (m Months) Figure(width float64) block.Figure {
	p := &months{list: m, top: above, base: above + monthsHigh}
	p.Alt, p.Width, p.Height = m.Caption(), width, p.base+below
	if len(m) == 0 {
		return p.Figure
	}
	top, step := scale(m.most())
	p.most = top
	p.left = wide(words.Number(top)) + gutter
	ends := m.ends(width < Middle)
	p.right = width - gutter - max(ends[0].wide(), ends[1].wide())
	p.grid(step)
	p.between()
	p.steps(block.Planned, func(m *Month) int { return m.Planned })
	p.steps(block.Given, func(m *Month) int { return m.Given })
	p.madeUp()
	p.names()
	p.label(ends)
	return p.Figure
}

func (m Months) most() int {
	most := 0
	for i := range m {
		most = max(most, m[i].Planned)
	}
	return most
}

// scale is a top for an axis of minutes and the step of its lines: hours where
// there are hours, three or four lines at the most.
func scale(most int) (top, step int) {
	for _, step = range []int{10, 20, 30, 60, 90, 120, 150, 180, 240, 300, 600} {
		if most <= 4*step {
			break
		}
	}
	for most > 4*step {
		step *= 2
	}
	return max(1, (most+step-1)/step) * step, step
}

func (p *months) y(minutes int) float64 {
	return p.base - (p.base-p.top)*float64(minutes)/float64(p.most)
}

func (p *months) x(month int) float64 {
	return p.left + (p.right-p.left)*float64(month)/float64(len(p.list))
}

func (p *months) grid(step int) {
	for minutes := 0; minutes <= p.most; minutes += step {
		role, y := block.Grid, p.y(minutes)
		if minutes == 0 {
			role = block.Axis
		}
		p.add(block.Line, role, block.Point{X: p.left, Y: y}, block.Point{X: p.right, Y: y})
		p.text(block.Tick, p.left-gutter/2, y+block.TextSize/3.0, block.End, words.Number(minutes))
	}
}

// between is what lies under the planned line and above the given one.
func (p *months) between() {
	for i := range p.list {
		m := &p.list[i]
		x, w := p.x(i), p.x(i+1)-p.x(i)
		p.rectangle(block.Gap, x, p.y(m.Planned), w, p.y(m.Given+m.Unknown)-p.y(m.Planned))
		p.rectangle(block.Unknown, x, p.y(m.Given+m.Unknown), w, p.y(m.Given)-p.y(m.Given+m.Unknown))
	}
}

func (p *months) steps(role block.Role, minutes func(*Month) int) {
	var points []block.Point
	for i := range p.list {
		y := p.y(minutes(&p.list[i]))
		points = append(points, block.Point{X: p.x(i), Y: y}, block.Point{X: p.x(i + 1), Y: y})
	}
	p.add(block.Polyline, role, points...)
}

// madeUp marks the months in which a make-up was given.
func (p *months) madeUp() {
	for i := range p.list {
		if p.list[i].MadeUp == 0 {
			continue
		}
		x, y := (p.x(i)+p.x(i+1))/2, p.base-2*diamond
		p.add(block.Polygon, block.MadeUp, block.Point{X: x, Y: y - diamond}, block.Point{X: x + diamond, Y: y},
			block.Point{X: x, Y: y + diamond}, block.Point{X: x - diamond, Y: y})
	}
}

// names stand under their months, every one or as many as have room.
func (p *months) names() {
	room := wide("May") + gutter/2
	every := 1
	for (p.x(every)-p.x(0)) < room && every < len(p.list) {
		every++
	}
	for i := 0; i < len(p.list); i += every {
		_, month, _ := p.list[i].First.Civil()
		p.text(block.Tick, (p.x(i)+p.x(i+1))/2, p.base+line, block.Middle, words.Put("month."+words.Number(month)))
	}
}

// An ending is what stands at the end of a line.
type ending struct {
	role  block.Role
	at    int // minutes
	lines []string
}

func (e *ending) wide() float64 {
	most := 0.0
	for _, text := range e.lines {
		most = max(most, wide(text))
	}
	return most
}

func (e *ending) high() float64 { return line * float64(len(e.lines)) }

// ends name the lines where they end, with the minutes of the last month.
func (m Months) ends(narrow bool) [2]ending {
	last := &m[len(m)-1]
	ends := [2]ending{{role: block.Planned, at: last.Planned}, {role: block.Given, at: last.Given}}
	for i, text := range []string{words.Number(last.Planned), words.Between("plain", last.Given, last.Given+last.Unknown)} {
		name := words.Put("chart.end." + string(ends[i].role))
		ends[i].lines = []string{name + " " + text}
		if narrow {
			ends[i].lines = []string{name, text}
		}
	}
	return ends
}

// label sets the names at the ends of the lines, moved apart where the lines
// end close to each other.
func (p *months) label(ends [2]ending) {
	tops := [2]float64{p.y(ends[0].at) - ends[0].high()/2, p.y(ends[1].at) - ends[1].high()/2}
	tops[1] = min(max(tops[1], ends[0].high()), p.base-ends[1].high())
	tops[0] = max(0, min(tops[0], tops[1]-ends[0].high()))
	for i, e := range ends {
		for n, text := range slices.All(e.lines) {
			p.text(block.Name, p.right+gutter, tops[i]+float64(n)*line+block.TextSize, block.Start, text)
		}
	}
}
