//go:build e2e

package e2e

import (
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// plain starts the program on the stage without a driver, as a person would.
func (s *stage) plain(args ...string) *exec.Cmd {
	s.t.Helper()
	c := exec.Command(binary(s.t), args...)
	c.Env = s.env()
	if err := c.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = c.Process.Kill() })
	return c
}

// ends waits for a program that should end by itself and gives its status.
func (s *stage) ends(c *exec.Cmd) int {
	s.t.Helper()
	done := make(chan struct{})
	go func() {
		_ = c.Wait()
		close(done)
	}()
	select {
	case <-done:
		return c.ProcessState.ExitCode()
	case <-time.After(startLimit):
		s.t.Fatalf("%s does not end", filepath.Base(c.Path))
		return 0
	}
}

// quits closes a window by its key, as a person would.
func (s *stage) quits(c *exec.Cmd, window string) {
	s.t.Helper()
	s.must("xdotool", "windowfocus", "--sync", window, "key", "ctrl+q")
	if status := s.ends(c); status != 0 {
		s.t.Errorf("the program ended with status %d", status)
	}
}

func (s *stage) geometry(window string) string {
	s.t.Helper()
	var place []string
	for _, line := range strings.Split(s.must("xdotool", "getwindowgeometry", "--shell", window), "\n") {
		if name, _, _ := strings.Cut(line, "="); name == "X" || name == "Y" || name == "WIDTH" || name == "HEIGHT" {
			place = append(place, line)
		}
	}
	return strings.Join(place, " ")
}

func TestTheWindowComesBackWhereItWas(t *testing.T) {
	s := newStage(t)
	c := s.plain("--sample")
	id := s.window()
	s.must("xdotool", "windowsize", "--sync", id, "820", "610")
	s.must("xdotool", "windowmove", "--sync", id, "130", "70")
	time.Sleep(500 * time.Millisecond)
	was := s.geometry(id)
	s.quits(c, id)

	c = s.plain("--sample")
	id = s.window()
	if now := s.geometry(id); now != was || !strings.Contains(now, "WIDTH=820") {
		t.Errorf("it was at %s and is at %s", was, now)
	}
	s.quits(c, id)
	checkPrivate(t, s)
}

// checkPrivate makes sure that nothing the program or its page's engine wrote
// can be read by others.
func checkPrivate(t *testing.T, s *stage) {
	t.Helper()
	files := 0
	for _, folder := range []string{"config", "data", "cache", "run", "tmp"} {
		err := filepath.WalkDir(filepath.Join(s.root, folder), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.Name() == "dconf" { // the desktop's own settings, by its own program: how large a dialog was
				return fs.SkipDir
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			if info.Mode().Perm()&0o077 != 0 && info.Mode().Type() != fs.ModeSocket { // that of the message bus is the bus's
				t.Errorf("others may read %s: %v", strings.TrimPrefix(path, s.root), info.Mode())
			}
			files++
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 8 {
		t.Errorf("only %d files and folders were looked at", files)
	}
}

func TestWithoutADisplay(t *testing.T) {
	s := newStage(t)
	c := exec.Command(binary(t))
	for _, pair := range s.env() {
		if !strings.HasPrefix(pair, "DISPLAY=") {
			c.Env = append(c.Env, pair)
		}
	}
	out, err := c.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "no display") || strings.Contains(string(out), "goroutine") {
		t.Errorf("%v: %s", err, out)
	}
}
