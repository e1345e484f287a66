package app

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

func sessionHistory(id string) HistoryQuery { return HistoryQuery{Noun: "session", ID: id} }

// fieldOf is a changed field of an act by its label.
func fieldOf(a *HistoryAct, label string) Field {
	for _, f := range a.Fields {
		if f.Label == label {
			return f
		}
	}
	return Field{}
}

// Somebody corrects an entry twice, the second time with a reason. The log shows
// the last version struck beside the new one, the history both, field by field.
func TestTwoCorrectionsAreSeen(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	log, screen := &Log{f.desk}, &History{f.desk}
	key := got(log.View(LogQuery{})).Rows[5].Key
	got(log.Happened(LogQuery{}, []string{key}))
	if got(log.Entry(key)).AsksWhy {
		t.Error("a slip of the hand is asked for its reason")
	}
	f.today += 2
	f.restart()
	log, screen = &Log{f.desk}, &History{f.desk}
	if !got(log.Entry(key)).AsksWhy {
		t.Error("an entry of the day before yesterday is changed without a reason")
	}
	got(log.Missed(LogQuery{}, []string{key}, "provider_absent"))
	twenty := 20
	v := got(log.Save(LogQuery{}, SessionForm{Key: key, On: "2026-08-25", Status: "partial", Minutes: &twenty, Reason: "provider_absent", Because: "she came after all"}))
	row := v.Rows[slices.IndexFunc(v.Rows, func(r LogRow) bool { return r.Key == key })]
	if row.Was != "Missed: therapist was out" || !strings.HasPrefix(row.WasBy, "corrected by Mom, ") || !strings.HasSuffix(row.WasBy, ": she came after all") {
		t.Errorf("in the log: %q, %q", row.Was, row.WasBy)
	}

	h := got(screen.View(sessionHistory(key)))
	if len(h.Acts) != 3 || h.Title != "Speech, Tue Aug 25, 2026" || h.State != "living" || !h.Writable {
		t.Fatalf("history: %+v", h)
	}
	newest, first := &h.Acts[0], &h.Acts[2]
	if c := fieldOf(newest, "What came of it"); c.Was != "Missed" || c.Text != "Short" || newest.Reason != "she came after all" || newest.State != "holds" {
		t.Errorf("the last correction: %+v", newest)
	}
	if c := fieldOf(newest, "Minutes given"); c.Was != "" || c.Text != "20 minutes" {
		t.Errorf("the minutes: %+v", c)
	}
	if c := fieldOf(first, "What came of it"); c.Was != "" || c.Text != "Happened" || first.State != "before" || first.Where != "on this computer" || first.Late == "" {
		t.Errorf("the first: %+v", first)
	}
	o := got(screen.Original(sessionHistory(key), first.Hash))
	if !strings.Contains(o.Raw, `"status":"delivered"`) || len(o.Fields) < 4 || o.Hash != first.Hash {
		t.Errorf("the original: %+v", o)
	}

	h = got(screen.Undo(sessionHistory(key)))
	if h.Acts[0].Did != "Taken back" || h.Acts[1].State != "undone" || !strings.HasPrefix(h.Acts[1].Note, "Taken back by Mom, ") {
		t.Errorf("taken back: %+v", h.Acts[:2])
	}
	if row := got(log.View(LogQuery{})).Rows; row[slices.IndexFunc(row, func(r LogRow) bool { return r.Key == key })].Was != "Given" {
		t.Errorf("after Undo the log shows %+v", row)
	}
	if h = got(screen.Redo(sessionHistory(key))); h.Acts[0].Did != "Done again" || len(h.Acts) != 5 {
		t.Errorf("done again: %+v", h.Acts[0])
	}
}

