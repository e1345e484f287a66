package vault

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"path/filepath"
)

// A mark is how far this computer had come in a vault. It lies in another
// folder, so that a vault brought back from a copy is seen to be older.
type mark struct {
	vault      [16]byte
	generation uint64
	seq        uint64
	tag        [tagSize]byte
	device     string // who this computer is; at most maxDevice bytes
}

// A mark in its file, which is as long for every mark.
const (
	markMagic  = "MWVMark1"
	maxDevice  = 64
	markVault  = 8
	markNumber = 24
	markSeq    = 32
	markTag    = 40
	markDevice = 56
	markSum    = markDevice + 1 + maxDevice
	markSize   = markSum + 4
)

func (m *mark) bytes() []byte {
	b := make([]byte, markSize)
	copy(b, markMagic)
	copy(b[markVault:], m.vault[:])
	binary.BigEndian.PutUint64(b[markNumber:], m.generation)
	binary.BigEndian.PutUint64(b[markSeq:], m.seq)
	copy(b[markTag:], m.tag[:])
	b[markDevice] = byte(copy(b[markDevice+1:markSum], m.device))
	binary.BigEndian.PutUint32(b[markSum:], crc32.Checksum(b[:markSum], castagnoli))
	return b
}

// parseMark reads a mark; nil for what is none, such as one torn by a power cut.
func parseMark(b []byte) *mark {
	if len(b) != markSize || string(b[:len(markMagic)]) != markMagic ||
		binary.BigEndian.Uint32(b[markSum:]) != crc32.Checksum(b[:markSum], castagnoli) || b[markDevice] > maxDevice {
		return nil
	}
	m := &mark{generation: binary.BigEndian.Uint64(b[markNumber:]), seq: binary.BigEndian.Uint64(b[markSeq:])}
	copy(m.vault[:], b[markVault:])
	copy(m.tag[:], b[markTag:])
	m.device = string(b[markDevice+1 : markDevice+1+int(b[markDevice])])
	return m
}

// ahead says whether the mark is of something that a generation lacks.
func (m *mark) ahead(g *generation) bool {
	switch {
	case m == nil || m.vault != g.vault:
		return false
	case m.generation != g.generation:
		return m.generation > g.generation
	case m.seq != g.seq:
		return m.seq > g.seq
	}
	return m.tag != g.tag
}

// A marker keeps the mark of one vault. What it cannot keep is no reason to
// stop: an earlier mark is of something that the vault has too.
type marker struct {
	place Place
	file  file
}

func (p Place) markFile(vault [16]byte) string {
	return filepath.Join(p.Marks, "vault-"+hex.EncodeToString(vault[:])+".mark")
}

// read is the mark that was left, nil for none.
func (p Place) mark(vault [16]byte) *mark {
	if p.Marks == "" {
		return nil
	}
	f, err := p.disk.open(p.markFile(vault), false)
	if err != nil {
		return nil
	}
	defer f.Close()
	b := make([]byte, markSize)
	if _, err := f.ReadAt(b, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil
	}
	return parseMark(b)
}

// keep notes how far a generation has come. It does not wait for the disk:
// after a power cut an earlier mark does no harm.
func (m *marker) keep(g *generation) {
	if m.place.Marks == "" {
		return
	}
	if m.file == nil && m.open(g.vault) != nil {
		return
	}
	now := mark{g.vault, g.generation, g.seq, g.tag, m.place.Device}
	_, _ = m.file.WriteAt(now.bytes(), 0)
}

func (m *marker) open(vault [16]byte) error {
	if _, err := m.place.disk.makeFolder(m.place.Marks); err != nil {
		return err
	}
	name := m.place.markFile(vault)
	f, err := m.place.disk.open(name, true)
	if errors.Is(err, fs.ErrNotExist) {
		f, err = m.place.disk.create(name)
	}
	if err == nil {
		m.file = f
	}
	return err
}

// close brings the mark to the disk.
func (m *marker) close() {
	if m.file == nil {
		return
	}
	_, _ = m.file.Sync(), m.file.Close()
	m.file = nil
}
