package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"midweek/internal/core/refusal"
)

const (
	harbor = "harbor lemon quiet stairs"
	violet = "violet carpet under rain"
)

// typedBack are the groups that a person types back from the sheet.
func typedBack(v *SetupView) []string {
	var list []string
	for _, n := range v.Asked {
		list = append(list, strings.ToLower(v.Groups[n-1]))
	}
	return list
}

// beginLocked is the first run with a passphrase, and gives the recovery key.
func (f *family) beginLocked() (key string) {
	f.Helper()
	screen := &Lock{f.desk}
	v := got(screen.Prepare(SetupForm{For: forBegin, Child: "Mia", Author: "Mom", Passphrase: harbor}))
	if open := got(screen.Finish(typedBack(v))); open.State != "open" || !open.Frame.Locked {
		f.Fatalf("after the set-up: %+v", open)
	}
	return strings.Join(v.Groups, "-")
}

// files are the names of all files of the family, and all that is in them.
func (f *family) files() (names []string, all string) {
	f.Helper()
	err := filepath.WalkDir(f.dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		names, all = append(names, filepath.Base(path)), all+string(text)
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	return names, all
}

// Until the groups are typed back nothing of the record is on the disk; then it
// is there, and no word of it can be read.
func TestALockedRecordIsBegun(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	screen := &Lock{f.desk}
	form := SetupForm{For: forBegin, Child: "Mirabelle", Author: "Grandmother", Passphrase: harbor}
	for _, c := range []struct {
		change func(*SetupForm)
		code   refusal.Code
		field  string
	}{
		{func(f *SetupForm) { f.Child = "" }, refusal.Missing, "child"},
		{func(f *SetupForm) { f.Author = "" }, refusal.Missing, "author"},
		{func(f *SetupForm) { f.Passphrase = "short" }, refusal.PassphraseShort, "passphrase"},
		{func(f *SetupForm) { f.Passphrase = "mirabelle lemon quiet stairs" }, refusal.PassphraseName, "passphrase"},
	} {
		bad := form
		c.change(&bad)
		_, err := screen.Prepare(bad)
		refused(t, err, c.code, c.field)
	}
	v := got(screen.Prepare(form))
	if len(v.Groups) != 9 || len(v.Asked) != 2 || v.Asked[0] >= v.Asked[1] || v.Asked[1] > 9 || len(v.Code.Marks) < 50 {
		t.Errorf("the recovery key: %+v", v)
	}
	back := typedBack(v)
	_, err := screen.Finish([]string{back[0], "ZZZZ"})
	refused(t, err, refusal.GroupsTyped, "groups[1]")
	_, err = screen.Finish(nil)
	refused(t, err, refusal.GroupsTyped, "groups[0]")
	if names, _ := f.files(); slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, "record") }) {
		t.Errorf("before the end of the set-up there is %v", names)
	}
	open := got(screen.Finish(back))
	if open.State != "open" || open.Frame.Begin == "" || open.Frame.Children[0].Text != "Mirabelle" {
		t.Errorf("then: %+v", open)
	}
	got((&Family{f.desk}).SaveYear("", YearForm{Name: "Larkspur Elementary", First: "2026-08-24", Last: "2027-06-11"}))
	_, err = screen.Finish(back)
	refused(t, err, refusal.NothingMade, "")
	f.desk.House.Close()
	_, all := f.files()
	for _, word := range append([]string{"Mirabelle", "Grandmother", "Larkspur", "harbor", "lemon"}, v.Groups...) {
		if strings.Contains(all, word) {
			t.Errorf("%q is on the disk", word)
		}
	}
}

// A set-up that is left leaves nothing behind.
func TestASetUpThatIsLeft(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	screen := &Lock{f.desk}
	v := got(screen.Prepare(SetupForm{For: forBegin, Child: "Mia", Author: "Mom", Passphrase: harbor}))
	if err := screen.Drop(); err != nil {
		t.Fatal(err)
	}
	_, err := screen.Finish(typedBack(v))
	refused(t, err, refusal.NothingMade, "")
	_, err = screen.Sheet()
	refused(t, err, refusal.NothingMade, "")
	if v := f.restart(); v.State != "fresh" {
		t.Errorf("then there is %+v", v)
	}
}

