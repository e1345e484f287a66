package paper

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/block"
	"midweek/internal/core/day"
)

// some is a document with a block of every kind, of names from many places.
func some() *block.Document {
	doc := &block.Document{Title: "Días de María", Language: "en-US", On: day.Of(2026, 11, 3), Foot: "Midweek"}
	doc.Blocks = []block.Block{
		block.Heading{Level: 1, Text: "Which weekdays?"},
		block.Paragraph{Text: "María Núñez, Nguyễn Thị Hằng, Łukasz Żółć, Çelik Ğ, Ελένη, Юлія"},
		block.Paragraph{Text: "Take this away", Look: block.Strong},
		block.Heading{Level: 2, Text: "What takes them"},
		block.List{Items: []block.Item{
			{Lead: "Monday: 9 lost.", Text: strings.Repeat("Labor Day, Winter break (2), ", 9) + "Memorial Day."},
			{Text: "No lead"},
			{Lead: strings.Repeat("a very long lead ", 5), Text: "with a text"},
		}},
		block.Table{
			Columns: []block.Column{{Name: "Weekdays", Heads: true}, {Name: "Sessions lost", Number: true}},
			Rows:    []block.Row{{Cells: []string{"Tue and Wed", "5"}}, {Cells: []string{"Mon and Fri (now)", "17"}, Strong: true}, {Cells: []string{"short"}}},
		},
		picture("9 sessions"),
		block.Paragraph{Text: "We ask that the plan say: “Speech”", Look: block.Framed},
		block.Paragraph{Text: "A remark", Look: block.Small},
	}
	return doc
}

// picture is a figure with a mark of every shape, and with every role.
func picture(text string) block.Figure {
	fig := block.Figure{Alt: "Bars: " + text, Width: 400, Height: 200}
	corners := []block.Point{{X: 20, Y: 20}, {X: 120, Y: 60}}
	for role := range looks {
		fig.Marks = append(fig.Marks, block.Mark{Shape: block.Rectangle, Role: role, Points: corners})
	}
	slices.SortFunc(fig.Marks, func(a, b block.Mark) int { return strings.Compare(string(a.Role), string(b.Role)) })
	for _, shape := range []block.Shape{block.Line, block.Polyline, block.Polygon} {
		fig.Marks = append(fig.Marks, block.Mark{Shape: shape, Role: block.Planned, Points: corners})
	}
	for _, anchor := range []block.Anchor{block.Start, block.Middle, block.End} {
		fig.Marks = append(fig.Marks, block.Mark{Shape: block.Text, Role: block.Value, Points: corners[:1], Text: text, Anchor: anchor})
	}
	return fig
}

func pdfOf(t testing.TB, doc *block.Document) []byte {
	t.Helper()
	pdf, err := PDF(doc)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// The same document gives the same bytes, so that a page can be made again.
func TestTheSameDocumentIsTheSameFile(t *testing.T) {
	first := pdfOf(t, some())
	for range 5 {
		if !bytes.Equal(first, pdfOf(t, some())) {
			t.Fatal("drawn again, the file differs")
		}
	}
	other := some()
	other.On++
	if bytes.Equal(first, pdfOf(t, other)) {
		t.Error("another day gives the same file")
	}
}

// Every place that the file's tables name is where its object begins.
func TestTheTablesOfTheFileAreRight(t *testing.T) {
	pdf := pdfOf(t, some())
	rows := regexp.MustCompile(`(?m)^(\d+) 1\n(\d{10}) 00000 n $`).FindAllSubmatch(pdf, -1)
	if len(rows) < 20 {
		t.Fatalf("%d objects were added", len(rows))
	}
	for _, row := range rows {
		if at := number(row[2]); !bytes.HasPrefix(pdf[at:], append(row[1], " 0 obj\n"...)) {
			t.Errorf("object %s does not begin at %d", row[1], at)
		}
	}
	start := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(pdf)
	if start == nil || !bytes.HasPrefix(pdf[number(start[1]):], []byte("xref\n")) {
		t.Errorf("the file ends %q", pdf[len(pdf)-40:])
	}
}

var stream = regexp.MustCompile(`(?s)/Contents (\d+) 0 R`)

// contents are what is drawn on each page.
func contents(t testing.TB, pdf []byte) []string {
	t.Helper()
	var pages []string
	seen := map[string]bool{}
	for _, m := range stream.FindAllSubmatch(pdf, -1) {
		if seen[string(m[1])] {
			continue // a page stands in the file twice, its contents once
		}
		seen[string(m[1])] = true
		_, after, _ := bytes.Cut(pdf, []byte("\n"+string(m[1])+" 0 obj\n"))
		_, data, _ := bytes.Cut(after, []byte("stream\n"))
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, string(text))
	}
	return pages
}

