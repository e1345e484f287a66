package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A Place is where a vault lies: a folder, a name in it, and another folder for
// the mark. Its files are NAME-000001.vault and so on.
type Place struct {
	Dir    string
	Name   string
	Marks  string // folder of the mark, best outside the data; empty for none
	Device string // who this computer is, for the mark
	Engine Engine
	disk   disk // nil for the real one
}

// An Engine is how SQLite comes to the image. Both write the same files.
type Engine int

const (
	// ByFiles puts a file system of ours under SQLite.
	ByFiles Engine = iota
	// ByCopies compares a copy of the database after each commit with the one
	// before. It uses nothing but the driver's own functions, and is slower.
	ByCopies
)

// The endings of a vault's files.
const (
	ending     = ".vault"
	unfinished = ".new"
)

func (p Place) settled() Place {
	if whole, err := filepath.Abs(p.Dir); err == nil {
		p.Dir = whole
	}
	if p.disk == nil {
		p.disk = realDisk{}
	}
	return p
}

// file is the name of a generation's file.
func (p Place) file(generation uint64) string {
	return filepath.Join(p.Dir, fmt.Sprintf("%s-%06d%s", p.Name, generation, ending))
}

// generations are the numbers of the finished files, in order.
func (p Place) generations() ([]uint64, error) {
	all, err := p.disk.list(p.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var list []uint64
	for _, info := range all {
		digits, ours := strings.CutPrefix(strings.TrimSuffix(info.Name(), ending), p.Name+"-")
		n, notNumber := strconv.ParseUint(digits, 10, 63)
		if ours && notNumber == nil && n > 0 && p.file(n) == filepath.Join(p.Dir, info.Name()) {
			list = append(list, n)
		}
	}
	slices.Sort(list)
	return list, err
}
