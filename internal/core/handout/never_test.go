package handout_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/block"
	"midweek/internal/core/chart"
	"midweek/internal/core/coretest/never"
	"midweek/internal/core/day"
	"midweek/internal/core/handout"
	"midweek/internal/core/iep"
)

// pages are one of each kind, with as much on it as there can be.
func pages(t *testing.T) map[string]*block.Document {
	series := may(t).Series[0]
	always := day.Span{First: day.First, Last: day.Last}
	charts := handout.Charts{
		Child: nora, Service: "Speech", Year: "2024-25", Today: may(t).Today,
		Months: chart.ByMonth(series, always, may(t).Today), Causes: chart.ByReason(series, always),
	}
	return map[string]*block.Document{
		"Weekdays":  page(t, handout.Weekdays{Child: nora, Service: &iep.Service{Type: "speech"}}, autumn(), next()),
		"CarryOver": may(t).Page(),
		"Tally":     handout.Tally{Sheets: []handout.Sheet{{Sheet: weekOfMia(t, "MO,WE"), Name: "Mia"}}, Today: day.Of(2026, 9, 16)}.Page(),
		"Charts":    charts.Page(),
		"Recovery":  recovery().Page(),
	}
}

// No page that a school may read says what the program does not say.
func TestNoPageSaysWhatWeNeverSay(t *testing.T) {
	for name, doc := range pages(t) {
		all := text(doc) + "\n" + doc.Title + "\n" + doc.Foot
		if len(all) < 200 {
			t.Errorf("%s says only %q", name, all)
		}
		for line := range strings.Lines(all) {
			if word := never.In(strings.TrimSuffix(line, " !\n")); word != "" { // text marks a strong row so
				t.Errorf("%s says %s: %s", name, word, line)
			}
		}
	}
}

// A new kind of page is tried too.
func TestEveryKindOfPageIsTried(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	kinds := 0
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(file, "_test.go") {
			kinds += strings.Count(string(source), ") Page() *block.Document")
		}
	}
	if tried := len(pages(t)); tried != kinds {
		t.Errorf("%d kinds of pages, %d tried", kinds, tried)
	}
}
