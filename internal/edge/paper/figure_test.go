package paper

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"midweek/internal/core/block"
	"midweek/internal/core/chart"
	"midweek/internal/core/day"
	"midweek/internal/core/handout"
	"midweek/internal/core/iep"
)

// charts is a page with pictures: months of which one is short, one not filled in
// and one has a make-up; reasons with every answer.
func charts() *block.Document {
	c := handout.Charts{
		Child: &iep.Child{ID: "ana", Name: "Ana"}, Service: "Speech", Year: "2026-27", Today: day.Of(2026, 12, 10),
		Months: chart.Months{
			{First: day.Of(2026, 9, 1), Planned: 270, Given: 200}, {First: day.Of(2026, 10, 1), Planned: 270, Given: 240, MadeUp: 20},
			{First: day.Of(2026, 11, 1), Planned: 210, Given: 90, Unknown: 60}, {First: day.Of(2026, 12, 1), Planned: 90, Given: 90},
		},
		Causes: chart.Causes{Unknown: 60, List: []chart.Cause{
			{Reason: iep.ProviderAbsent, By: [4]int{100, 0, 30}}, {Reason: iep.StudentAbsent, By: [4]int{0, 40}},
			{Reason: iep.SchoolClosedScheduled, By: [4]int{0, 0, 0, 30}},
		}},
	}
	return c.Page()
}

// seen is a page as a printer without colour has it, a dot for each point.
func seen(t *testing.T, pdf []byte) *image.Gray {
	t.Helper()
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed (Debian has it in poppler-utils)")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-r", "72", "-gray", "-png", "-singlefile", file, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v\n%s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "page.png"))
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	grey := image.NewGray(img.Bounds())
	for y := range grey.Rect.Dy() {
		for x := range grey.Rect.Dx() {
			grey.SetGray(x, y, color.GrayModel.Convert(img.At(x, y)).(color.Gray))
		}
	}
	return grey
}

// In black and white each kind of area looks its own way: what is to make up is
// dark, what is asked about is between, what is for the record is empty.
func TestAreasAreToldApartInGrey(t *testing.T) {
	fig := block.Figure{Alt: "areas", Width: 504, Height: 400}
	roles := []block.Role{block.Yes, block.Ask, block.No, block.Gap, block.Unknown, block.Bar, block.Chosen}
	for i, role := range roles {
		y := float64(i * 50)
		fig.Marks = append(fig.Marks, block.Mark{Shape: block.Rectangle, Role: role, Points: []block.Point{{X: 100, Y: y + 5}, {X: 300, Y: y + 45}}})
	}
	page := seen(t, pdfOf(t, &block.Document{Title: "areas", On: day.Of(2026, 1, 1), Blocks: []block.Block{fig}}))
	within := map[block.Role]int{}
	for i, role := range roles {
		sum, y := 0, int(top)+i*50
		for dy := 10; dy < 40; dy++ {
			for dx := 110; dx < 290; dx++ {
				sum += int(page.GrayAt(int(margin)+dx, y+dy).Y)
			}
		}
		within[role] = sum / (30 * 180)
	}
	for _, c := range []struct {
		role      block.Role
		low, high int
	}{
		{block.Yes, 70, 100}, {block.Ask, 180, 250}, {block.No, 254, 255}, {block.Gap, 180, 250},
		{block.Unknown, 254, 255}, {block.Bar, 180, 200}, {block.Chosen, 70, 100},
	} {
		if n := within[c.role]; n < c.low || n > c.high {
			t.Errorf("%s is %d of 255 light, want %d to %d", c.role, n, c.low, c.high)
		}
	}
}

// A role without a look would be drawn black.
func TestEveryRoleHasALook(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("..", "..", "core", "block", "figure.go"))
	if err != nil {
		t.Fatal(err)
	}
	roles := regexp.MustCompile(`Role = "(\w+)"`).FindAllSubmatch(source, -1)
	if len(roles) != len(looks) {
		t.Errorf("%d roles, %d looks", len(roles), len(looks))
	}
	for _, role := range roles {
		if _, there := looks[block.Role(role[1])]; !there {
			t.Errorf("%s has no look", role[1])
		}
	}
}

// The page of pictures is one side; each picture is a figure that is described,
// and its words can be read by another program.
func TestThePageOfPictures(t *testing.T) {
	pdf := pdfOf(t, charts())
	if pages := contents(t, pdf); len(pages) != 1 {
		t.Errorf("%d pages", len(pages))
	}
	tree := tool(t, pdf, "pdfinfo", "-struct-text", "FILE")
	if n := strings.Count(tree, "Figure"); n != 2 {
		t.Errorf("%d figures in\n%s", n, tree)
	}
	text := tool(t, pdf, "pdftotext", "-layout", "FILE", "-")
	for _, want := range []string{"planned 90", "given 90", "130 min: 100 to make up, 30 for the record", "40 min to ask the team", "0 to 60 min"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	dark := 0
	for _, level := range seen(t, pdf).Pix {
		if level < 128 {
			dark++
		}
	}
	if dark < 5000 || dark > 60000 {
		t.Errorf("%d dark points on the page", dark)
	}
}

// The foot stands on every side as dark as on the last, whatever was filled last
// on each.
func TestTheFootIsReadOnEverySide(t *testing.T) {
	doc := charts()
	days := chart.Weekdays{{On: day.Monday, Lost: 9}, {On: day.Tuesday, Lost: 3, Chosen: true}}
	doc.Blocks = append(doc.Blocks, block.NewPage{}, days.Figure(chart.Page))
	page := seen(t, pdfOf(t, doc))
	darkest := 255
	for y := int(height - foot - 10); y < int(height-foot); y++ {
		for x := range int(width) {
			darkest = min(darkest, int(page.GrayAt(x, y).Y))
		}
	}
	if darkest > 150 {
		t.Errorf("the foot of the first side is %d of 255 light", darkest)
	}
}

// MIDWEEK_PICTURE names a file for the page, for eyes.
func TestKeepThePageForEyes(t *testing.T) {
	file := os.Getenv("MIDWEEK_PICTURE")
	if file == "" {
		t.Skip("MIDWEEK_PICTURE is not set")
	}
	if err := os.WriteFile(file, pdfOf(t, charts()), 0o600); err != nil {
		t.Fatal(err)
	}
}
