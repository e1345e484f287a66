package backup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// A fake is a record whose copy is a line of text, and which reads such lines.
type fake struct {
	acts   int
	locked bool
	spoils func(file string) // what happens to the copy before it is looked at
	full   error
}

func (f *fake) Locked() bool { return f.locked }

func (f *fake) CopyTo(file string) (Sum, error) {
	if f.full != nil {
		return Sum{}, errors.Join(f.full, os.WriteFile(file, []byte("half"), 0o600))
	}
	err := os.WriteFile(file, fmt.Appendf(nil, "acts %d", f.acts), 0o600)
	if f.spoils != nil {
		f.spoils(file)
	}
	return Sum{Record: "rec", Acts: f.acts}, err
}

func (f *fake) Open(file string) (Opened, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var o opened
	if _, err := fmt.Sscanf(string(data), "acts %d", &o.acts); err != nil {
		return nil, refusal.New(refusal.RecordDamaged)
	}
	return &o, nil
}

type opened struct{ acts int }

func (o *opened) Sum() (Sum, error)          { return Sum{Record: "rec", Acts: o.acts}, nil }
func (*opened) Check() error                 { return nil }
func (*opened) Acts() ([]history.Act, error) { return nil, nil }
func (*opened) Close() error                 { return nil }

var noon = at("2026-11-22 12:00:00")

// Copies of one second stand one after the other; folder and files are for this
// account alone.
func TestCopiesOfOneSecond(t *testing.T) {
	f := In(filepath.Join(t.TempDir(), "backups"))
	r := &fake{acts: 7}
	for n, kind := range []Kind{Asked, Asked, Import} {
		made, err := f.Make(kind, noon, r, r)
		must(t, err)
		if made.Made.Second() != n || made.Acts != 7 {
			t.Errorf("%s", made)
		}
	}
	list, err := f.List()
	if len(list) != 3 || err != nil || list[0].Kind != Import {
		t.Errorf("%v, %v", list, err)
	}
	if runtime.GOOS == "windows" {
		return
	}
	for name, mode := range map[string]os.FileMode{f.Dir(): 0o700, f.File(list[0].Name): 0o600, f.File(list[0].Name) + ".sha256": 0o600} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v", filepath.Base(name), info, err)
		}
	}
}

// A copy that is not what the record is, or could not be written, is not there
// afterwards.
func TestACopyThatIsNotGoodIsRemoved(t *testing.T) {
	for what, test := range map[string]struct {
		fake fake
		code refusal.Code
	}{
		"another":  {fake{acts: 7, spoils: func(file string) { must(t, os.WriteFile(file, []byte("acts 6"), 0o600)) }}, refusal.CopyDamaged},
		"garbage":  {fake{acts: 7, spoils: func(file string) { must(t, os.WriteFile(file, []byte("axts 7"), 0o600)) }}, refusal.CopyDamaged},
		"vanished": {fake{acts: 7, spoils: func(file string) { must(t, os.Remove(file)) }}, refusal.CopyGone},
		"full":     {fake{full: refusal.New(refusal.DiskFull)}, refusal.DiskFull},
	} {
		f := In(t.TempDir())
		_, err := f.Make(Asked, noon, &test.fake, &test.fake)
		if why := refusal.From(err); why == nil || why.Code != test.code {
			t.Errorf("%s: %v", what, err)
		}
		if left, err := os.ReadDir(f.Dir()); len(left) > 0 || err != nil {
			t.Errorf("%s: left are %v, %v", what, left, err)
		}
	}
}

// What a killed program left is removed by the next copy.
func TestWhatWasCutOffIsRemoved(t *testing.T) {
	f := In(t.TempDir())
	for _, name := range []string{draftName, draftName + "-journal", "midweek-20261122T110000-asked-3.db.sha256"} {
		must(t, os.WriteFile(filepath.Join(f.Dir(), name), nil, 0o600))
	}
	r := &fake{locked: true}
	_, err := f.Make(Asked, noon, r, r)
	must(t, err)
	if left, err := os.ReadDir(f.Dir()); len(left) != 1 || err != nil {
		t.Errorf("left are %v, %v", left, err)
	}
}

func TestACopyIsCarried(t *testing.T) {
	f, to := In(t.TempDir()), In(filepath.Join(t.TempDir(), "stick", "own"))
	r := &fake{}
	made, err := f.Make(Asked, noon, r, r)
	must(t, err)
	for range 2 {
		must(t, f.Carry(made.Name, to))
		if _, err := Verify(to.File(made.Name), 0, r); err != nil {
			t.Error(err)
		}
	}
	for _, where := range []Folder{to, f} {
		must(t, os.WriteFile(where.File(made.Name), []byte("acts 0 "), 0o600))
	}
	if err := f.Carry(made.Name, In(t.TempDir())); !errors.Is(err, errDamaged) {
		t.Errorf("a damaged copy is carried: %v", err)
	}
	if _, err := Verify(to.File(made.Name), 0, r); !errors.Is(err, errDamaged) {
		t.Errorf("one byte more: %v", err)
	}
}

// Attachments are carried once, and only those; what was removed for good goes
// from the stick too.
func TestAttachmentsAreCarried(t *testing.T) {
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "stick")
	ids := []string{"00112233445566778899aabbccddeeff", "ff112233445566778899aabbccddeeff"}
	for _, id := range ids {
		must(t, os.MkdirAll(filepath.Join(from, id[:2]), 0o700))
		must(t, os.WriteFile(filepath.Join(from, id[:2], id), []byte(id), 0o600))
	}
	must(t, os.WriteFile(filepath.Join(from, "00", ".new-"+ids[0]), nil, 0o600))
	for _, want := range []int{2, 0} {
		if n, err := CarryPapers(from, to); n != want || err != nil {
			t.Errorf("%d carried, want %d: %v", n, want, err)
		}
	}
	must(t, os.Remove(filepath.Join(from, "ff", ids[1])))
	must(t, os.WriteFile(filepath.Join(to, "ff", "letter.txt"), nil, 0o600))
	if n, err := ForgetPapers(to, from); n != 1 || err != nil {
		t.Errorf("%d removed, %v", n, err)
	}
	if _, err := os.Stat(filepath.Join(to, "ff", "letter.txt")); err != nil {
		t.Error("a stranger's file is gone")
	}
	if data, err := os.ReadFile(filepath.Join(to, "00", ids[0])); string(data) != ids[0] || err != nil {
		t.Errorf("%q, %v", data, err)
	}
}
