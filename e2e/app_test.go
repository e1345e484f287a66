//go:build e2e

package e2e

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A program is midweek on a stage, with its page in our hands.
type program struct {
	*stage
	args []string
	page *driver
}

// start opens the program with arguments on a new stage. Its page is waited
// for by the test: by what should stand on it.
func start(t *testing.T, args ...string) *program {
	t.Helper()
	p := &program{stage: newStage(t), args: args}
	p.open()
	t.Cleanup(func() {
		if t.Failed() {
			p.picture("failed-" + strings.ReplaceAll(t.Name(), "/", "-"))
		}
		p.close()
	})
	return p
}

// shared is a folder for what all tests use.
var shared string

func TestMain(m *testing.M) {
	var err error
	if shared, err = os.MkdirTemp("", "midweek-e2e-"); err != nil {
		panic(err)
	}
	status := m.Run()
	os.RemoveAll(shared)
	os.Exit(status)
}

// shim is the library that lets the driver in, compiled at the first need.
var shim = sync.OnceValues(func() (string, error) {
	flags, err := exec.Command("pkg-config", "--cflags", "--libs", "webkit2gtk-4.1").Output()
	if err != nil {
		return "", err
	}
	out := filepath.Join(shared, "shim.so")
	args := append([]string{"-shared", "-fPIC", "-O1", "-w", "-o", out, filepath.Join("shim", "shim.c")}, strings.Fields(string(flags))...)
	if said, err := exec.Command("cc", args...).CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, said)
	}
	return out, nil
})

// open starts a driver, and by it the program.
func (p *program) open() {
	p.t.Helper()
	library, err := shim()
	if err != nil {
		p.t.Fatal(err)
	}
	launcher := filepath.Join(p.root, "launch")
	script := fmt.Sprintf("#!/bin/sh\necho $$ > '%s'\nLD_PRELOAD='%s' exec '%s' \"$@\" 2>> '%s'\n",
		p.pidFile(), library, driven(p.t), filepath.Join(p.root, "stderr"))
	if err := os.WriteFile(launcher, []byte(script), 0o755); err != nil {
		p.t.Fatal(err)
	}
	port := freePort(p.t)
	c := exec.Command("WebKitWebDriver", "--host=127.0.0.1", "--port="+port)
	c.Env = p.env()
	p.launch(c)
	p.within("the driver", func() bool {
		probe, err := net.Dial("tcp", "127.0.0.1:"+port)
		if err == nil {
			probe.Close()
		}
		return err == nil
	})
	page, err := newDriver("http://127.0.0.1:"+port, launcher, p.args...)
	if err != nil {
		said, _ := os.ReadFile(filepath.Join(p.root, "stderr"))
		p.t.Fatalf("%v\n%s", err, said)
	}
	p.page = page
}

func (p *program) pidFile() string { return filepath.Join(p.root, "pid") }

// close ends the program by asking the system to, as at the end of a day, and
// waits until it is gone.
func (p *program) close() {
	p.t.Helper()
	text, err := os.ReadFile(p.pidFile())
	if err != nil {
		return
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		p.t.Fatal(err)
	}
	_ = syscall.Kill(pid, syscall.SIGTERM)
	for end := time.Now().Add(startLimit); running(pid); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			p.t.Errorf("the program did not end when asked")
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
	}
	_ = os.Remove(p.pidFile())
}

// running says whether a process is there; one that ended and was not yet
// taken note of by its parent is not.
func running(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return false
	}
	_, after, _ := strings.Cut(string(stat), ") ")
	return !strings.HasPrefix(after, "Z")
}

// restart closes the program and opens it again on the same stage.
func (p *program) restart() {
	p.t.Helper()
	p.close()
	p.open()
}

// run runs a script in the page and gives what it returns.
func (p *program) run(script string, args ...any) any {
	p.t.Helper()
	var got any
	if err := p.page.run(script, &got, args...); err != nil {
		p.t.Fatal(err)
	}
	return got
}

// find gives the one visible element of a role and a name, waiting for it. The
// name is the whole of what a screen reader says, or, ending in …, its start.
func (p *program) find(role, name string) string {
	p.t.Helper()
	var id string
	var why error
	for end := time.Now().Add(startLimit); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if id, why = p.page.byRole(role, name); why == nil {
			return id
		}
	}
	p.t.Fatalf("%s %q: %v\n%s", role, name, why, p.text())
	return ""
}

// click clicks on the one element of a role and a name.
func (p *program) click(role, name string) {
	p.t.Helper()
	if err := p.page.click(p.find(role, name)); err != nil {
		p.t.Fatalf("clicking %s %q: %v", role, name, err)
	}
}

// fill types into the one field of a name, over what stood there.
func (p *program) fill(name, text string) {
	p.t.Helper()
	id := p.find("textbox", name)
	if err := errors.Join(p.page.clear(id), p.page.keys(id, text)); err != nil {
		p.t.Fatalf("filling %q: %v", name, err)
	}
}

// press types keys into whatever has the focus.
func (p *program) press(keys string) {
	p.t.Helper()
	var active map[string]string
	err := p.page.call("GET", "/element/active", nil, &active)
	if err == nil {
		err = p.page.keys(active[elementKey], keys)
	}
	if err != nil {
		p.t.Fatalf("pressing %q: %v", keys, err)
	}
}

// text is all that can be read on the page. The driver's own reading leaves
// out what floats above it.
func (p *program) text() string {
	p.t.Helper()
	text, _ := p.run(`return document.body.innerText`).(string)
	return text
}

// reads waits until a text can be read on the page.
func (p *program) reads(text string) {
	p.t.Helper()
	p.within(strconv.Quote(text), func() bool { return strings.Contains(p.text(), text) })
}
