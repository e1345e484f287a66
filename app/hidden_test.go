package app

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

func TestNamesBecomeFirstLetters(t *testing.T) {
	m := maskOf(&record.Record{
		Children: []iep.Child{{Name: "Mia"}, {Name: "Max"}, {Name: "May"}, {Name: "Íñigo Luz"}},
		Contacts: []iep.Contact{{Name: "Dana Whitfield"}, {Name: "Dan Weber"}, {Name: "Ms. Ibáñez"}},
	}, "Mom")
	for text, want := range map[string]string{
		"Mia": "M.", "Max": "M. 2", "May": "M. 3", "Mia · Speech": "M. · Speech", "Max’s plan": "M. 2’s plan",
		"Fri May 2, 2025": "Fri May 2, 2025", "Dana Whitfield": "D. W.", "Dan Weber": "D. W. 2", "said by Dana": "said by D. W.",
		"Mrs. Whitfield": "Mrs. D. W.", "Ms. Ibáñez, OT": "M. I., OT", "Ibáñez": "M. I.", "Íñigo": "Í. L.", "Luz y Íñigo": "Í. L. y Í. L.",
		"Miami": "Miami", "Salmia": "Salmia", "Maxi Max": "Maxi M. 2", "Mom": "M. 4", "": "",
	} {
		if got := m.text(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	if got := (mask{}).text("Mia"); got != "Mia" {
		t.Errorf("with names shown it is %q", got)
	}
}

// named are the names that stand in a text that is to have none.
func namedIn(text string, names []string) (found []string) {
	for _, name := range names {
		for _, quoted := range []string{`"` + name + `"`, `"` + name + " ", " " + name + " ", " " + name + `"`, " " + name + ",", " " + name + "."} {
			if strings.Contains(text, quoted) {
				found = append(found, name)
				break
			}
		}
	}
	return found
}

// With names hidden, no answer of the sample family's screens has a name of a
// child or a person in it; shown again, they are all as they were.
func TestNoScreenShowsAName(t *testing.T) {
	f := newFamily(t, "2025-03-20")
	got((&Start{f.desk}).Sample())
	d := f.desk
	room := d.House.Room()
	if err := room.Load(); err != nil {
		t.Fatal(err)
	}
	book := got(room.Book())
	var names []string
	for _, c := range book.Record.Children {
		names = append(names, c.Name)
	}
	for _, c := range book.Record.Contacts {
		names = append(names, strings.Fields(c.Name)...)
	}
	before := mustJSON(t, book.Record)
	screens := map[string]func() (any, error){
		"start":    func() (any, error) { return (&Start{d}).View() },
		"today":    func() (any, error) { return (&Today{d}).View("") },
		"calendar": func() (any, error) { return (&Calendar{d}).View(CalendarQuery{}) },
		"log":      func() (any, error) { return (&Log{d}).View(LogQuery{}) },
		"owed":     func() (any, error) { return (&Owed{d}).View("") },
		"makeup":   func() (any, error) { return (&MakeUp{d}).View(MakeUpQuery{}) },
		"planner":  func() (any, error) { return (&Planner{d}).View(PlannerQuery{}) },
		"charts":   func() (any, error) { return (&Charts{d}).View(ChartsQuery{}) },
		"summer":   func() (any, error) { return (&Summer{d}).View("") },
		"notes":    func() (any, error) { return (&Notes{d}).View("") },
		"family":   func() (any, error) { return (&Family{d}).View("") },
		"people":   func() (any, error) { return (&People{d}).View("") },
		"papers":   func() (any, error) { return (&Papers{d}).View(PapersQuery{}) },
		"checkin":  func() (any, error) { return (&CheckIn{d}).View(CheckInQuery{}) },
		"changes":  func() (any, error) { return (&Changes{d}).View(ChangesQuery{}) },
		"rule":     func() (any, error) { return (&Rule{d}).View(RuleQuery{}) },
		"early":    func() (any, error) { return (&Early{d}).View("") },
		"proof":    func() (any, error) { return (&Proof{d}).View("") },
		"find":     func() (any, error) { return (&Find{d}).View(FindQuery{Text: "speech"}) },
	}
	shown := map[string]string{}
	seen := 0
	for name, draw := range screens {
		shown[name] = mustJSON(t, got(draw()))
		seen += len(namedIn(shown[name], names))
	}
	if seen < 15 {
		t.Fatalf("only %d names stand on the screens: the test does not see", seen)
	}
	got((&Names{d}).Hide(true))
	for name, draw := range screens {
		text := mustJSON(t, got(draw()))
		if found := namedIn(text, names); len(found) > 0 {
			t.Errorf("%s shows %q", name, found)
		}
		if strings.Contains(text, `"frame"`) && !strings.Contains(text, `"hidden":true`) {
			t.Errorf("%s does not say that names are hidden", name)
		}
	}
	if undo, redo := f.out.undo, f.out.redo; len(namedIn(" "+undo+" "+redo+" ", names)) > 0 {
		t.Errorf("the menu says %q, %q", undo, redo)
	}
	if after := mustJSON(t, got(room.Book()).Record); after != before {
		t.Error("the record was changed by hiding names")
	}
	got((&Names{d}).Hide(false))
	for name, draw := range screens {
		if name != "proof" && mustJSON(t, got(draw())) != shown[name] {
			t.Errorf("%s is not as it was", name)
		}
	}
}

func mustJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// What a form shows would be saved in place of a name, so nothing with a form is
// saved while names are hidden, and no page: it is for others. A click that
// says what happened is written.
func TestNothingHiddenIsSaved(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	d := f.desk
	family := &Family{d}
	form := got(family.View("")).Children[0].Form
	got((&Names{d}).Hide(true))
	hidden := got(family.View("")).Children[0].Form
	if hidden.Name != "M." {
		t.Fatalf("the form shows %q", hidden.Name)
	}
	_, err := family.SaveChild("", hidden)
	refused(t, err, refusal.NamesHidden, "")
	_, err = (&Notes{d}).SaveNote("", NoteForm{Text: "a note"})
	refused(t, err, refusal.NamesHidden, "")
	f.out.saved = filepath.Join(t.TempDir(), "page.pdf")
	_, err = (&Charts{d}).SavePage(ChartsQuery{})
	refused(t, err, refusal.NamesHidden, "")

	asks := got((&Today{d}).View("")).Asks
	if len(asks) == 0 {
		t.Fatal("nothing is asked")
	}
	got((&Today{d}).Happened("", []string{asks[0].Key}))
	got((&Names{d}).Hide(false))
	if name := got(family.View("")).Children[0].Form.Name; name != form.Name || name != "Mia" {
		t.Errorf("the child is called %q", name)
	}
	if left := got((&Today{d}).View("")).Asks; len(left) != len(asks)-1 {
		t.Errorf("%d asks are left of %d", len(left), len(asks))
	}
}
