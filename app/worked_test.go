package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/coretest/story"
	"midweek/internal/core/ledger"
	"midweek/internal/edge/exchange"
)

// examples are the public worked examples, as the ledger's own stories tell
// them: by name.
func examples(t *testing.T) map[string]*story.Story {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "internal", "core", "ledger", "testdata", "*.txtar"))
	if err != nil || len(files) < 90 {
		t.Fatalf("%d stories: %v", len(files), err)
	}
	all := map[string]*story.Story{}
	for _, file := range files {
		s, err := story.Read(os.DirFS(filepath.Dir(file)), filepath.Base(file))
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(filepath.Base(file), ".txtar")] = s
	}
	return all
}

// shown are the sums of a story by the numbers of the screen that show them.
var shown = map[string]string{
	"to make up": "missed", "made up": "made_up", "open": "open", "ask the team": "ask", "for the record": "record",
	"banked": "banked", "not applied": "loose", "not filled in": "unknown",
}

// Every number that a person worked out for an example stands on the screen, to
// the minute.
func TestTheWorkedExamplesOnTheScreen(t *testing.T) {
	checked := 0
	for name, s := range examples(t) {
		if !strings.HasPrefix(name, "example-") {
			continue
		}
		view := seriesOf(t, s)
		for _, want := range s.Sums {
			if code := shown[want.Name]; code != "" {
				checked++
				if got := numberOf(view, s, want.Of, code); got != want.Amount {
					t.Errorf("%s, %s: %s is %d on the screen, %d by hand", name, want.Of, want.Name, got, want.Amount)
				}
			}
		}
	}
	if checked < 200 {
		t.Errorf("only %d numbers were checked", checked)
	}
}

// The same for some that go the whole way, as a file that is brought in, with
// another day for today.
func TestAWorkedExampleGoesTheWholeWay(t *testing.T) {
	all := examples(t)
	for _, name := range []string{"example-05c-eleven-extra-wednesdays", "example-15-a-transfer-keeps-two-sheets", "example-18a-what-does-not-fit-goes-to-summer"} {
		s := all[name]
		data, err := exchange.Write(&s.Record)
		if err != nil {
			t.Fatal(err)
		}
		view := got((&Owed{brought(t, s.AsOf.String(), string(data)).desk}).View("")).Series
		for _, want := range s.Sums {
			if code := shown[want.Name]; code != "" && numberOf(view, s, want.Of, code) != want.Amount {
				t.Errorf("%s, %s: %s is %d on the screen, %d by hand", name, want.Of, want.Name, numberOf(view, s, want.Of, code), want.Amount)
			}
		}
	}
}

