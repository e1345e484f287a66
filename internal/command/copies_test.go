package command_test

import (
	"os"
	"path/filepath"
	"time"

	"midweek/internal/command"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/exchange"
)

// The copies of a folder for the tests are copies of its one file.
type folderCopies struct{ backup.Folder }

func copiesOf(dir string) command.Copies {
	return folderCopies{backup.In(filepath.Join(dir, "backups"))}
}

func (f folderCopies) Check(file string) (int, error) {
	h, err := readFolder(file)
	if err != nil {
		return 0, refusal.New(refusal.CopyDamaged)
	}
	return h.Len(), nil
}

func (folderCopies) Close() error { return nil }

func readFolder(file string) (*history.History, error) {
	data, err := exchange.ReadActsFile(file)
	if err != nil {
		return nil, err
	}
	acts, err := exchange.ReadActs(data)
	if err != nil {
		return nil, err
	}
	h := history.New("0123456789abcdef")
	return h, h.Load(acts)
}

func (f *folder) MakeCopy() (backup.Name, error) { return f.copies(backup.Asked) }

func (f *folder) copies(kind backup.Kind) (backup.Name, error) {
	to := backup.In(filepath.Join(filepath.Dir(f.file), "backups"))
	made := time.Date(2025, 3, 24, 20, 14, 5, 0, time.Local)
	if kind == backup.Restore {
		made = made.Add(time.Minute)
	}
	n := backup.Name{Made: made, Kind: kind, Acts: f.history.Len()}
	if err := os.MkdirAll(to.Dir(), 0o700); err != nil {
		return n, err
	}
	return n, os.WriteFile(to.File(n), exchange.WriteActs(f.history), 0o600)
}

func (f *folder) Restore(name string) (string, error) {
	n, ours := backup.Parse(name)
	from := backup.In(filepath.Join(filepath.Dir(f.file), "backups")).File(n)
	if _, err := os.Stat(from); !ours || err != nil {
		return "", refusal.New(refusal.CopyGone)
	}
	before, err := f.copies(backup.Restore)
	if err != nil {
		return "", err
	}
	h, err := readFolder(from)
	if err != nil {
		return "", refusal.New(refusal.CopyDamaged)
	}
	return before.String(), os.WriteFile(f.file, exchange.WriteActs(h), 0o600)
}
