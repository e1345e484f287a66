package vault

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"strings"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// copied is the driver's way to take the whole database and to put it back.
type copied interface {
	NewBackup(address string) (*sqlite.Backup, error)
	Serialize() ([]byte, error)
	Deserialize([]byte) error
}

// A copyConnector opens a database that SQLite keeps for itself, as the image
// is. After each commit the whole of it is copied and compared with the image.
type copyConnector struct {
	driver.Connector
	vault   *Vault
	keys    []string
	writing bool
}

func (v *Vault) connectCopy(keys []string, writing bool) *sql.DB {
	all := append([]string{"_journal_mode=memory"}, keys...)
	base, err := sqlite.NewConnector("file::memory:?" + strings.Join(all, "&"))
	db := sql.OpenDB(&copyConnector{broken{base, err}, v, keys, writing})
	db.SetMaxOpenConns(1)
	return db
}

// broken is a connector, or why there is none.
type broken struct {
	driver.Connector
	err error
}

func (b broken) Connect(ctx context.Context) (driver.Conn, error) {
	if b.err != nil {
		return nil, b.err
	}
	return b.Connector.Connect(ctx)
}

func (c *copyConnector) Connect(ctx context.Context) (driver.Conn, error) {
	if !c.vault.take() {
		return nil, result(lib.SQLITE_CANTOPEN)
	}
	inner, err := c.Connector.Connect(ctx)
	if err != nil {
		c.vault.close()
		return nil, err
	}
	conn := &copyConn{Conn: inner, vault: c.vault, keys: c.keys}
	err = conn.load()
	if err == nil && !c.writing {
		_, err = inner.(driver.ExecerContext).ExecContext(ctx, "PRAGMA query_only = 1", nil)
	}
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// result is a code of SQLite's as an error.
type result int32

func (r result) Error() string { return "the vault could not be saved" }

// Code is SQLite's code.
func (r result) Code() int { return int(r) }

type copyConn struct {
	driver.Conn
	vault  *Vault
	keys   []string
	within bool // a transaction
}

// load puts the image into SQLite's own memory.
func (c *copyConn) load() error {
	data := make([]byte, c.vault.size())
	c.vault.read(data, 0)
	if len(data) == 0 {
		return nil
	}
	if err := c.Conn.(copied).Deserialize(data); err != nil {
		return err
	}
	for _, key := range c.keys { // some settings are the database's, and it is another one now
		if setting, ok := strings.CutPrefix(key, "_pragma="); ok {
			if _, err := c.Conn.(driver.ExecerContext).ExecContext(context.Background(), "PRAGMA "+setting, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// save compares the database with the image and saves what differs. When that
// fails, the database is put back as it was.
func (c *copyConn) save() error {
	data, err := c.Conn.(copied).Serialize()
	if err != nil && c.vault.There() {
		return c.back(err)
	}
	// A database without a page cannot be copied, and need not be.
	if err := c.vault.replace(data); err != nil {
		return errors.Join(c.back(err), result(resultOf(err)))
	}
	return nil
}

// back takes what was not saved out of the database again.
func (c *copyConn) back(err error) error {
	if again := c.load(); again != nil {
		c.vault.refuseAll(again)
	}
	return err
}

// replace makes the image these bytes, and saves it.
func (v *Vault) replace(data []byte) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.image.resize(int64(len(data)))
	for at := 0; at < len(data); at += block {
		now := data[at:min(at+block, len(data))]
		if string(v.image.pages[at/block][:len(now)]) != string(now) {
			v.image.writeAt(now, int64(at))
		}
	}
	return v.save()
}

// refuseAll takes no further change, because SQLite holds another database than
// the vault does.
func (v *Vault) refuseAll(why error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.stop(why)
}
