package open_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
	"midweek/internal/sample"
)

// modes are the ways in which a record lies: each test of the copies is of both.
var modes = map[string]bool{"plain": false, "locked": true}

// inBothModes runs a test with a record that was begun for Mia.
func inBothModes(t *testing.T, test func(l *laptop)) {
	for name, locked := range modes {
		t.Run(name, func(t *testing.T) {
			l := newLaptop(t)
			if locked {
				l.beginLocked()
			} else {
				l.begin()
			}
			test(l)
		})
	}
}

// enter opens the record again after it was closed.
func (l *laptop) enter() {
	l.Helper()
	if l.house.Mode() == open.Locked {
		l.does(l.unlock(moms))
		return
	}
	l.does(l.house.Own())
}

// copies makes a copy of a kind.
func (l *laptop) copies(kind open.CopyKind) open.Copy {
	l.Helper()
	made, err := l.house.Room().MakeCopy(kind)
	l.does(err)
	return made
}

// kinds are the kinds of the copies here, the newest first.
func (l *laptop) kinds() string {
	l.Helper()
	all, err := l.house.Copies()
	l.does(err)
	var kinds []open.CopyKind
	for _, c := range all {
		kinds = append(kinds, c.Kind)
	}
	return fmt.Sprint(kinds)
}

func TestACopyIsMadeAndChecked(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		l.names("Leo")
		made := l.copies(open.AskedCopy)
		if made.Acts != 2 || made.Kind != open.AskedCopy || made.Checked.IsZero() || !made.Here {
			l.Errorf("%+v", made)
		}
		l.does(l.house.CheckCopy(made.Name, nil))
		p, err := l.house.PreviewCopy(made.Name)
		l.does(err)
		if p.Acts != 2 || fmt.Sprint(p.Entries) != "[{child 2}]" || p.Lacks != 0 || p.Brings != 0 || p.First.String() != "2026-09-10" || p.Last != p.First {
			l.Errorf("%+v", p)
		}
		all, err := l.house.Copies()
		if len(all) != 1 || err != nil || all[0].Checked.IsZero() || all[0].Err != nil || all[0].Size == 0 {
			l.Errorf("%+v, %v", all, err)
		}
	})
}

// The copies can be listed, with what their names say, while the record cannot
// be opened.
func TestCopiesAreListedWhileTheRecordIsNotOpen(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		made := l.copies(open.AskedCopy)
		l.does(l.house.Close())
		for _, file := range l.recordFiles() {
			l.write(file, "")
		}
		l.start()
		if err := l.house.Own(); err == nil {
			l.Error("opened")
		}
		all, err := l.house.Copies()
		if len(all) != 1 || err != nil || all[0].Name != made.Name || all[0].Acts != 1 || all[0].Kind != open.AskedCopy {
			l.Errorf("%+v, %v", all, err)
		}
	})
}

// recordFiles are the files in which the record lies.
func (l *laptop) recordFiles() []string {
	l.Helper()
	files, err := filepath.Glob(filepath.Join(l.data, "record*"))
	l.does(err)
	return slices.DeleteFunc(files, func(f string) bool {
		info, err := os.Stat(f)
		return err != nil || info.IsDir()
	})
}

