package command

import (
	"fmt"

	"midweek/internal/core/history"
	"midweek/internal/core/record"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/exchange"
)

// A Keeper is the family's own record while a command has it open.
type Keeper interface {
	// Import takes a service-hours file in, as one deed that can be undone, and
	// says how many entries it wrote: none when the record has all of it. A
	// file that is refused changes nothing.
	Import(file []byte) (int, error)
	// Export is the record as it stands.
	Export() (*record.Record, error)
	// Acts is everything that was ever written, checked.
	Acts() (*history.History, error)
	// MakeCopy makes a safe copy and checks it.
	MakeCopy() (backup.Name, error)
	// Restore brings a copy back, by its name, and names the copy that was made of
	// the record before.
	Restore(name string) (before string, err error)
	Close() error
}

// open opens the family's record, does something with it and closes it.
func (c *call) open(do func(Keeper) error) (err error) {
	k, err := c.record(c.data)
	if err != nil {
		return err
	}
	defer func() {
		if closing := k.Close(); err == nil && closing != nil {
			err = fmt.Errorf("closing the record: %w", closing)
		}
	}()
	return do(k)
}

type importing struct {
	File string `arg:"" help:"A service-hours file."`
}

// Help teaches the command.
func (importing) Help() string { return importHelp }

// Run takes a file into the family's record. A file that is not in order never
// opens it.
func (i importing) Run(c *call) error {
	data, err := exchange.ReadFile(i.File)
	if err != nil {
		return inFile{i.File, err}
	}
	if _, err := exchange.Read(data); err != nil {
		return inFile{i.File, err}
	}
	return c.open(func(k Keeper) error {
		n, err := k.Import(data)
		switch {
		case err != nil:
			return inFile{i.File, err}
		case n == 0:
			fmt.Fprintln(c, "The record has all of this already. Nothing was changed.")
		default:
			fmt.Fprintf(c, "Taken in: %s. What was written before is kept, and this can be undone in one step.\n", words.Several("entry", n))
		}
		return nil
	})
}

type exporting struct {
	File  string `arg:"" help:"The file to write."`
	Acts  bool   `help:"Write everything that was ever entered, with its proof, for verify."`
	Force bool   `help:"Replace a file that is there."`
}

// Help teaches the command.
func (exporting) Help() string { return exportHelp }

// Run writes the family's record to a file.
func (e exporting) Run(c *call) error {
	if err := exchange.MayWrite(e.File, e.Force); err != nil {
		return inFile{e.File, err}
	}
	return c.open(func(k Keeper) error {
		data, what, err := e.content(k)
		if err != nil {
			return err
		}
		if err := exchange.Save(e.File, data, e.Force); err != nil {
			return inFile{e.File, err}
		}
		fmt.Fprintf(c, "Written: %s. It is plain text, so keep it where only those you trust can read it.\n", what)
		return nil
	})
}

// content is what the file will hold, and that in words.
func (e exporting) content(k Keeper) (data []byte, what string, err error) {
	if e.Acts {
		h, err := k.Acts()
		if err != nil {
			return nil, "", err
		}
		return exchange.WriteActs(h), words.Several("entry", h.Len()) + ", with every version there was", nil
	}
	r, err := k.Export()
	if err != nil {
		return nil, "", err
	}
	data, err = exchange.Write(r)
	return data, contents(r), err
}