// An entry that is struck stays readable, with who, when and why; Undo brings it
// back. What refers to a service goes along with it, and is named before.
func TestAnEntryIsStruckFromItsHistory(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	log, screen := &Log{f.desk}, &History{f.desk}
	key := got(log.View(LogQuery{})).Rows[5].Key
	got(log.Happened(LogQuery{}, []string{key}))
	h := got(screen.Strike(sessionHistory(key), "entered twice"))
	if h.State != "withdrawn" || !strings.HasPrefix(h.Text, "Struck by Mom, ") || !strings.HasSuffix(h.Text, ": entered twice") || len(h.Now) == 0 || h.Frame.Undo != "struck a session" {
		t.Errorf("struck: %+v", h)
	}
	_, err := screen.Strike(sessionHistory(key), "")
	refused(t, err, refusal.Gone, "")
	if h = got(screen.Undo(sessionHistory(key))); h.State != "living" || h.Text != "" {
		t.Errorf("brought back: %+v", h)
	}

	service := HistoryQuery{Noun: "service", ID: got((&Family{f.desk}).View("")).Children[0].Plans[0].Services[0].Form.ID}
	h = got(screen.View(service))
	if len(h.Needs) != 1 || h.Needs[0].ID != key || h.Strikes != "1 entry" {
		t.Errorf("needs: %+v", h.Needs)
	}
	h = got(screen.Strike(service, ""))
	if h.State != "withdrawn" || h.Frame.Did != "struck a session and struck a service" {
		t.Errorf("struck: %+v", h.Frame)
	}
}

// A closure has a history of its own within its school year.
func TestTheHistoryOfAClosure(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	family := &Family{f.desk}
	year := got(family.View("")).Calendars[0].Form.ID
	got(family.SaveClosure("", ClosureForm{Calendar: year, First: "2026-10-12", Last: "2026-10-12", Name: "Columbus Day", Kind: "holiday"}))
	v := got(family.SaveClosure("", ClosureForm{Calendar: year, First: "2026-11-11", Last: "2026-11-11", Name: "Veterans Day", Kind: "holiday"}))
	form := v.Calendars[0].Closures[0].Form
	form.Last = "2026-10-13"
	got(family.SaveClosure("", form))
	q := HistoryQuery{Noun: "calendar", ID: year, Part: form.ID}
	h := got((&History{f.desk}).View(q))
	if len(h.Acts) != 2 || h.Others != 3 || len(h.Now) != 1 {
		t.Fatalf("history: %+v", h)
	}
	if c := h.Acts[0].Fields[0]; c.Label != "Closed" || c.Was != "Mon Oct 12, 2026, Columbus Day, Holiday, typed by hand" || !strings.HasPrefix(c.Text, "Mon Oct 12, 2026 to Tue Oct 13, 2026") {
		t.Errorf("%+v", c)
	}
}

// What was done stands in one list with Undo where it is offered, and with the
// reason where it is not.
func TestRecentChanges(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Changes{f.desk}
	key := got((&Log{f.desk}).View(LogQuery{})).Rows[5].Key
	got((&Log{f.desk}).Happened(LogQuery{}, []string{key}))
	v := got(screen.View(ChangesQuery{}))
	first, next := v.Rows[0], v.Rows[1]
	if first.Did != "Marked a session given" || first.Chance != "offered" || first.Why != "" || first.Entries[0] != (Linked{"session", key, "Speech, Tue Aug 25, 2026"}) {
		t.Errorf("the newest: %+v", first)
	}
	if next.Chance != "later_one" || !strings.HasSuffix(next.Why, "First comes: Marked a session given.") || first.Did != "Marked a session given" || v.Frame.Undo != "marked a session given" {
		t.Errorf("the one before: %+v", next)
	}
	v = got(screen.Undo(ChangesQuery{}))
	if v.Rows[0].Did != "Undone: marked a session given" || v.Rows[0].Chance != "again" || v.Rows[1].Chance != "taken_back" || v.Rows[2].Chance != "offered" {
		t.Errorf("taken back: %+v", v.Rows[:3])
	}
	if v = got(screen.View(ChangesQuery{Most: 1})); len(v.Rows) != 1 || v.More == 0 {
		t.Errorf("the newest alone: %+v", v)
	}
}

