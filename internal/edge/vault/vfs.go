package vault

import (
	"sync"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// vfsName is the name of our file system among SQLite's. It knows one file for
// each open vault, by the vault's id, and scratch files that live in memory.
const vfsName = "midweek-vault"

// longestName is how long a name of a file can be, in bytes.
const longestName = 512

// ourVFS is what SQLite calls. It lies in the program's own data, which never
// moves. SQLite's C is translated to Go, so a function pointer is a Go function.
var (
	ourVFS     lib.Tsqlite3_vfs
	ourFile    lib.Tsqlite3_io_methods
	ourName    = []byte(vfsName + "\x00")
	registered sync.Once
)

func registerVFS() {
	registered.Do(func() {
		tls := libc.NewTLS()
		defer tls.Close()
		fallback := lib.Xsqlite3_vfs_find(tls, 0)
		if fallback == 0 {
			panic("vault: SQLite has no file system")
		}
		fillVFS((*lib.Tsqlite3_vfs)(pointer(fallback)))
		fillFile()
		if rc := lib.Xsqlite3_vfs_register(tls, uintptr(unsafe.Pointer(&ourVFS)), 0); rc != lib.SQLITE_OK {
			panic("vault: SQLite takes no file system")
		}
	})
}

// fillVFS takes chance, sleep and time from the system's own file system: none
// of them looks at which one is asked.
func fillVFS(system *lib.Tsqlite3_vfs) {
	ourVFS = lib.Tsqlite3_vfs{
		FiVersion: 1, FszOsFile: int32(unsafe.Sizeof(vfsFile{})), FmxPathname: longestName,
		FzName:       uintptr(unsafe.Pointer(&ourName[0])),
		FxRandomness: system.FxRandomness, FxSleep: system.FxSleep, FxCurrentTime: system.FxCurrentTime,
	}
	*(*func(*libc.TLS, uintptr, uintptr, uintptr, int32, uintptr) int32)(unsafe.Pointer(&ourVFS.FxOpen)) = vfsOpen
	*(*func(*libc.TLS, uintptr, uintptr, int32) int32)(unsafe.Pointer(&ourVFS.FxDelete)) = vfsDelete
	*(*func(*libc.TLS, uintptr, uintptr, int32, uintptr) int32)(unsafe.Pointer(&ourVFS.FxAccess)) = vfsAccess
	*(*func(*libc.TLS, uintptr, uintptr, int32, uintptr) int32)(unsafe.Pointer(&ourVFS.FxFullPathname)) = vfsFullPathname
	*(*func(*libc.TLS, uintptr, int32, uintptr) int32)(unsafe.Pointer(&ourVFS.FxGetLastError)) = vfsLastError
}

func fillFile() {
	ourFile.FiVersion = 1
	*(*func(*libc.TLS, uintptr) int32)(unsafe.Pointer(&ourFile.FxClose)) = fileClose
	*(*func(*libc.TLS, uintptr, uintptr, int32, int64) int32)(unsafe.Pointer(&ourFile.FxRead)) = fileRead
	*(*func(*libc.TLS, uintptr, uintptr, int32, int64) int32)(unsafe.Pointer(&ourFile.FxWrite)) = fileWrite
	*(*func(*libc.TLS, uintptr, int64) int32)(unsafe.Pointer(&ourFile.FxTruncate)) = fileTruncate
	*(*func(*libc.TLS, uintptr, int32) int32)(unsafe.Pointer(&ourFile.FxSync)) = fileSync
	*(*func(*libc.TLS, uintptr, uintptr) int32)(unsafe.Pointer(&ourFile.FxFileSize)) = fileSize
	*(*func(*libc.TLS, uintptr, int32) int32)(unsafe.Pointer(&ourFile.FxLock)) = fileLock
	*(*func(*libc.TLS, uintptr, int32) int32)(unsafe.Pointer(&ourFile.FxUnlock)) = fileLock
	*(*func(*libc.TLS, uintptr, uintptr) int32)(unsafe.Pointer(&ourFile.FxCheckReservedLock)) = fileReserved
	*(*func(*libc.TLS, uintptr, int32, uintptr) int32)(unsafe.Pointer(&ourFile.FxFileControl)) = fileControl
	*(*func(*libc.TLS, uintptr) int32)(unsafe.Pointer(&ourFile.FxSectorSize)) = fileSector
	*(*func(*libc.TLS, uintptr) int32)(unsafe.Pointer(&ourFile.FxDeviceCharacteristics)) = fileTraits
}

func vfsOpen(_ *libc.TLS, _, name, at uintptr, flags int32, outFlags uintptr) int32 {
	f := (*vfsFile)(pointer(at))
	*f = vfsFile{}
	var bytes fileBytes = &scratch{newImage()}
	if flags&lib.SQLITE_OPEN_MAIN_DB != 0 {
		v := byID(libc.GoString(name))
		if v == nil || !v.take() {
			return lib.SQLITE_CANTOPEN // a second connection, or no vault
		}
		bytes = v
	}
	f.handle = handles.add(bytes)
	f.methods = uintptr(unsafe.Pointer(&ourFile))
	if outFlags != 0 {
		*(*int32)(pointer(outFlags)) = flags
	}
	return lib.SQLITE_OK
}

// vfsDelete has nothing to delete: scratch files go when they are closed.
func vfsDelete(*libc.TLS, uintptr, uintptr, int32) int32 { return lib.SQLITE_OK }

// vfsAccess tells of no file but a vault's: no journal ever lies beside one.
func vfsAccess(_ *libc.TLS, _, name uintptr, _ int32, answer uintptr) int32 {
	*(*int32)(pointer(answer)) = 0
	if byID(libc.GoString(name)) != nil {
		*(*int32)(pointer(answer)) = 1
	}
	return lib.SQLITE_OK
}

func vfsFullPathname(_ *libc.TLS, _, name uintptr, room int32, out uintptr) int32 {
	text := libc.GoString(name) + "\x00"
	if len(text) > int(room) {
		return lib.SQLITE_CANTOPEN
	}
	copy(memory(out, len(text)), text)
	return lib.SQLITE_OK
}

func vfsLastError(*libc.TLS, uintptr, int32, uintptr) int32 { return 0 }

// pointer is a place in SQLite's memory, which is not Go's: it neither moves nor
// goes while SQLite uses it.
func pointer(at uintptr) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&at)) }

// memory is bytes of SQLite's.
func memory(at uintptr, n int) []byte { return (*libc.RawMem)(pointer(at))[:n:n] }
