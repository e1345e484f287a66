package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// Remove takes away a closed vault: its mark, its attachments of every key, and
// its files, of which the newest goes last. What is gone already is no error, so
// that a removal that was cut off can be ended.
func Remove(p Place) error {
	p = p.settled()
	err := p.removeMark()
	if err == nil {
		err = p.removePapers()
	}
	if err == nil {
		err = p.removeFiles()
	}
	if err != nil {
		return fmt.Errorf("remove the vault: %w", named(err))
	}
	return nil
}

// removeMark removes the mark of the vault that lies here, if its header can be
// read.
func (p Place) removeMark() error {
	h, _ := p.look()
	if h == nil || p.Marks == "" {
		return nil
	}
	return gone(p.disk.remove(p.markFile(h.vault)))
}

// gone passes over what is not there any more.
func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// removePapers removes the folders of attachments, with what lies in them.
func (p Place) removePapers() error {
	return p.removeTree(filepath.Join(p.Dir, p.Name+"-attachments"))
}

func (p Place) removeTree(dir string) error {
	all, err := p.disk.list(dir)
	if err != nil {
		return gone(err)
	}
	for _, info := range all {
		name := filepath.Join(dir, info.Name())
		if info.IsDir() {
			err = p.removeTree(name)
		} else {
			err = gone(p.disk.remove(name))
		}
		if err != nil {
			return err
		}
	}
	return gone(p.disk.remove(dir))
}

// removeFiles removes the generations and what was never finished of one.
func (p Place) removeFiles() error {
	all, err := p.disk.list(p.Dir)
	if err != nil {
		return gone(err)
	}
	for _, info := range all {
		draft, ours := strings.CutSuffix(info.Name(), ending+unfinished)
		if !ours || !strings.HasPrefix(draft, p.Name+"-") {
			continue
		}
		if err := gone(p.disk.remove(filepath.Join(p.Dir, info.Name()))); err != nil {
			return err
		}
	}
	list, err := p.generations()
	for _, n := range list {
		if err == nil {
			err = gone(p.disk.remove(p.file(n)))
		}
	}
	return errors.Join(err, p.disk.syncFolder(p.Dir))
}
