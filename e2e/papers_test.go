//go:build e2e

package e2e

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/open"
)

// letter is a PDF of two pages, in a font that it does not bring along, with
// script and a link that nobody should follow.
func letter(trap string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var places []int
	for _, object := range []string{
		"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\); app.launchURL\\(\"" + trap + "\"\\)) >> >>",
		"<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		page(5, trap), content("Progress report"), page(7, trap), content("Goal two"),
	} {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(places), object)
	}
	end := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, place := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", place)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(places)+1, end)
	return b.Bytes()
}

func page(contents int, trap string) string {
	return fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R "+
		"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 300 200] /A << /S /URI /URI (%s) >> >>] >>", contents, trap)
}

func content(line string) string {
	text := "BT /F 24 Tf 20 150 Td (" + line + ") Tj ET"
	return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(text), text)
}

func scan(t *testing.T) []byte {
	t.Helper()
	picture := image.NewGray(image.Rect(0, 0, 60, 40))
	picture.SetGray(3, 3, color.Gray{Y: 200})
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// attached is a data folder with a record to which files are attached.
func attached(t *testing.T, config string, files map[string][]byte) (data string) {
	t.Helper()
	data = filepath.Join(t.TempDir(), "data")
	house, err := open.New(open.Options{Data: data, Config: config, Today: day.MustParse("2026-09-10")})
	if err != nil {
		t.Fatal(err)
	}
	defer house.Close()
	if err := house.Begin("Mom", "Mia"); err != nil {
		t.Fatal(err)
	}
	var paths []string
	for name, bytes := range files {
		paths = append(paths, filepath.Join(t.TempDir(), name))
		if err := os.WriteFile(paths[len(paths)-1], bytes, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if n, not, err := house.Room().Attach(paths, nil); n != len(files) || err != nil {
		t.Fatalf("attached %d, %v, %v", n, not, err)
	}
	return data
}

// Pictures and PDFs are shown in the window's own engine under its policy, and
// what a PDF would like to do besides is not done.
func TestAttachmentsAreShown(t *testing.T) {
	trap := newTrap(t)
	data := attached(t, t.TempDir(), map[string][]byte{
		"report.pdf": letter(trap.address), "scan.png": scan(t),
		"drawing.svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>document.title='run'</script></svg>`),
	})
	p := start(t, "--data", data, "--today", "2026-09-10")
	p.find("heading", "Thursday, September 10")
	p.run(`window.violated = []; document.addEventListener('securitypolicyviolation', (e) => violated.push(e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sample)); location.hash = '#/papers'`)

	p.click("link", "report.pdf")
	p.reads("Page 1 of 2")
	inked := `const c = document.querySelector('canvas'); if (!c || !c.width) return 0
		const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0
		for (let i = 0; i < d.length; i += 4) if (d[i] < 128 && d[i + 3] > 0) n++
		return n`
	p.within("ink on the page", func() bool { n, _ := p.run(inked).(float64); return n > 200 })
	p.within("the words of the page", func() bool { return p.run(`return document.querySelector('.text').textContent`) == "Progress report" })
	p.click("button", "Next page")
	p.within("the words of the next page", func() bool { return p.run(`return document.querySelector('.text').textContent`) == "Goal two" })
	if n := p.run(`return document.querySelectorAll('.page a, .page input, .page iframe').length`); n != float64(0) {
		t.Errorf("%v links and fields of the PDF are on the page", n)
	}
	p.run(`document.querySelector('.page').click()`)

	p.click("link", "Back to the list")
	p.click("link", "scan.png")
	p.within("the picture", func() bool {
		return p.run(`return document.querySelector('main img')?.naturalWidth ?? 0`) == float64(60)
	})

	p.click("link", "Back to the list")
	p.click("link", "drawing.svg")
	p.reads("This kind of file is kept, not shown")

	if got := p.run(`return violated.join('\n')`); got != "" {
		t.Errorf("the policy was run into:\n%v", got)
	}
	if at := p.run(`return location.href.split('#')[0]`); at != home {
		t.Errorf("the window is at %v", at)
	}
	if hits, browsed := trap.hits.Load(), p.browsed(); hits > 0 || browsed != "" {
		t.Errorf("%d connections; opened outside: %q", hits, browsed)
	}
}
