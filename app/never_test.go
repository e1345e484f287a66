package app

import (
	"encoding/json"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/coretest/never"
)

// Every view of the window, of the sample family and of one with an entry of
// each noun, says nothing that the program does not say. What the family wrote
// is theirs and is left out.
func TestNoViewSaysWhatWeNeverSay(t *testing.T) {
	for whose, f := range map[string]*family{"the sample family": sampleFamily(t), "every noun": everyNoun(t)} {
		own := f.ownTexts()
		views := f.views()
		if len(views) < 20 {
			t.Fatalf("%d views", len(views))
		}
		texts := 0
		for name, view := range views {
			for _, text := range textsIn(reflect.ValueOf(view)) {
				if code.MatchString(text) {
					continue
				}
				texts++
				for _, word := range own {
					text = strings.ReplaceAll(text, word, "…")
				}
				if word := never.In(text); word != "" {
					t.Errorf("%s of %s says %s: %s", name, whose, word, text)
				}
			}
		}
		if texts < 1000 {
			t.Errorf("%s: only %d texts", whose, texts)
		}
	}
}

// code is what no person reads: a code, or an address of the page.
var code = regexp.MustCompile(`^([a-z_]*|#/.*)$`)

// A planted claim in a view is caught, and the name of the screen is not.
func TestAClaimInAViewIsCaught(t *testing.T) {
	view := &OwedView{Meaning: "Minutes owed", Series: []OwedSeries{{Lines: []Line{{Text: "the district owes 30 minutes"}}}}}
	var caught []string
	for _, text := range textsIn(reflect.ValueOf(view)) {
		if never.In(text) != "" {
			caught = append(caught, text)
		}
	}
	if !slices.Equal(caught, []string{"the district owes 30 minutes"}) {
		t.Errorf("caught %q", caught)
	}
}

// views are what the screens show of a family, each as it opens; those that are
// of one entry for each entry that there is.
func (f *family) views() map[string]any {
	f.Helper()
	d := f.desk
	today := got((&Today{d}).View(""))
	views := map[string]any{
		"Start": got((&Start{d}).View()), "Today": today, "Calendar": got((&Calendar{d}).View(CalendarQuery{})),
		"Log": got((&Log{d}).View(LogQuery{})), "Owed": got((&Owed{d}).View("")), "Charts": got((&Charts{d}).View(ChartsQuery{})),
		"Planner": got((&Planner{d}).View(PlannerQuery{})), "Family": got((&Family{d}).View("")), "People": got((&People{d}).View("")),
		"Year": got((&Year{d}).View(FillQuery{})), "Papers": got((&Papers{d}).View(PapersQuery{})), "Notes": got((&Notes{d}).View("")),
		"CheckIn": got((&CheckIn{d}).View(CheckInQuery{})), "Changes": got((&Changes{d}).View(ChangesQuery{})),
		"Settings": got((&Settings{d}).View()), "Find": got((&Find{d}).View(FindQuery{})), "Find out": got((&Find{d}).View(FindQuery{Text: "out"})),
	}
	for _, child := range today.Frame.Children {
		views["Erasure "+child.ID] = got((&Erasure{d}).View(ErasureQuery{Who: child.ID}))
	}
	room := d.House.Room()
	book, err := room.Book()
	if err != nil {
		f.Fatal(err)
	}
	for key := range book.Folded.Entries {
		views["History "+string(key.Noun)+" "+key.ID] = got((&History{d}).View(HistoryQuery{Noun: string(key.Noun), ID: key.ID}))
	}
	for i := range book.Record.Sessions {
		id := book.Record.Sessions[i].ID
		views["Entry "+id] = got((&Log{d}).Entry(id))
	}
	return views
}

// textsIn are all texts of a value, wherever they stand in it.
func textsIn(v reflect.Value) []string {
	var list []string
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			list = textsIn(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			list = append(list, textsIn(v.Field(i))...)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			list = append(list, textsIn(v.Index(i))...)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			list = append(list, textsIn(v.MapIndex(key))...)
		}
	}
	return list
}

// ownTexts are what a family typed, the longest first: names, notes, the words
// of its plan.
func (f *family) ownTexts() []string {
	f.Helper()
	own := map[string]bool{}
	book, err := f.desk.House.Room().Book()
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range book.Folded.Entries {
		body, err := e.Last.Read()
		if err != nil {
			f.Fatal(err)
		}
		var value any
		if json.Unmarshal(body.Value, &value) == nil {
			typedIn("", value, own)
		}
	}
	list := slices.Collect(maps.Keys(own))
	slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) })
	return list
}

func typedIn(name string, value any, own map[string]bool) {
	switch v := value.(type) {
	case string:
		if typedTexts[name] && len(v) > 3 {
			own[v] = true
		}
	case []any:
		for _, each := range v {
			typedIn(name, each, own)
		}
	case map[string]any:
		for key, each := range v {
			typedIn(key, each, own)
		}
	}
}
