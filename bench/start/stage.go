package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// patience bounds how long anything may take to be there or to end.
const patience = 30 * time.Second

// A stage is a display, a message bus and a home for the programs.
type stage struct {
	root    string
	display string // :99
	bus     string
	screen  *screen
	helpers []*exec.Cmd
}

// newStage sets one up in a folder. It is to be closed, after an error too.
func newStage(root string) (*stage, error) {
	s := &stage{root: root}
	for _, folder := range []string{"display", "run"} {
		if err := os.Mkdir(filepath.Join(root, folder), 0o700); err != nil {
			return s, err
		}
	}
	number, err := s.helper("Xvfb", "-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-fbdir", filepath.Join(root, "display"))
	if err != nil {
		return s, err
	}
	s.display = ":" + number
	s.bus, err = s.helper("dbus-daemon", "--session", "--nofork", "--print-address=3", "--address=unix:path="+filepath.Join(root, "run", "bus"))
	if err != nil {
		return s, err
	}
	s.screen, err = openScreen(filepath.Join(root, "display", "Xvfb_screen0"))
	return s, err
}

// helper starts a program that stays, and gives the line it says on its third
// descriptor once it is ready.
func (s *stage) helper(name string, args ...string) (string, error) {
	says, write, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer says.Close()
	c := exec.Command(name, args...)
	c.Env, c.ExtraFiles = s.env(), []*os.File{write}
	err = c.Start()
	write.Close()
	if err != nil {
		return "", err
	}
	s.helpers = append(s.helpers, c)
	if err := says.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return "", err
	}
	line, err := bufio.NewReader(says).ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("%s is not ready: %w", name, err)
	}
	return strings.TrimSpace(line), nil
}

// env is the programs' environment: a home that is theirs, so that nobody's
// record is touched.
func (s *stage) env() []string {
	return []string{
		"PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "NO_AT_BRIDGE=1", "HOME=" + s.root, "XDG_RUNTIME_DIR=" + filepath.Join(s.root, "run"),
		"DISPLAY=" + s.display, "DBUS_SESSION_BUS_ADDRESS=" + s.bus,
	}
}

func (s *stage) close() error {
	var failed []error
	if s.screen != nil {
		failed = append(failed, s.screen.file.Close())
	}
	for _, c := range s.helpers {
		failed = append(failed, finish(c))
	}
	return errors.Join(failed...)
}
