package backup

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// paperDigits is how long the names of attachments are.
const paperDigits = 32

// isPaper says whether a file is a finished attachment, in a folder of the first
// two digits of its name.
func isPaper(folder, name string) bool {
	return len(name) == paperDigits && strings.HasPrefix(name, folder) && strings.Trim(name, "0123456789abcdef") == ""
}

// CarryPapers copies the attachments of one folder that another lacks, as they
// lie, sealed where they are sealed. It says how many.
func CarryPapers(from, to string) (int, error) {
	count := 0
	err := eachPaper(from, func(folder, name string) error {
		in, out := filepath.Join(from, folder, name), filepath.Join(to, folder, name)
		same, err := sameSize(in, out)
		if same || err != nil {
			return err
		}
		count++
		return carryPaper(in, out)
	})
	if err != nil {
		return count, fmt.Errorf("copy the attachments: %w", named(err))
	}
	return count, nil
}

// sameSize says whether a copy is there. One of another size was cut off by a
// program that is not ours.
func sameSize(in, out string) (bool, error) {
	there, err := os.Lstat(out)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	here, err := os.Stat(in)
	if err != nil {
		return false, err
	}
	if here.Size() == there.Size() {
		return true, nil
	}
	return false, os.Remove(out)
}

func carryPaper(in, out string) error {
	folder := In(filepath.Dir(out))
	draft := filepath.Join(folder.dir, draftName)
	err := folder.make()
	if err == nil {
		err = folder.tidy()
	}
	if err == nil {
		err = carry(in, draft)
	}
	if err == nil {
		err = folder.publish(draft, out)
	}
	if err != nil {
		_ = os.Remove(draft)
	}
	return err
}

// ForgetPapers removes from one folder the attachments that another lacks: those
// that were removed for good. It says how many.
func ForgetPapers(from, lacking string) (int, error) {
	count := 0
	err := eachPaper(from, func(folder, name string) error {
		_, err := os.Lstat(filepath.Join(lacking, folder, name))
		if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		count++
		return os.Remove(filepath.Join(from, folder, name))
	})
	if err != nil {
		return count, fmt.Errorf("remove attachments: %w", named(err))
	}
	return count, nil
}

// RemovePapers removes the attachments in a folder.
func RemovePapers(dir string) error {
	return named(eachPaper(dir, func(folder, name string) error { return os.Remove(filepath.Join(dir, folder, name)) }))
}

// eachPaper goes through the finished attachments in a folder, which need not be
// there.
func eachPaper(dir string, do func(folder, name string) error) error {
	folders, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, f := range folders {
		if err != nil || !f.IsDir() || len(f.Name()) != 2 {
			continue
		}
		var papers []fs.DirEntry
		papers, err = os.ReadDir(filepath.Join(dir, f.Name()))
		for _, p := range papers {
			if err == nil && p.Type().IsRegular() && isPaper(f.Name(), p.Name()) {
				err = do(f.Name(), p.Name())
			}
		}
	}
	return err
}