func TestTheSheetIsSaved(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	screen := &Lock{f.desk}
	got(screen.Prepare(SetupForm{For: forBegin, Child: "Mia", Author: "Mom", Passphrase: harbor}))
	if v := got(screen.Sheet()); v.Saved != "" {
		t.Errorf("saved nowhere, it says %q", v.Saved)
	}
	f.out.saved = filepath.Join(t.TempDir(), "sheet.pdf")
	if v := got(screen.Sheet()); !strings.Contains(v.Saved, "sheet.pdf") || len(v.Groups) != 9 {
		t.Errorf("saved: %+v", v)
	}
	if page, err := os.ReadFile(f.out.saved); err != nil || !strings.HasPrefix(string(page), "%PDF") {
		t.Errorf("the file: %.8s, %v", page, err)
	}
}

// The door opens by the passphrase, and tells a wrong one from a damaged record.
func TestTheDoor(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.beginLocked()
	if v := f.restart(); v.State != "door" || len(v.Frame.Children) != 0 {
		t.Fatalf("at the start: %+v", v)
	}
	if first := f.first(); first.Start.State != "door" || first.Today != nil {
		t.Errorf("with the page comes %+v", first)
	}
	start := &Start{f.desk}
	_, err := start.Unlock(DoorForm{})
	refused(t, err, refusal.Missing, "passphrase")
	_, err = start.Unlock(DoorForm{Passphrase: violet})
	refused(t, err, refusal.WrongPassphrase, "passphrase")
	_, err = (&Today{f.desk}).View("")
	refused(t, err, refusal.NoRecord, "")
	if v := got(start.Unlock(DoorForm{Passphrase: harbor})); v.State != "open" || v.Frame.Children[0].Text != "Mia" || !v.Frame.Locked {
		t.Errorf("unlocked: %+v", v)
	}
}

// The sixth wrong passphrase in a row is answered a second later, and a right one
// ends that.
func TestWrongPassphrasesAreAnsweredLater(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.beginLocked()
	f.restart()
	var waited []time.Duration
	f.desk.bolt.pause = func(d time.Duration) { waited = append(waited, d) }
	start := &Start{f.desk}
	for range 7 {
		_, err := start.Unlock(DoorForm{Passphrase: violet})
		refused(t, err, refusal.WrongPassphrase, "passphrase")
	}
	if !slices.Equal(waited, []time.Duration{time.Second, time.Second}) {
		t.Errorf("waited %v", waited)
	}
	got(start.Unlock(DoorForm{Passphrase: harbor}))
	got((&Lock{f.desk}).Now(""))
	_, err := start.Unlock(DoorForm{Passphrase: violet})
	refused(t, err, refusal.WrongPassphrase, "passphrase")
	if len(waited) != 2 {
		t.Error("waits after a passphrase that was right")
	}
}

// Somebody who forgot the passphrase comes in by the recovery key, and sets a new
// passphrase before anything of the record is shown.
func TestAForgottenPassphrase(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	key := f.beginLocked()
	f.restart()
	start := &Start{f.desk}
	slip := "Z" + key[1:]
	if key[0] == 'Z' {
		slip = "Y" + key[1:]
	}
	_, err := start.Unlock(DoorForm{Recovery: slip})
	refused(t, err, refusal.RecoveryTyped, "recovery")
	v := got(start.Unlock(DoorForm{Recovery: strings.ToLower(strings.ReplaceAll(key, "-", " "))}))
	if v.State != "renew" || len(v.Door.Keys) != 1 || len(v.Frame.Children) != 0 {
		t.Fatalf("by the recovery key: %+v", v)
	}
	if again := got(start.View()); again.State != "renew" {
		t.Errorf("asked again: %+v", again)
	}
	_, err = start.Renew(RenewForm{Passphrase: "short"})
	refused(t, err, refusal.PassphraseShort, "passphrase")
	if v := got(start.Renew(RenewForm{Passphrase: violet})); v.State != "open" {
		t.Fatalf("renewed: %+v", v)
	}
	f.restart()
	start = &Start{f.desk}
	_, err = start.Unlock(DoorForm{Passphrase: harbor})
	refused(t, err, refusal.WrongPassphrase, "passphrase")
	got(start.Unlock(DoorForm{Passphrase: violet}))
}

