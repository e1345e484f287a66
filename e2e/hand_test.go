//go:build e2e

package e2e

import (
	"crypto/sha256"
	"os/exec"
	"strings"
	"time"
)

// A hand uses the program as a person without a mouse does: by keys of the
// system, in the window and in the system's own dialogs. There is no driver, so
// that what runs is what a family gets.
type hand struct {
	*stage
	window string
	last   [32]byte // what was seen last
	seen   []string // the screens that came, by what the test calls them
}

// keys presses keys, one after another.
func (h *hand) keys(names ...string) {
	h.t.Helper()
	for _, name := range names {
		h.must("xdotool", "key", name)
		time.Sleep(60 * time.Millisecond)
	}
}

// types types a text where the keyboard is.
func (h *hand) types(text string) {
	h.t.Helper()
	h.must("xdotool", "type", "--delay", "12", text)
	time.Sleep(60 * time.Millisecond)
}

// shows waits until the display shows something else than before, and stands
// still. It is noted as a screen that was visited.
func (h *hand) shows(what string) {
	h.t.Helper()
	looks := 2
	if len(h.seen) == 0 { // the window stands before its page is drawn
		looks = 10
	}
	h.settles(what, looks)
	h.seen = append(h.seen, what)
}

// settles waits until as many looks in a row see the same, and not what was
// seen last.
func (h *hand) settles(what string, looks int) {
	h.t.Helper()
	var before [32]byte
	same := 0
	h.within(what, func() bool {
		now := h.look()
		if now != before {
			before, same = now, 0
		}
		same++
		return same >= looks && now != h.last
	})
	h.last = before
}

func (h *hand) look() [32]byte {
	h.t.Helper()
	time.Sleep(120 * time.Millisecond)
	out, err := exec.Command("import", "-display", h.display, "-window", "root", "-depth", "8", "rgb:-").Output()
	if err != nil {
		h.t.Fatalf("looking at the display: %v", err)
	}
	return sha256.Sum256(out)
}

// goes to a screen by its key.
func (h *hand) goes(key, what string) {
	h.t.Helper()
	h.keys(key)
	h.shows(what)
}

// finds goes to what find offers first for some words.
func (h *hand) finds(words, what string) {
	h.t.Helper()
	h.keys("ctrl+k")
	h.settles("the field of find", 2)
	h.types(words)
	h.settles("what is found", 3)
	h.keys("Return")
	h.shows(what)
}

// answers a dialog of the system with the path of a file.
func (h *hand) answers(title, path string) {
	h.t.Helper()
	var dialog string
	h.within("the dialog "+title, func() bool {
		id, err := h.tool("xdotool", "search", "--onlyvisible", "--name", "^"+title+"$")
		dialog = id
		return err == nil && id != "" && !strings.Contains(id, "\n")
	})
	h.must("xdotool", "windowfocus", "--sync", dialog)
	time.Sleep(300 * time.Millisecond)
	h.keys("ctrl+a")
	h.types(path)
	time.Sleep(300 * time.Millisecond)
	h.keys("Return")
	h.within("the end of "+title, func() bool {
		_, err := h.tool("xdotool", "search", "--onlyvisible", "--name", "^"+title+"$")
		return err != nil
	})
	h.must("xdotool", "windowfocus", "--sync", h.window)
}
