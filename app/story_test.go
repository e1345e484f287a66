package app

import (
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"midweek/app/window"
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/prefs"
	"midweek/internal/open"
)

// outside is a program without a window: what a dialog would answer, and what
// the menu was told.
type outside struct {
	file       string   // to open
	files      []string // to open at once
	folder     string   // to save in
	saved      string   // to save to
	undo, redo string
	settings   prefs.Prefs
	shown      string
	copied     string
	refreshed  chan bool // nil: nobody waits for it
	asked      func()    // what the page does when it is asked to lock; nil: it does not answer
	restarts   atomic.Int32
	drops      []string // to what the page was led by dropped files
}

func (o *outside) OpenFile(string, window.Kind) (string, error)         { return o.file, nil }
func (o *outside) OpenFiles(string) ([]string, error)                   { return o.files, nil }
func (o *outside) Folder(string) (string, error)                        { return o.folder, nil }
func (o *outside) SaveFile(string, string, window.Kind) (string, error) { return o.saved, nil }
func (o *outside) NameEdits(undo, redo string)                          { o.undo, o.redo = undo, redo }
func (o *outside) ShowFolder(folder string) error                       { o.shown = folder; return nil }
func (o *outside) Copy(text string) error                               { o.copied = text; return nil }
func (o *outside) Prefs() prefs.Prefs                                   { return o.settings }
func (o *outside) ChangePrefs(change func(*prefs.Prefs)) error          { change(&o.settings); return nil }

func (o *outside) AskLock() {
	if o.asked != nil {
		go o.asked()
	}
}

func (o *outside) Restart() { o.restarts.Add(1) }

func (o *outside) Dropped(what string) { o.drops = append(o.drops, what) }

func (o *outside) Refresh() {
	if o.refreshed != nil {
		o.refreshed <- true
	}
}

// A family is the program on folders of its own, on a day.
type family struct {
	*testing.T
	dir   string
	today day.Day
	desk  *Desk
	out   *outside
}

func newFamily(t *testing.T, today string) *family {
	f := &family{T: t, dir: t.TempDir(), today: day.MustParse(today), out: &outside{}}
	f.start()
	t.Cleanup(func() { f.desk.House.Close() })
	return f
}

// start opens the program, as on the next evening.
func (f *family) start() *StartView {
	f.Helper()
	house, err := open.New(open.Options{Data: filepath.Join(f.dir, "data"), Config: filepath.Join(f.dir, "config"), Today: f.today,
		Cost: open.Cost{MemoryKiB: 64, Passes: 1, Threads: 1}})
	if err != nil {
		f.Fatal(err)
	}
	f.desk = &Desk{House: house, Outside: f.out}
	return got((&Start{f.desk}).View())
}

// restart closes the program, lets something happen meanwhile, and opens it
// again.
func (f *family) restart(meanwhile ...func()) *StartView {
	f.Helper()
	if err := f.desk.House.Close(); err != nil {
		f.Fatal(err)
	}
	for _, do := range meanwhile {
		do()
	}
	return f.start()
}

// refused wants a refusal with a code at a field.
func refused(t *testing.T, err error, code refusal.Code, field string) {
	t.Helper()
	r := refusal.From(err)
	if r == nil {
		t.Fatalf("got %v, want a refusal %s at %q", err, code, field)
	}
	if r.Code != code || r.Field != field {
		t.Errorf("refused with %s at %q, want %s at %q", r.Code, r.Field, code, field)
	}
}

// begin is the first run: a child, a school year with two closed days, an IEP
// and speech twice a week, 30 minutes, on Tuesday and Thursday.
func (f *family) begin() {
	f.Helper()
	screen := &Family{f.desk}
	got((&Start{f.desk}).Begin(StartForm{Author: "Mom", Child: "Mia"}))
	v := got(screen.View(""))
	child := v.Children[0].Form.ID
	v = got(screen.SaveYear("", YearForm{Name: "Larkspur", First: "2026-08-24", Last: "2027-06-11"}))
	year := v.Calendars[0].Form.ID
	got(screen.SaveClosure("", ClosureForm{Calendar: year, First: "2026-11-26", Last: "2026-11-27", Name: "Thanksgiving", Kind: "holiday"}))
	v = got(screen.SavePlan("", PlanForm{Child: child, Kind: "IEP", First: "2026-08-24", Last: "2027-06-11", Calendars: []string{year}}))
	two, thirty := 2, 30
	got(screen.SaveService("", ServiceForm{
		Plan: v.Children[0].Plans[0].Form.ID, Type: "speech", Unit: "sessions", Amount: &two, Minutes: &thirty, Period: "week",
		Weekdays: []string{"TU", "TH"}, Time: "10:00", First: "2026-08-24", Last: "2027-06-11", Page: "14",
	}))
}