// Another family's recovery key is a whole one, and opens nothing here.
func TestARecoveryKeyOfAnotherRecord(t *testing.T) {
	other := newFamily(t, "2026-09-03").beginLocked()
	f := newFamily(t, "2026-09-03")
	f.beginLocked()
	f.restart()
	_, err := (&Start{f.desk}).Unlock(DoorForm{Recovery: other})
	refused(t, err, refusal.WrongRecovery, "recovery")
}

// Lock now keeps what was typed, forgets what the menu and the tray know, and
// gives it back after the passphrase, once.
func TestLockNowKeepsWhatWasTyped(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.beginLocked()
	const words = `{"address":"#/log","forms":{"log":[["own x",{"note":"Wore glasses"}]]}}`
	if f.out.undo == "" {
		t.Fatal("the menu names nothing to undo")
	}
	screen := &Lock{f.desk}
	if v := got(screen.Now(words)); v.State != "door" || v.Typed != "" || f.out.undo != "" || f.out.redo != "" {
		t.Errorf("locked: %+v; the menu says %q", v, f.out.undo)
	}
	_, err := (&Today{f.desk}).View("")
	refused(t, err, refusal.NoRecord, "")
	if _, all := f.files(); strings.Contains(all, "glasses") {
		t.Error("what was typed lies open on the disk")
	}
	f.restart()
	start := &Start{f.desk}
	if v := got(start.Unlock(DoorForm{Passphrase: harbor})); v.Typed != words {
		t.Errorf("given back: %q", v.Typed)
	}
	if v := got(start.View()); v.Typed != "" {
		t.Errorf("given back twice: %q", v.Typed)
	}
	_, err = screen.Now(strings.Repeat("x", mostTyped+1))
	refused(t, err, refusal.TooLarge, "")
}

// A plain record and the sample family have nothing to lock.
func TestAPlainRecordIsNotLocked(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Lock{f.desk}
	if v := got(screen.Now("typed")); v.State != "open" || v.Frame.Locked {
		t.Errorf("a plain record: %+v", v)
	}
	if v := got(screen.View("")); v.State != "plain" || len(v.Keys) != 0 {
		t.Errorf("its screen: %+v", v)
	}
	_, err := screen.Change("", KeyForm{Present: harbor, Passphrase: violet})
	refused(t, err, refusal.PlainRecord, "")
	got((&Start{f.desk}).Sample())
	if v := got(screen.View("")); v.State != "sample" {
		t.Errorf("the sample's screen: %+v", v)
	}
}

// When nobody is there for as long as was chosen, the page is asked for what was
// typed, and the record is locked; one that does not answer is not waited for.
func TestNobodyIsThere(t *testing.T) {
	for _, answers := range []bool{true, false} {
		f := newFamily(t, "2026-09-03")
		f.beginLocked()
		screen := &Lock{f.desk}
		now := time.Now()
		f.desk.bolt.now = func() time.Time { return now }
		if answers {
			f.out.asked = func() { got(screen.Now(`{"address":"#/log","forms":{}}`)) }
		}
		_, err := screen.Idle("", 0)
		refused(t, err, refusal.OutOfBounds, "minutes")
		if v := got(screen.Idle("", 2)); v.Minutes != 2 {
			t.Errorf("idle after %d minutes", v.Minutes)
		}
		now = now.Add(119 * time.Second)
		f.desk.lookAround()
		if f.desk.House.Room() == nil {
			t.Fatal("locked a second before")
		}
		if err := screen.Active(); err != nil {
			t.Fatal(err)
		}
		now = now.Add(119 * time.Second)
		f.desk.lookAround()
		if f.desk.House.Room() == nil {
			t.Fatal("locked although somebody was there")
		}
		now = now.Add(time.Second)
		f.desk.lookAround()
		if f.desk.House.Room() != nil || f.out.undo != "" {
			t.Error("still open")
		}
		if restarted := f.out.restarts.Load() == 1; restarted == answers {
			t.Errorf("the page answers: %t; it was begun anew: %t", answers, restarted)
		}
		v := got((&Start{f.desk}).Unlock(DoorForm{Passphrase: harbor}))
		if (v.Typed != "") != answers {
			t.Errorf("the page answers: %t; kept is %q", answers, v.Typed)
		}
	}
}

