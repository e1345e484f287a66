// Package wall has the kernel refuse what this program must never do: to make
// a socket by which a byte could leave the computer. It is put up before the
// window's library does anything, holds for every thread and for every
// program started from here, the page's engine among them, and cannot be taken
// down again. So it also stands against a fault in this program and in the
// engine, which no rule of our own could.
//
// It is Linux's seccomp: a filter of some twenty instructions, which the kernel
// runs before every system call. What a filter cannot see stands in
// docs/privacy.md.
package wall

import "runtime"

// A State says whether the wall stands, and if not, why.
type State string

// States of the wall.
const (
	Standing  State = "standing"  // the kernel refuses
	System    State = "system"    // no such filter is known for this system
	Processor State = "processor" // none is known for this processor
	Kernel    State = "kernel"    // this kernel, or what the program runs in, takes no filter
	LeftOut   State = "left_out"  // a build for tests, which a driver must reach
)

// Raise puts the wall up and says what stands. Where it cannot be put up the
// program goes on: the other walls do not lean on it.
func Raise() State {
	if !leftOut {
		raise()
	}
	return Now()
}

// Now says what stands, by asking the kernel for a socket of no family: that
// is never made, and only the wall says that it is not allowed. No internet
// socket is tried, so a person who watches the program sees none.
func Now() State {
	switch {
	case refuses():
		return Standing
	case leftOut:
		return LeftOut
	case runtime.GOOS != "linux":
		return System
	case !known(runtime.GOARCH):
		return Processor
	}
	return Kernel
}
