//go:build unix

package window

import "syscall"

// KeepPrivate makes whatever the program writes from now on readable by this
// person alone; that of the page's engine too, whose own folders would be open
// to others.
func KeepPrivate() { syscall.Umask(0o077) }
