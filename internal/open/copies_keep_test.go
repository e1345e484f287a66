package open_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/vault"
	"midweek/internal/open"
	"midweek/internal/sample"
)

// clocked runs a test in both modes, on a laptop whose clock it moves.
func clocked(t *testing.T, test func(l *laptop, now *time.Time)) {
	inBothModes(t, func(l *laptop) {
		now := time.Date(2026, 11, 22, 18, 40, 12, 0, time.Local)
		l.does(l.house.Close())
		l.clock = func() time.Time { return now }
		l.start()
		l.enter()
		test(l, &now)
	})
}

// evening is an evening with the program: something is written, or nothing.
func (l *laptop) evening(writes string) {
	l.Helper()
	l.does(l.house.Room().Housekeep())
	if writes != "" {
		l.names(writes)
	}
	l.does(l.house.Close())
	l.start()
	l.enter()
}

// What changed is copied: the first change of a day behind it, the rest when the
// record is closed. An evening on which nothing changes needs no copy.
func TestCopiesAreMadeByThemselves(t *testing.T) {
	clocked(t, func(l *laptop, now *time.Time) {
		l.evening("")
		if got := l.kinds(); got != "[daily]" {
			l.Fatalf("after the first evening %s", got)
		}
		l.evening("")
		l.evening("Leo")
		if got := l.kinds(); got != "[exit daily]" {
			l.Fatalf("after a change %s", got)
		}
		*now = now.AddDate(0, 0, 1)
		l.evening("")
		l.evening("Zoe")
		if got := l.kinds(); got != "[daily exit]" { // of the day before one is enough
			l.Fatalf("after the next day %s", got)
		}
		*now = now.AddDate(0, 0, 1)
		l.does(l.house.Room().Housekeep())
		l.names("Kim")
		l.does(l.house.Leave())
		l.enter()
		all, err := l.house.Copies()
		l.does(err)
		if all[0].Acts != 4 || all[0].Made.Day() != now.Day() {
			l.Errorf("the newest is %+v", all[0])
		}
		if l.house.Room().CopyTrouble() != nil {
			l.Error("there was trouble")
		}
	})
}

// Half a year of evenings leaves what the rule keeps, here and on the stick.
func TestCopiesAreThinnedOut(t *testing.T) {
	if testing.Short() {
		t.Skip("half a year of evenings takes a while; run without -short")
	}
	clocked(t, func(l *laptop, now *time.Time) {
		l.does(l.house.Room().SetSecond(l.TempDir()))
		for n := range 60 {
			*now = now.AddDate(0, 0, 3)
			l.names("Leo" + strings.Repeat("o", n))
			l.does(l.house.Room().Housekeep())
		}
		all, err := l.house.Copies()
		l.does(err)
		if len(all) < 20 || len(all) > 30 {
			l.Errorf("%d copies are left", len(all))
		}
		for _, c := range all {
			if !c.Second || !c.Here {
				l.Errorf("%s: here %v, on the stick %v", c.Name, c.Here, c.Second)
			}
		}
	})
}

// Once a month the newest copy is read back by itself.
func TestADrillEveryMonth(t *testing.T) {
	clocked(t, func(l *laptop, now *time.Time) {
		l.does(l.house.Room().Housekeep())
		first := l.house.Room().LastDrill()
		if first.At.IsZero() || first.Err != nil || first.Of.Acts != 1 {
			l.Fatalf("%+v", first)
		}
		*now = now.AddDate(0, 0, 29)
		l.does(l.house.Room().Housekeep())
		if got := l.house.Room().LastDrill(); !got.At.Equal(first.At) {
			l.Errorf("after 29 days %+v", got)
		}
		*now = now.AddDate(0, 0, 1)
		l.does(l.house.Room().Housekeep())
		if got := l.house.Room().LastDrill(); got.At.Equal(first.At) {
			l.Error("none after 30 days")
		}
	})
}

