package vault

import (
	"sync"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"

	"midweek/internal/core/refusal"
)

// vfsFile is an open file in SQLite's memory.
type vfsFile struct {
	methods uintptr
	handle  uintptr // which of handles
}

// fileBytes is what lies behind an open file.
type fileBytes interface {
	read(p []byte, at int64) int
	write(p []byte, at int64)
	resize(length int64)
	size() int64
	sync() error
	unsynced() bool // a commit is about to be acknowledged, and is not on the disk
	close()
}

// A scratch file is one that SQLite wants for itself. It is never on the disk.
type scratch struct{ *image }

func (s *scratch) read(p []byte, at int64) int { return s.readAt(p, at) }
func (s *scratch) write(p []byte, at int64)    { s.writeAt(p, at) }
func (s *scratch) size() int64                 { return s.length }
func (s *scratch) sync() error                 { return nil }
func (s *scratch) unsynced() bool              { return false }
func (s *scratch) close()                      { s.wipe() }

// table finds what SQLite's handles stand for.
type table struct {
	mu   sync.Mutex
	last uintptr
	open map[uintptr]fileBytes
}

var handles = table{open: map[uintptr]fileBytes{}}

func (t *table) add(f fileBytes) uintptr {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last++
	t.open[t.last] = f
	return t.last
}

func (t *table) remove(handle uintptr) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.open, handle)
}

func behind(at uintptr) fileBytes {
	handles.mu.Lock()
	defer handles.mu.Unlock()
	return handles.open[(*vfsFile)(pointer(at)).handle]
}

func fileClose(_ *libc.TLS, at uintptr) int32 {
	f := (*vfsFile)(pointer(at))
	behind(at).close()
	handles.remove(f.handle)
	f.methods = 0
	return lib.SQLITE_OK
}

func fileRead(_ *libc.TLS, at, into uintptr, amount int32, from int64) int32 {
	p := memory(into, int(amount))
	n := behind(at).read(p, from)
	if n < len(p) {
		clear(p[n:]) // SQLite relies on the zeros
		return lib.SQLITE_IOERR_SHORT_READ
	}
	return lib.SQLITE_OK
}

func fileWrite(_ *libc.TLS, at, from uintptr, amount int32, to int64) int32 {
	if to+int64(amount) > maxImage {
		return lib.SQLITE_FULL
	}
	behind(at).write(memory(from, int(amount)), to)
	return lib.SQLITE_OK
}

func fileTruncate(_ *libc.TLS, at uintptr, length int64) int32 {
	behind(at).resize(length)
	return lib.SQLITE_OK
}

// fileSync is where a commit becomes durable: SQLite calls it once for each,
// after the last page was written.
func fileSync(_ *libc.TLS, at uintptr, _ int32) int32 { return resultOf(behind(at).sync()) }

// resultOf is SQLite's code for how saving went. All but the last say that
// nothing was saved.
func resultOf(err error) int32 {
	if err == nil {
		return lib.SQLITE_OK
	}
	if r := refusal.From(err); r != nil {
		switch r.Code {
		case refusal.DiskFull:
			return lib.SQLITE_FULL
		case refusal.ReadOnly:
			return lib.SQLITE_READONLY
		case refusal.SaveUncertain:
			return lib.SQLITE_IOERR_FSYNC
		}
	}
	return lib.SQLITE_IOERR_WRITE
}

func fileSize(_ *libc.TLS, at, answer uintptr) int32 {
	*(*int64)(pointer(answer)) = behind(at).size()
	return lib.SQLITE_OK
}

// fileLock has nothing to do: there is one connection.
func fileLock(*libc.TLS, uintptr, int32) int32 { return lib.SQLITE_OK }

func fileReserved(_ *libc.TLS, _, answer uintptr) int32 {
	*(*int32)(pointer(answer)) = 0
	return lib.SQLITE_OK
}

// fileControl sees that no commit is acknowledged that was not synced, such as
// one under another setting of synchronous.
func fileControl(_ *libc.TLS, at uintptr, what int32, _ uintptr) int32 {
	if what == lib.SQLITE_FCNTL_COMMIT_PHASETWO && behind(at).unsynced() {
		return lib.SQLITE_IOERR_FSYNC
	}
	return lib.SQLITE_NOTFOUND
}

func fileSector(*libc.TLS, uintptr) int32 { return block }

// fileTraits says that a write changes no byte beside its own.
func fileTraits(*libc.TLS, uintptr) int32 { return lib.SQLITE_IOCAP_POWERSAFE_OVERWRITE }