// What is brought back stands; what was written since is united with it when it
// is taken back, and what was written after that is there too.
func TestACopyIsBroughtBackAndTakenBack(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		made := l.copies(open.AskedCopy)
		l.names("Leo")
		l.does(l.house.Room().SetSetting("idle", "7"))
		p, err := l.house.PreviewCopy(made.Name)
		l.does(err)
		if p.Lacks != 1 || fmt.Sprint(p.Missing) != "[{child 1}]" {
			l.Errorf("%+v", p)
		}
		if _, can := l.house.Room().Restored(); can {
			l.Error("there is something to take back")
		}
		before := l.house.Room()
		l.does(l.house.Restore(made.Name))
		l.wants("[Mia]")
		if l.house.Room() == before {
			l.Error("the room is the same")
		}
		if got, err := l.house.Room().Setting("idle"); got != "7" || err != nil {
			l.Errorf("the setting is %q, %v", got, err)
		}
		if got := l.kinds(); got != "[restore asked]" {
			l.Errorf("copies %s", got)
		}
		l.names("Zoe")
		if got := l.devices(); len(got) != 2 {
			l.Errorf("the restored record is written by %v", got)
		}
		l.does(l.house.Close())
		l.start()
		l.enter()
		l.wants("[Mia Zoe]")
		if c, can := l.house.Room().Restored(); !can || c.Acts != 2 || c.Kind != open.RestoreCopy {
			l.Errorf("%+v, %v", c, can)
		}
		l.does(l.house.UndoRestore())
		l.wants("[Leo Mia Zoe]")
		l.refused(refusal.NotRestored, l.house.UndoRestore())
		if forks := l.history().Forks(); len(forks) > 0 {
			l.Errorf("chains fork: %v", forks)
		}
		l.names("Kim")
		l.does(l.house.Close())
		l.start()
		l.enter()
		l.wants("[Kim Leo Mia Zoe]")
	})
}

// A copy of another record is told, and nothing is brought back.
func TestACopyOfAnotherRecord(t *testing.T) {
	other := newLaptop(t)
	other.begin()
	made := other.copies(open.AskedCopy)
	l := newLaptop(t)
	l.begin()
	l.copies(open.AskedCopy)
	file, err := other.house.CopyFile(made.Name)
	l.does(err)
	strange := "midweek-20200101T000000-asked-1.db"
	l.does(os.WriteFile(filepath.Join(l.data, "backups", strange), l.bytes(file), 0o600))
	_, err = l.house.PreviewCopy(strange)
	l.refused(refusal.CopyOther, err)
	l.refused(refusal.CopyOther, l.house.Restore(strange))
	l.refused(refusal.CopyGone, l.house.Restore("midweek-20200101T000000-asked-7.db"))
	l.refused(refusal.CopyGone, l.house.Restore("../record.db"))
	l.wants("[Mia]")
}

// Whatever byte of a copy is turned, looking at it tells.
func TestATurnedByteIsFound(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		made := l.copies(open.AskedCopy)
		file, err := l.house.CopyFile(made.Name)
		l.does(err)
		whole := l.bytes(file)
		step := max(1, len(whole)/31)
		for at := 7; at < len(whole); at += step {
			turned := slices.Clone(whole)
			turned[at] ^= 0x20
			l.does(os.WriteFile(file, turned, 0o600))
			if err := l.house.CheckCopy(made.Name, nil); err == nil {
				l.Fatalf("byte %d of %d is turned and nobody tells", at, len(whole))
			}
		}
		all, err := l.house.Copies()
		if err != nil || all[0].Err == nil || all[0].Err.Code != refusal.CopyDamaged {
			l.Errorf("%+v, %v", all, err)
		}
		l.refused(refusal.CopyDamaged, l.house.Restore(made.Name))
		drill, err := l.house.Room().Drill()
		if err != nil || drill.Err == nil || drill.Err.Code != refusal.CopyDamaged || drill.Of.Name != made.Name {
			l.Errorf("drill %+v, %v", drill, err)
		}
		if got := l.kinds(); got != "[daily asked]" {
			l.Errorf("after a drill that failed there are %s", got)
		}
		if drill, err = l.house.Room().Drill(); err != nil || drill.Err != nil || l.house.Room().LastDrill().At.IsZero() {
			l.Errorf("drill %+v, %v", drill, err)
		}
	})
}

