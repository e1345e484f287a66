package vault

import (
	"io"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"time"
)

// A memDisk is a disk in memory that notes everything that is done to it. So it
// can tell what a power cut after any step could have left (cut), and it can
// let any one step fail (fails).
type memDisk struct {
	mu     sync.Mutex
	names  map[string]*inode
	trace  []step
	count  int                                 // steps so far, reading too
	fails  func(nr int, what stepKind) failure // nil: none does
	synced func(name string)                   // before a file is brought to the disk
	deaf   stepKind                            // a mutant: this kind of step is not done, and reported as done
}

// failure is how a step fails: why, and whether a write that fails has written
// half of it.
type failure struct {
	why  error
	half bool
}

type inode struct{ data []byte }

type stepKind string

const (
	makes   stepKind = "make"
	writes  stepKind = "write"
	cuts    stepKind = "truncate"
	syncs   stepKind = "sync"
	renames stepKind = "rename"
	removes stepKind = "remove"
	folders stepKind = "sync folder"
	reads   stepKind = "read"
	acks    stepKind = "acknowledge"
)

// A step is one thing that was done to the disk.
type step struct {
	kind stepKind
	node *inode
	name string
	to   string
	at   int64
	data []byte
	nr   int // of what was acknowledged
}

func newMemDisk() *memDisk { return &memDisk{names: map[string]*inode{}} }

// begin counts a step and says how it fails.
func (d *memDisk) begin(kind stepKind) failure {
	d.count++
	if d.fails == nil {
		return failure{}
	}
	return d.fails(d.count, kind)
}

func (d *memDisk) note(s step) { d.trace = append(d.trace, s) }

func (d *memDisk) makeFolder(string) (bool, error) { return false, nil }

func (d *memDisk) create(name string) (file, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if f := d.begin(makes); f.why != nil {
		return nil, f.why
	}
	if d.names[name] != nil {
		return nil, fs.ErrExist
	}
	node := &inode{}
	d.names[name] = node
	d.note(step{kind: makes, name: name, node: node})
	return &memFile{d, node, name}, nil
}

func (d *memDisk) open(name string, _ bool) (file, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if f := d.begin(reads); f.why != nil {
		return nil, f.why
	}
	node := d.names[name]
	if node == nil {
		return nil, fs.ErrNotExist
	}
	return &memFile{d, node, name}, nil
}

func (d *memDisk) rename(from, to string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if f := d.begin(renames); f.why != nil {
		return f.why
	}
	if d.names[to] != nil {
		return fs.ErrExist
	}
	node := d.names[from]
	d.names[to] = node
	delete(d.names, from)
	d.note(step{kind: renames, name: from, to: to, node: node})
	return nil
}

func (d *memDisk) remove(name string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if f := d.begin(removes); f.why != nil {
		return f.why
	}
	if d.names[name] == nil {
		return fs.ErrNotExist // folders too: here they are nothing but names
	}
	delete(d.names, name)
	d.note(step{kind: removes, name: name})
	return nil
}

func (d *memDisk) list(dir string) ([]fs.FileInfo, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if f := d.begin(reads); f.why != nil {
		return nil, f.why
	}
	var all []fs.FileInfo
	folders := map[string]bool{}
	for name, node := range d.names {
		below, inside := strings.CutPrefix(name, dir+"/")
		first, _, deeper := strings.Cut(below, "/")
		switch {
		case inside && deeper && !folders[first]:
			folders[first] = true
			all = append(all, memInfo{first, 0, true})
		case inside && !deeper:
			all = append(all, memInfo{first, int64(len(node.data)), false})
		}
	}
	slices.SortFunc(all, func(a, b fs.FileInfo) int { return strings.Compare(a.Name(), b.Name()) })
	return all, nil
}

func (d *memDisk) syncFolder(string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if f := d.begin(folders); f.why != nil {
		return f.why
	}
	if d.deaf != folders {
		d.note(step{kind: folders})
	}
	return nil
}

func (d *memDisk) writable(string) bool { return true }

// acknowledged notes that a person was told that a commit is safe.
func (d *memDisk) acknowledged(nr int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.note(step{kind: acks, nr: nr})
}

type memInfo struct {
	name   string
	size   int64
	folder bool
}

func (m memInfo) Name() string     { return m.name }
func (m memInfo) Size() int64      { return m.size }
func (memInfo) Mode() fs.FileMode  { return 0o600 }
func (memInfo) ModTime() time.Time { return time.Time{} }
func (m memInfo) IsDir() bool      { return m.folder }
func (memInfo) Sys() any           { return nil }

