//go:build e2e

package e2e

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// windows are the program's windows that can be seen.
func (s *stage) windows() []string {
	s.t.Helper()
	var found string
	s.within("the windows", func() (ok bool) { // one that goes meanwhile is an error
		var err error
		found, err = s.tool("xdotool", "search", "--onlyvisible", "--name", "^Midweek")
		return err == nil
	})
	return strings.Fields(found)
}

// manage starts a window manager, which is who raises windows.
func (s *stage) manage() {
	s.t.Helper()
	c := exec.Command("openbox", "--sm-disable")
	c.Env = append(s.env(), "XDG_CACHE_HOME="+filepath.Join(s.root, "manager"))
	s.launch(c)
	s.within("a window manager", func() bool {
		_, err := s.tool("xdotool", "get_num_desktops")
		return err == nil
	})
}

// second starts the program once more and gives what it said, when it has
// ended by itself.
func (s *stage) second(args ...string) (said string, status int) {
	s.t.Helper()
	c := exec.Command(binary(s.t), args...)
	c.Env = s.env()
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := c.Start(); err != nil {
		s.t.Fatal(err)
	}
	status = s.ends(c)
	return out.String(), status
}

// A second start brings the first window to the front and ends well, with a
// message bus and without one: two processes, one window.
func TestASecondStartRaisesTheFirst(t *testing.T) {
	for name, bus := range map[string]bool{"with a bus": true, "without a bus": false} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			if !bus {
				s.bus = "unix:path=" + filepath.Join(s.root, "run", "none")
			}
			s.manage()
			first := s.plain()
			id := s.window()
			other := s.plain("--data", filepath.Join(s.root, "other"))
			s.within("the window of another family", func() bool { return len(s.windows()) == 2 })
			front := func() string {
				id, _ := s.tool("xdotool", "getactivewindow")
				return id
			}
			s.within("the other window in front", func() bool { return front() != id })

			said, status := s.second()
			if status != 0 || !strings.Contains(said, "open already") {
				t.Errorf("the second ended with %d: %q", status, said)
			}
			s.within("the first window in front", func() bool { return front() == id })
			if got := s.windows(); len(got) != 2 {
				t.Errorf("windows: %q", got)
			}
			s.must("xdotool", "windowminimize", "--sync", id)
			if _, status := s.second(); status != 0 {
				t.Errorf("the third ended with %d", status)
			}
			s.within("the first window, not minimized", func() bool { return front() == id })

			_ = finish(other)
			s.quits(first, id)
			time.Sleep(100 * time.Millisecond)
			checkPrivate(t, s)
		})
	}
}
