package portable_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"midweek/internal/edge/portable"
)

// tool finds a public program. Only a quick run goes on without: elsewhere the
// promise that such a file opens without Midweek is to be seen.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil && testing.Short() {
		t.Skipf("%s is not installed (make setup)", name)
	}
	if err != nil {
		t.Fatalf("%s is not installed (make setup)", name)
	}
	return path
}

// A stranger with the public tools gets at everything, with nothing of ours, at
// the cost that the program asks for.
func TestPublicToolsOpenIt(t *testing.T) {
	age, unzip := tool(t, "age"), tool(t, "unzip")
	costly()
	defer portable.Cheap()
	path, _ := save(t, contents())
	plain, into := filepath.Join(t.TempDir(), "record.zip"), t.TempDir()
	if said, err := atATerminal(t, words, age, "--decrypt", "--output", plain, path); err != nil {
		t.Fatalf("age: %v: %s", err, said)
	}
	unpack := exec.Command(unzip, "-q", plain, "-d", into)
	unpack.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	if said, err := unpack.CombinedOutput(); err != nil {
		t.Fatalf("unzip: %v: %s", err, said)
	}
	c := contents()
	for name, want := range map[string]string{
		"data.json": string(c.Data), "entries.acts": string(c.Acts), "record.sqlite": string(c.Database), "attachments/0001 Évaluation.pdf": "%PDF-",
	} {
		got, err := os.ReadFile(filepath.Join(into, name))
		if err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestThePublicToolRefusesAnotherPassphrase(t *testing.T) {
	age := tool(t, "age")
	path, _ := save(t, contents())
	plain := filepath.Join(t.TempDir(), "record.zip")
	said, err := atATerminal(t, "another passphrase", age, "--decrypt", "--output", plain, path)
	if err == nil || !strings.Contains(said, "incorrect passphrase") {
		t.Errorf("%v: %s", err, said)
	}
	if _, err := os.Stat(plain); err == nil {
		t.Error("something was written")
	}
}

// atATerminal runs a program that asks for a passphrase where a person sits,
// and answers it.
func atATerminal(t *testing.T, answer, program string, args ...string) (said string, err error) {
	t.Helper()
	person, screen := terminal(t)
	run := exec.Command(program, args...)
	run.Stdin, run.Stdout, run.Stderr = screen, screen, screen
	run.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	screen.Close()
	var seen bytes.Buffer
	read := make(chan struct{})
	go func() {
		defer close(read)
		answered := false
		part := make([]byte, 1024)
		for {
			n, err := person.Read(part)
			seen.Write(part[:n])
			if err != nil {
				return
			}
			if !answered && bytes.Contains(seen.Bytes(), []byte("passphrase: ")) {
				answered = true
				_, _ = io.WriteString(person, answer+"\r")
			}
		}
	}()
	stop := time.AfterFunc(time.Minute, func() { _ = run.Process.Kill() })
	defer stop.Stop()
	err = run.Wait()
	person.Close()
	<-read
	return seen.String(), err
}

// terminal is a terminal of its own: the person's end, and the program's.
func terminal(t *testing.T) (person, screen *os.File) {
	t.Helper()
	person, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	control, err := person.SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	var n int
	var asked error
	err = control.Control(func(fd uintptr) {
		if asked = unix.IoctlSetPointerInt(int(fd), unix.TIOCSPTLCK, 0); asked == nil {
			n, asked = unix.IoctlGetInt(int(fd), unix.TIOCGPTN)
		}
	})
	if err != nil || asked != nil {
		t.Fatal(err, asked)
	}
	screen, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return person, screen
}
