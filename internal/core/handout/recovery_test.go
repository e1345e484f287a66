package handout_test

import (
	"strings"
	"testing"

	"midweek/internal/core/block"
	"midweek/internal/core/day"
	"midweek/internal/core/handout"
)

func recovery() handout.Recovery {
	return handout.Recovery{
		Groups: strings.Fields("AAAA BBBB CCCC DDDD EEEE FFFF GGGG HHHH JJJJ"),
		Square: handout.Square{{true, true, false}, {false, true, false}, {true, false, true}}, Today: day.Of(2026, 9, 3),
	}
}

// Every dark field is in one mark, and no light one is in any.
func TestTheMarksOfACodeAreItsDarkFields(t *testing.T) {
	marks, side := recovery().Square.Marks()
	if side != 11 || len(marks) != 4 {
		t.Fatalf("%d marks on a side of %g", len(marks), side)
	}
	painted := map[block.Point]int{}
	for _, m := range marks {
		for x := m.Points[0].X; x < m.Points[1].X; x++ {
			painted[block.Point{X: x - 4, Y: m.Points[0].Y - 4}]++
		}
	}
	for y, row := range recovery().Square {
		for x, dark := range row {
			want := 0
			if dark {
				want = 1
			}
			if got := painted[block.Point{X: float64(x), Y: float64(y)}]; got != want {
				t.Errorf("field %d, %d is painted %d times, want %d", x, y, got, want)
			}
		}
	}
}

// The sheet has the whole key for eyes, for a camera and for who hears the page,
// and says what nobody can help with.
func TestTheSheetHasTheKeyAndTheWarning(t *testing.T) {
	doc := recovery().Page()
	var fig block.Figure
	for _, b := range doc.Blocks {
		if f, ok := b.(block.Figure); ok {
			fig = f
		}
	}
	var drawn []string
	for _, m := range fig.Marks {
		if m.Shape == block.Text && m.Role == block.Value {
			drawn = append(drawn, m.Text)
		}
		for _, p := range m.Points {
			if p.X < 0 || p.Y < 0 || p.X > fig.Width || p.Y > fig.Height {
				t.Errorf("%+v lies outside the figure", m)
			}
		}
	}
	key := strings.Join(recovery().Groups, " ")
	if strings.Join(drawn, " ") != key || !strings.Contains(fig.Alt, key) {
		t.Errorf("drawn %v, told %q", drawn, fig.Alt)
	}
	for _, said := range []string{"nobody can open the record", "Thu Sep 3, 2026", "delete the file", "Name of the record"} {
		if !strings.Contains(text(doc), said) {
			t.Errorf("the sheet does not say %q", said)
		}
	}
}