// got is the view of a screen that must not fail.
func got[V any](view V, err error) V {
	if err != nil {
		panic(err)
	}
	return view
}

// A family begins in the second week of school. The therapist was out on the
// first Thursday; everything else was given. The number follows the deed, goes
// back with Undo, comes again with Redo, and is there on the next evening.
func TestAMissedSessionIsCounted(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	today := &Today{f.desk}

	v := got(today.View(""))
	var keys []string
	for _, a := range v.Asks {
		keys = append(keys, a.Key)
	}
	if len(keys) != 4 || v.Asks[1].On.ISO != "2026-08-27" || v.Asks[3].On.ISO != "2026-09-03" {
		t.Fatalf("asked about %v, want the four sessions from Aug 25 to today", v.Asks)
	}

	v = got(today.Missed("", keys[1:2], "provider_absent"))
	if v.Balances[0].ToMakeUp != 30 || v.Frame.Did != "marked a session missed" || f.out.undo != "marked a session missed" {
		t.Errorf("after the miss: %d minutes, %q, menu %q", v.Balances[0].ToMakeUp, v.Frame.Did, f.out.undo)
	}
	v = got(today.Happened("", []string{keys[0], keys[2], keys[3]}))
	if len(v.Asks) != 0 || v.Balances[0].Given != 90 || v.Frame.Did != "marked 3 sessions given" {
		t.Errorf("after the rest: %d asked, %d given, %q", len(v.Asks), v.Balances[0].Given, v.Frame.Did)
	}

	v = got(today.Undo(""))
	v = got(today.Undo(""))
	if len(v.Asks) != 4 || v.Balances[0].ToMakeUp != 0 {
		t.Errorf("after two undos: %d asked, %d to make up", len(v.Asks), v.Balances[0].ToMakeUp)
	}
	v = got(today.Redo(""))
	if v.Balances[0].ToMakeUp != 30 || !strings.HasPrefix(v.Frame.Did, "Done again: ") {
		t.Errorf("after redo: %d to make up, %q", v.Balances[0].ToMakeUp, v.Frame.Did)
	}

	v = got(today.Unsure("", keys[2:3]))
	b := v.Balances[0]
	if len(v.Asks) != 2 || b.Text != "0 to 60 of 90 minutes planned given" || b.Unknown != "2 sessions not filled in, 1 of them not sure" {
		t.Errorf("not sure: %d asked, %q, %q", len(v.Asks), b.Text, b.Unknown)
	}
	got(today.Undo(""))

	f.restart()
	today = &Today{f.desk}
	v = got(today.View(""))
	if v.Balances[0].ToMakeUp != 30 || len(v.Asks) != 3 {
		t.Errorf("on the next evening: %d to make up, %d asked", v.Balances[0].ToMakeUp, len(v.Asks))
	}
	v = got(today.Undo(""))
	if v.Balances[0].ToMakeUp != 0 {
		t.Errorf("undo after a restart left %d to make up", v.Balances[0].ToMakeUp)
	}
}

// A deed says when it was written, by the clock of the record; a look says
// nothing.
func TestADeedSaysWhenItWasSaved(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	f.desk.House.Room().Clock = func() day.Clock { return day.At(14, 14) }
	today := &Today{f.desk}
	key := got(today.View("")).Asks[0].Key
	for want, frame := range map[string]Frame{
		"2:14 pm": got(today.Happened("", []string{key})).Frame, "": got(today.View("")).Frame,
	} {
		if frame.Saved != want {
			t.Errorf("saved %q, want %q", frame.Saved, want)
		}
	}
	if saved := got(today.Undo("")).Frame.Saved; saved != "2:14 pm" {
		t.Errorf("undone, and saved %q", saved)
	}
}

// A number opens to its line, the line to the slot, the entry and the rule.
func TestAMissOpensToItsReasons(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	first := got((&Today{f.desk}).View("")).Asks[0].Key
	got((&Today{f.desk}).Missed("", []string{first}, "provider_absent"))

	v := got((&Owed{f.desk}).View(""))
	s := v.Series[0]
	if s.Headline != "30 minutes left to make up" || s.Says[0].Page != "Says so: page 14" || len(s.Lines) != 1 {
		t.Fatalf("series: %q, %q, %d lines", s.Headline, s.Says[0].Page, len(s.Lines))
	}
	line := s.Lines[0]
	if line.Words != "to make up" || line.Slot.Key != first || line.Entry.Text != "Missed: therapist was out" ||
		!strings.HasPrefix(line.Entry.Who, "Written by Mom") || !strings.Contains(line.Rule.Text, "choice, not a rule") {
		t.Errorf("line: %+v", line)
	}
	if !slices.Equal(s.Sums[0].Lines, []int{0}) || s.Sums[2].Minutes != 30 {
		t.Errorf("sums: %+v", s.Sums)
	}
	if !strings.HasPrefix(s.Fit.Text, "All 30 minutes can still be made up by Fri Jun 11, 2027") {
		t.Errorf("fit: %q", s.Fit.Text)
	}
}

