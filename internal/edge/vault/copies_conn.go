package vault

import (
	"context"
	"database/sql/driver"

	"modernc.org/sqlite"
)

func (c *copyConn) Close() error {
	defer c.vault.close()
	return c.Conn.Close()
}

// after saves what a statement did outside a transaction.
func (c *copyConn) after(err error) error {
	if err != nil || c.within {
		return err
	}
	return c.save()
}

// NewBackup copies the database to another one, by its address.
func (c *copyConn) NewBackup(address string) (*sqlite.Backup, error) {
	return c.Conn.(copied).NewBackup(address)
}

// Serialize is the database as it would lie in a file.
func (c *copyConn) Serialize() ([]byte, error) { return c.Conn.(copied).Serialize() }

func (c *copyConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	r, err := c.Conn.(driver.ExecerContext).ExecContext(ctx, query, args)
	return r, c.after(err)
}

// QueryContext is for reading. What a query that answers rows changes outside a
// transaction is saved with the next change.
func (c *copyConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	return c.Conn.(driver.QueryerContext).QueryContext(ctx, query, args)
}

func (c *copyConn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	s, err := c.Conn.(driver.ConnPrepareContext).PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return &copyStmt{s, c}, nil
}

func (c *copyConn) BeginTx(ctx context.Context, how driver.TxOptions) (driver.Tx, error) {
	tx, err := c.Conn.(driver.ConnBeginTx).BeginTx(ctx, how)
	if err != nil {
		return nil, err
	}
	c.within = true
	return &copyTx{tx, c}, nil
}

type copyStmt struct {
	driver.Stmt
	conn *copyConn
}

func (s *copyStmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	r, err := s.Stmt.(driver.StmtExecContext).ExecContext(ctx, args)
	return r, s.conn.after(err)
}

func (s *copyStmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	return s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
}

type copyTx struct {
	driver.Tx
	conn *copyConn
}

func (t *copyTx) Commit() error {
	t.conn.within = false
	return t.conn.after(t.Tx.Commit())
}

func (t *copyTx) Rollback() error {
	t.conn.within = false
	return t.Tx.Rollback()
}
