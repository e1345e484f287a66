package open_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
	"midweek/internal/open"
)

// canary stands in every kind of text that a family keeps.
const canary = "Xanthippe"

// lived is a record with acts, drafts, settings and attachments, one of them
// struck, in all of which the canary stands.
func (l *laptop) lived() (papers []string) {
	l.Helper()
	l.names(canary)
	room := l.house.Room()
	l.does(room.SetDraft("note", canary+" slept badly"))
	l.does(room.SetSetting("copies.second", canary))
	papers = []string{l.attach(canary + "'s plan"), l.attach(strings.Repeat(canary+" ", 200_000)), l.attach(canary + ", struck")}
	l.names("Leo")
	l.does(room.StrikePaper(papers[2], ""))
	return papers
}

// holds says that a record that lived is whole.
func (l *laptop) holds(papers []string, children string) {
	l.Helper()
	room := l.house.Room()
	l.does(room.Load())
	l.wants(children)
	draft, err := room.Draft("note")
	setting, err2 := room.Setting("copies.second")
	if draft != canary+" slept badly" || setting != canary || err != nil || err2 != nil || room.Author() != "Mom" {
		l.Errorf("draft %q, setting %q, author %q; %v, %v", draft, setting, room.Author(), err, err2)
	}
	if got := l.saved(papers[0]); got != canary+"'s plan" {
		l.Errorf("attached %q", got)
	}
	if got := l.saved(papers[1]); got != strings.Repeat(canary+" ", 200_000) {
		l.Errorf("attached %d bytes", len(got))
	}
	if loose, err := room.LoosePapers(); loose != 0 || err != nil {
		l.Errorf("%d loose attachments, %v", loose, err)
	}
	if got := l.devices(); len(got) != 1 || len(l.history().Forks()) != 0 {
		l.Errorf("wrote as %v, forks %v", got, l.history().Forks())
	}
}

