package open_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
	"midweek/internal/open"
)

// database changes the record's database as another program would, in whichever
// mode it is; the record is closed.
func (l *laptop) database(mode open.Mode, statements ...string) {
	l.Helper()
	if mode == open.Plain {
		sneak(l.T, l.own(), statements...)
		return
	}
	v, err := vault.Open(vault.Place{Dir: l.data, Name: "record"}, printed(l), vault.Opening{})
	l.does(err)
	db, err := v.Connect([]string{"_synchronous=full"}, true)
	l.does(err)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			l.Fatalf("%s: %v", s, err)
		}
	}
	l.does(errors.Join(db.Close(), v.Close()))
}

// newest is the file in which the record lies.
func (l *laptop) newest(mode open.Mode) string {
	l.Helper()
	if mode == open.Plain {
		return l.own()
	}
	list, err := filepath.Glob(filepath.Join(l.data, "record-*.vault"))
	l.does(err)
	return slices.Max(list)
}

// tomorrow adds an act as a newer program might write it.
func (l *laptop) tomorrow(mode open.Mode) {
	l.Helper()
	l.start()
	l.reenter()
	acts := values(l.history())
	l.does(l.house.Close())
	last := slices.MaxFunc(acts, func(a, b history.Act) int { return a.N - b.N })
	body := bytes.Replace(last.Body, []byte(`"v":1`), []byte(`"v":7,"mood":"calm"`), 1)
	commit := sha256.Sum256(append(slices.Clone(last.Salt), body...))
	a := history.Act{
		Record: last.Record, Device: last.Device, N: last.N + 1, Prev: last.Hash(), Author: last.Author, At: last.At,
		Commit: history.Hash(hex.EncodeToString(commit[:])), Salt: last.Salt, Body: body,
	}
	l.database(mode, fmt.Sprintf(`INSERT INTO acts (hash, record, device, n, prev, author, at, priors, seen, commitment, salt, body)
		VALUES ('%s', '%s', '%s', %d, '%s', '%s', '%s', '', '', '%s', x'%x', '%s')`,
		a.Hash(), a.Record, a.Device, a.N, a.Prev, a.Author, a.At, a.Commit, a.Salt, a.Body))
}

// An ill is something that is wrong with the file of a record.
type ill struct {
	name  string
	only  open.Mode // in which it can be; empty: both
	do    func(l *laptop, mode open.Mode)
	state store.State
	code  refusal.Code
	args  string // an argument of the refusal: what a newer record needs
}

// change rewrites the record's file.
func change(how func(data []byte) []byte) func(*laptop, open.Mode) {
	return func(l *laptop, mode open.Mode) {
		file := l.newest(mode)
		l.write(file, string(how(l.bytes(file))))
	}
}

// noise makes a block of a file something else.
func noise(at func(length int) int) func(*laptop, open.Mode) {
	return change(func(data []byte) []byte {
		from := at(len(data))
		for i := from; i < min(len(data), from+4096); i++ {
			data[i] ^= 0xa5
		}
		return data
	})
}

var ills = []ill{
	{"0 bytes", "", change(func([]byte) []byte { return nil }), store.Empty, refusal.RecordEmpty, ""},
	{"something else", "", change(func([]byte) []byte { return bytes.Repeat([]byte("Dear team, "), 9999) }), store.Foreign, refusal.RecordForeign, ""},
	{"half a header", "", change(func(data []byte) []byte { return data[:60] }), store.Damaged, refusal.RecordDamaged, ""},
	{"a header alone", "", change(func(data []byte) []byte { return data[:4096] }), store.Damaged, refusal.RecordDamaged, ""},
	{"half of it", "", change(func(data []byte) []byte { return data[:len(data)/2/4096*4096] }), store.Damaged, refusal.RecordDamaged, ""},
	{"damaged in the middle", "", noise(func(n int) int { return n / 2 / 4096 * 4096 }), store.Damaged, refusal.RecordDamaged, ""},
	{"damaged at the end", open.Plain, noise(func(n int) int { return n - 4096 }), store.Damaged, refusal.RecordDamaged, ""},
	{"a newer schema", "", func(l *laptop, mode open.Mode) {
		l.database(mode, "PRAGMA user_version = 1000")
	}, store.Newer, refusal.RecordNewer, "1000"},
	{"a newer vault", open.Locked, change(func(data []byte) []byte {
		binary.BigEndian.PutUint16(data[10:], 1000)
		return data
	}), store.Newer, refusal.RecordNewer, "1000"},
	{"a newer act", "", func(l *laptop, mode open.Mode) { l.tomorrow(mode) }, "", refusal.NewerVersion, "7"},
	{"a table that is not ours", "", func(l *laptop, mode open.Mode) { l.database(mode, "CREATE TABLE mine (x)") }, store.Foreign, refusal.RecordForeign, ""},
}

