package vault

import (
	"encoding/binary"
	"errors"
	"io"
)

// A generation is one file: what was read of it, and where it goes on.
type generation struct {
	*header
	seal    *sealer
	file    file          // nil once closed
	end     int64         // where the next record goes
	picture int64         // where the picture ends, 0 while it is not whole
	seq     uint64        // of the last record
	tag     [tagSize]byte // of the last record
	torn    bool          // what was cut off may lie behind the end
	closed  bool          // the last record says that the vault was closed
	ended   bool          // it is to be closed as soon as it is written
}

// A sink takes what a generation holds, in order.
type sink interface {
	part(body []byte)        // the next part of the picture
	sum() (int64, [32]byte)  // length and SHA-256 of the picture
	apply(body []byte) error // a commit
}

func (m *image) part(body []byte) { m.writeAt(body, m.length) }

// damagedError is a generation that is not as it was written. What came before
// the damage was read.
type damagedError struct {
	after uint64 // the last record before it
	last  uint64 // the last of which anything can be seen behind it; 0: none
}

// lost is how many records cannot be read, as far as can be seen.
func (d *damagedError) lost() int { return int(max(d.last, d.after) - d.after) }

func (d *damagedError) Error() string { return "a record is damaged or missing" }

// read reads a file up to its last authentic record. A record that breaks off
// at the end was never acknowledged; anything else is a *damagedError.
func (g *generation) read(into sink) error {
	size, err := g.file.size()
	if err != nil {
		return err
	}
	g.end = headerSize
	var buffer []byte
	for g.end < size {
		buffer, err = g.next(buffer, size)
		if err == nil {
			err = g.take(buffer, into)
		}
		if errors.Is(err, errNoRecord) {
			break
		}
		if errors.Is(err, errSealed) {
			last, err := g.later(size)
			if err != nil {
				return err
			}
			return &damagedError{g.seq, max(last, g.seq+1)}
		}
		if err != nil {
			return err
		}
	}
	g.torn = g.end < size
	last, err := g.later(size)
	if err == nil && (last > 0 || g.picture == 0) {
		err = &damagedError{g.seq, last}
	}
	return err
}

// next reads the bytes of the record at the end. No more is allocated than the
// file has.
func (g *generation) next(buffer []byte, size int64) ([]byte, error) {
	head, err := g.head(g.end)
	if err != nil {
		return buffer, err
	}
	seq, length, ok := g.seal.headed(head)
	if !ok || seq != g.seq+1 || g.end+length > size {
		return buffer, errNoRecord
	}
	if int64(cap(buffer)) < length {
		buffer = make([]byte, length)
	}
	buffer = buffer[:length]
	_, err = g.file.ReadAt(buffer, g.end)
	return buffer, err
}

// head is the clear beginning of what lies at a place.
func (g *generation) head(at int64) ([]byte, error) {
	head := make([]byte, textAt)
	n, err := g.file.ReadAt(head, at)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return head[:n], err
}

// take opens a record and hands on what it holds.
func (g *generation) take(record []byte, into sink) error {
	tag := tagOf(record)
	kind, body, err := g.seal.open(record, g.tag)
	if err != nil {
		return err
	}
	whole := g.picture > 0
	switch {
	case kind == pictureRecord && !whole:
		into.part(body)
	case kind == pictureEnd && !whole:
		err = g.pictured(body, into)
	case kind == commitRecord && whole:
		err = into.apply(body)
	case kind != closeRecord || !whole || len(body) > 0:
		err = errSealed
	}
	if err != nil {
		return err
	}
	g.stepped(kind, int64(len(record)), tag)
	return nil
}

// stepped goes on behind a record.
func (g *generation) stepped(kind recordKind, size int64, tag [tagSize]byte) {
	g.end, g.seq, g.tag, g.closed = g.end+size, g.seq+1, tag, kind == closeRecord
	if kind == pictureEnd {
		g.picture = g.end
	}
}

func pictureSum(length int64, sum [32]byte) []byte {
	return append(binary.BigEndian.AppendUint64(nil, uint64(length)), sum[:]...)
}

func (g *generation) pictured(body []byte, into sink) error {
	if string(body) != string(pictureSum(into.sum())) {
		return errSealed
	}
	if m, ok := into.(*image); ok {
		m.settle()
	}
	return nil
}

// later is the highest number of the records that begin anywhere behind the end,
// other than the one that may be cut off there; 0 for none.
func (g *generation) later(size int64) (last uint64, err error) {
	for at := g.end; at < size; at += block {
		head, err := g.head(at)
		if err != nil {
			return 0, err
		}
		if seq, _, ok := g.seal.headed(head); ok && (at > g.end || seq != g.seq+1) {
			last = max(last, seq)
		}
	}
	return last, nil
}