var mark = regexp.MustCompile(`/MCID (\d+)>> BDC`)

// All that is drawn is marked, as part of an element or as an ornament; the
// marks of a page are counted from 0, and the way back from each is there.
func TestAllThatIsDrawnIsMarked(t *testing.T) {
	doc := some()
	for range 4 {
		doc.Blocks = append(doc.Blocks, doc.Blocks[4:6]...)
	}
	pdf := pdfOf(t, doc)
	pages := contents(t, pdf)
	if len(pages) < 2 {
		t.Fatalf("%d pages", len(pages))
	}
	back := regexp.MustCompile(`/Nums \[(.*)\]>>`).FindSubmatch(pdf)
	for i, page := range pages {
		marks := mark.FindAllStringSubmatch(page, -1)
		for n, m := range marks {
			if m[1] != fmt.Sprint(n) {
				t.Errorf("page %d: mark %s is the %d.", i, m[1], n)
			}
		}
		if begun, ended := strings.Count(page, "BDC")+strings.Count(page, "BMC"), strings.Count(page, "EMC"); begun != ended {
			t.Errorf("page %d: %d begun, %d ended", i, begun, ended)
		}
		way := regexp.MustCompile(fmt.Sprintf(`(?:^| )%d \[([^\]]*)\]`, i)).FindSubmatch(back[1])
		if way == nil || strings.Count(string(way[1]), " 0 R") != len(marks) {
			t.Errorf("page %d: %d marks, back by %q", i, len(marks), way)
		}
		outside := regexp.MustCompile(`(?s)(BDC|BMC).*?EMC`).ReplaceAllString(page, "")
		if strings.Contains(outside, "Tj") || strings.Contains(outside, " re ") {
			t.Errorf("page %d: something is drawn outside all marks", i)
		}
	}
}

