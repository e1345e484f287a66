package main

import (
	"bytes"
	"errors"
	"time"
)

const (
	// look is the time between two looks at the display: the error of a time.
	look = 2 * time.Millisecond
	// each is how many rows lie between those looked at; letters are higher.
	each = 4
	// still is how long nothing may change for a picture to be the last one.
	still = time.Second
)

// A watch follows a display.
type watch struct {
	screen *screen
	before *frame // when the watch began
	shown  *frame // at the latest look
}

var errNoPicture = errors.New("no picture came to rest on the display")

// begin keeps what the display shows before anything is started.
func (w *watch) begin() error {
	w.before, w.shown = w.screen.frame(), w.screen.frame()
	return errors.Join(w.screen.see(w.before, each), w.screen.see(w.shown, each))
}

// until looks at the display until it shows something that does not change for
// so long, and says when it last changed.
func (w *watch) until(rest time.Duration) (time.Time, error) {
	begun, now := time.Now(), w.screen.frame()
	changed := begun
	for at := begun; at.Sub(begun) < patience; at = time.Now() {
		if err := w.screen.see(now, each); err != nil {
			return at, err
		}
		switch {
		case !bytes.Equal(now.dots, w.shown.dots):
			changed = at
			w.shown, now = now, w.shown
		case at.Sub(changed) >= rest && !bytes.Equal(w.shown.dots, w.before.dots):
			return changed, nil
		}
		time.Sleep(look)
	}
	return begun, errNoPicture
}
