package paper

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A drawn file is one of the drawing library: a classic table of objects, each
// a dictionary on lines of its own.
type drawn struct {
	bytes   []byte
	start   int   // of the table of objects
	offsets []int // of each object
	size    int   // how many there are, with object 0
	root    int
	info    int
	pages   []int // in order
}

var (
	startOf    = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n?$`)
	sizeOf     = regexp.MustCompile(`/Size (\d+)\n/Root (\d+) 0 R\n/Info (\d+) 0 R`)
	kidsOf     = regexp.MustCompile(`/Kids \[([0-9R ]*)\]`)
	errForeign = errors.New("the drawing library writes another form of file than it did")
)

func open(pdf []byte) (*drawn, error) {
	start, size := startOf.FindSubmatch(pdf), sizeOf.FindSubmatch(pdf)
	if start == nil || size == nil {
		return nil, errForeign
	}
	f := &drawn{bytes: pdf, start: number(start[1]), size: number(size[1]), root: number(size[2]), info: number(size[3])}
	rows := bytes.Split(pdf[f.start:], []byte("\n"))
	if len(rows) < f.size+2 || string(rows[0]) != "xref" {
		return nil, errForeign
	}
	for _, row := range rows[2 : 2+f.size] {
		offset, _, _ := bytes.Cut(row, []byte(" "))
		f.offsets = append(f.offsets, number(offset))
	}
	kids := kidsOf.FindStringSubmatch(f.object(1))
	if kids == nil {
		return nil, errForeign
	}
	for of := range strings.SplitSeq(kids[1], " 0 R ") {
		if of != "" {
			f.pages = append(f.pages, number([]byte(of)))
		}
	}
	return f, nil
}

// number reads digits, of which the expressions have seen to it that there are
// no others.
func number(digits []byte) int {
	n, _ := strconv.Atoi(string(digits))
	return n
}

// object is an object's text, up to its end.
func (f *drawn) object(n int) string {
	text := f.bytes[f.offsets[n]:f.start]
	body, _, _ := bytes.Cut(text, []byte("\nendobj"))
	_, body, _ = bytes.Cut(body, []byte("\n"))
	return string(body)
}

// with is a dictionary with more entries at its end.
func (f *drawn) with(n int, entries string) string {
	return strings.TrimSuffix(strings.TrimSpace(f.object(n)), ">>") + "\n" + entries + ">>"
}

// An update is objects added at the end of a drawn file.
type update struct {
	*drawn
	next    int // number of the next new object
	added   bytes.Buffer
	written []place
}

type place struct{ object, offset int }

func (u *update) number() int {
	u.next++
	return u.next - 1
}

func (u *update) write(object int, text string) {
	u.written = append(u.written, place{object, len(u.bytes) + u.added.Len()})
	fmt.Fprintf(&u.added, "%d 0 obj\n%s\nendobj\n", object, text)
}

// end closes the update with its own table of objects, and gives the file its
// name: a hash of what is in it.
func (u *update) end() []byte {
	name := sha256.Sum256(append(u.bytes, u.added.Bytes()...))
	start := len(u.bytes) + u.added.Len()
	u.added.WriteString("xref\n")
	for _, at := range u.written {
		fmt.Fprintf(&u.added, "%d 1\n%010d 00000 n \n", at.object, at.offset)
	}
	fmt.Fprintf(&u.added, "trailer\n<</Size %d /Root %s /Info %s /Prev %d /ID [<%X> <%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		u.next, ref(u.root), ref(u.info), u.start, name[:16], name[:16], start)
	return append(u.bytes, u.added.Bytes()...)
}