// Text that steers, and characters that the font does not have, do no harm and
// do not vanish unseen.
func TestCleanText(t *testing.T) {
	for text, want := range map[string]string{
		"María":                     "María",
		"Mari\u0301a":               "María", // an accent written apart
		"Nguyễn Thị Hằng":           "Nguyễn Thị Hằng",
		"Ana\u202Eanis\u202C":       "Anaanis", // right-to-left override
		"a\u200Bb\uFEFFc\u00ADd":    "abcd",
		"one\ntwo\tthree\r\nfour":   "one two three  four",
		"bell\x07":                  "bell□",
		"中文":                        "□□",
		"smile \U0001F600":          "smile □",
		"\xff\xfe":                  "□□",
		"  around  ":                "around",
		"“quotes” – and — dashes …": "“quotes” – and — dashes …",
		"":                          "",
	} {
		if got := clean(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// What one face can show the other can too.
func TestBothFacesHaveTheSameLetters(t *testing.T) {
	if have, other := letters(), readLetters(bold); !maps.Equal(have, other) || len(have) < 1500 {
		t.Errorf("%d and %d letters", len(have), len(other))
	}
}

// No line is wider than it may be, and none of the text is lost.
func TestWrapping(t *testing.T) {
	s := &sheet{Fpdf: pen(), doc: some()}
	s.prepare()
	s.turn()
	s.ink(body, black)
	rapid.Check(t, func(t *rapid.T) {
		text, w := rapid.StringN(0, 120, -1).Draw(t, "text"), rapid.Float64Range(20, inner).Draw(t, "width")
		lines := s.wrap(text, w)
		for _, line := range lines {
			if s.GetStringWidth(line) > w && len([]rune(line)) > 1 {
				t.Fatalf("%q is wider than %.1f", line, w)
			}
		}
		if strings.Join(strings.Fields(strings.Join(lines, "")), "") != strings.Join(strings.Fields(clean(text)), "") {
			t.Fatalf("%q became %q", text, lines)
		}
	})
}

// Whatever a family or another program wrote, a page is drawn.
func TestAnyTextIsDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.StringN(0, 40, -1), rapid.Just(strings.Repeat("x", 5000)), rapid.Just("(\\) \r )")).Draw(t, "text")
		n := rapid.IntRange(0, 7).Draw(t, "columns")
		doc := &block.Document{Title: text, On: day.Of(2026, 1, 1), Foot: text, Blocks: []block.Block{
			block.Heading{Level: 1, Text: text}, block.Paragraph{Text: text, Look: block.Framed}, block.List{Items: []block.Item{{Lead: text, Text: text}}},
			picture(text),
		}}
		table := block.Table{}
		row := block.Row{}
		for i := range n {
			table.Columns = append(table.Columns, block.Column{Name: text, Number: i%2 > 0})
			row.Cells = append(row.Cells, text)
		}
		table.Rows = []block.Row{row, row}
		doc.Blocks = append(doc.Blocks, table, block.Figure{}, block.List{}, block.Table{})
		if _, err := PDF(doc); err != nil {
			t.Fatal(err)
		}
	})
}

// A long table turns pages between its rows; its top stands on each.
func TestALongTableTurnsPages(t *testing.T) {
	doc := some()
	table := doc.Blocks[5].(block.Table)
	for range 120 {
		table.Rows = append(table.Rows, table.Rows[0])
	}
	doc.Blocks[5] = table
	if n := len(contents(t, pdfOf(t, doc))); n != 4 {
		t.Errorf("%d pages, want 4", n)
	}
}

// tool runs a program that reads PDF files, if it is there.
func tool(t *testing.T, pdf []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed (Debian has it in poppler-utils or qpdf)", name)
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		if arg == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// Another program finds no fault in the file.
func TestAnotherProgramFindsNoFault(t *testing.T) {
	if out := tool(t, pdfOf(t, some()), "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

// Another program reads the words, names and all, and the structure.
func TestAnotherProgramReadsThePage(t *testing.T) {
	pdf := pdfOf(t, some())
	text := tool(t, pdf, "pdftotext", "FILE", "-")
	for _, want := range []string{"María Núñez, Nguyễn Thị Hằng, Łukasz Żółć, Çelik Ğ, Ελένη, Юлія", "We ask that the plan say: “Speech”", "Mon and Fri (now)"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	info := tool(t, pdf, "pdfinfo", "FILE")
	for _, want := range []string{"Tagged:          yes", "Días de María", "Pages:           1", "(letter)", "JavaScript:      no"} {
		if !strings.Contains(info, want) {
			t.Errorf("%q is not in\n%s", want, info)
		}
	}
	tree := tool(t, pdf, "pdfinfo", "-struct-text", "FILE")
	for _, want := range []string{"H1 (block)\n    \"Which weekdays?\"", "LBody (block)", "TH:\n         /Scope /Column", "TH:\n         /Scope /Row\n        \"Tue and Wed\"", "Figure"} {
		if !strings.Contains(tree, want) {
			t.Errorf("%q is not in\n%s", want, tree)
		}
	}
	if fonts := tool(t, pdf, "pdffonts", "FILE"); strings.Count(fonts, "Identity-H       yes") != 2 {
		t.Errorf("a font is not in the file:\n%s", fonts)
	}
}

func BenchmarkPDF(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := PDF(some()); err != nil {
			b.Fatal(err)
		}
	}
}