// read opens the record and reads its acts.
func (l *laptop) read() error {
	err := l.house.Own()
	var shut *open.Unopenable
	if errors.As(err, &shut) && shut.State == store.Sealed {
		err = l.house.Unlock(printed(l), open.Opening{})
	}
	if err != nil {
		return err
	}
	return l.house.Room().Load()
}

// Whatever is wrong with a record is told by its name, in either mode, and not a
// byte in the data folder is changed.
func TestWhatIsWrongIsTold(t *testing.T) {
	for _, f := range families(t) {
		for _, ill := range ills {
			if ill.only != "" && ill.only != f.mode {
				continue
			}
			t.Run(string(f.mode)+", "+ill.name, func(t *testing.T) {
				l := f.home(t)
				ill.do(l, f.mode)
				before := sums(t, l.data)
				l.start()
				defer func() { l.house.Close() }()
				for range 2 {
					err := l.read()
					l.refused(ill.code, err)
					var shut *open.Unopenable
					if errors.As(err, &shut) != (ill.state != "") || shut != nil && shut.State != ill.state {
						t.Errorf("%v, want state %q", err, ill.state)
					}
					if r := refusal.From(err); ill.args != "" && (r == nil || r.Args["found"] != ill.args) {
						t.Errorf("%+v, found is not %s", r, ill.args)
					}
					l.does(l.house.Leave())
				}
				if err := l.house.Begin("Dad", "Leo"); err == nil {
					t.Error("begun over it")
				}
				l.does(l.house.Close())
				if got := sums(t, l.data); got != before {
					t.Errorf("before:\n%s\nafter:\n%s", before, got)
				}
			})
		}
	}
}

// sums are the names of all files below a folder, with a hash of each. The empty
// journal of a record that was open says nothing.
func sums(t *testing.T, dir string) string {
	t.Helper()
	var b bytes.Buffer
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if len(data) > 0 {
			fmt.Fprintf(&b, "%s %s\n", path[len(dir):], hash(data)[:16])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What comes before the damage in a locked record can be read, and nothing is
// written; a wrong passphrase is told as such, damage or no.
func TestADamagedVaultIsReadUpToTheDamage(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	l.names(canary)
	size := len(l.bytes(l.newest(open.Locked)))
	for n := range 9 {
		l.names(fmt.Sprint("later ", n))
	}
	l.does(l.house.Close())
	noise(func(int) int { return size + 4096 })(l, open.Locked)
	before := sums(t, l.data)
	l.start()
	l.refused(refusal.WrongPassphrase, l.unlock(dads))
	l.lies(store.Damaged, l.unlock(moms))
	l.does(l.house.Unlock(open.Passphrase(moms), open.Opening{Damaged: true}))
	if room := l.house.Room(); !room.ReadOnly() || room.Load() != nil {
		t.Error("it can be written to, or its acts are not sound")
	}
	if got := l.children(); !bytes.Contains([]byte(got), []byte(canary)) || bytes.Contains([]byte(got), []byte("later 8")) {
		t.Errorf("children %s", got)
	}
	l.refused(refusal.ReadOnly, l.house.UnlockRecord(moms))
	l.does(l.house.Close())
	if got := sums(t, l.data); got != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, got)
	}
}

// The last commit of a vault may be torn by a power cut, and nobody was told that
// it was kept: what looks so opens, unless this computer's mark says that it was.
func TestTheLastCommitIsMissedWhereItWasKept(t *testing.T) {
	l := newLaptop(t)
	l.beginLocked()
	l.names(canary)
	l.does(l.house.Close())
	file := l.newest(open.Locked)
	data := l.bytes(file)
	l.write(file, string(data[:len(data)-2*4096]))
	l.start()
	l.lies(store.Older, l.unlock(moms))
	l.does(l.house.Unlock(open.Passphrase(moms), open.Opening{Older: true}))
}

// A clock that goes back is no reason to refuse anything: what was written is
// kept, and told as written late.
func TestAClockThatGoesBack(t *testing.T) {
	for _, f := range families(t) {
		l := f.home(t)
		now := time.Now().Add(time.Hour)
		o := l.options()
		o.Today, o.Now = day.None, func() time.Time { return now }
		house, err := open.New(o)
		l.does(err)
		l.house = house
		l.reenter()
		l.names("On time")
		if late := l.late(); late != 0 {
			t.Errorf("%s: %d late before the clock went back", f.mode, late)
		}
		now = now.Add(-48 * time.Hour)
		l.names("Two days before")
		if late := l.late(); late != 1 {
			t.Errorf("%s: %d late", f.mode, late)
		}
		l.does(l.house.Close())
		l.start()
		l.reenter()
		l.whole(f, f.acts+2)
		l.does(l.house.Close())
	}
}

// late is how many acts are told to be written while the clock was behind.
func (l *laptop) late() int {
	l.Helper()
	book, err := l.house.Room().Book()
	l.does(err)
	return len(book.Folded.Late)
}
