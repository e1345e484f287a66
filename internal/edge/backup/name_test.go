package backup

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func at(text string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04:05", text, time.Local)
	if err != nil {
		panic(err)
	}
	return t
}

func TestANameIsReadAsItIsWritten(t *testing.T) {
	n := Name{at("2026-11-22 18:40:12"), Daily, 1234, true}
	if got := n.String(); got != "midweek-20261122T184012-daily-1234.vault" {
		t.Error(got)
	}
	rapid.Check(t, func(t *rapid.T) {
		n := Name{
			at("2026-01-01 00:00:00").Add(time.Duration(rapid.IntRange(0, 1<<30).Draw(t, "second")) * time.Second),
			rapid.SampledFrom(Kinds).Draw(t, "kind"), rapid.IntRange(0, 1<<20).Draw(t, "acts"), rapid.Bool().Draw(t, "locked"),
		}
		if got, ours := Parse(n.String()); !ours || got.String() != n.String() {
			t.Fatalf("%s is read as %+v", n, got)
		}
	})
}

// strangers are files that a person or another program may put beside copies.
var strangers = []string{
	"midweek-20261122T184012-daily-1234", "midweek-20261122T184012-daily-01.db", "midweek-20261122T184012-daily--1.db",
	"midweek-20261322T184012-daily-1.db", "midweek-20261122T184012-weekly-1.db", "Midweek-20261122T184012-daily-1.db",
	"midweek-20261122T184012-daily-1 (2).db", "midweek-20261122T184012-daily-1.db.bak", "midweek-20261122-daily-1.db",
	"record.db", "letter.pdf", "midweek-20261122T184012-daily-1.DB", "midweek-20261122T184012-daily-1-.db",
	"midweek-20261122T184012-daily-1.vault.db", "midweek-20261122T184012-daily-99999999999999999999.db",
}

// What is not ours is not listed, and nothing that we do removes or changes it.
func TestAStrangersFileIsLeftAlone(t *testing.T) {
	f := In(t.TempDir())
	for _, name := range strangers {
		if _, ours := Parse(name); ours {
			t.Errorf("%s is taken for ours", name)
		}
		must(t, os.WriteFile(filepath.Join(f.Dir(), name), []byte(name), 0o644))
	}
	must(t, os.Mkdir(filepath.Join(f.Dir(), "midweek-20261122T184012-daily-1.db"), 0o755))
	r := &fake{acts: 3}
	made, err := f.Make(Asked, at("2026-11-22 18:40:12"), r, r)
	must(t, err)
	if list, err := f.List(); len(list) != 1 || err != nil {
		t.Errorf("%v, %v", list, err)
	}
	must(t, f.Remove(made.Name))
	for _, name := range strangers {
		if data, err := os.ReadFile(filepath.Join(f.Dir(), name)); err != nil || string(data) != name {
			t.Errorf("%s holds %q, %v", name, data, err)
		}
	}
	if left, err := os.ReadDir(f.Dir()); len(left) != len(strangers)+1 || err != nil {
		t.Errorf("left are %v, %v", left, err)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
