package backup

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Nothing in a plain file says whether a byte of it was changed since. So its
// SHA-256 lies beside it, in the words of the program sha256sum. A vault needs
// none: every byte of it is under a seal.

// hashOf is the SHA-256 of a file.
func hashOf(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// noteSum writes the sum of a draft beside the name that it will have.
func noteSum(draft, file string) error {
	sum, err := hashOf(draft)
	if err != nil {
		return err
	}
	return put(file+sumEnding, sum+"  "+filepath.Base(file)+"\n")
}

// put writes a small file and brings it to the disk.
func put(file, text string) error {
	f, err := create(file)
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, text)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// sameSum compares a file with the sum beside it. A file without one, such as a
// copy that was carried elsewhere alone, has nothing to be compared with.
func sameSum(file string) error {
	noted, err := os.ReadFile(file + sumEnding)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	sum, err := hashOf(file)
	if err == nil && !strings.HasPrefix(string(noted), sum+" ") {
		err = fmt.Errorf("%w: its bytes are not those that were written", errDamaged)
	}
	return err
}
