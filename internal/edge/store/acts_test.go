package store_test

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"midweek/internal/core/history"
)

// The table of acts takes no other change than the removal of a body that a
// redaction names, whoever tries.
func TestActsOnlyGrow(t *testing.T) {
	dir := t.TempDir()
	h := newHome(t, dir)
	h.do(small(t)...)
	kept := h.do(session(t, 1, "a"))[0].Hash()
	redacted := h.do(session(t, 2, "a"))[0].Hash()
	redact := h.do(h.history.Redact([]history.Hash{redacted}, "private"))[0].Hash()
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "record.db")
	before := rowsOf(t, file)
	for _, statement := range []string{
		"DELETE FROM acts",
		"UPDATE acts SET author = 'Dad' WHERE hash = '" + string(kept) + "'",
		"UPDATE acts SET body = '{}' WHERE hash = '" + string(kept) + "'",
		"UPDATE acts SET body = NULL, salt = NULL WHERE hash = '" + string(kept) + "'",
		"UPDATE acts SET body = NULL, salt = NULL WHERE hash = '" + string(redact) + "'",
		"UPDATE acts SET body = '{}', salt = zeroblob(16) WHERE hash = '" + string(redacted) + "'",
		"UPDATE acts SET at = '' WHERE hash = '" + string(redacted) + "'",
		"INSERT OR REPLACE INTO acts SELECT * FROM acts WHERE hash = '" + string(kept) + "'",
		"INSERT INTO acts SELECT hash, record, device, 0, prev, author, at, priors, seen, commitment, salt, body FROM acts",
		"DELETE FROM redactions",
		"UPDATE redactions SET act = '" + string(kept) + "'",
	} {
		if err := attempt(t, file, statement); err == nil {
			t.Errorf("it works to %s", statement)
		}
	}
	if rowsOf(t, file) != before {
		t.Error("something was changed")
	}
}

func attempt(t *testing.T, file, statement string) error {
	t.Helper()
	db, err := changeable(file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	_, err = db.Exec(statement)
	return err
}

// An act that redacts is never redacted itself: without it the missing bodies
// would have no reason.
func TestARedactionKeepsItsReason(t *testing.T) {
	h := newHome(t, t.TempDir())
	defer h.store.Close()
	h.do(small(t)...)
	added := h.do(session(t, 1, "a"))[0].Hash()
	first := h.do(h.history.Redact([]history.Hash{added}, "mistake"))[0].Hash()
	h.do(h.history.Redact([]history.Hash{added, first}, "private"))
	h.holds()
	again := homeOf(t, h.store, "laptop")
	if a, _ := again.history.Act(first); a.Redacted() {
		t.Error("the reason is gone")
	}
	if a, _ := again.history.Act(added); !a.Redacted() {
		t.Error("the body is there")
	}
}

// Every field of an act comes back as it went in.
func TestAnActComesBackAsItWent(t *testing.T) {
	h := newHome(t, t.TempDir())
	defer h.store.Close()
	h.do(small(t)...)
	h.do(session(t, 1, "a"), session(t, 2, "a"))
	other := newHome(t, t.TempDir())
	defer other.store.Close()
	other.writer.Device = "tablet"
	other.take(h.history.Acts())
	other.do(session(t, 3, "a"))
	h.take(other.history.Acts())
	h.do(history.Change{Kind: history.Withdraw, Noun: history.Session, ID: "s1a"})
	got, err := h.store.Acts()
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != h.history.Len() {
		t.Errorf("%d acts, want %d", len(got), h.history.Len())
	}
	for i := range got {
		got[i].Hash()
		want, there := h.history.Act(got[i].Stated)
		if !there {
			t.Fatalf("no act states %s", got[i].Stated)
		}
		same := *want
		same.Stated = got[i].Stated
		if !reflect.DeepEqual(got[i], same) {
			t.Errorf("got  %#v\nwant %#v", got[i], same)
		}
	}
}

// Two acts of one device may follow the same act: a fork is told, not refused.
func TestAForkCanBeStored(t *testing.T) {
	h := newHome(t, t.TempDir())
	defer h.store.Close()
	h.do(small(t)...)
	copied := newHome(t, t.TempDir())
	defer copied.store.Close()
	copied.take(h.history.Acts())
	h.do(session(t, 1, "a"))
	copied.do(session(t, 2, "a"))
	copied.do(session(t, 3, "a"))
	h.take(copied.history.Acts())
	h.holds()
	if forks := h.history.Forks(); len(forks) != 1 {
		t.Errorf("%d forks", len(forks))
	}
}

// An act that is here already is no act to append; nothing of the deed is
// stored then.
func TestAnActIsStoredOnce(t *testing.T) {
	h := newHome(t, t.TempDir())
	defer h.store.Close()
	h.do(small(t)...)
	acts := h.do(session(t, 1, "a"))
	f := h.fold()
	again := append(h.write([]history.Change{session(t, 2, "a")}), acts...)
	if err := h.store.Append(again, nil, f.Heads); err == nil || !strings.Contains(err.Error(), "here already") {
		t.Errorf("appended twice: %v", err)
	}
	h.holds()
	if stored, _ := h.store.Acts(); len(stored) != h.history.Len() {
		t.Errorf("%d acts, want %d", len(stored), h.history.Len())
	}
}

// What lies beside the record is overwritten and forgotten.
func TestSettingsAndDrafts(t *testing.T) {
	h := newHome(t, t.TempDir())
	defer h.store.Close()
	for name, of := range map[string]struct {
		get func(string) (string, error)
		set func(string, string) error
	}{"settings": {h.store.Setting, h.store.SetSetting}, "drafts": {h.store.Draft, h.store.SetDraft}} {
		for _, value := range []string{"first", "the \x00 second ü", ""} {
			if err := of.set("key", value); err != nil {
				t.Fatal(err)
			}
			if got, err := of.get("key"); got != value || err != nil {
				t.Errorf("%s: %q, %v; want %q", name, got, err, value)
			}
		}
		if got, err := of.get("none"); got != "" || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}
