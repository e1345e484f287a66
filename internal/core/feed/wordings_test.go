package feed

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"midweek/internal/core/day"
)

// wednesday is a school day on which no holiday falls.
var wednesday = day.MustParse("2025-10-15")

// wording reads a line of the table: an event and what is read from it.
func wording(t *testing.T, line string) (Event, string) {
	t.Helper()
	parts := strings.SplitN(line, " | ", 3)
	e := Event{Span: day.Span{First: wednesday, Last: wednesday}, Title: parts[1], AllDay: true, Line: 1}
	if len(parts) == 3 {
		e.Description = parts[2]
	}
	shape, title, found := strings.Cut(e.Title, "} ")
	if shape, given := strings.CutPrefix(shape, "{"); found && given {
		e.Title = title
		if start, end, timed := strings.Cut(shape, "-"); timed {
			e.AllDay, e.Start, e.End = false, clock(t, start), clock(t, end)
		} else if n, err := strconv.Atoi(shape); err == nil {
			e.First = wednesday - 2
			e.Last = e.First + day.Day(n) - 1
		} else {
			t.Fatal(line)
		}
	}
	return e, parts[0]
}

func clock(t *testing.T, text string) day.Clock {
	t.Helper()
	at, err := day.ParseClock(text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func wordings(t *testing.T) []string {
	t.Helper()
	var lines []string
	for _, name := range []string{"testdata/wordings.txt", "testdata/wordings_tried.txt", "testdata/wordings_rounds.txt"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(string(data), "\n") {
			if line != "" && !strings.HasPrefix(line, "#") {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// told is a reading as the table writes it.
func told(r Reading) string {
	text := string(r.Verdict)
	if r.Until.Known() {
		text += fmt.Sprintf(" %d:%02d", r.Until.Minutes()/60, r.Until.Minutes()%60)
	}
	if r.From.Known() {
		text += fmt.Sprintf(" %d:%02d-", r.From.Minutes()/60, r.From.Minutes()%60)
	}
	return text
}

func TestWordingsOfDistricts(t *testing.T) {
	lines := wordings(t)
	if len(lines) < 3000 {
		t.Errorf("only %d wordings", len(lines))
	}
	for _, line := range lines {
		e, want := wording(t, line)
		r := Read([]Event{e}, Options{})[0]
		if got := told(r); got != want && !(want == "open" && r.Verdict != IsClosed) {
			t.Errorf("%-60s want %-12s got %-12s %v", line[len(want)+3:], want, got, r.Because)
		}
	}
}
