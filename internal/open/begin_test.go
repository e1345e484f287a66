package open_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
	"midweek/internal/open"
	"midweek/internal/sample"
)

// take stores another device's acts in the closed record.
func (l *laptop) take(acts []history.Act, union *history.History) {
	l.Helper()
	s, err := store.Open(store.Plain(l.data, "record.db"))
	l.does(err)
	folded := union.Fold(exchange.ReadNoun)
	l.does(s.Take(acts, history.Changed(nil, folded), folded.Heads))
	l.does(s.Close())
}

// nameless makes a record that was cut off before it had an author.
func (l *laptop) nameless(file string) {
	l.Helper()
	s, err := store.Create(store.Plain(l.data, file), "rec-1")
	l.does(err)
	l.does(s.Close())
}

// A record that was cut off while it was begun is begun again.
func TestARecordCutOffWhileItWasBegun(t *testing.T) {
	l := newLaptop(t)
	l.nameless("record.db")
	if err := l.house.Own(); !isAbsent(err) {
		t.Fatalf("opened: %v", err)
	}
	l.begin()
	l.wants("[Mia]")
	l.restart()
	if got := l.house.Room().Author(); got != "Mom" {
		t.Errorf("author %q", got)
	}
}

func TestACommandGoesOnWithARecordCutOff(t *testing.T) {
	l := newLaptop(t)
	l.nameless("record.db")
	l.does(l.house.Close())
	kept, err := open.Keep(l.options())
	l.does(err)
	if _, err := kept.Export(); refusal.From(err).Code != refusal.NoRecord {
		t.Errorf("exported: %v", err)
	}
	if n, err := kept.Import(sample.File()); n == 0 || err != nil {
		t.Errorf("brought %d, %v", n, err)
	}
	l.does(kept.Close())
	l.start()
	l.does(l.house.Own())
	if l.house.Room().Author() == "" {
		t.Error("nobody stands beside what the command brought")
	}
}

// The sample that was cut off while it was made, at whatever point, is made
// whole at the next look; what comes with it is not undone.
func TestASampleCutOffIsMadeWhole(t *testing.T) {
	const acts = 173
	for what, cut := range map[string]func(*laptop){
		"before it had an author": func(l *laptop) { l.nameless("sample.db") },
		"before it had anything":  func(l *laptop) { l.nameless("sample.db"); l.setAuthor("Midweek") },
		"before it was handed over": func(l *laptop) {
			l.does(l.house.Sample())
			l.does(l.house.Leave())
			l.setAuthor("Midweek")
		},
		"not at all": func(l *laptop) { l.does(l.house.Sample()); l.does(l.house.Leave()) },
	} {
		l := newLaptop(t)
		cut(l)
		for range 2 {
			l.does(l.house.Sample())
			room := l.house.Room()
			if got := l.history().Len(); got != acts || room.Author() != sample.Author || !room.Sample {
				t.Errorf("%s: %d acts by %q", what, got, room.Author())
			}
			l.refused(refusal.NothingToUndo, room.Undo())
		}
		if err := l.house.Own(); !isAbsent(err) {
			t.Errorf("%s: beside it there is %v", what, err)
		}
		l.does(l.house.Close())
	}
}

func (l *laptop) setAuthor(author string) {
	l.Helper()
	s, err := store.Open(store.Plain(l.data, "sample.db"))
	l.does(err)
	l.does(s.SetSetting("author", author))
	l.does(s.Close())
}

// The sample has a day of its own, unless the day is frozen for all.
func TestTheDayOfARecord(t *testing.T) {
	l := newLaptop(t)
	l.does(l.house.Sample())
	if got := l.house.Room().Today().String(); got != "2026-09-10" {
		t.Errorf("on a frozen day the sample is of %s", got)
	}
	l.does(l.house.Close())
	o := l.options()
	o.Today = 0
	house, err := open.New(o)
	l.does(err)
	defer house.Close()
	l.does(house.Sample())
	if got := house.Room().Today(); got != sample.Today() {
		t.Errorf("the sample is of %s", got)
	}
}

// An act's instant is of the day that the program is told.
func TestActsAreOfTheFrozenDay(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	if at := l.history().Acts()[0].At; !strings.HasPrefix(at, "2026-09-10T") {
		t.Errorf("written at %s", at)
	}
}

// A file that cannot be read makes no record and closes none.
func TestAFileThatCannotBeReadMakesNothing(t *testing.T) {
	l := newLaptop(t)
	l.does(l.house.Sample())
	broken := l.write(filepath.Join(t.TempDir(), "broken.json"), "{")
	_, err := l.house.BeginWith("Mom", broken)
	l.refused(refusal.NotJSON, err)
	if _, err := l.house.BeginWith("Mom", broken+".gone"); err == nil {
		t.Error("a file that is not there was brought in")
	}
	if _, err := os.Stat(l.own()); !os.IsNotExist(err) || l.house.Room() == nil || !l.house.Room().Sample {
		t.Errorf("there is a record, or the sample was closed: %v", err)
	}
}

