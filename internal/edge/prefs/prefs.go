// Package prefs keeps what is needed before the record is open, or must not
// travel with it: the place of the window, the size of the text, and which
// device writes into which record. Nothing of a family is in it.
//
// It lies outside the data folder, so that a data folder carried to another
// laptop, or brought back from a copy, is seen to lack the device's last act.
package prefs

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
)

// A Folder is where the settings lie.
type Folder struct{ dir string }

// In is the settings of a folder, which need not be there yet.
func In(dir string) Folder { return Folder{dir} }

// Prefs are the window's settings. The zero value is a first start.
type Prefs struct {
	Window Window `json:"window"`
	Zoom   int    `json:"zoom"`   // text size in percent, 80 to 200; 0: 100
	Theme  string `json:"theme"`  // system, light, dark; empty: system
	Keys   string `json:"keys"`   // off: no single-letter keys
	Folder string `json:"folder"` // last used in a dialog
	// Begin is how far the first steps of a record have come: the child's id and
	// the step, as in c1/services; empty while they are not open.
	Begin string `json:"begin"`
	Kept  bool   `json:"kept"`  // the passphrase is in the system's key store, on request
	Quiet string `json:"quiet"` // what is not asked again here: check sums between blanks, which tell nothing
}

// A Window is a place on the screen, in pixels.
type Window struct {
	X, Y, Width, Height int
	Maximised           bool
}

// Read reads the settings. A file that cannot be read is a first start: no
// setting is worth keeping a family from its record.
func (f Folder) Read() Prefs {
	var p Prefs
	if f.read("prefs.json", &p) != nil {
		return Prefs{}
	}
	return p
}

// Save writes the settings.
func (f Folder) Save(p Prefs) error { return f.write("prefs.json", p) }

// A Device is who this computer is in a record's chains: a random id, and the
// hash of the last act it wrote there.
type Device struct {
	ID   string `json:"id"`
	Last string `json:"last"`
}

// Device is this computer's device in a record; the zero Device when it has
// none.
func (f Folder) Device(recordID string) (Device, error) {
	var d Device
	err := f.read(deviceFile(recordID), &d)
	if errors.Is(err, fs.ErrNotExist) {
		return Device{}, nil
	}
	return d, err
}

// SaveDevice keeps this computer's device in a record.
func (f Folder) SaveDevice(recordID string, d Device) error { return f.write(deviceFile(recordID), d) }

// deviceFile is the file of a record, whatever stands in its id: that comes
// with a record's file, which may be anybody's.
func deviceFile(recordID string) string {
	return filepath.Join("devices", url.PathEscape(recordID)+".json")
}

func (f Folder) read(name string, into any) error {
	data, err := os.ReadFile(filepath.Join(f.dir, name))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	return nil
}

// write puts a file in place whole: readers see the old one or the new one,
// after a power cut too.
func (f Folder) write(name string, value any) error {
	data, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	path := filepath.Join(f.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	half := path + ".new"
	if err := put(half, data); err != nil {
		return err
	}
	if err := os.Rename(half, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// put writes a file and waits until it is on the disk.
func put(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