// Before the window closes the record is locked; a plain one closes at once.
func TestTheWindowCloses(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	if f.desk.closing() != nil {
		t.Error("a plain record keeps the window open")
	}
	f = newFamily(t, "2026-09-03")
	f.beginLocked()
	f.out.asked = func() { got((&Lock{f.desk}).Now("typed")) }
	last := f.desk.closing()
	if last == nil {
		t.Fatal("nothing is done before the window closes")
	}
	last()
	f.restart()
	if v := got((&Start{f.desk}).Unlock(DoorForm{Passphrase: harbor})); v.Typed != "typed" {
		t.Errorf("kept: %q", v.Typed)
	}
}

// Passphrases are changed, added under a name and taken away by somebody who
// knows one, and a new recovery key takes the place of the one before.
func TestTheKeys(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	key := f.beginLocked()
	screen := &Lock{f.desk}
	_, err := screen.Change("", KeyForm{Present: violet, Passphrase: violet})
	refused(t, err, refusal.WrongPassphrase, "present")
	_, err = screen.Change("", KeyForm{Present: harbor, Passphrase: harbor})
	refused(t, err, refusal.SamePassphrase, "passphrase")
	v := got(screen.Change("", KeyForm{Present: harbor, Passphrase: violet}))
	if v.Frame.Did == "" || len(v.Keys) != 2 || v.Keys[0].Name != "Mom" || !v.Keys[1].Recovery {
		t.Errorf("changed: %+v", v)
	}
	_, err = screen.Add("", KeyForm{Name: "", Present: violet, Passphrase: harbor})
	refused(t, err, refusal.Missing, "author")
	v = got(screen.Add("", KeyForm{Name: "Dad", Present: violet, Passphrase: harbor}))
	if len(v.Keys) != 3 || v.Keys[1].Name != "Dad" || !v.Spare {
		t.Fatalf("added: %+v", v)
	}
	own, his := v.Keys[0].ID, v.Keys[1].ID
	_, err = screen.Remove("", KeyForm{ID: own, Present: violet})
	refused(t, err, refusal.Missing, "id")
	if v = got(screen.Remove("", KeyForm{ID: his, Present: violet})); len(v.Keys) != 2 {
		t.Errorf("removed: %+v", v)
	}
	made := got(screen.Prepare(SetupForm{For: forRecovery, Present: violet}))
	if done := got(screen.Finish(typedBack(made))); done.Frame.Did == "" {
		t.Errorf("a new recovery key: %+v", done)
	}
	f.restart()
	start := &Start{f.desk}
	for _, form := range []DoorForm{{Passphrase: harbor}, {Recovery: key}} {
		if _, err := start.Unlock(form); refusal.From(err) == nil {
			t.Errorf("opened by what was taken away: %+v", form)
		}
	}
	if v := got(start.Unlock(DoorForm{Recovery: strings.Join(made.Groups, "")})); v.State != "renew" {
		t.Errorf("by the new recovery key: %+v", v)
	}
}

func TestANewDataKey(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	key := f.beginLocked()
	screen := &Lock{f.desk}
	got(screen.Add("", KeyForm{Name: "Dad", Present: harbor, Passphrase: violet}))
	m := got(screen.Prepare(SetupForm{For: forNewKey, Present: harbor, Passphrase: violet}))
	_, err := screen.Finish(typedBack(m))
	refused(t, err, refusal.SamePassphrase, "passphrase")
	const fresh = "orchard seven pewter clouds"
	m = got(screen.Prepare(SetupForm{For: forNewKey, Present: harbor, Passphrase: fresh}))
	got(screen.Finish(typedBack(m)))
	if v := got(screen.View("")); len(v.Keys) != 2 {
		t.Errorf("opened by %+v", v.Keys)
	}
	f.restart()
	start := &Start{f.desk}
	for _, form := range []DoorForm{{Passphrase: harbor}, {Passphrase: violet}, {Recovery: key}} {
		if _, err := start.Unlock(form); refusal.From(err) == nil {
			t.Errorf("opened by a key of before: %+v", form)
		}
	}
	if v := got(start.Unlock(DoorForm{Passphrase: fresh})); v.Frame.Children[0].Text != "Mia" {
		t.Errorf("opened: %+v", v)
	}
}

