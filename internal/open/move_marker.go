package open

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"midweek/internal/edge/vault"
)

// A move under way has a folder of its own in the data folder, for all that is
// not whole yet, and in it a marker. Whatever was cut off is ended or taken back
// by the marker and by what lies in the data folder.
const (
	moveFolder = "moving"
	markerFile = "move.json"
)

// A marker says what is being moved where. It is written before anything is
// made, written anew when all is made and checked, and removed last.
type marker struct {
	To     Mode     `json:"to"`
	Papers []string `json:"papers,omitempty"` // to Plain: the ids of the attachments that are copied beside the record
	Sealed string   `json:"sealed,omitempty"` // to Locked: the folder of the sealed attachments, in the data folder

	// Of a move of which all is made: the record's file, and what it holds.
	File   string `json:"file,omitempty"`
	Size   int64  `json:"size,omitempty"`
	SHA256 string `json:"sha256,omitempty"`
}

func (h *House) movingDir() string { return filepath.Join(h.data, moveFolder) }

// marker is the marker that lies here; nil without an error when none does.
func (h *House) marker() (*marker, error) {
	data, err := os.ReadFile(filepath.Join(h.movingDir(), markerFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var m marker
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	if m.To != Plain && m.To != Locked || m.File != filepath.Base(m.File) && m.File != "" {
		return nil, errors.New("the marker of the move makes no sense")
	}
	return &m, nil
}

func (h *House) mark(m *marker) error {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(h.movingDir(), markerFile), append(data, '\n'))
}

// errOther is a file that is not the one that was checked before it was put in
// its place.
var errOther = errors.New("what lies in the record's place is not what was moved there")

// published says whether the moved record lies in its place. A vault that is
// there must begin with what was checked; one that went on since has a later
// file. A plain record that is there may have been written to.
func (h *House) published(m *marker) (bool, error) {
	switch {
	case m.File == "":
		return false, nil
	case m.To == Plain:
		return lies(filepath.Join(h.data, m.File)), nil
	case !lies(filepath.Join(h.data, m.File)):
		return vault.Look(h.vaultPlace()) != vault.Absent, nil
	}
	sum, err := beginningSum(filepath.Join(h.data, m.File), m.Size)
	if err == nil && sum != m.SHA256 {
		err = errOther
	}
	return err == nil, err
}
