//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// The program and its page's engine are run under the system's own eye: no
// internet socket is so much as made. There is no driver here, which would
// need one.
func TestNoInternetSocketIsMade(t *testing.T) {
	s := newStage(t)
	trace := filepath.Join(s.root, "trace")
	c := exec.Command("strace", "-f", "-qq", "-e", "trace=network", "-o", trace, binary(t))
	c.Env = s.env()
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	t.Cleanup(func() { _ = c.Process.Kill() })

	id := s.window()
	s.must("xdotool", "windowfocus", "--sync", id)
	for _, step := range [][]string{
		{"mousemove", "--window", id, "400", "300"}, {"click", "1"}, {"key", "Tab"}, {"key", "Tab"}, {"key", "Return"},
		{"key", "ctrl+2"}, {"key", "ctrl+3"}, {"type", "speech"}, {"key", "ctrl+k"}, {"key", "Escape"},
	} {
		s.must("xdotool", step...)
		time.Sleep(150 * time.Millisecond)
	}
	time.Sleep(2 * time.Second)
	s.picture("network")
	s.must("xdotool", "key", "ctrl+q")
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("the program ended with %v", err)
		}
	case <-time.After(startLimit):
		t.Fatal("Ctrl+Q did not end the program")
	}
	checkTrace(t, trace)
}

// internet is a socket made, or an address given, that is not of this machine's
// own families. The engine also reads the table of routes, in which addresses
// stand: that is a question to the kernel, and goes nowhere.
var internet = regexp.MustCompile(`^socket\(AF_INET|sa_family=AF_INET`)

func checkTrace(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	local, processes := 0, map[string]bool{}
	for line := range strings.Lines(string(data)) {
		process, call, _ := strings.Cut(line, " ")
		processes[process] = true
		switch {
		case internet.MatchString(call):
			t.Errorf("an internet socket: %.200s", line)
		case strings.Contains(call, "AF_UNIX"):
			local++
		}
	}
	if local < 5 || len(processes) < 3 {
		t.Errorf("only %d local sockets of %d processes were seen: the eye is not open", local, len(processes))
	}
	t.Logf("%d local sockets, %d processes and threads, no internet", local, len(processes))
}
