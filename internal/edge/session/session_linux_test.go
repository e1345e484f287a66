package session

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// bus starts a bus of its own and gives its address.
func bus(t *testing.T) string {
	t.Helper()
	program, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("no dbus-daemon here")
	}
	daemon := exec.Command(program, "--session", "--nofork", "--print-address", "--address=unix:path="+filepath.Join(t.TempDir(), "bus"))
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = daemon.Process.Kill(); _ = daemon.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(address)
}

// A fakeLogin answers as logind does: the other end of a pipe is the delay.
type fakeLogin struct {
	conn  *dbus.Conn
	holds chan *os.File // what is readable to its end once the delay is let go
}

func (f *fakeLogin) Inhibit(what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
	read, write, err := os.Pipe()
	if err != nil || what != "sleep" || mode != "delay" {
		return 0, dbus.MakeFailedError(err)
	}
	f.holds <- read
	// The bus sends a copy; ours is closed a little later.
	time.AfterFunc(time.Second, func() { _ = write.Close() })
	return dbus.UnixFD(write.Fd()), nil
}

func (f *fakeLogin) GetSessionByPID(uint32) (dbus.ObjectPath, *dbus.Error) {
	return "/org/freedesktop/login1/session/_31", nil
}

func (f *fakeLogin) say(t *testing.T, path dbus.ObjectPath, name string, values ...any) {
	t.Helper()
	if err := f.conn.Emit(path, name, values...); err != nil {
		t.Fatal(err)
	}
}

func fake(t *testing.T, address string) *fakeLogin {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	f := &fakeLogin{conn, make(chan *os.File, 8)}
	if err := conn.Export(f, managerPath, manager); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName(logind, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return f
}

func within(t *testing.T, told <-chan bool, what string) {
	t.Helper()
	select {
	case <-told:
	case <-time.After(5 * time.Second):
		t.Fatalf("not told of %s", what)
	}
}

func TestSleepAndALockedSessionAreTold(t *testing.T) {
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", bus(t))
	login := fake(t, os.Getenv("DBUS_SYSTEM_BUS_ADDRESS"))
	told := make(chan bool, 8)
	let := make(chan bool)
	stop := Watch(func() { told <- true; <-let })
	delay := <-login.holds
	login.say(t, managerPath, manager+".PrepareForSleep", true)
	within(t, told, "sleep")
	gone := make(chan bool, 1)
	go func() { _, _ = delay.Read(make([]byte, 1)); gone <- true }()
	select {
	case <-gone:
		t.Error("the delay was let go before the record was locked")
	case <-time.After(1500 * time.Millisecond): // past our own copy of the pipe
	}
	let <- true
	within(t, gone, "the delay that is let go")
	login.say(t, managerPath, manager+".PrepareForSleep", false)
	<-login.holds // awake: it is held again
	login.say(t, "/org/freedesktop/login1/session/_31", sessionIs+".Lock")
	within(t, told, "a locked session")
	let <- true
	login.say(t, "/org/freedesktop/login1/session/_32", sessionIs+".Lock")
	stop()
	stop()
	if len(told) != 0 {
		t.Error("told of somebody else's session")
	}
}

// Where nobody can tell, nothing fails and nothing is waited for.
func TestWithoutABusNothingFails(t *testing.T) {
	for _, address := range []string{"unix:path=" + filepath.Join(t.TempDir(), "none"), "tcp:host=127.0.0.1,port=9", "nonsense"} {
		t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
		Watch(func() { t.Error("told") })()
	}
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", bus(t))
	stop := Watch(func() { t.Error("told") }) // a bus without logind
	stop()
}