// The second folder is told from the place where a stick used to be, and a stick
// that is gone stops nobody.
func TestTheSecondFolder(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		room := l.house.Room()
		l.refused(refusal.SecondNone, room.CopyToSecond())
		l.refused(refusal.SecondGone, room.SetSecond(filepath.Join(l.data, "nowhere")))
		l.refused(refusal.SecondInside, room.SetSecond(l.data))
		stick := filepath.Join(l.TempDir(), "stick")
		l.does(os.Mkdir(stick, 0o700))
		l.does(room.SetSecond(stick))
		id := l.attach("a letter")
		l.does(room.CopyToSecond())
		if s := room.Second(); s.Dir != stick || !s.There || s.Last.IsZero() || s.Err != nil {
			l.Errorf("%+v", s)
		}
		l.does(os.Rename(stick, stick+" in a drawer"))
		l.does(os.Mkdir(stick, 0o700)) // where it used to be
		l.refused(refusal.SecondGone, room.CopyToSecond())
		l.names("Leo")
		l.does(room.Housekeep())
		if s := room.Second(); s.There || s.Last.IsZero() {
			l.Errorf("%+v", s)
		}
		if left, err := os.ReadDir(stick); len(left) > 0 || err != nil {
			l.Errorf("written where it used to be: %v, %v", left, err)
		}
		l.does(os.Remove(stick))
		l.does(os.Rename(stick+" in a drawer", stick))
		l.does(room.Housekeep())
		all, err := l.house.Copies()
		if err != nil || !all[0].Second || all[0].Acts != 3 {
			l.Errorf("%+v, %v", all, err)
		}
		found, err := filepath.Glob(filepath.Join(stick, "*", "*attachments*", "*", "*"+id[2:]))
		deeper, _ := filepath.Glob(filepath.Join(stick, "*", "*attachments*", "*", "*", id))
		if len(found)+len(deeper) != 1 || err != nil {
			l.Errorf("the attachment lies at %v %v, %v", found, deeper, err)
		}
	})
}

// Older copies go, here and on the stick, those too that never rotate away; and
// what cannot be reached is told.
func TestOlderCopiesAreForgotten(t *testing.T) {
	clocked(t, func(l *laptop, now *time.Time) {
		stick := l.TempDir()
		room := l.house.Room()
		l.does(room.SetSecond(stick))
		id := l.attach("a letter")
		made := l.copies(open.AskedCopy)
		l.does(room.CopyToSecond())
		l.does(l.house.Restore(made.Name))
		room = l.house.Room()
		_, err := room.Redact(history.Key{Noun: history.Attachment, ID: id}, nil, history.RedactReasons[0])
		l.does(err)
		*now = now.Add(time.Hour)
		f, err := room.ForgetCopies(*now)
		l.does(err)
		if f.Removed != 3 || f.Papers != 1 || len(f.Left) > 0 || f.Unreached != "" {
			l.Errorf("%+v", f)
		}
		if got := l.kinds(); got != "[asked]" {
			l.Errorf("left are %s", got)
		}
		if _, can := room.Restored(); can {
			l.Error("what is forgotten can be taken back")
		}
		l.does(os.RemoveAll(stick))
		if f, err = room.ForgetCopies(now.Add(time.Hour)); err != nil || f.Unreached != stick {
			l.Errorf("%+v, %v", f, err)
		}
	})
}

// A copy from before the key was changed opens with the secret of its time.
func TestACopyOfAFormerKey(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	made := l.copies(open.AskedCopy)
	l.names("Leo")
	l.does(l.house.Room().NewKey(open.Passphrase(dads)))
	_, err := l.house.PreviewCopy(made.Name)
	l.refused(refusal.CopyKey, err)
	l.refused(refusal.CopyKey, l.house.Restore(made.Name))
	wrong, right := open.Passphrase(dads), open.Passphrase(moms)
	l.refused(refusal.WrongPassphrase, l.house.RestoreWith(made.Name, &wrong))
	l.does(l.house.RestoreWith(made.Name, &right))
	l.wants("[Mia]")
	l.does(l.house.Close())
	l.start()
	l.does(l.unlock(dads))
	l.wants("[Mia]")
	l.does(l.house.UndoRestore())
	l.wants("[Leo Mia]")
}

