package session

import (
	"os"
	"strings"
	"sync"
	"syscall"

	"github.com/godbus/dbus/v5"
)

// The names of logind on the bus.
const (
	logind      = "org.freedesktop.login1"
	managerPath = dbus.ObjectPath("/org/freedesktop/login1")
	manager     = logind + ".Manager"
	sessionIs   = logind + ".Session"
)

// Watch calls told each time the computer is about to sleep, which waits until
// told returns (logind waits five seconds at most), and each time the session is
// locked. Where there is no bus or no logind it hears nothing. Stop ends it.
func Watch(told func()) (stop func()) {
	// What is not a socket of this machine is no place to listen at.
	if at := os.Getenv("DBUS_SYSTEM_BUS_ADDRESS"); at != "" && !strings.HasPrefix(at, "unix:") {
		return func() {}
	}
	conn, err := dbus.ConnectSystemBus()
	if err != nil {
		return func() {}
	}
	return watch(conn, told)
}

// A watcher holds logind's delay while the computer is awake.
type watcher struct {
	conn  *dbus.Conn
	told  func()
	delay int // a descriptor; below zero for none
}

func watch(conn *dbus.Conn, told func()) (stop func()) {
	w := &watcher{conn: conn, told: told, delay: -1}
	signals := make(chan *dbus.Signal, 8)
	conn.Signal(signals)
	if w.listen() != nil {
		conn.Close()
		return func() {}
	}
	w.hold()
	done := make(chan struct{})
	go func() {
		defer close(done)
		for signal := range signals {
			w.hear(signal)
		}
		w.let()
	}()
	var once sync.Once
	return func() {
		once.Do(func() {
			conn.Close() // which closes the channel of its signals
			<-done
		})
	}
}

// listen asks for the signals: of sleep, and of a locked session. Which sessions
// there are is not looked at: when one of this person's screens is locked, the
// record is.
func (w *watcher) listen() error {
	err := w.conn.AddMatchSignal(dbus.WithMatchInterface(manager), dbus.WithMatchMember("PrepareForSleep"), dbus.WithMatchSender(logind))
	if err != nil {
		return err
	}
	return w.conn.AddMatchSignal(dbus.WithMatchObjectPath(w.session()), dbus.WithMatchInterface(sessionIs), dbus.WithMatchMember("Lock"), dbus.WithMatchSender(logind))
}

// session is this program's session, or the one that logind takes for it.
func (w *watcher) session() dbus.ObjectPath {
	var path dbus.ObjectPath
	call := w.conn.Object(logind, managerPath).Call(manager+".GetSessionByPID", dbus.FlagNoAutoStart, uint32(os.Getpid()))
	if call.Store(&path) != nil || !path.IsValid() {
		return managerPath + "/session/auto"
	}
	return path
}

func (w *watcher) hear(signal *dbus.Signal) {
	switch signal.Name {
	case sessionIs + ".Lock":
		w.told()
	case manager + ".PrepareForSleep":
		if len(signal.Body) == 1 && signal.Body[0] == true {
			w.told()
			w.let()
			return
		}
		w.hold()
	}
}

// hold has logind wait before the computer sleeps. Without it the record is
// locked all the same, perhaps only after waking up.
func (w *watcher) hold() {
	if w.delay >= 0 {
		return
	}
	var fd dbus.UnixFD
	call := w.conn.Object(logind, managerPath).Call(manager+".Inhibit", dbus.FlagNoAutoStart, "sleep", "Midweek", "to lock the record", "delay")
	if call.Store(&fd) == nil {
		w.delay = int(fd)
	}
}

// let has the computer sleep.
func (w *watcher) let() {
	if w.delay >= 0 {
		_ = syscall.Close(w.delay)
		w.delay = -1
	}
}
