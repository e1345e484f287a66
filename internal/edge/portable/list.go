package portable

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
)

// A list is attachments.csv: which file is what.
type list struct {
	buf bytes.Buffer
	csv *csv.Writer
}

// mark tells a spreadsheet that the letters are UTF-8.
const mark = "\uFEFF"

func newList() *list {
	l := &list{}
	l.buf.WriteString(mark)
	l.csv = csv.NewWriter(&l.buf)
	l.csv.UseCRLF = true
	l.row("file", "name", "type", "bytes", "sha256", "added")
	return l
}

// add writes the line of an attachment; one without a file inside says that it
// is missing.
func (l *list) add(a *Paper, file string) {
	if file == "" {
		file = "missing"
	}
	l.row(file, a.Given, a.Kind, strconv.FormatInt(a.Size, 10), a.SHA256, a.Added)
}

// row writes cells that no spreadsheet takes for a formula.
func (l *list) row(cells ...string) {
	for i, cell := range cells {
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			cells[i] = "'" + cell
		}
	}
	_ = l.csv.Write(cells) // into memory: it cannot fail
}

func (l *list) bytes() []byte {
	l.csv.Flush()
	return l.buf.Bytes()
}