// Correcting an entry keeps the first one readable; a make-up pays; a struck
// entry counts no more and is still shown.
func TestTheLogIsCorrectedPaidAndStruck(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	log := &Log{f.desk}
	q := LogQuery{}
	v := got(log.View(q))
	if n := len(v.Rows); n != 6 || v.Rows[0].On.ISO != "2026-09-10" || v.Filters[1].Count != 5 {
		t.Fatalf("%d rows from %v, %d not filled in", n, v.Rows[0].On, v.Filters[1].Count)
	}
	key := v.Rows[5].Key
	got(log.Missed(q, []string{key}, "provider_absent"))
	twenty := 20
	v = got(log.Save(q, SessionForm{Key: key, On: "2026-08-25", Status: "partial", Minutes: &twenty, Reason: "provider_absent", Note: "came late", Because: "the therapist told me"}))
	if row := v.Rows[5]; row.State != "partial" || row.Missed != 10 || row.Note != "came late" {
		t.Errorf("corrected row: %+v", row)
	}
	entry := got(log.Entry(key))
	if len(entry.History) != 2 || entry.History[1].State != "before" || entry.History[0].State != "holds" || entry.History[0].Reason != "the therapist told me" {
		t.Errorf("history: %+v", entry.History)
	}

	service := v.Services[0].ID
	ten := 10
	v = got(log.Save(q, SessionForm{Service: service, Kind: "makeup", On: "2026-09-09", Status: "delivered", Minutes: &ten}))
	makeup := v.Rows[slices.IndexFunc(v.Rows, func(r LogRow) bool { return r.Kind == "makeup" })]
	if makeup.Pays != "10 minutes for Tue Aug 25, 2026" {
		t.Errorf("the make-up pays %q", makeup.Pays)
	}
	v = got(log.Strike(q, []string{makeup.Entry}, "it did not happen"))
	struck := v.Rows[slices.IndexFunc(v.Rows, func(r LogRow) bool { return r.Kind == "makeup" })]
	if !strings.HasPrefix(struck.Struck, "struck by Mom, ") || !strings.HasSuffix(struck.Struck, ": it did not happen") || v.Struck != 1 || v.Filters[0].Count != 6 || v.Filters[4].Count != 1 {
		t.Errorf("the struck make-up: %+v, filters %+v", struck, v.Filters)
	}
	v = got(log.View(LogQuery{Struck: "hide"}))
	if slices.ContainsFunc(v.Rows, func(r LogRow) bool { return r.Struck != "" }) || v.Struck != 1 {
		t.Errorf("hidden, %d struck, and still shown: %+v", v.Struck, v.Rows)
	}
	owed := got((&Owed{f.desk}).View(""))
	if got := owed.Series[0].Sums[2].Minutes; got != 10 {
		t.Errorf("%d minutes are left to make up, want 10", got)
	}
}

// What cannot be is refused at its field, and nothing is changed.
func TestRefusalsStandAtTheirField(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	log, screen := &Log{f.desk}, &Family{f.desk}
	before := got(log.View(LogQuery{}))
	key := before.Rows[0].Key

	_, err := log.Save(LogQuery{}, SessionForm{Key: key, On: "2026-02-30", Status: "delivered"})
	refused(t, err, refusal.NoSuchDay, "on")
	_, err = log.Save(LogQuery{}, SessionForm{Key: key, On: "2026-09-03", Status: "partial"})
	refused(t, err, refusal.NeedsMinutes, "minutes")
	_, err = log.Save(LogQuery{}, SessionForm{Key: key, On: "2026-09-03", Status: "perhaps"})
	refused(t, err, refusal.NotAWord, "status")
	five := 5
	_, err = log.Save(LogQuery{}, SessionForm{Key: "struck meanwhile", Service: before.Services[0].ID, Kind: "makeup", On: "2026-09-03", Status: "delivered", Minutes: &five})
	refused(t, err, refusal.Gone, "")
	_, err = (&Family{f.desk}).SaveService("", ServiceForm{ID: "gone", Plan: "any", Type: "OT", First: "2026-08-24", Last: "2027-06-11"})
	refused(t, err, refusal.Gone, "")
	_, err = log.Save(LogQuery{}, SessionForm{Service: before.Services[0].ID, Kind: "makeup", On: "2026-12-01", Status: "delivered"})
	refused(t, err, refusal.NotYet, "on")
	_, err = (&Today{f.desk}).Happened("", []string{"no:2026-09-03:such"})
	refused(t, err, refusal.NoSuch, "")
	_, err = screen.SaveYear("", YearForm{Name: "Backwards", First: "2027-06-11", Last: "2026-08-24"})
	refused(t, err, refusal.Backwards, "last_day")
	family := got(screen.View(""))
	_, err = screen.Remove("", "child", family.Children[0].Form.ID)
	refused(t, err, refusal.StillNeeded, "")

	after := got(log.View(LogQuery{}))
	if len(after.Rows) != len(before.Rows) || after.Filters[1].Count != before.Filters[1].Count || after.Frame.Undo != before.Frame.Undo {
		t.Error("a refusal changed the record")
	}
}

