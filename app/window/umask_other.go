//go:build !unix

package window

// KeepPrivate keeps what lies in memory from being written out. A person's
// folders are closed to others by themselves here.
func KeepPrivate() { keepMemory() }
