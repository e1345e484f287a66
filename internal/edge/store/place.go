package store

import "database/sql"

// A Place is where one record lies: bytes and connections, no paths. A plain
// file fills it now (Plain); a locked vault can, with its image in memory, its
// own file system under SQLite and its container behind Make.
type Place interface {
	// Glance looks at what lies here without opening or changing it. A place
	// where nothing lies is no error.
	Glance() (Glance, error)

	// Connect opens the one connection to the database that lies here, with
	// every setting of this package in force. It never makes a database.
	Connect(Access) (*sql.DB, error)

	// Make puts a new database here. Build fills it out of sight; when Make
	// returns nil it lies here whole and durable, and after a crash at any
	// moment it lies here whole or not at all. Where anything lies already,
	// that stays and the error is fs.ErrExist.
	Make(build func(*sql.DB) error) error

	// Take puts a copy of an open database here, as Make does a new one.
	Take(from Original) error

	// Room tells why a write may have failed: an error that is ErrFull or
	// ErrReadOnly, nil when there is room and leave to write.
	Room() error
}

// Access is what a connection may do.
type Access bool

// Reading changes nothing, not even to take back a change that was cut off;
// SQLite refuses it in that case.
const (
	Reading Access = false
	Writing Access = true
)

// A Glance is what can be known of a place from outside.
type Glance struct {
	There    bool   // something lies here
	Regular  bool   // it is a file with bytes, not a folder or a device
	Size     int64  // in bytes
	Head     []byte // the first 100 bytes, fewer of a shorter file
	Orphan   bool   // nothing lies here but the journal of a change that was cut off
	Writable bool   // changes can be written
}

// headSize is how many bytes SQLite's header has.
const headSize = 100
