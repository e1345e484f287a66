package command

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
)

// Copies are the safe copies of a data folder, which can be looked at while the
// record is in use or cannot be opened.
type Copies interface {
	// List are the copies, the newest first.
	List() ([]backup.Found, error)
	// Check reads a copy back, in the folder or anywhere: every byte, every page
	// and every entry. It says how many entries and changes it holds.
	Check(file string) (int, error)
	// File is where a copy of the folder lies.
	File(backup.Name) string
	Close() error
}

type backupMake struct{}

// Help teaches the command.
func (backupMake) Help() string { return backupMakeHelp }

// Run makes a safe copy of the family's record.
func (backupMake) Run(c *call) error {
	return c.open(func(k Keeper) error {
		made, err := k.MakeCopy()
		if err != nil {
			return err
		}
		fmt.Fprintf(c, "Made and checked: %s, with %s.\n", made, words.Several("written", made.Acts))
		return nil
	})
}

type backupVerify struct {
	File string `arg:"" optional:"" help:"A safe copy; without it the newest one."`
	All  bool   `help:"Check every safe copy in the data folder."`
}

// Help teaches the command.
func (backupVerify) Help() string { return backupVerifyHelp }

// Run reads copies back. All of them are looked at, also after one that is not
// good.
func (v backupVerify) Run(c *call) (err error) {
	copies := c.copies(c.data)
	defer func() { err = errors.Join(err, copies.Close()) }()
	if v.File != "" && !v.All {
		return v.one(c, copies, v.File, v.File)
	}
	all, err := copies.List()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return refusal.New(refusal.CopyNone)
	}
	if !v.All {
		all = all[:1]
	}
	var bad []string
	for _, f := range all {
		if failure := v.one(c, copies, f.String(), copies.File(f.Name)); failure != nil {
			bad, err = append(bad, f.String()), cmp.Or(err, failure)
		}
	}
	if err != nil {
		return inFile{strings.Join(bad, ", "), err}
	}
	return nil
}

func (v backupVerify) one(c *call, copies Copies, name, file string) error {
	n, err := copies.Check(file)
	if err != nil {
		return inFile{name, err}
	}
	made := ""
	if said, ours := backup.Parse(filepath.Base(file)); ours {
		made = ", made on " + said.Made.Format(time.DateOnly)
	}
	fmt.Fprintf(c, "%s is whole: %s%s.\n", name, words.Several("written", n), made)
	return nil
}

type backupRestore struct {
	Name string `arg:"" help:"The name of a safe copy, as backup verify --all tells it."`
}

// Help teaches the command.
func (backupRestore) Help() string { return backupRestoreHelp }

// Run brings a copy back.
func (r backupRestore) Run(c *call) error {
	return c.open(func(k Keeper) error {
		before, err := k.Restore(r.Name)
		if err != nil {
			return inFile{r.Name, err}
		}
		fmt.Fprintf(c, "Brought back: %s. How the record was before is kept as %s, and can be brought back in the same way.\n", r.Name, before)
		return nil
	})
}
