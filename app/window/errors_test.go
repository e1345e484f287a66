package window

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"midweek/internal/core/refusal"
)

func told(t *testing.T, err error) fault {
	t.Helper()
	var f fault
	if err := json.Unmarshal([]byte(ErrorText(err)), &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestARefusalIsToldWithItsWords(t *testing.T) {
	err := fmt.Errorf("saving: %w", refusal.At("date", refusal.New(refusal.DayForm, "text", "soon")))
	got := told(t, err)
	if got.Code != "day_form" || got.Field != "date" || got.Args["text"] != "soon" || !strings.Contains(got.Text, "soon") {
		t.Errorf("%+v", got)
	}
	if strings.Contains(got.Text, "{") || strings.Contains(ErrorText(refusal.New(refusal.Missing)), "null") {
		t.Errorf("not fit for the page: %s", ErrorText(err))
	}
}

// Anna is the family's and nobody else's: she stands for every value here.
const secret = "Anna"

func TestOurOwnFailuresTellNothing(t *testing.T) {
	text := ErrorText(fmt.Errorf("reading %s: %w", secret, os.ErrPermission))
	if got := told(t, os.ErrClosed); got.Code != nothingChanged || !strings.HasPrefix(got.Text, "Nothing was changed.") {
		t.Errorf("%+v", got)
	}
	if strings.Contains(text, secret) {
		t.Errorf("tells %s", text)
	}
}

// fall panics with what a family wrote.
func fall(name string) (err error) {
	defer Mend(&err)
	var list []string
	if name == "" {
		return nil
	}
	panic(list[len(name)])
}

func TestAPanicIsAFailure(t *testing.T) {
	err := fall(secret)
	if got := told(t, err); got.Code != nothingChanged {
		t.Errorf("%+v", got)
	}
	if fall("") != nil {
		t.Error("an error where there was no panic")
	}
	if got := anatomy(err); !strings.Contains(got, "runtime.boundsError") || !strings.Contains(got, "window.fall:") {
		t.Errorf("nobody could find it: %s", got)
	}
}

func TestTheJournalHasNothingOfAFamily(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "failures.log")
	j := NewJournal(path)
	deep := &fs.PathError{Op: "open", Path: "/home/" + secret + "/x", Err: syscall.ENOSPC}
	for _, err := range []error{
		errors.New(secret),
		fmt.Errorf("saving %s: %w", secret, deep),
		errors.Join(fmt.Errorf("%s", secret), deep),
		fall(secret),
	} {
		j.Note("call", err)
	}
	quiet{j}.Error("process message error: " + secret)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if strings.Contains(text, secret) || strings.Contains(text, "home") {
		t.Errorf("the journal knows too much:\n%s", text)
	}
	if strings.Count(text, "\n") != 5 || !strings.Contains(text, "*fs.PathError(open) > syscall.Errno(28)") {
		t.Errorf("the journal is of no use:\n%s", text)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
}

func TestTheJournalStaysSmall(t *testing.T) {
	path := filepath.Join(t.TempDir(), "failures.log")
	if err := os.WriteFile(path, make([]byte, journalLimit+1), 0o600); err != nil {
		t.Fatal(err)
	}
	NewJournal(path).Note("call", os.ErrClosed)
	if info, err := os.Stat(path); err != nil || info.Size() > 200 {
		t.Errorf("%v, %v", info.Size(), err)
	}
	if _, err := os.Stat(path + ".old"); err != nil {
		t.Error("the part before is lost")
	}
	var none *Journal
	none.Note("call", os.ErrClosed) // and no panic
}
