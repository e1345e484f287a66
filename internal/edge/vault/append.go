package vault

import "errors"

// errTail is what was cut off and cannot be removed.
var errTail = errors.New("what was cut off cannot be removed")

// append writes a record at the end. When it fails with synced false, nothing
// authentic lies there; when it fails with synced true, nobody can tell.
func (g *generation) append(kind recordKind, body []byte) (synced bool, err error) {
	if g.torn {
		if err := g.file.Truncate(g.end); err != nil {
			return false, errors.Join(errTail, err)
		}
		g.torn = false
	}
	record := g.seal.seal(kind, g.seq+1, g.tag, body)
	if _, err := g.file.WriteAt(record, g.end); err != nil {
		g.torn = true
		return false, err
	}
	if err := g.file.Sync(); err != nil {
		return true, err
	}
	g.stepped(kind, int64(len(record)), tagOf(record))
	return true, nil
}

// write writes a record of a file that nobody has yet.
func (g *generation) write(kind recordKind, body []byte) error {
	record := g.seal.seal(kind, g.seq+1, g.tag, body)
	if _, err := g.file.WriteAt(record, g.end); err != nil {
		return err
	}
	g.stepped(kind, int64(len(record)), tagOf(record))
	return nil
}
