package wall

import (
	"runtime"
	"unsafe"

	"golang.org/x/sys/unix"
)

// raise lays the filter on every thread of the program at once. Threads and
// programs that are started later have it from the one that starts them.
func raise() {
	if p, ok := processors[runtime.GOARCH]; ok {
		lay(p.filter())
	}
}

func lay(f []unix.SockFilter) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	// Without it only root may lay a filter. It also keeps what is started
	// from here from gaining rights, by sudo and its like.
	if unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != nil {
		return
	}
	program := unix.SockFprog{Len: uint16(len(f)), Filter: &f[0]}
	// What it answers is not looked at: Now asks what came of it.
	_, _, _ = unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC,
		uintptr(unsafe.Pointer(&program)))
}

// refuses says whether this thread is filtered and the kernel refuses a socket
// of no family as not allowed. Without the wall it says that there is no such
// family.
func refuses() bool {
	if mode, err := unix.PrctlRetInt(unix.PR_GET_SECCOMP, 0, 0, 0, 0); err != nil || mode != unix.SECCOMP_MODE_FILTER {
		return false
	}
	fd, err := unix.Socket(unix.AF_UNSPEC, unix.SOCK_STREAM, 0)
	if err == nil {
		_ = unix.Close(fd)
	}
	return err == unix.EACCES
}
