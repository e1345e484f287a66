package paper

import (
	"strings"
	"testing"

	"midweek/internal/core/block"
)

// A table to be written in has a box wherever a cell is one, lines between its
// columns, and rows that a pen fits into.
func TestATableToWriteIn(t *testing.T) {
	table := block.Table{
		WriteIn: true, Columns: []block.Column{{Name: "Row", Number: true}, {Name: "H"}, {Name: "M"}, {Name: "Reason"}},
		Rows: []block.Row{{Cells: []string{"1", block.Box, block.Box, ""}}, {Cells: []string{"2", "", "", "no school"}}},
	}
	doc := some()
	doc.Blocks = []block.Block{table}
	drawn := contents(t, pdfOf(t, doc))[0]
	if n := strings.Count(drawn, " re S"); n != 2 {
		t.Errorf("%d boxes, want 2", n)
	}
	below, between := 3, 2*3 // a line under each row and the names; three between the columns of each row
	if n := strings.Count(drawn, " l S"); n != below+between {
		t.Errorf("%d lines, want %d", n, below+between)
	}
	s := &sheet{Fpdf: pen(), doc: doc}
	s.prepare()
	s.turn()
	plain := row{columns: table.Columns, widths: []float64{40, 40, 40, 40}, face: cell, cells: table.Rows[0].Cells}
	written := plain
	written.writeIn = true
	if low, high := s.heightOf(plain), s.heightOf(written); low >= 20 || high < 20 {
		t.Errorf("a row is %.1f high, one to write in %.1f", low, high)
	}
}

// A page is turned where a document says so, and none is left empty.
func TestANewPageBegins(t *testing.T) {
	doc := some()
	text := block.Paragraph{Text: "text"}
	doc.Blocks = []block.Block{block.NewPage{}, text, block.NewPage{}, block.NewPage{}, text}
	if n := len(contents(t, pdfOf(t, doc))); n != 2 {
		t.Errorf("%d pages, want 2", n)
	}
}
