//go:build e2e

package e2e

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// startLimit bounds how long a helper or the program may take to be there.
const startLimit = 60 * time.Second

// A stage is a computer for one test: a display, a message bus and a home of
// its own, with a browser that only takes notes.
type stage struct {
	t       *testing.T
	root    string // the home and all folders below it
	display string // :99
	bus     string
	opened  string // what the browser was asked to open, a line each
}

// binary is the program under test, as a family gets it.
func binary(t *testing.T) string {
	t.Helper()
	path := os.Getenv("MIDWEEK_BINARY")
	if path == "" {
		path = filepath.Join("..", "build", "bin", "midweek")
	}
	return built(t, path)
}

// driven is the program without its wall against sockets, which alone lets a
// driver in: it reaches the page's engine by a port of this computer.
func driven(t *testing.T) string {
	t.Helper()
	return built(t, filepath.Join("..", "build", "bin", "midweek-driven"))
}

func built(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%v; `make build driven` builds it", err)
	}
	return path
}

// newStage sets one up; all of it is gone when the test ends.
func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{t: t, root: t.TempDir()}
	for _, folder := range []string{"bin", "config", "data", "cache", "run", "home", "tmp"} {
		if err := os.Mkdir(filepath.Join(s.root, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	s.opened = filepath.Join(s.root, "opened")
	s.putBrowsers()
	s.startDisplay()
	s.startBus()
	return s
}

// putBrowsers lets every name by which a page could be opened elsewhere lead
// to a program that only notes what it was given.
func (s *stage) putBrowsers() {
	script := "#!/bin/sh\necho \"$0 $*\" >> '" + s.opened + "'\n"
	for _, name := range []string{"xdg-open", "x-www-browser", "www-browser", "sensible-browser", "gio", "gvfs-open", "firefox", "chromium"} {
		if err := os.WriteFile(filepath.Join(s.root, "bin", name), []byte(script), 0o755); err != nil {
			s.t.Fatal(err)
		}
	}
}

// browsed is what was opened outside of the window so far.
func (s *stage) browsed() string {
	data, err := os.ReadFile(s.opened)
	if err != nil && !os.IsNotExist(err) {
		s.t.Fatal(err)
	}
	return string(data)
}

// env is the program's environment.
func (s *stage) env(more ...string) []string {
	folder := func(name string) string { return filepath.Join(s.root, name) }
	return append([]string{
		"PATH=" + folder("bin") + ":" + os.Getenv("PATH"), "LANG=C.UTF-8", "NO_AT_BRIDGE=1",
		"HOME=" + folder("home"), "XDG_CONFIG_HOME=" + folder("config"), "XDG_DATA_HOME=" + folder("data"),
		"XDG_CACHE_HOME=" + folder("cache"), "XDG_RUNTIME_DIR=" + folder("run"), "TMPDIR=" + folder("tmp"),
		"DISPLAY=" + s.display, "DBUS_SESSION_BUS_ADDRESS=" + s.bus,
	}, more...)
}

// launch starts a program on the stage and ends it with the test.
func (s *stage) launch(c *exec.Cmd) {
	s.t.Helper()
	if err := c.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { finish(c) })
}

// finish ends a program: first by asking, then by force.
func finish(c *exec.Cmd) error {
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	_ = c.Process.Signal(syscall.SIGTERM)
	select {
	case err := <-done:
		return err
	case <-time.After(startLimit):
		_ = c.Process.Kill()
		return fmt.Errorf("%s did not end when asked: %w", filepath.Base(c.Path), <-done)
	}
}

// startDisplay finds a free display and makes it. It listens on no port.
func (s *stage) startDisplay() {
	s.t.Helper()
	number, write, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	defer number.Close()
	c := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
	c.ExtraFiles = []*os.File{write}
	s.launch(c)
	write.Close()
	s.display = ":" + s.firstLine(number)
}

// startBus starts a message bus, over which two instances find each other.
func (s *stage) startBus() {
	s.t.Helper()
	c := exec.Command("dbus-daemon", "--session", "--nofork", "--print-address=3", "--address=unix:path="+filepath.Join(s.root, "run", "bus"))
	address, write, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	defer address.Close()
	c.ExtraFiles = []*os.File{write}
	c.Env = s.env()
	s.launch(c)
	write.Close()
	s.bus = s.firstLine(address)
}

func (s *stage) firstLine(f *os.File) string {
	s.t.Helper()
	if err := f.SetReadDeadline(time.Now().Add(startLimit)); err != nil {
		s.t.Fatal(err)
	}
	line, err := bufio.NewReader(f).ReadString('\n')
	if err != nil {
		s.t.Fatalf("a helper did not start: %v", err)
	}
	return strings.TrimSpace(line)
}

// tool runs a program of the stage, such as xdotool, and gives what it says.
func (s *stage) tool(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), startLimit)
	defer cancel()
	c := exec.CommandContext(ctx, name, args...)
	c.Env = s.env()
	out, err := c.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out)), err
}

// must is tool for what cannot fail.
func (s *stage) must(name string, args ...string) string {
	s.t.Helper()
	out, err := s.tool(name, args...)
	if err != nil {
		s.t.Fatal(err)
	}
	return out
}

// window waits for the program's window and gives its number. It is there for
// good once its page is drawn; before, it is shown and hidden again.
func (s *stage) window() string {
	s.t.Helper()
	var id string
	seen := 0
	s.within("a window", func() bool {
		found, err := s.tool("xdotool", "search", "--onlyvisible", "--name", "^Midweek")
		if err != nil || found == "" || found != id {
			id, seen = found, 0
			return false
		}
		seen++
		return seen >= 5
	})
	return id
}

// within waits until something holds.
func (s *stage) within(what string, holds func() bool) {
	s.t.Helper()
	for end := time.Now().Add(startLimit); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if holds() {
			return
		}
	}
	s.t.Fatalf("%s did not come within %s", what, startLimit)
}

// picture takes one of the whole display, for people to look at.
func (s *stage) picture(name string) {
	s.t.Helper()
	folder := filepath.Join("..", "build", "pictures")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		s.t.Fatal(err)
	}
	s.must("import", "-window", "root", filepath.Join(folder, name+".png"))
}

// freePort is one that nobody listens on right now.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}