// inFiles says whether a word stands anywhere below the family's folder. The
// index keeps a word without what it shares with the word before it.
func (f *family) inFiles(word string) (found bool) {
	f.Helper()
	err := filepath.WalkDir(f.dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		found = found || strings.Contains(strings.ToLower(string(data)), strings.ToLower(word[2:]))
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	return found
}

// onlyInCopies wants a word that was removed for good in safe copies from before
// and nowhere else, and has these removed.
func (f *family) onlyInCopies(word string) {
	f.Helper()
	lie := filepath.Join(f.dir, "data", "backups")
	if err := os.Rename(lie, f.dir+" copies"); err != nil {
		f.Fatal(err)
	}
	if f.inFiles(word) {
		f.Errorf("%s still stands outside the safe copies", word)
	}
	if err := os.Rename(f.dir+" copies", lie); err != nil {
		f.Fatal(err)
	}
	got((&Copies{f.desk}).Older(""))
}

// Words that were removed for good are nowhere: not in the file, not in the
// history, not in Undo. That they were there stays.
func TestWordsAreRemovedForGood(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	log, screen := &Log{f.desk}, &History{f.desk}
	key := got(log.View(LogQuery{})).Rows[5].Key
	for _, note := range []string{"qzwxkanariya", "vbnmkanariyb"} {
		got(log.Save(LogQuery{}, SessionForm{Key: key, On: "2026-08-25", Status: "missed", Reason: "provider_absent", Note: note}))
	}
	q := sessionHistory(key)
	p := got(screen.Preview(q, nil))
	if p.Texts != 2 || p.Writers[0] != (Writer{"Mom", 2, "2 texts"}) || p.Refused != "" || p.After == "" {
		t.Fatalf("preview: %+v", p)
	}
	for field, form := range map[string]RedactForm{
		"why": {Typed: "2"}, "typed": {Why: "private", Typed: "3"},
	} {
		_, err := screen.Remove(q, form)
		if r := refusal.From(err); r == nil || r.Field != field || !f.inFiles("vbnmkanariyb") {
			t.Errorf("%+v: %v", form, err)
		}
	}
	h := got(screen.Remove(q, RedactForm{Why: "private", Typed: " 2 "}))
	if h.State != "gone" || h.Frame.Did != "removed 2 texts for good" || h.Frame.Undo == "marked a session missed" {
		t.Errorf("removed: %+v", h)
	}
	for range 2 {
		for _, word := range []string{"qzwxkanariya", "vbnmkanariyb"} {
			if f.inFiles(word) {
				t.Errorf("%s still stands in a file", word)
			}
		}
		changes := got((&Changes{f.desk}).View(ChangesQuery{}))
		first := changes.Rows[0]
		if first.Did != "Removed 2 texts for good" || first.Chance != "lasting" || first.Entries[0].Noun != removals {
			t.Errorf("in the list: %+v", first)
		}
		gone := got((&History{f.desk}).View(HistoryQuery{Noun: first.Entries[0].Noun, ID: first.Entries[0].ID}))
		if len(gone.Acts) != 2 || gone.Acts[0].Author != "Mom" || !strings.HasSuffix(gone.Acts[0].Note, ": private") {
			t.Errorf("what is left of them: %+v", gone.Acts)
		}
		f.restart()
	}
}

// One of two children is removed: her words go, the other's stay. The safe copy
// from before has them until the older copies go too.
func TestAChildOfTwoIsRemoved(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	f.addChild("Vbnmkanariyb")
	family, screen := &Family{f.desk}, &Erasure{f.desk}
	v := got(family.View(""))
	stays, goes := v.Children[0].Form.ID, v.Children[1].Form.ID
	year := v.Calendars[0].Form.ID
	got(family.SavePlan("", PlanForm{Child: goes, Kind: "IEP", First: "2026-08-24", Last: "2027-06-11", Calendars: []string{year}}))
	key := got((&Log{f.desk}).View(LogQuery{})).Rows[5].Key
	got((&Log{f.desk}).Save(LogQuery{}, SessionForm{Key: key, On: "2026-08-25", Status: "delivered", Note: "With VBNMKANARIYB, all went well"}))

	q := ErasureQuery{Who: goes}
	e := got(screen.View(q))
	if e.Texts != 2 || e.Type != "Vbnmkanariyb" || !slices.Contains(e.Counts, "Plan: 1") {
		t.Fatalf("before: %+v", e)
	}
	i := slices.IndexFunc(e.Places, func(p ErasurePlace) bool { return p.ID == key })
	if i < 0 || e.Places[i].Chosen != "" || !strings.Contains(e.Places[i].Found, "all went well") {
		t.Fatalf("places: %+v", e.Places)
	}
	_, err := screen.Remove(q, ErasureForm{Typed: "Mia"})
	refused(t, err, refusal.NotConfirmed, "typed")
	_, err = screen.Remove(q, ErasureForm{Typed: "vbnmkanariyb"})
	refused(t, err, refusal.NotChosen, "choices["+e.Places[i].Key+"]")
	e = got(screen.Remove(q, ErasureForm{Typed: " vbnmkanariyb ", Choices: []ErasureChoice{{e.Places[i].Key, "all"}}}))
	if e.Done != "Removed: 3 texts. The record was written anew without them. Safe copies from before still have them, until you remove the older copies." || e.Unclean != "" || len(e.Frame.Children) != 1 {
		t.Errorf("done: %+v", e)
	}
	f.onlyInCopies("vbnmkanariyb")
	for range 2 {
		if f.inFiles("vbnmkanariyb") {
			t.Error("the name still stands in a file")
		}
		left := got((&Family{f.desk}).View(""))
		if len(left.Children) != 1 || left.Children[0].Form.ID != stays || len(left.Children[0].Plans) != 1 {
			t.Errorf("left: %+v", left.Children)
		}
		f.restart()
	}
	_, err = (&Erasure{f.desk}).View(q)
	refused(t, err, refusal.NoSuch, "")
}

// Names are found as words, whatever their case and accents.
func TestNamesAreFound(t *testing.T) {
	named := naming([]string{"Ana María Núñez", "Al", "🙂"})
	for text, want := range map[string]bool{
		"with ANA MARIA NUNEZ, today": true, "ana said so": true, "Al’s note": true, "also": false, "banana": false, "Núñez": false, "": false, "🙂": false,
	} {
		if named(text) != want {
			t.Errorf("%q: %v, want %v", text, !want, want)
		}
	}
}

// A sprite writes sound acts that no window would write.
type sprite struct {
	*rand.Rand
	acts   []history.Act
	bodies []history.Body
	record string
}

func (s *sprite) one(words ...string) string { return words[s.IntN(len(words))] }

func (s *sprite) forge() {
	b := history.Body{V: 1, Deed: s.one("d1", "d2", "d3"), Kind: history.Kind(s.one("add", "correct", "correct", "withdraw", "undo", "redact"))}
	b.Noun = history.Noun(s.one("child", "plan", "service", "calendar", "policy", "session", "decision", "request", "meeting", "esy", "import", "note", "contact", "attachment", "such", "<b>"))
	b.ID, b.Children = s.one("a", "b", "</script>"), [][]string{nil, {"c1"}, {"c1", "c2"}}[s.IntN(3)]
	b.Because = s.one("", "private", "\u202ebecause", strings.Repeat("long ", 900))
	switch b.Kind {
	case history.Redact:
		b.Noun, b.ID, b.Children = "", "", nil
		if len(s.acts) > 0 {
			b.Of = []string{string(s.acts[s.IntN(len(s.acts))].Hash()), "none"}
		}
	case history.Withdraw:
	case history.Undo:
		b.Of = []string{s.one("d1", "d2", "none")}
		fallthrough
	default:
		b.Value = []byte(s.one(
			`7`, `"x"`, `null`, `[]`, `{}`, `{"id":"`+b.ID+`"}`, `{"id":"a","name":"<img src=x>","note":{"a":[[1],{}]},"date":"2026-02-30"}`,
			`{"id":"b","closures":[{"start":5,"end":"x"},{"id":"k"},{"id":"k"}],"schedules":[{}],"requirement":[]}`,
			`{"id":"a","service_id":"b","date":"2026-09-01","kind":"regular","status":"missed","makeup_for":["::","a:2026-09-01:b"]}`,
			`{"id":"a","child_id":"b","start":"2026-09-01","end":"2026-08-01","calendar_ids":["a"],"owed":{"x":1}}`,
		))
	}
	data, err := json.Marshal(b)
	if err != nil {
		panic(err)
	}
	n := len(s.acts)
	a := history.Act{
		Record: s.record, Device: "phone", N: n + 1, Author: s.one("Dad", "‮Dad", "<b>"), At: fmt.Sprintf("2026-09-%02dT08:00:00Z", 1+s.IntN(9)),
		Salt: fmt.Appendf(nil, "%016d", n), Body: data,
	}
	sum := sha256.Sum256(append(slices.Clone(a.Salt), data...))
	a.Commit = history.Hash(hex.EncodeToString(sum[:]))
	if n > 0 {
		a.Prev = s.acts[n-1].Hash()
	}
	for i := range s.acts {
		if s.bodies[i].Key() == b.Key() && b.Noun != "" && s.IntN(2) == 0 {
			a.Priors = append(a.Priors, s.acts[i].Hash())
		}
	}
	slices.Sort(a.Priors)
	s.acts, s.bodies = append(s.acts, a), append(s.bodies, b)
}

// Whatever another computer wrote, as long as its chain is sound: no screen of
// the history fails, before and after it was removed.
func TestHostileActsDoNotBreakTheHistory(t *testing.T) {
	for seed := range uint64(6) {
		f := newFamily(t, "2026-09-10")
		f.begin()
		s := &sprite{Rand: rand.New(rand.NewPCG(seed, 7))}
		mine, err := f.desk.House.Room().History()
		if err != nil {
			t.Fatal(err)
		}
		for s.record = mine.RecordID(); len(s.acts) < 60; {
			s.forge()
		}
		f.takes(nil, s.acts...)
		f.asksAll(s)
		q := HistoryQuery{Noun: "session", ID: "a"}
		if h := got((&History{f.desk}).View(q)); h.Writable {
			p := got((&History{f.desk}).Preview(q, nil))
			if p.Refused == "" {
				got((&History{f.desk}).Remove(q, RedactForm{Why: "asked", Typed: fmt.Sprint(p.Texts)}))
			}
		}
		f.asksAll(s)
	}
}

// asksAll opens every history there is, the recent changes and the removal.
func (f *family) asksAll(s *sprite) {
	f.Helper()
	screen := &History{f.desk}
	for _, b := range s.bodies {
		for _, part := range []string{"", "k"} {
			if b.Kind != history.Redact {
				got(screen.View(HistoryQuery{Noun: string(b.Noun), ID: b.ID, Part: part}))
			}
		}
	}
	for i := range s.acts {
		got(screen.Original(HistoryQuery{}, string(s.acts[i].Hash())))
		_, err := screen.View(HistoryQuery{Noun: removals, ID: string(s.acts[i].Hash())})
		if err != nil && refusal.From(err) == nil {
			f.Error(err)
		}
	}
	got((&Changes{f.desk}).View(ChangesQuery{Most: 500}))
	got((&Log{f.desk}).View(LogQuery{}))
	for _, child := range []string{"a", "b", "c1", "c2"} {
		if _, err := (&Erasure{f.desk}).View(ErasureQuery{Who: child}); err != nil && refusal.From(err) == nil {
			f.Error(err)
		}
	}
}

// To say how a session went after "not sure" is no correction.
func TestAnAnswerIsNoCorrection(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	log := &Log{f.desk}
	key := got(log.View(LogQuery{})).Rows[5].Key
	got(log.Unsure(LogQuery{}, []string{key}))
	v := got(log.Happened(LogQuery{}, []string{key}))
	if row := v.Rows[5]; row.Was != "" || row.State != string("given") {
		t.Errorf("%+v", row)
	}
	v = got(log.Save(LogQuery{}, SessionForm{Key: key, On: "2026-08-25", Status: string(iep.Delivered), Note: "a good day"}))
	if row := v.Rows[5]; row.Was != "Note: nothing" {
		t.Errorf("a note was added: %q", row.Was)
	}
}
