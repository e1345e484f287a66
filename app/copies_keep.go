package app

import (
	"midweek/app/window"
	"midweek/internal/open"
)

// housekeep has an open record's safe copies looked after from now on, once. What
// fails is told with every answer, until it works (notices).
func (d *Desk) housekeep(room *open.Room) {
	if d.Keep && d.kept.Swap(room) != room {
		_ = lookedAfter(room)
	}
}

// lookedAfter looks after the copies of a record; a panic in it is an error like another.
func lookedAfter(room *open.Room) (err error) {
	defer window.Mend(&err)
	return room.Housekeep()
}
