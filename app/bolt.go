package app

import (
	"sync"
	"time"

	"midweek/internal/open"
)

// A bolt is what the desk holds of the record's lock: keys that are being made,
// a secret that is tried once more, and when somebody was last there. Nothing of
// it is written anywhere.
type bolt struct {
	locking sync.Mutex // while the record is locked

	mu      sync.Mutex
	making  *making       // keys that are being made; nil: none are
	tried   *open.Secret  // opened a record that is not as it was left; nil: none did
	misses  int           // wrong passphrases in a row
	renew   bool          // in by the recovery key: a new passphrase is still to be set
	byHand  bool          // locked in this sitting: the key store is not asked
	active  time.Time     // when somebody was last there
	told    string        // of a move between locked and plain
	waiting chan struct{} // closed when the record is locked; nil: nobody waits
	now     func() time.Time
	pause   func(time.Duration)
}

// clock is the time, as the bolt is told it.
func (b *bolt) clock() time.Time {
	if b.now != nil {
		return b.now()
	}
	return time.Now()
}

func (b *bolt) sleep(d time.Duration) {
	if b.pause != nil {
		b.pause(d)
		return
	}
	time.Sleep(d)
}

// touch notes that somebody is there.
func (b *bolt) touch() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.active = b.clock().Round(0) // by the wall clock: it goes on while the computer sleeps
}

// idle is how long nobody has been there.
func (b *bolt) idle() time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.clock().Round(0).Sub(b.active)
}

// make begins to make keys, in the place of others that were not finished.
func (b *bolt) make(m *making) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.making != nil {
		b.making.forget()
	}
	b.making = m
}

// made are the keys that are being made, or nil.
func (b *bolt) made() *making {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.making
}

// try keeps a secret that is right for a record that is not as it was left; nil
// forgets it.
func (b *bolt) try(s *open.Secret) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.tried != nil && b.tried != s {
		b.tried.Forget()
	}
	b.tried = s
}

func (b *bolt) trying() *open.Secret {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.tried
}

// patient is how many wrong passphrases are answered at once, and pauseAfter how
// long each further one waits. It is for whoever stands at this computer; a copy
// of the file can be tried elsewhere.
const (
	patient    = 5
	pauseAfter = time.Second
)

// missed counts a wrong passphrase, and waits when there were many.
func (b *bolt) missed() {
	b.mu.Lock()
	b.misses++
	wait := b.misses > patient
	b.mu.Unlock()
	if wait {
		b.sleep(pauseAfter)
	}
}

// opened forgets what opened the record.
func (b *bolt) opened(renew bool) {
	b.try(nil)
	b.mu.Lock()
	b.misses, b.renew = 0, renew
	b.mu.Unlock()
	b.touch()
}

func (b *bolt) renewing() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.renew
}

// shut forgets everything, for the record is locked now, and tells who waits.
func (b *bolt) shut() {
	b.make(nil)
	b.try(nil)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.renew, b.byHand = false, true
	if b.waiting != nil {
		close(b.waiting)
		b.waiting = nil
	}
}

// tell says whether a code was not told before.
func (b *bolt) tell(code string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	fresh := b.told != code
	b.told = code
	return fresh
}

// handLocked says whether the record was locked in this sitting.
func (b *bolt) handLocked() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.byHand
}

// locked is closed as soon as the record is locked.
func (b *bolt) locked() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.waiting == nil {
		b.waiting = make(chan struct{})
	}
	return b.waiting
}
