package open

import (
	"midweek/internal/binder"
	"midweek/internal/core/history"
)

// What could spoil much at once begins with a safe copy. When none can be made,
// nothing is changed.

// BringIn takes in a school's calendar, as binder.BringIn does, after a copy.
func (r *Room) BringIn(in binder.Incoming, because string) (string, error) {
	if err := r.first(ImportCopy); err != nil {
		return "", err
	}
	return r.Binder.BringIn(in, because)
}

// RemoveChild removes a child for good, as binder.RemoveChild does, after a copy:
// ForgetCopies removes that one too, when the person wants it.
func (r *Room) RemoveChild(child string, says func([]string) func(string) bool, choices map[history.Key]binder.Choice) (*binder.Removed, error) {
	if err := r.first(RemovalCopy); err != nil {
		return nil, err
	}
	return r.Binder.RemoveChild(child, says, choices)
}

// Redact removes for good what acts of an entry say, as binder.Redact does, after
// a copy.
func (r *Room) Redact(k history.Key, only []history.Hash, why string) (*binder.Removed, error) {
	if err := r.first(RemovalCopy); err != nil {
		return nil, err
	}
	return r.Binder.Redact(k, only, why)
}