// On request this computer opens the record by itself, until it is locked by hand
// or the passphrase is changed.
func TestTheKeyStore(t *testing.T) {
	keyring.MockInit()
	f := newFamily(t, "2026-09-03")
	f.beginLocked()
	screen := &Lock{f.desk}
	if v := got(screen.View("")); v.Kept {
		t.Error("on without being asked")
	}
	_, err := screen.Keep("", KeyForm{Present: violet})
	refused(t, err, refusal.WrongPassphrase, "present")
	if v := got(screen.Keep("", KeyForm{Present: harbor})); !v.Kept {
		t.Errorf("kept: %+v", v)
	}
	if v := f.restart(); v.State != "open" {
		t.Fatalf("at the next start: %+v", v)
	}
	screen = &Lock{f.desk}
	if v := got(screen.Now("")); v.State != "door" {
		t.Errorf("locked by hand: %+v", v)
	}
	got((&Start{f.desk}).Unlock(DoorForm{Passphrase: harbor}))
	if v := got(screen.Change("", KeyForm{Present: harbor, Passphrase: violet})); v.Kept {
		t.Error("the key store keeps a passphrase that holds no more")
	}
	if _, err := keyring.Get("midweek", f.desk.House.Folder()); err != keyring.ErrNotFound {
		t.Errorf("in the key store: %v", err)
	}
	got(screen.Keep("", KeyForm{Present: violet}))
	if v := got(screen.Unkeep("")); v.Kept {
		t.Errorf("taken out: %+v", v)
	}
	if v := f.restart(); v.State != "door" {
		t.Errorf("at the next start: %+v", v)
	}
}

func TestNoKeyStore(t *testing.T) {
	keyring.MockInitWithError(keyring.ErrUnsupportedPlatform)
	f := newFamily(t, "2026-09-03")
	f.beginLocked()
	_, err := (&Lock{f.desk}).Keep("", KeyForm{Present: harbor})
	refused(t, err, refusal.NoKeychain, "")
	if f.out.settings.Kept {
		t.Error("it is asked for all the same")
	}
}

// A plain record is locked by the same steps, and made plain again by somebody who
// knows the passphrase and types a word.
func TestAPlainRecordIsLockedAndMadePlain(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Lock{f.desk}
	_, err := screen.Prepare(SetupForm{For: forLock, Passphrase: "mia lemon quiet stairs"})
	refused(t, err, refusal.PassphraseName, "passphrase")
	m := got(screen.Prepare(SetupForm{For: forLock, Passphrase: harbor}))
	if v := got(screen.Finish(typedBack(m))); v.State != "open" || !v.Frame.Locked || v.Frame.Did == "" {
		t.Fatalf("locked: %+v", v)
	}
	if v := f.restart(); v.State != "door" {
		t.Fatalf("at the next start: %+v", v)
	}
	screen = &Lock{f.desk}
	got((&Start{f.desk}).Unlock(DoorForm{Passphrase: harbor}))
	word := got(screen.View("")).Word
	_, err = screen.Plain(PlainForm{Present: violet, Word: word})
	refused(t, err, refusal.WrongPassphrase, "present")
	_, err = screen.Plain(PlainForm{Present: harbor})
	refused(t, err, refusal.WordTyped, "word")
	if v := got(screen.Plain(PlainForm{Present: harbor, Word: word})); v.State != "open" || v.Frame.Locked {
		t.Fatalf("made plain: %+v", v)
	}
	if v := f.restart(); v.State != "open" || v.Frame.Children[0].Text != "Mia" {
		t.Errorf("at the next start: %+v", v)
	}
}

// vaultFile is the newest file of the locked record.
func (f *family) vaultFile() string {
	f.Helper()
	all, err := filepath.Glob(filepath.Join(f.dir, "data", "record-*.vault"))
	if err != nil || len(all) == 0 {
		f.Fatalf("no vault: %v", err)
	}
	return all[len(all)-1]
}

