package app

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// crossing are all types that cross to the page; those inside them follow.
var crossing = []any{
	StartView{}, StartForm{}, TodayView{}, CalendarView{}, CalendarQuery{}, DayWhy{}, ClosureForm{}, DayForm{}, StrokeForm{}, LogView{}, LogQuery{}, SessionForm{}, EntryView{},
	PeopleView{}, PersonForm{}, LeaveForm{}, MoveForm{},
	OwedView{}, MakeUpView{}, MakeUpQuery{}, ArrangeForm{}, StepForm{}, DateForm{}, ChartsView{}, ChartsQuery{}, PlannerView{}, PlannerQuery{}, FamilyView{}, ChildForm{}, PlanForm{}, ServiceForm{}, ServicePreview{}, LateForm{}, LateStart{}, ClaimForm{}, YearForm{}, SummerForm{}, SchoolForm{}, RequestForm{}, MeetingForm{}, SettingsView{},
	RuleView{}, RuleQuery{}, RuleForm{}, RuleWould{}, ClauseForm{}, DecisionForm{}, FeedView{}, FeedQuery{}, FeedAnswer{}, FindView{}, FindQuery{}, OwedReadings{}, FillView{}, FillQuery{}, UsualTick{}, PastedPick{}, PapersView{}, PapersQuery{}, PaperForm{}, PaperSheet{}, SummersView{}, AgreeForm{}, PageView{}, EarlyView{}, EarlyForm{}, NotesView{}, NoteForm{}, PromiseForm{}, RemovalForm{}, CheckInView{}, CheckInQuery{}, CheckInForm{}, CheckInSum{}, HistoryView{}, HistoryQuery{}, Original{}, RedactView{}, RedactForm{}, ChangesView{}, ChangesQuery{}, ErasureView{}, ErasureQuery{}, ErasureForm{}, CopiesView{}, CopyPreview{}, PortableForm{}, LyingView{},
	ProofView{},
}

var interfaces = regexp.MustCompile(`(?s)export interface (\w+) \{\n(.*?)\n\}`)

// mirrors are the fields of the page's own types, by the type's name.
func mirrors(t *testing.T) map[string][]string {
	files, err := filepath.Glob(filepath.Join("..", "frontend", "src", "lib", "views", "*.ts"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no views of the page: %v", err)
	}
	fields := map[string][]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range interfaces.FindAllStringSubmatch(string(text), -1) {
			for line := range strings.Lines(found[2]) {
				if name, _, ok := strings.Cut(strings.TrimSpace(line), ":"); ok && regexp.MustCompile(`^\w+$`).MatchString(name) {
					fields[found[1]] = append(fields[found[1]], name)
				}
			}
		}
	}
	return fields
}

// The page's types are written by hand, so that they can be read without a
// generator; here they are held to the ones of this package.
func TestThePageKnowsTheViews(t *testing.T) {
	pages := mirrors(t)
	seen := map[reflect.Type]bool{}
	var hold func(reflect.Type)
	hold = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		var ours []string
		for i := range typ.NumField() {
			ours = append(ours, typ.Field(i).Tag.Get("json"))
			hold(typ.Field(i).Type)
		}
		theirs := slices.Clone(pages[typ.Name()])
		slices.Sort(ours)
		slices.Sort(theirs)
		if !slices.Equal(ours, theirs) {
			t.Errorf("%s has %v, the page's has %v", typ.Name(), ours, theirs)
		}
	}
	for _, view := range crossing {
		hold(reflect.TypeOf(view))
	}
}