// A file makes the record where there is none, and the same file twice adds
// nothing. It goes to the family's own record, also from the sample.
func TestAFileIsBroughtIn(t *testing.T) {
	l := newLaptop(t)
	l.does(l.house.Sample())
	file := l.write(filepath.Join(t.TempDir(), "family.json"), string(sample.File()))
	n, err := l.house.BeginWith("Mom", file)
	if n != 173 || err != nil || l.house.Room().Sample || l.house.Room().Author() != "Mom" {
		t.Fatalf("brought %d, %v", n, err)
	}
	acts := l.history().Len()
	n, err = l.house.BeginWith("Dad", file)
	if n != 0 || err != nil || l.history().Len() != acts || l.house.Room().Author() != "Mom" {
		t.Errorf("brought again: %d, %v, author %s", n, err, l.house.Room().Author())
	}
}

// A record that nobody gave a name for is of whoever uses the computer.
func TestAFileWithoutAnAuthor(t *testing.T) {
	l := newLaptop(t)
	file := l.write(filepath.Join(t.TempDir(), "family.json"), string(sample.File()))
	if _, err := l.house.BeginWith("", file); err != nil || l.house.Room().Author() == "" {
		t.Errorf("%v", err)
	}
}

// A copy that was saved of a record brings nothing into it, and all of it into
// another.
func TestASavedCopyBringsNothingNew(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	if _, err := l.house.Room().Import(sample.File()); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "copy.json")
	l.does(l.house.Room().SaveCopy(copied))
	if n, err := l.house.BeginWith("", copied); n != 0 || err != nil {
		t.Errorf("into the same record: %d, %v", n, err)
	}
	other := newLaptop(t)
	if n, err := other.house.BeginWith("Dad", copied); n == 0 || err != nil {
		t.Errorf("into another record: %d, %v", n, err)
	}
	again := filepath.Join(t.TempDir(), "again.json")
	other.does(other.house.Room().SaveCopy(again))
	if hash(l.bytes(copied)) != hash(l.bytes(again)) {
		t.Error("a copy of the copy is another record")
	}
}

// A projection that is of other acts, or by another version of the program, is
// not shown: it is written anew.
func TestAProjectionOutOfDate(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	l.names("Leo")
	l.restart()
	if l.house.Room().Loaded() {
		t.Error("a sound projection is not enough to begin with")
	}
	for _, mark := range []string{"heads", "fold"} {
		l.restart(func() {
			sneak(t, l.own(), "UPDATE meta SET value = '' WHERE key = '"+mark+"'", "DELETE FROM children")
		})
		l.wants("[Leo Mia]")
		if !l.house.Room().Loaded() {
			t.Errorf("%s: shown from another projection", mark)
		}
		l.restart()
		l.wants("[Leo Mia]")
		if l.house.Room().Loaded() {
			t.Errorf("%s: the projection was not written anew", mark)
		}
	}
}

// A command finds the record as the window left it, and not while it is open.
func TestACommandAndTheWindow(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	_, err := open.Keep(l.options())
	l.refused(refusal.RecordInUse, err)
	l.does(l.house.Close())
	kept, err := open.Keep(l.options())
	l.does(err)
	whole, err := kept.Export()
	if err != nil || len(whole.Children) != 1 {
		t.Errorf("exported %+v, %v", whole, err)
	}
	if all, err := kept.Acts(); err != nil || all.Len() != 1 {
		t.Errorf("acts: %v", err)
	}
	l.does(kept.Close())
}

// What lies in the record's place and is none is left alone by a command too.
func TestACommandLeavesWhatItDoesNotKnow(t *testing.T) {
	l := newLaptop(t)
	l.does(l.house.Close())
	l.write(l.own(), "Dear team, ")
	_, err := open.Keep(l.options())
	l.refused(refusal.RecordForeign, err)
	if got := string(l.bytes(l.own())); got != "Dear team, " {
		t.Errorf("it is now %q", got)
	}
	l.start() // the folder is free again
}

// Everything that the program makes is for this account alone.
func TestTheFoldersAreForThisAccountAlone(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	err := filepath.WalkDir(filepath.Dir(l.data), func(path string, d os.DirEntry, err error) error {
		if err != nil || path == filepath.Dir(l.data) {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
			t.Errorf("%s is %v", filepath.Base(path), info.Mode())
		}
		return err
	})
	l.does(err)
}
