package store

// What moves a record between two forms puts files in their places as this
// package does.

// Publish gives a file or a folder its name, which must be free.
func Publish(from, to string) error { return fault(publish(from, to)) }

// SyncFolder brings the names in a folder to the disk.
func SyncFolder(dir string) error { return fault(syncFolder(dir)) }

// Fault gives an error of the system its name: ErrFull, ErrReadOnly, or itself.
func Fault(err error) error { return fault(err) }
