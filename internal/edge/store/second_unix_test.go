//go:build unix

package store_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"midweek/internal/edge/store"
)

func init() {
	roles["listener"] = listenForASecond
	roles["stranger"] = holdAndNote
}

// listenForASecond is a window of a data folder.
func listenForASecond(dir string) int {
	if _, err := store.Lock(dir); err != nil {
		alone{}.Fatal(err)
	}
	called := make(chan struct{})
	if _, err := store.Listen(dir, func() { called <- struct{}{} }); err != nil {
		alone{}.Fatal(err)
	}
	fmt.Println("listens")
	for {
		select {
		case <-called:
			fmt.Println("called")
		case <-time.After(20 * time.Second):
			return 1
		}
	}
}

// holdAndNote has the data folder as a command does, and tells every signal.
func holdAndNote(dir string) int {
	if _, err := store.Lock(dir); err != nil {
		alone{}.Fatal(err)
	}
	all := make(chan os.Signal, 9)
	signal.Notify(all, syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGHUP, syscall.SIGTERM)
	fmt.Println("holds")
	for {
		select {
		case s := <-all:
			fmt.Println("signal", s)
		case <-time.After(20 * time.Second):
			return 1
		}
	}
}

// playing runs a role beside the test and gives its lines as they come.
func playing(t *testing.T, role, dir string) (*exec.Cmd, <-chan string) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), roleKey+"="+role, dirKey+"="+dir)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	lines := make(chan string, 99)
	go func() {
		for said := bufio.NewScanner(out); said.Scan(); {
			lines <- said.Text()
		}
		close(lines)
	}()
	return c, lines
}

func next(t *testing.T, lines <-chan string, want string) {
	t.Helper()
	select {
	case line := <-lines:
		if line != want {
			t.Fatalf("it said %q, want %q", line, want)
		}
	case <-time.After(10 * time.Second):
		t.Fatalf("it did not say %q", want)
	}
}

func TestAWindowThatListensIsCalled(t *testing.T) {
	dir := t.TempDir()
	if store.Call(dir) {
		t.Fatal("somebody listens in an empty folder")
	}
	window, lines := playing(t, "listener", dir)
	next(t, lines, "listens")
	for range 3 {
		if !store.Call(dir) {
			t.Fatal("nobody listens")
		}
		next(t, lines, "called")
	}
	_ = window.Process.Kill()
	_ = window.Wait()
	if store.Call(dir) {
		t.Error("a window that was killed still listens")
	}
}

// Who has the folder and does not listen is not signalled, and neither is
// anybody whose number stands in a file.
func TestNobodyElseIsCalled(t *testing.T) {
	dir := t.TempDir()
	stranger, lines := playing(t, "stranger", dir)
	next(t, lines, "holds")
	number := fmt.Append(nil, stranger.Process.Pid)
	for _, name := range []string{"lock", "lock.window"} {
		if err := os.WriteFile(filepath.Join(dir, name), number, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if store.Call(dir) {
		t.Error("somebody is said to listen")
	}
	select {
	case line := <-lines:
		t.Errorf("the stranger got %q", line)
	case <-time.After(200 * time.Millisecond):
	}
}

// A window that was left is not called any more, and a call that comes too late
// does no harm.
func TestAWindowThatWasLeft(t *testing.T) {
	dir := t.TempDir()
	stop, err := store.Listen(dir, func() {})
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, "lock.window"))
	if err != nil || info.Mode().Perm() != 0o600 || info.Size() != 0 {
		t.Errorf("%v, %v", info, err)
	}
	stop()
	if store.Call(dir) {
		t.Error("it still listens")
	}
	if err := syscall.Kill(os.Getpid(), syscall.SIGUSR2); err != nil {
		t.Fatal(err)
	}
	time.Sleep(50 * time.Millisecond) // it would end the process
}
