package paper

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// mark adds the structure to a drawn file, as an update at its end: what the
// drawing library wrote stays as it is, byte for byte, and the catalog and the
// pages are written once more, with what leads to the structure (ISO 32000-1,
// 7.5.6).
func (t *tags) mark(pdf []byte) ([]byte, error) {
	f, err := open(pdf)
	if err != nil {
		return nil, fmt.Errorf("marking the structure of a page: %w", err)
	}
	u := &update{drawn: f, next: f.size}
	tree, parents := u.number(), u.number()
	t.root.kind = "Document"
	elements := t.root.all()
	for _, e := range elements {
		e.object = u.number()
	}
	u.write(tree, fmt.Sprintf("<</Type /StructTreeRoot /K %s /ParentTree %s /ParentTreeNextKey %d>>",
		ref(t.root.object), ref(parents), len(f.pages)))
	u.write(parents, t.parents())
	for _, e := range elements {
		u.write(e.object, e.text(tree, f.pages))
	}
	for i, page := range f.pages {
		u.write(page, f.with(page, fmt.Sprintf("/StructParents %d /Tabs /S", i)))
	}
	u.write(f.root, f.with(f.root, "/Version /1.7 /MarkInfo <</Marked true>> "+
		"/ViewerPreferences <</DisplayDocTitle true>> /StructTreeRoot "+ref(tree)))
	return u.end(), nil
}

// parents leads from each mark on each page back to its element.
func (t *tags) parents() string {
	var b strings.Builder
	b.WriteString("<</Nums [")
	for page, marks := range t.marks {
		fmt.Fprintf(&b, "%d [", page)
		for _, e := range marks {
			b.WriteString(ref(e.object) + " ")
		}
		b.WriteString("] ")
	}
	b.WriteString("]>>")
	return b.String()
}

// text is an element as the file has it.
func (e *element) text(tree int, pages []int) string {
	up := tree
	if e.parent != nil {
		up = e.parent.object
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type /StructElem /S /%s /P %s", e.kind, ref(up))
	if e.alt != "" {
		fmt.Fprintf(&b, " /Alt %s /A <</O /Layout /BBox [%.2f %.2f %.2f %.2f]>>",
			hexText(e.alt), e.box[0], e.box[1], e.box[2], e.box[3])
	}
	if e.scope != "" {
		fmt.Fprintf(&b, " /A <</O /Table /Scope /%s>>", e.scope)
	}
	b.WriteString(" /K [")
	for _, k := range e.kids {
		if k.below != nil {
			b.WriteString(ref(k.below.object) + " ")
			continue
		}
		fmt.Fprintf(&b, "<</Type /MCR /Pg %s /MCID %d>> ", ref(pages[k.page-1]), k.mark)
	}
	b.WriteString("]>>")
	return b.String()
}

func ref(object int) string { return strconv.Itoa(object) + " 0 R" }

// hexText is text as UTF-16, which needs no escaping.
func hexText(text string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String() + ">"
}
