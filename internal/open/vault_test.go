package open_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
	"midweek/internal/open"
	"midweek/internal/sample"
)

const (
	moms = "five green boats at noon"
	dads = "the lamp beside the old door"
)

// beginLocked begins a locked record for Mia, which Mom's passphrase opens.
func (l *laptop) beginLocked(more ...open.Secret) {
	l.Helper()
	l.does(l.house.Begin("Mom", "Mia", append([]open.Secret{open.Passphrase(moms)}, more...)...))
}

// again closes the program and starts it; the record waits for its passphrase.
func (l *laptop) again(meanwhile ...func()) {
	l.Helper()
	l.does(l.house.Close())
	for _, do := range meanwhile {
		do()
	}
	l.start()
	l.lies(store.Sealed, l.house.Own())
}

func (l *laptop) unlock(text string) error {
	return l.house.Unlock(open.Passphrase(text), open.Opening{})
}

// lies says that a record was not opened because of a state.
func (l *laptop) lies(state store.State, err error) {
	l.Helper()
	shut, is := err.(*open.Unopenable)
	if !is || shut.State != state {
		l.Errorf("%v, want state %s", err, state)
	}
}

func TestALockedRecordWaitsForItsPassphrase(t *testing.T) {
	l := newLaptop(t)
	if l.house.Mode() != open.Plain {
		t.Error("locked before it is begun")
	}
	l.beginLocked()
	l.names("Leo")
	if l.house.Mode() != open.Locked || !l.house.Room().Locked() {
		t.Error("begun with a passphrase, and not locked")
	}
	l.again()
	l.refused(refusal.WrongPassphrase, l.unlock("five green boats at Noon"))
	l.refused(refusal.RecordSealed, l.house.Begin("Dad", "Tom"))
	l.does(l.unlock(moms))
	l.wants("[Leo Mia]")
	if got := l.house.Room().Author(); got != "Mom" {
		t.Errorf("author %q", got)
	}
	l.does(l.house.Lock())
	if l.house.Room() != nil {
		t.Error("open after it was locked")
	}
	l.lies(store.Sealed, l.house.Own())
}

// Nothing that the family wrote can be read in any file of the program.
func TestNothingOfALockedRecordCanBeRead(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	l.names("Xanthippe")
	l.does(l.house.Room().SetDraft("note", "Xanthippe slept badly"))
	l.attach("Xanthippe's plan")
	for range 2 {
		err := filepath.WalkDir(filepath.Dir(l.data), func(path string, d os.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && strings.Contains(string(l.bytes(path)), "Xanthippe") {
				t.Errorf("%s tells", filepath.Base(path))
			}
			return err
		})
		l.does(err)
		l.does(l.house.Lock())
	}
}

// attach attaches a text and gives the id of what was attached.
func (l *laptop) attach(text string) string {
	l.Helper()
	file := l.write(filepath.Join(l.TempDir(), "letter.txt"), text)
	taken, not, err := l.house.Room().Attach([]string{file}, nil)
	if taken != 1 || len(not) > 0 || err != nil {
		l.Fatalf("attached %d, not %v, %v", taken, not, err)
	}
	book, err := l.house.Room().Book()
	l.does(err)
	return book.Record.Attachments[len(book.Record.Attachments)-1].ID
}

// saved is what an attachment holds.
func (l *laptop) saved(id string) string {
	l.Helper()
	copied := filepath.Join(l.TempDir(), "copy.txt")
	l.does(l.house.Room().SavePaperAs(id, copied))
	return string(l.bytes(copied))
}

func TestTheRecoveryKeyOpensWhenThePassphraseIsForgotten(t *testing.T) {
	l := newLaptop(t)
	key, printed := open.NewRecovery()
	l.beginLocked(key)
	l.again()
	typed, err := open.Recovery(strings.ToLower(printed))
	l.does(err)
	l.does(l.house.Unlock(typed, open.Opening{}))
	room := l.house.Room()
	for _, slot := range room.Keys() {
		if !slot.Recovery {
			l.does(room.ChangeKey(slot.ID, open.Passphrase(dads)))
		}
	}
	l.again()
	l.refused(refusal.WrongPassphrase, l.unlock(moms))
	l.does(l.unlock(dads))
	l.wants("[Mia]")
}

func TestASecondAdultComesAndGoes(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	room := l.house.Room()
	l.does(room.AddKey(open.Passphrase(dads)))
	if got := len(room.Keys()); got != 2 {
		t.Fatalf("%d ways to open it", got)
	}
	l.again()
	l.does(l.unlock(dads))
	slot, err := l.house.Room().KeyOf(open.Passphrase(dads))
	l.does(err)
	l.does(l.house.Room().RemoveKey(slot.ID))
	l.again()
	l.refused(refusal.WrongPassphrase, l.unlock(dads))
	l.does(l.unlock(moms))
	l.refused(refusal.LastSlot, l.house.Room().RemoveKey(l.house.Room().Keys()[0].ID))
}