type memFile struct {
	disk *memDisk
	node *inode
	name string
}

func (f *memFile) ReadAt(p []byte, at int64) (int, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if bad := f.disk.begin(reads); bad.why != nil {
		return 0, bad.why
	}
	if at >= int64(len(f.node.data)) {
		return 0, io.EOF
	}
	n := copy(p, f.node.data[at:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (f *memFile) WriteAt(p []byte, at int64) (int, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	bad := f.disk.begin(writes)
	if bad.why != nil && !bad.half {
		return 0, bad.why
	}
	if bad.half {
		p = p[:len(p)/2]
	}
	f.node.data = written(f.node.data, p, at)
	f.disk.note(step{kind: writes, node: f.node, name: f.name, at: at, data: slices.Clone(p)})
	return len(p), bad.why
}

func (f *memFile) Truncate(size int64) error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if bad := f.disk.begin(cuts); bad.why != nil {
		return bad.why
	}
	f.node.data = cutTo(f.node.data, size)
	f.disk.note(step{kind: cuts, node: f.node, name: f.name, at: size})
	return nil
}

func (f *memFile) Sync() error {
	if f.disk.synced != nil {
		f.disk.synced(f.name)
	}
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if bad := f.disk.begin(syncs); bad.why != nil {
		return bad.why
	}
	if f.disk.deaf != syncs {
		f.disk.note(step{kind: syncs, node: f.node, name: f.name})
	}
	return nil
}

func (f *memFile) Close() error         { return nil }
func (f *memFile) size() (int64, error) { return int64(len(f.node.data)), nil }

func written(data, p []byte, at int64) []byte {
	if end := at + int64(len(p)); end > int64(len(data)) {
		data = append(data, make([]byte, end-int64(len(data)))...)
	}
	copy(data[at:], p)
	return data
}

func cutTo(data []byte, size int64) []byte {
	if size <= int64(len(data)) {
		return data[:size:size]
	}
	return written(data, nil, size)
}

// cut is the disk as a power cut after so many steps of a trace can have left
// it: what was synced is there; of the rest each write, each cut and each name
// came to the disk or not, whatever came after it, and writes in sectors of 512
// bytes. How many of the writes were torn is told too.
func cut(trace []step, chance *rand.Rand) (d *memDisk, torn int) {
	durable, pending := map[*inode][]byte{}, map[*inode][]step{}
	names, renamed := map[string]*inode{}, []step(nil)
	for _, s := range trace {
		switch s.kind {
		case writes, cuts:
			pending[s.node] = append(pending[s.node], s)
		case syncs:
			for _, w := range pending[s.node] {
				durable[s.node] = w.done(durable[s.node])
			}
			delete(pending, s.node)
		case makes, renames, removes:
			renamed = append(renamed, s)
		case folders:
			for _, n := range renamed {
				n.named(names)
			}
			renamed = nil
		}
	}
	for _, n := range renamed {
		if chance.IntN(2) == 0 {
			n.named(names)
		}
	}
	d = newMemDisk()
	for name, node := range names {
		data := slices.Clone(durable[node])
		for _, w := range pending[node] {
			var half bool
			data, half = w.perhaps(data, chance)
			if half {
				torn++
			}
		}
		d.names[name] = &inode{data}
	}
	return d, torn
}

func (s *step) done(data []byte) []byte {
	if s.kind == cuts {
		return cutTo(data, s.at)
	}
	return written(data, s.data, s.at)
}

// perhaps does a write that was not synced, or part of it, or not.
func (s *step) perhaps(data []byte, chance *rand.Rand) ([]byte, bool) {
	switch chance.IntN(3) {
	case 0:
		return data, false
	case 1:
		return s.done(data), false
	}
	if s.kind == cuts {
		return data, false
	}
	const sector = 512
	for from := 0; from < len(s.data); from += sector {
		if chance.IntN(2) == 0 {
			data = written(data, s.data[from:min(from+sector, len(s.data))], s.at+int64(from))
		}
	}
	return data, true
}

func (s *step) named(names map[string]*inode) {
	switch s.kind {
	case makes:
		names[s.name] = s.node
	case renames:
		delete(names, s.name)
		names[s.to] = s.node
	case removes:
		delete(names, s.name)
	}
}
