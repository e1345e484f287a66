package exchange

import (
	"bytes"
	"encoding/hex"
	"os"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"midweek/internal/core/history"
)

// The name and version of the acts file, the whole history of a record in one
// file that anyone can check (docs/acts-file.md).
const (
	ActsFormat  = "midweek-acts"
	ActsVersion = 1
)

// Bounds of an acts file. An act takes about a kilobyte, so both are far above
// what a family writes in twenty years.
const (
	maxActsSize  = 256 << 20 // bytes
	maxActsLines = 1_000_000
)

// ReadActsFile reads a file of at most the acts file's size, and nothing of a
// larger one.
func ReadActsFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAtMost(f, maxActsSize)
}

// actsHead is the first line of an acts file.
type actsHead struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Record  string `json:"record"`
}

// actLine is the line of an act: its name, its outside, and the salt and body
// unless they were removed. The body stands as a JSON string, from which its
// very bytes come back.
type actLine struct {
	Hash   history.Hash   `json:"hash"`
	Record string         `json:"record"`
	Device string         `json:"device"`
	N      int            `json:"n"`
	Author string         `json:"author"`
	At     string         `json:"at"`
	Prev   history.Hash   `json:"prev"`
	Priors []history.Hash `json:"priors"`
	Seen   []history.Hash `json:"seen"`
	Commit history.Hash   `json:"commit"`
	Salt   string         `json:"salt,omitzero"` // in hexadecimal digits
	Body   string         `json:"body,omitzero"`
}

// WriteActs writes a history as an acts file. The same history gives the same
// bytes.
func WriteActs(h *history.History) []byte {
	acts := h.Acts()
	var b bytes.Buffer
	b.Write(lineOf(actsHead{ActsFormat, ActsVersion, h.RecordID()}))
	for _, a := range acts {
		b.Write(lineOf(newActLine(a)))
	}
	b.Write(lineOf(endOf(acts)))
	return b.Bytes()
}

// lineOf is a value as the one line that may stand for it: no blank, fields in
// their order, nothing escaped that need not be. A line that reads as the same
// value and is spelled otherwise was changed by someone.
func lineOf(value any) []byte {
	line, err := json.Marshal(value, jsontext.AllowInvalidUTF8(true))
	if err != nil {
		panic("acts file: " + err.Error()) // texts and numbers can always be written
	}
	return append(line, '\n')
}

func newActLine(a *history.Act) actLine {
	return actLine{
		Hash: a.Hash(), Record: a.Record, Device: a.Device, N: a.N, Author: a.Author, At: a.At, Prev: a.Prev,
		Priors: slices.Sorted(slices.Values(a.Priors)), Seen: slices.Sorted(slices.Values(a.Seen)), Commit: a.Commit,
		Salt: hex.EncodeToString(a.Salt), Body: string(a.Body),
	}
}

func (l *actLine) act() (*history.Act, error) {
	salt, err := hex.DecodeString(l.Salt)
	if err != nil {
		return nil, err
	}
	a := &history.Act{
		Record: l.Record, Device: l.Device, N: l.N, Author: l.Author, At: l.At, Prev: l.Prev,
		Priors: l.Priors, Seen: l.Seen, Commit: l.Commit, Stated: l.Hash,
	}
	if l.Body != "" {
		a.Salt, a.Body = salt, []byte(l.Body)
	}
	return a, nil
}