// A locked record that is not as it was left has words of its own for each
// reason, told from a wrong passphrase; an older copy and what came before the
// damage can be opened after all.
func TestALockedRecordThatIsNotAsItWasLeft(t *testing.T) {
	spoil := func(change func(*family, string)) (*family, *StartView) {
		f := newFamily(t, "2026-09-03")
		f.beginLocked()
		return f, f.restart(func() { change(f, f.vaultFile()) })
	}
	rewrite := func(change func([]byte) []byte) func(*family, string) {
		return func(f *family, file string) {
			data := got(os.ReadFile(file))
			if err := os.WriteFile(file, change(data), 0o600); err != nil {
				f.Fatal(err)
			}
		}
	}
	for code, change := range map[string]func([]byte) []byte{
		"empty":   func([]byte) []byte { return nil },
		"foreign": func([]byte) []byte { return []byte("Dear team, here is the plan that we spoke of last week.") },
	} {
		_, v := spoil(rewrite(change))
		if v.State != "rescue" || v.Rescue.Code != code || !strings.Contains(v.Rescue.Advice, "Nothing was changed") || v.Rescue.Anyway != "" {
			t.Errorf("%s: %+v", code, v)
		}
	}
	f, v := spoil(func(f *family, _ string) {
		if err := os.WriteFile(f.record(), []byte("SQLite format 3\x00"), 0o600); err != nil {
			t.Fatal(err)
		}
	})
	if v.Rescue.Code != "two" || v.Rescue.Text == "" {
		t.Errorf("two records: %+v", v)
	}
	f, v = spoil(rewrite(func(b []byte) []byte { b[len(b)/2] ^= 1; return b }))
	got((&Start{f.desk}).Unlock(DoorForm{Passphrase: harbor}))
	if v = got((&Start{f.desk}).OpenAnyway()); v.Rescue.Code != "damaged" || v.Rescue.Anyway != "" {
		t.Errorf("nothing came before the damage: %+v", v)
	}
	f = newFamily(t, "2026-09-03")
	f.beginLocked()
	before := len(got(os.ReadFile(f.vaultFile())))
	for _, name := range []string{"Leo", "Ana", "Tom"} {
		f.addChild(name)
	}
	v = f.restart(func() {
		rewrite(func(b []byte) []byte { b[(before+len(b))/2] ^= 1; return b })(f, f.vaultFile())
	})
	if v.State != "door" {
		t.Fatalf("damaged: %+v", v)
	}
	start := &Start{f.desk}
	_, err := start.Unlock(DoorForm{Passphrase: violet})
	refused(t, err, refusal.WrongPassphrase, "passphrase")
	if v = got(start.Unlock(DoorForm{Passphrase: harbor})); v.Rescue.Code != "damaged" || v.Rescue.Anyway == "" {
		t.Fatalf("damaged, with the passphrase: %+v", v)
	}
	if v = got(start.OpenAnyway()); v.State != "open" || !v.Frame.Reading {
		t.Errorf("what came before: %+v", v)
	}
	if _, err = (&Family{f.desk}).SaveYear("", YearForm{Name: "Larkspur", First: "2026-08-24", Last: "2027-06-11"}); refusal.From(err) == nil {
		t.Errorf("written into a damaged record: %v", err)
	}
}

// An older copy in the place of the record is told, and opened only when asked.
func TestAnOlderCopyIsTold(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.beginLocked()
	older := map[string][]byte{}
	v := f.restart(func() { older[f.vaultFile()] = got(os.ReadFile(f.vaultFile())) })
	start := &Start{f.desk}
	got(start.Unlock(DoorForm{Passphrase: harbor}))
	f.addChild("Leo")
	v = f.restart(func() {
		for _, file := range got(filepath.Glob(filepath.Join(f.dir, "data", "record-*.vault"))) {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		}
		for file, data := range older {
			if err := os.WriteFile(file, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	})
	start = &Start{f.desk}
	if v = got(start.Unlock(DoorForm{Passphrase: harbor})); v.Rescue.Code != "older" || v.Rescue.Anyway == "" || !strings.Contains(v.Rescue.Text, "older") {
		t.Fatalf("an older copy: %+v", v)
	}
	if v = got(start.OpenAnyway()); v.State != "open" || len(v.Frame.Children) != 1 {
		t.Errorf("opened anyway: %+v", v)
	}
	if again := got(start.OpenAnyway()); again.State != "open" {
		t.Errorf("once more: %+v", again)
	}
}
