package app

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The pictures of a year come to the numbers of that year: over all years they
// are what Today says was given of what was planned.
func TestThePicturesComeToWhatTodaySays(t *testing.T) {
	everywhere(t, func(t checker, s *sheet) {
		for _, series := range s.Of(s.child) {
			planned, given, years := 0, 0, s.years(series.ChildID)
			for _, y := range years {
				p := ChartsQuery{Series: seriesID(series), Year: yearLabel(y)}.of(s)
				if p.series != series || p.year != yearLabel(y) {
					t.Fatalf("%s of %s is shown for %s of %s", p.year, p.series.ID, yearLabel(y), series.ID)
				}
				sum := p.months(s).Sum()
				planned, given = planned+sum.Planned, given+sum.Given
			}
			if wantPlanned, wantGiven := series.SoFar(s.Today); planned != wantPlanned || given != wantGiven {
				t.Errorf("%s: %d of %d in pictures, Today has %d of %d", series.ID, given, planned, wantGiven, wantPlanned)
			}
		}
	})
}

// The sample family in pictures: what is drawn says what its table does.
func TestTheSampleFamilyInPictures(t *testing.T) {
	f := sampleFamily(t)
	screen := &Charts{f.desk}
	v := got(screen.View(ChartsQuery{}))
	if len(v.Services) < 2 || v.Query.Series != v.Services[0].ID || v.Query.Year != "2024-25" || len(v.Charts) != 2 {
		t.Fatalf("%+v of %v: %d pictures", v.Query, v.Services, len(v.Charts))
	}
	for _, c := range v.Charts {
		last := c.Rows[len(c.Rows)-1]
		for _, p := range c.Pictures {
			if len(p.Marks) == 0 || !strings.HasSuffix(p.Size, "rem") || !strings.HasPrefix(p.Box, "0 0 ") {
				t.Errorf("%s %s: %+v", c.ID, p.ID, p)
			}
		}
		if c.ID == "months" && !strings.Contains(c.Caption, last.Cells[1]+" minutes were planned") {
			t.Errorf("%q beside %v", c.Caption, last.Cells)
		}
	}
	today := got((&Today{f.desk}).View("")).Balances[0]
	if cells := v.Charts[0].Rows[len(v.Charts[0].Rows)-1].Cells; strings.ReplaceAll(cells[1], ",", "") != strconv.Itoa(today.Planned) ||
		strings.ReplaceAll(cells[2], ",", "") != strconv.Itoa(today.Given) {
		t.Errorf("the table has %v, Today %d of %d", cells, today.Given, today.Planned)
	}
	if other := got(screen.View(ChartsQuery{Series: v.Services[1].ID, Year: "1999-00"})); other.Query.Series != v.Services[1].ID || other.Query.Year != "2024-25" {
		t.Errorf("the other service: %+v", other.Query)
	}
}

// A family without a service has nothing to draw, and no page to print.
func TestNothingToDraw(t *testing.T) {
	f := newFamily(t, "2026-09-04")
	f.fresh()
	screen := &Charts{f.desk}
	if v := got(screen.View(ChartsQuery{})); len(v.Charts) != 0 || len(v.Services) != 0 {
		t.Errorf("%+v", v)
	}
	if _, err := screen.SavePage(ChartsQuery{}); err == nil {
		t.Error("a page of nothing is printed")
	}
}

// The page is saved where the person chose.
func TestThePicturesOnPaper(t *testing.T) {
	f := sampleFamily(t)
	f.out.saved = filepath.Join(f.dir, "pictures.pdf")
	v := got((&Charts{f.desk}).SavePage(ChartsQuery{}))
	data, err := os.ReadFile(f.out.saved)
	if err != nil || !strings.HasPrefix(string(data), "%PDF") || v.Frame.Did == "" {
		t.Errorf("%q: %v, %d bytes", v.Frame.Did, err, len(data))
	}
}

// The page has a look for every role that a mark can have.
func TestThePageHasALookForEveryRole(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("..", "internal", "core", "block", "figure.go"))
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join("..", "frontend", "src", "lib", "parts", "Chart.svelte"))
	if err != nil {
		t.Fatal(err)
	}
	roles := regexp.MustCompile(`Role = "(\w+)"`).FindAllStringSubmatch(string(source), -1)
	if len(roles) < 10 {
		t.Fatalf("%d roles", len(roles))
	}
	plain := []string{"grid", "name"} // look as their shapes do
	for _, role := range roles {
		if !slices.Contains(plain, role[1]) && !regexp.MustCompile(`\.`+role[1]+`\b`).Match(page) {
			t.Errorf("a mark that is %s has no look", role[1])
		}
	}
}