// tells are the files below a folder in which the canary stands, or a link to
// elsewhere.
func tells(t testing.TB, dir string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil && strings.Contains(string(data), canary) {
			files = append(files, filepath.Base(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// tellsNothing says that nothing of a family can be read in any file, and that
// no move is under way.
func (l *laptop) tellsNothing() {
	l.Helper()
	if files := tells(l, filepath.Dir(l.data)); len(files) > 0 {
		l.Errorf("the family can be read in %v", files)
	}
	if _, err := os.Stat(filepath.Join(l.data, "moving")); !os.IsNotExist(err) {
		l.Error("the move's folder is left")
	}
	for _, name := range []string{"record.db", "attachments"} {
		if _, err := os.Stat(filepath.Join(l.data, name)); !os.IsNotExist(err) {
			l.Errorf("%s is left", name)
		}
	}
}

// A record is locked: it goes on in a vault, as the same device, with all that it
// held, and nothing of it can be read any more.
func TestARecordIsLocked(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	papers := l.lived()
	copied := filepath.Join(l.data, "backups", "midweek-20261122T184012-daily-1234.db")
	l.does(os.MkdirAll(filepath.Dir(copied), 0o700))
	l.write(copied, canary)
	key, printed := open.NewRecovery()
	l.does(l.house.LockRecord(open.Passphrase(moms), key))
	if l.house.Mode() != open.Locked || !l.house.Room().Locked() || l.house.Moved() != "" {
		t.Errorf("mode %s, moved %q", l.house.Mode(), l.house.Moved())
	}
	l.tellsNothing()
	l.holds(papers, "[Leo Mia Xanthippe]")
	l.again()
	l.refused(refusal.WrongPassphrase, l.unlock(dads))
	l.does(l.unlock(moms))
	l.holds(papers, "[Leo Mia Xanthippe]")
	l.again()
	typed, err := open.Recovery(printed)
	l.does(err)
	l.does(l.house.Unlock(typed, open.Opening{}))
	l.wants("[Leo Mia Xanthippe]")
	l.tellsNothing()
}

// A record is unlocked for good: it goes on in a plain file. The vault stays
// until the program has started again and found the file sound.
func TestARecordIsUnlocked(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	papers := l.lived()
	l.refused(refusal.WrongPassphrase, l.house.UnlockRecord(dads))
	if !l.house.Room().Locked() {
		t.Fatal("unlocked by a wrong passphrase")
	}
	l.does(l.house.UnlockRecord(moms))
	if l.house.Mode() != open.Plain || l.house.Room().Locked() || l.house.Moved() != "" {
		t.Errorf("mode %s, moved %q", l.house.Mode(), l.house.Moved())
	}
	if len(l.vaultFiles()) == 0 {
		t.Error("the vault is gone at once")
	}
	l.holds(papers, "[Leo Mia Xanthippe]")
	l.names("Ana")
	l.restart()
	if l.house.Mode() != open.Plain || l.house.Moved() != "unlocked" {
		t.Errorf("mode %s, moved %q", l.house.Mode(), l.house.Moved())
	}
	l.holds(papers, "[Ana Leo Mia Xanthippe]")
	for _, pattern := range []string{"data/record-*", "data/moving", "config/marks/*"} {
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(l.data), pattern)); len(left) > 0 {
			t.Errorf("%v is left", left)
		}
	}
	l.restart()
	if got := l.house.Moved(); got != "" {
		t.Errorf("told again: %q", got)
	}
}

// There and back, and there again without a start in between.
func TestThereAndBack(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	papers := l.lived()
	l.does(l.house.LockRecord(open.Passphrase(moms)))
	l.does(l.house.UnlockRecord(moms))
	l.does(l.house.LockRecord(open.Passphrase(dads)))
	l.tellsNothing()
	l.holds(papers, "[Leo Mia Xanthippe]")
	l.again()
	l.refused(refusal.WrongPassphrase, l.unlock(moms))
	l.does(l.unlock(dads))
	l.holds(papers, "[Leo Mia Xanthippe]")
	l.does(l.house.Room().Undo())
	if got := l.saved(papers[2]); got != canary+", struck" {
		l.Errorf("struck and undone %q", got)
	}
}

// A plain record that is not sound at the next start does not cost the vault.
func TestTheVaultStaysWhereTheFileIsDamaged(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	l.lived()
	l.does(l.house.UnlockRecord(moms))
	l.does(l.house.Close())
	data := l.bytes(l.own())
	for i := 5 * 4096; i < 6*4096; i++ {
		data[i] = 0xa5
	}
	l.write(l.own(), string(data))
	l.start()
	l.lies(store.Damaged, l.house.Own())
	if len(l.vaultFiles()) == 0 || string(l.bytes(l.own())) != string(data) {
		t.Error("something was removed or changed")
	}
}

func TestWhatCannotBeMoved(t *testing.T) {
	l := newLaptop(t)
	l.refused(refusal.NoRecord, l.house.LockRecord(open.Passphrase(moms)))
	l.begin()
	l.refused(refusal.PlainRecord, l.house.UnlockRecord(moms))
	l.refused(refusal.SlotsFull, l.house.LockRecord())
	l.wants("[Mia]")
	l.does(l.house.Sample())
	l.refused(refusal.NoRecord, l.house.LockRecord(open.Passphrase(moms)))
	l.does(l.house.Leave())
	l.does(l.house.Own())
	l.does(l.house.LockRecord(open.Passphrase(moms)))
	l.refused(refusal.LockedRecord, l.house.LockRecord(open.Passphrase(moms)))
	l.wants("[Mia]")
}

// A missing attachment stays missing; a damaged one is in the way, since a copy
// of it would be none, and is named.
func TestAttachmentsThatAreNotSound(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	gone, bad := l.attach("gone"), l.attach("bad one")
	paper := func(id string) string { return filepath.Join(l.data, "attachments", id[:2], id) }
	l.does(os.Remove(paper(gone)))
	good := l.bytes(paper(bad))
	l.write(paper(bad), "bad two")
	err := l.house.LockRecord(open.Passphrase(moms))
	l.refused(refusal.PaperInTheWay, err)
	if r := refusal.From(err); r.Args["name"] != "letter.txt" || l.house.Room().Locked() {
		t.Errorf("%+v", r)
	}
	l.write(paper(bad), string(good))
	l.does(l.house.LockRecord(open.Passphrase(moms)))
	if l.saved(bad) != "bad one" {
		t.Error("the good one is not there")
	}
	l.does(l.house.Room().CheckPapers())
	if why := l.house.Room().PaperAmiss(gone); why == nil || why.Code != refusal.PaperGone {
		t.Errorf("the missing one: %v", why)
	}
}

// Half an attachment, which a killed process left open beside a vault, goes too.
func TestHalfAnAttachmentIsNotLeft(t *testing.T) {
	for _, f := range families(t) {
		l := f.home(t)
		l.start()
		l.reenter()
		dead := false
		reset := open.SetStep(func(what string, do func() error) error {
			if dead = dead || what == "copy an attachment"; dead {
				return syscall.EIO
			}
			return do()
		})
		if err := l.move(f.mode); err == nil {
			t.Fatal("moved")
		}
		reset()
		l.does(l.house.Close())
		half := filepath.Join(l.data, "attachments", "ab", ".new-"+strings.Repeat("ab", 16))
		l.does(os.MkdirAll(filepath.Dir(half), 0o700))
		l.write(half, canary)
		l.start()
		l.reenter()
		l.whole(f, f.acts)
		if l.alone(); there(half) && f.mode == open.Locked {
			t.Error("it is left")
		}
		l.does(l.house.Close())
	}
}

func there(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// A disk that puts the record's new file in its place and says that it did not is
// believed: the move is taken back, and the next start finds one record.
func TestAMoveThatIsToldAsBrokenIsTakenBack(t *testing.T) {
	for _, f := range families(t) {
		l := f.home(t)
		l.start()
		l.reenter()
		last := map[open.Mode]int{open.Plain: 2, open.Locked: 1}[f.mode] // the attachments are put in their place first
		published := 0
		reset := open.SetStep(func(what string, do func() error) error {
			if what == "publish" {
				if published++; published == last {
					return errors.Join(do(), syscall.EIO)
				}
			}
			return do()
		})
		err := l.move(f.mode)
		reset()
		if err == nil || l.house.Mode() != f.mode || published != last {
			t.Errorf("%s: mode %s, %d published, %v", f.mode, l.house.Mode(), published, err)
		}
		l.names("After")
		l.does(l.house.Close())
		l.start()
		l.reenter()
		l.whole(f, f.acts+1)
		l.alone()
		l.does(l.house.Close())
	}
}

// While a record is moved nobody can write to it, and its folder says where the
// move goes.
func TestTheFolderOfAMove(t *testing.T) {
	for _, f := range families(t) {
		l := f.home(t)
		l.start()
		l.reenter()
		room, looked := l.house.Room(), false
		reset := open.SetStep(func(what string, do func() error) error {
			if what == "copy the record" {
				looked = true
				if err := room.SetDraft("note", "meanwhile"); err == nil || l.house.Room() != nil {
					t.Errorf("written to meanwhile: %v", err)
				}
				want := map[open.Mode]string{open.Plain: `"to": "locked"`, open.Locked: `"to": "plain"`}[f.mode]
				if marker := string(l.bytes(filepath.Join(l.data, "moving", "move.json"))); !strings.Contains(marker, want) || strings.Contains(marker, "sha256") {
					t.Errorf("the marker says %s", marker)
				}
			}
			return do()
		})
		l.does(l.move(f.mode))
		reset()
		l.whole(f, f.acts)
		if !looked {
			t.Error("nobody looked")
		}
		l.does(l.house.Close())
	}
}

// What is moved is for this account alone, in either form.
func TestWhatIsMovedIsForThisAccountAlone(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	l.lived()
	for range 2 {
		l.does(l.house.LockRecord(printed(t)))
		l.othersReadNothing()
		l.does(l.house.UnlockRecord(printedKey))
		l.othersReadNothing()
	}
}

// othersReadNothing says that nobody else can read anything in the data folder.
func (l *laptop) othersReadNothing() {
	l.Helper()
	l.does(filepath.WalkDir(l.data, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
			l.Errorf("%s is %v", filepath.Base(path), info.Mode())
		}
		return err
	}))
}

// A second window of a locked record gets nothing, and settles no move of the
// first.
func TestASecondWindowOfALockedRecord(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	l.does(l.house.UnlockRecord(moms)) // the vault waits for the next start
	before := len(l.vaultFiles())
	second, err := open.New(l.options())
	if !errors.Is(err, open.ErrInUse) || second.Moved() != "" || len(l.vaultFiles()) != before {
		t.Fatalf("the second window: %v, moved %q", err, second.Moved())
	}
	l.refused(refusal.RecordInUse, second.Own())
	l.refused(refusal.RecordInUse, second.Unlock(open.Passphrase(moms), open.Opening{}))
	l.refused(refusal.NoRecord, second.LockRecord(open.Passphrase(moms)))
	l.does(second.Close())
	l.wants("[Mia]")
}
