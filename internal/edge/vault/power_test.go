package vault

import (
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// A told is a recording of what a family did on a memDisk, with the sums of the
// database at each acknowledgement and each time something went to the disk.
type told struct {
	disk   *memDisk
	place  Place
	secret Secret
	sums   []map[[32]byte]bool // what may be found after the n-th acknowledgement and before the next
}

// evening does what a family does in an evening: commits of every size,
// rollbacks, a VACUUM, a vault written anew, closed and opened again. Step is
// called after each thing that was acknowledged.
func evening(t testing.TB, p Place, secret Secret, first *Vault, acknowledged func(*Vault)) {
	t.Helper()
	v := first
	var db *sql.DB
	connect := func() {
		var err error
		db, err = v.Connect(settings, true)
		must(t, err)
	}
	exec := func(text string, args ...any) {
		_, err := db.Exec(text, args...)
		must(t, err)
		acknowledged(v)
	}
	must(t, v.Make(settings, func(db *sql.DB) error {
		_, err := db.Exec("CREATE TABLE notes (nr INTEGER PRIMARY KEY, text TEXT NOT NULL)")
		return err
	}))
	acknowledged(v)
	connect()
	for round := range 3 {
		for n := range 6 {
			exec("INSERT INTO notes (text) VALUES (?)", strings.Repeat("what was done ", 1+n*n*12))
		}
		tx, err := db.Begin()
		must(t, err)
		_, err = tx.Exec("UPDATE notes SET text = text || 'never'")
		must(t, errors.Join(err, tx.Rollback()))
		exec("DELETE FROM notes WHERE nr % 3 = 0")
		switch round {
		case 0:
			exec("VACUUM")
			must(t, v.Forget())
			acknowledged(v)
		case 1:
			must(t, v.AddSecret(Passphrase("zwölf Zeichen"), cheap))
			acknowledged(v)
		}
		must(t, db.Close())
		if round == 1 {
			broughtBack(t, v)
			acknowledged(v)
		}
		must(t, v.Close())
		v, err = Open(p, secret, Opening{})
		must(t, err)
		connect()
	}
	exec("INSERT INTO notes (text) VALUES ('the last')")
	must(t, db.Close())
}

// broughtBack puts another database in the vault, as bringing a copy back does.
func broughtBack(t testing.TB, v *Vault) {
	t.Helper()
	other := InMemory()
	must(t, other.Make(settings, func(db *sql.DB) error {
		_, err := db.Exec("CREATE TABLE notes (nr INTEGER PRIMARY KEY, text TEXT NOT NULL); INSERT INTO notes (text) VALUES ('of a copy')")
		return err
	}))
	must(t, v.Become(other))
	must(t, other.Close())
}

// recorded is such an evening, on a disk that may be deaf to some step.
func recorded(t testing.TB, deaf stepKind) *told {
	t.Helper()
	d := newMemDisk()
	d.deaf = deaf
	secret, _ := NewRecovery()
	r := &told{disk: d, secret: secret, place: Place{Dir: "/data", Name: "record", Marks: "/marks", Device: "laptop", disk: d}}
	r.sums = []map[[32]byte]bool{{}}
	var now *Vault
	d.synced = func(name string) {
		if now != nil && strings.Contains(name, ending) {
			_, sum := now.image.sum()
			r.sums[len(r.sums)-1][sum] = true
		}
	}
	v, err := Create(r.place, cheap, secret)
	must(t, err)
	now = v
	_, empty := v.image.sum()
	r.sums[0][empty] = true
	d.acknowledged(0)
	evening(t, r.place, secret, v, func(v *Vault) {
		now = v
		_, sum := v.image.sum()
		r.sums[len(r.sums)-1][sum] = true
		r.sums = append(r.sums, map[[32]byte]bool{sum: true})
		d.acknowledged(len(r.sums) - 1)
	})
	return r
}

// found is what a power cut after some steps left, and whether it is as it
// must be.
func (r *told) found(steps int, chance *rand.Rand) (torn int, bad string) {
	d, torn := cut(r.disk.trace[:steps], chance)
	acked := -1
	for _, s := range r.disk.trace[:steps] {
		if s.kind == acks {
			acked = s.nr
		}
	}
	p := r.place
	p.disk = d
	v, err := Open(p, r.secret, Opening{})
	var u *Unopenable
	if errors.As(err, &u) && u.State == Absent && acked < 0 {
		return torn, ""
	}
	if err != nil {
		return torn, fmt.Sprintf("after %d acknowledged: %v", acked, err)
	}
	_, sum := v.image.sum()
	v.wipe()
	v.unregister()
	if !r.sums[max(acked, 0)][sum] {
		return torn, fmt.Sprintf("lost: it is not what was acknowledged as number %d", acked)
	}
	return torn, ""
}

// Whenever the power goes, every commit that was acknowledged is there, whole,
// and what was not is there whole or not at all.
func TestTorturePowerCuts(t *testing.T) {
	r := recorded(t, "")
	chance := rand.New(rand.NewPCG(1, 2))
	states, torn := 0, 0
	for want := effort(600, 3000, 30_000); states < want; {
		for steps := range r.disk.trace {
			n, bad := r.found(steps+1, chance)
			if bad != "" {
				t.Fatalf("step %d, %s: %s", steps, r.disk.trace[steps].kind, bad)
			}
			states, torn = states+1, torn+n
		}
	}
	report("%d power cuts (%d torn writes), 0 lost, 0 corrupt", states, torn)
}

// A vault that did not wait for the disk, or not for the folder, would be found
// out by the same test.
func TestTortureMutantsOfTheDisk(t *testing.T) {
	for _, deaf := range []stepKind{syncs, folders} {
		r := recorded(t, deaf)
		chance := rand.New(rand.NewPCG(3, 4))
		bad, states := 0, 0
		for steps := range r.disk.trace {
			for range 3 {
				states++
				if _, why := r.found(steps+1, chance); why != "" {
					bad++
				}
			}
		}
		if bad == 0 {
			t.Errorf("without %s nothing was lost in %d power cuts: the test finds nothing", deaf, states)
		}
		report("mutant without %s caught (%d of %d)", deaf, bad, states)
	}
}