// An amendment ends one version of a service and begins the next; the sessions
// before it keep the promise under which they were planned.
func TestAnAmendmentKeepsThePast(t *testing.T) {
	f := newFamily(t, "2026-10-15")
	f.begin()
	screen := &Family{f.desk}
	form := got(screen.View("")).Children[0].Plans[0].Services[0].Form
	three, twenty := 3, 20
	form.From, form.Amount, form.Minutes, form.Weekdays = "2026-10-05", &three, &twenty, []string{"MO", "WE", "FR"}
	v := got(screen.SaveService("", form))
	services := v.Children[0].Plans[0].Services
	if len(services) != 2 || services[0].Form.Last != "2026-10-04" || services[1].Follows != services[0].Form.ID ||
		!strings.Contains(services[1].Sentence, "on Monday, Wednesday and Friday at 10:00 am") {
		t.Fatalf("services: %+v", services)
	}
	log := got((&Log{f.desk}).View(LogQuery{}))
	for _, row := range log.Rows {
		if before := row.On.ISO < "2026-10-05"; before != (row.Planned == 30) {
			t.Errorf("%s is planned with %d minutes", row.On.ISO, row.Planned)
		}
	}
	form.From = "2026-08-01"
	_, err := screen.SaveService("", form)
	refused(t, err, refusal.OutsideService, "from")
}

// The sample lies in its own file, on its own day, and Undo stops before what
// came with it.
func TestTheSampleStandsApart(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.today = day.None
	f.restart()
	start := &Start{f.desk}
	v := got(start.Sample())
	if v.State != "open" || !v.Frame.Sample || v.Frame.Today.ISO != "2025-03-20" || v.Frame.Undo != "" || len(v.Frame.Children) != 2 {
		t.Errorf("sample: %+v", v.Frame)
	}
	v = got(start.Own())
	if v.State != "fresh" {
		t.Errorf("beside the sample there is a record of state %s", v.State)
	}
	got(start.Begin(StartForm{Author: "Mom", Child: "Mia"}))
	today := got((&Today{f.desk}).View(""))
	if today.Frame.Sample || len(today.Balances) != 0 {
		t.Errorf("the own record has the sample's balances: %+v", today.Balances)
	}
}

// Names are text, whatever they look like.
func TestHostileNamesStayText(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	for _, name := range []string{"<img src=x onerror=alert(1)>", "\u202egnirts", strings.Repeat("long ", 2000), "👩‍👧 ñ"} {
		f.addChild(name)
	}
	v := got((&Family{f.desk}).View(""))
	if v.Children[1].Form.Name != "<img src=x onerror=alert(1)>" || v.Children[2].Form.Name != "\u202egnirts" {
		t.Errorf("names: %q, %q", v.Children[1].Form.Name, v.Children[2].Form.Name)
	}
	_, err := (&Family{f.desk}).SaveChild("", ChildForm{Name: strings.Repeat("x", 10_001)})
	refused(t, err, refusal.TextTooLong, "name")
}

func (f *family) addChild(name string) {
	f.Helper()
	if f.desk.House.Room() == nil {
		got((&Start{f.desk}).Begin(StartForm{Author: "Mom", Child: "Mia"}))
	}
	got((&Family{f.desk}).SaveChild("", ChildForm{Name: name}))
}

// A note typed with a combining mark is stored composed, also after a line
// break, and stays a note.
func TestTypedTextHasOneSpelling(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	log := &Log{f.desk}
	key := got(log.View(LogQuery{})).Rows[3].Key
	got(log.Save(LogQuery{}, SessionForm{Key: key, On: "2026-08-25", Status: "delivered", Note: "Sen\u0303ora\n\u0303 n"}))
	f.restart()
	if note := got((&Log{f.desk}).Entry(key)).Form.Note; note != "Se\u00f1ora\n\u0303 n" {
		t.Errorf("the note is %q", note)
	}
}
