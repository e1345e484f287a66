package open

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"midweek/internal/edge/synced"
)

// A CloudService is a program that keeps folders in step with other computers.
type CloudService = synced.Service

// The answers that are no name of a service.
const (
	NoCloud    = synced.None
	OtherCloud = synced.Other
)

// Synced says which cloud program seems to keep the data folder in step.
func (h *House) Synced() CloudService { return SyncedFolder(h.data) }

// SyncedFolder says the same of any folder. A folder that cannot be looked into
// has no marks.
func SyncedFolder(dir string) CloudService {
	if whole, err := filepath.Abs(dir); err == nil {
		dir = whole
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real // the folder itself, not a link to it
	}
	var above []string // the paths of parts
	for at := dir; ; at = filepath.Dir(at) {
		above = append(above, at)
		if filepath.Dir(at) == at {
			break
		}
	}
	slices.Reverse(above)
	parts := make([]string, len(above))
	for i, path := range above {
		parts[i] = strings.TrimRight(filepath.Base(path), `\/`)
	}
	parts[0] = filepath.VolumeName(dir)
	return synced.By(parts, func(i int, pattern string) bool { return holds(above[i], pattern) })
}

// holds says whether a folder has a file that a pattern means.
func holds(dir, pattern string) bool {
	if !strings.Contains(pattern, "*") {
		_, err := os.Lstat(filepath.Join(dir, pattern))
		return err == nil
	}
	all, err := os.ReadDir(dir)
	return err == nil && slices.ContainsFunc(all, func(e os.DirEntry) bool { return synced.Match(pattern, e.Name()) })
}
