package store

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// plain is an ordinary SQLite file, which any SQLite tool can read.
type plain struct{ dir, file string }

// Plain is the place of a file in a folder. The folder is made when the file
// is. Both are for this account alone: the folder 0700, the file 0600.
func Plain(dir, name string) Place {
	if whole, err := filepath.Abs(dir); err == nil {
		dir = whole
	}
	return plain{dir, filepath.Join(dir, name)}
}

// journals are the endings of what SQLite keeps beside a file while it changes.
var journals = []string{"-journal", "-wal"}

func (p plain) Glance() (Glance, error) {
	info, err := os.Stat(p.file)
	if errors.Is(err, fs.ErrNotExist) {
		return Glance{Orphan: p.orphan()}, nil
	}
	if err != nil {
		return Glance{}, err
	}
	g := Glance{There: true, Regular: info.Mode().IsRegular(), Size: info.Size()}
	if !g.Regular {
		return g, nil
	}
	g.Writable = mayWrite(p.file) && mayWrite(p.dir)
	g.Head, err = head(p.file)
	return g, err
}

// orphan says whether a journal with something in it lies alone. A new file
// beside it would be overwritten with what it holds.
func (p plain) orphan() bool {
	for _, ending := range journals {
		if info, err := os.Stat(p.file + ending); err == nil && info.Size() > 0 {
			return true
		}
	}
	return false
}

func (p plain) Connect(a Access) (*sql.DB, error) {
	if a == Reading {
		return connect(p.file, "ro", "")
	}
	if err := tighten(p.file); err != nil {
		return nil, err
	}
	return connect(p.file, "rw", "truncate")
}

func (p plain) Make(build func(*sql.DB) error) error {
	return p.put(func(draft string) error {
		db, err := connect(draft, "rw", "memory")
		if err != nil {
			return err
		}
		return errors.Join(build(db), db.Close())
	})
}

// put makes a database under another name and gives it its own once it is on
// the disk.
func (p plain) put(fill func(draft string) error) error {
	if err := makeFolder(p.dir); err != nil {
		return err
	}
	if g, err := p.Glance(); err != nil || g.There || g.Orphan {
		return errors.Join(err, fmt.Errorf("make a record: %w", fs.ErrExist))
	}
	draft := p.file + ".new"
	defer discard(draft)
	if err := p.draw(draft, fill); err != nil {
		return err
	}
	if err := publish(draft, p.file); err != nil {
		return err
	}
	return syncFolder(p.dir)
}

// draw fills an empty file and brings it to the disk. What an earlier attempt
// left under that name was never a record.
func (p plain) draw(draft string, fill func(draft string) error) error {
	if err := discard(draft); err != nil {
		return err
	}
	if err := makeFile(draft); err != nil {
		return err
	}
	if err := fill(draft); err != nil {
		return err
	}
	return syncFile(draft)
}
