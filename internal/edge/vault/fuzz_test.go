package vault

import (
	"bytes"
	"os"
	"testing"

	"midweek/internal/core/refusal"
)

// Whatever lies in a vault's place, it opens as what it was or is refused in
// words, and it is not changed.
func FuzzOpen(f *testing.F) {
	data, err := os.ReadFile(golden + "/record-000002.vault")
	must(f, err)
	f.Add(data)
	f.Add(data[:headerSize])
	f.Add(data[:len(data)-block])
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		data = bytes.Clone(data)
		d := newMemDisk()
		p := Place{Dir: "/data", Name: "record", disk: d}
		d.names[p.file(2)] = &inode{data}
		if len(data) >= headerSize {
			resummed(data[:headerSize])
		}
		v, err := Open(p, printed(t), Opening{})
		if err != nil {
			if refusal.From(err) == nil {
				t.Errorf("no words for %v", err)
			}
			return
		}
		v.unregister()
		v.wipe()
	})
}