// A new data key keeps the record and its attachments, and only the new
// passphrase opens them.
func TestANewKeyKeepsEverything(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	first := l.attach("The plan of 3 September.")
	l.does(l.house.Room().NewKey(open.Passphrase(dads)))
	second := l.attach("The plan of 4 September.")
	l.again()
	l.refused(refusal.WrongPassphrase, l.unlock(moms))
	l.does(l.unlock(dads))
	if got := l.saved(first) + l.saved(second); got != "The plan of 3 September.The plan of 4 September." {
		t.Errorf("attached %q", got)
	}
	l.does(l.house.Room().CheckPapers())
	if amiss := l.house.Room().PaperAmiss(first); amiss != nil {
		t.Error(amiss)
	}
}

func TestAPlainRecordHasNoKeys(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	room := l.house.Room()
	if room.Locked() || room.Keys() != nil {
		t.Error("a plain record has keys")
	}
	l.refused(refusal.PlainRecord, room.AddKey(open.Passphrase(dads)))
	l.refused(refusal.PlainRecord, room.NewKey(open.Passphrase(dads)))
}

// The sample family stands beside a locked record, which is locked again after.
func TestTheSampleBesideALockedRecord(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	l.does(l.house.Sample())
	if room := l.house.Room(); !room.Sample || room.Locked() {
		t.Error("the sample family is locked")
	}
	l.lies(store.Sealed, l.house.Own())
	l.does(l.unlock(moms))
	l.wants("[Mia]")
}

// A vault that was cut off before a record was in it is begun anew.
func TestALockedRecordCutOffWhileItWasBegun(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	l.does(l.house.Close())
	l.does(os.RemoveAll(l.data))
	l.makeEmptyVault()
	l.start()
	l.lies(store.Sealed, l.house.Own())
	l.lies(store.Sealed, l.house.Begin("Dad", "Leo", open.Passphrase(dads)))
	if err := l.unlock(moms); !isAbsent(err) {
		t.Fatalf("an empty vault: %v", err)
	}
	l.does(l.house.Begin("Dad", "Leo", open.Passphrase(dads)))
	l.wants("[Leo]")
}

// A plain record and a locked one in one folder are a family's to tell apart.
func TestTwoRecordsInOneFolder(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	l.does(l.house.Close())
	l.nameless("record.db")
	l.start()
	before := hash(l.bytes(l.own()))
	l.lies(store.Two, l.house.Own())
	l.lies(store.Two, l.unlock(moms))
	l.refused(refusal.RecordTwo, l.house.Begin("Dad", "Leo"))
	if hash(l.bytes(l.own())) != before {
		t.Error("the plain one was changed")
	}
}

// An older copy of the vault is opened only after a yes, and writes on as a new
// device.
func TestAnOlderVaultIsTold(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	l.does(l.house.Close())
	older := l.vaultFiles()
	l.start()
	l.does(l.unlock(moms))
	l.names("Leo")
	l.does(l.house.Close())
	l.does(os.RemoveAll(l.data))
	l.does(os.MkdirAll(l.data, 0o700))
	for name, data := range older {
		l.write(filepath.Join(l.data, name), data)
	}
	l.start()
	l.lies(store.Older, l.unlock(moms))
	l.does(l.house.Unlock(open.Passphrase(moms), open.Opening{Older: true}))
	l.wants("[Mia]")
	l.names("Ana")
	if got := l.devices(); len(got) != 2 {
		t.Errorf("wrote as %v", got)
	}
}

func (l *laptop) vaultFiles() map[string]string {
	l.Helper()
	files := map[string]string{}
	list, err := filepath.Glob(filepath.Join(l.data, "record-*.vault"))
	l.does(err)
	for _, name := range list {
		files[filepath.Base(name)] = string(l.bytes(name))
	}
	return files
}

// A command asks for the passphrase, and takes the recovery key as well.
func TestACommandUnlocks(t *testing.T) {
	l := newLaptop(t)
	key, printed := open.NewRecovery()
	l.beginLocked(key)
	l.does(l.house.Close())
	_, err := open.Keep(l.options())
	l.refused(refusal.RecordSealed, err)
	for typed, code := range map[string]refusal.Code{moms: "", printed: "", dads: refusal.WrongPassphrase} {
		o := l.options()
		o.Secret = func() (string, error) { return typed, nil }
		kept, err := open.Keep(o)
		if code != "" {
			l.refused(code, err)
			continue
		}
		l.does(err)
		if whole, err := kept.Export(); err != nil || len(whole.Children) != 1 {
			t.Errorf("exported %+v, %v", whole, err)
		}
		l.does(kept.Close())
	}
	l.start()
}

// A file makes a locked record as well.
func TestAFileIsBroughtIntoALockedRecord(t *testing.T) {
	l := newLaptop(t)
	file := l.write(filepath.Join(t.TempDir(), "family.json"), string(sample.File()))
	n, err := l.house.BeginWith("Mom", file, open.Passphrase(moms))
	if n != 174 || err != nil || !l.house.Room().Locked() {
		t.Fatalf("brought %d, %v", n, err)
	}
	if n, err := l.house.BeginWith("Mom", file); n != 0 || err != nil || !l.house.Room().Locked() {
		t.Errorf("brought again: %d, %v", n, err)
	}
}
