package window

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"
)

// journalLimit in bytes is where the journal begins anew; one older part is
// kept.
const journalLimit = 256 << 10

// A Journal is the list of the program's own failures, in a file of one line
// each. It says when, what kind of error and which system call: never a
// message, a path, a name or a value, for those can be the family's. A nil
// Journal notes nothing.
type Journal struct {
	path string
	mu   sync.Mutex
}

// NewJournal is the journal at path; the file is made by the first failure.
func NewJournal(path string) *Journal { return &Journal{path: path} }

// Note adds a failure. A journal that cannot be written is let be: there is
// nobody left to tell.
func (j *Journal) Note(where string, err error) {
	if j == nil || err == nil {
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if info, statErr := os.Stat(j.path); statErr == nil && info.Size() > journalLimit {
		_ = os.Rename(j.path, j.path+".old")
	}
	if os.MkdirAll(filepath.Dir(j.path), 0o700) != nil {
		return
	}
	f, openErr := os.OpenFile(j.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if openErr != nil {
		return
	}
	defer f.Close()
	fmt.Fprintf(f, "%s %s %s\n", time.Now().UTC().Format(time.RFC3339), where, anatomy(err))
}

// anatomy is what an error is made of, from the outside in, without a word of
// what it says.
func anatomy(err error) string {
	var parts []string
	for ; err != nil && len(parts) < 12; err = inner(err) {
		part := fmt.Sprintf("%T", err)
		switch e := err.(type) {
		case *fs.PathError:
			part += "(" + e.Op + ")"
		case syscall.Errno:
			part += fmt.Sprintf("(%d)", int(e))
		case *panicked:
			part += "(" + e.kind + " in " + strings.Join(e.where, " < ") + ")"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " > ")
}

// inner is the next error within, the first where there are several.
func inner(err error) error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()[0]
	}
	return errors.Unwrap(err)
}

// callers are this program's functions above the panic, innermost first.
func callers() []string {
	var places [32]uintptr
	frames := runtime.CallersFrames(places[:runtime.Callers(3, places[:])])
	var names []string
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "midweek/") {
			names = append(names, fmt.Sprintf("%s:%d", frame.Function, frame.Line))
		}
		if !more || len(names) == 6 {
			return names
		}
	}
}

// quiet is the bridge's logger. What the bridge logs can hold what the page
// sent, so only that it logged is noted.
type quiet struct{ journal *Journal }

var errBridge = errors.New("the bridge reported an error")

func (q quiet) Print(string)   {}
func (q quiet) Trace(string)   {}
func (q quiet) Debug(string)   {}
func (q quiet) Info(string)    {}
func (q quiet) Warning(string) {}
func (q quiet) Error(string)   { q.journal.Note("bridge", errBridge) }
func (q quiet) Fatal(string)   { q.journal.Note("bridge.fatal", errBridge); os.Exit(1) }
