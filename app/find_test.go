package app

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"midweek/app/window"
)

// finds tells what is found for a text, a line for each thing: its group, what
// it is, the words around the place, its day, and what it does or where it
// leads. What was looked for stands in brackets.
func (f *family) finds(child, text string) []string {
	f.Helper()
	view := got((&Find{f.desk}).View(FindQuery{Child: child, Text: text}))
	var lines []string
	for _, g := range view.Groups {
		for _, item := range g.Items {
			parts := []string{g.ID, spelled(item.Title), spelled(item.Words), item.On, item.Does + item.To, item.Child}
			parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
			lines = append(lines, strings.Join(parts, " | "))
		}
		if g.More != "" {
			lines = append(lines, g.ID+": "+g.More)
		}
	}
	return append(lines, view.Said)
}

func spelled(pieces []Piece) string {
	var text strings.Builder
	for _, p := range pieces {
		if p.Found {
			text.WriteString("[" + p.Text + "]")
		} else {
			text.WriteString(p.Text)
		}
	}
	return text.String()
}

// One word leads to each kind of thing, at the place where it stands.
func TestFindLeadsToEveryNoun(t *testing.T) {
	f := sampleFamily(t)
	for text, want := range map[string]string{
		"fire drill":    "sessions | Nora: Speech | Short: 15 minutes given. [Fire] [drill] in the middle | Thu Nov 7, 2024 | #/log/all/year/2024-25/open/sp:2024-11-07:tue-thu",
		"FÎRE dri":      "sessions | Nora: Speech | Short: 15 minutes given. [Fire] [drill] in the middle | Thu Nov 7, 2024 | #/log/all/year/2024-25/open/sp:2024-11-07:tue-thu",
		"nora fire":     "sessions | [Nora]: Speech | Short: 15 minutes given. [Fire] drill in the middle | Thu Nov 7, 2024 | #/log/all/year/2024-25/open/sp:2024-11-07:tue-thu",
		"did not say":   "sessions | Nora: Speech | Make-up, 30 minutes. A make-up. Dana [did] [not] [say] for which day | Wed Nov 20, 2024 | #/log/all/year/2024-25/open/mk-2",
		"spring break":  "calendar | [Spring] [break] | [Break] · Houston ISD, 2024-25 | Mon Mar 10, 2025 to Fri Mar 14, 2025 | #/calendar/2024-25/year/2025-03-10?day=1",
		"houston 2024":  "calendar | [Houston] ISD, [2024]-25 | School year · [Houston] ISD, [2024]-25 | Mon Aug 12, 2024 to Wed Jun 4, 2025 | #/family/years/year/houston-2024-25",
		"larkspur theo": "children | [Theo] | [Larkspur] Bend Elementary · Houston ISD | #/family/child/theo",
		"whitfield":     "services | Nora: Speech | …Wednesday and Thursday at 10:00 am. Dana [Whitfield]. Therapy room.",
		"504 wed":       "plans | Theo: [504] plan, Mon Aug 12, 2024 to [Wed] Jun 4, 2025 | Mon Aug 12, 2024 | #/family/plan/theo-504",
		"iep starting":  "answers | Nora: [IEP]",
		"farm day":      "decisions | Nora: Speech | The [farm] [day] will be made up. Nora's IEP team, by email | Thu Oct 10, 2024 | #/owed/nora%2Fsp",
		"stamped":       "requests | Theo: Request |",
		"went through":  "meetings | Nora: Meeting | The team [went] [through] the evaluation together",
		"mar 11":        "days | [Tue Mar 11, 2025] | School closed: Spring break. Nora: Speech: Not given, school closed, 10:00 am | #/calendar/2024-25/year/2025-03-11?day=1",
		"9/18/2024":     "days | [Wed Sep 18, 2024] |",
		"cale":          "go | [Calendar] | calendar",
		"holidays":      "do | Fill in a school year | #/year",
		"dark":          "do | [Dark] | theme-dark",
	} {
		lines := f.finds("", text)
		if !slices.ContainsFunc(lines, func(line string) bool { return strings.HasPrefix(line, want) }) {
			t.Errorf("%q finds\n%s\nnot\n%s", text, strings.Join(lines, "\n"), want)
		}
	}
}

// Reasons are found as they are said, newest first, no more than can be read.
func TestFindKnowsReasonsAsTheyAreSaid(t *testing.T) {
	f := sampleFamily(t)
	lines := f.finds("", "therapist was out")
	if len(lines) != groupMost+2 || lines[groupMost] != "sessions: 6 more. Type another word to see fewer." || lines[groupMost+1] != "12 found" {
		t.Errorf("%s", strings.Join(lines, "\n"))
	}
	if !strings.Contains(lines[0], "[therapist] [was] [out] | Wed Mar 5, 2025") || !strings.Contains(lines[5], "Fri Jan 17, 2025") {
		t.Errorf("not the newest first: %s", strings.Join(lines, "\n"))
	}
	for _, line := range f.finds("", "theo therapist out")[:1] {
		if !strings.Contains(line, "[Theo]: OT") {
			t.Errorf("of Theo: %s", line)
		}
	}
}

// What is not there is said to be so; an empty question shows what the window
// can do.
func TestFindNothing(t *testing.T) {
	f := sampleFamily(t)
	for _, text := range []string{"xyzzy", "spring xyzzy", "nora xyzzy", "substitutes late"} {
		if lines := f.finds("", text); len(lines) != 1 || lines[0] != "Nothing found" {
			t.Errorf("%q finds %q", text, lines)
		}
	}
	for _, text := range []string{"", " ", "…?!"} {
		lines := f.finds("", text)
		if lines[0] != "go | Today | today" || lines[len(lines)-1] != "" || len(lines) < 20 {
			t.Errorf("%q: %q", text, lines)
		}
	}
}

