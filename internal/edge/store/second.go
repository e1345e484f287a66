package store

import "path/filepath"

// secondFile is held by a window that comes to the front when it is called. It
// is another file than the lock's, because two kinds of lock on one file are in
// each other's way on macOS, and empty: who holds it, the system says.
func secondFile(dir string) string { return filepath.Join(dir, "lock.window") }
