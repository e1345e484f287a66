package paper

import "fmt"

// An element is a part of the document's structure, such as a paragraph or a
// cell: ISO 32000-1, 14.7 and 14.8.
type element struct {
	kind  string     // H1, P, L, Table …
	scope string     // of a TH: Row or Column
	alt   string     // of a Figure
	box   [4]float64 // of a Figure, from the lower left corner
	kids  []kid      // in the order in which they are read

	parent *element
	object int // its number in the file
}

// A kid is an element below another, or a mark: a stretch of what is drawn on
// a page.
type kid struct {
	below *element
	page  int // from 1
	mark  int // from 0 on each page
}

// tags is the structure of a document, and what is marked on each page.
type tags struct {
	root  element
	marks [][]*element // by page, the element of each mark
}

func (t *tags) child(kind string) *element { return t.root.child(kind) }

func (e *element) child(kind string) *element {
	below := &element{kind: kind, parent: e}
	e.kids = append(e.kids, kid{below: below})
	return below
}

// head is a cell that names its row or column.
func (e *element) head(scope string) *element {
	th := e.child("TH")
	th.scope = scope
	return th
}

// newMark is the number of the next mark on a page, for an element.
func (t *tags) newMark(e *element, page int) int {
	for len(t.marks) < page {
		t.marks = append(t.marks, nil)
	}
	mark := len(t.marks[page-1])
	t.marks[page-1] = append(t.marks[page-1], e)
	e.kids = append(e.kids, kid{page: page, mark: mark})
	return mark
}

// tagged draws something that belongs to an element; without one it is an
// ornament.
func (s *sheet) tagged(e *element, draw func()) {
	if e == nil {
		s.artifact(draw)
		return
	}
	s.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", e.kind, s.tags.newMark(e, s.PageNo())))
	draw()
	s.RawWriteStr("EMC")
}

// artifact draws an ornament, which is not read out: a rule, a frame, the foot
// of a page.
func (s *sheet) artifact(draw func()) {
	s.RawWriteStr("/Artifact BMC")
	draw()
	s.RawWriteStr("EMC")
}

// all are the elements below one, itself first.
func (e *element) all() []*element {
	list := []*element{e}
	for _, k := range e.kids {
		if k.below != nil {
			list = append(list, k.below.all()...)
		}
	}
	return list
}
