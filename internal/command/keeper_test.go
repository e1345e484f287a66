package command_test

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"midweek/internal/command"
	"midweek/internal/core/history"
	"midweek/internal/core/record"
	"midweek/internal/edge/exchange"
)

// A folder is a family's record for the tests: its acts in one file. Nothing
// in it is random, so that a page can show what it answers.
type folder struct {
	file    string
	history *history.History
}

func openFolder(dir string) (command.Keeper, error) {
	f := &folder{filepath.Join(dir, "record.acts"), history.New("0123456789abcdef")}
	data, err := exchange.ReadActsFile(f.file)
	if errors.Is(err, fs.ErrNotExist) {
		return f, nil
	}
	if err != nil {
		return nil, err
	}
	acts, err := exchange.ReadActs(data)
	if err != nil {
		return nil, err
	}
	return f, f.history.Load(acts)
}

func (f *folder) Import(file []byte) (int, error) {
	r, err := exchange.Read(file)
	if err != nil {
		return 0, err
	}
	changes, err := exchange.Changes(r, exchange.FileHash(file))
	if err != nil {
		return 0, err
	}
	changes = exchange.New(changes, f.history)
	w := history.Writer{Device: "kitchen-laptop", Author: "Mom", Random: counting(f.history.Len())}
	acts, err := f.history.Write(w, "2025-03-24T20:14:05-05:00", changes)
	if err != nil {
		return 0, err
	}
	f.history.Add(acts)
	if err := os.MkdirAll(filepath.Dir(f.file), 0o700); err != nil {
		return 0, err
	}
	return len(acts), os.WriteFile(f.file, exchange.WriteActs(f.history), 0o600)
}

// counting are bytes that are all different and always the same.
func counting(from int) func(n int) []byte {
	drawn := uint64(from)
	return func(n int) []byte {
		var b []byte
		for len(b) < n {
			drawn += 0x9e3779b97f4a7c15
			b = binary.BigEndian.AppendUint64(b, drawn)
		}
		return b[:n]
	}
}

func (f *folder) Export() (*record.Record, error) {
	return f.history.Fold(exchange.ReadNoun).Record, nil
}

func (f *folder) Acts() (*history.History, error) { return f.history, nil }

func (f *folder) Close() error { return nil }
