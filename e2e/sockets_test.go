//go:build e2e

package e2e

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// children are a process and all that it started.
func children(t *testing.T, pid int) []int {
	t.Helper()
	all, queue := []int{}, []int{pid}
	parents := map[int][]int{}
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range stats {
		data, err := os.ReadFile(file)
		if err != nil {
			continue // it ended meanwhile
		}
		child, _ := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		_, after, _ := strings.Cut(string(data), ") ")
		if fields := strings.Fields(after); len(fields) > 1 {
			parent, _ := strconv.Atoi(fields[1])
			parents[parent] = append(parents[parent], child)
		}
	}
	for len(queue) > 0 {
		at := queue[0]
		all, queue = append(all, at), append(queue[1:], parents[at]...)
	}
	return all
}

// The program as a family gets it has the wall against sockets on every
// thread, and so have the processes of its page's engine.
func TestTheWallAgainstSocketsStands(t *testing.T) {
	s := newStage(t)
	c := s.plain("--sample")
	id := s.window()
	processes, threads := children(t, c.Process.Pid), 0
	for _, pid := range processes {
		files, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", pid))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			status, err := os.ReadFile(file)
			if err != nil {
				continue // it ended meanwhile
			}
			threads++
			lines := strings.Join(strings.Fields(string(status)), " ")
			if !strings.Contains(lines, "NoNewPrivs: 1 ") || !strings.Contains(lines, "Seccomp: 2 ") {
				t.Errorf("%s has no filter: %s", file, strings.Fields(string(status))[1])
			}
		}
	}
	if len(processes) < 3 || threads < 20 {
		t.Errorf("only %d processes and %d threads were looked at", len(processes), threads)
	}
	t.Logf("%d processes, %d threads, each with the filter", len(processes), threads)
	s.quits(c, id)
}

// A display that is reached over the network, as with ssh -X, cannot be opened
// behind the wall. The person is told, in a sentence.
func TestADisplayOverTheNetwork(t *testing.T) {
	s := newStage(t)
	number, err := strconv.Atoi(strings.TrimPrefix(s.display, ":"))
	if err != nil {
		t.Fatal(err)
	}
	// What sshd does: a port of this computer that leads to the display.
	far, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer far.Close()
	_, port, _ := net.SplitHostPort(far.Addr().String())
	listening, _ := strconv.Atoi(port)
	knocked := make(chan struct{}, 1)
	go func() {
		if c, err := far.Accept(); err == nil {
			c.Close()
			knocked <- struct{}{}
		}
	}()
	for display, want := range map[string]string{
		fmt.Sprintf("localhost:%d.0", listening-6000): "reached over a network, as with ssh -X",
		fmt.Sprintf(":%d", number+700):                "does not answer",
	} {
		c := exec.Command(binary(t), "--sample")
		c.Env = append(s.env(), "DISPLAY="+display)
		out, err := c.CombinedOutput()
		if c.ProcessState.ExitCode() != 1 || !strings.Contains(string(out), want) || strings.Contains(string(out), "goroutine") {
			t.Errorf("%s: %v: %s", display, err, out)
		}
	}
	select {
	case <-knocked:
		t.Error("somebody came to the display's port")
	case <-time.After(200 * time.Millisecond):
	}
}
