package window

import "golang.org/x/sys/unix"

// keepMemory closes the process's memory to the other programs of this account:
// none may attach to it or read it, and no core is made of it. Root still can.
//
// The limit alone is not enough: where a program of the system's takes cores
// in (systemd-coredump, apport), the kernel hands them over whatever the limit
// is, unless the process is not dumpable. Nor is the other alone: it is reset in
// a process that this one starts, and the limit is handed on.
//
// One thing suffers: a desktop portal looks at a caller's /proc/PID/root and
// refuses one that it may not look at. No dialog of ours goes through a portal.
func keepMemory() {
	noCore()
	// It fails only for numbers that it does not know.
	_ = unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0)
}
