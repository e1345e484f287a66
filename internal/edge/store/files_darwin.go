package store

import "golang.org/x/sys/unix"

func renameNew(from, to string) error {
	return unsupported(unix.RenamexNp(from, to, unix.RENAME_EXCL))
}
