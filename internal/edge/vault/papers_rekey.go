package vault

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
)

// recoat seals every attachment anew with another key, in that key's folder.
// The former ones stay until the vault itself has the key. A crash may leave the
// folder of a key that no vault got, and nobody can read it.
func (v *Vault) recoat(key []byte) error {
	from, to := v.place.papers(v.key), v.place.papers(key)
	return v.eachPaper(from, func(folder, id string) error {
		into := filepath.Join(to, id[:2])
		for _, dir := range []string{filepath.Dir(to), to, into} {
			made, err := v.place.disk.makeFolder(dir)
			if err == nil && made {
				err = v.place.disk.syncFolder(filepath.Dir(dir))
			}
			if err != nil {
				return err
			}
		}
		if err := v.recoatOne(filepath.Join(folder, id), filepath.Join(into, id), id, key); err != nil {
			return fmt.Errorf("attachment %s: %w", id, err)
		}
		return v.place.disk.syncFolder(into)
	})
}

func (v *Vault) recoatOne(from, to, id string, key []byte) error {
	in, err := v.place.disk.open(from, false)
	if err != nil {
		return err
	}
	defer in.Close()
	length, err := in.size()
	if err != nil {
		return err
	}
	plain, err := newPaperReader(v.key, id, io.NewSectionReader(in, 0, length), length)
	if err != nil {
		return err
	}
	defer plain.Close()
	out, err := v.place.disk.create(to)
	if err != nil {
		return err
	}
	w, err := newPaperWriter(key, id, io.NewOffsetWriter(out, 0))
	if err == nil {
		_, err = io.Copy(w, plain)
		err = errors.Join(err, w.Close())
	}
	if err == nil {
		err = out.Sync()
	}
	return errors.Join(err, out.Close())
}

// strip removes the attachments of a key that the vault no longer has.
func (v *Vault) strip(key []byte) error {
	dir := v.place.papers(key)
	err := v.eachPaper(dir, func(folder, id string) error { return v.place.disk.remove(filepath.Join(folder, id)) })
	folders, listErr := v.place.disk.list(dir)
	if errors.Is(listErr, fs.ErrNotExist) {
		return err
	}
	for _, f := range folders {
		_ = v.place.disk.remove(filepath.Join(dir, f.Name())) // an empty folder does no harm
	}
	_ = v.place.disk.remove(dir)
	return errors.Join(err, listErr)
}

// eachPaper goes through the finished attachments of a key.
func (v *Vault) eachPaper(dir string, do func(folder, id string) error) error {
	folders, err := v.place.disk.list(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, f := range folders {
		folder := filepath.Join(dir, f.Name())
		var papers []fs.FileInfo
		if err == nil && f.IsDir() {
			papers, err = v.place.disk.list(folder)
		}
		for _, p := range papers {
			if err == nil && len(p.Name()) == 32 {
				err = do(folder, p.Name())
			}
		}
	}
	return err
}
