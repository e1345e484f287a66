package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
	"midweek/internal/sample"
)

func writeSample(t *testing.T, file string) {
	t.Helper()
	if err := os.WriteFile(file, sample.File(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// copied is the same record on another computer, from now on.
func (f *family) copied() *family {
	f.Helper()
	if err := f.desk.House.Leave(); err != nil {
		f.Fatal(err)
	}
	other := &family{T: f.T, dir: f.TempDir(), today: f.today, out: &outside{}}
	if err := os.CopyFS(filepath.Join(other.dir, "data"), os.DirFS(filepath.Join(f.dir, "data"))); err != nil {
		f.Fatal(err)
	}
	other.start()
	f.Cleanup(func() { other.desk.House.Close() })
	got((&Start{f.desk}).View())
	return other
}

// takes brings the acts of another computer in, as a merge does, and what the
// other one had seen of them counts as later.
func (f *family) takes(other *family, more ...history.Act) {
	f.Helper()
	room := f.desk.House.Room()
	mine, err := room.History()
	if err != nil {
		f.Fatal(err)
	}
	acts := more
	if other != nil {
		theirs, err := other.desk.House.Room().History()
		if err != nil {
			f.Fatal(err)
		}
		for _, a := range theirs.Acts() {
			acts = append(acts, *a)
		}
	}
	merged, err := mine.Merge(acts)
	if err != nil {
		f.Fatal(err)
	}
	before, after := mine.Fold(exchange.ReadNoun), merged.Union.Fold(exchange.ReadNoun)
	f.restart(func() {
		s, err := store.Open(store.Plain(filepath.Join(f.dir, "data"), "record.db"))
		if err == nil {
			err = s.Take(merged.New, history.Changed(before, after), after.Heads)
		}
		if err != nil {
			f.Fatal(err)
		}
		if err := s.Close(); err != nil {
			f.Fatal(err)
		}
	})
	if err := f.desk.House.Room().Load(); err != nil {
		f.Fatal(err)
	}
}

// notice finds a notice by its code.
func notice(frame Frame, code string) *Notice {
	for i := range frame.Notices {
		if frame.Notices[i].Code == code {
			return &frame.Notices[i]
		}
	}
	return nil
}

// Two computers say different things of one session. Both versions hold and
// the window says so; the first one counts, until the next save settles it.
func TestTwoComputersDisagree(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	key := got((&Today{f.desk}).View("")).Asks[0].Key
	got((&Today{f.desk}).Happened("", []string{key}))
	dad := f.copied()
	dad.today++ // whose clock is a day ahead
	dad.restart()
	got((&Today{dad.desk}).Missed("", []string{got((&Today{dad.desk}).View("")).Asks[0].Key}, "testing"))
	got((&Log{dad.desk}).Missed(LogQuery{}, []string{key}, "student_absent"))
	got((&Log{f.desk}).Missed(LogQuery{}, []string{key}, "provider_absent"))
	f.takes(dad)

	for range 2 {
		log := got((&Log{f.desk}).View(LogQuery{}))
		n := notice(log.Frame, "conflict")
		if n == nil || len(n.Rows) != 1 || !strings.Contains(n.Text, "until you choose") {
			t.Fatalf("notices: %+v", log.Frame.Notices)
		}
		row := log.Rows[slices.IndexFunc(log.Rows, func(r LogRow) bool { return r.Key == key })]
		if !row.Conflict || row.Reason != "provider_absent" {
			t.Errorf("row: %+v", row)
		}
		entry := got((&Log{f.desk}).Entry(key))
		if held := slices.Collect(holding(entry.History)); len(held) != 2 {
			t.Errorf("%d versions hold: %+v", len(held), entry.History)
		}
		f.restart()
		if err := f.desk.House.Room().Load(); err != nil {
			t.Fatal(err)
		}
	}

	v := got((&Log{f.desk}).Save(LogQuery{}, SessionForm{Key: key, On: "2026-08-25", Status: "missed", Reason: "testing"}))
	if notice(v.Frame, "conflict") != nil || v.Frame.Did == "" || v.Frame.Undo != "" {
		t.Errorf("after it was settled: %+v", v.Frame)
	}
	_, err := (&Log{f.desk}).Undo(LogQuery{})
	refused(t, err, refusal.InTheWay, "")
	f.restart()
	if log := got((&Log{f.desk}).View(LogQuery{})); notice(log.Frame, "conflict") != nil || log.Rows[3].Reason != "testing" || log.Rows[3].Conflict {
		t.Errorf("on the next evening: %+v", log.Rows[3])
	}
}

func holding(acts []HistoryAct) func(func(HistoryAct) bool) {
	return func(yield func(HistoryAct) bool) {
		for _, a := range acts {
			if (a.State == "holds" || a.State == "beside") && !yield(a) {
				return
			}
		}
	}
}

// Undo is not offered, and refused by name, once another computer has changed
// the entry.
func TestUndoIsNotOfferedOverAnothersChange(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	key := got((&Today{f.desk}).View("")).Asks[0].Key
	got((&Today{f.desk}).Happened("", []string{key}))
	dad := f.copied()
	got((&Log{dad.desk}).Missed(LogQuery{}, []string{key}, "student_absent"))
	f.takes(dad)
	v := got((&Today{f.desk}).View(""))
	if v.Frame.Undo != "" || f.out.undo != "" {
		t.Errorf("Undo offers %q, the menu %q", v.Frame.Undo, f.out.undo)
	}
	_, err := (&Today{f.desk}).Undo("")
	refused(t, err, refusal.InTheWay, "")
}

// An entry that came from elsewhere and refers to nothing here is set aside:
// a notice says which and why, and the numbers go on without it.
func TestAnEntrySetAsideIsTold(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	room := f.desk.House.Room()
	all, err := room.History()
	if err != nil {
		t.Fatal(err)
	}
	stray, err := exchange.WriteNoun(&iep.Session{ID: "stray", ServiceID: "gone", Date: f.today, Kind: iep.Regular, Status: iep.Missed})
	if err != nil {
		t.Fatal(err)
	}
	acts, err := all.Write(history.Writer{Device: "tablet", Author: "Dad", Random: func(n int) []byte { return make([]byte, n) }},
		"2026-09-03T20:00:00-05:00", []history.Change{{Kind: history.Add, Noun: history.Session, ID: "stray", Value: stray}})
	if err != nil {
		t.Fatal(err)
	}
	var whole []history.Act
	for _, a := range all.Acts() {
		whole = append(whole, *a)
	}
	f.takes(nil, append(whole, acts...)...)
	v := got((&Today{f.desk}).View(""))
	n := notice(v.Frame, "aside")
	if n == nil || len(n.Rows) != 1 || !strings.Contains(n.Rows[0], "stray") || !strings.Contains(n.Rows[0], "gone") {
		t.Fatalf("notices: %+v", v.Frame.Notices)
	}
	if log := got((&Log{f.desk}).View(LogQuery{})); slices.ContainsFunc(log.Rows, func(r LogRow) bool { return r.Entry == "stray" }) {
		t.Error("it stands in the log all the same")
	}
	got((&Today{f.desk}).Happened("", []string{v.Asks[0].Key}))
}

// The same file twice adds nothing and says so by saying nothing; taken back,
// all of it is gone, and Redo brings it again.
func TestAFileIsBroughtInOnce(t *testing.T) {
	f := newFamily(t, "2025-03-20")
	f.out.file = filepath.Join(t.TempDir(), "sample.json")
	writeSample(t, f.out.file)
	start := &Start{f.desk}
	v := got(start.OpenFile("Mom"))
	if v.Frame.Did != "brought in a file" || len(v.Frame.Children) != 2 {
		t.Fatalf("brought in: %+v", v.Frame)
	}
	key := got((&Today{f.desk}).View("")).Asks[0].Key
	got((&Today{f.desk}).Happened("", []string{key}))
	v = got(start.OpenFile(""))
	if v.Frame.Did != "" || v.Frame.Undo != "marked a session given" {
		t.Errorf("brought in again: did %q, undo %q", v.Frame.Did, v.Frame.Undo)
	}
	log := &Log{f.desk}
	rows := len(got(log.View(LogQuery{})).Rows)
	got(log.Undo(LogQuery{}))
	f.restart()
	if left := got((&Log{f.desk}).Undo(LogQuery{})); len(left.Rows) != 0 || len(left.Frame.Children) != 0 || left.Frame.Redo != "brought in a file" {
		t.Errorf("taken back: %d rows, %+v", len(left.Rows), left.Frame)
	}
	f.restart()
	if back := got((&Log{f.desk}).Redo(LogQuery{})); len(back.Rows) != rows || len(back.Frame.Children) != 2 {
		t.Errorf("again: %d rows, want %d", len(back.Rows), rows)
	}
	f.out.file = ""
	if v := got((&Start{f.desk}).OpenFile("")); v.State != "open" || v.Frame.Did != "" {
		t.Errorf("nothing was chosen, and %+v", v.Frame)
	}
}

// A copy that was saved is a file that anyone can bring in, with the time at
// which each row was written.
func TestASavedCopyIsTheRecord(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	key := got((&Today{f.desk}).View("")).Asks[0].Key
	got((&Today{f.desk}).Missed("", []string{key}, "provider_absent"))
	if v := got((&Start{f.desk}).SaveCopy()); v.Frame.Did != "" {
		t.Errorf("nothing was chosen, and it says %q", v.Frame.Did)
	}
	f.out.saved = filepath.Join(t.TempDir(), "copy.json")
	if v := got((&Start{f.desk}).SaveCopy()); v.Frame.Did == "" {
		t.Error("the copy is not told")
	}
	data, err := os.ReadFile(f.out.saved)
	if err != nil {
		t.Fatal(err)
	}
	r, err := exchange.Read(data)
	if err != nil || len(r.Sessions) != 1 || !strings.HasPrefix(r.Sessions[0].EnteredAt, "2026-09-03T") {
		t.Fatalf("%+v, %v", r, err)
	}
	other := newFamily(t, "2026-09-03")
	other.out.file = f.out.saved
	got((&Start{other.desk}).OpenFile("Dad"))
	mine, theirs := got((&Owed{f.desk}).View("")), got((&Owed{other.desk}).View(""))
	if theirs.Series[0].Headline != mine.Series[0].Headline {
		t.Errorf("there it says %q, here %q", theirs.Series[0].Headline, mine.Series[0].Headline)
	}
}