// Before a file comes in there is a copy, and none where there is nothing yet.
func TestACopyBeforeAnImport(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		_, err := l.house.Room().Import([]byte("{"))
		l.refused(refusal.NotJSON, err)
		if got := l.kinds(); got != "[]" {
			l.Errorf("copies %s", got)
		}
		_, err = l.house.Room().Import(sample.File())
		l.does(err)
		if got := l.kinds(); got != "[import]" {
			l.Errorf("copies %s", got)
		}
		all, err := l.house.Copies()
		l.does(err)
		l.does(l.house.Restore(all[0].Name))
		l.wants("[Mia]")
	})
}

// Words that were removed for good are not brought back by an older copy, nor by
// taking that back.
func TestWhatWasRemovedForGoodStaysRemoved(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		l.names("Leo")
		made := l.copies(open.AskedCopy)
		leo := l.entry("Leo")
		_, err := l.house.Room().Redact(leo, nil, history.RedactReasons[0])
		l.does(err)
		if got := l.kinds(); got != "[asked]" {
			l.Errorf("copies %s", got)
		}
		p, err := l.house.PreviewCopy(made.Name)
		if p.Removed != 1 || err != nil {
			l.Errorf("%+v, %v", p, err)
		}
		l.does(l.house.Restore(made.Name))
		l.wants("[Mia]")
		l.does(l.house.UndoRestore())
		l.wants("[Mia]")
		if asked := l.history().Asked(); len(asked) > 0 {
			l.Errorf("waits for a yes: %v", asked)
		}
	})
}

// entry is the child of a name.
func (l *laptop) entry(name string) history.Key {
	l.Helper()
	book, err := l.house.Room().Book()
	l.does(err)
	for _, c := range book.Record.Children {
		if c.Name == name {
			return history.Key{Noun: history.Child, ID: c.ID}
		}
	}
	l.Fatalf("no child %s", name)
	return history.Key{}
}

// Taking a restore back keeps what was removed for good since.
func TestWhatWasRemovedAfterARestoreStaysRemoved(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		l.names("Leo")
		made := l.copies(open.AskedCopy)
		l.names("Zoe")
		l.does(l.house.Restore(made.Name))
		_, err := l.house.Room().Redact(l.entry("Leo"), nil, history.RedactReasons[0])
		l.does(err)
		l.does(l.house.UndoRestore())
		l.wants("[Mia Zoe]")
	})
}

// The family's record on a new laptop, with what was attached.
func TestANewLaptop(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		stick := l.TempDir()
		id := l.attach("a letter")
		l.does(l.house.Room().SetSecond(stick))
		l.does(l.house.Room().CopyToSecond())
		made := l.onStick(stick)
		next := newLaptop(l.T)
		var secret *open.Secret
		if l.house.Mode() == open.Locked {
			if err := next.house.OpenCopy(made, nil); err == nil {
				l.Error("opened without a secret")
			}
			wrong, right := open.Passphrase("not this one at all"), open.Passphrase(moms)
			l.refused(refusal.WrongPassphrase, next.house.OpenCopy(made, &wrong))
			secret = &right
		}
		l.does(next.house.OpenCopy(made, secret))
		next.wants("[Mia]")
		if got := next.saved(id); got != "a letter" {
			l.Errorf("the attachment is %q", got)
		}
		next.names("Leo")
		if got := next.devices(); len(got) != 2 {
			l.Errorf("written by %v", got)
		}
		next.refused(refusal.AlreadyThere, next.house.OpenCopy(made, secret))
		l.does(next.house.Close())
		next.start()
		next.refused(refusal.AlreadyThere, next.house.OpenCopy(made, secret))
		next.enter()
		next.wants("[Leo Mia]")
	})
}

// onStick is the one copy on a stick.
func (l *laptop) onStick(stick string) string {
	l.Helper()
	found, err := filepath.Glob(filepath.Join(stick, "*", "midweek-*"))
	found = slices.DeleteFunc(found, func(f string) bool { return filepath.Ext(f) == ".sha256" })
	if err != nil || len(found) != 1 {
		l.Fatalf("on the stick are %v, %v", found, err)
	}
	return found[0]
}

