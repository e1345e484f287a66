package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"testing"

	lib "modernc.org/sqlite/lib"
)

// failing is a place whose next commit goes wrong.
type failing struct {
	plain
	code *int  // SQLite's code of the failure, 0 for none
	done *bool // the change is on the disk all the same
}

func (f failing) Connect(Access) (*sql.DB, error) {
	name := address(f.file, "rw", "truncate")
	known, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, err
	}
	defer known.Close()
	db := sql.OpenDB(&failingConnector{known.Driver(), name, f})
	db.SetMaxOpenConns(1)
	return db, nil
}

type failingConnector struct {
	driver driver.Driver
	name   string
	place  failing
}

func (c *failingConnector) Driver() driver.Driver { return c.driver }

func (c *failingConnector) Connect(context.Context) (driver.Conn, error) {
	conn, err := c.driver.Open(c.name)
	return &failingConn{conn, c.place}, err
}

type failingConn struct {
	driver.Conn
	place failing
}

func (c *failingConn) BeginTx(ctx context.Context, o driver.TxOptions) (driver.Tx, error) {
	tx, err := c.Conn.(driver.ConnBeginTx).BeginTx(ctx, o)
	return &failingTx{tx, c.place}, err
}

type failingTx struct {
	driver.Tx
	place failing
}

type failure int

func (f failure) Error() string { return "the disk failed" }
func (f failure) Code() int     { return int(f) }

func (tx *failingTx) Commit() error {
	code := *tx.place.code
	*tx.place.code = 0
	switch {
	case code == 0:
		return tx.Tx.Commit()
	case *tx.place.done:
		return errors.Join(tx.Tx.Commit(), failure(code))
	}
	return errors.Join(tx.Tx.Rollback(), failure(code))
}

// When the disk does not confirm a change, nobody can tell whether it is
// there. The store says so, takes no further change, still reads, and after it
// was opened again goes on with what is there.
func TestAChangeThatTheDiskDidNotConfirm(t *testing.T) {
	for _, done := range []bool{false, true} {
		var code int
		p := failing{Plain(t.TempDir(), "record.db").(plain), &code, &done}
		s, err := Create(p, "rec-1")
		must(t, err)
		must(t, s.SetSetting("a", "1"))

		code = lib.SQLITE_IOERR_FSYNC
		if err := s.SetSetting("a", "2"); !errors.Is(err, ErrUncertain) {
			t.Errorf("the change: %v", err)
		}
		if err := s.SetSetting("b", "1"); !errors.Is(err, ErrUncertain) {
			t.Errorf("the next change: %v", err)
		}
		if err := s.Shrink(); !errors.Is(err, ErrUncertain) {
			t.Errorf("shrink: %v", err)
		}
		if _, err := s.Setting("a"); err != nil {
			t.Errorf("reading: %v", err)
		}
		must(t, s.Close())

		s, err = Open(p)
		must(t, err)
		want := map[bool]string{false: "1", true: "2"}[done]
		if got, _ := s.Setting("a"); got != want {
			t.Errorf("it is %q, want %q", got, want)
		}
		must(t, s.SetSetting("b", "1"))
		must(t, s.Close())
	}
}

// A change that certainly failed is no reason to stop.
func TestAChangeThatFailed(t *testing.T) {
	for code, want := range map[int]error{lib.SQLITE_FULL: ErrFull, lib.SQLITE_READONLY: ErrReadOnly, lib.SQLITE_IOERR_WRITE: nil, lib.SQLITE_BUSY: nil} {
		var done bool
		var next int
		p := failing{Plain(t.TempDir(), "record.db").(plain), &next, &done}
		s, err := Create(p, "rec-1")
		must(t, err)
		next = code
		err = s.SetSetting("a", "1")
		if err == nil || errors.Is(err, ErrUncertain) || want != nil && !errors.Is(err, want) {
			t.Errorf("code %d: %v", code, err)
		}
		if got, err := s.Setting("a"); got != "" || err != nil {
			t.Errorf("code %d: it is %q, %v", code, got, err)
		}
		must(t, s.SetSetting("a", "1"))
		must(t, s.Close())
	}
}