func seriesOf(t *testing.T, story *story.Story) []OwedSeries {
	t.Helper()
	s := drawn(t, &story.Record, story.AsOf)
	var list []OwedSeries
	for _, series := range s.Ledger.Series {
		v, err := s.owedSeries(series)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

// numberOf is a number of the screen, 0 where it stands for none and is left out.
func numberOf(view []OwedSeries, s *story.Story, of, code string) int {
	for i, series := range s.Computed.Series {
		if s.Heading(series) != of {
			continue
		}
		v := &view[i]
		if code == "unknown" {
			return len(v.Unknown)
		}
		for _, sum := range v.Sums {
			if sum.Code == code {
				return sum.Minutes
			}
		}
	}
	return 0
}

// In all stories: a number is the sum of the lines that it opens to, or what of
// them is open or made up, and every line leads on to what was planned, to the
// entry or the reason that there is none, and to the rule.
func TestEveryNumberLeadsToItsLinesEntryAndRule(t *testing.T) {
	for name, story := range examples(t) {
		s := drawn(t, &story.Record, story.AsOf)
		for _, series := range s.Ledger.Series {
			v, err := s.owedSeries(series)
			if err != nil {
				t.Fatal(err)
			}
			for _, sum := range v.Sums {
				if sum.Code != "banked" && sum.Code != "loose" && linesOf(&v, sum) != sum.Minutes {
					t.Errorf("%s, %s: %s is %d, and its lines are %d", name, v.Title, sum.Code, sum.Minutes, linesOf(&v, sum))
				}
			}
			for i := range v.Lines {
				if missing := leads(&v.Lines[i]); missing != "" {
					t.Errorf("%s, %s: the line of %s leads to no %s: %+v", name, v.Title, v.Lines[i].On.ISO, missing, v.Lines[i])
				}
			}
		}
	}
}

func linesOf(v *OwedSeries, sum Sum) int {
	n := 0
	for _, place := range sum.Lines {
		switch line := v.Lines[place]; sum.Code {
		case "open", "ask":
			n += line.Open
		case "made_up":
			n += line.Minutes - line.Open
		default:
			n += line.Minutes
		}
	}
	return n
}

// leads says what a line does not lead to, or nothing.
func leads(line *Line) string {
	switch {
	case line.Slot.Text == "" || !strings.HasPrefix(line.Slot.Says, "Promised then: "):
		return "promise"
	case line.Slot.Key == "" && line.Entry.Text != "":
		return "session"
	case line.Slot.Key != "" && (line.Entry.Text == "" || line.Slot.To == ""):
		return "entry"
	case line.Rule.Text == "" || line.Whose == "" || !strings.HasPrefix(line.Rule.To, "#/rule/"):
		return "rule"
	}
	return ""
}

// Some examples in every way that their plan can be read: to make up, to ask
// about, for the record; a star stands at the reading in force.
func TestTheWorkedExamplesReadInEveryWay(t *testing.T) {
	all := examples(t)
	for name, want := range map[string]struct{ reads, text string }{
		"example-01c-the-gap-of-tuesday-and-thursday":  {"0/60/180* 0/60/0", "0 minutes to make up, by every reading"},
		"example-01d-the-gap-of-monday-and-friday":     {"0/210/180* 0/210/0", "0 minutes to make up, by every reading"},
		"example-04c-election-day-by-the-week":         {"0/45/0 0/45/0*", "0 minutes to make up, by every reading"},
		"example-04d-election-day-pro-rated":           {"0/0/0 36/0/0*", "0 or 36 minutes to make up, by 2 readings"},
		"example-05a-six-weeks-without-a-therapist":    {"330/30/0* 330/30/0", "330 minutes to make up, by every reading"},
		"example-09a-a-holiday-and-a-monthly-wording":  {"0/30/0 30/0/0*", "0 or 30 minutes to make up, by 2 readings"},
		"example-10a-four-of-five-tuesdays-are-enough": {"30/0/0 0/0/0*", "0 or 30 minutes to make up, by 2 readings"},
		"example-10b-one-a-week-is-not":                {"30/0/0* 30/0/0", "30 minutes to make up, by every reading"},
	} {
		v := readIn(t, all[name])
		var parts []string
		for _, r := range v.Readings {
			part := strings.ReplaceAll(r.Yes+"/"+r.Ask+"/"+r.No, " min", "")
			if r.InForce {
				part += "*"
			}
			parts = append(parts, part)
		}
		if got := strings.Join(parts, " "); got != want.reads || v.Text != want.text {
			t.Errorf("%s: %s, %q; want %s, %q", name, got, v.Text, want.reads, want.text)
		}
	}
}

func readIn(t *testing.T, story *story.Story) *OwedReadings {
	t.Helper()
	all, err := ledger.Compare(&story.Record, story.AsOf)
	if err != nil {
		t.Fatal(err)
	}
	return drawn(t, &story.Record, story.AsOf).sideBySide(&all[0])
}

// One session a week on Tuesdays, and the school closed on one: by the month 30
// minutes are short of 120, by the session they are a question. The day and the
// calendar are told, and where they stand.
func TestWhatReadingsDifferByLeadsToItsDay(t *testing.T) {
	v := readIn(t, examples(t)["example-09a-a-holiday-and-a-monthly-wording"])
	if len(v.Differ) != 1 || v.Mixed != "" || v.Depends {
		t.Fatalf("%+v", v)
	}
	d := v.Differ[0]
	if d.Text != "Fri Jan 1, 2027 to Sun Jan 31, 2027: 120 minutes promised, 90 given in planned sessions" ||
		strings.Join(d.Reads, "; ") != "30 minutes to ask the team about; 30 minutes to make up" {
		t.Errorf("%+v", d)
	}
	if f := d.Facts[0]; f.Text != "Mon Jan 18, 2027: no school, so no session of 30 minutes could be held" || f.To != "#/calendar/2026-27/year/2027-01-18?day=1" {
		t.Errorf("%+v", f)
	}
	if s := sampleSheet(t); s != nil {
		all, err := ledger.Compare(s.Record, s.Today)
		if err != nil {
			t.Fatal(err)
		}
		if read := s.sideBySide(&all[0]); !read.Depends || read.Readings[0].Ask != "130 to 230 min" || !strings.HasPrefix(read.Differ[0].Facts[0].To, "#/log/all/year/2024-25/open/") {
			t.Errorf("%+v", read)
		}
	}
}
