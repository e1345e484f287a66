package app

import (
	"strconv"
	"time"

	"midweek/app/window"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/session"
	"midweek/internal/open"
)

// typedDraft is the name under which the page's drafts are kept while the record
// is locked, and mostTyped how many bytes they may have.
const (
	typedDraft = "typed"
	mostTyped  = 1 << 20
)

// How long the record stays open while nobody is there, in minutes, and the name
// of the setting in the record.
const (
	idleSetting = "lock.idle"
	idleUsual   = 10
	idleLeast   = 1
	idleMost    = 60
)

// patience is how long the page has for sending what was typed, before the
// record is locked without it.
const patience = 3 * time.Second

// glance is how often it is looked whether somebody is there.
const glance = 5 * time.Second

// Now keeps what was typed and not saved in the record, and locks it. What could
// not be kept is told, and the record stays open. A plain record, the sample
// family and a record that is locked already stay as they are.
func (l *Lock) Now(drafts string) (view *StartView, err error) {
	defer window.Mend(&err)
	if len(drafts) > mostTyped {
		return nil, refusal.New(refusal.TooLarge, "limit", "1 MB")
	}
	if err := l.Desk.lock(drafts); err != nil {
		return nil, err
	}
	return (&Start{l.Desk}).View()
}

// Active says that somebody is there.
func (l *Lock) Active() (err error) {
	defer window.Mend(&err)
	l.Desk.bolt.touch()
	return nil
}

// lock locks the record, with what was typed in it.
func (d *Desk) lock(drafts string) error {
	d.bolt.locking.Lock()
	defer d.bolt.locking.Unlock()
	room := d.House.Room()
	if room == nil || !room.Locked() {
		return nil
	}
	if drafts != "" && !room.ReadOnly() {
		if err := room.SetDraft(typedDraft, drafts); err != nil {
			return err
		}
	}
	d.feed.forget()
	d.fallen.take(room)
	// What was not written at the very end is no change of the record.
	_ = d.House.Lock()
	d.Outside.NameEdits("", "")
	d.bolt.shut()
	return nil
}

// shut locks the record although nobody asked: nobody is there, the computer is
// about to sleep, or the window closes. The page is asked for what was typed; one
// that does not answer is not waited for.
func (d *Desk) shut() {
	room := d.House.Room()
	if room == nil || !room.Locked() {
		return
	}
	locked := d.bolt.locked()
	d.Outside.AskLock()
	select {
	case <-locked:
	case <-time.After(patience):
		_ = d.lock("")
		d.Outside.Restart()
	}
}

// closing is what is to be done before the window closes, or nil: a safe copy of
// what changed, and the lock.
func (d *Desk) closing() func() {
	room := d.House.Room()
	if room == nil || !room.Locked() && !d.Keep {
		return nil
	}
	return func() {
		if d.Keep {
			_ = lookedAfter(room) // told at the next start
		}
		d.shut()
	}
}

// watch locks the record when nobody is there for as long as was chosen, and when
// the computer is about to sleep or its screen is locked, until stop is called.
func (d *Desk) watch() (stop func()) {
	d.bolt.touch()
	unhear := session.Watch(d.shut)
	done := make(chan struct{})
	go func() {
		for tick := time.NewTicker(glance); ; {
			select {
			case <-done:
				tick.Stop()
				return
			case <-tick.C:
				d.lookAround()
			}
		}
	}()
	return func() {
		close(done)
		unhear()
	}
}

// lookAround locks the record when nobody was there for too long.
func (d *Desk) lookAround() {
	room := d.House.Room()
	idle := d.bolt.idle()
	if room == nil || !room.Locked() || idle < idleLeast*time.Minute {
		return
	}
	if idle >= time.Duration(idleMinutes(room))*time.Minute {
		d.shut()
	}
}

// idleMinutes is how long the record stays open while nobody is there.
func idleMinutes(room *open.Room) int {
	text, err := room.Setting(idleSetting)
	if err != nil {
		return idleUsual
	}
	minutes, err := strconv.Atoi(text)
	if err != nil || minutes < idleLeast || minutes > idleMost {
		return idleUsual
	}
	return minutes
}

// takeTyped is what was typed when the record was locked, for the page to lay
// back. It is given once.
func takeTyped(room *open.Room) string {
	text, err := room.Draft(typedDraft)
	if err != nil || text == "" || room.ReadOnly() {
		return ""
	}
	if room.SetDraft(typedDraft, "") != nil {
		return ""
	}
	return text
}
