package main

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// start starts a program, watches the display until its picture stands, ends
// the program and waits until it has left the display. It gives the time that
// the picture took, and the picture.
func (s *stage) start(p *contestant) (time.Duration, *frame, error) {
	c := exec.Command(p.path, p.args...)
	var said bytes.Buffer
	c.Env, c.Dir, c.Stdout, c.Stderr = s.env(), s.root, &said, &said
	w := &watch{screen: s.screen}
	if err := w.begin(); err != nil {
		return 0, nil, err
	}
	begun := time.Now()
	if err := c.Start(); err != nil {
		return 0, nil, err
	}
	changed, err := w.until(still)
	if err != nil {
		return 0, nil, fmt.Errorf("%w\n%s", errors.Join(err, finish(c)), &said)
	}
	last := s.screen.frame()
	if err := errors.Join(s.screen.see(last, 1), finish(c)); err != nil {
		return 0, nil, err
	}
	return changed.Sub(begun), last, s.cleared()
}

// finish ends a program by asking, and by force when it does not hear.
func finish(c *exec.Cmd) error {
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	_ = c.Process.Signal(syscall.SIGTERM)
	select {
	case <-done: // a program that was asked to end may say so
		return nil
	case <-time.After(patience):
		return fmt.Errorf("%s did not end when asked: %w", filepath.Base(c.Path), c.Process.Kill())
	}
}

// cleared waits until the display is empty, and a moment for the engine's
// processes, which end after the program.
func (s *stage) cleared() error {
	now := s.screen.frame()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if err := s.screen.see(now, 1); err != nil {
			return err
		}
		if now.blank() {
			time.Sleep(still / 2)
			return nil
		}
	}
	return errors.New("the window is gone, but not from the display")
}
