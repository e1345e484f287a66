package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
	"midweek/internal/core/refusal"
)

// sampleFamily is the program with the sample family open.
func sampleFamily(t *testing.T) *family {
	t.Helper()
	f := newFamily(t, "2026-09-03")
	f.today = day.None
	f.restart()
	got((&Start{f.desk}).Sample())
	return f
}

// The planner ranks every set of weekdays once, the best first, and knows
// which are the days in force.
func TestThePlannerRanksTheWeekdays(t *testing.T) {
	f := sampleFamily(t)
	screen := &Planner{f.desk}
	inForce := got(screen.View(PlannerQuery{Child: "nora"})).Query.Days
	for days, want := range map[int]int{1: 5, 2: 10, 3: 10, 4: 5, 5: 1} {
		v := got(screen.View(PlannerQuery{Child: "nora", Days: days}))
		if len(v.Rows) != want || v.Rows[0].Place != 1 || v.Query.Days != days {
			t.Fatalf("%d days: %d rows, want %d", days, len(v.Rows), want)
		}
		now := 0
		for i, r := range v.Rows {
			if len(r.Days) != days || r.Minutes != r.Lost*v.Query.Minutes || r.Share < 0 || r.Share > 100 || r.Short > r.Kept {
				t.Errorf("%+v", r)
			}
			if i > 0 && (r.Place < v.Rows[i-1].Place || r.Lost < v.Rows[i-1].Lost) {
				t.Errorf("%s stands below %s", r.Text, v.Rows[i-1].Text)
			}
			if r.Now {
				now++
			}
		}
		if want := map[bool]int{true: 1}[days == inForce]; now != want {
			t.Errorf("%d of the rows of %d days are the %d days in force", now, days, inForce)
		}
		if most := slices.MaxFunc(v.Rows, func(a, b PlannerRow) int { return a.Lost - b.Lost }); most.Share != 100 {
			t.Errorf("the longest bar is %d", most.Share)
		}
	}
}

// Each weekday by itself stands in the order of the week, and a set loses what
// its days lose.
func TestThePlannersSingleDays(t *testing.T) {
	f := sampleFamily(t)
	v := got((&Planner{f.desk}).View(PlannerQuery{Child: "nora", Days: 2, Forbid: []string{"FR"}}))
	lost := map[string]int{}
	var order []string
	for _, r := range v.Single {
		lost[r.ID], order = r.Lost, append(order, r.ID)
		if n := strings.Count(datesOf(r.Losses), ", 20"); n != r.Lost {
			t.Errorf("%s loses %d, and names %d days", r.Text, r.Lost, n)
		}
	}
	if !slices.Equal(order, []string{"MO", "TU", "WE", "TH", "FR"}) {
		t.Errorf("single days: %v", order)
	}
	for _, r := range v.Rows {
		if r.Lost != lost[r.Days[0]]+lost[r.Days[1]] || slices.Contains(r.Days, "FR") {
			t.Errorf("%+v, single days %v", r, lost)
		}
	}
	gap := got((&Planner{f.desk}).View(PlannerQuery{Child: "nora", Days: 2, Gap: true}))
	for _, r := range gap.Rows {
		if a, _ := day.ParseWeekday(r.Days[0]); r.Days[1] == (a + 1).String() {
			t.Errorf("%s follow each other", r.Text)
		}
	}
}

