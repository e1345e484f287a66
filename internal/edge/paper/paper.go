// Package paper puts blocks on paper: a document becomes a PDF that prints the
// same everywhere, with its fonts inside and its structure marked, so that a
// reading program tells a heading from a table. It is US Letter paper.
//
// The drawing is codeberg.org/go-pdf/fpdf's. The structure is written by this
// room (tags.go): the library that could do it brings a network client along,
// and nothing of the program may. No standard for accessible or archived PDF is
// claimed; nothing here could check one.
//
// The same document gives the same bytes, whenever and wherever it is made.
package paper

import (
	"bytes"
	"fmt"

	"codeberg.org/go-pdf/fpdf"

	"midweek/internal/core/block"
)

// Measures in points, 72 to the inch.
const (
	width, height = 612.0, 792.0
	margin        = 54.0
	top           = 46.0
	foot          = 32.0 // from the lower edge to the foot's baseline
	inner         = width - 2*margin
	bottom        = height - foot - 16
)

// producer is what a file says made it.
const producer = "Midweek"

// A sheet is a document being drawn.
type sheet struct {
	*fpdf.Fpdf
	doc  *block.Document
	y    float64 // where the next line's box begins
	tags tags
}

// PDF draws a document. It fails only where the drawing library does.
func PDF(doc *block.Document) ([]byte, error) {
	s := &sheet{Fpdf: pen(), doc: doc}
	s.prepare()
	s.turn()
	for _, b := range doc.Blocks {
		s.draw(b)
	}
	s.feet()
	var out bytes.Buffer
	if err := s.Output(&out); err != nil {
		return nil, fmt.Errorf("drawing %q: %w", doc.Title, err)
	}
	return s.tags.mark(out.Bytes())
}

// pen draws on Letter paper, in points from the upper left corner.
func pen() *fpdf.Fpdf {
	return fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: width, Ht: height}})
}

func (s *sheet) prepare() {
	s.AddUTF8FontFromBytes("text", "", regular)
	s.AddUTF8FontFromBytes("text", "B", bold)
	s.SetAutoPageBreak(false, 0)
	s.SetCatalogSort(true)
	s.SetCreationDate(s.doc.On.UTC())
	s.SetModificationDate(s.doc.On.UTC())
	s.SetProducer(producer, true)
	s.SetTitle(clean(s.doc.Title), true)
	s.SetLang(s.doc.Language)
}

func (s *sheet) draw(b block.Block) {
	switch b := b.(type) {
	case block.Heading:
		s.heading(b)
	case block.Paragraph:
		s.paragraph(b)
	case block.List:
		s.list(b)
	case block.Table:
		s.table(b)
	case block.Figure:
		s.figure(b)
	case block.NewPage:
		if s.y > top {
			s.turn()
		}
	}
}

// turn goes on to a new page.
func (s *sheet) turn() {
	s.AddPage()
	s.y = top
}

// room turns the page where so much does not fit on this one any more. What is
// higher than a page is drawn all the same.
func (s *sheet) room(h float64) bool {
	if s.y+h <= bottom || s.y == top {
		return false
	}
	s.turn()
	return true
}

// feet writes the foot of every page, when it is known how many there are.
func (s *sheet) feet() {
	n := s.PageCount()
	for i := 1; i <= n; i++ {
		s.SetPage(i)
		s.SetFillColor(grey, grey, grey) // letters are filled: the page may have ended with another fill than the last one did
		s.ink(small, grey)
		text := clean(s.doc.Foot)
		if n > 1 {
			text = fmt.Sprintf("%s · %d / %d", text, i, n)
		}
		s.artifact(func() { s.Text(margin, height-foot, s.cut(text, inner)) })
	}
}
