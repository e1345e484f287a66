package vault

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// A run is bytes of one page that a commit changed.
type run struct {
	page     int
	from, to int // of the page, to excluded
}

// apart is how many equal bytes part two runs. Closer ones are written as one,
// since a run costs eight bytes of its own.
const apart = 16

// runs are what the image holds otherwise than at the last commit.
func (m *image) runs() []run {
	var all []run
	for _, nr := range m.changed() {
		before := m.kept[nr]
		if before == nil {
			before = zeroPage[:]
		}
		all = differences(all, nr, before, m.pages[nr])
	}
	return all
}

var zeroPage [block]byte

func differences(all []run, nr int, before, now []byte) []run {
	const word = 64
	for at := 0; at < block; {
		if at%word == 0 && bytes.Equal(before[at:at+word], now[at:at+word]) {
			at += word
			continue
		}
		if before[at] == now[at] {
			at++
			continue
		}
		if last := len(all) - 1; last >= 0 && all[last].page == nr && at-all[last].to < apart {
			all[last].to = at + 1
		} else {
			all = append(all, run{nr, at, at + 1})
		}
		at++
	}
	return all
}

// A commit in a record is the length of the image, the number of runs, and each
// run: page, from, to, bytes.
const (
	commitHead = 8 + 4
	runHead    = 4 + 2 + 2
)

// commitSize is how long the body of a commit is, in bytes.
func commitSize(all []run) int {
	size := commitHead
	for _, r := range all {
		size += runHead + r.to - r.from
	}
	return size
}

// commit is the body of the record of what changed since the last one.
func (m *image) commit(all []run) []byte {
	body := make([]byte, 0, commitSize(all))
	body = binary.BigEndian.AppendUint64(body, uint64(m.length))
	body = binary.BigEndian.AppendUint32(body, uint32(len(all)))
	for _, r := range all {
		body = binary.BigEndian.AppendUint32(body, uint32(r.page))
		body = binary.BigEndian.AppendUint16(body, uint16(r.from))
		body = binary.BigEndian.AppendUint16(body, uint16(r.to))
		body = append(body, m.pages[r.page][r.from:r.to]...)
	}
	return body
}

// errSealed is a record that is authentic and makes no sense. Whoever wrote it
// had the key.
var errSealed = errors.New("a sealed record makes no sense")

// maxImage is how large a database can be, in bytes. It bounds what one record
// can make a reader allocate.
const maxImage = 4 << 30

// apply does what a commit's record says.
func (m *image) apply(body []byte) error {
	if len(body) < commitHead {
		return errSealed
	}
	length, count := binary.BigEndian.Uint64(body), binary.BigEndian.Uint32(body[8:])
	if length > maxImage {
		return errSealed
	}
	m.resize(int64(length))
	body = body[commitHead:]
	for range count {
		if len(body) < runHead {
			return errSealed
		}
		page := int64(binary.BigEndian.Uint32(body))
		from, to := int(binary.BigEndian.Uint16(body[4:])), int(binary.BigEndian.Uint16(body[6:]))
		body = body[runHead:]
		if page >= int64(len(m.pages)) || from >= to || to > block || len(body) < to-from {
			return errSealed
		}
		m.keep(int(page))
		copy(m.pages[page][from:to], body)
		body = body[to-from:]
	}
	if len(body) > 0 {
		return errSealed
	}
	m.settle()
	return nil
}
