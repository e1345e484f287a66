package vault

import (
	"crypto/sha256"
	"maps"
	"slices"
)

// An image is the database in memory, in pages of one block. It remembers what
// the pages held at the last commit, so that a commit is what changed, and what
// was not committed can be taken back.
type image struct {
	pages   [][]byte       // block bytes each; what lies beyond length is zero
	length  int64          // in bytes
	kept    map[int][]byte // what changed pages held at the last commit
	settled int64          // length at the last commit
	count   int            // pages at the last commit
}

func newImage() *image { return &image{kept: map[int][]byte{}} }

// readAt reads what lies at a place, and says how many bytes there were.
func (m *image) readAt(p []byte, at int64) int {
	n := 0
	for n < len(p) && at+int64(n) < m.length {
		page, from := m.pages[(at+int64(n))/block], int((at+int64(n))%block)
		end := min(block, from+int(min(int64(block), m.length-at-int64(n))))
		n += copy(p[n:], page[from:end])
	}
	return n
}

// writeAt writes at a place; what lies between the end and there is zero.
func (m *image) writeAt(p []byte, at int64) {
	if end := at + int64(len(p)); end > m.length {
		m.grow(end)
	}
	for n := 0; n < len(p); {
		nr, from := int((at+int64(n))/block), int((at+int64(n))%block)
		m.keep(nr)
		n += copy(m.pages[nr][from:], p[n:])
	}
}

func (m *image) grow(length int64) {
	for int64(len(m.pages))*block < length {
		m.pages = append(m.pages, make([]byte, block))
	}
	m.length = length
}

// resize makes the image shorter or longer; what is new is zero.
func (m *image) resize(length int64) {
	if length >= m.length {
		m.grow(length)
		return
	}
	left := int((length + block - 1) / block)
	for nr := left; nr < len(m.pages); nr++ {
		if _, there := m.kept[nr]; !there && nr < m.count {
			m.kept[nr] = m.pages[nr]
		}
		m.pages[nr] = nil
	}
	m.pages, m.length = m.pages[:left], length
	if rest := int(length % block); rest > 0 {
		m.keep(left - 1)
		clear(m.pages[left-1][rest:])
	}
}

// keep remembers a page before it is changed for the first time since the last
// commit.
func (m *image) keep(nr int) {
	if _, there := m.kept[nr]; there || nr >= m.count {
		return
	}
	m.kept[nr] = slices.Clone(m.pages[nr])
}

// settle makes what the image is now the last commit.
func (m *image) settle() {
	clear(m.kept)
	m.settled, m.count = m.length, len(m.pages)
}

// restore takes the image back to the last commit.
func (m *image) restore() {
	m.pages = m.pages[:min(m.count, len(m.pages))]
	for len(m.pages) < m.count {
		m.pages = append(m.pages, nil)
	}
	for nr, page := range m.kept {
		m.pages[nr] = page
	}
	m.length = m.settled
	m.settle()
}

// changed are the numbers of the pages that may differ from the last commit, in
// order.
func (m *image) changed() []int {
	list := slices.Sorted(maps.Keys(m.kept))
	list = slices.DeleteFunc(list, func(nr int) bool { return nr >= len(m.pages) })
	for nr := m.count; nr < len(m.pages); nr++ {
		list = append(list, nr)
	}
	return list
}

// touched says whether anything may differ from the last commit.
func (m *image) touched() bool {
	return m.length != m.settled || len(m.kept) > 0 || len(m.pages) > m.count
}

// shortened says whether nothing but a part of the end is gone since the last
// commit.
func (m *image) shortened() bool {
	for nr := range m.kept {
		if nr < len(m.pages) {
			return false
		}
	}
	return m.length < m.settled
}

// sum is the length of the image, and the SHA-256 of all that it holds.
func (m *image) sum() (int64, [32]byte) {
	h := sha256.New()
	for left := m.length; left > 0; left -= block {
		h.Write(m.pages[(m.length-left)/block][:min(left, block)])
	}
	return m.length, [32]byte(h.Sum(nil))
}

// each hands out the image page by page.
func (m *image) each(do func([]byte) error) error {
	left := m.length
	for _, page := range m.pages {
		n := min(left, block)
		if err := do(page[:n]); err != nil {
			return err
		}
		left -= n
	}
	return nil
}

// wipe overwrites the image and lets go of it.
func (m *image) wipe() {
	for _, page := range m.pages {
		clear(page)
	}
	for _, page := range m.kept {
		clear(page)
	}
	*m = *newImage()
}