// former is a record as the first version of the program wrote it.
func former(t *testing.T) []byte {
	packed, err := os.Open(filepath.Join("..", "edge", "store", "testdata", "version-1.db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// older puts a record of an older program in place.
func (l *laptop) older(locked bool) {
	l.Helper()
	data := former(l.T)
	if !locked {
		l.write(l.own(), string(data))
		return
	}
	place := vault.Place{Dir: l.data, Name: "record", Marks: filepath.Join(l.config, "marks")}
	v, err := vault.Create(place, cheap, vault.Passphrase(moms))
	l.does(err)
	l.does(v.Fill(data))
	l.does(v.Close())
}

// Before a newer program changes the shape of a record there is a copy of it in
// its old one; and where none can be made, nothing is changed.
func TestACopyBeforeAnUpgrade(t *testing.T) {
	for name, locked := range modes {
		t.Run(name, func(t *testing.T) {
			l := newLaptop(t)
			l.older(locked)
			l.write(filepath.Join(l.data, "backups"), "in the way")
			files := l.recordFiles()
			before := l.bytes(files[0])
			var err error
			if locked {
				err = l.unlock(moms)
			} else {
				err = l.house.Own()
			}
			l.refused(refusal.CopyFirst, err)
			if !locked && string(l.bytes(files[0])) != string(before) {
				l.Error("the record was changed")
			}
			l.does(os.Remove(filepath.Join(l.data, "backups")))
			l.enter()
			all, err := l.house.Copies()
			if len(all) != 1 || err != nil || all[0].Kind != open.UpgradeCopy || all[0].Acts != l.history().Len() {
				l.Fatalf("%+v, %v", all, err)
			}
			wanted := fmt.Sprint(l.children())
			l.does(l.house.CheckCopy(all[0].Name, nil))
			l.names("Kim")
			l.does(l.house.Restore(all[0].Name))
			l.wants(wanted)
			l.does(l.house.UndoRestore())
		})
	}
}

// The sample family is not copied, not even before an import.
func TestTheSampleIsNotCopied(t *testing.T) {
	l := newLaptop(t)
	l.does(l.house.Sample())
	_, err := l.house.Room().MakeCopy(open.AskedCopy)
	l.refused(refusal.NoCopies, err)
	l.does(l.house.Room().Housekeep())
	if got := l.kinds(); got != "[]" {
		l.Errorf("copies %s", got)
	}
}

// At the end of an evening the last copy goes to the stick too; to lock the record
// waits for no stick.
func TestTheLastCopyGoesToTheStick(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		stick := l.TempDir()
		l.does(l.house.Room().SetSecond(stick))
		l.does(l.house.Room().Housekeep())
		l.names("Leo")
		l.does(l.house.Close())
		l.start()
		l.enter()
		all, err := l.house.Copies()
		if err != nil || !all[0].Second || all[0].Acts != 2 {
			l.Errorf("%+v, %v", all, err)
		}
		l.does(l.house.Room().Housekeep())
		l.names("Zoe")
		l.does(l.house.Lock())
		l.enter()
		all, err = l.house.Copies()
		if err != nil || all[0].Second || all[0].Acts != 3 {
			l.Errorf("%+v, %v", all, err)
		}
	})
}

// When a record was locked for good, nothing of it lies open on the stick once a
// locked copy is there.
func TestAStickIsLockedWithTheRecord(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	stick := l.TempDir()
	l.does(l.house.Room().SetSecond(stick))
	l.names("Xanthippe") // three letters stand in sealed bytes by chance
	l.attach("a letter")
	l.does(l.house.Room().CopyToSecond())
	l.does(l.house.LockRecord(open.Passphrase(moms)))
	l.does(l.house.Room().CopyToSecond())
	err := filepath.WalkDir(stick, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && (strings.Contains(string(l.bytes(path)), "a letter") || strings.Contains(string(l.bytes(path)), "Xanthippe")) {
			t.Errorf("%s lies open", path)
		}
		return err
	})
	l.does(err)
	next := newLaptop(t)
	secret := open.Passphrase(moms)
	l.does(next.house.OpenCopy(l.onStick(stick), &secret))
	next.wants("[Mia Xanthippe]")
}

// The commands make a copy, read copies back without the record, and bring one
// back.
func TestCopiesByCommand(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		l.does(l.house.Close())
		o := l.options()
		o.Secret = func() (string, error) { return moms, nil }
		kept, err := open.Keep(o)
		l.does(err)
		made, err := kept.MakeCopy()
		if made.Acts != 1 || made.Kind != open.AskedCopy || err != nil {
			l.Fatalf("%v, %v", made, err)
		}
		_, err = kept.Import(sample.File())
		l.does(err)
		copies := open.KeptCopiesOf(o)
		all, err := copies.List()
		if len(all) != 2 || err != nil {
			l.Fatalf("%v, %v", all, err)
		}
		for _, c := range all {
			if n, err := copies.Check(copies.File(c.Name)); n != c.Acts || err != nil {
				l.Errorf("%s: %d, %v", c, n, err)
			}
		}
		l.does(copies.Close())
		before, err := kept.Restore(made.String())
		if err != nil || !strings.Contains(before, "-restore-") {
			l.Errorf("%s, %v", before, err)
		}
		l.does(kept.Close())
		o.Secret = func() (string, error) { return dads, nil }
		copies = open.KeptCopiesOf(o)
		if _, err = copies.Check(copies.File(made)); made.Locked {
			l.refused(refusal.WrongPassphrase, err)
		} else {
			l.does(err)
		}
		l.start()
		l.enter()
		l.wants("[Mia]")
	})
}