// A record that cannot be opened is kept aside when a copy takes its place.
func TestADamagedRecordIsKeptAside(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		made := l.copies(open.AskedCopy)
		l.names("Leo")
		l.does(l.house.Close())
		var damaged []byte
		for _, file := range l.recordFiles() {
			if filepath.Ext(file) == ".db" || filepath.Ext(file) == ".vault" {
				damaged = l.bytes(file)
				for at := 5000; at < len(damaged); at++ {
					damaged[at] ^= 0xff
				}
				l.write(file, string(damaged))
			}
		}
		l.start()
		var secret *open.Secret
		if l.house.Mode() == open.Locked {
			s := open.Passphrase(moms)
			secret = &s
		}
		l.does(l.house.OpenCopy(made.Name, secret))
		l.wants("[Mia]")
		aside, err := filepath.Glob(filepath.Join(l.data, "record*.damaged-*"))
		l.does(err)
		if !slices.ContainsFunc(aside, func(f string) bool { return string(l.bytes(f)) == string(damaged) }) {
			l.Errorf("kept aside are %v", aside)
		}
		l.does(l.house.Close())
		l.start()
		l.enter()
		l.wants("[Mia]")
	})
}

// Where no copy can be made nothing comes in, and the family goes on writing.
func TestNothingComesInWithoutACopy(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		l.write(filepath.Join(l.data, "backups"), "in the way")
		_, err := l.house.Room().Import(sample.File())
		l.refused(refusal.CopyFirst, err)
		if why := l.house.Room().CopyTrouble(); why == nil || why.Code != refusal.CopyFailed {
			l.Errorf("trouble %v", why)
		}
		l.names("Leo")
		l.wants("[Leo Mia]")
	})
}

// The drill of every release: a family's year, copied to a stick, opened on a
// new laptop, comes to the same in every entry and every act.
func TestARestoreDrill(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		_, err := l.house.Room().Import(sample.File())
		l.does(err)
		l.attach("a letter")
		stick := l.TempDir()
		l.does(l.house.Room().SetSecond(stick))
		l.does(l.house.Room().CopyToSecond())
		next := newLaptop(t)
		secret := open.Passphrase(moms)
		l.does(next.house.OpenCopy(l.onStick(stick), &secret))
		if got, want := next.exported(), l.exported(); got != want {
			l.Error("the record on the new laptop is another")
		}
		if got, want := next.history().Heads(), l.history().Heads(); !slices.Equal(got, want) {
			l.Errorf("its acts end at %v, not %v", got, want)
		}
		l.does(next.house.Room().CheckPapers())
		book, err := next.house.Room().Book()
		l.does(err)
		for _, a := range book.Record.Attachments {
			if why := next.house.Room().PaperAmiss(a.ID); why != nil {
				l.Errorf("attachment %s: %v", a.Name, why)
			}
		}
	})
}

// exported is the open record as a file that any program may read.
func (l *laptop) exported() string {
	l.Helper()
	file := filepath.Join(l.TempDir(), "export.json")
	l.does(l.house.Room().SaveCopy(file))
	return string(l.bytes(file))
}

// A record whose acts do not fit together makes way for a copy, and is kept
// aside.
func TestABrokenRecordMakesWay(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	made := l.copies(open.AskedCopy)
	l.names("Leo")
	l.does(l.house.Close())
	forge(t, l.own(), "UPDATE acts SET author = 'Dad' WHERE n = 2")
	l.start()
	l.refused(refusal.AlreadyThere, func() error { l.does(l.house.Own()); return l.house.OpenCopy(made.Name, nil) }())
	l.does(l.house.Leave())
	l.does(l.house.OpenCopy(made.Name, nil))
	l.wants("[Mia]")
	if aside, _ := filepath.Glob(l.own() + ".damaged-*"); len(aside) != 1 {
		t.Errorf("kept aside: %v", aside)
	}
}
