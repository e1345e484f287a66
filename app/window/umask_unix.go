//go:build unix

package window

import "syscall"

// KeepPrivate makes whatever the program writes from now on readable by this
// person alone, that of the page's engine too, whose own folders would be open
// to others; and keeps what lies in memory from being written out.
func KeepPrivate() {
	syscall.Umask(0o077)
	keepMemory()
}

// noCore lets no file be made of the memory of a process that fails, nor of the
// processes that it starts: the page's engine has the family's words in memory
// too.
func noCore() {
	// It cannot fail: a limit may always be lowered.
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
}
