package vault

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"midweek/internal/core/refusal"
)

// A recovery key is read as it was printed, however it is typed, and one wrong
// sign is told.
func TestARecoveryKeyIsTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		secret, text := NewRecovery()
		if len(text) != 9*4+8 || len(secret.bytes) != 20 {
			t.Fatalf("%q", text)
		}
		typed := strings.NewReplacer("0", "o", "1", rapid.SampledFrom([]string{"l", "I"}).Draw(t, "one"), "-", rapid.SampledFrom([]string{"", " ", " – ", "\n"}).Draw(t, "gap")).Replace(strings.ToLower(text))
		read, err := Recovery(typed)
		if err != nil || !bytes.Equal(read.bytes, secret.bytes) {
			t.Fatalf("%q: %v", typed, err)
		}
		at := rapid.IntRange(0, len(text)-1).Draw(t, "at")
		sign := crockford[rapid.IntRange(0, 31).Draw(t, "sign")]
		if text[at] == '-' || text[at] == sign {
			return
		}
		if wrong, err := Recovery(text[:at] + string(sign) + text[at+1:]); err == nil && bytes.Equal(wrong.bytes, secret.bytes) {
			t.Fatal("two keys are one")
		}
	})
	for _, typed := range []string{"", "ABCD", printedKey + "0", printedKey[1:], strings.Replace(printedKey, "C", "U", 1), strings.Replace(printedKey, "CZHH", "CZHJ", 1), "é" + printedKey} {
		_, err := Recovery(typed)
		wantCode(t, typed, err, refusal.RecoveryTyped)
	}
}

// The key of the format's page.
func TestARecoveryKeyIsSpelled(t *testing.T) {
	secret, err := Recovery("0000-0000-0000-0000-0000-0000-0000-0001-" + checked(append(make([]byte, 19), 1)))
	must(t, err)
	if want := append(make([]byte, 19), 1); !bytes.Equal(secret.bytes, want) {
		t.Errorf("% x", secret.bytes)
	}
	secret, err = Recovery("ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-" + checked(bytes.Repeat([]byte{255}, 20)))
	must(t, err)
	secret.Forget()
	if !bytes.Equal(secret.bytes, make([]byte, 20)) {
		t.Error("it is remembered")
	}
}

// opens says whether a secret opens a vault that is closed.
func (d *desk) opens(s Secret) bool {
	d.Helper()
	v, err := Open(d.place, s, Opening{Reading: true})
	if err == nil {
		must(d, v.Close())
	}
	return err == nil
}

// Another passphrase, a second adult, and ways that are taken back.
func TestTheWaysToOpenAVault(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	must(t, d.note("a"))
	mom, dad := Passphrase("five words of a story"), Passphrase("another story entirely")
	must(t, d.vault.AddSecret(mom, cheap))
	must(t, d.vault.AddSecret(dad, cheap))
	slots := d.vault.Slots()
	if len(slots) != 3 || !slots[0].Recovery || slots[1].Recovery {
		t.Errorf("%+v", slots)
	}
	of, err := d.vault.SlotOf(dad)
	if err != nil || of != slots[2] {
		t.Errorf("%+v, %v", of, err)
	}
	_, err = d.vault.SlotOf(Passphrase("nobody's"))
	wantCode(t, "nobody's", err, refusal.WrongPassphrase)
	later := Passphrase("a new story")
	must(t, d.vault.ChangeSecret(slots[1].ID, later, cheap))
	must(t, d.vault.RemoveSecret(slots[2].ID))
	wantCode(t, "removed twice", d.vault.RemoveSecret(slots[2].ID), refusal.Gone)
	must(t, d.note("b"))
	d.shut()
	for s, want := range map[string]bool{"five words of a story": false, "another story entirely": false, "a new story": true} {
		if d.opens(Passphrase(s)) != want {
			t.Errorf("%s: %v", s, !want)
		}
	}
	if list, _ := d.place.settled().generations(); len(list) != 1 {
		t.Errorf("generations %v: one still has the former ways", list)
	}
	d.secret = later
	d.again()
	d.wants("2 a,b")
	must(t, d.vault.RemoveSecret(slots[0].ID))
	wantCode(t, "the last way", d.vault.RemoveSecret(d.vault.Slots()[0].ID), refusal.LastSlot)
	for len(d.vault.Slots()) < maxSlots {
		must(t, d.vault.AddSecret(mom, cheap))
	}
	wantCode(t, "a ninth way", d.vault.AddSecret(mom, cheap), refusal.SlotsFull)
	d.shut()
	d.again()
	d.shut()
}

// With a new data key, whoever knew the former one reads nothing more.
func TestANewKey(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	must(t, d.note("a"))
	former := bytes.Clone(d.vault.key)
	secret, _ := NewRecovery()
	must(t, d.vault.NewKey(cheap, secret))
	must(t, d.vault.Forget())
	must(t, d.note("b"))
	h := d.vault.at.header
	if _, err := h.open(d.secret); err == nil {
		t.Error("a former secret opens it")
	}
	g := &generation{header: h}
	var err error
	g.seal, err = newSealer(h, former)
	must(t, err)
	g.file, err = realDisk{}.open(d.place.settled().file(h.generation), false)
	must(t, err)
	defer g.file.Close()
	var damaged *damagedError
	if err := g.read(newImage()); !errors.As(err, &damaged) || damaged.after != 0 {
		t.Errorf("the former key opens it: %v", err)
	}
	d.shut()
	d.secret = secret
	d.again()
	d.wants("2 a,b")
	d.shut()
}

// A vault that is closed has forgotten its key and its database.
func TestACloseForgets(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	must(t, d.note("a secret note"))
	key, page := d.vault.key, d.vault.image.pages[1]
	d.shut()
	if !bytes.Equal(key, make([]byte, keySize)) || !bytes.Equal(page, make([]byte, block)) {
		t.Error("something is left")
	}
	must(t, d.vault.Close())
}

// The cost of a passphrase follows the computer, never below the default.
func TestTheCostOfAPassphrase(t *testing.T) {
	if testing.Short() {
		t.Skip("takes 256 MB for a moment")
	}
	for took, want := range map[time.Duration]uint32{2 * time.Second: 3, 700 * time.Millisecond: 3, 420 * time.Millisecond: 5, time.Millisecond: 10} {
		calls := 0
		got := Calibrated(func() time.Time {
			calls++
			return time.Time{}.Add(time.Duration(calls) * took)
		})
		if got.Passes != want || got.MemoryKiB != Default.MemoryKiB || !got.bearable() {
			t.Errorf("%v: %+v", took, got)
		}
	}
}

// Whoever made a vault can have what is there only with a secret, and one that
// is there is not made again.
func TestCreateRefusesWhatIsThere(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	d.shut()
	before := contents(t, d.place.Dir)
	_, err := Create(d.place, cheap, d.secret)
	wantCode(t, "made over it", err, refusal.AlreadyThere)
	_, err = Create(Place{Dir: t.TempDir(), Name: "x"}, cheap)
	wantCode(t, "without a secret", err, refusal.SlotsFull)
	if !same(before, contents(t, d.place.Dir)) {
		t.Error("something was changed")
	}
	_, err = Open(Place{Dir: t.TempDir(), Name: "x"}, d.secret, Opening{})
	wantCode(t, "opened nothing", err, refusal.NoRecord)
}