// Undo is there when there is something to take back, by its name.
func TestFindNamesUndo(t *testing.T) {
	f := sampleFamily(t)
	if lines := f.finds("", "undo"); lines[0] != "Nothing found" {
		t.Errorf("%q", lines)
	}
	asks := got((&Today{f.desk}).View("")).Asks
	got((&Today{f.desk}).Happened("", []string{asks[0].Key}))
	if lines := f.finds("", "undo given"); !strings.HasPrefix(lines[0], "do | [Undo]: marked a session [given]") || !strings.HasSuffix(lines[0], "| undo") {
		t.Errorf("%q", lines)
	}
}

// What is of another child than the one looked at leads to that child's
// screen; a calendar of neither to all.
func TestFindChangesTheChild(t *testing.T) {
	f := sampleFamily(t)
	for text, want := range map[string]string{"bookmark": "nora", "chapter 9": "theo", "larkspur bend theo": "theo", "calendar": "nora"} {
		lines := f.finds("nora", text)
		if !strings.HasSuffix(lines[0], " | "+want) {
			t.Errorf("%q: %q", text, lines)
		}
	}
}

// Every entry of the menu that the page may act upon has its place, and none
// that only the menu can.
func TestFindHasTheMenu(t *testing.T) {
	f := sampleFamily(t)
	all := strings.Join(f.finds("", ""), "\n") + "\n"
	for _, a := range window.Actions() {
		if there := strings.Contains(all, "| "+a.Name+"\n"); there != (a.Name != "undo" && a.Name != "redo") {
			t.Errorf("%s: %v", a.Name, there)
		}
	}
	for _, name := range []string{"quit", "cut", "copy", "paste", "find"} {
		if strings.Contains(all, "| "+name+"\n") {
			t.Errorf("the page is offered %s", name)
		}
	}
}

// Words are marked where they begin, in one line, and a long text is cut to
// the place.
func TestMark(t *testing.T) {
	long := strings.Repeat("and then some ", 40)
	for _, c := range []struct{ wanted, text, want string }{
		{"fire", "Fire drill; the fire. Bonfire", "[Fire] drill; the [fire]. Bonfire"},
		{"zoe strasse", "Zoë, ZOE\u0301 straße", "[Zoë], [ZOE\u0301] straße"},
		{"", "as it stands", "as it stands"},
		{"a", "", ""},
		{"b", "a\nb\u202ec", "a [b] c"},
		{"telescope", long + "a telescope " + long, "…some and then some and then some and then some a [telescope]" + strings.Repeat(" and then some", 6) + " and th…"},
		{"and", long, strings.Repeat("[and] then some ", 10) + "[and] then s…"},
		{"x", strings.Repeat("y", 400), strings.Repeat("y", shownMost) + "…"},
	} {
		if got := spelled(wantedIn(c.wanted).mark(c.text)); got != c.want {
			t.Errorf("%q in %.20q…: %q, want %q", c.wanted, c.text, got, c.want)
		}
	}
}

// Names that are meant to break a page are text here: one line each, and found
// by their own words.
func TestFindIsSafeFromNames(t *testing.T) {
	f := newFamily(t, "2025-03-20")
	got((&Start{f.desk}).Begin(StartForm{Author: "Mom", Child: "<img src=x> \u202eevil\" OR NEAR("}))
	for _, text := range []string{"evil", `"`, "NEAR(", "img OR x", "text: img*", strings.Repeat("evil ", 3000), "\x00", "\xff"} {
		for _, g := range got((&Find{f.desk}).View(FindQuery{Text: text})).Groups {
			for _, item := range g.Items {
				if strings.ContainsFunc(spelled(item.Title), func(r rune) bool { return !unicode.IsPrint(r) }) {
					t.Errorf("%.20q: %q", text, spelled(item.Title))
				}
			}
		}
	}
	if lines := f.finds("", "evil"); !strings.HasPrefix(lines[0], "children | <img src=x>  [evil]") {
		t.Errorf("%q", lines)
	}
}

// The nouns that change no number are found by their own words, where they
// stand.
func TestFindKnowsTheOtherNouns(t *testing.T) {
	f := everyNoun(t)
	for text, want := range map[string]string{
		"within quarter": "claims | IEP, Tue Sep 3, 2024 to Fri Jun 6, 2025 | Missed sessions are made up [within] the [quarter]. Spring testing",
		"spring office":  "claims | IEP, Tue Sep 3, 2024 to Fri Jun 6, 2025 | Missed sessions are made up within the quarter. [Spring] testing. Mon May 5, 2025 to Fri May 9, 2025, said by the [office] | Tue Sep 3, 2024 | #/family/plan/p",
		"quill harbor":   "contacts | Ana [Quill] | [Harbor] Clinic | #/people",
		"rabbit":         "notes | Note | Says the r in [rabbit] | Wed Mar 12, 2025 | #/notes",
		"mia rabbit":     "notes | Note | Says the r in [rabbit] | Wed Mar 12, 2025 | #/notes",
		"principal may":  "promises | Promise | Two extra Fridays in [May]. the [principal] | Thu Mar 13, 2025 | #/notes",
		"assembly":       "removals | Sent away by the school | after the [assembly] | Fri Mar 14, 2025 | #/notes",
		"letter":         "attachments | [letter]-of-march.pdf | #/papers/show/a",
		"loose":          "attachments | [loose]-leaf.pdf | #/papers/show/b",
		"speech":         "services | [Speech] | no amount stated, on Tuesday. Ana Quill",
	} {
		if lines := f.finds("", text); !strings.HasPrefix(lines[0], want) {
			t.Errorf("%q finds %q, want %q", text, lines, want)
		}
	}
}