// Without a wish the planner asks what the plan has; without a calendar there
// is nothing to rank.
func TestThePlannerBeginsWithThePlan(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	got((&Start{f.desk}).Begin(StartForm{Author: "Mom", Child: "Mia"}))
	screen := &Planner{f.desk}
	if v := got(screen.View(PlannerQuery{})); len(v.Rows)+len(v.Single)+len(v.Years) > 0 || v.Query.Days != 1 {
		t.Errorf("without a calendar: %+v", v)
	}
	g := newFamily(t, "2026-09-03")
	g.begin()
	screen = &Planner{g.desk}
	v := got(screen.View(PlannerQuery{}))
	if v.Query.Days != 2 || v.Query.Minutes != 30 || len(v.Query.Calendars) != 1 || v.Now == "" {
		t.Errorf("%+v, %q", v.Query, v.Now)
	}
	i := slices.IndexFunc(v.Rows, func(r PlannerRow) bool { return r.Now })
	if i < 0 || !slices.Equal(v.Rows[i].Days, []string{"TU", "TH"}) || v.Rows[i].Lost != 1 {
		t.Errorf("in force: %+v", v.Rows)
	}
	for field, q := range map[string]PlannerQuery{
		"": {Days: 6}, "start": {Start: "25:00"}, "forbid": {Forbid: []string{"XX"}}, "minutes": {Minutes: -1},
		"calendars": {Calendars: []string{"none"}}, "ask": {Ask: []string{"YY"}},
	} {
		_, err := screen.View(q)
		if r := refusal.From(err); r == nil || r.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func datesOf(losses []PlannerLoss) string {
	var all strings.Builder
	for _, l := range losses {
		all.WriteString(l.Dates)
	}
	return all.String()
}

// guessedYear gives the sample family a second school year, as a guess of the
// first.
func guessedYear(f *family) string {
	f.Helper()
	room, err := f.desk.room()
	if err == nil {
		err = room.Load()
	}
	if err != nil {
		f.Fatal(err)
	}
	from := got(room.Book()).Record.Calendars[0]
	next := calendar.SchoolYear{
		Name: from.Name, Label: "2025-26", First: day.MustParse("2025-08-12"), Last: day.MustParse("2026-06-04"), Weekdays: from.Weekdays,
		Closures: []calendar.Closure{}, PartialDays: []calendar.PartialDay{}, ExtraDays: []calendar.ExtraDay{}, Guess: true, GuessedFrom: from.ID,
	}
	for _, c := range from.Closures {
		c.ID, c.First, c.Last = "", c.First+364, c.Last+364
		next.Closures = append(next.Closures, c)
	}
	if err := room.SaveYear(next, ""); err != nil {
		f.Fatal(err)
	}
	return got(room.Book()).Record.Calendars[1].ID
}

// Over a real and a guessed year the sums rank, each year stands by itself,
// and a guess is called one wherever it is named.
func TestThePlannerTellsAGuessFromAPrintedYear(t *testing.T) {
	f := sampleFamily(t)
	id := guessedYear(f)
	v := got((&Planner{f.desk}).View(PlannerQuery{Child: "nora", Calendars: []string{id, "houston-2024-25"}, Days: 2, Forbid: []string{"FR"}}))
	if len(v.Years) != 2 || v.Years[0].Guess || !v.Years[1].Guess || v.Years[1].Note != "A guess, moved on from 2024-25. The school has not printed it yet." {
		t.Errorf("%+v", v.Years)
	}
	if want := []string{"houston-2024-25", id}; !slices.Equal(v.Query.Calendars, want) || v.Shown != "2024-25" {
		t.Errorf("counted %v, shown %q", v.Query.Calendars, v.Shown)
	}
	for _, r := range v.Rows {
		if len(r.Years) != 2 || r.Years[0].Lost+r.Years[1].Lost != r.Lost || r.Years[1].Text != "Houston ISD, 2025-26, a guess" {
			t.Errorf("%+v", r)
		}
	}
	if dates := datesOf(v.Single[0].Losses); strings.Count(dates, "a guess") == 0 || strings.HasPrefix(dates, "a guess") {
		t.Error(dates)
	}
}

// The sentences say what was computed, from the sample family's calendar.
func TestThePlannersSentences(t *testing.T) {
	f := sampleFamily(t)
	id := guessedYear(f)
	for _, c := range []struct {
		q                PlannerQuery
		found, now, ties string
	}{
		{PlannerQuery{Series: "nora/sp"}, "Fewest are lost on Tuesday, Wednesday and Thursday: 16 of 128 sessions.", "Those are your days now.", ""},
		{
			PlannerQuery{Series: "nora/sp", Days: 2}, "Fewest are lost on Wednesday and Thursday: 10 of 85 sessions.",
			"Your days now, Tuesday, Wednesday and Thursday, are 3 a week: 16 of 128 sessions are lost.", "",
		},
		{
			PlannerQuery{Series: "theo/t-rd"},
			"Fewest are lost on Wednesday: 5 of 43 sessions. As many are lost on Thursday; short days and sessions kept set the order.",
			"On your days now, Monday, it is 10: 5 sessions more, which is 150 minutes. That is place 5.", "",
		},
		{
			PlannerQuery{Series: "nora/sp", Forbid: []string{"TU"}}, "Fewest are lost on Wednesday, Thursday and Friday: 19 of 127 sessions.",
			"On your days now, Tuesday, Wednesday and Thursday, it is 16. They lose fewer, but your wish leaves them out.", "",
		},
		{
			PlannerQuery{Series: plainDays, Days: 3, Gap: true},
			"Only one choice is left: Monday, Wednesday and Friday, with 24 of 128 sessions lost.", "", "",
		},
		{
			PlannerQuery{Series: "nora/sp", Days: 2, Calendars: []string{id}}, "Fewest are lost on Wednesday and Thursday: 10 of 86 sessions.",
			"Your days now, Tuesday, Wednesday and Thursday, are 3 a week: 16 of 129 sessions are lost.", "2–3 are equal, 4–5 are equal, 6–8 are equal",
		},
		{
			PlannerQuery{Series: plainDays, Days: 2, Calendars: []string{"houston-2024-25", id}},
			"Fewest are lost on Wednesday and Thursday: 20 of 171 sessions. Of those lost, 10 are in guessed years.", "", "",
		},
	} {
		v := got((&Planner{f.desk}).View(c.q))
		if v.Found != c.found || v.Now != c.now || v.Tip != "" || tied(v) != c.ties {
			t.Errorf("%+v\nfound %s\nnow   %s\ntip   %s\nties  %s", c.q, v.Found, v.Now, v.Tip, tied(v))
		}
	}
}

// Where the calendar takes as much from several sets they are called equal;
// where it takes most from the middle of the week, that is said.
func TestThePlannerCallsEqualSetsEqual(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin() // one Thursday and one Friday are closed
	screen := &Planner{f.desk}
	hold := func(q PlannerQuery, found, now, tip, ties string) {
		t.Helper()
		if v := got(screen.View(q)); v.Found != found || v.Now != now || v.Tip != tip || tied(v) != ties {
			t.Errorf("%+v\nfound %s\nnow   %s\ntip   %s\nties  %s", q, v.Found, v.Now, v.Tip, tied(v))
		}
	}
	plain := func(days int, forbid ...string) PlannerQuery {
		return PlannerQuery{Series: plainDays, Days: days, Forbid: forbid}
	}
	hold(plain(1), "3 choices are equal and lose the fewest, 0 of 42 sessions: Monday; Tuesday; Wednesday.", "", "", "1–3 are equal, 4–5 are equal")
	hold(plain(1, "MO", "TU", "WE"), "All 2 choices are equal: each loses 1 of 42 sessions. The calendar gives no reason to choose one.", "", "", "1–2 are equal")
	hold(PlannerQuery{}, "3 choices are equal and lose the fewest, 0 of 84 sessions: Monday and Tuesday; Monday and Wednesday; Tuesday and Wednesday.",
		"On your days now, Tuesday and Thursday, it is 1: 1 session more, which is 30 minutes. That is place 4.", "", "1–3 are equal, 4–9 are equal")
	hold(PlannerQuery{Forbid: []string{"MO", "WE"}}, "2 choices are equal and lose the fewest, 1 of 84 sessions: Tuesday and Thursday; Tuesday and Friday.",
		"Your days now, Tuesday and Thursday, are among them.", "", "1–2 are equal")

	year := got(screen.View(PlannerQuery{})).Years[0].ID
	got((&Family{f.desk}).SaveClosure("", ClosureForm{Calendar: year, First: "2026-10-13", Last: "2026-10-15", Name: "Conferences", Kind: "conference"}))
	hold(plain(1), "Fewest are lost on Monday: 0 of 42 sessions.", "",
		"Families are often told to ask for Tuesday to Thursday. On these calendars other days lose fewer.", "2–4 are equal")
}

// Of many equal choices a sentence names some.
func TestASentenceNamesFourChoicesAtMost(t *testing.T) {
	var a planner.Answer
	for i, place := range []int{1, 1, 1, 1, 1, 6} {
		o := planner.Option{Choice: planner.Choice{Days: day.SetOf(day.Weekday(i)), Place: place}}
		o.Lost, o.Kept = 2, 40
		a.Options = append(a.Options, o)
	}
	want := "5 choices are equal and lose the fewest, 2 of 42 sessions. Monday; Tuesday; Wednesday; Thursday are some of them. " +
		"As many are lost on Saturday; short days and sessions kept set the order."
	if text := found(&a, 1); text != want {
		t.Error(text)
	}
}

func tied(v *PlannerView) string {
	var list []string
	for _, r := range v.Rows {
		if r.Ties != "" && !slices.Contains(list, r.Ties) {
			list = append(list, r.Ties)
		}
	}
	return strings.Join(list, ", ")
}

// Another service at the same time is told from one on the same day, by its
// child where there are two.
func TestThePlannerNamesWhatStandsInTheWay(t *testing.T) {
	f := sampleFamily(t)
	at := func(start string) []PlannerClash {
		v := got((&Planner{f.desk}).View(PlannerQuery{Series: "nora/sp", Days: 1, Minutes: 30, Start: start}))
		i := slices.IndexFunc(v.Rows, func(r PlannerRow) bool { return r.Days[0] == "MO" })
		return v.Rows[i].Clashes
	}
	reading := PlannerClash{Text: "Theo: Reading, Monday at 2:00 pm, 30 minutes", Sure: true}
	if clashes := at("14:15"); !slices.Equal(clashes, []PlannerClash{reading}) {
		t.Errorf("at 14:15: %+v", clashes)
	}
	if clashes := at("09:00"); len(clashes) != 0 {
		t.Errorf("at 9:00: %+v", clashes)
	}
	reading.Sure = false
	if clashes := at(""); !slices.Equal(clashes, []PlannerClash{reading}) {
		t.Errorf("at no hour: %+v", clashes)
	}
}

// The page is written for its owner alone; the record stays as it is, and the
// toast offers nothing to undo.
func TestThePageToPrintIsSaved(t *testing.T) {
	f := sampleFamily(t)
	screen := &Planner{f.desk}
	f.out.saved = filepath.Join(f.dir, "for the meeting.pdf")
	v := got(screen.SavePage(PlannerQuery{Series: "nora/sp", Days: 2}))
	if v.Frame.Did != "saved for the meeting.pdf; the child's name stands on it" || v.Frame.Saved != "" {
		t.Errorf("%q, written %q", v.Frame.Did, v.Frame.Saved)
	}
	data, err := os.ReadFile(f.out.saved)
	if err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("%.20q, %v", data, err)
	}
	if info, err := os.Stat(f.out.saved); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	f.out.saved = ""
	if v := got(screen.SavePage(PlannerQuery{})); v.Frame.Did != "" {
		t.Errorf("saved nowhere, and told %q", v.Frame.Did)
	}
	if _, err := screen.SavePage(PlannerQuery{Forbid: []string{"MO", "TU", "WE", "TH", "FR"}}); refusal.From(err) == nil {
		t.Errorf("a page of no days: %v", err)
	}
}

// What is copied is what the screen shows, for the days that were chosen.
func TestTheClauseIsCopied(t *testing.T) {
	f := sampleFamily(t)
	screen := &Planner{f.desk}
	for ask, want := range map[string]string{"MO": "on Monday.”", "SA": "on " + got(screen.View(PlannerQuery{Series: "nora/ot", Days: 1})).Rows[0].Text + ".”"} {
		q := PlannerQuery{Series: "nora/ot", Days: 1, Ask: []string{ask}}
		v := got(screen.CopyClause(q))
		if f.out.copied != v.Clause || !strings.HasSuffix(v.Clause, want) || v.Frame.Did != "copied the words to propose" {
			t.Errorf("copied %q, shown %q, told %q", f.out.copied, v.Clause, v.Frame.Did)
		}
	}
}

// A try shows on the calendar what a set of weekdays would meet, and changes
// nothing: as many days are lost as the planner says.
func TestTheCalendarShowsATry(t *testing.T) {
	f := sampleFamily(t)
	row := got((&Planner{f.desk}).View(PlannerQuery{Series: "nora/sp", Days: 2})).Rows[0]
	v := got((&Calendar{f.desk}).View(CalendarQuery{Child: "nora", Tried: row.Days}))
	count := map[string]int{}
	for _, month := range v.Months {
		for _, week := range month.Weeks {
			for _, cell := range week {
				count[cell.State]++
				if tried := cell.State == "tried" || cell.State == "tried_lost"; tried != (cell.Tried != "") || !strings.Contains(cell.Label, cell.Tried) {
					t.Errorf("%+v", cell)
				}
			}
		}
	}
	if count["tried"] != row.Kept || count["tried_lost"] != row.Lost || count["missed"] != 0 {
		t.Errorf("%v, the planner has %+v", count, row)
	}
	if v.Tried.Lead != "10 of 85 sessions fall on closed days." || v.Tried.Text != "Shown: Wednesday and Thursday, as a try. Nothing is changed." || !slices.Equal(v.Query.Tried, row.Days) || v.Frame.Undo != "" {
		t.Errorf("%+v, %v", v.Tried, v.Query.Tried)
	}
	if v := got((&Calendar{f.desk}).View(CalendarQuery{Tried: []string{"XX"}})); v.Tried != (Tried{}) {
		t.Errorf("a try of nothing: %+v", v.Tried)
	}
}

// BenchmarkPlannerView draws the whole screen over three years, as a change of
// the wish does.
func BenchmarkPlannerView(b *testing.B) {
	f := &family{T: &testing.T{}, dir: b.TempDir(), today: day.MustParse("2025-03-20"), out: &outside{}}
	f.start()
	b.Cleanup(func() { f.desk.House.Close() })
	got((&Start{f.desk}).Sample())
	guessedYear(f)
	guessedYear(f)
	screen := &Planner{f.desk}
	q := PlannerQuery{Child: "nora", Days: 2, Start: "10:00"}
	for _, y := range got(screen.View(q)).Years {
		q.Calendars = append(q.Calendars, y.ID)
	}
	b.ReportAllocs()
	for b.Loop() {
		got(screen.View(q))
	}
}
